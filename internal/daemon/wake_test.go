package daemon

import (
	"slices"
	"testing"

	"afterword/rules"
)

// What a command stores wakes the account that it is for, and nobody else; what a
// worker stored itself wakes nobody.
func TestWhomNewsAreFor(t *testing.T) {
	s, ids := stock(t, 2)
	w := openWorker(t, s, nil)
	other := newWorker(w.d, w.account)
	other.name = "home"
	w.d.roster.Store(&roster{Settings: w.d.first(), workers: map[string]*worker{"work": w, "home": other}})
	concerned := func(since int64) (names []string) {
		t.Helper()
		list, err := w.d.concerned(t.Context(), since)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			names = append(names, c.name)
		}
		slices.Sort(names)
		return names
	}
	if got := concerned(0); !slices.Equal(got, []string{"work"}) {
		t.Errorf("at the start %q", got)
	}
	if err := w.book.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := concerned(0); len(got) > 0 {
		t.Errorf("what is known wakes %q", got)
	}
	seq, err := s.Changed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, ids[:1], "told/x", rules.Told{Topic: "x"})
	if got := concerned(seq); !slices.Equal(got, []string{"work"}) {
		t.Errorf("after a command %q", got)
	}
	if _, err := s.NewApplication(t.Context(), "home", rules.Described{Company: "Acme", Role: "Analyst", Zone: "UTC"}, noon); err != nil {
		t.Fatal(err)
	}
	if err := w.book.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := concerned(seq); !slices.Equal(got, []string{"home"}) {
		t.Errorf("after another account's %q", got)
	}
}
