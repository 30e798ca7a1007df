package rules

import (
	"slices"
	"strings"
	"time"
)

// What prose alone says of an interview is taken at its word where nothing is in doubt:
// a further one is entered, one is moved from one time to another. What calls one off, or
// moves it in other words, makes its drafts wait, and the user is asked.

// inProse is how the names of interviews begin of which prose alone tells.
const inProse = "prose/"

// ProseUID names an interview of which prose alone tells, as a calendar names its events:
// nobody sits in two at a time.
func ProseUID(start time.Time) string { return inProse + start.UTC().Format("20060102T1504Z") }

// firm reports whether words tell of an interview without any doubt.
func (v Interview) firm() bool {
	return v.Prose == "" || (v.Prose == Arranges || v.Prose == Moves) && v.Doubt == "" && !v.Tentative
}

// firm reports whether a message tells of an interview, and it is not for the user to say
// whether that is so.
func (m Received) firm() bool {
	return slices.ContainsFunc(m.Meetings(), func(one Meeting) bool { return one.Interview.firm() || m.said != "" })
}

// tell applies what the words of a message say of one interview.
func (s *folding) tell(f Fact, m Received, to said) {
	s.indexed()
	switch m.Meeting.Prose {
	case CallsOff:
		s.calledOff(f, m, to)
	case Moves:
		s.moved(f, m, to)
	default:
		s.arranged(f, m, to)
	}
}

// live returns the interview that a meeting is, among those that are not called off and
// were not over when it was told; -1 for none.
func (s *folding) live(f Fact, v Interview, people []Contact) int {
	there := func(have Interview) bool { return !have.Cancelled && !(f.At.After(have.End) && v.begin().After(f.At)) }
	if at, known := s.byUID[v.UID]; known && there(s.Interviews[at]) && s.Interviews[at].Start.Equal(v.Start) {
		return at
	}
	return s.find(v, keysOf(people), recall, there)
}

// arranged enters an interview, or takes in what is new of one that is known.
func (s *folding) arranged(f Fact, m Received, to said) {
	v, sure := *m.Meeting, m.said != "" || m.Meeting.Doubt == "" && !m.Meeting.Tentative
	if at := s.live(f, v, m.People); at >= 0 {
		s.alike(at, f, m, to, sure)
		return
	}
	switch new := to.fresh || to.past && v.End.After(to.entered); {
	case !new || !v.End.After(f.At):
	case v.Tentative && m.said == "":
		s.hold(-1, f, m, to.fresh)
	case v.Doubt != "" && m.said == "":
		s.ask("doubtful", f, m, Say("%s wrote of an interview on %s (%q), but %s: nothing is entered; if it is so, say `afterword mark %s interview`",
			person(m), v.begin(), m.Subject, Clause(v.Doubt), s.ID))
	case v.Prose == Reminds && m.said == "":
		s.ask("reminder", f, m, Say("%s wrote again of an interview on %s (%q) that is not known here: if it is so, say `afterword mark %s interview`",
			person(m), v.begin(), m.Subject, s.ID))
	default:
		s.enter(f, m)
	}
}

// enter adds the interview of which a message tells.
func (s *folding) enter(f Fact, m Received) {
	v := *m.Meeting
	s.settleProse()
	at, known := s.byUID[v.UID]
	if known && s.Interviews[at].ID == s.newID(v.UID) {
		have := &s.Interviews[at] // called off once, or told of under another time
		have.Cancelled, have.NoShow, have.Start, have.End, have.Assumed = false, false, v.Start, v.End, v.Assumed
		delete(s.doubts, have.ID)
		s.index(at)
		s.latest(at)
	} else {
		at = s.add(Interview{ID: s.newID(v.UID), UID: v.UID, Start: v.Start, End: v.End, Assumed: v.Assumed, Round: v.Round})
	}
	set(&s.brought, at, true)
	s.invite(at, f, m, true)
	s.tellOf("entered", f, m, Say("%s wrote of an interview on %s (%q): it is entered", person(m), v.begin(), m.Subject))
}

// alike takes in what a message adds to an interview that is known: people, and the end
// where none was told before. One that is arranged is not in doubt any more.
func (s *folding) alike(at int, f Fact, m Received, to said, sure bool) {
	v := *m.Meeting
	s.link(at, v.UID)
	if !sure || v.Tentative && m.said == "" {
		return
	}
	have := &s.Interviews[at]
	fresh := to.fresh || to.past && s.brought[at]
	if have.Round == "" {
		have.Round = v.Round
	}
	if have.Assumed && !v.Assumed && have.Start.Equal(v.Start) && fresh {
		have.End, have.Assumed = v.End, false
		s.index(at)
		s.latest(at)
	}
	if v.Prose != Reminds && fresh {
		s.settleProse()
		delete(s.doubts, have.ID)
	}
	s.invite(at, f, m, fresh)
}

