package rules

import (
	"regexp"
	"strings"
)

// unread matches the local parts of addresses that nobody reads, in the languages that
// are recognised.
var unread = regexp.MustCompile(`^(?:.*[._+-])?(?:no[._-]?reply|do[._-]?not[._-]?reply|dont[._-]?reply|no[._-]?responder|no[._-]?contestar|ne[._-]?pas[._-]?repondre|` +
	`nicht[._-]?antworten|keine[._-]?antwort(?:en)?|niet[._-]?beantwoorden|geen[._-]?antwoord|nao[._-]?responda|non[._-]?rispondere|no[._-]?response|unattended|mailer-daemon|postmaster|bounces?)(?:[._+-].*|\d*)$`)

// NoReply reports whether an address says of itself that nobody reads what is sent to
// it. No follow-up goes there.
func NoReply(address string) bool {
	local, _, ok := strings.Cut(strings.ToLower(address), "@")
	return ok && unread.MatchString(local)
}

// reachable reports whether a contact can be written to.
func (c Contact) reachable() bool { return c.Address != "" && !NoReply(c.Address) }
