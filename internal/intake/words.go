package intake

import (
	"strings"
	"time"

	"afterword/rules"
)

// Title names a find on one line, as far as is known what it is.
func (f Find) Title() string {
	what := "an interview"
	if f.Role != "" {
		what = f.Role
	}
	switch {
	case f.Company != "":
		what += " at " + f.Company
	case f.Domain != "":
		what += " at " + f.Domain
	}
	return what
}

// When says when it is, in its own zone and, where that is another one, in the reader's.
func (f Find) When(reader *time.Location) string {
	start, end := f.Start(), f.End()
	if start.IsZero() {
		return "at a time that is not known"
	}
	zone := reader
	if z, err := time.LoadLocation(f.Zone); f.Zone != "" && err == nil {
		zone = z
	}
	span := func(zone *time.Location) string {
		s, e := start.In(zone), end.In(zone)
		if rules.DateOf(s) != rules.DateOf(e) {
			return s.Format("15:04") + " to " + e.Format("Mon, 2 Jan 2006, 15:04")
		}
		return s.Format("15:04") + " to " + e.Format("15:04")
	}
	text := start.In(zone).Format("Mon, 2 Jan 2006, ") + span(zone)
	if zone.String() == reader.String() {
		return text
	}
	text += " " + zone.String()
	if start.In(zone).Format("15:04 2") != start.In(reader).Format("15:04 2") {
		text += " (" + span(reader) + " for you)"
	}
	return text
}

// Why says why the user is asked about it.
func (f Find) Why() string {
	words := make([]string, len(f.Against))
	for i, r := range f.Against {
		words[i] = r.Text
	}
	return strings.Join(words, "; ")
}
