package prose

import (
	"embed"
	"sync"
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
	Glance  Kind = "glance"  // may a text, by its words alone, be about an interview?
	Whose   Kind = "whose"   // is the text about an interview of the reader's?
	Who     Kind = "who"     // is he one who interviews?
	When    Kind = "when"    // does the interview begin then?
	Promise Kind = "promise" // does the company decide by that day?
)

// Kinds are all kinds of questions.
var Kinds = []Kind{Glance, Whose, Who, When, Promise}

//go:embed *.bin
var learned embed.FS

// weights are those of each kind of question, read when they are first asked for.
var weights = func() map[Kind]func() (odds.Weights, error) {
	all := map[Kind]func() (odds.Weights, error){}
	for _, kind := range Kinds {
		all[kind] = sync.OnceValues(func() (odds.Weights, error) {
			// They are part of the program: that they can be read a test sees.
			b, err := learned.ReadFile(string(kind) + ".bin")
			if err != nil {
				return odds.Weights{}, err
			}
			return odds.Decode(b)
		})
	}
	return all
}()

// weigh returns how likely it is that what is asked is so, 0 to 1. Beside a calendar part the
// rules alone say it, but for what is promised, of which a calendar says nothing.
func (r *reader) weigh(q Question) float64 {
	if r.m.Ask != nil {
		r.m.Ask(q)
	}
	w, err := weights[q.Kind]()
	switch {
	case err == nil && (!r.m.Calendar || q.Kind == Promise):
		return w.Of(q.Cues)
	case q.Takes:
		return 1
	}
	return 0
}

// daysBetween counts the days from one date to another.
func daysBetween(from, to rules.Date) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)) / (24 * time.Hour))
}
