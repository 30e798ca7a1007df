package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/internal/store"
	"afterword/rules"

	"pgregory.net/rapid"
)

// What is kept of the applications says at each moment what their facts say.
func TestListKeepsNothingStale(t *testing.T) {
	start := time.Date(2026, 11, 13, 20, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		home, err := os.MkdirTemp("", "afterword-list-")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(home)
		if err := writeConfig(home, "1", "none"); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(home, ".local", "state", "afterword", "afterword.db")
		s, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		var ids []string
		for i := range 2 {
			who := rules.Contact{Name: "Lee Wong", Address: "lee@acme.example", Part: rules.Interviewer}
			id, err := s.NewApplication(t.Context(), "robin@home.example", rules.Described{Company: "Acme", Role: "Analyst", Contacts: []rules.Contact{who},
				Interviews: []rules.Interview{{ID: "1", End: start.Add(time.Duration(i) * time.Hour), Interviewers: []string{who.Key()}}}}, start.Add(-time.Hour))
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, id)
		}
		now := start.Add(-2 * time.Hour)
		list := func() string {
			var out bytes.Buffer
			getenv := variables(home)
			env := environment{strings.NewReader(""), &out, &out, getenv, os.Environ, func() time.Time { return now }}
			if code := run(t.Context(), env, []string{"list", "--json"}); code != exitDone {
				t.Fatal(out.String())
			}
			return out.String()
		}
		for n := range rapid.IntRange(1, 4).Draw(t, "steps") {
			id := rapid.SampledFrom(ids).Draw(t, "id")
			switch rapid.SampledFrom([]string{"wait", "wait", "wait", "sent", "stop", "resume", "hear"}).Draw(t, "step") {
			case "wait":
				now = now.Add(time.Duration(rapid.IntRange(1, 24*6).Draw(t, "hours")) * time.Hour)
			case "sent":
				add(t, s, id, rules.Fact{Key: fmt.Sprint("sent/", n), At: now, What: rules.Delivered{MessageID: fmt.Sprint(n), To: []string{"lee@acme.example"}}})
			case "stop":
				add(t, s, id, rules.Fact{Key: fmt.Sprint("user/", n), At: now, What: rules.Stopped{}})
			case "resume":
				add(t, s, id, rules.Fact{Key: fmt.Sprint("user/", n), At: now, What: rules.Resumed{}})
			case "hear":
				add(t, s, id, rules.Fact{Key: fmt.Sprint("received/", n), At: now, What: rules.Received{MessageID: fmt.Sprint(n), Kind: rules.MessageHolding, Person: true}})
			}
			kept := list()
			if err := s.SetSummaries(t.Context(), "another basis", all(t, s)); err != nil {
				t.Fatal(err)
			}
			if fresh := list(); kept != fresh {
				t.Fatalf("kept:\n%s\nmade anew:\n%s", kept, fresh)
			}
		}
	})
}

func add(t *rapid.T, s *store.Store, id string, f rules.Fact) {
	if _, err := s.AddFacts(t.Context(), id, f); err != nil {
		t.Fatal(err)
	}
}

// all returns summaries that say nothing, to put in the place of those that are kept.
func all(t *rapid.T, s *store.Store) (list []store.Summary) {
	list, err := s.Summaries(t.Context(), "", false, time.Time{})
	for i := range list {
		facts, failed := s.Facts(t.Context(), list[i].ID)
		if err != nil || failed != nil {
			t.Fatal(err, failed)
		}
		list[i].Facts, list[i].Made = len(facts), time.Unix(0, 0)
	}
	return list
}

// Nobody is told to send a check-in whose predecessor was not sent, or that he is late
// with what he has put to rest.
func TestNextOf(t *testing.T) {
	thanks := rules.FollowUp{Kind: rules.ThankYou, Status: rules.Overdue}
	first := rules.FollowUp{Kind: rules.CheckIn, Number: 1, Status: rules.Overdue}
	second := rules.FollowUp{Kind: rules.CheckIn, Number: 2, Status: rules.Waiting, Projected: true}
	for _, c := range []struct {
		state rules.State
		list  []rules.FollowUp
		want  int // place in the list; -1 for nothing
	}{
		{rules.Active, []rules.FollowUp{first, second}, 0},
		{rules.Active, []rules.FollowUp{second}, -1},
		{rules.Active, []rules.FollowUp{thanks, first}, 0},
		{rules.Paused, []rules.FollowUp{thanks, first, second}, -1},
		{rules.Halted, []rules.FollowUp{thanks}, -1},
	} {
		f, ok := nextOf(rules.Schedule{State: c.state, FollowUps: c.list})
		if ok != (c.want >= 0) || ok && f.Kind != c.list[c.want].Kind {
			t.Errorf("%s %+v: %+v", c.state, c.list, f)
		}
	}
}
