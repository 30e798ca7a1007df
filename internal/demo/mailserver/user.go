package mailserver

import (
	"context"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Stored is one message as it stands in a mailbox.
type Stored struct {
	UID          uint32
	Flags        []string
	InternalDate time.Time
	Raw          []byte
}

// as logs in as the user, from outside the daemon, and runs do.
func (s *Server) as(user string, do func(*imapclient.Client) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, err := s.Connect(ctx)
	if err != nil {
		return fmt.Errorf("connect to %s as %q: %w", s.Name, user, err)
	}
	// go-imap has no deadline of its own: a closed connection is the only way out.
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	client := imapclient.New(conn, nil)
	defer client.Close()
	if err := client.Login(user, s.password(user)).Wait(); err != nil {
		return fmt.Errorf("log in to %s as %q: %w", s.Name, user, err)
	}
	if err := do(client); err != nil {
		return fmt.Errorf("%s as %q: %w", s.Name, user, err)
	}
	_ = client.Logout().Wait() // all is done; a server may hang up first
	return nil
}

// in is as, with the mailbox selected.
func (s *Server) in(user, box string, do func(*imapclient.Client) error) error {
	return s.as(user, func(c *imapclient.Client) error {
		if _, err := c.Select(box, nil).Wait(); err != nil {
			return fmt.Errorf("select %q: %w", box, err)
		}
		return do(c)
	})
}

// Deliver puts a message into a mailbox: mail that arrives in the Inbox, or what
// the user's own program leaves in Sent. A zero time is the server's own.
func (s *Server) Deliver(user, box string, raw []byte, flags []string, at time.Time) error {
	return s.as(user, func(c *imapclient.Client) error { return deliver(c, box, raw, flags, at) })
}

func deliver(c *imapclient.Client, box string, raw []byte, flags []string, at time.Time) error {
	options := &imap.AppendOptions{Time: at}
	for _, f := range flags {
		options.Flags = append(options.Flags, imap.Flag(f))
	}
	cmd := c.Append(box, int64(len(raw)), options)
	if _, err := cmd.Write(raw); err != nil {
		return fmt.Errorf("append to %q: %w", box, err)
	}
	if err := cmd.Close(); err != nil {
		return fmt.Errorf("append to %q: %w", box, err)
	}
	if _, err := cmd.Wait(); err != nil {
		return fmt.Errorf("append to %q: %w", box, err)
	}
	return nil
}

// Messages returns what stands in a mailbox, by UID.
func (s *Server) Messages(user, box string) ([]Stored, error) {
	var all []Stored
	err := s.in(user, box, func(c *imapclient.Client) error {
		whole := &imap.FetchItemBodySection{Peek: true}
		items := &imap.FetchOptions{UID: true, Flags: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{whole}}
		messages, err := c.Fetch(imap.UIDSet{{Start: 1, Stop: 0}}, items).Collect()
		if err != nil {
			return fmt.Errorf("fetch %q: %w", box, err)
		}
		for _, m := range messages {
			one := Stored{UID: uint32(m.UID), InternalDate: m.InternalDate, Raw: m.FindBodySection(whole)}
			if len(one.Raw) == 0 {
				continue // another client changed its flags or removed it in between (RFC 2180 section 4.1)
			}
			for _, f := range m.Flags {
				one.Flags = append(one.Flags, string(f))
			}
			all = append(all, one)
		}
		return nil
	})
	return all, err
}

// Expunge removes messages for good, as the user's own program does.
func (s *Server) Expunge(user, box string, uids ...uint32) error {
	return s.in(user, box, func(c *imapclient.Client) error { return expunge(c, box, set(uids)) })
}

func expunge(c *imapclient.Client, box string, uids imap.UIDSet) error {
	deleted := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Flags: []imap.Flag{imap.FlagDeleted}, Silent: true}
	if err := c.Store(uids, deleted, nil).Close(); err != nil {
		return fmt.Errorf("mark deleted in %q: %w", box, err)
	}
	if err := c.Expunge().Close(); err != nil {
		return fmt.Errorf("expunge %q: %w", box, err)
	}
	return nil
}

// Move moves messages, as when the user throws a draft away.
func (s *Server) Move(user, from, to string, uids ...uint32) error {
	return s.in(user, from, func(c *imapclient.Client) error {
		if _, err := c.Copy(set(uids), to).Wait(); err != nil {
			return fmt.Errorf("copy from %q to %q: %w", from, to, err)
		}
		return expunge(c, from, set(uids))
	})
}

// Edit puts raw in the place of a message, as mail programs do: a new message
// with a new UID is appended, then the old one goes.
func (s *Server) Edit(user, box string, uid uint32, raw []byte, flags []string, at time.Time) error {
	return s.in(user, box, func(c *imapclient.Client) error {
		if err := deliver(c, box, raw, flags, at); err != nil {
			return err
		}
		return expunge(c, box, set([]uint32{uid}))
	})
}

// Flag adds flags to messages.
func (s *Server) Flag(user, box string, flags []string, uids ...uint32) error {
	return s.in(user, box, func(c *imapclient.Client) error {
		add := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true}
		for _, f := range flags {
			add.Flags = append(add.Flags, imap.Flag(f))
		}
		if err := c.Store(set(uids), add, nil).Close(); err != nil {
			return fmt.Errorf("set flags in %q: %w", box, err)
		}
		return nil
	})
}

// CreateBox makes a mailbox.
func (s *Server) CreateBox(user, box string) error {
	return s.as(user, func(c *imapclient.Client) error { return c.Create(box, nil).Wait() })
}

// DeleteBox deletes a mailbox with all that is in it. Made anew under the same
// name, it has another UIDVALIDITY.
func (s *Server) DeleteBox(user, box string) error {
	return s.as(user, func(c *imapclient.Client) error { return c.Delete(box).Wait() })
}

// RenameBox gives a mailbox another name.
func (s *Server) RenameBox(user, from, to string) error {
	return s.as(user, func(c *imapclient.Client) error { return c.Rename(from, to, nil).Wait() })
}

func set(uids []uint32) imap.UIDSet {
	var s imap.UIDSet
	for _, u := range uids {
		s.AddNum(imap.UID(u))
	}
	return s
}
