package attribute

import (
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"
)

// FactOf makes the fact of a message that belongs to an application. at is when
// the server received it: the sender's own Date may be anything. sole is false
// where it may belong to another application as well; then it is no outcome.
func (m *Matcher) FactOf(a rules.Application, l recognize.Letter, v recognize.Verdict, at time.Time, sole bool) rules.Fact {
	w := rules.Received{MessageID: v.MessageID, References: v.References, InReplyTo: v.InReplyTo, Digest: rules.DigestOf(content(l)), Sketch: l.Sketch().String(), From: v.From, ReplyTo: v.ReplyTo, Subject: v.Subject,
		Language: v.Language, Register: rules.RegisterOf(v.Language, v.Text), Kind: v.Kind, Feedback: v.Kind == rules.MessageRejection && rules.FeedbackIn(v.Language, v.Text), Confidence: v.Confidence, Person: m.person(v), Sure: sole && v.Confidence >= recognize.Sure,
		NoReply: v.NoReply, Decision: v.DecisionDate, Promise: v.Promise, Return: v.ReturnDate, RespondBy: v.RespondBy,
		Distrust: v.Distrust, Failed: v.FailedRecipients, Temporary: v.Temporary}
	if w.Feedback {
		w.FeedbackOn = rules.FeedbackOn(v.Language, v.Text)
	}
	if w.Distrust == "" && v.Kind != rules.MessageBounce {
		w.Distrust = m.stranger(a, v)
	}
	if v.Kind == rules.MessageBounce && w.Distrust == "" && !slices.ContainsFunc(v.Quoted, func(id string) bool { return wrote(a, id) }) {
		w.Distrust = rules.Say("it quotes no letter of yours").String()
	}
	for _, e := range v.Evidence {
		w.Evidence = append(w.Evidence, e.Words)
	}
	for _, to := range v.To {
		if m.own[strings.ToLower(to)] && m.writesFrom(a.Account, to) {
			w.To = to
			break
		}
	}
	if v.Kind == rules.MessageInterview {
		w.SetMeetings(m.meetings(a, l, v, sole))
	}
	w.Unsettled = v.Unsettled && w.Meeting == nil
	if w.Meeting == nil && !w.Unsettled {
		w.Choice = v.Choice
	}
	return rules.Fact{Key: receivedKey(a, l, v, at), At: at, What: w}
}

// wrote reports whether the user sent a message, or has it as a draft that he may have
// sent.
func wrote(a rules.Application, id string) bool {
	return id != "" && slices.ContainsFunc(a.Facts, func(f rules.Fact) bool {
		switch w := f.What.(type) {
		case rules.Delivered:
			return w.MessageID == id
		case rules.Placed:
			return w.MessageID == id
		}
		return false
	})
}

// stranger says why a sender is nobody to write to, "" if nothing speaks against it: he
// has a contact's name and another domain, or writes in the company's name from where
// anybody can. It taints what he sent, and not the contact.
func (m *Matcher) stranger(a rules.Application, v recognize.Verdict) string {
	domain := mail.DomainOf(strings.ToLower(v.From.Address))
	if domains.Tracking(domain) || len(m.at(v.From.Address)) > 0 {
		return "" // systems write in the names of people
	}
	if c, ok := namesake(a, v.From); ok {
		return rules.Say("%s is known as %s, and this came from %s", c.Name, c.Address, v.From.Address).String()
	}
	if answers := m.ours(v.InReplyTo) || slices.ContainsFunc(v.References, m.ours); domains.Free(domain) && !answers {
		return rules.Say("anybody can write from %s, and %s is no contact of this application", domain, v.From.Address).String()
	}
	return ""
}

// namesake returns the contact who has a name, where it stands with an address at a
// domain that none of them has.
func namesake(a rules.Application, who rules.Contact) (rules.Contact, bool) {
	domain := domains.Registrable(mail.DomainOf(strings.ToLower(who.Address)))
	words := nameOf(who.Name)
	if len(words) < 2 {
		return rules.Contact{}, false // "Kim" are many, and "Recruiting" too
	}
	var found rules.Contact
	for _, c := range a.Contacts {
		if c.Address == "" {
			continue
		}
		if domains.Registrable(mail.DomainOf(strings.ToLower(c.Address))) == domain && !domains.Free(domain) {
			return rules.Contact{}, false
		}
		if slices.Equal(nameOf(c.Name), words) {
			found = c
		}
	}
	return found, found.Address != ""
}

// nameOf returns the words of a person's name, in any order and case.
func nameOf(name string) []string {
	words := slices.Collect(nameWords(lowerName(name)))
	slices.Sort(words)
	return words
}

// person reports whether a person wrote a message. Beside what the message itself
// shows: one of the user's contacts did, and so did whoever answers a letter of
// the user's, unless a robot says that it is one.
func (m *Matcher) person(v recognize.Verdict) bool {
	switch v.Kind {
	case rules.MessageAcknowledgement, rules.MessageAutoReply, rules.MessageBounce:
		return v.Person
	}
	known := len(m.at(v.From.Address)) > 0 || m.ours(v.InReplyTo)
	return v.Person || known && !v.NoReply
}
