package store

import (
	"testing"
	"time"

	"afterword/rules"
)

func TestSummaries(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	first, second := newApp(t, s), newApp(t, s)
	known := func(basis string, now time.Time) (lines string) {
		t.Helper()
		list, err := s.Summaries(ctx, basis, false, now)
		ok(t, err)
		if len(list) != 2 || list[0].ID != first || list[1].ID != second || list[0].Account != "ada" {
			t.Fatalf("%+v", list)
		}
		for _, one := range list {
			if one.Known != (one.Line != "") || one.JSON != "" {
				t.Errorf("%+v", one)
			}
			lines += one.Line
		}
		return lines
	}
	set := func() {
		t.Helper()
		ok(t, s.SetSummaries(ctx, "spring", []Summary{
			{ID: first, Line: "a", JSON: "{}", Facts: 1, Made: day0, Until: day0.Add(time.Hour)},
			{ID: second, Line: "b", JSON: "{}", Facts: 1, Made: day0},
		}))
	}
	if got := known("spring", day0); got != "" {
		t.Errorf("%q is known before it was said", got)
	}
	set()
	for _, c := range []struct {
		basis string
		at    time.Duration
		want  string
	}{{"spring", 0, "ab"}, {"spring", time.Hour - time.Microsecond, "ab"}, {"spring", time.Hour, "b"}, {"spring", -time.Microsecond, ""}, {"summer", 0, ""}} {
		if got := known(c.basis, day0.Add(c.at)); got != c.want {
			t.Errorf("made by %s, after %v: %q, want %q", c.basis, c.at, got, c.want)
		}
	}
	list, err := s.Summaries(ctx, "spring", true, day0)
	if err != nil || list[0].JSON != "{}" || list[0].Line != "" {
		t.Errorf("%+v, %v", list, err)
	}

	// A fact ends it, and what was made without the fact is not taken.
	_, err = s.AddFacts(ctx, first, rules.Fact{Key: "user/1", At: day0, What: rules.Stopped{}})
	ok(t, err)
	if got := known("spring", day0); got != "b" {
		t.Errorf("%q after a fact", got)
	}
	set()
	if got := known("spring", day0); got != "b" {
		t.Errorf("%q was made from fewer facts than there are", got)
	}
}

func TestCalled(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	for _, company := range []string{"Acme", "Énergie Sàrl", "acme ", "Acme Two"} {
		_, err := s.NewApplication(ctx, "ada", rules.Described{Company: company}, day0)
		ok(t, err)
	}
	_, err := s.AddFacts(ctx, "acme-two", rules.Fact{Key: "user/1", At: day0, What: rules.Described{Company: "ACME"}})
	ok(t, err)
	for company, want := range map[string]int{"ACME": 3, "énergie SÀRL": 1, "Acm": 0, "Acme Two": 1} {
		if apps, err := s.Called(ctx, company); err != nil || len(apps) != want {
			t.Errorf("%q: %+v, %v; want %d", company, apps, err, want)
		}
	}
}
