//go:build unix

package main

import (
	"errors"
	"os/signal"
	"syscall"
)

// ignoreBrokenPipe lets a write to a pipe that nobody reads any more fail, where a
// signal would end the process.
func ignoreBrokenPipe() { signal.Ignore(syscall.SIGPIPE) }

// isBrokenPipe reports whether that is what an error says.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
