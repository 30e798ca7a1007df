package templates

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// A form is the layout of a note from the program to the user, in his own mailbox: lines,
// of which some ask for something behind a colon. A form is a text as letters are, and
// the user's own stands in for ours.
type form struct {
	name     string
	language *language
	subjects []wording
	whens    []wording // how an instant is said, the first whose names are known
	lines    []formLine
}

// A formLine is one line of a layout.
type formLine struct {
	line  int
	field string // what it asks; "" where it only says something
	which string // "" for every row, "again" for those after the first, "alone" where there is none
	label wording
	value wording // behind the colon; without parts where nothing stands there
	rows  string  // the list for whose rows it is repeated; "" for none
	blank bool
}

// formFields are what a line can ask.
var formFields = wordSet("company role when people address decision took-place topic because own-work role-said company-said item again")

// formNames are the names that a layout may mention, each with the list for whose rows
// its line is repeated, "" for those that stand once.
var formNames = map[string]string{
	"company": "", "role": "", "date": "", "date-short": "", "when": "", "everybody": "", "recruiter": "", "decision": "", "from": "", "count": "", "tag": "", "doubt": "", "role-guess": "", "company-guess": "",
	"there": "", "place": "", "here": "",
	"person": "people", "nobody": "people",
	"words": "words",
	"item":  "items", "number": "items",
	"about": "again", "said": "again", "sentence": "again", "like": "again",
}

// formKnown are the names of formNames.
var formKnown = func() map[string]bool {
	known := map[string]bool{}
	for n := range formNames {
		known[n] = true
	}
	return known
}()

// FormData is what is known for a note. What is not known is left out by the layout.
type FormData struct {
	Form     string // "interview", "debrief", "list" or "again"
	Language string // BCP 47; the region is ignored
	Values   map[string]string
	Rows     map[string][]map[string]string // by list: "people", "words", "items", "again"
}

// A FormLine is one line of a note that was laid out.
type FormLine struct {
	Field string `json:"field,omitempty"` // what it asks; "" where it only says something
	Row   int    `json:"row"`             // of its list, from 0; -1 where it belongs to none
	Label string `json:"label,omitempty"` // up to its colon, or all of a line that only says something
	Value string `json:"value,omitempty"` // what stands behind the colon
}

// Text returns the line as it stands in the note.
func (l FormLine) Text() string { return strings.TrimRight(l.Label+" "+l.Value, " ") }

const formPrefix = "note-"

func isForm(name string) bool {
	_, base, _ := strings.Cut(name, "/")
	return strings.HasPrefix(base, formPrefix)
}

// parseForm reads a layout. "subject:" lines come first, then "when:" lines; every other
// line is one of the note, with "[field]" before it where it asks.
func parseForm(name string, lang *language, text string) (*form, error) {
	f := &form{name: name, language: lang}
	var mistakes []string
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		mistake := func(err error) {
			if err != nil {
				mistakes = append(mistakes, fmt.Sprintf("%s:%d: %v", name, n, err))
			}
		}
		head, rest, _ := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "#"):
		case (head == "subject" || head == "when") && len(f.lines) == 0:
			w, err := parseNamed(n, strings.TrimSpace(rest), formKnown)
			mistake(err)
			if head == "subject" {
				f.subjects = append(f.subjects, w)
			} else {
				f.whens = append(f.whens, w)
			}
		case line == "":
			if len(f.lines) > 0 {
				f.lines = append(f.lines, formLine{line: n, blank: true})
			}
		default:
			l, err := parseFormLine(n, line)
			mistake(err)
			f.lines = append(f.lines, l)
		}
	}
	if len(f.subjects) == 0 || !mentions(f.subjects, "tag") {
		mistakes = append(mistakes, name+":1: every subject needs the {tag} by which the answer is known")
	}
	if len(mistakes) > 0 {
		return nil, fmt.Errorf("%s", strings.Join(mistakes, "\n"))
	}
	return f, nil
}

