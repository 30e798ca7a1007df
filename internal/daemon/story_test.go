package daemon_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/rules"
)

var newYork = func() *time.Location {
	loc, err := time.LoadLocation("America/New_York")
	if err != nil {
		panic(err)
	}
	return loc
}()

func ny(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02T15:04", s, newYork)
	if err != nil {
		panic(err)
	}
	return t
}

const (
	ngozi = "Dr. Ngozi Okafor <ngozi@acme.example>"
	tomas = "Tomás Rivera <tomas@acme.example>"
	robin = "Robin Hale <robin@acme.example>"
)

// play is a stage with a test around it: what fails ends the test.
type play struct {
	*demo.Stage
	t   testing.TB
	ctx context.Context
	log io.Writer // of the daemon; nil for nowhere
}

func newPlay(t testing.TB, server *servers.Server, start string, change func(*demo.Options)) *play {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	o := demo.Options{Server: server.Server, Dir: t.TempDir(), Start: ny(start)}
	told := &tail{}
	o.Log = told
	if testing.Verbose() && os.Getenv("AFTERWORD_TEST_LOG") != "" {
		o.Log = os.Stderr
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the daemon's log ends so:\n%s", told)
		}
	})
	if change != nil {
		change(&o)
	}
	s, err := demo.New(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return &play{s, t, ctx, o.Log}
}

func (p *play) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func contact(s string, part rules.Part) rules.Contact {
	c, err := rules.ParseContact(s, part)
	if err != nil {
		panic(err)
	}
	return c
}

// add enters the interview of the story.
func (p *play) add(ended, decision string) string {
	p.t.Helper()
	n, to, r := contact(ngozi, rules.Interviewer), contact(tomas, rules.Interviewer), contact(robin, rules.Recruiter)
	v := rules.Interview{ID: "1", End: ny(ended), Interviewers: []string{n.Key(), to.Key()}, Topics: []string{"the move to the new data warehouse", "quarterly forecasting"}}
	if decision != "" {
		d, err := rules.ParseDate(decision)
		p.must(err)
		v.Decision = d
	}
	id, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York",
		Contacts: []rules.Contact{n, to, r}, Interviews: []rules.Interview{v}}, p.Now())
	p.must(err)
	return id
}

func (p *play) go_(when string) {
	p.t.Helper()
	p.must(p.Go(p.ctx, ny(when)))
}

// drafts returns the drafts that stand, in order of their recipients.
func (p *play) drafts(want int) []demo.Letter {
	p.t.Helper()
	list, err := p.Drafts()
	p.must(err)
	if len(list) != want {
		var have []string
		for _, l := range list {
			have = append(have, l.To+": "+l.Subject)
		}
		p.t.Fatalf("%d drafts stand, want %d: %q", len(list), want, have)
	}
	slices.SortFunc(list, func(a, b demo.Letter) int { return strings.Compare(a.To, b.To) })
	return list
}

func (p *play) said(id, words string) {
	p.t.Helper()
	entries, err := p.Store.Entries(p.ctx, id, 0)
	p.must(err)
	if !slices.ContainsFunc(entries, func(e store.Entry) bool { return strings.Contains(e.What+" "+e.Why, words) }) {
		p.t.Errorf("the log does not say %q: %+v", words, entries)
	}
}

func (p *play) state(id string, want rules.State) rules.Schedule {
	p.t.Helper()
	_, plan, err := p.Application(p.ctx, id)
	p.must(err)
	if plan.State != want {
		p.t.Errorf("%s is %s, want %s (%v)", id, plan.State, want, plan.Reasons)
	}
	return plan
}

// onEach runs a test against every server that there is.
func onEach(t *testing.T, test func(t *testing.T, server *servers.Server)) {
	for name, start := range map[string]func(testing.TB) *servers.Server{
		"embedded": func(t testing.TB) *servers.Server { return servers.Embedded(t) },
		"dovecot":  func(t testing.TB) *servers.Server { return servers.Dovecot(t, servers.Default) },
	} {
		t.Run(name, func(t *testing.T) { test(t, start(t)) })
	}
}

