package demo

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"path/filepath"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo/mailserver"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/recognize"
	"afterword/rules"
	"afterword/templates"
)

// Options say what to set up. Server and Dir are needed.
type Options struct {
	Server *mailserver.Server
	User   string // one of the server's; default the first
	Name   string // the user's name
	Dir    string // for the store
	Start  time.Time
	Clock  func() time.Time     // a clock that goes by itself, instead of one that At moves
	Log    io.Writer            // the daemon's log; default nowhere
	Adjust func(*config.Config) // changes the config before the start
	// Addr and CA are where the daemon finds the server, over TLS, if not where it is:
	// what stands before it there, the user's own side goes past.
	Addr   string
	CA     *x509.CertPool
	Notify func(daemon.Notification)
	// Rewrite may put the daemon's letters better; nil for as they are.
	Rewrite daemon.Rewriter
	// Opinion is asked what a message is where the user is; nil asks nobody.
	Opinion func(context.Context, recognize.Letter) string
}

// A Stage is one account with everything around it.
type Stage struct {
	Server *mailserver.Server
	User   string
	Config *config.Config
	Store  *store.Store

	options Options
	texts   *templates.Set
	mu      sync.Mutex
	now     time.Time
	passes  map[string]pass // by account
	changed chan struct{}
	player  Player
}

// A Player is the daemon as a stage has it, in this process or in one of its own.
type Player interface {
	Kick()               // makes it look
	Moved(now time.Time) // the stage's clock was moved
	Stop() error         // ends it, if it runs, and waits for it
}

// New sets a stage up; the daemon is not running yet.
func New(ctx context.Context, o Options) (*Stage, error) {
	if o.User == "" {
		o.User = o.Server.Users[0]
	}
	if o.Name == "" {
		o.Name = "Sam Winter"
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	c := config.Default()
	c.Store, c.Letters.Templates = filepath.Join(o.Dir, "afterword.db"), ""
	c.Accounts = []config.Account{Account(o.User, o.Name)}
	if o.Adjust != nil {
		o.Adjust(c)
	}
	s := &Stage{Server: o.Server, User: o.User, Config: c, options: o, now: o.Start, passes: map[string]pass{}, changed: make(chan struct{}, 1)}
	var err error
	if s.texts, err = templates.Load(c.Letters.Templates); err != nil {
		return nil, err
	}
	if s.Store, err = store.Open(ctx, c.Store); err != nil {
		return nil, err
	}
	return s, nil
}

// Account is the one account of a stage whose config nobody adjusts.
func Account(address, name string) config.Account {
	return config.Account{Name: "work", Address: address, FromName: name, Zone: "America/New_York", Holidays: "US", Language: "en"}
}

// Close ends the daemon and closes the store.
func (s *Stage) Close() error {
	return errors.Join(s.StopDaemon(), s.Store.Close())
}

// Now returns the time of the stage.
func (s *Stage) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.options.Clock != nil {
		return s.options.Clock()
	}
	return s.now
}

// At moves the clock to an instant.
func (s *Stage) At(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = t
	if s.player != nil {
		s.player.Moved(t)
	}
}

// Kick makes the daemon look.
func (s *Stage) Kick() { s.player.Kick() }

// Enter lets a player be the daemon, until StopDaemon. It tells Observed of each pass.
func (s *Stage) Enter(p Player) { s.player = p }

// inside is the daemon in this process.
type inside struct {
	daemon *daemon.Daemon
	cancel context.CancelFunc
	ended  chan error
}

func (p *inside) Kick()           { p.daemon.Kick() }
func (p *inside) Moved(time.Time) {} // it reads the clock itself

func (p *inside) Stop() error {
	p.cancel()
	return <-p.ended
}

