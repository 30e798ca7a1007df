package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"afterword/rules"
	"afterword/templates"
)

// freeID returns the first number that no interview has.
func freeID(list []rules.Interview) string {
	for n := len(list) + 1; ; n++ {
		id := fmt.Sprint(n)
		if !slices.ContainsFunc(list, func(v rules.Interview) bool { return v.ID == id }) {
			return id
		}
	}
}

// overrun is by how much the end that a user types may miss the one that an
// invitation had planned.
const overrun = 30 * time.Minute

// sameMeeting finds the interview that a further `add` is about: the one that ends
// at the same time, else one that an invitation brought, and that was to end
// around it; -1 if there is none.
func sameMeeting(list []rules.Interview, end time.Time) int {
	at := slices.IndexFunc(list, func(v rules.Interview) bool { return !v.Cancelled && v.End.Equal(end) })
	if at < 0 {
		at = slices.IndexFunc(list, func(v rules.Interview) bool {
			return !v.Cancelled && v.UID != "" && end.Sub(v.End).Abs() < overrun
		})
	}
	return at
}

// join adds to an interview what is said about it once more.
func join(v *rules.Interview, more rules.Interview) {
	for _, list := range []struct {
		to   *[]string
		from []string
	}{{&v.Interviewers, more.Interviewers}, {&v.Topics, more.Topics}, {&v.Challenges, more.Challenges}} {
		all := slices.Clone(*list.to)
		for _, s := range list.from {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		*list.to = all
	}
	v.End = more.End
	if !more.Start.IsZero() {
		v.Start = more.Start
	}
	if !more.Decision.IsZero() {
		v.Decision = more.Decision
	}
}

// longestName bounds what stands in a subject or a salutation, in bytes.
const longestName = 300

// checkDescribed finds what cannot be right in what the user says.
func checkDescribed(d rules.Described, zone *time.Location) error {
	if d.Company == "" || d.Role == "" {
		return fmt.Errorf("the company and the role must have a name")
	}
	words := []string{d.Company, d.Role}
	for _, c := range d.Contacts {
		words = append(words, c.Name, c.Honorific)
	}
	for _, w := range words {
		if strings.ContainsFunc(w, unicode.IsControl) || len(w) > longestName {
			return fmt.Errorf("%.40q is no name: it is one line, and not a long one", w)
		}
	}
	if d.Status != "" && !slices.ContainsFunc(d.Contacts, func(c rules.Contact) bool { return c.Key() == d.Status }) {
		return fmt.Errorf("the status contact %q is none of the contacts", d.Status)
	}
	if d.Language != "" && !slices.Contains(templates.Languages(), d.Language) {
		return fmt.Errorf("there are no letters in the language %q: use one of %s", d.Language, strings.Join(templates.Languages(), ", "))
	}
	for _, c := range d.Contacts {
		if c.Part != rules.Interviewer && c.Part != rules.Recruiter && c.Part != rules.HiringManager {
			return fmt.Errorf("%q has the part %q: it is interviewer, recruiter or hiring-manager", c.Name, c.Part)
		}
	}
	seen := map[string]bool{}
	for _, v := range d.Interviews {
		switch {
		case v.ID == "" || seen[v.ID]:
			return fmt.Errorf("each interview needs an id of its own, and %q is not", v.ID)
		case v.End.IsZero():
			return fmt.Errorf("interview %s has no end", v.ID)
		case !v.Start.IsZero() && !v.Start.Before(v.End):
			return fmt.Errorf("interview %s ends before it begins", v.ID)
		case !v.Decision.IsZero() && v.Decision.Before(rules.DateOf(v.End.In(zone))):
			return fmt.Errorf("the decision date %s is before interview %s", v.Decision, v.ID)
		}
		seen[v.ID] = true
		for _, key := range v.Interviewers {
			if !slices.ContainsFunc(d.Contacts, func(c rules.Contact) bool { return c.Key() == key }) {
				return fmt.Errorf("interviewer %q of interview %s is none of the contacts", key, v.ID)
			}
		}
	}
	return nil
}
