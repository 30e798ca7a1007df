package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/term"
)

// A prompt puts questions on standard output and reads the answers, a line each, from
// a terminal or a pipe. It writes plain lines: nothing moves, nothing is coloured, and
// a screen reader reads what stands there.
type prompt struct {
	in       io.Reader
	out      io.Writer
	terminal int // file descriptor; -1 where nobody sits there
}

func (a *app) prompt() *prompt {
	p := &prompt{in: a.in, out: a.out, terminal: -1}
	if isTerminal(a.in) {
		p.terminal = int(file(a.in).Fd())
	}
	return p
}

// Say shows a text, and a blank line before it.
func (p *prompt) Say(text string) { fmt.Fprintln(p.out, text) }

// Ask puts a question. The error is io.EOF where the answers have ended.
func (p *prompt) Ask(ctx context.Context, question, fallback string) (string, error) {
	if fallback != "" {
		question += " [" + onOneLine(fallback) + "]"
	}
	fmt.Fprint(p.out, onOneLine(question)+": ")
	if p.terminal < 0 {
		defer fmt.Fprintln(p.out) // what comes out of a pipe is not seen
	}
	return answered(ctx, p.line, func() { fmt.Fprintln(p.out) })
}

// Secret puts a question whose answer is not shown.
func (p *prompt) Secret(ctx context.Context, question string) (string, error) {
	if p.terminal < 0 {
		return p.Ask(ctx, question, "")
	}
	fmt.Fprint(p.out, onOneLine(question)+": ")
	defer fmt.Fprintln(p.out)
	before, err := term.GetState(p.terminal)
	if err != nil {
		return "", fmt.Errorf("ask on the terminal: %w", err)
	}
	return answered(ctx, func() (string, error) {
		typed, err := term.ReadPassword(p.terminal)
		return string(typed), err
	}, func() { _ = term.Restore(p.terminal, before) })
}

// answered waits for an answer or the end of ctx. A read from a terminal cannot be
// taken back: its goroutine ends with the process.
func answered(ctx context.Context, read func() (string, error), after func()) (string, error) {
	type answer struct {
		text string
		err  error
	}
	came := make(chan answer, 1)
	go func() {
		text, err := read()
		came <- answer{text, err}
	}()
	select {
	case a := <-came:
		return a.text, a.err
	case <-ctx.Done():
		after()
		return "", context.Cause(ctx)
	}
}

// lineBytes bounds one answer.
const lineBytes = 64 << 10

// line reads one line and not a byte more, for the next may be a secret. A last line
// without an end is one.
func (p *prompt) line() (string, error) {
	var b strings.Builder
	one := make([]byte, 1)
	for b.Len() < lineBytes {
		n, err := p.in.Read(one)
		switch {
		case n == 1 && one[0] == '\n':
			return strings.TrimSuffix(b.String(), "\r"), nil
		case n == 1:
			b.WriteByte(one[0])
		case errors.Is(err, io.EOF) && b.Len() > 0:
			return b.String(), nil
		case err != nil:
			return "", err
		}
	}
	return "", errors.New("the answer is too long")
}

// oneByOne reads one byte at a time, so that what asks next finds the next line.
type oneByOne struct{ r io.Reader }

func (o oneByOne) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	return o.r.Read(p[:1])
}
