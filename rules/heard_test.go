package rules

import (
	"slices"
	"strings"
	"testing"
)

func statusOf(t *testing.T, s Schedule, key string) Status {
	t.Helper()
	for _, f := range s.FollowUps {
		if f.Key == key {
			return f.Status
		}
	}
	return ""
}

// An invitation from before the interview was entered by hand still says which
// calendar event it is: one that is moved later is not another meeting.
func TestInvitedBeforeItWasEntered(t *testing.T) {
	s := planAt(t, "2026-11-13T15:00", invited("u", "2026-11-13T15:00", "2026-11-10T10:00"), story("2026-11-20"), invited("u", "2026-11-17T15:00", "2026-11-12T12:00"))
	if got := statusOf(t, s, "thank-you/1/ngozi@acme.example"); got != Waiting {
		t.Errorf("%v", lines(s))
	}
	if len(s.FollowUps) != 5 {
		t.Errorf("%v", lines(s))
	}
}

func TestNamesFromBefore(t *testing.T) {
	f := story("")
	d := f.What.(Described)
	d.Contacts = []Contact{{Address: "ngozi@acme.example", Part: Interviewer}, tomas, robin}
	f.What = d
	m := Fact{"received/1", ny("2026-11-10T10:00"), Received{MessageID: "1", From: ngozi, Kind: MessageOther, Person: true, Language: "de"}}
	a := Fold("acme", []Fact{f, m})
	if c, _ := a.ContactAt("ngozi@acme.example"); c.Name != ngozi.Name || c.Honorific != "Dr." || a.Language != "de" {
		t.Errorf("%+v %s", c, a.Language)
	}
}

// A user who enters an interview without a date takes back none that was named.
func TestADateNamedBeforeItWasEntered(t *testing.T) {
	d := story("")
	d.At = ny("2026-11-18T10:00")
	m := wrote(MessageTimeline, "2026-11-16T10:00")
	w := m.What.(Received)
	w.Decision = date("2026-12-11")
	m.What = w
	s := planAt(t, "2026-11-18T10:00", d, m)
	for _, f := range s.FollowUps {
		if f.Kind == CheckIn && f.Number == 1 && f.Opens != ny("2026-12-15T09:00") {
			t.Errorf("%v", lines(s))
		}
	}
}

