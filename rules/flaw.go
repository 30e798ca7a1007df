package rules

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// longestName bounds what stands in a subject or a salutation, in bytes.
const longestName = 300

// Flaw finds what cannot be right in what is said of an application, whose dates are
// those of a zone.
func (d Described) Flaw(zone *time.Location) error {
	if d.Company == "" || d.Role == "" {
		return Mistaken("the company and the role must have a name")
	}
	if d.Register != "" && d.Register != Familiar && d.Register != Polite {
		return Mistaken("the register is %q, and not %s or %s", d.Register, Familiar, Polite)
	}
	words := []string{d.Company, d.Role, d.RoleSaid, d.CompanySaid}
	for _, c := range d.Contacts {
		words = append(words, c.Name, c.Honorific)
	}
	for _, w := range words {
		if strings.ContainsFunc(w, unicode.IsControl) || len(w) > longestName {
			return Mistaken("%q is no name: it is one line, and not a long one", shortened(w))
		}
	}
	if d.Status != "" && !slices.ContainsFunc(d.Contacts, func(c Contact) bool { return c.Key() == d.Status }) {
		return Mistaken("the status contact %q is none of the contacts", d.Status)
	}
	for _, c := range d.Contacts {
		if c.Part != Interviewer && c.Part != Recruiter && c.Part != HiringManager {
			return Mistaken("%q has the part %q: it is interviewer, recruiter or hiring-manager", c.Name, c.Part)
		}
	}
	seen := map[string]bool{}
	for _, v := range d.Interviews {
		switch {
		case v.ID == "" || seen[v.ID]:
			return Mistaken("each interview needs an id of its own, and %q is not", v.ID)
		case v.End.IsZero():
			return Mistaken("interview %s has no end", v.ID)
		case !v.Start.IsZero() && !v.Start.Before(v.End):
			return Mistaken("interview %s ends before it begins", v.ID)
		case !v.Decision.IsZero() && v.Decision.Before(DateOf(v.End.In(zone))):
			return Mistaken("the decision date %s is before interview %s", v.Decision, v.ID)
		}
		seen[v.ID] = true
		for _, key := range v.Interviewers {
			if !slices.ContainsFunc(d.Contacts, func(c Contact) bool { return c.Key() == key }) {
				return Mistaken("interviewer %q of interview %s is none of the contacts", key, v.ID)
			}
		}
	}
	return nil
}

// shortened is the beginning of words that may be too long to be quoted.
func shortened(words string) string {
	runes := []rune(words)
	return string(runes[:min(len(runes), 40)])
}
