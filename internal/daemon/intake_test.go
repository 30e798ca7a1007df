package daemon_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/intake"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// appointment is a mail with a calendar part.
type appointment struct {
	uid, method, status string
	sequence            int
	start, end          time.Time
	summary             string
	organizer           string
	people              []string // "Name <address>"
}

func (v appointment) raw(m demo.Mail) []byte {
	person := func(property, one string, params string) string {
		c, err := rules.ParseContact(one, rules.Interviewer)
		if err != nil {
			panic(err)
		}
		return fmt.Sprintf("%s;CN=\"%s\"%s:mailto:%s\r\n", property, c.Name, params, c.Address)
	}
	var b strings.Builder
	if v.method == "" {
		v.method, v.status = "REQUEST", "CONFIRMED"
	}
	const stamp = "20060102T150405Z"
	fmt.Fprintf(&b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:%s\r\nSEQUENCE:%d\r\nDTSTAMP:%s\r\nDTSTART:%s\r\nDTEND:%s\r\nSUMMARY:%s\r\nSTATUS:%s\r\n",
		v.method, v.uid, v.sequence, m.At.UTC().Format(stamp), v.start.UTC().Format(stamp), v.end.UTC().Format(stamp), v.summary, v.status)
	b.WriteString(person("ORGANIZER", v.organizer, ""))
	for _, p := range v.people {
		b.WriteString(person("ATTENDEE", p, ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED"))
	}
	b.WriteString("END:VEVENT\r\nEND:VCALENDAR\r\n")
	text := m.Text
	m.Header = append(m.Header, "MIME-Version: 1.0", `Content-Type: multipart/alternative; boundary="part"`)
	m.Text = ""
	raw := strings.TrimRight(string(m.Raw()), "\r\n")
	return []byte(raw + "\r\n\r\n--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n") +
		"\r\n--part\r\nContent-Type: text/calendar; charset=utf-8; method=" + v.method + "\r\n\r\n" + b.String() + "--part--\r\n")
}

// arrives delivers an invitation to the Inbox.
func (p *play) arrives(m demo.Mail, v appointment) {
	p.t.Helper()
	if m.To == "" {
		m.To = "Sam Winter <" + p.User + ">"
	}
	v.people = append(v.people, "Sam Winter <"+p.User+">")
	p.must(p.Server.Deliver(p.User, p.Server.Boxes.Inbox, v.raw(m), nil, m.At))
}

// finds returns what was found, in order.
func (p *play) finds(want int) []intake.Find {
	p.t.Helper()
	list := p.found()
	if len(list) != want {
		p.t.Fatalf("%d finds, want %d: %+v", len(list), want, list)
	}
	return list
}

// found returns what was found in all accounts.
func (p *play) found() []intake.Find {
	var names []string
	for _, a := range p.Config.Accounts {
		names = append(names, a.Name)
	}
	return must(daemon.Finds(p.ctx, p.Store, names...))
}

// says answers a find as a command does.
func (p *play) says(tag string, word intake.Word, fields intake.Fields) daemon.Outcome {
	p.t.Helper()
	out, err := daemon.Answer(p.ctx, p.Store, p.Config.Accounts, p.Config.Accounts[0].Name, intake.Answered{Tag: tag, Word: word, Fields: fields, Where: "command"}, fmt.Sprint(time.Now().UnixNano()), p.Now())
	p.must(err)
	return out
}

// acmeInvites is the invitation of the story.
func acmeInvites(at string) (demo.Mail, appointment) {
	return demo.Mail{From: robin, Subject: "Invitation: Interview Senior Analyst", At: ny(at), MessageID: "<invitation@acme.example>",
			Text: "Hi Sam,\n\nwe are happy to invite you to an interview for the position of Senior Analyst at Acme. You will meet Dr. Ngozi Okafor, Head of Data.\n\nBest regards,\nRobin Hale\nTalent Acquisition, Acme"},
		appointment{uid: "one@acme.example", start: ny("2024-11-15T14:00"), end: ny("2024-11-15T15:00"), summary: "Interview Senior Analyst, Acme", organizer: robin, people: []string{ngozi, robin}}
}

// An invitation of a company that nobody knew is asked about; a yes makes the
// application, and the interviewer is thanked when the interview is over.
func TestAnInvitationBecomesAnApplication(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-12T10:00", nil)
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	p.arrives(acmeInvites("2024-11-12T10:05"))
	p.go_("2024-11-12T10:06")
	find := p.finds(1)[0]
	if find.State != intake.Asked || find.Company != "Acme" || find.Role != "Senior Analyst" || !find.Start().Equal(ny("2024-11-15T14:00")) || !intake.IsTag(find.Tag) {
		t.Errorf("%+v", find)
	}
	if proven := find.Proven(); len(proven) != 1 || proven[0].Address != "ngozi@acme.example" {
		t.Errorf("proven: %+v", proven)
	}
	p.drafts(0)
	p.go_("2024-11-15T15:01")
	p.drafts(0) // nothing before the answer
	out := p.says(find.Tag, intake.Yes, intake.Fields{})
	if !out.New || out.Application != "acme" {
		t.Fatalf("%+v", out)
	}
	p.go_("2024-11-15T15:02")
	if list := p.drafts(1); !strings.Contains(list[0].To, "ngozi@acme.example") || !strings.Contains(list[0].Subject, "Senior Analyst") {
		t.Errorf("%+v", list)
	}
	if find := p.finds(1)[0]; find.State != intake.Running || find.Application != "acme" {
		t.Errorf("%+v", find)
	}
	p.says(find.Tag, intake.No, intake.Fields{})
	p.go_("2024-11-15T15:04")
	p.drafts(0)
	p.state("acme", rules.Halted)
	p.says(find.Tag, intake.Yes, intake.Fields{})
	p.go_("2024-11-15T15:06")
	p.drafts(1)
}

// A mailbox in the middle of a search is read once: what runs is set up with one yes, past
// interviews have the right clock, and nobody is thanked late.
func TestTheFirstStartFindsWhatRuns(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-14T12:00", nil)
	roles := []string{"Senior Analyst", "Data Engineer", "Product Manager", "Controller", "Designer", "Team Lead"}
	for i, company := range []string{"Acme", "Nordwind", "Kestrel", "Tidepool", "Marlow", "Pinecrest"} {
		domain := strings.ToLower(company) + ".example"
		day := ny("2024-11-01T10:00").AddDate(0, 0, 3*i) // three are over, one is under way, two are to come
		p.must(p.Arrive(demo.Mail{From: company + " <careers@" + domain + ">", Subject: "Thank you for applying to " + company, At: day.AddDate(0, 0, -9),
			Text: fmt.Sprintf("Hi Sam,\n\nthank you for applying for the position of %s at %s. We have received your application and will review it.\n\nThe %s recruiting team", roles[i], company, company)}))
		recruiter := "Robin Hale <robin@" + domain + ">"
		m := demo.Mail{From: recruiter, Subject: "Invitation: Interview with " + company, At: day.AddDate(0, 0, -5), MessageID: "<invitation@" + domain + ">",
			Text: fmt.Sprintf("Hi Sam,\n\nwe are happy to invite you to an interview at %s.\n\nBest regards,\nRobin Hale\nTalent Acquisition, %s", company, company)}
		p.arrives(m, appointment{uid: "one@" + domain, start: day, end: day.Add(time.Hour), summary: "Interview, " + company, organizer: recruiter, people: []string{"Ada Stone <ada@" + domain + ">", recruiter}})
	}
	p.must(p.Arrive(demo.Mail{From: "Robin Hale <robin@nordwind.example>", Subject: "Re: Interview with Nordwind", Answers: "<invitation@nordwind.example>", At: ny("2024-11-11T09:00"),
		Text: "Dear Sam,\n\nthank you for your time. Unfortunately, we have decided to move forward with other candidates for the position of Data Engineer.\n\nKind regards,\nRobin Hale"}))
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	for i, f := range p.finds(6) {
		if f.State != intake.Asked || len(f.Lacks()) > 0 {
			t.Errorf("%s is %s and lacks %q", f.Title(), f.State, f.Lacks())
		}
		if i == 1 && f.Role != "Data Engineer" {
			t.Errorf("its role is %q", f.Role)
		}
		p.says(f.Tag, intake.Yes, intake.Fields{})
	}
	p.drafts(0)
	p.must(p.Settle(p.ctx))
	for id, want := range map[string]rules.State{"acme": rules.Active, "nordwind": rules.Rejected, "kestrel": rules.Active, "pinecrest": rules.Active} {
		p.state(id, want)
	}
	// The two of this week are thanked for, the check-in of the first is due, and the
	// rejection is answered.
	for _, l := range p.drafts(4) {
		if strings.HasPrefix(l.Subject, "Thank you") && !strings.Contains(l.To, "tidepool") && !strings.Contains(l.To, "marlow") {
			t.Errorf("a late thank-you: %s: %s", l.To, l.Subject)
		}
	}
	p.must(p.StopDaemon())
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	for _, f := range p.finds(6) {
		if f.State != intake.Running {
			t.Errorf("%s is %s after another start", f.Title(), f.State)
		}
	}
}

// move moves the message with an identifier from one mailbox into another, as a user does.
func (p *play) move(id, from, to string) {
	p.t.Helper()
	list, err := p.Server.Messages(p.User, from)
	p.must(err)
	for _, m := range list {
		if strings.Contains(string(m.Raw), "Message-ID: "+id) {
			p.must(p.Server.Move(p.User, from, to, m.UID))
			return
		}
	}
	p.t.Fatalf("%s is not in %s", id, from)
}

// The mailboxes to answer in are made when there is something to answer. What the user
// moves there is his answer, and what he moves out again is taken back; deleting it is
// nothing.
func TestAnswersByMovingMail(t *testing.T) {
	for name, server := range map[string]func(testing.TB) *servers.Server{
		"embedded": func(t testing.TB) *servers.Server { return servers.Embedded(t) },
		"dovecot":  func(t testing.TB) *servers.Server { return servers.Dovecot(t, servers.Default) },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, server(t), "2024-11-12T10:00", nil)
			inbox, yes, no, stop := p.Server.Boxes.Inbox, "Afterword/Yes", "Afterword/No", "Afterword/Stop"
			if name == "dovecot" { // its separator is another one
				yes, no, stop = "Afterword.Yes", "Afterword.No", "Afterword.Stop"
			}
			p.StartDaemon(p.ctx)
			p.must(p.Settle(p.ctx))
			p.arrives(acmeInvites("2024-11-12T10:05"))
			p.go_("2024-11-12T10:06")
			p.move("<invitation@acme.example>", inbox, no)
			p.go_("2024-11-12T10:08")
			if f := p.finds(1)[0]; f.State != intake.Dismissed {
				t.Fatalf("in No it is %s", f.State)
			}
			p.move("<invitation@acme.example>", no, inbox)
			p.go_("2024-11-12T10:10")
			if f := p.finds(1)[0]; f.State != intake.Asked {
				t.Fatalf("out of No it is %s", f.State)
			}
			p.move("<invitation@acme.example>", inbox, yes)
			p.go_("2024-11-15T15:02")
			p.drafts(1)
			p.said("acme", yes)
			p.move("<invitation@acme.example>", yes, inbox)
			p.go_("2024-11-15T15:04")
			p.drafts(0)
			p.state("acme", rules.Halted)
			p.move("<invitation@acme.example>", inbox, yes)
			p.go_("2024-11-15T15:06")
			p.drafts(1)
			p.move("<invitation@acme.example>", yes, p.Server.Boxes.Trash) // he tidies up
			p.go_("2024-11-15T15:08")
			p.drafts(1)
			// Mail of an application stops it.
			p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", MessageID: "<news@acme.example>", At: ny("2024-11-15T15:08"), Text: "Hi Sam,\n\nthe team enjoyed it.\n\nRobin"}))
			p.go_("2024-11-15T15:09")
			p.move("<news@acme.example>", inbox, stop)
			p.go_("2024-11-15T15:10")
			p.drafts(0)
			p.state("acme", rules.Halted)
			p.move("<news@acme.example>", stop, inbox)
			p.go_("2024-11-15T15:12")
			if a, _, err := p.Application(p.ctx, "acme"); err != nil || a.Stopped {
				t.Errorf("it is still stopped (%v)", err)
			}
			// What nothing was read in is an interview if he says so; he is asked for the rest.
			p.must(p.Arrive(demo.Mail{From: "Ole Lund <ole@nordwind.example>", Subject: "our talk", MessageID: "<talk@nordwind.example>", At: ny("2024-11-15T15:12"), Text: "Hi Sam,\n\nlooking forward to it.\n\nOle"}))
			p.go_("2024-11-15T15:13")
			p.move("<talk@nordwind.example>", inbox, yes)
			p.go_("2024-11-15T15:14")
			if f := p.finds(2)[1]; f.State != intake.Confirmed || len(f.Lacks()) == 0 {
				t.Errorf("it is %s and lacks %q", f.State, f.Lacks())
			}
		})
	}
}

