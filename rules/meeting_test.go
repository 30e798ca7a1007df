package rules

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// event is an invitation, or with cancelled its end, as a calendar sends it.
func event(uid, start, end, when string, sequence int, people ...Contact) Fact {
	return Fact{"received/" + uid + when, ny(when), Received{MessageID: uid + when, From: robin, Kind: MessageInterview, Person: true, Sure: true,
		Meeting: &Interview{UID: uid, Start: ny(start), End: ny(end), Sequence: sequence, Stamped: ny(when)}, People: people}}
}

func cancelled(f Fact) Fact {
	m := f.What.(Received)
	v := *m.Meeting
	v.Cancelled = true
	m.Meeting = &v
	f.What = m
	return f
}

// entered is an interview that the user typed in, with what he knew of it.
func entered(start, end string, who ...Contact) Fact {
	v := Interview{ID: "1", End: ny(end)}
	if start != "" {
		v.Start = ny(start)
	}
	for _, c := range who {
		v.Interviewers = append(v.Interviewers, c.Key())
	}
	return Fact{"user/1", ny("2026-11-12T10:00"), Described{Company: "Acme", Role: "Analyst", Contacts: []Contact{ngozi, tomas, robin}, Interviews: []Interview{v}}}
}

func TestOneMeetingToldOfTwice(t *testing.T) {
	const early, late = "2026-11-10T10:00", "2026-11-12T12:00"
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  int // interviews
	}{
		{"by hand and by calendar", []Fact{entered("", "2026-11-13T15:55", ngozi), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, ngozi)}, 1},
		{"by hand, the calendar read before", []Fact{entered("2026-11-13T15:00", "2026-11-13T15:55", ngozi), event("u", "2026-11-13T15:00", "2026-11-13T16:00", early, 0, ngozi)}, 1},
		{"a UTC day later", []Fact{entered("", "2026-11-13T18:55", ngozi), event("u", "2026-11-13T18:30", "2026-11-13T19:30", late, 0, ngozi)}, 1},
		{"a UTC day later, another interviewer", []Fact{entered("2026-11-13T18:00", "2026-11-13T18:55", ngozi), event("u", "2026-11-13T18:00", "2026-11-13T19:00", late, 0, tomas)}, 1},
		{"by calendar and by scheduler", []Fact{entered("", "2026-11-02T15:00", robin), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, ngozi), event("v", "2026-11-13T15:00", "2026-11-13T15:45", late, 0, ngozi, tomas)}, 2},
		{"with nobody named", []Fact{entered("", "2026-11-13T15:55"), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, ngozi)}, 1},
		{"one after the other", []Fact{entered("2026-11-13T14:00", "2026-11-13T15:00", ngozi), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, tomas)}, 2},
		{"the first ran over", []Fact{entered("2026-11-13T14:00", "2026-11-13T15:05", ngozi), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, tomas)}, 2},
		{"morning and afternoon", []Fact{entered("2026-11-13T09:00", "2026-11-13T10:00", ngozi), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, ngozi)}, 2},
		{"morning and afternoon, without a beginning", []Fact{entered("", "2026-11-13T10:00", ngozi), event("u", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, ngozi)}, 2},
		{"one that was called off", []Fact{entered("", "2026-11-02T15:00", robin), event("u", "2026-11-13T15:00", "2026-11-13T16:00", "2026-11-12T11:00", 0, ngozi),
			cancelled(event("u", "2026-11-13T15:00", "2026-11-13T16:00", "2026-11-12T11:30", 1)), event("v", "2026-11-13T15:00", "2026-11-13T16:00", late, 0, ngozi)}, 3},
		{"the next one on the same day", []Fact{entered("", "2026-11-13T15:00", ngozi), event("u", "2026-11-13T17:00", "2026-11-13T18:00", "2026-11-13T15:30", 0, ngozi)}, 2},
	} {
		for _, facts := range [][]Fact{tt.facts, reversed(tt.facts)} {
			a := Fold("acme", facts)
			if len(a.Interviews) != tt.want {
				t.Errorf("%s: %d interviews: %+v", tt.name, len(a.Interviews), a.Interviews)
			}
		}
	}
}

