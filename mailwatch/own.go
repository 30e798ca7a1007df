package mailwatch

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Below returns what the server calls the mailbox of a path, such as "Afterword", "Yes",
// in the user's own name space and with its separator, and whether it is there.
func (c *Conn) Below(path ...string) (mailbox string, there bool) {
	return below(c.listed, path)
}

func below(all []listed, path []string) (mailbox string, there bool) {
	delim, prefixed, bare := "", false, false
	for _, l := range all {
		if l.delim == 0 {
			continue
		}
		delim = string(l.delim)
		if l.name != "INBOX" {
			head, _, _ := strings.Cut(l.name, delim)
			prefixed, bare = prefixed || strings.EqualFold(head, "INBOX"), bare || !strings.EqualFold(head, "INBOX")
		}
	}
	if delim == "" {
		mailbox = strings.Join(path, "-") // a flat name space
	} else {
		mailbox = strings.Join(path, delim)
	}
	for _, l := range all {
		if fold(withoutPrefix(l)) == fold(mailbox) {
			return l.name, true
		}
	}
	if prefixed && !bare {
		mailbox = "INBOX" + delim + mailbox
	}
	return mailbox, false
}

// Create makes a mailbox and subscribes to it, so that mail programs show it. One that is
// there already is no error.
func (c *Conn) Create(ctx context.Context, mailbox string) error {
	err := c.do(ctx, func(*call) error { return c.library().Create(mailbox, nil).Wait() })
	if lacks(err) {
		return fmt.Errorf("make the mailbox %q: %w", mailbox, err)
	}
	subscribed := c.do(ctx, func(*call) error { return c.library().Subscribe(mailbox).Wait() })
	if lacks(subscribed) {
		return fmt.Errorf("subscribe to the mailbox %q: %w", mailbox, subscribed)
	}
	if _, again := c.Relist(ctx); again != nil {
		return again
	}
	for _, l := range c.listed {
		if l.name == mailbox {
			return nil
		}
	}
	if err == nil {
		err = errors.New("the server does not list it")
	}
	return fmt.Errorf("make the mailbox %q: %w", mailbox, err)
}
