package attribute

import (
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/robot"
	"afterword/rules"
)

// Wants reports whether a message could matter, by its envelope alone. It may say
// yes to one that is then left alone, never no to one that Belongs. A near miss it
// lets through where the envelope shows it.
func (m *Matcher) Wants(e mail.Envelope) bool {
	if len(m.apps) == 0 || m.own[strings.ToLower(e.Sender.Address)] {
		return false
	}
	if m.ours(e.InReplyTo) || slices.ContainsFunc(e.References, m.ours) {
		return true
	}
	if slices.ContainsFunc(e.From, m.wantsFrom) || slices.ContainsFunc(e.ReplyTo, m.wantsFrom) {
		return true
	}
	if slices.ContainsFunc(e.To, m.contact) || slices.ContainsFunc(e.Cc, m.contact) {
		return true // a colleague of theirs
	}
	// A contact of the same name under another address; a report on our mail.
	return len(e.From) == 0 || e.Report || m.names.in(e.Subject, e.Sender.Name)
}

// ours reports whether a message belongs to an application.
func (m *Matcher) ours(id string) bool { return id != "" && len(m.by[byID][id]) > 0 }

func (m *Matcher) contact(a mail.Address) bool { return len(m.at(a.Address)) > 0 }

// wantsFrom reports whether a message from an address could matter.
func (m *Matcher) wantsFrom(a mail.Address) bool {
	address := strings.ToLower(a.Address)
	domain := mail.DomainOf(address)
	if len(m.by[byAddress][address]) > 0 || len(m.domain(domain)) > 0 || domains.Tracking(domain) || robot.Program(address) { // a bounce comes from anywhere
		return true
	}
	found := false
	inAddress(address, func(word string) { found = found || len(m.by[byLabel][word]) > 0 })
	return found
}

// Belongs returns the applications to which a message belongs: it answers one
// of their messages, or comes from one of their contacts, or from the company's
// domain and names the role or the company. From a domain that many companies write
// from it belongs where its sender's name, its address or its subject has the
// company's name, as it is written; from free mail, only where the application's
// people write from there too. A bounce belongs where the address that it names is a
// contact's.
//
// It returns several only where nothing tells them apart (one recruiter, two
// roles): then all must fall silent, and none may take it for its outcome. They
// are in order of their IDs.
func (m *Matcher) Belongs(l recognize.Letter) []rules.Application {
	if m.own[l.Address()] {
		return nil
	}
	t := textsOf(l)
	domain := mail.DomainOf(l.Address())
	if found := m.thread(l.Answers()); len(found) > 0 && !m.elsewhere(found, l, t) {
		found = narrow(found, func(i int) bool { return slices.Contains(m.at(l.Address()), i) })
		found = narrow(found, func(i int) bool { return slices.Contains(m.domain(domain), i) })
		return m.list(m.pick(found, t))
	}
	if l.Bounce != nil {
		var found []int
		for _, id := range l.Bounce.Quoted {
			found = append(found, m.by[byID][id]...)
		}
		for _, failed := range l.Bounce.Failed {
			found = append(found, m.at(failed)...)
		}
		return m.list(found)
	}
	for _, address := range append([]mail.Address{l.Sender}, l.ReplyTo[:min(1, len(l.ReplyTo))]...) {
		// What a system sends from one address it sends for everybody.
		if found := m.at(address.Address); len(found) > 0 && !program(address.Address) {
			return m.list(m.pick(found, t))
		}
	}
	if domains.Shared(domain) {
		return m.list(m.pick(m.signed(l, t), t))
	}
	return m.list(m.pick(m.named(m.domain(domain), t), t))
}

// program reports whether an address is that by which a system writes for many
// companies.
func program(address string) bool {
	address = strings.ToLower(address)
	return domains.Tracking(mail.DomainOf(address)) && robot.Program(address)
}

// elsewhere reports whether what an applicant-tracking system sends stands in a thread
// of applications, and says by name that it is another one's: some use an identifier
// for all that they send.
func (m *Matcher) elsewhere(found []int, l recognize.Letter, t texts) bool {
	if !domains.Tracking(mail.DomainOf(l.Address())) {
		return false
	}
	signed := m.signed(l, t)
	return len(signed) > 0 && !slices.ContainsFunc(signed, func(i int) bool { return slices.Contains(found, i) })
}

