package people

import (
	"fmt"
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
)

// words are what a company may write, by kind: each as plain as people put it.
var words = map[string][]string{
	oracle.Timeline: {"Hi Sam,\n\nthank you for your patience. We will make our decision by %s.\n\nBest,\nRobin",
		"Dear Sam,\n\nwe need a little longer: you will hear our decision by %s.\n\nKind regards,\nRobin"},
	oracle.Holding: {"Hi Sam,\n\nthank you for your patience. We are still interviewing other candidates and have no decision yet.\n\nRobin",
		"Hi Sam,\n\nno news yet, I am afraid. We are still interviewing and will get back to you.\n\nRobin"},
	oracle.Offer: {"Dear Sam,\n\nI am happy to tell you that we would like to offer you the job. Please let me know by %s.\n\nRobin",
		"Dear Sam,\n\nwe are delighted to offer you the position. Please let us know your decision by %s.\n\nBest regards,\nRobin"},
	oracle.Rejection: {"Dear Sam,\n\nthank you for your time. We will not be moving forward with your application.\n\nRobin",
		"Dear Sam,\n\nunfortunately, we have decided to move forward with another candidate.\n\nKind regards,\nRobin"},
	oracle.Question: {"Hi Sam,\n\ncould you send me the contact details of two references?\n\nRobin",
		"Hi Sam,\n\nwhat are your salary expectations? Please let me know.\n\nRobin"},
	oracle.AutoReply: {"I am out of the office with no access to mail and will be back on %s."},
	oracle.Other:     {"Hi Sam,\n\nlovely to see you the other day.\n\nRobin"},
	oracle.Ack:       {"Dear applicant,\n\nthank you for applying. We have received your application and will review it.\n\nThis is an automated message."},
	oracle.Bounce:    {"This is the mail system. Your message could not be delivered."},
}

// A say is a message to the user. The zero value of each field is the usual.
type say struct {
	kind    string
	from    string // default the one who is asked about the status
	to      string
	subject string
	text    string
	day     oracle.Day // the date that it names
	answers string     // Message-ID
	box     string     // where it comes to lie; default the Inbox
	account int        // in which account, counted from that of the application
	header  []string
	date    time.Time // by the sender's clock
	id      string
	robot   bool
	shaky   bool
	nobody  bool // it is not for this application at all
	nth     int  // of the wordings
}

// hear delivers a message. The daemon has not looked yet.
func (w *world) hear(a *app, s say) string {
	if s.from == "" {
		p := a.Person(a.Status)
		s.from = p.Name + " <" + p.Address + ">"
	}
	if s.subject == "" {
		s.subject = a.Role + " at " + a.Company
	}
	if s.text == "" {
		list := words[s.kind]
		s.text = list[s.nth%len(list)]
		if strings.Contains(s.text, "%s") {
			s.text = fmt.Sprintf(s.text, s.day.Format("January 2, 2006"))
		}
	}
	if s.kind == oracle.AutoReply {
		s.subject, s.header = "Automatic reply: "+s.subject, append(s.header, "Auto-Submitted: auto-replied")
	}
	if s.id == "" {
		s.id = w.newID("company.example")
	}
	if s.box == "" {
		s.box = w.server.Boxes.Inbox
	}
	account := (a.account + s.account) % len(w.users())
	if s.to == "" {
		s.to = w.server.Users[account]
	}
	now := w.Now()
	m := demo.Mail{From: s.from, To: s.to, Subject: s.subject, Text: s.text, Answers: s.answers, Header: s.header, At: now, MessageID: s.id}
	if !s.date.IsZero() {
		m.At = s.date
	}
	w.note("%s writes (%s) to %s in %s: %q", s.from, s.kind, s.to, s.box, s.subject)
	if s.kind == oracle.Hint || s.kind == oracle.AutoReply || s.shaky {
		w.shared(a)
	}
	if !s.nobody {
		from := address(s.from)
		a.Happened(now, oracle.Heard{From: from, Kind: s.kind, Day: s.day, ID: s.id, About: s.subject, Robot: s.robot, Shaky: s.shaky})
	}
	w.put(account, s.box, m.Raw(), s.id, nil, now)
	return s.id
}

// shared says that what happened may concern the user's other applications at the
// company as well, those too that are entered later: nothing must be drafted for them
// from now on.
func (w *world) shared(a *app) {
	if w.puzzles == nil {
		w.puzzles = map[string]bool{}
	}
	w.puzzles[a.Company] = true
	for _, other := range w.apps {
		if other.App != a.App && other.Company == a.Company && len(w.cast) > 0 {
			other.Doubt()
		}
	}
}

func address(s string) string {
	if _, rest, ok := strings.Cut(s, "<"); ok {
		s = strings.TrimSuffix(rest, ">")
	}
	return strings.ToLower(strings.TrimSpace(s))
}

func (w *world) newID(domain string) string {
	w.count++
	return fmt.Sprintf("<%d.%d@%s>", w.Now().Unix(), w.count, domain)
}

// put files a message, and notes that it lies there.
func (w *world) put(account int, box string, raw []byte, id string, flags []string, at time.Time) {
	w.must(w.server.Deliver(w.server.Users[account], box, raw, flags, at))
	w.lies(account, box, id, 1)
}

// lies notes that so many more copies of a message lie in a mailbox.
func (w *world) lies(account int, box, id string, n int) {
	key := fmt.Sprint(account, "/", box)
	if w.mine[key] == nil {
		w.mine[key] = map[string]int{}
	}
	w.mine[key][id] += n
}

// ledger compares what lies in the mailboxes with what people put there. Drafts and
// Trash are the program's as well.
func (w *world) ledger() {
	for account := range w.users() {
		for _, box := range []string{w.server.Boxes.Inbox, w.server.Boxes.Sent, w.server.Boxes.Archive, "Junk", "Jobs", "Scheduled", "Outbox"} {
			here := map[string]int{}
			if box == "Junk" && w.server.Name != "embedded" {
				continue
			}
			for _, l := range w.letters(account, box) {
				if !w.isNote(account, l) {
					here[l.MessageID]++
				}
			}
			mine := w.mine[fmt.Sprint(account, "/", box)]
			for id, n := range mine {
				if here[id] != n {
					w.fail("%s: %s lies %d times in %s, not %d", oracle.Moved, id, here[id], box, n)
				}
			}
			for id := range here {
				if mine[id] == 0 {
					w.fail("%s: %s lies in %s, and nobody put it there", oracle.Moved, id, box)
				}
			}
		}
	}
}

// letters returns what lies in a mailbox of one of the accounts.
func (w *world) letters(account int, box string) []demo.Letter {
	stored, err := w.server.Messages(w.server.Users[account], box)
	w.must(err)
	var list []demo.Letter
	for _, m := range stored {
		l, err := demo.Read(m)
		w.must(err)
		list = append(list, l)
	}
	return list
}

// refile moves a message of the user's or the company's between mailboxes.
func (w *world) refile(account int, from, to, id string) {
	for _, l := range w.letters(account, from) {
		if l.MessageID == id {
			w.must(w.server.Move(w.server.Users[account], from, to, l.UID))
			w.lies(account, from, id, -1)
			w.lies(account, to, id, 1)
			w.note("%s goes from %s to %s", id, from, to)
		}
	}
}
