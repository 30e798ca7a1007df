package simulate

import (
	"fmt"
	"mime"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
)

// newYork is where the user of these tests lives, and works.
var newYork = func() *time.Location {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		zone = time.UTC
	}
	return zone
}()

// on is an instant of the year in which all this happens.
func on(month time.Month, day, hour, minute int) time.Time {
	return time.Date(2026, month, day, hour, minute, 0, 0, newYork)
}

const me = "Sam Winter <sam@winter.example>"

// A post is a mailbox that is filled.
type post struct {
	letters []letter
}

type letter struct {
	at   time.Time
	sent bool
	raw  string
}

// add adds a message and returns its Message-ID without brackets.
func (p *post) add(at time.Time, from, to, subject, text string, header ...string) string {
	id := fmt.Sprintf("m%03d@mail.example", len(p.letters)+1)
	if !slices.ContainsFunc(header, func(h string) bool { return strings.HasPrefix(h, "Content-Type:") }) {
		header = append(header, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8")
	}
	raw := fmt.Sprintf("From: %s\nTo: %s\nSubject: %s\nDate: %s\nMessage-ID: <%s>\n%s\n\n%s\n", from, to, mime.QEncoding.Encode("utf-8", subject), at.Format(time.RFC1123Z), id,
		strings.Join(header, "\n"), text)
	p.letters = append(p.letters, letter{at, strings.Contains(from, "sam@winter.example"), raw})
	return id
}

// answers are the header lines of an answer.
func answers(id string) string { return fmt.Sprintf("In-Reply-To: <%s>\nReferences: <%s>", id, id) }

// An event is what a calendar file tells.
type event struct {
	uid, method, summary, organizer, text string
	sequence                              int
	start                                 time.Time
	length                                time.Duration
	attendees                             []string
}

// invite adds a message with a calendar part.
func (p *post) invite(at time.Time, from, subject, text string, e event) string {
	utc := func(t time.Time) string { return t.UTC().Format("20060102T150405Z") }
	address := func(s string) (name, mailto string) {
		name, mailto, _ = strings.Cut(strings.TrimSuffix(s, ">"), " <")
		return name, mailto
	}
	status := "CONFIRMED"
	if e.method == "CANCEL" {
		status = "CANCELLED"
	}
	lines := []string{"BEGIN:VCALENDAR", "PRODID:-//invented//EN", "VERSION:2.0", "METHOD:" + e.method, "BEGIN:VEVENT", "UID:" + e.uid,
		fmt.Sprint("SEQUENCE:", e.sequence), "DTSTAMP:" + utc(at), "DTSTART:" + utc(e.start), "DTEND:" + utc(e.start.Add(e.length)), "STATUS:" + status, "SUMMARY:" + e.summary}
	name, mailto := address(e.organizer)
	lines = append(lines, fmt.Sprintf("ORGANIZER;CN=%s:mailto:%s", name, mailto))
	for _, one := range append(e.attendees, me) {
		name, mailto := address(one)
		lines = append(lines, fmt.Sprintf("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=%s:mailto:%s", name, mailto))
	}
	lines = append(lines, "DESCRIPTION:"+e.text, "END:VEVENT", "END:VCALENDAR")
	body := "--b1\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n--b1\nContent-Type: text/calendar; charset=utf-8; method=" + e.method + "\n\n" + strings.Join(lines, "\n") + "\n--b1--"
	return p.add(at, from, me, subject, body, "MIME-Version: 1.0", `Content-Type: multipart/mixed; boundary="b1"`)
}

// mbox writes the post into a file in mbox form.
func (p *post) mbox(t testing.TB) string {
	t.Helper()
	var b strings.Builder
	for _, l := range p.letters {
		fmt.Fprintf(&b, "From nobody %s\n%s\n", l.at.UTC().Format(time.ANSIC), l.raw)
	}
	path := filepath.Join(t.TempDir(), "post.mbox")
	if err := os.WriteFile(path, []byte(b.String()), 0o400); err != nil {
		t.Fatal(err)
	}
	return path
}

// configOfSam is the config of the user of these tests.
func configOfSam() *config.Config {
	c := config.Default()
	c.Letters.Templates = ""
	c.Accounts = []config.Account{{Name: "work", Address: "sam@winter.example", FromName: "Sam Winter", Zone: "America/New_York", Holidays: "US", Language: "en"}}
	return c
}

// halfYear is the mail of half a year: five applications, and what else comes.
func halfYear() *post {
	p := &post{}
	acme(p)
	borealis(p)
	cobalt(p)
	delphi(p)
	for i := range 60 {
		p.add(on(6, 1, 7, 30).AddDate(0, 0, 3*i), "Morning Paper <letter@paper.example>", me, fmt.Sprintf("The morning paper, number %d", i), "News of the day.", "List-Id: <morning.paper.example>", "Precedence: bulk")
	}
	p.invite(on(8, 3, 9, 0), "Dental Practice <desk@teeth.example>", "Your appointment", "Please come ten minutes early.", event{uid: "t1@teeth.example", method: "REQUEST",
		summary: "Check-up", organizer: "Dental Practice <desk@teeth.example>", start: on(8, 12, 8, 0), length: 30 * time.Minute})
	slices.SortStableFunc(p.letters, func(a, b letter) int { return a.at.Compare(b.at) })
	return p
}

const ngozi, tomas, robin = "Ngozi Okafor <ngozi.okafor@acme.example>", "Tomás Rivera <tomas.rivera@acme.example>", "Robin Hale <robin.hale@acme.example>"

// acme interviews, the user thanks one of two by himself, asks once, and is refused.
func acme(p *post) {
	p.add(on(6, 3, 10, 0), "Acme <no-reply@acme.example>", me, "We received your application for Senior Analyst", "Dear Sam,\n\nthank you for applying for the position of Senior Analyst at Acme. We have received your application.\n\nAcme", "Auto-Submitted: auto-generated")
	talk := p.invite(on(6, 9, 14, 0), robin, "Invitation: Interview Senior Analyst at Acme, Jun 16", "Hi Sam,\n\nwe would like to invite you to an interview for the Senior Analyst position at Acme. You will talk with Ngozi Okafor and Tomás Rivera.\n\nWe will decide by June 26.\n\nBest,\nRobin Hale\nRecruiter, Acme",
		event{uid: "a1@acme.example", method: "REQUEST", summary: "Interview Senior Analyst: Sam Winter and Acme", organizer: robin, start: on(6, 16, 14, 0), length: time.Hour, attendees: []string{ngozi, tomas}})
	p.add(on(6, 9, 18, 0), me, robin, "Re: Invitation: Interview Senior Analyst at Acme, Jun 16", "Hi Robin,\n\nthat suits me well. See you on Tuesday.\n\nBest,\nSam", answers(talk))
	p.add(on(6, 16, 19, 30), me, ngozi, "Thank you", "Dear Ngozi,\n\nthank you for the good conversation about the data warehouse today.\n\nBest,\nSam")
	asked := p.add(on(6, 30, 11, 0), me, robin, "Senior Analyst", "Hi Robin,\n\nI wanted to ask whether there is any update on the decision about the Senior Analyst position.\n\nBest,\nSam")
	p.add(on(7, 2, 16, 0), robin, me, "Re: Senior Analyst", "Dear Sam,\n\nthank you for your patience. Unfortunately, we have decided to move forward with another candidate for the Senior Analyst position.\n\nKind regards,\nRobin", answers(asked))
}

const mei, jonas = "Mei Tanaka <mei.tanaka@borealis.example>", "Jonas Weber <jonas.weber@borealis.example>"

// borealis moves the interview once, names a date, and offers.
func borealis(p *post) {
	e := event{uid: "b1@borealis.example", method: "REQUEST", summary: "Interview Grid Planner, Borealis Energy", organizer: mei, start: on(7, 14, 10, 0), length: time.Hour, attendees: []string{jonas}}
	first := p.invite(on(7, 6, 9, 0), mei, "Invitation: Interview Grid Planner, Borealis Energy", "Dear Sam,\n\nplease find the invitation to your interview for the Grid Planner position with Jonas Weber, our Head of Grid.\n\nBest regards,\nMei Tanaka\nTalent Partner, Borealis Energy", e)
	e.sequence, e.start = 1, on(7, 16, 13, 0)
	p.invite(on(7, 10, 15, 0), mei, "Updated invitation: Interview Grid Planner, Borealis Energy", "Dear Sam,\n\nJonas has to travel, so we had to move the interview.\n\nMei", e)
	p.add(on(7, 21, 9, 40), mei, me, "Re: Interview Grid Planner, Borealis Energy", "Dear Sam,\n\nthank you for your patience. We will make our decision by July 31.\n\nMei", answers(first))
	p.add(on(7, 30, 14, 0), mei, me, "Your application at Borealis Energy", "Dear Sam,\n\nwe are delighted to offer you the position of Grid Planner. The written offer is attached. Please let us know your decision by August 7.\n\nBest regards,\nMei Tanaka", answers(first))
}

const ines, femi = "Inês Costa <ines.costa@cobalt.example>", "Femi Adeyemi <femi.adeyemi@cobalt.example>"

// cobalt interviews and is never heard of again; the user does nothing.
func cobalt(p *post) {
	p.invite(on(8, 17, 11, 0), ines, "Invitation: Cobalt Labs, Data Engineer interview", "Hello Sam,\n\nwe look forward to talking with you about the Data Engineer position at Cobalt Labs. You will meet Femi Adeyemi.\n\nInês Costa\nCobalt Labs",
		event{uid: "c1@cobalt.example", method: "REQUEST", summary: "Data Engineer interview: Sam Winter and Femi Adeyemi, Cobalt Labs", organizer: ines, start: on(8, 25, 15, 0), length: 45 * time.Minute, attendees: []string{femi}})
}

const lena = "Lena Brandt <lena.brandt@delphi.example>"

// delphi calls the interview off before it takes place.
func delphi(p *post) {
	e := event{uid: "d1@delphi.example", method: "REQUEST", summary: "Interview Reporting Lead, Delphi Media", organizer: lena, start: on(9, 22, 9, 0), length: time.Hour, attendees: []string{"Piotr Zielinski <piotr.zielinski@delphi.example>"}}
	p.invite(on(9, 14, 9, 0), lena, "Invitation: Interview Reporting Lead, Delphi Media", "Dear Sam,\n\nwe invite you to an interview for the Reporting Lead position.\n\nLena Brandt\nDelphi Media", e)
	e.method, e.sequence = "CANCEL", 1
	p.invite(on(9, 21, 17, 0), lena, "Canceled event: Interview Reporting Lead, Delphi Media", "Dear Sam,\n\nwe have to call the interview off. I am sorry.\n\nLena", e)
}
