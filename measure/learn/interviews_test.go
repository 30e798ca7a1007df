package learn

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"afterword/mailwatch/recognize/odds"
	"afterword/mailwatch/recognize/prose"
)

// examples are of something that is so where the first cue stands.
func examples() (list []Example) {
	for i := range 40 {
		var c odds.Cues
		c.Add([]string{"with", "ask"}[i%2])
		c.Add([]string{"monday", "friday", "noon"}[i%3])
		list = append(list, Example{Buckets: c.Buckets(), Yes: i%2 == 0, Weight: 1})
	}
	return list
}

func TestOddsLearn(t *testing.T) {
	w, err := odds.Decode(Odds(examples()))
	if err != nil {
		t.Fatal(err)
	}
	for cue, want := range map[string]bool{"with": true, "ask": false} {
		var c odds.Cues
		c.Add(cue)
		c.Add("tuesday") // never seen
		if p := w.Of(&c); (p > 0.7) != want || (p < 0.3) == want {
			t.Errorf("%q: %.2f", cue, p)
		}
	}
}

func TestOddsAreReproducible(t *testing.T) {
	if !bytes.Equal(Odds(examples()), Odds(examples())) {
		t.Error("the same examples gave other weights")
	}
}

// TestOddsAreOfTheInterviews holds that whoever changes the messages, or what is seen of
// them, learns the odds anew.
func TestOddsAreOfTheInterviews(t *testing.T) {
	list, err := Interviews(".")
	if err != nil {
		t.Fatal(err)
	}
	want, err := InterviewsDigest(list, func(kind prose.Kind) ([]byte, error) {
		return os.ReadFile("../../mailwatch/recognize/prose/" + string(kind) + ".bin")
	})
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile("interviews.txt")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(said)) != want {
		t.Error("the messages about interviews, or what is seen of them, are others than when the odds were learned: go run ./measure/train")
	}
}

// Each set has what it is for: messages about interviews and others, with people and times.
func TestInterviews(t *testing.T) {
	list, err := Interviews(".")
	if err != nil {
		t.Fatal(err)
	}
	sets := BySet(list)
	if len(sets) < 10 {
		t.Fatalf("%d sets", len(sets))
	}
	for set, of := range sets {
		traps, people, times := 0, 0, 0
		for _, one := range of {
			if one.Trap != "" {
				traps++
			}
			people += len(one.Interviewers)
			times += len(one.Starts)
			if set != Ordinary && one.Trap == "" && !strings.Contains(one.Raw, ".example") {
				t.Errorf("%s: a message from nowhere: %.80q", set, one.Raw)
			}
		}
		if traps == 0 || set != Ordinary && (people == 0 || times == 0) {
			t.Errorf("%s: %d traps, %d people, %d times in %d messages", set, traps, people, times, len(of))
		}
	}
}
