package attribute

import "strings"

// Knows reports whether an address is a contact's.
func (m *Matcher) Knows(address string) bool {
	return len(m.by[byAddress][strings.ToLower(address)]) > 0
}
