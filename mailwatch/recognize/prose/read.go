package prose

import (
	"afterword/internal/mail"
	"slices"
	"strings"
	"time"

	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/robot"
	"afterword/rules"
)

// MaxText bounds the text that is looked at, in bytes.
const MaxText = 10 << 10

// A Message is what is read.
type Message struct {
	Subject string
	Text    string // what its sender wrote anew
	Signed  string // the same with what stands below it
	Quoted  string // what it answers
	// Language is a BCP 47 tag, of which the region decides the order of day and month.
	Language string
	Date     time.Time       // in the sender's zone
	Zone     *time.Location  // the reader's
	Days     *rules.Calendar // counts business days; nil is Monday to Friday

	Sender, Organizer Person
	ReplyTo           string
	Readers           []string                        // what the reader is called
	Own               func(name, address string) bool // whether somebody is the reader; nil is nobody
	Home              func(domain string) bool        // whether a domain is the reader's own

	Reply     bool // it answers a message
	List      bool // it went to many
	Interview bool // its words are those of mail about an interview
	Calendar  bool // a calendar part says when
	// Ask is told of what is weighed; nil is nobody. It is for those who train.
	Ask func(Question)
	// Guest is who attends by the calendar from elsewhere than the others, and is not the
	// reader: he may be the candidate.
	Guest string
}

// A Meeting is an appointment that the text tells of.
type Meeting struct {
	Start, End time.Time // End is zero where nobody says when
	Zone       string    // as the text has it; "" where it has none, and the times are the reader's
	People     []Person
	Words      string
}

// A Story is what a text tells of an interview.
type Story struct {
	Candidate bool   // it is one of the reader's
	Action    string // new, move, cancel or reminder; "" where nothing is arranged
	Tentative bool
	Unsettled bool       // it asks for another time, and none is agreed upon
	Meetings  []Meeting  // in order of time
	Told      []Meeting  // all times that the text has, whatever it says of them
	Offered   []Meeting  // those to choose from, where none is agreed upon
	People    []Person   // who interviews
	Was       time.Time  // the one time that a move leaves; zero where the text has none, or several
	WasDay    rules.Date // the day of that where the text names no more
	Left      []string   // who does not come after all
	Recruiter *Person
	Company   string
	Role      string
	Round     string
	Decides   rules.Date // when the company says that it will decide: the last day of what it names
	Promise   string     // the words that name it
	Sender    Person     // who signed, with what he is
	Named     []Person   // all whom the text names, with what they are
}

// A reader reads one message.
type reader struct {
	words
	m         Message
	sentences []sentence
	named     []named
	dates     []day // that the text and what it answers name by their date
	days      []day // that the text names

	domain, label string // the company's
	shared        bool   // many companies write from where the sender does
	team          bool   // the sender is nobody in particular
	robot         bool   // a program sends for him
	firm, role    string
	known         []Person
	post          string // what the sender is by his signature
	roleSaid      bool
}

// Read reads what a message tells of an interview. It costs in proportion to the text,
// of which it looks at 10 KiB.
func Read(m Message) Story {
	for _, s := range []*string{&m.Subject, &m.Text, &m.Signed, &m.Quoted} {
		*s = mail.FirstBytes(*s, MaxText)
	}
	if m.Zone == nil {
		m.Zone = time.UTC
	}
	if m.Home == nil {
		m.Home = func(string) bool { return false }
	}
	r := &reader{m: m}
	r.text = m.Text
	r.tokens = tokenize(r.text)
	r.sentences = sentences(r.text, r.tokens)
	r.named = r.calledShort(r.names())
	r.domain = r.companyDomain()
	r.label = labelOf(r.domain)
	r.shared = r.domain == "" || r.m.Sender.Address == "" || !strings.HasSuffix(strings.ToLower(r.m.Sender.Address), r.domain)
	r.robot = robot.Program(strings.ToLower(m.Sender.Address)) || invite.Nobody("", m.Sender.Address)
	r.team = r.robot || invite.Nobody(m.Sender.Name, m.Sender.Address) || !isName(m.Sender.Name)
	sig := r.signed()
	r.firm, r.post = r.company(sig), sig.title
	r.role, r.roleSaid = r.roleOf()

	st := stanceOf(m.Subject, r.sentences)
	story := Story{Company: r.firm, Role: r.role, Tentative: st.tentative, Action: st.action}
	slots := r.slots()
	if story.Candidate = r.candidate(slots); !story.Candidate && m.Ask == nil {
		return story
	}
	r.measure(slots)
	story.Round = r.roundOf(slots)
	mentions, left := r.mentions(slots)
	story.Named = r.known
	story.Left = left
	all := make([]Meeting, len(slots))
	general := r.zoneOfAll(slots)
	for i, s := range slots {
		all[i] = r.meeting(s, general)
	}
	for _, f := range mentions {
		if !r.met(f, slots) || leaves(f.Name, left) || st.action != "new" && len(bareName(f.Name)) < 2 {
			continue // a last name by itself is one that the invitation had in full
		}
		story.People = join(story.People, f.Person)
		if f.slot >= 0 {
			all[f.slot].People = join(all[f.slot].People, f.Person)
		}
	}
	story.Told = all
	r.weighTimes(slots, all, st)
	r.settle(&story, st, slots, all)
	r.sender(&story, sig, slots)
	r.promise(&story)
	return story
}

