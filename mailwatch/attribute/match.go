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

// A Matcher says to which application a message belongs. What a message costs does
// not grow with the number of applications. It may be read by several goroutines,
// as long as none changes it (Replace, Learn).
type Matcher struct {
	apps  []*rules.Application
	index map[string]int // of an application in apps, by its ID
	own   map[string]bool

	// Each holds indexes into apps.
	byID      map[string][]int // Message-ID
	byAddress map[string][]int // contact's address
	byDomain  map[string][]int // the company's domain, or its applicant-tracking system's
	byCompany map[string][]int // the company's name
	companies names            // those of byCompany
}

// NewMatcher returns a matcher for the applications of one account. own holds
// the user's addresses: what he sends himself is no answer.
func NewMatcher(apps []rules.Application, own []string) *Matcher {
	m := &Matcher{index: make(map[string]int, len(apps)), own: map[string]bool{}, byID: map[string][]int{}, byAddress: map[string][]int{},
		byDomain: map[string][]int{}, byCompany: map[string][]int{}, companies: names{}}
	for _, a := range own {
		m.own[strings.ToLower(a)] = true
	}
	for _, a := range apps {
		m.Replace(a)
	}
	return m
}

// Replace takes in an application that is new or has changed.
func (m *Matcher) Replace(a rules.Application) {
	i, known := m.index[a.ID]
	if known {
		m.marks(*m.apps[i], func(in map[string][]int, key string) {
			list := in[key]
			if at := slices.Index(list, i); at >= 0 {
				list = slices.Delete(list, at, at+1)
			}
			if in[key] = list; len(list) == 0 {
				delete(in, key)
			}
		})
		if name := lowerName(m.apps[i].Company); name != "" && len(m.byCompany[name]) == 0 {
			m.companies.remove(name)
		}
		m.apps[i] = &a
	} else {
		i = len(m.apps)
		m.index[a.ID] = i
		m.apps = append(m.apps, &a)
	}
	if name := lowerName(a.Company); name != "" && len(m.byCompany[name]) == 0 {
		m.companies.add(name)
	}
	m.marks(a, func(in map[string][]int, key string) {
		// It stands at the end if it was added under this key before.
		if list := in[key]; len(list) == 0 || list[len(list)-1] != i {
			in[key] = append(list, i)
		}
	})
}

// marks calls f with each index in which an application stands, and its key there.
func (m *Matcher) marks(a rules.Application, f func(in map[string][]int, key string)) {
	if name := lowerName(a.Company); name != "" {
		f(m.byCompany, name)
	}
	for id := range a.MessageIDs() {
		f(m.byID, id)
	}
	for _, c := range a.Contacts {
		if c.Address == "" {
			continue
		}
		address := strings.ToLower(c.Address)
		f(m.byAddress, address)
		if d := mail.DomainOf(address); !domains.Free(d) {
			f(m.byDomain, d)
		}
	}
	for _, d := range a.Domains {
		f(m.byDomain, strings.ToLower(strings.TrimPrefix(d, "@")))
	}
}

// Learn takes in that a message belongs to an application, so that an answer to it
// is known before the applications are read anew.
func (m *Matcher) Learn(messageID, application string) {
	i, ok := m.index[application]
	if ok && messageID != "" && !slices.Contains(m.byID[messageID], i) {
		m.byID[messageID] = append(m.byID[messageID], i)
	}
}

// Wants reports whether a message could matter, by its envelope alone. It may say
// yes to one that Belongs then leaves alone, never no to one that matters.
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
	// A contact of the same name under another address; a report on our mail.
	return len(e.From) == 0 || e.Report || m.companies.in(e.Subject, e.Sender.Name)
}

// ours reports whether a message belongs to an application.
func (m *Matcher) ours(id string) bool { return id != "" && len(m.byID[id]) > 0 }

// wantsFrom reports whether a message from an address could matter.
func (m *Matcher) wantsFrom(a mail.Address) bool {
	address := strings.ToLower(a.Address)
	domain := mail.DomainOf(address)
	return len(m.byAddress[address]) > 0 || len(m.domain(domain)) > 0 || domains.Tracking(domain) || robot.Program(address) // a bounce comes from anywhere
}

// domain returns the applications of a domain or of one that it lies below.
func (m *Matcher) domain(d string) []int {
	for strings.Contains(d, ".") {
		if list := m.byDomain[d]; len(list) > 0 {
			return list
		}
		_, d, _ = strings.Cut(d, ".")
	}
	return nil
}

// Belongs returns the applications to which a message belongs: it answers one
// of their messages, or comes from one of their contacts, or from the company's
// domain or its applicant-tracking system and names the role or the company. A
// bounce belongs where the address that it names is a contact's.
//
// It returns several only where nothing tells them apart (one recruiter, two
// roles): then all must fall silent, and none may take it for its outcome. They
// are in order of their IDs.
func (m *Matcher) Belongs(l recognize.Letter) []rules.Application {
	if m.own[l.Address()] {
		return nil
	}
	for _, id := range slices.Backward(l.Answers()) {
		if found := m.byID[id]; len(found) > 0 {
			return m.pick(found, l)
		}
	}
	var found []int
	if l.Bounce != nil {
		for _, failed := range l.Bounce.Failed {
			found = append(found, m.byAddress[strings.ToLower(failed)]...)
		}
		return m.list(found)
	}
	for _, address := range append([]mail.Address{l.Sender}, l.ReplyTo[:min(1, len(l.ReplyTo))]...) {
		if found := m.byAddress[strings.ToLower(address.Address)]; len(found) > 0 {
			return m.pick(found, l)
		}
	}
	domain := mail.DomainOf(l.Address())
	text := strings.ToLower(l.Contact().Name + " " + l.Subject + " " + l.Body)
	for _, i := range m.domain(domain) {
		if contains(text, m.apps[i].Company) || contains(text, m.apps[i].Role) {
			found = append(found, i)
		}
	}
	if domains.Tracking(domain) {
		m.companies.each([]byte(text), func(name string) bool {
			found = append(found, m.byCompany[name]...)
			return true
		})
	}
	return m.pick(found, l)
}

// pick keeps those that the message names by role, or else by company, where
// several are possible.
func (m *Matcher) pick(found []int, l recognize.Letter) []rules.Application {
	if len(found) < 2 {
		return m.list(found)
	}
	text := strings.ToLower(l.Subject + " " + l.Body)
	for _, name := range []func(*rules.Application) string{
		func(a *rules.Application) string { return a.Role },
		func(a *rules.Application) string { return a.Company },
	} {
		var named []int
		for _, i := range found {
			if contains(text, name(m.apps[i])) {
				named = append(named, i)
			}
		}
		if len(named) > 0 {
			found = named
		}
	}
	return m.list(found)
}

// list returns the applications in order of their IDs, each once.
func (m *Matcher) list(found []int) []rules.Application {
	order := slices.SortedFunc(slices.Values(found), func(i, j int) int { return strings.Compare(m.apps[i].ID, m.apps[j].ID) })
	var apps []rules.Application
	for _, i := range slices.Compact(order) {
		apps = append(apps, *m.apps[i])
	}
	return apps
}
