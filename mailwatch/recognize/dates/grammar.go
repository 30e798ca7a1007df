package dates

import (
	"time"

	"afterword/rules"
)

// A parser reads items. Each rule is a method that takes the index of the item at
// which it begins and answers with a node, or with false and no effect.
type parser struct {
	items []item
	lang  string // primary language
	order dayOrder
	ref   time.Time
	today rules.Date
	cal   *rules.Calendar
	past  bool // what is read lies in the past
}

// A node is what a rule read.
type node struct {
	Range
	next     int        // the item after it
	unit     int        // how long it is: a unitX
	first    rules.Date // From before a preposition moved it; zero if none did
	bare     bool       // a weekday without a date or week: "Monday"
	yearless bool       // its year was inferred
	end      bool       // it is itself an end: "the end of May"
	clock    bool       // today, at a time that is to come
	deadline bool
	span     bool
	past     bool
}

func newParser(items []item, lang string, ref time.Time, cal *rules.Calendar) *parser {
	p := &parser{items: items, lang: primary(lang), ref: ref, today: rules.DateOf(ref), cal: cal}
	if tables()[p.lang] == nil {
		p.lang = "en"
	}
	if p.order = orderOf(lang); p.order == unknownOrder {
		p.order = hinted(items)
	}
	return p
}

func (p *parser) is(i int, classes ...class) bool {
	if i < 0 || i >= len(p.items) {
		return false
	}
	for _, c := range classes {
		if p.items[i].class == c {
			return true
		}
	}
	return false
}

// skip passes over the items of the given classes, but not over endless rows of
// them: the reading must take time in proportion to the text.
func (p *parser) skip(i int, classes ...class) int {
	for end := i + 5; i < end && p.is(i, classes...); {
		i++
	}
	return i
}

// expression reads a day or period with the preposition before it.
func (p *parser) expression(i int) (node, bool) {
	switch p.items[i].class {
	case each:
		return node{next: p.skip(i+1, the, relative, ordinal, weekday, unit, and, or, weekend, holiday)}, false
	case by, within:
		return p.deadline(i)
	case earliest:
		n, _ := p.core(p.skip(i+1, before, of, the, on))
		return node{next: n.next}, false
	case before:
		return p.before(i)
	case after:
		return p.after(i)
	case since:
		defer func(was bool) { p.past = was }(p.past)
		p.past = true
		n, ok := p.core(i + 1)
		n.past = true
		return n, ok
	case in:
		return p.in(i)
	case takes:
		if n, _, ok := p.duration(p.skip(i+1, the, approx, relative)); ok {
			return p.until(n), true
		}
		return node{}, false
	case ago: // "il y a deux semaines", "hace dos semanas"
		j := p.skip(i+1, approx)
		n, _, ok := p.duration(j)
		return node{next: n.next, past: true, Range: p.back(j)}, ok
	case count, numbers, relative, the, vague:
		if n, ok := p.counted(i); ok || n.next > 0 {
			return n, ok
		}
	}
	return p.core(i)
}

// deadline reads "by Friday", "until the 14th", "within ten days".
func (p *parser) deadline(i int) (node, bool) {
	inner := p.items[i].class == within
	was := p.past
	p.past = false
	defer func() { p.past = was }()
	j := p.skip(i+1, by, on, the, approx, from, of)
	if n, _, ok := p.duration(j); ok {
		return p.promisedFrom(j, n)
	}
	j = p.skipClock(j)
	if k := p.skip(j, in, relative, the, approx, on); inner || k > j {
		if n, _, ok := p.duration(k); ok {
			return p.promisedFrom(k, n)
		}
		// "within the next week" is seven days, "within this week" is not.
		if p.is(k-1, relative) && p.items[k-1].val == 1 && p.is(k, unit) && inner && !p.items[k].plural {
			if r, ok := p.shift(p.today, 1, p.items[k].val); ok {
				return node{Range: Range{p.today, r}, next: k + 1, deadline: true}, true
			}
		}
	}
	n, ok := p.expressionAfter(p.skip(j, on, in, the, approx, within))
	if !ok && inner && p.is(j, unit) && !p.items[j].plural { // "within the week", "sous quinzaine"
		n = node{Range: p.current(p.items[j].val, 0), next: j + 1}
		if p.lang != "en" {
			n.To, _ = p.shift(p.today, 1, p.items[j].val)
		}
		ok = n.To.After(p.today)
	}
	if !ok {
		return node{}, false
	}
	n.deadline, n.first = true, n.From
	if !n.To.Before(p.today) {
		n.From = p.today
	}
	return n, true
}

