package daemon

import (
	"context"
	"hash/maphash"
	"strings"

	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/rules"
)

// A message is left alone that belongs to nobody, as far as is known when it is read.
// What is read after it, in the same batch or in another mailbox, may tell whose it
// is: it answers a message that is only now known, or comes from somebody who is
// introduced in one. Then it is read once more.

// mostOverlooked is how many messages are remembered so, the newest of them.
const mostOverlooked = 4096

// overlooked are the messages that were left alone, in a ring.
type overlooked struct {
	seed maphash.Seed
	ring []passedOver
	next int
	by   map[uint64]bool  // what is known of any in the ring, and of some that were
	from map[string]place // by mailbox: from where on it has to be read again
}

// passedOver is one of them.
type passedOver struct {
	place
	mailbox string
	marks   []uint64
}

type place struct{ uidValidity, uid uint32 }

// add takes in that a message was left alone.
func (o *overlooked) add(h mailwatch.Header) {
	if o.by == nil {
		o.seed, o.by, o.from = maphash.MakeSeed(), map[uint64]bool{}, map[string]place{}
	}
	one := passedOver{place{h.UIDValidity, h.UID}, h.Mailbox, o.marks(h.Envelope)}
	if len(one.marks) == 0 {
		return
	}
	if len(o.ring) < mostOverlooked {
		o.ring = append(o.ring, one)
	} else {
		o.ring[o.next] = one
		if o.next = (o.next + 1) % mostOverlooked; o.next == 0 {
			clear(o.by)
			for _, left := range o.ring {
				o.note(left)
			}
		}
	}
	o.note(one)
}

func (o *overlooked) note(one passedOver) {
	for _, mark := range one.marks {
		o.by[mark] = true
	}
}

// marks are by what a message could be known later: what it answers, and its sender.
func (o *overlooked) marks(e mail.Envelope) []uint64 {
	answers := e.Answers()
	list := make([]uint64, 0, len(answers)+2)
	for _, id := range answers {
		list = append(list, maphash.String(o.seed, id))
	}
	for _, from := range [][]mail.Address{e.From, e.ReplyTo} {
		if len(from) > 0 {
			list = append(list, maphash.String(o.seed, strings.ToLower(from[0].Address)))
		}
	}
	return list
}

// learnt takes in a fact, and finds which messages it may explain.
func (o *overlooked) learnt(f rules.Fact) {
	if len(o.ring) == 0 {
		return
	}
	var words []string
	switch w := f.What.(type) {
	case rules.Received:
		words = append(words, w.MessageID)
		for _, c := range w.People {
			words = append(words, strings.ToLower(c.Address))
		}
	case rules.Delivered:
		words = append(words, w.MessageID)
	}
	told := map[uint64]bool{}
	for _, word := range words {
		if mark := maphash.String(o.seed, word); word != "" && o.by[mark] {
			told[mark] = true
		}
	}
	if len(told) == 0 {
		return
	}
	for _, one := range o.ring {
		for _, mark := range one.marks {
			if told[mark] {
				o.again(one)
				break
			}
		}
	}
}

func (o *overlooked) again(one passedOver) {
	if low, ok := o.from[one.mailbox]; !ok || low.uidValidity != one.uidValidity || one.uid < low.uid {
		o.from[one.mailbox] = one.place
	}
}

// before returns a cursor from which on everything is read that has to be read again
// in its mailbox.
func (o *overlooked) before(c mailwatch.Cursor) (mailwatch.Cursor, bool) {
	if low, ok := o.from[c.Mailbox]; ok && low.uidValidity == c.UIDValidity && low.uid < c.UIDNext {
		c.UIDNext = low.uid
		return c, true
	}
	return c, false
}

// begin takes in that a mailbox is read from a cursor on: what is left alone once more
// is remembered anew.
func (o *overlooked) begin(c mailwatch.Cursor) {
	delete(o.from, c.Mailbox)
	for i := range o.ring {
		if one := &o.ring[i]; one.mailbox == c.Mailbox && (one.uidValidity != c.UIDValidity || one.uid >= c.UIDNext) {
			one.marks = nil
		}
	}
}

// taught takes in what facts tell of messages that were left alone before. The places
// from which mailboxes are read again are stored before the facts are: after a crash
// that is not forgotten. box is the mailbox that is being read, whose place is stored
// with them.
func (w *worker) taught(ctx context.Context, box string, facts []store.MailFact) error {
	for _, f := range facts {
		w.overlooked.learnt(f.Fact)
	}
	for i, had := range w.cursors {
		at := mailwatch.Cursor{Mailbox: had.Mailbox, UIDValidity: had.UIDValidity, UIDNext: had.UIDNext, ModSeq: had.ModSeq}
		low, again := w.overlooked.before(at)
		if !again || had.Mailbox == box {
			continue
		}
		if err := w.save(ctx, store.Mail{Cursor: w.cursor(had.Mailbox, low)}); err != nil {
			return err
		}
		w.cursors[i].UIDNext = low.UIDNext
	}
	return nil
}
