package replay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/recognize"
	"afterword/rules"
	"afterword/templates"
)

// Options say what is played. Config, Store and Endpoint are needed.
type Options struct {
	Config   *config.Config
	Store    *store.Store
	Endpoint func(config.Account) (mailwatch.Endpoint, error)
	Start    time.Time
	Clock    func() time.Time // a clock that goes by itself, instead of one that At moves
	Log      io.Writer        // the daemon's log; nil for nowhere
	Notify   func(daemon.Notification)
	// Rewrite may put the daemon's letters better; nil for as they are.
	Rewrite daemon.Rewriter
	// Opinion is asked what a message is where the user is; nil asks nobody.
	Opinion func(context.Context, recognize.Letter) string
}

// A Play is a daemon with its config, its store, and a clock that is moved.
type Play struct {
	Config *config.Config
	Store  *store.Store

	options Options
	texts   *templates.Set
	mu      sync.Mutex
	now     time.Time
	passes  map[string]pass // by account
	changed chan struct{}
	player  Player
	passing sync.RWMutex // read by each pass of a daemon in this process
}

// A Player is the daemon as a play has it, in this process or in one of its own.
type Player interface {
	Kick()               // makes it look
	Moved(now time.Time) // the clock was moved
	Stop() error         // ends it, if it runs, and waits for it
}

// New makes a play; the daemon is not running yet.
func New(o Options) (*Play, error) {
	if o.Log == nil {
		o.Log = io.Discard
	}
	texts, err := templates.Load(o.Config.Letters.Templates)
	if err != nil {
		return nil, err
	}
	return &Play{Config: o.Config, Store: o.Store, options: o, texts: texts, now: o.Start, passes: map[string]pass{}, changed: make(chan struct{}, 1)}, nil
}

// Close ends the daemon and closes the store.
func (p *Play) Close() error {
	return errors.Join(p.StopDaemon(), p.Store.Close())
}

// Now returns the time of the play.
func (p *Play) Now() time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.options.Clock != nil {
		return p.options.Clock()
	}
	return p.now
}

// At moves the clock to an instant.
func (p *Play) At(t time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = t
	if p.player != nil {
		p.player.Moved(t)
	}
}

// Kick makes the daemon look.
func (p *Play) Kick() { p.player.Kick() }

// Enter lets a player be the daemon, until StopDaemon. It tells Observed of each pass.
func (p *Play) Enter(player Player) { p.player = player }

// inside is the daemon in this process.
type inside struct {
	daemon  *daemon.Daemon
	changes chan daemon.Settings
	cancel  context.CancelFunc
	ended   chan error
}

func (p *inside) Kick()           { p.daemon.Kick() }
func (p *inside) Moved(time.Time) {} // it reads the clock itself

func (p *inside) Stop() error {
	p.cancel()
	return <-p.ended
}

// StartDaemon starts the daemon in this process.
func (p *Play) StartDaemon(ctx context.Context) {
	o := p.options
	d := &daemon.Daemon{Config: p.Config, Store: p.Store, Texts: p.texts, Now: p.Now, Endpoint: o.Endpoint,
		Log: slog.New(slog.NewTextHandler(o.Log, nil)), Observed: p.Observed, Passing: p.during, Rewrite: o.Rewrite, Opinion: o.Opinion}
	if o.Notify != nil {
		d.Notify = func(_ context.Context, n daemon.Notification) { o.Notify(n) }
	}
	ctx, cancel := context.WithCancel(ctx)
	in := &inside{daemon: d, changes: make(chan daemon.Settings), cancel: cancel, ended: make(chan error, 1)}
	d.Changes = in.changes
	go func() { in.ended <- d.Run(ctx) }()
	p.Enter(in)
}

