//go:build unix

package secrets

import "io/fs"

// othersMayRead reports whether a file's mode lets anybody but its owner read it.
func othersMayRead(info fs.FileInfo) bool { return info.Mode().Perm()&0o077 != 0 }
