package daemon

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/mailwatch"
	"afterword/rules"
)

// A book is what a worker knows of its account's applications: their facts, read
// from the store as they come, and the state that the facts make.
type book struct {
	w       *worker
	seq     int64 // of the newest fact that was read
	facts   map[string][]rules.Fact
	apps    map[string]rules.Application
	dirty   map[string]bool // changed since they were last planned
	matcher *mailwatch.Matcher

	calendars map[string]*rules.Calendar
}

func newBook(w *worker) *book {
	return &book{w: w, facts: map[string][]rules.Fact{}, apps: map[string]rules.Application{}, dirty: map[string]bool{}, calendars: map[string]*rules.Calendar{}}
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
	}
	if len(changed) > 0 || b.matcher == nil {
		b.matcher = mailwatch.NewMatcher(b.all(), b.w.own)
	}
	return nil
}

// all returns the applications in order of their IDs.
func (b *book) all() []rules.Application {
	list := make([]rules.Application, 0, len(b.apps))
	for _, a := range b.apps {
		list = append(list, a)
	}
	slices.SortFunc(list, func(x, y rules.Application) int {
		if x.ID < y.ID {
			return -1
		}
		return 1
	})
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
	var list []rules.Application
	for _, a := range b.all() {
		if b.dirty[a.ID] {
			list = append(list, a)
		}
	}
	return list, nil
}

// planned notes that an application was planned and acted on, and when to look
// at it again.
func (b *book) planned(ctx context.Context, id string, next time.Time) error {
	if err := b.w.d.Store.SetNext(ctx, id, len(b.facts[id]), next); err != nil {
		return fmt.Errorf("note when %q is due next: %w", id, err)
	}
	delete(b.dirty, id)
	return nil
}

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
	var list []rules.Contact
	for _, a := range b.all() {
		list = append(list, a.Contacts...)
	}
	return list
}

// unread returns the applications whose conversation from before they were
// entered, or last changed by hand, was not looked up yet.
func (b *book) unread() []rules.Application {
	var list []rules.Application
	for _, a := range b.all() {
		var looked, described time.Time
		for _, f := range a.Facts {
			switch f.What.(type) {
			case rules.LookedBack:
				looked = f.At
			case rules.Described:
				described = f.At
			}
		}
		if described.After(looked) {
			list = append(list, a)
		}
	}
	return list
}
