package rules

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var zones = []string{"America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Lord_Howe", "Africa/Cairo", "America/St_Johns", "Pacific/Auckland", "UTC"}

// drawStory draws facts about one application around a year's end.
func drawStory(t *rapid.T) (facts []Fact, cal *Calendar, end time.Time) {
	zone := mustZone(rapid.SampledFrom(zones).Draw(t, "zone"))
	cal, err := NewCalendar(CalendarOptions{Zone: zone, Holidays: rapid.SampledFrom(append(HolidayCodes(), "DE-BY", "US-CA", "none")).Draw(t, "holidays")})
	if err != nil {
		t.Fatal(err)
	}
	end = time.Date(2026, 9, 1, 0, 0, 0, 0, zone).Add(time.Duration(rapid.IntRange(0, 200*24*4).Draw(t, "end")) * 15 * time.Minute)
	d := Described{Company: "Acme", Role: "Analyst", Contacts: []Contact{ngozi, tomas, robin},
		Interviews: []Interview{{ID: "1", End: end, Interviewers: []string{ngozi.Key(), tomas.Key()}}}}
	if rapid.Bool().Draw(t, "promised") {
		d.Interviews[0].Decision = cal.Date(end).AddDays(rapid.IntRange(0, 30).Draw(t, "decision"))
	}
	facts = append(facts, Fact{"user/1", end.Add(-time.Hour), d})
	for i := range rapid.IntRange(0, 8).Draw(t, "facts") {
		when := end.Add(time.Duration(rapid.IntRange(-48, 90*24).Draw(t, "when")) * time.Hour)
		f := Fact{Key: fmt.Sprint("f", i), At: when}
		key := rapid.SampledFrom([]string{"check-in/1/1", "check-in/1/2", "check-in/1/3", "thank-you/1/" + ngozi.Key()}).Draw(t, "key")
		switch rapid.IntRange(0, 11).Draw(t, "what") {
		case 0, 1, 2:
			f.What = Delivered{FollowUp: key, MessageID: f.Key, To: []string{robin.Address}}
		case 3:
			f.What = Discarded{FollowUp: key}
		case 4:
			f.What = Resumed{}
		case 5:
			f.What = Placed{FollowUp: key, MessageID: f.Key}
		case 6:
			f.What = Snoozed{cal.Date(when).AddDays(5)}
		case 7:
			f.What = Hinted{MessageID: f.Key, From: tomas}
		case 8:
			f.What = Marked{fmt.Sprint("f", rapid.IntRange(0, 8).Draw(t, "marked")), rapid.SampledFrom(MessageKinds).Draw(t, "as")}
		case 9:
			at := end.Add(time.Duration(rapid.IntRange(0, 60*24).Draw(t, "meeting")) * time.Hour)
			f.What = Received{MessageID: f.Key, From: robin, Person: true, Kind: MessageInterview, People: []Contact{ngozi}, Meeting: &Interview{
				UID: rapid.SampledFrom([]string{"u", "v"}).Draw(t, "uid"), Start: at, End: at.Add(time.Hour), Sequence: rapid.IntRange(0, 2).Draw(t, "sequence"), Cancelled: rapid.IntRange(0, 3).Draw(t, "cancelled") == 0}}
		default:
			f.What = Received{InReplyTo: fmt.Sprint("f", rapid.IntRange(0, 8).Draw(t, "answers")),
				MessageID: f.Key, From: robin, Person: rapid.Bool().Draw(t, "person"), Sure: rapid.Bool().Draw(t, "sure"),
				Kind: rapid.SampledFrom(MessageKinds).Draw(t, "kind"), Decision: cal.Date(when).AddDays(6), Return: cal.Date(when).AddDays(9)}
		}
		facts = append(facts, f)
	}
	return facts, cal, end
}

func TestPlanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, cal, end := drawStory(t)
		now := end.Add(time.Duration(rapid.IntRange(-24, 100*24).Draw(t, "now")) * time.Hour)
		app := Fold("acme", facts)
		plan := Plan(&app, cal, DefaultPolicy, now)

		if again := Plan(&app, cal, DefaultPolicy, now); !reflect.DeepEqual(plan, again) {
			t.Fatalf("planned twice:\n%+v\n%+v", plan, again)
		}
		mixed := append(append([]Fact{}, facts...), facts[len(facts)-1])
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		other := Fold("acme", mixed)
		if again := Plan(&other, cal, DefaultPolicy, now); !reflect.DeepEqual(plan, again) {
			t.Fatalf("in another order of arrival:\n%+v\n%+v", plan, again)
		}

		checkIns := 0
		var before time.Time
		for _, f := range plan.FollowUps {
			if !f.Opens.Before(f.Due) {
				t.Errorf("%s opens %v, due %v", f.Key, f.Opens, f.Due)
			}
			if last := f.Due.Add(-time.Nanosecond); !cal.BusinessDay(cal.Date(last)) {
				t.Errorf("%s is due on %v, no business day", f.Key, f.Due)
			}
			if f.Kind != CheckIn {
				continue
			}
			checkIns++
			if f.Number > MaxCheckIns {
				t.Errorf("check-in %d", f.Number)
			}
			if !cal.BusinessDay(cal.Date(f.Opens)) || !f.Opens.After(end) || !f.Opens.After(before) {
				t.Errorf("%s opens %v", f.Key, f.Opens)
			}
			before = f.Opens
			if !plan.Decision.Assumed && !plan.Decision.Date.IsZero() && f.Opens.Before(cal.Opening(cal.Add(plan.Decision.Date, 2))) && !wasAsked(app, f) {
				t.Errorf("%s opens %v, before the window of the decision date %v", f.Key, f.Opens, plan.Decision.Date)
			}
			if f.Status == Open && f.Projected {
				t.Errorf("%s is projected and open", f.Key)
			}
		}
		if checkIns > MaxCheckIns {
			t.Errorf("%d check-ins", checkIns)
		}
		if !plan.Next.IsZero() && !plan.Next.After(now) {
			t.Errorf("next change %v is not after %v", plan.Next, now)
		}
	})
}

// What was stopped and is not any more is as if it had never been stopped: nothing that
// keeps a letter away is forgotten, and no date begins anew.
func TestUnstoppedIsAsNeverStopped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, cal, end := drawStory(t)
		hours := rapid.IntRange(-24, 90*24)
		from := end.Add(time.Duration(hours.Draw(t, "stopped")) * time.Hour)
		to := from.Add(time.Duration(rapid.IntRange(1, 20*24).Draw(t, "for")) * time.Hour)
		now := to.Add(time.Duration(rapid.IntRange(0, 20*24).Draw(t, "now")) * time.Hour)
		never := Fold("acme", facts)
		stopped := Fold("acme", append(slices.Clone(facts), Fact{"user/8", from, Stopped{}}, Fact{"user/9", to, Unstopped{}}))
		want, got := Plan(&never, cal, DefaultPolicy, now), Plan(&stopped, cal, DefaultPolicy, now)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("stopped from %v to %v:\n%v\nnever stopped:\n%v", from, to, lines(got), lines(want))
		}
	})
}

// wasAsked is for a resumed application, whose window opens when the user says,
// and for one where he asked before the date himself.
func wasAsked(a Application, f FollowUp) bool {
	return slices.ContainsFunc(a.Facts, func(g Fact) bool {
		switch g.What.(type) {
		case Resumed:
			return true
		case Delivered:
			return f.Number > 1
		}
		return false
	})
}

// Between two changes that a schedule foretells, nothing changes.
func TestNextIsWhenItChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, cal, end := drawStory(t)
		app := Fold("acme", facts)
		now := end.Add(100 * 24 * time.Hour).Add(-time.Duration(rapid.IntRange(0, 2400).Draw(t, "now")) * time.Hour)
		// Only what has happened by now is known now.
		for _, f := range facts {
			if f.At.After(now) {
				t.Skip("a fact of the future")
			}
		}
		plan := Plan(&app, cal, DefaultPolicy, now)
		just := now.Add(1000 * time.Hour)
		if !plan.Next.IsZero() {
			just = plan.Next.Add(-time.Second)
		}
		if just.Before(now) {
			return
		}
		later := Plan(&app, cal, DefaultPolicy, just)
		for i, f := range plan.FollowUps {
			if later.FollowUps[i].Status != f.Status {
				t.Fatalf("%s turned from %s to %s before %v", f.Key, f.Status, later.FollowUps[i].Status, plan.Next)
			}
		}
	})
}

