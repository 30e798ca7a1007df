package simulate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo/mailserver"
	"afterword/internal/intake"
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

	answer   bool
	answered map[string]bool // finds, by the tag
	seq      int64           // of the newest fact of an account that was looked at
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

// begin sets the past up: an empty mailbox, and what is known at the beginning.
func (o Options) begin(ctx context.Context, c *config.Config, mails []*Mail) (*course, error) {
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
	play, err := replay.New(replay.Options{Config: c, Store: kept, Endpoint: endpoint, Start: o.Since, Log: o.Log})
	if err != nil {
		return nil, errors.Join(err, kept.Close(), server.Close())
	}
	s := &course{Play: play, server: server, mails: mails, until: o.Now, answer: o.Answer, answered: map[string]bool{}}
	if err := s.enter(ctx, o.Known, o.Since); err != nil {
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
	case rules.Described, rules.Stopped, rules.Unstopped, rules.Resumed, rules.Snoozed, rules.Marked, rules.Attributed:
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
		err = s.Between(at, func() error {
			for ; put < len(s.mails) && !s.mails[put].At.After(at); put++ {
				if err := s.deliver(s.mails[put], s.mails[put].raw); err != nil {
					return err
				}
			}
			for ; told < len(s.said) && !s.said[told].fact.At.After(at); told++ {
				if _, err := s.Store.AddFacts(ctx, s.said[told].application, s.said[told].fact); err != nil {
					return err
				}
			}
			return nil
		})
		if err == nil {
			err = s.Settle(ctx)
		}
		if err != nil {
			return err
		}
		if err := s.yes(ctx, at); err != nil {
			return err
		}
		progress(put, len(s.mails))
		if last {
			return nil
		}
	}
}

// known is what was learnt of whose a message is.
func (s *course) known(ctx context.Context) (knowledge, error) {
	k := knowledge{found: map[string]bool{}, from: map[string]bool{}, facts: map[string]bool{}}
	apps, err := s.Store.Applications(ctx, "")
	if err != nil {
		return k, err
	}
	for _, a := range apps {
		facts, err := s.Store.Facts(ctx, a.ID)
		if err != nil {
			return k, err
		}
		app := rules.Fold(a.ID, facts)
		app.Account = a.Account
		k.apps = append(k.apps, app)
		for _, f := range facts {
			switch w := f.What.(type) {
			case rules.Received:
				k.facts[w.MessageID] = true
			case rules.Hinted:
				k.facts[w.MessageID] = true
			case rules.Delivered:
				k.facts[w.MessageID] = true
			}
		}
	}
	stored, err := s.Store.AccountFacts(ctx, "", 0)
	if err != nil {
		return k, err
	}
	for _, one := range stored {
		f, err := daemon.FindFact(one)
		if err != nil {
			return k, err
		}
		switch w := f.What.(type) {
		case intake.Found:
			k.found[w.MessageID] = w.MessageID != ""
			k.from[strings.ToLower(w.From.Address)] = true
		case intake.Applied:
			k.found[w.MessageID] = w.MessageID != ""
		}
	}
	maps.Copy(k.facts, k.found)
	return k, nil
}

// clear empties the mailboxes: what was in them was read.
func (s *course) clear() error {
	for _, a := range s.Config.Accounts {
		for _, box := range []string{s.server.Boxes.Inbox, s.server.Boxes.Sent} {
			list, err := s.server.Messages(a.Address, box)
			if err != nil {
				return err
			}
			var uids []uint32
			for _, m := range list {
				uids = append(uids, m.UID)
			}
			if len(uids) == 0 {
				continue
			}
			if err := s.server.Expunge(a.Address, box, uids...); err != nil {
				return err
			}
		}
	}
	return nil
}

// yes answers what is asked about interviews, each once, as the user would at once, and
// waits until the daemon has acted on it.
func (s *course) yes(ctx context.Context, now time.Time) error {
	if !s.answer {
		return nil
	}
	fresh, err := s.Store.AccountFacts(ctx, "", s.seq)
	if err != nil || len(fresh) == 0 {
		return err
	}
	s.seq = fresh[len(fresh)-1].Seq
	said := false
	var names []string
	for _, account := range s.Config.Accounts {
		names = append(names, account.Name)
	}
	finds, err := daemon.Finds(ctx, s.Store, names...)
	if err != nil {
		return err
	}
	for _, f := range finds {
		if s.answered[f.Tag] || f.Doubt != "" || !f.Open(now) {
			continue
		}
		// One answer may be for several.
		finds, err := daemon.Finds(ctx, s.Store, names...)
		if err != nil {
			return err
		}
		if now, ok := intake.Named(finds, f.Tag); !ok || now.State != f.State {
			continue
		}
		s.answered[f.Tag], said = true, true
		if _, err := daemon.Answer(ctx, s.Store, s.Config.Accounts, f.Account, intake.Answered{Tag: f.Tag, Word: intake.Yes}, "simulated/"+f.Tag, now); err != nil {
			return err
		}
	}
	if !said {
		return nil
	}
	if err := s.Settle(ctx); err != nil {
		return err
	}
	return s.yes(ctx, now)
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
func (s *course) deliver(m *Mail, raw []byte) error {
	i := slices.IndexFunc(s.Config.Accounts, func(a config.Account) bool { return a.Name == m.Account })
	if i < 0 {
		return fmt.Errorf("deliver a message of %q: there is no such account", m.Account)
	}
	box := s.server.Boxes.Inbox
	if m.Sent {
		box = s.server.Boxes.Sent
	}
	return s.server.Put(s.Config.Accounts[i].Address, box, raw, nil, m.At)
}
