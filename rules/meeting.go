package rules

import (
	"slices"
	"time"
)

// One meeting is told of several times: by the user, by a calendar, by a scheduler, and
// again when it is moved. It is one interview, so that nobody is thanked for it twice.

// UsualLength is how long an interview takes whose beginning or end nobody told.
const UsualLength = time.Hour

// begin returns when the interview begins, as far as it is known.
func (v Interview) begin() time.Time {
	if !v.Start.IsZero() && v.Start.Before(v.End) {
		return v.Start
	}
	return v.End.Add(-UsualLength)
}

// ids are all the names that the interview had in the keys of its follow-ups.
func (v Interview) ids() []string {
	ids := append([]string{v.ID}, v.Also...)
	if v.UID != "" {
		ids = append(ids, meetingID(v.UID))
	}
	for _, uid := range v.UIDs {
		ids = append(ids, meetingID(uid))
	}
	return ids
}

// addOnce adds an interview, unless it is one that is there: the user entered it
// although an invitation had brought it, or one of two was moved onto the other. What
// he entered twice himself stays two.
func (s *folding) addOnce(v Interview) {
	at := s.find(v, v.Interviewers, 0, func(have Interview) bool { return (have.UID != "" || v.UID != "") && have.Cancelled == v.Cancelled })
	if at < 0 {
		s.add(v)
		return
	}
	// What he entered says when it really was; the other has the name.
	hand, event := s.Interviews[at], v
	if hand.UID != "" && event.UID == "" {
		hand, event = event, hand
	}
	one := hand
	join := func(to *[]string, more ...string) {
		for _, m := range more {
			if m != "" && !slices.Contains(*to, m) {
				*to = append(slices.Clip(*to), m)
			}
		}
	}
	if one.UID == "" {
		one.ID, one.UID, one.UIDs, one.Also = event.ID, event.UID, event.UIDs, event.Also
		join(&one.Also, append([]string{hand.ID}, hand.Also...)...)
	} else {
		join(&one.UIDs, append([]string{event.UID}, event.UIDs...)...)
		join(&one.Also, append([]string{event.ID}, event.Also...)...)
	}
	if one.Start.IsZero() && event.begin().Before(one.End) {
		one.Start = event.Start
	}
	if one.Decision.IsZero() {
		one.Decision = event.Decision
	}
	join(&one.Interviewers, event.Interviewers...)
	join(&one.Topics, event.Topics...)
	join(&one.Challenges, event.Challenges...)
	join(&one.Notes, event.Notes...)
	for _, p := range event.Points {
		if !slices.Contains(one.Points, p) {
			one.Points = append(slices.Clip(one.Points), p)
		}
	}
	one.NoShow = one.NoShow || event.NoShow
	for _, id := range []string{hand.ID, event.ID} {
		if doubt, ok := s.doubts[id]; ok {
			set(&s.doubts, one.ID, doubt)
		}
	}
	s.Interviews[at] = one
	s.index(at)
	s.latest(at)
}

// unite makes one of those that came to be the same meeting while they were moved. What
// has become one may be a third as well.
func (s *folding) unite() {
	for before := 1; len(s.Interviews) > 1 && len(s.Interviews) != before; {
		list := s.Interviews
		before = len(list)
		s.Interviews, s.byUID, s.byHour, s.last, s.unsure = nil, nil, nil, -1, false
		for _, v := range list {
			s.addOnce(v)
		}
	}
}

// meet adds, moves or cancels an interview as a calendar part says, or prose.
func (s *folding) meet(f Fact, m Received, to said) {
	v := *m.Meeting
	m.People = s.asKnown(m.People)
	if v.Prose != "" {
		s.tell(f, m, to)
		return
	}
	old, told := s.events[v.UID]
	told = told && v.UID != ""
	if told && !supersedes(v, old) {
		return // an older version, that came late
	}
	changed := !told || old.Cancelled != v.Cancelled || !old.End.Equal(v.End) || !old.Start.Equal(v.Start)
	if v.UID != "" {
		set(&s.events, v.UID, v)
	}
	s.indexed()
	at, known := s.byUID[v.UID]
	if !known || v.UID == "" {
		at = s.find(v, keysOf(m.People), recall, func(have Interview) bool {
			next := f.At.After(have.End) && v.begin().After(f.At) // arranged when that one was over
			return !have.Cancelled && !next
		})
	}
	if v.Tentative && !v.Cancelled && m.said == "" {
		s.hold(at, f, m, to.fresh)
		return
	}
	s.settleHold(v.UID)
	if at < 0 {
		// An invitation from before counts where it is to what was still to come.
		if (to.fresh || to.past && v.End.After(to.entered)) && !v.Cancelled {
			added := v
			added.ID, added.Interviewers = s.newID(v.UID), nil
			added.Sequence, added.Stamped, added.Left, added.By = 0, time.Time{}, nil, nil
			at = s.add(added)
			set(&s.brought, at, true)
			s.invite(at, f, m, true)
		}
		return
	}
	fresh := to.fresh || to.past && s.brought[at]
	s.link(at, v.UID)
	if !v.Cancelled {
		s.invite(at, f, m, fresh)
	}
	if fresh && changed {
		s.change(at, f, m)
	}
}

// supersedes reports whether v is at least as new a version of an event as old. An
// event that does not say is as new as it arrives.
func supersedes(v, old Interview) bool {
	if v.Sequence != old.Sequence {
		return v.Sequence > old.Sequence
	}
	return v.Stamped.IsZero() || old.Stamped.IsZero() || !v.Stamped.Before(old.Stamped)
}

// change moves, cancels or revives an interview.
func (s *folding) change(at int, f Fact, m Received) {
	have, v := &s.Interviews[at], m.Meeting
	if over := !have.Cancelled && !have.NoShow && f.At.After(have.End); over && m.said == "" {
		// It took place: nothing that is said now undoes that.
		set(&s.late, f.Key, true)
		switch {
		case v.Cancelled:
			s.ask("late", f, m, Say("%s called the interview of %s off when it was over (%q): nothing is changed by that; if it did not take place, say so with `afterword edit %s`",
				person(m), DateOf(have.End), m.Subject, s.ID))
		case v.begin().After(f.At):
			s.ask("late", f, m, Say("%s moved an interview that was over to %s (%q): if that is a further round, enter it with `afterword add`; if it did not take place before, say `afterword mark %s interview`",
				person(m), DateOf(v.End), m.Subject, s.ID))
		}
		return
	}
	switch {
	case !v.Cancelled:
		if have.NoShow && v.begin().After(f.At) {
			have.NoShow = false // another time was found
		}
		have.Cancelled, have.Start, have.End, have.Assumed = false, v.Start, v.End, v.Assumed
		delete(s.doubts, have.ID)
	case s.standsElsewhere(*have, v.UID) && m.said == "":
		set(&s.doubts, have.ID, f) // one event of two: does it take place?
	default:
		have.Cancelled = true
	}
	s.index(at)
	s.latest(at)
}

// standsElsewhere reports whether another event than the one named tells of the
// interview and is not cancelled.
func (s *folding) standsElsewhere(v Interview, uid string) bool {
	return slices.ContainsFunc(append([]string{v.UID}, v.UIDs...), func(other string) bool {
		event, told := s.events[other]
		return other != "" && other != uid && told && !event.Cancelled
	})
}
