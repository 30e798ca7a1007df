package daemon_test

import (
	"errors"
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// say adds what a command stores.
func (p *play) say(id string, facts ...rules.Fact) {
	p.t.Helper()
	for i := range facts {
		facts[i].At = p.Now()
	}
	_, err := p.Store.AddFacts(p.ctx, id, facts...)
	p.must(err)
	p.must(p.Settle(p.ctx))
}

// An application that was a mistake leaves nothing: its untouched drafts go to Trash,
// what was edited stays, and nobody remembers it.
func TestForgotten(t *testing.T) {
	onEach(t, func(t *testing.T, server *servers.Server) {
		p := newPlay(t, server, "2024-11-15T15:00", nil)
		p.StartDaemon(p.ctx)
		id := p.add("2024-11-15T15:00", "2024-11-22")
		p.must(p.Settle(p.ctx))
		p.must(p.Edit(p.drafts(2)[0], func(s string) string { return s + "\nP.S. Mine.\n" }))
		p.go_("2024-11-15T15:05")
		p.say(id, rules.Fact{Key: "user/stop", What: rules.Stopped{}}, rules.Fact{Key: "user/forget", What: rules.Forgotten{}})
		if left := p.drafts(1); !strings.Contains(left[0].Text, "P.S. Mine.") {
			t.Errorf("the draft that is left: %s", left[0].Text)
		}
		trash, err := p.Letters(server.Boxes.Trash)
		p.must(err)
		if len(trash) != 1 {
			t.Errorf("%d in Trash", len(trash))
		}
		if _, err := p.Store.Application(p.ctx, id); !errors.Is(err, store.ErrUnknown) {
			t.Errorf("the application is known: %v", err)
		}
		p.said("", "the application "+id+" (Senior Analyst at Acme) is forgotten")
		if entries, err := p.Store.Entries(p.ctx, id, 0); err != nil || len(entries) > 0 {
			t.Errorf("%+v, %v", entries, err)
		}

		// Life goes on: mail of its people belongs to nobody, and another application may follow.
		p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe are still talking.\n\nRobin"}))
		p.go_("2024-11-18T09:00")
		if again := p.add("2024-11-18T09:00", ""); again != id {
			t.Errorf("the next one is %q", again)
		}
		p.go_("2024-11-18T09:01")
		p.drafts(3)
	})
}

// What was sent unseen counts as sent, and its draft goes.
func TestSentByHand(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.go_("2024-11-26T09:00")
	p.drafts(3)
	p.say(id, rules.Fact{Key: "user/sent", What: rules.Delivered{FollowUp: "check-in/1/1", To: []string{"robin@acme.example"}, Words: 40}})
	p.drafts(2)
	p.said(id, "you sent it")
	p.go_("2024-12-04T09:00")
	second := p.drafts(3)
	if n := len(strings.Fields(second[1].Text)); !strings.Contains(second[1].To, "robin") || n > 60 || second[1].InReplyTo != "" {
		t.Errorf("check-in 2 to %s answers %q and has %d words", second[1].To, second[1].InReplyTo, n)
	}
}

// What was heard by telephone counts like a message.
func TestHeardByHand(t *testing.T) {
	for kind, c := range map[rules.MessageKind]struct {
		drafts int
		state  rules.State
	}{rules.MessageRejection: {1, rules.Rejected}, rules.MessageOffer: {1, rules.Offered}, rules.MessageHolding: {0, rules.Active}, rules.MessageQuestion: {0, rules.Question}} {
		t.Run(string(kind), func(t *testing.T) {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
			p.StartDaemon(p.ctx)
			id := p.add("2024-11-15T15:00", "2024-11-22")
			p.must(p.Settle(p.ctx))
			p.go_("2024-11-26T09:00")
			p.drafts(3)
			p.say(id, rules.Fact{Key: rules.ByHandKey + "x", What: rules.Received{From: contact(robin, rules.Recruiter), Kind: kind, Confidence: 1, Person: true, Sure: true}})
			for _, l := range p.drafts(c.drafts) {
				if !strings.Contains(l.To, "robin@acme.example") || l.InReplyTo != "" || strings.HasPrefix(l.Subject, "Re:") {
					t.Errorf("%+v", l)
				}
			}
			p.state(id, c.state)
			p.said(id, "Robin Hale told you")
		})
	}
}
