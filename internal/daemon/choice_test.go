package daemon_test

import (
	"slices"
	"strings"
	"testing"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/demo/mailserver"
	"afterword/internal/intake"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// acmeOffers is mail of Acme that sends the user to choose a time.
func acmeOffers(id, at string) demo.Mail {
	return demo.Mail{From: robin, Subject: "Interview for the position of Senior Analyst", At: ny(at), MessageID: id,
		Text: "Hi Sam,\n\nwe would like to invite you to an interview for the position of Senior Analyst at Acme.\n\nPlease pick a time that works for you here: https://calendly.com/acme/interview\n\nBest regards,\nRobin Hale\nTalent Acquisition, Acme"}
}

// A link to choose a time enters nothing and asks nothing: they wait for the user. It ends
// with his letter or with the invitation, about which he is asked, and which has the tag of
// the link as well.
func TestAChoiceOfATime(t *testing.T) {
	for _, writes := range []bool{false, true} {
		p := noted(t, servers.Embedded(t), "2024-11-12T10:00", nil)
		p.StartDaemon(p.ctx)
		p.must(p.Settle(p.ctx))
		p.must(p.Arrive(acmeOffers("<choose@acme.example>", "2024-11-12T10:05")))
		p.go_("2024-11-12T10:06")
		f := p.finds(1)[0]
		if f.State != intake.Choosing || !f.Waits(p.Now()) || f.Company != "Acme" || f.Role != "Senior Analyst" {
			t.Fatalf("%s is %s", f.Title(), f.State)
		}
		p.notes(p.Server.Boxes.Inbox, 0)
		p.drafts(0)
		if writes {
			mine := demo.Mail{From: "Sam Winter <" + p.User + ">", To: robin, Subject: "Re: Interview for the position of Senior Analyst", Answers: "<choose@acme.example>", MessageID: "<mine@home.example>", At: ny("2024-11-12T11:00"), Text: "Hi Robin,\n\nFriday at two is fine.\n\nSam"}
			p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, mine.Raw(), []string{`\Seen`}, mine.At))
			p.go_("2024-11-12T11:01")
			if f := p.finds(1)[0]; f.State != intake.Chosen || f.Waits(p.Now()) {
				t.Errorf("when he has written back it is %s", f.State)
			}
		}
		p.arrives(acmeInvites("2024-11-12T12:00"))
		p.go_("2024-11-12T12:01")
		g := p.finds(1)[0]
		if g.State != intake.Asked || g.Tag != f.Tag || !g.Start().Equal(ny("2024-11-15T14:00")) {
			t.Errorf("with its invitation it is %s", g.State)
		}
		p.notes(p.Server.Boxes.Inbox, 1)
	}
}

// The mailbox in the middle of a search: what waits for a choice is found in the past as
// well, unless the user has answered it.
func TestAChoiceInThePast(t *testing.T) {
	for _, answered := range []bool{false, true} {
		p := newPlay(t, servers.Embedded(t), "2024-11-12T10:00", nil)
		p.must(p.Arrive(acmeOffers("<choose@acme.example>", "2024-11-10T10:05")))
		want := intake.Choosing
		if answered {
			want = intake.Chosen
			mine := demo.Mail{From: "Sam Winter <" + p.User + ">", To: robin, Subject: "times", MessageID: "<mine@home.example>", At: ny("2024-11-11T11:00"), Text: "Hi Robin,\n\nI have booked Friday.\n\nSam"}
			p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, mine.Raw(), []string{`\Seen`}, mine.At))
		}
		p.StartDaemon(p.ctx)
		p.must(p.Settle(p.ctx))
		if f := p.finds(1)[0]; f.State != want {
			t.Errorf("it is %s, want %s", f.State, want)
		}
	}
}

