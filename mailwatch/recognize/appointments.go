package recognize

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/newtext"
	"afterword/mailwatch/recognize/prose"
	"afterword/rules"
)

// An Appointment is an interview of which a message tells, in a calendar part, in prose,
// or in both: an interview in which the reader is the candidate.
type Appointment struct {
	Action     string     // new, move, cancel or reminder
	Start, End time.Time  // zero where nobody says
	Was        time.Time  // of a move in prose: the one time that it leaves, zero where it names none
	WasDay     rules.Date // the day of that, where it names no more
	Zone       string     // of the database; "" where the message has none
	Zoneless   bool       // prose names no zone, and the reader's clock may be another one than the company's
	Tentative  bool

	UID      string
	Sequence int
	Calendar bool // a calendar part has it

	Company, Role, Round string // "" where the message does not say
	People               []prose.Person
	Left                 []string // who does not come after all
	Recruiter            *prose.Person
	Words                []string
}

// arrange reads the interviews of which a letter tells, and when the company says that it
// will decide. Calendar parts and prose are read together: times that both tell are one
// appointment, and who is named in one has his address from the other.
func (v *Verdict) arrange(l Letter, opt Options) {
	defer func() { _ = recover() }() // nothing that is read here may cost the verdict
	calendar := v.Meeting != nil && !v.Meeting.End.IsZero()
	if v.Kind == rules.MessageInterview && !calendar {
		v.Unsettled = invite.Unsettled(v.Subject + "\n" + v.Text)
	}
	if !v.mayArrange(l, opt) && opt.ask == nil {
		return
	}
	m := messageOf(l, opt, v)
	m.Ask = opt.ask
	story := prose.Read(m)
	if !story.Candidate {
		return
	}
	v.Appointments = appointments(story, m, opt, v)
	if v.Kind == rules.MessageRejection && !calendar { // what it says of a talk is that there is none
		v.Appointments = slices.DeleteFunc(v.Appointments, func(a Appointment) bool { return a.Action != "cancel" || a.Start.IsZero() })
		return
	}
	if calendar {
		v.promise(story)
		return
	}
	firm := slices.ContainsFunc(v.Appointments, func(a Appointment) bool { return a.Action != "cancel" && !a.Start.IsZero() && !a.Tentative })
	off := slices.ContainsFunc(v.Appointments, func(a Appointment) bool { return a.Action == "cancel" })
	if v.Kind != rules.MessageInterview {
		// Nothing but what is known to be about the reader's interviews is taken for one
		// by its times alone.
		if !firm && !off {
			v.Unsettled = story.Unsettled
			v.Choice = offered(story)
			return
		}
		v.Kind, v.Confidence = rules.MessageInterview, max(v.Confidence, told)
	}
	v.Unsettled = off || (v.Unsettled || story.Unsettled) && !firm
	if len(v.Appointments) == 0 {
		v.Choice = cmp.Or(offered(story), leavesTheTime(m.Text))
	}
	v.promise(story)
}

// Questions returns what is weighed of a letter's prose, beside what rules say. It is for
// those who train.
func (l Letter) Questions(opt Options) (list []prose.Question) {
	opt.ask = func(q prose.Question) { list = append(list, q) }
	l.Judge(opt)
	return list
}

// told is the confidence of an interview that shows by its time alone.
const told = 0.65

// mayArrange reports whether a letter may tell of an interview: reading prose costs more
// than all the rest, so it is done where an invitation was found, and else only for the
// short letter that has a time of day and a word of a talk, or that is known to be an
// application's.
func (v *Verdict) mayArrange(l Letter, opt Options) bool {
	if l.Date.IsZero() {
		return false
	}
	if len(v.Meetings) > 0 {
		return v.Kind != rules.MessageBounce && v.Kind != rules.MessageAutoReply
	}
	switch v.Kind {
	case rules.MessageInterview:
		return !answersInvitation(l)
	case rules.MessageOther, rules.MessageHolding, rules.MessageQuestion, rules.MessageTimeline:
		return (!l.List || toOne(l)) && !answersInvitation(l) && (opt.Known && v.Person || prose.May(v.Subject, v.Text))
	case rules.MessageRejection:
		return (!l.List || toOne(l)) && prose.MayCallOff(v.Subject, v.Text)
	}
	return false
}

