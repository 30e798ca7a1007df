package invite

import (
	"regexp"
	"strings"
	"time"

	"afterword/internal/mail"

	ics "github.com/arran4/golang-ical"
)

// Bounds of a calendar part.
const (
	maxCalendar = 512 << 10 // bytes
	maxLines    = 20000
	maxOpen     = 32 // components within each other
)

// Read reads the message's calendar part, if it has one: an invitation (RFC
// 6047) or a file that was attached.
func Read(m *mail.Message) *Meeting {
	var attached *mail.Part
	for _, p := range m.Parts {
		if p.Enclosed {
			continue
		}
		switch {
		case p.MediaType == "text/calendar":
			if v := readMeeting(m, p); v != nil {
				return v
			}
		case attached == nil && (p.MediaType == "application/ics" || p.MediaType == "text/x-vcalendar" || strings.HasSuffix(strings.ToLower(p.Filename), ".ics")):
			attached = p
		}
	}
	if attached != nil {
		return readMeeting(m, attached)
	}
	return nil
}

func readMeeting(m *mail.Message, p *mail.Part) *Meeting {
	v, ok := readCalendar(m.Decoded(p, maxCalendar))
	if !ok {
		m.Problem("calendar part has no event that can be read")
		return nil
	}
	if v.Method == "" {
		v.Method = strings.ToUpper(p.Params["method"])
	}
	v.Cancelled = v.Cancelled || v.Method == "CANCEL"
	return v
}

// A Meeting is what a calendar part says.
type Meeting struct {
	Start, End         time.Time
	Zone               string // IANA name, or "" where the part gives none
	Summary, Organizer string
	Attendees          []string // addresses
	// Names are those of organizer and attendees, by their address in lower case,
	// where the part has them.
	Names       map[string]string
	Method, UID string // RFC 5546: REQUEST, CANCEL, …; RFC 5545, section 3.8.4.7
	Cancelled   bool
}

// An event is what a VEVENT says, before its times are reckoned.
type event struct {
	start, end, recurrence *ics.BaseProperty
	duration, status       string
	meeting                Meeting
}

// readCalendar reads the first event of a calendar (RFC 5545), preferring one
// that is not a mere exception of a series. Lines that the library cannot read
// are left out, so that one odd line does not cost the appointment.
func readCalendar(s string) (*Meeting, bool) {
	var method string
	var events []event
	var now event
	var inside []string // open components
	zones := map[string]*zoneRules{}
	var zone *zoneRules
	for _, line := range unfold(s) {
		name, value := split(line)
		switch name {
		case "BEGIN":
			if inside = append(inside, strings.ToUpper(value)); len(inside) > maxOpen {
				inside = inside[1:]
			}
			switch strings.ToUpper(value) {
			case "VEVENT":
				now = event{}
			case "VTIMEZONE":
				zone = &zoneRules{}
			case "STANDARD", "DAYLIGHT":
				if zone != nil {
					zone.onsets = append(zone.onsets, onset{})
				}
			}
			continue
		case "END":
			switch strings.ToUpper(value) {
			case "VEVENT":
				if now.start != nil && len(events) < 500 {
					events = append(events, now)
				}
				now = event{}
			case "VTIMEZONE":
				if zone != nil && zone.id != "" {
					zones[strings.ToLower(zone.id)] = zone
				}
				zone = nil
			}
			if len(inside) > 0 {
				inside = inside[:len(inside)-1]
			}
			continue
		}
		at := ""
		if len(inside) > 0 {
			at = inside[len(inside)-1]
		}
		switch at {
		case "VCALENDAR", "":
			if name == "METHOD" && len(value) < 40 {
				if method == "" || len(events) == 0 {
					method = strings.ToUpper(strings.TrimSpace(value)) // of the calendar that holds the first event
				}
			}
		case "VEVENT":
			now.read(name, line)
		case "VTIMEZONE", "STANDARD", "DAYLIGHT":
			if zone != nil {
				zone.read(at, name, value)
			}
		}
	}
	if now.start != nil {
		events = append(events, now) // cut off before its end
	}
	if len(events) == 0 {
		return nil, false
	}
	chosen := events[0]
	for _, e := range events {
		if e.recurrence == nil && e.meeting.UID == chosen.meeting.UID {
			chosen = e
			break
		}
	}
	v, ok := chosen.reckon(zones)
	if !ok {
		return nil, false
	}
	v.Method = method
	v.Cancelled = chosen.status == "CANCELLED" || method == "CANCEL"
	return v, true
}

// unfold joins the folded lines (RFC 5545, section 3.1). A line of more than 64
// KiB is cut.
func unfold(s string) []string {
	var lines []string
	var line strings.Builder
	end := func() {
		if line.Len() > 0 && len(lines) < maxLines {
			lines = append(lines, line.String())
		}
		line.Reset()
	}
	for _, l := range mail.Lines(strings.TrimPrefix(s, "\ufeff")) {
		switch {
		case l == "":
			continue
		case l[0] == ' ' || l[0] == '\t':
			l = l[1:]
		default:
			end()
		}
		if line.Len() < 64<<10 {
			line.WriteString(l)
		}
	}
	end()
	return lines
}

// split returns the name of a content line, in upper case, and its value.
func split(line string) (name, value string) {
	end := strings.IndexAny(line, ":;")
	if end < 0 {
		return "", ""
	}
	quote := false
	for i := end; i < len(line); i++ {
		switch line[i] {
		case '"':
			quote = !quote
		case ':':
			if !quote {
				return strings.ToUpper(strings.TrimSpace(line[:end])), strings.TrimSpace(line[i+1:])
			}
		}
	}
	// A quote that is never closed: the last colon will do.
	return strings.ToUpper(strings.TrimSpace(line[:end])), strings.TrimSpace(line[strings.LastIndexByte(line, ':')+1:])
}

