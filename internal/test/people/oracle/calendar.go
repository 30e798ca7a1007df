package oracle

import "time"

// A Day counts the days since Thursday, 1 January 1970. Zero is no day.
type Day int

// DayOf returns the day that clocks in zone show at t.
func DayOf(t time.Time, zone *time.Location) Day {
	y, m, d := t.In(zone).Date()
	return OnDay(y, m, d)
}

// OnDay returns the day of a date.
func OnDay(y int, m time.Month, d int) Day {
	return Day(time.Date(y, m, d, 12, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d Day) noon() time.Time { return time.Unix(int64(d)*86400+43200, 0).UTC() }

// weekday is 0 on Sunday.
func (d Day) weekday() int { return (int(d)%7 + 4) % 7 }

// Format writes the day as time.Format would.
func (d Day) Format(layout string) string { return d.noon().Format(layout) }

// String is the day as 2026-11-20.
func (d Day) String() string { return d.Format(time.DateOnly) }

// at is the instant at which clocks in zone show the hour. No zone of the model
// changes its clocks at such an hour.
func (d Day) at(hour int, zone *time.Location) time.Time {
	n := d.noon()
	return time.Date(n.Year(), n.Month(), n.Day(), hour, 0, 0, 0, zone)
}

// A Calendar reckons business time as the documents of the program define it, with
// the defaults: Saturday and Sunday off, nine to five.
type Calendar struct {
	Zone *time.Location
	US   bool // with the public holidays of the United States
}

// Business reports whether people work on a day.
func (c Calendar) Business(d Day) bool {
	if w := d.weekday(); w == 0 || w == 6 {
		return false
	}
	return !c.US || !usHoliday(d)
}

// Plus is d + n business days: d itself never counts.
func (c Calendar) Plus(d Day, n int) Day {
	for n > 0 {
		if d++; c.Business(d) {
			n--
		}
	}
	return d
}

// OnOrAfter is the first business day that is not before d.
func (c Calendar) OnOrAfter(d Day) Day { return c.Plus(d-1, 1) }

// Opening and Closing are the start and the end of business on a day.
func (c Calendar) Opening(d Day) time.Time { return d.at(9, c.Zone) }

// Closing is the end of business on a day.
func (c Calendar) Closing(d Day) time.Time { return d.at(17, c.Zone) }

// Day returns the day that the calendar's clocks show at t.
func (c Calendar) Day(t time.Time) Day { return DayOf(t, c.Zone) }

// DayAfter is t + 24 business hours, by a clock that stands still on other days: the
// same time of the next business day, and from a day off the end of the first one.
func (c Calendar) DayAfter(t time.Time) time.Time {
	d := c.Day(t)
	if !c.Business(d) {
		return (c.Plus(d, 1) + 1).at(0, c.Zone)
	}
	h, m, s := t.In(c.Zone).Clock()
	n := c.Plus(d, 1).noon()
	return time.Date(n.Year(), n.Month(), n.Day(), h, m, s, t.Nanosecond(), c.Zone)
}

// usHoliday knows the federal holidays and the days that stand in for them.
func usHoliday(d Day) bool {
	n := d.noon()
	y, m, day, w := n.Year(), n.Month(), n.Day(), d.weekday()
	switch {
	case m == time.January && w == 1 && (day-1)/7 == 2, // King
		m == time.February && w == 1 && (day-1)/7 == 2, // Washington
		m == time.May && w == 1 && day+7 > 31,          // Memorial
		m == time.September && w == 1 && day <= 7,      // Labor
		m == time.October && w == 1 && (day-1)/7 == 1,  // Columbus
		m == time.November && w == 4 && (day-1)/7 == 3: // Thanksgiving
		return true
	}
	for _, fixed := range []Day{OnDay(y, time.January, 1), OnDay(y+1, time.January, 1), OnDay(y, time.June, 19),
		OnDay(y, time.July, 4), OnDay(y, time.November, 11), OnDay(y, time.December, 25)} {
		switch fixed.weekday() {
		case 6:
			fixed--
		case 0:
			fixed++
		}
		if d == fixed {
			return true
		}
	}
	return false
}
