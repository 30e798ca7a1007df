package dates

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
	case p.is(j, unit) && p.is(j-1, relative) && p.is(j+1, or) && p.is(j+2, count) && !p.is(j+3, unit, month): // "the next week or two"
		return length{n: [2]int{1, min(p.items[j+2].val, most/3)}, unit: p.items[j].val, next: j + 3}, false, true
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
	if p.is(d.next, or) && p.is(d.next+1, count) && !p.is(d.next+2, unit, month) && p.items[d.next+1].val > d.n[1] { // "a week or two"
		d.n[1] = min(p.items[d.next+1].val, most)
		d.next += 2
	}
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

// lastOf reports whether one of the items names the past: "in the last two weeks".
func (p *parser) lastOf(i, j int) bool {
	for ; i < j; i++ {
		if p.is(i, relative) && p.items[i].val < 0 {
			return true
		}
	}
	return false
}

// counted reads what begins with a duration: "the next two weeks", "two weeks
// ago", "ten days from Monday", "three days after Easter". A node with next but
// without success names items that are no date.
func (p *parser) counted(i int) (node, bool) {
	j := p.skip(i, the, relative, approx)
	if p.is(j, vague) {
		return node{next: j + 1}, false
	}
	n, following, ok := p.duration(j)
	if !ok {
		return node{}, false
	}
	sign := 0
	switch {
	case p.is(n.next, ago):
		return node{Range: p.back(j), next: n.next + 1, past: true}, true
	case p.lastOf(i, j):
		return node{Range: p.back(j), next: n.next, past: true}, true
	case p.is(n.next, from, after, of):
		sign = 1
	case p.is(n.next, before):
		sign = -1
	}
	if sign != 0 {
		m, ok := p.core(p.skip(n.next+1, the, on, approx))
		if !ok {
			return node{next: n.next}, false
		}
		base := m.To
		if m.From == p.today {
			base = p.today
		}
		number, u := p.measure(j)
		to, ok := p.shift(base, sign*number[1], u)
		from, _ := p.shift(base, sign*number[0], u)
		if sign < 0 {
			from, to = to, from
		}
		return node{Range: Range{from, to}, next: m.next}, ok
	}
	if m, ok := p.weekOn(j); ok {
		return m, true
	}
	if p.is(i-1, request, expiry) && n.unit != unitYear && n.unit != unitHour { // "you have five days to accept"
		return p.until(n), true
	}
	if (j > i && p.is(j-1, relative) || following) && p.ahead(i, j) {
		return p.until(n), true
	}
	if n.next > j {
		return node{next: n.next}, false // a duration: "a 30 minute call"
	}
	return node{}, false
}

// ahead reports whether the items hold a "next", or none that is relative.
func (p *parser) ahead(i, j int) bool {
	for ; i < j; i++ {
		if p.is(i, relative) && p.items[i].val < 1 {
			return false
		}
	}
	return true
}
