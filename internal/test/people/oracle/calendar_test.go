package oracle

import (
	"testing"
	"time"
)

func TestCalendar(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	c := Calendar{Zone: zone, US: true}
	for _, day := range []struct {
		date string
		work bool
	}{
		{"2026-01-01", false}, {"2026-01-19", false}, {"2026-02-16", false}, {"2026-05-25", false}, {"2026-06-19", false},
		{"2026-07-03", false}, {"2026-07-04", false}, {"2026-09-07", false}, {"2026-10-12", false}, {"2026-11-11", false},
		{"2026-11-26", false}, {"2026-11-27", true}, {"2026-12-25", false}, {"2021-12-31", false}, {"2026-11-13", true}, {"2026-11-14", false},
	} {
		at, err := time.Parse(time.DateOnly, day.date)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Business(DayOf(at, time.UTC)); got != day.work {
			t.Errorf("%s is a business day: %v", day.date, got)
		}
	}
	if got := c.Plus(OnDay(2026, 11, 20), 4); got != OnDay(2026, 11, 27) {
		t.Errorf("Nov 20 + 4 is %s, over Thanksgiving", got)
	}
	for from, want := range map[string]string{"2026-11-13T15:00": "2026-11-16T15:00", "2026-11-14T10:00": "2026-11-17T00:00"} {
		a, _ := time.ParseInLocation("2006-01-02T15:04", from, zone)
		b, _ := time.ParseInLocation("2006-01-02T15:04", want, zone)
		if got := c.DayAfter(a); !got.Equal(b) {
			t.Errorf("%s + 24 business hours is %s", from, got)
		}
	}
}
