package main

import (
	"fmt"
	"os"
	"runtime"
)

// A host is what mailtest wants of a test: it starts servers and ends them.
type host struct {
	cleanup []func()
	reason  string // why the step cannot be done
}

// with runs a step and then ends all that it started. The step runs on a
// goroutine of its own, so that Skipf and Fatalf can end it.
func with(f func(h *host) error) (err error) {
	h := &host{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			for i := len(h.cleanup) - 1; i >= 0; i-- {
				h.cleanup[i]()
			}
		}()
		err = f(h)
	}()
	<-done
	if h.reason != "" {
		return fmt.Errorf("not measured: %s", h.reason)
	}
	return err
}

func (h *host) Helper()                    {}
func (h *host) Name() string               { return "bench" }
func (h *host) Logf(f string, args ...any) { fmt.Fprintf(os.Stderr, f+"\n", args...) }
func (h *host) Cleanup(f func())           { h.cleanup = append(h.cleanup, f) }

func (h *host) Skipf(f string, args ...any) {
	h.reason = fmt.Sprintf(f, args...)
	runtime.Goexit()
}

func (h *host) Fatalf(f string, args ...any) { h.Skipf(f, args...) }

// folder makes a folder that is gone after the step.
func (h *host) folder() string {
	dir, err := os.MkdirTemp("", "aw-bench-")
	if err != nil {
		h.Fatalf("%v", err)
	}
	h.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}
