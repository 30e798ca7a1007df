package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/rules"
)

// A worker owns one account: its connection, what it knows of the applications,
// and its place in the mailboxes. Only its own goroutine touches it, but for the
// bell and what is atomic.
type worker struct {
	d       *Daemon
	account config.Account
	name    string
	log     *slog.Logger
	bell    mailwatch.Bell

	book        *book       // the applications
	finds       finds       // what may become one
	answerBoxes []answerBox // in which the user answers by moving a message there
	moves       bool        // something was moved in one of them
	noFolders   bool        // the server does not let us make them
	unsearched  bool        // the past of the account was not looked through for those
	quarantine  *mailwatch.Quarantine
	conn        *mailwatch.Conn
	boxes       mailwatch.Mailboxes
	cursors     []store.Cursor         // up to where each mailbox was read; nobody else moves them
	missed      map[string]time.Time   // drafts that were not found, since when; by Message-ID
	learnt      time.Time              // when it was looked how the user writes
	unwritten   map[letterOf]unwritten // letters that could not be worded
	health      health
	noted       *[]store.Entry         // what was said while a batch is read; see noting
	found       bool                   // the mailboxes were named in the log
	listed      time.Time              // when the server was asked last which mailboxes there are
	drafts      time.Time              // when Drafts was looked at last
	held        bool                   // the server did not let go of a draft
	relist      bool                   // it is to be asked again: there is one that nobody knows
	unread      []mailwatch.Unreadable // in the last look
	overlooked  overlooked
	holds       map[string]*hold        // by application: its drafts wait for the other accounts
	awaits      bool                    // a language model works for the application that is being updated
	errands     errands                 // what it works on
	release     []time.Time             // until when, where one of those cannot be read
	lately      map[string]time.Time    // what the user was told, and when
	spoke       time.Time               // when the log was last told that the account is watched
	unsaved     map[string][]rules.Fact // by application, what was read in this pass; see asRead
	replies     []reply                 // answers to notes, of the batch that is being read
	asksAt      time.Time               // when there may be something to ask; zero for never
	rewrites    map[string]standing     // drafts that the user has edited, and are to be proofread; by Message-ID
	edited      map[string]time.Time    // since when an edited note stands so in Drafts
	inDrafts    []drafter.Summary       // what stands in Drafts, as it was read last; nil where that is old

	stop context.CancelFunc // ends it; of Run's goroutine, as is
	done chan struct{}      // closed when it has ended

	// What the other workers look at.
	knows atomic.Int64 // the sequence number of the newest fact that the book holds
	// knowsFinds is the same of the account's own facts.
	knowsFinds atomic.Int64
	begun      atomic.Int64 // looks at all mailboxes that were begun
	asked      atomic.Int64 // the last of them that came to its end
	blind      atomic.Int64 // since when the account cannot be read, in microseconds since 1970; 0 if it can
	waiters    sync.Map     // workers to be rung when a look comes to its end
}

func newWorker(d *Daemon, account config.Account) *worker {
	w := &worker{d: d, account: account, name: account.Name, log: d.Log.With("account", account.Name),
		missed: map[string]time.Time{}, rewrites: map[string]standing{}, unwritten: map[letterOf]unwritten{}, holds: map[string]*hold{}, quarantine: new(mailwatch.Quarantine), lately: map[string]time.Time{}, spoke: d.Now(), unsaved: map[string][]rules.Fact{}}
	w.book = newBook(w)
	return w
}

// run reconnects for ever.
func (w *worker) run(ctx context.Context) {
	defer w.errands.wait()
	w.health.load(ctx, w)
	lost, refused := new(mailwatch.Backoff), &mailwatch.Backoff{Least: loginPause, Most: mostLoginPause}
	poisoned := 0
	for ctx.Err() == nil {
		began := time.Now()
		err := w.session(ctx)
		lost.Lasted(time.Since(began))
		refused.Lasted(time.Since(began))
		if ctx.Err() != nil {
			return
		}
		w.health.lost(ctx, w, err)
		if poisoned++; !errors.Is(err, mailwatch.ErrPoison) {
			poisoned = 0
		} else if poisoned <= poisonedInARow {
			continue // the message is known now, and left out next time
		}
		// A kick does not shorten the wait: commands and cron know nothing of
		// the network.
		w.health.remind(ctx, w)
		w.alive(w.d.Now())
		wait := lost.Next()
		if errors.Is(err, mailwatch.ErrLogin) {
			wait = max(refused.Next(), loginPause)
		}
		w.log.Info("connecting again", "in", wait.Round(time.Second/10))
		pause(ctx, wait)
	}
}