// Where an application is known, nothing is drafted while they wait for the user's choice,
// and the reason says so; his letter, the invitation, or his word ends that.
func TestAChoiceOfTheNextRound(t *testing.T) {
	for _, end := range []string{"letter", "invitation", "resume"} {
		t.Run(end, func(t *testing.T) {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T15:30", nil)
			p.StartDaemon(p.ctx)
			id := p.add("2024-11-15T15:00", "2024-11-22")
			p.must(p.Settle(p.ctx))
			p.drafts(2)
			p.go_("2024-11-18T10:00")
			p.must(p.Arrive(acmeOffers("<choose@acme.example>", "2024-11-18T10:05")))
			p.go_("2024-11-18T10:06")
			p.drafts(0)
			plan := p.state(id, rules.Question)
			if !slices.ContainsFunc(plan.Reasons, func(r rules.Reason) bool { return strings.Contains(r.Text, "choice of a time") }) ||
				!slices.ContainsFunc(plan.Asked, func(n rules.Notice) bool { return strings.Contains(n.Text, "choice of a time") }) {
				t.Errorf("%+v, asked %+v", plan.Reasons, plan.Asked)
			}
			p.go_("2024-11-26T10:00")
			p.drafts(0)
			switch end {
			case "letter":
				mine := demo.Mail{From: "Sam Winter <" + p.User + ">", To: robin, Subject: "Re: Interview", Answers: "<choose@acme.example>", MessageID: "<mine@home.example>", At: ny("2024-11-26T10:05"), Text: "Hi Robin,\n\nThursday at two is fine.\n\nSam"}
				p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, mine.Raw(), []string{`\Seen`}, mine.At))
			case "invitation":
				m, v := acmeInvites("2024-11-26T10:05")
				v.uid, v.start, v.end = "two@acme.example", ny("2024-11-28T14:00"), ny("2024-11-28T15:00")
				m.MessageID = "<second@acme.example>"
				p.arrives(m, v)
			case "resume":
				p.say(id, rules.Fact{Key: "user/resume", At: p.Now(), What: rules.Resumed{}})
			}
			p.go_("2024-11-26T10:10")
			if plan := p.state(id, rules.Active); len(plan.Asked) > 0 {
				t.Errorf("still asked: %+v", plan.Asked)
			}
		})
	}
}

// One invitation that comes to two accounts of the user is asked about once, by one note; an
// answer in either counts for both.
func TestOneInvitationInTwoAccounts(t *testing.T) {
	for _, how := range []string{"a note", "the other's tag", "moved in the other", "moved in the first"} {
		t.Run(how, func(t *testing.T) {
			p := noted(t, servers.Embedded(t), "2024-11-12T10:00", func(o *demo.Options) {
				twoAccounts(o)
				both := o.Adjust
				o.Adjust = func(c *config.Config) {
					both(c)
					c.Intake.Notes = "inbox"
				}
			})
			home, inbox := p.Server.Users[1], p.Server.Boxes.Inbox
			p.StartDaemon(p.ctx)
			p.must(p.Settle(p.ctx))
			m, v := acmeInvites("2024-11-12T10:05")
			v.people = append(v.people, "Sam Winter <"+p.User+">", "Sam <"+home+">")
			p.must(p.Server.Deliver(p.User, inbox, v.raw(m), nil, m.At))
			p.must(p.Server.Deliver(home, inbox, v.raw(m), nil, m.At))
			p.At(ny("2024-11-12T10:06"))
			p.eventually("the find of both", func() bool {
				f := p.found()
				return len(f) == 1 && len(f[0].Tags) == 2
			})
			p.must(p.Settle(p.ctx))
			count := func(user string) (n int) {
				list, err := p.Server.Messages(user, inbox)
				p.must(err)
				for _, m := range list {
					if strings.Contains(string(m.Raw), "X-Afterword-Note:") {
						n++
					}
				}
				return n
			}
			p.eventually("one note", func() bool { return count(p.User)+count(home) > 0 })
			p.must(p.Settle(p.ctx))
			if n := count(p.User) + count(home); n != 1 {
				t.Fatalf("%d notes ask about it", n)
			}
			f := p.finds(1)[0]
			want := intake.Dismissed
			mover := home
			switch how {
			case "a note":
				want = intake.Running
				p.User = map[bool]string{true: p.User, false: home}[count(p.User) == 1]
				p.answers(p.Server.Boxes.Sent, p.notes(inbox, 1)[0], "2024-11-12T10:07", "yes", nil)
			case "the other's tag":
				p.says(f.Tags[1], intake.No, intake.Fields{})
			case "moved in the first":
				mover = p.User
				fallthrough
			default:
				p.eventually("mailboxes to answer in", func() bool {
					_, err := p.Server.Messages(mover, "Afterword/No")
					return err == nil
				})
				list, err := p.Server.Messages(mover, inbox)
				p.must(err)
				i := slices.IndexFunc(list, func(m mailserver.Stored) bool { return strings.Contains(string(m.Raw), "<invitation@acme.example>") })
				p.must(p.Server.Move(mover, inbox, "Afterword/No", list[i].UID))
			}
			p.eventually("the answer", func() bool { return p.finds(1)[0].State == want })
			p.must(p.Settle(p.ctx))
			if n := count(p.Server.Users[0]) + count(home); n > 1 {
				t.Errorf("%d notes after the answer", n)
			}
		})
	}
}
