package rules

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Fold makes the state of an application from its facts. The order in which the
// facts are given does not matter, nor does a fact that is given twice: they count in
// order of cause, and of time where nothing else is known.
func Fold(id string, facts []Fact) Application {
	a := Application{ID: id, Failing: map[string]string{}, Distrusted: map[string]string{}}
	a.Facts = inOrder(facts)
	weigh(a.Facts)
	// The user's newest word comes first: what mail said before it still tells
	// how a name is spelled, and which calendar event an interview is.
	var newest Described
	var first, last time.Time
	for _, f := range a.Facts {
		if w, ok := f.What.(Described); ok {
			newest, last = w, f.At
			if first.IsZero() {
				first = f.At
			}
		}
	}
	a.describe(newest)
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case Received:
			unread := newest.Knows != nil && f.At.After(first) && !slices.Contains(newest.Knows, w.MessageID)
			a.receive(f, w, !f.At.Before(last) || unread)
		case Delivered:
			if w.From != "" && a.Alias == "" {
				a.Alias = w.From
			}
		case Stopped:
			a.Stopped = true
		case Resumed:
			a.Stopped, a.Snoozed = false, Date{}
		case Snoozed:
			a.Snoozed, a.SnoozedAt = w.Until, f.At
		}
	}
	slices.SortStableFunc(a.Interviews, func(v, w Interview) int { return v.End.Compare(w.End) })
	return a
}

func (a *Application) describe(d Described) {
	a.Account, a.Company, a.Role = d.Account, d.Company, d.Role
	a.Zone, a.Holidays, a.Language = d.Zone, d.Holidays, d.Language
	a.Domains, a.Status = d.Domains, d.Status
	// Copies: what arrives later changes the state, never the fact.
	a.Contacts = slices.Clone(d.Contacts)
	a.Interviews = slices.Clone(d.Interviews)
}

// receive applies what a message changes in the state. What it means for the
// follow-ups is the business of Plan. Where the user knew the message when he
// described the application (fresh is false), his word on interviews and dates stands.
func (a *Application) receive(f Fact, m Received, fresh bool) {
	kind := a.KindOf(m)
	if m.To != "" {
		a.Alias = m.To
	}
	if a.Language == "" && m.Person {
		a.Language = m.Language
	}
	if m.Distrust != "" {
		a.Distrusted[strings.ToLower(m.From.Address)] = m.Distrust
	} else if m.Person {
		a.adoptName(m.From)
	}
	switch kind {
	case MessageBounce:
		if !m.Temporary {
			for _, address := range m.Failed {
				a.Failing[strings.ToLower(address)] = f.Key
			}
		}
	case MessageTimeline:
		v := a.round()
		if v == nil || m.Decision.IsZero() {
			return
		}
		// A user who entered the interview later and named no date took none back.
		if fresh || v.Decision.IsZero() && !f.At.Before(v.End) {
			v.Decision = m.Decision
		}
	case MessageInterview:
		if m.Meeting != nil && m.Distrust == "" {
			a.meet(f, m, fresh)
		}
	}
}

// weigh takes the user's word and the server's into account: a message that he has
// looked at and marked is trusted, and one that is not trusted names no date.
func weigh(facts []Fact) {
	marked := map[string]bool{}
	for _, f := range facts {
		if w, ok := f.What.(Marked); ok {
			marked[w.MessageID] = true
		}
	}
	for i := range facts {
		m, ok := facts[i].What.(Received)
		if !ok || m.Distrust == "" {
			continue
		}
		if marked[m.MessageID] {
			m.Distrust = ""
		} else {
			m.Decision = Date{}
		}
		facts[i].What = m // of our own slice: the fact as it is kept stays as it is
	}
}

// KindOf returns what a message is: what the user said it was, if he did.
func (a *Application) KindOf(m Received) MessageKind {
	kind := m.Kind
	for _, f := range a.Facts {
		if w, ok := f.What.(Marked); ok && w.MessageID == m.MessageID {
			kind = w.Kind
		}
	}
	return kind
}

// adoptName spells a contact's name as the contact does: it fills a missing name
// and mends case and accents, but a different name (a shared address, an
// assistant) is left alone.
func (a *Application) adoptName(from Contact) {
	for i := range a.Contacts {
		c := &a.Contacts[i]
		if from.Name == "" || c.Address == "" || !strings.EqualFold(c.Address, from.Address) {
			continue
		}
		if spelled := from.Name; wellSpelled(spelled) && (c.Name == "" || sameName(c.Name, spelled)) {
			c.Name = spelled
		}
		if c.Honorific == "" {
			c.Honorific = from.Honorific
		}
	}
}