func reversed(facts []Fact) []Fact {
	facts = slices.Clone(facts)
	slices.Reverse(facts)
	return facts
}

// What is typed in keeps who was invited; what the user took out does not come back.
func TestWhoWasInvited(t *testing.T) {
	invitation := event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-10T10:00", 0, ngozi, tomas, robin)
	a := Fold("acme", []Fact{entered("", "2026-11-13T15:00"), invitation})
	if got := a.Interviews[0].Interviewers; !slices.Equal(got, []string{ngozi.Key(), tomas.Key()}) {
		t.Errorf("%v", got)
	}
	d := a.Describe()
	d.Interviews[0].Interviewers = []string{ngozi.Key()}
	again := event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:00", 1, ngozi, tomas, robin)
	a = Fold("acme", []Fact{entered("", "2026-11-13T15:00"), invitation, {"user/2", ny("2026-11-12T11:00"), d}, again})
	if got := a.Interviews[0].Interviewers; !slices.Equal(got, []string{ngozi.Key()}) {
		t.Errorf("after an edit: %v", got)
	}
}

// An invitation that lay in the Inbox before the application was entered counts, if it
// is to what was still to come; what the user took out stays out.
func TestInvitedBeforeTheApplicationWasEntered(t *testing.T) {
	next := event("u", "2026-12-04T14:00", "2026-12-04T15:00", "2026-11-10T10:00", 0, tomas)
	moved := event("u", "2026-12-07T14:00", "2026-12-07T15:00", "2026-11-11T10:00", 1, tomas)
	over := event("o", "2026-11-02T14:00", "2026-11-02T15:00", "2026-10-30T10:00", 0, tomas)
	facts := []Fact{entered("", "2026-11-13T15:00", ngozi), over, next, moved}
	a := Fold("acme", facts)
	if len(a.Interviews) != 2 || !a.Interviews[1].End.Equal(ny("2026-12-07T15:00")) {
		t.Fatalf("%+v", a.Interviews)
	}
	for _, f := range planAt(t, "2026-11-24T10:00", facts...).Pending() {
		if f.Kind == CheckIn && f.Opens.Before(a.Interviews[1].End) {
			t.Errorf("%s opens %v", f.Key, f.Opens)
		}
	}
	d := a.Describe()
	d.Interviews = d.Interviews[:1]
	if a = Fold("acme", append(facts, Fact{"user/2", ny("2026-11-12T11:00"), d})); len(a.Interviews) != 1 {
		t.Errorf("taken out: %+v", a.Interviews)
	}
}

