package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"afterword/internal/config"
	"afterword/rules"
)

// kept is what a user wrote in the editor and what could not be taken over, with what
// the application was when he began: the next `edit` goes on from it.
type kept struct{ path string }

func keptOf(c *config.Config, id string) kept {
	return kept{filepath.Join(filepath.Dir(c.Store), "edit", id+".toml")}
}

// keep writes it down.
func (k kept) keep(text []byte, base rules.Described) error {
	body, err := json.Marshal(base)
	if err != nil {
		return fmt.Errorf("keep what you wrote: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(k.path), 0o700); err != nil {
		return fmt.Errorf("keep what you wrote: %w", err)
	}
	if err := errors.Join(os.WriteFile(k.path, text, 0o600), os.WriteFile(k.path+".base", body, 0o600)); err != nil {
		return fmt.Errorf("keep what you wrote: %w", err)
	}
	return nil
}

// read returns what was kept; ok is false where there is nothing.
func (k kept) read() (text []byte, base rules.Described, ok bool) {
	text, err := os.ReadFile(k.path)
	if err != nil {
		return nil, base, false
	}
	body, err := os.ReadFile(k.path + ".base")
	if err != nil || json.Unmarshal(body, &base) != nil {
		return nil, base, false
	}
	return text, base, true
}

// drop forgets it: it was taken over.
func (k kept) drop() {
	_ = errors.Join(os.Remove(k.path), os.Remove(k.path+".base")) // as a rule there is nothing
}
