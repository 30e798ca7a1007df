package prose

// A span is a time of day, or a range of them, as the text has it.
type span struct {
	from, to   int // minutes of the day; to is -1 where no end is named
	last       int // the second of two times that are joined, whether or not they make a range
	zone       zone
	start, end int // byte offsets
	next       int // the token after it
}

// spans reads all times of the text.
func (w *words) spans() []span {
	var all []span
	for i := 0; i < len(w.tokens) && len(all) < maxSpans; {
		s, ok := w.span(i)
		if !ok {
			i++
			continue
		}
		all = append(all, s)
		i = max(s.next, i+1)
	}
	return all
}

// spansIn reads all times of a text.
func spansIn(text string) []span {
	w := &words{text: text, tokens: tokenize(text)}
	return w.spans()
}

// maxSpans bounds the times that are read of one text.
const maxSpans = 200

// span reads a time or a range at token i.
func (w *words) span(i int) (span, bool) {
	if t := w.at(i); t.kind != numToken && t.kind != wordToken {
		return span{}, false
	}
	first, ok := w.clock(i, true)
	if !ok {
		return span{}, false
	}
	z, next := w.zone(first.next)
	if j := w.joint(i, next); j > 0 {
		if last, ok := w.clock(j, true); ok && (first.marked || last.marked || w.zoned(last.next) || w.plainly(i, first, last)) && w.ranges(i, first, last) {
			if y, after := w.zone(last.next); y.known() {
				z, last.next, last.end = y, after, w.at(after-1).end
			}
			from, to := settle(first, last)
			return span{from: from, to: to, last: alone(last), zone: z, start: first.start, end: last.end, next: last.next}, true
		}
	}
	if !first.marked {
		return span{}, false
	}
	if z.known() {
		first.next, first.end = next, w.at(next-1).end
	}
	return span{from: alone(first), to: -1, zone: z, start: first.start, end: first.end, next: first.next}, true
}

// joint returns the token behind what makes a range of two times, 0 where nothing does.
func (w *words) joint(first, i int) int {
	between := w.is(first-1, "between", "zwischen", "tussen", "entre") || w.is(first-1, "las") && w.is(first-2, "entre")
	switch {
	case w.is(i, "-", "to", "bis", "a", "al", "au", "tot", "until", "till", "til", "through", "hasta"), between && w.is(i, "and", "und", "en", "et", "y"):
		i++
	case w.is(i, "jusqu") && w.is(i+1, "'"):
		i += 3
	default:
		return 0
	}
	if w.is(i, "ca", "circa", "etwa", "approx", "about", "around", "environ", "ongeveer") {
		if i++; w.is(i, ".") {
			i++
		}
	}
	for n := 0; n < 2 && w.is(i, "las", "la", "at", "um", "a", "en", "om"); n++ {
		i++
	}
	return i
}

// plainly reports whether two numbers that nothing marks as times are a range of them all
// the same: "10.00 - 10.40", "von 9 bis 10, gleicher Raum".
func (w *words) plainly(i int, first, last clock) bool {
	if first.written && last.written {
		return first.minute%5 == 0 && last.minute%5 == 0 && first.minute >= 7*60 && first.minute < last.minute && !w.is(last.next, "€", "$", "£", "eur", "euro", "euros", "%", "km", "kg", "mb")
	}
	from := before[w.at(i-1).word] || w.is(i-1, "from", "von", "van", "between", "zwischen", "tussen", "entre") || w.is(i-1, "de") && w.is(first.next, "a", "h")
	return from && !first.written && !last.written && first.minute >= 7*60 && first.minute < last.minute && last.minute <= 20*60 && w.endsHere(last.next)
}

// ranges reports whether two times make a range, and not a date and a time ("Nov 2 -
// 3 pm").
func (w *words) ranges(i int, first, last clock) bool {
	if first.marked {
		return true
	}
	if months[w.at(i-1).word] || w.is(i-1, ".") && months[w.at(i-2).word] {
		return false
	}
	if dayWords[w.at(i-1).word] && w.is(first.next, "a", "al", "at") {
		return false // "jueves 12 a las 4"
	}
	return last.half != 'p' && last.half != 'a' || first.minute < 13*60
}

var months = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	januar februar marz mai juni juli oktober dezember dez okt janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
	enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre januari februari maart mei augustus dezember`)

// day puts a clock into the 24 hours of a day, by the half that is named.
func (c clock) day(half byte) int {
	switch {
	case half == 'a' && c.minute >= noon && c.minute < 13*60:
		return c.minute - noon
	case half == 'p' && c.minute < noon:
		return c.minute + noon
	}
	return c.minute
}

// alone reads a time without another beside it. Nobody is interviewed at three in the
// morning: where nothing says which half of the day is meant, the hours up to six are
// those of the afternoon.
func alone(c clock) int {
	m := c.day(c.half)
	if (c.half == 0 || c.half == 'e') && !c.exact && m >= 60 && m < 7*60 {
		m += noon
	}
	return m % (24 * 60)
}

// settle reads a range: what one of its times leaves open the other says.
func settle(first, last clock) (from, to int) {
	said := func(c clock) bool { return c.half == 'a' || c.half == 'p' }
	other := map[byte]byte{'a': 'p', 'p': 'a'}
	switch {
	case said(first) && said(last):
		from, to = first.day(first.half), last.day(last.half)
	case said(last) && first.half == 0 && first.minute < 13*60:
		to = last.day(last.half)
		if from = first.day(last.half); from >= to {
			from = first.day(other[last.half])
		}
	case said(first) && last.half == 0 && last.minute < 13*60:
		from = first.day(first.half)
		if to = last.day(first.half); to <= from {
			to = last.day(other[first.half])
		}
	default:
		from, to = alone(first), alone(last)
		if last.half == 'd' && first.half != 'd' && from+noon < to {
			from += noon
		}
		if to <= from && to+noon < 24*60 {
			to += noon
		}
	}
	if to <= from {
		to = -1 // no range: its times contradict each other
	}
	return from, to
}
