package config

import (
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// A Duration is written as "90s", "1m30s" or "6h".
type Duration time.Duration

// Duration returns it as the standard library has it.
func (d Duration) Duration() time.Duration { return time.Duration(d) }

// UnmarshalText reads it.
func (d *Duration) UnmarshalText(b []byte) error {
	v, err := time.ParseDuration(string(b))
	if err != nil || v < 0 {
		return fmt.Errorf(`%q is not a span of time: write it as "90s", "10m" or "6h"`, b)
	}
	*d = Duration(v)
	return nil
}

// MarshalText writes it.
func (d Duration) MarshalText() ([]byte, error) { return []byte(time.Duration(d).String()), nil }

// A Clock is a time of day, as what has passed since midnight; written as "09:00".
type Clock time.Duration

// UnmarshalText reads it; "24:00" is the end of the day.
func (c *Clock) UnmarshalText(b []byte) error {
	if string(b) == "24:00" {
		*c = Clock(24 * time.Hour)
		return nil
	}
	t, err := time.Parse("15:04", string(b))
	if err != nil {
		return fmt.Errorf(`%q is not a time of day: write it as "09:00"`, b)
	}
	*c = Clock(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute)
	return nil
}

// MarshalText writes it.
func (c Clock) MarshalText() ([]byte, error) {
	d := time.Duration(c)
	return fmt.Appendf(nil, "%02d:%02d", int(d.Hours()), int(d.Minutes())%60), nil
}

// A Weekday is written as "saturday".
type Weekday time.Weekday

// UnmarshalText reads it, in any letter case.
func (w *Weekday) UnmarshalText(b []byte) error {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(d.String(), string(b)) {
			*w = Weekday(d)
			return nil
		}
	}
	return fmt.Errorf(`%q is not a day of the week: write it as "saturday"`, b)
}

// MarshalText writes it.
func (w Weekday) MarshalText() ([]byte, error) {
	return []byte(strings.ToLower(time.Weekday(w).String())), nil
}

// Schedule reads a cron spec. The library panics on some ("TZ="), and takes some
// that never come (30 February).
func Schedule(spec string) (s cron.Schedule, err error) {
	defer func() {
		if recover() != nil {
			s, err = nil, fmt.Errorf("%q is not a schedule: write it as \"@every 1m\" or \"0 8 * * 1-5\"", spec)
		}
	}()
	if s, err = cron.ParseStandard(spec); err != nil {
		return nil, fmt.Errorf("%q is not a schedule (%w): write it as \"@every 1m\" or \"0 8 * * 1-5\"", spec, err)
	}
	if s.Next(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return nil, fmt.Errorf("%q never comes: such a day does not exist", spec)
	}
	return s, nil
}
