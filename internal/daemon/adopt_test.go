package daemon_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// A second store, of a new machine or out of a backup, finds the letters that stand in
// Drafts, and those that were sent, and places none of them again.
func TestASecondStore(t *testing.T) {
	for _, became := range []string{"stands", "edited", "subject", "sent", "sent from elsewhere", "answered"} {
		for _, kind := range []rules.Kind{rules.ThankYou, rules.NoShow, rules.CheckIn, rules.OfferReply} {
			t.Run(became+"/"+string(kind), func(t *testing.T) {
				server := servers.Embedded(t)
				p := newPlay(t, server, "2024-11-15T15:10", nil)
				id := p.stands(kind)
				p.At(p.Now().Add(10 * time.Minute))
				l := p.drafts(1)[0]
				switch became {
				case "edited":
					p.must(p.Edit(l, func(s string) string { return s + "\nP.S. Until soon.\n" }))
				case "subject":
					l.Subject = "Hello again"
					p.must(p.Edit(l, func(s string) string { return s }))
				case "sent":
					_, err := p.Send(l, nil)
					p.must(err)
				case "sent from elsewhere":
					must(0, p.Server.CreateBox(p.User, "Gesendet"))
					m := demo.Mail{From: l.From, To: l.To, Subject: l.Subject, Text: l.Text, At: p.Now(), Answers: l.InReplyTo}
					p.must(p.Server.Deliver(p.User, "Gesendet", m.Raw(), nil, m.At))
					p.must(p.Server.Expunge(p.User, "Drafts", l.UID))
				}
				a, _, err := p.Application(p.ctx, id)
				p.must(err)
				told := a.Facts[slices.IndexFunc(a.Facts, func(f rules.Fact) bool { return f.Type() == "described" })].What.(rules.Described)
				p.must(p.StopDaemon())
				q := newPlay(t, server, "2024-11-15T15:10", nil)
				q.At(p.Now().Add(time.Minute))
				if became == "answered" {
					q.must(q.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: q.Now()}))
				}
				second, err := q.Store.NewApplication(q.ctx, "work", told, q.Now())
				q.must(err)
				if kind == rules.CheckIn { // whose thanks he deleted
					_, err := q.Store.AddFacts(q.ctx, second, rules.Fact{Key: "discarded/x", At: q.Now(), What: rules.Discarded{FollowUp: "thank-you/1/robin@acme.example"}})
					q.must(err)
				}
				q.StartDaemon(q.ctx)
				for range 3 {
					q.must(q.Settle(q.ctx))
				}
				want := 1
				if strings.HasPrefix(became, "sent") {
					want = 0
				}
				q.drafts(want)
				if n := q.facts(second, "placed"); n != 0 {
					t.Errorf("%d drafts were placed", n)
				}
				if want == 1 && became != "answered" {
					q.said(second, "stands in Drafts already")
					q.At(q.Now().Add(time.Minute))
					q.must(q.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: q.Now()}))
					q.must(q.Settle(q.ctx))
					q.drafts(1)
					if kind == rules.ThankYou || kind == rules.CheckIn {
						q.said(second, "may be out of date")
					}
				}
			})
		}
	}
}

// A store out of a backup knows less than stands in the mailbox.
func TestABackup(t *testing.T) {
	server := servers.Embedded(t)
	p := newPlay(t, server, "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.must(p.StopDaemon())
	dir := t.TempDir()
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(p.Store.Path() + end)
		p.must(err)
		p.must(os.WriteFile(filepath.Join(dir, "afterword.db"+end), data, 0o600))
	}
	p.StartDaemon(p.ctx)
	p.go_("2024-11-15T15:10")
	before := p.drafts(2)
	p.must(p.StopDaemon())
	q := newPlay(t, server, "2024-11-15T15:20", func(o *demo.Options) {
		o.Adjust = func(c *config.Config) { c.Store = filepath.Join(dir, "afterword.db") }
	})
	q.StartDaemon(q.ctx)
	q.must(q.Settle(q.ctx))
	if after := q.drafts(2); after[0].UID != before[0].UID || after[1].UID != before[1].UID {
		t.Error("the letters are others")
	}
	if n := q.facts(id, "placed"); n != 0 {
		t.Errorf("%d drafts were placed", n)
	}
}

