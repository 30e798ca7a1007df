package rules

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

var newYork = mustZone("America/New_York")

func mustZone(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return loc
}

func mustCalendar(t testing.TB, opt CalendarOptions) *Calendar {
	t.Helper()
	c, err := NewCalendar(opt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func ny(s string) time.Time {
	v, err := time.ParseInLocation("2006-01-02T15:04", s, newYork)
	if err != nil {
		panic(err)
	}
	return v
}

func date(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var (
	ngozi = Contact{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi@acme.example", Part: Interviewer}
	tomas = Contact{Name: "Tomás Rivera", Address: "tomas@acme.example", Part: Interviewer}
	robin = Contact{Name: "Robin Hale", Address: "robin@acme.example", Part: Recruiter}
)

// story is an application with a panel of two, a recruiter and a promised date.
func story(decision string) Fact {
	d := Described{Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York", Contacts: []Contact{ngozi, tomas, robin},
		Interviews: []Interview{{ID: "1", End: ny("2026-11-13T15:00"), Interviewers: []string{ngozi.Key(), tomas.Key()}}}}
	if decision != "" {
		d.Interviews[0].Decision = date(decision)
	}
	return Fact{"user/1", ny("2026-11-12T10:00"), d}
}

func sent(key, when string) Fact {
	return Fact{"sent/" + key, ny(when), Delivered{FollowUp: key, MessageID: key + "@me.example", To: []string{robin.Address}}}
}

func wrote(kind MessageKind, when string) Fact {
	return Fact{"received/" + string(kind) + when, ny(when), Received{MessageID: string(kind) + when, From: robin, Kind: kind, Person: true, Sure: true}}
}

func planAt(t testing.TB, now string, facts ...Fact) Schedule {
	t.Helper()
	a := Fold("acme", facts)
	return Plan(&a, mustCalendar(t, CalendarOptions{Zone: newYork, Holidays: "US"}), DefaultPolicy, ny(now))
}

// lines writes a schedule so that tests read like the table of the cadence.
func lines(s Schedule) []string {
	var out []string
	for _, f := range s.FollowUps {
		mark := ""
		if f.Projected {
			mark = " projected"
		}
		out = append(out, fmt.Sprintf("%s %s..%s %s%s", f.Key, f.Opens.Format("Jan 2 15:04"), f.Due.Format("Jan 2 15:04"), f.Status, mark))
	}
	return out
}

func wantLines(t *testing.T, s Schedule, want ...string) {
	t.Helper()
	if got := lines(s); !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", join(got), join(want))
	}
}

func join(list []string) string {
	var s string
	for _, l := range list {
		s += "  " + l + "\n"
	}
	return s
}

func TestCadence(t *testing.T) {
	s := planAt(t, "2026-11-13T15:00", story("2026-11-20"))
	wantLines(t, s,
		"thank-you/1/ngozi@acme.example Nov 13 15:00..Nov 16 15:00 open",
		"thank-you/1/tomas@acme.example Nov 13 15:00..Nov 16 15:00 open",
		"check-in/1/1 Nov 24 09:00..Nov 25 17:00 waiting",
		"check-in/1/2 Dec 2 09:00..Dec 4 17:00 waiting projected", // Thanksgiving is no business day
		"check-in/1/3 Dec 9 09:00..Dec 11 17:00 waiting projected")
	if got := s.QuietFrom.Format("Jan 2 15:04"); got != "Dec 18 17:00" {
		t.Errorf("quiet from %s", got)
	}
	if s.Next != ny("2026-11-16T15:00").Add(time.Second) {
		t.Errorf("next change at %v", s.Next)
	}
}

func TestWhatWasSentCounts(t *testing.T) {
	s := planAt(t, "2026-12-01T09:00", story("2026-11-20"), sent("check-in/1/1", "2026-11-30T18:30"))
	wantLines(t, s,
		"thank-you/1/ngozi@acme.example Nov 13 15:00..Nov 16 15:00 overdue",
		"thank-you/1/tomas@acme.example Nov 13 15:00..Nov 16 15:00 overdue",
		"check-in/1/2 Dec 7 09:00..Dec 9 17:00 waiting",
		"check-in/1/3 Dec 14 09:00..Dec 16 17:00 waiting projected")
	if f := s.FollowUps[2]; f.Answers != "check-in/1/1@me.example" || f.Number != 2 || f.After != AfterSilence {
		t.Errorf("check-in 2 answers %q, number %d, after %s", f.Answers, f.Number, f.After)
	}
}

func TestCheckInInTheThread(t *testing.T) {
	hello := Fact{"r", ny("2026-11-10T09:00"), Received{MessageID: "hello@acme.example", From: robin, Kind: MessageInterview, Person: true}}
	a := Fold("acme", []Fact{story("2026-11-20"), hello})
	policy := DefaultPolicy
	policy.InThread = true
	s := Plan(&a, mustCalendar(t, CalendarOptions{Zone: newYork, Holidays: "US"}), policy, ny("2026-11-24T09:00"))
	for _, f := range s.FollowUps {
		if want := f.Key == "check-in/1/1"; want != (f.Answers == "hello@acme.example") {
			t.Errorf("%s answers %q", f.Key, f.Answers)
		}
	}
}

func TestQuiet(t *testing.T) {
	facts := []Fact{story("2026-11-20"), sent("check-in/1/1", "2026-11-24T10:00"), sent("check-in/1/2", "2026-12-02T10:00"), sent("check-in/1/3", "2026-12-09T10:00")}
	if s := planAt(t, "2026-12-18T16:59", facts...); s.State != Active || len(s.Notices) != 0 {
		t.Errorf("before the end of business: %s %v", s.State, s.Notices)
	}
	s := planAt(t, "2026-12-18T17:00", facts...)
	if s.State != Quiet || len(s.Notices) != 1 {
		t.Fatalf("at the end of business: %s %v", s.State, s.Notices)
	}
	s = planAt(t, "2026-12-21T09:00", append(facts, Fact{"told", ny("2026-12-18T17:00"), Told{s.Notices[0].Topic}})...)
	if len(s.Notices) != 0 {
		t.Errorf("the user is told once, not again: %v", s.Notices)
	}
}

func TestWhatArrives(t *testing.T) {
	one := []Fact{story("2026-11-20"), sent("thank-you/1/ngozi@acme.example", "2026-11-13T17:00"),
		sent("thank-you/1/tomas@acme.example", "2026-11-13T17:01"), sent("check-in/1/1", "2026-11-24T10:00")}
	for _, tt := range []struct {
		name  string
		heard Fact
		state State
		want  []string // pending
		quiet bool
	}{
		{"holding", wrote(MessageHolding, "2026-11-25T10:00"), Active,
			[]string{"check-in/1/2 Dec 3 09:00..Dec 7 17:00 waiting", "check-in/1/3 Dec 10 09:00..Dec 14 17:00 waiting projected"}, true},
		{"acknowledgement", Fact{"r", ny("2026-11-25T10:00"), Received{MessageID: "a", From: robin, Kind: MessageAcknowledgement}}, Active,
			[]string{"check-in/1/2 Dec 2 09:00..Dec 4 17:00 waiting", "check-in/1/3 Dec 9 09:00..Dec 11 17:00 waiting projected"}, true},
		{"auto-reply", Fact{"r", ny("2026-11-25T10:00"), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-07")}}, Active,
			[]string{"check-in/1/2 Dec 8 09:00..Dec 10 17:00 waiting", "check-in/1/3 Dec 15 09:00..Dec 17 17:00 waiting projected"}, true},
		{"timeline", func() Fact {
			f := wrote(MessageTimeline, "2026-11-25T10:00")
			m := f.What.(Received)
			m.Decision = date("2026-12-11")
			f.What = m
			return f
		}(), Active,
			[]string{"check-in/1/2 Dec 15 09:00..Dec 16 17:00 waiting", "check-in/1/3 Dec 22 09:00..Dec 24 17:00 waiting projected"}, true},
		{"question", wrote(MessageQuestion, "2026-11-25T10:00"), Question, nil, false},
		{"anything from a person", wrote(MessageOther, "2026-11-25T10:00"), Answered, nil, false},
		{"an interview in prose", wrote(MessageInterview, "2026-11-25T10:00"), Answered, nil, false},
		{"offer", wrote(MessageOffer, "2026-11-25T10:00"), Offered,
			[]string{"offer-reply/offer2026-11-25T10:00 Nov 25 10:00..Nov 27 10:00 open"}, false},
		{"rejection", wrote(MessageRejection, "2026-11-25T10:00"), Rejected,
			[]string{"rejection-reply/rejection2026-11-25T10:00 Nov 25 10:00..Nov 27 10:00 open"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := planAt(t, "2026-11-25T10:00", append(slices.Clone(one), tt.heard)...)
			s.FollowUps = s.Pending()
			wantLines(t, s, tt.want...)
			if s.State != tt.state || !s.QuietFrom.IsZero() != tt.quiet {
				t.Errorf("state %s, quiet from %v", s.State, s.QuietFrom)
			}
		})
	}
}

// An answer without a date: the next question comes five business days later, and never
// before the window of a date that was named. The later of both counts.
func TestAnswerBeforeTheNamedDate(t *testing.T) {
	holding := wrote(MessageHolding, "2026-11-16T11:00")
	since := story("2026-12-11")
	since.Key, since.At = "user/2", ny("2026-11-16T11:30")
	for name, c := range map[string]struct {
		facts []Fact
		want  string
	}{
		"named before":         {[]Fact{story("2026-12-11"), holding}, "check-in/1/1 Dec 15 09:00..Dec 16 17:00 waiting"},
		"named since":          {[]Fact{story(""), holding, since}, "check-in/1/1 Dec 15 09:00..Dec 16 17:00 waiting"},
		"none named":           {[]Fact{story(""), holding}, "check-in/1/1 Nov 23 09:00..Nov 25 17:00 waiting"},
		"passed before then":   {[]Fact{story("2026-11-16"), holding}, "check-in/1/1 Nov 23 09:00..Nov 25 17:00 waiting"},
		"the day after":        {[]Fact{story("2026-11-20"), holding}, "check-in/1/1 Nov 24 09:00..Nov 25 17:00 waiting"},
		"both on the same day": {[]Fact{story("2026-11-19"), holding}, "check-in/1/1 Nov 23 09:00..Nov 25 17:00 waiting"},
		"asked before it":      {[]Fact{story("2026-12-11"), sent("check-in/1/1", "2026-11-14T10:00"), holding}, "check-in/1/2 Dec 15 09:00..Dec 16 17:00 waiting"},
	} {
		if got := lines(planAt(t, "2026-11-16T12:00", c.facts...)); !slices.Contains(got, c.want) {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

// A window keeps its width when it moves, also where business ends at midnight.
func TestMovedWindowKeepsItsWidth(t *testing.T) {
	away := Fact{"r", ny("2026-11-23T10:00"), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-07")}}
	a := Fold("acme", []Fact{story("2026-11-20"), away})
	late := mustCalendar(t, CalendarOptions{Zone: newYork, Holidays: "US", Open: 9 * time.Hour, Shut: 24 * time.Hour})
	s := Plan(&a, late, DefaultPolicy, ny("2026-11-23T12:00"))
	if got, want := lines(s), "check-in/1/1 Dec 8 09:00..Dec 10 00:00 waiting"; !slices.Contains(got, want) {
		t.Errorf("%v, want %s", got, want)
	}
}

// Who asks before the date that was named is taken at his word, unless the date
// was named afterwards.
func TestAskedBeforeTheNamedDate(t *testing.T) {
	early := sent("check-in/1/1", "2026-11-17T10:00")
	moved := story("2026-12-11")
	moved.Key, moved.At = "user/2", ny("2026-11-18T10:00")
	heard := wrote(MessageTimeline, "2026-11-16T10:00")
	heard.What = Received{MessageID: "t@acme.example", From: robin, Kind: MessageTimeline, Person: true, Sure: true, Decision: date("2026-12-11")}
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  string
	}{
		{"named before", []Fact{story("2026-12-11"), early}, "check-in/1/2 Nov 24 09:00..Nov 27 17:00 waiting"},
		{"named since", []Fact{story(""), early, moved}, "check-in/1/2 Dec 15 09:00..Dec 16 17:00 waiting"},
		{"said again since", []Fact{story("2026-12-11"), early, moved}, "check-in/1/2 Nov 24 09:00..Nov 27 17:00 waiting"},
		{"only repeated since", []Fact{story(""), heard, early, moved}, "check-in/1/2 Nov 24 09:00..Nov 27 17:00 waiting"},
	} {
		s := planAt(t, "2026-11-18T12:00", tt.facts...)
		if got := lines(s); !slices.Contains(got, tt.want) {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestDeclined(t *testing.T) {
	gone := Fact{"gone", ny("2026-11-24T11:00"), Discarded{FollowUp: "check-in/1/1"}}
	s := planAt(t, "2026-11-24T12:00", story("2026-11-20"), gone, Fact{"gone2", ny("2026-11-13T16:00"), Discarded{FollowUp: "thank-you/1/ngozi@acme.example"}})
	wantLines(t, s, "thank-you/1/ngozi@acme.example Nov 13 15:00..Nov 16 15:00 declined", "thank-you/1/tomas@acme.example Nov 13 15:00..Nov 16 15:00 overdue")
	if s.State != Paused {
		t.Errorf("state %s", s.State)
	}
	s = planAt(t, "2026-12-07T12:00", story("2026-11-20"), gone, Fact{"again", ny("2026-12-07T12:00"), Resumed{}})
	s.FollowUps = s.Pending()
	if len(s.FollowUps) < 1 || s.FollowUps[len(s.FollowUps)-3].Key != "check-in/1/2" || s.FollowUps[len(s.FollowUps)-3].Status != Open || s.FollowUps[len(s.FollowUps)-3].Number != 1 {
		t.Errorf("after resume: %v", lines(s))
	}
}

// A client takes the draft out of Drafts when it is opened; the user writes for
// an hour, and sends.
func TestDeclinedAndSentAfterAll(t *testing.T) {
	s := planAt(t, "2026-11-24T13:00", story("2026-11-20"), Fact{"gone", ny("2026-11-24T10:05"), Discarded{FollowUp: "check-in/1/1"}}, sent("check-in/1/1", "2026-11-24T11:00"))
	s.FollowUps = slices.DeleteFunc(s.FollowUps, func(f FollowUp) bool { return f.Kind != CheckIn })
	wantLines(t, s, "check-in/1/2 Dec 2 09:00..Dec 4 17:00 waiting", "check-in/1/3 Dec 9 09:00..Dec 11 17:00 waiting projected")
	if s.State != Active || s.FollowUps[0].Number != 2 {
		t.Errorf("%s %+v", s.State, s.FollowUps[0])
	}
}

func TestWhoIsWrittenTo(t *testing.T) {
	t.Run("no address", func(t *testing.T) {
		f := story("2026-11-20")
		d := f.What.(Described)
		d.Contacts = []Contact{{Name: "Ngozi Okafor", Part: Interviewer}, tomas, robin}
		d.Interviews[0].Interviewers = []string{"name:ngozi okafor", tomas.Key()}
		f.What = d
		s := planAt(t, "2026-11-13T15:00", f)
		if p := s.FollowUps[0]; p.Key != "thank-you/1/pass-on" || p.To != robin || len(p.PassOn) != 1 || p.Status != Open {
			t.Errorf("%+v", p)
		}
	})
	t.Run("automated rejection", func(t *testing.T) {
		f := wrote(MessageRejection, "2026-11-25T10:00")
		m := f.What.(Received)
		m.Person = false
		f.What = m
		if s := planAt(t, "2026-11-25T10:00", story(""), f); len(s.Pending()) != 0 || s.State != Rejected {
			t.Errorf("%s %v", s.State, lines(s))
		}
	})
	t.Run("rejection before any interview", func(t *testing.T) {
		if s := planAt(t, "2026-11-25T10:00", story(""), wrote(MessageRejection, "2026-11-12T12:00")); len(s.Pending()) != 0 {
			t.Errorf("%v", lines(s))
		}
	})
	t.Run("bounced address", func(t *testing.T) {
		b := Fact{"b", ny("2026-11-14T10:00"), Received{MessageID: "b", Kind: MessageBounce, Failed: []string{"Ngozi@acme.example"}}}
		if s := planAt(t, "2026-11-14T10:00", story(""), b); s.FollowUps[0].Status != Blocked || len(s.Notices) != 1 {
			t.Errorf("%v %v", lines(s), s.Notices)
		}
	})
	t.Run("cancelled, moved, no-show", func(t *testing.T) {
		f := story("2026-11-20")
		d := f.What.(Described)
		d.Interviews[0].Cancelled = true
		if s := planAt(t, "2026-11-13T15:00", f); len(s.FollowUps) != 0 {
			t.Errorf("cancelled: %v", lines(s))
		}
		d.Interviews[0].Cancelled, d.Interviews[0].NoShow = false, true
		wantLines(t, planAt(t, "2026-11-13T15:00", f), "no-show/1 Nov 13 15:00..Nov 13 17:00 open")
	})
	t.Run("a meeting called off in prose", func(t *testing.T) {
		f := wrote(MessageInterview, "2026-11-12T16:00")
		m := f.What.(Received)
		m.Unsettled = true
		f.What = m
		s := planAt(t, "2026-11-13T15:00", story("2026-11-20"), f)
		if len(s.Pending()) != 0 || len(s.Notices) == 0 {
			t.Errorf("%v", lines(s))
		}
		// Entering the new meeting does not make the old one take place.
		again := story("2026-11-20")
		d := again.What.(Described)
		d.Interviews = append(slices.Clone(d.Interviews), Interview{ID: "2", End: ny("2026-11-17T15:00"), Interviewers: []string{tomas.Key()}})
		again.Key, again.At, again.What = "user/2", ny("2026-11-12T17:00"), d
		for _, f := range planAt(t, "2026-11-13T15:00", story("2026-11-20"), f, again).Pending() {
			if f.Interview == "1" {
				t.Errorf("%s is planned", f.Key)
			}
		}
		// Moving the very interview does settle it.
		d.Interviews = slices.Clone(d.Interviews)[:1]
		d.Interviews[0].End = ny("2026-11-16T15:00")
		again.What = d
		if s := planAt(t, "2026-11-16T15:00", story("2026-11-20"), f, again); len(s.Pending()) < 2 {
			t.Errorf("%v", lines(s))
		}
	})
}

func TestStopAndSnooze(t *testing.T) {
	s := planAt(t, "2026-11-24T10:00", story("2026-11-20"), Fact{"stop", ny("2026-11-23T10:00"), Stopped{}})
	if s.State != Halted || len(s.Pending()) != 0 {
		t.Errorf("stopped: %s %v", s.State, lines(s))
	}
	s = planAt(t, "2026-11-24T10:00", story("2026-11-20"), Fact{"snooze", ny("2026-11-23T10:00"), Snoozed{date("2026-11-28")}})
	s.FollowUps = s.Pending()
	wantLines(t, s,
		"thank-you/1/ngozi@acme.example Nov 13 15:00..Nov 16 15:00 overdue", // it was when it was put off
		"thank-you/1/tomas@acme.example Nov 13 15:00..Nov 16 15:00 overdue",
		"check-in/1/1 Nov 30 09:00..Dec 1 17:00 waiting",
		"check-in/1/2 Dec 7 09:00..Dec 9 17:00 waiting projected", "check-in/1/3 Dec 14 09:00..Dec 16 17:00 waiting projected")
}

func TestNextRound(t *testing.T) {
	f := story("2026-11-20")
	d := f.What.(Described)
	d.Interviews = append(d.Interviews, Interview{ID: "2", End: ny("2026-12-01T11:00"), Interviewers: []string{tomas.Key()}})
	f.What = d
	s := planAt(t, "2026-12-01T11:00", f, sent("check-in/1/1", "2026-11-24T10:00"))
	s.FollowUps = slices.DeleteFunc(s.Pending(), func(f FollowUp) bool { return f.Interview == "1" })
	wantLines(t, s, "thank-you/2/tomas@acme.example Dec 1 11:00..Dec 2 11:00 open",
		"check-in/2/1 Dec 10 09:00..Dec 11 17:00 waiting", "check-in/2/2 Dec 17 09:00..Dec 21 17:00 waiting projected",
		"check-in/2/3 Dec 24 09:00..Dec 29 17:00 waiting projected")
	if !s.Decision.Assumed {
		t.Error("the date of the first round must not count for the second")
	}
}
