package mailwatch

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// A Matcher says to which application a message belongs. It is made anew
// whenever the applications changed.
type Matcher struct {
	apps []rules.Application
	own  map[string]bool
	// companies are their names in lower case, each once.
	companies []string

	byID      map[string][]int // Message-ID → indexes into apps
	byAddress map[string][]int // contact's address
	byDomain  map[string][]int // the company's domain, or its applicant-tracking system's
}

// NewMatcher returns a matcher for the applications of one account. own holds
// the user's addresses: what he sends himself is no answer.
func NewMatcher(apps []rules.Application, own []string) *Matcher {
	m := &Matcher{apps: apps, own: map[string]bool{}, byID: map[string][]int{}, byAddress: map[string][]int{}, byDomain: map[string][]int{}}
	for _, a := range own {
		m.own[strings.ToLower(a)] = true
	}
	named := map[string]bool{}
	for i, a := range apps {
		if name := strings.ToLower(strings.TrimSpace(a.Company)); name != "" && !named[name] {
			named[name] = true
			m.companies = append(m.companies, name)
		}
		for id := range a.MessageIDs() {
			m.byID[id] = append(m.byID[id], i)
		}
		for _, c := range a.Contacts {
			if c.Address == "" {
				continue
			}
			address := strings.ToLower(c.Address)
			m.byAddress[address] = append(m.byAddress[address], i)
			if d := domainOf(address); !freeMail[d] {
				m.byDomain[d] = append(m.byDomain[d], i)
			}
		}
		for _, d := range a.Domains {
			d = strings.ToLower(strings.TrimPrefix(d, "@"))
			m.byDomain[d] = append(m.byDomain[d], i)
		}
	}
	return m
}

// Learn takes in that a message belongs to an application, so that an answer to it
// is known before the applications are read anew.
func (m *Matcher) Learn(messageID, application string) {
	i := slices.IndexFunc(m.apps, func(a rules.Application) bool { return a.ID == application })
	if i >= 0 && messageID != "" && !slices.Contains(m.byID[messageID], i) {
		m.byID[messageID] = append(m.byID[messageID], i)
	}
}

// Wants reports whether a message could matter, by its header alone. It may say
// yes to one that Belongs then leaves alone, never no to one that matters.
func (m *Matcher) Wants(h Header) bool {
	if len(m.apps) == 0 || m.isOwn(h.From) {
		return false
	}
	for _, id := range append(slices.Clone(h.References), h.InReplyTo) {
		if len(m.byID[id]) > 0 {
			return true
		}
	}
	for _, a := range append(slices.Clone(h.From), h.ReplyTo...) {
		address := strings.ToLower(a.Address)
		if len(m.byAddress[address]) > 0 || len(m.domain(domainOf(address))) > 0 || trackingSystem(domainOf(address)) {
			return true
		}
		if robot.MatchString(address) {
			return true // a bounce comes from anywhere
		}
	}
	// A contact of the same name under another address; a report on our mail.
	return len(h.From) == 0 || isReport(h.Raw) || m.names(h.Subject+" "+h.From[0].Name)
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

// isReport reports whether a header is that of a report on our own mail.
func isReport(header []byte) bool {
	for line := range bytes.Lines(header) {
		switch line[0] {
		case 'C', 'c', 'R', 'r', 'X', 'x':
			if report.Match(line) {
				return true
			}
		}
	}
	return false
}

// names reports whether a text names the company of any application.
func (m *Matcher) names(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(m.companies, func(name string) bool { return strings.Contains(text, name) && contains(text, name) })
}

// Belongs returns the applications to which a message belongs: it answers one
// of their messages, or comes from one of their contacts, or from the company's
// domain or its applicant-tracking system and names the role or the company. A
// bounce belongs where the address that it names is a contact's.
//
// It returns several only where nothing tells them apart (one recruiter, two
// roles): then all must fall silent, and none may take it for its outcome.
func (m *Matcher) Belongs(v recognize.Verdict) []rules.Application {
	if m.own[strings.ToLower(v.From.Address)] {
		return nil
	}
	ids := append(slices.Clone(v.References), v.InReplyTo)
	var found []int
	for _, id := range slices.Backward(ids) {
		if found = m.byID[id]; len(found) > 0 {
			return m.pick(found, v)
		}
	}
	if v.Kind == rules.MessageBounce {
		for _, failed := range v.FailedRecipients {
			found = append(found, m.byAddress[strings.ToLower(failed)]...)
		}
		return m.list(found)
	}
	for _, address := range []string{v.From.Address, v.ReplyTo} {
		if found = m.byAddress[strings.ToLower(address)]; len(found) > 0 {
			return m.pick(found, v)
		}
	}
	domain := domainOf(strings.ToLower(v.From.Address))
	text := strings.ToLower(v.From.Name + " " + v.Subject + " " + v.Text)
	for i, a := range m.apps {
		named := contains(text, a.Company) || contains(text, a.Role)
		byDomain := slices.Contains(m.domain(domain), i)
		if byDomain && named || trackingSystem(domain) && contains(text, a.Company) {
			found = append(found, i)
		}
	}
	return m.pick(found, v)
}

// pick keeps those that the message names by role, or else by company, where
// several are possible.
func (m *Matcher) pick(found []int, v recognize.Verdict) []rules.Application {
	text := strings.ToLower(v.Subject + " " + v.Text)
	for _, name := range []func(rules.Application) string{
		func(a rules.Application) string { return a.Role },
		func(a rules.Application) string { return a.Company },
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

func (m *Matcher) list(found []int) []rules.Application {
	slices.Sort(found)
	var apps []rules.Application
	for _, i := range slices.Compact(found) {
		apps = append(apps, m.apps[i])
	}
	return apps
}

// FactOf makes the fact of a message that belongs to an application. at is when
// the server received it: the sender's own Date may be anything. sole is false
// where it may belong to another application as well; then it is no outcome.
func (m *Matcher) FactOf(v recognize.Verdict, at time.Time, sole bool) rules.Fact {
	w := rules.Received{MessageID: v.MessageID, References: v.References, From: v.From, ReplyTo: v.ReplyTo, Subject: v.Subject,
		Language: v.Language, Kind: v.Kind, Confidence: v.Confidence, Person: m.person(v), Sure: sole && v.Confidence >= recognize.Sure,
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
		if address == "" || m.own[strings.ToLower(address)] || robot.MatchString(address) {
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

// contains reports whether a text in lower case has a name as words of their own:
// "box" is not in "inbox".
func contains(text, name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	for from := 0; name != ""; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !wordRune(before) && !wordRune(after) {
			return true
		}
		from = end
	}
	return false
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func domainOf(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
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
	robot  = regexp.MustCompile(`(?i)^(?:mailer-?daemon|postmaster|bounces?|no-?reply|do-?not-?reply|notifications?|calendar-notification)\b`)
	report = regexp.MustCompile(`(?i)^(?:content-type:\s*multipart/report|x-failed-recipients:|return-path:\s*<>)`)
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
