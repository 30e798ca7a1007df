package daemon

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"afterword/internal/config"
)

// basis is Basis of the worker's account.
func (w *worker) basis() string { return Basis(w.config(), w.d.Now(), w.account) }

// Basis is a digest of what the schedules of some accounts are made by beside facts:
// the program, the policy, the business days and the zones. Where it is another one
// than before, every application is planned anew.
func Basis(c *config.Config, now time.Time, accounts ...config.Account) string {
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
	fmt.Fprintf(h, "%+v %+v\n", c.Policy(), c.Business)
	for _, account := range accounts {
		fmt.Fprintf(h, "%q %q %q\n", account.Name, account.Zone, account.Holidays)
	}
	// The system's zone counts where none is named. Summer and winter are planned
	// anew as well, which does no harm.
	fmt.Fprintln(h, now.In(time.Local).Format("-0700 MST"))
	return hex.EncodeToString(h.Sum(nil))
}
