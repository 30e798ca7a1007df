package people

import (
	"testing"
	"time"

	"afterword/internal/test/people/oracle"
	"afterword/rules"
)

// TestCalendarsAgree holds the program's calendar and the oracle's, which share
// nothing, against each other.
func TestCalendarsAgree(t *testing.T) {
	for _, holidays := range []string{"US", "none"} {
		theirs, err := rules.NewCalendar(rules.CalendarOptions{Zone: newYork, Holidays: holidays})
		if err != nil {
			t.Fatal(err)
		}
		ours := oracle.Calendar{Zone: newYork, US: holidays == "US"}
		for at := ny("2022-01-01T07:13"); at.Year() < 2032; at = at.Add(31 * time.Hour) {
			day, date := ours.Day(at), rules.DateOf(at)
			if got, want := ours.Business(day), theirs.BusinessDay(date); got != want {
				t.Errorf("%s, %s: a business day is %v to the oracle and %v to the program", holidays, date, got, want)
			}
			for n := range 8 {
				if got, want := ours.Plus(day, n).String(), theirs.Add(date, n).String(); got != want {
					t.Errorf("%s: %s + %d business days is %s to the oracle and %s to the program", holidays, date, n, got, want)
				}
			}
			if got, want := ours.DayAfter(at), theirs.AddHours(at, 24); !got.Equal(want) {
				t.Errorf("%s: 24 business hours after %s is %s to the oracle and %s to the program", holidays, at, got, want)
			}
		}
	}
}
