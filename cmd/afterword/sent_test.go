package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/store"
	"afterword/rules"
)

// A letter about which the user was asked is said to be the check-in by his word, and the
// next one answers it.
func TestSentSaysWhatALetterWas(t *testing.T) {
	home := t.TempDir()
	if err := writeConfig(home, "1", "none"); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), filepath.Join(home, ".local", "state", "afterword", "afterword.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	end := time.Date(2026, 11, 13, 20, 0, 0, 0, time.UTC)
	id, err := s.NewApplication(t.Context(), "robin@home.example", rules.Described{Company: "Acme", Role: "Analyst",
		Contacts:   []rules.Contact{{Name: "Lee Wong", Address: "lee@acme.example", Part: rules.Recruiter}},
		Interviews: []rules.Interview{{ID: "1", End: end}}}, end.Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	at := end.AddDate(0, 0, 11) // in the window of check-in 1
	if _, err := s.AddFacts(t.Context(), id, rules.Fact{Key: "sent/own", At: at, What: rules.Delivered{MessageID: "own", MayAsk: true, To: []string{"lee@acme.example"}, Subject: "Friday"}}); err != nil {
		t.Fatal(err)
	}
	say := func(args ...string) string {
		var out bytes.Buffer
		getenv := variables(home)
		env := environment{strings.NewReader(""), &out, &out, getenv, os.Environ, func() time.Time { return at.Add(time.Hour) }}
		if code := run(t.Context(), env, args); code != exitDone {
			t.Fatal(out.String())
		}
		return out.String()
	}
	if text := say("list"); !strings.Contains(text, "was it about how things stand?") {
		t.Errorf("it is not asked:\n%s", text)
	}
	say("sent", id)
	facts, err := s.Facts(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(facts, func(f rules.Fact) bool {
		return f.What == rules.What(rules.Attributed{MessageID: "own", FollowUp: "check-in/1/1"})
	}) {
		t.Errorf("nothing says that the letter was check-in 1: %+v", facts)
	}
	if text := say("show", id); !strings.Contains(text, "check-in 2 to lee@acme.example: waiting") || strings.Contains(text, "for you to say") {
		t.Errorf("check-in 2 does not follow:\n%s", text)
	}
}
