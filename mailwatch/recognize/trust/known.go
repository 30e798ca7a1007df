package trust

import (
	"math/bits"
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"
)

// Contacts are the people whom the user knows. What a message costs does not grow
// with their number, but for one comparison of two words for each of their domains.
// The nil Contacts are nobody. They may be read by several goroutines, as long as
// none adds or removes one.
type Contacts struct {
	addresses  map[string]int      // how many have this address, in lower case
	domains    map[string]int      // how many have an address at this registrable domain
	byLabel    map[string][]string // domains by label
	bySkeleton map[string][]string // domains by skeleton of their label
	byLength   [maxLabel + 1][]shape
}

// maxLabel is how long a label of a domain is at the most (RFC 1035, section 2.3.4).
const maxLabel = 63

// A shape is a domain and the letters of its label: those of two labels that differ
// in one edit differ in two letters at the most.
type shape struct {
	letters uint64
	domain  string
}

// NewContacts returns the contacts of a list.
func NewContacts(list ...rules.Contact) *Contacts {
	c := &Contacts{addresses: map[string]int{}, domains: map[string]int{}, byLabel: map[string][]string{}, bySkeleton: map[string][]string{}}
	c.Add(list...)
	return c
}

// Add takes contacts in, each as often as it is given.
func (c *Contacts) Add(list ...rules.Contact) {
	for _, one := range list {
		domain := c.count(one, 1)
		if domain == "" || c.domains[domain] != 1 {
			continue
		}
		name := label(domain)
		c.byLabel[name] = append(c.byLabel[name], domain)
		looks := skeleton(name)
		c.bySkeleton[looks] = append(c.bySkeleton[looks], domain)
		if letters, n := lettersOf(name); n <= maxLabel {
			c.byLength[n] = append(c.byLength[n], shape{letters, domain})
		}
	}
}

// Remove takes contacts back that were added.
func (c *Contacts) Remove(list ...rules.Contact) {
	for _, one := range list {
		domain := c.count(one, -1)
		if domain == "" || c.domains[domain] != 0 {
			continue
		}
		name := label(domain)
		for _, from := range []struct {
			index map[string][]string
			key   string
		}{{c.byLabel, name}, {c.bySkeleton, skeleton(name)}} {
			rest := slices.DeleteFunc(from.index[from.key], func(d string) bool { return d == domain })
			if from.index[from.key] = rest; len(rest) == 0 {
				delete(from.index, from.key)
			}
		}
		if _, n := lettersOf(name); n <= maxLabel {
			c.byLength[n] = slices.DeleteFunc(c.byLength[n], func(s shape) bool { return s.domain == domain })
		}
		delete(c.domains, domain)
	}
}

// count counts a contact, and returns its domain if it has one of its own.
func (c *Contacts) count(one rules.Contact, by int) (domain string) {
	if one.Address == "" {
		return ""
	}
	address := strings.ToLower(one.Address)
	if c.addresses[address] += by; c.addresses[address] == 0 {
		delete(c.addresses, address)
	}
	if domain = domains.Registrable(mail.DomainOf(address)); domains.Free(domain) {
		return ""
	}
	c.domains[domain] += by
	return domain
}

// has reports whether an address is that of a contact.
func (c *Contacts) has(address string) bool {
	return c != nil && c.addresses[strings.ToLower(address)] > 0
}

// lookAlike returns the known domain that the domain imitates, the first by the
// alphabet; "" if it is one of them or like none.
func (c *Contacts) lookAlike(domain string) string {
	domain = domains.Registrable(domain)
	if c == nil || domain == "" || domains.Free(domain) || c.domains[domain] > 0 {
		return ""
	}
	name := label(domain)
	found := ""
	try := func(known ...string) {
		for _, k := range known {
			if (found == "" || k < found) && imitates(name, label(k)) {
				found = k
			}
		}
	}
	try(c.byLabel[name]...)
	try(c.bySkeleton[skeleton(name)]...)
	for i := range name { // one of the two may be what was added to it
		try(c.byLabel[name[:i]]...)
		try(c.byLabel[name[i:]]...)
	}
	letters, n := lettersOf(name)
	for length := max(0, n-maxEdits); length <= min(maxLabel, n+maxEdits); length++ {
		for _, s := range c.byLength[length] {
			if bits.OnesCount64(s.letters^letters) <= 2*maxEdits {
				try(s.domain)
			}
		}
	}
	return found
}

// maxEdits is how many edits may lie between a name and one that imitates it.
const maxEdits = 2

// lettersOf returns the set of letters that a name has, and how many it has.
func lettersOf(name string) (set uint64, n int) {
	for _, r := range name {
		set |= 1 << (uint32(r) % 64)
		n++
	}
	return set, n
}

// imitates reports whether a name is made to be taken for a real one.
func imitates(name, real string) bool {
	n := len(real)
	return n >= 3 && (name == real || // another top-level domain
		skeleton(name) == skeleton(real) ||
		n >= 5 && edits(name, real) <= 1 ||
		n >= 10 && edits(name, real) <= maxEdits ||
		n >= 4 && extraWords(name, real))
}