// wellSpelled reports whether a name from a header can stand in a salutation: a
// directory's "OKAFOR, Ngozi" cannot.
func wellSpelled(name string) bool {
	return !strings.ContainsAny(name, ",@|/()") && name != strings.ToUpper(name) && name != strings.ToLower(name)
}

// meet adds, moves or cancels an interview as a calendar part says.
func (a *Application) meet(f Fact, m Received, fresh bool) {
	v := m.Meeting
	at := slices.IndexFunc(a.Interviews, func(have Interview) bool { return v.UID != "" && have.UID == v.UID })
	if at < 0 {
		// The user entered the meeting by hand, before or after the invitation.
		at = slices.IndexFunc(a.Interviews, func(have Interview) bool {
			return have.UID == "" && !have.Cancelled && DateOf(have.End.UTC()) == DateOf(v.End.UTC()) && !a.another(have, m)
		})
	}
	switch {
	case at >= 0:
		have := &a.Interviews[at]
		have.UID = v.UID
		if !fresh {
			return
		}
		have.Cancelled = v.Cancelled
		if !v.Cancelled {
			have.Start, have.End = v.Start, v.End
		}
	case fresh && !v.Cancelled:
		added := *v
		added.ID = a.meetingID(v.UID)
		added.Interviewers = nil
		for _, p := range m.People {
			if _, known := a.Contact(p.Key()); !known {
				a.Contacts = append(a.Contacts, p)
			}
			if c, _ := a.Contact(p.Key()); c.Part != Recruiter || len(m.People) == 1 {
				added.Interviewers = append(added.Interviewers, p.Key())
			}
		}
		a.Interviews = append(a.Interviews, added)
	}
}

// another reports whether an invitation is to another meeting of the same day: at
// another time, and with other people.
func (a *Application) another(have Interview, m Received) bool {
	v := m.Meeting
	if v.Start.IsZero() || v.Start.Before(have.End) && (have.Start.IsZero() || v.End.After(have.Start)) {
		return false
	}
	others := false
	for _, p := range m.People {
		if slices.Contains(have.Interviewers, p.Key()) {
			return false
		}
		c, known := a.Contact(p.Key())
		others = others || !known || c.Part != Recruiter // who sends invitations to all of them
	}
	return others
}

// meetingID names an interview that an invitation brought. It comes of the event's
// own identifier, so that it is the same whichever invitation is read first; one
// without an identifier gets the first number that no interview has.
func (a *Application) meetingID(uid string) string {
	if uid != "" {
		return fmt.Sprintf("m%x", sha256.Sum256([]byte(uid)))[:7]
	}
	n := 1
	for _, v := range a.Interviews {
		if i, err := strconv.Atoi(v.ID); err == nil && i >= n {
			n = i + 1
		}
	}
	return strconv.Itoa(n)
}

// round is Round, to be changed.
func (a *Application) round() *Interview {
	var last *Interview
	for i := range a.Interviews {
		if v := &a.Interviews[i]; !v.Cancelled && (last == nil || v.End.After(last.End)) {
			last = v
		}
	}
	return last
}

// sameName reports whether two spellings have the same words, in any order,
// case and with or without accents: "OKAFOR, Ngozi" and "Ngozi Okafor".
func sameName(a, b string) bool {
	return slices.Equal(nameWords(a), nameWords(b))
}

func nameWords(s string) []string {
	words := strings.FieldsFunc(fold(s), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '-' })
	slices.Sort(words)
	return words
}

// fold lowers a name and drops the accents of Latin letters, so that "José" and
// "JOSE" compare equal. It is for comparing only.
func fold(s string) string { return accents.Replace(strings.ToLower(s)) }

var accents = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ç", "c", "é", "e",
	"è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i", "ñ", "n", "ó", "o", "ò", "o", "ô", "o",
	"ö", "o", "õ", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ý", "y", "ß", "ss", "ł", "l", "š", "s",
	"ž", "z", "č", "c", "ć", "c", "ń", "n", "ę", "e", "ą", "a", "ś", "s", "ź", "z", "ż", "z", "ő", "o", "ű", "u")
