package daemon_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// answer is what Robin writes, into a mailbox of the user's.
func (p *play) answer(box string, flags ...string) demo.Mail {
	p.t.Helper()
	m := demo.Mail{From: robin, To: p.User, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe are still talking to other candidates and will be in touch.\n\nRobin",
		At: p.Now(), MessageID: "<answer@acme.example>"}
	p.must(p.Server.Deliver(p.User, box, m.Raw(), flags, m.At))
	return m
}

// facts counts the facts of a type.
func (p *play) facts(id, kind string) (n int) {
	p.t.Helper()
	facts, err := p.Store.Facts(p.ctx, id)
	p.must(err)
	for _, f := range facts {
		if f.Type() == kind {
			n++
		}
	}
	return n
}

// An answer stops wherever it lies: filed by a filter, archived on the phone, deleted,
// swallowed by Junk; while the daemon runs, or while it did not; in a mailbox that was
// made since. Moved on, it is no news.
func TestAnAnswerAnywhere(t *testing.T) {
	for _, box := range []string{"Archive", "Junk", "Trash", "Jobs", "Work/Später", "Sent"} {
		for _, running := range []bool{true, false} {
			t.Run(box, func(t *testing.T) {
				p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
				p.StartDaemon(p.ctx)
				id := p.add("2024-11-15T15:00", "2024-11-22")
				p.must(p.Settle(p.ctx))
				p.drafts(2)
				if !running {
					p.must(p.StopDaemon())
				}
				_ = p.Server.CreateBox(p.User, box)
				if p.At(ny("2024-11-15T15:20")); running {
					p.must(p.Settle(p.ctx)) // the mailbox is found
				}
				p.answer(box)
				if !running {
					p.StartDaemon(p.ctx)
				}
				p.must(p.Settle(p.ctx))
				p.drafts(0)
				p.said(id, "Robin Hale wrote")
				list, err := p.Server.Messages(p.User, box)
				p.must(err)
				p.must(p.Server.Move(p.User, box, "INBOX", list[len(list)-1].UID))
				p.must(p.Settle(p.ctx))
				if n := p.facts(id, "received"); n != 1 {
					t.Errorf("it arrived %d times", n)
				}
			})
		}
	}
}

// What lay anywhere before the application was entered counts as well.
func TestThePastIsReadEverywhere(t *testing.T) {
	for _, box := range []string{"INBOX", "Archive", "Junk", "Trash", "Jobs"} {
		p := newPlay(t, servers.Embedded(t), "2024-11-15T15:30", nil)
		p.StartDaemon(p.ctx)
		_ = p.Server.CreateBox(p.User, box)
		p.must(p.Settle(p.ctx))
		p.answer(box)
		p.go_("2024-11-15T15:50")
		id := p.add("2024-11-15T15:00", "2024-11-22")
		p.must(p.Settle(p.ctx))
		p.drafts(0)
		if n := p.facts(id, "received"); n != 1 {
			t.Errorf("%s: it arrived %d times", box, n)
		}
	}
}

// What is skipped is not read, with what lies below it, and is named.
func TestSkip(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Adjust = func(c *config.Config) { c.Accounts[0].Mailboxes.Skip = []string{"lists"} }
	})
	p.must(p.Server.CreateBox(p.User, "Lists"))
	p.must(p.Server.CreateBox(p.User, "Lists/Go"))
	p.StartDaemon(p.ctx)
	p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.answer("Lists/Go")
	p.must(p.Settle(p.ctx))
	p.drafts(2)
	h, err := p.Store.Health(p.ctx, "work")
	p.must(err)
	if !slices.Equal(h.Skipped, []string{"Lists", "Lists/Go"}) {
		t.Errorf("skipped: %q", h.Skipped)
	}
}

