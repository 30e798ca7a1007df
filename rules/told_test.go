package rules

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// spoken is a message that tells of an interview in words alone.
func spoken(id, when string, action Action, start string, more func(*Interview), people ...Contact) Fact {
	v := Interview{Start: ny(start), End: ny(start).Add(time.Hour), Assumed: true, UID: ProseUID(ny(start)), Prose: action}
	if more != nil {
		more(&v)
	}
	return Fact{"received/" + id, ny(when), Received{MessageID: id, From: robin, Kind: MessageInterview, Person: true, Sure: true, Subject: "Your interview", Meeting: &v, People: people}}
}

func left(was string) func(*Interview) {
	return func(v *Interview) { v.Was = ny(was) }
}

func TestProseTellsOfInterviews(t *testing.T) {
	const first, second, third = "2026-12-01T14:00", "2026-12-03T10:00", "2026-12-04T09:00"
	named := Contact{Name: "Mei Tanaka", Part: Interviewer}
	mei := Contact{Name: "Mei Tanaka", Address: "mei@acme.example", Part: Interviewer}
	arranged := spoken("a", "2026-11-20T10:00", Arranges, first, nil, named)
	marked := func(id string) Fact { return Fact{"user/m" + id, ny("2026-11-25T10:00"), Marked{id, MessageInterview}} }
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  string // the second interview: start, end, who; "" for none
		news  int
		asked string // rules
	}{
		{"entered", []Fact{arranged}, "Dec 1 14:00-15:00 name:mei tanaka", 1, ""},
		{"told twice", []Fact{arranged, spoken("b", "2026-11-21T10:00", Arranges, first, nil, named)}, "Dec 1 14:00-15:00 name:mei tanaka", 1, ""},
		{"the end comes later", []Fact{arranged, spoken("b", "2026-11-21T10:00", Reminds, first, func(v *Interview) { v.End, v.Assumed = ny("2026-12-01T14:30"), false })}, "Dec 1 14:00-14:30 name:mei tanaka", 1, ""},
		{"a calendar after it", []Fact{arranged, event("u", first, "2026-12-01T14:45", "2026-11-21T10:00", 0, mei)}, "Dec 1 14:00-14:45 mei@acme.example", 1, ""},
		{"a calendar before it", []Fact{event("u", first, "2026-12-01T14:45", "2026-11-19T10:00", 0, mei), arranged}, "Dec 1 14:00-14:45 mei@acme.example", 0, ""},
		{"only held", []Fact{spoken("a", "2026-11-20T10:00", Arranges, first, func(v *Interview) { v.Tentative = true }, named)}, "", 0, "tentative"},
		{"held, then agreed upon", []Fact{spoken("a", "2026-11-20T10:00", Arranges, first, func(v *Interview) { v.Tentative = true }, named), spoken("b", "2026-11-21T10:00", Arranges, second, nil, named)}, "Dec 3 10:00-11:00 name:mei tanaka", 1, ""},
		{"in doubt", []Fact{spoken("a", "2026-11-20T10:00", Arranges, first, func(v *Interview) { v.Doubt = "it does not say in whose time" }, named)}, "", 0, "doubtful"},
		{"in doubt, and the user says it is so", []Fact{spoken("a", "2026-11-20T10:00", Arranges, first, func(v *Interview) { v.Doubt = "it does not say in whose time" }, named), marked("a")}, "Dec 1 14:00-15:00 name:mei tanaka", 1, ""},
		{"a reminder of what nobody knows", []Fact{spoken("a", "2026-11-20T10:00", Reminds, first, nil, named)}, "", 0, "reminder"},
		{"moved", []Fact{arranged, spoken("b", "2026-11-21T10:00", Moves, second, left(first))}, "Dec 3 10:00-11:00 name:mei tanaka", 2, ""},
		{"moved twice", []Fact{arranged, spoken("b", "2026-11-21T10:00", Moves, second, left(first)), spoken("c", "2026-11-22T10:00", Moves, third, left(second))}, "Dec 4 09:00-10:00 name:mei tanaka", 3, ""},
		{"moved from a day", []Fact{arranged, spoken("b", "2026-11-21T10:00", Moves, second, func(v *Interview) { v.WasDay = date("2026-12-01") })}, "Dec 3 10:00-11:00 name:mei tanaka", 2, ""},
		{"moved, the calendar was first", []Fact{event("u", first, "2026-12-01T14:45", "2026-11-19T10:00", 0, mei), spoken("b", "2026-11-21T10:00", Moves, second, left(first))}, "Dec 3 10:00-10:45 mei@acme.example", 1, ""},
		{"moved, the calendar follows", []Fact{event("u", first, "2026-12-01T14:45", "2026-11-19T10:00", 0, mei), spoken("b", "2026-11-21T10:00", Moves, second, left(first)), event("u", second, "2026-12-03T11:15", "2026-11-21T11:00", 1, mei)}, "Dec 3 10:00-11:15 mei@acme.example", 1, ""},
		{"moved to when nobody says from", []Fact{arranged, spoken("b", "2026-11-21T10:00", Moves, second, nil)}, "Dec 1 14:00-15:00 name:mei tanaka", 1, "unsettled"},
		{"and the user says that it is so", []Fact{arranged, spoken("b", "2026-11-21T10:00", Moves, second, nil), marked("b")}, "Dec 3 10:00-11:00 name:mei tanaka", 2, ""},
		{"moved from another time", []Fact{arranged, spoken("b", "2026-11-21T10:00", Moves, second, left("2026-12-01T09:00"))}, "Dec 1 14:00-15:00 name:mei tanaka", 1, "unsettled"},
		{"called off", []Fact{arranged, spoken("b", "2026-11-21T10:00", CallsOff, first, nil)}, "Dec 1 14:00-15:00 name:mei tanaka", 1, "unsettled"},
		{"called off, a robot reminds", []Fact{arranged, spoken("b", "2026-11-21T10:00", CallsOff, first, nil), spoken("c", "2026-11-30T10:00", Reminds, first, nil)}, "Dec 1 14:00-15:00 name:mei tanaka", 1, "unsettled"},
		{"called off, and it takes place", []Fact{arranged, spoken("b", "2026-11-21T10:00", CallsOff, first, nil), spoken("c", "2026-11-22T10:00", Arranges, first, nil)}, "Dec 1 14:00-15:00 name:mei tanaka", 1, ""},
		{"somebody else comes", []Fact{arranged, spoken("b", "2026-11-21T10:00", Reminds, first, func(v *Interview) { v.Left = []string{"Mei"} }, tomas)}, "Dec 1 14:00-15:00 tomas@acme.example", 1, ""},
		{"the address comes later", []Fact{arranged, spoken("b", "2026-11-21T10:00", Reminds, first, nil, mei)}, "Dec 1 14:00-15:00 mei@acme.example", 1, ""},
	} {
		facts := append([]Fact{entered("", "2026-11-13T15:00", ngozi)}, tt.facts...)
		for _, facts := range [][]Fact{facts, reversed(facts)} {
			a := Fold("acme", facts)
			got := ""
			for _, v := range a.Interviews[1:] {
				got += v.Start.In(newYork).Format("Jan 2 15:04-") + v.End.In(newYork).Format("15:04 ") + strings.Join(v.Interviewers, " ")
			}
			if got != tt.want || len(a.news) != tt.news {
				t.Errorf("%s: %q, %d news; want %q, %d", tt.name, got, len(a.news), tt.want, tt.news)
			}
			var asked []string
			for _, n := range planAt(t, "2026-11-30T12:00", facts...).Asked {
				if !slices.Contains(asked, n.Reason.Rule) {
					asked = append(asked, n.Reason.Rule)
				}
			}
			if got := strings.Join(asked, " "); got != tt.asked {
				t.Errorf("%s: asked %q, want %q", tt.name, got, tt.asked)
			}
		}
	}
}

