package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// TestPlanReckoning compares `plan --json` with a slow reckoning that shares
// nothing with package rules but the list of holidays: it walks from minute to
// minute and from day to day on a wall clock without a zone.
func TestPlanReckoning(t *testing.T) {
	random := rand.New(rand.NewPCG(2026, 11))
	for i := range 3000 {
		c := newCase(random)
		var out, complaint bytes.Buffer
		env := environment{strings.NewReader(""), &out, &complaint, func(string) string { return "" }, os.Environ, time.Now}
		if code := run(context.Background(), env, c.args); code != exitDone {
			t.Fatalf("case %d: plan %q exits %d: %s", i, c.args, code, complaint.String())
		}
		var got reckoned
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatalf("case %d: plan %q: %v", i, c.args, err)
		}
		if got, want := fmt.Sprint(got), fmt.Sprint(c.want); got != want {
			t.Fatalf("case %d: plan %s\n got %s\nwant %s", i, strings.Join(c.args, " "), got, want)
		}
	}
}

// reckoned is what `plan --json` says, as a script reads it.
type reckoned struct {
	Decision struct {
		Date    string
		Assumed bool
	}
	FollowUps []struct {
		Kind       string
		Number     int
		Opens, Due string
	}
	QuietFrom string `json:"quiet_from"`
}

func (r *reckoned) add(kind string, number int, opens, due string) {
	r.FollowUps = append(r.FollowUps, struct {
		Kind       string
		Number     int
		Opens, Due string
	}{kind, number, opens, due})
}

// wall is a time on the wall: the fields count, the zone (UTC) does not.
type wall = time.Time

// slow reckons on the wall.
type slow struct {
	zone     *time.Location
	holidays *rules.Calendar
}

func (s slow) works(day wall) bool {
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		return false
	}
	return s.holidays.Holiday(rules.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}) == ""
}

// after steps n business days forward from the day of w, which does not count.
func (s slow) after(w wall, n int) wall {
	day := w.Truncate(24 * time.Hour)
	for n > 0 {
		if day = day.AddDate(0, 0, 1); s.works(day) {
			n--
		}
	}
	return day
}

// span counts the business days from one day to a later one.
func (s slow) span(from, to wall) int {
	n := 0
	for day := from; day.Before(to); {
		if day = day.AddDate(0, 0, 1); s.works(day) {
			n++
		}
	}
	return n
}

// aDay lets 24 business hours pass, minute by minute.
func (s slow) aDay(w wall) wall {
	for left := 24 * 60; left > 0; w = w.Add(time.Minute) {
		if s.works(w) {
			left--
		}
	}
	return w
}

// say prints a time on the wall as the instant that it is in the zone. One that
// the clocks skip is the instant after the gap.
func (s slow) say(w wall) string {
	at := time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), 0, 0, s.zone)
	for at.Hour() != w.Hour() || at.Minute() != w.Minute() {
		w = w.Add(time.Minute)
		at = time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), 0, 0, s.zone)
	}
	return at.Format(time.RFC3339)
}

func (s slow) opens(day wall) string { return s.say(day.Add(9 * time.Hour)) }
func (s slow) due(day wall) string   { return s.say(day.Add(17 * time.Hour)) }

type planCase struct {
	args []string
	want reckoned
}

// zones of every habit: half hours, quarters, both hemispheres, changes at
// midnight, a fast that takes summer time back, a day that was skipped.
var zones = []string{"America/New_York", "America/Los_Angeles", "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "Europe/Berlin",
	"Europe/London", "Europe/Lisbon", "Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Asia/Kathmandu", "Asia/Tokyo", "Asia/Kolkata",
	"Australia/Lord_Howe", "Australia/Sydney", "Pacific/Apia", "Pacific/Chatham", "Pacific/Honolulu", "UTC"}

const minuteForm = "2006-01-02T15:04"

