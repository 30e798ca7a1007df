package invite

import (
	"strings"

	"afterword/internal/mail"
)

// maxParts bounds how many calendar parts of one message are read.
const maxParts = 8

// Read reads the events of all the calendars that a message brings: invitations (RFC
// 6047) and files. Each stands in the result once, in its newest version. What answers
// an invitation (REPLY, COUNTER, …) is none and brings nothing.
func Read(m *mail.Message) []Meeting {
	var all []Meeting
	parts, left, unread, answers := 0, maxCalendar, false, false
	for _, p := range m.Parts {
		if p.Enclosed || !holdsCalendar(p) || parts == maxParts || left <= 0 {
			continue
		}
		parts++
		s := m.Decoded(p, left)
		left -= len(s)
		read := false
		for _, c := range readCalendars(s) {
			if c.method == "" {
				c.method = strings.ToUpper(cut(p.Params["method"], 40))
			}
			for i := range c.events {
				v, ok := c.events[i].reckon(c)
				read = read || ok
				switch {
				case !ok:
				case !invites(c.method):
					answers = true
				case len(all) < maxEvents:
					all = append(all, v)
				}
			}
		}
		unread = unread || !read
	}
	if unread && len(all) == 0 && !answers {
		m.Problem("calendar part has no event that can be read")
	}
	return newest(all)
}

// holdsCalendar reports whether a part is a calendar, by its type or by its name.
func holdsCalendar(p *mail.Part) bool {
	switch p.MediaType {
	case "text/calendar", "application/ics", "application/calendar", "text/x-vcalendar", "application/x-ical", "text/ics":
		return true
	}
	name := strings.ToLower(p.Filename)
	return strings.HasSuffix(name, ".ics") || strings.HasSuffix(name, ".ical") || strings.HasSuffix(name, ".vcs")
}

// invites reports whether a method (RFC 5546, section 1.4) says when something takes
// place. A file that was saved has none.
func invites(method string) bool {
	switch method {
	case "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH":
		return false
	}
	return true
}
