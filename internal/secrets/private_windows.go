package secrets

import "io/fs"

// othersMayRead finds nothing to say against a file: Windows has no mode bits, and Go
// makes up 0666 for every file. Who may read it is in its access list, which it has
// from its folder; that of a user's profile lets in nobody but him and the system.
func othersMayRead(fs.FileInfo) bool { return false }
