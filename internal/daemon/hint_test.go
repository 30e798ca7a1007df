package daemon_test

import (
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// What may be the answer takes the untouched check-in back; when the user has said that
// it is nothing, it is placed again. So does an absence that is told of while it stands.
func TestADraftThatWaits(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-14T10:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	stands := func(want bool, now, when string) {
		t.Helper()
		p.go_(now)
		found := false
		for _, l := range must(p.Drafts()) {
			found = found || strings.Contains(l.Subject, "Follow-up")
		}
		if found != want {
			t.Errorf("%s: a check-in stands: %v", when, found)
		}
	}
	say := func(key string, what rules.What) {
		t.Helper()
		if _, err := p.Store.AddFacts(p.ctx, id, rules.Fact{Key: key, At: p.Now(), What: what}); err != nil {
			t.Fatal(err)
		}
	}
	stands(true, "2024-11-26T10:00", "in its window")
	say("hinted/h@acme.example", rules.Hinted{MessageID: "h@acme.example", From: rules.Contact{Name: "Lee Wong", Address: "lee@acme.example"}, Subject: "Hello", Why: "comes from the company's own domain"})
	stands(false, "2024-11-26T10:30", "after the hint")
	say("user/mark", rules.Marked{MessageID: "h@acme.example", Kind: rules.MessageOther})
	stands(true, "2024-11-26T11:00", "it was nothing")
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Automatic reply: Senior Analyst", Text: "I am out of the office and will be back on Monday, December 9, 2024.", At: p.Now(),
		Header: []string{"Auto-Submitted: auto-replied"}}))
	stands(false, "2024-11-26T12:00", "robin is away")
	stands(true, "2024-12-10T10:00", "robin is back")
}

// Mail that may have been one application's explains itself when another one is entered
// that it belongs to, by a command and without a word about that mail.
func TestMailOfAnotherApplicationExplainsItself(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-12T10:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-11T15:00", "2024-12-20")
	p.must(p.Settle(p.ctx))
	m, v := acmeInvites("2024-11-12T10:05")
	m.From, v.organizer = "Robin Hale <robin@marlow.example>", "Robin Hale <robin@marlow.example>"
	m.Subject, v.summary, v.people = "Invitation: Interview with Marlow", "Interview, Marlow", []string{"Ada Stone <ada@marlow.example>"}
	m.Text = "Hi Sam,\n\nwe are happy to invite you to an interview at Marlow.\n\nBest regards,\nRobin Hale"
	p.arrives(m, v)
	p.go_("2024-11-12T10:06")
	if plan := p.state(id, rules.Active); len(plan.Asked) != 1 {
		t.Fatalf("asked: %+v", plan.Asked)
	}
	robin, ada := contact("Robin Hale <robin@marlow.example>", rules.Recruiter), contact("Ada Stone <ada@marlow.example>", rules.Interviewer)
	_, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Marlow", Role: "Designer", Zone: "America/New_York", Contacts: []rules.Contact{robin, ada},
		Interviews: []rules.Interview{{ID: "1", Start: v.start, End: v.end, Interviewers: []string{ada.Key()}}}}, p.Now())
	p.must(err)
	p.go_("2024-11-12T10:10")
	if plan := p.state(id, rules.Active); len(plan.Asked) > 0 {
		t.Errorf("it is still asked: %+v", plan.Asked)
	}
}
