package mailwatch

import (
	"math/rand/v2"
	"time"
)

// A Backoff says how long to wait before the next attempt to connect: twice as
// long each time, from Least to Most, with jitter, so that a thousand accounts do
// not come back at once. It never gives up. The zero value waits 1 s to 25 s: with
// the 30 s that an attempt may hang on a network that is not there yet, and a moment
// for the login, a mailbox is read again within a minute of the network's return.
type Backoff struct {
	Least, Most time.Duration
	wait        time.Duration
}

// Next returns the time to wait: between half of the present step and all of it.
func (b *Backoff) Next() time.Duration {
	least, most := b.Least, b.Most
	if least <= 0 {
		least = time.Second
	}
	if most < least {
		most = max(least, 25*time.Second)
	}
	b.wait = min(max(2*b.wait, least), most)
	return b.wait/2 + rand.N(b.wait/2+1)
}

// stable is how long a connection must have held to be a success.
const stable = time.Minute

// Lasted is called when a connection ends: if it held for a minute, the next wait is the
// shortest again. One that ends sooner is no success, however far it came: a server that
// lets everybody in, and hangs up on the first command, would be asked again each second.
func (b *Backoff) Lasted(d time.Duration) {
	if d >= stable {
		b.wait = 0
	}
}
