package intake

import (
	"slices"
	"strings"

	"afterword/mailwatch/recognize/prose"
)

// take takes in the meetings of one message, after those of all before it.
func (f *Find) take(w Found) {
	for _, m := range w.Meetings {
		at := f.meant(m, w)
		switch {
		case at >= 0:
			f.Meetings[at] = update(f.Meetings[at], m)
		case m.Action == "cancel" || m.Start.IsZero():
			f.Doubt = "one of its times is called off, and the mail does not say which"
			f.object(Reason{"doubt", f.Doubt})
		case m.Action == "move" && m.UID == "" && len(f.Live()) > 0:
			f.Doubt = "it is moved, and the mail does not say which of its times"
			f.object(Reason{"doubt", f.Doubt})
		case m.Action == "reminder" && len(f.Live()) > 0:
			// it adds nothing
		default:
			f.Meetings = append(f.Meetings, m)
		}
	}
}

// meant returns the index of the meeting that another one tells of again, -1 for none.
func (f *Find) meant(m Meeting, w Found) int {
	if m.UID != "" {
		if i := slices.IndexFunc(f.Meetings, func(have Meeting) bool { return have.UID == m.UID }); i >= 0 {
			return i
		}
	}
	for i, have := range f.Meetings {
		if have.overlaps(m) && (have.UID == "" || m.UID == "" || m.Action == "new" || m.Action == "reminder") && (have.Action != "cancel" || m.Action == "cancel") {
			return i
		}
	}
	if m.UID != "" || m.Action != "move" && m.Action != "cancel" {
		return -1
	}
	// Prose that changes the only one there is, to the only time that it names.
	only := -1
	for i, have := range f.Meetings {
		if have.Action != "cancel" {
			if only >= 0 {
				return -1
			}
			only = i
		}
	}
	if len(w.Meetings) != 1 || only >= 0 && !m.Start.IsZero() && m.Action == "cancel" {
		return -1
	}
	return only
}

// update returns a meeting as it is after further mail of it. The version of a calendar
// counts before the order of arrival (RFC 5546, section 2.1.5), and a calendar's times
// before those in prose that does not move it.
func update(have, m Meeting) Meeting {
	for _, p := range m.People {
		if m.Action != "cancel" {
			have.People = joinPerson(have.People, p)
		}
	}
	newer(&have.Round, m.Round)
	versioned := have.UID != "" && have.UID == m.UID
	switch {
	case m.Action == "reminder":
		return have
	case versioned && older(m, have):
		return have
	case m.Action == "cancel":
		have.Action = "cancel"
		have.Sequence, have.Stamped = max(have.Sequence, m.Sequence), m.Stamped
		return have
	case have.Calendar && !m.Calendar && m.Action != "move":
		return have
	}
	was := have
	people := have.People
	if versioned && m.Calendar && m.Action == "move" && len(m.People) > 0 {
		people = slices.Clone(m.People) // who was replaced leaves
	}
	have.Start, have.End, have.Tentative = m.Start, m.End, m.Tentative
	if m.End.IsZero() && !was.End.IsZero() && !was.Start.IsZero() {
		have.End = m.Start.Add(was.End.Sub(was.Start)) // it lasts as long as before
	}
	newer(&have.Zone, m.Zone)
	newer(&have.UID, m.UID)
	have.Action, have.People = "new", people
	have.Calendar = have.Calendar || m.Calendar
	if m.Calendar {
		have.Sequence, have.Stamped = m.Sequence, m.Stamped
	}
	return have
}

// older reports whether a is an older version of an event than b.
func older(a, b Meeting) bool {
	if a.Sequence != b.Sequence {
		return a.Sequence < b.Sequence
	}
	return !a.Stamped.IsZero() && !b.Stamped.IsZero() && a.Stamped.Before(b.Stamped)
}

// joinPerson adds somebody, or what is new of him.
func joinPerson(list []Person, p Person) []Person {
	list = slices.Clip(list)
	for i, have := range list {
		same := have.Address != "" && strings.EqualFold(have.Address, p.Address) ||
			have.Name != "" && prose.Same(have.Name, p.Name) && (have.Address == "" || p.Address == "")
		if !same {
			continue
		}
		list = slices.Clone(list)
		if len(p.Name) > len(have.Name) {
			list[i].Name = p.Name
		}
		newer(&list[i].Honorific, p.Honorific)
		newer(&list[i].Title, p.Title)
		if have.Proof == "" && p.Address != "" {
			list[i].Address, list[i].Proof = p.Address, p.Proof
		}
		return list
	}
	return append(list, p)
}
