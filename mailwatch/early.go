package mailwatch

import (
	"context"
	"fmt"
	"io"
	"strconv"
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
	answers []answer
}

// earlyItems are what is asked for of a message.
var earlyItems = fmt.Sprintf("(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (%s)] BODY.PEEK[]<0.%d>)", strings.Join(headerFields, " "), earlyOctet)

// done ends an IDLE, after a push together with a FETCH of what was announced, else
// together with a NOOP, so that the server tells what it forgot to announce. It is said
// before anything else is seen to, for the server has most of the work to do; so
// little always has room in the socket.
func (c *Conn) done(ctx context.Context, tag string, push bool) error {
	c.early = nil
	seen, known := c.view(c.selected.mailbox)
	e := &early{mailbox: c.selected.mailbox, from: seen.cursor.UIDNext, exists: c.exists.Load()}
	came := int64(e.exists) - int64(seen.messages)
	in := &catch{limit: earlyOctet}
	fetch := push && known && e.from != 0 && came > 0 && came <= maxEarly
	and, command := c.nextTag(), "NOOP"
	if fetch {
		c.guard.catching.Store(in)
		command = "UID FETCH " + strconv.FormatUint(uint64(e.from), 10) + ":" + c.last() + " " + earlyItems
	}
	_, lost := io.WriteString(c.guard, "DONE\r\n"+and+" "+command+"\r\n")
	err := c.do(ctx, func(k *call) error {
		if lost != nil {
			return lost
		}
		c.expect(maxEarly * (earlyOctet + maxHeader))
		in.watch(k.alive)
		defer in.watch(nil)
		err := c.answer(tag)
		if err == nil {
			if err = c.answer(and); fetch && isRefusal(err) {
				err = nil // it is asked for as ever
				c.refuses.star = true
			}
		}
		return err
	})
	if c.asked = err == nil && !fetch; err != nil || !fetch {
		return err
	}
	c.guard.catching.Store(&catch{})
	for _, l := range in.come {
		// "n:*" yields the newest message even below n.
		if l.uid >= e.from && l.header != nil && l.body != nil {
			e.answers = append(e.answers, l)
		}
	}
	if int64(len(e.answers)) == came {
		c.early = e
	}
	return nil
}

// takeEarly returns what a push brought of a mailbox from a UID on, if that is all
// that there is.
func (c *Conn) takeEarly(mailbox string, from uint32) []answer {
	e := c.early
	c.early = nil
	if e == nil || e.mailbox != mailbox || e.from != from || e.exists != c.exists.Load() || c.news.Load() || !c.avoid.calm(mailbox) {
		return nil
	}
	return e.answers
}