// poisonedInARow is after how many connections in a row that a message broke the
// next one waits as after any other loss: to find the message by halving takes fewer.
const poisonedInARow = 20

// loginPause is the least time between two refused logins, and mostLoginPause what it
// grows to: providers lock an account out that tries faster.
const (
	loginPause     = 20 * time.Second
	mostLoginPause = 5 * time.Minute
)

// session is the life of one connection.
func (w *worker) session(ctx context.Context) (err error) {
	defer w.recovered(&err)
	if err := w.onFreshStack(func() error { return w.connect(ctx) }); err != nil {
		return err
	}
	defer w.conn.Close()
	for {
		done := func() {}
		if w.d.Passing != nil {
			done = w.d.Passing(w.name)
		}
		err := w.onFreshStack(func() error { return w.pass(ctx) })
		done()
		if w.d.Observed != nil && ctx.Err() == nil {
			w.d.Observed(w.name, err)
		}
		if err != nil {
			return err
		}
		wait := w.within(w.config().Daemon.Poll.Duration(), w.d.Now())
		began, from := time.Now(), w.d.Now()
		wake, err := w.conn.Wait(ctx, w.boxes.Inbox, &w.bell, wait)
		if err != nil {
			return err
		}
		w.log.Debug("awake", "why", wake.Why)
		// What the server said as the wait ended may be from before the machine slept.
		if slept := w.d.Now().Sub(from) - time.Since(began); slept.Abs() > time.Second {
			if _, _, err := w.conn.Changed(ctx, []mailwatch.Cursor{{Mailbox: w.boxes.Inbox}}); err != nil {
				return err
			}
		}
		w.relist = w.relist || slices.ContainsFunc(wake.Changed, w.isUnknown)
	}
}

// within bounds a wait, so that it ends when a schedule changes, or a draft has waited
// long enough for an account that cannot be read.
func (w *worker) within(wait time.Duration, now time.Time) time.Duration {
	for _, at := range append([]time.Time{w.asksAt}, w.settles(now)...) {
		if !at.IsZero() {
			wait = min(wait, max(at.Sub(now), shortestWait))
		}
	}
	for _, until := range w.release {
		wait = min(wait, max(until.Sub(now), shortestWait))
	}
	return w.book.within(wait, now)
}

// onFreshStack waits while f runs in a goroutine that ends with it. A handshake and the
// store need a deep stack for a moment; an account that waits would keep it, and there
// may be a thousand.
func (w *worker) onFreshStack(f func() error) (err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer w.recovered(&err)
		err = f()
	}()
	<-done
	return err
}

// connect reads what the store knows, logs in and finds the mailboxes.
func (w *worker) connect(ctx context.Context) error {
	if err := w.book.refresh(ctx); err != nil {
		return err
	}
	endpoint, err := w.d.Endpoint(w.account)
	if err != nil {
		return err
	}
	conn, err := mailwatch.Dial(ctx, endpoint, w.log)
	if err != nil {
		return err
	}
	conn.Avoid(w.quarantine)
	announced, err := w.findMailboxes(ctx, conn)
	if err != nil {
		conn.Close()
		return err
	}
	w.conn = conn
	if !w.found {
		w.found = true
		w.spoke = w.d.Now()
		w.log.Info("watching", "server", endpoint.Address, "inbox", w.boxes.Inbox, "others", w.boxes.Others, "skipped", w.boxes.Skipped,
			"drafts", w.boxes.Drafts, "sent", w.boxes.Sent, "trash", w.boxes.Trash, "announced", announced)
		if len(w.account.Mailboxes.Watch) > 0 {
			w.log.Warn(WatchNote)
		}
	}
	return nil
}

// pass is one round: collect, then act.
func (w *worker) pass(ctx context.Context) error {
	now := w.d.Now()
	if err := w.lookForMailboxes(ctx, now); err != nil {
		return fmt.Errorf("list the mailboxes of %q: %w", w.name, err)
	}
	if err := w.collect(ctx, now); err != nil {
		return fmt.Errorf("read the mailbox of %q: %w", w.name, err)
	}
	w.health.read(ctx, w, now)
	if err := w.act(ctx, now); err != nil {
		return fmt.Errorf("see to the drafts of %q: %w", w.name, err)
	}
	if err := w.learn(ctx, now); err != nil {
		return fmt.Errorf("look how the user of %q writes: %w", w.name, err)
	}
	w.log.Debug("everything is up to date")
	w.alive(now)
	return nil
}
