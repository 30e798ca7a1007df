package rules

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What would put off by more than a year does nothing before the user says so; he is
// asked, and asked as long as he has not answered.
func TestFarAheadIsAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := ny("2026-11-25T10:00")
		days := rapid.OneOf(rapid.IntRange(1, 300), rapid.IntRange(368, 5000)).Draw(t, "days")
		far, day := days > 365, DateOf(at.AddDate(0, 0, days))
		m := Received{MessageID: "x", From: robin, Person: true, Sure: true}
		switch rapid.IntRange(0, 2).Draw(t, "what") {
		case 0:
			m.Kind, m.Decision = MessageTimeline, day
		case 1:
			m.Kind, m.Return, m.Person = MessageAutoReply, day, false
		default:
			m.Kind, m.People = MessageInterview, []Contact{ngozi}
			m.Meeting = &Interview{UID: "u", Start: at.AddDate(0, 0, days), End: at.AddDate(0, 0, days).Add(time.Hour)}
		}
		facts := []Fact{story("2026-12-01"), {"received/x", at, m}}
		plan := func(facts []Fact) Schedule {
			a := Fold("acme", facts)
			cal, _ := NewCalendar(CalendarOptions{Zone: newYork, Holidays: "US"})
			return Plan(&a, cal, DefaultPolicy, at.Add(time.Minute))
		}
		s := plan(facts)
		if asked := len(s.Asked) == 1; asked != far {
			t.Fatalf("%d days ahead: asked %v", days, s.Asked)
		}
		postponed := func(s Schedule) bool {
			return slices.ContainsFunc(s.FollowUps, func(f FollowUp) bool { return f.Opens.After(at.AddDate(1, 0, 5)) }) || s.Decision.Date.After(DateOf(at.AddDate(1, 0, 0)))
		}
		if postponed(s) {
			t.Fatalf("%d days ahead: %v, decision %v", days, lines(s), s.Decision)
		}
		told := append(slices.Clone(facts), Fact{"told", at.Add(time.Second), Told{"far"}})
		for _, n := range s.Notices {
			told = append(told, Fact{"told/" + n.Topic, at.Add(time.Second), Told{n.Topic}})
		}
		if again := plan(told); len(again.Notices) != 0 || len(again.Asked) != len(s.Asked) {
			t.Fatalf("told: %v, asked %v", again.Notices, again.Asked)
		}
		marked := plan(append(slices.Clone(facts), Fact{"user/m", at.Add(time.Second), Marked{"x", m.Kind}}))
		heard := plan([]Fact{facts[0], {byHand + "x", at, m}})
		if len(heard.Asked) != 0 || far && !postponed(heard) {
			t.Fatalf("%d days ahead, heard by telephone: %v, asked %v", days, lines(heard), heard.Asked)
		}
		if len(marked.Asked) != 0 || far && !postponed(marked) {
			t.Fatalf("%d days ahead, marked: %v, asked %v", days, lines(marked), marked.Asked)
		}
	})
}

// An address that bounced can be written to again when its owner has written.
func TestABounceIsLifted(t *testing.T) {
	bounce := Fact{"b", ny("2026-11-24T10:00"), Received{MessageID: "b", Kind: MessageBounce, Failed: []string{"Robin@acme.example"}}}
	wait := func(facts ...Fact) Status {
		return statusOf(t, planAt(t, "2026-12-20T10:00", append([]Fact{story("2026-11-20"), bounce}, facts...)...), "check-in/1/1")
	}
	if got := wait(); got != Blocked {
		t.Errorf("bounced: %s", got)
	}
	if got := wait(wrote(MessageHolding, "2026-11-23T10:00")); got != Blocked {
		t.Errorf("he wrote before: %s", got)
	}
	if got := wait(wrote(MessageHolding, "2026-11-25T10:00")); got == Blocked {
		t.Errorf("he wrote since: %s", got)
	}
	forged := wrote(MessageHolding, "2026-11-25T10:00")
	m := forged.What.(Received)
	m.Distrust = "DMARC failed"
	forged.What = m
	if got := wait(forged); got != Blocked {
		t.Errorf("somebody wrote in his name: %s", got)
	}
	again := bounce
	again.Key, again.At = "b2", ny("2026-11-26T10:00")
	if got := wait(wrote(MessageHolding, "2026-11-25T10:00"), again); got != Blocked {
		t.Errorf("bounced again: %s", got)
	}
}

