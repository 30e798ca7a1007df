package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// open opens a file; "-" is standard input.
func (a *app) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.in), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, errors.Join(fmt.Errorf("%s is a folder: name the messages in it", name), f.Close())
	}
	return f, nil
}

// readFile reads a message whole.
func (a *app) readFile(name string) ([]byte, error) {
	f, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 64<<20))
}

// An explained message is one that was read, or a file that could not be.
type explained struct {
	name    string
	verdict recognize.Verdict
	closed  bool  // the file could not be opened; the verdict says why
	err     error // after it nothing is explained
}

// explain explains the messages in files, as many at a time as there are processors, and
// prints them in their order. It returns how many files could not be opened: the others
// are explained all the same.
func (a *app) explain(ctx context.Context, e *explainer, files []string, mbox bool) (unread int, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	row := make(chan chan explained, runtime.GOMAXPROCS(0)-1) // those that are being read
	go func() {
		defer close(row)
		for read := range a.messages(files, mbox) {
			place := make(chan explained, 1)
			select {
			case <-ctx.Done():
				return
			case row <- place:
			}
			go func() { place <- read(e) }()
		}
	}()
	for place := range row {
		one := <-place
		if one.closed {
			unread++
		}
		if one.err == nil {
			one.err = e.print(one.name, one.verdict)
		}
		if one.err != nil {
			return unread, one.err
		}
	}
	return unread, ctx.Err()
}

// messages yields how each message in files is read.
func (a *app) messages(files []string, mbox bool) iter.Seq[func(*explainer) explained] {
	return func(yield func(func(*explainer) explained) bool) {
		for _, name := range files {
			if !mbox && !yield(func(e *explainer) explained { return a.explainFile(e, name) }) {
				return
			}
			if mbox && !a.messagesInMbox(name, yield) {
				return
			}
		}
	}
}

// explainFile explains the message that is a file.
func (a *app) explainFile(e *explainer, name string) explained {
	f, err := a.open(name)
	if err != nil {
		return unopened(name, err)
	}
	one := explained{name: name, verdict: e.judge(mail.ReadFrom(f))}
	one.err = f.Close()
	return one
}

// messagesInMbox yields how each message in an mbox is read.
func (a *app) messagesInMbox(name string, yield func(func(*explainer) explained) bool) bool {
	f, err := a.open(name)
	if err != nil {
		return yield(func(*explainer) explained { return unopened(name, err) })
	}
	n, on := 0, true
	err = mail.EachInMbox(f, func(_ int64, raw []byte) error {
		n++
		one, raw := explained{name: fmt.Sprintf("%s#%d", name, n)}, bytes.Clone(raw)
		if on = yield(func(e *explainer) explained { one.verdict = e.judge(mail.Read(raw)); return one }); !on {
			return io.EOF
		}
		return nil
	})
	err = errors.Join(err, f.Close())
	return on && (err == nil || yield(func(*explainer) explained { return explained{err: err} }))
}

// unopened is a file that could not be opened.
func unopened(name string, err error) explained {
	return explained{name: name, closed: true, verdict: recognize.Verdict{Kind: rules.MessageOther, Problems: []string{err.Error()}}}
}
