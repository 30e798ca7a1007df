package attribute

import (
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/prose"
	"afterword/mailwatch/recognize/robot"
	"afterword/rules"
)

// meetings returns the interviews of which a message tells: what takes place before what
// is called off, each in order of time. What its words alone tell counts as far as one
// may believe whoever wrote them.
func (m *Matcher) meetings(a rules.Application, l recognize.Letter, v recognize.Verdict, sole bool) []rules.Meeting {
	var list []rules.Meeting
	for _, g := range v.Meetings {
		if g.End.IsZero() {
			continue
		}
		one := rules.Meeting{People: m.people(a, g, v.From), Interview: rules.Interview{Start: g.Start, End: g.End, UID: g.Key(),
			Sequence: g.Sequence, Stamped: g.Stamped, Cancelled: g.Cancelled, Tentative: g.Tentative}}
		if i := slices.IndexFunc(v.Appointments, func(p recognize.Appointment) bool { return p.Calendar && p.UID == g.UID && p.Start.Equal(g.Start) }); i >= 0 {
			m.told(a, v, v.Appointments[i], &one)
		}
		list = append(list, one)
	}
	if len(v.Meetings) == 0 {
		for _, p := range v.Appointments {
			if !p.Start.IsZero() {
				list = append(list, m.inProse(a, l, v, p, sole))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b rules.Meeting) int {
		if a.Interview.Cancelled != b.Interview.Cancelled {
			if a.Interview.Cancelled {
				return 1
			}
			return -1
		}
		return a.Interview.Start.Compare(b.Interview.Start)
	})
	return list
}

// inProse makes a meeting of what the words of a message alone tell.
func (m *Matcher) inProse(a rules.Application, l recognize.Letter, v recognize.Verdict, p recognize.Appointment, sole bool) rules.Meeting {
	one := rules.Meeting{Interview: rules.Interview{Start: p.Start, End: p.End, UID: rules.ProseUID(p.Start), Prose: rules.Action(p.Action),
		Tentative: p.Tentative, Was: p.Was, WasDay: p.WasDay}}
	if one.Interview.End.IsZero() {
		one.Interview.End, one.Interview.Assumed = p.Start.Add(rules.UsualLength), true
	}
	switch several := len(v.Appointments) > 1; {
	case !sole:
		one.Interview.Doubt = rules.Say("it may be of another application").String()
	case !m.believed(a, l):
		one.Interview.Doubt = rules.Say("whoever wrote it is no contact of this application, and answers no letter of it").String()
	case !m.toReader(l):
		one.Interview.Doubt = rules.Say("it was not written to you").String()
	case p.Zoneless:
		one.Interview.Doubt = rules.Say("it does not say in whose time, and your clock and theirs differ").String()
	case p.Action == "move" && several:
		one.Interview.Doubt = rules.Say("it names several times").String()
	}
	m.told(a, v, p, &one)
	return one
}

// believed reports whether whoever wrote a message is one whose word on an application
// counts: a contact of it, somebody in its conversation, or one of the company who names
// the role.
func (m *Matcher) believed(a rules.Application, l recognize.Letter) bool {
	if _, known := a.ContactAt(l.Address()); known {
		return true
	}
	at, indexed := m.index[a.ID]
	if indexed && slices.ContainsFunc(l.Answers(), func(id string) bool { return slices.Contains(m.by[byID][id], at) }) {
		return true
	}
	domain := mail.DomainOf(l.Address())
	return !domains.Shared(domain) && companyDomains(a)[domains.Registrable(domain)] && m.rolesIn(textsOf(l).whole, []int{at})[oneLine(a.Role)]
}

// toReader reports whether a message was written to the user, and to no list.
func (m *Matcher) toReader(l recognize.Letter) bool {
	to := l.Recipients()
	return !l.List && (len(to) == 0 || slices.ContainsFunc(to, func(address string) bool { return m.own[strings.ToLower(address)] }))
}

// companyDomains are those of an application's company: its own, and its people's.
func companyDomains(a rules.Application) map[string]bool {
	set := map[string]bool{}
	add := func(domain string) {
		if domain = domains.Registrable(strings.ToLower(domain)); domain != "" && !domains.Free(domain) && !domains.Tracking(domain) {
			set[domain] = true
		}
	}
	for _, d := range a.Domains {
		add(d)
	}
	for _, c := range a.Contacts {
		add(mail.DomainOf(c.Address))
	}
	return set
}

// told takes in what the words say of a meeting beside its time: who interviews, who does
// not come after all, who arranged it, and what round it is.
func (m *Matcher) told(a rules.Application, v recognize.Verdict, p recognize.Appointment, one *rules.Meeting) {
	one.Interview.Round, one.Interview.Left = p.Round, p.Left
	company := companyDomains(a)
	proven := func(p prose.Person) bool {
		_, known := a.ContactAt(p.Address)
		return p.Address != "" && (known || company[domains.Registrable(mail.DomainOf(strings.ToLower(p.Address)))]) &&
			!m.own[strings.ToLower(p.Address)] && !invite.Nobody(p.Name, p.Address) && !robot.Program(strings.ToLower(p.Address))
	}
	for _, who := range p.People {
		c := contactOf(who, rules.Interviewer)
		if who.Part != string(rules.Interviewer) || c.Name == "" || slices.ContainsFunc(one.People, func(have rules.Contact) bool { return prose.Same(have.Name, who.Name) }) {
			continue
		}
		if !proven(who) {
			c.Address = "" // the recruiter passes the thanks on
		}
		if !slices.ContainsFunc(one.People, func(have rules.Contact) bool { return have.Key() == c.Key() }) {
			one.People = append(one.People, c)
		}
	}
	if r := p.Recruiter; r != nil && proven(*r) && r.Name != "" {
		c := contactOf(*r, rules.Recruiter)
		one.Interview.By = &c
	}
}

// contactOf makes a contact of somebody whom the words name.
func contactOf(p prose.Person, part rules.Part) rules.Contact {
	c := rules.Contact{Address: p.Address, Title: p.Title, Part: part}
	c.Honorific, c.Name = rules.SplitHonorific(p.Name)
	return c
}

// people makes contacts of those who attend a meeting by a calendar, the user not among
// them. Who only arranges it for others has not interviewed him, and who attends from
// free mail, where the company has none, may be anybody.
func (m *Matcher) people(a rules.Application, g invite.Meeting, from rules.Contact) []rules.Contact {
	var list []rules.Contact
	for _, at := range g.People {
		if m.own[strings.ToLower(at.Address)] || m.fromAnywhere(a, g, at) {
			continue
		}
		c := rules.Contact{Address: at.Address, Part: rules.Interviewer}
		c.Honorific, c.Name = rules.SplitHonorific(at.Name)
		if strings.EqualFold(at.Address, from.Address) && from.Name != "" {
			c.Name, c.Honorific = from.Name, from.Honorific
		}
		if g.Arranges(at) {
			c.Part = rules.Recruiter
		}
		// Who is known is written to where he is known.
		if known, ok := namesake(a, c); ok && len(m.at(c.Address)) == 0 {
			c.Address = known.Address
		}
		if !slices.ContainsFunc(list, func(have rules.Contact) bool { return have.Key() == c.Key() }) {
			list = append(list, c)
		}
	}
	return list
}

// fromAnywhere reports whether an attendee has an address of free mail that is no
// contact's, in an event that a company arranged.
func (m *Matcher) fromAnywhere(a rules.Application, g invite.Meeting, at invite.Attendee) bool {
	_, known := a.ContactAt(at.Address)
	return !known && domains.Free(mail.DomainOf(strings.ToLower(at.Address))) && !strings.EqualFold(at.Address, g.Organizer) && len(companyDomains(a)) > 0
}
