package dates

import (
	"time"

	"afterword/rules"
)

// date reads a day of the calendar: "Dec 4", "the 4th of December", "4.12.",
// "2026-12-04", "the 14th". It must fall on the weekday w, unless that is -1. A
// node with next but without success names a date that can't be right.
func (p *parser) date(i int, w time.Weekday) (node, bool) {
	i = p.skip(i, the)
	if i >= len(p.items) || p.items[i].weak && !p.trusted(i) {
		return node{}, false
	}
	it := p.items[i]
	switch it.class {
	case isoDay:
		d := rules.NewDate(it.n[0], time.Month(it.n[1]), it.n[2])
		return node{Range: Range{d, d}, next: p.skipClock(i + 1)}, it.n[0] >= 1900 && int(d.Month) == it.n[1] && d.Day == it.n[2]
	case numeric:
		year := it.n[2]
		if year < 100 {
			year += 2000
		}
		return p.digits(i, i+1, w, year)
	case numbers:
		if it.sep == '-' && !p.announced(i, w) || it.n[1] > 31 || p.is(i+1, unit, month) {
			return node{}, false
		}
		dotted := it.sep == '.' && p.lang != "en" && p.is(i+1, dotMark, stop) && p.items[i+1].sep == '.'
		if !dotted && !p.announced(i, w) || p.is(i+1, clockTime) && it.sep == '.' && w < 0 && p.lang == "en" {
			return node{}, false
		}
		next := i + 1
		if dotted && p.is(next, dotMark) {
			next++
		}
		if year, after, ok := p.year(next); ok && dotted {
			return p.digits(i, after, w, year)
		}
		return p.digits(i, next, w, 0)
	case month:
		j := p.skip(i+1, dotMark, the)
		if p.is(j, count, ordinal) && p.items[j].val <= 31 && !p.is(j+1, unit) {
			return p.civil(it.val, p.items[j].val, j+1, w)
		}
	case count, ordinal:
		if it.val < 1 || it.val > 31 {
			return node{}, false
		}
		j := p.skip(i+1, dotMark)
		if p.is(j, relative) && p.items[j].val < 0 && it.class == ordinal { // "the 5th last day of May"
			return node{next: p.skip(j, relative, unit, weekday, of, month)}, false
		}
		if p.is(j, count) && p.items[j].val <= 12 && j == i+2 && p.is(j+1, dotMark, stop) && p.lang == "de" { // "4. 12. 2026"
			return p.civil(p.items[j].val, it.val, p.skip(j+1, dotMark), w)
		}
		if p.is(j, unit) && p.items[j].val == unitDay && it.class == ordinal {
			j++
		}
		if p.is(j, dashMark) && p.items[j].tight {
			j++ // "30-Nov-2026"
		}
		j = p.skip(j, of, the)
		if p.is(j, month) {
			return p.civil(p.items[j].val, it.val, j+1, w)
		}
		if p.is(j, relative, unit) && p.is(j-1, of, the) {
			if m, ok := p.period(j); ok && m.unit == unitMonth { // "the 20th of next month"
				if p.is(j, unit) && m.From.AddDays(it.val-1).Before(p.today) && !p.past && m.From.Month == p.today.Month {
					m.Range = p.current(unitMonth, 1) // "by the 1st of the month"
				}
				d := m.From.AddDays(it.val - 1)
				return node{Range: Range{d, d}, next: m.next}, !d.After(m.To)
			}
		}
		return p.alone(i, w)
	}
	return node{}, false
}

// announced reports whether a preposition or weekday before digits makes them a
// date: "by 12/4", "Friday 7-6".
func (p *parser) announced(i int, w time.Weekday) bool {
	if w >= 0 {
		return true
	}
	j := i - 1
	for j > i-5 && p.is(j, the, approx) {
		j--
	}
	if p.is(j, commaMark) {
		return p.items[j].sep == ':' || p.items[j].sep == '('
	}
	if p.items[i].sep == '-' {
		return p.is(j, by) && p.lang != "en"
	}
	return j >= 0 && announces(p.items[j].class) || p.is(j, out, back, expiry) ||
		p.lang != "en" && p.is(j, of) || p.is(j, within) && p.lang != "en" || p.is(j, or, and) && p.is(j-1, numbers, numeric)
}