// A draft that was taken out of Drafts for longer than a moment, and put back, is the
// user's where he edited it, ours where he did not; nothing takes its place.
func TestADraftComesBack(t *testing.T) {
	for _, kind := range []rules.Kind{rules.ThankYou, rules.CheckIn} {
		for _, how := range []string{"as it was", "edited", "edited, another Message-ID"} {
			for _, then := range []string{"answer", "resume", "gone again"} {
				t.Run(string(kind)+"/"+how+"/"+then, func(t *testing.T) {
					p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
					id := p.stands(kind)
					start := p.Now()
					l := p.drafts(1)[0]
					p.must(p.Server.Expunge(p.User, "Drafts", l.UID))
					for _, after := range []time.Duration{time.Second, 2 * time.Minute, 4 * time.Minute} {
						p.must(p.Go(p.ctx, start.Add(after)))
					}
					gone := p.facts(id, "discarded")
					p.said(id, "left Drafts")
					raw := l.Raw
					switch how {
					case "edited":
						raw = []byte(strings.Replace(string(raw), "\r\n\r\n", "\r\n\r\nHello!\r\n\r\n", 1))
					case "edited, another Message-ID":
						m := demo.Mail{From: l.From, To: l.To, Subject: l.Subject, Text: l.Text + "\nP.S. Until soon.\n", At: p.Now()}
						raw = m.Raw()
					}
					put := func() {
						p.must(p.Server.Deliver(p.User, "Drafts", raw, []string{`\Draft`, `\Seen`}, p.Now()))
						p.must(p.Settle(p.ctx))
						p.drafts(1)
						p.said(id, "is back in Drafts")
					}
					put()
					p.At(start.Add(10 * time.Minute))
					switch then {
					case "answer":
						p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: p.Now()}))
						p.must(p.Settle(p.ctx))
						if how == "as it was" {
							p.drafts(0)
							return
						}
						p.drafts(1)
						p.said(id, "may be out of date")
					case "resume":
						_, err := p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/resumed", At: p.Now(), What: rules.Resumed{}})
						p.must(err)
						p.must(p.Settle(p.ctx))
						p.drafts(1)
					case "gone again":
						p.must(p.Server.Expunge(p.User, "Drafts", must(p.Drafts())[0].UID))
						for _, after := range []time.Duration{11 * time.Minute, 13 * time.Minute, 15 * time.Minute} {
							p.must(p.Go(p.ctx, start.Add(after)))
						}
						p.drafts(0)
						if n := p.facts(id, "discarded"); n != gone+1 {
							t.Errorf("it is gone %d times, was %d", n, gone)
						}
						put()
					}
				})
			}
		}
	}
}

// What waits in an outbox, or to be sent later, was not thrown away.
func TestSentLater(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
	p.must(p.Server.CreateBox(p.User, "Scheduled"))
	id := p.stands(rules.ThankYou)
	l := p.drafts(1)[0]
	p.must(p.Server.Move(p.User, "Drafts", "Scheduled", l.UID))
	for _, when := range []string{"2024-11-15T15:11", "2024-11-15T15:15", "2024-11-15T15:20"} {
		p.go_(when)
	}
	if n := p.facts(id, "discarded"); n != 0 {
		t.Error("it counts as thrown away")
	}
	_, err := p.Send(l, nil)
	if p.must(err); len(must(p.Letters("Scheduled"))) > 0 {
		p.must(p.Server.Expunge(p.User, "Scheduled", must(p.Letters("Scheduled"))[0].UID))
	}
	p.go_("2024-11-15T15:30")
	_, plan, err := p.Application(p.ctx, id)
	p.must(err)
	if f := plan.FollowUps[0]; f.Status != rules.Sent {
		t.Errorf("%s is %s", f.Key, f.Status)
	}
}
