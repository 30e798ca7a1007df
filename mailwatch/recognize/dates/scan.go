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
	parted     bool // of a weekday: a part of it
}

// scan gives the tokens of a text their meaning in a language. What the language
// does not know is looked up in English, which is mixed into mail everywhere.
func scan(text, lang string) []item {
	tokens := tokenize(text)
	own := tables()[primary(lang)]
	english := tables()["en"]
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
			if g != nil && g.class == weekOf && !dayFollows(tokens, next, own, english) {
				g, next = own.longest(tokens[:i], i-1) // "a week of", not "the week of the 14th"
			}
			if g == nil && own == tables()["de"] {
				items = compound(items, t, own)
			}
			if g != nil {
				it.class, it.val, it.end, i = g.class, g.val, tokens[next-1].end, next
				if g.class == unit {
					it.val, it.plural = g.val&^plural, g.val&plural != 0
				}
				it.parted = g.class == weekday && partOfDay(t.word)
				glued(g.class, tokens, i)
				it.weak = ambiguous[t.word] && (g.class == month || g.class == weekday) && next == i && tokens[next-1].end == t.end
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
			it.class, it.val = clockTime, minute(t)
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
	return dots(items, primary(lang) == "de")
}

// partOfDay reports whether a weekday is written in one word with a part of it:
// "Freitagnachmittag", "vrijdagmiddag".
func partOfDay(word string) bool {
	for _, end := range []string{"vormittag", "nachmittag", "mittag", "abend", "morgen", "ochtend", "middag", "avond"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// minute returns the minute of the day that a clock shows; "48h" shows none.
func minute(t token) int {
	hour := t.n[0]
	if (t.word == "pm" || t.word == "p") && hour < 12 {
		hour += 12
	}
	m := 60 * hour
	if t.sep != 0 {
		m += t.n[1]
	}
	return m
}

// dots tells the dots that end no sentence, and drops those of abbreviations that
// lead to a date ("ca. 2 Wochen", "bis einschl. 4.12.").
func dots(items []item, german bool) []item {
	kept := items[:0]
	for i := range items {
		if items[i].class == stop && items[i].sep == '.' && items[i].tight && i > 0 && i+1 < len(items) {
			switch items[i-1].class {
			case approx, by, since, of, weekNo, or, in, within:
				continue
			}
			if inside(items, i, german) {
				items[i].class = dotMark
			}
		}
		kept = append(kept, items[i])
	}
	return kept
}

// dayFollows reports whether a day comes within the next tokens.
func dayFollows(tokens []token, i int, own, english *lexicon) bool {
	for j := i; j < min(i+3, len(tokens)); j++ {
		switch tokens[j].kind {
		case number, ordinalMark, pair, triple, isoDate:
			return true
		case wordToken:
			g, _ := own.longest(tokens, j)
			if g == nil {
				g, _ = english.longest(tokens, j)
			}
			if g == nil {
				return false
			}
			switch g.class {
			case month, weekday, holiday, numeric:
				return true
			case the, on, of:
			default:
				return false
			}
		default:
			return false
		}
	}
	return false
}

// compound reads "Dezemberwoche" and "Dezemberhälfte" as the weeks and halves of
// December, which are written in one word.
func compound(items []item, t token, german *lexicon) []item {
	stem, isWeek := strings.CutSuffix(t.word, "woche")
	if !isWeek {
		var isHalf bool
		if stem, isHalf = strings.CutSuffix(t.word, "halfte"); !isHalf || len(items) == 0 || items[len(items)-1].class != ordinal {
			return items
		}
	}
	b := german.first[stem]
	if b == nil || b.group == nil || b.group.class != month {
		return items
	}
	if isWeek {
		items = append(items, item{class: unit, val: unitWeek, start: t.start, end: t.end}, item{class: of, start: t.start, end: t.end})
	} else {
		last := &items[len(items)-1]
		last.class, last.val = part, partFirstHalf+min(last.val, 2)-1
	}
	return append(items, item{class: month, val: b.group.val, start: t.start, end: t.end})
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
		case month, weekday, dashMark, to, and, or, count, clockTime, commaMark, weekNo, unit:
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
