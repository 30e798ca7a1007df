package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo/mailserver"
	"afterword/internal/replay"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/rules"
)

// A Known is an application that the user has entered already, with its facts. It is taken
// as known from the beginning.
type Known struct {
	Account string
	Facts   []rules.Fact
}

// A course is the past while it is played.
type course struct {
	*replay.Play
	server *mailserver.Embedded
	mails  []*Mail
	until  time.Time
	said   []said // what the user did at a time of his own
}

// said is a fact of an application that the user brought.
type said struct {
	application string
	fact        rules.Fact
}

// configOf is the user's config for a run that touches nothing of his: no command is
// called, no model is asked, no mailbox has a name of its own, and the clock alone wakes
// the daemon.
func configOf(c *config.Config) *config.Config {
	copied := *c
	copied.Store, copied.Rewrite = "", config.Rewrite{}
	copied.Daemon = config.Default().Daemon
	copied.Daemon.SinceDays, copied.Daemon.Poll = 3660, config.Duration(24*time.Hour)
	copied.Daemon.Heartbeat, copied.Daemon.Check, copied.Daemon.BlindAfter, copied.Daemon.KeepYears = "", "", 0, 0
	copied.Accounts = slices.Clone(c.Accounts)
	for i := range copied.Accounts {
		copied.Accounts[i].Mailboxes = config.Mailboxes{}
	}
	return &copied
}

// begin sets the past up: an empty mailbox, and what is known at since.
func begin(ctx context.Context, c *config.Config, mails []*Mail, known []Known, since, until time.Time, log io.Writer) (*course, error) {
	var users []string
	for _, a := range c.Accounts {
		users = append(users, a.Address)
	}
	server, err := mailserver.Start(mailserver.Options{Users: users, Plain: true, Pipe: true})
	if err != nil {
		return nil, err
	}
	kept, err := store.InMemory(ctx)
	if err != nil {
		return nil, errors.Join(err, server.Close())
	}
	endpoint := func(a config.Account) (mailwatch.Endpoint, error) {
		return mailwatch.Endpoint{Address: "localhost:143", TLS: mailwatch.TLSNone, Username: a.Address, DialContext: server.Dial,
			Secret: func(context.Context) (string, error) { return mailserver.Password, nil }}, nil
	}
	play, err := replay.New(replay.Options{Config: c, Store: kept, Endpoint: endpoint, Start: since, Log: log})
	if err != nil {
		return nil, errors.Join(err, kept.Close(), server.Close())
	}
	s := &course{Play: play, server: server, mails: mails, until: until}
	if err := s.enter(ctx, known, since); err != nil {
		return nil, errors.Join(err, s.close())
	}
	play.StartDaemon(ctx)
	return s, nil
}

func (s *course) close() error { return errors.Join(s.Play.Close(), s.server.Close()) }

// enter puts what the user has entered into the store: what it is about at the beginning,
// what he did later at its time. What mail brought since is left to the mail.
func (s *course) enter(ctx context.Context, known []Known, since time.Time) error {
	for _, k := range known {
		id := ""
		for _, f := range k.Facts {
			var err error
			switch d, described := f.What.(rules.Described); {
			case described && id == "":
				id, err = s.Store.NewApplication(ctx, k.Account, d, since)
			case id == "":
			case f.At.Before(since):
				_, err = s.Store.AddFacts(ctx, id, f)
			case isSaid(f):
				s.said = append(s.said, said{id, f})
			}
			if err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(s.said, func(a, b said) int { return a.fact.At.Compare(b.fact.At) })
	return nil
}

// isSaid reports whether a fact is the user's word, by a command.
func isSaid(f rules.Fact) bool {
	switch f.What.(type) {
	case rules.Described, rules.Stopped, rules.Resumed, rules.Snoozed, rules.Marked, rules.Attributed:
		return true
	}
	return f.ByHand()
}

// play lets the time pass, from event to event.
func (s *course) play(ctx context.Context, progress func(done, total int)) error {
	if err := s.Settle(ctx); err != nil {
		return err
	}
	put, told := 0, 0
	for {
		at, err := s.next(ctx, put, told)
		if err != nil {
			return err
		}
		last := at.IsZero() || at.After(s.until)
		if last {
			at = s.until
		}
		for ; put < len(s.mails) && !s.mails[put].At.After(at); put++ {
			if err := s.deliver(s.mails[put]); err != nil {
				return err
			}
		}
		for ; told < len(s.said) && !s.said[told].fact.At.After(at); told++ {
			if _, err := s.Store.AddFacts(ctx, s.said[told].application, s.said[told].fact); err != nil {
				return err
			}
		}
		if err := s.Go(ctx, at); err != nil {
			return err
		}
		progress(put, len(s.mails))
		if last {
			return nil
		}
	}
}

// next is when something happens: a message comes that matters, the user does something,
// or a schedule changes by itself. It is zero where nothing does any more.
func (s *course) next(ctx context.Context, put, told int) (next time.Time, err error) {
	sooner := func(t time.Time) {
		if !t.IsZero() && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	if i := slices.IndexFunc(s.mails[put:], func(m *Mail) bool { return m.ticks }); i >= 0 {
		sooner(s.mails[put+i].At)
	}
	if told < len(s.said) {
		sooner(s.said[told].fact.At)
	}
	for _, a := range s.Config.Accounts {
		t, err := s.Store.Soonest(ctx, a.Name, s.Now())
		if err != nil {
			return next, err
		}
		sooner(t)
	}
	return next, nil
}

// deliver puts a message where it came first: what the user sent into Sent, all other mail
// into the Inbox.
func (s *course) deliver(m *Mail) error {
	i := slices.IndexFunc(s.Config.Accounts, func(a config.Account) bool { return a.Name == m.Account })
	if i < 0 {
		return fmt.Errorf("deliver a message of %q: there is no such account", m.Account)
	}
	box := s.server.Boxes.Inbox
	if m.Sent {
		box = s.server.Boxes.Sent
	}
	return s.server.Put(s.Config.Accounts[i].Address, box, m.raw, nil, m.At)
}
