package main

import (
	"context"
	"errors"
	"slices"
	"sync"

	"afterword/internal/config"
	"afterword/internal/page"
	"afterword/internal/store"
	"afterword/rules"
)

// A reader reads applications again and again. Facts only become more, and are never
// rewritten: what was read of one that is looked at is kept, and what is new is read.
type reader struct {
	mu    sync.Mutex
	kept  map[string]reading
	facts int // that are kept
}

// A reading is an application as it was read.
type reading struct {
	of    store.App
	facts []rules.Fact
	last  int64 // the newest of them
	app   rules.Application
}

// mostKept is how many facts are kept, of all applications: somebody looks at a few of them.
const mostKept = 20_000

// read is an application by its id, page.ErrUnknown where there is none.
func (r *reader) read(ctx context.Context, s *store.Store, id string) (rules.Application, error) {
	k, err := s.Application(ctx, id)
	if errors.Is(err, store.ErrUnknown) {
		return rules.Application{}, errors.Join(page.ErrUnknown, err)
	}
	if err != nil {
		return rules.Application{}, err
	}
	r.mu.Lock()
	have := r.kept[id]
	r.mu.Unlock()
	if have.of != k {
		have = reading{of: k} // another one was called so before
	}
	facts, last, err := s.FactsAfter(ctx, id, have.last)
	if err != nil {
		return rules.Application{}, err
	}
	if len(facts) > 0 {
		have.facts, have.last = append(slices.Clip(have.facts), facts...), last
		have.app = rules.Fold(id, have.facts)
		have.app.Account = k.Account
		r.keep(id, have)
	}
	if len(have.facts) == 0 || have.app.Forgotten() {
		return rules.Application{}, page.ErrUnknown
	}
	return have.app, nil
}

func (r *reader) keep(id string, one reading) {
	r.mu.Lock()
	defer r.mu.Unlock()
	more := len(one.facts) - len(r.kept[id].facts)
	if r.kept == nil || r.facts+more > mostKept {
		r.kept, r.facts, more = map[string]reading{}, 0, len(one.facts)
	}
	r.kept[id] = one
	r.facts += more
}

// planned is an application and what is planned of it.
type planned struct {
	rules.Application
	plan rules.Schedule
	cal  *rules.Calendar
}

// everyone reads and plans all applications, oldest first, but those that were a mistake
// and those whose account is not in the config.
func (a *app) everyone(ctx context.Context, c *config.Config, s *store.Store) (list []planned, err error) {
	known, err := s.Applications(ctx, "")
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(known))
	for i, k := range known {
		ids[i] = k.ID
	}
	facts, err := factsOf(ctx, s, ids)
	if err != nil {
		return nil, err
	}
	for _, k := range known {
		one := planned{Application: rules.Fold(k.ID, facts[k.ID])}
		one.Account = k.Account
		if _, unknown := accountOf(c, k.Account); unknown != nil || one.Forgotten() {
			continue
		}
		if one.plan, one.cal, err = schedule(c, one.Application, a.now()); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}