// read takes one line of the event.
func (e *event) read(name, line string) {
	switch name {
	case "DTSTART", "DTEND", "DURATION", "SUMMARY", "ORGANIZER", "ATTENDEE", "UID", "STATUS", "RECURRENCE-ID":
	default:
		return
	}
	p := property(line)
	if p == nil {
		return
	}
	switch name {
	case "DTSTART":
		e.start = p
	case "DTEND":
		e.end = p
	case "DURATION":
		e.duration = p.Value
	case "SUMMARY":
		e.meeting.Summary = strings.TrimSpace(strings.Join(strings.Fields(p.Value), " "))
	case "UID":
		e.meeting.UID = strings.TrimSpace(p.Value)
	case "STATUS":
		e.status = strings.ToUpper(strings.TrimSpace(p.Value))
	case "RECURRENCE-ID":
		e.recurrence = p
	case "ORGANIZER":
		e.meeting.Organizer = calendarAddress(p)
		e.name(e.meeting.Organizer, p)
	case "ATTENDEE":
		if a := calendarAddress(p); a != "" && len(e.meeting.Attendees) < 200 {
			e.meeting.Attendees = append(e.meeting.Attendees, a)
			e.name(a, p)
		}
	}
}

// name keeps the common name of an address (RFC 5545, section 3.2.2).
func (e *event) name(address string, p *ics.BaseProperty) {
	cn := strings.Join(strings.Fields(strings.Trim(strings.Join(p.ICalParameters["CN"], " "), `"`)), " ")
	if address == "" || cn == "" || strings.Contains(cn, "@") {
		return
	}
	if e.meeting.Names == nil {
		e.meeting.Names = map[string]string{}
	}
	e.meeting.Names[strings.ToLower(address)] = cn
}

// tzid is the zone among the parameters of a content line.
var tzid = regexp.MustCompile(`(?i)^[^:]*;TZID=(?:"([^"]*)"|([^:;"]*))`)

// property reads a content line by the library, and again without its
// parameters but for the zone where the library cannot (a quote within a name).
func property(line string) *ics.BaseProperty {
	if p, err := ics.ParseProperty(ics.ContentLine(line)); err == nil && p != nil {
		return p
	}
	name, value := split(line)
	p := &ics.BaseProperty{IANAToken: name, ICalParameters: map[string][]string{}, Value: ics.FromText(value)}
	if id := tzid.FindStringSubmatch(line); id != nil {
		p.ICalParameters["TZID"] = []string{id[1] + id[2]}
	}
	return p
}

// calendarAddress reads a calendar user's address: nearly always a mailto URI.
func calendarAddress(p *ics.BaseProperty) string {
	v := strings.TrimSpace(p.Value)
	if len(v) > 7 && strings.EqualFold(v[:7], "mailto:") {
		v = v[7:]
	}
	if a := mail.FindAddress(v); a != "" {
		return a
	}
	for _, email := range p.ICalParameters["EMAIL"] {
		return email
	}
	return ""
}

// reckon makes instants of what the event says.
func (e *event) reckon(zones map[string]*zoneRules) (*Meeting, bool) {
	v := e.meeting
	start, zone, day, ok := instant(e.start, zones)
	if !ok {
		return nil, false
	}
	v.Start, v.Zone = start, zone
	switch end, _, _, ok := instant(e.end, zones); {
	case ok && !end.Before(start):
		v.End = end
	case e.duration != "":
		v.End = start.Add(duration(e.duration))
	case day:
		v.End = start.AddDate(0, 0, 1) // RFC 5545, section 3.6.1: a whole day
	default:
		v.End = start
	}
	return &v, true
}

// instant reads a DATE-TIME or DATE (RFC 5545, sections 3.3.4 and 3.3.5).
func instant(p *ics.BaseProperty, zones map[string]*zoneRules) (t time.Time, zone string, day, ok bool) {
	if p == nil {
		return t, "", false, false
	}
	value := strings.ToUpper(strings.TrimSpace(p.Value))
	value = strings.NewReplacer("-", "", ":", "").Replace(value)
	utc := strings.HasSuffix(value, "Z")
	value = strings.TrimSuffix(value, "Z")
	layout := "20060102T150405"
	switch len(value) {
	case 8:
		layout, day = "20060102", true
	case 13:
		layout = "20060102T1504"
	}
	t, err := time.Parse(layout, value)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return time.Time{}, "", false, false
	}
	if utc {
		return t, "UTC", day, true
	}
	id := ""
	for _, v := range p.ICalParameters["TZID"] {
		id = v
	}
	loc, zone := location(id, t, zones)
	y, mo, d := t.Date()
	return time.Date(y, mo, d, t.Hour(), t.Minute(), t.Second(), 0, loc), zone, day, true
}

// duration reads a DURATION (RFC 5545, section 3.3.6); a negative or odd one is 0.
func duration(s string) time.Duration {
	s = strings.ToUpper(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "+")))
	if !strings.HasPrefix(s, "P") {
		return 0
	}
	var total time.Duration
	n := 0
	unit := map[byte]time.Duration{'W': 7 * 24 * time.Hour, 'D': 24 * time.Hour, 'H': time.Hour, 'M': time.Minute, 'S': time.Second}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if n = n*10 + int(c-'0'); n > 100000 {
				return 0
			}
		case c == 'T':
		default:
			u, ok := unit[c]
			if !ok {
				return 0
			}
			total += time.Duration(n) * u
			n = 0
		}
	}
	return total
}
