package daemon

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"afterword/internal/store"
)

// health knows since when an account is read, or since when it is not. A watcher
// that is blind must say so: silence is a fault.
type health struct {
	store.Health
	saved time.Time // when LastRead was written last
}

// saveEvery is how often a healthy account writes that it was read.
const saveEvery = time.Minute

func (h *health) load(ctx context.Context, w *worker) {
	saved, err := w.d.Store.Health(ctx, w.name)
	if err != nil {
		w.log.Warn("health could not be read", "error", err)
	}
	h.Health = saved
	h.Account = w.name
	w.blind.Store(since(h.BlindSince))
}

// read notes that everything was read up to now.
func (h *health) read(ctx context.Context, w *worker, now time.Time) {
	if !h.BlindSince.IsZero() {
		w.record("", slogMessage, "the mailbox is read again", "it could not be read since "+h.BlindSince.Local().Format(time.DateTime), "rule", "health")
	}
	fresh := h.BlindSince.IsZero() && now.Sub(h.saved).Abs() < saveEvery
	h.LastRead, h.BlindSince, h.Why, h.Trouble, h.Told = now, time.Time{}, "", "", false
	w.blind.Store(0)
	if !fresh {
		h.save(ctx, w, now)
	}
}

// since is an instant as the other workers see it.
func since(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// numbers are what differs each time that the same thing goes wrong: ports, addresses.
var numbers = regexp.MustCompile(`0x[0-9a-f]+|[0-9]+`)

// lost notes that the account cannot be read, and why.
func (h *health) lost(ctx context.Context, w *worker, err error) {
	now := w.d.Now()
	why := strings.ReplaceAll(fmt.Sprint(err), "\n", " ")
	if h.BlindSince.IsZero() {
		h.BlindSince = now
		w.blind.Store(since(now))
	}
	known := numbers.ReplaceAllString(h.Why, "") == numbers.ReplaceAllString(why, "")
	if h.Trouble = ""; w.d.Diagnose != nil {
		h.Trouble = w.d.Diagnose(w.account, err)
	}
	if h.Why = why; !known {
		w.record("", slogTrouble, "the mailbox cannot be read", why, "rule", "health")
	}
	h.save(ctx, w, now)
}

// remind tells the user, once, that an account has been blind for long.
func (h *health) remind(ctx context.Context, w *worker) {
	after := w.config().Daemon.BlindAfter.Duration()
	if h.BlindSince.IsZero() || h.Told || after <= 0 || w.d.Now().Sub(h.BlindSince) < after {
		return
	}
	h.Told = true
	h.save(ctx, w, w.d.Now())
	text := fmt.Sprintf("%s has not been read since %s: %s", w.account.Address, h.BlindSince.Local().Format(time.DateTime), h.Why)
	w.record("", slogTrouble, text, "", "rule", "blind")
	if w.d.Notify != nil {
		w.d.Notify(ctx, Notification{Account: w.name, Title: "Afterword cannot read your mail", Text: text})
	}
}

func (h *health) save(ctx context.Context, w *worker, now time.Time) {
	h.saved = now
	if err := w.d.Store.SetHealth(ctx, h.Health); err != nil && ctx.Err() == nil {
		w.log.Warn("health could not be noted", "error", err)
	}
}

// aliveEvery is how often the log hears that an account is watched though nothing
// happens: a log that is silent for days looks like a program that is dead.
const aliveEvery = 24 * time.Hour

// alive says, once a day, that the program lives, and what it watches.
func (w *worker) alive(now time.Time) {
	if now.Sub(w.spoke) < aliveEvery {
		return
	}
	w.spoke = now
	open := 0
	for _, a := range w.book.apps {
		if !a.Stopped {
			open++
		}
	}
	what := "still watching"
	if !w.health.BlindSince.IsZero() {
		what = "still trying to read the mailbox"
	}
	w.log.Info(what, "inbox", w.boxes.Inbox, "others", len(w.boxes.Others), "drafts", w.boxes.Drafts, "sent", w.boxes.Sent,
		"applications", open, "mailbox", HealthLine(w.health.Health))
}

// reportEvery is how often a service manager is told how things are.
const reportEvery = 30 * time.Second

// report tells the service manager how the accounts are, until ctx ends.
func (d *Daemon) report(ctx context.Context) {
	if d.Status == nil {
		return
	}
	for {
		if all, err := d.Store.Healths(ctx); err == nil {
			var lines []string
			for _, a := range d.standing().Config.Accounts {
				lines = append(lines, a.Name+": "+HealthLine(all[a.Name]))
			}
			d.Status(strings.Join(lines, "; "))
		}
		if !pause(ctx, reportEvery) {
			return
		}
	}
}

// HealthLine says in a few words how an account is.
func HealthLine(h store.Health) string {
	switch {
	case !h.BlindSince.IsZero():
		return fmt.Sprintf("not read since %s (%s)", h.BlindSince.Local().Format(time.DateTime), h.Why)
	case h.LastRead.IsZero():
		return "never read yet"
	}
	return "last read " + h.LastRead.Local().Format(time.DateTime)
}

// NotRead names the mailboxes of an account that are not read.
func NotRead(h store.Health) string {
	var words []string
	for _, box := range h.Skipped {
		words = append(words, fmt.Sprintf("%q (skipped)", box))
	}
	for _, box := range h.Unread {
		words = append(words, fmt.Sprintf("%q (the server does not let us)", box))
	}
	return strings.Join(words, ", ")
}
