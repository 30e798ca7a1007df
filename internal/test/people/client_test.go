package people

import (
	"slices"
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
)

// A way is how a client sends. The zero value keeps a copy in Sent under an ID of
// its own, at once, by a clock that is right.
type way struct {
	edit  func(string) string
	from  string        // another address
	more  []string      // further recipients
	ahead time.Duration // of the client's clock
	keep  bool          // the draft's own Message-ID
	none  bool          // no copy anywhere
	aside bool          // it settles nothing, and the oracle does not hear of it
	bcc   bool          // the copy comes to the Inbox instead
	box   string        // where the copy comes to lie instead of Sent
}

// send plays the user who opens a draft and sends it.
func (w *world) send(account int, l demo.Letter, by way) string {
	a := w.about(account, l)
	text := l.Text
	if by.edit != nil {
		text = by.edit(text)
	}
	at := w.Now().Add(by.ahead)
	m := demo.Mail{From: l.From, To: strings.Join(append([]string{l.To}, by.more...), ", "), Subject: l.Subject, Text: text, At: at, Answers: l.InReplyTo}
	if by.from != "" {
		m.From = "Sam Winter <" + by.from + ">"
	}
	if m.MessageID = w.newID("client.example"); by.keep {
		m.MessageID = l.MessageID
	}
	w.note("the user sends %q to %s", l.Subject, m.To)
	if a != nil {
		// Nothing tells that a clock is behind: then that is when it was sent.
		a.Happened(earlier(at, w.Now()), oracle.Sent{ID: m.MessageID, To: recipients(m.To), Kind: w.kindOf(l)})
	}
	for i, one := range w.cast {
		if one == a && w.kindOf(l) == oracle.CheckIn && !by.none { // which nothing tells to be ours
			w.sent[i] = m.MessageID
		}
	}
	box := w.server.Boxes.Sent
	switch {
	case by.none:
		box = ""
	case by.bcc:
		box = w.server.Boxes.Inbox
	case by.box != "":
		box = by.box
	}
	w.oracle.Owns(l.MessageID, nil)
	if box != "" {
		w.put(account, box, m.Raw(), m.MessageID, []string{`\Seen`}, at)
	}
	w.must(w.server.Expunge(w.server.Users[account], w.server.Boxes.Drafts, l.UID))
	return m.MessageID
}

func earlier(t, u time.Time) time.Time {
	if u.Before(t) {
		return u
	}
	return t
}

// write plays a letter of the user's own. kind is what it asks: CheckIn for a status
// question, "" for nothing.
func (w *world) write(a *app, kind string, to []string, subject, text, answers string, by way) string {
	m := demo.Mail{From: "Sam Winter <" + w.server.Users[a.account] + ">", To: strings.Join(to, ", "), Subject: subject, Text: text, Answers: answers,
		At: w.Now().Add(by.ahead), MessageID: w.newID("client.example")}
	if by.from != "" {
		m.From = "Sam Winter <" + by.from + ">"
	}
	w.note("the user writes to %s himself: %q", m.To, subject)
	w.shared(a)
	if !by.aside {
		a.Happened(w.Now(), oracle.Sent{ID: m.MessageID, To: recipients(m.To), Kind: kind})
	}
	box := w.server.Boxes.Sent
	if by.bcc {
		box = w.server.Boxes.Inbox
	}
	if by.box != "" {
		box = by.box
	}
	w.put(a.account, box, m.Raw(), m.MessageID, []string{`\Seen`}, m.At)
	return m.MessageID
}

func recipients(to string) (list []string) {
	for _, one := range strings.Split(to, ", ") {
		list = append(list, address(one))
	}
	return list
}

// kindOf tells what a draft is, by what the user sees.
func (w *world) kindOf(l demo.Letter) string {
	switch {
	case slices.ContainsFunc(w.apps, func(a *app) bool { return a.Asks(l.InReplyTo) }):
		return oracle.CheckIn
	case strings.Contains(l.Subject, "Follow-up"):
		return oracle.CheckIn
	case strings.HasPrefix(l.Subject, "Thank you:") && l.InReplyTo == "":
		return oracle.ThankYou
	case strings.HasPrefix(l.Subject, "Another time") && l.InReplyTo == "":
		return oracle.Missed
	}
	return oracle.Reply
}

// about finds the application of a draft.
func (w *world) about(account int, l demo.Letter) (found *app) {
	for _, a := range w.apps {
		if a.account == account && a.Asks(l.InReplyTo) {
			return a // whatever the role was then
		}
	}
	for _, a := range w.apps {
		for _, p := range a.People {
			if a.account == account && p.Address != "" && strings.Contains(strings.ToLower(l.To), strings.ToLower(p.Address)) &&
				(found == nil || strings.Contains(strings.Join(strings.Fields(l.Subject+" "+l.Text), " "), a.Role)) {
				found = a
			}
		}
	}
	return found
}

