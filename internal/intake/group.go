package intake

import "slices"

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
		if !w.changes() {
			continue
		}
		for _, id := range append([]string{w.InReplyTo}, w.References...) {
			if j, known := byID[id]; known && id != "" {
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

// overlap reports whether two messages tell of the same time.
func overlap(a, b Found) bool {
	return slices.ContainsFunc(a.Meetings, func(m Meeting) bool { return slices.ContainsFunc(b.Meetings, m.overlaps) })
}
