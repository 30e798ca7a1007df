package attribute

import "strings"

// Knows reports whether an address is a contact's.
func (m *Matcher) Knows(address string) bool {
	return len(m.by[byAddress][strings.ToLower(address)]) > 0
}

// Application returns the application that knows a Message-ID, if only one does.
func (m *Matcher) Application(messageID string) (id string, ok bool) {
	if list := m.by[byID][messageID]; messageID != "" && len(list) == 1 {
		return m.apps[list[0]].ID, true
	}
	return "", false
}
