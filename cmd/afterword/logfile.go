package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// mostLog is from how many bytes on a log makes way for a new one when the daemon begins.
const mostLog = 10 << 20

// openLog opens a file that the log goes on in. A large one is kept once, as .old.
func openLog(path string) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("open the log: %w", err)
	}
	switch info, err := os.Stat(path); {
	case err == nil && info.Mode().IsRegular() && info.Size() > mostLog:
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, fmt.Errorf("open the log: %w", err)
		}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("open the log: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the log: %w", err)
	}
	return f, nil
}
