package dates

import (
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// The message of the tables was written on Wednesday, 18 November 2026, in New
// York (English) or Berlin (the other languages).
var (
	newYork = time.Date(2026, 11, 18, 10, 30, 0, 0, time.FixedZone("EST", -5*3600))
	berlin  = time.Date(2026, 11, 18, 10, 30, 0, 0, time.FixedZone("CET", 3600))
)

func calendar(t testing.TB, code string) *rules.Calendar {
	c, err := rules.NewCalendar(rules.CalendarOptions{Holidays: code})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A reads is a sentence and the ranges found in it: "12-04" for a day of 2026,
// "11-18..12-04" for a range, with the year where it is another.
type reads struct{ text, want string }

func check(t *testing.T, lang string, ref time.Time, cal *rules.Calendar, table []reads) {
	t.Helper()
	for _, c := range table {
		var got []string
		for _, f := range Find(c.text, lang, ref, cal) {
			if c.text[f.Start:f.End] != f.Words {
				t.Errorf("%q: %q does not stand at %d:%d", c.text, f.Words, f.Start, f.End)
			}
			s := short(f.Range.From)
			if f.Range.From != f.Range.To {
				s += ".." + short(f.Range.To)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %q\n\tis %q, want %q", lang, c.text, s, c.want)
		}
	}
}

func short(d rules.Date) string { return strings.TrimPrefix(d.String(), "2026-") }

func TestEnglish(t *testing.T) {
	check(t, "en", newYork, calendar(t, "US"), []reads{
		{"We will decide by the end of next week.", "11-18..11-27"},
		{"You'll hear from us early next week.", "11-23..11-25"},
		{"Expect an answer in the middle of next week", "11-24..11-26"},
		{"late next week at the latest", "11-26..11-27"},
		{"We reply within 10 business days.", "11-18..12-03"},
		{"an update in the next 5-7 business days", "11-18..11-30"},
		{"in 5 to 7 business days", "11-25..11-30"},
		{"it can take up to two weeks", "11-18..12-02"},
		{"the week of the 14th", "12-14..12-18"},
		{"the week of December 7", "12-07..12-11"},
		{"Our panel meets on or before Dec 4.", "11-18..12-04"},
		{"We'll be back to you in a couple of weeks!", "12-02"},
		{"You will hear after Thanksgiving.", "11-27..12-03"},
		{"after the holidays", "2027-01-02..2027-01-08"},
		{"before Christmas", "11-18..12-24"},
		{"by EOD Friday", "11-18..11-20"},
		{"by close of business on Friday, Dec. 4th", "11-18..12-04"},
		{"before 5pm on Friday", "11-18..11-20"},
		{"by EOD", "11-18"},
		{"towards the end of the month", "11-21..11-30"},
		{"by end of month", "11-18..11-30"},
		{"mid-January", "2027-01-10..2027-01-20"},
		{"early to mid December", "12-01..12-20"},
		{"late November or early December", "11-21..12-10"},
		{"on Monday or Tuesday", "11-23..11-24"},
		{"Monday, Tuesday or Wednesday", "11-23..11-25"},
		{"no later than 12/4", "11-18..12-04"},
		{"no later than 12/14/2026.", "11-18..12-14"},
		{"by tomorrow evening", "11-18..11-19"},
		{"the day after tomorrow", "11-20"},
		{"next Friday", "11-27"},
		{"this Friday", "11-20"},
		{"this coming Monday", "11-23"},
		{"Friday of next week", "11-27"},
		{"sometime next week", "11-23..11-27"},
		{"later this week", "11-19..11-20"},
		{"over the next two weeks", "11-18..12-02"},
		{"within the next week", "11-18..11-25"},
		{"within a week or two", "11-18..12-02"},
		{"in the next day or two", "11-18..11-20"},
		{"in one to two weeks", "11-25..12-02"},
		{"two weeks from today", "12-02"},
		{"ten business days from Monday", "12-08"},
		{"within 48 hours", "11-18..11-20"},
		{"within 3-5 working days of receiving this", "11-18..11-25"},
		{"December 14-18", "12-14..12-18"},
		{"14-18 December", "12-14..12-18"},
		{"from December 14 through December 18", "12-14..12-18"},
		{"Dec 28 to Jan 4", "12-28..2027-01-04"},
		{"between Monday and Thursday", "11-23..11-26"},
		{"the first week of December", "11-30..12-04"},
		{"by the second Friday in December", "11-18..12-11"},
		{"the last Monday of the month", "11-30"},
		{"in January 2027", "2027-01-01..2027-01-31"},
		{"by the end of Q1", "11-18..2027-03-31"},
		{"in the first quarter of 2027", "2027-01-01..2027-03-31"},
		{"by year end? No: by the end of the year", "11-18..12-31 11-18..12-31"},
		{"Friday, 4 December 2026 at 10:00", "12-04"},
		{"2026-12-04", "12-04"},
		{"on the 14th", "12-14"},
		{"by the 25th at noon", "11-18..11-25"},
		{"the week after next", "11-30..12-04"},
		{"by\nthe end\nof next week", "11-18..11-27"},
		{"BY THE END OF NEXT WEEK", "11-18..11-27"},
		{"in May", "2027-05-01..2027-05-31"},
		{"on Jan 5", "2027-01-05"},
		{"by Nov. 30th, 2026", "11-18..11-30"},
		{"three days after Thanksgiving", "11-29"},
		{"within two weeks of your interview", ""},
		{"within two weeks of December 1", "11-18..12-15"},
		{"not before Friday", ""},
		{"by the 1st of the month", "11-18..12-01"},
		{"in early-to-mid December", "12-01..12-20"},
		{"on 30-Nov-2026", "11-30"},
		{"in the month of December", "12-01..12-31"},
		{"by next Wednesday, November 25", "11-18..11-25"},
		{"Tuesday the 24th", "11-24"},
		{"on 11/24", "11-24"},
		{"tonight", "11-18"},

		{"by mid next week", "11-18..11-26"},
		{"in the next fortnight", "11-18..12-02"},
		{"the Monday after Thanksgiving", "11-30"},
		{"the Friday before Christmas", "12-18"},
		{"at least another week", "11-18..11-25"},
		{"about 2 more weeks", ""},
		{"we need about 2 more weeks", "11-18..12-02"},
		{"before year-end", "11-18..12-31"},
		{"early in the new year", "2027-01-01..2027-01-31"},
		{"in the new year", ""},
		{"within five (5) working days", "11-18..11-25"},
		{"within 24-48 hours", "11-18..11-20"},
		{"w/c 30 November", "11-30..12-04"},
		{"I'm out 11/16-11/27", "11-16..11-27"},
		{"You may or may not hear", ""},
		{"Thursday or Friday of this week", "11-19..11-20"},
		{"Dec4 or KW 7, in Q3", "12-04 2027-07-01..2027-09-30"},

		// The past.
		{"We met on Nov 3.", "11-03"},
		{"Your application of 12 May was reviewed.", "05-12"},
		{"Thank you for talking to us on Monday, we will decide on Friday", "11-16 11-20"},
		{"as you wrote two weeks ago", "11-04"},
		{"last Friday", "11-13"},

		// No day is named, or two could be meant.
		{"soon, shortly, in due course, as soon as possible, at your convenience", ""},
		{"in a few weeks", ""},
		{"in the next few days", ""},
		{"in the coming weeks", ""},
		{"Call me at 10:30 or +1 555 0104 1112.", ""},
		{"version 4.12.1 costs $4.12 or 4.12%", ""},
		{"a 30 minute call, 5 years of experience, 3 interviews", ""},
		{"open 24/7, room 12, the 3rd floor, ticket ABC-12345", ""},
		{"You may march in the sun and sat there", ""},
		{"every Friday", ""},
		{"On the second floor you may enter", ""},
		{"by Friday, December 3", ""}, // a Thursday
	})
	check(t, "en-GB", berlin, nil, []reads{
		{"by 4/12", "11-18..12-04"}, {"by 12/4/2027", "11-18..2027-04-12"}, {"on 4.12.2026", "12-04"},
	})
	check(t, "en-US", berlin, nil, []reads{{"by 4/12", "11-18..2027-04-12"}, {"by 12/24", "11-18..12-24"}})
	sunday := newYork.AddDate(0, 0, 4)
	check(t, "en", sunday, nil, []reads{
		{"this week", ""}, {"by the end of this week", "11-22..11-27"}, {"next week", "11-23..11-27"}, {"on Sunday", "11-29"},
	})
	utc := newYork.UTC()
	check(t, "en", utc, nil, []reads{
		{"by 3/4", ""}, {"by 12/4", "11-18..12-04"}, {"by Friday 12/4", "11-18..12-04"}, {"by 25/3", "11-18..2027-03-25"},
		{"We met on 13/10. We answer by 3/4.", "10-13 11-18..2027-04-03"},
	})
}