// What calls one interview off leaves the others alone, and what is said of another one
// settles nothing.
func TestADoubtIsOfOneInterview(t *testing.T) {
	one, two := spoken("a", "2026-11-20T10:00", Arranges, "2026-12-01T14:00", nil, ngozi), spoken("b", "2026-11-20T11:00", Arranges, "2026-12-03T14:00", nil, tomas)
	off := spoken("c", "2026-11-21T10:00", CallsOff, "2026-12-01T14:00", nil)
	vague := Fact{"received/d", ny("2026-11-21T10:00"), Received{MessageID: "d", From: robin, Kind: MessageInterview, Person: true, Unsettled: true}}
	next := event("u", "2026-12-08T14:00", "2026-12-08T15:00", "2026-11-22T10:00", 0, ngozi)
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  []Status // of the thanks for the first and the second
	}{
		{"one of two", []Fact{one, two, off}, []Status{Withdrawn, Open}},
		{"whichever", []Fact{one, two, vague}, []Status{Withdrawn, Withdrawn}},
		{"in one instant", []Fact{event("u", "2026-12-01T14:00", "2026-12-01T15:00", "2026-11-21T10:00", 0, ngozi), vague}, []Status{Withdrawn}},
		{"in one instant, the other way round", []Fact{vague, event("a", "2026-12-01T14:00", "2026-12-01T15:00", "2026-11-21T10:00", 0, ngozi)}, []Status{Withdrawn}},
		{"another follows", []Fact{one, off, next}, []Status{Withdrawn, ""}},
	} {
		facts := append([]Fact{entered("", "2026-11-13T15:00", robin)}, tt.facts...)
		a := Fold("acme", facts)
		for i, want := range tt.want {
			if i+1 >= len(a.Interviews) || want == "" {
				continue
			}
			v := a.Interviews[i+1]
			s := planAt(t, v.End.Add(time.Hour).In(newYork).Format("2006-01-02T15:04"), facts...)
			for _, f := range s.FollowUps {
				if f.Kind == ThankYou && f.Interview == v.ID && f.Status != want {
					t.Errorf("%s: interview %d: %s, want %s", tt.name, i+1, f.Status, want)
				}
			}
		}
	}
}

