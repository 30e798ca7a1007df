package daemon

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/rules"
	"afterword/templates"
)

// A standing is where a draft that the user has edited stands, and since when; since is
// zero once it was proofread there.
type standing struct {
	uidValidity, uid uint32
	since            time.Time
}

// stands notes where an edited draft was seen. It is read once it has stood so for a
// while, and again when it stands elsewhere: what was edited has another UID.
func (w *worker) stands(draft store.Draft, seen drafter.Observation, now time.Time) {
	if s, ok := w.rewrites[draft.MessageID]; !ok || s.uidValidity != seen.UIDValidity || s.uid != seen.UID {
		w.rewrites[draft.MessageID] = standing{seen.UIDValidity, seen.UID, now}
	}
}

// proofreadEdited proofreads the drafts that the user has edited, each version once, and
// notes what it finds. They are never changed.
func (w *worker) proofreadEdited(ctx context.Context, now time.Time) error {
	if len(w.rewrites) == 0 {
		return nil
	}
	drafts, err := w.d.Store.Drafts(ctx, w.name, store.Touched)
	if err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	read := false
	for id, s := range w.rewrites {
		i := slices.IndexFunc(drafts, func(d store.Draft) bool { return d.MessageID == id })
		switch {
		case i < 0:
			delete(w.rewrites, id) // sent, or gone
			continue
		case s.since.IsZero() || now.Sub(s.since) < settled:
			continue
		}
		if err := w.proofread(ctx, drafts[i], s, now); err != nil {
			return err
		}
		s.since, read = time.Time{}, true
		w.rewrites[id] = s
	}
	if !read {
		return nil
	}
	return w.book.refresh(ctx)
}

func (w *worker) proofread(ctx context.Context, draft store.Draft, s standing, now time.Time) error {
	a := w.book.apps[draft.Application]
	f := rules.Fact{Key: fmt.Sprintf("proofread/%d/%d/%s", s.uidValidity, s.uid, draft.MessageID), At: now}
	cal, err := w.book.calendar(a)
	if err != nil || a.Forgotten() || knows(a, f.Key) {
		return nil
	}
	raw, err := mailbox{w.conn}.Fetch(ctx, w.boxes.Drafts, s.uidValidity, s.uid)
	if err != nil || raw == nil {
		return w.waits(ctx, err)
	}
	c := w.composer().plain(w.account, a, w.followUp(a, draft.FollowUp, now), cal, now)
	others, err := OtherCompanies(ctx, w.d.Store, a)
	if err != nil {
		return err
	}
	about := drafter.Context{App: &c.App, FollowUp: &c.FollowUp, Me: c.Me, Zone: cal.Zone(), Previous: c.FollowUp.Words, Others: others}
	// What our own draft had is not the user's doing.
	ours := drafter.ProofreadMessage(draft.Raw, about)
	var findings []string
	for _, one := range drafter.ProofreadMessage(raw, about) {
		if !slices.Contains(ours, one) {
			one.Words = templates.Line(one.Words, longestFinding)
			findings = append(findings, templates.Line(one.String(), 2*longestFinding))
		}
	}
	f.What = rules.Proofread{FollowUp: draft.FollowUp, Findings: findings}
	if _, err := w.d.Store.AddFacts(ctx, draft.Application, f); err != nil {
		return fmt.Errorf("note what was found in the draft for %q: %w", draft.FollowUp, err)
	}
	return nil
}

// longestFinding is how many characters of a letter a finding quotes.
const longestFinding = 100

// OtherCompanies are the companies of the user's applications but one.
func OtherCompanies(ctx context.Context, s *store.Store, a rules.Application) (companies []string, err error) {
	companies, err = s.Companies(ctx)
	return slices.DeleteFunc(companies, func(name string) bool { return name == a.Company }), err
}
