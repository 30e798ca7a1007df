//go:build unix

package config

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// openToOthers says why a file is not its reader's alone, and what mends that; ""
// where it is.
func openToOthers(path string, info fs.FileInfo) (why, mend string) {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && stat.Uid != 0 && int(stat.Uid) != os.Geteuid() {
		return fmt.Sprintf("it belongs to another user (%d)", stat.Uid), fmt.Sprintf("cp %s mine.toml, read it, then: afterword --config mine.toml check", path)
	}
	if info.Mode().Perm()&0o002 != 0 {
		return fmt.Sprintf("everybody may write to it (mode %04o)", info.Mode().Perm()), "read it, then: chmod 600 " + path
	}
	return "", ""
}
