package prose

// A clock is a time of day as it is written.
type clock struct {
	minute     int // of the day
	next       int // the token after it
	marked     bool
	written    bool // with its minutes
	exact      bool // an hour below seven is in the morning
	half       byte // 'a' or 'p' where a.m. or p.m. is said, 'd' where the day's part is, 'e' where it is 24 hours
	start, end int  // byte offsets
}

const noon = 12 * 60

// words reads tokens of a text.
type words struct {
	text   string
	tokens []token
}

func (w *words) at(i int) token {
	if i < 0 || i >= len(w.tokens) {
		return token{kind: lineToken, start: len(w.text), end: len(w.text)}
	}
	return w.tokens[i]
}

func (w *words) is(i int, list ...string) bool {
	t := w.at(i)
	if t.kind == lineToken || t.kind == numToken {
		return false
	}
	for _, s := range list {
		if t.word == s {
			return true
		}
	}
	return false
}

// before are the words after which a number by itself is a time of day.
var before = set("at um gegen ab om rond vanaf las la a vers around from clock kl time uhrzeit zeit heure hora tijd")

// clock reads a time at token i. A number by itself is one only where bare allows it.
func (w *words) clock(i int, bare bool) (clock, bool) {
	t := w.at(i)
	if t.kind == wordToken {
		return w.spoken(i)
	}
	if t.kind != numToken || t.width > 2 || t.n > 24 || w.partOfMore(i) {
		return clock{}, false
	}
	c := clock{minute: t.n * 60, next: i + 1, start: t.start}
	said := before[w.at(i-1).word] || w.is(i-1, "de", "von", "van", "between", "zwischen", "tussen", "entre") ||
		w.is(i-1, "a") || w.is(i-1, "tot", "bis", "until", "till", "to", "hasta", "dès", "des")
	digits, dotted := w.minutes(i, &c)
	c.written = digits
	switch {
	case w.is(c.next, "h", "hs", "hrs", "uhr", "uur", "u", "heures", "heure", "horas") && !(w.is(c.next, "u") && !w.at(c.next).tight && w.is(c.next+1, "kunt", "bent", "wordt")):
		c.half = 'e'
		if t.n < 7 && !digits && !said && !w.is(c.next, "uhr") {
			return clock{}, false // "2 heures" is how long
		}
		if t.n == 24 && !digits && !said || w.is(c.next+1, "per", "pro", "par", "p", "/") && w.is(c.next+2, "week", "woche", "semaine", "semana", "w", "/") {
			return clock{}, false // "(24 uur)" is how much of a week
		}
		if t.n < 7 && digits && dotted == 0 && !said && !bare {
			return clock{}, false
		}
		c.marked = true
		word := w.at(c.next)
		c.next++
		if m := w.at(c.next); !digits && m.kind == numToken && m.width == 2 && m.n < 60 && (m.tight || word.word != "h" || t.n >= 7) && !(w.is(c.next+1, ".", ":") && w.at(c.next+2).tight && w.at(c.next+2).kind == numToken) && !(w.is(c.next+1, "-") && !m.tight && !w.hourAt(c.next+2)) && (said || !w.is(c.next+1, "min")) {
			c.minute += m.n
			digits = true
			c.next++
			if w.is(c.next, "uhr", "uur", "h", "min") {
				c.next++
			}
		}
		w.quarters(&c)
	case digits && dotted == ':':
		c.marked, c.exact = true, t.width == 2 && t.n < 10 // "09:00"
	case digits && dotted == '.':
		c.marked = said || w.labels(i) || t.width == 2 && w.begins(i) && w.at(c.next).kind == wordToken && !months[w.at(c.next).word] || // a line of an agenda
			w.behindDay(i) && (c.minute%60 == 0 || c.minute%60 > 12) && !w.is(c.next, ".") // "Monday 11.45" is no date
	}
	w.halfOfDay(&c)
	if w.is(c.next, "sharp", "pile", "stipt", "precies", "punktlich") || w.is(c.next, "en") && w.is(c.next+1, "punto") {
		c.marked = true
	}
	if !c.marked {
		if c.marked = said && !digits && (w.endsHere(c.next) || w.is(i-1, "las") && w.is(i-2, "a") || w.is(i-1, "um") && w.goesOnSmall(c.next)); !c.marked && !bare {
			return clock{}, false
		}
		w.quarters(&c)
	}
	if c.minute > 24*60 {
		return clock{}, false
	}
	if (c.half == 'a' || c.half == 'p') && c.minute >= 13*60 {
		c.half = 'e' // "14:00 pm"
	}
	c.end = w.at(c.next - 1).end
	return c, true
}

