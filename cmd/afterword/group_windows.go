package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/windows"
)

// ownGroup lets a command open no window, and ends it with all that it has started.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW}
	cmd.Cancel = func() error {
		system, err := windows.GetSystemDirectory()
		if err == nil {
			end := exec.Command(filepath.Join(system, "taskkill.exe"), "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid))
			end.SysProcAttr = cmd.SysProcAttr
			err = end.Run()
		}
		return errors.Join(err, cmd.Process.Kill())
	}
}

// usualEditor is the one of somebody who has named none.
const usualEditor = "notepad.exe"

// editing is an editor at a file. Its name may be a path with spaces in it; what is none
// has its options after its name.
func editing(ctx context.Context, editor, path string) *exec.Cmd {
	words := []string{editor}
	if _, err := os.Stat(editor); err != nil {
		words = strings.Fields(editor)
	}
	return exec.CommandContext(ctx, words[0], append(words[1:], path)...)
}
