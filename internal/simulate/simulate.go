package simulate

import (
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"afterword/internal/config"
	"afterword/rules"
)

// Options say what is simulated. Config, Sources, Since and Now are needed.
type Options struct {
	Config  *config.Config
	Sources map[string]Source // by account
	Known   []Known
	Since   time.Time
	Now     time.Time
	Log     io.Writer // the daemon's own log; nil for nowhere
	// Progress shows how far the play got, in messages; nil is fine.
	Progress func(done, total int)
}

// mostTurns is how often the past is played at most. What one turn learns of whose a
// message is may need further texts, and the next turn is played with them.
const mostTurns = 4

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
	var apps []rules.Application
	for _, k := range o.Known {
		apps = append(apps, rules.Fold("", k.Facts))
	}
	var past *Past
	for turn := range mostTurns {
		unread, more := choose(all, c.Accounts, apps)
		if turn > 0 && len(unread) == 0 && !more {
			break
		}
		if err := o.texts(ctx, c, unread); err != nil {
			return nil, err
		}
		read := slices.DeleteFunc(slices.Clone(all), func(m *Mail) bool { return m.raw == nil })
		if past, err = o.turn(ctx, c, read); err != nil {
			return nil, err
		}
		past.Mail, past.Texts = len(all), len(read)
		apps = nil
		for _, story := range past.Stories {
			apps = append(apps, story.Application)
		}
	}
	return past, nil
}

// headers reads the headers of all accounts.
func (o Options) headers(ctx context.Context, c *config.Config) ([]*Mail, error) {
	var all []*Mail
	for _, account := range c.Accounts {
		err := o.Sources[account.Name].Headers(ctx, o.Since, func(m Mail, header []byte) {
			if !m.At.After(o.Now) {
				all = append(all, &m)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return inOrder(all), nil
}

// texts reads the texts of mail.
func (o Options) texts(ctx context.Context, c *config.Config, unread []*Mail) error {
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
		if err := o.Sources[account.Name].Texts(ctx, list, func(m *Mail, raw []byte) { m.raw = raw }); err != nil {
			return err
		}
		for _, m := range list {
			m.gone = m.raw == nil
		}
	}
	return nil
}

// turn plays the past once.
func (o Options) turn(ctx context.Context, c *config.Config, mails []*Mail) (past *Past, err error) {
	s, err := begin(ctx, c, mails, o.Known, o.Since, o.Now, o.Log)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.play(ctx, o.Progress); err != nil {
		return nil, err
	}
	if past, err = s.past(ctx); err != nil {
		return nil, err
	}
	past.Since, past.Until = o.Since, o.Now
	return past, nil
}
