package rules

import (
	"slices"
	"strings"
	"time"
)

// Fold makes the state of an application from its facts. The order in which the
// facts are given does not matter, nor does a fact that is given twice: they count in
// order of cause, and of time where nothing else is known.
func Fold(id string, facts []Fact) Application {
	s := &folding{Application: Application{ID: id, Failing: map[string]string{}}, last: -1}
	s.Facts = inOrder(facts)
	s.weigh()
	// The user's newest word comes first: what mail said before it still tells
	// how a name is spelled, and which calendar event an interview is.
	var newest Described
	var first, last time.Time
	for _, f := range s.Facts {
		if w, ok := f.What.(Described); ok {
			newest, last = w, f.At
			if first.IsZero() {
				first = f.At
			}
		}
	}
	knows := make(map[string]bool, len(newest.Knows))
	for _, id := range newest.Knows {
		knows[id] = true
	}
	s.describe(newest)
	for _, f := range s.Facts {
		switch w := f.What.(type) {
		case Received:
			unread := newest.Knows != nil && !knows[w.MessageID] && !knows[identity(f)]
			// Of what lay there before he entered the application he may know nothing.
			past := f.At.Before(first) && (unread || first.Equal(last))
			s.receive(f, w, said{fresh: !f.At.Before(last) || unread && f.At.After(first), past: past, entered: first})
		case Delivered:
			if w.From != "" && s.Alias == "" {
				s.Alias = w.From
			}
		case Stopped:
			s.Stopped = true
		case Unstopped:
			s.Stopped = false
		case Resumed:
			s.Stopped, s.Snoozed = false, Date{}
		case Snoozed:
			s.Snoozed, s.SnoozedAt = w.Until, f.At
		}
	}
	s.corrected()
	s.unite()
	slices.SortStableFunc(s.Interviews, func(v, w Interview) int { return v.End.Compare(w.End) })
	return s.Application
}

// folding holds one fold while it goes on, with indexes so that a message costs the
// same however many there are. They are made when they are first used: most
// applications are small, and there are many.
type folding struct {
	Application
	contacts map[string][]int     // key → contacts
	byUID    map[string]int       // of calendar events → interview
	byHour   map[int64][]int      // hours since 1970 → interviews that are then, or were once said to be
	events   map[string]Interview // UID → the newest version of the event
	listed   map[[2]string]bool   // UID and contact: an invitation that the user knew listed him
	holds    map[string]string    // UID of an event that only holds a time → topic of the question about it
	guests   map[string][]string  // UID of an event → keys of those whom its newest version lists
	came     map[[2]string]bool   // ID of an interview and contact: a message brought him
	brought  map[int]bool         // interviews that mail brought, and the user has not described
	last     int                  // the latest interview that is not cancelled; -1 for none
	unsure   bool                 // last has to be looked for
	number   int                  // the highest by which an interview is named
}

func (s *folding) describe(d Described) {
	s.Account, s.Company, s.Role = d.Account, d.Company, d.Role
	s.Zone, s.Holidays, s.Language = d.Zone, d.Holidays, d.Language
	s.OfferElsewhere = d.OfferElsewhere
	s.RoleSaid, s.CompanySaid, s.Register = d.RoleSaid, d.CompanySaid, d.Register
	s.Domains, s.Status = d.Domains, d.Status
	// Copies: what arrives later changes the state, never the fact.
	s.Contacts = slices.Clone(d.Contacts)
	for _, v := range d.Interviews {
		s.addOnce(v)
	}
}

func (s *folding) addContact(c Contact) {
	s.contactsOf(c.Key()) // makes the index
	s.contacts[c.Key()] = append(s.contacts[c.Key()], len(s.Contacts))
	s.Contacts = append(s.Contacts, c)
}

// contactsOf returns the indexes of the contacts with a key.
func (s *folding) contactsOf(key string) []int {
	if s.contacts == nil {
		s.contacts = make(map[string][]int, len(s.Contacts))
		for i, c := range s.Contacts {
			s.contacts[c.Key()] = append(s.contacts[c.Key()], i)
		}
	}
	return s.contacts[key]
}

// contact is Application.Contact, by the index.
func (s *folding) contact(key string) (Contact, bool) {
	if at := s.contactsOf(key); len(at) > 0 {
		return s.Contacts[at[0]], true
	}
	return Contact{}, false
}

// set writes into a map that may not be there yet.
func set[K comparable, V any](in *map[K]V, key K, v V) {
	if *in == nil {
		*in = map[K]V{}
	}
	(*in)[key] = v
}

// said is how a message stands to what the user said of the application.
type said struct {
	fresh   bool      // it came since, or he did not know it: else his word on interviews and dates stands
	past    bool      // it came before he entered the application, and he may not know it
	entered time.Time // when that was
}

// receive applies what a message changes in the state. What it means for the
// follow-ups is the business of Plan.
func (s *folding) receive(f Fact, m Received, to said) {
	kind := s.KindOf(m)
	if m.To != "" {
		s.Alias = m.To
	}
	if s.Language == "" && m.Person && m.Distrust == "" {
		s.Language = m.Language
	}
	if m.Distrust == "" && kind != MessageBounce {
		delete(s.Failing, strings.ToLower(m.From.Address)) // who writes can be written to
	}
	if m.Distrust == "" && m.Person && !m.hinted {
		s.adoptName(m.From)
	}
	switch kind {
	case MessageBounce:
		// Anybody can write that a letter came back; one that quotes it has seen it.
		if !m.Temporary && m.Distrust == "" {
			for _, address := range m.Failed {
				s.Failing[strings.ToLower(address)] = f.Key
			}
		}
	case MessageInterview:
		if m.Meeting != nil {
			s.meetAll(f, m, to)
		}
	}
	s.promise(f, m, kind, to)
}

// round is Round, to be changed.
func (s *folding) round() *Interview {
	if s.unsure {
		s.last, s.unsure = -1, false
		for i := range s.Interviews {
			s.latest(i)
		}
	}
	if s.last < 0 {
		return nil
	}
	return &s.Interviews[s.last]
}

// latest takes in that an interview is new, or another than it was.
func (s *folding) latest(i int) {
	v := s.Interviews[i]
	switch {
	case i == s.last:
		s.unsure = true
	case !v.Cancelled && (s.last < 0 || v.End.After(s.Interviews[s.last].End)):
		s.last = i
	}
}
