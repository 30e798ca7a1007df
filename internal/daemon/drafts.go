package daemon

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/rules"
)

// live are the states of a draft that may stand in Drafts.
var live = []string{store.Placed, store.Withdrawing, store.Touched}

// patience is how long a draft may be missing (and not in Trash) before it counts
// as thrown away: a mail client that sends it removes the draft and files the copy
// in Sent as two steps, in either order. One that comes late is believed still.
const patience = time.Minute

// lookAtDrafts finds out what the user did with the drafts. What was gone can only be
// back where Drafts has changed.
func (w *worker) lookAtDrafts(ctx context.Context, changed bool, now time.Time) error {
	drafts, err := w.d.Store.Drafts(ctx, w.name, live...)
	if err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	var lost []store.Draft
	if changed {
		if lost, err = w.d.Store.DiscardedSince(ctx, w.name, now.Add(-foundAgainFor)); err != nil {
			return err
		}
	}
	if len(drafts)+len(lost) == 0 {
		return nil
	}
	summaries, err := w.summaries(ctx)
	if err != nil {
		return err
	}
	for i := range drafts {
		// What was thrown away and is back is no other's.
		if err := w.observe(ctx, &drafts[i], unclaimed(summaries, slices.Concat(drafts, lost), drafts[i]), now); err != nil {
			return err
		}
	}
	if len(lost) > 0 {
		if err := w.lookForLost(ctx, summaries, now); err != nil {
			return err
		}
	}
	return w.book.refresh(ctx)
}

// unclaimed leaves out what stands in Drafts as another draft of ours.
func unclaimed(all []drafter.Summary, drafts []store.Draft, draft store.Draft) []drafter.Summary {
	standing := make([]drafter.Record, len(drafts))
	for i, d := range drafts {
		standing[i] = recordOf(d)
	}
	return drafter.Unclaimed(all, recordOf(draft), standing)
}

// summaries lists what is in Drafts.
func (w *worker) summaries(ctx context.Context) ([]drafter.Summary, error) {
	headers, _, err := w.conn.Summaries(ctx, w.boxes.Drafts)
	if err != nil {
		return nil, fmt.Errorf("list %q: %w", w.boxes.Drafts, err)
	}
	list := make([]drafter.Summary, 0, len(headers))
	for _, h := range headers {
		list = append(list, summaryOf(h))
	}
	w.inDrafts = list
	return list, nil
}

// observe takes in what became of one draft.
func (w *worker) observe(ctx context.Context, one *store.Draft, summaries []drafter.Summary, now time.Time) error {
	draft := *one
	seen, err := drafter.Observe(ctx, mailbox{w.conn}, w.drafterBoxes(), recordOf(draft), summaries)
	if err != nil {
		return err
	}
	switch seen.Outcome {
	case drafter.Untouched, drafter.Touched:
		if _, missed := w.missed[draft.MessageID]; missed {
			delete(w.missed, draft.MessageID)
			w.book.dirty[draft.Application] = true // it may be one that should have gone
		}
		if seen.UID != draft.UID || seen.UIDValidity != draft.UIDValidity {
			if err := w.d.Store.MoveDraft(ctx, draft.MessageID, seen.UIDValidity, seen.UID); err != nil {
				return fmt.Errorf("note where draft for %q is: %w", draft.FollowUp, err)
			}
			one.UID, one.UIDValidity = seen.UID, seen.UIDValidity
		}
		if seen.Outcome == drafter.Touched && draft.State != store.Touched {
			w.stands(draft, seen, now)
			return w.touched(ctx, draft, now)
		}
		if draft.State == store.Touched {
			w.stands(draft, seen, now)
		}
		if draft.State == store.Withdrawing {
			return w.withdraw(ctx, draft, w.whyGone(ctx, draft, now), now)
		}
		return nil
	case drafter.Withdrawn:
		return w.removed(ctx, draft, w.whyGone(ctx, draft, now), now)
	}
	if w.sentIt(draft) {
		delete(w.missed, draft.MessageID)
		return w.end(ctx, draft, store.Sent, rules.Fact{})
	}
	if since, known := w.missed[draft.MessageID]; seen.Outcome != drafter.Discarded && (!known || now.Sub(since) < patience) {
		if !known {
			w.missed[draft.MessageID] = now
		}
		return nil
	}
	if waits, err := w.isUnderWay(ctx, draft); waits || err != nil {
		w.missed[draft.MessageID] = now
		return err
	}
	delete(w.missed, draft.MessageID)
	gone := rules.Discarded{FollowUp: draft.FollowUp, Vanished: seen.Outcome != drafter.Discarded}
	what := "you threw the draft of " + w.titleOf(draft) + " away; it is not placed again"
	if gone.Vanished {
		what = "the draft of " + w.titleOf(draft) + " left Drafts, and no copy of it is to be found; it is not placed again"
	}
	w.record(draft.Application, slogDecision, what, "", "rule", "declined")
	return w.end(ctx, draft, store.Discarded, rules.Fact{Key: w.onceMore("discarded", draft), At: now, What: gone})
}