// What the user sent counts wherever a copy of it lies, but not where it was not sent.
func TestSentAnywhere(t *testing.T) {
	for box, c := range map[string]struct {
		header []string
		flags  []string
		counts bool
	}{
		"INBOX":      {counts: true}, // he sent himself a blind copy
		"Archive":    {counts: true},
		"Sent Items": {counts: true},
		"Junk":       {counts: true, header: []string{"Authentication-Results: mx.home.example; dmarc=pass header.from=home.example"}},
		"Jobs":       {header: []string{"Authentication-Results: mx.home.example; dmarc=fail header.from=home.example"}},
		"All":        {flags: []string{`\Draft`}},
		"Trash":      {},
		"Outbox":     {},
		"Scheduled":  {},
		"Templates":  {},
		"Entwürfe":   {},
	} {
		t.Run(box, func(t *testing.T) {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
			_ = p.Server.CreateBox(p.User, box)
			p.StartDaemon(p.ctx)
			id := p.add("2024-11-15T15:00", "2024-11-22")
			p.must(p.Settle(p.ctx))
			p.drafts(2)
			p.At(ny("2024-11-15T16:00"))
			m := demo.Mail{From: "Sam Winter <" + strings.ToUpper(p.User[:1]) + p.User[1:] + ">", To: ngozi, Subject: "Thanks", Text: "Dear Dr. Okafor,\n\nthank you for today.\n\nSam", At: p.Now(), Header: c.header}
			p.must(p.Server.Deliver(p.User, box, m.Raw(), c.flags, m.At))
			p.must(p.Settle(p.ctx))
			want := 2
			if c.counts {
				want = 1
			}
			p.drafts(want)
			if n := p.facts(id, "delivered"); n != 2-want {
				t.Errorf("%d letters are known", n)
			}
		})
	}
}

// twoAccounts is a user with a second account, "home".
func twoAccounts(o *demo.Options) {
	o.Adjust = func(c *config.Config) {
		c.Accounts = append(c.Accounts, demo.Account(o.Server.Users[1], "Sam Winter"))
		c.Accounts[1].Name = "home"
	}
}

