package mailwatch

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// A Matcher says to which application a message belongs. What a message costs does
// not grow with the number of applications. It may be read by several goroutines,
// as long as none changes it (Replace, Learn).
type Matcher struct {
	apps  []*rules.Application
	index map[string]int // of an application in apps, by its ID
	own   map[string]bool

	// Each holds indexes into apps.
	byID      map[string][]int // Message-ID
	byAddress map[string][]int // contact's address
	byDomain  map[string][]int // the company's domain, or its applicant-tracking system's
	byCompany map[string][]int // the company's name
	companies names            // those of byCompany
}

// NewMatcher returns a matcher for the applications of one account. own holds
// the user's addresses: what he sends himself is no answer.
func NewMatcher(apps []rules.Application, own []string) *Matcher {
	m := &Matcher{index: make(map[string]int, len(apps)), own: map[string]bool{}, byID: map[string][]int{}, byAddress: map[string][]int{},
		byDomain: map[string][]int{}, byCompany: map[string][]int{}, companies: names{}}
	for _, a := range own {
		m.own[strings.ToLower(a)] = true
	}
	for _, a := range apps {
		m.Replace(a)
	}
	return m
}

// Replace takes in an application that is new or has changed.
func (m *Matcher) Replace(a rules.Application) {
	i, known := m.index[a.ID]
	if known {
		m.marks(*m.apps[i], func(in map[string][]int, key string) {
			list := in[key]
			if at := slices.Index(list, i); at >= 0 {
				list = slices.Delete(list, at, at+1)
			}
			if in[key] = list; len(list) == 0 {
				delete(in, key)
			}
		})
		if name := lowerName(m.apps[i].Company); name != "" && len(m.byCompany[name]) == 0 {
			m.companies.remove(name)
		}
		m.apps[i] = &a
	} else {
		i = len(m.apps)
		m.index[a.ID] = i
		m.apps = append(m.apps, &a)
	}
	if name := lowerName(a.Company); name != "" && len(m.byCompany[name]) == 0 {
		m.companies.add(name)
	}
	m.marks(a, func(in map[string][]int, key string) {
		// It stands at the end if it was added under this key before.
		if list := in[key]; len(list) == 0 || list[len(list)-1] != i {
			in[key] = append(list, i)
		}
	})
}

// marks calls f with each index in which an application stands, and its key there.
func (m *Matcher) marks(a rules.Application, f func(in map[string][]int, key string)) {
	if name := lowerName(a.Company); name != "" {
		f(m.byCompany, name)
	}
	for id := range a.MessageIDs() {
		f(m.byID, id)
	}
	for _, c := range a.Contacts {
		if c.Address == "" {
			continue
		}
		address := strings.ToLower(c.Address)
		f(m.byAddress, address)
		if d := domainOf(address); !freeMail[d] {
			f(m.byDomain, d)
		}
	}
	for _, d := range a.Domains {
		f(m.byDomain, strings.ToLower(strings.TrimPrefix(d, "@")))
	}
}

// Learn takes in that a message belongs to an application, so that an answer to it
// is known before the applications are read anew.
func (m *Matcher) Learn(messageID, application string) {
	i, ok := m.index[application]
	if ok && messageID != "" && !slices.Contains(m.byID[messageID], i) {
		m.byID[messageID] = append(m.byID[messageID], i)
	}
}

// Wants reports whether a message could matter, by its header alone. It may say
// yes to one that Belongs then leaves alone, never no to one that matters.
func (m *Matcher) Wants(h Header) bool {
	if len(m.apps) == 0 || m.isOwn(h.From) {
		return false
	}
	if len(m.byID[h.InReplyTo]) > 0 || slices.ContainsFunc(h.References, func(id string) bool { return len(m.byID[id]) > 0 }) {
		return true
	}
	if slices.ContainsFunc(h.From, m.wantsFrom) || slices.ContainsFunc(h.ReplyTo, m.wantsFrom) {
		return true
	}
	// A contact of the same name under another address; a report on our mail.
	return len(h.From) == 0 || isReport(h.Raw) || m.companies.in(h.Subject, h.From[0].Name)
}

// wantsFrom reports whether a message from an address could matter.
func (m *Matcher) wantsFrom(a Address) bool {
	address := strings.ToLower(a.Address)
	domain := domainOf(address)
	return len(m.byAddress[address]) > 0 || len(m.domain(domain)) > 0 || trackingSystem(domain) || isRobot(address) // a bounce comes from anywhere
}

func (m *Matcher) isOwn(from []Address) bool {
	return len(from) > 0 && m.own[strings.ToLower(from[0].Address)]
}

// domain returns the applications of a domain or of one that it lies below.
func (m *Matcher) domain(d string) []int {
	for strings.Contains(d, ".") {
		if list := m.byDomain[d]; len(list) > 0 {
			return list
		}
		_, d, _ = strings.Cut(d, ".")
	}
	return nil
}

