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
	daypart                // "morning", "end of day"; val: 1 for the end of the day, beforeHour
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

// beforeHour is what stands between a day and its hour: "el jueves 19 a las 10".
const beforeHour = 2

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

// A lexicon is the phrases of a language, by their first words.
type lexicon struct{ first map[string]*branch }

// A branch is a word of phrases. Most lead to one word or to none, so that a
// list of those is smaller than a map.
type branch struct {
	word    string
	next    *branch // one of the words that it leads to
	sibling *branch // another word in its place
	group   *group  // the meaning of the phrase that ends here
}

// tables holds the lexicons of all languages. They are made when first used and
// never change.
var tables = sync.OnceValue(func() map[string]*lexicon {
	return map[string]*lexicon{
		"en": grow(english), "de": grow(german), "fr": grow(french), "es": grow(spanish), "nl": grow(dutch),
		"it": grow(italian), "pt": grow(portuguese), "sv": grow(swedish), "da": grow(danish), "pl": grow(polish),
	}
})

func grow(groups []group) *lexicon {
	l := &lexicon{first: map[string]*branch{}}
	for i := range groups {
		for phrase := range strings.SplitSeq(groups[i].phrases, "|") {
			l.add(phrase, &groups[i])
		}
	}
	return l
}

// add notes the meaning of a phrase.
func (l *lexicon) add(phrase string, g *group) {
	var b *branch
	for _, t := range tokenize(phrase) {
		if t.kind != wordToken {
			continue
		}
		found := l.after(b, t.word)
		switch {
		case found != nil:
		case b == nil:
			found = &branch{word: t.word}
			l.first[t.word] = found
		default:
			found = &branch{word: t.word, sibling: b.next}
			b.next = found
		}
		b = found
	}
	if b != nil {
		b.group = g
	}
}

// after returns the branch of a word after b, or of a first word if b is nil; nil
// if no phrase goes on so.
func (l *lexicon) after(b *branch, word string) *branch {
	if b == nil {
		return l.first[word]
	}
	for b = b.next; b != nil && b.word != word; b = b.sibling {
	}
	return b
}

// ambiguous are months and days that are other words as well. They count only
// beside a number or after a word that a date follows.
var ambiguous = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("may march mar sun sat wed mon fri di do so mi mo fr sa ma wo za zo vr dec sept mars dom vie jan avr set ene thu tue") {
		m[w] = true
	}
	return m
}()

// longest finds the longest phrase that begins at token i, and the token after it.
func (l *lexicon) longest(tokens []token, i int) (g *group, next int) {
	var b *branch
	for j := i; j < len(tokens); j++ {
		t := &tokens[j]
		if t.kind == dash && t.tight && j > i {
			continue // "week-end", "mid-january"
		}
		if t.kind != wordToken {
			break
		}
		if b = l.after(b, t.word); b == nil {
			break
		}
		if b.group != nil {
			g, next = b.group, j+1
		}
	}
	return g, next
}
