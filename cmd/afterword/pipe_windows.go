package main

import (
	"errors"

	"golang.org/x/sys/windows"
)

// ignoreBrokenPipe has nothing to do: Windows has no signal for it.
func ignoreBrokenPipe() {}

// isBrokenPipe reports whether an error says that nobody reads a pipe any more.
func isBrokenPipe(err error) bool {
	return errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA)
}
