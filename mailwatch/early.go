package mailwatch

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// This file fetches what a push announces together with the end of the IDLE, so that
// a new message is known after one turn instead of four: an answer of the recruiter
// takes a draft away before the user has opened it.

const (
	maxEarly   = 4        // messages; more are read as after any other wake
	earlyOctet = 32 << 10 // of each, header and all
)

// early is what came so.
type early struct {
	mailbox string
	from    uint32 // the first UID that was asked for
	exists  uint32 // messages in the mailbox then
	letters []letter
}

// done ends an IDLE, after a push together with a FETCH of what was announced.
func (c *Conn) done(ctx context.Context, tag string, push bool) error {
	c.early = nil
	seen, known := c.view(c.selected.mailbox)
	exists := c.exists.Load()
	if !push || !known || seen.cursor.UIDNext == 0 || exists <= seen.messages || exists-seen.messages > maxEarly {
		return c.do(ctx, func(*call) error {
			if _, err := io.WriteString(c.guard, "DONE\r\n"); err != nil {
				return err
			}
			return c.answer(tag, nil)
		})
	}
	in := &catch{limit: earlyOctet}
	c.guard.catching.Store(in)
	err := c.do(ctx, func(k *call) error {
		in.watch(k.alive)
		defer in.watch(nil)
		c.tag++
		fetch := fmt.Sprintf("b%d", c.tag)
		_, err := fmt.Fprintf(c.guard, "DONE\r\n%s UID FETCH %d:* (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (%s)] BODY.PEEK[]<0.%d>)\r\n",
			fetch, seen.cursor.UIDNext, strings.Join(headerFields, " "), earlyOctet)
		if err != nil {
			return err
		}
		if err := c.answer(tag, nil); err != nil {
			return err
		}
		if refused := c.answer(fetch, nil); refused != nil && !isRefusal(refused) {
			return refused
		}
		return nil
	})
	if err != nil {
		return err
	}
	c.guard.catching.Store(&catch{})
	e := &early{mailbox: c.selected.mailbox, from: seen.cursor.UIDNext, exists: exists}
	for _, l := range in.come {
		// "n:*" yields the newest message even below n.
		if l.uid >= e.from && l.header != nil && l.body != nil {
			e.letters = append(e.letters, l)
		}
	}
	if len(e.letters) == int(exists-seen.messages) {
		c.early = e
	}
	return nil
}

// takeEarly returns what a push brought of a mailbox from a UID on, if that is all
// that there is.
func (c *Conn) takeEarly(mailbox string, from uint32) []letter {
	e := c.early
	c.early = nil
	if e == nil || e.mailbox != mailbox || e.from != from || e.exists != c.exists.Load() || c.news.Load() || !c.avoid.calm(mailbox) {
		return nil
	}
	return e.letters
}
