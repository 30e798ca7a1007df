package daemon

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterword/rules"
)

// longestCompose is how long a letter may take. A thousandth of it is usual; what takes
// longer is a fault, and no mail is read meanwhile.
const longestCompose = 5 * time.Second

// mostUnwritten is what the pause grows to after which a letter that could not be
// worded is tried again.
const mostUnwritten = 6 * time.Hour

// An unwritten letter could not be worded. It is tried again after a pause that
// doubles, and at once where there is news of its application.
type unwritten struct {
	tried time.Time
	pause time.Duration
	facts int // of the application when it was tried
}

// letterOf names a letter among those of an account.
type letterOf struct{ application, followUp string }

// rests returns how long a letter that could not be worded still has to wait; 0 where
// it may be tried.
func (w *worker) rests(a rules.Application, f rules.FollowUp, now time.Time) time.Duration {
	u, ok := w.unwritten[letterOf{a.ID, f.Key}]
	if !ok || u.facts != len(w.book.facts[a.ID]) {
		return 0
	}
	return max(0, u.tried.Add(u.pause).Sub(now))
}

// unworded tells the user, once, that a letter could not be written, and returns after
// how long it is tried again.
func (w *worker) unworded(ctx context.Context, a rules.Application, f rules.FollowUp, why error, now time.Time) (time.Duration, error) {
	var err error
	if errors.Is(why, context.DeadlineExceeded) {
		w.log.Warn("a letter takes too long", "application", a.ID, "follow_up", f.Key, "error", why) // a machine that was asleep, perhaps
	} else {
		err = w.tellOnce(ctx, a, "unwritten/"+f.Key, "no-wording",
			fmt.Sprintf("%s to %s is due and could not be written (%v): write it yourself", f.Title(), nameOf(f.To), why), now)
	}
	u := w.unwritten[letterOf{a.ID, f.Key}]
	u = unwritten{tried: now, pause: min(max(2*u.pause, retryHeld), mostUnwritten), facts: len(w.book.facts[a.ID])}
	w.unwritten[letterOf{a.ID, f.Key}] = u
	return u.pause, err
}
