package dates

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterword/rules"
)

// shared is where cases of other people stand on a developer's machine. They are
// only measured, and the test passes without them.
var shared = filepath.Join("..", "..", "..", "..", "shared", "data", "dates", "business_like_en.jsonl")

// A case of the collection, as its three sources write it.
type sharedCase struct {
	Source, Lang, Ref, Text, Kind string
	Expected                      json.RawMessage
}

// TestMeasure scores Find on the shared cases: at least 95% of the sentences that
// it answers right, and at least 60% of those that name a day or range answered.
func TestMeasure(t *testing.T) {
	f, err := os.Open(shared)
	if err != nil {
		t.Skip("no shared cases here")
	}
	defer f.Close()
	named, answered, right := 0, 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c sharedCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		ref, err := parseRef(c.Ref)
		if err != nil {
			continue // no reference, so nothing to reckon from
		}
		want := expected(t, c)
		got := Find(c.Text, "en", ref, nil)
		if len(want) > 0 {
			named++
		}
		if len(got) == 0 {
			if len(want) > 0 {
				t.Logf("silent: %s %q", c.Ref[:10], c.Text)
			}
			continue
		}
		answered++
		ok := true
		for _, g := range got {
			one := false
			for _, w := range want {
				for _, v := range alternatives(c, want, w) { // "Monday or Tuesday" is one answer here and two there
					one = one || agrees(g.Range, Range{w.From, v.To}, rules.DateOf(ref))
				}
			}
			ok = ok && one
		}
		if ok {
			right++
		} else {
			t.Logf("WRONG: %s %q got %v want %v", c.Ref[:10], c.Text, got, want)
		}
	}
	t.Logf("%d name a day or range, %d answered, %d of them right", named, answered, right)
	if 100*right < 95*answered || 100*answered < 60*named {
		t.Errorf("right %d of %d answered, of %d: want 95%% and 60%%", right, answered, named)
	}
}

// alternatives returns the days that may end a range that begins with w.
func alternatives(c sharedCase, want []Range, w Range) []Range {
	if c.Source == "recognizers-text" {
		return want
	}
	return []Range{w}
}

func parseRef(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t, err = time.Parse("2006-01-02T15:04:05", s)
	}
	return t, err
}

// agrees reports whether an answer is what was meant: its last day is, which is
// the one that counts, and so is its first, unless the words leave that open ("by
// Friday", "within ten days") or vague ("the end of the month"). A week may end on
// its Friday.
func agrees(got, want Range, today rules.Date) bool {
	if want.From.IsZero() && want.To.IsZero() {
		return false
	}
	from := want.From.IsZero() || got.From == want.From || got.From == today || !want.To.IsZero() && want.From != want.To
	to := want.To.IsZero() || got.To == want.To || want.To.Weekday() == time.Sunday && want.To == got.To.AddDays(2)
	return from && to
}

// expected returns the days that a case accepts; none where it names no day.
func expected(t *testing.T, c sharedCase) []Range {
	switch c.Source {
	case "recognizers-text":
		var all []struct {
			Type   string
			Values []struct{ Start, End, Value string }
		}
		if err := json.Unmarshal(c.Expected, &all); err != nil {
			t.Fatal(err)
		}
		var want []Range
		for _, one := range all {
			if one.Type == "time" || one.Type == "timerange" || one.Type == "set" || one.Type == "duration" {
				continue
			}
			for _, v := range one.Values {
				r := Range{day(v.Start), day(v.End)}
				if d := day(v.Value); !d.IsZero() {
					r = Range{d, d}
				} else if !r.To.IsZero() && one.Type == "daterange" {
					r.To = r.To.AddDays(-1)
					if r.From == r.To.AddDays(1) {
						r.From = r.To
					}
				}
				if !r.From.IsZero() || !r.To.IsZero() {
					want = append(want, r)
				}
				if one.Type == "daterange" && !r.To.IsZero() {
					want = append(want, Range{r.From, r.To.AddDays(1)}) // an inclusive end
				}
				if one.Type == "daterange" && r.To.IsZero() {
					want = append(want, Range{r.From.AddDays(1), r.To}) // "after"
				}
			}
		}
		return want
	case "duckling":
		var one struct{ Start, End, Grain string }
		if err := json.Unmarshal(c.Expected, &one); err != nil {
			t.Fatal(err)
		}
		from := day(one.Start)
		switch {
		case one.End != "":
			to := day(one.End)
			if len(one.End) > 10 && one.End[11:] == "00:00:00" {
				to = to.AddDays(-1)
			}
			if one.Grain == "second" {
				return []Range{{from, to}, {from, to.AddDays(1)}} // "within 2 weeks" ends a day earlier there
			}
			return []Range{{from, to}}
		case one.Grain == "week":
			return []Range{{from, from.AddDays(6)}}
		case one.Grain == "month":
			return []Range{{from, rules.NewDate(from.Year, from.Month+1, 0)}}
		case one.Grain == "quarter":
			return []Range{{from, rules.NewDate(from.Year, from.Month+3, 0)}}
		}
		return []Range{{from, from}}
	}
	var one struct {
		Start      string
		Components struct{ Year, Month, Day int }
	}
	if err := json.Unmarshal(c.Expected, &one); err != nil {
		t.Fatal(err)
	}
	d := day(one.Start)
	if k := one.Components; d.IsZero() && k.Day > 0 && k.Year > 0 {
		d = rules.NewDate(k.Year, time.Month(k.Month), k.Day)
	}
	if d.IsZero() {
		return nil
	}
	// "next week" is a day there: the same day of it.
	m := monday(d)
	return []Range{{d, d}, {m, m.AddDays(4)}, {rules.NewDate(d.Year, d.Month, 1), rules.NewDate(d.Year, d.Month+1, 0)}}
}

func day(s string) rules.Date {
	if len(s) < 10 {
		return rules.Date{}
	}
	d, _ := rules.ParseDate(s[:10])
	return d
}