// A draft keeps its key when it turns out that two interviews are one.
func TestKeysOutliveAMerge(t *testing.T) {
	v := event("v", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:00", 0, ngozi)
	before := Fold("acme", []Fact{entered("", "2026-11-02T15:00", robin), v})
	key := "thank-you/" + before.Interviews[1].ID + "/" + ngozi.Key()
	for _, became := range []What{Placed{FollowUp: key, MessageID: "d"}, Delivered{FollowUp: key, MessageID: "d", To: []string{ngozi.Address}}, Discarded{FollowUp: key}} {
		done := Fact{"done", ny("2026-11-13T15:10"), became}
		d := before.Describe()
		d.Interviews = append(d.Interviews, Interview{ID: "2", End: ny("2026-11-13T14:55"), Interviewers: []string{ngozi.Key()}})
		for name, more := range map[string]Fact{
			"a scheduler's mail from before": event("a", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T11:00", 0, ngozi),
			"entered by hand":                {"user/2", ny("2026-11-13T15:20"), d},
		} {
			s := planAt(t, "2026-11-13T15:30", entered("", "2026-11-02T15:00", robin), v, done, more)
			n := 0
			for _, f := range s.FollowUps {
				if f.Kind == ThankYou && f.To.Key() == ngozi.Key() {
					n++
					_, placed := became.(Placed)
					if f.Key != key || placed != (f.Status == Open) {
						t.Errorf("%s, %T: %s is %s", name, became, f.Key, f.Status)
					}
				}
			}
			if n != 1 {
				t.Errorf("%s, %T: %v", name, became, lines(s))
			}
		}
	}
}

// SEQUENCE and DTSTAMP say which version of an event holds, in whatever order the
// mails arrive.
func TestVersionsOfAnEvent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "versions")
		arrivals := rapid.Permutation(slices.Collect(func(yield func(int) bool) {
			for i := range n {
				if !yield(i) {
					return
				}
			}
		})).Draw(t, "arrivals")
		sequence := 0
		facts := []Fact{entered("", "2026-11-02T15:00", robin)}
		var newest Interview
		for i := range n {
			if rapid.Bool().Draw(t, "sequence") {
				sequence++
			}
			start := ny("2026-12-01T14:00").AddDate(0, 0, i)
			newest = Interview{UID: "u", Start: start, End: start.Add(time.Hour), Sequence: sequence, Stamped: ny("2026-11-12T12:00").Add(time.Duration(i) * time.Minute),
				Cancelled: rapid.Bool().Draw(t, "cancelled")}
			v := newest
			at := ny("2026-11-14T12:00").Add(time.Duration(arrivals[i]) * time.Minute)
			facts = append(facts, Fact{fmt.Sprint("received/", i), at, Received{MessageID: fmt.Sprint(i), From: robin, Kind: MessageInterview, Meeting: &v, People: []Contact{ngozi}}})
		}
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)).Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		a := Fold("acme", facts)
		v, found := a.Interview(meetingID("u"))
		switch {
		case newest.Cancelled && found && !v.Cancelled:
			t.Fatalf("alive again: %+v", v)
		case !newest.Cancelled && (!found || v.Cancelled || !v.End.Equal(newest.End)):
			t.Fatalf("%+v, want %+v", v, newest)
		}
	})
}

