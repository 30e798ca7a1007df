package secrets

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// commandTime is how long a command may take: a password manager may have to
// ask for its own password first.
const commandTime = 30 * time.Second

// outputMost bounds what is read from a command or a file, in bytes.
const outputMost = 64 << 10

// A Command is a program and its arguments. Where the config has a string
// instead of a list, it is a line for the shell.
type Command []string

// UnmarshalText takes a line for the shell.
func (c *Command) UnmarshalText(b []byte) error {
	if *c = nil; len(b) > 0 {
		*c = append(slices.Clone(Command(shell)), string(b))
	}
	return nil
}

// String returns the command as the user wrote it.
func (c Command) String() string {
	if c.line() {
		return c[len(c)-1]
	}
	return strings.Join(c, " ")
}

// Argv returns the words to run, with a text of several parts after them. No part is
// taken for an option, whatever it begins with: "--" stands before them (POSIX.1,
// Utility Syntax Guideline 10), if the command has none. A line for the shell gets
// the parts as $1, $2 and so on, and where one begins with "-", a space before it; where
// the shell would take them for a part of its line, as on Windows, it gets none.
func (c Command) Argv(text ...string) []string {
	words := slices.Clone(c)
	switch {
	case len(text) == 0:
		return words
	case !c.line():
		if !slices.Contains(words, "--") {
			words = append(words, "--")
		}
		return append(words, text...)
	}
	if !shellArgs {
		return words
	}
	words = append(words, "afterword") // $0
	for _, part := range text {
		if strings.HasPrefix(part, "-") {
			part = " " + part
		}
		words = append(words, part)
	}
	return words
}

// line reports whether the command is a line for the shell.
func (c Command) line() bool {
	return len(c) == len(shell)+1 && slices.Equal(c[:len(shell)], shell)
}

// output runs the command for at most half a minute and returns what it wrote
// to standard output. Its standard error is in the error; its standard output
// never is.
func (c Command) output(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, commandTime, fmt.Errorf("no answer within %v", commandTime))
	defer cancel()
	var out, grumble bounded
	cmd := exec.CommandContext(ctx, c[0], c[1:]...)
	cmd.Stdout, cmd.Stderr = &out, &grumble
	windowless(cmd)
	// A child of the shell may hold the pipes open after the shell was killed.
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		if said := strings.TrimSpace(grumble.String()); said != "" {
			err = fmt.Errorf("%w: %s", err, said)
		}
		return "", &Error{fmt.Errorf("command %q: %w", c, err), fmt.Sprintf("run it yourself and see what it says: %s", c)}
	}
	if out.cut {
		return "", &Error{fmt.Errorf("command %q: more than %d bytes of output", c, outputMost), "the command must print the secret and nothing else"}
	}
	return out.String(), nil
}

// bounded takes what fits and drops the rest. It has no ReadFrom, which would
// go around the bound.
type bounded struct {
	buf bytes.Buffer
	cut bool
}

func (b *bounded) Write(p []byte) (int, error) {
	n := len(p)
	if room := outputMost - b.buf.Len(); n > room {
		p, b.cut = p[:room], true
	}
	b.buf.Write(p)
	return n, nil
}

func (b *bounded) String() string { return b.buf.String() }