// labels reports whether a token stands behind the label of a line: "Time: 16.15".
func (w *words) labels(i int) bool { return w.is(i-1, ":") && before[w.at(i-2).word] }

// behindDay reports whether a token stands right behind a day: "Monday 11.45",
// "12 May, 11.45".
func (w *words) behindDay(i int) bool {
	if w.is(i-1, ",") {
		i--
	}
	b := w.at(i - 1)
	return b.kind == wordToken && (dayWords[b.word] || months[b.word]) || b.kind == numToken && b.width == 4
}

// hourAt reports whether an hour with its word stands at token i: "9 h 00 – 9 h 40".
func (w *words) hourAt(i int) bool {
	return w.at(i).kind == numToken && w.at(i).n <= 24 && w.is(i+1, "h", "uhr", "uur", "heures")
}

// begins reports whether a token is the first of its line, what marks an item aside.
func (w *words) begins(i int) bool {
	for w.is(i-1, "-", "*", "•", "·") {
		i--
	}
	return i == 0 || w.at(i-1).kind == lineToken
}

// minutes reads ":30", ".30" or "h30" behind an hour.
func (w *words) minutes(i int, c *clock) (digits bool, sep byte) {
	s, m := w.at(i+1), w.at(i+2)
	if !s.tight || !m.tight || m.kind != numToken || m.width != 2 || m.n > 59 || s.kind != signToken || s.word != ":" && s.word != "." {
		return false, 0
	}
	if after := w.at(i + 3); after.tight && after.kind == signToken && after.word == "." && w.at(i+4).kind == numToken && w.at(i+4).tight {
		return false, 0 // 17.11.2026
	}
	c.minute += m.n
	c.next = i + 3
	if w.is(c.next, ":") && w.at(c.next).tight && w.at(c.next+1).kind == numToken && w.at(c.next+1).width == 2 {
		c.next += 2 // seconds
	}
	return true, s.word[0]
}

// partOfMore reports whether a number is a piece of a date, an amount or a telephone
// number.
func (w *words) partOfMore(i int) bool {
	t, b := w.at(i), w.at(i-1)
	if t.tight && b.kind == signToken {
		switch b.word {
		case "$", "€", "£", "+", "#", "@", "_", "=", "/", "&", "?":
			return true
		case ".", ",", ":", "-":
			if bb := w.at(i - 2); b.tight && bb.kind == numToken && (b.word != "-" || bb.width > 2) {
				return true
			}
		}
	}
	if t.tight && b.kind == wordToken && b.word != "h" && b.word != "u" {
		return true
	}
	n := w.at(i + 1)
	if n.tight && n.kind == signToken {
		switch n.word {
		case "%", "€", "$", "£", "/", "°", "_", "@":
			return true
		}
	}
	return w.is(i+1, "th", "st", "nd", "rd", "er", "ste", "de") && n.tight
}

