package rules

import (
	"slices"
)

// Meetings returns all of which the message tells, the first that takes place before the
// others.
func (m Received) Meetings() []Meeting {
	if m.Meeting == nil {
		return nil
	}
	return append([]Meeting{{*m.Meeting, m.People}}, m.Further...)
}

// SetMeetings is the inverse of Meetings.
func (m *Received) SetMeetings(list []Meeting) {
	m.Meeting, m.People, m.Further = nil, nil, nil
	if len(list) > 0 {
		m.Meeting, m.People, m.Further = &list[0].Interview, list[0].People, list[1:]
	}
}

// meetAll applies all the events of a message: first what is called off, so that what
// takes its place is not taken for it. The message came too late for an interview that
// is over only where that is all it tells.
func (s *folding) meetAll(f Fact, m Received, to said) {
	all := m.Meetings()
	slices.SortStableFunc(all, func(a, b Meeting) int { return rank(b.Interview) - rank(a.Interview) })
	late := 0
	for _, one := range all {
		delete(s.late, f.Key)
		m.Meeting, m.People = &one.Interview, one.People
		s.meet(f, m, to)
		if s.late[f.Key] {
			late++
		}
	}
	if late > 0 {
		delete(s.late, f.Key)
		if late == len(all) {
			set(&s.late, f.Key, true)
		}
	}
}

func rank(v Interview) int {
	if v.Cancelled {
		return 1
	}
	return 0
}

// hold takes in that a time is held, not agreed upon: nothing is entered, and what was
// firm is in doubt. at is the interview that is meant, -1 for a new one.
func (s *folding) hold(at int, f Fact, m Received, fresh bool) {
	v := *m.Meeting
	switch {
	case at < 0:
		set(&s.holds, v.UID, "tentative/"+identity(f))
		s.ask("tentative", f, m, Say("%s holds %s for an interview and does not say that it takes place (%q): nothing is entered; if it does, say `afterword mark %s interview`",
			person(m), DateOf(v.Start), m.Subject, s.ID))
	case fresh && slices.Contains(append([]string{s.Interviews[at].UID}, s.Interviews[at].UIDs...), v.UID):
		set(&s.doubts, s.Interviews[at].ID, f)
	}
}

// settleHold takes in that it is said what becomes of a time that was held.
func (s *folding) settleHold(uid string) {
	if topic, held := s.holds[uid]; held && uid != "" {
		s.asks = slices.DeleteFunc(s.asks, func(n Notice) bool { return n.Topic == topic })
		delete(s.holds, uid)
	}
}
