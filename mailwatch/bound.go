package mailwatch

import "errors"

// This file bounds how much a server may say in all. A line and a literal have bounds of
// their own (see guard.go), but a list without end, or endless notices that nobody asked
// for, fill memory or keep a connection busy for ever although each line is short. So
// each command has a bound that fits what it asks for, and what is said between two
// commands has one, too.

// errFlood is the guard's complaint about a server that says more.
var errFlood = errors.New("the server says far more than it was asked for")

const (
	talkOctets   = 128 << 10 // of the answer to a command up to the login, and of the greeting
	listOctets   = 4 << 20   // of all mailboxes
	searchOctets = 2 << 20   // of a search, whose answer is one line
	structOctets = 5 << 20   // of a message's structure, in which a literal may stand
	statusOctets = 2 << 10   // of what is told of one mailbox
	fetchOctets  = 16 << 20  // of what one FETCH brings, beside 4 KiB for each message
	unasked      = 1 << 20   // of what is told unasked, beside what follows
	perMessage   = 128       // for a message that goes, or is marked
	mostMessages = 1 << 19   // for which that is granted
)

// bound lets more octets come, beside what is still to come of what was granted before:
// kept at most.
func (g *guard) bound(kept, more int64) {
	for {
		left := g.left.Load()
		if g.left.CompareAndSwap(left, min(left, kept)+more) {
			return
		}
	}
}

// bound begins the bound of a command, or of a wait: besides what is under way, what a
// server may tell unasked may come.
func (c *Conn) bound() {
	kept := int64(0)
	for _, f := range c.under {
		kept += f.octets()
	}
	if c.searching {
		kept += searchOctets
	}
	c.guard.bound(kept, unasked+perMessage*int64(min(c.exists.Load(), mostMessages)))
}

// expect says what the command under way may bring.
func (c *Conn) expect(octets int64) { c.guard.bound(c.guard.left.Load(), octets) }

// octets is what a fetch may bring.
func (f *fetch) octets() int64 {
	n := int64(len(f.uids))
	return min(n*max(f.limit, maxHeader), fetchOctets) + n*4<<10
}
