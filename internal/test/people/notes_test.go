package people

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
)

// tagged is what the subject of a note ends with.
var tagged = regexp.MustCompile(` \[[0-9a-z]{4}-[0-9a-z]{4}\]$`)

// isNote reports whether a message is a note of the program's, by what the user sees.
func (w *world) isNote(account int, l demo.Letter) bool {
	user := w.server.Users[account]
	return !strings.HasPrefix(l.Subject, "Re: ") && address(l.From) == user && address(l.To) == user && tagged.MatchString(l.Subject)
}

// lookAtNotes shows the oracle the notes of an account, with those that the user has put
// away.
func (w *world) lookAtNotes(account int) {
	now, had := w.Now(), w.notes[account]
	here := map[string]int{}
	for _, l := range w.letters(account, w.server.Boxes.Inbox) {
		if !w.isNote(account, l) {
			continue
		}
		if here[l.MessageID]++; had[l.MessageID] != nil {
			continue
		}
		letter, err := oracle.ReadLetter(l.Raw)
		w.must(err)
		had[l.MessageID] = &oracle.Note{Letter: letter, Came: now, Read: slices.Contains(l.Flags, `\Seen`)}
		w.order[account] = append(w.order[account], l.MessageID)
		w.note("  asked  %s", l.Subject)
	}
	var list []oracle.Note
	for _, id := range w.order[account] {
		n := had[id]
		if here[id] != 1 && !n.Away {
			w.fail("%s: the note %q lies %d times in the Inbox", oracle.Moved, n.Subject, here[id])
		}
		list = append(list, *n)
	}
	w.oracle.Notes(now, w.server.Users[account], list)
	w.oracle.Due(now, w.server.Users[account])
}

// entered learns which applications came of what the user said, and holds that none came
// of anything else.
func (w *world) entered() {
	if !w.asking {
		return
	}
	apps, err := w.Store.Applications(w.ctx, "")
	w.must(err)
	var ids []string
	for _, one := range apps {
		ids = append(ids, one.ID)
		if slices.ContainsFunc(w.apps, func(a *app) bool { return a.store == one.ID }) {
			continue
		}
		folded, _, err := w.Application(w.ctx, one.ID)
		w.must(err)
		for _, a := range w.apps {
			if a.store == "" && a.Found && a.Known() && a.Company == folded.Company && a.Role == folded.Role && accounts[a.account] == one.Account {
				a.store, a.ID = one.ID, one.ID
			}
		}
	}
	w.oracle.Unasked(w.Now(), ids)
}

// settled says that the user has answered a note: it is open no more.
func (w *world) settled(account int, l demo.Letter) {
	if n := w.notes[account][l.MessageID]; n != nil {
		n.Answered = true
	}
}

// A wording is an answer in one client's manner: what stands above the note, and what
// behind the colons of its lines, by how those begin.
type wording struct {
	top    string
	fill   map[string]string
	client int
	copied bool // it comes to the Inbox as well, as what one sends to oneself does
}

// reply plays the user who answers a note.
func (w *world) reply(account int, l demo.Letter, by wording) {
	var quoted []string
	for line := range strings.Lines(l.Text) {
		line = strings.TrimRight(line, "\n")
		for begin, words := range by.fill {
			if strings.HasPrefix(line, begin) {
				line += " " + words
			}
		}
		quoted = append(quoted, line)
	}
	now := w.Now().In(newYork)
	user := w.server.Users[account]
	m := demo.Mail{From: "Sam Winter <" + user + ">", To: user, Subject: "Re: " + l.Subject, Answers: l.MessageID, At: w.Now(), MessageID: w.newID("client.example")}
	m.Text = clients[by.client%len(clients)](by.top, quoted, "Sam Winter <"+user+">", now, &m)
	w.note("the user answers %q: %q %q", l.Subject, by.top, by.fill)
	w.settled(account, l)
	w.put(account, w.server.Boxes.Sent, m.Raw(), m.MessageID, []string{`\Seen`}, m.At)
	if by.copied {
		m.Header = append(m.Header, "Authentication-Results: mx.home.example; dmarc=pass header.from=home.example")
		w.put(account, w.server.Boxes.Inbox, m.Raw(), m.MessageID, nil, m.At)
	}
}

