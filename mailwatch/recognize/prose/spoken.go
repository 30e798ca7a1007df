package prose

import "strings"

// quarters reads what Romance languages put behind the hour: "et demie", "y cuarto",
// "menos cuarto", "moins le quart".
func (w *words) quarters(c *clock) {
	i := c.next
	switch {
	case w.is(i, "et", "y") && w.is(i+1, "demie", "demi", "media"):
		c.minute += 30
	case w.is(i, "et", "y") && w.is(i+1, "quart", "cuarto"):
		c.minute += 15
	case w.is(i, "menos") && w.is(i+1, "cuarto"):
		c.minute -= 15
	case w.is(i, "moins") && w.is(i+1, "le") && w.is(i+2, "quart"):
		c.minute -= 15
		i++
	case w.is(i, "y") && minutesBehind[w.at(i+1).word] > 0:
		c.minute += minutesBehind[w.at(i+1).word]
	case w.is(i, "menos") && minutesBehind[w.at(i+1).word] > 0:
		c.minute -= minutesBehind[w.at(i+1).word]
	default:
		return
	}
	c.next, c.marked = i+2, true
}

// minutesBehind are the minutes that Spanish says behind the hour.
var minutesBehind = map[string]int{"cinco": 5, "diez": 10, "veinte": 20, "veinticinco": 25}

// hours are the hours as words.
var hours = map[string]int{}

func init() {
	for _, list := range []string{"one two three four five six seven eight nine ten eleven twelve", "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
		"une deux trois quatre cinq six sept huit neuf dix onze douze", "una dos tres cuatro cinco seis siete ocho nueve diez once doce", "een twee drie vier vijf zes zeven acht negen tien elf twaalf"} {
		for i, word := range strings.Fields(list) {
			hours[word] = i + 1
		}
	}
	hours["ein"] = 1
	for _, list := range []string{"dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig", "treize quatorze quinze seize", "dertien veertien vijftien zestien zeventien achttien negentien twintig"} {
		for i, word := range strings.Fields(list) {
			late[word] = i + 13
		}
	}
}

// late are the hours after noon as words. They are what numbers mostly are not: hours.
var late = map[string]int{}

// english are the hours as English words.
var english = set("one two three four five six seven eight nine ten eleven twelve")

// counted are the minutes that are said before or behind an hour.
var counted = map[string]int{"five": 5, "ten": 10, "twenty": 20, "funf": 5, "zehn": 10, "zwanzig": 20, "vijf": 5, "tien": 10, "twintig": 20}

// beside reads minutes that are said before the hour, which stands at token next: "ten past
// nine", "zehn vor neun", "vijf over half tien". They are negative before it; next is 0 where
// there are none.
func (w *words) beside(i int) (minutes int, half bool, next int) {
	t := w.at(i)
	n := counted[t.word]
	if t.kind == numToken && (t.n == 5 || t.n == 10 || t.n == 20) && !w.partOfMore(i) {
		n = t.n
	}
	j := i + 1
	if w.is(j, "minuten", "minutes", "min") {
		j++
	}
	switch {
	case n == 0:
		return 0, false, 0
	case w.is(j, "past", "nach", "over"):
	case w.is(j, "vor", "voor"), w.is(j, "to") && w.is(i-1, "at") && t.kind == wordToken:
		n = -n
	default:
		return 0, false, 0
	}
	if j++; w.is(j, "halb", "half") {
		half = true
		j++
	}
	return n, half, j
}

// hour reads an hour in digits or as a word.
func (w *words) hour(i int) (int, bool) {
	if t := w.at(i); t.kind == numToken && t.width <= 2 && t.n >= 1 && t.n <= 12 && !w.partOfMore(i) {
		return t.n, true
	}
	h, ok := hours[w.at(i).word]
	return h, ok
}