// signed returns the applications at companies that a letter from a domain of many
// names as its sender, or in its subject.
func (m *Matcher) signed(l recognize.Letter, t texts) []int {
	found := m.companiesIn(t.head, asWritten)
	domain := mail.DomainOf(l.Address())
	if domains.Free(domain) {
		return both(found, m.by[bySystem][domain])
	}
	// The system's own name is nobody's: what stands before it may be a customer's.
	address := strings.TrimSuffix(l.Address(), domains.System(domain))
	inAddress(address, func(word string) { found = append(found, m.by[byLabel][word]...) })
	return found
}

// companiesIn returns the applications at the companies that a text names.
func (m *Matcher) companiesIn(text string, how spelling) []int {
	var called []string
	var apps []int
	m.names.each([]byte(strings.ToLower(text)), func(name string) bool {
		for _, i := range m.by[byCompany][name] {
			if !slices.Contains(apps, i) {
				apps = append(apps, i)
				called = append(called, m.called(i)...)
			}
		}
		return true
	})
	named := namedIn(text, called, how)
	return slices.DeleteFunc(apps, func(i int) bool { return !m.oneOf(named, i) })
}

func (m *Matcher) called(i int) []string { return called(m.apps[i].Company) }

// oneOf reports whether a company's name is among those that a text has.
func (m *Matcher) oneOf(named map[string]bool, i int) bool {
	return slices.ContainsFunc(m.called(i), func(name string) bool { return named[name] })
}

// named keeps the applications that a letter names by role or company. At a domain of
// several companies (an agency's) a company is named as it is written.
func (m *Matcher) named(found []int, t texts) []int {
	how := anyCase
	if slices.ContainsFunc(found, func(i int) bool { return lowerName(m.apps[i].Company) != lowerName(m.apps[found[0]].Company) }) {
		how = asWritten
	}
	roles, companies := m.rolesIn(t.whole, found), m.companiesOf(t.whole, found, how)
	var some []int
	for _, i := range found {
		if roles[oneLine(m.apps[i].Role)] || m.oneOf(companies, i) {
			some = append(some, i)
		}
	}
	return some
}

// rolesIn returns which roles of the applications a text names.
func (m *Matcher) rolesIn(text string, of []int) map[string]bool {
	var roles []string
	for _, i := range of {
		roles = append(roles, oneLine(m.apps[i].Role))
	}
	return namedIn(text, roles, anyCase)
}

// companiesOf returns which companies of the applications a text names.
func (m *Matcher) companiesOf(text string, of []int, how spelling) map[string]bool {
	var list []string
	for _, i := range of {
		list = append(list, m.called(i)...)
	}
	return namedIn(text, list, how)
}

// formerly returns the roles under which the user knew an application before he
// corrected it: mail may go on calling it so.
func formerly(a *rules.Application) (roles []string) {
	for _, f := range a.Facts {
		if d, ok := f.What.(rules.Described); ok && d.Role != a.Role {
			roles = append(roles, oneLine(d.Role))
		}
	}
	return roles
}

// roleNamed says whether a text names the role of each of some applications: as it is
// called now, or, where it names none of those, as it was called once.
func roleNamed(text string, apps []*rules.Application) func(a *rules.Application) bool {
	var now, once []string
	for _, a := range apps {
		now = append(now, oneLine(a.Role))
	}
	if named := namedIn(text, now, anyCase); len(named) > 0 {
		return func(a *rules.Application) bool { return named[oneLine(a.Role)] }
	}
	for _, a := range apps {
		once = append(once, formerly(a)...)
	}
	named := namedIn(text, once, anyCase)
	return func(a *rules.Application) bool {
		return len(named) > 0 && slices.ContainsFunc(formerly(a), func(role string) bool { return named[role] })
	}
}

// pick keeps those that the message names by role, the longest one, and of those the
// ones that it names by company, where several are possible.
func (m *Matcher) pick(found []int, t texts) []int {
	if len(found) < 2 {
		return found
	}
	var apps []*rules.Application
	for _, i := range found {
		apps = append(apps, m.apps[i])
	}
	named, companies := roleNamed(t.whole, apps), m.companiesOf(t.whole, found, asWritten)
	found = narrow(found, func(i int) bool { return named(m.apps[i]) })
	return narrow(found, func(i int) bool { return m.oneOf(companies, i) })
}

// both returns those that are in two lists.
func both(a, b []int) (list []int) {
	for _, i := range a {
		if slices.Contains(b, i) {
			list = append(list, i)
		}
	}
	return list
}
