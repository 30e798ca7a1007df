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

// A Hint is a near miss: a message that may belong to an application, and why.
type Hint struct {
	Application rules.Application
	Why         string // in words that continue "it …"
}

// Near returns the applications that a message may belong to, of those that Belongs
// leaves alone: it names role and company, whoever sent it; it comes from the company's
// own domain and names neither (a successor), or has its answers sent there; one of their
// people had a copy (a colleague at the agency), or is who it says it is from; it comes from a domain of many companies and names the
// company in its text, or comes from the application's own tracking system and names
// the role. What goes to many is none of that. They are in order of their IDs.
func (m *Matcher) Near(l recognize.Letter) []Hint {
	if len(m.apps) == 0 || m.own[l.Address()] || l.Bounce != nil || l.Address() == "" || crowd(l) {
		return nil
	}
	t := textsOf(l)
	domain := mail.DomainOf(l.Address())
	system := domains.System(domain)
	if found := m.bothNamed(l, t); len(found) > 0 {
		return m.hints(found, t, rules.Say("names role and company"))
	}
	if system != "" {
		if found := append(m.companiesIn(t.whole, asWritten), m.companiesIn(t.head, asName)...); len(found) > 0 {
			return m.hints(found, t, rules.Say("comes from %s, from where many companies write, and names the company", system))
		}
		own := m.by[bySystem][system]
		if found := narrowed(own, m.rolesIn(t.whole, own), m); len(found) > 0 {
			return m.hints(found, t, rules.Say("comes from %s, from where their mail comes, and names the role", system))
		}
	}
	if l.List {
		return nil // what can be unsubscribed from names whom it is about, or is none of his
	}
	if found := m.colleagues(l.Address()); len(found) > 0 {
		return m.hints(found, t, rules.Say("comes from %s, as their people's mail does, and names neither role nor company", domain))
	}
	for _, a := range l.ReplyTo[:min(1, len(l.ReplyTo))] {
		if found := m.colleagues(strings.ToLower(a.Address)); len(found) > 0 {
			return m.hints(found, t, rules.Say("has its answers sent to %s", a.Address))
		}
	}
	for _, copied := range slices.Concat(l.To, l.Cc) {
		if found := m.at(copied.Address); len(found) > 0 {
			return m.hints(found, t, rules.Say("went to %s as well", copied.Address))
		}
	}
	if found := m.shown(oneLine(l.Sender.Name)); len(found) > 0 {
		return m.hints(found, t, rules.Say("shows the name of one of their people, %s", oneLine(l.Sender.Name)))
	}
	return nil
}

// shown returns the applications of the contacts whose name a sender shows.
func (m *Matcher) shown(name string) (found []int) {
	m.names.each([]byte(strings.ToLower(name)), func(name string) bool {
		found = append(found, m.by[byPerson][name]...)
		return true
	})
	return found
}

func narrowed(found []int, roles map[string]bool, m *Matcher) (some []int) {
	for _, i := range found {
		if roles[oneLine(m.apps[i].Role)] {
			some = append(some, i)
		}
	}
	return some
}

func (m *Matcher) hints(found []int, t texts, why rules.Saying) (list []Hint) {
	for _, a := range m.list(m.pick(found, t)) {
		list = append(list, Hint{a, why.String()})
	}
	return list
}

// mostCompanies is how many companies a letter names at the most that is about a
// candidacy at one of them.
const mostCompanies = 3

// bothNamed returns the applications of which a letter names role and company. The
// company may stand in the sender's address alone.
func (m *Matcher) bothNamed(l recognize.Letter, t texts) []int {
	named := m.companiesIn(t.whole, asName)
	companies := map[string]bool{}
	for _, i := range named {
		companies[lowerName(m.apps[i].Company)] = true
	}
	if len(companies) > mostCompanies {
		return nil
	}
	inAddress(l.Address(), func(word string) { named = append(named, m.by[byLabel][word]...) })
	return narrowed(named, m.rolesIn(t.whole, named), m)
}

// mostRecipients is how many people a letter goes to at the most that is meant for one.
const mostRecipients = 8

// crowd reports whether a message went to many: by a list (RFC 2919), in bulk, or to
// more people than take part in a candidacy.
func crowd(l recognize.Letter) bool {
	for _, name := range []string{"List-Id", "List-Post", "Mailing-List", "X-Mailing-List"} {
		if _, ok := l.Header.Lookup(name); ok {
			return true
		}
	}
	switch strings.ToLower(strings.TrimSpace(l.Header.Get("Precedence"))) {
	case "bulk", "list", "junk":
		return true
	}
	return len(l.To)+len(l.Cc) > mostRecipients
}

// Fact makes the fact of a hint. ok is false where nothing waits for such a message,
// whosever it is: what a program sends that is no answer.
func (h Hint) Fact(l recognize.Letter, v recognize.Verdict, at time.Time) (f rules.Fact, ok bool) {
	switch v.Kind {
	case rules.MessageAcknowledgement:
		if v.Confidence >= recognize.Likely {
			return f, false
		}
	case rules.MessageAutoReply, rules.MessageBounce:
		return f, false
	case rules.MessageOther:
		if !v.Person || l.List {
			return f, false
		}
	}
	return rules.Fact{Key: rules.HintedKey(v.MessageID, content(l)), At: at, What: rules.Hinted{MessageID: v.MessageID, From: v.From, Subject: v.Subject, Why: h.Why, Sketch: l.Sketch().String()}}, true
}
