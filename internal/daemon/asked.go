package daemon

import (
	"context"
	"fmt"
	"strings"
	"time"

	"afterword/internal/store"
	"afterword/rules"
)

// A draft is placed when all accounts of the user were asked for an answer after it
// became due: the answer may lie in any of them. Each worker asks its own mailboxes; the
// one that places rings for the others and waits for them.

// holdFor is how long a draft waits at most for an account that cannot be read, from
// when that began. The user is told that it waits, and until when.
const holdFor = 2 * time.Hour

// A hold is a follow-up's wait for the other accounts.
type hold struct {
	at   time.Time
	of   *roster           // who there was to be asked
	need map[*worker]int64 // the look that has to be over, by account
}

// holdsGood is for how long what the others answered holds good.
const holdsGood = 5 * time.Minute

// over reports whether all looks are over that were waited for.
func (h *hold) over() bool {
	for other, round := range h.need {
		if other.asked.Load() < round {
			return false
		}
	}
	return true
}

// wakeHomes has the other workers see to what one has found for their applications.
func (d *Daemon) wakeHomes(from *worker, facts []store.MailFact) {
	if len(facts) == 0 {
		return
	}
	for _, w := range d.shelf.homes(facts) {
		if w != from {
			w.bell.Ring()
		}
	}
}

// wasAsked notes that all mailboxes of the account were read in a look, and tells those
// who wait for that.
func (w *worker) wasAsked(round int64) {
	w.asked.Store(round)
	w.waiters.Range(func(other, _ any) bool {
		w.waiters.Delete(other)
		other.(*worker).bell.Ring()
		return true
	})
}

// isBehind reports whether there are applications whose past was not looked up in this
// account.
func (w *worker) isBehind() bool {
	_, fresh := w.d.shelf.count(w.name)
	return fresh > 0
}

// othersAsked reports whether the drafts of an application may be placed, as far as the
// user's other accounts go. Where one cannot be read for long, they may after all.
func (w *worker) othersAsked(ctx context.Context, a rules.Application, f rules.FollowUp, now time.Time) (bool, error) {
	all := w.d.standing()
	if len(all.workers) < 2 {
		return true, nil
	}
	h := w.holds[a.ID]
	if h == nil || h.of != all || now.Sub(h.at).Abs() > holdsGood && h.over() {
		h = &hold{at: now, of: all, need: map[*worker]int64{}}
		for _, other := range all.workers {
			if other != w {
				h.need[other] = other.begun.Load() + 1
			}
		}
		w.holds[a.ID] = h
	}
	wait := false
	var blind []string
	until := time.Time{}
	for other, round := range h.need {
		if other.asked.Load() >= round && !w.d.shelf.isFresh(other.name, a.ID) {
			continue
		}
		if since := other.blind.Load(); since != 0 {
			blind = append(blind, other.name)
			end := time.UnixMicro(since).Add(holdFor)
			if !now.Before(end) {
				continue
			}
			if end.After(until) {
				until = end
			}
		}
		wait = true
		other.waiters.Store(w, true)
		other.bell.Ring()
	}
	switch {
	case !wait && len(blind) > 0:
		w.record(a.ID, slogTrouble, f.Title()+" to "+nameOf(f.To)+" is placed although "+strings.Join(blind, ", ")+" cannot be read", "an answer there would not be known", "rule", "unasked")
	case !until.IsZero():
		w.release = append(w.release, until)
		text := fmt.Sprintf("%s to %s waits, because %s cannot be read and an answer may lie there: it is placed at %s all the same",
			f.Title(), nameOf(f.To), strings.Join(blind, ", "), until.Local().Format(time.DateTime))
		return false, w.tellOnce(ctx, a, "unasked/"+f.Key, "unasked", text, now)
	}
	return !wait, nil
}
