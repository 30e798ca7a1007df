package people

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"afterword/internal/test/people/oracle"
)

// failed is what a receiving server says of a letter that is not from whom it says.
const failed = "Authentication-Results: mx.home.example; dmarc=fail header.from=acme.example"

// report is a delivery report, which quotes a letter's Message-ID, or none.
func report(to, id string) ([]string, string) {
	const edge = "report-edge"
	quoted := "From: robin@home.example\nTo: " + to + "\nSubject: Hello\n"
	if id != "" {
		quoted += "Message-ID: " + id + "\n"
	}
	return []string{"MIME-Version: 1.0", "Content-Type: multipart/report; report-type=delivery-status; boundary=" + edge, "Auto-Submitted: auto-replied"},
		"--" + edge + "\nContent-Type: text/plain\n\nYour message to " + to + " could not be delivered.\n--" + edge +
			"\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.home.example\n\nFinal-Recipient: rfc822; " + to +
			"\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n--" + edge + "\nContent-Type: text/rfc822-headers\n\n" + quoted + "\n--" + edge + "--"
}

// bounce returns a letter of the user's.
func (w *world) bounce(a *app, to, letter string) {
	header, body := report(to, letter)
	w.shared(a)
	id := w.hear(a, say{nobody: true, from: "Mail Delivery System <mailer-daemon@home.example>", subject: "Undelivered Mail Returned to Sender", header: header, text: body})
	a.Happened(w.Now(), oracle.Heard{From: "mailer-daemon@home.example", Kind: oracle.Bounce, Failed: to, ID: id})
}

