package dates

import (
	"time"

	"afterword/rules"
)

// This file steps from one day to another.

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
	return !weekendDay(d)
}

// weekAt returns the working days of the week n weeks from this one. On a weekend
// "the end of this week" lies in the one that comes.
func (p *parser) weekAt(n int) Range {
	r := week(monday(p.today).AddDays(7 * n))
	if n == 0 && r.To.Before(p.today) {
		return Range{p.today, r.To.AddDays(7)}
	}
	return r
}
