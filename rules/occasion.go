package rules

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"time"
)

const (
	// recall is how far the user may err who enters when an interview ended, and not
	// when it began.
	recall = 3 * time.Hour
	// longest bounds how long a meeting is looked at, in hours: some invitations last
	// for months.
	longest = 48
)

// find returns the first interview that a meeting is, among those that may be; -1
// where it is another one. slack is for one of which nobody said when it began: by so
// much the user may have erred.
func (s *folding) find(v Interview, people []string, slack time.Duration, may func(Interview) bool) int {
	found := -1
	if len(s.Interviews) > 0 {
		s.indexed()
	}
	for h, n := hourOf(v.begin().Add(-slack)), 0; h <= hourOf(v.End.Add(slack+UsualLength)) && n < longest; h, n = h+1, n+1 {
		for _, at := range s.byHour[h] {
			if (found < 0 || at < found) && may(s.Interviews[at]) && s.same(s.Interviews[at], v, people, slack) {
				found = at
			}
		}
	}
	return found
}

// same reports whether v is the meeting that the program has: nobody sits in two at a
// time. Instants are compared, for a day is another one in another zone. Meetings
// with other people may follow close on each other.
func (s *folding) same(have, v Interview, people []string, slack time.Duration) bool {
	together, others := false, len(have.Interviewers) > 0 && len(people) > 0
	for _, key := range people {
		together = together || slices.Contains(have.Interviewers, key)
	}
	if others = others && !together; others {
		// Who only sends the invitations is not somebody else.
		others = slices.ContainsFunc(people, func(key string) bool { c, known := s.contact(key); return !known || c.Part != Recruiter })
	}
	both := earlier(have.End, v.End).Sub(latestOf(have.begin(), v.begin()))
	if both > 0 {
		return !others || 2*both >= min(have.End.Sub(have.begin()), v.End.Sub(v.begin()))
	}
	byHand := func(v Interview) bool { return v.UID == "" && v.Start.IsZero() }
	return together && (byHand(have) || byHand(v)) && slack > 0 && -both <= slack
}

func earlier(t, u time.Time) time.Time {
	if u.Before(t) {
		return u
	}
	return t
}

func keysOf(people []Contact) []string {
	keys := make([]string, len(people))
	for i, p := range people {
		keys[i] = p.Key()
	}
	return keys
}

func hourOf(t time.Time) int64 { return t.Unix() / 3600 }

// add adds an interview, and returns where it is.
func (s *folding) add(v Interview) int {
	at := len(s.Interviews)
	s.Interviews = append(s.Interviews, v)
	if n, err := strconv.Atoi(v.ID); err == nil {
		s.number = max(s.number, n)
	}
	if s.latest(at); s.byHour != nil {
		s.index(at)
	}
	return at
}

// indexed sees to it that the indexes of interviews are there.
func (s *folding) indexed() {
	if s.byHour == nil {
		s.byHour, s.byUID = map[int64][]int{}, map[string]int{}
		for at := range s.Interviews {
			s.index(at)
		}
	}
}

// index notes when an interview is, and by which events it is known.
func (s *folding) index(at int) {
	v := s.Interviews[at]
	for h, n := hourOf(v.begin()), 0; h <= hourOf(v.End) && n < longest; h, n = h+1, n+1 {
		if list := s.byHour[h]; len(list) == 0 || list[len(list)-1] != at {
			s.byHour[h] = append(list, at)
		}
	}
	for _, uid := range append([]string{v.UID}, v.UIDs...) {
		if _, known := s.byUID[uid]; uid != "" && !known {
			s.byUID[uid] = at
		}
	}
}

// link notes that an event is the interview.
func (s *folding) link(at int, uid string) {
	if _, known := s.byUID[uid]; known || uid == "" {
		return
	}
	s.byUID[uid] = at
	if v := &s.Interviews[at]; v.UID == "" {
		v.UID = uid
	} else {
		v.UIDs = append(slices.Clip(v.UIDs), uid)
	}
}

// newID names an interview that an invitation brought: after its event, or by the
// first number that no interview has.
func (s *folding) newID(uid string) string {
	if uid != "" {
		return meetingID(uid)
	}
	return strconv.Itoa(s.number + 1)
}

// meetingID names an interview after the calendar event that told of it, so that it
// has one name whichever invitation is read first.
func meetingID(uid string) string { return fmt.Sprintf("m%x", sha256.Sum256([]byte(uid)))[:7] }
