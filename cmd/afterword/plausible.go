package main

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"afterword/internal/config"
	"afterword/rules"
)

// What is no interview, as a rule: a slip of the finger is likelier.
const (
	furthest = 366 * 24 * time.Hour
	longest  = 10 * time.Hour
)

// insist is what to do where what the user said is odd and may be right.
const insist = "correct it, or say that you are sure: --sure"

// plausible finds what is likely to be a mistake in what the user enters. He can say
// that he is sure of times and of domains.
func (f addFlags) plausible(v rules.Interview, own []string, now time.Time) error {
	for _, list := range [][]string{f.contacts, f.recruiters, f.managers} {
		for _, s := range list {
			c, err := oneContact(s, rules.Interviewer)
			if err != nil {
				return err
			}
			if err := checkAddress(c.Address, own, f.sure); err != nil {
				return err
			}
		}
	}
	if f.sure {
		return nil
	}
	for _, domain := range f.domains {
		if !isDomain(domain) {
			return flagged{"domain", rules.Mistaken("%q is no domain: write it as acme.example", domain)}
		}
	}
	switch {
	case v.End.Sub(now) > furthest:
		return hint(flagged{"ended", rules.Mistaken("%s is more than a year ahead", v.End)}, insist)
	case !v.Start.IsZero() && v.End.Sub(v.Start) > longest:
		return hint(rules.Mistaken("the interview takes from %s to %s, which is more than ten hours", v.Start, v.End), insist)
	}
	return nil
}

// anAddress matches what looks like a mail address within what a user typed.
var anAddress = regexp.MustCompile(`[^\s<>,;:"()]+@[^\s<>,;:"()]+`)

// oneContact reads one person, and refuses two.
func oneContact(s string, part rules.Part) (rules.Contact, error) {
	found := anAddress.FindAllString(strings.ToLower(s), -1)
	slices.Sort(found)
	if found = slices.Compact(found); len(found) > 1 {
		return rules.Contact{}, hint(rules.Mistaken("%q holds %d addresses: one is one person", s, len(found)), "repeat the flag for each of them")
	}
	return rules.ParseContact(s, part)
}

// checkAddress refuses an address at which nobody of the company can be.
func checkAddress(address string, own []string, sure bool) error {
	if address == "" {
		return nil
	}
	if slices.ContainsFunc(own, func(mine string) bool { return strings.EqualFold(mine, address) }) {
		return rules.Mistaken("%s is your own address: name the people of the company", address)
	}
	if domain := address[strings.LastIndexByte(address, '@')+1:]; !sure && !isDomain(domain) {
		return hint(rules.Mistaken("%q is no domain that mail could go to, in the address %s", domain, address), insist)
	}
	return nil
}

// isDomain reports whether mail could be sent to a domain: two labels at least, none
// of them empty (RFC 5321, section 4.1.2), in whatever script (RFC 6531).
func isDomain(domain string) bool {
	labels := strings.Split(domain, ".")
	for _, label := range labels {
		odd := strings.ContainsFunc(label, func(r rune) bool {
			return r != '-' && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
		})
		if label == "" || len(label) > 63 || odd || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
	}
	return len(labels) > 1 && len(domain) < 254 && strings.ContainsFunc(labels[len(labels)-1], unicode.IsLetter)
}

// ownAddresses are the user's, of all accounts.
func ownAddresses(c *config.Config) (own []string) {
	for _, account := range c.Accounts {
		own = append(append(own, account.Address), account.Aliases...)
	}
	return own
}
