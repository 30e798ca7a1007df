package dates

import (
	"time"

	"afterword/rules"
)

// relative reads what begins with "this", "next", "last": "next week", "this
// coming Friday", "last Monday of March", "next January".
func (p *parser) relative(i int) (node, bool) {
	v, j := p.items[i].val, i+1
	for j < i+4 && p.is(j, relative) {
		v, j = p.items[j].val, j+1
	}
	if v == -1 {
		if n, ok := p.inRow(j - 1); ok {
			return n, true
		}
	}
	switch {
	case p.is(j, unit):
		if p.items[j].plural {
			return node{next: j + 1}, false // "the coming weeks"
		}
		return p.relativeUnit(v, p.items[j].val, j+1)
	case p.is(j, weekend):
		return p.weekendAt(v, j+1), true
	case p.is(j, holiday):
		return p.holiday(j)
	case p.is(j, month):
		if n, ok := p.date(j, -1); ok {
			return n, true
		}
		return p.relativeMonth(v, j)
	case p.is(j, weekday):
		w := time.Weekday(p.items[j].val)
		k := p.skip(j+1, commaMark, the, on, dotMark)
		if n, ok := p.date(k, w); ok || n.next > 0 {
			return n, ok
		}
		if p.is(j+1, of, in) {
			if n, ok := p.weekNamed(p.skip(j+1, of, in, the)); ok {
				return p.dayOf(n, w), true
			}
		}
		return p.relativeDay(w, v, j+1)
	}
	return node{}, false
}

// relativeUnit reads "next week [on Tuesday]", "this month", "next business day".
func (p *parser) relativeUnit(v, u, next int) (node, bool) {
	if v == coming {
		v = 1
	}
	switch u {
	case unitHour, unitFortnight:
		return node{}, false
	case unitDay, unitBusinessDay:
		d, _ := p.shift(p.today, v, u)
		return node{Range: Range{d, d}, next: next, past: v < 0}, v <= 1
	case unitWeek:
		if v == 1 && p.is(next, after) && p.is(next+1, relative) {
			return node{}, false
		}
		n := node{Range: p.weekAt(v), next: next, unit: u, past: v < 0}
		j := p.skip(p.skipClock(next), on, commaMark, the, dashMark)
		if p.is(j, weekday) && (!p.items[j].weak || p.trusted(j)) && !p.is(j-1, dashMark) {
			if m, ok := p.date(p.skip(j+1, commaMark, the, dotMark), time.Weekday(p.items[j].val)); ok {
				return m, true
			}
			n.next = j + 1
			return p.dayOf(n, time.Weekday(p.items[j].val)), true
		}
		return n, true
	}
	return node{Range: p.current(u, v), next: next, unit: u, past: v < 0}, true
}

// current returns the week, month, quarter or year that is v after this one.
func (p *parser) current(u, v int) Range {
	switch u {
	case unitWeek:
		return p.weekAt(v)
	case unitMonth:
		return monthOf(p.today.Year, p.today.Month+time.Month(v))
	case unitQuarter:
		first := rules.NewDate(p.today.Year, (p.today.Month-1)/3*3+1+time.Month(3*v), 1)
		return quarterOf(first.Year, (int(first.Month)+2)/3)
	case unitYear:
		return yearOf(p.today.Year + v)
	}
	return Range{p.today, p.today}
}

// relativeMonth reads "next January", "last March".
func (p *parser) relativeMonth(v, i int) (node, bool) {
	m := time.Month(p.items[i].val)
	year := p.today.Year
	switch {
	case v == -1 && m >= p.today.Month:
		year--
	case v > 0 && m <= p.today.Month:
		year++
	}
	return node{Range: monthOf(year, m), next: i + 1, unit: unitMonth, past: v < 0}, true
}

// weekendAt returns the Saturday and Sunday of the week v after this one.
func (p *parser) weekendAt(v, next int) node {
	if v == coming {
		v = 0
	}
	m := monday(p.today).AddDays(7 * v)
	return node{Range: Range{m.AddDays(5), m.AddDays(6)}, next: next, past: v < 0}
}

// postfixed reads a unit whose "next" follows it: "semaine prochaine", "mes que
// viene", "week after next".
func (p *parser) postfixed(i int) (node, bool) {
	u, j := p.items[i].val, i+1
	v, next := 0, 0
	if p.items[i].plural {
		return node{}, false
	}
	if u == unitWeek && p.is(j, count) && !p.is(j+1, unit, of) && (p.lang != "en" && p.lang != "de" || p.items[j].val > 9) {
		return p.weekNumber(j) // "en semaine 48"
	}
	switch {
	case p.is(j, after) && p.is(j+1, relative) && p.items[j+1].val > 0:
		v, next = 2, j+2
	case p.is(j, relative) && p.lang != "en" && p.lang != "de":
		v, next = p.items[j].val, j+1
	default:
		return node{}, false
	}
	return p.relativeUnit(v, u, next)
}

