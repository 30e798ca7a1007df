package dates

import (
	"time"

	"afterword/rules"
)

// Decision returns the date by which the company says that it will decide or be
// back to the user, with the words that say so: the last day of what it names.
// Only a sentence that promises an answer, a decision or an update counts; a
// question, a request to the user and a day that has passed do not. The day may
// stand in the sentence beside it ("I will let you know. It should be Friday").
// Where several are promised, it is the latest.
func Decision(text, lang string, ref time.Time, cal *rules.Calendar) (rules.Date, string, bool) {
	r := read(text, lang, ref, cal)
	today := rules.DateOf(ref)
	var best *found
	all := r.sentences()
	for n, s := range all {
		if s.question {
			continue
		}
		for i := range s.found {
			f := &s.found[i]
			if f.past || f.vague || f.Range.To.Before(today) || !r.promised(s, f) && !r.joined(all, n, f) {
				continue
			}
			if f.Range.To == today && !f.deadline && !f.clock && r.nearest(s, f.at, futureCue) != futureCue {
				continue // "we have to tell you today that"
			}
			if best == nil || f.Range.To.After(best.Range.To) {
				best = f
			}
		}
	}
	return last(best)
}

// Return returns the date on which a person who is away comes back. Where the
// text names the first day back ("back on 23 November"), it is that; where it
// names only how long the absence lasts ("until 20 November", "for two weeks"),
// it is the last day of the absence, as written.
func Return(text, lang string, ref time.Time, cal *rules.Calendar) (rules.Date, string, bool) {
	if d, words, ok := ideographicReturn(text, ref); ok {
		return d, words, true
	}
	r := read(text, lang, ref, cal)
	today := rules.DateOf(ref)
	var absence *found
	for _, s := range r.sentences() {
		away := r.cue(s, s.first, s.end, out)
		for i := range s.found {
			f := &s.found[i]
			if f.past || f.vague || f.Range.To.Before(today) {
				continue
			}
			if r.returns(s, f) {
				d := f.Range.From
				if f.deadline || f.span || d.AddDays(7).Before(f.Range.To) {
					d = f.Range.To
				}
				return d, f.Words, true
			}
			if r.items[f.at].class == within {
				continue // "will answer within two days"
			}
			if (away || !f.until.IsZero() || f.span) && (absence == nil || away && absence.Range.To.Before(f.Range.To)) {
				absence = f
			}
		}
	}
	if absence == nil {
		return r.absence(lang, ref, cal)
	}
	if absence.until.After(today) {
		return absence.until, absence.Words, true
	}
	return last(absence)
}

// Respond returns the date by which the company wants an answer to its offer:
// the last day of what it names, and the earliest where there are several.
func Respond(text, lang string, ref time.Time, cal *rules.Calendar) (rules.Date, string, bool) {
	r := read(text, lang, ref, cal)
	today := rules.DateOf(ref)
	var best *found
	for _, s := range r.sentences() {
		for i := range s.found {
			f := &s.found[i]
			if f.past || f.vague || f.Range.To.Before(today) || !r.wanted(s, f) {
				continue
			}
			if best == nil || f.Range.To.Before(best.Range.To) {
				best = f
			}
		}
	}
	return last(best)
}

func last(f *found) (rules.Date, string, bool) {
	if f == nil {
		return rules.Date{}, "", false
	}
	return f.Range.To, f.Words, true
}

// A sentence is a run of items with what was found in it.
type sentence struct {
	first, end int // items, end excluded
	question   bool
	found      []found
}

// sentences cuts a reading into sentences.
func (r reading) sentences() []sentence {
	var all []sentence
	s, at := sentence{}, 0
	for i := 0; i <= len(r.items); i++ {
		if i < len(r.items) && r.items[i].class != stop && r.items[i].class != question {
			continue
		}
		s.end = i
		s.question = i < len(r.items) && r.items[i].class == question
		begin := at
		for at < len(r.found) && r.found[at].at < i {
			at++
		}
		s.found = r.found[begin:at]
		all = append(all, s)
		s = sentence{first: i + 1}
	}
	return all
}

// reach is how many items away a cue still belongs to a date. It bounds the time
// that a sentence without an end can take.
const reach = 100

// cue reports whether one of the items has the class.
func (r reading) cue(s sentence, from, to int, classes ...class) bool {
	for i := max(from, s.first); i < min(to, s.end); i++ {
		for _, c := range classes {
			if r.items[i].class == c {
				return true
			}
		}
	}
	return false
}

// nearest returns the class among those given that stands nearest before item
// at in its sentence, or plain.
func (r reading) nearest(s sentence, at int, classes ...class) class {
	for i := at - 1; i >= max(s.first, at-reach); i-- {
		for _, c := range classes {
			if r.items[i].class == c {
				return c
			}
		}
	}
	return plain
}

// promised reports whether what was found is the date of a promised answer.
func (r reading) promised(s sentence, f *found) bool {
	switch r.nearest(s, f.at, promise, request, event, expiry, out, it) {
	case promise:
		return true
	case it: // "it will be Friday before I can get back to you"
		return r.nextCue(s, f.at) == promise || r.nearest(s, f.at, promise, request, event, expiry, out) == promise
	case plain: // "By Friday we will let you know", not "Friday's interview …"
		return r.nextCue(s, f.at) == promise && r.nearest(s, f.at, back) != back
	case event:
		// "We have interviews and will by Friday let you know" promises, "after the
		// interviews on Friday we will let you know" does not.
		return r.nextCue(s, f.at) == promise && r.nearest(s, f.at, event, futureCue) == futureCue
	}
	return false
}

// nextCue returns the first class of a cue after item at in the sentence.
func (r reading) nextCue(s sentence, at int) class {
	for i := at; i < min(s.end, at+reach); i++ {
		switch c := r.items[i].class; c {
		case promise, request, event, expiry, out, back:
			return c
		}
	}
	return plain
}

// returns reports whether what was found is the day of a return.
func (r reading) returns(s sentence, f *found) bool {
	switch r.nearest(s, f.at, back, out) {
	case back:
		return true
	case out:
		return false
	}
	return r.nextCue(s, f.at) == back && !f.span && f.until.IsZero()
}

// wanted reports whether what was found is a deadline for the user.
func (r reading) wanted(s sentence, f *found) bool {
	switch r.nearest(s, f.at, request, expiry, promise) {
	case request:
		if f.deadline {
			return true
		}
	case expiry:
		return true
	}
	if r.nearest(s, f.at, expiry, promise) == expiry {
		return true // "the deadline to accept is Nov 27"
	}
	next := r.nextCue(s, f.at)
	return f.deadline && (next == request || next == expiry)
}
