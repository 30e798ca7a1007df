package prose

import (
	"strings"
	"time"

	"afterword/mailwatch/recognize/invite"
)

// A zone is where a clock hangs by what is written beside a time.
type zone struct {
	loc  *time.Location
	name string // of the database; "" for an offset
	mine bool   // "your time": the reader's
}

func (z zone) known() bool { return z.loc != nil || z.mine }

// abbreviations of zones, as they are written: in capitals.
var abbreviations = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AKDT HST AST ADT GMT UTC BST WET WEST CET CEST MEZ MESZ EET EEST IST JST KST SGT HKT AEST AEDT ACST AWST NZST NZDT SAST BRT MSK") {
		m[w] = true
	}
	return m
}()

func zoneAbbreviation(s string) bool { return abbreviations[s] }

// The words of which the name of a zone is made.
var (
	timeWords = set("time zeit tijd")
	regions   = set("eastern central pacific mountain atlantic")
	yours     = set("your ihre ihrer deine deiner uw jouw je")
)

// peoples are zones called after who lives there.
var peoples = map[string]string{"deutscher": "Europe/Berlin", "deutsche": "Europe/Berlin", "german": "Europe/Berlin", "berliner": "Europe/Berlin", "mitteleuropaischer": "Europe/Berlin", "wiener": "Europe/Vienna", "osterreichischer": "Europe/Vienna",
	"zurcher": "Europe/Zurich", "schweizer": "Europe/Zurich", "swiss": "Europe/Zurich", "munchner": "Europe/Berlin", "hamburger": "Europe/Berlin", "londoner": "Europe/London", "uk": "Europe/London", "british": "Europe/London", "irish": "Europe/Dublin", "french": "Europe/Paris", "pariser": "Europe/Paris", "franzosischer": "Europe/Paris",
	"dutch": "Europe/Amsterdam", "nederlandse": "Europe/Amsterdam", "belgische": "Europe/Brussels", "spanish": "Europe/Madrid", "spanischer": "Europe/Madrid", "indian": "Asia/Kolkata"}

// capitals are cities whose name by itself behind a time says in whose: "5pm Berlin".
var capitals = map[string]string{"berlin": "Europe/Berlin", "london": "Europe/London", "paris": "Europe/Paris", "madrid": "Europe/Madrid", "amsterdam": "Europe/Amsterdam", "vienna": "Europe/Vienna", "zurich": "Europe/Zurich", "dublin": "Europe/Dublin", "brussels": "Europe/Brussels",
	"berlijn": "Europe/Berlin", "munchen": "Europe/Berlin", "munich": "Europe/Berlin", "hamburg": "Europe/Berlin", "wien": "Europe/Vienna", "vienne": "Europe/Vienna", "londres": "Europe/London", "londen": "Europe/London", "parijs": "Europe/Paris", "bruxelles": "Europe/Brussels", "brussel": "Europe/Brussels",
	"rome": "Europe/Rome", "montreal": "America/Toronto", "boston": "America/New_York", "lisbon": "Europe/Lisbon", "stockholm": "Europe/Stockholm", "singapore": "Asia/Singapore", "sydney": "Australia/Sydney", "tokyo": "Asia/Tokyo", "toronto": "America/Toronto", "chicago": "America/Chicago"}

// clockEnds reports whether a time of day that needs no more words ends right before a
// token.
func (w *words) clockEnds(i int) bool {
	return w.is(i-1, "am", "pm", "h", "uhr", "uur") || w.at(i-1).kind == numToken && w.at(i-1).width == 2 && w.is(i-2, ":", ".") && w.at(i-2).tight
}

// zoned reports whether a zone stands at token i.
func (w *words) zoned(i int) bool {
	z, _ := w.zone(i)
	return z.known()
}

// zone reads the zone that stands at token i, and the token after it.
func (w *words) zone(i int) (zone, int) {
	if w.is(i, ",") {
		i++
	}
	if w.is(i, "(", "[") {
		for j := i + 1; j < i+14 && w.at(j).kind != lineToken; j++ {
			if w.is(j, ")", "]") {
				inner := w.text[w.at(i).end:w.at(j).start]
				if strings.HasPrefix(inner, "UTC") || strings.HasPrefix(inner, "GMT") { // "(UTC-05:00) Eastern Time (US & Canada)"
					line, _, _ := strings.Cut(w.text[w.at(i).start:min(len(w.text), w.at(i).start+80)], "\n")
					if loc, name := invite.Zone(strings.TrimSpace(line)); name != "" {
						next := j + 1
						for w.at(next).kind != lineToken && w.at(next).start < w.at(i).start+len(line) {
							next++
						}
						return zone{loc: loc, name: name}, next
					}
				}
				if z := w.called(i + 1); z.known() {
					return z, j + 1
				}
				if z := place(inner); z.known() && len(inner) > 1 {
					return z, j + 1
				}
				break
			}
		}
		return zone{}, i
	}
	if w.is(i+1, "/") && w.capital(i) && w.capital(i+2) { // "America/New_York"
		name := strings.FieldsFunc(w.text[w.at(i).start:min(len(w.text), w.at(i).start+40)], func(c rune) bool { return c != '/' && c != '_' && (c < 'A' || c > 'z') })
		if z := place(name[0]); z.name != "" {
			next := i + 3
			for w.at(next).tight && w.at(next).start < w.at(i).start+len(name[0]) {
				next++
			}
			return z, next
		}
	}
	for n := 5; n >= 1; n-- { // the longest name first
		if z := w.named(i, n); z.known() {
			return z, i + n
		}
	}
	return zone{}, i
}

