//go:build unix

package secrets

import "os/exec"

// shell is what a line is run by, as its last word.
var shell = []string{"/bin/sh", "-c"}

// shellArgs tells that words after the line are the line's arguments.
const shellArgs = true

// windowless has nothing to do: a command opens no window by itself.
func windowless(*exec.Cmd) {}
