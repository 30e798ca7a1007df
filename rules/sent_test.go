package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func wroteTo(when, answers string, to ...string) Fact {
	return Fact{"sent/" + when, ny(when), Delivered{MessageID: when + "@me.example", InReplyTo: answers, To: to}}
}

// What the user sent concerns everybody it went to.
func TestOneLetterToTwo(t *testing.T) {
	for name, key := range map[string]string{"by hand": "", "the draft of one, to both": "thank-you/1/ngozi@acme.example"} {
		letter := Fact{"s", ny("2026-11-13T17:00"), Delivered{FollowUp: key, MessageID: "s", To: []string{"Ngozi@acme.example", tomas.Address}}}
		s := planAt(t, "2026-11-13T18:00", story(""), letter)
		for _, who := range []Contact{ngozi, tomas} {
			if got := statusOf(t, s, "thank-you/1/"+who.Key()); got != Sent {
				t.Errorf("%s: %s is %s", name, who.Name, got)
			}
		}
	}
}

// A pending question is cleared by what answers it, and by nothing else.
func TestWhatAnswersAQuestion(t *testing.T) {
	q := wrote(MessageQuestion, "2026-11-25T10:00")
	m := q.What.(Received)
	m.From, m.References = ngozi, []string{"root@acme.example"}
	q.What = m
	for _, tt := range []struct {
		name   string
		letter Fact
		state  State
	}{
		{"in its thread", wroteTo("2026-11-26T10:00", m.MessageID, "hr@acme.example"), Active},
		{"in the thread above it", wroteTo("2026-11-26T10:00", "root@acme.example", "hr@acme.example"), Active},
		{"to who asked", wroteTo("2026-11-26T10:00", "", "NGOZI@acme.example"), Active},
		{"to somebody else", wroteTo("2026-11-26T10:00", "", robin.Address), Question},
		{"in another thread", wroteTo("2026-11-26T10:00", "other@acme.example", tomas.Address), Question},
		{"before it", wroteTo("2026-11-24T10:00", "root@acme.example", ngozi.Address), Question},
		{"a holding answer of another", wrote(MessageHolding, "2026-11-26T10:00"), Question},
		{"resumed", Fact{"r", ny("2026-11-26T10:00"), Resumed{}}, Active},
	} {
		s := planAt(t, "2026-11-26T12:00", story("2026-11-20"), q, tt.letter)
		if s.State != tt.state {
			t.Errorf("%s: %s", tt.name, s.State)
		}
		for _, f := range s.FollowUps {
			if f.Kind == CheckIn && f.Pending() && (tt.state == Question || f.Number == 1 && f.Status == Open && tt.name != "resumed") {
				t.Errorf("%s: %s is %s", tt.name, f.Key, f.Status)
			}
		}
	}
}

// References that are sent in the thread answer the question, whenever they are sent:
// they are no check-in. What asks how things stand is one, whoever it goes to.
func TestReferencesAreNoCheckIn(t *testing.T) {
	q := wrote(MessageQuestion, "2026-11-25T10:00")
	id := q.What.(Received).MessageID
	base := []Fact{story("2026-11-20"), sent("check-in/1/1", "2026-11-24T10:00"), q, wroteTo("2026-11-25T12:00", id, robin.Address)}
	s := planAt(t, "2026-12-10T12:00", append(slices.Clone(base), wroteTo("2026-12-04T10:00", id, robin.Address))...)
	if got, want := lines(s), "check-in/1/2 Dec 11 09:00..Dec 15 17:00 waiting"; !slices.Contains(got, want) {
		t.Errorf("references: %v", got)
	}
	for name, to := range map[string]Contact{"the status contact": robin, "another": tomas} {
		asks := wroteTo("2026-12-04T10:00", "", to.Address)
		d := asks.What.(Delivered)
		d.Asks = true
		asks.What = d
		s = planAt(t, "2026-12-10T12:00", append(slices.Clone(base), asks)...)
		if got, want := lines(s), "check-in/1/3 Dec 11 09:00..Dec 15 17:00 waiting"; !slices.Contains(got, want) {
			t.Errorf("a question to %s: %v", name, got)
		}
		// The user says so of a letter that does not.
		said := Fact{"user/said", ny("2026-12-04T11:00"), Attributed{MessageID: "2026-12-04T10:00@me.example", FollowUp: "check-in/1/2"}}
		s = planAt(t, "2026-12-10T12:00", append(slices.Clone(base), wroteTo("2026-12-04T10:00", "", to.Address), said)...)
		if got, want := lines(s), "check-in/1/3 Dec 11 09:00..Dec 15 17:00 waiting"; !slices.Contains(got, want) {
			t.Errorf("a letter to %s that he named: %v", name, got)
		}
	}
}

