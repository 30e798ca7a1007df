package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/intake"
	"afterword/internal/mail"
	"afterword/rules"
)

// Options say what is simulated. Config, Sources, Since and Now are needed.
type Options struct {
	Config  *config.Config
	Sources map[string]Source // by account
	Known   []Known
	Answer  bool      // answer what is asked about interviews with yes
	Since   time.Time // zero for all that there is
	Now     time.Time
	// ToLast ends the past with the newest message, whenever that came: of what is in files
	// nobody knows what came after it.
	ToLast bool
	Log    io.Writer // the daemon's own log; nil for nowhere
	// Progress shows how far the play got, in messages; nil is fine.
	Progress func(done, total int)
}

// mostTurns is how often the past is played at most. What one turn learns of whose a
// message is may need further texts, and the next turn is played with them.
const mostTurns = 4

// Unread is the error where the mail of an account could not be read.
type Unread struct {
	Account string
	Err     error
}

func (e *Unread) Error() string { return fmt.Sprintf("read the mail of %q: %v", e.Account, e.Err) }
func (e *Unread) Unwrap() error { return e.Err }

// Nameless is the error where nothing says by which name the user of an account signs.
type Nameless struct{ Account, Address string }

func (e *Nameless) Error() string {
	return fmt.Sprintf("none of the mail is from %s, so that there is no name to sign letters with", e.Address)
}

// Run reads the mail, lets its time pass once more, and returns what came of it.
func Run(ctx context.Context, o Options) (*Past, error) {
	c := configOf(o.Config)
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	all, err := o.headers(ctx, c)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return &Past{Since: o.Since, Until: o.Now}, nil
	}
	if o.Since.IsZero() {
		o.Since = all[0].At.Add(-time.Second)
	}
	if o.ToLast {
		o.Now = all[len(all)-1].At
	}
	if err := name(c.Accounts, all); err != nil {
		return nil, err
	}
	var known knowledge
	for _, k := range o.Known {
		known.apps = append(known.apps, rules.Fold("", k.Facts))
	}
	if known, err = o.scan(ctx, c, all, known); err != nil {
		return nil, err
	}
	var past *Past
	for turn := range mostTurns {
		unread, more := choose(all, c.Accounts, known)
		if turn > 0 && len(unread) == 0 && !more {
			break
		}
		for _, m := range all {
			if m.ticks && m.read && m.raw == nil && !m.gone {
				unread = append(unread, m)
			}
		}
		if err := o.texts(ctx, c, unread, keep); err != nil {
			return nil, err
		}
		events := slices.DeleteFunc(slices.Clone(all), func(m *Mail) bool { return m.raw == nil })
		if past, known, err = o.turn(ctx, c, events); err != nil {
			return nil, err
		}
		past.Mail, past.Texts = len(all), o.tell(all)
	}
	return past, nil
}

// keep keeps a text for the play.
func keep(m *Mail, raw []byte) error {
	m.raw, m.read = raw, true
	return nil
}

// tell counts the mail of which the text was looked at.
func (o Options) tell(all []*Mail) (n int) {
	for _, m := range all {
		if m.tells || m.read {
			n++
		}
	}
	return n
}

// name gives the accounts whose config names nobody the name that stands most often in
// what was sent from them.
func name(accounts []config.Account, all []*Mail) error {
	for i := range accounts {
		a := &accounts[i]
		if a.FromName != "" {
			continue
		}
		own, names := Addresses(accounts[i:i+1]), map[string]int{}
		for _, m := range all {
			if name := mail.CleanLine(m.Sender.Name); name != "" && own[strings.ToLower(m.Sender.Address)] {
				names[name]++
			}
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if names[name] > names[a.FromName] {
				a.FromName = name
			}
		}
		if a.FromName == "" {
			return &Nameless{a.Name, a.Address}
		}
	}
	return nil
}

// headers reads the headers of all accounts.
func (o Options) headers(ctx context.Context, c *config.Config) ([]*Mail, error) {
	var all []*Mail
	for _, account := range c.Accounts {
		err := o.Sources[account.Name].Headers(ctx, o.Since, func(m Mail, header []byte) {
			if !m.At.After(o.Now) {
				m.tells = c.Intake.Enabled && !m.Report && !m.Sent && intake.Candidate(m.Envelope, header)
				all = append(all, &m)
			}
		})
		if err != nil {
			return nil, &Unread{account.Name, err}
		}
	}
	return inOrder(all), nil
}

// texts reads the texts of mail, and calls take with each.
func (o Options) texts(ctx context.Context, c *config.Config, unread []*Mail, take func(*Mail, []byte) error) error {
	for _, account := range c.Accounts {
		var list []*Mail
		for _, m := range unread {
			if m.Account == account.Name {
				list = append(list, m)
			}
		}
		if len(list) == 0 {
			continue
		}
		there := map[*Mail]bool{}
		err := o.Sources[account.Name].Texts(ctx, list, func(m *Mail, raw []byte) error {
			there[m] = true
			return take(m, raw)
		})
		if err != nil {
			return &Unread{account.Name, err}
		}
		for _, m := range list {
			m.gone = !there[m]
		}
	}
	return nil
}

// scanned is how many octets of texts a scan has on its server at once.
const scanned = 4 << 20

// scan learns which mail tells of an interview, of what applications, and what belongs to
// them, as a first start does: the daemon reads all that may tell, at the end of the past
// and a piece at a time, and then what belongs to what was found.
func (o Options) scan(ctx context.Context, c *config.Config, all []*Mail, known knowledge) (_ knowledge, err error) {
	s, err := o.begin(ctx, c, nil)
	if err != nil {
		return known, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	s.At(o.Now)
	if err := s.Settle(ctx); err != nil { // what comes from now on is news
		return known, err
	}
	unread := slices.DeleteFunc(slices.Clone(all), func(m *Mail) bool { return !m.tells })
	for turn := 0; turn == 0 || len(unread) > 0 && turn < mostTurns; turn++ {
		if err := o.read(ctx, s, unread, turn > 0); err != nil {
			return known, err
		}
		if err := s.yes(ctx, o.Now); err != nil {
			return known, err
		}
		if known, err = s.known(ctx); err != nil {
			return known, err
		}
		unread, _ = choose(all, c.Accounts, known)
	}
	return known, nil
}

// read has the daemon of a course read texts, a piece at a time. knowing says that it knows
// already whose they may be.
func (o Options) read(ctx context.Context, s *course, unread []*Mail, knowing bool) error {
	settle := func() error { return errors.Join(s.Settle(ctx), ctx.Err()) }
	done, octets := 0, 0
	err := o.texts(ctx, s.Config, unread, func(m *Mail, raw []byte) error {
		if err := s.deliver(m, raw); err != nil {
			return err
		}
		m.read = knowing
		done++
		if octets += len(raw); octets < scanned {
			return nil
		}
		octets = 0
		o.Progress(done, len(unread))
		return errors.Join(settle(), s.clear())
	})
	return errors.Join(err, settle(), s.clear())
}

// turn plays the past once.
func (o Options) turn(ctx context.Context, c *config.Config, mails []*Mail) (past *Past, known knowledge, err error) {
	s, err := o.begin(ctx, c, mails)
	if err != nil {
		return nil, known, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.play(ctx, o.Progress); err != nil {
		return nil, known, err
	}
	if past, err = s.past(ctx); err != nil {
		return nil, known, err
	}
	past.Since, past.Until = o.Since, o.Now
	known, err = s.known(ctx)
	return past, known, err
}