// Belongs returns the applications to which a message belongs: it answers one
// of their messages, or comes from one of their contacts, or from the company's
// domain or its applicant-tracking system and names the role or the company. A
// bounce belongs where the address that it names is a contact's.
//
// It returns several only where nothing tells them apart (one recruiter, two
// roles): then all must fall silent, and none may take it for its outcome. They
// are in order of their IDs.
func (m *Matcher) Belongs(v recognize.Verdict) []rules.Application {
	if m.own[strings.ToLower(v.From.Address)] {
		return nil
	}
	ids := append(slices.Clone(v.References), v.InReplyTo)
	for _, id := range slices.Backward(ids) {
		if found := m.byID[id]; len(found) > 0 {
			return m.pick(found, v)
		}
	}
	var found []int
	if v.Kind == rules.MessageBounce {
		for _, failed := range v.FailedRecipients {
			found = append(found, m.byAddress[strings.ToLower(failed)]...)
		}
		return m.list(found)
	}
	for _, address := range []string{v.From.Address, v.ReplyTo} {
		if found := m.byAddress[strings.ToLower(address)]; len(found) > 0 {
			return m.pick(found, v)
		}
	}
	domain := domainOf(strings.ToLower(v.From.Address))
	text := strings.ToLower(v.From.Name + " " + v.Subject + " " + v.Text)
	for _, i := range m.domain(domain) {
		if contains(text, m.apps[i].Company) || contains(text, m.apps[i].Role) {
			found = append(found, i)
		}
	}
	if trackingSystem(domain) {
		m.companies.each([]byte(text), func(name string) bool {
			found = append(found, m.byCompany[name]...)
			return true
		})
	}
	return m.pick(found, v)
}

// pick keeps those that the message names by role, or else by company, where
// several are possible.
func (m *Matcher) pick(found []int, v recognize.Verdict) []rules.Application {
	if len(found) < 2 {
		return m.list(found)
	}
	text := strings.ToLower(v.Subject + " " + v.Text)
	for _, name := range []func(*rules.Application) string{
		func(a *rules.Application) string { return a.Role },
		func(a *rules.Application) string { return a.Company },
	} {
		var named []int
		for _, i := range found {
			if contains(text, name(m.apps[i])) {
				named = append(named, i)
			}
		}
		if len(named) > 0 {
			found = named
		}
	}
	return m.list(found)
}

// list returns the applications in order of their IDs, each once.
func (m *Matcher) list(found []int) []rules.Application {
	order := slices.SortedFunc(slices.Values(found), func(i, j int) int { return strings.Compare(m.apps[i].ID, m.apps[j].ID) })
	var apps []rules.Application
	for _, i := range slices.Compact(order) {
		apps = append(apps, *m.apps[i])
	}
	return apps
}

// FactOf makes the fact of a message that belongs to an application. at is when
// the server received it: the sender's own Date may be anything. sole is false
// where it may belong to another application as well; then it is no outcome.
func (m *Matcher) FactOf(v recognize.Verdict, at time.Time, sole bool) rules.Fact {
	w := rules.Received{MessageID: v.MessageID, References: v.References, From: v.From, ReplyTo: v.ReplyTo, Subject: v.Subject,
		Language: v.Language, Register: rules.RegisterOf(v.Language, v.Text), Kind: v.Kind, Confidence: v.Confidence, Person: m.person(v), Sure: sole && v.Confidence >= recognize.Sure,
		NoReply: v.NoReply, Decision: v.DecisionDate, Return: v.ReturnDate, RespondBy: v.RespondBy,
		Distrust: v.Distrust, Failed: v.FailedRecipients, Temporary: v.Temporary}
	for _, e := range v.Evidence {
		w.Evidence = append(w.Evidence, e.Words)
	}
	for _, to := range v.To {
		if m.own[strings.ToLower(to)] {
			w.To = to
			break
		}
	}
	if v.Kind == rules.MessageInterview {
		if g := v.Meeting; g != nil && !g.End.IsZero() {
			w.Meeting = &rules.Interview{Start: g.Start, End: g.End, UID: g.UID, Cancelled: g.Cancelled}
			w.People = m.people(*g, v.From)
		} else {
			w.Unsettled = unsettled.MatchString(v.Subject + "\n" + v.Text)
		}
	}
	key := v.MessageID
	if key == "" {
		key = v.From.Address + "/" + at.UTC().Format(time.RFC3339)
	}
	return rules.Fact{Key: "received/" + key, At: at, What: w}
}

// person reports whether a person wrote a message. Beside what the message itself
// shows: one of the user's contacts did, and so did whoever answers a letter of
// the user's, unless a robot says that it is one.
func (m *Matcher) person(v recognize.Verdict) bool {
	switch v.Kind {
	case rules.MessageAcknowledgement, rules.MessageAutoReply, rules.MessageBounce:
		return v.Person
	}
	known := len(m.byAddress[strings.ToLower(v.From.Address)]) > 0 || len(m.byID[v.InReplyTo]) > 0
	return v.Person || known && !v.NoReply
}

