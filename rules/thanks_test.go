package rules

import (
	"slices"
	"testing"
)

// The server's clock may be ahead of ours: what is known has happened.
func TestAClockThatIsBehind(t *testing.T) {
	s := planAt(t, "2026-11-13T15:30", story("2026-11-20"), wrote(MessageHolding, "2026-11-13T15:31"))
	if got := statusOf(t, s, "thank-you/1/ngozi@acme.example"); got != Withdrawn {
		t.Errorf("%s", got)
	}
}

func invited(uid, end, when string) Fact {
	return Fact{"received/" + uid + when, ny(when), Received{MessageID: uid + when, From: robin, Kind: MessageInterview, Person: true, Sure: true,
		Meeting: &Interview{UID: uid, End: ny(end)}, People: []Contact{ngozi, tomas}}}
}

// An invitation that comes while the interview runs, or after it, is no answer: it tells
// of the interview and of nothing else. One to another round is.
func TestALateInvitationIsNoAnswer(t *testing.T) {
	for name, c := range map[string]struct {
		late Fact
		want Status
	}{
		"during it":         {invited("a", "2026-11-13T15:00", "2026-11-13T14:30"), Open},
		"behind it":         {invited("a", "2026-11-13T15:00", "2026-11-13T15:20"), Open},
		"to the next round": {invited("b", "2026-11-20T15:00", "2026-11-13T15:20"), Withdrawn},
		"as prose says it":  {late(MessageInterview, func(m *Received) { m.Unsettled = true }), Withdrawn},
		"a plain answer":    {late(MessageHolding, nil), Withdrawn},
	} {
		t.Run(name, func(t *testing.T) {
			s := planAt(t, "2026-11-13T15:30", story("2026-11-20"), c.late)
			if got := statusOf(t, s, "thank-you/1/ngozi@acme.example"); got != c.want {
				t.Errorf("%s, want %s: %v", got, c.want, lines(s))
			}
		})
	}
}

// late is a message of the recruiter's that came when the interview had just ended.
func late(kind MessageKind, change func(*Received)) Fact {
	f := wrote(kind, "2026-11-13T15:20")
	if change != nil {
		m := f.What.(Received)
		change(&m)
		f.What = m
	}
	return f
}

