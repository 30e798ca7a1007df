package dates

import (
	"time"

	"afterword/rules"
)

// This file reads what stands beside a day and changes which one it is: a time of
// day, or the weeks that are counted from it.

// later reports whether a time of day that is still to come stands beside the weekday
// at i, or in it: "by 5pm Friday", "Freitagnachmittag", said on a Friday morning, are today.
func (p *parser) later(i int) bool {
	if p.items[i].parted {
		return true
	}
	now := 60*p.ref.Hour() + p.ref.Minute()
	for j := i + 1; j < i+6 && p.is(j, daypart, clockTime, count, numbers, unit, on, in, by, before, of, the); j++ {
		if m, ok := p.timeOfDay(j); ok {
			return m > now
		}
	}
	for j := i - 1; j > i-4 && p.is(j, on, the, of, daypart, clockTime); j-- {
		if m, ok := p.timeOfDay(j); ok {
			return m > now
		}
	}
	return false
}

// timeOfDay returns the minute of the day that is named at i: "5pm", "17 Uhr", "17.00
// uur". A part of the day is as late as it gets.
func (p *parser) timeOfDay(i int) (minute int, ok bool) {
	hours := p.is(i+1, daypart) || p.is(i+1, unit) && p.items[i+1].val == unitHour
	switch it := p.items[i]; {
	case it.class == clockTime:
		return it.val, true
	case it.class == count && hours:
		return 60 * it.val, true
	case it.class == numbers && it.sep == '.' && hours:
		return 60*it.n[0] + it.n[1], true
	case it.class == daypart:
		return 24 * 60, true
	}
	return 0, false
}

// weeksOn reads the span that stands after a day and is counted from it: "Montag in
// zwei Wochen", "vrijdag over een week", "lundi en huit". Eight days are a week and
// fifteen are two, with both ends counted.
func (p *parser) weeksOn(d rules.Date, i int) (node, bool) {
	j := p.skipClock(i)
	if !p.is(j, in) || p.past {
		return node{}, false
	}
	n, _, ok := p.length(j + 1)
	if !ok && p.is(j+1, count) && (p.lang == "fr" || p.lang == "es") {
		n, ok = length{n: [2]int{p.items[j+1].val, p.items[j+1].val}, next: j + 2}, true
	}
	days := n.weeks()
	if !ok || days == 0 {
		return node{}, false
	}
	d = d.AddDays(days)
	return node{Range: Range{d, d}, next: p.skipClock(n.next)}, true
}

// weeks returns how many days the whole weeks of a length are, 0 where it is none.
func (d length) weeks() int {
	n := d.n[0]
	switch {
	case n != d.n[1]:
	case d.unit == unitWeek:
		return 7 * n
	case d.unit == unitFortnight:
		return 14 * n
	case d.unit == unitDay && (n == 7 || n == 8):
		return 7
	case d.unit == unitDay && (n == 14 || n == 15):
		return 14
	}
	return 0
}

// weekOn reads the day that stands after whole weeks at i and from which they are
// counted in English: "a week on Friday", "two weeks today".
func (p *parser) weekOn(i int) (node, bool) {
	d, _, ok := p.length(i)
	days := d.weeks()
	if !ok || days == 0 || p.lang != "en" || p.past {
		return node{}, false
	}
	j := d.next
	if p.is(j, on) && p.is(j+1, weekday) {
		j++
	}
	var day rules.Date
	switch {
	case p.is(j, weekday):
		day = p.coming(time.Weekday(p.items[j].val))
	case p.is(j, anchor) && p.items[j].val >= 0 && p.items[j].val < thisMoment && j == d.next:
		day = p.today.AddDays(p.items[j].val)
	default:
		return node{}, false
	}
	day = day.AddDays(days)
	return node{Range: Range{day, day}, next: p.skipClock(j + 1)}, true
}
