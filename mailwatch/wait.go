package mailwatch

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Wake is why Wait came back.
type Wake struct {
	Changed []string // mailboxes with something new, as far as that was said
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
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return Wake{}, err
	}
	if seen, known := c.view(mailbox); fresh && known && c.moved(seen) {
		c.drain()
		return Wake{Changed: []string{mailbox}, Why: "push"}, nil
	}
	for left := timeout; ; {
		step, why := c.end.Poll, "poll"
		if c.Has("IDLE") {
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
			c.elsewhere = false
			return Wake{Why: "push"}, nil
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
func (c *Conn) noop(ctx context.Context) error { return c.speak(ctx, "NOOP", nil) }

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
	now, err := c.status(ctx, from.Mailbox, "UIDNEXT UIDVALIDITY")
	if err != nil {
		return false, err
	}
	return now.cursor.UIDValidity == from.UIDValidity && now.cursor.UIDNext != 0 && now.cursor.UIDNext <= from.UIDNext, nil
}

// Changed asks of several mailboxes at once, without selecting them, whether they
// have something that CatchUp or Summaries have not seen on this connection. A
// message that is gone counts too.
func (c *Conn) Changed(ctx context.Context, mailboxes []string) ([]string, error) {
	items := "UIDNEXT UIDVALIDITY MESSAGES"
	if c.Has("CONDSTORE") {
		items += " HIGHESTMODSEQ"
	}
	var changed []string
	for _, m := range mailboxes {
		now, err := c.status(ctx, m, items)
		if err != nil {
			return changed, err
		}
		if seen, known := c.view(m); !known || now != seen {
			changed = append(changed, m)
		}
	}
	return changed, nil
}

// status asks for items of a mailbox (RFC 9051, section 6.3.11).
func (c *Conn) status(ctx context.Context, mailbox, items string) (view, error) {
	now := view{cursor: Cursor{Mailbox: mailbox}}
	err := c.speak(ctx, "STATUS "+quote(encodeMailbox(mailbox))+" ("+items+")", func(line string) {
		list, ok := strings.CutPrefix(line, "* STATUS ")
		open := strings.LastIndexByte(list, '(')
		if !ok || open < 0 {
			return
		}
		words := strings.Fields(strings.TrimSuffix(list[open+1:], ")"))
		for i := 0; i+1 < len(words); i += 2 {
			n, _ := strconv.ParseUint(words[i+1], 10, 64) // the guard has looked at it
			switch words[i] {
			case "UIDNEXT":
				now.cursor.UIDNext = uint32(n)
			case "UIDVALIDITY":
				now.cursor.UIDValidity = uint32(n)
			case "MESSAGES":
				now.messages = uint32(n)
			case "HIGHESTMODSEQ":
				now.cursor.ModSeq = n
			}
		}
	})
	if err != nil {
		return view{}, fmt.Errorf("status of %q: %w", mailbox, err)
	}
	return now, nil
}
