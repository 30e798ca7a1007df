package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/rules"
)

// withdrawStale takes back, in all applications with news, the untouched drafts
// that say the wrong thing by now.
func (w *worker) withdrawStale(ctx context.Context, now time.Time) error {
	for id := range w.book.dirty {
		if err := w.withdrawStaleOf(ctx, id, now); err != nil {
			return err
		}
	}
	return nil
}

func (w *worker) withdrawStaleOf(ctx context.Context, id string, now time.Time) error {
	drafts, err := w.draftsOf(ctx, id)
	if err != nil {
		return err
	}
	drafts = slices.DeleteFunc(drafts, func(d store.Draft) bool { return !slices.Contains(live, d.State) })
	if len(drafts) == 0 {
		return nil
	}
	a := w.book.apps[id]
	plan, cal, err := w.book.plan(a, now)
	if err != nil {
		return nil // nothing is known to be wrong with them
	}
	wrote := false
	for _, d := range drafts {
		why := w.stale(a, plan, d)
		topic := "outdated/" + d.MessageID + "/" + why
		if why == "" {
			var basis drafter.Basis
			if why, basis, err = w.otherwise(ctx, a, plan, d, cal, now); err != nil {
				return err
			}
			topic = fmt.Sprintf("outdated/%s/%x", d.MessageID, seedOf(d.MessageID, basis.String()))
		}
		switch {
		case why == "":
			continue
		case d.State == store.Touched:
			err = w.tellOnce(ctx, a, topic, "outdated", fmt.Sprintf("your edited draft of %s may be out of date: %s", a.TitleOf(d.FollowUp), why), now)
		default:
			wrote, err = true, w.withdraw(ctx, d, why, now)
		}
		if err != nil {
			return err
		}
	}
	if !wrote {
		return nil
	}
	return w.book.refresh(ctx)
}

// stale says why a draft should not stand in Drafts any more, or "".
func (w *worker) stale(a rules.Application, plan rules.Schedule, d store.Draft) string {
	if a.Forgotten() {
		return "you removed the application"
	}
	i := slices.IndexFunc(plan.FollowUps, func(f rules.FollowUp) bool { return f.Key == d.FollowUp })
	if i < 0 {
		if slices.ContainsFunc(plan.FollowUps, func(f rules.FollowUp) bool { return f.Pending() && !f.Placed && inPlaceOf(a, f.Key, d.FollowUp) }) {
			return readdressed
		}
		return w.happened(a, plan, d)
	}
	f := plan.FollowUps[i]
	if len(f.Reasons) == 0 {
		f.Reasons = []rules.Reason{{Text: w.happened(a, plan, d)}}
	}
	reason := f.Reasons[len(f.Reasons)-1].Text
	switch {
	case f.Status == rules.Sent, f.Status == rules.Withdrawn, f.Status == rules.Blocked:
		return reason
	case f.Since.After(d.DecidedAt):
		return f.Reasons[0].Text // what the window is reckoned from
	case f.Status == rules.Waiting:
		return reasonWords(f.Reasons) // what its window is reckoned from, and when that is
	}
	return ""
}

// anew is how the reason begins why a draft is withdrawn whose place another one takes,
// readdressed the whole of it where that one has another key.
const (
	anew        = "it is written anew: what is known of it changed"
	readdressed = anew + " (address)"
)

// otherwise says what a draft would say otherwise if it were written now, or "".
func (w *worker) otherwise(ctx context.Context, a rules.Application, plan rules.Schedule, d store.Draft, cal *rules.Calendar, now time.Time) (why string, basis drafter.Basis, err error) {
	i := slices.IndexFunc(plan.FollowUps, func(f rules.FollowUp) bool { return f.Key == d.FollowUp })
	if i < 0 || !plan.FollowUps[i].Pending() {
		return "", nil, nil
	}
	basis = w.basisOf(a, plan.FollowUps[i], cal, now)
	if d.Basis == "" { // of an older version
		return "", basis, w.d.Store.BaseDraft(ctx, d.MessageID, basis.String())
	}
	changed := basis.Changed(d.Basis)
	switch {
	case len(changed) == 0:
		return "", basis, nil
	case d.State == store.Touched:
		return "what is known changed since it was written (" + strings.Join(changed, ", ") + ")", basis, nil
	}
	return anew + " (" + strings.Join(changed, ", ") + ")", basis, nil
}

