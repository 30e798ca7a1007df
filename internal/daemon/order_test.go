package daemon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// invitation is what a calendar sends for a meeting.
func invitation(uid, start, end string, people ...string) demo.Mail {
	var b strings.Builder
	fmt.Fprintf(&b, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Cal//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:%s\nDTSTAMP:20241110T100000Z\nDTSTART:%s\nDTEND:%s\nSUMMARY:Interview Senior Analyst\n", uid, start, end)
	fmt.Fprintf(&b, "ORGANIZER;CN=Robin Hale:mailto:robin@acme.example\n")
	for _, p := range people {
		name, address, _ := strings.Cut(p, " <")
		fmt.Fprintf(&b, "ATTENDEE;CN=%s:mailto:%s\n", name, strings.TrimSuffix(address, ">"))
	}
	b.WriteString("END:VEVENT\nEND:VCALENDAR")
	return demo.Mail{From: robin, Subject: "Invitation: Interview Senior Analyst", Header: []string{"MIME-Version: 1.0", `Content-Type: multipart/mixed; boundary="b"`},
		Text: "--b\nContent-Type: text/plain; charset=utf-8\n\nHi Sam, here is the invitation to your interview.\n\n--b\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n\n" + b.String() + "\n\n--b--"}
}

// The past counts in whatever order it is entered: an invitation that lies in the
// mailbox before the application is entered, after it, or came while the daemon did not
// run, makes the same of it.
func TestThePastInAnyOrder(t *testing.T) {
	first := invitation("first@acme.example", "20241115T190000Z", "20241115T200000Z", "Ngozi Okafor <ngozi@acme.example>", "Ada Stone <ada@acme.example>")
	first.At, first.MessageID = ny("2024-11-10T10:00"), "<first@acme.example>"
	second := invitation("second@acme.example", "20241204T190000Z", "20241204T200000Z", "Ngozi Okafor <ngozi@acme.example>")
	second.At, second.MessageID = ny("2024-11-14T10:00"), "<second@acme.example>"
	var plans []string
	for _, order := range []string{"mail, add", "add, mail", "add, note, mail", "mail, add, note", "mail elsewhere, add", "mail, daemon, add"} {
		p := newPlay(t, servers.Embedded(t), "2024-11-14T12:00", nil)
		var id string
		for _, step := range strings.Split(order, ", ") {
			switch step {
			case "mail", "mail elsewhere":
				box := "INBOX"
				if step != "mail" {
					box = "Archive"
				}
				for _, m := range []demo.Mail{first, second} {
					m.To = p.User
					p.must(p.Server.Deliver(p.User, box, m.Raw(), nil, m.At))
				}
			case "daemon":
				p.StartDaemon(p.ctx)
				p.must(p.Settle(p.ctx))
				p.must(p.StopDaemon())
			case "add": // he types in the first interview, and the recruiter alone
				r := contact(robin, rules.Recruiter)
				var err error
				id, err = p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York", Contacts: []rules.Contact{r},
					Interviews: []rules.Interview{{ID: "1", Start: ny("2024-11-15T14:00"), End: ny("2024-11-15T15:00"), Decision: rules.NewDate(2024, 11, 22)}}}, p.Now())
				p.must(err)
			case "note":
				a, _, err := p.Application(p.ctx, id)
				p.must(err)
				d := a.Describe()
				d.Interviews[0].Topics = []string{"the on-call rotation"}
				_, err = p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/note", At: p.Now(), What: d})
				p.must(err)
			}
		}
		p.StartDaemon(p.ctx)
		p.must(p.Settle(p.ctx))
		p.go_("2024-11-15T15:10")
		var to []string
		for _, l := range must(p.Drafts()) {
			to = append(to, l.To[strings.Index(l.To, "<"):]+" "+l.Subject)
		}
		slices.Sort(to)
		p.go_("2024-11-27T10:00")
		for _, l := range must(p.Drafts()) {
			if strings.HasPrefix(l.Subject, "Follow-up") {
				t.Errorf("%s: %s although an interview is to come on Dec 4", order, l.Subject)
			}
		}
		_, plan, err := p.Application(p.ctx, id)
		p.must(err)
		for _, f := range plan.FollowUps {
			to = append(to, fmt.Sprint(f.Kind, f.To.Address, f.Opens.UTC()))
		}
		plans = append(plans, strings.Join(to, "\n"))
		if plans[0] != plans[len(plans)-1] {
			t.Errorf("%s:\n%s\nwhere the first order gave\n%s", order, plans[len(plans)-1], plans[0])
		}
	}
	if !strings.Contains(plans[0], "ngozi@acme.example> Thank you") || !strings.Contains(plans[0], "ada@acme.example> Thank you") {
		t.Errorf("who interviewed is not thanked:\n%s", plans[0])
	}
}

