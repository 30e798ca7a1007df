package dates

import (
	"time"

	"afterword/rules"
)

// atom reads one day or period.
func (p *parser) atom(i int) (node, bool) {
	if i >= len(p.items) || p.items[i].weak && !p.trusted(i) {
		return node{}, false
	}
	it := p.items[i]
	switch it.class {
	case anchor:
		if it.val == thisMoment {
			return node{Range: Range{p.today, p.today}, next: i + 1}, p.is(i-1, from, between, of, after)
		}
		d := p.today.AddDays(it.val)
		if n, ok := p.weeksOn(d, i+1); ok {
			return n, true
		}
		return node{Range: Range{d, d}, next: p.skipClock(i + 1), past: it.val < 0}, true
	case daypart, clockTime:
		j := p.skip(p.skipClock(i), of, on, the)
		if it.class == daypart && it.val == 1 && !p.is(j, weekday, month, anchor, relative, ordinal, count, numeric, numbers, isoDay) {
			return node{Range: Range{p.today, p.today}, next: i + 1, end: true}, true // "EOD"
		}
		n, ok := p.atom(j)
		return n, ok && j > i && n.unit == unitDay
	case holiday:
		return p.holiday(i)
	case part:
		return p.partOf(i)
	case weekday:
		return p.weekday(i)
	case relative:
		n, ok := p.relative(i)
		if ok && n.unit == unitWeek && n.From == p.today && weekendDay(p.today) {
			return node{next: n.next}, false // "this week", said on a Sunday: which?
		}
		return n, ok
	case ordinal:
		if n, ok := p.inRow(i); ok {
			return n, true
		}
		return p.date(i, -1)
	case count, month, numeric, numbers, isoDay:
		if n, ok := p.date(i, -1); ok {
			return n, ok
		}
		if it.class == month || p.is(p.skip(i+1, dotMark), weekNo) {
			return p.period(i)
		}
	case weekOf, weekNo, quarterNo:
		return p.period(i)
	case unit:
		if p.is(i+1, of) && p.is(i+2, month) && it.val == unitMonth {
			return p.period(i) // "the month of December"
		}
		return p.postfixed(i)
	case endOf:
		n := p.current(it.val, 0)
		return node{Range: slice(n, it.val, partEnd), next: i + 1, unit: it.val, end: true}, true
	case weekend:
		v, next := 0, i+1
		if p.is(next, relative) {
			v, next = p.items[next].val, next+1
		}
		return p.weekendAt(v, next), true
	}
	return node{}, false
}

// trusted reports whether a word that is a month or day and something else as
// well ("may", "sun", "so") is a date here.
func (p *parser) trusted(i int) bool {
	if k := p.skip(i+1, dotMark, commaMark, the); p.is(k, count, ordinal, numeric, numbers, isoDay) {
		return true
	}
	if p.lang == "de" && p.items[i].class == weekday {
		return false
	}
	left := i - 1
	for left > max(0, i-5) && p.is(left, dotMark, of, the) {
		if p.is(left, the) && p.items[i].class == weekday {
			return false // "the sun"
		}
		left--
	}
	return p.is(left, on, in, by, before, after, since, from, relative, unit, part, weekOf, weekday, within, between) ||
		p.is(left, count, ordinal, numbers) || p.is(left, dashMark, or, and, to) && p.is(left-1, month, weekday) && !p.items[left-1].weak
}

// holiday reads a holiday by its name, with a year or without.
func (p *parser) holiday(i int) (node, bool) {
	which := p.items[i].val
	if year, next, ok := p.year(i + 1); ok {
		return node{Range: holidayIn(which, year, p.cal), next: next}, true
	}
	year := p.today.Year
	r := holidayIn(which, year, p.cal)
	switch {
	case p.past && r.From.After(p.today):
		r = holidayIn(which, year-1, p.cal)
	case p.past:
	case r.To.AddDays(remembered / 4).Before(p.today):
		r = holidayIn(which, year+1, p.cal)
	}
	if which == theHolidays && p.today.AddDays(92).Before(r.From) {
		return node{}, false // which holidays?
	}
	return node{Range: r, next: i + 1, yearless: true}, true
}