func mentions(all []wording, name string) bool {
	for _, w := range all {
		found := false
		for _, p := range w.parts {
			found = found || p.name == name
		}
		if !found {
			return false
		}
	}
	return true
}

func parseFormLine(n int, line string) (formLine, error) {
	l := formLine{line: n}
	if inner, rest, ok := strings.Cut(strings.TrimPrefix(line, "["), "]"); ok && strings.HasPrefix(line, "[") {
		l.field, l.which, _ = strings.Cut(inner, " ")
		if !formFields[l.field] || l.which != "" && l.which != "again" && l.which != "alone" {
			return l, fmt.Errorf("[%s] is nothing that a note asks: known are %s", inner, listOf(formFields))
		}
		line = strings.TrimSpace(rest)
	}
	label, value := line, ""
	if l.field != "" {
		colon := strings.LastIndexAny(line, ":")
		if colon < 0 {
			return l, fmt.Errorf("%q asks, and has no colon for the answer to stand behind", line)
		}
		label, value = line[:colon+1], strings.TrimSpace(line[colon+1:])
	}
	var err error
	if l.label, err = parseNamed(n, label, formKnown); err != nil {
		return l, err
	}
	if value != "" {
		if l.value, err = parseNamed(n, value, formKnown); err != nil {
			return l, err
		}
	}
	for _, p := range append(l.label.parts[:len(l.label.parts):len(l.label.parts)], l.value.parts...) {
		if list := formNames[p.name]; list != "" {
			l.rows = list
		}
	}
	return l, nil
}

// form returns the layout of a note in the language (BCP 47).
func (s *Set) form(tag, name string) (*form, error) {
	t, ok := s.texts[languageCode(tag)+"/"+formPrefix+name]
	if !ok {
		return nil, fmt.Errorf("there is no note %q in the language %q", name, tag)
	}
	return t.form()
}

// Form lays out a note: its subject and its lines.
func (s *Set) Form(d FormData) (subject string, lines []FormLine, err error) {
	f, err := s.form(d.Language, d.Form)
	if err != nil {
		return "", nil, err
	}
	values := formValues(d.Values)
	for _, w := range f.subjects {
		var ok bool
		if subject, ok = w.fill(values); ok {
			break
		}
	}
	if subject == "" {
		return "", nil, fmt.Errorf("%s has no subject that fits", f.name)
	}
	for _, l := range f.lines {
		switch {
		case l.blank:
			if len(lines) > 0 && lines[len(lines)-1] != (FormLine{Row: -1}) {
				lines = append(lines, FormLine{Row: -1})
			}
		case l.rows == "":
			if l.which == "alone" && len(d.Rows["people"]) > 0 {
				continue
			}
			lines = l.add(lines, values, -1)
		default:
			for i, row := range d.Rows[l.rows] {
				// The first line of two for the same field is for the first row alone.
				if (l.which == "again") != (i > 0) && f.hasAgain(l.field) {
					continue
				}
				lines = l.add(lines, formValues(d.Values, row), i)
			}
		}
	}
	for len(lines) > 0 && lines[len(lines)-1] == (FormLine{Row: -1}) {
		lines = lines[:len(lines)-1]
	}
	return subject, lines, nil
}

func (f *form) hasAgain(field string) bool {
	for _, l := range f.lines {
		if l.field == field && l.which == "again" && field != "" {
			return true
		}
	}
	return false
}

func (l formLine) add(lines []FormLine, values map[string]string, row int) []FormLine {
	label, ok := l.label.fill(values)
	if !ok {
		return lines
	}
	value := ""
	if len(l.value.parts) > 0 {
		value, _ = l.value.fill(values)
	}
	return append(lines, FormLine{Field: l.field, Row: row, Label: label, Value: value})
}

