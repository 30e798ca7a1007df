package dates

import "strings"

// An item is one or several tokens with their meaning: what the grammar reads.
type item struct {
	class      class
	val        int
	n          [3]int // the numbers of a date in digits
	sep        byte
	start, end int  // byte offsets in the text
	weak       bool // also an ordinary word
	tight      bool // no space before it
}

// scan gives the tokens of a text their meaning in a language. What the language
// does not know is looked up in English, which is mixed into mail everywhere.
func scan(text, lang string) []item {
	tokens := tokenize(text)
	own := tables()[primary(lang)]
	english, weak := tables()["en"], tables()["weak"]
	if own == nil {
		own = english
	}
	items := make([]item, 0, len(tokens))
	for i := 0; i < len(tokens); {
		t := tokens[i]
		it := item{start: t.start, end: t.end, n: t.n, sep: t.sep, tight: t.tight}
		i++
		switch t.kind {
		case wordToken:
			g, next := own.longest(tokens, i-1)
			if g == nil && own != english {
				if g, next = english.longest(tokens, i-1); g != nil && !borrowed(g.class) {
					g = nil
				}
			}
			if g != nil {
				it.class, it.val, it.end, i = g.class, g.val, tokens[next-1].end, next
				if b := weak.next[t.word]; b != nil && next == i && tokens[next-1].end == t.end {
					it.weak = b.weak
				}
			}
		case number:
			it.class, it.val = count, t.n[0]
		case ordinalMark:
			it.class, it.val = ordinal, t.n[0]
		case pair:
			it.class = numbers
		case triple:
			it.class = numeric
		case isoDate:
			it.class = isoDay
		case clock:
			it.class = clockTime
		case comma:
			it.class = commaMark
		case dash:
			it.class = dashMark
		case dot:
			it.class = stop
			if t.sep == '?' {
				it.class = question
			}
		}
		items = append(items, it)
	}
	for i := range items {
		if items[i].class == stop && items[i].sep == '.' && inside(items, i) {
			items[i].class = dotMark
		}
	}
	return items
}

// inside reports whether the dot at i belongs to an abbreviation or an ordinal
// rather than ending a sentence.
func inside(items []item, i int) bool {
	if i == 0 || i+1 == len(items) || !items[i].tight {
		return false
	}
	before, after := items[i-1], items[i+1]
	if after.tight && after.class != stop && after.class != question {
		return true // "example.com", "14.-18."
	}
	switch before.class {
	case count, ordinal, numbers:
		switch after.class {
		case month, weekday, dashMark, to, and, or, count, clockTime, commaMark:
			return true
		case by:
			return after.val == 1
		}
	case month, weekday, holiday:
		return after.class == count || after.class == ordinal || after.class == numeric || after.class == numbers || after.class == month
	case plain:
		return before.end-before.start == 1 // an initial
	}
	return false
}

// borrowed reports whether an English word of the class is read in the mail of
// another language.
func borrowed(c class) bool {
	switch c {
	case month, weekday, endOf, daypart, holiday, quarterNo, promise, out, back:
		return true
	}
	return false
}

// primary returns the language of a BCP 47 tag: "de" for "de-AT".
func primary(lang string) string {
	lang, _, _ = strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	return strings.ToLower(lang)
}