// meeting reckons a slot.
func (r *reader) meeting(s slot, general zone) Meeting {
	z := s.zone
	if !z.known() {
		z = general
	}
	loc, name := r.m.Zone, ""
	switch {
	case z.mine:
		name = r.m.Zone.String()
	case z.loc != nil:
		z = z.near(r.m.Zone)
		loc, name = z.loc, z.name
	}
	m := Meeting{Zone: name}
	m.Start, m.End = s.instants(loc)
	sentence := r.sentences[s.sentence]
	m.Words = strings.Join(strings.Fields(r.text[sentence.start:sentence.end]), " ")
	if runes := []rune(m.Words); len(runes) > 240 {
		m.Words = string(runes[:240])
	}
	return m
}

// zoneOfAll is the zone of times that name none: what the text says of all its times,
// the one that stands behind a day, or that of the other times.
func (r *reader) zoneOfAll(slots []slot) zone {
	if z := r.general(); z.known() {
		return z
	}
	for _, d := range days(r.text, r.m.Language, r.m.Date, nil) {
		if z, _ := r.zone(r.tokenAt(d.end)); z.known() {
			return z
		}
	}
	for _, s := range slots {
		if s.zone.known() {
			return s.zone
		}
	}
	if r.m.Quoted != "" && len(slots) > 0 { // the time that it answers
		for _, q := range spansIn(r.m.Quoted) {
			if q.zone.known() && slices.ContainsFunc(slots, func(s slot) bool { return s.from == q.from }) {
				return q.zone
			}
		}
	}
	return zone{}
}

// settle says what holds of the times that the text has.
func (r *reader) settle(story *Story, st stance, slots []slot, all []Meeting) {
	var fresh, old, open []Meeting
	asked := 0.0 // how likely it is that the interview begins when it is proposed to
	for i, s := range slots {
		switch {
		case s.aside, all[i].Start.Before(r.m.Date.Add(-12 * time.Hour)):
		case s.proposed:
			open = append(open, all[i])
			asked = max(asked, s.likely)
		case s.old:
			old = append(old, all[i])
		default:
			fresh = append(fresh, all[i])
		}
	}
	if open = tidy(open); len(open) == 1 && len(fresh) == 0 && (asked > likelyWhen || r.holdsUnless()) {
		fresh, open, story.Tentative = open, nil, true
	}
	offered := len(open) > 0
	switch {
	case st.action == "cancel or move":
		story.Action = "cancel"
		for i, s := range slots {
			plain, head := r.sentences[s.sentence].plain, r.headOf(&s)
			if !s.old && !s.proposed && !s.aside && (!callsOff().MatchString(plain) || moves().MatchString(plain) && arrives().MatchString(head)) {
				story.Action, fresh = "move", []Meeting{all[i]}
				break
			}
		}
	case st.unsettled && len(fresh) == 0:
		story.Action = "cancel"
	}
	list := fresh
	switch {
	case story.Action == "cancel":
		list = append(old, fresh...)
		if len(list) == 0 {
			list = []Meeting{{}}
		}
	case len(fresh) == 0:
		story.Unsettled = st.action == "move" || offered && r.asksToMove()
		story.Offered = open
		story.Action = ""
		if offered || !r.m.Calendar {
			list = nil
		}
	}
	if r.m.Calendar && len(list) > 0 && list[0].Start.IsZero() {
		list = nil
	}
	if story.Action == "" && r.m.Calendar {
		story.Action = st.action
	}
	story.Meetings = tidy(list)
	if story.Action == "move" {
		r.left(story, old, slots)
	}
}

