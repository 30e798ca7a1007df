package store

import "os"

// closeToOthers leaves a file as it is: Windows has no mode bits, and the access list
// that a file has from the user's own folder lets in nobody but him and the system.
func closeToOthers(*os.File) error { return nil }
