package mailwatch

import "sync"

// A Bell ends a Wait early. It belongs to an account and outlives its connections;
// the zero value is ready. Anybody may ring it, at any time: a ring while nobody
// waits ends the next Wait at once.
type Bell struct {
	mu   sync.Mutex
	rung bool
	wake func() // nil while nobody waits
}

// Ring ends the Wait that is under way, or the next one.
func (b *Bell) Ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.rung = true
	if b.wake != nil {
		b.wake()
	}
}

// hear has wake called when the bell rings, and now if it has rung already. Several
// calls may come.
func (b *Bell) hear(wake func()) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.wake = wake; b.rung {
		wake()
	}
}

// leave ends what hear began, and reports whether the bell has rung.
func (b *Bell) leave() bool {
	if b == nil {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	rung := b.rung
	b.rung, b.wake = false, nil
	return rung
}