// renewed reports whether the last draft of a follow-up was withdrawn for another to
// take its place.
func renewed(a rules.Application, followUp string) (yes bool) {
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case rules.Placed:
			yes = yes && w.FollowUp != followUp && !inPlaceOf(a, followUp, w.FollowUp)
		case rules.Removed:
			if w.FollowUp == followUp || inPlaceOf(a, followUp, w.FollowUp) {
				yes = strings.HasPrefix(w.Why, anew)
			}
		}
	}
	return yes
}

// wasRemoved reports whether a draft of a follow-up was ever withdrawn.
func wasRemoved(a rules.Application, followUp string) bool {
	return slices.ContainsFunc(a.Facts, func(f rules.Fact) bool {
		gone, ok := f.What.(rules.Removed)
		return ok && gone.FollowUp == followUp
	})
}

// rewritten reports whether a draft that is placed takes the place of one that was
// withdrawn for it in the same pass.
func (w *worker) rewritten(a rules.Application, followUp string, now time.Time) bool {
	left := 0
	had := map[string]bool{}
	for _, f := range a.Facts {
		switch what := f.What.(type) {
		case rules.Placed:
			had[what.FollowUp] = had[what.FollowUp] || f.At.Before(now)
		case rules.Removed:
			switch {
			case !f.At.Equal(now):
			case what.FollowUp == followUp && strings.HasPrefix(what.Why, anew):
				return true
			case what.Why == readdressed && sameOccasion(what.FollowUp, followUp):
				left++
			}
		}
	}
	if left == 0 || had[followUp] {
		return false
	}
	// Who joined the interview at the same time has a new key as well, and his letter is
	// news: where it cannot be told whose is which, each is.
	plan, _, err := w.book.plan(a, now)
	if err != nil {
		return false
	}
	for _, f := range plan.FollowUps {
		if sameOccasion(f.Key, followUp) && f.Pending() && !had[f.Key] {
			left--
		}
	}
	return left >= 0
}

// sameOccasion reports whether two thank-yous, by their keys, are for one interview: that
// of somebody whose address was corrected has another key.
func sameOccasion(one, other string) bool {
	kind, rest, _ := strings.Cut(one, "/")
	interview, _, more := strings.Cut(rest, "/")
	return more && rules.Kind(kind) == rules.ThankYou && strings.HasPrefix(other, kind+"/"+interview+"/")
}

// inPlaceOf reports whether a thank-you takes the place of another one, by their keys:
// that of somebody whose address was corrected has another key. Whoever was entered
// beside the other is somebody else.
func inPlaceOf(a rules.Application, followUp, other string) bool {
	kind, rest, _ := strings.Cut(followUp, "/")
	interview, who, more := strings.Cut(rest, "/")
	was, same := strings.CutPrefix(other, kind+"/"+interview+"/")
	return more && rules.Kind(kind) == rules.ThankYou && same && !slices.ContainsFunc(a.Facts, func(f rules.Fact) bool {
		d, ok := f.What.(rules.Described)
		return ok && slices.ContainsFunc(d.Interviews, func(v rules.Interview) bool {
			return slices.Contains(v.Interviewers, who) && slices.Contains(v.Interviewers, was)
		})
	})
}

// wanted reports whether a draft of a follow-up should stand in Drafts: also one that
// is overdue, if one stood there and said something else.
func wanted(a rules.Application, f rules.FollowUp) bool {
	return f.Status == rules.Open || f.Status == rules.Overdue && !f.Projected && renewed(a, f.Key)
}