// trust is about what strangers write.
var trust = []story{
	{"26-bounce", "a report that does not quote a letter of ours blocks nobody", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-17T10:00"))
		header, body := report(robin.Address, "<nothing@elsewhere.example>")
		w.hear(a, say{nobody: true, from: "Mail Delivery System <mailer-daemon@elsewhere.example>", subject: "Undelivered Mail Returned to Sender", header: header, text: body})
		w.settle()
		w.until(ny("2026-11-24T10:00"))
	}},
	{"26-bounce-lifted", "an address that failed counts again when its owner writes", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			sent := w.send(0, l, way{})
			w.pass(5 * time.Minute)
			w.bounce(a, robin.Address, sent)
			w.settle()
			w.until(ny("2026-12-03T10:00"))
			w.hear(a, say{kind: oracle.Holding})
			w.settle()
			w.until(ny("2026-12-15T10:00"))
		}
	}},
	{"26-dmarc", "a failed DMARC taints that message and not the person", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-17T10:00"))
		w.hear(a, say{kind: oracle.Other, header: []string{failed}})
		w.settle()
		w.until(ny("2026-11-18T10:00"))
		w.hear(a, say{kind: oracle.Timeline, day: oracle.OnDay(2026, 11, 24)})
		w.settle()
		w.until(ny("2026-11-30T10:00"))
	}},
	{"26-forged-cancel", "an interview that took place is not called off afterwards", func(w *world) {
		a := w.acme()
		a.knows(on("16"))
		w.invite(a, invitation{uid: "second@acme.example", start: a.Rounds[1].Start, end: a.Rounds[1].End})
		w.settle()
		w.until(ny("2026-11-16T15:30"))
		for _, who := range []string{"ngozi", "tomas", "mei"} {
			if l, ok := w.want(a, who, oracle.ThankYou); ok {
				w.send(0, l, way{})
			}
		}
		w.until(ny("2026-11-16T16:00"))
		w.invite(a, invitation{uid: "second@acme.example", start: a.Rounds[1].Start, end: a.Rounds[1].End, sequence: 1, method: "CANCEL"})
		w.settle()
		now, _, err := w.Application(w.ctx, a.store)
		w.must(err)
		for _, v := range now.Interviews {
			if v.Cancelled {
				w.fail("the interview of %s is called off", v.End.In(newYork).Format("Jan 2"))
			}
		}
	}},
	{"26-far-away", "a date that is years ahead is asked about, and nothing is put off in silence", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Timeline, day: oracle.OnDay(2029, 11, 20)})
		w.settle()
		w.asked("2029")
	}},
	{"26-absence", "an absence of years puts nothing off in silence", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-17T10:00"))
		w.hear(a, say{nobody: true, kind: oracle.AutoReply, day: oracle.OnDay(2029, 11, 20)})
		w.settle()
		w.asked("2029")
		w.until(ny("2026-11-24T10:00"))
	}},
	{"26-look-alike", "a look-alike is no address for a letter", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Hint, from: "Robin Hale <robin@acrne.example>", subject: "Senior Analyst at Acme", text: "Dear Sam,\n\nwe are delighted to offer you the position. Please let us know your decision by December 4, 2026.\n\nRobin"})
		w.settle()
		w.asked("robin@acrne.example")
	}},
	{"26-reply-to", "nothing is drafted to a Reply-To at another domain", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Other, header: []string{"Reply-To: robin@elsewhere.example"}, text: "Dear Sam,\n\nwe are delighted to offer you the position. Please let us know your decision by December 4, 2026.\n\nRobin"})
		w.settle()
		w.asked("elsewhere.example")
	}},
	{"12-control", "no control character of a stranger reaches a notification or a draft", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Question, from: "=?utf-8?q?Robin=1B]52;c;aGk=3D=07_Hale?= <robin@acme.example>", subject: "References \x1b]52;c;aGk=\x07 please"})
		w.settle()
		w.hear(a, say{kind: oracle.Offer, from: "=?utf-8?q?Robin=1B]52;c;aGk=3D=07_Hale?= <robin@acme.example>", day: oracle.OnDay(2026, 12, 4)})
		w.settle()
		for _, l := range w.letters(0, w.server.Boxes.Drafts) {
			if strings.ContainsFunc(l.To+l.Subject+l.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
				w.fail("a draft holds a control character: %q", l.To+l.Subject)
			}
		}
		for _, line := range w.diary {
			if strings.ContainsFunc(line, unicode.IsControl) {
				w.fail("a control character was told: %q", line)
			}
		}
	}},
	{"24-long-name", "a name of thousands of characters is cut", func(w *world) {
		a := w.second()
		long := strings.Repeat("Maximiliane ", 20) + "Tanaka"
		m := mei
		m.Name = ""
		a.People = append(a.People, m)
		a.knows(meeting2)
		w.invite(a, invitation{uid: "second@acme.example", attendees: []string{"CN=" + long + ":mailto:mei@acme.example"}})
		w.settle()
		w.until(ny("2026-11-18T15:30"))
		if l, ok := w.want(a, "mei", oracle.ThankYou); ok {
			for line := range strings.Lines(l.Text) {
				if strings.HasPrefix(line, "Dear") && len(line) > 150 {
					w.fail("the salutation has %d bytes", len(line))
				}
			}
		}
	}},
	{"26-many", "who is thanked after a meeting of more than twelve is asked about", func(w *world) {
		a := w.second()
		a.Doubt()
		many := []string{"CN=Sam Winter:mailto:" + w.server.Users[0]}
		r := meeting2
		r.People = nil
		for n := range 14 {
			p := oracle.Person{Key: fmt.Sprint("guest", n), Name: fmt.Sprintf("Guest%c Quist", 'A'+n), Address: fmt.Sprintf("guest%d@acme.example", n)}
			a.People = append(a.People, p)
			many = append(many, "CN="+p.Name+":mailto:"+p.Address)
		}
		a.Rounds = append(a.Rounds, r)
		w.invite(a, invitation{uid: "second@acme.example", attendees: many})
		w.settle()
		w.until(ny("2026-11-18T15:30"))
	}},
	{"28-hidden", "text that nobody sees says nothing", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Other, header: []string{"MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8"},
			text: "<html><head><style>.x{display:none}</style></head><body><p>Hi Sam,</p><p>lovely to see you the other day.</p><p class=\"x\">We are delighted to offer you the position. Please let us know your decision by December 4, 2026.</p><p>Robin</p></body></html>"})
		w.settle()
	}},
	{"28-split-results", "a verdict of the server is read across another trace field", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Other, header: []string{"Received: from a.example by mx.home.example; Tue, 24 Nov 2026 10:00:00 -0500", "Authentication-Results: mx.home.example; spf=pass smtp.mailfrom=elsewhere.example",
			"X-Trace: 1", failed}, text: "Dear Sam,\n\nwe are delighted to offer you the position. Please let us know your decision by December 4, 2026.\n\nRobin"})
		w.settle()
	}},
	{"14-drafts", "Drafts is opened only when it changed", func(w *world) {
		w.standing()
		w.settle()
		if w.server.Name != "embedded" {
			return
		}
		before := len(w.server.Commands())
		for range 5 {
			w.clock(w.Now().Add(time.Minute))
			w.settle()
		}
		for _, c := range w.server.Commands()[before:] {
			if (strings.HasPrefix(c, "SELECT") || strings.HasPrefix(c, "EXAMINE")) && strings.Contains(c, "Drafts") {
				w.fail("nothing changed, and the program said %q", c)
			}
		}
	}},
	{"16-two-roles", "an answer that names one of two roles stops that one, and one that names none stops both", func(w *world) {
		a := w.standing()
		b := w.enter(&oracle.App{Company: "Acme", Role: "Data Engineer", Cal: a.Cal, People: []oracle.Person{ngozi, tomas, robin}, Status: "robin",
			Rounds: []oracle.Round{{ID: "b", Start: ny("2026-11-12T10:00"), End: ny("2026-11-12T11:00"), People: []string{"tomas"}, Decision: oracle.OnDay(2026, 11, 20)}}}, 0)
		b.Doubt()
		w.settle()
		w.hear(a, say{kind: oracle.Other, subject: "Senior Analyst", text: "Hi Sam,\n\nlovely to see you the other day about the Senior Analyst role.\n\nRobin"})
		w.settle()
		if l, ok := w.draft(0, robin.Address, oracle.CheckIn); !ok || !strings.Contains(l.Subject, b.Role) {
			w.fail("the check-in for the Data Engineer is gone")
		}
		w.hear(b, say{kind: oracle.Other, subject: "Hello", text: "Hi Sam,\n\nlovely to see you the other day.\n\nRobin"})
		w.settle()
	}},
}
