package rules

import (
	"testing"
	"time"
)

func TestLessons(t *testing.T) {
	at := time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)
	received := func(id, sketch string) Fact {
		return Fact{Key: "received/" + id, At: at, What: Received{MessageID: id, Subject: "About " + id, Kind: MessageOther, Sketch: sketch}}
	}
	marked := func(key, id string, kind MessageKind, after time.Duration) Fact {
		return Fact{Key: key, At: at.Add(after), What: Marked{MessageID: id, Kind: kind}}
	}
	hinted := Fact{Key: "hinted/h", At: at, What: Hinted{MessageID: "h", Subject: "About h", Sketch: "H"}}
	a := Fold("acme", []Fact{received("a", "A"), received("b", "B"), received("c", "C"), received("d", ""), hinted,
		marked("m1", "a", MessageHolding, time.Hour), marked("m2", "a", MessageRejection, 2*time.Hour), marked("m3", "b", MessageOffer, time.Hour), marked("m4", "b", "", 2*time.Hour),
		marked("m5", "d", MessageOffer, time.Hour), marked("m6", "h", MessageOther, time.Hour)})
	got := map[string]Lesson{}
	for _, l := range a.Lessons() {
		got[l.Sketch] = l
	}
	if len(got) != 2 || got["H"].Kind != MessageOther || got["A"].Kind != MessageRejection || got["A"].Subject != "About a" {
		t.Errorf("%+v", got)
	}
	for _, f := range a.Facts {
		if m, ok := f.What.(Received); ok && m.MessageID == "b" && a.KindOf(m) != MessageOther {
			t.Errorf("what was taken back still counts: %s", a.KindOf(m))
		}
	}
}

// A message is named by its Message-ID, or as Marked names one of several, and a hint
// that was marked keeps its name.
func TestHasMessage(t *testing.T) {
	at := time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)
	facts := []Fact{
		{Key: "received/a#1", At: at, What: Received{MessageID: "a", Kind: MessageOther}},
		{Key: "hinted/0123", At: at, What: Hinted{Subject: "Hello"}},
		{Key: "received/by-hand/1", At: at, What: Received{MessageID: "b", Kind: MessageOffer}},
		{Key: "m", At: at.Add(time.Hour), What: Marked{MessageID: "0123", Kind: MessageOther}},
	}
	for _, n := range []int{3, 4} { // before and after it was marked
		a := Fold("acme", facts[:n])
		for name, want := range map[string]bool{"a": true, "a#1": true, "0123": true, "b": false, "": false, "c": false} {
			if a.HasMessage(name) != want {
				t.Errorf("%d facts, %q: %v", n, name, !want)
			}
		}
	}
	a := Fold("acme", facts)
	if got := a.LastMarked(); got != "0123" {
		t.Errorf("last marked %q", got)
	}
}
