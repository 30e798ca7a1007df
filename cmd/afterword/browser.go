package main

import (
	"context"
	"os/exec"
	"runtime"
)

// browser is what opens addresses; nil where the user sits at a terminal without a
// desktop, as over SSH.
func (a *app) browser() func(ctx context.Context, address string) error {
	switch {
	case a.outside.browse != nil:
		return a.outside.browse
	case runtime.GOOS == "windows" || runtime.GOOS == "darwin":
		return openBrowser
	case a.getenv("DISPLAY") == "" && a.getenv("WAYLAND_DISPLAY") == "":
		return nil
	}
	return openBrowser
}

// openBrowser has the system open an address. A browser that was not running begins as a
// child of this program, and stays when it ends or is interrupted by Ctrl-C: it is the
// user's.
func openBrowser(ctx context.Context, address string) error {
	line := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		line = []string{"open"}
	case "windows":
		line = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), line[0], append(line[1:], address)...)
	ownGroup(cmd)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // some systems' openers stay as long as the browser
	return nil
}
