package service

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// A Program is what is to run always.
type Program struct {
	Path string   // absolute
	Args []string // after it
	// Env are variables that it needs, as NAME=value.
	Env []string
	// Writes are folders that it writes to, besides its own in the state folder.
	Writes []string
	Log    string // the file that its log goes to, where the system keeps none itself
}

// check refuses what no service manager reads back as it was written.
func (p Program) check() error {
	if p.Path == "" {
		return errors.New("the path of the program is not known")
	}
	for _, word := range p.words() {
		if strings.ContainsFunc(word, unicode.IsControl) {
			return fmt.Errorf("%q cannot stand in a service: it has control characters", word)
		}
	}
	return nil
}

func (p Program) words() []string {
	return append(append(append([]string{p.Path, p.Log}, p.Args...), p.Env...), p.Writes...)
}