// A window that an absence moved stays where it is once the draft stands.
func TestPlacedAfterAnAbsence(t *testing.T) {
	away := Fact{"r", ny("2026-11-20T10:00"), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-07")}}
	placed := Fact{"p", ny("2026-12-08T09:00"), Placed{FollowUp: "check-in/1/1"}}
	s := planAt(t, "2026-12-08T09:01", story("2026-11-20"), away, placed)
	if got := statusOf(t, s, "check-in/1/1"); got != Open {
		t.Errorf("%v", lines(s))
	}
}

// A standing draft waits with its window: it is taken back, and placed when the
// recipient is there again.
func TestAbsenceAfterTheDraft(t *testing.T) {
	placed := Fact{"p", ny("2026-11-24T09:00"), Placed{FollowUp: "check-in/1/1"}}
	away := Fact{"r", ny("2026-11-24T10:00"), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-07")}}
	s := planAt(t, "2026-11-24T10:01", story("2026-11-20"), placed, away)
	if got, want := lines(s), "check-in/1/1 Dec 8 09:00..Dec 9 17:00 waiting"; !slices.Contains(got, want) {
		t.Errorf("%v", got)
	}
	gone := Fact{"g", ny("2026-11-24T10:01"), Removed{FollowUp: "check-in/1/1"}}
	if got := statusOf(t, planAt(t, "2026-12-08T09:00", story("2026-11-20"), placed, away, gone), "check-in/1/1"); got != Open {
		t.Errorf("after the return: %s", got)
	}
}

// What was overdue when an automatic reply came is not written again for it.
func TestAbsenceOpensNothingThatIsOver(t *testing.T) {
	for _, who := range []Contact{ngozi, robin} {
		away := Fact{"r", ny("2026-12-01T10:00"), Received{MessageID: "a", From: who, Kind: MessageAutoReply, Return: date("2026-12-07")}}
		stands := Fact{"p", ny("2026-11-24T09:00"), Placed{FollowUp: "check-in/1/1"}}
		for _, now := range []string{"2026-12-01T10:00", "2026-12-08T09:00", "2026-12-09T12:00"} {
			for _, f := range planAt(t, now, story("2026-11-20"), stands, away).Pending() {
				if !f.Projected && f.Status != Overdue {
					t.Errorf("%s: %s is %s", now, f.Key, f.Status)
				}
			}
		}
	}
	// A thank-you that may still go out waits.
	away := Fact{"r", ny("2026-11-13T16:00"), Received{MessageID: "a", From: ngozi, Kind: MessageAutoReply, Return: date("2026-11-20")}}
	if got, want := lines(planAt(t, "2026-11-13T16:01", story(""), away)), "thank-you/1/ngozi@acme.example Nov 23 09:00..Nov 24 09:00 waiting"; !slices.Contains(got, want) {
		t.Errorf("%v", got)
	}
}

// A letter of every kind waits for its reader's return, and for the day to which the
// user has put it off: only what a person wrote who is away by now is answered at once
// where the user puts the rest off.
func TestEveryKindWaits(t *testing.T) {
	missed := story("2026-11-20")
	d := missed.What.(Described)
	d.Interviews[0].NoShow = true
	for _, c := range []struct {
		of    []Fact
		key   string
		to    Contact
		at    string // it is open then
		reply bool
	}{
		{[]Fact{story("2026-11-20")}, "thank-you/1/ngozi@acme.example", ngozi, "2026-11-13T16:00", false},
		{[]Fact{missed}, "no-show/1", robin, "2026-11-13T16:00", false},
		{[]Fact{story("2026-11-20")}, "check-in/1/1", robin, "2026-11-24T10:00", false},
		{[]Fact{story("2026-11-20"), sent("check-in/1/1", "2026-11-24T10:00")}, "check-in/1/2", robin, "2026-12-02T10:00", false},
		{[]Fact{story("2026-11-20"), wrote(MessageOffer, "2026-11-24T09:00")}, "offer-reply/offer2026-11-24T09:00", robin, "2026-11-24T10:00", true},
		{[]Fact{story("2026-11-20"), wrote(MessageRejection, "2026-11-24T09:00")}, "rejection-reply/rejection2026-11-24T09:00", robin, "2026-11-24T10:00", true},
	} {
		now := ny(c.at)
		back := DateOf(now).AddDays(5)
		away := Fact{"r", now, Received{MessageID: "a", From: c.to, Kind: MessageAutoReply, Return: back}}
		snooze := Fact{"u", now, Snoozed{Until: back}}
		status := func(facts ...Fact) Status {
			return statusOf(t, planAt(t, c.at, append(slices.Clone(c.of), facts...)...), c.key)
		}
		if got := status(); got != Open {
			t.Errorf("%s is %s", c.key, got)
		}
		if got := status(away); got != Waiting {
			t.Errorf("%s is %s while %s is away", c.key, got, c.to.Name)
		}
		if got := status(snooze); (got == Open) != c.reply {
			t.Errorf("%s is %s, and the user has put it off", c.key, got)
		}
		after := back.AddDays(4).String() + "T09:00"
		if got := statusOf(t, planAt(t, after, append(slices.Clone(c.of), away)...), c.key); got != Open {
			t.Errorf("%s is %s when %s is there again", c.key, got, c.to.Name)
		}
	}
}

// What waits for somebody's return is not overdue, and may be put off further.
func TestPutOffWhileTheyAreAway(t *testing.T) {
	away := Fact{"r", ny("2026-11-13T16:00"), Received{MessageID: "a", From: ngozi, Kind: MessageAutoReply, Return: date("2026-11-20")}}
	snooze := Fact{"u", ny("2026-11-19T10:00"), Snoozed{Until: date("2026-11-30")}}
	if got, want := lines(planAt(t, "2026-11-19T10:01", story(""), away, snooze)), "thank-you/1/ngozi@acme.example Nov 30 09:00..Dec 1 09:00 waiting"; !slices.Contains(got, want) {
		t.Errorf("%v", got)
	}
}

// What the user put off is not overdue, and waits for somebody's return.
func TestAwayAfterItWasPutOff(t *testing.T) {
	facts := []Fact{story("2026-11-20"), {"p", ny("2026-11-24T09:00"), Placed{FollowUp: "check-in/1/1"}}, {"u", ny("2026-11-24T10:00"), Snoozed{Until: date("2026-12-02")}},
		{"g", ny("2026-11-24T10:01"), Removed{FollowUp: "check-in/1/1"}}, {"q", ny("2026-12-02T09:00"), Placed{FollowUp: "check-in/1/1", MessageID: "q"}},
		{"r", ny("2026-12-02T09:15"), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-07")}}}
	if got, want := lines(planAt(t, "2026-12-02T09:16", facts...)), "check-in/1/1 Dec 8 09:00..Dec 9 17:00 waiting"; !slices.Contains(got, want) {
		t.Errorf("%v", got)
	}
}

// What stood overdue when an absence was told of stays so, also where the draft was
// withdrawn since for another to take its place.
func TestAbsenceBeforeItIsWrittenAnew(t *testing.T) {
	facts := []Fact{story("2026-11-20"), {"p", ny("2026-11-24T09:00"), Placed{FollowUp: "check-in/1/1"}},
		{"r", ny("2026-12-01T10:00"), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-07")}}, {"g", ny("2026-12-02T10:00"), Removed{FollowUp: "check-in/1/1"}}}
	if got := lines(planAt(t, "2026-12-02T10:00", facts...)); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "check-in/1/1 Nov 24 09:00") }) {
		t.Errorf("%v", got)
	}
}

// The meeting that follows on a rejection may be entered when it is over.
func TestReopenedByAMeetingThatIsOver(t *testing.T) {
	f := story("")
	d := f.What.(Described)
	d.Interviews = append(slices.Clone(d.Interviews), Interview{ID: "2", End: ny("2026-12-01T11:00"), Interviewers: []string{tomas.Key()}})
	f.Key, f.At, f.What = "user/2", ny("2026-12-01T12:00"), d
	s := planAt(t, "2026-12-01T12:00", story(""), wrote(MessageRejection, "2026-11-25T10:00"), f)
	if got := statusOf(t, s, "thank-you/2/tomas@acme.example"); got != Open {
		t.Errorf("%s %v", s.State, lines(s))
	}
}

// The user says that a message is not about the meeting.
func TestADoubtThatIsNone(t *testing.T) {
	f := wrote(MessageInterview, "2026-11-12T16:00")
	m := f.What.(Received)
	m.Unsettled = true
	f.What = m
	s := planAt(t, "2026-11-13T15:00", story("2026-11-20"), f, Fact{"m", ny("2026-11-12T17:00"), Marked{m.MessageID, MessageOther}})
	if got := statusOf(t, s, "thank-you/1/ngozi@acme.example"); got != Open {
		t.Errorf("%v", lines(s))
	}
}

// The user notes something before the program has read what came: that is not lost
// for it. What he knew when he changed it back stays changed back.
func TestDescribedBeforeItWasRead(t *testing.T) {
	m := wrote(MessageTimeline, "2026-11-16T10:00")
	w := m.What.(Received)
	w.Decision = date("2026-12-11")
	m.What = w
	moved := invited("u", "2026-11-17T15:00", "2026-11-12T12:00")
	for _, tt := range []struct {
		name          string
		known         []Fact
		end, decision string
	}{
		{"known", []Fact{moved, m}, "2026-11-13T15:00", "2026-11-20"},
		{"the move unread", []Fact{m}, "2026-11-17T15:00", "2026-11-20"},
		{"the date unread", []Fact{moved}, "2026-11-13T15:00", "2026-12-11"},
	} {
		first := invited("u", "2026-11-13T15:00", "2026-11-10T10:00")
		before := Fold("acme", append([]Fact{story("2026-11-20"), first}, tt.known...))
		d := before.Describe()
		d.Interviews[0].End, d.Interviews[0].Decision = ny("2026-11-13T15:00"), date("2026-11-20")
		a := Fold("acme", []Fact{story("2026-11-20"), first, moved, m, {"user/2", ny("2026-11-18T10:00"), d}})
		if v := a.Interviews[0]; len(a.Interviews) != 1 || !v.End.Equal(ny(tt.end)) || v.Decision != date(tt.decision) {
			t.Errorf("%s: %+v", tt.name, a.Interviews)
		}
	}
}

// A day of several meetings, one of them entered by hand.
func TestAnotherMeetingOfTheSameDay(t *testing.T) {
	lena := Contact{Name: "Lena Vogt", Address: "lena@acme.example", Part: Interviewer}
	f := invited("u", "2026-11-13T18:00", "2026-11-12T12:00")
	m := f.What.(Received)
	m.Meeting.Start, m.People = ny("2026-11-13T17:00"), []Contact{lena, robin}
	f.What = m
	s := planAt(t, "2026-11-13T15:00", story("2026-11-20"), f)
	if statusOf(t, s, "thank-you/1/ngozi@acme.example") != Open || statusOf(t, s, "thank-you/m0bfe93/lena@acme.example") != Waiting {
		t.Errorf("%v", lines(s))
	}
	m.People = []Contact{ngozi, robin} // the same meeting, two hours later
	f.What = m
	s = planAt(t, "2026-11-13T15:00", story("2026-11-20"), f)
	if statusOf(t, s, "thank-you/1/ngozi@acme.example") != Waiting || len(s.FollowUps) != 5 {
		t.Errorf("%v", lines(s))
	}
}

// A message that looks forged is no outcome and moves no date, until the user has
// looked at it.
func TestNotTrusted(t *testing.T) {
	forged := func(kind MessageKind) Fact {
		f := wrote(kind, "2026-11-24T10:00")
		m := f.What.(Received)
		m.Distrust, m.Decision = "DMARC failed", date("2026-12-18")
		f.What = m
		return f
	}
	s := planAt(t, "2026-11-24T11:00", story("2026-11-20"), forged(MessageOffer))
	if s.State != Answered || len(s.Pending()) != 0 {
		t.Errorf("a forged offer: %s %v", s.State, lines(s))
	}
	if s := planAt(t, "2026-11-24T11:00", story("2026-11-20"), forged(MessageTimeline)); s.Decision.Date != date("2026-11-20") {
		t.Errorf("a forged date: %v", s.Decision)
	}
	mark := Fact{"user/mark", ny("2026-11-24T12:00"), Marked{"offer2026-11-24T10:00", MessageOffer}}
	s = planAt(t, "2026-11-24T12:00", story("2026-11-20"), forged(MessageOffer), mark)
	if s.State != Offered || len(s.Pending()) != 1 {
		t.Errorf("marked by the user: %s %v", s.State, lines(s))
	}
}

// Which invitation is read first does not change which meeting a key means.
func TestMeetingsKeepTheirIDs(t *testing.T) {
	b := invited("b", "2026-11-20T15:00", "2026-11-15T12:00")
	a := invited("a", "2026-11-25T15:00", "2026-11-14T12:00")
	one, both := Fold("acme", []Fact{story(""), b}), Fold("acme", []Fact{story(""), b, a})
	for _, v := range one.Interviews {
		if w, ok := both.Interview(v.ID); !ok || !w.End.Equal(v.End) {
			t.Errorf("%s is another meeting: %+v", v.ID, both.Interviews)
		}
	}
	if len(both.Interviews) != 3 {
		t.Errorf("%+v", both.Interviews)
	}
}

// A date that was named and is still to come when they write without one, or are answered,
// is what a check-in refers to; one that was over is not.
func TestWhatACheckInRefersTo(t *testing.T) {
	question := wrote(MessageQuestion, "2026-11-17T10:00")
	named := wrote(MessageTimeline, "2026-11-18T10:00")
	m := named.What.(Received)
	m.Decision = date("2026-11-24")
	named.What = m
	answer := wroteTo("2026-11-19T10:00", question.What.(Received).MessageID, robin.Address)
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  Before
	}{
		{"nothing came", nil, AfterPromised},
		{"no date before it", []Fact{wrote(MessageHolding, "2026-11-17T10:00")}, AfterPromised},
		{"no date on the day", []Fact{wrote(MessageHolding, "2026-11-20T10:00")}, AfterPromised},
		{"no date after it", []Fact{wrote(MessageHolding, "2026-11-23T10:00")}, AfterHolding},
		{"answered before it", []Fact{question, answer}, AfterPromised},
		{"asked, named, answered", []Fact{question, named, answer}, AfterMoved},
		{"named, and no date before that", []Fact{named, wrote(MessageHolding, "2026-11-19T10:00")}, AfterMoved},
	} {
		got := Before("")
		for _, f := range planAt(t, "2026-11-23T11:00", append([]Fact{story("2026-11-20")}, tt.facts...)...).FollowUps {
			if f.Kind == CheckIn && f.Number == 1 {
				got = f.After
			}
		}
		if got != tt.want {
			t.Errorf("%s: after %q, not %q", tt.name, got, tt.want)
		}
	}
	assumed := planAt(t, "2026-11-23T11:00", story(""), wrote(MessageHolding, "2026-11-17T10:00")).FollowUps
	if f := assumed[len(assumed)-3]; f.After != AfterHolding {
		t.Errorf("an assumed date is named: %q", f.After)
	}
}

// After the user's answer and after theirs without a date the same is owed: where the window
// of a named date opens as early, it is as long as after an answer.
func TestWindowsThatOpenTogether(t *testing.T) {
	question := wrote(MessageQuestion, "2026-11-16T10:00")
	for name, facts := range map[string][]Fact{
		"their answer": {wrote(MessageHolding, "2026-11-17T11:00")},
		"his":          {question, wroteTo("2026-11-17T11:00", question.What.(Received).MessageID, robin.Address)},
	} {
		if got, want := lines(planAt(t, "2026-11-17T12:00", append([]Fact{story("2026-11-20")}, facts...)...)), "check-in/1/1 Nov 24 09:00..Nov 27 17:00 waiting"; !slices.Contains(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}