// appointments puts together what calendar parts and prose tell.
func appointments(story prose.Story, m prose.Message, opt Options, v *Verdict) []Appointment {
	var list []Appointment
	if len(v.Meetings) == 0 {
		for _, one := range story.Meetings {
			a := Appointment{Action: story.Action, Start: one.Start, End: one.End, Zone: one.Zone, Tentative: story.Tentative, People: story.People, Left: story.Left}
			if len(one.People) > 0 && len(story.Meetings) > 1 {
				a.People = one.People
			}
			if one.Words != "" {
				a.Words = []string{one.Words}
			}
			if a.Action == "move" && len(story.Meetings) == 1 {
				a.Was, a.WasDay = story.Was, story.WasDay
			}
			a.Zoneless = a.Zone == "" && !a.Start.IsZero() && apart(a.Start, m, opt)
			list = append(list, a)
		}
	}
	for _, e := range v.Meetings {
		one := fromCalendar(e, story, m, len(v.Meetings) == 1)
		one.People = slices.DeleteFunc(one.People, func(p prose.Person) bool { return ofAnother(p.Name, e, v.Meetings) })
		list = append(list, one)
	}
	for i := range list {
		list[i].Company, list[i].Role, list[i].Round = story.Company, story.Role, story.Round
		if r := story.Recruiter; list[i].Recruiter == nil && r != nil && (r.Clerk() || interviews(story.People, r.Name) || !interviews(list[i].People, r.Name)) {
			list[i].Recruiter = r
		}
	}
	slices.SortStableFunc(list, func(a, b Appointment) int { return a.Start.Compare(b.Start) })
	return list
}

// apart reports whether a time that names no zone may be meant by another clock than the
// reader's: the company's is known to be another one, or the sender's shows another time.
// A system's clock in UTC shows nothing.
func apart(at time.Time, m prose.Message, opt Options) bool {
	home := cmp.Or(opt.Home, m.Zone)
	if home == nil {
		return false
	}
	offset := func(t time.Time) int { _, s := t.Zone(); return s }
	if m.Zone != nil && offset(at.In(m.Zone)) != offset(at.In(home)) {
		return true
	}
	sender := offset(m.Date)
	return sender != 0 && sender != offset(m.Date.In(home)) && (m.Zone == nil || sender != offset(m.Date.In(m.Zone)))
}

// promise takes in when the company says that it will decide: after the last of the
// interviews, and not where one is called off, for what is promised then is another one.
func (v *Verdict) promise(story prose.Story) {
	list := v.Appointments
	if story.Decides.IsZero() || len(list) == 0 || list[0].Action == "cancel" {
		return
	}
	if last := list[len(list)-1]; !last.Start.IsZero() && !story.Decides.After(rules.DateOf(last.Start)) {
		return
	}
	v.DecisionDate, v.Promise = story.Decides, story.Promise
}

// interviews reports whether somebody of that name interviews.
func interviews(list []prose.Person, name string) bool {
	return slices.ContainsFunc(list, func(p prose.Person) bool { return p.Part == "interviewer" && prose.Same(p.Name, name) })
}

// answersInvitation reports whether a letter brings a calendar part that tells of no
// event: the answer to an invitation.
func answersInvitation(l Letter) bool {
	return slices.ContainsFunc(l.Parts, func(p *mail.Part) bool { return p.MediaType == "text/calendar" && !p.Enclosed }) &&
		!slices.ContainsFunc(l.Problems, func(s string) bool { return strings.Contains(s, "calendar part") })
}

// messageOf shows a letter to the reader of prose.
func messageOf(l Letter, opt Options, v *Verdict) prose.Message {
	m := prose.Message{
		Subject: l.Subject, Text: l.Text, Signed: newtext.Signed(l.Message), Quoted: l.Whole, Language: region(l), Date: l.Date,
		Sender: prose.Person{Name: l.Sender.Name, Address: l.Sender.Address}, ReplyTo: v.ReplyTo, Readers: opt.Names,
		Reply: l.InReplyTo != "", List: l.List && !toOne(l), Interview: v.Kind == rules.MessageInterview, Calendar: len(v.Meetings) > 0,
		Own: func(name, address string) bool { return opt.own(invite.Attendee{Name: name, Address: address}) },
		Home: func(domain string) bool {
			return slices.ContainsFunc(opt.Own, func(own string) bool {
				d := domains.Registrable(mail.DomainOf(own))
				return !domains.Free(d) && d == domains.Registrable(domain)
			})
		},
	}
	if opt.Calendar != nil {
		m.Zone, m.Days = opt.Calendar.Zone(), opt.Calendar
	}
	for _, e := range v.Meetings {
		if d := strings.TrimSpace(e.Description); d != "" && !has(m.Text, d) {
			m.Text += "\n\n" + d
		}
		if e.Summary != "" && !has(m.Subject, e.Summary) {
			m.Subject += " | " + e.Summary
		}
		if m.Organizer.Address == "" {
			m.Organizer = prose.Person{Name: e.Names[strings.ToLower(e.Organizer)], Address: e.Organizer}
		}
		if m.Guest == "" {
			m.Guest = guest(e)
		}
	}
	return m
}

