//go:build unix

package main

import "os"

// hasTerminal reports whether the process has a terminal that it is steered from. It has
// none any more where that was closed: SIGHUP comes then as well.
func hasTerminal() bool {
	f, err := os.Open("/dev/tty")
	if err != nil {
		return false
	}
	_ = f.Close()
	return true
}
