// Package dates reads the dates that people write in mail: "by the end of next
// week", "within 10 business days", "spätestens am 4.12.", "d'ici vendredi". It
// knows English, German, French, Spanish and Dutch.
//
// The text is cut into tokens once, the tokens are looked up in a table of words
// for the language, and a grammar that is the same for all languages reads the
// result. Every answer is a range of civil dates, reckoned from the day that the
// message's own Date shows in its own zone. What names no day ("soon", "in a few
// weeks") has no answer, and so has what could mean two days: a guess would make
// the user write on the wrong day.
//
// The package does not read clock times, durations by themselves or recurring
// days, and it does not know what kind of message it reads.
package dates

import (
	"time"

	"afterword/rules"
)

// A Range is a period of whole days, both ends included. From is never after To.
type Range struct{ From, To rules.Date }

// A Found is one expression of a day or period.
type Found struct {
	Words      string // as they stand in the text
	Start, End int    // byte offsets of Words in the text
	Range      Range
}

// A found is a Found with what the grammar knows about it.
type found struct {
	Found
	at       int        // index of its first item
	deadline bool       // "by", "until", "before", "within": only To was named
	clock    bool       // today, at a time that is to come
	span     bool       // a first and a last day were named
	past     bool       // "since", "ago", "last": no promise
	vague    bool       // a quarter or longer
	until    rules.Date // the first day of what "until" was said of
}

// Find returns the expressions of a day or period in text, in order, without
// overlaps. lang is a BCP 47 tag of which the region decides the order of day and
// month ("en-US"). ref is the time of the message, in its own zone. cal knows the
// business days; where it is nil they are the days from Monday to Friday.
//
// Days in the past are found too, with a Range before ref's date. A week ends on
// its Friday, because answers arrive on working days.
func Find(text, lang string, ref time.Time, cal *rules.Calendar) []Found {
	var all []Found
	for _, f := range read(text, lang, ref, cal).found {
		all = append(all, f.Found)
	}
	return all
}

// A reading is a text as the grammar saw it.
type reading struct {
	text  string
	items []item
	found []found
}

// read runs the whole machine over a text.
func read(text, lang string, ref time.Time, cal *rules.Calendar) reading {
	items := scan(text, lang)
	p := newParser(items, lang, ref, cal)
	r := reading{text: text, items: items}
	for i := 0; i < len(items); {
		switch items[i].class {
		case stop:
			p.past = false
		case pastCue:
			p.past = true
		case futureCue, promise, request, expiry, back, it, then:
			p.past = false
		}
		n, ok := p.expression(i)
		if !ok || n.From.After(n.To) {
			i = max(i+1, n.next)
			continue
		}
		start, end := items[i].start, items[n.next-1].end
		r.found = append(r.found, found{
			Found:    Found{Words: text[start:end], Start: start, End: end, Range: n.Range},
			at:       i,
			deadline: n.deadline, clock: n.clock, span: n.span, past: n.past,
			vague: !n.deadline && n.From.AddDays(92).Before(n.To),
		})
		if items[i].class == by && items[i].val == 1 && n.deadline {
			f := &r.found[len(r.found)-1]
			if f.until = n.To; n.unit != unitDay && !n.end && !n.span && n.first.AddDays(3).Before(n.To) {
				f.until = n.first // "away until December" ends as December begins
			}
		}
		i = n.next
	}
	return r
}
