package daemon

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// isOwn reports whether the user wrote a message, from whichever of his addresses.
// What lies in Sent is his, whatever address it is from, unless that is a contact's:
// some clients file answers beside what they answer.
func (w *worker) isOwn(m *attribute.Matcher, h mailwatch.Header) bool {
	return w.d.shelf.user.Load().mine[strings.ToLower(h.Sender.Address)] || h.Mailbox == w.boxes.Sent && h.Mailbox != "" && !m.Knows(h.Sender.Address)
}

// wasSent reports whether a message that the user wrote was sent, by where it lies and
// how it is flagged.
func (w *worker) wasSent(h mailwatch.Header) bool {
	return h.Mailbox == w.boxes.Sent || !slices.Contains(w.boxes.Unsent, h.Mailbox) && !slices.ContainsFunc(h.Flags, isDraft)
}

func isDraft(flag string) bool { return strings.EqualFold(flag, `\Draft`) }

// received makes facts of a message that belongs to an application: whose it is
// first, then, once, what it is. all knows every application: what belongs to another
// for sure is nothing for those that matcher knows, one recruiter of both or not, and no
// hint either.
func (w *worker) received(matcher, all *attribute.Matcher, people *trust.Contacts, letter recognize.Letter, m mailwatch.Message) (store.Seen, []store.MailFact) {
	apps := matcher.Belongs(letter)
	sole := len(apps) == 1
	if matcher != all {
		if whole := all.Belongs(letter); len(whole) > 0 {
			apps = slices.DeleteFunc(apps, func(a rules.Application) bool { return !has(whole, a.ID) })
			if sole = len(whole) == 1; len(apps) == 0 {
				return store.Seen{}, nil
			}
		}
	}
	if len(apps) == 0 {
		return w.hinted(matcher.Near(letter), letter, people, m)
	}
	v, at := w.judge(letter, people, m, apps, true)
	evidence, _ := json.Marshal(v.Evidence)
	var facts []store.MailFact
	for _, a := range apps {
		fact := matcher.FactOf(w.asRead(a), letter, v, at, sole)
		if w.known(a, fact.Key) {
			continue
		}
		facts = append(facts, store.MailFact{Application: a.ID, Fact: fact})
		w.record(a.ID, slogMessage, fmt.Sprintf("%q from %s is %s (%.2f)", v.Subject, nameOf(v.From), v.Kind, v.Confidence), wordsOf(v.Evidence), "message", v.MessageID)
		if fact := fact.What.(rules.Received); !fact.Decision.IsZero() && fact.Distrust == "" {
			w.record(a.ID, slogMessage, fmt.Sprintf("%q from %s says that they decide by %s", v.Subject, nameOf(v.From), longDay(fact.Decision)), fact.Promise, "rule", "decision", "message", v.MessageID)
		}
	}
	w.keep(facts)
	return store.Seen{Account: w.name, Mailbox: m.Mailbox, UIDValidity: m.UIDValidity, UID: m.UID, MessageID: v.MessageID, From: v.From.Address,
		Subject: v.Subject, At: at, Kind: string(v.Kind), Confidence: v.Confidence, Application: apps[0].ID, Evidence: evidence}, facts
}

func has(apps []rules.Application, id string) bool {
	return slices.ContainsFunc(apps, func(a rules.Application) bool { return a.ID == id })
}

// judge says what a message is that may be some applications', known where it surely is,
// and when it came.
func (w *worker) judge(letter recognize.Letter, people *trust.Contacts, m mailwatch.Message, apps []rules.Application, known bool) (recognize.Verdict, time.Time) {
	opt := w.reading(people)
	opt.Calendar, opt.Domains, opt.Known, opt.Lessons = w.calendarFor(apps), domainsOf(apps), known, w.d.shelf.lessonsFor(apps)
	v := letter.Judge(opt)
	if v.MessageID == "" {
		v.MessageID = m.MessageID
	}
	return v, w.arrivedAt(m)
}