// Who is listed by the newer version of an event no longer does not come.
func TestWhoWasReplacedLeaves(t *testing.T) {
	was := event("u", "2026-12-01T14:00", "2026-12-01T15:00", "2026-11-20T10:00", 0, ngozi)
	is := event("u", "2026-12-01T14:00", "2026-12-01T15:00", "2026-11-21T10:00", 1, tomas)
	for _, facts := range [][]Fact{{entered("", "2026-11-13T15:00", robin), was, is}, {is, was, entered("", "2026-11-13T15:00", robin)}} {
		if got := Fold("acme", facts).Interviews[1].Interviewers; !slices.Equal(got, []string{tomas.Key()}) {
			t.Errorf("%v", got)
		}
	}
}

// The date that the company promises counts in whatever message it stands.
func TestPromisesCountInAnyMessage(t *testing.T) {
	promise := func(kind MessageKind, when string) Fact {
		return Fact{"received/p", ny(when), Received{MessageID: "p", InReplyTo: "x", From: robin, Kind: kind, Person: true, Sure: true, Decision: date("2026-12-04"), Promise: "by December 4"}}
	}
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  Date
	}{
		{"timeline", []Fact{promise(MessageTimeline, "2026-11-16T10:00")}, date("2026-12-04")},
		{"question", []Fact{promise(MessageQuestion, "2026-11-16T10:00")}, date("2026-12-04")},
		{"acknowledgement", []Fact{promise(MessageAcknowledgement, "2026-11-16T10:00")}, date("2026-12-04")},
		{"other", []Fact{promise(MessageOther, "2026-11-16T10:00")}, date("2026-12-04")},
		{"nothing, as the user says", []Fact{promise(MessageOther, "2026-11-16T10:00"), {"user/m", ny("2026-11-17T10:00"), Marked{"p", MessageOther}}}, date("2026-11-20")},
		{"rejection", []Fact{promise(MessageRejection, "2026-11-16T10:00")}, date("2026-11-20")},
	} {
		s := planAt(t, "2026-11-18T12:00", append([]Fact{story("2026-11-20")}, tt.facts...)...)
		a := Fold("acme", append([]Fact{story("2026-11-20")}, tt.facts...))
		if v, _ := a.Round(); v.Decision != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, v.Decision, tt.want)
		}
		for _, f := range s.FollowUps {
			if f.Kind == CheckIn && f.Number == 1 && tt.name == "acknowledgement" && f.Pending() && !slices.ContainsFunc(f.Reasons, func(r Reason) bool { return strings.Contains(r.Text, `"by December 4"`) }) {
				t.Errorf("%s: %v names no words", tt.name, f.Reasons)
			}
		}
	}
	invited := spoken("a", "2026-11-20T10:00", Arranges, "2026-12-01T14:00", nil, ngozi)
	m := invited.What.(Received)
	m.Decision = date("2026-12-09")
	invited.What = m
	a := Fold("acme", []Fact{story("2026-11-20"), invited})
	if len(a.Interviews) != 2 || a.Interviews[0].Decision != date("2026-11-20") || a.Interviews[1].Decision != date("2026-12-09") {
		t.Errorf("%+v", a.Interviews)
	}
}

