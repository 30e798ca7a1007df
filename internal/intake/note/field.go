package note

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/mailwatch/recognize/dates"
	"afterword/mailwatch/recognize/prose"
	"afterword/rules"
)

// languages are those in which a date is read, the note's own first.
func (r *reader) languages() []string {
	all := []string{r.note.Language}
	for _, l := range []string{"en", "de", "fr", "es", "nl"} {
		if !strings.HasPrefix(r.note.Language, l) {
			all = append(all, l)
		}
	}
	return all
}

// here and there are the user's zone and that of the meeting.
func (r *reader) here() *time.Location {
	zone, err := zoneOf(r.note.Here, time.UTC)
	if err != nil {
		return time.UTC
	}
	return zone
}

func (r *reader) there() *time.Location {
	zone, err := zoneOf(r.note.Zone, r.here())
	if err != nil {
		return r.here()
	}
	return zone
}

// found are the days that a few words name, in the language in which the first of them
// takes up the most words: German knows "Friday", and not what is next to it.
func (r *reader) found(s string) (best []dates.Found, lang string) {
	now := r.opt.Now.In(r.here())
	lang = r.note.Language
	for _, l := range r.languages() {
		if f := dates.Find(s, l, now, r.opt.Calendar); len(f) > 0 && (best == nil || len(f[0].Words) > len(best[0].Words)) {
			best, lang = f, l
		}
	}
	return best, lang
}

// day reads the day that a few words name, the last of a period.
func (r *reader) day(s string) (rules.Date, bool) {
	if f, _ := r.found(s); len(f) > 0 {
		return f[0].Range.To, true
	}
	return rules.Date{}, false
}

// until reads from when on the user is to be asked again. "For a week" is in a week, and
// of a period it is the first day.
func (r *reader) until(s string) (rules.Date, bool) {
	today := rules.DateOf(r.opt.Now.In(r.here()))
	for _, text := range []string{s, spell.ReplaceAllString(s, "in ")} {
		found, _ := r.found(text)
		for _, f := range found {
			day := f.Range.From
			if !day.After(today) {
				day = f.Range.To
			}
			if day.After(today) {
				return day, true
			}
		}
	}
	return rules.Date{}, false
}

var spell = regexp.MustCompile(`(?i)\b(?:for|für|pendant|durante|por|voor)\s`)

func (r *reader) decision(s string) bool {
	d, ok := r.day(s)
	if !ok || d.Before(rules.DateOf(r.opt.Now.In(r.here()))) {
		return false
	}
	if had := r.answer.Decision; !had.IsZero() && had != d {
		r.doubt(had.String() + " / " + d.String())
		r.answer.Decision = rules.Date{}
		return true
	}
	r.answer.Decision = d
	return true
}

// Whose clock is meant, where a time has no zone.
var (
	mine   = regexp.MustCompile(`(?i)\b(?:my time|for me|here|meiner zeit|meine zeit|bei mir|chez moi|mon heure|mi hora|aquí|para mí|mijn tijd|bij mij|hier)\b`)
	theirs = regexp.MustCompile(`(?i)\b(?:their time|for them|there|deren zeit|ihrer zeit|dort|bei ihnen|chez eux|leur heure|là-bas|su hora|allí|hun tijd|daar|bij hen)\b`)
	inside = regexp.MustCompile(`\s*\([^()]*\)`)
)