// A dismissal holds, whatever tells of the interview again, and after another start.
func TestADismissalHolds(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-12T10:00", nil)
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	m, v := acmeInvites("2024-11-12T10:05")
	p.arrives(m, v)
	p.go_("2024-11-12T10:06")
	p.says(p.finds(1)[0].Tag, intake.No, intake.Fields{})
	m.MessageID, m.Subject, m.At = "<moved@acme.example>", "Updated invitation: Interview Senior Analyst", ny("2024-11-12T11:00")
	v.sequence, v.start, v.end = 1, ny("2024-11-18T14:00"), ny("2024-11-18T15:00")
	p.arrives(m, v)
	p.go_("2024-11-12T11:01")
	p.must(p.StopDaemon())
	p.StartDaemon(p.ctx)
	p.go_("2024-11-18T15:10")
	if f := p.finds(1)[0]; f.State != intake.Dismissed || len(f.Mail) != 2 {
		t.Errorf("it is %s by %d messages", f.State, len(f.Mail))
	}
	p.drafts(0)
}

// Two roles at one company stay two: an invitation to the other one is asked about, and
// enters nothing.
func TestAnotherRoleIsAskedAbout(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-12T10:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-11T15:00", "2024-12-20")
	p.must(p.Settle(p.ctx))
	m, v := acmeInvites("2024-11-12T10:05")
	m.Subject, v.summary = "Invitation: Interview Data Engineer", "Interview Data Engineer, Acme"
	m.Text = strings.ReplaceAll(m.Text, "Senior Analyst", "Data Engineer")
	p.arrives(m, v)
	p.go_("2024-11-12T10:06")
	f := p.finds(1)[0]
	if f.State != intake.Asked || f.Role != "Data Engineer" {
		t.Errorf("%s is %s", f.Title(), f.State)
	}
	if a, _, err := p.Application(p.ctx, id); err != nil || len(a.Interviews) != 1 {
		t.Errorf("the first has %d interviews (%v)", len(a.Interviews), err)
	}
	if out := p.says(f.Tag, intake.Yes, intake.Fields{}); !out.New || out.Application == id {
		t.Errorf("%+v", out)
	}
	p.go_("2024-11-15T15:02")
	p.state(out(p.finds(1)[0]), rules.Active)
	// What the invitation is has been said: the drafts of the first do not wait for it.
	if plan := p.state(id, rules.Active); len(plan.Asked) > 0 {
		t.Errorf("it is still asked: %+v", plan.Asked)
	}
}

func out(f intake.Find) string { return f.Application }