// moved applies a move that leaves exactly one known time for one other.
func (s *folding) moved(f Fact, m Received, to said) {
	v, sure := *m.Meeting, m.said != "" || m.Meeting.Doubt == "" && !m.Meeting.Tentative
	at := s.left(f, v)
	if now := s.live(f, v, m.People); now >= 0 && now != at {
		s.alike(now, f, m, to, sure) // it was moved already
		return
	}
	if at < 0 && m.said != "" {
		at = s.only(f)
	}
	switch fresh := to.fresh || to.past && at >= 0 && s.brought[at]; {
	case !fresh:
		if at >= 0 {
			s.link(at, v.UID)
		}
	case at < 0 && m.said != "":
		s.enter(f, m)
	case at >= 0 && sure:
		if v.Assumed { // it takes as long as before
			have := s.Interviews[at]
			v.End = v.Start.Add(have.End.Sub(have.begin()))
		}
		s.settleProse()
		s.link(at, v.UID)
		s.invite(at, f, m, true)
		m.Meeting = &v
		was := s.Interviews[at]
		s.change(at, f, m)
		if !s.late[f.Key] && !was.Start.Equal(v.Start) {
			s.tellOf("moved", f, m, Say("%s moved the interview of %s to %s (%q)", person(m), was.begin(), v.begin(), m.Subject))
		}
	default:
		s.inDoubt(at, f, m)
	}
}

// left returns the one interview that a move leaves; -1 where the words tell of none, or
// of several.
func (s *folding) left(f Fact, v Interview) int {
	found := -1
	for at, have := range s.Interviews {
		start := have.begin()
		switch {
		case have.Cancelled:
			continue
		case !v.Was.IsZero() && have.Start.IsZero(): // by hand: when it ended
			if !v.Was.Before(have.End) || have.End.Sub(v.Was) > recall {
				continue
			}
		case !v.Was.IsZero():
			if !start.Equal(v.Was) {
				continue
			}
		case v.WasDay.IsZero() || DateOf(start.In(v.Start.Location())) != v.WasDay:
			continue
		}
		if found >= 0 {
			return -1
		}
		found = at
	}
	return found
}

// upcoming returns the interviews that were still to come when a message did.
func (s *folding) upcoming(f Fact) (list []int) {
	for at, have := range s.Interviews {
		if !have.Cancelled && have.End.After(f.At) {
			list = append(list, at)
		}
	}
	return list
}

// only is the one interview that was still to come; -1 where there is none, or several.
func (s *folding) only(f Fact) int {
	if list := s.upcoming(f); len(list) == 1 {
		return list[0]
	}
	return -1
}

// calledOff puts in doubt what prose calls off: the drafts wait until the user says that
// it is so.
func (s *folding) calledOff(f Fact, m Received, to said) {
	at := s.live(f, *m.Meeting, nil)
	switch {
	case !to.fresh:
	case at >= 0 && m.said != "":
		s.Interviews[at].Cancelled = true
		s.latest(at)
	default:
		s.inDoubt(at, f, m)
	}
}

// inDoubt makes the drafts of an interview wait, or those of all that are still to come
// where the words do not tell which is meant.
func (s *folding) inDoubt(at int, f Fact, m Received) {
	list := []int{at}
	if at < 0 {
		list = s.upcoming(f)
	}
	for _, at := range list {
		if have := s.Interviews[at]; have.End.After(f.At) {
			set(&s.doubts, have.ID, f)
		}
	}
	if len(list) == 0 && m.Meeting.Prose == Moves {
		s.ask("doubtful", f, m, Say("%s moves an interview to %s (%q), and none is known here: if it is so, say `afterword mark %s interview`",
			person(m), m.Meeting.begin(), m.Subject, s.ID))
	}
}

// tellOf notes what the user is told of a message that changed something.
func (s *folding) tellOf(rule string, f Fact, m Received, text Saying) {
	s.news = append(s.news, noticeOf(rule+"/"+identity(f)+"/"+m.Meeting.UID, because(rule, text, f.Key), nameOfMessage(f, m.MessageID)))
}

// settleProse takes back the questions about times that words only held.
func (s *folding) settleProse() {
	for uid := range s.holds {
		if strings.HasPrefix(uid, inProse) {
			s.settleHold(uid)
		}
	}
}
