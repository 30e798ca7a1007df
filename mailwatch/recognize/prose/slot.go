package prose

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"afterword/mailwatch/recognize/dates"
	"afterword/mailwatch/recognize/invite"
	"afterword/rules"
)

// A day is one that the text names.
type day struct {
	date       rules.Date
	start, end int
	bare       bool // a weekday by itself
	bound      bool // "by Friday": no day of a meeting
}

// days finds the days in a text. The times of day in it are put aside: "27 november,
// 9.30" has one number too many, and "from Tuesday at 2 to Thursday at 3" is two days.
func days(text, lang string, ref time.Time, spans []span) []day {
	found := dates.Find(blank(text, spans), lang, ref, nil)
	var all []day
	for _, f := range found {
		from := f.Start
		for _, s := range spans {
			if f.Range.From != f.Range.To && s.start > from && s.end < f.End {
				all = append(all, single(dates.Find(text[from:s.start], lang, ref, nil), from)...)
				from = s.end
			}
		}
		if from == f.Start {
			all = append(all, single([]dates.Found{f}, 0)...)
		} else {
			all = append(all, single(dates.Find(text[from:f.End], lang, ref, nil), from)...)
		}
	}
	return all
}

// blank puts blanks in place of the times in a text.
func blank(text string, spans []span) string {
	if len(spans) == 0 {
		return text
	}
	b := []byte(text)
	for _, s := range spans {
		for i := s.start; i < s.end; i++ {
			if b[i] != '\n' {
				b[i] = ' '
			}
		}
	}
	return string(b)
}

// single keeps what is one day, or "next Friday", which may be two; at is where the text
// of the finds begins.
func single(found []dates.Found, at int) []day {
	var all []day
	for _, f := range found {
		r, p := f.Range, plain(f.Words)
		first, _, _ := strings.Cut(p, " ")
		switch {
		case deadlines[first] || goals[first]:
			r.From = r.To
		case r.From != r.To && (r.From.Weekday() != r.To.Weekday() || r.From.AddDays(7) != r.To):
			continue
		}
		d := day{date: r.From, start: f.Start + at, end: f.End + at, bound: deadlines[first]}
		d.bare = bareWeekday(p)
		all = append(all, d)
	}
	return all
}

// deadlines begin what names no day of a meeting, but one until when or from when on
// something is; goals begin either: "confirmada para el 17".
var (
	deadlines = set("by until before bis spatestens avant jusqu'au d'ici antes hasta voor uiterlijk tot vor within innerhalb since seit depuis desde sinds after nach apres despues na")
	goals     = set("para pour for zum")
)

// bareWeekday reports whether folded words name a weekday and nothing that says which.
func bareWeekday(p string) bool {
	weekday := false
	for _, w := range strings.FieldsFunc(p, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		if months[w] || w[0] >= '0' && w[0] <= '9' || w == "next" || w == "this" || strings.HasPrefix(w, "nachst") || strings.HasPrefix(w, "prochain") || strings.HasPrefix(w, "proxim") || strings.HasPrefix(w, "volgend") {
			return false
		}
		weekday = weekday || dayWords[w]
	}
	return weekday
}

// A slot is a time on a day.
type slot struct {
	span
	day      rules.Date
	dayStart int // where day or time begin
	sentence int
	proposed bool
	old      bool    // the time that does not hold any more
	aside    bool    // a time at which something else is
	length   int     // minutes, where a duration says so
	likely   float64 // how likely it is that the interview begins then
}

// slots binds the times of a text to its days.
func (r *reader) slots() []slot {
	var all []slot
	spans := r.spans()
	found := days(r.text, r.m.Language, r.m.Date, spans)
	today := rules.DateOf(r.m.Date)
	var kept []day
	for _, d := range append(found, r.overlooked(found, spans, today)...) {
		inside := false
		for _, s := range spans {
			inside = inside || d.start >= s.start && d.end <= s.end
			if s.start > d.start && s.start < d.end {
				d.end = s.start // "Tuesday at 1pm"
			}
		}
		if d.bare = bareWeekday(plain(r.text[d.start:d.end])); !inside {
			kept = append(kept, r.surely(d))
		}
	}
	slices.SortStableFunc(kept, func(a, b day) int { return a.start - b.start })
	found, r.days = kept, kept
	for _, s := range spans {
		at := holding(r.sentences, s.start)
		if at < 0 {
			continue
		}
		one := slot{span: s, sentence: at, dayStart: s.start}
		d, ok := r.dayOf(s, at, found, today)
		if ok {
			one.day, one.dayStart = d.date, min(s.start, d.start)
		} else if d, ok = r.subjectDay(today); ok {
			one.day = d.date
		}
		if d.bound || !ok {
			continue
		}
		if holding(r.sentences, d.start) != at {
			one.dayStart = s.start
		}
		head := plain(r.text[r.sentences[at].start:s.start])
		one.aside = aside().MatchString(r.sentences[at].plain) || s.to < 0 && bounds().MatchString(head) && !strings.HasSuffix(head, "nach") || recalls().MatchString(r.sentences[at].plain) && !confirms().MatchString(r.sentences[at].plain)
		all = append(all, one)
	}
	timed := func(i int) bool {
		for _, s := range all {
			if s.sentence == i {
				return true
			}
		}
		return false
	}
	for i := range all {
		s := &all[i]
		s.proposed = proposal(r.sentences, s.sentence, timed)
		head := r.headOf(s)
		s.old = former().MatchString(head) || former().MatchString(plain(r.text[r.sentences[s.sentence].start:s.start]))
		if mustMove().MatchString(r.sentences[s.sentence].plain) && !arrives().MatchString(head) {
			s.old = true
		}
	}
	r.alternatives(all)
	for i := range all {
		r.shifted(&all[i])
	}
	r.renewed(all)
	return r.again(r.ended(r.translated(all)))
}