// holdsUnless reports whether a time that is proposed holds where nobody objects.
func (r *reader) holdsUnless() bool {
	return slices.ContainsFunc(r.sentences, func(s sentence) bool { return !s.asks && unless().MatchString(s.plain) })
}

// asksToMove reports whether a sentence asks for another time than the one agreed upon.
func (r *reader) asksToMove() bool {
	return slices.ContainsFunc(r.sentences, func(s sentence) bool { return s.asks && moves().MatchString(s.plain) && !offers().MatchString(s.plain) })
}

// tidy puts meetings in order and makes one of those that are the same: told twice, or as
// a whole and in its parts.
func tidy(list []Meeting) []Meeting {
	slices.SortStableFunc(list, func(a, b Meeting) int { return a.Start.Compare(b.Start) })
	var out []Meeting
	for _, m := range list {
		if i := slices.IndexFunc(out, func(o Meeting) bool {
			return o.Start.Equal(m.Start) && (o.End.IsZero() || m.End.IsZero() || o.End.Equal(m.End))
		}); i >= 0 {
			if out[i].End.IsZero() {
				out[i].End = m.End
			}
			if out[i].Zone == "" {
				out[i].Zone, out[i].Start, out[i].End = m.Zone, m.Start, m.End
			}
			for _, p := range m.People {
				out[i].People = join(out[i].People, p)
			}
			continue
		}
		out = append(out, m)
	}
	return slices.DeleteFunc(out, func(m Meeting) bool {
		inside := 0
		for _, o := range out {
			if !o.End.IsZero() && !m.End.IsZero() && !o.Start.Before(m.Start) && !o.End.After(m.End) && o.End.Sub(o.Start) < m.End.Sub(m.Start) {
				inside++
			}
		}
		return inside > 1 && len(m.People) == 0
	})
}

// leaves reports whether somebody does not come after all.
func leaves(name string, left []string) bool {
	return slices.ContainsFunc(left, func(l string) bool { return Same(l, name) })
}

// Same reports whether two names are one person's.
func Same(a, b string) bool { return sameName(bareName(a), bareName(b)) }

// join adds somebody, or what is new of him.
func join(list []Person, p Person) []Person {
	for i := range list {
		if !Same(list[i].Name, p.Name) {
			continue
		}
		have := &list[i]
		if len(p.Name) > len(have.Name) {
			have.Name = p.Name
		}
		if have.Address == "" {
			have.Address = p.Address
		}
		if have.Title == "" {
			have.Title = p.Title
		}
		return list
	}
	return append(list, p)
}

// sender says what part the sender has: he interviews, he arranges, or both.
func (r *reader) sender(story *Story, sig signature, slots []slot) {
	p := Person{Name: sig.name, Title: sig.title}
	if p.Name == "" && !r.team {
		p.Name = r.m.Sender.Name
	}
	if r.own(p.Name, "") || !isName(p.Name) {
		p.Name = ""
	}
	switch {
	case p.Name != "" && !r.team && Same(p.Name, r.m.Sender.Name) && !r.shared:
		p.Address = r.m.Sender.Address
	case p.Name != "" && r.personal(p.Name, r.m.ReplyTo) && Belongs(p.Name, r.m.ReplyTo):
		p.Address = r.m.ReplyTo
	}
	if p.Name == "" {
		for _, q := range story.People {
			if Belongs(q.Name, r.m.ReplyTo) && r.personal(q.Name, r.m.ReplyTo) {
				p = Person{Name: q.Name, Address: r.m.ReplyTo, Title: q.Title}
			}
		}
		if p.Name == "" {
			return
		}
		story.People = join(story.People, p)
		p.Part = "recruiter"
		story.Recruiter = &p
		return
	}
	known := slices.ContainsFunc(story.People, func(q Person) bool { return Same(q.Name, p.Name) })
	if known || story.Action != "cancel" && r.takesPart(p, slots, len(story.People) == 0 && !r.team && (story.Action == "new" || story.Action == "reminder")) {
		q := p
		q.Part = "interviewer"
		story.People = join(story.People, q)
		known = true
	}
	story.Sender = p
	if p.Clerk() || !known {
		p.Part = "recruiter"
		story.Recruiter = &p
	}
}

// Belongs reports whether an address is made of somebody's name.
func Belongs(name, address string) bool {
	local, _, _ := strings.Cut(fold(address), "@")
	words := bareName(name)
	if local == "" || len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 2 && strings.Contains(local, last) || len(words[0]) > 2 && (local == words[0] || strings.HasPrefix(local, words[0]+"."))
}