// titleOf names the follow-up of a draft for people.
func (w *worker) titleOf(draft store.Draft) string {
	a := w.book.apps[draft.Application]
	return a.TitleOf(draft.FollowUp)
}

// whyGone says why a draft was being withdrawn when that was interrupted.
func (w *worker) whyGone(ctx context.Context, draft store.Draft, now time.Time) string {
	a := w.book.apps[draft.Application]
	if plan, cal, err := w.book.plan(a, now); err == nil {
		why := w.stale(a, plan, draft)
		if why == "" && draft.Basis != "" {
			why, _, _ = w.otherwise(ctx, a, plan, draft, cal, now)
		}
		if why != "" {
			return why
		}
	}
	return "it was being withdrawn when the program stopped"
}

// sentIt reports whether the follow-up of a draft was sent.
func (w *worker) sentIt(draft store.Draft) bool {
	app := w.book.apps[draft.Application]
	for _, f := range app.Facts {
		if d, ok := f.What.(rules.Delivered); ok && (d.FollowUp == draft.FollowUp || d.MessageID == draft.MessageID) {
			return true
		}
	}
	return false
}

func (w *worker) touched(ctx context.Context, draft store.Draft, now time.Time) error {
	w.record(draft.Application, slogDecision, "you edited the draft of "+w.titleOf(draft)+"; it is yours now and not touched again", "", "rule", "edited")
	if err := w.d.Store.TouchDraft(ctx, draft.MessageID, now); err != nil {
		return fmt.Errorf("note that draft for %q was edited: %w", draft.FollowUp, err)
	}
	return nil
}

// withdraw moves an untouched draft to Trash. One that the user has marked as deleted
// is left to the next look at Drafts: he threw it away, and the program did not.
func (w *worker) withdraw(ctx context.Context, draft store.Draft, why string, now time.Time) error {
	summaries, err := w.summaries(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(summaries, func(s drafter.Summary) bool { return s.Deleted && s.MessageID == draft.MessageID }) {
		return nil
	}
	if err := w.d.Store.WithdrawDraft(ctx, draft.MessageID); err != nil {
		return fmt.Errorf("note that draft for %q goes: %w", draft.FollowUp, err)
	}
	// By the state from before: what lies in Trash by now is our own doing only where it was
	// to go already.
	outcome, err := drafter.Withdraw(ctx, mailbox{w.conn}, w.drafterBoxes(), recordOf(draft))
	if err != nil {
		return w.stuck(ctx, draft, why, err, now)
	}
	switch outcome {
	case drafter.Withdrawn:
		return w.removed(ctx, draft, why, now)
	case drafter.Touched:
		return w.touched(ctx, draft, now)
	}
	// Gone, sent or deleted in the meantime: the next look at Drafts says which.
	w.missed[draft.MessageID] = now
	return w.d.Store.KeepDraft(ctx, draft.MessageID)
}

// stuck tells the user that the server does not let go of a draft. It is noted that
// the draft goes, and the next pass tries again; everything else goes on. What only a
// new connection can mend is an error.
func (w *worker) stuck(ctx context.Context, draft store.Draft, why string, err error, now time.Time) error {
	if ctx.Err() != nil || isLost(err) {
		return err
	}
	w.held = true
	w.log.Warn("a draft cannot be withdrawn", "error", err)
	return w.tellOnce(ctx, w.book.apps[draft.Application], "stuck/"+draft.MessageID, "stuck",
		fmt.Sprintf("the draft of %s should go (%s) and could not be moved to Trash: delete it yourself (%v)", w.titleOf(draft), why, err), now)
}

func (w *worker) removed(ctx context.Context, draft store.Draft, why string, now time.Time) error {
	w.record(draft.Application, slogDecision, "the untouched draft of "+w.titleOf(draft)+" was moved to Trash", why, "rule", "withdrawn")
	return w.end(ctx, draft, store.Removed, rules.Fact{Key: "removed/" + draft.MessageID, At: now, What: rules.Removed{FollowUp: draft.FollowUp, Why: why}})
}

// end changes a draft's state, with its fact in the same transaction. A fact
// without anything that happened is none.
func (w *worker) end(ctx context.Context, draft store.Draft, state string, f rules.Fact) error {
	if err := w.d.Store.EndDraft(ctx, draft.MessageID, state, f); err != nil {
		return fmt.Errorf("note what became of draft for %q: %w", draft.FollowUp, err)
	}
	return nil
}

func (w *worker) drafterBoxes() drafter.Boxes {
	return drafter.Boxes{Drafts: w.boxes.Drafts, Sent: w.boxes.Sent, Trash: w.boxes.Trash, All: w.boxes.All}
}

func summaryOf(h mailwatch.Header) drafter.Summary {
	s := drafter.Summary{UIDValidity: h.UIDValidity, UID: h.UID, MessageID: h.MessageID, Subject: h.Subject}
	for _, to := range h.To {
		s.To = append(s.To, to.Address)
	}
	for _, f := range h.Flags {
		s.Deleted = s.Deleted || f == `\Deleted`
	}
	return s
}
