package config

import (
	"cmp"
	"time"

	"afterword/rules"
)

// Calendar returns the calendar in which an application of the account is
// reckoned. zone (IANA name) and holidays (country or region, "none") are the
// application's own; "" takes the account's, then those of the whole config, and
// for the zone the system's.
func (c *Config) Calendar(a Account, zone, holidays string) (*rules.Calendar, error) {
	loc, err := Zone(cmp.Or(zone, a.Zone))
	if err != nil {
		return nil, err
	}
	weekend := make([]time.Weekday, len(c.Business.Weekend)) // empty: nobody rests
	for i, w := range c.Business.Weekend {
		weekend[i] = time.Weekday(w)
	}
	return rules.NewCalendar(rules.CalendarOptions{
		Zone:     loc,
		Holidays: cmp.Or(holidays, a.Holidays, c.Business.Holidays),
		Weekend:  weekend,
		Open:     time.Duration(c.Business.Start),
		Shut:     time.Duration(c.Business.End),
		Closed:   c.Business.ClosedDays,
		Worked:   c.Business.WorkedDays,
	})
}

// Zone looks a time zone up by its IANA name; "" is the system's.
func Zone(name string) (*time.Location, error) {
	if name == "" {
		return time.Local, nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, rules.Mistaken("%q is no time zone: write it as Europe/Berlin or America/New_York", name)
	}
	return loc, nil
}
