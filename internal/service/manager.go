package service

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Manager has one program always running. What is installed twice is installed once,
// and what is not there is removed without a complaint.
type Manager interface {
	// Install writes what the system wants, and starts it. It returns the files.
	Install(ctx context.Context, p Program) ([]string, error)
	// Remove ends it and takes the files away; false where nothing was installed.
	Remove(ctx context.Context) (bool, error)
	Status(ctx context.Context) (State, error)
}

// A State is how a service is.
type State struct {
	Installed, Runs bool
	Said            string // by the system's own command
}

// ErrNoManager: the system's service manager is not there, or does not answer this user.
var ErrNoManager = errors.New("no service manager answers here")

// A Runner runs a command and returns all that it says.
type Runner func(ctx context.Context, argv ...string) (string, error)

// refused says what the system's command did not do, and why.
func refused(argv []string, said string, err error) error {
	if said = strings.TrimSpace(said); said != "" {
		return fmt.Errorf("%s: %w: %s", strings.Join(argv, " "), err, said)
	}
	return fmt.Errorf("%s: %w", strings.Join(argv, " "), err)
}

// write makes a file what it is to be, and its folder.
func write(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if had, err := os.ReadFile(path); err == nil && string(had) == text {
		return nil
	}
	part := path + ".new"
	if err := os.WriteFile(part, []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(part, path)
}

func remove(files ...string) error {
	var errs []error
	for _, f := range files {
		if err := os.Remove(f); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
