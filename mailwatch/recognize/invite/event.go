package invite

import (
	"strconv"
	"strings"
)

// An event is what a VEVENT says, before its times are reckoned.
type event struct {
	start, end, recurrence, stamped line
	duration, status                string
	meeting                         Meeting
}

// read takes one line of the event.
func (e *event) read(raw string) {
	name, _ := nameOf(raw)
	switch name {
	case "ATTENDEE":
		if len(e.meeting.Attendees) >= maxAttendees {
			return
		}
	case "DTSTART", "DTEND", "DURATION", "SUMMARY", "ORGANIZER", "UID", "STATUS", "RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "DESCRIPTION", "X-MICROSOFT-CDO-INTENDEDSTATUS":
	default:
		return
	}
	l := parse(raw)
	switch m := &e.meeting; name {
	case "DTSTART":
		e.start = l
	case "DTEND":
		e.end = l
	case "DURATION":
		e.duration = l.value
	case "RECURRENCE-ID":
		e.recurrence = l
	case "DTSTAMP":
		e.stamped = l
	case "SEQUENCE":
		if n, err := strconv.ParseInt(l.value, 10, 32); err == nil && n > 0 {
			m.Sequence = int(n)
		}
	case "SUMMARY":
		m.Summary = cut(text(l.value), maxSummary)
	case "DESCRIPTION":
		m.Description = cut(lines(l.value), maxDescription)
	case "X-MICROSOFT-CDO-INTENDEDSTATUS": // BUSYSTATUS is how it stands with who was invited
		m.Held = strings.EqualFold(l.value, "TENTATIVE")
	case "UID":
		m.UID = cut(strings.TrimSpace(text(l.value)), maxUID)
	case "STATUS":
		e.status = strings.ToUpper(l.value)
	case "ORGANIZER":
		m.Organizer = addressOf(l)
		m.name(m.Organizer, nameIn(l))
	case "ATTENDEE":
		e.attendee(l)
	}
}

// attendee takes in who attends. The same person may be listed twice.
func (e *event) attendee(l line) {
	m, a := &e.meeting, addressOf(l)
	if a == "" {
		return
	}
	for _, have := range m.Attendees {
		if strings.EqualFold(have, a) {
			return
		}
	}
	name := nameIn(l)
	m.Attendees = append(m.Attendees, a)
	m.name(a, name)
	if attends(l) && !Nobody(name, a) {
		m.People = append(m.People, Attendee{name, a})
	}
}

// cut cuts s after n characters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// reckon makes instants of what the event says.
func (e *event) reckon(c *calendar) (Meeting, bool) {
	m := e.meeting
	start, ok := c.moment(e.start)
	if !ok {
		return m, false
	}
	m.Start, ok = start.instant()
	m.Floating, m.Day, m.Zone = !ok, start.day, start.place.name
	if m.Doubt = start.place.doubt; start.day && start.place.loc == nil {
		m.Doubt = "" // of a whole day nobody says in what zone it is
	}
	m.End = m.Start
	if end, ok := c.moment(e.end); ok {
		at, known := end.instant()
		if !known && !m.Floating { // DTEND without the zone that DTSTART has
			end.place = start.place
			at, _ = end.instant()
		} else if known && m.Floating { // and the other way round
			start.place = end.place
			m.Start, _ = start.instant()
			m.Floating, m.Zone, m.Doubt = false, end.place.name, ""
		}
		if m.End = m.Start; !at.Before(m.Start) {
			m.End = at
		}
	} else if e.duration != "" {
		m.End = m.Start.Add(duration(e.duration))
	} else if start.day {
		m.End = m.Start.AddDate(0, 0, 1) // RFC 5545, section 3.6.1
	}
	if stamped, ok := c.moment(e.stamped); ok {
		m.Stamped = stamped.wall.UTC() // DTSTAMP is in UTC (RFC 5545, section 3.8.7.2)
	}
	if of, ok := c.moment(e.recurrence); ok {
		m.Recurrence, _ = of.instant()
	}
	m.Cancelled = e.status == "CANCELLED" || e.status == "CANCELED" || c.method == "CANCEL"
	m.Tentative = e.status == "TENTATIVE"
	m.Method = c.method
	return m, true
}
