package people

import (
	"os"
	"testing"
	"testing/synctest"
	"time"
)

// onDovecot reports whether the lives are played on a server in processes of its own.
func onDovecot() bool { return os.Getenv(serverVar) == "dovecot" }

// apart runs lives where nothing of the real time passes and it is known when the daemon
// has come to rest. A server in another process knows only the real time.
func apart(t *testing.T, lives func(t *testing.T)) {
	t.Helper()
	if onDovecot() {
		lives(t)
		return
	}
	synctest.Test(t, lives)
}

// wake starts the daemon, sleep stops it.
func (w *world) wake() {
	w.StartDaemon(w.ctx)
	w.awake = true
	w.settle()
}

func (w *world) sleep() {
	w.must(w.StopDaemon())
	w.awake = false
}

// settle lets the daemon see what there is now, and looks.
func (w *world) settle() {
	if w.awake {
		w.must(w.rest())
		w.look()
	}
}

// rest lets the daemon see what there is now, and do what follows from it: until all of
// it waits, where that can be known.
func (w *world) rest() error {
	if onDovecot() {
		return w.Settle(w.ctx)
	}
	for {
		if err := w.Pass(w.ctx); err != nil {
			return err
		}
		if synctest.Wait(); w.Trouble() == nil {
			return nil
		}
	}
}

// date is the server's clock.
func (w *world) date() time.Time { return w.Now() }

// clock moves the time without letting anybody look.
func (w *world) clock(t time.Time) { w.At(t) }

// until lets time pass: the daemon sees each moment at which something opens, as the
// oracle reckons, the evening before it, and one morning of each week.
func (w *world) until(t time.Time) {
	for w.Now().Before(t) {
		next := w.next(t)
		w.clock(next)
		w.settle()
		w.react()
	}
}

// next is the next instant at which somebody looks, t at the latest.
func (w *world) next(t time.Time) time.Time {
	now := w.Now()
	best := t
	consider := func(at time.Time) {
		if at.After(now) && at.Before(best) {
			best = at
		}
	}
	y, m, d := now.In(newYork).Date()
	consider(time.Date(y, m, d+7, 9, 1, 0, 0, newYork)) // whatever happens
	for _, a := range w.apps {
		for _, at := range a.Moments(now) {
			// As it opens, and on the evening before.
			consider(at.Add(time.Minute))
			y, m, d := at.In(newYork).Date()
			consider(time.Date(y, m, d-1, 18, 0, 0, 0, newYork))
		}
	}
	for _, at := range w.plans {
		consider(at)
	}
	return best
}

// pass lets some minutes pass, in two looks: what is gone from Drafts counts as
// thrown away only if it stays away.
func (w *world) pass(d time.Duration) {
	w.clock(w.Now().Add(d / 2))
	w.settle()
	w.clock(w.Now().Add(d - d/2))
	w.settle()
}
