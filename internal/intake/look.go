package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/robot"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// A Reader is whose mailbox it is.
type Reader struct {
	Own []string // his addresses
	// NotMine are the domains from which no interview of his comes: of his present
	// employer, where he interviews others.
	NotMine  []string
	Authserv []string        // see trust.Known
	Contacts *trust.Contacts // whom he knows
}

// Bounds of what is taken for an interview.
const (
	furthest   = 366 * 24 * time.Hour // ahead
	longest    = 11 * time.Hour
	mostPeople = 8 // who attend: more is an event, and nobody of them is proven
)

// Look returns what a message that belongs to no application tells of interviews; ok is
// false where it tells of none that may be the user's. v is what it was judged to be, with
// its appointments; at is when it came. The find has no Tag yet.
func Look(l recognize.Letter, v recognize.Verdict, r Reader, at time.Time) (w Found, ok bool) {
	if len(v.Appointments) == 0 || r.isHome(v) {
		return w, false
	}
	w = r.from(v, l)
	attendees := map[string]bool{}
	stamped := map[string]time.Time{}
	for _, m := range v.Meetings {
		stamped[m.UID] = m.Stamped
		for _, a := range m.People {
			attendees[strings.ToLower(a.Address)] = len(m.People) <= mostPeople
		}
	}
	for _, a := range v.Appointments {
		if a.Start.Sub(at) > furthest || !a.End.IsZero() && a.End.Sub(a.Start) > longest {
			continue
		}
		m := Meeting{Action: a.Action, UID: a.UID, Sequence: a.Sequence, Stamped: stamped[a.UID], Start: a.Start, End: a.End, Zone: zoneOf(a), Tentative: a.Tentative, Calendar: a.Calendar, Round: a.Round}
		if m.Action == "" {
			m.Action = "new"
		}
		for _, p := range a.People {
			if p.Part == "interviewer" || p.Part == "recruiter" && len(a.People) == 1 {
				m.People = joinPerson(m.People, person(p.Name, p.Address, p.Title, w.Domain, attendees))
			}
		}
		if a.Recruiter != nil {
			one := person(a.Recruiter.Name, a.Recruiter.Address, a.Recruiter.Title, w.Domain, attendees)
			one.Part = rules.Recruiter
			if one.Proof == "" {
				one.Proof = w.proofOf(one.Contact)
			}
			w.Recruiter = &one
		}
		newer(&w.Company, a.Company)
		newer(&w.Role, a.Role)
		for _, words := range a.Words {
			if !slices.Contains(w.Words, words) {
				w.Words = append(w.Words, words)
			}
		}
		w.Meetings = append(w.Meetings, m)
	}
	if len(w.Meetings) == 0 {
		return w, false
	}
	w.clean()
	w.weigh(l, v, r)
	return w, true
}

// from is what a message says of where it comes from.
func (r Reader) from(v recognize.Verdict, l recognize.Letter) Found {
	from := strings.ToLower(v.From.Address)
	w := Found{MessageID: v.MessageID, InReplyTo: v.InReplyTo, References: v.References, From: v.From, ReplyTo: v.ReplyTo, Subject: v.Subject, Language: v.Language, Decision: v.DecisionDate}
	w.Sender = Sender{DMARC: trust.DMARC(l.Header, r.Authserv), Domain: domains.Registrable(mail.DomainOf(from)), System: domains.System(mail.DomainOf(from))}
	for _, to := range v.To {
		if slices.ContainsFunc(r.Own, func(own string) bool { return strings.EqualFold(own, to) }) {
			w.To = to
			break
		}
	}
	w.Domain = companyDomain(v)
	return w
}

// Offered returns what a message tells that leaves the time of an interview to the user;
// ok is false where it does not, or is none of his. v is what it was judged to be, company
// and role are what it names.
func Offered(l recognize.Letter, v recognize.Verdict, r Reader, company, role string) (w Found, ok bool) {
	if v.Choice == "" || r.isHome(v) {
		return w, false
	}
	w = r.from(v, l)
	w.Choice, w.Company, w.Role, w.Words = true, company, role, []string{v.Choice}
	w.clean()
	w.weigh(l, v, r)
	return w, true
}

// Told returns what is known of a message of which the user himself says that it tells of
// an interview, and in which nothing of that is read. v is what it was judged to be,
// company and role are what it names.
func Told(l recognize.Letter, v recognize.Verdict, r Reader, company, role string) Found {
	w := r.from(v, l)
	w.Company, w.Role = company, role
	w.clean()
	return w
}

// Receipt returns what the receipt of an application says; ok is false where it names
// nothing that an interview could be told by.
func Receipt(v recognize.Verdict, company, role string) (w Applied, ok bool) {
	w = Applied{MessageID: v.MessageID, Company: cleanLine(company), Role: cleanLine(role), Subject: cleanLine(v.Subject), Domain: companyDomain(v)}
	return w, w.Role != "" && (w.Company != "" || w.Domain != "")
}

// clean takes out of what strangers wrote what no terminal, note or letter may show.
func (w *Found) clean() {
	words := []*string{&w.Subject, &w.Company, &w.Role, &w.Language, &w.From.Name, &w.From.Honorific}
	people := func(p *Person) { words = append(words, &p.Name, &p.Honorific, &p.Title) }
	for i := range w.Meetings {
		m := &w.Meetings[i]
		words = append(words, &m.Round)
		for j := range m.People {
			people(&m.People[j])
		}
	}
	if w.Recruiter != nil {
		people(w.Recruiter)
	}
	for i := range w.Words {
		words = append(words, &w.Words[i])
	}
	for _, one := range words {
		*one = cleanLine(*one)
	}
}