// discard throws a draft away.
func (w *world) discard(account int, l demo.Letter) {
	w.note("the user throws %q to %s away", l.Subject, l.To)
	if a := w.about(account, l); a != nil {
		a.Happened(w.Now(), oracle.Declined{Kind: w.kindOf(l), To: address(l.To)})
	}
	w.oracle.Owns(l.MessageID, nil)
	w.must(w.server.Move(w.server.Users[account], w.server.Boxes.Drafts, w.server.Boxes.Trash, l.UID))
}

// restore takes a draft out of Trash again.
func (w *world) restore(account int, l demo.Letter) {
	w.note("the user takes %q to %s out of Trash again", l.Subject, l.To)
	if a := w.about(account, l); a != nil {
		a.Happened(w.Now(), oracle.Restored{Kind: w.kindOf(l), To: address(l.To)})
	}
	for _, lies := range w.letters(account, w.server.Boxes.Trash) {
		if lies.MessageID == l.MessageID {
			w.must(w.server.Move(w.server.Users[account], w.server.Boxes.Trash, w.server.Boxes.Drafts, lies.UID))
		}
	}
}

// edit changes a draft and leaves it: the client stores a new one and removes the old.
func (w *world) edit(account int, l demo.Letter, keepID bool) demo.Letter {
	m := demo.Mail{From: l.From, To: l.To, Subject: l.Subject, Text: l.Text + "\nP.S. In my own words.\n", At: w.Now(), Answers: l.InReplyTo}
	if m.MessageID = w.newID("client.example"); keepID {
		m.MessageID = l.MessageID
	}
	w.note("the user edits %q to %s", l.Subject, l.To)
	raw := m.Raw()
	w.must(w.server.Edit(w.server.Users[account], w.server.Boxes.Drafts, l.UID, raw, []string{`\Draft`, `\Seen`}, m.At))
	w.oracle.Owns(m.MessageID, raw)
	l.MessageID, l.Raw = m.MessageID, raw
	return l
}

// take takes a draft out of Drafts, as a client does that holds it while it is open.
func (w *world) take(account int, l demo.Letter) {
	w.note("the user opens %q to %s; his client takes it out of Drafts", l.Subject, l.To)
	w.oracle.Owns(l.MessageID, nil)
	w.must(w.server.Expunge(w.server.Users[account], w.server.Boxes.Drafts, l.UID))
}

// back puts a draft back that was taken out, byte for byte or edited.
func (w *world) back(account int, l demo.Letter, edited bool) {
	raw := l.Raw
	if edited {
		m := demo.Mail{From: l.From, To: l.To, Subject: l.Subject, Text: l.Text + "\nP.S. In my own words.\n", At: w.Now(), Answers: l.InReplyTo, MessageID: w.newID("client.example")}
		raw = m.Raw()
		w.oracle.Owns(m.MessageID, raw)
	}
	w.note("his client puts %q back, edited: %v", l.Subject, edited)
	w.must(w.server.Deliver(w.server.Users[account], w.server.Boxes.Drafts, raw, []string{`\Draft`, `\Seen`}, w.Now()))
}

// draft finds a standing draft by its recipient and its kind; ok is false where there
// is none.
func (w *world) draft(account int, to, kind string) (demo.Letter, bool) {
	for _, l := range w.letters(account, w.server.Boxes.Drafts) {
		if strings.Contains(strings.ToLower(l.To), strings.ToLower(to)) && w.kindOf(l) == kind {
			return l, true
		}
	}
	return demo.Letter{}, false
}

// wait plays send-later: the draft waits in a mailbox of its own, and is then sent.
func (w *world) wait(account int, l demo.Letter, box string, d time.Duration) {
	w.note("the user has %q sent later: it waits in %s", l.Subject, box)
	w.must(w.server.Move(w.server.Users[account], w.server.Boxes.Drafts, box, l.UID))
	w.lies(account, box, l.MessageID, 1)
	w.pass(d)
	w.note("%q is sent", l.Subject)
	if a := w.about(account, l); a != nil {
		a.Happened(w.Now(), oracle.Sent{ID: l.MessageID, To: recipients(l.To), Kind: w.kindOf(l)})
	}
	for _, waits := range w.letters(account, box) {
		if waits.MessageID == l.MessageID {
			w.must(w.server.Expunge(w.server.Users[account], box, waits.UID))
		}
	}
	w.lies(account, box, l.MessageID, -1)
	m := demo.Mail{From: l.From, To: l.To, Subject: l.Subject, Text: l.Text, At: w.Now(), Answers: l.InReplyTo, MessageID: l.MessageID}
	w.put(account, w.server.Boxes.Sent, m.Raw(), l.MessageID, []string{`\Seen`}, w.Now())
	w.pass(5 * time.Minute)
}
