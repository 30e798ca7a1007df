package mailwatch

import (
	"slices"
	"strings"

	"afterword/rules"
)

// WantsSent reports whether a message that the user sent could belong to an
// application.
func (m *Matcher) WantsSent(h Header) bool {
	known := func(id string) bool { return id != "" && len(m.byID[id]) > 0 }
	to := func(a Address) bool { return len(m.byAddress[strings.ToLower(a.Address)]) > 0 }
	return known(h.MessageID) || known(h.InReplyTo) || slices.ContainsFunc(h.References, known) ||
		slices.ContainsFunc(h.To, to) || slices.ContainsFunc(h.Cc, to)
}

// BelongsSent returns the applications to which a message that the user sent
// belongs: it answers one of their messages, is one of their drafts, or goes to
// one of their contacts.
func (m *Matcher) BelongsSent(h Header) []rules.Application {
	ids := append(slices.Clone(h.References), h.InReplyTo, h.MessageID)
	for _, id := range slices.Backward(ids) {
		if found := m.byID[id]; id != "" && len(found) > 0 {
			return m.list(found)
		}
	}
	var found []int
	for _, to := range append(slices.Clone(h.To), h.Cc...) {
		found = append(found, m.byAddress[strings.ToLower(to.Address)]...)
	}
	return m.list(found)
}
