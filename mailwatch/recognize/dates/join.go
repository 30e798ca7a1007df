package dates

import (
	"time"

	"afterword/rules"
)

// joined reports whether the date f of sentence n belongs to a promise that does
// not name it: "The board meets on Friday and will decide then", "We interview
// until Friday. You will hear from us the same day", "I will let you know. It
// should be Friday".
func (r reading) joined(all []sentence, n int, f *found) bool {
	s := all[n]
	for i := f.at + 1; i < min(s.end, f.at+reach); i++ {
		if r.items[i].class == then {
			return f.lastBefore(s, i) && r.cue(s, f.at, min(s.end, f.at+reach), promise)
		}
	}
	if n+1 < len(all) && f.lastBefore(s, s.end) {
		next := all[n+1]
		if end := min(next.end, next.first+reach); !next.question && len(next.found) == 0 &&
			r.cue(next, next.first, end, then) && r.cue(next, next.first, end, promise) {
			return r.nearest(s, f.at, promise, request, event, expiry, out) == plain
		}
	}
	if n == 0 || all[n-1].question || len(all[n-1].found) > 0 {
		return false
	}
	before, end := all[n-1], min(s.end, s.first+reach)
	return r.opens(s, f) && !r.cue(s, s.first, end, request, event, expiry, out, back) &&
		r.cue(before, max(before.first, before.end-reach), before.end, promise) &&
		!r.cue(before, max(before.first, before.end-reach), before.end, request, pastCue)
}

// lastBefore reports whether no other date stands between f and item i.
func (f *found) lastBefore(s sentence, i int) bool {
	for j := range s.found {
		if s.found[j].at > f.at && s.found[j].at < i {
			return false
		}
	}
	return true
}

// few is how many items a sentence may have that is nothing but a date.
const few = 6

// opens reports whether the sentence is about the date and nothing else: "It
// should be Friday", "Probably by Friday". "Friday works" is about more.
func (r reading) opens(s sentence, f *found) bool {
	about := f.deadline
	for i := s.first; i < f.at; i++ {
		if r.items[i].class == it {
			return f.at-i <= few
		}
		if c := r.items[i].class; c != approx && c != futureCue && c != commaMark || i-s.first > few {
			return false
		}
		about = about || r.items[i].class == approx
	}
	return s.end-s.first <= few && (about || s.end > s.first && r.items[s.end-1].end <= f.End)
}

// lasting reads how long an absence lasts where no day is named: "I am out for
// two weeks". The last day is reckoned from the day of the message.
func (r reading) lasting(s sentence, p *parser) (rules.Date, string, bool) {
	for i := s.first; i < s.end; i++ {
		if !p.is(i, count, numbers) || p.is(i-1, within, in, ago, since, each, count) {
			continue
		}
		d, _, ok := p.length(i)
		if !ok || d.unit == unitHour || p.is(d.next, ago, before, after) {
			continue
		}
		to, ok := p.shift(p.today, d.n[1], d.unit)
		return to, r.text[r.items[i].start:r.items[d.next-1].end], ok
	}
	return rules.Date{}, "", false
}

// absence looks for the first sentence that says how long somebody is away.
func (r reading) absence(lang string, ref time.Time, cal *rules.Calendar) (rules.Date, string, bool) {
	p := newParser(r.items, lang, ref, cal)
	for _, s := range r.sentences() {
		if len(s.found) == 0 && !s.question && r.cue(s, s.first, s.end, out) {
			if d, words, ok := r.lasting(s, p); ok {
				return d, words, true
			}
		}
	}
	return rules.Date{}, "", false
}
