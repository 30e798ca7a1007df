//go:build unix

package main

import (
	"context"
	"os/exec"
	"syscall"
)

// ownGroup gives a command a process group of its own, which is ended as a whole: a
// shell that is killed alone leaves behind what it has started.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// usualEditor is the one of somebody who has named none.
const usualEditor = "vi"

// editing is an editor, with whatever options stand beside its name, at a file.
func editing(ctx context.Context, editor, path string) *exec.Cmd {
	return exec.CommandContext(ctx, "/bin/sh", "-c", editor+` "$1"`, "sh", path)
}
