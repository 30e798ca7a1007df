package daemon_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// A near miss is no silence: the drafts of the application wait, the user is asked once,
// and goes on when he has said what it is.
func TestANearMissIsAsked(t *testing.T) {
	for name, m := range map[string]demo.Mail{
		"a successor":              {From: "Bo Berg <bo@acme.example>", Subject: "Hello", Text: "Hi Sam,\n\nI have taken over from Robin. Could we talk on the telephone?\n\nBo"},
		"a colleague at an agency": {From: "Lou Marsh <lou@agency.example>", Header: []string{"Cc: robin@acme.example"}, Subject: "Hello", Text: "Hi Sam,\n\nthey went with somebody else.\n\nLou"},
		"an unknown system":        {From: "no-reply@unknown.example", Subject: "Your application", Text: "Dear candidate,\n\nunfortunately, Acme has decided not to move forward with your application as Senior Analyst.\n"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
			p.StartDaemon(p.ctx)
			id := p.add("2024-11-15T15:00", "")
			p.go_("2024-11-15T15:00")
			p.drafts(2)
			p.At(ny("2024-11-15T16:00"))
			m.MessageID = "<near@mail.example>"
			p.must(p.Arrive(m))
			p.must(p.Settle(p.ctx))
			p.drafts(0)
			p.said(id, "may belong to this application")
			plan := p.state(id, rules.Active)
			if len(plan.Asked) != 1 || !strings.Contains(plan.Asked[0].Text, "afterword mark "+id) || plan.Asked[0].Message != "near@mail.example" {
				t.Fatalf("asked %+v", plan.Asked)
			}
			p.go_("2024-11-15T17:00")
			_, err := p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/marked", At: p.Now(), What: rules.Marked{MessageID: "near@mail.example", Kind: rules.MessageOther}})
			p.must(err)
			p.go_("2024-11-15T17:05")
			p.drafts(2)
			told := 0
			a, _, err := p.Application(p.ctx, id)
			p.must(err)
			for _, f := range a.Facts {
				if w, ok := f.What.(rules.Told); ok && strings.HasPrefix(w.Topic, "hint/") {
					told++
				}
			}
			if told != 1 {
				t.Errorf("told %d times", told)
			}
		})
	}
}

// A rejection under the Message-ID of an acknowledgement is none the less one, also
// where both are read at once.
func TestTheRejectionUnderAnUsedIdentifier(t *testing.T) {
	for _, id := range []string{"<same@acme.example>", "<>"} {
		for _, together := range []bool{true, false} {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
			app := p.add("2024-11-15T15:00", "")
			p.StartDaemon(p.ctx)
			p.go_("2024-11-15T16:00")
			if together {
				p.must(p.StopDaemon())
			}
			from := "Acme <no-reply@acme.example>"
			p.must(p.Arrive(demo.Mail{From: from, MessageID: id, Subject: "Your application", Text: "Thank you for applying to Acme. We have received your application for the Senior Analyst position.\n"}))
			if !together {
				p.go_("2024-11-15T16:30")
			}
			p.must(p.Arrive(demo.Mail{From: from, MessageID: id, Subject: "Your application", Text: "Thank you for your interest. Unfortunately, we have decided not to move forward with your application for the Senior Analyst position.\n"}))
			if together {
				p.StartDaemon(p.ctx)
			}
			p.go_("2024-11-15T17:00")
			p.state(app, rules.Rejected)
			p.drafts(0)
		}
	}
}

// The same words under the same Message-ID on another day are another message: a system
// sends them whenever it has no news. A copy of the first is none.
func TestTheSameWordsOnAnotherDay(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T16:00", nil)
	app := p.add("2024-11-15T15:00", "")
	p.StartDaemon(p.ctx)
	for n, day := range []string{"2024-11-18T10:00", "2024-11-27T10:00"} {
		p.go_(day)
		m := demo.Mail{From: robin, To: p.User, MessageID: "<same@acme.example>", Subject: "Senior Analyst at Acme", Text: holding, At: ny(day)}
		for _, box := range []string{"INBOX", "Archive"} {
			p.must(p.Server.Deliver(p.User, box, m.Raw(), nil, p.Now()))
			p.must(p.Settle(p.ctx))
		}
		if got := p.facts(app, "received"); got != n+1 {
			t.Errorf("%s: %d messages are known", day, got)
		}
	}
}

// One letter of the user's own to both interviewers thanks both; references that are
// sent under a check-in's subject are no check-in.
func TestOneLetterToTwo(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "")
	p.go_("2024-11-15T15:30")
	p.drafts(2)
	mine := demo.Mail{From: "Sam Winter <" + p.User + ">", To: "ngozi@acme.example, tomas@acme.example", Subject: "Thank you", Text: "Dear both,\n\nit was good to meet you.\n\nSam", MessageID: "<mine@home.example>", At: p.Now()}
	p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, mine.Raw(), nil, mine.At))
	p.go_("2024-11-15T16:00")
	p.drafts(0)
	plan := p.state(id, rules.Active)
	for _, key := range []string{"thank-you/1/ngozi@acme.example", "thank-you/1/tomas@acme.example"} {
		if i := slices.IndexFunc(plan.FollowUps, func(f rules.FollowUp) bool { return f.Key == key }); i < 0 || plan.FollowUps[i].Status != rules.Sent {
			t.Errorf("%s: %+v", key, plan.FollowUps)
		}
	}
}

// Where the user is asked what a message is, his language model may say what it takes
// it for: in the question, which comes once, and nowhere else.
func TestASecondOpinionStandsInTheQuestion(t *testing.T) {
	var asked atomic.Int32
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", func(o *demo.Options) {
		o.Opinion = func(_ context.Context, l recognize.Letter) string {
			asked.Add(1)
			return fmt.Sprintf("your language model takes it for rejection (%q)", strings.Fields(l.Body)[0])
		}
	})
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "")
	p.go_("2024-11-15T15:00")
	p.drafts(2)
	p.must(p.Arrive(demo.Mail{From: "Lou Marsh <lou@agency.example>", Header: []string{"Cc: robin@acme.example"}, Subject: "Hello", Text: "Sam,\n\nthey went with somebody else.\n\nLou", MessageID: "<near@agency.example>", At: p.Now()}))
	p.eventually("the question", func() bool { return p.facts(id, "told") > 0 })
	p.go_("2024-11-15T16:00")
	p.drafts(0)
	p.said(id, `your language model takes it for rejection ("Sam,")`)
	if asked.Load() != 1 {
		t.Errorf("the model was asked %d times", asked.Load())
	}
	if plan := p.state(id, rules.Active); len(plan.Asked) != 1 {
		t.Errorf("asked %+v", plan.Asked)
	}
}