// What was spoken of with somebody stays with him when his address is corrected, or becomes
// known.
func TestWhatWasSpokenOfFollows(t *testing.T) {
	named := Contact{Name: "Mei Tanaka", Part: Interviewer}
	told := func(key, at string, people ...Contact) Fact {
		f := story("2026-11-20")
		d := f.What.(Described)
		d.Contacts, d.Interviews[0].Interviewers = append(people, robin), keysOf(people)
		d.Interviews[0].Points = []Point{{Topic: "the glossary", With: ngozi.Key()}, {Topic: "the harbour", With: named.Key()}, {Topic: "anything"}}
		return Fact{key, ny(at), d}
	}
	one, two := ngozi, ngozi
	one.Address, two.Address = "n.okafor@acme.example", "okafor@acme.example"
	mei := named
	mei.Address = "mei@acme.example"
	came := invited("u", "2026-11-13T15:00", "2026-11-12T12:00")
	m := came.What.(Received)
	m.People = []Contact{mei}
	came.What = m
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  [2]string
	}{
		{"nothing", []Fact{told("user/1", "2026-11-12T10:00", ngozi, named)}, [2]string{ngozi.Key(), named.Key()}},
		{"corrected", []Fact{told("user/1", "2026-11-12T10:00", ngozi, named), told("user/2", "2026-11-13T17:00", one, named)}, [2]string{one.Key(), named.Key()}},
		{"twice", []Fact{told("user/1", "2026-11-12T10:00", ngozi, named), told("user/2", "2026-11-13T17:00", one, named), told("user/3", "2026-11-13T18:00", two, named)}, [2]string{two.Key(), named.Key()}},
		{"known by an invitation", []Fact{told("user/1", "2026-11-12T10:00", ngozi, named), came}, [2]string{ngozi.Key(), mei.Key()}},
		{"somebody else", []Fact{told("user/1", "2026-11-12T10:00", ngozi, named), told("user/2", "2026-11-13T17:00", tomas, named)}, [2]string{ngozi.Key(), named.Key()}},
	} {
		a := Fold("acme", tt.facts)
		points := a.Interviews[0].Points
		if got := [2]string{points[0].With, points[1].With}; got != tt.want || points[2].With != "" {
			t.Errorf("%s: %v, not %v", tt.name, got, tt.want)
		}
		if had := tt.facts[0].What.(Described).Interviews[0].Points; had[0].With != ngozi.Key() || had[1].With != named.Key() {
			t.Errorf("%s: the fact was changed: %v", tt.name, had)
		}
	}
}