// when reads a time that the user names, where value stood. A day without a time keeps
// the time, a time without a day the day. A time without a zone is understood only where
// there is no doubt about the clock.
func (r *reader) when(s, value string) bool {
	for _, aside := range inside.FindAllString(value, -1) {
		s = strings.Replace(s, strings.TrimSpace(aside), "", 1) // "(20:00 for you)", left as it was
	}
	here, there := r.here(), r.there()
	zone, certain := here, false
	switch {
	case mine.MatchString(s):
		certain = true
	case theirs.MatchString(s):
		zone, certain = there, true
	case indexOf(wordsOf(s), wordsOf(placeOf(there))) >= 0:
		zone, certain = there, true
	}
	times := r.times(s, zone)
	if len(times) == 0 && !r.note.Start.IsZero() {
		day := r.note.Start.In(there).Format(time.DateOnly)
		if d, ok := r.day(s); ok {
			at := r.note.Start.In(there)
			start := d.At(time.Duration(at.Hour())*time.Hour+time.Duration(at.Minute())*time.Minute, there)
			return r.at(start, time.Time{}, "")
		}
		times = r.times(day+", "+s, zone)
	}
	if len(times) == 0 {
		return false
	}
	first, last := times[0], times[len(times)-1]
	_, a := first.Start.In(here).Zone()
	_, b := first.Start.In(there).Zone()
	if first.Zone == "" && !certain && a != b {
		return false
	}
	name := first.Zone
	if name == "" && certain {
		name = zone.String()
	}
	end := last.End
	if len(times) > 1 && end.IsZero() {
		return false // two times, and who knows which
	}
	return r.at(first.Start, end, name)
}

func (r *reader) times(s string, zone *time.Location) []prose.Meeting {
	_, lang := r.found(s)
	for _, ref := range []time.Time{r.opt.Now, r.note.Start.AddDate(0, 0, -1)} { // of a meeting that is over
		if ref.Year() < 2 {
			continue
		}
		if found := prose.Times(s, lang, ref.In(zone)); len(found) > 0 {
			return found
		}
	}
	return nil
}

// at takes a time. Without an end it is as long as it was.
func (r *reader) at(start, end time.Time, zone string) bool {
	if end.IsZero() && !r.note.Start.IsZero() && r.note.End.After(r.note.Start) {
		end = start.Add(r.note.End.Sub(r.note.Start))
	}
	a := r.answer
	if !a.Start.IsZero() && !a.Start.Equal(start) {
		r.doubt(a.Start.Format(time.RFC3339) + " / " + start.Format(time.RFC3339))
		a.Start, a.End, a.Zone = time.Time{}, time.Time{}, ""
		return true
	}
	a.Start, a.End, a.Zone = start, end, zone
	return true
}

func placeOf(zone *time.Location) string {
	name := zone.String()
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

var (
	apart   = regexp.MustCompile(`\s*(?:[,;\n]|\s(?:and|und|et|y|e|en|&|\+)\s)\s*`)
	address = regexp.MustCompile(`[^\s<>()\[\],;:"]+@[^\s<>()\[\],;:"]+\.[^\s<>()\[\],;:".]+`)
)

// people reads the list of who interviews, as the user leaves it. Whom we named keeps
// what we know of him.
func (r *reader) people(s string) bool {
	list := []rules.Contact{}
	for _, piece := range apart.Split(s, -1) {
		piece = strings.TrimSpace(strings.Trim(piece, ".;, "))
		if piece == "" {
			continue
		}
		c := rules.Contact{Part: rules.Interviewer, Address: address.FindString(piece)}
		name := strings.TrimSpace(strings.Trim(strings.Replace(piece, c.Address, "", 1), " <>()\"'"))
		if c.Address == "" && strings.Contains(piece, "@") || !hasWord(name) && c.Address == "" || len(wordsOf(name)) > 6 {
			return false
		}
		if i, ok := r.person(name); ok && i >= 0 {
			known := r.note.People[i]
			if c.Address != "" {
				known.Address = c.Address
			}
			list = append(list, known)
			continue
		}
		c.Honorific, c.Name = rules.SplitHonorific(name)
		list = append(list, c)
	}
	if len(list) == 0 {
		return false
	}
	r.answer.People = list
	return true
}

// address reads the address of somebody of whom only the name was known.
func (r *reader) address(s string, row int) bool {
	found := address.FindAllString(s, -1)
	if len(found) != 1 || row < 0 || row >= len(r.note.People) {
		return false
	}
	if r.answer.People == nil {
		r.answer.People = slices.Clone(r.note.People)
	}
	key := r.note.People[row].Key()
	for i := range r.answer.People {
		if r.answer.People[i].Key() == key {
			r.answer.People[i].Address = found[0]
			return true
		}
	}
	return false
}