// headOf is what stands before a time and its day in their sentence, folded.
func (r *reader) headOf(s *slot) string {
	start := r.sentences[s.sentence].start
	return plain(r.text[start:max(start, s.dayStart)])
}

// overlooked finds the days that lie ahead by themselves, and that their sentence made
// ones of the past: "your interview of Friday, November 27" was or will be.
func (r *reader) overlooked(found []day, spans []span, today rules.Date) []day {
	var all []day
	for i, t := range r.tokens {
		starts := dayWords[t.word] || months[t.word] && r.at(i+1).kind == numToken || t.kind == numToken && t.width <= 2 && (months[r.at(i+1).word] || r.is(i+1, ".") && months[r.at(i+2).word])
		if !starts || len(all) > maxSpans || months[t.word] && r.at(i-1).kind == numToken || slices.ContainsFunc(found, func(d day) bool { return d.start <= t.start && t.start < d.end && !d.date.Before(today) }) ||
			len(all) > 0 && t.start < all[len(all)-1].end || slices.ContainsFunc(spans, func(s span) bool { return s.start <= t.start && t.start < s.end }) {
			continue
		}
		line, _, _ := strings.Cut(r.text[t.start:min(len(r.text), t.start+60)], "\n")
		near := spans[:0:0]
		for _, s := range spans {
			if s.start >= t.start && s.end <= t.start+len(line) {
				s.start, s.end = s.start-t.start, s.end-t.start
				near = append(near, s)
			}
		}
		if list := days(line, r.m.Language, r.m.Date, near); len(list) > 0 && list[0].start == 0 {
			d := list[0]
			d.start, d.end = t.start, t.start+d.end
			all = append(all, d)
		}
	}
	return all
}

// dayOf finds the day of a time: the one beside it in its sentence, else the last that
// was named before, else the next.
func (r *reader) dayOf(s span, at int, found []day, today rules.Date) (day, bool) {
	var best, last, next day
	distance := 1 << 30
	have, haveLast, haveNext := false, false, false
	for _, d := range found {
		if d.date.Before(today) {
			continue
		}
		same := holding(r.sentences, d.start) == at
		switch {
		case d.start <= s.start:
			gap := max(0, s.start-d.end)
			if same && gap < distance && !(have && d.bare && !best.bare && !best.bound && gap > 12) { // "Wednesday 9, for Monday is a holiday, at 12"
				best, distance, have = d, gap, true
			}
			if !d.bound && (same || r.near(d.start, s.start)) {
				last, haveLast = d, true
			}
		case same:
			between := "far"
			if d.start-s.end < 20 {
				between = strings.Trim(plain(r.text[min(s.end, d.start):d.start]), " ,")
			}
			if beside[between] && (distance > d.start-s.end) || !have {
				best, distance, have = d, d.start-s.end, true
			}
			fallthrough
		default:
			if !haveNext && !d.bound {
				next, haveNext = d, true
			}
		}
	}
	switch {
	case have && !(best.bound && best.end < s.start && best.end+3 < s.start && haveLast):
		return best, true
	case haveLast:
		return last, true
	}
	return next, haveNext
}

// near reports whether two places are near enough for a day to hold for a time.
func (r *reader) near(a, b int) bool { return b-a < 1500 }

// beside are the words that stand between a time and its day.
var beside = map[string]bool{"": true, "on": true, "am": true, "le": true, "el": true, "op": true, "this": true, "den": true, "ce": true, "del": true, "of": true, "(": true, "-": true}

// subjectDay is the day that the subject names.
func (r *reader) subjectDay(today rules.Date) (day, bool) {
	for _, d := range days(r.m.Subject, r.m.Language, r.m.Date, spansIn(r.m.Subject)) {
		if !d.date.Before(today) && !d.bound {
			d.start, d.end = 0, 0
			return r.surely(d), true
		}
	}
	return day{}, false
}

// surely tells which Tuesday is meant where a weekday stands by itself: the one whose
// date the text names elsewhere, or what it answers.
func (r *reader) surely(d day) day {
	if !d.bare {
		return d
	}
	if r.dates == nil {
		r.dates = append(append(r.dated(r.text), r.dated(r.m.Subject)...), r.dated(r.m.Quoted)...)
	}
	for _, other := range r.dates {
		if other.date.Weekday() == d.date.Weekday() && !other.date.Before(rules.DateOf(r.m.Date)) {
			d.date = other.date
			return d
		}
	}
	return d
}

// dated returns the days that a text names by their date.
func (r *reader) dated(text string) []day {
	list := []day{}
	for _, d := range days(text, r.m.Language, r.m.Date, spansIn(text)) {
		if words := plain(text[d.start:d.end]); !d.bare && strings.ContainsAny(words, "0123456789") {
			list = append(list, d)
		}
	}
	return list
}

// instants reckons when a slot begins and ends; the end is zero where nobody names it.
func (s slot) instants(loc *time.Location) (start, end time.Time) {
	wall := func(minute int) time.Time {
		return invite.At(time.Date(s.day.Year, s.day.Month, s.day.Day, minute/60, minute%60, 0, 0, time.UTC), loc)
	}
	start = wall(s.from)
	switch {
	case s.to >= 0:
		end = wall(s.to)
	case s.length > 0:
		end = start.Add(time.Duration(s.length) * time.Minute)
	}
	return start, end
}