// formValues makes values fit to stand in a note: on one line, and without a colon that
// could make a line of ours out of what a stranger wrote.
func formValues(all ...map[string]string) map[string]string {
	values := map[string]string{}
	for _, some := range all {
		for name, v := range some {
			values[name] = uncolon(Line(v, longestRole))
		}
	}
	return values
}

// uncolon takes the colons out of a text that do not stand in a time of day.
func uncolon(s string) string {
	if !strings.ContainsAny(s, ":：︓﹕") {
		return s
	}
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		colon := r == ':' || r == '：' || r == '︓' || r == '﹕'
		timed := i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		switch {
		case colon && !timed:
			b.WriteString(" –")
		default:
			b.WriteRune(r)
		}
	}
	return clean(b.String())
}

// When says an instant as notes do: where the meeting is, and where the user is ("2:00 pm
// New York (20:00 for you)"). end may be zero; there and here may be the same zone.
func (s *Set) When(tag string, start, end time.Time, there, here *time.Location) (string, error) {
	f, err := s.form(tag, "interview")
	if err != nil {
		return "", err
	}
	at, me := start.In(there), start.In(here)
	values := map[string]string{"date": Day(tag, at), "there": f.clocks(at, end, there)}
	_, a := at.Zone()
	_, b := me.Zone()
	if a != b {
		values["place"], values["here"] = PlaceOf(there), f.clocks(me, end, here)
		if at.Day() != me.Day() {
			values["here"] = f.language.weekdays[me.Weekday()] + " " + values["here"]
		}
	}
	for _, w := range f.whens {
		if text, ok := w.fill(values); ok {
			return text, nil
		}
	}
	return "", fmt.Errorf("%s has no \"when:\" that fits", f.name)
}

// Day says a day: "Tuesday, November 17".
func Day(tag string, t time.Time) string {
	lang := languageOr(tag)
	sep := " "
	if lang == english || lang == german {
		sep = ", "
	}
	return lang.weekdays[t.Weekday()] + sep + lang.date(t)
}

// DayShort says a day without its weekday, as short as the language does: "Nov 17".
func DayShort(tag string, t time.Time) string {
	return languageOr(tag).short(t)
}

// PlaceOf names a zone by its city: "New York".
func PlaceOf(zone *time.Location) string {
	name := zone.String()
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

// clocks says a time of day, or from when to when.
func (f *form) clocks(start, end time.Time, zone *time.Location) string {
	if end.IsZero() || !end.After(start) {
		return f.clock(start, zone)
	}
	end = end.In(zone)
	from, to := f.clock(start, zone), f.clock(end, zone)
	if half := to[len(to)-2:]; (half == "am" || half == "pm") && strings.HasSuffix(from, " "+half) {
		from = strings.TrimSuffix(from, " "+half) // "2:00–3:00 pm"
	}
	return from + "–" + to
}

// clock says a time of day as it is said where the zone is: with halves of twelve hours
// in North America and Australia, where the note is in English.
func (f *form) clock(t time.Time, zone *time.Location) string {
	name := zone.String()
	if f.language == english && (strings.HasPrefix(name, "America/") || strings.HasPrefix(name, "US/") || strings.HasPrefix(name, "Canada/") || strings.HasPrefix(name, "Australia/") || name == "Pacific/Honolulu") {
		return t.In(zone).Format("3:04 pm")
	}
	return t.In(zone).Format("15:04")
}

// check reports what reads badly in a layout.
func (f *form) check() []Problem {
	var all []Problem
	for _, l := range f.lines {
		if l.field != "" && len(l.value.parts) == 0 && len(l.label.parts) == 1 && l.label.parts[0].text == ":" {
			all = append(all, Problem{f.name, l.line, "nothing stands before the colon"})
		}
	}
	if len(f.whens) == 0 && strings.HasSuffix(f.name, "interview.txt") {
		all = append(all, Problem{f.name, 0, "no \"when:\" line says how a time is written"})
	}
	return all
}
