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
	plural     bool // of a unit
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
				if g.class == unit {
					it.val, it.plural = g.val&^plural, g.val&plural != 0
				}
				glued(g.class, tokens, i)
				if b := weak.next[t.word]; b != nil && (g.class == month || g.class == weekday) && next == i && tokens[next-1].end == t.end {
					it.weak = b.weak
				}
			}
		case number:
			it.class, it.val = count, t.n[0]
		case ordinalMark:
			if english := t.word == "st" || t.word == "nd" || t.word == "rd" || t.word == "th"; english == (own == tables()["en"]) || english {
				it.class, it.val = ordinal, t.n[0]
			}
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
		if items[i].class == stop && items[i].sep == '.' && inside(items, i, primary(lang) == "de") {
			items[i].class = dotMark
		}
	}
	return items
}

// glued mends a number that follows its word without a space: "KW48", "Dec4",
// "Q3". By itself it looked like a part of a name.
func glued(c class, tokens []token, i int) {
	if i == len(tokens) || tokens[i].kind != noise || !tokens[i].tight || tokens[i].word != "" || tokens[i].end-tokens[i].start > 2 {
		return
	}
	if c == month || c == weekNo || c == quarterNo {
		tokens[i].kind = number
	}
}

// inside reports whether the dot at i belongs to an abbreviation or an ordinal
// rather than ending a sentence.
func inside(items []item, i int, german bool) bool {
	if i == 0 || i+1 == len(items) || !items[i].tight {
		return false
	}
	before, after := items[i-1], items[i+1]
	if after.tight && after.class != stop && after.class != question {
		return true // "example.com", "14.-18."
	}
	if german && (before.class == numbers && before.sep == '.' || before.class == count && i > 1 && announces(items[i-2].class)) {
		return true // "bis zum 4. eine Antwort"
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

// announces reports whether a day follows a word of the class.
func announces(c class) bool {
	switch c {
	case by, before, after, since, on, from, weekOf, between, to, dashMark:
		return true
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
