package daemon

import (
	"context"
	"slices"
	"sync"

	"afterword/internal/intake"
	"afterword/internal/store"
)

// gathered are the finds of all accounts together, as the store has them: one interview of
// which mail came to two of the user's accounts is one, and he is asked about it in one of
// them. Workers share it on the shelf.
type gathered struct {
	mu    sync.Mutex
	seq   int64 // of the newest fact that was read
	facts []intake.Fact
	list  []intake.Find     // nil while it has to be made anew
	of    *user             // whose accounts it is made of
	asks  map[string]string // tag → the account that asks about it, or tells of it, by now
}

// refresh reads what the store has learnt since, from any worker or a command.
func (g *gathered) refresh(ctx context.Context, s *store.Store) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	fresh, err := s.AccountFacts(ctx, "", g.seq)
	if err != nil {
		return err
	}
	for _, one := range fresh {
		fact, err := FindFact(one)
		if err != nil {
			return err
		}
		g.seq = one.Seq
		switch w := fact.What.(type) {
		case intake.Stood, intake.Replied:
			continue // of a note, and of no find
		case intake.Noted:
			w.Note, w.Raw, w.Text = nil, nil, ""
			fact.What = w
		}
		g.facts, g.list = append(g.facts, fact), nil
	}
	return nil
}

// all returns the finds of a user's accounts. Nobody changes them.
func (g *gathered) all(u *user) []intake.Find {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.fold(u)
}

func (g *gathered) fold(u *user) []intake.Find {
	if g.list != nil && g.of == u || len(g.facts) == 0 {
		return g.list
	}
	g.of = u
	g.list = intake.Fold(slices.DeleteFunc(slices.Clone(g.facts), func(f intake.Fact) bool {
		_, known := u.addresses[f.Account]
		return !known
	}))
	for i, f := range g.list {
		for _, tag := range f.Tags {
			if asks := g.asks[tag]; u.addresses[asks] != nil && len(f.Notes) == 0 {
				g.list[i].Account = asks
			}
		}
	}
	return g.list
}

// claim reports whether an account is the one that asks the user about a find, or tells him
// of it; from then on it is.
func (g *gathered) claim(u *user, tag, account string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	f, ok := intake.Named(g.fold(u), tag)
	if !ok || f.Account != account {
		return false
	}
	if g.asks == nil {
		g.asks = map[string]string{}
	}
	g.asks[f.Tag] = account
	return true
}

// allFinds are the finds of all accounts of the user, folded.
func (w *worker) allFinds() []intake.Find { return w.d.shelf.found.all(w.d.shelf.user.Load()) }

// ownFinds are those about which the user is asked in this account.
func (w *worker) ownFinds() (list []intake.Find) {
	for _, f := range w.allFinds() {
		if f.Account == w.name {
			list = append(list, f)
		}
	}
	return list
}

// claims reports whether this account is the one that asks about a find.
func (w *worker) claims(f intake.Find) bool {
	return w.d.shelf.found.claim(w.d.shelf.user.Load(), f.Tag, w.name)
}
