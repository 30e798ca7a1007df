package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
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
	// Config, Texts, Rewrite and Opinion are the settings of the start. Rewrite may put
	// a letter better; nil leaves ours as it is. Opinion is asked what a message is where
	// the user is asked; nil asks nobody, and "" is no opinion.
	Config  *config.Config
	Texts   *templates.Set
	Rewrite Rewriter
	Opinion func(ctx context.Context, l recognize.Letter) string
	// Changes brings other settings while the daemon runs, and it works by them from
	// then on. Their config is valid and has the same store. nil brings none.
	Changes <-chan Settings

	Store *store.Store
	Log   *slog.Logger
	// Now is the clock of every decision. Waiting is done in real time: a faster
	// clock needs Kick.
	Now func() time.Time
	// Endpoint says how to reach an account's server, with its password.
	Endpoint func(config.Account) (mailwatch.Endpoint, error)
	// Diagnose names the kind of trouble for which an account cannot be read, for who
	// words it later; nil names none.
	Diagnose func(config.Account, error) string
	// Notify tells the user something outside the log; nil tells nothing.
	Notify func(ctx context.Context, n Notification)
	// Status is told what the daemon is doing, for a service manager; nil is fine.
	Status func(line string)
	// Started is called once, when the daemon is the only one on its store; nil is fine.
	Started func()
	// Step is called after each step of placing a draft; see drafter.Placer.
	Step func(step string)
	// Progress shows how far the reading of a large mailbox got, instead of the
	// log; nil is fine. Several goroutines call it.
	Progress func(account, mailbox string, done, total int)
	// Observed is called after each pass of an account that was not cut short by the end;
	// nil is fine.
	Observed func(account string, err error)
	// Passing is called before each pass of an account, and done after it however it
	// ends; nil is fine.
	Passing func(account string) (done func())

	roster atomic.Pointer[roster] // only Run's goroutine changes it
	shelf  *shelf
}

// A Notification is something that the user is told.
type Notification struct {
	Account, Application string
	Title, Text          string
}

// storePoll is how often the store is asked whether a command changed it: a
// command takes effect within two seconds.
const storePoll = 500 * time.Millisecond

// sameLooks is for how many looks a store is still asked after the time of its last
// write has changed: file systems tell two writes apart that are two seconds apart
// (FAT), most of them do better.
const sameLooks = 10

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
	schedule, err := d.schedule(ctx, d.Config)
	if err != nil {
		return err
	}
	if d.Started != nil {
		d.Started()
	}
	d.roster.Store(nil)
	d.shelf = newShelf()
	// Before any worker reads the store, so that no change falls between.
	seq, err := d.Store.Changed(ctx)
	if err != nil {
		return err
	}
	if err := d.takeUp(ctx, d.first()); err != nil {
		return err
	}
	var group sync.WaitGroup
	schedule.Start()
	group.Go(recognize.Prepare) // while the first accounts log in
	group.Go(func() { d.watchStore(ctx, seq) })
	group.Go(func() { d.report(ctx) })
	group.Go(func() { d.prune(ctx) })
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case s := <-d.Changes:
			other, err := d.schedule(ctx, s.Config)
			if err == nil {
				err = d.takeUp(ctx, s)
			}
			if err != nil {
				if ctx.Err() == nil {
					d.Log.Warn("the changed config could not be taken up; the one before counts", "error", err)
				}
				continue
			}
			<-schedule.Stop().Done()
			schedule = other
			schedule.Start()
		}
	}
	<-schedule.Stop().Done()
	for _, w := range d.standing().workers {
		<-w.done
	}
	group.Wait()
	return nil
}

// spacing is how long after one account the next one begins.
const spacing = 5 * time.Millisecond

// together is how many accounts are woken at once.
const together = 50

// Kick makes every worker look again at once.
func (d *Daemon) Kick() {
	for _, w := range d.standing().workers {
		w.bell.Ring() // one that is awake looks once more
	}
}

