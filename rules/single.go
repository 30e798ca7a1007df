package rules

import (
	"slices"
	"strings"
)

// single sees to it that nobody has two open letters of a kind: whoever interviewed
// twice is thanked in the letter of the later interview, as soon as that may go out.
// A letter that the user has edited goes first, and the later one waits for it.
func (p *planner) single() {
	type pair struct {
		kind    Kind
		address string
	}
	var groups map[pair][]int
	for i, f := range p.out.FollowUps {
		if f.Kind != CheckIn && f.To.Address != "" {
			at := pair{f.Kind, strings.ToLower(f.To.Address)}
			set(&groups, at, append(groups[at], i))
		}
	}
	for _, group := range groups {
		if len(group) > 1 {
			p.oneOf(group)
		}
	}
}

// oneOf leaves one open letter of those to one person, given by their indexes.
func (p *planner) oneOf(group []int) {
	list := p.out.FollowUps
	// Those of one interview after the other; the later one stands where both open at once.
	slices.SortStableFunc(group, func(i, j int) int { return list[i].Opens.Compare(list[j].Opens) })
	newest := -1
	for _, i := range group {
		if f := list[i]; !f.Opens.After(p.now) && (f.Pending() || f.Status == Declined) {
			newest = i
		}
	}
	var first *FollowUp // the user's own draft of an earlier one
	for _, i := range group {
		f := &list[i]
		switch {
		case newest < 0 || f.Opens.After(p.now):
		case first != nil && f.Status == Open:
			f.Status = Waiting
			f.because("one-letter", Say("your edited %s to %s goes first", f.Kind, nameOf(f.To)), "")
		case i == newest:
		case f.Touched && f.Status == Open:
			first = f
		case f.Status == Open, f.Status == Waiting, f.Status == Overdue && f.Placed && !f.Touched:
			f.Status = Withdrawn
			f.because("one-letter", Say("a later %s to %s takes its place: one letter for one person", f.Kind, nameOf(f.To)), "")
		}
	}
}
