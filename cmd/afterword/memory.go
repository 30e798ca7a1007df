package main

import (
	"context"
	"runtime/debug"
	"time"
)

const (
	// gcPercent is a quarter of Go's own: a daemon that waits nearly always has time
	// to look for garbage, and what it holds is what it costs.
	gcPercent = 25
	// startPercent is what it is until something was given back first: on its start the
	// program reads much, and each collection takes the processor from that.
	startPercent = 60
	// After its start, and now and then, what was used for a moment goes back.
	giveBackFirst = 10 * time.Second
	giveBackAgain = 50 * time.Second // a thousand accounts take their time
	giveBackEvery = 10 * time.Minute
	collections   = 4
)

// saveMemory keeps the process small until ctx ends. GOGC, where the user set it,
// stands.
func (a *app) saveMemory(ctx context.Context) {
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(startPercent)
	}
	waits := []time.Duration{giveBackFirst, giveBackAgain, giveBackEvery}
	for i := 0; ; i = min(i+1, len(waits)-1) {
		timer := time.NewTimer(waits[i])
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
			if i == 0 && a.getenv("GOGC") == "" {
				debug.SetGCPercent(gcPercent)
			}
			// Each collection halves the stacks that were deep for a moment.
			for range collections {
				debug.FreeOSMemory()
			}
		}
	}
}