// toOne reports whether a letter that has the headers of a list is one to a single reader:
// applicant-tracking systems put a link to unsubscribe under every invitation. What
// advertises posts, or sells something, is one to everybody.
func toOne(l Letter) bool {
	if advertises().MatchString(strings.ToLower(l.Subject + "\n" + l.Text)) {
		return false
	}
	for _, name := range []string{"List-Id", "List-Post", "Mailing-List", "X-Mailing-List", "X-Campaign", "X-Campaignid", "X-Mc-User"} {
		if l.Header.Get(name) != "" {
			return false
		}
	}
	return true
}

// has reports whether a text has the beginning of another one, blanks aside.
func has(text, part string) bool {
	part = strings.Join(strings.Fields(part), " ")
	return strings.Contains(strings.Join(strings.Fields(mail.FirstBytes(text, 32<<10)), " "), mail.FirstBytes(part, 60))
}

// guest returns the one who attends from elsewhere than organizer and others.
func guest(e invite.Meeting) string {
	home := domains.Registrable(mail.DomainOf(e.Organizer))
	name, others, guests := "", 0, 0
	for _, a := range e.People {
		switch {
		case domains.Registrable(mail.DomainOf(a.Address)) == home:
			others++
		default:
			guests++
			name = a.Name
		}
	}
	if guests != 1 || others == 0 {
		return ""
	}
	return name
}

// fromCalendar makes an appointment of an event, with what the text says of it.
func fromCalendar(e invite.Meeting, story prose.Story, m prose.Message, only bool) Appointment {
	a := Appointment{Action: "new", Start: e.Start, End: e.End, Zone: e.Zone, Tentative: e.Tentative || e.Held || story.Tentative, Left: story.Left, UID: e.UID, Sequence: e.Sequence, Calendar: true}
	switch {
	case e.Cancelled:
		a.Action = "cancel"
	case story.Action == "reminder":
		a.Action = "reminder"
	case e.Sequence > 0 || story.Action == "move":
		a.Action = "move"
	}
	if e.Summary != "" {
		a.Words = append(a.Words, e.Summary)
	}
	a.inZone(story, m.Zone)
	named := story.People
	for _, told := range story.Told {
		if told.Start.Before(a.End) && (told.Start.After(a.Start) || told.Start.Equal(a.Start)) {
			if told.Words != "" && len(a.Words) < 6 {
				a.Words = append(a.Words, told.Words)
			}
			continue
		}
		if !only { // who is named with another time has the other event
			named = slices.DeleteFunc(slices.Clone(named), func(p prose.Person) bool {
				return slices.ContainsFunc(told.People, func(q prose.Person) bool { return prose.Same(p.Name, q.Name) })
			})
		}
	}
	a.People = slices.Clone(named)
	a.attend(e, story, m)
	return a
}

// inZone puts an appointment into the zone that the message shows: UTC is how systems
// store times, not how people read them.
func (a *Appointment) inZone(story prose.Story, reader *time.Location) {
	if a.Zone != "" && a.Zone != "UTC" && a.Zone != "Etc/UTC" {
		return
	}
	if a.Zone == "" && a.Start.Location() != time.UTC {
		return // an offset, or what the file describes
	}
	name := ""
	for _, told := range story.Told {
		if told.Zone != "" {
			name = told.Zone
			break
		}
	}
	loc := reader
	if z, err := time.LoadLocation(name); name != "" && err == nil {
		loc = z
	}
	if loc == nil {
		return
	}
	a.Start, a.End, a.Zone = a.Start.In(loc), a.End.In(loc), loc.String()
}

// advertises stands in job adverts, alerts and offers of programs.
var advertises = find.Lazy(`job alert|saved search|new jobs? (?:for|matching|in)|apply (?:now|here|by|before)|free trial|try (?:it )?(?:for )?free|` +
	`suchauftrag|job-?alarm|neue jobs|jetzt bewerben|bewerben sie sich|kostenlos (?:testen|ausprobieren)|alerte emploi|recherche enregistrée|postulez|essai gratuit|` +
	`alerta de empleo|búsqueda guardada|inscríbe(?:te|se)|postúla(?:te|se)|prueba gratis|` +
	`zoekopdracht|vacature(?:mail|bank|alert)|\bvacature \||solliciteer (?:nu|voor|direct)|solliciteren >|reageer v[oó][oó]r|gratis (?:uit)?proberen|probeer .{0,20}gratis|` +
	`[€$£] ?\d{1,2}(?:[.,]\d\d)? ?(?:per|a|/|pro|im|par|al) ?(?:month|monat|mois|mes|maand)|\b\d{1,2}(?:[.,]\d\d)? ?(?:€|euros?) (?:pro|im|par|al|per) (?:monat|mois|mes|maand)`)
