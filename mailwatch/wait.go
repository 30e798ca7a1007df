package mailwatch

import (
	"context"
	"fmt"
	"time"
)

// A Wake is why Wait came back.
type Wake struct {
	Changed []string // mailboxes with something new, as far as that was said; see Notify
	Why     string   // "push", "poll", "deadline" or "kick"
}

// Wait waits for something new in a mailbox, the bell, or the timeout (for ever, if
// it is zero). Where the server has IDLE (RFC 2177) it pushes; every Renew the
// IDLE is ended and the server asked whether it is there and whether there is
// something it forgot to push. Without IDLE it is asked every Poll.
//
// What the server announced between two calls, or while another mailbox was
// selected, is not lost: Wait comes back at once. While the machine sleeps the
// timeout stands still, so a caller that is bound to a time of day gives a short one.
// No other goroutine runs meanwhile.
func (c *Conn) Wait(ctx context.Context, mailbox string, bell *Bell, timeout time.Duration) (Wake, error) {
	wake, err := c.wait(ctx, mailbox, bell, timeout)
	if err != nil {
		return Wake{}, fmt.Errorf("wait for %q: %w", mailbox, err)
	}
	return wake, nil
}

func (c *Conn) wait(ctx context.Context, mailbox string, bell *Bell, timeout time.Duration) (Wake, error) {
	if _, err := c.use(ctx, mailbox, false); err != nil {
		return Wake{}, err
	}
	// What came before it was selected is announced to nobody, whoever selected it.
	unread := c.selected.unread
	c.selected.unread = false
	if seen, known := c.view(mailbox); unread && known && c.moved(seen) {
		c.drain()
		return Wake{Changed: []string{mailbox}, Why: "push"}, nil
	}
	for left := timeout; ; {
		step, why := c.end.Poll, "poll"
		if c.idles() {
			step, why = c.end.Renew, "push"
		}
		last := false
		if timeout > 0 {
			last = left <= step
			step = min(step, left)
			left -= step
		}
		woken, err := c.idle(ctx, bell, step)
		switch {
		case err != nil:
			return Wake{}, err
		case woken == kicked:
			return Wake{Why: "kick"}, nil
		case woken == noticed:
			boxes := c.elsewhere
			c.elsewhere = nil
			return Wake{Changed: boxes, Why: "push"}, nil
		case woken == pushed:
			c.told = true
			return Wake{Changed: []string{mailbox}, Why: why}, nil
		}
		if !c.asked {
			if err := c.noop(ctx); err != nil {
				return Wake{}, err
			}
		}
		if c.drain() {
			c.told = true
			return Wake{Changed: []string{mailbox}, Why: "poll"}, nil
		}
		if last {
			return Wake{Why: "deadline"}, nil
		}
	}
}

// noop lets the server announce what it has not announced yet.
func (c *Conn) noop(ctx context.Context) error { return c.speak(ctx, "NOOP") }

type woken int

const (
	timed woken = iota
	kicked
	pushed
	noticed // of another mailbox
)

// moved reports whether the selected mailbox has something that was not seen.
func (c *Conn) moved(seen view) bool {
	now := c.selected.cursor
	if c.exists.Load() == 0 && seen.messages == 0 {
		return false // whatever its UIDVALIDITY, which Courier changes at each look
	}
	if now.UIDNext == 0 { // Courier
		return now.UIDValidity != seen.cursor.UIDValidity || c.exists.Load() != seen.messages
	}
	return now.UIDValidity != seen.cursor.UIDValidity || now.UIDNext > seen.cursor.UIDNext
}

// Unchanged reports whether nothing was added to a mailbox since a cursor. It asks
// by STATUS, so that the mailbox that is waited for stays selected; of that one, of
// which STATUS is not asked (RFC 9051, section 6.3.11), it reports false.
func (c *Conn) Unchanged(ctx context.Context, from Cursor) (bool, error) {
	if c.selected.mailbox == "" || c.selected.mailbox == from.Mailbox || from.UIDValidity == 0 {
		return false, nil
	}
	changed, unread, err := c.Changed(ctx, []Cursor{from})
	if len(unread) > 0 {
		err = unread[0].Why
	}
	return err == nil && len(changed) == 0, err
}
