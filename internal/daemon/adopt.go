package daemon

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/rules"
)

// adopt looks, before a follow-up is placed for the first time, for a letter like it in
// Drafts: on a new machine, or with a store out of a backup, it may stand there already.
// It is the user's own then. What was sent is known from where it lies.
func (w *worker) adopt(ctx context.Context, a rules.Application, draft drafter.Draft, now time.Time) (bool, error) {
	drafts, err := w.draftsOf(ctx, a.ID)
	if err != nil || slices.ContainsFunc(drafts, func(d store.Draft) bool { return d.FollowUp == draft.FollowUp }) {
		return false, err
	}
	strangers, err := w.strangers(ctx)
	if err != nil {
		return false, err
	}
	s, raw, err := drafter.Like(ctx, mailbox{w.conn}, w.drafterBoxes(), draft, strangers)
	if err != nil || raw == nil {
		return false, err
	}
	found := store.Draft{Account: w.name, Application: a.ID, FollowUp: draft.FollowUp, MessageID: s.MessageID, Raw: raw, UIDValidity: s.UIDValidity, UID: s.UID}
	if found.MessageID == "" {
		found.MessageID = draft.MessageID // it is found by its place, and its words
	}
	if err := w.d.Store.AdoptDraft(ctx, found, now); err != nil {
		return false, fmt.Errorf("take over a letter for %q: %w", draft.FollowUp, err)
	}
	w.book.drafted[a.ID] = true
	w.record(a.ID, slogDecision, fmt.Sprintf("a letter like %s stands in %s already (%q): it is taken for yours, and no other is placed", a.TitleOf(draft.FollowUp), w.boxes.Drafts, s.Subject),
		"", "rule", "adopted", "message", s.MessageID)
	return true, w.book.refresh(ctx)
}

// strangers lists what is in Drafts and no draft of this store.
func (w *worker) strangers(ctx context.Context) ([]drafter.Summary, error) {
	if w.inDrafts == nil {
		if _, err := w.summaries(ctx); err != nil {
			return nil, err
		}
	}
	return w.unknown(ctx, w.inDrafts)
}

// unknown leaves out what is a draft of this store.
func (w *worker) unknown(ctx context.Context, all []drafter.Summary) ([]drafter.Summary, error) {
	standing, err := w.d.Store.Drafts(ctx, w.name, live...)
	if err != nil {
		return nil, fmt.Errorf("read drafts: %w", err)
	}
	list := []drafter.Summary{}
	for _, s := range all {
		if slices.ContainsFunc(standing, func(d store.Draft) bool { return d.UID == s.UID && d.UIDValidity == s.UIDValidity }) {
			continue
		}
		known, err := w.d.Store.HasDraft(ctx, s.MessageID)
		if err != nil {
			return nil, err
		}
		if !known {
			list = append(list, s)
		}
	}
	return list, nil
}

// foundAgainFor is for how long a draft that was gone is looked for.
const foundAgainFor = 90 * 24 * time.Hour

// lookForLost looks in Drafts for what was gone: some clients take a draft out while it
// is edited, for as long as that takes. As it was, it is ours again; edited, it is the
// user's.
func (w *worker) lookForLost(ctx context.Context, all []drafter.Summary, now time.Time) error {
	lost, err := w.d.Store.DiscardedSince(ctx, w.name, now.Add(-foundAgainFor))
	if err != nil || len(lost) == 0 {
		return err
	}
	standing, err := w.d.Store.Drafts(ctx, w.name, live...)
	if err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	for _, draft := range lost {
		others := unclaimed(all, slices.Concat(standing, lost), draft)
		if slices.ContainsFunc(standing, func(d store.Draft) bool {
			return d.Application == draft.Application && d.FollowUp == draft.FollowUp
		}) {
			continue // another stands in its place
		}
		seen, found, err := drafter.Find(ctx, mailbox{w.conn}, w.drafterBoxes(), recordOf(draft), others)
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		state, fact := store.Touched, rules.Fact{At: now, What: rules.Edited{FollowUp: draft.FollowUp}}
		how := "edited: it is yours now"
		if seen.Outcome == drafter.Untouched {
			state, how = store.Placed, "as it was"
			fact.What = rules.Placed{FollowUp: draft.FollowUp, MessageID: draft.MessageID, Sentences: draft.Sentences}
		}
		fact.Key = w.onceMore("back", draft)
		if err := w.d.Store.StandDraft(ctx, draft.MessageID, state, seen.UIDValidity, seen.UID, fact); err != nil {
			return fmt.Errorf("note that draft for %q came back: %w", draft.FollowUp, err)
		}
		standing = append(standing, store.Draft{MessageID: draft.MessageID, Raw: draft.Raw, Application: draft.Application, FollowUp: draft.FollowUp, UIDValidity: seen.UIDValidity, UID: seen.UID})
		w.record(draft.Application, slogDecision, "the draft of "+w.titleOf(draft)+" is back in "+w.boxes.Drafts+", "+how, "", "rule", "back", "message", draft.MessageID)
	}
	return nil
}

// onceMore is the key of a fact that may come more than once about a draft.
func (w *worker) onceMore(what string, draft store.Draft) string {
	for n := 1; ; n++ {
		key := what + "/" + draft.MessageID
		if n > 1 {
			key = fmt.Sprintf("%s-%d/%s", what, n, draft.MessageID)
		}
		if !knows(w.book.apps[draft.Application], key) {
			return key
		}
	}
}

// isUnderWay reports whether a draft waits in an outbox, or to be sent later.
func (w *worker) isUnderWay(ctx context.Context, draft store.Draft) (bool, error) {
	for _, box := range w.boxes.Unsent {
		if box == w.boxes.Trash {
			continue
		}
		if uids, err := w.conn.Search(ctx, box, draft.MessageID); len(uids) > 0 || err != nil && !forbidden(err) {
			return err == nil, err
		}
	}
	return false, nil
}
