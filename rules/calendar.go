package rules

import (
	"fmt"
	"sync"
	"time"
)

// A Calendar knows which days are business days and which hours are business
// hours, in one time zone. It is safe for use by several goroutines.
type Calendar struct {
	zone       *time.Location
	weekend    [7]bool
	open, shut time.Duration // since midnight
	country    holidays
	closed     map[Date]bool // days the user closed
	worked     map[Date]bool // holidays on which the user says that work goes on
	years      sync.Map      // int → map[Date]string
}

// CalendarOptions says what kind of calendar to make. The zero value of each
// field is the default.
type CalendarOptions struct {
	Zone     *time.Location // default UTC
	Holidays string         // country, or country and region: "US", "DE-BY"; "" or "none" for no holidays
	Weekend  []time.Weekday // default Saturday and Sunday
	Open     time.Duration  // start of business since midnight; default 9 h
	Shut     time.Duration  // end of business since midnight; default 17 h
	Closed   []Date         // days that are no business days besides the holidays
	Worked   []Date         // holidays of the country that are business days here
}

// NewCalendar returns a calendar, or an error that names what is wrong with opt.
func NewCalendar(opt CalendarOptions) (*Calendar, error) {
	c := &Calendar{zone: opt.Zone, open: opt.Open, shut: opt.Shut, closed: map[Date]bool{}, worked: map[Date]bool{}}
	if c.zone == nil {
		c.zone = time.UTC
	}
	if c.open == 0 && c.shut == 0 {
		c.open, c.shut = 9*time.Hour, 17*time.Hour
	}
	if c.open < 0 || c.shut <= c.open || c.shut > 24*time.Hour {
		return nil, fmt.Errorf("business hours from %v to %v: the end must come after the start, on the same day", c.open, c.shut)
	}
	weekend := opt.Weekend
	if weekend == nil {
		weekend = []time.Weekday{time.Saturday, time.Sunday}
	}
	for _, w := range weekend {
		c.weekend[w] = true
	}
	if c.weekend == [7]bool{true, true, true, true, true, true, true} {
		return nil, fmt.Errorf("every day of the week is weekend: leave at least one business day")
	}
	var err error
	if c.country, err = holidaysOf(opt.Holidays); err != nil {
		return nil, err
	}
	for _, d := range opt.Closed {
		c.closed[d] = true
	}
	for _, d := range opt.Worked {
		c.worked[d] = true
	}
	return c, nil
}

// Zone returns the time zone in which the calendar reckons.
func (c *Calendar) Zone() *time.Location { return c.zone }

// Date returns the date that clocks in the calendar's zone show at t.
func (c *Calendar) Date(t time.Time) Date { return DateOf(t.In(c.zone)) }

// BusinessDay reports whether d is neither weekend nor holiday nor closed.
func (c *Calendar) BusinessDay(d Date) bool {
	if c.weekend[d.Weekday()] || c.closed[d] {
		return false
	}
	return c.worked[d] || c.Holiday(d) == ""
}

// Holiday returns the name of the public holiday observed on d, or "".
func (c *Calendar) Holiday(d Date) string {
	if c.country == nil {
		return ""
	}
	year, ok := c.years.Load(d.Year)
	if !ok {
		year, _ = c.years.LoadOrStore(d.Year, c.country.in(d.Year))
	}
	return year.(map[Date]string)[d]
}

// farthest bounds the search for a business day: the user's own list of closed
// days may cover years, but not this many.
const farthest = 3660

// Add returns d + n business days: it steps forward one calendar day at a time
// and counts only business days. d itself never counts. With n = 0 it is d.
func (c *Calendar) Add(d Date, n int) Date {
	for i := 0; n > 0 && i < farthest; i++ {
		d = d.AddDays(1)
		if c.BusinessDay(d) {
			n--
		}
	}
	return d
}

// OnOrAfter returns the first business day that is not before d.
func (c *Calendar) OnOrAfter(d Date) Date { return c.Add(d.AddDays(-1), 1) }

// Between counts the business days after d up to and including e.
func (c *Calendar) Between(d, e Date) int {
	n := 0
	for i := 0; d.Before(e) && i < farthest; i++ {
		d = d.AddDays(1)
		if c.BusinessDay(d) {
			n++
		}
	}
	return n
}

// Opening returns the start of business on d.
func (c *Calendar) Opening(d Date) time.Time { return d.At(c.open, c.zone) }

// Closing returns the end of business on d.
func (c *Calendar) Closing(d Date) time.Time { return d.At(c.shut, c.zone) }

// AddHours returns t + n business hours, by a clock that runs through all 24
// hours of a business day and stands still on other days. It reads the clock on
// the wall: a daylight-saving change neither loses nor adds a day.
func (c *Calendar) AddHours(t time.Time, n int) time.Time {
	const day = 24 * time.Hour
	t = t.In(c.zone)
	d, at := DateOf(t), sinceMidnightOf(t)
	if !c.BusinessDay(d) {
		d, at = c.Add(d, 1), 0
	}
	left := time.Duration(n) * time.Hour
	for left > day-at {
		left -= day - at
		d, at = c.Add(d, 1), 0
	}
	if at += left; at == day {
		return d.AddDays(1).In(c.zone)
	}
	return d.At(at, c.zone)
}
