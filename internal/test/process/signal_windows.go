package process

import (
	"errors"
	"os"
)

// Windows has no signal that stops a process where it is.
func suspend(*os.Process) error { return errors.ErrUnsupported }
func wake(*os.Process) error    { return errors.ErrUnsupported }

// wasKilled knows what os.Process.Kill leaves: the exit code 1.
func wasKilled(state *os.ProcessState) bool { return state.ExitCode() == 1 }