// An answer in one account stops an application of the other, whenever it came and
// wherever it lies; what the user sent from there counts as well.
func TestAnAnswerInTheOtherAccount(t *testing.T) {
	const before, running, stopped, unseen = "before it was entered", "while the daemon runs", "while it does not", "as the draft is due"
	for _, when := range []string{before, running, stopped, unseen} {
		for _, box := range []string{"INBOX", "Archive"} {
			for _, own := range []bool{false, true} {
				t.Run(when, func(t *testing.T) {
					p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", twoAccounts)
					home := p.Server.Users[1]
					mail := func() {
						m := demo.Mail{From: robin, To: home, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will be in touch.\n\nRobin", At: p.Now()}
						if own {
							m = demo.Mail{From: "Sam <" + home + ">", To: robin + ", " + ngozi + ", " + tomas, Subject: "Thanks", Text: "Hi all,\n\nthank you for today.\n\nSam", At: p.Now()}
						}
						p.must(p.Server.Deliver(home, box, m.Raw(), nil, m.At))
					}
					p.StartDaemon(p.ctx)
					p.must(p.Settle(p.ctx))
					if when == before {
						p.go_("2024-11-15T15:10")
						mail()
					}
					p.At(ny("2024-11-15T15:20"))
					id := p.add("2024-11-15T15:00", "2024-11-22")
					if when == unseen {
						p.must(p.StopDaemon())
						mail()
						p.StartDaemon(p.ctx)
					}
					p.eventually("the letters", func() bool { return p.facts(id, "looked-back") == 2 })
					p.must(p.Settle(p.ctx))
					if when == running || when == stopped {
						p.eventually("both drafts", func() bool { return len(must(p.Drafts())) == 2 })
						if when == stopped {
							p.must(p.StopDaemon())
						}
						mail()
						if when == stopped {
							p.StartDaemon(p.ctx)
						}
					}
					p.eventually("no draft", func() bool {
						return p.facts(id, "received")+p.facts(id, "delivered") == 1 && len(must(p.Drafts())) == 0
					})
					placed := 0
					if when == running || when == stopped {
						placed = 2
					}
					if n := p.facts(id, "placed"); n != placed {
						t.Errorf("%d drafts were placed, want %d", n, placed)
					}
				})
			}
		}
	}
}

// eventually waits for what two workers bring about together.
func (p *play) eventually(what string, is func() bool) {
	p.t.Helper()
	for !is() {
		if p.ctx.Err() != nil {
			p.t.Fatalf("waited in vain for %s", what)
		}
		p.Kick()
		time.Sleep(10 * time.Millisecond)
	}
}

// A letter goes out from an address of its own account, also where they wrote to the
// other.
func TestTheAliasIsTheAccounts(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-22T15:00", twoAccounts)
	home := p.Server.Users[1]
	p.StartDaemon(p.ctx)
	p.add("2024-11-15T15:00", "2024-11-22")
	m := demo.Mail{From: robin, To: home, Subject: "Senior Analyst", At: ny("2024-11-22T15:00"), MessageID: "<offer@acme.example>",
		Text: "Dear Sam,\n\nwe are delighted to offer you the position of Senior Analyst.\n\nBest regards,\nRobin Hale"}
	p.must(p.Server.Deliver(home, "INBOX", m.Raw(), nil, m.At))
	p.eventually("the reply", func() bool { return len(must(p.Drafts())) == 1 })
	if l := p.drafts(1)[0]; !strings.Contains(l.From, p.User) {
		t.Errorf("from %s", l.From)
	}
}

// What tells whose a message is may be read after it: in the same batch, in another
// mailbox, in another turn of either.
func TestLearntWithinABatch(t *testing.T) {
	rejection := demo.Mail{From: "People Team <people@hr-suite.example>", Subject: "Your process with us", Answers: "<auto@acme.example>",
		Text: "Dear Sam,\n\nunfortunately we have decided to move forward with another candidate for the position.\n\nKind regards,\nAda Stone", MessageID: "<rejection@hr.example>"}
	auto := demo.Mail{From: robin, Subject: "Automatic reply: your question", Header: []string{"Auto-Submitted: auto-replied"},
		Text: "I am out of the office and will be back soon.", MessageID: "<auto@acme.example>"}
	last := rejection
	last.MessageID, last.Answers, last.Subject = "<last@hr.example>", rejection.MessageID, "Re: Your process with us"
	last.From = "Ada Stone <ada@third.example>"
	type one struct {
		box  string
		mail demo.Mail
	}
	for name, list := range map[string][]one{
		"in order":                {{"INBOX", auto}, {"INBOX", rejection}},
		"the other way round":     {{"INBOX", rejection}, {"INBOX", auto}},
		"a chain, in order":       {{"INBOX", auto}, {"INBOX", rejection}, {"INBOX", last}},
		"a chain, from its end":   {{"INBOX", last}, {"INBOX", rejection}, {"INBOX", auto}},
		"in two mailboxes":        {{"INBOX", rejection}, {"Archive", auto}},
		"in three, from the end":  {{"INBOX", last}, {"Archive", rejection}, {"Junk", auto}},
		"in three, and in order":  {{"INBOX", auto}, {"Archive", rejection}, {"Junk", last}},
		"in two, from the middle": {{"Archive", rejection}, {"INBOX", last}, {"Archive", auto}},
	} {
		for _, how := range []string{"one batch", "one after the other", "before it was entered"} {
			t.Run(name+", "+how, func(t *testing.T) {
				p := newPlay(t, servers.Embedded(t), "2024-11-15T15:30", nil)
				p.StartDaemon(p.ctx)
				var id string
				if how != "before it was entered" {
					id = p.add("2024-11-15T15:00", "2024-11-22")
				}
				p.must(p.Settle(p.ctx))
				if how == "one batch" {
					p.must(p.StopDaemon())
				}
				p.At(ny("2024-11-18T10:00"))
				for _, one := range list {
					one.mail.At, one.mail.To = p.Now(), p.User
					p.must(p.Server.Deliver(p.User, one.box, one.mail.Raw(), nil, p.Now()))
					if how == "one after the other" {
						p.must(p.Settle(p.ctx))
					}
				}
				switch how {
				case "one batch":
					p.StartDaemon(p.ctx)
				case "before it was entered":
					id = p.add("2024-11-15T15:00", "2024-11-22")
				}
				p.must(p.Settle(p.ctx))
				if n := p.facts(id, "received"); n != len(list) {
					t.Errorf("%d of %d messages are known", n, len(list))
				}
				p.state(id, rules.Rejected)
			})
		}
	}
}
