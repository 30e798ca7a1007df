package mailwatch

import (
	"context"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

// A Wake is why Wait came back.
type Wake struct {
	Changed []string // mailboxes with something new
	Why     string   // "push", "poll", "deadline" or "kick"
}

// Wait waits for something new in a mailbox, a kick, or the timeout (for ever, if
// it is zero). Where the server has IDLE (RFC 2177) it pushes; every Renew the
// IDLE is ended and the server asked whether it is there and whether there is
// something it forgot to push. Without IDLE it is asked every Poll.
//
// What the server announced between two calls, or while another mailbox was
// selected, is not lost: Wait comes back at once. While the machine sleeps the
// timeout stands still, so a caller that is bound to a time of day gives a short one.
func (c *Conn) Wait(ctx context.Context, mailbox string, kick <-chan struct{}, timeout time.Duration) (Wake, error) {
	wake, err := c.wait(ctx, mailbox, kick, timeout)
	if err != nil {
		return Wake{}, fmt.Errorf("wait for %q: %w", mailbox, err)
	}
	return wake, nil
}

func (c *Conn) wait(ctx context.Context, mailbox string, kick <-chan struct{}, timeout time.Duration) (Wake, error) {
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return Wake{}, err
	}
	if seen, known := c.seen[mailbox]; fresh && known && c.moved(seen) {
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
		woken, err := c.pause(ctx, kick, step)
		switch {
		case err != nil:
			return Wake{}, err
		case woken == kicked:
			return Wake{Why: "kick"}, nil
		case woken == pushed:
			c.told = true
			return Wake{Changed: []string{mailbox}, Why: why}, nil
		}
		if err := c.do(ctx, func(*call) error { return c.client.Noop().Wait() }); err != nil {
			return Wake{}, err
		}
		select {
		case <-c.pushed:
			c.told = true
			return Wake{Changed: []string{mailbox}, Why: "poll"}, nil
		default:
		}
		if last {
			return Wake{Why: "deadline"}, nil
		}
	}
}

type woken int

const (
	timed woken = iota
	kicked
	pushed
)

// pause waits, in IDLE if the server has it.
func (c *Conn) pause(ctx context.Context, kick <-chan struct{}, step time.Duration) (woken, error) {
	idle := func() error { return nil }
	if c.Has("IDLE") {
		var err error
		if idle, err = c.idle(ctx); err != nil {
			return 0, err
		}
	}
	timer := time.NewTimer(step)
	defer timer.Stop()
	why := timed
	select {
	case <-c.pushed:
		why = pushed
	case <-kick:
		why = kicked
	case <-timer.C:
	case <-ctx.Done():
	case <-c.client.Closed():
	}
	return why, idle()
}

// idle begins an IDLE and returns what ends it.
func (c *Conn) idle(ctx context.Context) (end func() error, err error) {
	var running interface {
		Close() error
		Wait() error
	}
	err = c.do(ctx, func(*call) error {
		running, err = c.client.Idle()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("idle: %w", err)
	}
	return func() error {
		err := c.do(ctx, func(*call) error {
			if err := running.Close(); err != nil {
				return err
			}
			return running.Wait()
		})
		if err != nil {
			return fmt.Errorf("end idle: %w", err)
		}
		return nil
	}, nil
}

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
	same := false
	err := c.do(ctx, func(*call) error {
		s, err := c.client.Status(from.Mailbox, &imap.StatusOptions{UIDNext: true, UIDValidity: true}).Wait()
		if err == nil {
			same = s.UIDValidity == from.UIDValidity && s.UIDNext != 0 && uint32(s.UIDNext) <= from.UIDNext
		}
		return err
	})
	if err != nil {
		return false, fmt.Errorf("status of %q: %w", from.Mailbox, err)
	}
	return same, nil
}

// Changed asks of several mailboxes at once, without selecting them, whether they
// have something that CatchUp or Summaries have not seen on this connection. A
// message that is gone counts too.
func (c *Conn) Changed(ctx context.Context, mailboxes []string) ([]string, error) {
	options := &imap.StatusOptions{UIDNext: true, UIDValidity: true, NumMessages: true, HighestModSeq: c.Has("CONDSTORE")}
	var changed []string
	for _, m := range mailboxes {
		err := c.do(ctx, func(*call) error {
			s, err := c.client.Status(m, options).Wait()
			if err != nil {
				return err
			}
			now := view{Cursor{Mailbox: m, UIDValidity: s.UIDValidity, UIDNext: uint32(s.UIDNext), ModSeq: s.HighestModSeq}, 0}
			if s.NumMessages != nil {
				now.messages = *s.NumMessages
			}
			if seen, known := c.seen[m]; !known || now != seen {
				changed = append(changed, m)
			}
			return nil
		})
		if err != nil {
			return changed, fmt.Errorf("status of %q: %w", m, err)
		}
	}
	return changed, nil
}