// Nobody has two open letters of a kind, however many interviews he had part in, and
// whatever became of the drafts.
func TestOneLetterForOnePerson(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, cal, end := drawStory(t)
		d := facts[0].What.(Described)
		for i := range rapid.IntRange(0, 3).Draw(t, "rounds") {
			at := end.Add(time.Duration(rapid.IntRange(-100, 100).Draw(t, "hours")) * time.Hour / 2)
			id := fmt.Sprint(i + 2)
			d.Interviews = append(d.Interviews, Interview{ID: id, End: at, Interviewers: []string{ngozi.Key()}, NoShow: rapid.IntRange(0, 5).Draw(t, "no-show") == 0})
			key := "thank-you/" + id + "/" + ngozi.Key()
			became := rapid.SampledFrom([]What{nil, Placed{FollowUp: key}, Edited{FollowUp: key}, Discarded{FollowUp: key}, Delivered{FollowUp: key, To: []string{ngozi.Address}}}).Draw(t, "became")
			if became != nil {
				facts = append(facts, Fact{"became" + id, at.Add(time.Hour), became})
			}
			if rapid.Bool().Draw(t, "invited") {
				facts = append(facts, Fact{"received/i" + id, end.Add(-30 * time.Minute), Received{MessageID: "i" + id, From: robin, Kind: MessageInterview,
					Meeting: &Interview{UID: id, Start: at.Add(-50 * time.Minute), End: at.Add(10 * time.Minute)}, People: []Contact{ngozi}}})
			}
		}
		facts[0].What = d
		now := end.Add(time.Duration(rapid.IntRange(-24, 200).Draw(t, "now")) * time.Hour)
		a := Fold("acme", facts)
		open := map[string]string{}
		for _, f := range Plan(&a, cal, DefaultPolicy, now).FollowUps {
			if who := string(f.Kind) + " to " + f.To.Key(); f.Status == Open {
				if other, twice := open[who]; twice {
					t.Fatalf("two open: %s and %s", other, f.Key)
				}
				open[who] = f.Key
			}
		}
	})
}

