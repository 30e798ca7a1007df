package main

import (
	"time"

	"afterword/rules"
)

// when reads times as a user types them.
type when struct {
	zone *time.Location
	note func(format string, args ...any) // tells of what was taken otherwise than typed
}

// parse reads a local time, or an instant with an offset of its own.
func (w when) parse(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil && plausible(t) {
		return t.In(w.zone), nil
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if typed, err := time.Parse(layout, s); err == nil && plausible(typed) {
			return w.local(typed), nil
		}
	}
	return time.Time{}, rules.Mistaken("%q is not a time: write it as 2026-11-13T15:00", s)
}

// local returns the instant at which clocks show what was typed.
func (w when) local(typed time.Time) time.Time {
	day := rules.DateOf(typed)
	t := day.At(typed.Sub(day.In(time.UTC)), w.zone)
	const shown = "2006-01-02 15:04"
	if t.Format(shown) != typed.Format(shown) {
		w.note("clocks in %s go forward and never show %s: taken as %s", w.zone, typed.Format(shown), t.Format("15:04"))
	}
	return t
}

// plausible keeps slips of the finger out, and years that JSON cannot hold.
func plausible(t time.Time) bool { return t.Year() >= 1970 && t.Year() < 3000 }

func clock(t time.Time) string { return t.Format("Mon Jan 2 2006 15:04 MST") }

func longDate(d rules.Date) string {
	return d.In(time.UTC).Format("Mon Jan 2 2006")
}
