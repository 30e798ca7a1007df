package mailwatch

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Notify asks the server to announce what comes and goes in further mailboxes as well
// (RFC 5465), so that Wait ends for them too. It reports whether the server does;
// where it does not, they are to be asked for now and then, and so they are where it
// does, for a notice may come while nobody listens. A mailbox is announced as changed
// once, however often the server says so.
//
// All mailboxes of the user are asked for, rather than each by its name: so one that is
// made later is announced as well (see Relist), and Dovecot 2.3 announces names beyond
// ASCII, of which it says nothing where they are named. Those that are known and not
// among mailboxes wake nobody.
func (c *Conn) Notify(ctx context.Context, mailboxes []string) (bool, error) {
	if !c.Has("NOTIFY") || len(mailboxes) == 0 {
		return false, nil
	}
	var names []string
	c.wakers = make(map[string]bool, len(mailboxes))
	for _, m := range mailboxes {
		names = append(names, quote(encodeMailbox(m)))
		c.wakers[m] = true
	}
	if c.personal {
		return true, nil // to ask twice in a session makes Dovecot 2.3 fall silent
	}
	for i, which := range []string{"PERSONAL", "MAILBOXES (" + strings.Join(names, " ") + ")"} {
		err := c.speak(ctx, "NOTIFY SET (SELECTED-DELAYED (MessageNew MessageExpunge)) ("+which+" (MessageNew MessageExpunge))")
		switch {
		case err == nil:
			c.personal = i == 0
			return true, nil
		case lacks(err):
			return false, fmt.Errorf("ask for notices: %w", err)
		}
	}
	return false, nil // the server's word: it is asked instead
}

// noticed takes a STATUS response that nobody asked for.
func (c *Conn) noticed(response string) {
	spelled, status := astring(response)
	status = clip(status, 200)
	mailbox := mailboxName(spelled)
	known := slices.ContainsFunc(c.listed, func(l listed) bool { return l.name == mailbox })
	if len(mailbox) > maxName || known && !c.wakers[mailbox] || c.notices[mailbox] == status || len(c.notices) >= maxListed {
		return
	}
	if c.notices == nil {
		c.notices = map[string]string{}
	}
	c.notices[mailbox] = status
	if !slices.Contains(c.elsewhere, mailbox) {
		c.elsewhere = append(c.elsewhere, mailbox)
	}
}

// Relist asks anew which mailboxes there are, and reports whether that has changed:
// then FindMailboxes finds others. It is for where Wait names a mailbox that nobody
// knows, and for now and then.
func (c *Conn) Relist(ctx context.Context) (bool, error) {
	var all []listed
	err := c.do(ctx, func(*call) error {
		if err := c.recall(); err != nil {
			return err
		}
		c.expect(listOctets)
		c.guard.lists = &all
		defer func() { c.guard.lists = nil }()
		tag, err := c.write(listCommand(c.caps))
		if err != nil {
			return err
		}
		return c.answer(tag)
	})
	if err != nil {
		return false, fmt.Errorf("list the mailboxes: %w", err)
	}
	changed := !slices.Equal(all, c.listed)
	c.listed = all
	return changed, nil
}