// newCase makes up an interview and what happened since, and reckons what is left.
func newCase(random *rand.Rand) planCase {
	zoneName := zones[random.IntN(len(zones))]
	codes := append(rules.HolidayCodes(), "none", "US-CA", "DE-BY", "DE-SN", "GB-SCT", "AU-VIC")
	code := codes[random.IntN(len(codes))]
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		panic(err) // the zones are built in
	}
	holidays, err := rules.NewCalendar(rules.CalendarOptions{Holidays: code})
	if err != nil {
		code, holidays = "none", must(rules.NewCalendar(rules.CalendarOptions{}))
	}
	s := slow{zone, holidays}

	end := time.Date(2024+random.IntN(8), 1, 1, 5+random.IntN(18), random.IntN(60), 0, 0, time.UTC).AddDate(0, 0, random.IntN(366))
	if random.IntN(5) == 0 { // around the turn of the year
		end = time.Date(end.Year(), 12, 18+random.IntN(20), end.Hour(), end.Minute(), 0, 0, time.UTC)
	}
	c := planCase{args: []string{"plan", "--json", "--ended", end.Format(minuteForm), "--zone", zoneName, "--holidays", code}}
	decision := s.after(end, 5)
	c.want.Decision.Assumed = random.IntN(3) == 0
	if !c.want.Decision.Assumed {
		decision = end.Truncate(24*time.Hour).AddDate(0, 0, random.IntN(40))
		c.args = append(c.args, "--decision", decision.Format(time.DateOnly))
	}
	steps := random.IntN(5)
	if thanked := steps > 0 || random.IntN(2) == 0; thanked {
		c.args = append(c.args, "--sent", "thank-you="+end.Add(30*time.Minute).Format(minuteForm))
	} else {
		c.want.add("thank-you", 1, s.say(end), s.say(s.aDay(end)))
	}
	c.tell(s, random, end, decision, steps)
	return c
}

// tell makes up what was sent and heard, and reckons on from it.
func (c *planCase) tell(s slow, random *rand.Rand, last, decision wall, steps int) {
	number, silent := 1, true // of the next check-in; since the last one nobody answered
	from, to := s.after(decision, 2), s.after(decision, 3)
	var back wall
	for ; steps > 0 && back.IsZero(); steps-- {
		at := from.AddDate(0, 0, random.IntN(9)).Add(time.Duration(9*60+random.IntN(12*60)) * time.Minute)
		what := random.IntN(10)
		if what < 4 && random.IntN(3) == 0 { // the user does not wait for the window
			at = last.Truncate(24*time.Hour).AddDate(0, 0, 1+random.IntN(5)).Add(time.Duration(9*60+random.IntN(12*60)) * time.Minute)
		}
		if what < 4 && number > 3 {
			continue
		}
		last = at
		stamp, day := at.Format(minuteForm), at.Truncate(24*time.Hour)
		later := day.AddDate(0, 0, 1+random.IntN(20))
		switch {
		case what < 4:
			c.args = append(c.args, "--sent", fmt.Sprintf("check-in-%d=%s", number, stamp))
			number, silent = number+1, true
			from, to = s.after(day, 5), s.after(day, 7)
		case what < 6:
			c.args = append(c.args, "--heard", "holding="+stamp)
			silent = false
			from, to = s.after(day, 5), s.after(day, 7)
			// Never before the window of a date that was named.
			if named := s.after(decision, 2); !c.want.Decision.Assumed && named.After(from) {
				from, to = named, s.after(decision, 3)
			}
		case what < 8:
			c.args = append(c.args, "--heard", "timeline="+stamp+","+later.Format(time.DateOnly))
			decision, silent, c.want.Decision.Assumed = later, false, false
			from, to = s.after(later, 2), s.after(later, 3)
		case what == 8:
			c.args = append(c.args, "--heard", "auto-reply="+stamp+","+later.Format(time.DateOnly))
			back = later
		default:
			kind := []string{"offer", "rejection"}[random.IntN(2)]
			c.args = append(c.args, "--heard", kind+"="+stamp)
			c.want.Decision.Date = decision.Format(time.DateOnly)
			c.want.add(kind+"-reply", 1, s.say(at), s.say(s.aDay(at)))
			return
		}
	}
	c.want.Decision.Date = decision.Format(time.DateOnly)
	if number > 3 {
		if silent {
			c.want.QuietFrom = s.due(to)
		}
		return
	}
	for ; number <= 3; number++ {
		if from.Before(back) {
			width := s.span(from, to)
			from = s.after(back, 1)
			to = s.after(from, width)
		}
		c.want.add("check-in", number, s.opens(from), s.due(to))
		from, to = s.after(from, 5), s.after(from, 7)
	}
	c.want.QuietFrom = s.due(to)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