// civil makes a day of a month and day, with the year that may follow.
func (p *parser) civil(m, day, next int, w time.Weekday) (node, bool) {
	year, after, given := p.year(p.skip(next, dotMark))
	if given {
		next = after
	} else if p.is(next, count) && p.items[next].end-p.items[next].start == 2 && p.is(next+1, stop, commaMark, question) || next == len(p.items)-1 && p.is(next, count) {
		if year = 2000 + p.items[next].val; year >= p.today.Year-1 && year <= p.today.Year+5 { // "14 April 27"
			given, next = true, next+1
		}
	}
	n := node{next: p.skipClock(next), yearless: !given}
	d, ok := p.place(time.Month(m), day)
	if given {
		d = rules.NewDate(year, time.Month(m), day)
		ok = d.Day == day
	}
	if ok && w >= 0 && d.Weekday() != w && !given {
		if d = p.otherYear(d, w); d.IsZero() {
			ok = false
		}
	}
	n.Range = Range{d, d}
	return n, ok && (w < 0 || d.Weekday() == w)
}

// otherYear looks for a neighbouring year in which d falls on w.
func (p *parser) otherYear(d rules.Date, w time.Weekday) rules.Date {
	e := rules.NewDate(d.Year+1, d.Month, d.Day)
	if p.past {
		e = rules.NewDate(d.Year-1, d.Month, d.Day)
	}
	if e.Weekday() != w || e.After(p.today.AddDays(330)) || e.Before(p.today.AddDays(-330)) {
		return rules.Date{}
	}
	return e
}

// alone reads a day without a month: "the 14th", "am 4.", "vendredi 14".
func (p *parser) alone(i int, w time.Weekday) (node, bool) {
	it := p.items[i]
	next := i + 1
	marked := it.class == ordinal && it.n[0] > 0
	left := i - 1
	for left > i-5 && p.is(left, the) {
		left--
	}
	announced := w >= 0 || p.is(left, or, within) || left >= 0 && announces(p.items[left].class)
	switch {
	case p.is(next, unit, clockTime, daypart, thing, weekOf, relative) && !(w >= 0 && p.is(next, daypart) && p.items[next].val == beforeHour):
		return node{}, false
	case it.class == count && it.n[0] == 0: // "d'ici une"
		return node{}, false
	case it.class == ordinal && !marked && w < 0: // "the second"
		return node{}, false
	case it.class == count && p.lang == "de":
		if !announced || !p.is(next, dotMark, stop) || p.items[next].sep != '.' || !p.items[next].tight {
			return node{}, false
		}
		next = p.skip(next, dotMark)
	case it.class == count && p.lang == "en":
		return node{}, false
	case it.class == count && (!announced || left == i-1 && w < 0 && !p.joined(i) && !p.is(left, weekOf)):
		return node{}, false
	case marked && !announced && left == i-1:
		return node{}, false
	}
	n := node{next: p.skipClock(next), yearless: true}
	first, step := p.today, 1
	if p.past {
		step = -1
	}
	for m := range 3 { // the month that has such a day, on such a weekday
		d := rules.NewDate(first.Year, first.Month+time.Month(step*m), it.val)
		if d.Day != it.val || step > 0 && d.Before(p.today) || step < 0 && d.After(p.today) || w >= 0 && d.Weekday() != w {
			continue
		}
		n.Range = Range{d, d}
		return n, true
	}
	return n, false
}

// joined reports whether the preposition before a number holds an article, as
// "au" and "del" do.
func (p *parser) joined(i int) bool {
	return p.lang == "fr" && p.is(i-1, by, of, to) || p.lang == "es" && p.is(i-1, of, to, before, after)
}