// period reads a week, month, quarter or year.
func (p *parser) period(i int) (node, bool) {
	if i >= len(p.items) || p.items[i].weak && !p.trusted(i) {
		return node{}, false
	}
	it := p.items[i]
	switch it.class {
	case month:
		return p.month(i)
	case relative:
		j := p.skip(i, relative)
		if p.is(j, unit, month) {
			return p.relative(i)
		}
	case unit:
		if n, ok := p.postfixed(i); ok {
			return n, true
		}
		if k := p.skip(i+1, of); it.val == unitMonth && k > i+1 && p.is(k, month) { // "mes de diciembre"
			return p.month(k)
		}
		if it.val == unitYear {
			if year, next, ok := p.year(i + 1); ok {
				return node{Range: yearOf(year), next: next, unit: unitYear}, true
			}
		}
		if it.plural {
			break
		}
		switch it.val {
		case unitWeek, unitMonth, unitQuarter, unitYear: // "the end of the month"
			return node{Range: p.current(it.val, 0), next: i + 1, unit: it.val}, true
		}
	case weekOf:
		return p.weekHolding(i + 1)
	case weekNo:
		return p.weekNumber(i + 1)
	case quarterNo:
		if it.val > 0 {
			return p.quarter(it.val, i+1)
		}
		if p.is(i+1, count) && p.items[i+1].tight && p.items[i+1].val >= 1 && p.items[i+1].val <= 4 {
			return p.quarter(p.items[i+1].val, i+2)
		}
	case ordinal:
		if n, ok := p.inRow(i); ok && n.unit != unitDay {
			return n, true
		}
	case count:
		if k := p.skip(i+1, dotMark); p.is(k, weekNo) { // "in der 49. KW"
			n, ok := p.weekNumber(i)
			n.next = k + 1
			return n, ok
		}
		if it.val >= 1900 && it.val < 2200 {
			return node{Range: yearOf(it.val), next: i + 1, unit: unitYear}, true
		}
	}
	return node{}, false
}

// month reads a month without a day, with a year or without.
func (p *parser) month(i int) (node, bool) {
	m := time.Month(p.items[i].val)
	next := p.skip(i+1, dotMark)
	year, next, given := p.year(next)
	if !given {
		next = i + 1
		year = p.today.Year
		switch {
		case p.past && m > p.today.Month:
			year--
		case !p.past && m < p.today.Month:
			year++
		}
	}
	return node{Range: monthOf(year, m), next: next, unit: unitMonth, yearless: !given}, true
}

// weekHolding reads the day whose week is meant: "the week of the 14th".
func (p *parser) weekHolding(i int) (node, bool) {
	i = p.skip(i, of, the, on, from)
	n, ok := p.days(i)
	if ok {
		return n, true // "Woche vom 14. bis 18. Dezember"
	}
	if p.is(i, weekday) {
		n, ok = p.weekday(i)
	} else if p.is(i, holiday) {
		n, ok = p.holiday(i)
	} else {
		n, ok = p.date(i, -1)
	}
	n.Range, n.unit, n.bare = week(monday(n.From)), unitWeek, false
	return n, ok
}

// weekNumber reads the number of an ISO week: "KW 48", "semaine 3".
func (p *parser) weekNumber(i int) (node, bool) {
	i = p.skip(i, dotMark)
	if p.is(i, numbers) && p.items[i].sep == '/' && p.items[i].n[1] > 2000 {
		r, ok := weekOfYear(p.items[i].n[1], p.items[i].n[0])
		return node{Range: r, next: i + 1, unit: unitWeek}, ok
	}
	if !p.is(i, count) {
		return node{}, false
	}
	number := p.items[i].val
	if year, next, ok := p.year(p.skip(i+1, dashMark)); ok {
		r, ok := weekOfYear(year, number)
		return node{Range: r, next: next, unit: unitWeek}, ok
	}
	r, ok := weekOfYear(p.today.Year, number)
	if !ok || r.To.AddDays(remembered).Before(p.today) && !p.past {
		r, ok = weekOfYear(p.today.Year+1, number)
	}
	return node{Range: r, next: i + 1, unit: unitWeek, yearless: true}, ok
}

// quarter returns a quarter, with the year that may follow.
func (p *parser) quarter(q, next int) (node, bool) {
	year, next, given := p.year(next)
	if !given {
		year = p.today.Year
		if !p.past && quarterOf(year, q).To.Before(p.today) {
			year++
		}
	}
	return node{Range: quarterOf(year, q), next: next, unit: unitQuarter, yearless: !given}, true
}