// Whoever interviewed twice in a row is thanked once, in the letter of the later
// interview, and not again where that was thrown away.
func TestTheLaterLetterStands(t *testing.T) {
	f := story("")
	d := f.What.(Described)
	d.Interviews = append(slices.Clone(d.Interviews), Interview{ID: "2", End: ny("2026-11-16T11:00"), Interviewers: []string{ngozi.Key()}})
	f.What = d
	first, second := "thank-you/1/"+ngozi.Key(), "thank-you/2/"+ngozi.Key()
	for name, tt := range map[string]struct {
		more []Fact
		want [2]Status
	}{
		"nothing yet":           {nil, [2]Status{Withdrawn, Open}},
		"one stands":            {[]Fact{{"p", ny("2026-11-13T15:01"), Placed{FollowUp: first}}}, [2]Status{Withdrawn, Open}},
		"one is edited":         {[]Fact{{"p", ny("2026-11-13T15:01"), Placed{FollowUp: first}}, {"e", ny("2026-11-13T15:02"), Edited{FollowUp: first}}}, [2]Status{Open, Waiting}},
		"thrown away":           {[]Fact{{"d", ny("2026-11-16T11:10"), Discarded{FollowUp: second}}}, [2]Status{Withdrawn, Declined}},
		"sent":                  {[]Fact{{"s", ny("2026-11-16T11:10"), Delivered{FollowUp: second, To: []string{ngozi.Address}}}}, [2]Status{Sent, Sent}},
		"the first sent late":   {[]Fact{{"s", ny("2026-11-16T11:10"), Delivered{FollowUp: first, To: []string{ngozi.Address}}}}, [2]Status{Sent, Sent}},
		"the first sent before": {[]Fact{{"s", ny("2026-11-13T16:10"), Delivered{FollowUp: first, To: []string{ngozi.Address}}}}, [2]Status{Sent, Open}},
	} {
		s := planAt(t, "2026-11-16T12:00", append([]Fact{f}, tt.more...)...)
		if got := [2]Status{statusOf(t, s, first), statusOf(t, s, second)}; got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A draft that was gone and stands in Drafts again was not thrown away.
func TestADraftThatCameBack(t *testing.T) {
	for name, again := range map[string]What{"as it was": Placed{FollowUp: "check-in/1/1"}, "edited": Edited{FollowUp: "check-in/1/1"}} {
		gone := Fact{"discarded/d", ny("2026-11-24T11:00"), Discarded{FollowUp: "check-in/1/1"}}
		s := planAt(t, "2026-11-24T13:00", story("2026-11-20"), Fact{"placed/d", ny("2026-11-24T09:00"), Placed{"check-in/1/1", "d", nil}}, gone, Fact{"back/d", ny("2026-11-24T12:00"), again})
		if got := statusOf(t, s, "check-in/1/1"); got != Open || s.State != Active {
			t.Errorf("%s: %s, %v", name, s.State, lines(s))
		}
	}
	thanks := "thank-you/1/" + ngozi.Key()
	s := planAt(t, "2026-11-13T17:00", story(""), Fact{"discarded/d", ny("2026-11-13T16:00"), Discarded{FollowUp: thanks}}, Fact{"back/d", ny("2026-11-13T16:30"), Placed{FollowUp: thanks}})
	if got := statusOf(t, s, thanks); got != Open {
		t.Errorf("%s", got)
	}
}

// Messages without a Message-ID are told apart, and can be marked.
func TestMarkedWithoutAMessageID(t *testing.T) {
	no := func(n string, kind MessageKind) Fact {
		return Fact{ReceivedKey("", []byte(n)), ny("2026-11-24T10:00"), Received{From: robin, Kind: kind, Subject: n, Person: true}}
	}
	facts := []Fact{story("2026-11-20"), no("a", MessageOffer), no("b", MessageRejection)}
	s := planAt(t, "2026-11-24T11:00", facts...)
	if len(s.Asked) != 2 {
		t.Fatalf("asked %v", s.Asked)
	}
	for _, n := range s.Asked {
		kind := MessageOther
		if n.Reason.Fact == facts[2].Key {
			kind = MessageRejection
		}
		facts = append(facts, Fact{"user/" + n.Message, ny("2026-11-24T11:30"), Marked{n.Message, kind}})
	}
	if s := planAt(t, "2026-11-24T12:00", facts...); len(s.Asked) != 0 || s.State != Rejected {
		t.Errorf("%s, asked %v", s.State, s.Asked)
	}
}

// A letter of the user's own keeps check-in 1 at the distance of two check-ins;
// thanks in his own words do not.
func TestLetterOfHisOwn(t *testing.T) {
	for _, tt := range []struct {
		when, want string
		asks       bool
	}{
		{"2026-11-13T17:00", "check-in/1/1 Nov 18 09:00..Nov 19 17:00 open", false},
		{"2026-11-17T10:00", "check-in/1/1 Nov 24 09:00..Nov 27 17:00 waiting", false},
		{"2026-11-18T09:00", "check-in/1/1 Nov 25 09:00..Nov 30 17:00 waiting", false}, // "Tuesday works": no check-in
		{"2026-11-18T09:00", "check-in/1/2 Nov 25 09:00..Nov 30 17:00 waiting", true},
	} {
		letter := sent("", tt.when)
		d := letter.What.(Delivered)
		d.Asks = tt.asks
		letter.What = d
		if got := lines(planAt(t, "2026-11-18T09:00", story("2026-11-16"), letter)); !slices.Contains(got, tt.want) {
			t.Errorf("%s, asks %v: %v, want %s", tt.when, tt.asks, got, tt.want)
		}
	}
}

// A draft that left Drafts without a copy may have been sent: the user is asked, and
// nothing is asked again in its place, whatever he says.
func TestADraftWithoutACopy(t *testing.T) {
	placed := Fact{"placed/d", ny("2026-11-24T09:00"), Placed{"check-in/1/1", "d", []string{"is there any update on the decision"}}}
	gone := Fact{"discarded/d", ny("2026-11-24T11:00"), Discarded{FollowUp: "check-in/1/1", Vanished: true}}
	s := planAt(t, "2026-11-25T10:00", story("2026-11-20"), placed, gone)
	if s.State != Paused || len(s.Asked) != 1 || !strings.Contains(s.Asked[0].Text, "afterword sent") {
		t.Errorf("%s, asked %+v", s.State, s.Asked)
	}
	for name, said := range map[string]Fact{
		"resumed": {"r", ny("2026-11-25T11:00"), Resumed{}},
		"sent":    {"s", ny("2026-11-24T11:00"), Delivered{FollowUp: "check-in/1/1", To: []string{robin.Address}}},
	} {
		s := planAt(t, "2026-11-25T12:00", story("2026-11-20"), placed, gone, said)
		if len(s.Asked) != 0 || s.State != Active {
			t.Errorf("%s: %s, asked %+v", name, s.State, s.Asked)
		}
		for _, f := range s.Pending() {
			// Five business days after it left, over Thanksgiving.
			if f.Kind == CheckIn && f.Opens.Before(ny("2026-12-02T09:00")) {
				t.Errorf("%s: %s opens %v", name, f.Title(), f.Opens)
			}
		}
	}
}

// An answer takes the sequence up again without the user's word: what may have been sent
// counts as one of the three, until it is known what became of it.
func TestADraftWithoutACopyAndAnAnswer(t *testing.T) {
	placed := Fact{"placed/d", ny("2026-11-24T09:00"), Placed{"check-in/1/1", "d", []string{"is there any update on the decision"}}}
	gone := Fact{"discarded/d", ny("2026-11-24T11:00"), Discarded{FollowUp: "check-in/1/1", Vanished: true}}
	answer := wrote(MessageHolding, "2026-11-25T10:00")
	for name, tt := range map[string]struct {
		after Fact
		want  int // the number of the next check-in
	}{
		"nothing else":  {Fact{"told", ny("2026-11-25T11:00"), Told{Topic: "x"}}, 2},
		"it is back":    {Fact{"back", ny("2026-11-25T11:00"), Placed{"check-in/1/1", "d", nil}}, 1},
		"it was sent":   {sent("check-in/1/1", "2026-11-25T11:00"), 2},
		"the next also": {sent("check-in/1/2", "2026-12-02T11:00"), 3},
	} {
		s := planAt(t, "2026-12-03T10:00", story("2026-11-20"), placed, gone, answer, tt.after)
		at := slices.IndexFunc(s.FollowUps, func(f FollowUp) bool { return f.Kind == CheckIn && f.Pending() })
		if at < 0 || s.FollowUps[at].Number != tt.want {
			t.Errorf("%s: the next is not check-in %d: %v", name, tt.want, lines(s))
		}
		if len(s.Asked) > 0 {
			t.Errorf("%s: it is asked still: %+v", name, s.Asked)
		}
	}
}

// What stands overdue waits for a hint to be explained, as what is in its window does.
func TestAHintTakesBackWhatIsOverdue(t *testing.T) {
	placed := Fact{"placed/t", ny("2026-11-13T15:00"), Placed{"thank-you/1/" + tomas.Key(), "t", nil}}
	hint := Fact{"hinted/h", ny("2026-11-18T10:00"), Hinted{MessageID: "h", From: Contact{Name: "Lena Vogt", Address: "lena@acme.example"}, Subject: "Hello", Why: "comes from acme.example"}}
	for _, f := range planAt(t, "2026-11-18T11:00", story("2026-11-20"), placed, hint).FollowUps {
		if f.Key == "thank-you/1/"+tomas.Key() && f.Status != Waiting {
			t.Errorf("%s is %s", f.Key, f.Status)
		}
	}
}

// Who names a date after his question is asked about that date, whenever the user has
// answered the question.
func TestAnswerAfterADateWasNamed(t *testing.T) {
	ask, named := wrote(MessageQuestion, "2026-11-16T10:00"), wrote(MessageTimeline, "2026-11-17T10:00")
	m := named.What.(Received)
	m.Decision = date("2026-12-01")
	named.What = m
	s := planAt(t, "2026-11-18T10:00", story(""), ask, named, wroteTo("2026-11-17T15:00", m.MessageID, robin.Address))
	if got, want := lines(s), "check-in/1/1 Dec 3 09:00..Dec 4 17:00 waiting"; !slices.Contains(got, want) {
		t.Fatalf("%v", got)
	}
	for _, f := range s.FollowUps {
		if f.Key == "check-in/1/1" && f.After != AfterPromised {
			t.Errorf("it is about %q", f.After)
		}
	}
}
