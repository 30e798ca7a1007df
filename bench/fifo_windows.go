package main

import (
	"errors"
	"fmt"
)

func makeFIFO(path string) error {
	return fmt.Errorf("make the pipe %q: %w", path, errors.ErrUnsupported)
}
