package invite

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// A place is where a clock hangs: in a zone of the database, in one that the file
// describes, or nobody knows where.
type place struct {
	loc   *time.Location
	rules *zoneRules
	name  string // of the database; "" for none
	doubt string // what is not known or was assumed, for the user
}

// place finds the zone that a TZID names, once for each.
func (c *calendar) place(id string) place {
	id = cleanID(id)
	if p, ok := c.places[id]; ok {
		return p
	}
	p := c.seek(id)
	if len(c.places) < 100 {
		c.places[id] = p
	}
	return p
}

// cleanID takes from a TZID what is no part of the name.
func cleanID(id string) string {
	id = strings.TrimSpace(text(id))
	if len(id) > 5 && strings.EqualFold(id[:5], "TZID=") {
		id = id[5:]
	}
	return strings.TrimSpace(strings.Trim(id, `"'`))
}

// seek looks for a zone: among the names that mean one and no other, then among those
// that the file describes, then among what people call zones, then for an offset in the
// name. Failing all, the calendar's own zone holds.
func (c *calendar) seek(id string) place {
	own := c.zone // X-WR-TIMEZONE
	if id == "" || strings.EqualFold(id, "local") || strings.EqualFold(id, "floating") {
		if own != "" {
			if loc, name := named(own); loc != nil {
				return place{loc: loc, name: name}
			}
		}
		return place{doubt: "calendar does not say in what time zone its times are"}
	}
	if loc, name := firm(id); loc != nil {
		return place{loc: loc, name: name}
	}
	z := c.zones[strings.ToLower(id)]
	if z == nil && len(c.zones) == 1 && unnamed(id) {
		for _, z = range c.zones { // "Customized Time Zone 1" for "Customized Time Zone"
		}
	}
	if z != nil {
		if loc, name := firm(z.location); loc != nil {
			return place{loc: loc, name: name}
		}
		if z.known() {
			if loc, name := named(id); name != "" && z.agrees(loc) {
				return place{loc: loc, name: name}
			}
			return place{rules: z}
		}
	}
	if loc, name := named(id); loc != nil {
		return place{loc: loc, name: name}
	}
	doubt := fmt.Sprintf("calendar names a time zone that is not known: %q", id)
	if loc, name := named(own); loc != nil {
		return place{loc: loc, name: name, doubt: doubt + "; its times are taken as those of " + name}
	}
	return place{doubt: doubt}
}

// unnamed reports whether a TZID says no more than that somebody made a zone up.
func unnamed(id string) bool {
	f := fold(id)
	return strings.Contains(f, "custom") || strings.Contains(f, "benutzerdefiniert") || strings.Contains(f, "personnalis") || strings.Contains(f, "personaliz") || strings.Contains(f, "aangepast")
}

var (
	lastNumber = regexp.MustCompile(` -?\d{1,2}$`)
	prefix     = regexp.MustCompile(`(?i)^\s*[(\[]\s*(?:GMT|UTC|UCT)[^)\]]*[)\]]\s*`)
	suffix     = regexp.MustCompile(`(?i)\s*[(\[]\s*(?:GMT|UTC|UCT)[^)\]]*[)\]]\s*$`)
	// posix is "CET-1CEST,M3.5.0,M10.5.0/3", as the environment variable TZ has it.
	posix = regexp.MustCompile(`^([A-Za-z]{3,5})[+-]?\d{1,2}(?::\d{2})?[A-Za-z]{3,5}\d?(?:,|$)`)
	apart = regexp.MustCompile(`[(),;:\[\]|]|\s[-–—]+\s`)
)

// firm looks up the names that mean one zone: those of the database in whatever way
// they are written, at the end of a path too, and the identifiers of Windows.
func firm(id string) (*time.Location, string) {
	if id == "" || len(id) > 200 {
		return nil, ""
	}
	t := tables()
	f := fold(id)
	if loc, name := load(t.exact[f]); loc != nil {
		return loc, name
	}
	// "/freeassociation.sourceforge.net/Tzfile/America/New_York", "tzone://Microsoft/Utc"
	if i := strings.IndexByte(id, '/'); i >= 0 {
		parts := strings.Split(strings.TrimSuffix(strings.Trim(id, "/"), ".ics"), "/")
		for n := min(3, len(parts)); n >= 2; n-- {
			if loc, name := load(t.exact[fold(strings.Join(parts[len(parts)-n:], "/"))]); loc != nil {
				return loc, name
			}
		}
		if last := parts[len(parts)-1]; strings.EqualFold(last, "utc") || strings.EqualFold(last, "gmt") {
			return time.UTC, "Etc/UTC"
		}
	}
	// "Romance Standard Time 1", "Europe/Berlin-2"
	if short := lastNumber.ReplaceAllString(strings.ReplaceAll(f, "-", " -"), ""); short != f && !bareOffset.MatchString(id) {
		if loc, name := load(t.exact[strings.TrimSpace(strings.ReplaceAll(short, " -", "-"))]); loc != nil && strings.Contains(short, " ") {
			return loc, name
		}
	}
	return nil, ""
}

