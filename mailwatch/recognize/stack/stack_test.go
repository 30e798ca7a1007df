package stack

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"afterword/mailwatch/recognize/model"
	"afterword/rules"
)

func TestLoad(t *testing.T) {
	w, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	// What both voices say is said surely, what one says alone is not.
	for name, in := range map[string]Input{
		"both": {Model: shares(rules.MessageRejection), Phrases: loud(rules.MessageRejection), Job: true, Own: true},
		"one":  {Model: shares(rules.MessageOther), Phrases: loud(rules.MessageRejection), Job: true, Own: true},
	} {
		kind, p := w.Decide(in).Best()
		if sure := kind == rules.MessageRejection && p >= 0.9; sure != (name == "both") {
			t.Errorf("%s: %s with %.2f", name, kind, p)
		}
	}
}

// shares are those of a model that is sure.
func shares(kind rules.MessageKind) (s model.Shares) {
	for k := range s {
		s[k] = 0.02
	}
	s[model.Column(kind)] = 0.9
	return s
}

func loud(kind rules.MessageKind) (p [model.N]float64) {
	p[model.Column(kind)] = 0.9
	return p
}

func TestParse(t *testing.T) {
	w := Prior()
	w[2][5] = -1.25
	got, err := Parse(w.String())
	if err != nil {
		t.Fatal(err)
	}
	if *got != w {
		t.Errorf("got %v, want %v", got, w)
	}
	for _, s := range []string{"", w.String() + "more 1 2 3 4 5 6 7 8\n", "#" + w.String()[1:len(w.String())-4] + "x\n"} {
		if _, err := Parse(s); err == nil {
			t.Errorf("%.40q… was taken", s)
		}
	}
}

// TestShares holds that whatever is said, the shares are shares, and that a kind of
// which both voices say more is not believed less.
func TestShares(t *testing.T) {
	w, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		var in Input
		for k := range model.N {
			in.Model[k] = rapid.Float64Range(0, 1).Draw(t, "model")
			in.Phrases[k] = rapid.Float64Range(0, 1).Draw(t, "phrases")
		}
		in.Answers, in.Robot, in.Job = rapid.Bool().Draw(t, "answers"), rapid.Bool().Draw(t, "robot"), rapid.Bool().Draw(t, "job")
		in.Own, in.English = rapid.Bool().Draw(t, "own"), rapid.Bool().Draw(t, "english")
		all := 0.0
		before := w.Decide(in)
		for _, s := range before {
			if !(s >= 0 && s <= 1) {
				t.Fatalf("shares %v", before)
			}
			all += s
		}
		if math.Abs(all-1) > 1e-9 {
			t.Fatalf("shares %v are %v together", before, all)
		}
		k := rapid.IntRange(0, model.N-1).Draw(t, "kind")
		in.Model[k], in.Phrases[k] = 1, 1
		if after := w.Decide(in); after[k] < before[k]-1e-9 {
			t.Fatalf("%s: more is said for it, and it falls from %v to %v", model.Kinds[k], before[k], after[k])
		}
	})
}
