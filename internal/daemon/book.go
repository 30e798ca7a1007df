package daemon

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// A book is what a worker knows of its account's applications: their facts, read
// from the store as they come, and the state that the facts make. Which of them have
// to be looked at is the store's to say: what a pass costs grows with those, and not
// with all that there are.
type book struct {
	w     *worker
	read  bool  // everything was, once
	seq   int64 // of the newest fact that was read
	facts map[string][]rules.Fact
	apps  map[string]rules.Application // others read it too: see shelf
	dirty map[string]bool              // have news, and were not planned since

	opened  bool            // the store was asked once for all of this account
	drafted map[string]bool // those that have a draft, in whatever state
	notes   []store.Next    // what was planned, and the store was not told yet
	soonest time.Time       // when the first schedule changes by itself; zero for never

	calendars map[string]*rules.Calendar
	by        *config.Config // what they were made by
}

func newBook(w *worker) *book {
	return &book{w: w, facts: map[string][]rules.Fact{}, apps: map[string]rules.Application{}, dirty: map[string]bool{},
		drafted: map[string]bool{}, calendars: map[string]*rules.Calendar{}}
}

// refresh reads what the store has learnt since, from this worker or a command.
func (b *book) refresh(ctx context.Context) error {
	if !b.read {
		return b.load(ctx)
	}
	fresh, err := b.w.d.Store.AllFacts(ctx, b.w.name, b.seq)
	if err != nil {
		return fmt.Errorf("read facts: %w", err)
	}
	for _, f := range fresh {
		b.facts[f.Application] = append(b.facts[f.Application], f.Fact)
		b.dirty[f.Application] = true
		b.seq = f.Seq
	}
	b.w.knows.Store(b.seq)
	changed := map[string]bool{}
	for _, f := range fresh {
		if !changed[f.Application] {
			changed[f.Application] = true
			b.learn(rules.Fold(f.Application, b.facts[f.Application]))
		}
	}
	return nil
}

// load reads everything, once. Which of it is news the store knows.
func (b *book) load(ctx context.Context) error {
	apps, err := b.readAll(ctx)
	for _, a := range apps {
		b.learn(a)
	}
	return err
}

// fetch reads everything into a book that does not stand on the shelf yet.
func (b *book) fetch(ctx context.Context) error {
	apps, err := b.readAll(ctx)
	for _, a := range apps {
		b.apps[a.ID] = a
	}
	return err
}

// readAll reads the facts of the account, and returns its applications.
func (b *book) readAll(ctx context.Context) (apps []rules.Application, err error) {
	facts, seq := map[string][]rules.Fact{}, int64(0)
	err = b.w.d.Store.EachFact(ctx, b.w.name, func(f store.Stored) {
		facts[f.Application] = append(facts[f.Application], f.Fact)
		seq = max(seq, f.Seq)
	})
	if err != nil {
		return nil, err
	}
	b.facts, b.seq, b.read = facts, seq, true
	b.w.knows.Store(seq)
	for id := range facts {
		apps = append(apps, rules.Fold(id, facts[id]))
	}
	return apps, nil
}

// inherit takes over what another worker of the account knew of its applications. What
// is due the store is asked anew, as at a start.
func (b *book) inherit(from *book) {
	b.read, b.seq, b.facts, b.apps = from.read, from.seq, from.facts, from.apps
	b.w.knows.Store(b.seq)
}

// learn takes in an application that is new or has changed, for all workers.
func (b *book) learn(a rules.Application) { b.w.d.shelf.learn(b, a) }

// fresh reports whether the conversation of an application from before it was entered
// was not looked up yet in this account.
func (b *book) fresh(id string) bool { return b.w.d.shelf.isFresh(b.w.name, id) }

// due returns the IDs, in order, of the applications whose schedule may have
// changed: those with new facts, and those whose time has come. One whose past was
// not looked up yet has to wait for that.
func (b *book) due(ctx context.Context, now time.Time) ([]string, error) {
	if err := b.open(ctx); err != nil {
		return nil, err
	}
	ids, err := b.w.d.Store.Due(ctx, b.w.name, now)
	if err != nil {
		return nil, fmt.Errorf("find what is due: %w", err)
	}
	for _, id := range ids {
		b.dirty[id] = true
	}
	due := slices.Sorted(maps.Keys(b.dirty))
	return slices.DeleteFunc(due, func(id string) bool { return len(b.facts[id]) == 0 || b.fresh(id) }), nil
}

// open asks the store, once, who has drafts, and whether all has to be planned anew
// because the rules are not those of the last run.
func (b *book) open(ctx context.Context) error {
	if b.opened {
		return nil
	}
	if err := b.w.d.Store.Basis(ctx, b.w.name, b.w.basis()); err != nil {
		return err
	}
	ids, err := b.w.d.Store.Drafted(ctx, b.w.name)
	if err != nil {
		return err
	}
	for _, id := range ids {
		b.drafted[id] = true
	}
	b.opened = true
	return nil
}

// planned takes in that an application was planned and acted on, by so many facts,
// and when to look at it again. If it has more facts by now, it stays due.
func (b *book) planned(id string, facts int, next time.Time) {
	if len(b.facts[id]) != facts {
		return
	}
	b.notes = append(b.notes, store.Next{Application: id, Facts: facts, At: next})
	delete(b.dirty, id)
}

// note stores, in one durable write, when to look again at what was planned since
// it was last called. What is lost before that is planned once more. now is when the
// pass began: what was due by then and was not planned waits for somebody, who rings.
func (b *book) note(ctx context.Context, now time.Time) error {
	notes := b.notes
	b.notes = nil
	if len(b.dirty) == 0 {
		b.dirty = map[string]bool{} // a map that was large once is slow to walk through
	}
	if len(notes) > 0 {
		if err := b.w.d.Store.SetNexts(ctx, notes); err != nil {
			return err
		}
	}
	var err error
	b.soonest, err = b.w.d.Store.Soonest(ctx, b.w.name, now)
	return err
}

// within bounds a wait, so that it ends when a schedule changes: an interview
// ends, a window opens.
func (b *book) within(wait time.Duration, now time.Time) time.Duration {
	if !b.soonest.IsZero() {
		wait = min(wait, b.soonest.Sub(now))
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
	return rules.Plan(&a, cal, b.w.config().Policy(), now), cal, nil
}

// calendar returns the calendar of an application, which may be another account's.
// Those of one zone and country share it, for it remembers the holidays of a year.
func (b *book) calendar(a rules.Application) (*rules.Calendar, error) {
	c := b.w.config()
	if c != b.by {
		b.calendars, b.by = map[string]*rules.Calendar{}, c
	}
	account, key := b.w.account, a.Zone+" "+a.Holidays
	if a.Account != "" && a.Account != account.Name {
		if other, ok := c.Account(a.Account); ok {
			account, key = other, key+" "+a.Account
		}
	}
	if cal, ok := b.calendars[key]; ok {
		return cal, nil
	}
	cal, err := c.Calendar(account, a.Zone, a.Holidays)
	if err == nil {
		b.calendars[key] = cal
	}
	return cal, err
}

// matcher says to which application a message belongs, of whichever account; contacts
// are everybody who is known.
func (b *book) matcher() (m *attribute.Matcher) {
	b.w.d.shelf.ask(func(matcher *attribute.Matcher, _ *trust.Contacts) { m = matcher })
	return m
}

func (b *book) contacts() (c *trust.Contacts) {
	b.w.d.shelf.ask(func(_ *attribute.Matcher, people *trust.Contacts) { c = people })
	return c
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
