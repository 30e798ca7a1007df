package invite

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxOnsets bounds what is kept of one VTIMEZONE.
const maxOnsets = 400

// zoneRules is a VTIMEZONE (RFC 5545, section 3.6.5).
type zoneRules struct {
	id, location string // TZID, X-LIC-LOCATION
	onsets       []onset
}

// An onset is a STANDARD or DAYLIGHT: from when on which offset holds.
type onset struct {
	start      time.Time // as the clock shows it before
	further    []time.Time
	from, to   int // seconds east of UTC, before and after
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
			z.id = cleanID(value)
		case "X-LIC-LOCATION":
			z.location = cleanID(value)
		}
		return
	}
	if len(z.onsets) == 0 || len(z.onsets) > maxOnsets {
		return
	}
	o := &z.onsets[len(z.onsets)-1]
	switch name {
	case "DTSTART":
		if t, err := time.Parse("20060102T150405", strings.TrimSuffix(value, "Z")); err == nil {
			o.start = t
		}
	case "RDATE":
		for _, one := range strings.Split(value, ",") {
			one, _, _ = strings.Cut(one, "/")
			if t, err := time.Parse("20060102T150405", strings.TrimSuffix(one, "Z")); err == nil && len(o.further) < 100 {
				o.further = append(o.further, t)
			}
		}
	case "TZOFFSETFROM":
		if n, ok := parseOffset(value); ok {
			o.from = n
		}
	case "TZOFFSETTO":
		o.to, o.known = parseOffset(value)
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
			if n, err := strconv.Atoi(firstOf(v)); err == nil && n >= 1 && n <= 31 {
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
		if t := first.AddDate(0, 0, shift+7*(o.week-1)); t.Month() == month {
			return t, true
		}
		o.week = -1 // "the fifth" is the last
	}
	last := first.AddDate(0, 1, -1)
	shift := (int(last.Weekday()) - int(o.day) + 7) % 7
	return last.AddDate(0, 0, -shift+7*(o.week+1)), true
}

// known reports whether the rules say anything.
func (z *zoneRules) known() bool {
	return slices.ContainsFunc(z.onsets, func(o onset) bool { return o.known })
}

// agrees reports whether clocks in a zone go by the same offsets.
func (z *zoneRules) agrees(loc *time.Location) bool {
	for _, month := range []time.Month{time.January, time.July} {
		wall := time.Date(2026, month, 15, 12, 0, 0, 0, time.UTC)
		if _, seconds := in(wall, loc).Zone(); time.Duration(seconds)*time.Second != z.offset(wall) {
			return false
		}
	}
	return true
}

// offset returns the offset that holds when the clock shows wall. What it skips is
// reckoned by the offset before the gap (RFC 5545, section 3.3.5).
func (z *zoneRules) offset(wall time.Time) time.Duration {
	var best *onset
	var when time.Time
	take := func(o *onset, t time.Time) {
		if !t.After(wall) && (best == nil || t.After(when)) {
			best, when = o, t
		}
	}
	for i := range z.onsets {
		o := &z.onsets[i]
		if !o.known {
			continue
		}
		for _, year := range []int{wall.Year(), wall.Year() - 1} {
			if t, ok := o.in(year); ok {
				take(o, t)
			}
		}
		for _, t := range o.further {
			take(o, t)
		}
	}
	seconds := 0
	switch {
	case best == nil: // before all of them
		if i := slices.IndexFunc(z.onsets, func(o onset) bool { return o.known }); i >= 0 {
			seconds = z.onsets[i].to
		}
	case wall.Before(when.Add(time.Duration(best.to-best.from) * time.Second)):
		seconds = best.from
	default:
		seconds = best.to
	}
	return time.Duration(seconds) * time.Second
}

// firstOf returns the first of a list with commas.
func firstOf(s string) string {
	first, _, _ := strings.Cut(s, ",")
	return strings.TrimSpace(first)
}
