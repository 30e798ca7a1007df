package people

import (
	_ "embed"
	"strings"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
)

// A story is one life with fixed events: a name, what it must show, and what happens.
type story struct {
	name, words string
	play        func(*world)
}

// knownText lists the stories that do not hold yet: a name and its words on each line.
//
//go:embed testdata/known.txt
var knownText string

// known returns the names of the stories that do not hold yet.
func known() map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(knownText) {
		if name, _, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && !strings.HasPrefix(line, "#") {
			names[name] = true
		}
	}
	return names
}

// stories are all of them, in the order of their numbers.
func stories() (all []story) {
	for _, list := range [][]story{answers, facts, letters, calendars, toldInProse, trust, asking} {
		all = append(all, list...)
	}
	return all
}

// TestStories plays each story. One that is known not to hold and holds is an error
// as well: its line goes.
func TestStories(t *testing.T) {
	open := known()
	for _, s := range stories() {
		expected := open[s.name]
		delete(open, s.name)
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			apart(t, func(t *testing.T) {
				w := newWorld(t, ny("2026-11-13T13:00"), nil)
				w.plays(s.play)
				found := w.breaches()
				switch {
				case len(found) > 0 && expected:
					t.Logf("known: %s\n%s", s.words, strings.Join(found, "\n"))
				case len(found) > 0:
					t.Errorf("%s\n%s\n%s", s.words, strings.Join(found, "\n"), w.story())
				case expected:
					t.Errorf("%q holds now: its line in testdata/known.txt goes", s.name)
				}
			})
		})
	}
	for name := range open {
		t.Errorf("testdata/known.txt names %q, and there is no such story", name)
	}
}

// The people of the stories.
var (
	ngozi = oracle.Person{Key: "ngozi", Name: "Dr. Ngozi Okafor", Address: "ngozi@acme.example"}
	tomas = oracle.Person{Key: "tomas", Name: "Tomás Rivera", Address: "tomas@acme.example"}
	robin = oracle.Person{Key: "robin", Name: "Robin Hale", Address: "robin@acme.example"}
)

// acme is the application of most stories: an interview on Friday, November 13, from
// two to three, and a decision by the 20th. Check-in 1 opens on Tuesday the 24th.
func (w *world) acme(change ...func(*oracle.App)) *app {
	a := &oracle.App{Company: "Acme", Role: "Senior Analyst", Cal: oracle.Calendar{Zone: newYork, US: true}, People: []oracle.Person{ngozi, tomas, robin}, Status: "robin",
		Rounds: []oracle.Round{{ID: "1", Start: ny("2026-11-13T14:00"), End: ny("2026-11-13T15:00"), People: []string{"ngozi", "tomas"}, Decision: oracle.OnDay(2026, 11, 20)}}}
	for _, c := range change {
		c(a)
	}
	own := w.enter(a, 0)
	w.settle()
	return own
}

// thanked lets the interview pass and the user send his thank-yous.
func (w *world) thanked(a *app) {
	w.until(ny("2026-11-13T15:30"))
	for _, p := range a.People {
		if l, ok := w.draft(a.account, p.Address, oracle.ThankYou); ok {
			w.send(a.account, l, way{})
		}
	}
	w.pass(5 * time.Minute)
}

// want finds a draft that must stand, and notes where there is none.
func (w *world) want(a *app, key, kind string) (l demo.Letter, ok bool) {
	l, ok = w.draft(a.account, a.Person(key).Address, kind)
	if !ok {
		w.fail("no %s to %s stands", kind, a.Person(key).Name)
	}
	return l, ok
}

// asked holds that the user was told something with all the words.
func (w *world) asked(words ...string) {
	w.listen()
	if w.oracle.Asked(words...) == 0 {
		w.fail("%s: nothing about %q", oracle.Silent, words)
	}
}
