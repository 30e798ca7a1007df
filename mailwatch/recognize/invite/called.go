package invite

import "time"

// Zone finds the zone that people mean by a name, with the database's name of it:
// "ET", "Central European Time", "GMT+1". nil where the name means none; the name is ""
// where it is no more than an offset.
func Zone(name string) (*time.Location, string) { return named(name) }

// At returns the instant at which the clock in loc shows wall, whatever wall's own zone:
// of two it is the first.
func At(wall time.Time, loc *time.Location) time.Time { return in(wall, loc) }
