package attribute

import (
	"slices"
	"strings"
	"time"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/rules"
)

// Own reports whether the user sent a message himself, from any of his addresses,
// wherever it lies. It may be handed to Sent then.
func (m *Matcher) Own(e mail.Envelope) bool { return m.own[strings.ToLower(e.Sender.Address)] }

// WantsSent reports whether a message that the user sent could belong to an
// application.
func (m *Matcher) WantsSent(e mail.Envelope) bool {
	return m.ours(e.MessageID) || m.ours(e.InReplyTo) || slices.ContainsFunc(e.References, m.ours) ||
		slices.ContainsFunc(e.To, m.theirs) || slices.ContainsFunc(e.Cc, m.theirs) || slices.ContainsFunc(e.Bcc, m.theirs)
}

// theirs reports whether an address is that of a contact, or of somebody at a company.
func (m *Matcher) theirs(a mail.Address) bool {
	return m.contact(a) || len(m.colleagues(strings.ToLower(a.Address))) > 0
}

// colleagues returns the applications of an address that is no contact's, by its domain.
func (m *Matcher) colleagues(address string) []int {
	if domain := mail.DomainOf(address); !m.home[domain] {
		return m.domain(domain)
	}
	return nil
}

// sentTo returns the applications of which a message answers something or is a draft,
// those of whoever else it goes to, and those of whose company it goes to somebody who is
// no contact.
func (m *Matcher) sentTo(e mail.Envelope) (answered, others, near []int) {
	found := m.thread(append(slices.Clone(e.Answers()), e.MessageID))
	if len(found) > 1 {
		found = narrow(found, func(i int) bool {
			return slices.ContainsFunc(e.Recipients(), func(to string) bool { return slices.Contains(m.at(to), i) })
		})
	}
	answered = found[:len(found):len(found)]
	for _, to := range e.Recipients() {
		of := m.at(to)
		if len(of) == 0 {
			near = append(near, m.colleagues(strings.ToLower(to))...)
		} else if len(both(of, answered)) == 0 {
			others = append(others, of...)
		}
	}
	return answered, others, near
}

// A Found is a fact of an application.
type Found struct {
	Application rules.Application
	Fact        rules.Fact
}

// Sent makes facts of a message that the user sent, for each application that it
// belongs to: it is one of their drafts, or answers one of their messages, or goes to one
// of their contacts, or to the company and is like a draft or names the role or the
// company. They say which of the drafts it was, if any. received is when the server
// filed it, and asRead gives an application with all that was read for it by now. The
// message may lie anywhere, and another copy of it elsewhere: both are one fact.
func (m *Matcher) Sent(msg *mail.Message, received time.Time, drafts []Draft, asRead func(rules.Application) rules.Application) []Found {
	written := letter.Read(msg)
	answered, others, near := m.sentTo(msg.Envelope)
	subject := oneLine(msg.Subject)
	others = append(others, m.named(near, texts{subject, subject + " \n " + oneLine(written.Text())})...)
	for _, a := range m.list(near) {
		if followUp, _ := match(msg, written, draftsOf(a, drafts)); followUp != "" {
			others = append(others, m.index[a.ID])
		}
	}
	apps := m.list(append(answered, others...))
	if len(apps) == 0 {
		return nil
	}
	sure := "" // whose it is whatever its subject says
	if len(answered) == 1 {
		sure = m.apps[answered[0]].ID
	}
	at := sentAt(msg.Date, received)
	d := rules.Delivered{MessageID: msg.MessageID, References: msg.Answers(), InReplyTo: msg.InReplyTo, To: msg.Recipients(), Subject: msg.Subject,
		Words: written.Words(), Sentences: written.Sentences()}
	shown := (&mail.Envelope{To: msg.To, Cc: msg.Cc}).Recipients()
	var facts []Found
	for _, one := range which(apps, sure, msg, written, drafts) {
		if d.From = ""; m.writesFrom(one.app.Account, msg.Sender.Address) {
			d.From = msg.Sender.Address
		}
		d.To, d.FollowUp = msg.Recipients(), one.followUp
		d.Asks = one.followUp == "" && written.AsksStatus()
		d.MayAsk = one.followUp == "" && written.MayAskStatus()
		app := asRead(one.app)
		key := sentKey(app, d, shown, written, at)
		if blind := unknownBefore(app, key, d); len(blind) > 0 {
			// Another copy was read first, which did not name them: they had it too.
			d.To, d.FollowUp, d.Asks, d.MayAsk = blind, "", false, false
			key = rules.SentKey(d.MessageID, []byte(strings.Join(blind, " ")))
		}
		facts = append(facts, Found{one.app, rules.Fact{Key: key, At: at, What: d}})
	}
	return facts
}

// sentAt is when a message was sent: its own word, unless that is missing or later
// than the server's by more than clocks differ.
func sentAt(date, received time.Time) time.Time {
	if date.IsZero() || date.After(received.Add(10*time.Minute)) {
		return received
	}
	return date
}

// sent is an application to which a sent message belongs, and the follow-up that
// it was; "" where it is the user's own letter.
type sent struct {
	app      rules.Application
	followUp string
}

// which finds which follow-up a sent message was. One recruiter may stand for
// several applications: then the message is that of the draft it is like, and of the
// one that it surely answers, else of those whose role its subject names, else of all.
// Whoever else it went to, it is a letter to them as well.
func which(apps []rules.Application, sure string, msg *mail.Message, written letter.Letter, drafts []Draft) []sent {
	var matched *sent
	var all []*rules.Application
	best := 0.0
	for _, a := range apps {
		if followUp, score := match(msg, written, draftsOf(a, drafts)); score > best {
			matched, best = &sent{a, followUp}, score
		}
		all = append(all, &a)
	}
	var list []sent
	named := roleNamed(oneLine(msg.Subject), all)
	for _, a := range apps {
		switch {
		case matched != nil && matched.app.ID == a.ID:
			list = append(list, *matched)
		case a.ID == sure, matched == nil && sure == "" && named(&a):
			list = append(list, sent{app: a})
		}
	}
	if len(list) == 0 {
		list = make([]sent, 0, len(apps))
		for _, a := range apps {
			list = append(list, sent{app: a})
		}
		return list
	}
	known := func(to string) bool {
		return slices.ContainsFunc(list, func(s sent) bool { _, ok := s.app.ContactAt(to); return ok })
	}
	var others []sent
	for _, a := range apps {
		if slices.ContainsFunc(list, func(s sent) bool { return s.app.ID == a.ID }) {
			continue
		}
		for _, to := range msg.Recipients() {
			if _, ok := a.ContactAt(to); ok && !known(to) {
				others = append(others, sent{app: a})
				break
			}
		}
	}
	return append(list, others...)
}

func draftsOf(a rules.Application, drafts []Draft) (own []Draft) {
	for _, d := range drafts {
		if d.Application == a.ID {
			own = append(own, d)
		}
	}
	return own
}