// A note changes nothing of what is looked up; a new contact does.
func TestANoteReadsNothingAgain(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	for i, c := range []struct {
		change func(*rules.Described)
		looks  int
	}{
		{func(d *rules.Described) { d.Interviews[0].Topics = []string{"the on-call rotation"} }, 1},
		{func(d *rules.Described) { d.Interviews[0].Decision = rules.NewDate(2024, 11, 20) }, 1},
		{func(d *rules.Described) { d.Contacts = d.Contacts[:2] }, 1},
		{func(d *rules.Described) { d.Contacts[0].Honorific = "" }, 1},
		{func(d *rules.Described) {
			d.Contacts = append(d.Contacts, contact("Ada Stone <ada@acme.example>", rules.HiringManager))
		}, 2},
		{func(d *rules.Described) { d.Domains = []string{"ats.example"} }, 3},
		{func(d *rules.Described) { d.Interviews[0].End = ny("2024-06-15T15:00") }, 4},
	} {
		p.At(p.Now().Add(60e9))
		p.tell(id, c.change)
		if n := p.facts(id, "looked-back"); n != c.looks {
			t.Errorf("after change %d it was looked up %d times, want %d", i, n, c.looks)
		}
	}
}

// What belongs to one application for sure is no hint for another, which is entered
// later and looks through the same mail.
func TestThePastOfAnother(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
	p.StartDaemon(p.ctx)
	first := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst at Acme", Text: holding, At: p.Now()}))
	p.must(p.Settle(p.ctx))
	r := contact("Robin Hale <robin@other.example>", rules.Recruiter)
	second, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Other", Role: "Planner", Zone: "America/New_York", Contacts: []rules.Contact{r},
		Interviews: []rules.Interview{{ID: "1", End: ny("2024-11-15T15:00"), Interviewers: []string{r.Key()}}}}, p.Now())
	p.must(err)
	p.must(p.Settle(p.ctx))
	if p.facts(first, "received") != 1 || p.facts(second, "received")+p.facts(second, "hinted") != 0 {
		t.Error("another application's mail is a hint")
	}
}

// One recruiter stands for two applications. What belongs to the first, received or sent,
// stays the first's alone when the second is entered, or changed, and looks through the
// same mail.
func TestThePastOfAnotherRole(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
	p.StartDaemon(p.ctx)
	first := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.must(p.Arrive(invitation("next@acme.example", "20241204T190000Z", "20241204T200000Z", "Ngozi Okafor <ngozi@acme.example>")))
	mine := demo.Mail{From: "Sam Winter <" + p.User + ">", To: robin, Subject: "The Senior Analyst role", Text: "Dear Robin,\n\nis there any update on the decision?\n\nSam",
		MessageID: "<mine@home.example>", At: p.Now()}
	p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, mine.Raw(), nil, mine.At))
	p.must(p.Settle(p.ctx))
	r, n := contact(robin, rules.Recruiter), contact("Dr. Ngozi Okafor <ngozi@acme.example>", rules.Interviewer)
	d := rules.Described{Company: "Acme", Role: "Planner", Zone: "America/New_York", Contacts: []rules.Contact{r, n},
		Interviews: []rules.Interview{{ID: "1", End: ny("2024-11-15T15:00"), Interviewers: []string{n.Key()}}}}
	second, err := p.Store.NewApplication(p.ctx, "work", d, p.Now())
	p.must(err)
	p.must(p.Settle(p.ctx))
	d.Role = "Head Planner"
	p.At(p.Now().Add(time.Minute))
	_, err = p.Store.AddFacts(p.ctx, second, rules.Fact{Key: "user/edit", At: p.Now(), What: d})
	p.must(err)
	p.must(p.Settle(p.ctx))
	if p.facts(first, "received") != 1 || p.facts(first, "delivered") != 1 {
		t.Errorf("the first knows of its own mail: %d received, %d sent", p.facts(first, "received"), p.facts(first, "delivered"))
	}
	if p.facts(second, "received")+p.facts(second, "hinted")+p.facts(second, "delivered") != 0 {
		t.Error("another application's mail is the second's")
	}
}
