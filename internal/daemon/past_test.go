package daemon_test

import (
	"slices"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// What lay in the mailbox before the interview was entered counts, and so does
// what somebody unknown answered to it: in the same batch, or to what the user
// wrote.
func TestThePastIsRead(t *testing.T) {
	for _, first := range []bool{true, false} {
		p := newPlay(t, servers.Embedded(t), "2024-11-15T15:30", nil)
		if !first {
			p.StartDaemon(p.ctx) // the mailbox is known before the application is
			p.must(p.Settle(p.ctx))
		}
		p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nmy colleague will write to you.\n\nRobin",
			MessageID: "<one@acme.example>", At: ny("2024-11-14T16:00")}))
		p.must(p.Arrive(demo.Mail{From: "Ada Stone <ada@elsewhere.example>", Subject: "Re: Senior Analyst", Answers: "<one@acme.example>",
			Text: "Hi Sam,\n\nwe will make our decision by December 6, 2024.\n\nAda", At: ny("2024-11-15T15:10")}))
		id := p.add("2024-11-15T15:00", "")
		if first {
			p.StartDaemon(p.ctx)
		}
		p.must(p.Settle(p.ctx))
		p.said(id, "Ada Stone")
		a, _, err := p.Application(p.ctx, id)
		p.must(err)
		heard := 0
		for _, f := range a.Facts {
			if f.Key == "received/one@acme.example" {
				heard++
			}
		}
		if heard != 1 {
			t.Errorf("the first message is known %d times", heard)
		}
	}
}

// A letter of the user's that answers what is only found out to belong to an
// application is looked at once more.
func TestThePastOfSent(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:30", nil)
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nplease write to Ada.\n\nRobin",
		MessageID: "<one@acme.example>", At: ny("2024-11-14T16:00")}))
	mine := demo.Mail{From: "Sam Winter <" + p.User + ">", To: "ada@elsewhere.example", Subject: "Re: Senior Analyst", Answers: "<one@acme.example>",
		Text: "Hello,\n\nRobin told me to write to you.\n\nSam", MessageID: "<mine@home.example>", At: ny("2024-11-14T18:00")}
	p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, mine.Raw(), nil, mine.At))
	id := p.add("2024-11-15T15:00", "")
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	facts, err := p.Store.Facts(p.ctx, id)
	p.must(err)
	if !slices.ContainsFunc(facts, func(f rules.Fact) bool { return f.Key == "sent/mine@home.example" }) {
		t.Error("the user's letter is not known")
	}
}
