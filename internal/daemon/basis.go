package daemon

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"runtime/debug"
	"time"
)

// basis is a digest of what schedules are made by beside facts: the program, the
// policy, the business days and the zone. Where it is another one than in the last
// run, every application is planned anew.
func (w *worker) basis() string {
	h := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info)
	}
	// A program that is built from changed sources names the same version.
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			fmt.Fprintln(h, info.Size(), info.ModTime().UnixNano())
		}
	}
	fmt.Fprintf(h, "%+v %+v %q %q\n", w.d.Config.Policy(), w.d.Config.Business, w.account.Zone, w.account.Holidays)
	// The system's zone counts where none is named. Summer and winter are planned
	// anew as well, which does no harm.
	fmt.Fprintln(h, w.d.Now().In(time.Local).Format("-0700 MST"))
	return hex.EncodeToString(h.Sum(nil))
}
