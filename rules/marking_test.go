package rules

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// askedAbout is what `mark` takes without the name of a message, after the user was told
// what there was to tell.
func askedAbout(t testing.TB, facts []Fact, now time.Time) string {
	t.Helper()
	cal := mustCalendar(t, CalendarOptions{Zone: newYork, Holidays: "US"})
	for range 2 {
		a := Fold("acme", facts)
		s := Plan(&a, cal, DefaultPolicy, now)
		for _, n := range s.Notices {
			facts = append(facts, Fact{"told/" + n.Topic, now, Told{n.Topic}})
		}
		if len(s.Notices) == 0 {
			return a.AskedAbout(s.Asked)
		}
	}
	a := Fold("acme", facts)
	return a.AskedAbout(Plan(&a, cal, DefaultPolicy, now).Asked)
}

func TestMarkMeansWhatWasAsked(t *testing.T) {
	wrote := func(id, when string, kind MessageKind, person, sure bool) Fact {
		return Fact{"received/" + id, ny(when), Received{MessageID: id, From: robin, Subject: "Your application", Kind: kind, Person: person, Sure: sure}}
	}
	offer, other := wrote("offer", "2026-11-16T10:00", MessageOffer, true, false), wrote("other", "2026-11-16T11:00", MessageOther, true, true)
	away, thanks := wrote("away", "2026-11-16T12:00", MessageAutoReply, false, true), wrote("thanks", "2026-11-16T13:00", MessageAcknowledgement, false, true)
	hint := Fact{"hinted/hint", ny("2026-11-16T09:00"), Hinted{MessageID: "hint", From: robin, Subject: "Hello", Why: "names the company"}}
	marked := func(id string) Fact {
		return Fact{"user/m", ny("2026-11-16T14:00"), Marked{id, MessageHolding}}
	}
	for _, c := range []struct {
		facts []Fact
		want  string
	}{
		{nil, ""},
		{[]Fact{away}, "away"},
		{[]Fact{offer}, "offer"},
		{[]Fact{offer, away, thanks}, "offer"},
		{[]Fact{other, away}, "other"},
		{[]Fact{offer, other, away}, "other"},
		{[]Fact{offer, other, marked("other"), thanks}, "offer"},
		{[]Fact{hint, away, thanks}, "hint"},
		{[]Fact{{"received/robin@acme.example/2026", ny("2026-11-16T10:00"), Received{From: robin, Kind: MessageOffer, Person: true}}, away}, "robin@acme.example/2026"},
	} {
		if got := askedAbout(t, append([]Fact{story("2026-11-20")}, c.facts...), ny("2026-11-17T09:00")); got != c.want {
			t.Errorf("%v: %q, want %q", c.facts, got, c.want)
		}
	}
}

// However many automatic messages come after the one that is asked about, it is the one.
func TestWhatCameLaterIsNotWhatWasAsked(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		at := ny("2026-11-16T10:00")
		facts := []Fact{story("2026-11-20"), {"received/asked", at, Received{MessageID: "asked", From: robin, Kind: rapid.SampledFrom([]MessageKind{MessageOffer, MessageRejection}).Draw(rt, "kind"), Person: true}}}
		for n := range rapid.IntRange(0, 8).Draw(rt, "later") {
			id := fmt.Sprint("later", n)
			facts = append(facts, Fact{"received/" + id, at.Add(time.Duration(n+1) * time.Minute), Received{MessageID: id, From: robin, Sure: true,
				Kind: rapid.SampledFrom([]MessageKind{MessageAutoReply, MessageAcknowledgement, MessageHolding, MessageTimeline}).Draw(rt, "later kind")}})
		}
		if got := askedAbout(t, slices.Clone(facts), at.Add(time.Hour)); got != "asked" {
			rt.Fatalf("%q of %v", got, facts)
		}
	})
}