func TestBusinessTime(t *testing.T) {
	us := mustCalendar(t, CalendarOptions{Zone: newYork, Holidays: "US"})
	for _, tt := range [][2]string{
		{"2026-11-13T15:00", "2026-11-16T15:00"}, // Friday to Monday
		{"2026-11-14T10:00", "2026-11-17T00:00"}, // Saturday: Monday, all of it
		{"2026-11-25T16:00", "2026-11-27T16:00"}, // over Thanksgiving
		{"2026-11-13T00:00", "2026-11-14T00:00"},
		{"2026-10-30T23:30", "2026-11-02T23:30"}, // the clocks go back in between
		{"2026-12-31T12:00", "2027-01-04T12:00"}, // over the year's end
	} {
		if got := us.AddHours(ny(tt[0]), 24); got != ny(tt[1]) {
			t.Errorf("%s + 24 business hours is %v, not %s", tt[0], got, tt[1])
		}
	}
	if got := us.Add(date("2026-11-14"), 1); got != date("2026-11-16") {
		t.Errorf("Saturday + 1 is %v", got)
	}
	own := mustCalendar(t, CalendarOptions{Zone: newYork, Holidays: "US", Weekend: []time.Weekday{time.Friday, time.Saturday},
		Closed: []Date{date("2026-11-24")}, Worked: []Date{date("2026-12-25"), date("2026-11-26")}})
	for day, want := range map[string]bool{"2026-11-15": true, "2026-11-20": false, "2026-11-24": false, "2026-11-26": true, "2026-12-25": false} {
		if own.BusinessDay(date(day)) != want {
			t.Errorf("%s a business day: %v", day, !want)
		}
	}
}

func TestHolidays(t *testing.T) {
	for code, day := range map[string]string{"US": "2026-07-03", "DE": "2026-10-03", "DE-BY": "2027-01-06", "US-CA": "2026-11-26", "AU": "2026-12-25", "gb": "2026-12-28"} {
		c := mustCalendar(t, CalendarOptions{Holidays: code})
		if c.Holiday(date(day)) == "" {
			t.Errorf("%s is no holiday in %s", day, code)
		}
	}
	for _, code := range []string{"XX", "DE-XX", "UnitedStates"} {
		if _, err := NewCalendar(CalendarOptions{Holidays: code}); err == nil {
			t.Errorf("%s is accepted", code)
		}
	}
	if de := mustCalendar(t, CalendarOptions{Holidays: "DE"}); de.Holiday(date("2027-01-06")) != "" {
		t.Error("Epiphany is a holiday in Bavaria, not in all of Germany")
	}
	if !NationalOnly("US-CA") || NationalOnly("DE-BY") || NationalOnly("US") {
		t.Error("NationalOnly")
	}
}

// Clocks that jump, forward and back, at midnight and at other times.
func TestClockChanges(t *testing.T) {
	for _, tt := range []struct{ zone, day, clock, want string }{
		{"Africa/Cairo", "2026-04-24", "00:00", "2026-04-24T01:00:00+03:00"}, // midnight is skipped
		{"Asia/Beirut", "2026-03-29", "00:00", "2026-03-29T01:00:00+03:00"},
		{"America/Havana", "2029-03-11", "00:00", "2029-03-11T01:00:00-04:00"},
		{"America/New_York", "2027-03-14", "02:30", "2027-03-14T03:30:00-04:00"}, // moved forward
		{"Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:40:00+11:00"},
		{"America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"}, // the first of two
		{"Africa/Cairo", "2026-10-29", "23:00", "2026-10-29T23:00:00+03:00"},
		{"Asia/Gaza", "2025-10-25", "01:00", "2025-10-25T01:00:00+03:00"},
		{"Pacific/Auckland", "2029-04-01", "02:30", "2029-04-01T02:30:00+13:00"},
		{"Atlantic/Azores", "2026-10-25", "00:00", "2026-10-25T00:00:00Z"},
		{"Pacific/Apia", "2011-12-30", "09:00", "2011-12-31T09:00:00+14:00"}, // a day that never was
		{"Pacific/Kiritimati", "2026-07-01", "24:00", "2026-07-02T00:00:00+14:00"},
	} {
		var h, m int
		if _, err := fmt.Sscanf(tt.clock, "%d:%d", &h, &m); err != nil {
			t.Fatal(err)
		}
		got := date(tt.day).At(time.Duration(h)*time.Hour+time.Duration(m)*time.Minute, mustZone(tt.zone))
		if got.Format(time.RFC3339) != tt.want {
			t.Errorf("%s on %s in %s is %s, want %s", tt.clock, tt.day, tt.zone, got.Format(time.RFC3339), tt.want)
		}
	}
	for _, zone := range zones {
		loc := mustZone(zone)
		for d := date("2026-01-01"); d.Year < 2028; d = d.AddDays(1) {
			if start := d.In(loc); DateOf(start) != d || DateOf(start.Add(-time.Second)) != d.AddDays(-1) {
				t.Errorf("%s begins %v in %s", d, start, zone)
			}
		}
	}
}

func BenchmarkPlan(b *testing.B) {
	b.ReportAllocs()
	a := Fold("acme", []Fact{story("2026-11-20"), sent("check-in/1/1", "2026-11-24T10:00")})
	cal := mustCalendar(b, CalendarOptions{Zone: newYork, Holidays: "US"})
	for b.Loop() {
		Plan(&a, cal, DefaultPolicy, ny("2026-12-01T09:00"))
	}
}