// wake makes one worker after the other look again: a thousand at once would take,
// for a moment, much more memory than they need. A few at once take less of the
// processor than as many one by one.
func (d *Daemon) wake(ctx context.Context) {
	r := d.standing()
	for i, account := range r.Config.Accounts {
		r.workers[account.Name].bell.Ring()
		if (i+1)%together == 0 && !pause(ctx, together*spacing) {
			return
		}
	}
}

// schedule makes the cron jobs. A job only wakes the workers, so it may run twice
// (an hour that comes twice in autumn) or late (a laptop that slept).
func (d *Daemon) schedule(ctx context.Context, by *config.Config) (*cron.Cron, error) {
	logger := cron.PrintfLogger(slog.NewLogLogger(d.Log.Handler(), slog.LevelDebug))
	c := cron.New(cron.WithLogger(logger), cron.WithChain(cron.SkipIfStillRunning(logger), cron.Recover(logger)))
	for _, spec := range []string{by.Daemon.Heartbeat, by.Daemon.Check} {
		if spec == "" {
			continue
		}
		parsed, err := config.Schedule(spec)
		if err != nil {
			return nil, err
		}
		c.Schedule(parsed, cron.FuncJob(func() { d.wake(ctx) }))
	}
	return c, nil
}

// watchStore wakes the workers of whose applications the store has learnt something
// since last that they do not know: from a command.
func (d *Daemon) watchStore(ctx context.Context, last int64) {
	var written time.Time
	same := 0
	finds, err := d.Store.AccountNews(ctx, 0)
	if err != nil && ctx.Err() == nil {
		d.Log.Warn("the store cannot be read", "error", err)
	}
	for pause(ctx, storePoll) {
		same++
		if at := d.Store.Written(); at.IsZero() || !at.Equal(written) {
			written, same = at, 0
		}
		if same > sameLooks {
			continue
		}
		seq, err := d.Store.Changed(ctx)
		if err != nil {
			if ctx.Err() == nil {
				d.Log.Warn("the store cannot be read", "error", err)
			}
			continue
		}
		if fresh, err := d.Store.AccountNews(ctx, newest(finds)); err == nil && len(fresh) > 0 {
			for account, seq := range fresh {
				if w := d.standing().workers[account]; w != nil && w.knowsFinds.Load() < seq {
					w.bell.Ring()
				}
			}
			finds = fresh
		}
		if seq == last {
			continue
		}
		list, err := d.concerned(ctx, last)
		if err != nil {
			continue // the next time
		}
		for _, w := range list {
			w.bell.Ring()
		}
		last = seq
	}
}

// newest returns the highest of the sequence numbers.
func newest(news map[string]int64) (seq int64) {
	for _, n := range news {
		seq = max(seq, n)
	}
	return seq
}

// concerned returns the workers that do not know yet what the store has learnt since.
func (d *Daemon) concerned(ctx context.Context, since int64) (list []*worker, err error) {
	news, err := d.Store.News(ctx, since)
	for account, newest := range news {
		if w := d.standing().workers[account]; w != nil && w.knows.Load() < newest {
			list = append(list, w)
		}
	}
	return list, err
}

// pruneAfter is how long after a start old entries are deleted, for a start has other
// things to do, and pruneEvery how often from then on.
const (
	pruneAfter = time.Hour
	pruneEvery = 24 * time.Hour
)

// prune deletes, once a day, the log of applications that have long ended.
func (d *Daemon) prune(ctx context.Context) {
	for wait := pruneAfter; pause(ctx, wait); wait = pruneEvery {
		years := d.standing().Config.Daemon.KeepYears
		if years == 0 {
			continue
		}
		rows, err := d.Store.Prune(ctx, d.Now().AddDate(-years, 0, 0))
		if err == nil && rows > 0 {
			err = d.Store.Shrink(ctx)
		}
		if err != nil && ctx.Err() == nil {
			d.Log.Warn("old entries could not be deleted", "error", err)
		}
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
