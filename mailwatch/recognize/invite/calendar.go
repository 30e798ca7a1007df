package invite

import "strings"

// Bounds of one calendar.
const (
	maxEvents = 50
	maxOpen   = 32 // components within each other
	maxZones  = 50
)

// A calendar is one VCALENDAR.
type calendar struct {
	method, zone string // METHOD; X-WR-TIMEZONE
	zones        map[string]*zoneRules
	places       map[string]place
	events       []event
}

// readCalendars reads the calendars of a part (RFC 5545, section 3.4). What cannot be
// read is left out, so that one odd line does not cost the appointment.
func readCalendars(s string) []*calendar {
	var all []*calendar
	var c *calendar
	var now *event
	var zone *zoneRules
	var inside []string // open components
	begin := func() {
		c = &calendar{zones: map[string]*zoneRules{}, places: map[string]place{}}
		all = append(all, c)
	}
	begin()
	endEvent := func() {
		if now != nil && now.start.value != "" && len(c.events) < maxEvents {
			c.events = append(c.events, *now)
		}
		now = nil
	}
	endZone := func() {
		if zone != nil && zone.id != "" && len(c.zones) < maxZones {
			c.zones[strings.ToLower(zone.id)] = zone
		}
		zone = nil
	}
	unfold(s, func(raw string) {
		name, end := nameOf(raw)
		switch name {
		case "BEGIN":
			what := strings.ToUpper(strings.TrimSpace(raw[end+1:]))
			if inside = append(inside, what); len(inside) > maxOpen {
				inside = inside[1:]
			}
			switch what {
			case "VCALENDAR":
				if len(all) < maxEvents {
					begin()
				}
			case "VEVENT":
				endEvent()
				now = &event{}
			case "VTIMEZONE":
				zone = &zoneRules{}
			case "STANDARD", "DAYLIGHT":
				if zone != nil && len(zone.onsets) < maxOnsets {
					zone.onsets = append(zone.onsets, onset{})
				}
			}
			return
		case "END":
			switch strings.ToUpper(strings.TrimSpace(raw[end+1:])) {
			case "VEVENT":
				endEvent()
			case "VTIMEZONE":
				endZone()
			}
			if len(inside) > 0 {
				inside = inside[:len(inside)-1]
			}
			return
		}
		at := ""
		if len(inside) > 0 {
			at = inside[len(inside)-1]
		}
		switch at {
		case "VCALENDAR", "":
			switch name {
			case "METHOD":
				if l := parse(raw); len(l.value) < 40 {
					c.method = strings.ToUpper(l.value)
				}
			case "X-WR-TIMEZONE":
				c.zone = cleanID(parse(raw).value)
			}
		case "VEVENT":
			if now != nil {
				now.read(raw)
			}
		case "VTIMEZONE", "STANDARD", "DAYLIGHT":
			if zone != nil {
				zone.read(at, name, parse(raw).value)
			}
		}
	})
	endEvent() // cut off before its end
	endZone()
	return all
}