// A message that fails DMARC taints itself: it is told, and the person is written to
// as before once the user goes on.
func TestDistrustIsOfAMessage(t *testing.T) {
	forged := wrote(MessageAutoReply, "2026-11-16T10:00")
	m := forged.What.(Received)
	m.Distrust, m.Return, m.Person = "DMARC failed", date("2026-12-20"), false
	forged.What = m
	s := planAt(t, "2026-11-24T10:00", story("2026-11-20"), forged)
	if got, want := lines(s), "check-in/1/1 Nov 24 09:00..Nov 25 17:00 open"; !slices.Contains(got, want) || len(s.Notices) != 1 {
		t.Errorf("%v %v", got, s.Notices)
	}
	invitation := event("u", "2026-12-01T14:00", "2026-12-01T15:00", "2026-11-16T10:00", 0, ngozi)
	m = invitation.What.(Received)
	m.Distrust = "DMARC failed"
	invitation.What = m
	s = planAt(t, "2026-11-24T10:00", story("2026-11-20"), invitation, Fact{"r", ny("2026-11-17T10:00"), Resumed{}})
	if got, want := lines(s), "check-in/1/1 Nov 24 09:00..Nov 25 17:00 open"; !slices.Contains(got, want) {
		t.Errorf("%v", got)
	}
}

func TestNoReplyAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"no-reply@acme.example": true, "NoReply@acme.example": true, "donotreply@acme.example": true, "acme.noreply@mail.example": true, "noreply+17@acme.example": true,
		"do_not_reply@acme.example": true, "nepasrepondre@acme.example": true, "nicht-antworten@acme.example": true, "mailer-daemon@acme.example": true, "bounce-17@acme.example": true,
		"noreen@acme.example": false, "robin@noreply.example": false, "postmann@acme.example": false, "noreplyrobin": false, "jobs@acme.example": false,
	} {
		if NoReply(address) != want {
			t.Errorf("%s: %v", address, !want)
		}
	}
	f := story("2026-11-20")
	d := f.What.(Described)
	robot := Contact{Name: "Acme Careers", Address: "no-reply@acme.example", Part: Recruiter}
	d.Contacts = []Contact{robot, ngozi, {Name: "Tomás Rivera", Address: "noreply@acme.example", Part: Interviewer}}
	d.Interviews = []Interview{{ID: "1", End: ny("2026-11-13T15:00"), Interviewers: []string{ngozi.Key(), "noreply@acme.example"}}}
	d.Status = robot.Key()
	f.What = d
	offer := offered("2026-11-25T10:00", func(m *Received) { m.From = robot })
	for _, s := range []Schedule{planAt(t, "2026-11-24T10:00", f), planAt(t, "2026-11-25T10:00", f, offer)} {
		for _, f := range s.FollowUps {
			if NoReply(f.To.Address) && f.Status != Blocked {
				t.Errorf("%s goes to %s: %s", f.Key, f.To.Address, f.Status)
			}
		}
	}
	// The status contact is one who reads, and passes the thanks on.
	s := planAt(t, "2026-11-24T10:00", f)
	if len(s.FollowUps) != 4 || s.FollowUps[0].To.Key() != ngozi.Key() || len(s.FollowUps[0].PassOn) != 1 || s.FollowUps[1].To.Key() != ngozi.Key() {
		t.Errorf("%v %+v", lines(s), s.FollowUps[0])
	}
}