// TestStory is the whole story, on every make and shape of server.
func TestStory(t *testing.T) {
	story := func(t *testing.T, server *servers.Server) {
		p := newPlay(t, server, "2024-11-15T14:00", nil)
		p.StartDaemon(p.ctx)
		id := p.add("2024-11-15T15:00", "2024-11-22")
		p.go_("2024-11-15T14:30")
		p.drafts(0)

		// The interview ends: two letters, each to its own person.
		p.go_("2024-11-15T15:00")
		thanks := p.drafts(2)
		for _, l := range thanks {
			if l.Subject != "Thank you: Senior Analyst Interview – Nov 15" {
				t.Errorf("subject %q", l.Subject)
			}
			if !slices.Contains(l.Flags, `\Draft`) || !slices.Contains(l.Flags, `\Seen`) {
				t.Errorf("flags %q", l.Flags)
			}
			if l.InReplyTo != "" {
				t.Errorf("a thank-you opens a conversation of its own: %q", l.InReplyTo)
			}
		}
		if !strings.Contains(thanks[0].Text, "Dear Dr. Okafor") || !strings.Contains(thanks[1].Text, "Dear Tomás") || thanks[0].Text == thanks[1].Text {
			t.Errorf("%s\n%s", thanks[0].Text, thanks[1].Text)
		}

		// One is sent from a client, with a word changed; the other is deleted.
		p.At(ny("2024-11-15T17:00"))
		_, err := p.Send(thanks[0], func(s string) string { return strings.Replace(s, "Thank", "Many thanks. Thank", 1) })
		p.must(err)
		p.must(p.Discard(thanks[1]))
		p.go_("2024-11-15T17:01")
		p.go_("2024-11-15T17:05")
		p.drafts(0)
		plan := p.state(id, rules.Active)
		for key, want := range map[string]rules.Status{"thank-you/1/ngozi@acme.example": rules.Sent, "thank-you/1/tomas@acme.example": rules.Declined} {
			i := slices.IndexFunc(plan.FollowUps, func(f rules.FollowUp) bool { return f.Key == key })
			if i < 0 || plan.FollowUps[i].Status != want {
				t.Errorf("%s: %+v", key, plan.FollowUps)
			}
		}

		// An absence stops nothing.
		p.must(p.Arrive(demo.Mail{From: robin, Subject: "Automatic reply: Thank you", Header: []string{"Auto-Submitted: auto-replied"},
			Text: "I am out of the office and will be back on Tuesday, November 19, 2024."}))
		p.go_("2024-11-16T10:00")

		// The decision date passes: three check-ins, each shorter.
		p.go_("2024-11-26T08:59")
		p.drafts(0)
		words := 1000
		var first string
		for n, when := range []string{"2024-11-26T09:00", "2024-12-04T09:00", "2024-12-11T09:00"} {
			p.go_(when)
			l := p.drafts(1)[0]
			if !strings.Contains(l.To, "robin@acme.example") {
				t.Errorf("check-in %d goes to %s", n+1, l.To)
			}
			if n == 0 && l.InReplyTo != "" || n > 0 && l.InReplyTo != first {
				t.Errorf("check-in %d answers %q, not %q", n+1, l.InReplyTo, first)
			}
			if got := len(strings.Fields(l.Text)); got >= words {
				t.Errorf("check-in %d has %d words, the one before %d:\n%s", n+1, got, words, l.Text)
			} else {
				words = got
			}
			sent, err := p.Send(l, nil)
			p.must(err)
			if n == 0 {
				first = sent.MessageID
			}
			p.must(p.Settle(p.ctx))
			p.drafts(0)
		}
		p.go_("2024-12-20T17:00")
		p.drafts(0)
		p.state(id, rules.Quiet)
		p.said(id, "time to shift focus")
	}
	servers.Each(t, story)
	for _, shape := range servers.Variants {
		if shape != servers.Default {
			t.Run("dovecot "+string(shape), func(t *testing.T) { story(t, servers.Dovecot(t, shape)) })
		}
	}
}

func TestAnAnswerStopsEverything(t *testing.T) {
	onEach(t, func(t *testing.T, server *servers.Server) {
		p := newPlay(t, server, "2024-11-15T15:00", nil)
		p.StartDaemon(p.ctx)
		id := p.add("2024-11-15T15:00", "2024-11-22")
		p.must(p.Settle(p.ctx))
		p.drafts(2)
		p.go_("2024-11-26T09:00")
		thanks := p.drafts(3) // two overdue thank-yous stay where they are
		p.must(p.Edit(thanks[2], func(s string) string { return s + "\nP.S. I can start in March.\n" }))
		p.go_("2024-11-26T09:05")
		p.drafts(3)
		p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe are still talking to other candidates and will be in touch.\n\nRobin"}))
		p.go_("2024-11-26T10:00")
		left := p.drafts(1)
		if !strings.Contains(left[0].Text, "P.S. I can start in March.") {
			t.Errorf("the edited draft is not the one that is left: %s", left[0].Text)
		}
		trash, err := p.Letters(server.Boxes.Trash)
		p.must(err)
		if len(trash) != 2 {
			t.Errorf("%d in Trash", len(trash))
		}
		p.said(id, "Robin Hale wrote")
		p.said(id, "may be out of date")
	})
}