// reading is by what any message of the account is judged.
func (w *worker) reading(people *trust.Contacts) recognize.Options {
	user := w.d.shelf.user.Load()
	return recognize.Options{Authserv: w.account.AuthservIDs, Own: user.own, Names: user.called, Contacts: people, Home: w.home()}
}

// arrivedAt is when a message came: by the server's clock, which may be ahead, and what is
// here stops a sequence now.
func (w *worker) arrivedAt(m mailwatch.Message) time.Time {
	at, now := m.Received, w.d.Now()
	if at.IsZero() {
		at = m.Date
	}
	if at.IsZero() || at.After(now) {
		return now
	}
	return at
}

// home is the user's own zone; nil where it cannot be told.
func (w *worker) home() *time.Location {
	zone, err := config.Zone(w.account.Zone)
	if err != nil {
		return nil
	}
	return zone
}

// domainsOf returns the domains of the companies of some applications.
func domainsOf(apps []rules.Application) []string {
	var list []string
	for _, a := range apps {
		list = append(list, a.Domains...)
		for _, c := range a.Contacts {
			if d := mail.DomainOf(c.Address); d != "" {
				list = append(list, d)
			}
		}
	}
	return list
}

// calendarFor returns the calendar by which dates in a message are reckoned: that
// of the application whose it is, or what all have in common where it may be
// several's; nil where neither is known.
func (w *worker) calendarFor(apps []rules.Application) *rules.Calendar {
	if len(apps) == 1 {
		if cal, err := w.book.calendar(apps[0]); err == nil {
			return cal
		}
	}
	return w.book.usual()
}

// known reports whether an application has a fact: a message that is read twice
// (moved to another mailbox, looked up again) is no news. It is called while the shelf
// is asked.
func (w *worker) known(a rules.Application, key string) bool {
	return knows(a, key) || knows(w.book.apps[a.ID], key) || w.d.shelf.recent[a.ID][key]
}

func knows(a rules.Application, key string) bool {
	return slices.ContainsFunc(a.Facts, func(f rules.Fact) bool { return f.Key == key })
}

// delivered makes facts of a message that the user sent, for those applications that
// matcher knows and whose it is among all that there are.
func (w *worker) delivered(matcher, all *attribute.Matcher, m mailwatch.Message, drafts []store.Draft) []store.MailFact {
	msg := mail.Read(m.Body)
	if msg.MessageID == "" {
		msg.MessageID = m.MessageID
	}
	if m.Mailbox != w.boxes.Sent && trust.Forged(msg.Header, w.account.AuthservIDs) {
		return nil // somebody else wrote it in his name
	}
	var ours []attribute.Draft
	for _, d := range drafts {
		if d.State != store.Sent {
			ours = append(ours, attribute.Draft{Application: d.Application, FollowUp: d.FollowUp, MessageID: d.MessageID, Raw: d.Raw, Stands: slices.Contains(live, d.State)})
		}
	}
	var whole []rules.Application
	if matcher != all {
		for _, found := range all.Sent(msg, m.Received, ours, w.asRead) {
			whole = append(whole, found.Application)
		}
	}
	var facts []store.MailFact
	for _, found := range matcher.Sent(msg, m.Received, ours, w.asRead) {
		if len(whole) > 0 && !has(whole, found.Application.ID) {
			continue
		}
		if w.known(found.Application, found.Fact.Key) {
			continue
		}
		facts = append(facts, store.MailFact{Application: found.Application.ID, Fact: found.Fact})
		what := "you wrote to them yourself"
		if d := found.Fact.What.(rules.Delivered); d.FollowUp != "" {
			what = "you sent " + found.Application.TitleOf(d.FollowUp)
		}
		w.record(found.Application.ID, slogMessage, fmt.Sprintf("%s (%q)", what, msg.Subject), "", "message", msg.MessageID)
	}
	w.keep(facts)
	return facts
}