// expressionAfter reads what follows a preposition: a day, a period, or a day
// reckoned from another ("two days after Easter").
func (p *parser) expressionAfter(i int) (node, bool) {
	if p.is(i, count, numbers) {
		if n, ok := p.counted(i); ok {
			return n, true
		}
	}
	return p.core(i)
}

// promisedFrom bounds the days to come by the duration n at i, unless it runs from
// a day that is not known: "within two weeks of your interview".
func (p *parser) promisedFrom(i int, n node) (node, bool) {
	if !p.is(n.next, from, after) && !(p.lang == "en" && p.is(n.next, of)) {
		return p.until(n), true
	}
	j := p.skip(n.next+1, the, of)
	if p.is(j, receipt) || p.is(j, relative) && p.items[j].val == 0 {
		return p.until(n), true
	}
	m, ok := p.counted(i)
	if !ok {
		return node{next: n.next}, false
	}
	return p.until(m), true
}

// until turns a duration into the days from today to its end.
func (p *parser) until(n node) node {
	n.From, n.deadline = p.today, true
	return n
}

// back reckons the duration at i into the past.
func (p *parser) back(i int) Range {
	n, u := p.measure(i)
	from, _ := p.shift(p.today, -n[1], u)
	to, _ := p.shift(p.today, -n[0], u)
	return Range{from, to}
}

// before reads "before Christmas", which ends on the day before, and "before the
// end of May", which does not. "vor zwei Wochen" is two weeks ago.
func (p *parser) before(i int) (node, bool) {
	j := p.skip(i+1, the, approx, of, on)
	if n, _, ok := p.duration(j); ok && !p.is(n.next, before, after) {
		return node{Range: p.back(j), next: n.next, past: true}, p.lang == "de"
	}
	was := p.past
	p.past = false
	k := p.skipClock(j)
	n, ok := p.expressionAfter(k)
	p.past = was
	if !ok {
		return n, false
	}
	to := n.From.AddDays(-1)
	if n.end || k > j || p.is(n.next-1, clockTime, daypart) { // "before 5pm on Friday" is on Friday
		to = n.To
	}
	n.Range = Range{to, to}
	if !to.Before(p.today) {
		n.From = p.today
	}
	n.deadline = true
	return n, true
}

// after reads "after Thanksgiving": the seven days that follow. "after the end of
// May" follows the end.
func (p *parser) after(i int) (node, bool) {
	if n, _, ok := p.duration(p.skip(i+1, the, approx)); ok {
		return node{next: n.next}, false // from when on?
	}
	n, ok := p.core(p.skip(i+1, the, approx, of, on))
	if !ok {
		return n, false
	}
	if n.unit == unitWeek {
		n.To = n.From.AddDays(6) // the weekend belongs to the week
	}
	n.Range = Range{n.To.AddDays(1), n.To.AddDays(7)}
	n.deadline = false
	return n, true
}

// in reads "in two weeks", "in the next 5 days", "in January".
func (p *parser) in(i int) (node, bool) {
	j := p.skip(i+1, approx)
	k := p.skip(j, the, relative, approx)
	if p.is(k, vague) {
		return node{next: k + 1}, false
	}
	n, following, ok := p.duration(k)
	switch {
	case ok && p.is(n.next, before, after, from) && k == j:
		if m, ok := p.counted(k); ok {
			return m, true
		}
	case ok && p.lastOf(j, k):
		return node{Range: p.back(k), next: n.next, past: true}, true
	}
	if ok && (k > j || following) {
		return p.until(n), true
	}
	if ok {
		return n, true
	}
	if p.is(k, holiday) && p.items[k].val == newYear {
		return node{next: k + 1}, false // "in the new year": when?
	}
	if p.lang == "fr" && p.is(k-1, the) && p.is(k, unit) && p.items[k].val == unitWeek && !p.items[k].plural { // "dans la semaine"
		r := p.weekAt(0)
		return node{Range: Range{p.today, r.To}, next: k + 1, deadline: true, unit: unitWeek}, true
	}
	if p.lang == "en" && p.is(k-1, relative) && p.is(k-2, the) && p.items[k-1].val == 1 && p.is(k, unit) && !p.items[k].plural {
		if to, ok := p.shift(p.today, 1, p.items[k].val); ok { // "in the next week"
			return node{Range: Range{p.today, to}, next: k + 1, deadline: true}, true
		}
	}
	return p.core(i + 1)
}
