package simulate

import (
	"maps"
	"slices"
	"strings"

	"afterword/internal/config"
	"afterword/mailwatch/attribute"
	"afterword/rules"
)

// Addresses are the user's, of all accounts, in lower case.
func Addresses(accounts []config.Account) (all map[string]bool) {
	all = map[string]bool{}
	for _, a := range accounts {
		for _, one := range append([]string{a.Address}, a.Aliases...) {
			all[strings.ToLower(one)] = true
		}
	}
	return all
}

// A knowledge is what was learnt of the past so far: whose a message is, as far as its
// header says.
type knowledge struct {
	apps  []rules.Application
	found map[string]bool // Message-IDs of the mail that told of interviews
	from  map[string]bool // who wrote it, in lower case
}

// choose finds the mail of which the text is needed and was not read: what may tell of an
// interview, and what belongs to an application or a find of which is known. What does
// that, or answers it, is an event: the clock stops when it comes. It reports whether
// there are events that were none before.
func choose(all []*Mail, accounts []config.Account, k knowledge) (unread []*Mail, more bool) {
	own := Addresses(accounts)
	matcher := attribute.NewMatcher(k.apps, slices.Sorted(maps.Keys(own)))
	for _, a := range accounts {
		matcher.Account(a.Name, append([]string{a.Address}, a.Aliases...))
	}
	belongs := maps.Clone(k.found) // by Message-ID
	if belongs == nil {
		belongs = map[string]bool{}
	}
	for _, m := range all {
		from := strings.ToLower(m.Sender.Address)
		wants := matcher.Wants
		if m.Sent || own[from] {
			wants = matcher.WantsSent
		}
		answers := slices.ContainsFunc(m.Answers(), func(id string) bool { return belongs[id] })
		if wants(m.Envelope) || answers || k.found[m.MessageID] || k.from[from] {
			belongs[m.MessageID] = m.MessageID != ""
			more = more || !m.ticks
			m.ticks = true
		}
		if m.ticks && m.raw == nil && !m.gone {
			unread = append(unread, m)
		}
	}
	return unread, more
}