// partOf reads "end of next week", "mid-January", "early to mid December", "later
// this month".
func (p *parser) partOf(i int) (node, bool) {
	first, last := p.items[i].val, p.items[i].val
	j := i + 1
	if k := p.skip(j, dashMark, to, or, by); k > j && p.is(k, part) {
		last, j = p.items[k].val, k+1
	}
	k := p.skip(j, of, the, approx, in, dashMark, on)
	n, ok := p.period(k)
	if p.is(k, holiday) && p.items[k].val == newYear { // "early in the new year"
		n, ok = node{Range: yearOf(p.today.Year + 1), next: k + 1, unit: unitYear}, true
	}
	if !ok {
		return node{}, false
	}
	if p.is(k, unit) && !p.past && slice(n.Range, n.unit, last).To.Before(p.today) && n.unit != unitWeek { // "a principios de mes"
		n.Range = p.current(n.unit, 1)
	}
	r := Range{slice(n.Range, n.unit, first).From, slice(n.Range, n.unit, last).To}
	if first == partLater || first == partWhole {
		if r.From.Before(p.today) {
			r.From = p.today
		}
		if r.To.Before(r.From) {
			r.To = n.To
		}
	}
	if r.From.After(r.To) {
		return node{}, false
	}
	return node{Range: r, next: n.next, unit: n.unit, end: last == partEnd || last == partSecondHalf, yearless: n.yearless}, true
}

// weekday reads a day of the week with the date or the week that goes with it.
func (p *parser) weekday(i int) (node, bool) {
	w := time.Weekday(p.items[i].val)
	j := p.skip(p.skipClock(i+1), dotMark, commaMark, the, on)
	if n, ok := p.date(j, w); ok || n.next > 0 {
		return n, ok
	}
	if j = p.skip(p.skipClock(i+1), of, in, the, commaMark, on, approx); j > i || p.is(j, relative, weekNo) {
		if n, ok := p.weekNamed(j); ok {
			return p.dayOf(n, w), true
		}
	}
	if p.is(i+1, relative) && p.lang != "en" && !p.is(i+2, unit, weekday, month) { // "vendredi prochain"
		return p.relativeDay(w, p.items[i+1].val, i+2)
	}
	if n, ok := p.weeksOn(p.coming(w), i+1); ok {
		return n, true
	}
	switch {
	case p.is(i+1, of) && p.lang == "en":
		return node{}, false // "Monday of" what?
	case p.is(i+1, unit) && p.items[i+1].val == unitWeek && p.lang == "en": // "Monday week"
		d := p.coming(w).AddDays(7)
		return node{Range: Range{d, d}, next: i + 2}, true
	case p.is(i+1, unit) && p.items[i+1].val == unitFortnight && p.lang == "en": // "Monday fortnight"
		d := p.coming(w).AddDays(14)
		return node{Range: Range{d, d}, next: i + 2}, true
	case p.is(i+1, after, before):
		return p.beside(i, w)
	}
	return p.bareDay(i, w), true
}

// bareDay reads a weekday that stands by itself: the coming one, or today's where a
// time beside it is still to come.
func (p *parser) bareDay(i int, w time.Weekday) node {
	next := p.skipClock(i + 1)
	if w == p.today.Weekday() && !p.past && p.later(i) {
		return node{Range: Range{p.today, p.today}, next: next, clock: true}
	}
	d := p.coming(w)
	return node{Range: Range{d, d}, next: next, bare: true}
}

// beside reads "the Monday after Thanksgiving", "the Friday before Christmas".
func (p *parser) beside(i int, w time.Weekday) (node, bool) {
	j := p.skip(i+2, the, of)
	var d rules.Date
	n, ok := node{next: j + 1}, true
	if p.is(j, relative) && !p.is(j+1, unit, weekday, month) { // "the Tuesday after next"
		d = p.coming(w).AddDays(7)
	} else if n, ok = p.core(j); p.is(i+1, after) {
		d = onOrAfter(n.To.AddDays(1), w)
	} else {
		d = onOrAfter(n.From.AddDays(-7), w)
	}
	if !ok {
		return p.bareDay(i, w), true
	}
	return node{Range: Range{d, d}, next: n.next}, true
}