// halfOfDay reads "pm", "p.m.", "in the evening", "o'clock", "abends", "de la tarde".
func (w *words) halfOfDay(c *clock) {
	set := func(half byte, next int) { c.half, c.next, c.marked = half, next, true }
	i := c.next
	switch {
	case w.is(i, "am", "pm"):
		// "3 am Dienstag" is German: the day follows, and the letters stand apart.
		if w.is(i, "am") && !w.at(i).tight && (dayWords[w.at(i+1).word] || c.half == 'e') {
			return
		}
		if c.half == 'e' && c.minute >= noon {
			c.next = i + 1
			return
		}
		set(w.at(i).word[0], i+1)
	case w.is(i, "a", "p") && w.is(i+1, ".") && w.is(i+2, "m"):
		half := w.at(i).word[0]
		if i += 3; w.is(i, ".") {
			i++
		}
		set(half, i)
	case w.is(i, "a", "p") && w.is(i+1, "m") && !w.at(i).tight && len(w.at(i+1).word) == 1:
		set(w.at(i).word[0], i+2)
	case w.is(i, "o") && w.is(i+1, "'") && w.is(i+2, "clock"):
		c.marked, c.next = true, i+3
	case w.is(i, "oclock"):
		c.marked, c.next = true, i+1
	}
	i = c.next
	for n := 0; n < 3 && (w.is(i, "in", "the", "du", "de", "l", "la", "por", "'", "s", "am", "in's", "des", "ce", "this") || n == 0); n++ {
		if p, ok := dayParts[w.at(i).word]; ok && w.at(i).kind == wordToken {
			w.part(c, p, i+1)
			return
		}
		i++
	}
	if p, ok := dayParts[w.at(i).word]; ok && w.at(i).kind == wordToken && i > c.next {
		w.part(c, p, i+1)
	}
}

// part applies the part of the day to a clock that leaves it open.
func (w *words) part(c *clock, p byte, next int) {
	if c.half == 'a' || c.half == 'p' {
		return
	}
	h := c.minute / 60
	switch {
	case p == 'p' && h < 12:
		c.minute += noon
	case p == 'n' && h >= 1 && h <= 4:
		c.minute += noon
	}
	c.half, c.marked, c.next = 'd', true, next
}

// dayParts are the parts of the day that stand behind a time: 'a' the morning, 'n'
// noon, 'p' what is later.
var dayParts = map[string]byte{"morning": 'a', "afternoon": 'p', "evening": 'p', "morgens": 'a', "vormittags": 'a', "fruh": 'a', "mittags": 'n', "nachmittags": 'p', "abends": 'p',
	"matin": 'a', "midi": 'p', "apres": 'p', "soir": 'p', "manana": 'a', "tarde": 'p', "noche": 'p', "mediodia": 'n', "ochtends": 'a', "middags": 'n', "avonds": 'p', "namiddags": 'p', "vormittag": 'a', "nachmittag": 'p', "abend": 'p'}

// goesOnSmall reports whether a word follows that German writes small: no unit.
func (w *words) goesOnSmall(i int) bool {
	return w.at(i).kind == wordToken && !w.capital(i) && !minuteWords[w.at(i).word] && !hourWords[w.at(i).word]
}

// endsHere reports whether what follows a number leaves it a time of day: "at 3,
// then", "at 3 on Tuesday", not "at 3 companies".
func (w *words) endsHere(i int) bool {
	t := w.at(i)
	switch t.kind {
	case lineToken:
		return true
	case numToken:
		return false
	case signToken:
		return t.word != "-" && t.word != "%" && t.word != "/" && t.word != "'" || t.word == "-" && !t.tight
	}
	return followers[t.word] || dayWords[t.word] || zoneAbbreviation(w.text[t.start:t.end])
}

// followers are the words that stand behind a time of day.
var followers = set(`on and to with your my our instead in for if then but or by sharp tomorrow today this next works would eastern central pacific mountain
	uhr am und mit bis oder statt in le et avec pour ou si de du demain y con para o el en hasta manana voor met op en of tot als it is at local zulu works`)

// dayWords are the words with which a day begins.
var dayWords = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag
	lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag`)
