package simulate

import (
	"slices"
	"strings"

	"afterword/internal/config"
	"afterword/mailwatch/attribute"
	"afterword/rules"
)

// addresses are the user's, of all accounts, in lower case.
func addresses(accounts []config.Account) (all map[string]bool) {
	all = map[string]bool{}
	for _, a := range accounts {
		for _, one := range append([]string{a.Address}, a.Aliases...) {
			all[strings.ToLower(one)] = true
		}
	}
	return all
}

// choose finds the mail of which the text is needed and was not read: what may tell of an
// interview, and what belongs, as far as its header says, to an application of which is
// known. What does that, or answers it, is an event: the clock stops when it comes. It
// reports whether there are events that were none before.
func choose(all []*Mail, accounts []config.Account, apps []rules.Application) (unread []*Mail, more bool) {
	own := addresses(accounts)
	var list []string
	for one := range own {
		list = append(list, one)
	}
	matcher := attribute.NewMatcher(apps, list)
	for _, a := range accounts {
		matcher.Account(a.Name, append([]string{a.Address}, a.Aliases...))
	}
	belongs := map[string]bool{} // by Message-ID
	for _, m := range all {
		wants := matcher.Wants
		if m.Sent || own[strings.ToLower(m.Sender.Address)] {
			wants = matcher.WantsSent
		}
		if wants(m.Envelope) || slices.ContainsFunc(m.Answers(), func(id string) bool { return belongs[id] }) {
			belongs[m.MessageID] = m.MessageID != ""
			more = more || !m.ticks
			m.ticks = true
		}
		if (m.ticks || m.tells) && m.raw == nil && !m.gone {
			unread = append(unread, m)
		}
	}
	return unread, more
}