// named looks a zone up by any of the names that it goes by.
func named(id string) (*time.Location, string) {
	if loc, name := firm(id); loc != nil || id == "" || len(id) > 200 {
		return loc, name
	}
	if m := posix.FindStringSubmatch(id); m != nil {
		id = m[1]
	}
	offsets := offsetsIn(id)
	if bareOffset.MatchString(id) {
		return byOffsets(offsets), ""
	}
	body := anOffset.ReplaceAllString(suffix.ReplaceAllString(prefix.ReplaceAllString(id, ""), ""), " ")
	fits := func(name string) bool { return len(offsets) == 0 || keeps(name, offsets[0]) }
	if strings.HasPrefix(strings.ToLower(strings.TrimLeft(id, "([")), "utc)") || strings.HasPrefix(strings.ToLower(strings.TrimLeft(id, "([")), "gmt)") {
		fits = func(name string) bool { return keeps(name, 0) }
	}
	narrow, rest := candidates(body)
	if zone := cmp.Or(pick(narrow, fits), pick(rest, fits)); zone != "" {
		return load(zone)
	}
	if len(offsets) > 1 {
		return byOffsets(offsets), ""
	}
	// The offset may be of another year than the rules of the place.
	any := func(string) bool { return true }
	if zone := cmp.Or(pick(narrow, any), pick(rest, any)); zone != "" {
		return load(zone)
	}
	if loc := byOffsets(offsets); loc != nil {
		return loc, ""
	}
	return nil, ""
}

// keeps reports whether clocks in a zone go by the offset in summer or in winter.
func keeps(zone string, offset int) bool {
	loc, _ := load(zone)
	if loc == nil {
		return false
	}
	for _, month := range []time.Month{time.January, time.July} {
		if _, seconds := time.Date(2026, month, 1, 12, 0, 0, 0, time.UTC).In(loc).Zone(); seconds == offset {
			return true
		}
	}
	return false
}

// pick returns the zone that most of the candidates mean, of those that fit.
func pick(list []string, fits func(string) bool) string {
	votes, best := map[string]int{}, ""
	for _, zone := range list {
		votes[zone]++
	}
	for _, zone := range list {
		if votes[zone] > votes[best] && fits(zone) {
			best = zone
		}
	}
	return best
}

// wide are names of zones that hold several, so that what stands beside them counts
// first: "Mountain Time - Phoenix".
var wide = map[string]bool{"eastern": true, "central": true, "mountain": true, "pacific": true, "atlantic": true, "est": true, "centre": true, "este": true, "centro": true,
	"central european": true, "eastern european": true, "western european": true, "mitteleuropaische": true, "et": true, "ct": true, "mt": true, "pt": true}

// candidates are the zones that a name may mean, the likeliest first: by the whole
// name, then by its pieces. Those of the wide ones stand apart.
func candidates(name string) (narrow, rest []string) {
	t := tables()
	try := func(piece string, whole bool) {
		if loc, zone := firm(strings.TrimSpace(piece)); loc != nil {
			narrow = append(narrow, zone)
			return
		}
		stem := stemOf(lastNumber.ReplaceAllString(fold(piece), ""))
		if zone := t.exact[stem]; zone != "" && len(t.stems[stem]) == 0 { // "US Pacific Time"
			narrow = append(narrow, zone)
			return
		}
		if wide[stem] && !whole {
			rest = append(rest, t.stems[stem]...)
		} else {
			narrow = append(narrow, t.stems[stem]...)
		}
	}
	try(name, true)
	if len(narrow) > 0 {
		return narrow, nil
	}
	pieces := apart.Split(name, 20)
	for _, piece := range pieces {
		try(piece, false)
	}
	for _, piece := range pieces {
		if parts := strings.FieldsFunc(piece, func(r rune) bool { return r == '/' || r == '_' }); len(parts) > 1 {
			for _, part := range parts {
				try(part, false)
			}
		}
	}
	return narrow, rest
}
