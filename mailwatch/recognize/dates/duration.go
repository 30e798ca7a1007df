package dates

import (
	"time"

	"afterword/rules"
)

// measure reads the number and unit of a duration: the least and the most.
func (p *parser) measure(i int) (n [2]int, u int) {
	d, _, _ := p.length(i)
	return d.n, d.unit
}

// A length is a duration before it is reckoned from a day.
type length struct {
	n    [2]int
	unit int
	next int
}

// most is the longest that is taken for a promise, in any unit.
const most = 366

// length reads "5-7 business days", "a couple of weeks", "two or three months".
// following is true where the words say that it runs from now ("les 10 prochains
// jours").
func (p *parser) length(i int) (d length, following, ok bool) {
	j := p.skip(i, approx)
	switch {
	case p.is(j, count):
		d.n = [2]int{p.items[j].val, p.items[j].val}
		j++
		k := p.skip(j, dashMark, to, or, and, by)
		if k == j+1 && p.is(k, count) && p.items[k].val > d.n[0] {
			d.n[1], j = p.items[k].val, k+1
		}
	case p.is(j, numbers) && p.items[j].sep == '-' && p.items[j].n[0] < p.items[j].n[1]:
		d.n = [2]int{p.items[j].n[0], p.items[j].n[1]}
		j++
	case p.is(j, clockTime) && p.items[j].sep == 0 && p.items[j].n[0] >= 24: // "48h"
		h := p.items[j].n[0]
		return length{n: [2]int{h, h}, unit: unitHour, next: j + 1}, false, h <= most
	case p.is(j, unit) && p.is(j-1, takes) && !p.items[j].plural: // "another week"
		return length{n: [2]int{1, 1}, unit: p.items[j].val, next: j + 1}, false, true
	default:
		return d, false, false
	}
	j = p.skip(j, approx) // "two more weeks"
	// "sixteen (16) days", "two full weeks", "10 weitere Tage", "10 prochains jours"
	if p.is(j, commaMark) && p.items[j].sep == '(' && p.is(j+1, count) && p.is(j+2, commaMark) {
		j += 3
	}
	if p.is(j, relative) && p.items[j].val > 0 {
		following = true
		j++
	}
	if p.is(j, dashMark) && p.items[j].tight {
		j++ // "a 5-day wait"
	}
	if !p.is(j, unit) || d.n[0] < 0 || d.n[1] > most || p.items[j].val == unitBusinessDay && d.n[1] > most/3 {
		return d, false, false
	}
	d.unit = p.items[j].val
	d.next = j + 1
	if p.is(d.next, relative) && p.items[d.next].val > 0 && p.lang != "en" {
		following = true
		d.next++
	}
	return d, following, true
}

// duration reads a length of time and reckons it from today: From after the
// least, To after the most.
func (p *parser) duration(i int) (n node, following, ok bool) {
	d, following, ok := p.length(i)
	if !ok {
		return node{}, false, false
	}
	from, ok1 := p.shift(p.today, d.n[0], d.unit)
	to, ok2 := p.shift(p.today, d.n[1], d.unit)
	return node{Range: Range{from, to}, next: d.next, unit: d.unit}, following, ok1 && ok2
}

// shift returns the day n units after d, or before it where n is negative. Hours
// count from the message's own time.
func (p *parser) shift(d rules.Date, n, u int) (rules.Date, bool) {
	switch u {
	case unitDay:
		return d.AddDays(n), true
	case unitBusinessDay:
		return p.businessDays(d, n), true
	case unitWeek:
		return d.AddDays(7 * n), true
	case unitFortnight:
		return d.AddDays(14 * n), true
	case unitMonth:
		return addMonths(d, n), true
	case unitQuarter:
		return addMonths(d, 3*n), true
	case unitYear:
		return addMonths(d, 12*n), true
	case unitHour:
		if d != p.today || -12 < n && n < 12 {
			return d, false // a time of day, not a day
		}
		return rules.DateOf(p.ref.Add(time.Duration(n) * time.Hour)), true
	}
	return d, false
}

// businessDays steps n business days from d; d itself never counts.
func (p *parser) businessDays(d rules.Date, n int) rules.Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for left := 10 * (n + 10); n > 0 && left > 0; left-- {
		d = d.AddDays(step)
		if p.businessDay(d) {
			n--
		}
	}
	return d
}

// businessDay reports whether people work on d.
func (p *parser) businessDay(d rules.Date) bool {
	if p.cal != nil {
		return p.cal.BusinessDay(d)
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// weekAt returns the working days of the week n weeks from this one. On a weekend
// "this week" is already the one that comes.
func (p *parser) weekAt(n int) Range {
	r := week(monday(p.today).AddDays(7 * n))
	if n == 0 && r.To.Before(p.today) {
		return Range{p.today, r.To.AddDays(7)}
	}
	return r
}
