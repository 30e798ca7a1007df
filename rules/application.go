package rules

import (
	"slices"
	"strings"
	"time"
)

// An Application is one candidacy, as its facts make it: a role at a company.
type Application struct {
	ID       string
	Account  string
	Company  string
	Role     string
	Zone     string // IANA name of the zone in which it is reckoned; "" for the account's
	Holidays string // code of the country or region; "" for the account's
	Language string // BCP 47 of the conversation; "" for the account's
	// RoleSaid, CompanySaid and Register are as in Described.
	RoleSaid, CompanySaid, Register string
	OfferElsewhere                  Date
	Domains                         []string

	Contacts   []Contact
	Status     string      // key of the status contact, where the user named one
	Interviews []Interview // in order of time

	// Alias is the user's address to which the company wrote last; "" if unknown.
	Alias string
	// Failing holds the addresses that bounced and have not written since, with the key
	// of the fact.
	Failing map[string]string

	Stopped bool
	Snoozed Date // nothing before this date; zero for none
	// SnoozedAt is when the user said so.
	SnoozedAt time.Time
	// Facts are those that the state was made of, each once, in order of cause and
	// time. Where a clock was wrong they have the instants of that order.
	Facts []Fact

	asks   []Notice        // what one message may not do without the user's word
	news   []Notice        // what one message did, for the user to know
	late   map[string]bool // keys of messages that change an interview that was over
	doubts map[string]Fact // ID of an interview → what called one of its events off
}

// Describe is the inverse of Fold: what the user could have said to bring the
// application to where it stands. A command changes it and stores it.
func (a *Application) Describe() Described {
	d := Described{Account: a.Account, Company: a.Company, Role: a.Role, Zone: a.Zone, Holidays: a.Holidays, Language: a.Language,
		RoleSaid: a.RoleSaid, CompanySaid: a.CompanySaid, Register: a.Register, OfferElsewhere: a.OfferElsewhere, Domains: slices.Clone(a.Domains), Status: a.Status, Contacts: slices.Clone(a.Contacts), Interviews: slices.Clone(a.Interviews), Knows: []string{}}
	for _, f := range a.Facts {
		if m, ok := f.What.(Received); ok && (m.Meeting != nil || !m.Decision.IsZero()) {
			d.Knows = append(d.Knows, identity(f))
		}
	}
	return d
}

// Contact looks a contact up by its key.
func (a *Application) Contact(key string) (Contact, bool) {
	for _, c := range a.Contacts {
		if c.Key() == key {
			return c, true
		}
	}
	return Contact{}, false
}

// ContactAt looks a contact up by its address, in any letter case.
func (a *Application) ContactAt(address string) (Contact, bool) {
	return a.Contact(strings.ToLower(address))
}

// StatusContact returns the one contact who is right for status questions: the
// one that the user named, else the recruiter, else the hiring manager, else the
// first interviewer. Only one with an address that somebody reads can be asked.
func (a *Application) StatusContact() (Contact, bool) {
	if c, ok := a.Contact(a.Status); ok && c.reachable() {
		return c, true
	}
	for _, part := range []Part{Recruiter, HiringManager, Interviewer} {
		for _, c := range a.Contacts {
			if c.Part == part && c.reachable() {
				return c, true
			}
		}
	}
	return Contact{}, false
}

// Interview looks an interview up by its ID, or one that it had before.
func (a *Application) Interview(id string) (Interview, bool) { return find(a.Interviews, id) }

// Round returns the interview that the check-ins follow: the latest that is not
// cancelled.
func (a *Application) Round() (Interview, bool) {
	for i := len(a.Interviews) - 1; i >= 0; i-- {
		if !a.Interviews[i].Cancelled {
			return a.Interviews[i], true
		}
	}
	return Interview{}, false
}

// MessageIDs holds every Message-ID of the conversation: what was received,
// placed and sent. It is how a reply is known.
func (a *Application) MessageIDs() map[string]bool {
	ids := map[string]bool{}
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case Received:
			ids[w.MessageID] = true
		case Delivered:
			ids[w.MessageID] = true
		case Placed:
			ids[w.MessageID] = true
		}
	}
	delete(ids, "")
	return ids
}

// Ended returns the interviews that are over at now, oldest first, without the
// cancelled ones.
func (a *Application) Ended(now time.Time) []Interview {
	var ended []Interview
	for _, v := range a.Interviews {
		if !v.Cancelled && !v.End.After(now) {
			ended = append(ended, v)
		}
	}
	return ended
}
