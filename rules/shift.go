package rules

import (
	"strings"
	"time"
)

// A window that opens while its recipient is away, or before the date to which
// the user put the application off, moves, and keeps its width.

// hold returns the first business day on which a window that would open on d may
// open, and why; ok is false where nothing holds it. An absence that is told of
// when a draft stands already does not take it back.
func (p *planner) hold(f FollowUp, d Date) (until Date, why Reason, ok bool) {
	var w away
	placed, stands := p.marks.placed[f.Key]
	placed = placed.Truncate(time.Second) // as finely as mail tells the time
	for _, told := range p.heard.away[strings.ToLower(f.To.Address)] {
		if !stands || told.told.Before(placed) {
			w = told
		}
	}
	if d.Before(w.back) {
		d = p.cal.Add(w.back, 1)
		until, ok = d, true
		why = Reason{"away", f.To.Name + " is away until " + longDay(w.back) + ": the window moves to the business day after", w.fact}
	}
	if s := p.a.Snoozed; d.Before(s) {
		until, ok = p.cal.OnOrAfter(s), true
		why = Reason{"snoozed", "you put it off until " + longDay(s), ""}
	}
	return until, why, ok
}

// shiftDays moves a window that is counted in business days.
func (p *planner) shiftDays(f *FollowUp) {
	opens := p.cal.Date(f.Opens)
	until, why, ok := p.hold(*f, opens)
	if !ok {
		return
	}
	last := p.cal.Date(f.Due.Add(-time.Nanosecond)) // business may end at midnight
	width := p.cal.Between(opens, last)
	f.Opens, f.Due = p.cal.Opening(until), p.cal.Closing(p.cal.Add(until, width))
	f.Reasons = append(f.Reasons, why)
}

// shiftHours moves a window that is counted in business hours.
func (p *planner) shiftHours(f *FollowUp) {
	until, why, ok := p.hold(*f, p.cal.Date(f.Opens))
	if !ok || why.Rule == "snoozed" && f.Due.Before(p.a.SnoozedAt) {
		return // what was overdue before it was put off is not written again
	}
	f.Opens = p.cal.Opening(until)
	f.Due = p.cal.AddHours(f.Opens, thankHours)
	f.Reasons = append(f.Reasons, why)
}
