package daemon

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/mailwatch/recognize"
	"afterword/templates"
)

// Settings are what the daemon works by that may change while it runs. Nobody changes
// them; others come in their place.
type Settings struct {
	Config  *config.Config
	Texts   *templates.Set
	Rewrite Rewriter
	Opinion func(ctx context.Context, l recognize.Letter) string
}

// A roster is who works now, and by what. It is never changed: what is taken up while
// the daemon runs makes another one.
type roster struct {
	Settings
	workers map[string]*worker // by account
}

// standing returns the roster as it is now; before there is one, the settings of the
// start with nobody at work.
func (d *Daemon) standing() *roster {
	if r := d.roster.Load(); r != nil {
		return r
	}
	return &roster{Settings: d.first()}
}

// first are the settings of the start.
func (d *Daemon) first() Settings { return Settings{d.Config, d.Texts, d.Rewrite, d.Opinion} }

// takeUp makes the daemon work by other settings. The workers that they concern end,
// as at the end of the program, and others begin in their place, as at its start: what
// holds between two runs holds here. The rest goes on where it is, with its
// connection. What is known of an account's applications stays known meanwhile.
//
// An error leaves everything as it was. After the first worker was ended there is no
// way back, and what fails is tried until it does not, or ctx ends.
func (d *Daemon) takeUp(ctx context.Context, s Settings) error {
	had := d.standing()
	names, err := d.newNames(ctx, s.Config)
	if err != nil {
		return err
	}
	var ended []*worker
	for _, w := range had.workers {
		if !had.keeps(w, s, names) {
			w.stop()
			ended = append(ended, w)
		}
	}
	for _, w := range ended {
		<-w.done
	}
	if err := d.insist(ctx, had, func() error { return d.rename(ctx, names) }); err != nil {
		return err
	}
	next := &roster{Settings: s, workers: map[string]*worker{}}
	var begin []*worker
	for _, account := range s.Config.Accounts {
		old := had.workers[account.Name]
		if old != nil && !slices.Contains(ended, old) {
			next.workers[account.Name] = old
			continue
		}
		w := newWorker(d, account)
		next.workers[account.Name] = w
		begin = append(begin, w)
		if old != nil && !slices.ContainsFunc(names, w.named) {
			w.book.inherit(old.book)
			continue
		}
		// No account is read before the applications of all are known.
		if err := d.insist(ctx, had, func() error { return w.book.fetch(ctx) }); err != nil {
			return err
		}
	}
	d.shelf.rearrange(s.Config.Accounts, next.workers)
	d.roster.Store(next)
	for name, w := range next.workers {
		if had.workers[name] == w {
			w.bell.Ring()
		}
	}
	for i, w := range begin {
		// A thousand accounts do not log in at once.
		w.start(ctx, time.Duration(i)*spacing)
	}
	if len(had.workers) > 0 {
		d.Log.Info("the changed config is taken up", "accounts", len(next.workers), "ended", len(ended), "began", len(begin))
	}
	return nil
}

// keeps reports whether a worker goes on as it is under other settings: what is not
// another account's alone concerns everybody.
func (r *roster) keeps(w *worker, s Settings, names []newName) bool {
	i := slices.IndexFunc(s.Config.Accounts, func(a config.Account) bool { return a.Name == w.name })
	return i >= 0 && !slices.ContainsFunc(names, w.named) && reflect.DeepEqual(s.Config.Accounts[i], w.account) &&
		s.Texts == r.Texts && sameForAll(s.Config, r.Config)
}

// sameForAll reports whether two configs say the same of what all accounts are worked
// by. [daemon] is no part of that: it is looked up where it is needed.
func sameForAll(c, other *config.Config) bool {
	a, b := *c, *other
	a.Accounts, b.Accounts = nil, nil
	a.Daemon, b.Daemon = config.Daemon{}, config.Daemon{}
	return reflect.DeepEqual(a, b)
}

// insist does something until it succeeds, if workers were ended for it: an error is
// returned only where nobody had begun, or as ctx ends.
func (d *Daemon) insist(ctx context.Context, had *roster, do func() error) error {
	for {
		err := do()
		if err == nil || len(had.workers) == 0 || ctx.Err() != nil {
			return err
		}
		d.Log.Warn("the changed config waits", "error", err)
		pause(ctx, time.Second)
	}
}

// A newName is one that the user gave to an account of which the store keeps
// applications under another: its address, most often.
type newName struct {
	name, before string
	applications int
}

// named reports whether a worker's account has the new name.
func (w *worker) named(n newName) bool { return n.name == w.name }

// newNames returns the accounts that were given a name since. It tells of applications
// whose account is not in the config: nobody cares for them.
func (d *Daemon) newNames(ctx context.Context, c *config.Config) (names []newName, err error) {
	stored, err := d.Store.Accounts(ctx)
	for _, before := range slices.Sorted(maps.Keys(stored)) {
		if slices.ContainsFunc(c.Accounts, func(a config.Account) bool { return a.Name == before }) {
			continue
		}
		i := slices.IndexFunc(c.Accounts, func(a config.Account) bool { return strings.EqualFold(a.Address, before) })
		if i < 0 {
			d.Log.Warn("nothing is done for these applications: their account is not in the config", "account", before, "applications", stored[before])
			continue
		}
		names = append(names, newName{c.Accounts[i].Name, before, stored[before]})
	}
	return names, err
}

// rename brings the store to the names that accounts have now.
func (d *Daemon) rename(ctx context.Context, names []newName) error {
	for _, n := range names {
		if err := d.Store.RenameAccount(ctx, n.before, n.name); err != nil {
			return err
		}
		d.Log.Info("the account has a new name", "account", n.name, "before", n.before, "applications", n.applications)
	}
	return nil
}

// start has the worker work in a goroutine of its own, after a while, until stop is
// called or ctx ends; done is closed then.
func (w *worker) start(ctx context.Context, after time.Duration) {
	ctx, w.stop = context.WithCancel(ctx)
	w.done = make(chan struct{})
	go func() {
		defer close(w.done)
		if pause(ctx, after) {
			w.run(ctx)
		}
	}()
}

// config is what holds now.
func (w *worker) config() *config.Config { return w.d.standing().Config }

// composer writes by what holds now.
func (w *worker) composer() Composer {
	r := w.d.standing()
	return Composer{r.Config, w.d.Store, r.Texts}
}
