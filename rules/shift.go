package rules

import (
	"slices"
	"strings"
	"time"
)

// A window that opens while its recipient is away, or before the date to which
// the user put the application off, moves, and keeps its width.

// shift moves a window, by move, which opens it on a day. What was overdue when an
// absence was told of is not written again: its window stays. A check-in that was never
// drafted is not overdue for that. A reply is owed at once: nothing postpones it but an
// absence that was told of after what it answers.
func (p *planner) shift(f *FollowUp, move func(opens Date) (from, to time.Time)) {
	opens, due := f.Opens, f.Due
	var why Reason
	var back Date
	stood := func(before time.Time) bool {
		return slices.ContainsFunc(p.marks.stood[f.Key], func(at time.Time) bool { return !at.Before(f.Since) && !at.After(before) })
	}
	reply := f.Kind == OfferReply || f.Kind == RejectionReply
	// What was overdue before the user put it off is not written again.
	putOff := func(opens, due time.Time) (from, to time.Time) {
		if s := p.a.Snoozed; !reply && p.cal.Date(opens).Before(s) && (f.Kind == CheckIn || !due.Before(p.a.SnoozedAt)) {
			return move(p.cal.OnOrAfter(s))
		}
		return opens, due
	}
	for _, w := range p.heard.away[strings.ToLower(f.To.Address)] {
		end := due // as it was known when the absence was told of
		if p.a.SnoozedAt.Before(w.told) {
			_, end = putOff(opens, due)
		}
		switch {
		case reply && w.told.Before(f.Opens): // who wrote since is there
		case w.told.After(end) && (f.Kind != CheckIn || stood(w.told)):
		case w.back == back:
			why.Fact = w.fact
		case p.cal.Date(f.Opens).Before(w.back):
			opens, due = move(p.cal.Add(w.back, 1))
			why = because("away", Say("%s is away until %s: the window moves to the business day after", f.To.Name, w.back), w.fact)
		default:
			opens, due, why = f.Opens, f.Due, Reason{} // the newest word on it
		}
		back = w.back
	}
	if from, to := putOff(opens, due); !from.Equal(opens) {
		opens, due = from, to
		why = because("snoozed", Say("you put it off until %s", p.a.Snoozed), "")
	}
	if f.Opens, f.Due = opens, due; why.Rule != "" {
		f.Reasons = append(f.Reasons, why)
	}
}

// shiftDays moves a window that is counted in business days.
func (p *planner) shiftDays(f *FollowUp) {
	last := p.cal.Date(f.Due.Add(-time.Nanosecond)) // business may end at midnight
	width := p.cal.Between(p.cal.Date(f.Opens), last)
	p.shift(f, func(opens Date) (from, to time.Time) {
		return p.cal.Opening(opens), p.cal.Closing(p.cal.Add(opens, width))
	})
}

// shiftHours moves a window that is counted in business hours.
func (p *planner) shiftHours(f *FollowUp) {
	p.shift(f, func(opens Date) (from, to time.Time) {
		from = p.cal.Opening(opens)
		return from, p.cal.AddHours(from, thankHours)
	})
}
