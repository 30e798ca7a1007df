package prose

import (
	"time"

	"afterword/mailwatch/recognize/odds"
	"afterword/rules"
)

// A Question is one that rules alone do not decide: what speaks for and against it is
// weighed, by weights that were learned from messages with known answers. They are letters
// without a calendar part: what stands beside one is in the layouts of systems, which the
// rules know.
type Question struct {
	Kind  Kind
	Name  string     // Who: whom the text names
	Start time.Time  // When: the time that it names
	Date  rules.Date // Promise: the day that it names
	Timed bool       // Whose: it has a time at which something may be, or calls something off
	Cues  *odds.Cues
	Takes bool // what the rules say
}

// A Kind is what is asked.
type Kind string

// The kinds of questions.
const (
	Whose   Kind = "whose"   // is the text about an interview of the reader's?
	Who     Kind = "who"     // is he one who interviews?
	When    Kind = "when"    // does the interview begin then?
	Promise Kind = "promise" // does the company decide by that day?
)

// daysBetween counts the days from one date to another.
func daysBetween(from, to rules.Date) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)) / (24 * time.Hour))
}