// An interview that took place is neither cancelled nor moved.
func TestAfterItTookPlace(t *testing.T) {
	first := event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:00", 0, ngozi)
	before := []Fact{entered("", "2026-11-13T15:00", ngozi), first}
	for name, tt := range map[string]struct {
		late  Fact
		asked bool
	}{
		"cancelled":           {cancelled(event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-13T15:20", 1)), true},
		"moved":               {event("u", "2026-11-20T14:00", "2026-11-20T15:00", "2026-11-13T15:20", 1, ngozi), true},
		"its length put down": {event("u", "2026-11-13T14:00", "2026-11-13T14:50", "2026-11-13T15:20", 1, ngozi), false},
		"a scheduler's end":   {cancelled(event("v", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-13T15:20", 1)), true},
	} {
		facts := append(slices.Clone(before), tt.late)
		a := Fold("acme", facts)
		if v := a.Interviews[0]; len(a.Interviews) != 1 || v.Cancelled || !v.End.Equal(ny("2026-11-13T15:00")) {
			t.Errorf("%s: %+v", name, a.Interviews)
		}
		s := planAt(t, "2026-11-13T15:30", facts...)
		if got := statusOf(t, s, "thank-you/1/"+ngozi.Key()); got != Open {
			t.Errorf("%s: %v", name, lines(s))
		}
		if asked := len(s.Asked) > 0; asked != tt.asked {
			t.Errorf("%s: asked %v", name, s.Asked)
		}
		// The user says that it is so.
		mark := Fact{"user/mark", ny("2026-11-13T15:40"), Marked{tt.late.What.(Received).MessageID, MessageInterview}}
		s = planAt(t, "2026-11-13T15:45", append(facts, mark)...)
		if got := statusOf(t, s, "thank-you/1/"+ngozi.Key()); tt.asked && got == Open || len(s.Asked) > 0 {
			t.Errorf("%s, marked: %v %v", name, lines(s), s.Asked)
		}
	}
}

// Two events tell of one meeting, and one of them is called off: whether it takes
// place is asked.
func TestOneOfTwoEventsCalledOff(t *testing.T) {
	facts := []Fact{entered("", "2026-11-02T15:00", robin), event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:00", 0, ngozi),
		event("v", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:01", 0, ngozi), cancelled(event("v", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T13:00", 1))}
	s := planAt(t, "2026-11-13T15:00", facts...)
	for _, f := range s.Pending() {
		if f.Kind == ThankYou && f.Status == Open {
			t.Errorf("%s is open", f.Key)
		}
	}
	if len(s.Asked) != 1 {
		t.Errorf("asked: %v", s.Asked)
	}
	both := append(facts, cancelled(event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T13:30", 1)))
	if a := Fold("acme", both); !a.Interviews[1].Cancelled {
		t.Errorf("%+v", a.Interviews)
	}
}

// More people than interview anybody are asked about, in one invitation or in many.
func TestACrowdIsAskedAbout(t *testing.T) {
	crowd := func(from, n int) (list []Contact) {
		for i := range n {
			list = append(list, Contact{Name: fmt.Sprint("Person ", from+i), Address: fmt.Sprintf("p%d@acme.example", from+i), Part: Interviewer})
		}
		return list
	}
	one := event("u", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:00", 0, crowd(0, 13)...)
	for name, facts := range map[string][]Fact{
		"in one":  {entered("", "2026-11-02T15:00", robin), one},
		"in many": {entered("", "2026-11-02T15:00", robin), event("a", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:00", 0, crowd(0, 12)...), event("b", "2026-11-13T14:00", "2026-11-13T15:00", "2026-11-12T12:01", 0, crowd(12, 12)...)},
	} {
		s := planAt(t, "2026-11-13T15:00", facts...)
		n := 0
		for _, f := range s.FollowUps {
			if f.Kind == ThankYou && f.Status == Open {
				n++
			}
		}
		if n > maxInterviewers || len(s.Asked) != 1 {
			t.Errorf("%s: %d letters, asked %v", name, n, s.Asked)
		}
	}
	a := Fold("acme", []Fact{entered("", "2026-11-02T15:00", robin), one, {"m", ny("2026-11-12T13:00"), Marked{one.What.(Received).MessageID, MessageInterview}}})
	if n := len(a.Interviews[1].Interviewers); n != 13 {
		t.Errorf("marked: %d interviewers", n)
	}
}

// A fold says the same again of what it said: describing it changes nothing.
func TestDescribeIsTheInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := []Fact{entered("", "2026-11-13T15:55", ngozi)}
		for i := range rapid.IntRange(0, 6).Draw(t, "events") {
			start := ny("2026-11-13T15:00").Add(time.Duration(rapid.IntRange(-8, 8).Draw(t, "start")) * 30 * time.Minute)
			f := event(rapid.SampledFrom([]string{"u", "v", "w"}).Draw(t, "uid"), start.Format("2006-01-02T15:04"), start.Add(time.Hour).Format("2006-01-02T15:04"),
				fmt.Sprintf("2026-11-12T12:%02d", i), i, rapid.SampledFrom([]Contact{ngozi, tomas, robin}).Draw(t, "who"))
			if rapid.IntRange(0, 4).Draw(t, "cancelled") == 0 {
				f = cancelled(f)
			}
			facts = append(facts, f)
		}
		a := Fold("acme", facts)
		b := Fold("acme", append(slices.Clone(facts), Fact{"user/2", ny("2026-11-12T13:00"), a.Describe()}))
		for _, list := range [][]Interview{a.Interviews, b.Interviews} {
			for i := range list {
				list[i].UIDs = nil // an event that was called off may be known or not
			}
		}
		if !reflect.DeepEqual(a.Interviews, b.Interviews) {
			t.Fatalf("\n%+v\n%+v", a.Interviews, b.Interviews)
		}
	})
}
