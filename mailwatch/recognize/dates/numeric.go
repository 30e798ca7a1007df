package dates

import (
	"strings"
	"time"

	"afterword/rules"
)

// A dayOrder says how a language writes a date in digits.
type dayOrder uint8

const (
	unknownOrder dayOrder = iota
	dayFirst
	monthFirst
)

// orderOf returns the order of day and month in a language and region. English
// without a region, or as Canada writes it, has none.
func orderOf(lang string) dayOrder {
	tag := strings.ToUpper(strings.ReplaceAll(lang, "_", "-"))
	switch {
	case tag == "EN-US" || tag == "EN-PH":
		return monthFirst
	case tag == "" || tag == "EN" || tag == "EN-CA" || tables()[primary(lang)] == nil:
		return unknownOrder
	}
	return dayFirst
}

// hinted returns the order that an unambiguous date elsewhere in the text shows.
func hinted(items []item) dayOrder {
	order := unknownOrder
	for _, it := range items {
		if it.class != numeric && !(it.class == numbers && it.sep == '/') {
			continue
		}
		saw := unknownOrder
		switch {
		case it.n[0] > 12 && it.n[0] <= 31 && it.n[1] <= 12:
			saw = dayFirst
		case it.n[1] > 12 && it.n[1] <= 31 && it.n[0] <= 12:
			saw = monthFirst
		}
		if order != unknownOrder && saw != unknownOrder && saw != order {
			return unknownOrder
		}
		if saw != unknownOrder {
			order = saw
		}
	}
	return order
}

// digits decides which number is the day. year is 0 where none was given.
func (p *parser) digits(i, next int, w time.Weekday, year int) (node, bool) {
	it := p.items[i]
	at := func(m, day int) rules.Date {
		if m < 1 || m > 12 {
			return rules.Date{}
		}
		d, ok := p.place(time.Month(m), day)
		if year > 0 {
			d = rules.NewDate(year, time.Month(m), day)
			ok = int(d.Month) == m && day > 0
		}
		if !ok || w >= 0 && d.Weekday() != w {
			return rules.Date{}
		}
		return d
	}
	monthly, daily := at(it.n[0], it.n[1]), at(it.n[1], it.n[0])
	n := node{next: p.skipClock(next), yearless: year == 0}
	var d rules.Date
	switch order := p.order; {
	case order == dayFirst && (it.n[1] <= 12 || monthly.IsZero()):
		d = daily
	case order == monthFirst && it.sep != '.' && (it.n[0] <= 12 || daily.IsZero()):
		d = monthly
	case monthly.IsZero() || monthly == daily:
		d = daily
	case daily.IsZero():
		d = monthly
	default:
		d = p.likelier(monthly, daily, it.sep)
	}
	n.Range = Range{d, d}
	if d.IsZero() && p.lang == "en" && (it.sep == '-' || it.sep == '.') && year == 0 {
		n.next = 0 // hours, as in "Monday 11-4"
	}
	return n, !d.IsZero()
}

// likelier chooses between two readings of a date by what speaks for each: the
// zone of the message, the dot that only Europe writes, and that one of the two
// lies near while the other is far off. Where they disagree, or nothing speaks,
// there is no answer.
func (p *parser) likelier(monthly, daily rules.Date, sep byte) rules.Date {
	score := 0 // for the month first
	_, offset := p.ref.Zone()
	switch hours := offset / 3600; {
	case sep == '.':
		score--
	case hours <= -4 && hours >= -10:
		score++
	case hours >= 1:
		score--
	}
	near := func(d, e rules.Date) bool {
		if p.past {
			return !d.After(p.today) && d.AddDays(45).After(p.today) && (e.After(p.today) || e.AddDays(90).Before(p.today))
		}
		return !d.Before(p.today) && d.Before(p.today.AddDays(45)) && (e.After(p.today.AddDays(90)) || e.Before(p.today.AddDays(-14)))
	}
	switch {
	case near(monthly, daily):
		score += 1
	case near(daily, monthly):
		score -= 1
	}
	switch {
	case score > 0:
		return monthly
	case score < 0:
		return daily
	}
	return rules.Date{}
}
