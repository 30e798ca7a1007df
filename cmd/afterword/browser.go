package main

import (
	"context"
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
