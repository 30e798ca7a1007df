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
// does: Dovecot 2.3 says nothing of a name beyond ASCII. A mailbox is announced as
// changed once, however often the server says so.
func (c *Conn) Notify(ctx context.Context, mailboxes []string) (bool, error) {
	if !c.Has("NOTIFY") || len(mailboxes) == 0 {
		return false, nil
	}
	var names []string
	for _, m := range mailboxes {
		names = append(names, quote(encodeMailbox(m)))
	}
	err := c.speak(ctx, "NOTIFY SET (SELECTED-DELAYED (MessageNew MessageExpunge)) (MAILBOXES ("+strings.Join(names, " ")+") (MessageNew MessageExpunge))")
	switch {
	case err == nil:
		return true, nil
	case lacks(err):
		return false, fmt.Errorf("ask for notices: %w", err)
	}
	return false, nil // the server's word: it is asked instead
}

// noticed takes a STATUS response that nobody asked for.
func (c *Conn) noticed(rest string) {
	mailbox, _ := astring(rest)
	i := slices.IndexFunc(c.notices, func(n string) bool { was, _ := astring(n); return was == mailbox })
	switch {
	case i < 0:
		c.notices = append(c.notices, rest)
	case c.notices[i] == rest:
		return
	default:
		c.notices[i] = rest
	}
	c.elsewhere = true
}