// clients write an answer: above the quotation, below it, in HTML, without In-Reply-To.
var clients = []func(top string, quoted []string, from string, at time.Time, m *demo.Mail) string{
	func(top string, quoted []string, from string, at time.Time, _ *demo.Mail) string { // Gmail
		return top + "\n\nOn " + at.Format("Mon, Jan 2, 2006 at 3:04 PM") + " " + from + " wrote:\n\n> " + strings.Join(quoted, "\n> ")
	},
	func(top string, quoted []string, from string, at time.Time, _ *demo.Mail) string { // Apple Mail on a phone
		return top + "\n\nSent from my iPhone\n\n> On " + at.Format("Jan 2, 2006, at 3:04 PM") + ", " + from + " wrote:\n> \n> " + strings.Join(quoted, "\n> ")
	},
	func(top string, quoted []string, from string, at time.Time, m *demo.Mail) string { // Outlook
		return top + "\n\n-----Original Message-----\nFrom: " + from + "\nSent: " + at.Format("Monday, January 2, 2006 3:04 PM") + "\nTo: " + from + "\nSubject: " + strings.TrimPrefix(m.Subject, "Re: ") + "\n\n" + strings.Join(quoted, "\n")
	},
	func(top string, quoted []string, from string, at time.Time, _ *demo.Mail) string { // Thunderbird, below the quotation
		return "On " + at.Format("02/01/2006 15:04") + ", " + strings.TrimSpace(strings.Split(from, "<")[0]) + " wrote:\n> " + strings.Join(quoted, "\n> ") + "\n\n" + top + "\n"
	},
	func(top string, quoted []string, from string, at time.Time, m *demo.Mail) string { // in HTML
		m.Header = append(m.Header, "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8")
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
		return `<div dir="ltr">` + strings.ReplaceAll(escape(top), "\n", "<br>") + `</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On ` + at.Format("Mon, Jan 2, 2006 at 3:04 PM") + " " + escape(from) +
			` wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">` + strings.ReplaceAll(escape(strings.Join(quoted, "\n")), "\n", "<br>\n") + `</blockquote></div>`
	},
	func(top string, quoted []string, _ string, _ time.Time, m *demo.Mail) string { // which names nothing that it answers
		m.Answers = ""
		return top + "\n\n> " + strings.Join(quoted, "\n> ")
	},
}

// moveTo moves a message of the Inbox, by its Message-ID, into one of the mailboxes that
// are answers, or back.
func (w *world) moveTo(account int, id, from, to string) bool {
	for _, l := range w.letters(account, from) {
		if l.MessageID != id {
			continue
		}
		w.must(w.server.Move(w.server.Users[account], from, to, l.UID))
		if n := w.notes[account][id]; n != nil {
			n.Away = to != w.server.Boxes.Inbox
		} else {
			w.lies(account, from, id, -1)
			w.lies(account, to, id, 1)
		}
		w.note("the user moves %q from %s to %s", l.Subject, from, to)
		return true
	}
	return false
}

// hasBox reports whether there is such a mailbox.
func (w *world) hasBox(account int, box string) bool {
	_, err := w.server.Messages(w.server.Users[account], box)
	return err == nil
}

// said notes in the truth what the user says of a whole.
func (w *world) said(a *app, word, by string) {
	before := a.Word()
	a.Happened(w.Now(), oracle.Said{What: word, By: by})
	if after := a.Word(); after != before && (before == "stop" || before == "no" || word == "undo") {
		a.Doubt() // from when on a letter is owed again, nobody wrote down
		a.Again()
	}
	if word == "yes" && a.moved != "" {
		a.Again() // to when is asked still
	}
	w.note("that is %q to %s at %s", word, a.Role, a.Company)
}

// dayText is how the user names a day.
func dayText(day oracle.Day) string { return day.Format("January 2") }

// topics are what may have stayed with the user.
var topics = []string{"the on-call rotation", "moving off the old warehouse", "the new harbour office", "the rollout in Lisbon", "training junior colleagues", "the shared glossary"}
