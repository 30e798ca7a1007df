package dates

import (
	"time"

	"afterword/rules"
)

// This file is the arithmetic of weeks, months and their parts.

// monday returns the first day of the week in which d lies (ISO 8601).
func monday(d rules.Date) rules.Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// weekendDay reports whether d is a Saturday or Sunday.
func weekendDay(d rules.Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// week returns the working days of the week that begins on the given Monday.
func week(monday rules.Date) Range { return Range{monday, monday.AddDays(4)} }

// weekOfYear returns the working days of the ISO week n of a year, if it has one.
func weekOfYear(year, n int) (Range, bool) {
	first := monday(rules.NewDate(year, 1, 4)) // week 1 holds 4 January
	m := first.AddDays(7 * (n - 1))
	return week(m), n >= 1 && m.Before(monday(rules.NewDate(year+1, 1, 4)))
}

// monthOf returns the days of a month; month 13 is the next year's first.
func monthOf(year int, m time.Month) Range {
	return Range{rules.NewDate(year, m, 1), rules.NewDate(year, m+1, 0)}
}

func quarterOf(year, q int) Range {
	return Range{rules.NewDate(year, time.Month(3*q-2), 1), rules.NewDate(year, time.Month(3*q+1), 0)}
}

func yearOf(year int) Range {
	return Range{rules.Date{Year: year, Month: 1, Day: 1}, rules.Date{Year: year, Month: 12, Day: 31}}
}

// addMonths returns the same day n months later, or the last day of that month
// where it is shorter: 31 January + 1 month is 28 February.
func addMonths(d rules.Date, n int) rules.Date {
	m := monthOf(d.Year, d.Month+time.Month(n))
	return rules.Date{Year: m.To.Year, Month: m.To.Month, Day: min(d.Day, m.To.Day)}
}

// onOrAfter returns the first such weekday that is not before d.
func onOrAfter(d rules.Date, w time.Weekday) rules.Date {
	return d.AddDays((int(w) - int(d.Weekday()) + 7) % 7)
}

// nth returns the nth such weekday of a range, or the last where n is -1.
func nth(r Range, w time.Weekday, n int) (rules.Date, bool) {
	if n < 0 {
		return onOrAfter(r.To.AddDays(-6), w), true
	}
	d := onOrAfter(r.From, w).AddDays(7 * (n - 1))
	return d, n >= 1 && !d.After(r.To)
}

// slice returns a part of a week, month, quarter or year. Thirds are how people
// speak of a month: "early" is up to the 10th, "mid" up to the 20th.
func slice(r Range, u, which int) Range {
	switch which {
	case partWhole:
		return r
	case partFirstHalf, partSecondHalf:
		return half(r, u, which == partSecondHalf)
	}
	switch u {
	case unitWeek:
		r.From = r.To.AddDays(-4) // the Monday, also of a week that is said on a weekend
		switch which {
		case partBegin:
			return Range{r.From, r.From.AddDays(2)}
		case partMiddle:
			return Range{r.From.AddDays(1), r.From.AddDays(3)}
		case partLate, partLater:
			return Range{r.From.AddDays(3), r.From.AddDays(4)}
		}
		return Range{r.From.AddDays(4), r.From.AddDays(4)}
	case unitMonth:
		switch which {
		case partBegin:
			return Range{r.From, r.From.AddDays(9)}
		case partMiddle:
			return Range{r.From.AddDays(9), r.From.AddDays(19)}
		}
		return Range{r.From.AddDays(20), r.To}
	}
	switch which { // quarter and year: the first, the last, the middle month
	case partBegin:
		return monthOf(r.From.Year, r.From.Month)
	case partMiddle:
		middle := (r.From.Month + r.To.Month) / 2
		if u == unitYear {
			return Range{monthOf(r.From.Year, 6).From, monthOf(r.From.Year, 7).To}
		}
		return monthOf(r.From.Year, middle)
	}
	return monthOf(r.To.Year, r.To.Month)
}

func half(r Range, u int, second bool) Range {
	var middle rules.Date // the first day of the second half
	switch u {
	case unitWeek:
		middle = r.From.AddDays(2)
	case unitMonth:
		middle = r.From.AddDays(15)
	case unitQuarter:
		middle = rules.NewDate(r.From.Year, r.From.Month+1, 16)
	default:
		middle = rules.NewDate(r.From.Year, 7, 1)
	}
	if second {
		return Range{middle, r.To}
	}
	if u == unitWeek {
		return Range{r.From, middle}
	}
	return Range{r.From, middle.AddDays(-1)}
}
