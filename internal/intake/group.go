package intake

import (
	"slices"
	"strings"
)

// grouped brings together the mail that tells of the same appointment, in whatever order
// it came: it names the same event, or the same company at an overlapping time, or
// changes what it answers.
func grouped(mail []Fact) [][]Fact {
	parent := make([]int, len(mail))
	for i := range parent {
		parent[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	unite := func(i, j int) { parent[root(max(i, j))] = root(min(i, j)) }
	byUID, byCompany, byID := map[string]int{}, map[string][]int{}, map[string]int{}
	for i, f := range mail {
		w := f.What.(Found)
		if j, twice := byID[w.MessageID]; twice && w.MessageID != "" {
			unite(i, j) // it came to two of the user's accounts
		}
		if w.MessageID != "" {
			byID[w.MessageID] = i
		}
		for _, m := range w.Meetings {
			if j, known := byUID[m.UID]; known && m.UID != "" {
				unite(i, j)
			}
			byUID[m.UID] = i
		}
		for _, key := range companyKeys(w.Company, w.Domain) {
			for _, j := range byCompany[key] {
				if overlap(w, mail[j].What.(Found)) {
					unite(i, j)
				}
			}
			byCompany[key] = append(byCompany[key], i)
		}
	}
	for i, f := range mail {
		w := f.What.(Found)
		if n := w.leadsTo(mail[i+1:]); n >= 0 {
			unite(i, i+1+n)
		}
		for _, id := range append([]string{w.InReplyTo}, w.References...) {
			if j, known := byID[id]; known && id != "" && (w.changes() || w.reopens(mail[j], f)) {
				unite(i, j)
			}
		}
	}
	at := map[int]int{}
	var groups [][]Fact
	for i, f := range mail {
		r := root(i)
		if _, known := at[r]; !known {
			at[r] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[r]] = append(groups[at[r]], f)
	}
	return groups
}

// changes reports whether mail is about an appointment that other mail has told of.
func (w Found) changes() bool {
	return slices.ContainsFunc(w.Meetings, func(m Meeting) bool { return m.Action != "new" })
}

// leadsTo returns which of the mail that came after one that leaves the time to the user is
// about the same interview: the first that names the time, or asks once more; -1 for none.
func (w Found) leadsTo(later []Fact) int {
	if !w.Choice {
		return -1
	}
	return slices.IndexFunc(later, func(f Fact) bool {
		next := f.What.(Found)
		if next.Sender.DMARC == "fail" || !next.vouchedBy(w) || !next.Choice && !slices.ContainsFunc(next.Meetings, func(m Meeting) bool { return m.Action != "cancel" }) {
			return false
		}
		if w.MessageID != "" && (next.InReplyTo == w.MessageID || slices.Contains(next.References, w.MessageID)) {
			return true
		}
		roles := w.Role == "" || next.Role == "" || strings.EqualFold(w.Role, next.Role)
		return roles && sameCompany(w.Company, w.Domain, next.Company, next.Domain)
	})
}

// reopens reports whether mail, f, that leaves the time to the user does so for the interview
// of which mail that it answers told: that was called off, or is still to come.
func (w Found) reopens(told, f Fact) bool {
	return w.Choice && slices.ContainsFunc(told.What.(Found).Meetings, func(m Meeting) bool { return m.Action == "cancel" || m.Start.After(f.At) })
}

// overlap reports whether two messages tell of the same time.
func overlap(a, b Found) bool {
	return slices.ContainsFunc(a.Meetings, func(m Meeting) bool { return slices.ContainsFunc(b.Meetings, m.overlaps) })
}
