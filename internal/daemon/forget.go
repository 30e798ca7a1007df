package daemon

import (
	"context"
	"slices"
	"time"

	"afterword/internal/store"
	"afterword/rules"
)

// forget moves the untouched drafts of an application that was a mistake to Trash, and
// forgets it when they are there. What the user edited is his and stays. Until then the
// application is due in every pass.
func (w *worker) forget(ctx context.Context, a rules.Application, now time.Time) error {
	drafts, err := w.draftsOf(ctx, a.ID)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if slices.Contains([]string{store.Placed, store.Withdrawing}, d.State) {
			if err := w.withdraw(ctx, d, w.stale(a, rules.Schedule{}, d), now); err != nil {
				return err
			}
		}
	}
	done, err := w.d.Store.Forget(ctx, a.ID)
	if err != nil || !done {
		return err
	}
	w.book.forget(a.ID)
	w.record("", slogDecision, "the application "+a.ID+" ("+a.Role+" at "+a.Company+") is forgotten", "you removed it", "rule", "forgotten")
	return nil
}

// forget takes an application out of the book.
func (b *book) forget(id string) {
	b.w.d.shelf.forget(b, id)
	delete(b.facts, id)
	delete(b.dirty, id)
	delete(b.drafted, id)
}
