package invite

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the same answer on a machine without a zone database
)

// location finds the zone that a TZID names, at the local time at, and its IANA
// name if it has one. First comes the database itself, then the names of
// Windows, then the last "Area/City" of a path, then the rules that the file
// brings, then an offset in the name. Failing all, times are taken as UTC.
func location(id string, at time.Time, zones map[string]*zoneRules) (*time.Location, string) {
	id = strings.Trim(strings.TrimSpace(id), `"`)
	if id == "" {
		return time.UTC, ""
	}
	if loc, name := named(id); loc != nil {
		return loc, name
	}
	if z := zones[strings.ToLower(id)]; z != nil {
		if loc, name := named(z.location); loc != nil {
			return loc, name
		}
		if loc := z.at(at); loc != nil {
			return loc, ""
		}
	}
	if offset, ok := offsetIn(id); ok {
		return time.FixedZone(id, offset), ""
	}
	return time.UTC, ""
}

// named looks a zone up by any of the names that it goes by.
func named(id string) (*time.Location, string) {
	if id == "" || strings.EqualFold(id, "local") || len(id) > 200 {
		return nil, ""
	}
	if loc, err := time.LoadLocation(id); err == nil {
		return loc, id
	}
	lower := strings.ToLower(strings.Join(strings.Fields(id), " "))
	lower = strings.TrimSpace(strings.ReplaceAll(lower, " and ", " & "))
	name := windowsZones[lower]
	if name == "" {
		// "(UTC-05:00) Eastern Time (US & Canada)", "(GMT-08.00) Pacific Time (US & Canada)/Tijuana"
		title := lower
		if strings.HasPrefix(title, "(") {
			if _, after, ok := strings.Cut(title, ")"); ok {
				title = strings.TrimSpace(after)
			}
		}
		for _, t := range []string{title, before(title, "/"), before(title, ";")} {
			if name = cmp.Or(windowsTitles[t], windowsZones[t], windowsZones[t+" standard time"]); name != "" {
				break
			}
		}
	}
	if name == "" {
		// "/softwarestudio.org/Olson_20011030_5/Pacific/Auckland", "US-Eastern", "America-Chicago"
		parts := strings.Split(strings.Trim(id, "/"), "/")
		for n := min(3, len(parts)); n >= 1; n-- {
			tail := strings.Join(parts[len(parts)-n:], "/")
			if n > 1 {
				if loc, err := time.LoadLocation(tail); err == nil {
					return loc, tail
				}
			} else if i := strings.IndexByte(tail, '-'); i > 0 && !strings.ContainsAny(tail, "+ ") {
				if loc, err := time.LoadLocation(tail[:i] + "/" + tail[i+1:]); err == nil {
					return loc, tail[:i] + "/" + tail[i+1:]
				}
			}
		}
		return nil, ""
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, ""
	}
	return loc, name
}

func before(s, sep string) string {
	head, _, _ := strings.Cut(s, sep)
	return strings.TrimSpace(head)
}

// offsetIn reads the offset that stands in a name: "(GMT +01:00)", "GMT +0100
// (Standard) / …", "UTC-5".
func offsetIn(id string) (seconds int, ok bool) {
	s := strings.ToUpper(strings.ReplaceAll(id, " ", ""))
	for _, prefix := range []string{"GMT", "UTC"} {
		i := strings.Index(s, prefix)
		if i < 0 || i+4 > len(s) {
			continue
		}
		rest := s[i+3:]
		if rest[0] != '+' && rest[0] != '-' {
			continue
		}
		end := 1
		for end < len(rest) && (rest[end] >= '0' && rest[end] <= '9' || rest[end] == ':' || rest[end] == '.') {
			end++
		}
		digits := strings.NewReplacer(":", "", ".", "").Replace(rest[1:end])
		if len(digits) > 0 && len(digits) <= 2 {
			digits += "00"
		}
		return parseOffset(rest[:1] + digits)
	}
	return 0, false
}

// parseOffset reads "+0100" or "-053000", in seconds.
func parseOffset(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if len(s) == 4 || len(s) == 6 && s[0] != '+' && s[0] != '-' {
		s = "+" + s
	}
	if len(s) == 4 { // "+100"
		s = s[:1] + "0" + s[1:]
	}
	if len(s) < 5 {
		return 0, false
	}
	h, err1 := strconv.Atoi(s[1:3])
	m, err2 := strconv.Atoi(s[3:5])
	if err1 != nil || err2 != nil || h > 18 || m > 59 {
		return 0, false
	}
	n := h*3600 + m*60
	if s[0] == '-' {
		n = -n
	}
	return n, s[0] == '-' || s[0] == '+'
}

