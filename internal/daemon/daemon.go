package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/recognize"
	"afterword/templates"

	"github.com/robfig/cron/v3"
)

// A Daemon watches all accounts of a config until its context ends.
type Daemon struct {
	Config *config.Config
	Store  *store.Store
	Texts  *templates.Set
	Log    *slog.Logger
	// Now is the clock of every decision. Waiting is done in real time: a faster
	// clock needs Kick.
	Now func() time.Time
	// Endpoint says how to reach an account's server, with its password.
	Endpoint func(config.Account) (mailwatch.Endpoint, error)
	// Notify tells the user something outside the log; nil tells nothing.
	Notify func(ctx context.Context, n Notification)
	// Status is told what the daemon is doing, for a service manager; nil is fine.
	Status func(line string)
	// Rewrite may put a letter better; nil leaves ours as it is.
	Rewrite Rewriter
	// Step is called after each step of placing a draft; see drafter.Placer.
	Step func(step string)
	// Progress shows how far the reading of a large mailbox got, instead of the
	// log; nil is fine. Several goroutines call it.
	Progress func(account, mailbox string, done, total int)
	// Observed is called after each pass of an account; nil is fine.
	Observed func(account string, err error)

	mu      sync.Mutex
	workers map[string]*worker
}

// A Notification is something that the user is told.
type Notification struct {
	Account, Application string
	Title, Text          string
}

// storePoll is how often the store is asked whether a command changed it: a
// command takes effect within two seconds.
const storePoll = 500 * time.Millisecond

// Run works until ctx ends, and returns nil then. It returns an error only where
// nothing can be done at all: the store is in use by another daemon, or there is
// no account.
func (d *Daemon) Run(ctx context.Context) error {
	if len(d.Config.Accounts) == 0 {
		return errors.New("the config has no account")
	}
	unlock, err := d.Store.LockDaemon()
	if err != nil {
		return err
	}
	defer func() { _ = unlock() }()
	schedule, err := d.schedule()
	if err != nil {
		return err
	}
	d.mu.Lock()
	d.workers = map[string]*worker{}
	for i := range d.Config.Accounts {
		w := newWorker(d, d.Config.Accounts[i])
		d.workers[w.name] = w
	}
	d.mu.Unlock()

	// Before any worker reads the store, so that no change falls between.
	seq, err := d.Store.Changed(ctx)
	if err != nil {
		return err
	}
	var group sync.WaitGroup
	schedule.Start()
	for i, account := range d.Config.Accounts {
		w := d.workers[account.Name]
		// A thousand accounts do not log in at once.
		start := time.Duration(i) * startSpacing
		group.Go(func() {
			if pause(ctx, start) {
				w.run(ctx)
			}
		})
	}
	group.Go(recognize.Prepare) // while the first accounts log in
	group.Go(func() { d.watchStore(ctx, seq) })
	group.Go(func() { d.report(ctx) })
	<-ctx.Done()
	<-schedule.Stop().Done()
	group.Wait()
	return nil
}

const startSpacing = 5 * time.Millisecond

// Kick makes every worker look again at once.
func (d *Daemon) Kick() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, w := range d.workers {
		w.bell.Ring() // one that is awake looks once more
	}
}

// schedule makes the cron jobs. A job only wakes the workers, so it may run twice
// (an hour that comes twice in autumn) or late (a laptop that slept).
func (d *Daemon) schedule() (*cron.Cron, error) {
	logger := cron.PrintfLogger(slog.NewLogLogger(d.Log.Handler(), slog.LevelDebug))
	c := cron.New(cron.WithLogger(logger), cron.WithChain(cron.SkipIfStillRunning(logger), cron.Recover(logger)))
	for _, spec := range []string{d.Config.Daemon.Heartbeat, d.Config.Daemon.Check} {
		if spec == "" {
			continue
		}
		parsed, err := config.Schedule(spec)
		if err != nil {
			return nil, err
		}
		c.Schedule(parsed, cron.FuncJob(d.Kick))
	}
	return c, nil
}

// watchStore wakes the workers when a command changed the store since last.
func (d *Daemon) watchStore(ctx context.Context, last int64) {
	for pause(ctx, storePoll) {
		seq, err := d.Store.Changed(ctx)
		if err != nil {
			if ctx.Err() == nil {
				d.Log.Warn("the store cannot be read", "error", err)
			}
			continue
		}
		if seq != last {
			d.Kick()
		}
		last = seq
	}
}

// pause waits, and reports false if ctx ended.
func pause(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
	}
	return ctx.Err() == nil
}

// recovered turns a panic into an error: one account's trouble is not the others'.
func (w *worker) recovered(err *error) {
	if p := recover(); p != nil {
		w.log.Error("the program stumbled, please report it", "panic", p, "stack", string(debug.Stack()))
		*err = fmt.Errorf("the program stumbled (%v): please report it, the log has more", p)
	}
}
