package invite

import (
	"regexp"
	"strings"
	"time"
)

// A moment is a DATE-TIME or DATE (RFC 5545, sections 3.3.4 and 3.3.5) as the file
// has it: what a clock shows, and where that clock hangs.
type moment struct {
	wall  time.Time // as if it hung in UTC
	day   bool      // a DATE
	place place
}

// offsetAfter is an offset behind the time of day, which no calendar should write.
var offsetAfter = regexp.MustCompile(`^(.*[T ].*?)(?:\s*(?:GMT|UTC))?([+-]\d{2}:?\d{2})$`)

// moment reads a property's value.
func (c *calendar) moment(l line) (moment, bool) {
	value, id := strings.ToUpper(strings.TrimSpace(l.value)), l.param("TZID")
	if rest, ok := strings.CutPrefix(value, "TZID="); ok {
		// "DTSTART:TZID=Europe/Berlin:20261116T100000"
		if i := strings.LastIndexByte(rest, ':'); i >= 0 {
			id, value = l.value[len("TZID="):len("TZID=")+i], rest[i+1:]
		}
	}
	var at moment
	if m := offsetAfter.FindStringSubmatch(value); m != nil {
		if seconds, ok := parseOffset(m[2]); ok {
			value, id = m[1], ""
			at.place = place{loc: time.FixedZone("", seconds)}
		}
	}
	value = strings.NewReplacer("-", "", ":", "", " ", "T").Replace(value)
	utc := strings.HasSuffix(value, "Z")
	value = strings.TrimSuffix(value, "Z")
	value, _, _ = strings.Cut(value, ".")
	layout := "20060102T150405"
	switch len(value) {
	case 8:
		layout, at.day = "20060102", true
	case 11:
		layout = "20060102T15"
	case 13:
		layout = "20060102T1504"
	}
	var err error
	at.wall, err = time.Parse(layout, value)
	if err != nil || at.wall.Year() < 1900 || at.wall.Year() > 2200 {
		return moment{}, false
	}
	switch {
	case utc:
		at.place = place{loc: time.UTC, name: "UTC"}
	case at.place.loc == nil:
		at.place = c.place(id)
	}
	return at, true
}

// in returns the instant at which the clock in loc shows it. What it shows twice is
// the first of the two; what it skips is reckoned by the offset before the gap (RFC
// 5545, section 3.3.5).
func in(wall time.Time, loc *time.Location) time.Time {
	offset := func(t time.Time) time.Duration {
		_, seconds := t.In(loc).Zone()
		return time.Duration(seconds) * time.Second
	}
	before, after := offset(wall.Add(-26*time.Hour)), offset(wall.Add(26*time.Hour))
	first := wall.Add(-before).In(loc)
	if offset(first) == before || before == after {
		return first
	}
	if second := wall.Add(-after).In(loc); offset(second) == after {
		return second
	}
	return first
}

// instant returns when the moment is. Where nobody says in what zone, it is what the
// clock shows, in UTC, and known is false.
func (m moment) instant() (t time.Time, known bool) {
	switch {
	case m.place.rules != nil:
		return in(m.wall, time.UTC).Add(-m.place.rules.offset(m.wall)).In(time.FixedZone(m.place.rules.id, int(m.place.rules.offset(m.wall)/time.Second))), true
	case m.place.loc != nil:
		return in(m.wall, m.place.loc), true
	}
	return m.wall, false
}

// duration reads a DURATION (RFC 5545, section 3.3.6); a negative or odd one is 0.
func duration(s string) time.Duration {
	s = strings.ToUpper(strings.TrimPrefix(strings.TrimSpace(s), "+"))
	if !strings.HasPrefix(s, "P") || len(s) > 40 {
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
