package attribute

import (
	"slices"
	"strings"
	"time"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/rules"
)

// WantsSent reports whether a message that the user sent could belong to an
// application.
func (m *Matcher) WantsSent(e mail.Envelope) bool {
	to := func(a mail.Address) bool { return len(m.byAddress[strings.ToLower(a.Address)]) > 0 }
	return m.ours(e.MessageID) || m.ours(e.InReplyTo) || slices.ContainsFunc(e.References, m.ours) ||
		slices.ContainsFunc(e.To, to) || slices.ContainsFunc(e.Cc, to)
}

// BelongsSent returns the applications to which a message that the user sent
// belongs: it answers one of their messages, is one of their drafts, or goes to
// one of their contacts.
func (m *Matcher) BelongsSent(e mail.Envelope) []rules.Application {
	for _, id := range slices.Backward(append(slices.Clone(e.Answers()), e.MessageID)) {
		if found := m.byID[id]; id != "" && len(found) > 0 {
			return m.list(found)
		}
	}
	var found []int
	for _, to := range e.Recipients() {
		found = append(found, m.byAddress[strings.ToLower(to)]...)
	}
	return m.list(found)
}

// A Found is a fact of an application.
type Found struct {
	Application rules.Application
	Fact        rules.Fact
}

// Sent makes facts of a message that the user sent: for each application that it
// belongs to, which of the drafts it was, if any. received is when the server
// filed it.
func (m *Matcher) Sent(msg *mail.Message, received time.Time, drafts []Draft) []Found {
	apps := m.BelongsSent(msg.Envelope)
	if len(apps) == 0 {
		return nil
	}
	at := sentAt(msg.Date, received)
	written := letter.Read(msg)
	d := rules.Delivered{MessageID: msg.MessageID, References: msg.Answers(), From: msg.Sender.Address, To: msg.Recipients(), Subject: msg.Subject,
		Words: written.Words(), Sentences: written.Sentences()}
	key := "sent/" + msg.MessageID
	if msg.MessageID == "" {
		key = "sent/" + at.UTC().Format(time.RFC3339Nano)
	}
	var facts []Found
	for _, one := range which(apps, msg, written, drafts) {
		d.FollowUp = one.followUp
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
// several applications: then the message is that of the draft it is like, else
// of those whose role its subject names, else of all.
func which(apps []rules.Application, msg *mail.Message, written letter.Letter, drafts []Draft) []sent {
	var all, named []sent
	var matched sent
	best := 0.0
	for _, a := range apps {
		var own []Draft
		for _, d := range drafts {
			if d.Application == a.ID {
				own = append(own, d)
			}
		}
		followUp, score := match(msg, written, own)
		one := sent{a, followUp}
		all = append(all, one)
		if score > best {
			matched, best = one, score
		}
		if strings.Contains(strings.ToLower(msg.Subject), strings.ToLower(a.Role)) {
			named = append(named, one)
		}
	}
	switch {
	case matched.followUp != "":
		return []sent{matched}
	case len(named) > 0:
		return named
	}
	return all
}
