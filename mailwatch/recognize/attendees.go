package recognize

import (
	"cmp"
	"slices"
	"strings"

	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/prose"
	"afterword/mailwatch/recognize/robot"
)

// ofAnother reports whether the description of an event leaves somebody out whom that of
// another one names.
func ofAnother(name string, e invite.Meeting, all []invite.Meeting) bool {
	names := func(m invite.Meeting) bool { return name != "" && strings.Contains(m.Summary+"\n"+m.Description, name) }
	attends := slices.ContainsFunc(e.People, func(a invite.Attendee) bool { return a.Name != "" && prose.Same(a.Name, name) })
	return !attends && !names(e) && slices.ContainsFunc(all, names)
}

// nameOf returns the one of those whom a text names of whose name an address is made; nil
// for none or several.
func nameOf(address string, named []prose.Person) *prose.Person {
	var one *prose.Person
	for i := range named {
		if !prose.Belongs(named[i].Name, address) {
			continue
		}
		if one != nil {
			return nil
		}
		one = &named[i]
	}
	return one
}

// recruits is what those are who find candidates, and hold no interview where others do.
var recruits = find.Lazy(`\b(?:recruiter|recruiting|recruitment|chargée? de recrutement|técnic[ao] de selección)\b`)

// attend takes in who attends by the calendar: they interview, but for who arranges it.
func (a *Appointment) attend(e invite.Meeting, story prose.Story, m prose.Message) {
	for _, at := range e.People {
		title := ""
		at.Name, title = called(at.Name)
		if slices.ContainsFunc(story.Left, func(left string) bool { return prose.Same(left, at.Name) }) {
			continue
		}
		i := slices.IndexFunc(a.People, func(p prose.Person) bool {
			return at.Name != "" && prose.Same(p.Name, at.Name) || strings.EqualFold(p.Address, at.Address) || at.Name == "" && prose.Belongs(p.Name, at.Address)
		})
		if i >= 0 {
			a.People[i].Address = at.Address
			continue
		}
		p := prose.Person{Name: at.Name, Address: at.Address, Title: title, Part: "interviewer"}
		if n := nameOf(at.Address, story.Named); n != nil && (p.Name == "" || prose.Same(n.Name, p.Name)) {
			p.Name, p.Title = n.Name, cmp.Or(n.Title, title)
		}
		organizes := strings.EqualFold(at.Address, e.Organizer)
		signs := story.Sender.Name != "" && (prose.Same(story.Sender.Name, at.Name) || strings.EqualFold(at.Address, m.Sender.Address))
		if signs {
			p.Title = story.Sender.Title
		}
		if (organizes || signs || p.Arranges() || recruits().MatchString(strings.ToLower(p.Title))) && (len(e.People) > 1 || len(story.People) > 0) { // who alone meets the reader meets him
			p.Part = "recruiter"
			if a.Recruiter == nil {
				r := p
				a.Recruiter = &r
			}
		}
		a.People = append(a.People, p)
	}
	if a.Recruiter == nil && story.Recruiter == nil && len(a.People) > 0 && e.Organizer != "" {
		o := prose.Person{Name: e.Names[strings.ToLower(e.Organizer)], Address: e.Organizer, Part: "recruiter"}
		if o.Name != "" && !m.Own(o.Name, o.Address) && !invite.Nobody(o.Name, o.Address) && !robot.Program(strings.ToLower(o.Address)) && !slices.ContainsFunc(a.People, func(p prose.Person) bool { return prose.Same(p.Name, o.Name) }) {
			a.Recruiter = &o
		}
	}
}

// called writes a name as a directory has it the way people say it, and what stands behind
// it in brackets: "Brandt, Jonas (EK)" is Jonas Brandt.
func called(cn string) (name, title string) {
	if head, rest, ok := strings.Cut(cn, " ("); ok && strings.HasSuffix(rest, ")") && strings.TrimSpace(head) != "" {
		cn, title = strings.TrimSpace(head), strings.TrimSuffix(rest, ")")
	}
	last, first, ok := strings.Cut(cn, ",")
	first = strings.TrimSpace(first)
	if !ok || first == "" || strings.ContainsAny(first, ",0123456789") || len(strings.Fields(last)) > 3 || len(strings.Fields(first)) > 3 || degree(first) {
		return cn, title
	}
	if head, rest, ok := strings.Cut(last, " "); ok && strings.HasSuffix(head, ".") { // "Dr. Lang, Mira"
		first, last = head+" "+first, rest
	}
	return first + " " + strings.TrimSpace(last), title
}

// degree reports whether what stands behind a comma is what makes a firm, or a degree.
func degree(s string) bool {
	switch strings.ToLower(strings.Trim(s, ". ")) {
	case "inc", "llc", "ltd", "gmbh", "ag", "sa", "bv", "jr", "sr", "phd", "ph.d", "md", "mba", "ii", "iii", "esq", "cpa":
		return true
	}
	return false
}
