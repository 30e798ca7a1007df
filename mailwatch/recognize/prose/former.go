package prose

import (
	"slices"

	"afterword/rules"
)

// left says which time a move leaves: the one that the text tells, else the one day
// besides the new one that it names where it moves something.
func (r *reader) left(story *Story, old []Meeting, slots []slot) {
	if old = tidy(slices.Clone(old)); len(old) > 0 {
		if len(old) == 1 {
			story.Was = old[0].Start
		}
		return
	}
	today := rules.DateOf(r.m.Date)
	for _, d := range r.days {
		at := holding(r.sentences, d.start)
		taken := slices.ContainsFunc(slots, func(s slot) bool { return s.day == d.date && (!s.aside || s.old) })
		if at < 0 || d.bound || taken || d.date.Before(today) || d.date == story.WasDay {
			continue
		}
		if s := r.sentences[at]; !moves().MatchString(s.plain) && !mustMove().MatchString(s.plain) {
			continue
		}
		if !story.WasDay.IsZero() {
			story.WasDay = rules.Date{}
			return
		}
		story.WasDay = d.date
	}
}