func cleanLine(s string) string { return mail.FirstBytes(mail.CleanLine(s), longestWords) }

// longestWords bounds what is kept of a name or a sentence, in bytes.
const longestWords = 250

// isHome reports whether a message comes from the user's own house: his present
// employer's, or whatever domain he says.
func (r Reader) isHome(v recognize.Verdict) bool {
	addresses := []string{v.From.Address, v.ReplyTo}
	for _, m := range v.Meetings {
		addresses = append(addresses, m.Organizer)
	}
	return slices.ContainsFunc(addresses, func(a string) bool {
		domain := strings.ToLower(mail.DomainOf(a))
		return domain != "" && slices.ContainsFunc(r.notMine(), func(d string) bool { return domain == d || strings.HasSuffix(domain, "."+d) })
	})
}

// notMine are the domains from which no interview of the user's comes: those that he
// says, and his own unless anybody can have an address there.
func (r Reader) notMine() []string {
	var list []string
	for _, d := range r.NotMine {
		list = append(list, strings.ToLower(strings.TrimPrefix(d, "@")))
	}
	for _, own := range r.Own {
		if d := ownDomain(own); d != "" {
			list = append(list, d)
		}
	}
	return list
}

// companyDomain returns the domain of the company: the sender's, else where answers go
// or who invites and attends, if a system writes for it.
func companyDomain(v recognize.Verdict) string {
	addresses := []string{v.From.Address, v.ReplyTo}
	for _, m := range v.Meetings {
		addresses = append(addresses, m.Organizer)
		for _, a := range m.People {
			addresses = append(addresses, a.Address)
		}
	}
	for _, a := range v.Appointments {
		for _, p := range a.People {
			addresses = append(addresses, p.Address)
		}
	}
	for _, a := range addresses {
		if d := ownDomain(a); d != "" {
			return d
		}
	}
	return ""
}

// zoneOf is the zone of an appointment if a letter could be reckoned in it.
func zoneOf(a recognize.Appointment) string {
	if a.Zone == "UTC" || a.Zone == "Etc/UTC" {
		return ""
	}
	if _, err := time.LoadLocation(a.Zone); err != nil {
		return ""
	}
	return a.Zone
}

// person says who somebody is, and why letters may go to his address.
func person(name, address, title, domain string, attendees map[string]bool) Person {
	p := Person{Contact: rules.Contact{Title: title, Address: address, Part: rules.Interviewer}}
	p.Honorific, p.Name = rules.SplitHonorific(name)
	lower := strings.ToLower(address)
	switch {
	case address == "" || invite.Nobody(name, address) || robot.Program(lower):
	case attendees[lower]:
		p.Proof = "attendee"
	case domain != "" && ownDomain(address) == domain:
		p.Proof = "named"
	}
	return p
}

// proofOf says why letters may go to the address of one who arranges an interview: the
// message came from there, or has its answers go there, and nothing speaks against that.
func (w Found) proofOf(c rules.Contact) string {
	lower := strings.ToLower(c.Address)
	switch {
	case c.Address == "" || w.Sender.DMARC == "fail" || invite.Nobody(c.Name, c.Address) || robot.Program(lower) || ownDomain(c.Address) == "":
		return ""
	case strings.EqualFold(c.Address, w.From.Address):
		return "sender"
	case strings.EqualFold(c.Address, w.ReplyTo) && w.Sender.System != "" && w.Sender.DMARC == "pass":
		return "reply-to"
	}
	return ""
}

// elsewhere are words by which those ask a candidate away from his mailbox who are no
// company.
var elsewhere = find.NewGate("telegram whatsapp signal", `\b(?:telegram|whatsapp|signal (?:app|messenger)|on signal)\b`)

// weigh finds what speaks against entering the find unasked, the gravest first.
func (w *Found) weigh(l recognize.Letter, v recognize.Verdict, r Reader) {
	object := func(rule, format string, args ...any) {
		w.Against = append(w.Against, Reason{rule, fmt.Sprintf(format, args...)})
	}
	known := trust.Known{Authserv: r.Authserv, Contacts: r.Contacts, Own: r.Own}
	if w.Domain != "" {
		known.Domains = []string{w.Domain}
	}
	if why := trust.Distrust(l.Letter, v.Kind, known); why != "" {
		object("distrust", "%s", why)
	}
	if words := elsewhere.Find(strings.ToLower(mail.FirstBytes(v.Text, 4<<10))); words != "" {
		object("elsewhere", "it wants to talk by %q", words)
	}
	if from := strings.ToLower(mail.DomainOf(w.From.Address)); domains.Free(from) {
		object("free-mail", "anybody can write from %s", from)
	}
	if w.To == "" {
		object("not-to-you", "it is addressed to none of your addresses")
	}
	if w.Company == "" {
		object("company", "it does not say for which company")
	}
	calendar, zone, tentative := false, false, false
	for _, m := range w.Meetings {
		calendar, tentative = calendar || m.Calendar, tentative || m.Tentative
	}
	for _, a := range v.Appointments { // UTC is one, and none that a letter is reckoned in
		zone = zone || a.Zone != "" || a.Calendar
	}
	if tentative {
		object("tentative", "it holds a time and does not say that the interview takes place")
	}
	if !calendar && !w.Choice {
		object("prose", "it says so in its text alone")
	}
	if !zone && !w.Choice {
		object("zone", "it names no time zone: yours is taken")
	}
	object("first", "nothing of this company was known before")
}