// spoken reads a time in words: "noon", "halb sechs", "half past two", "kwart over
// drie", "las seis y media", "um zwei".
func (w *words) spoken(i int) (clock, bool) {
	t := w.at(i)
	c := clock{start: t.start, marked: true, next: i + 1}
	done := func(h, minute, next int) (clock, bool) {
		c.minute, c.next = h*60+minute, next
		if w.is(c.next, "uhr", "uur", "h") {
			c.next++
		}
		w.halfOfDay(&c)
		c.minute = (c.minute + 24*60) % (24 * 60)
		c.end = w.at(c.next - 1).end
		return c, true
	}
	h1, ok1 := w.hour(i + 1)
	h2, ok2 := w.hour(i + 2)
	switch t.word {
	case "noon", "midday", "midi", "mediodia":
		if t.word == "midi" && w.is(i-1, "-", "apres") || w.is(i-1, "after") || w.is(i-1, "del", "al") {
			return c, false
		}
		c.half, c.minute = 'e', noon
		w.quarters(&c)
		c.end = w.at(c.next - 1).end
		return c, true
	case "halb":
		if ok1 {
			return done(h1-1, 30, i+2)
		}
	case "half":
		switch {
		case w.is(i+1, "past") && ok2:
			return done(h2, 30, i+3)
		case ok1 && english[w.at(i+1).word]:
			return done(h1, 30, i+2) // "half ten" is British
		case ok1 && !w.is(i+2, "hour", "day", "an") && (w.at(i+1).kind == wordToken || w.is(i-1, "om", "rond", "tot", "van", "vanaf") || w.is(i+2, "'", "uur")):
			return done(h1-1, 30, i+2) // Dutch
		}
	case "quarter", "viertel", "kwart":
		switch {
		case w.is(i+1, "past", "nach", "over", "after") && ok2:
			return done(h2, 15, i+3)
		case w.is(i+1, "to", "vor", "voor", "before") && ok2:
			return done(h2-1, 45, i+3)
		}
	case "dreiviertel":
		if ok1 {
			return done(h1-1, 45, i+2)
		}
	case "drei":
		if w.is(i+1, "viertel") && ok2 {
			return done(h2-1, 45, i+3)
		}
	}
	if minute, half, next := w.beside(i); next > 0 {
		if hour, ok := w.hour(next); ok {
			if half {
				minute -= 30
			}
			return done(hour, minute, next+1)
		}
	}
	h, ok := hours[t.word]
	if l := late[t.word]; l > 0 && w.is(i+1, "uhr", "uur", "heures") {
		h, ok = l, true
	}
	if !ok {
		return c, false
	}
	marker := w.is(i+1, "uhr", "uur") || w.is(i+1, "heures", "heure") && w.is(i-1, "a", "de", "vers") || w.is(i+1, "o") && w.is(i+2, "'") || w.is(i+1, "oclock") || w.is(i+1, "pm", "am") && !dayWords[w.at(i+2).word] ||
		w.is(i+1, "y") && w.is(i+2, "media", "cuarto") || w.is(i+1, "menos") && w.is(i+2, "cuarto")
	said := w.is(i-1, "at", "um", "om", "las", "gegen", "rond") || w.is(i-1, "la") && t.word == "una"
	if w.is(i+1, "uur") && !said && !w.is(i-1, "tot", "van", "vanaf", "voor", "na", "dag", "morgen") {
		return c, false // "het duurt een uur"
	}
	if !marker && !(said && (w.endsHere(i+1) || w.is(i+1, "y", "menos"))) {
		return c, false
	}
	c.minute, c.next = h*60, i+1
	if h > 12 {
		c.half = 'e'
	}
	if w.is(c.next, "uhr", "uur", "heures", "heure") {
		c.next++
		m := w.at(c.next)
		minute := m.n
		if m.kind == wordToken {
			minute = counts[m.word]
			if w.is(c.next+1, "-") && w.at(c.next+1).tight && w.is(c.next+2, "cinq", "cinco") { // "quarante-cinq"
				minute += 5
				c.next += 2
			}
		}
		if (m.kind == numToken && m.width == 2 || m.kind == wordToken && minute >= 10) && minute < 60 {
			c.minute += minute
			c.next++
		}
	}
	w.quarters(&c)
	w.halfOfDay(&c)
	c.end = w.at(c.next - 1).end
	return c, true
}