// zoneRules is a VTIMEZONE (RFC 5545, section 3.6.5).
type zoneRules struct {
	id, location string // TZID, X-LIC-LOCATION
	onsets       []onset
}

// An onset is a STANDARD or DAYLIGHT: from when on which offset holds.
type onset struct {
	start      time.Time // as the clock shows it
	offset     int       // seconds east of UTC
	known      bool
	month      time.Month // 0: it happens once
	week       int        // of the month; -1 the last, 0: by day of the month
	day        time.Weekday
	monthDay   int
	untilYear  int
	yearlyOnly bool
}

func (z *zoneRules) read(at, name, value string) {
	if at == "VTIMEZONE" {
		switch name {
		case "TZID":
			z.id = strings.Trim(value, `"`)
		case "X-LIC-LOCATION":
			z.location = value
		}
		return
	}
	if len(z.onsets) == 0 || len(z.onsets) > 400 {
		return
	}
	o := &z.onsets[len(z.onsets)-1]
	switch name {
	case "DTSTART":
		if t, err := time.Parse("20060102T150405", strings.TrimSuffix(value, "Z")); err == nil {
			o.start = t
		}
	case "TZOFFSETTO":
		o.offset, o.known = parseOffset(value)
	case "RRULE":
		o.rule(value)
	}
}

// rule reads a yearly recurrence; no other kind occurs in a zone.
func (o *onset) rule(value string) {
	for _, item := range strings.Split(strings.ToUpper(value), ";") {
		k, v, _ := strings.Cut(item, "=")
		switch k {
		case "FREQ":
			o.yearlyOnly = v == "YEARLY"
		case "BYMONTH":
			if n, err := strconv.Atoi(v); err == nil && n >= 1 && n <= 12 {
				o.month = time.Month(n)
			}
		case "BYMONTHDAY":
			if n, err := strconv.Atoi(before(v, ",")); err == nil && n >= 1 && n <= 31 {
				o.monthDay = n
			}
		case "UNTIL":
			if len(v) >= 4 {
				o.untilYear, _ = strconv.Atoi(v[:4])
			}
		case "BYDAY":
			if len(v) < 2 {
				continue
			}
			if n := strings.Index("SUMOTUWETHFRSA", v[len(v)-2:]); n >= 0 && n%2 == 0 {
				o.day = time.Weekday(n / 2)
			}
			o.week, _ = strconv.Atoi(v[:len(v)-2])
			if o.week > 5 || o.week < -5 {
				o.week = 0
			}
		}
	}
}

// in returns when the onset falls in the year, as the clock shows it.
func (o *onset) in(year int) (time.Time, bool) {
	if !o.known || o.start.IsZero() || o.start.Year() > year || o.untilYear > 0 && year > o.untilYear {
		return time.Time{}, false
	}
	h, m, s := o.start.Clock()
	if !o.yearlyOnly {
		return o.start, true
	}
	month := o.month
	if month == 0 {
		month = o.start.Month()
	}
	if o.week == 0 {
		day := o.monthDay
		if day == 0 {
			day = o.start.Day()
		} else if o.monthDay > 0 && o.week == 0 {
			for time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Weekday() != o.day && day < o.monthDay+7 {
				day++ // "the first Sunday on or after the 8th"
			}
		}
		return time.Date(year, month, day, h, m, s, 0, time.UTC), true
	}
	first := time.Date(year, month, 1, h, m, s, 0, time.UTC)
	if o.week > 0 {
		shift := (int(o.day) - int(first.Weekday()) + 7) % 7
		return first.AddDate(0, 0, shift+7*(o.week-1)), true
	}
	last := first.AddDate(0, 1, -1)
	shift := (int(last.Weekday()) - int(o.day) + 7) % 7
	return last.AddDate(0, 0, -shift+7*(o.week+1)), true
}

// at returns the offset that holds at the local time, nil if the rules say nothing.
func (z *zoneRules) at(local time.Time) *time.Location {
	var best *onset
	var when time.Time
	for i := range z.onsets {
		o := &z.onsets[i]
		for _, year := range []int{local.Year(), local.Year() - 1} {
			if t, ok := o.in(year); ok && !t.After(local) && (best == nil || t.After(when)) {
				best, when = o, t
			}
		}
	}
	if best == nil {
		for i := range z.onsets { // before all of them: any is better than none
			if z.onsets[i].known {
				best = &z.onsets[i]
				break
			}
		}
	}
	if best == nil {
		return nil
	}
	return time.FixedZone(z.id, best.offset)
}