// called reads a name of a zone of any length at token i.
func (w *words) called(i int) zone {
	for n := 5; n >= 1; n-- {
		if z := w.named(i, n); z.known() {
			return z
		}
	}
	return zone{}
}

// named reads a name of n tokens.
func (w *words) named(i, n int) zone {
	first, last := w.at(i), w.at(i+n-1)
	if first.kind != wordToken || last.kind == lineToken || last.kind == signToken || last.end > len(w.text) || first.start >= last.end {
		return zone{}
	}
	for j := i; j < i+n; j++ {
		if w.at(j).kind == lineToken {
			return zone{}
		}
	}
	s := w.text[first.start:last.end]
	switch {
	case n == 1 && (abbreviations[s] || regions[first.word] && s != first.word):
		if w.is(i+1, "+", "-") && w.at(i+1).tight && w.at(i+2).kind == numToken {
			return zone{} // a longer name
		}
		return place(s)
	case n >= 3 && abbreviations[w.text[first.start:first.end]] && w.is(i+1, "+", "-") && w.at(i+1).tight && w.at(i+2).kind == numToken && (n == 3 || n == 5 && w.is(i+3, ":") && last.kind == numToken):
		return place(strings.ReplaceAll(strings.ReplaceAll(s, "−", "-"), "–", "-"))
	case n == 1 && first.word == "uk" && s == "UK" && w.at(i-1).kind != signToken:
		return place("Europe/London")
	case n == 1 && w.clockEnds(i) && capitals[first.word] != "":
		return place(capitals[first.word])
	case n == 2 && yours[first.word] && timeWords[last.word]:
		return zone{mine: true}
	case n == 3 && first.word == "your" && w.is(i+1, "local") && timeWords[last.word]:
		return zone{mine: true}
	case n == 2 && peoples[first.word] != "" && timeWords[last.word]:
		return place(peoples[first.word])
	case n >= 2 && n <= 5 && timeWords[last.word] && upper(s) && !dayWords[first.word] && !months[first.word]:
		return place(s)
	case n >= 3 && n <= 5 && (first.word == "heure" || first.word == "hora" || first.word == "horario") && w.is(i+1, "de", "d", "del") && upper(s[w.at(i+1).end-first.start:]):
		rest := strings.TrimLeft(s[w.at(i+1).end-first.start:], " '’")
		if z := place(rest); z.known() {
			return z
		}
	case n == 2 && s == "hora peninsular":
		return place("Europe/Madrid")
	}
	return zone{}
}

func place(name string) zone {
	loc, zoneName := invite.Zone(name)
	if loc == nil || zoneName == "" && !strings.HasPrefix(name, "UTC") && !strings.HasPrefix(name, "GMT") && !strings.HasPrefix(name, "+") {
		return zone{} // "8:00-8:30" is no offset
	}
	if better := cities[zoneName]; better != "" {
		return place(better)
	}
	return zone{loc: loc, name: zoneName}
}

// cities stand for the zones that the database calls by abbreviations.
var cities = map[string]string{"CET": "Europe/Berlin", "MET": "Europe/Berlin", "EET": "Europe/Helsinki", "WET": "Europe/Lisbon", "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles", "EST": "America/New_York", "MST": "America/Denver"}

// near is the zone of the reader where the one named goes by the same clock: "CET" is
// the time of Amsterdam for whoever lives there.
func (z zone) near(reader *time.Location) zone {
	if z.loc == nil || !strings.HasPrefix(z.name, "Europe/") || !strings.HasPrefix(reader.String(), "Europe/") {
		return z
	}
	for _, month := range []time.Month{time.January, time.July} {
		day := time.Date(2026, month, 1, 12, 0, 0, 0, time.UTC)
		if _, a := day.In(z.loc).Zone(); a != offset(day, reader) {
			return z
		}
	}
	return zone{loc: reader, name: reader.String()}
}

func offset(t time.Time, loc *time.Location) int {
	_, seconds := t.In(loc).Zone()
	return seconds
}

// upper reports whether a text begins with a capital.
func upper(s string) bool {
	s = strings.TrimLeft(s, " '’")
	return s != "" && s[:1] != strings.ToLower(s[:1]) || len(s) > 1 && s[0] >= 0x80 && strings.ToLower(s[:2]) != s[:2]
}

// general is the zone in which a text says that all its times are: "All times are in
// ET", "Zeitzone: Europe/Berlin".
func (w *words) general() zone {
	for i := range w.tokens {
		j := 0
		switch {
		case w.is(i, "times") && w.is(i+1, "are", "in", "shown", "listed"), w.is(i, "zeiten") && w.is(i+1, "in", "sind", "gelten"):
			j = i + 2
		case w.is(i, "times") && w.zoned(i+1):
			j = i + 1
		case w.is(i, "zone") && w.is(i-1, "time") && w.is(i+1, ":", "is"), w.is(i, "timezone", "zeitzone", "tijdzone") && w.is(i+1, ":", "is", "ist"), w.is(i, "horaire", "horaria") && w.is(i-1, "fuseau", "zona") && w.is(i+1, ":"):
			line := w.text[w.at(i+1).end:]
			line, _, _ = strings.Cut(line, "\n")
			if z := place(strings.TrimSpace(line[:min(len(line), 80)])); z.known() {
				return z
			}
			continue
		default:
			continue
		}
		for n := 0; n < 3; n++ {
			if z, _ := w.zone(j + n); z.known() {
				return z
			}
		}
	}
	return zone{}
}