// StartDaemon starts the daemon in this process.
func (s *Stage) StartDaemon(ctx context.Context) {
	d := &daemon.Daemon{Config: s.Config, Store: s.Store, Texts: s.texts, Now: s.Now, Endpoint: s.endpoint,
		Log: slog.New(slog.NewTextHandler(s.options.Log, nil)), Observed: s.Observed, Rewrite: s.options.Rewrite, Opinion: s.options.Opinion}
	if s.options.Notify != nil {
		d.Notify = func(_ context.Context, n daemon.Notification) { s.options.Notify(n) }
	}
	ctx, cancel := context.WithCancel(ctx)
	p := &inside{daemon: d, cancel: cancel, ended: make(chan error, 1)}
	go func() { p.ended <- d.Run(ctx) }()
	s.Enter(p)
}

// StopDaemon stops the daemon, if it runs, and waits for it.
func (s *Stage) StopDaemon() error {
	if s.player == nil {
		return nil
	}
	err := s.player.Stop()
	s.player = nil
	return err
}

func (s *Stage) endpoint(a config.Account) (mailwatch.Endpoint, error) {
	e := mailwatch.Endpoint{Address: s.Server.Addr, RootCAs: s.Server.CA, Username: a.Address,
		Secret: func(context.Context) (string, error) { return mailserver.Password, nil }}
	if e.Address == "" {
		e.Address, e.TLS = s.Server.PlainAddr, mailwatch.TLSNone
	}
	if s.options.Addr != "" {
		e.Address, e.RootCAs, e.TLS = s.options.Addr, s.options.CA, mailwatch.TLSImplicit
	}
	return e, nil
}

// Observed is told by the daemon of each pass.
func (s *Stage) Observed(account string, err error) {
	s.mu.Lock()
	s.passes[account] = pass{s.passes[account].n + 1, err}
	s.mu.Unlock()
	select {
	case s.changed <- struct{}{}:
	default:
	}
}

// pass is the newest one of an account.
type pass struct {
	n   int
	err error
}

// count returns the passes of each account.
func (s *Stage) count() map[string]pass {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.passes)
}

// since reports whether each account has made a good pass that was not yet counted,
// and the error of one whose newest was not.
func (s *Stage) since(before map[string]pass) (bool, error) {
	now := s.count()
	all := len(now) >= len(s.Config.Accounts)
	for account, p := range now {
		if p.err != nil {
			return false, p.err
		}
		all = all && p.n > before[account].n
	}
	return all, nil
}

// Settle waits until the daemon has seen everything that there is now, and has acted on
// it.
func (s *Stage) Settle(ctx context.Context) error {
	// One pass may be under way; the next begins after now. What one account has found
	// is another's to act on, what that places waits for a look of all of them, and is
	// placed after it: with several, each of these takes two passes as well.
	passes := 2
	if len(s.Config.Accounts) > 1 {
		passes = 8
	}
	for range passes {
		if err := s.pass(ctx); err != nil {
			return err
		}
	}
	return nil
}

// pass makes each account look, and waits until one pass of each has ended well.
func (s *Stage) pass(ctx context.Context) error {
	before := s.count()
	s.player.Kick()
	for {
		select {
		case <-ctx.Done():
			if _, err := s.since(before); err != nil {
				return fmt.Errorf("wait for the daemon: %w (its last pass: %w)", ctx.Err(), err)
			}
			return fmt.Errorf("wait for the daemon: %w", ctx.Err())
		case <-s.changed:
		case <-time.After(100 * time.Millisecond):
			s.player.Kick() // it may have been away
		}
		if all, err := s.since(before); all && err == nil {
			return nil
		}
	}
}

// Go moves the clock and waits until the daemon has taken it in.
func (s *Stage) Go(ctx context.Context, t time.Time) error {
	s.At(t)
	return s.Settle(ctx)
}

// Application folds one application as it is in the store.
func (s *Stage) Application(ctx context.Context, id string) (rules.Application, rules.Schedule, error) {
	facts, err := s.Store.Facts(ctx, id)
	if err != nil {
		return rules.Application{}, rules.Schedule{}, err
	}
	a := rules.Fold(id, facts)
	cal, err := s.Config.Calendar(s.Config.Accounts[0], a.Zone, a.Holidays)
	if err != nil {
		return a, rules.Schedule{}, err
	}
	return a, rules.Plan(&a, cal, s.Config.Policy(), s.Now()), nil
}
