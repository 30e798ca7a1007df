package main

import (
	"errors"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"afterword/internal/page"
	"afterword/internal/store"
	"afterword/rules"
)

// What is kept of an application is never older than the store: neither where facts came,
// nor where it was forgotten and another one is called so.
func TestReaderIsUpToDate(t *testing.T) {
	ctx := t.Context()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "afterword.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	now := time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC)
	enter := func(role string) string {
		t.Helper()
		now = now.Add(time.Hour)
		id, err := s.NewApplication(ctx, "home", rules.Described{Company: "Acme", Role: role}, now)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	id := enter("Analyst")
	var r reader
	want := func(role string, stopped bool) {
		t.Helper()
		for range 2 { // once as it is read, once as it is kept
			app, err := r.read(ctx, s, id)
			if err != nil || app.Role != role || app.Stopped != stopped || app.Account != "home" {
				t.Errorf("%q, stopped: %v, %v", app.Role, app.Stopped, err)
			}
		}
	}
	add := func(what ...rules.What) {
		t.Helper()
		for _, w := range what {
			now = now.Add(time.Hour)
			if _, err := s.AddFacts(ctx, id, rules.Fact{Key: now.String(), At: now, What: w}); err != nil {
				t.Fatal(err)
			}
		}
	}
	want("Analyst", false)
	add(rules.Stopped{})
	want("Analyst", true)
	add(rules.Resumed{}, rules.Forgotten{})
	if _, err := r.read(ctx, s, id); !errors.Is(err, page.ErrUnknown) {
		t.Errorf("what was forgotten is read: %v", err)
	}
	if done, err := s.Forget(ctx, id); !done || err != nil {
		t.Fatal(done, err)
	}
	if _, err := r.read(ctx, s, id); !errors.Is(err, page.ErrUnknown) {
		t.Errorf("what is gone is read: %v", err)
	}
	if again := enter("Engineer"); again != id {
		t.Fatalf("%q is called %q", id, again)
	}
	want("Engineer", false)
	for i := range 5 {
		r.keep(strconv.Itoa(i), reading{facts: make([]rules.Fact, mostKept/2-i)})
		held := 0
		for _, one := range r.kept {
			held += len(one.facts)
		}
		if held != r.facts || held > mostKept {
			t.Errorf("%d facts are kept, and counted %d", held, r.facts)
		}
	}
	want("Engineer", false)
}
