package intake

import (
	"fmt"
	"slices"
	"strings"

	"afterword/rules"
)

// Together returns the finds that are answered with one of them: those of the same role
// at the same company about which the user is asked as well, the one named among them. A
// find that names no role goes with the only role that there is. What mail from elsewhere
// tells, under the company's name, is answered by itself: anybody can write that.
func Together(list []Find, f Find) []Find {
	var roles []string
	for _, g := range list {
		if same := sameCompany(g.Company, g.Domain, f.Company, f.Domain); same && g.Role != "" && !containsFold(roles, g.Role) {
			roles = append(roles, g.Role)
		}
	}
	var all []Find
	for _, g := range list {
		switch {
		case g.Tag == f.Tag:
			all = append(all, g)
		case g.State != Asked || !sameCompany(g.Company, g.Domain, f.Company, f.Domain) || !f.believes(g.Mail[0]):
		case strings.EqualFold(g.Role, f.Role) || len(roles) < 2 && (g.Role == "" || f.Role == ""):
			all = append(all, g)
		}
	}
	return all
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(have string) bool { return strings.EqualFold(have, s) })
}

// sameCompany reports whether two names and domains are one company's: the names decide
// where both are known, for one agency writes for many.
func sameCompany(a, aDomain, b, bDomain string) bool {
	x, y := nameKey(a), nameKey(b)
	if x != "" && y != "" {
		return x == y || aDomain != "" && aDomain == bDomain && (strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" "))
	}
	return aDomain != "" && aDomain == bDomain
}

// Joins returns the application, among those of an account, of which a find is a further
// round: the same role at the same company, or the only one there where the find names no
// role.
func (f Find) Joins(apps []rules.Application) (rules.Application, bool) {
	var there []rules.Application
	for _, a := range apps {
		if a.Forgotten() || !sameCompany(a.Company, domainOf(a), f.Company, f.Domain) {
			continue
		}
		if f.Role != "" && strings.EqualFold(strings.TrimSpace(a.Role), f.Role) {
			return a, true
		}
		there = append(there, a)
	}
	if f.Role == "" && len(there) == 1 {
		return there[0], true
	}
	return rules.Application{}, false
}

// domainOf returns the domain of an application's company, as far as it is known.
func domainOf(a rules.Application) string {
	for _, d := range a.Domains {
		if own := ownDomain("@" + strings.TrimPrefix(d, "@")); own != "" {
			return own
		}
	}
	for _, c := range a.Contacts {
		if own := ownDomain(c.Address); own != "" {
			return own
		}
	}
	return ""
}

// Describe puts finds of one candidacy into what the user says of an application: a new
// one (the zero Described), or one that they are further rounds of. Only people whose
// address is proven get one; who is known by name alone is somebody whom the recruiter is
// asked to thank.
func Describe(d rules.Described, finds ...Find) rules.Described {
	d.Domains, d.Contacts, d.Interviews = slices.Clone(d.Domains), slices.Clone(d.Contacts), slices.Clone(d.Interviews)
	for _, f := range finds {
		if d.Company == "" {
			d.Company = f.Company
		}
		if d.Role == "" {
			d.Role = f.Role
		}
		if d.Zone == "" {
			d.Zone = f.Zone
		}
		if f.letters != "" {
			d.Language = f.letters
		}
		if f.Domain != "" && !containsFold(d.Domains, f.Domain) {
			d.Domains = append(d.Domains, f.Domain)
		}
		if r := f.Recruiter; r != nil && (r.Name != "" || r.Proof != "") {
			c := r.letterTo()
			c.Part = rules.Recruiter
			addContact(&d, c)
		}
		live := f.Live()
		for i, m := range live {
			v := m.interview()
			for _, p := range m.People {
				v.Interviewers = append(v.Interviewers, addContact(&d, p.letterTo()))
			}
			if i == len(live)-1 && !f.Decision.IsZero() && !f.Decision.Before(rules.DateOf(v.End)) {
				v.Decision = f.Decision
			}
			enter(&d, v)
		}
		for _, w := range f.Mail {
			if w.MessageID != "" && !slices.Contains(d.Knows, w.MessageID) {
				d.Knows = append(slices.Clip(d.Knows), w.MessageID)
			}
		}
	}
	return d
}

// letterTo is a person as he stands in an application: without an address that nothing
// proves.
func (p Person) letterTo() rules.Contact {
	c := p.Contact
	if p.Proof == "" {
		c.Address = ""
	}
	if c.Part == "" {
		c.Part = rules.Interviewer
	}
	return c
}

// addContact adds somebody, unless he is there, and returns his key.
func addContact(d *rules.Described, c rules.Contact) string {
	if !slices.ContainsFunc(d.Contacts, func(have rules.Contact) bool { return have.Key() == c.Key() }) {
		d.Contacts = append(d.Contacts, c)
	}
	return c.Key()
}

// interview is a meeting as an application has it; its people come apart.
func (m Meeting) interview() rules.Interview {
	return rules.Interview{Start: m.Start, End: m.until(), UID: m.UID, Sequence: m.Sequence, Stamped: m.Stamped}
}

// enter adds an interview, unless it is known.
func enter(d *rules.Described, v rules.Interview) {
	if v.End.IsZero() {
		return
	}
	for i, have := range d.Interviews {
		if v.UID != "" && (have.UID == v.UID || slices.Contains(have.UIDs, v.UID)) || have.End.Equal(v.End) {
			for _, key := range v.Interviewers {
				if !slices.Contains(have.Interviewers, key) {
					d.Interviews[i].Interviewers = append(slices.Clip(d.Interviews[i].Interviewers), key)
				}
			}
			if have.Decision.IsZero() {
				d.Interviews[i].Decision = v.Decision
			}
			return
		}
	}
	for n := len(d.Interviews) + 1; ; n++ {
		v.ID = fmt.Sprint(n)
		if !slices.ContainsFunc(d.Interviews, func(have rules.Interview) bool { return have.ID == v.ID }) {
			break
		}
	}
	d.Interviews = append(d.Interviews, v)
}
