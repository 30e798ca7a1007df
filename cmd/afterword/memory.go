package main

import (
	"context"
	"runtime/debug"
	"time"
)

const (
	// gcPercent is a quarter of Go's own: a daemon that waits nearly always has time
	// to look for garbage, and what it holds is what it costs.
	// Reading a large mailbox for the first time takes as long with it.
	gcPercent = 25
	// After its start, and now and then, what was used for a moment goes back.
	giveBackFirst = 10 * time.Second
	giveBackAgain = 50 * time.Second // a thousand accounts take their time
	giveBackEvery = 10 * time.Minute
	collections   = 4
)

// What a command that reads many messages may hold before it looks for garbage, and how
// much more that may be than what is in use: it ends soon, and takes less memory than it
// would by Go's own measure all the same.
const (
	mayHold     = 36 << 20
	mayHoldMore = 400
)

// spendMemory saves time at the cost of memory, until what it returns is called. GOGC and
// GOMEMLIMIT, where the user set them, stand.
func (a *app) spendMemory() (stop func()) {
	if a.getenv("GOGC") != "" || a.getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(mayHoldMore), debug.SetMemoryLimit(mayHold)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// saveMemory keeps the process small until ctx ends. GOGC, where the user set it,
// stands.
func (a *app) saveMemory(ctx context.Context) {
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	waits := []time.Duration{giveBackFirst, giveBackAgain, giveBackEvery}
	for i := 0; ; i = min(i+1, len(waits)-1) {
		timer := time.NewTimer(waits[i])
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
			// Each collection halves the stacks that were deep for a moment.
			for range collections {
				debug.FreeOSMemory()
			}
		}
	}
}