// Change has the daemon in this process work by another config. What it has taken up
// shows in the passes that follow.
func (p *Play) Change(ctx context.Context, c *config.Config) error {
	in, ok := p.player.(*inside)
	if !ok {
		return errors.New("no daemon runs in this process")
	}
	p.Config = c
	select {
	case <-ctx.Done():
		return fmt.Errorf("change the config: %w", ctx.Err())
	case in.changes <- daemon.Settings{Config: c, Texts: p.texts, Rewrite: p.options.Rewrite, Opinion: p.options.Opinion}:
		return nil
	}
}

// StopDaemon stops the daemon, if it runs, and waits for it.
func (p *Play) StopDaemon() error {
	if p.player == nil {
		return nil
	}
	err := p.player.Stop()
	p.player = nil
	return err
}

// Between moves the clock of a daemon in this process and changes the world with it, while
// no pass is under way: none sees the new world by the old clock.
func (p *Play) Between(t time.Time, change func() error) error {
	p.passing.Lock()
	defer p.passing.Unlock()
	p.At(t)
	return change()
}

// during holds the world still for a pass of the daemon in this process, until it is done.
func (p *Play) during(string) (done func()) {
	p.passing.RLock()
	return p.passing.RUnlock
}

// Observed is told by the daemon of each pass.
func (p *Play) Observed(account string, err error) {
	p.mu.Lock()
	p.passes[account] = pass{p.passes[account].n + 1, err}
	p.mu.Unlock()
	select {
	case p.changed <- struct{}{}:
	default:
	}
}

// pass is the newest one of an account.
type pass struct {
	n   int
	err error
}

// count returns the passes of each account.
func (p *Play) count() map[string]pass {
	p.mu.Lock()
	defer p.mu.Unlock()
	return maps.Clone(p.passes)
}

// Trouble returns the error of an account whose newest pass was no good one, and nil where
// there is none.
func (p *Play) Trouble() error {
	_, err := p.since(nil)
	return err
}

// since reports whether each account has made a good pass that was not yet counted,
// and the error of one whose newest was not.
func (p *Play) since(before map[string]pass) (bool, error) {
	now, all := p.count(), true
	for _, account := range p.Config.Accounts {
		newest := now[account.Name]
		if newest.err != nil {
			return false, newest.err
		}
		all = all && newest.n > before[account.Name].n
	}
	return all, nil
}

// Settle waits until the daemon has seen everything that there is now, and has acted on
// it.
func (p *Play) Settle(ctx context.Context) error {
	// One pass may be under way; the next begins after now. What one account has found
	// is another's to act on, what that places waits for a look of all of them, and is
	// placed after it: with several, each of these takes two passes as well.
	passes := 2
	if len(p.Config.Accounts) > 1 {
		passes = 8
	}
	for range passes {
		if err := p.Pass(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Pass makes each account look, and waits until one pass of each has ended well: one that
// may have been under way before.
func (p *Play) Pass(ctx context.Context) error {
	before := p.count()
	p.player.Kick()
	for {
		select {
		case <-ctx.Done():
			if _, err := p.since(before); err != nil {
				return fmt.Errorf("wait for the daemon: %w (its last pass: %w)", ctx.Err(), err)
			}
			return fmt.Errorf("wait for the daemon: %w", ctx.Err())
		case <-p.changed:
		case <-time.After(100 * time.Millisecond):
			p.player.Kick() // it may have been away
		}
		if all, err := p.since(before); all && err == nil {
			return nil
		}
	}
}

// Go moves the clock and waits until the daemon has taken it in.
func (p *Play) Go(ctx context.Context, t time.Time) error {
	p.At(t)
	return p.Settle(ctx)
}

// Application folds one application as it is in the store.
func (p *Play) Application(ctx context.Context, id string) (rules.Application, rules.Schedule, error) {
	facts, err := p.Store.Facts(ctx, id)
	if err != nil {
		return rules.Application{}, rules.Schedule{}, err
	}
	a := rules.Fold(id, facts)
	cal, err := p.Config.Calendar(p.Config.Accounts[0], a.Zone, a.Holidays)
	if err != nil {
		return a, rules.Schedule{}, err
	}
	return a, rules.Plan(&a, cal, p.Config.Policy(), p.Now()), nil
}