func TestOutcomes(t *testing.T) {
	for kind, text := range map[string]string{
		"offer-reply":     "Dear Sam,\n\nwe are delighted to offer you the position of Senior Analyst. Please let us know your decision by December 3, 2024.\n\nBest regards,\nRobin Hale",
		"rejection-reply": "Dear Sam,\n\nthank you for your time. Unfortunately, we have decided to move forward with another candidate for the Senior Analyst position.\n\nBest regards,\nRobin Hale",
	} {
		t.Run(kind, func(t *testing.T) {
			onEach(t, func(t *testing.T, server *servers.Server) {
				p := newPlay(t, server, "2024-11-15T15:00", nil)
				p.StartDaemon(p.ctx)
				p.add("2024-11-15T15:00", "2024-11-22")
				p.must(p.Settle(p.ctx))
				p.drafts(2)
				m := demo.Mail{From: robin, Subject: "Senior Analyst at Acme", Text: text, MessageID: "<answer@acme.example>", At: ny("2024-11-22T11:00")}
				p.must(p.Arrive(m))
				p.go_("2024-11-22T11:01")
				l := p.drafts(1)[0]
				if l.Subject != "Re: Senior Analyst at Acme" || l.InReplyTo != m.MessageID || !strings.Contains(l.References, m.MessageID) || !strings.Contains(l.To, "robin@acme.example") {
					t.Errorf("%+v", l)
				}
				if kind == "offer-reply" && !strings.Contains(strings.Join(strings.Fields(l.Text), " "), "December 3") {
					t.Errorf("the deadline is not named: %s", l.Text)
				}
			})
		})
	}
}

func TestBounceMarksTheContact(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	standing, err := p.Drafts()
	p.must(err)
	p.must(p.Arrive(demo.Mail{From: "Mail Delivery System <mailer-daemon@home.example>", Subject: "Undelivered Mail Returned to Sender",
		Header: []string{"Auto-Submitted: auto-replied", `Content-Type: multipart/report; report-type=delivery-status; boundary="b"`, "MIME-Version: 1.0"},
		Text: "--b\nContent-Type: text/plain\n\nThis is the mail system. Your message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\n" +
			"Reporting-MTA: dns; home.example\n\nFinal-Recipient: rfc822; robin@acme.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: " + standing[0].MessageID + "\n\n--b--\n"}))
	p.go_("2024-11-26T09:00")
	p.drafts(2) // the thank-yous, and no check-in to an address that fails
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	if a.Failing["robin@acme.example"] == "" {
		t.Errorf("failing: %v", a.Failing)
	}
	p.said(id, "came back")
}

func TestNotesAreWrittenIn(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "")
	p.must(p.Settle(p.ctx))
	p.drafts(2)
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	d := a.Facts[0].What.(rules.Described)
	d.Interviews = slices.Clone(d.Interviews)
	d.Interviews[0].Topics = []string{"the on-call rotation", "the hiring plan"}
	p.At(ny("2024-11-15T15:30"))
	_, err = p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/2", At: p.Now(), What: d})
	p.must(err)
	p.must(p.Settle(p.ctx))
	both := p.drafts(2)
	if !strings.Contains(both[0].Text+both[1].Text, "on-call rotation") {
		t.Errorf("%s\n%s", both[0].Text, both[1].Text)
	}
}

// A second daemon on the same store is refused, with a clear word.
func TestSecondDaemon(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	unlock, err := p.Store.LockDaemon()
	if err == nil {
		_ = unlock()
		t.Fatal("the store is not locked")
	}
	if !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) {
		t.Errorf("%v", err)
	}
}

// Many applications for one title: where the wordings run out, those that other
// companies have read are said again, and every draft is placed.
func TestManyApplicationsForOneTitle(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-26T09:00", nil)
	const many = 30
	for n := range many {
		r := contact(fmt.Sprintf("Rob Hale <rob@firm%02d.example>", n), rules.Recruiter)
		_, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: fmt.Sprintf("Firm %02d", n), Role: "Data Engineer", Zone: "America/New_York", Contacts: []rules.Contact{r},
			Interviews: []rules.Interview{{ID: "1", End: ny("2024-11-11T15:00"), Decision: rules.NewDate(2024, 11, 22)}}}, p.Now())
		p.must(err)
	}
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	p.drafts(many)
}

// The user changes the subject of a draft, and his client the Message-ID: it is
// his own draft all the same.
func TestEditedSubject(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "")
	p.must(p.Settle(p.ctx))
	l := p.drafts(2)[1]
	l.Subject = "Thanks: Senior Analyst Interview"
	p.must(p.Edit(l, func(s string) string { return s }))
	for _, when := range []string{"2024-11-15T15:05", "2024-11-15T15:10", "2024-11-15T15:20"} {
		p.go_(when)
	}
	p.drafts(2)
	p.said(id, "you edited the draft of thank-you to tomas@acme.example")
}
