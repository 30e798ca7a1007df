//go:build unix

package store

import "os"

// closeToOthers lets nobody but the owner read or write a file.
func closeToOthers(f *os.File) error { return f.Chmod(0o600) }
