package invite

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

const (
	maxSummary = 300 // characters
	maxUID     = 255

	maxDescription = 16 << 10 // characters
)

// A Meeting is one event of a calendar.
type Meeting struct {
	Start, End time.Time
	Zone       string // IANA name, or "" where the part gives none
	// Floating is true where nobody says in what zone the times are: Start and End are
	// what a clock shows, in UTC, until In puts them into a zone.
	Floating bool
	Day      bool   // it has no time of day
	Doubt    string // what was not known of its zone, for the user; "" for nothing

	Summary, Organizer string
	Description        string   // as its lines stand
	Attendees          []string // addresses, of rooms and others as well
	// Names are those of organizer and attendees, by their address in lower case,
	// where the part has them.
	Names  map[string]string
	People []Attendee // humans who attend; the reader may be among them

	Method, UID string    // RFC 5546: REQUEST, CANCEL, …; RFC 5545, section 3.8.4.7
	Recurrence  time.Time // of a series: which one it is (RFC 5545, section 3.8.4.4)
	// Sequence and Stamped are its version (RFC 5546, section 2.1.5).
	Sequence  int
	Stamped   time.Time
	Cancelled bool
	Tentative bool // it is held, not arranged
	Held      bool // Outlook's organizer holds the time, and does not yet say so in STATUS
}

// name keeps what an address is called.
func (m *Meeting) name(address, name string) {
	if address == "" || name == "" {
		return
	}
	if m.Names == nil {
		m.Names = map[string]string{}
	}
	m.Names[strings.ToLower(address)] = name
}

// Key names the event: its UID, and of one that stands for another date of a series
// which date that is. "" where it has none.
func (m Meeting) Key() string {
	if m.UID == "" || m.Recurrence.IsZero() {
		return m.UID
	}
	return m.UID + "/" + m.Recurrence.UTC().Format("20060102T150405Z")
}

// Arranges reports whether one of those who attend arranged the meeting for others: an
// organizer alone with the reader meets him.
func (m Meeting) Arranges(a Attendee) bool {
	return len(m.People) > 1 && strings.EqualFold(a.Address, m.Organizer)
}

// In puts floating times into the zone of the reader.
func (m Meeting) In(zone *time.Location) Meeting {
	if m.Floating && zone != nil {
		m.Start, m.End = in(m.Start, zone), in(m.End, zone)
	}
	return m
}

// newer compares the versions of an event: SEQUENCE, then DTSTAMP.
func newer(a, b Meeting) int {
	return cmp.Or(cmp.Compare(a.Sequence, b.Sequence), a.Stamped.Compare(b.Stamped))
}

// newest leaves one version of each event, the newest; of equal ones the first. An
// exception that stands for the first date of a series takes its place.
func newest(all []Meeting) []Meeting {
	at := map[string]int{}
	var list []Meeting
	for _, m := range all {
		i, known := at[m.Key()]
		switch {
		case m.UID == "" || !known:
			at[m.Key()] = len(list)
			list = append(list, m)
		case newer(m, list[i]) > 0:
			if len(m.People) == 0 && !m.Cancelled {
				m.People = list[i].People
			}
			list[i] = m
		case len(list[i].People) == 0:
			list[i].People = m.People
		}
	}
	// A series comes before its exceptions.
	slices.SortStableFunc(list, func(a, b Meeting) int {
		switch {
		case a.Recurrence.IsZero() == b.Recurrence.IsZero():
			return 0
		case a.Recurrence.IsZero():
			return -1
		}
		return 1
	})
	return slices.DeleteFunc(list, func(m Meeting) bool {
		return m.Recurrence.IsZero() && m.UID != "" && slices.ContainsFunc(list, func(other Meeting) bool {
			return other.UID == m.UID && !other.Recurrence.IsZero() && other.Recurrence.Equal(m.Start) && newer(other, m) >= 0
		})
	})
}

// Span returns the first of the meetings that takes place, and what else is on its day,
// as one: from the first start to the last end. Where all are called off it is the first
// of them, and nil where there is none.
func Span(all []Meeting) *Meeting {
	var live []Meeting
	for _, m := range all {
		if !m.Cancelled {
			live = append(live, m)
		}
	}
	if len(live) == 0 {
		if len(all) == 0 {
			return nil
		}
		return &all[0]
	}
	span := live[0]
	span.Attendees = slices.Clone(span.Attendees)
	day := func(t time.Time) string { return t.In(live[0].Start.Location()).Format(time.DateOnly) }
	for _, m := range live[1:] {
		if m.Day || span.Day || day(m.Start) != day(live[0].Start) {
			continue
		}
		if m.Start.Before(span.Start) {
			span.Start = m.Start
		}
		if m.End.After(span.End) {
			span.End = m.End
		}
		for _, a := range m.Attendees {
			if !slices.ContainsFunc(span.Attendees, func(have string) bool { return strings.EqualFold(have, a) }) && len(span.Attendees) < maxAttendees {
				span.Attendees = append(span.Attendees, a)
			}
		}
	}
	return &span
}