// people makes contacts of those who attend a meeting, the user not among them.
func (m *Matcher) people(g recognize.Meeting, from rules.Contact) []rules.Contact {
	var list []rules.Contact
	for _, address := range append(slices.Clone(g.Attendees), g.Organizer) {
		c := rules.Contact{Address: address, Part: rules.Interviewer}
		if address == "" || m.own[strings.ToLower(address)] || isRobot(address) {
			continue
		}
		c.Honorific, c.Name = rules.SplitHonorific(g.Names[strings.ToLower(address)])
		if strings.EqualFold(address, from.Address) && from.Name != "" {
			c.Name, c.Honorific = from.Name, from.Honorific
		}
		if !slices.ContainsFunc(list, func(have rules.Contact) bool { return have.Key() == c.Key() }) {
			list = append(list, c)
		}
	}
	return list
}

func domainOf(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

// isRobot reports whether an address in lower case is that of a program.
func isRobot(address string) bool {
	if len(address) < 2 {
		return false
	}
	switch address[:2] { // few are, and the pattern is slow
	case "ma", "po", "bo", "no", "do", "ca":
		return robot.MatchString(address)
	}
	return false
}

// isReport reports whether a header is that of a report on our own mail.
func isReport(header []byte) bool {
	for len(header) > 0 {
		line := header
		if end := bytes.IndexByte(header, '\n'); end >= 0 {
			line, header = header[:end], header[end+1:]
		} else {
			header = nil
		}
		if len(line) == 0 {
			continue
		}
		switch line[0] {
		case 'C', 'c':
			if value, ok := afterFold(line, "content-type:"); ok {
				if _, ok = afterFold(value, "multipart/report"); ok {
					return true
				}
			}
		case 'R', 'r':
			if value, ok := afterFold(line, "return-path:"); ok && bytes.HasPrefix(value, []byte("<>")) {
				return true
			}
		case 'X', 'x':
			if _, ok := afterFold(line, "x-failed-recipients:"); ok {
				return true
			}
		}
	}
	return false
}

// afterFold returns what follows a beginning in any letter case, and the white
// space after it.
func afterFold(line []byte, beginning string) ([]byte, bool) {
	n := len(beginning)
	if len(line) < n || !strings.EqualFold(string(line[:n]), beginning) {
		return nil, false
	}
	return bytes.TrimLeft(line[n:], " \t\r\f"), true
}

// trackingSystem reports whether a domain is that of an applicant-tracking
// system, from which many companies write.
func trackingSystem(domain string) bool {
	for strings.Contains(domain, ".") {
		if trackingSystems[domain] {
			return true
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return false
}

var (
	robot = regexp.MustCompile(`(?i)^(?:mailer-?daemon|postmaster|bounces?|no-?reply|do-?not-?reply|notifications?|calendar-notification)\b`)
	// unsettled finds prose that moves or calls off a meeting, in the languages
	// that are recognised.
	unsettled = regexp.MustCompile(`(?i)\b(?:cancel+(?:ed|led|ling|ation)?|re-?schedul\w+|postpone\w*|(?:have|need) to move|push (?:it |this )?back|call(?:ed)? off|` +
		`absag\w*|verschieb\w*|verlegen|verlegt|entfällt|annul\w+|report(?:er|é|ée|ons)|décal\w+|cancelar|cancelad\w+|reprogramar|aplazar|aplazad\w+|posponer|afzeggen|afgezegd|verzet\w*|verplaats\w*|uitgesteld)\b`)

	freeMail = set("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "aol.com",
		"gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com", "fastmail.com", "mail.com", "zoho.com", "yandex.com",
		"orange.fr", "free.fr", "laposte.net", "ziggo.nl", "kpnmail.nl", "hotmail.fr", "hotmail.es", "yahoo.fr", "yahoo.es", "yahoo.co.uk")
	trackingSystems = set("greenhouse.io", "greenhouse-mail.io", "lever.co", "hire.lever.co", "myworkday.com", "workday.com", "workable.com",
		"workablemail.com", "smartrecruiters.com", "ashbyhq.com", "icims.com", "taleo.net", "successfactors.com", "successfactors.eu", "jobvite.com",
		"bamboohr.com", "breezy.hr", "breezy-mail.com", "recruitee.com", "teamtailor.com", "teamtailor-mail.com", "personio.de", "personio.com", "jazzhr.com",
		"applytojob.com", "rippling.com", "gem.com", "pinpointhq.com", "join.com", "softgarden.io", "softgarden.de", "rexx-systems.com",
		"welcomekit.co", "flatchr.io", "homerun.co", "comeet-notifications.com", "eightfold.ai", "avature.net", "phenompeople.com", "dover.com", "hackerrankforwork.com")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
