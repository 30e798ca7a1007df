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
// header says, and which ones the daemon has made facts of.
type knowledge struct {
	apps  []rules.Application
	found map[string]bool // Message-IDs of the mail that told of interviews
	from  map[string]bool // who wrote it, in lower case
	facts map[string]bool // Message-IDs of all mail that is a fact
}

// choose finds the mail that belongs, as far as its header says, to an application or a
// find of which is known; unread is that of which the daemon has not seen the text yet. What
// is a fact is an event: it is played, and the clock stops when it comes. more says that
// there are events that were none before.
func choose(all []*Mail, accounts []config.Account, k knowledge) (unread []*Mail, more bool) {
	own := Addresses(accounts)
	matcher := attribute.NewMatcher(k.apps, slices.Sorted(maps.Keys(own)))
	for _, a := range accounts {
		matcher.Account(a.Name, append([]string{a.Address}, a.Aliases...))
	}
	belongs := map[string]bool{} // by Message-ID
	maps.Copy(belongs, k.found)
	for _, m := range all {
		from := strings.ToLower(m.Sender.Address)
		wants := matcher.Wants
		if m.Sent || own[from] {
			wants = matcher.WantsSent
		}
		answers := slices.ContainsFunc(m.Answers(), func(id string) bool { return belongs[id] })
		if !wants(m.Envelope) && !answers && !k.found[m.MessageID] && !k.from[from] {
			continue
		}
		belongs[m.MessageID] = m.MessageID != ""
		if !m.ticks && (m.MessageID == "" || k.facts[m.MessageID]) {
			m.ticks, more = true, true
		}
		if !m.read {
			unread = append(unread, m)
		}
	}
	return unread, more
}
