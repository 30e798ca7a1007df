package attribute

import (
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"
)

// A Matcher says to which application a message belongs. What a message costs does
// not grow with the number of applications. It may be read by several goroutines,
// as long as none changes it (Replace, Learn, Account).
type Matcher struct {
	apps     []*rules.Application
	index    map[string]int // of an application in apps, by its ID
	own      map[string]bool
	home     map[string]bool            // the domains of own
	accounts map[string]map[string]bool // name of an account → its addresses
	by       [marks]map[string][]int    // indexes into apps
	names    names                      // those of byCompany, byPerson and roles, and what else a subject has that matters
	roles    map[string]int             // how many have a role
}

// A mark is that by which an application is found.
type mark int

const (
	byID      mark = iota // Message-ID
	byAddress             // contact's address
	byDomain              // a contact's domain, or one that the user named
	bySystem              // the applicant-tracking system of such a domain, or such a domain of free mail
	byCompany             // name of the company
	byLabel               // the same as it stands in an address
	byPerson              // name of a contact
	marks
)

// isName reports whether what is marked is a name that subjects or senders have.
func (by mark) isName() bool { return by == byCompany || by == byPerson }

// shortestLabel is how long a company's name is at the least that is looked for in
// addresses.
const shortestLabel = 3

// NewMatcher returns a matcher for applications, of however many accounts. own holds
// the user's addresses, of all of them: what he sends himself is no answer.
func NewMatcher(apps []rules.Application, own []string) *Matcher {
	m := &Matcher{index: make(map[string]int, len(apps)), own: map[string]bool{}, home: map[string]bool{}, accounts: map[string]map[string]bool{}, names: names{}, roles: map[string]int{}}
	for i := range m.by {
		m.by[i] = map[string][]int{}
	}
	for _, a := range own {
		a = strings.ToLower(a)
		m.own[a] = true
		m.home[mail.DomainOf(a)] = true
	}
	for _, words := range recognize.Candidacy {
		m.names.add(words)
	}
	for _, a := range apps {
		m.Replace(a)
	}
	return m
}

// Account says which addresses are those of an account, where there are several: its
// letters are written from no other.
func (m *Matcher) Account(name string, addresses []string) {
	m.accounts[name] = map[string]bool{}
	for _, a := range addresses {
		m.accounts[name][strings.ToLower(a)] = true
	}
}

// writesFrom reports whether letters for an application may be written from an
// address.
func (m *Matcher) writesFrom(account, address string) bool {
	address = strings.ToLower(address)
	list, ok := m.accounts[account]
	return !ok || list[address] || !m.own[address]
}

// Replace takes in an application that is new or has changed.
func (m *Matcher) Replace(a rules.Application) {
	i, known := m.index[a.ID]
	if known {
		each := func(by mark, key string) {
			list := m.by[by][key]
			if at := slices.Index(list, i); at >= 0 {
				last := len(list) - 1
				list[at] = list[last] // in no order: many may stand there
				list = list[:last]
			} else {
				return // it stood there twice
			}
			if m.by[by][key] = list; len(list) == 0 {
				delete(m.by[by], key)
				if by.isName() {
					m.names.remove(key)
				}
			}
		}
		m.marks(*m.apps[i], each)
		m.role(*m.apps[i], -1)
		m.apps[i] = &a
	} else {
		i = len(m.apps)
		m.index[a.ID] = i
		m.apps = append(m.apps, &a)
	}
	m.role(a, 1)
	m.marks(a, func(by mark, key string) {
		list := m.by[by][key]
		if len(list) == 0 && by.isName() {
			m.names.add(key)
		}
		// It stands at the end if it was added under this key before.
		if len(list) == 0 || list[len(list)-1] != i {
			m.by[by][key] = append(list, i)
		}
	})
}

// role counts an application's role.
func (m *Matcher) role(a rules.Application, by int) {
	role := lowerName(a.Role)
	if role == "" {
		return
	}
	if m.roles[role] == 0 {
		m.names.add(role)
	}
	if m.roles[role] += by; m.roles[role] == 0 {
		delete(m.roles, role)
		m.names.remove(role)
	}
}

// marks calls f with all by which an application is found.
func (m *Matcher) marks(a rules.Application, f func(by mark, key string)) {
	for _, name := range called(a.Company) {
		f(byCompany, lowerName(name))
		if label := squashed(name); len(label) >= shortestLabel {
			f(byLabel, label)
		}
	}
	for id := range a.MessageIDs() {
		f(byID, id)
	}
	domain := func(d string) {
		switch system := domains.System(d); {
		case d == "":
		case domains.Free(d):
			f(bySystem, d)
		case system != "":
			f(bySystem, system)
		default:
			f(byDomain, d)
		}
	}
	for _, c := range a.Contacts {
		if c.Address != "" {
			address := strings.ToLower(c.Address)
			f(byAddress, address)
			if len(strings.Fields(c.Name)) > 1 { // "Kim" are many
				f(byPerson, lowerName(c.Name))
			}
			domain(mail.DomainOf(address))
		}
	}
	for _, d := range a.Domains {
		domain(strings.ToLower(strings.TrimPrefix(d, "@")))
	}
}

// Learn takes in that a message belongs to an application, so that an answer to it
// is known before the applications are read anew.
func (m *Matcher) Learn(messageID, application string) {
	i, ok := m.index[application]
	if ok && messageID != "" && !slices.Contains(m.by[byID][messageID], i) {
		m.by[byID][messageID] = append(m.by[byID][messageID], i)
	}
}

// at returns the applications of a contact's address.
func (m *Matcher) at(address string) []int { return m.by[byAddress][strings.ToLower(address)] }

// domain returns the applications of a domain or of one that it lies below.
func (m *Matcher) domain(d string) []int {
	for strings.Contains(d, ".") {
		if list := m.by[byDomain][d]; len(list) > 0 {
			return list
		}
		_, d, _ = strings.Cut(d, ".")
	}
	return nil
}

// thread returns the applications that know what a message answers: those of the
// nearest message that any knows. An identifier that several know (one letter about two
// roles, or a system that uses it again) means those that know the rest of the thread
// as well.
func (m *Matcher) thread(ids []string) []int {
	var found []int
	for _, id := range slices.Backward(ids) {
		list := m.by[byID][id]
		if id == "" || len(list) == 0 {
			continue
		}
		if found == nil {
			found = list
		}
		found = narrow(found, func(i int) bool { return slices.Contains(list, i) })
		if len(found) < 2 {
			break
		}
	}
	return found
}

// narrow keeps those of the applications that fit, or all where none does.
func narrow(found []int, fits func(i int) bool) []int {
	if len(found) < 2 {
		return found
	}
	var some []int
	for _, i := range found {
		if fits(i) {
			some = append(some, i)
		}
	}
	if len(some) == 0 {
		return found
	}
	return some
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
