package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

// A host is what package servers wants of a test: it starts servers and ends them.
type host struct {
	mu      sync.Mutex
	cleanup []func()
	reason  string // why the step cannot be done
}

// with runs a step and then ends all that it started, also when ctx ends before
// the step does. The step runs on a goroutine of its own, so that Skipf and Fatalf
// can end it.
func with(ctx context.Context, f func(h *host) error) error {
	h := &host{}
	done := make(chan struct{})
	var err error
	go func() {
		defer close(done)
		err = f(h)
	}()
	select {
	case <-done:
	case <-ctx.Done():
		// What the step waits for goes away under it.
		h.end()
		select {
		case <-done:
		case <-time.After(patience):
		}
	}
	h.end()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if h.reason != "" {
		return fmt.Errorf("not measured: %s", h.reason)
	}
	return err
}

// end undoes, newest first, what was done.
func (h *host) end() {
	for {
		h.mu.Lock()
		last := len(h.cleanup) - 1
		if last < 0 {
			h.mu.Unlock()
			return
		}
		f := h.cleanup[last]
		h.cleanup = h.cleanup[:last]
		h.mu.Unlock()
		f()
	}
}

func (h *host) Helper()                    {}
func (h *host) Name() string               { return "bench" }
func (h *host) Logf(f string, args ...any) { fmt.Fprintf(os.Stderr, f+"\n", args...) }

func (h *host) Cleanup(f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cleanup = append(h.cleanup, f)
}

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