// While nobody knows whether a message is the answer, no draft stands that is not the
// user's own.
func TestAHintLetsDraftsWait(t *testing.T) {
	hint := Fact{"hinted/h", ny("2026-11-23T10:00"), Hinted{MessageID: "h", From: Contact{Name: "Lee", Address: "lee@acme.example"}, Subject: "Your application", Why: "comes from the company's own domain"}}
	placed := Fact{"p", ny("2026-11-24T09:00"), Placed{FollowUp: "check-in/1/1"}}
	mark := func(kind MessageKind) Fact { return Fact{"user/m", ny("2026-11-24T10:00"), Marked{"h", kind}} }
	for _, tt := range []struct {
		name   string
		more   []Fact
		status Status
		state  State
		asked  int
	}{
		{"asked", nil, Waiting, Active, 1},
		{"a draft stands", []Fact{placed}, Waiting, Active, 1},
		{"it is nothing", []Fact{mark(MessageOther)}, Open, Active, 0},
		{"an acknowledgement", []Fact{mark(MessageAcknowledgement)}, Open, Active, 0},
		{"an answer", []Fact{mark(MessageHolding)}, Waiting, Active, 0}, // five business days later
		{"a rejection", []Fact{mark(MessageRejection)}, "", Rejected, 0},
		{"resumed", []Fact{{"r", ny("2026-11-24T10:00"), Resumed{}}}, Open, Active, 0},
		{"resumed before", []Fact{{"r", ny("2026-11-20T10:00"), Resumed{}}}, Waiting, Active, 1},
		{"it turns out", []Fact{{"received/h", hint.At, Received{MessageID: "h", From: robin, Kind: MessageAcknowledgement}}}, Open, Active, 0},
	} {
		s := planAt(t, "2026-11-24T11:00", append([]Fact{story("2026-11-20"), hint}, tt.more...)...)
		if got := statusOf(t, s, "check-in/1/1"); got != tt.status || s.State != tt.state || len(s.Asked) != tt.asked {
			t.Errorf("%s: %s, %s, asked %v", tt.name, got, s.State, s.Asked)
		}
		for _, n := range s.Asked {
			if n.Message != "h" {
				t.Errorf("asked about %q", n.Message)
			}
		}
	}
	// What another message under its Message-ID was explains nothing.
	used := hint
	used.Key = HintedKey("h", []byte("no"))
	for text, want := range map[string]Status{"no": Open, "thank you for applying": Waiting} {
		s := planAt(t, "2026-11-24T11:00", story("2026-11-20"), used, Fact{"received/h", hint.At, Received{MessageID: "h", From: robin, Kind: MessageAcknowledgement, Digest: DigestOf([]byte(text))}})
		if got := statusOf(t, s, "check-in/1/1"); got != want {
			t.Errorf("%q arrived: %s", text, got)
		}
	}
	// Nobody is written to whom the user has not added.
	s := planAt(t, "2026-11-24T11:00", story("2026-11-20"), hint, mark(MessageRejection))
	if got := statusOf(t, s, "rejection-reply/h"); got != Blocked {
		t.Errorf("%v", lines(s))
	}
}

// Whatever is hinted at and unexplained, nothing opens.
func TestNothingOpensUnderAHint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, cal, end := drawStory(t)
		at := end.Add(time.Duration(rapid.IntRange(0, 90*24).Draw(t, "hint")) * time.Hour)
		facts = append(facts, Fact{"hinted/h", at, Hinted{MessageID: "h", From: ngozi}})
		now := at.Add(time.Duration(rapid.IntRange(0, 30*24).Draw(t, "now")) * time.Hour)
		facts = slices.DeleteFunc(facts, func(f Fact) bool { _, resumed := f.What.(Resumed); return resumed })
		a := Fold("acme", facts)
		for _, f := range Plan(&a, cal, DefaultPolicy, now).FollowUps {
			if f.Status == Open {
				t.Fatalf("%s is open", f.Key)
			}
		}
	})
}
