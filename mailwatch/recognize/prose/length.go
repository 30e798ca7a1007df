package prose

import "slices"

// A length is how long something takes.
type length struct {
	minutes    int
	start, end int
}

var (
	minuteWords = set("min mins minute minutes minuten minuto minutos minuut minutig minutiges minutigen minutige")
	hourWords   = set("hour hours hr hrs stunde stunden std heure heures hora horas uur uren uurtje stundchen h")
	counts      = map[string]int{"a": 1, "an": 1, "one": 1, "eine": 1, "einer": 1, "einen": 1, "une": 1, "una": 1, "een": 1, "two": 2, "zwei": 2, "deux": 2, "dos": 2, "twee": 2, "three": 3, "drei": 3, "trois": 3, "tres": 3, "drie": 3,
		"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fortyfive": 45, "sixty": 60, "ninety": 90, "funfzehn": 15, "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfundvierzig": 45, "sechzig": 60, "neunzig": 90,
		"quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "soixante": 60, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "sesenta": 60, "noventa": 90,
		"vijftien": 15, "twintig": 20, "dertig": 30, "veertig": 40, "vijfenveertig": 45, "zestig": 60, "negentig": 90}
	// notLong stand beside a length that is none of a meeting: "ten minutes late".
	notLong = set(`late later early earlier before prior ago within notice away walk walking drive wait delay arrive retard avance avant apres verspatung vorher fruher spater vor nach zu gehminuten innerhalb antes retraso tarde despues
		laat later eerder vertraging voor na binnen vooraf lopen`)
)

// lengths reads how long things take; used tells the tokens that times are made of.
func (w *words) lengths(used []bool) []length {
	var all []length
	for i := 0; i < len(w.tokens) && len(all) < maxSpans; i++ {
		if used[i] {
			continue
		}
		minutes, next, ok := w.length(i)
		if !ok || minutes < 10 || minutes > 8*60 {
			continue
		}
		odd := w.is(i-1, "in", "vor", "+", "innerhalb", "binnen", "dentro", "within", "dans", "hace") || w.is(i-2, "within", "dentro")
		for j := next; j < next+2; j++ {
			odd = odd || notLong[w.at(j).word] && w.at(j).kind == wordToken
			if w.at(j).kind == lineToken {
				break
			}
		}
		odd = odd || w.is(next, "de") && w.is(next+1, "retard", "retraso", "avance")
		if !odd {
			all = append(all, length{minutes, w.at(i).start, w.at(next - 1).end})
		}
		i = next - 1
	}
	return all
}

// length reads "45 minutes", "half an hour", "eine Stunde", "une demi-heure", "1,5
// hours", "anderthalb Stunden" at token i.
func (w *words) length(i int) (minutes, next int, ok bool) {
	t := w.at(i)
	half := func(j, n int) (int, int, bool) { return n, j, true }
	switch {
	case w.is(i, "half") && w.is(i+1, "an", "a", "-") && w.is(i+2, "hour"):
		return half(i+3, 30)
	case w.is(i, "half", "halbe", "halben", "media", "halve") && w.is(i+1, "hour", "stunde", "hora", "uur"):
		return half(i+2, 30)
	case w.is(i, "halbstundiges", "halbstundige", "halbstundigen", "halfuur"):
		return half(i+1, 30)
	case w.is(i, "einstundiges", "einstundige", "einstundigen"):
		return half(i+1, 60)
	case w.is(i, "demi", "demie") && w.is(i+1, "-") && w.is(i+2, "heure"):
		return half(i+3, 30)
	case w.is(i, "demi") && w.is(i+1, "heure"):
		return half(i+2, 30)
	case w.is(i, "anderthalb", "eineinhalb") && w.is(i+1, "stunden", "uur"):
		return half(i+2, 90)
	case w.is(i, "drie") && w.is(i+1, "kwartier"), w.is(i, "dreiviertel") && w.is(i+1, "stunde"):
		return half(i+2, 45)
	case w.is(i, "viertelstunde", "kwartier", "kwartiertje"):
		return half(i+1, 15)
	case w.is(i, "quinzaine", "vingtaine", "trentaine", "quarantaine", "twintigtal", "dertigtal") && (w.is(i+1, "de", "d") || w.is(i+1, "minuten")):
		j := i + 1
		for w.is(j, "de", "d", "'") {
			j++
		}
		return half(j+1, map[string]int{"quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "twintigtal": 20, "dertigtal": 30}[w.at(i).word])
	case w.is(i, "dreiviertelstunde"):
		return half(i+1, 45)
	case w.is(i, "trois", "tres") && w.is(i+1, "quarts", "cuartos") && w.is(i+2, "d", "de"):
		j := i + 3
		if w.is(j, "'") {
			j++
		}
		return half(j+1, 45)
	}
	n, next := 0, i+1
	switch {
	case t.kind == numToken && !w.partOfMore(i) && t.width <= 3:
		n = t.n * 60
		if s := w.at(i + 1); s.tight && (s.word == "," || s.word == ".") && w.at(i+2).tight && w.at(i+2).kind == numToken && w.at(i+2).width == 1 {
			n, next = n+w.at(i+2).n*6, i+3
		}
	case t.kind == wordToken && counts[t.word] > 0:
		n = counts[t.word] * 60
		for w.is(next, "-", "y", "cinq", "cinco", "five") && (w.is(next, "cinq", "cinco", "five") || w.is(next+1, "cinq", "cinco", "five")) {
			if w.is(next, "cinq", "cinco", "five") {
				n += 5 * 60
			}
			next++
		}
	default:
		return 0, 0, false
	}
	if w.is(next, "-", "‑") && w.at(next).tight {
		next++
	}
	unit := w.at(next)
	switch {
	case unit.kind == wordToken && minuteWords[unit.word]:
		return n / 60, next + 1, true
	case unit.kind == signToken && unit.word == "'" && t.kind == numToken && unit.tight && w.at(next+1).kind != wordToken:
		return n / 60, next + 1, true
	case unit.kind == wordToken && hourWords[unit.word]:
		next++
		switch {
		case w.is(next, "and", "et", "y") && w.is(next+1, "a") && w.is(next+2, "half"):
			return n + 30, next + 3, true
		case w.is(next, "et", "y") && w.is(next+1, "demie", "demi", "media"):
			return n + 30, next + 2, true
		case w.at(next).kind == numToken && w.at(next).tight && w.at(next).width == 2: // 1h30
			return n + w.at(next).n, next + 1, true
		case w.at(next).kind == numToken && w.is(next+1, "min", "minutes", "minuten", "minutos"):
			return n + w.at(next).n, next + 2, true
		}
		return n, next, true
	}
	return 0, 0, false
}

// measure gives the slots without an end the length that is named: in the sentence, in
// those that follow it, else the only one of the text.
func (r *reader) measure(all []slot) {
	used := make([]bool, len(r.tokens))
	for i, t := range r.tokens {
		used[i] = slices.ContainsFunc(all, func(s slot) bool { return t.start >= s.start && t.end <= s.end })
	}
	list := r.lengths(used)
	if len(list) == 0 {
		return
	}
	for i := range all {
		s := &all[i]
		if s.to >= 0 {
			continue
		}
		for _, l := range list {
			if n := holding(r.sentences, l.start); n >= s.sentence && n <= s.sentence+3 {
				s.length = l.minutes
				break
			}
		}
		if s.length == 0 && len(list) == 1 {
			s.length = list[0].minutes
		}
	}
}
