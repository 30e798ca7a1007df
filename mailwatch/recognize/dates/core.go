package dates

import (
	"time"

	"afterword/rules"
)

// core reads one or several days or periods without the preposition that says
// what they bound: "Monday or Tuesday", "December 14-18", "from Monday to Friday".
func (p *parser) core(i int) (node, bool) {
	j := p.skip(i, on, in, the, approx)
	spanned := p.is(j, from, between) || p.is(j, of) && p.lang != "en"
	if spanned {
		j = p.skip(j, from, between, of, the, on)
	}
	n, ok := p.days(j)
	if !ok {
		n, ok = p.atom(j)
	}
	if !ok {
		return n, false
	}
	if spanned && p.is(i, of) && !n.span {
		// "du 14 au 18": the "du" is nothing without the "au".
		if _, ranged := p.joint(n.next, true); !ranged {
			return node{}, false
		}
	}
	for more := 0; more < 8; more++ {
		k, ranged := p.joint(n.next, spanned)
		if k == 0 {
			break
		}
		m, ok := p.atom(k)
		if !ok && p.is(k, relative) && n.unit == unitWeek && !ranged && p.items[k].val == 1 {
			m, ok = node{Range: p.weekAt(1), next: k + 1, unit: unitWeek}, true // "this week or next"
		}
		if !ok || p.is(n.next, commaMark) && !(n.bare && m.bare) || p.is(n.next, and) && !spanned && n.bare != m.bare {
			break
		}
		if n.yearless && !m.yearless && m.unit != unitWeek && !m.bare { // "Nov - Feb 5, 2027"
			n.From = addMonths(n.From, 12*(m.To.Year-n.From.Year))
			if n.From.After(m.To) {
				n.From = addMonths(n.From, -12)
			}
			n.To = n.From
		}
		if m = p.following(n, m); m.To.Before(n.From) {
			break
		}
		if m.To.Before(n.To) {
			m.To = n.To
		}
		n = node{Range: Range{n.From, m.To}, next: m.next, bare: n.bare && m.bare, span: n.span || ranged, unit: m.unit, end: m.end, clock: n.clock}
	}
	return n, true
}

// joint reads what stands between two days; ranged is true for "to" and false for
// "or". It answers 0 where nothing joins.
func (p *parser) joint(i int, spanned bool) (next int, ranged bool) {
	i = p.skipClock(i)
	switch {
	case p.is(i, dashMark, to), p.is(i, by) && p.items[i].val == 1, spanned && p.is(i, and):
		return p.skip(i+1, the, on, to, approx), true
	case p.is(i, or, and):
		return p.skip(i+1, the, on, approx), false
	case p.is(i, commaMark) && p.items[i].sep == ',':
		return p.skip(i+1, or, and, the, on), false
	}
	return 0, false
}

// following places the second of two days after the first, where its own words
// leave that open: in "next Monday or Tuesday" it is the day after.
func (p *parser) following(n, m node) node {
	switch {
	case n.bare && m.bare && m.From.After(n.From):
	case m.bare:
		d := onOrAfter(n.From.AddDays(1), m.From.Weekday())
		m.Range = Range{d, d}
	case m.yearless && m.To.Before(n.From):
		m.From, m.To = addMonths(m.From, 12), addMonths(m.To, 12)
	}
	return m
}

// days reads two days of one month: "14-18 December", "Dec 14 to 18", "vom 14. bis
// 18. Dezember", "23rd or 24th of May".
func (p *parser) days(i int) (node, bool) {
	if p.is(i, month) {
		if first, last, next, ok := p.pairOfDays(p.skip(i+1, dotMark, the)); ok && !p.is(next, month) {
			return p.inMonth(p.items[i].val, first, last, next)
		}
		return node{}, false
	}
	first, last, next, ok := p.pairOfDays(i)
	if !ok {
		return node{}, false
	}
	if next = p.skip(next, of, the, dotMark); !p.is(next, month) {
		return node{}, false
	}
	return p.inMonth(p.items[next].val, first, last, next+1)
}

// pairOfDays reads "14-18", "14th to the 18th", "14. bis 18.".
func (p *parser) pairOfDays(i int) (first, last, next int, ok bool) {
	if p.is(i, numbers) && p.items[i].sep == '-' {
		first, last, next = p.items[i].n[0], p.items[i].n[1], i+1
	} else {
		j := p.skip(i, the)
		if !p.is(j, count, ordinal) {
			return 0, 0, 0, false
		}
		k := p.skip(j+1, dotMark)
		if !p.is(k, dashMark, to, or, and) && !(p.is(k, by) && p.items[k].val == 1) {
			return 0, 0, 0, false
		}
		k = p.skip(k+1, the, to, on)
		if !p.is(k, count, ordinal) {
			return 0, 0, 0, false
		}
		first, last, next = p.items[j].val, p.items[k].val, k+1
	}
	return first, last, p.skip(next, dotMark), 1 <= first && first < last && last <= 31
}

// inMonth makes a range of two days of a month, with the year that may follow.
func (p *parser) inMonth(m, first, last, next int) (node, bool) {
	year, next, given := p.year(next)
	if !given {
		d, ok := p.place(time.Month(m), last)
		if !ok {
			return node{}, false
		}
		year = d.Year
	}
	r := Range{rules.NewDate(year, time.Month(m), first), rules.NewDate(year, time.Month(m), last)}
	return node{Range: r, next: next, span: true, yearless: !given}, r.To.Month == time.Month(m)
}

// year reads a year after a date: ", 2026", "of 2026", "del 2026".
func (p *parser) year(i int) (year, next int, ok bool) {
	j := p.skip(i, commaMark, of, the, dotMark, dashMark)
	if j <= i+2 && p.is(j, count) && p.items[j].val >= 1900 && p.items[j].val < 2200 {
		return p.items[j].val, j + 1, true
	}
	return 0, i, false
}

// remembered is for how many days a date without a year is still the one that has
// passed and not the next year's.
const remembered = 60

// place gives a date without a year the year that makes sense: the next one, or
// the last where it passed lately or the words speak of the past.
func (p *parser) place(m time.Month, day int) (rules.Date, bool) {
	if day < 1 || day > 31 || day > 29 && m == time.February || day > 30 && rules.NewDate(2000, m, day).Day != day {
		return rules.Date{}, false
	}
	year := p.today.Year
	d := rules.NewDate(year, m, day)
	switch {
	case p.past && d.After(p.today):
		year--
	case p.past:
	case d.AddDays(remembered).Before(p.today):
		year++
	case d.AddDays(remembered - 365).After(p.today):
		year--
	}
	d = rules.NewDate(year, m, day)
	return d, d.Month == m
}

// skipClock passes over a time of day: "at 5pm", "end of business", "um 10 Uhr".
func (p *parser) skipClock(i int) int {
	for {
		j := p.skip(i, on, in, the, approx)
		if k := p.skip(j, to, dashMark, and, or, by, from, between); p.is(k, clockTime) && (k == j || p.is(j-1, clockTime, daypart) || p.is(j, from, between)) {
			j = k // "1pm to 3pm", "from 9am"
		}
		if p.is(j, count) && p.is(j+1, unit) && p.items[j+1].val == unitHour && p.items[j].val <= 24 { // "10 heures"
			i = j + 2
			continue
		}
		if !p.is(j, daypart, clockTime) {
			return i
		}
		i = j + 1
	}
}
