package daemon

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"afterword/mailwatch"
	"afterword/rules"
)

// A book is what a worker knows of its account's applications: their facts, read
// from the store as they come, and the state that the facts make.
type book struct {
	w     *worker
	seq   int64 // of the newest fact that was read
	facts map[string][]rules.Fact
	apps  map[string]rules.Application
	dirty map[string]bool      // changed since they were last planned
	next  map[string]time.Time // when those that were planned change by themselves
	fresh map[string]bool      // their conversation from before was not looked up yet

	// Made of apps when they are asked for; nil when apps changed.
	matches *mailwatch.Matcher
	people  []rules.Contact

	calendars map[string]*rules.Calendar
}

func newBook(w *worker) *book {
	return &book{w: w, facts: map[string][]rules.Fact{}, apps: map[string]rules.Application{}, dirty: map[string]bool{}, next: map[string]time.Time{}, fresh: map[string]bool{}, calendars: map[string]*rules.Calendar{}}
}

// refresh reads what the store has learnt since, from this worker or a command.
func (b *book) refresh(ctx context.Context) error {
	fresh, err := b.w.d.Store.AllFacts(ctx, b.w.name, b.seq)
	if err != nil {
		return fmt.Errorf("read facts: %w", err)
	}
	changed := map[string]bool{}
	for _, f := range fresh {
		b.facts[f.Application] = append(b.facts[f.Application], f.Fact)
		changed[f.Application] = true
		b.seq = f.Seq
	}
	for id := range changed {
		b.apps[id] = rules.Fold(id, b.facts[id])
		b.dirty[id] = true
		if delete(b.fresh, id); unread(b.apps[id]) {
			b.fresh[id] = true
		}
	}
	if len(changed) > 0 {
		b.matches, b.people = nil, nil
	}
	return nil
}

// matcher says to which application a message belongs. It is made when a message
// asks for it: most changes are not followed by one.
func (b *book) matcher() *mailwatch.Matcher {
	if b.matches == nil {
		b.matches = mailwatch.NewMatcher(b.all(), b.w.own)
	}
	return b.matches
}

// all returns the applications in order of their IDs.
func (b *book) all() []rules.Application { return b.some(maps.Keys(b.apps)) }

// some returns these applications in order of their IDs. What a pass costs grows
// with those that it has to look at, not with those that there are.
func (b *book) some(ids iter.Seq[string]) []rules.Application {
	var list []rules.Application
	for _, id := range slices.Sorted(ids) {
		if a, ok := b.apps[id]; ok {
			list = append(list, a)
		}
	}
	return list
}

// due returns the applications whose schedule may have changed: those with new
// facts, and those whose time has come.
func (b *book) due(ctx context.Context, now time.Time) ([]rules.Application, error) {
	ids, err := b.w.d.Store.Due(ctx, b.w.name, now)
	if err != nil {
		return nil, fmt.Errorf("find what is due: %w", err)
	}
	for _, id := range ids {
		b.dirty[id] = true
	}
	return b.some(maps.Keys(b.dirty)), nil
}

// planned notes that an application was planned and acted on, and when to look
// at it again.
func (b *book) planned(ctx context.Context, id string, next time.Time) error {
	if err := b.w.d.Store.SetNext(ctx, id, len(b.facts[id]), next); err != nil {
		return fmt.Errorf("note when %q is due next: %w", id, err)
	}
	delete(b.dirty, id)
	delete(b.next, id)
	if !next.IsZero() {
		b.next[id] = next
	}
	return nil
}

// within bounds a wait, so that it ends when a schedule changes: an interview
// ends, a window opens.
func (b *book) within(wait time.Duration, now time.Time) time.Duration {
	for _, next := range b.next {
		wait = min(wait, next.Sub(now))
	}
	return max(wait, shortestWait)
}

// shortestWait keeps a schedule that cannot be acted on from making the worker spin.
const shortestWait = 100 * time.Millisecond

// plan plans one application at now.
func (b *book) plan(a rules.Application, now time.Time) (rules.Schedule, *rules.Calendar, error) {
	cal, err := b.calendar(a)
	if err != nil {
		return rules.Schedule{}, nil, fmt.Errorf("calendar of %q: %w", a.ID, err)
	}
	return rules.Plan(&a, cal, b.w.d.Config.Policy(), now), cal, nil
}

// calendar returns the calendar of an application. Those of one zone and country
// share it, for it remembers the holidays of a year.
func (b *book) calendar(a rules.Application) (*rules.Calendar, error) {
	key := a.Zone + " " + a.Holidays
	if cal, ok := b.calendars[key]; ok {
		return cal, nil
	}
	cal, err := b.w.d.Config.Calendar(b.w.account, a.Zone, a.Holidays)
	if err == nil {
		b.calendars[key] = cal
	}
	return cal, err
}

// contacts returns everybody who is known, of all applications.
func (b *book) contacts() []rules.Contact {
	if b.people == nil {
		for _, a := range b.all() {
			b.people = append(b.people, a.Contacts...)
		}
	}
	return b.people
}

// unread returns the applications whose conversation from before they were
// entered, or last changed by hand, was not looked up yet.
func (b *book) unread() []rules.Application { return b.some(maps.Keys(b.fresh)) }

// unread reports whether an application is new, or was changed by hand, since its
// conversation was looked up.
func unread(a rules.Application) bool {
	var looked, described time.Time
	for _, f := range a.Facts {
		switch f.What.(type) {
		case rules.LookedBack:
			looked = f.At
		case rules.Described:
			described = f.At
		}
	}
	return described.After(looked)
}

// usual returns the calendar that all applications of which one was asked for have
// in common, or nil.
func (b *book) usual() *rules.Calendar {
	if len(b.calendars) == 1 {
		for _, cal := range b.calendars {
			return cal
		}
	}
	return nil
}
