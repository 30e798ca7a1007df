package mailwatch

import (
	"context"
	"math/rand/v2"
	"time"
)

// A Backoff says how long to wait before the next attempt to connect: twice as
// long each time, from Least to Most, with jitter, so that a thousand accounts do
// not come back at once. It never gives up. The zero value waits 1 s to 5 min.
type Backoff struct {
	Least, Most time.Duration
	wait        time.Duration
}

// NewBackoff returns a Backoff that waits 1 s to 5 min.
func NewBackoff() *Backoff { return &Backoff{} }

// Next returns the time to wait: between half of the present step and all of it.
func (b *Backoff) Next() time.Duration {
	least, most := b.Least, b.Most
	if least <= 0 {
		least = time.Second
	}
	if most < least {
		most = max(least, 5*time.Minute)
	}
	b.wait = min(max(2*b.wait, least), most)
	return b.wait/2 + rand.N(b.wait/2+1)
}

// Reset is called after a success: the next wait is the shortest again.
func (b *Backoff) Reset() { b.wait = 0 }

// Wait waits for Next, or until the context ends or somebody kicks. It returns
// the context's cause in the first case.
func (b *Backoff) Wait(ctx context.Context, kick <-chan struct{}) error {
	timer := time.NewTimer(b.Next())
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-kick:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	return nil
}
