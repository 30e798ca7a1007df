package mailwatch

import (
	"fmt"
	"slices"
)

// A Quarantine remembers what is wrong with a mailbox: how often it was numbered anew
// (see numbering), and which messages broke a connection while they were
// fetched. It belongs to an account and outlives its connections, so that the
// owner of a Conn has only to reconnect and to call CatchUp again: the message is
// found by asking for ever fewer of those that were under way, set aside, and the
// rest goes on. The zero value is empty and ready. One goroutine owns it.
type Quarantine struct {
	boxes   map[quarantineKey]*suspects
	numbers map[string]*numbering // by mailbox
}

// quarantineKey: a message may break the fetch of its text and not of its header.
type quarantineKey struct {
	mailbox string
	what    fetchKind
}

type fetchKind string

const (
	fetchHeader fetchKind = "header"
	fetchText   fetchKind = "text"
	fetchID     fetchKind = "Message-ID"
)

type suspects struct {
	validity uint32
	// under holds the UIDs that were asked for and had not come when the
	// connection broke, in order.
	under []uint32
	// step is how many of them are asked for at once.
	step int
	// alone counts how often the first of them, asked for alone, broke it.
	alone int
	aside map[uint32]string // UID → why

	refused map[uint32]int // UID → how often the server said that it is out of order
}

// mostRefusals is how often a server may say of one message that it is out of order:
// some minutes, as each costs a connection, and the account must not stand still over
// one message for ever.
const mostRefusals = 10

// refuses notes that the server is out of order for a message, and reports whether that
// has been so often.
func (s *suspects) refuses(uid uint32) bool {
	if s.refused == nil {
		s.refused = map[uint32]int{}
	}
	s.refused[uid]++
	return s.refused[uid] >= mostRefusals
}

// patience is how often a message, asked for alone, may see the connection break
// before it is taken for the cause. One garbled answer proves nothing (a line that
// drops bits does that too), and what is set aside may be the answer that all
// waits for. Where the connection just ended there are still more causes.
func patience(garbled bool) int {
	if garbled {
		return 2
	}
	return 3
}

// NewQuarantine returns an empty quarantine.
func NewQuarantine() *Quarantine { return &Quarantine{} }

// box returns what is known of a mailbox; nothing that was known under another
// UIDVALIDITY.
func (q *Quarantine) box(mailbox string, validity uint32, what fetchKind) *suspects {
	key := quarantineKey{mailbox, what}
	s := q.boxes[key]
	if s == nil || s.validity != validity {
		if q.boxes == nil {
			q.boxes = map[quarantineKey]*suspects{}
		}
		s = &suspects{validity: validity, aside: map[uint32]string{}}
		q.boxes[key] = s
	}
	return s
}

// calm reports whether no message of a mailbox is under suspicion or set aside.
func (q *Quarantine) calm(mailbox string) bool {
	for _, what := range []fetchKind{fetchHeader, fetchText} {
		if s := q.boxes[quarantineKey{mailbox, what}]; s != nil && (!s.calm() || len(s.aside) > 0) {
			return false
		}
	}
	return true
}

// ask returns how many of the UIDs, from the front, to ask for at once.
func (s *suspects) ask(uids []uint32) int {
	if len(s.under) == 0 || len(uids) == 0 {
		return len(uids)
	}
	if !slices.Contains(s.under, uids[0]) {
		// Up to the first suspect all are innocent.
		for i, u := range uids {
			if slices.Contains(s.under, u) {
				return i
			}
		}
		return len(uids)
	}
	return min(max(s.step, 1), len(uids))
}

// calm reports whether there is no suspect.
func (s *suspects) calm() bool { return len(s.under) == 0 }

// came notes that UIDs were fetched: they are innocent.
func (s *suspects) came(uids []uint32) {
	if len(s.under) == 0 {
		return
	}
	before := len(s.under)
	s.under = slices.DeleteFunc(s.under, func(u uint32) bool { return slices.Contains(uids, u) })
	if len(s.under) < before {
		s.step, s.alone = (len(s.under)+1)/2, 0
	}
}

// broke notes that the connection broke while these had been asked for and had
// not come. Answers come in order, so the first is asked for alone next; if it is
// innocent, half of the others are.
func (s *suspects) broke(missing []uint32, asked int, garbled bool, why error) {
	if len(missing) == 0 {
		return
	}
	if asked == 1 {
		if s.alone++; s.alone >= patience(garbled) {
			s.aside[missing[0]] = clip(fmt.Sprintf("the connection breaks whenever its %s", why), 300)
			s.under, s.step, s.alone = slices.DeleteFunc(s.under, func(u uint32) bool { return u == missing[0] }), 0, 0
			if len(s.under) > 0 {
				s.step = (len(s.under) + 1) / 2
			}
			return
		}
	} else {
		s.alone = 0
	}
	s.under, s.step = slices.Clone(missing), 1
}
