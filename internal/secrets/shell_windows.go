package secrets

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// shell is what a line is run by, as its last word. cmd.exe has no rules of quoting that
// hold.
var shell = []string{"powershell.exe", "-NoProfile", "-NonInteractive", "-Command"}

// shellArgs tells that words after the line are a part of it: none may be added.
const shellArgs = false

// windowless lets a command that has a console open no window for it.
func windowless(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW}
}