// coming returns the first such weekday after today, or the last before it where
// the words speak of the past.
func (p *parser) coming(w time.Weekday) rules.Date {
	if p.past {
		return onOrAfter(p.today.AddDays(-7), w)
	}
	return onOrAfter(p.today.AddDays(1), w)
}

// dayOf returns the weekday of a week that n holds.
func (p *parser) dayOf(n node, w time.Weekday) node {
	d := onOrAfter(monday(n.To), w)
	return node{Range: Range{d, d}, next: p.skipClock(n.next)}
}

// weekNamed reads a week: "next week", "semaine prochaine", "KW 48", "the week of
// the 14th", "week after next".
func (p *parser) weekNamed(i int) (node, bool) {
	if !p.is(i, relative, unit, weekNo, weekOf) || p.is(i, unit) && p.is(i-1, weekday) {
		return node{}, false
	}
	n, ok := p.period(i)
	return n, ok && n.unit == unitWeek
}

// relativeDay returns "this", "next" or "last" such weekday.
func (p *parser) relativeDay(w time.Weekday, v, next int) (node, bool) {
	at := func(n int) rules.Date { return onOrAfter(monday(p.today).AddDays(7*n), w) }
	next = p.skipClock(next)
	switch v {
	case 0:
		d := at(0)
		if d.Before(p.today) && !p.past {
			d = at(1)
		}
		return node{Range: Range{d, d}, next: next}, true
	case 1:
		d := at(1)
		r := Range{d, d}
		if p.lang != "en" && p.lang != "nl" {
			// "nächsten Freitag", "vendredi prochain": the coming one for some,
			// the one of next week for others.
			r.From = p.coming(w)
		}
		return node{Range: r, next: next}, true
	case coming:
		d := onOrAfter(p.today.AddDays(1), w)
		return node{Range: Range{d, d}, next: next}, true
	case 2: // "am übernächsten Freitag"
		d := p.coming(w).AddDays(7)
		return node{Range: Range{d, d}, next: next}, true
	case -1:
		d := at(-1)
		return node{Range: Range{d, d}, next: next, past: true}, true
	}
	return node{}, false
}

// inRow reads "first Monday of next month", "3rd week of January", "1st quarter of
// 2027", "15th day of June".
func (p *parser) inRow(i int) (node, bool) {
	n := p.items[i].val
	if p.items[i].class == relative {
		n = -1
	}
	j := p.skip(i+1, dashMark)
	if !p.is(j, weekday, unit, weekOf) {
		return node{}, false
	}
	what := p.items[j]
	if what.class == unit && what.val == unitQuarter && n >= 1 && n <= 4 {
		return p.quarter(n, j+1)
	}
	k := p.skipClock(j + 1)
	if what.class == weekOf {
		what.val = unitWeek // "3rd | week of | January"
	} else if !p.is(k, of, in, the) {
		return node{}, false
	}
	m, ok := p.period(p.skip(k, of, in, the))
	if !ok || m.unit != unitMonth && m.unit != unitYear {
		return node{}, false
	}
	switch {
	case what.class == weekday:
		d, ok := nth(m.Range, time.Weekday(what.val), n)
		return node{Range: Range{d, d}, next: m.next}, ok
	case what.val == unitWeek && n < 0:
		return node{Range: Range{m.To.AddDays(-6), m.To}, next: m.next, unit: unitWeek}, true
	case what.val == unitWeek && m.unit == unitYear:
		r, ok := weekOfYear(m.From.Year, n)
		return node{Range: r, next: m.next, unit: unitWeek}, ok
	case what.val == unitWeek && n >= 1 && n <= 5:
		first := monday(m.From.AddDays(3)) // the week that holds most of the first days
		return node{Range: week(first.AddDays(7 * (n - 1))), next: m.next, unit: unitWeek}, true
	case what.val == unitDay && n < 0:
		return node{Range: Range{m.To, m.To}, next: m.next, end: true}, true
	case what.val == unitDay && n >= 1:
		d := m.From.AddDays(n - 1)
		return node{Range: Range{d, d}, next: m.next}, !d.After(m.To)
	}
	return node{}, false
}
