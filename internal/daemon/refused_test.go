package daemon_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"afterword/drafter"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

const holding = "Hi Sam,\n\nwe are still talking to other candidates and will be in touch.\n\nRobin"

// A server that does not let go of a draft is told of, and the rest goes on: new
// mail is read, other applications get their drafts, and it is tried again.
func TestTheMoveToTrashIsRefused(t *testing.T) {
	for _, code := range []string{"NOPERM", "OVERQUOTA", "TRYCREATE", "CANNOT"} {
		t.Run(code, func(t *testing.T) {
			server := servers.Embedded(t)
			proxy := servers.NewProxy(t, server)
			p := newPlay(t, server, "2024-11-15T15:00", func(o *demo.Options) { o.Addr, o.CA = proxy.Addr, proxy.CA })
			p.StartDaemon(p.ctx)
			id := p.add("2024-11-15T15:00", "2024-11-22")
			p.must(p.Settle(p.ctx))
			p.drafts(2)
			proxy.Always(servers.Client, `^\S+ UID MOVE`, servers.Answer("$TAG NO ["+code+"] not today"))
			p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: ny("2024-11-15T16:00")}))
			p.go_("2024-11-15T16:01")
			p.drafts(2)
			p.said(id, "could not be moved to Trash")

			// Somebody else's interview ends.
			lena := contact("Lena Vogt <lena@bolt.example>", rules.Interviewer)
			_, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Bolt", Role: "Engineer", Zone: "America/New_York",
				Contacts: []rules.Contact{lena}, Interviews: []rules.Interview{{ID: "1", End: ny("2024-11-15T16:30"), Interviewers: []string{lena.Key()}}}}, p.Now())
			p.must(err)
			p.go_("2024-11-15T16:31")
			p.drafts(3)

			proxy.Mend()
			p.go_("2024-11-15T16:40")
			left := p.drafts(1)
			if !strings.Contains(left[0].To, "lena@bolt.example") {
				t.Errorf("%s is left", left[0].To)
			}
		})
	}
}

// An answer that arrives while a language model takes its time: neither the draft
// that it works on is placed, nor the next one.
func TestAnAnswerWhileALetterIsRewritten(t *testing.T) {
	var p *play
	var arrived atomic.Bool
	p = newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Rewrite = func(_ context.Context, _ drafter.Input, d drafter.Draft, _ string) drafter.Draft {
			if arrived.CompareAndSwap(false, true) {
				p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: ny("2024-11-15T15:00")}))
			}
			return d
		}
	})
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.eventually("the model was asked", arrived.Load)
	p.must(p.Settle(p.ctx))
	p.drafts(0)
	if a, _, err := p.Application(p.ctx, id); err != nil || len(a.MessageIDs()) != 1 {
		t.Errorf("something was placed: %v %v", a.MessageIDs(), err)
	}
}

// A language model that takes its time holds up one letter, and no mail: an answer to
// another application withdraws its draft meanwhile.
func TestMailIsReadWhileALetterIsRewritten(t *testing.T) {
	var slow atomic.Bool
	asked, release := make(chan struct{}, 9), make(chan struct{})
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Rewrite = func(ctx context.Context, _ drafter.Input, d drafter.Draft, _ string) drafter.Draft {
			if slow.Load() {
				asked <- struct{}{}
				select {
				case <-release:
				case <-ctx.Done():
				}
			}
			return d
		}
	})
	stand := func(n int) func() bool {
		return func() bool {
			list, err := p.Drafts()
			p.must(err)
			return len(list) == n
		}
	}
	p.StartDaemon(p.ctx)
	p.add("2024-11-15T15:00", "2024-11-22")
	p.eventually("both stand", stand(2))
	slow.Store(true)
	lena := contact("Lena Vogt <lena@bolt.example>", rules.Interviewer)
	_, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Bolt", Role: "Engineer", Zone: "America/New_York",
		Contacts: []rules.Contact{lena}, Interviews: []rules.Interview{{ID: "1", End: ny("2024-11-15T14:30"), Interviewers: []string{lena.Key()}}}}, p.Now())
	p.must(err)
	p.Kick()
	<-asked
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: ny("2024-11-15T15:00")}))
	p.eventually("the other's drafts are gone", stand(0))
	close(release)
	p.eventually("the letter stands", stand(1))
}

// The user has marked a draft as deleted, and his program has not expunged it yet,
// when an answer takes the drafts back: he threw that one away, and it never comes
// again.
func TestADraftMarkedAsDeletedIsNotTakenBack(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	both := p.drafts(2)
	p.must(p.StopDaemon())
	p.must(p.Server.Flag(p.User, p.Server.Boxes.Drafts, []string{`\Deleted`}, both[0].UID))
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: ny("2024-11-15T16:00")}))
	p.At(ny("2024-11-15T16:00"))
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	p.go_("2024-11-15T16:05")
	p.drafts(0)
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	var discarded, removed int
	for _, f := range a.Facts {
		switch f.What.(type) {
		case rules.Discarded:
			discarded++
		case rules.Removed:
			removed++
		}
	}
	if discarded != 1 || removed != 1 {
		t.Errorf("%d were thrown away and %d taken back, not one and one", discarded, removed)
	}
}