// One person gets one letter, however often he is listed.
func TestTheSameInterviewerTwice(t *testing.T) {
	f := story("")
	d := f.What.(Described)
	d.Interviews = slices.Clone(d.Interviews)
	d.Interviews[0].Interviewers = []string{ngozi.Key(), ngozi.Key()}
	f.What = d
	n := 0
	for _, f := range planAt(t, "2026-11-13T15:00", f).FollowUps {
		if f.Kind == ThankYou {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d thank-yous", n)
	}
}

// An answer under the same subject looks like the draft that was sent already.
func TestALetterTakenForTheDraftOnceMore(t *testing.T) {
	again := sent("check-in/1/1", "2026-11-26T10:00")
	again.Key = "sent/other"
	s := planAt(t, "2026-11-26T11:00", story("2026-11-20"), sent("check-in/1/1", "2026-11-24T10:00"), wrote(MessageQuestion, "2026-11-25T10:00"), again)
	if s.State != Active {
		t.Errorf("%s %v", s.State, s.Reasons)
	}
}

// What was overdue when the user put the application off is not written again.
func TestSnoozeOpensNothingThatIsOver(t *testing.T) {
	s := planAt(t, "2026-11-24T10:00", story("2026-12-20"), Fact{"snooze", ny("2026-11-23T10:00"), Snoozed{date("2026-11-28")}})
	if got := statusOf(t, s, "thank-you/1/ngozi@acme.example"); got != Overdue {
		t.Errorf("%v", lines(s))
	}
}

// An own letter answers a message also where it goes to another address.
func TestAnsweredElsewhere(t *testing.T) {
	o := wrote(MessageOffer, "2026-11-25T10:00")
	id := o.What.(Received).MessageID
	s := planAt(t, "2026-11-25T12:00", story(""), o, Fact{"s", ny("2026-11-25T11:00"), Delivered{MessageID: "x", References: []string{id}, To: []string{"robin.hale@acme.example"}}})
	if len(s.Pending()) != 0 {
		t.Errorf("%v", lines(s))
	}
	f := story("")
	d := f.What.(Described)
	d.Interviews = slices.Clone(d.Interviews)
	d.Interviews[0].NoShow = true
	f.What = d
	s = planAt(t, "2026-11-13T15:40", f, Fact{"s", ny("2026-11-13T15:30"), Delivered{MessageID: "x", To: []string{robin.Address}}})
	if len(s.Pending()) != 0 {
		t.Errorf("%v", lines(s))
	}
}

// What the user changes elsewhere repeats of the meeting what the invitation said: that
// does not settle that it was called off in prose.
func TestADoubtIsNotSettledByAnotherChange(t *testing.T) {
	off := wrote(MessageInterview, "2026-11-17T10:00")
	m := off.What.(Received)
	m.Unsettled = true
	off.What = m
	facts := []Fact{story("2026-11-20"), event("u", "2026-11-19T14:00", "2026-11-19T15:00", "2026-11-16T10:00", 0, ngozi),
		event("u", "2026-11-20T14:00", "2026-11-20T15:00", "2026-11-16T12:00", 1, ngozi), off}
	change := func(end string, when string) Fact {
		a := Fold("acme", facts)
		d := a.Describe()
		d.Contacts[1].Name = "Tomás Ribeiro"
		d.Interviews[len(d.Interviews)-1].End = ny(end)
		return Fact{"user/" + when, ny(when), d}
	}
	for _, tt := range []struct {
		end  string
		want State
	}{{"2026-11-20T15:00", Answered}, {"2026-11-20T16:00", Active}} {
		if s := planAt(t, "2026-12-01T10:00", append(slices.Clone(facts), change(tt.end, "2026-11-24T10:00"))...); s.State != tt.want {
			t.Errorf("described with the end %s: %s, %v", tt.end, s.State, lines(s))
		}
	}
}

// A thank-you that the user threw away is not written again, unless they had not met then:
// an interview that was moved has its thanks after the new time.
func TestThrownAwayBeforeItWasMoved(t *testing.T) {
	gone := Fact{"d", ny("2026-11-13T16:00"), Discarded{FollowUp: "thank-you/1/" + ngozi.Key()}}
	moved := story("2026-11-30")
	d := moved.What.(Described)
	d.Interviews[0].Start, d.Interviews[0].End = ny("2026-11-18T14:00"), ny("2026-11-18T15:00")
	moved.Key, moved.At, moved.What = "user/2", ny("2026-11-13T17:00"), d
	again := Fact{"e", ny("2026-11-18T16:00"), Discarded{FollowUp: "thank-you/1/" + ngozi.Key()}}
	for _, tt := range []struct {
		now   string
		facts []Fact
		want  Status
	}{
		{"2026-11-13T16:30", []Fact{gone}, Declined},
		{"2026-11-13T18:00", []Fact{gone, moved}, Waiting},
		{"2026-11-18T15:30", []Fact{gone, moved}, Open},
		{"2026-11-18T17:00", []Fact{gone, moved, again}, Declined},
		{"2026-11-18T17:00", []Fact{moved, again}, Declined},
	} {
		if got := statusOf(t, planAt(t, tt.now, append([]Fact{story("2026-11-20")}, tt.facts...)...), "thank-you/1/"+ngozi.Key()); got != tt.want {
			t.Errorf("%s: %s, not %s", tt.now, got, tt.want)
		}
	}
}

// A thank-you that the user threw away stays away when he corrects the address. Whoever
// takes somebody's place in the list is another, and the others keep their letters.
func TestThrownAwayBeforeTheAddressWasCorrected(t *testing.T) {
	gone := Fact{"d", ny("2026-11-13T16:00"), Discarded{FollowUp: "thank-you/1/" + tomas.Key()}}
	change := func(f Fact, at string, to Contact) Fact {
		d := f.What.(Described)
		d.Contacts, d.Interviews = slices.Clone(d.Contacts), slices.Clone(d.Interviews)
		d.Contacts[1] = to
		d.Interviews[0].Interviewers = []string{ngozi.Key(), to.Key()}
		return Fact{"user/" + at, ny(at), d}
	}
	one, two, other := tomas, tomas, Contact{Name: "Mei Tanaka", Address: "mei@acme.example", Part: Interviewer}
	one.Address, two.Address = "t.rivera@acme.example", "tomas.rivera@acme.example"
	first := story("2026-11-20")
	facts := []Fact{first, gone, change(first, "2026-11-13T17:00", one)}
	for _, tt := range []struct {
		facts []Fact
		to    Contact
		want  Status
	}{
		{facts, one, Declined},
		{append(slices.Clone(facts), change(facts[2], "2026-11-13T18:00", two)), two, Declined},
		{[]Fact{first, gone, change(first, "2026-11-13T17:00", other)}, other, Open},
		{[]Fact{first, change(first, "2026-11-13T17:00", one)}, one, Open},
		{facts, ngozi, Open},
	} {
		if got := statusOf(t, planAt(t, "2026-11-13T19:00", tt.facts...), "thank-you/1/"+tt.to.Key()); got != tt.want {
			t.Errorf("to %s: %s", tt.to.Address, got)
		}
	}
	// The same of an interview that only mail has told of when it is thrown away.
	came := invited("u", "2026-11-18T15:00", "2026-11-16T12:00")
	before := Fold("acme", []Fact{first, came})
	id := meetingID("u")
	thrown := Fact{"d", ny("2026-11-18T16:00"), Discarded{FollowUp: "thank-you/" + id + "/" + tomas.Key()}}
	d := before.Describe()
	d.Contacts, d.Interviews = slices.Clone(d.Contacts), slices.Clone(d.Interviews)
	for i := range d.Contacts {
		if d.Contacts[i].Key() == tomas.Key() {
			d.Contacts[i] = one
		}
	}
	for i, v := range d.Interviews {
		d.Interviews[i].Interviewers = slices.Clone(v.Interviewers)
		for n, key := range v.Interviewers {
			if key == tomas.Key() {
				d.Interviews[i].Interviewers[n] = one.Key()
			}
		}
	}
	s := planAt(t, "2026-11-18T18:00", first, came, thrown, Fact{"user/2", ny("2026-11-18T17:00"), d})
	if got := statusOf(t, s, "thank-you/"+id+"/"+one.Key()); got != Declined {
		t.Errorf("of one that mail told of: %s, %v", got, lines(s))
	}
	if got := statusOf(t, s, "thank-you/"+id+"/"+ngozi.Key()); got != Open {
		t.Errorf("to the other: %s", got)
	}
}

// A thank-you that the user has edited holds its place when he corrects the address: it is
// his, and no other is placed beside it. One that he sent went to the wrong address.
func TestEditedBeforeTheAddressWasCorrected(t *testing.T) {
	key := "thank-you/1/" + tomas.Key()
	first := story("2026-11-20")
	placed, edited := Fact{"placed/d", ny("2026-11-13T15:00"), Placed{key, "d", nil}}, Fact{"edited/d", ny("2026-11-13T16:00"), Edited{FollowUp: key}}
	d := first.What.(Described)
	d.Contacts, d.Interviews = slices.Clone(d.Contacts), slices.Clone(d.Interviews)
	d.Contacts[1].Address = "t.rivera@acme.example"
	d.Interviews[0].Interviewers = []string{ngozi.Key(), "t.rivera@acme.example"}
	change := Fact{"user/2", ny("2026-11-13T17:00"), d}
	s := planAt(t, "2026-11-13T19:00", first, placed, edited, change)
	at := slices.IndexFunc(s.FollowUps, func(f FollowUp) bool { return f.To.Address == "t.rivera@acme.example" })
	if at < 0 || s.FollowUps[at].Key != key || !s.FollowUps[at].Touched || !s.FollowUps[at].Placed {
		t.Errorf("the edited one does not hold its place: %v", lines(s))
	}
	sent := Fact{"sent/d", ny("2026-11-13T16:30"), Delivered{FollowUp: key, MessageID: "d", To: []string{tomas.Address}}}
	if got := statusOf(t, planAt(t, "2026-11-13T19:00", first, placed, edited, sent, change), "thank-you/1/t.rivera@acme.example"); got != Open {
		t.Errorf("sent to the wrong address: %s", got)
	}
}
