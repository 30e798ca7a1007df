package dates

import (
	"strings"
	"sync"
)

// A class is what a word or phrase does in the grammar.
type class uint8

const (
	plain     class = iota // a word without a meaning here
	count                  // val: a number
	ordinal                // val: a number that counts in a row
	month                  // val: 1 to 12
	weekday                // val: 0 to 6, Sunday first
	unit                   // val: a unitX
	relative               // val: -1 last, 0 this, 1 next, 2 the one after next, coming
	part                   // val: a partX
	anchor                 // val: days from today
	holiday                // val: a holiday
	weekend                //
	endOf                  // val: a unitX; "eom"
	weekOf                 // "the week of"
	weekNo                 // "KW"
	quarterNo              // val: 1 to 4; "Q1"
	by                     // val 1: also the second half of a range, "until"
	before                 //
	after                  //
	since                  //
	within                 //
	in                     //
	on                     //
	from                   //
	to                     //
	between                //
	and                    //
	or                     //
	of                     //
	the                    //
	approx                 // "about"
	takes                  // "another", "up to": a duration from now follows
	ago                    //
	each                   // recurring
	vague                  // "few": a duration that cannot be counted
	daypart                // "morning", "end of day"
	clockTime              // a time of day
	numeric                // a date in digits: n, sep
	isoDay                 // a date in digits: n
	numbers                // 5-7 or 4.12 or 12/4: n, sep
	commaMark              //
	dashMark               //
	dotMark                // a dot that ends no sentence
	stop                   // the end of a sentence
	question               // the end of a question
	earliest               // "not before": says nothing about the end
	receipt                // "receipt of this": from now on
	pastCue                // what follows is in the past
	futureCue              // what follows is in the future
	promise                // the company will answer
	request                // the user is to answer
	expiry                 // an offer ends
	event                  // an interview, a call: its date is no answer
	out                    // somebody is away
	back                   // somebody is here again
	it                     // "it should be": what was promised before
	then                   // the day just named
	thing                  // what is counted and is no date: "the 3rd round"
)

const (
	unitDay = iota
	unitBusinessDay
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitHour
	unitFortnight
)

// plural is added to a unit that needs a number: "the next weeks" are no week.
const plural = 16

const (
	partBegin = iota
	partMiddle
	partEnd
	partLate
	partFirstHalf
	partSecondHalf
	partWhole // "in the course of"
	partLater // "later this week"
)

// thisMoment is the anchor "now", a day only in "from now" and "between now and".
const thisMoment = 1000

// coming is the relative of the next such day after today, in this week or not.
const coming = 10

// A group gives phrases their meaning: the phrases are set apart by "|" and are
// read as the text is, so that case, accents and hyphens do not matter.
type group struct {
	class   class
	val     int
	phrases string
}

// A node of the tree of phrases: where a word leads.
type branch struct {
	next  map[string]*branch
	group *group // the meaning of the phrase that ends here
	weak  bool
}

// tables holds the trees of all languages. They are made when first used and
// never change.
var tables = sync.OnceValue(func() map[string]*branch {
	return map[string]*branch{
		"en": grow(english, ""), "de": grow(german, ""), "fr": grow(french, ""),
		"es": grow(spanish, ""), "nl": grow(dutch, ""),
		"weak": grow(nil, ambiguousWords),
	}
})

func grow(groups []group, weak string) *branch {
	root := &branch{next: map[string]*branch{}}
	for i := range groups {
		for phrase := range strings.SplitSeq(groups[i].phrases, "|") {
			root.leaf(phrase).group = &groups[i]
		}
	}
	for phrase := range strings.SplitSeq(weak, "|") {
		root.leaf(phrase).weak = true
	}
	return root
}

// leaf returns the node at which a phrase ends.
func (b *branch) leaf(phrase string) *branch {
	for _, t := range tokenize(phrase) {
		if t.kind != wordToken {
			continue
		}
		next := b.next[t.word]
		if next == nil {
			next = &branch{next: map[string]*branch{}}
			b.next[t.word] = next
		}
		b = next
	}
	return b
}

// ambiguousWords are months and days that are other words as well. They count
// only beside a number or after a word that a date follows.
const ambiguousWords = "may|march|mar|sun|sat|wed|mon|fri|di|do|so|mi|mo|fr|sa|ma|wo|za|zo|vr|dec|sept|mars|dom|vie|jan|avr|set|ene|thu|tue"

// longest finds the longest phrase that begins at token i, and the token after it.
func (b *branch) longest(tokens []token, i int) (g *group, next int) {
	for j := i; j < len(tokens); j++ {
		t := &tokens[j]
		if t.kind == dash && t.tight && j > i {
			continue // "week-end", "mid-january"
		}
		if t.kind != wordToken {
			break
		}
		if b = b.next[t.word]; b == nil {
			break
		}
		if b.group != nil {
			g, next = b.group, j+1
		}
	}
	return g, next
}
