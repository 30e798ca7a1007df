package learn

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/model"
	"afterword/mailwatch/recognize/stack"
	"afterword/rules"
)

// few are enough samples to learn something from.
func few() (all []Sample) {
	for kind, texts := range map[rules.MessageKind][]string{
		rules.MessageRejection: {"we chose another candidate", "we will not go on with you", "sorry, we chose someone else"},
		rules.MessageOther:     {"your parcel is on its way", "the weather will be fine", "lunch at noon?"},
	} {
		for _, text := range texts {
			all = append(all, Sample{Letter: recognize.Open(mail.Read(Raw("", "", "", text))), Kind: kind})
		}
	}
	return all
}

func TestModelLearns(t *testing.T) {
	m, err := model.Decode(Model(few()))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]rules.MessageKind{
		"we chose another": rules.MessageRejection,
		"your lunch":       rules.MessageOther,
	} {
		if got, _ := m.Score("", text).Best(); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}

func TestModelIsReproducible(t *testing.T) {
	samples := few()
	if !bytes.Equal(Model(samples), Model(samples)) {
		t.Error("the same samples gave other weights")
	}
}

// TestWeightsAreOfTheSamples holds that whoever changes the samples trains anew. The
// training takes too long for a test; the digest of what it read stands beside it.
func TestWeightsAreOfTheSamples(t *testing.T) {
	sets, err := All(".")
	if err != nil {
		t.Fatal(err)
	}
	weights, err := os.ReadFile("../../mailwatch/recognize/model/weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile("digest.txt")
	if err != nil {
		t.Fatal(err)
	}
	if want := Digest(sets.All(), weights); strings.TrimSpace(string(said)) != want {
		t.Errorf("the samples or the weights are others than when the model was trained: go run ./measure/train")
	}
}

func TestDigestIsOfAll(t *testing.T) {
	samples := few()
	before := Digest(samples, nil)
	if b := sha256.Sum256(nil); before == hex.EncodeToString(b[:]) {
		t.Error("the digest is that of nothing")
	}
	samples[1].Kind = rules.MessageHolding
	if Digest(samples, nil) == before {
		t.Error("another kind has the same digest")
	}
}

// TestStackFits gives the stack letters of which one voice is always right and the
// other never.
func TestStackFits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	var cases []Case
	for range 400 {
		right, wrong := random.IntN(model.N), random.IntN(model.N)
		in := stack.Input{}
		in.Model[wrong] = 1
		in.Phrases[right] = 0.8
		cases = append(cases, Case{Sample: Sample{Kind: model.Kinds[right]}, Vector: in.Vector(), Weight: 1})
	}
	w := Stack(cases)
	correct, said := 0, 0.0
	for _, c := range cases {
		kind, p := w.Shares(c.Vector).Best()
		said += p
		if kind == c.Kind {
			correct++
		}
	}
	if correct < 390 {
		t.Errorf("%d of %d right", correct, len(cases))
	}
	// The prior believed both alike, and its leash holds: less is said than is right.
	if said > float64(correct) || said < 0.75*float64(correct) {
		t.Errorf("said with %.0f, right %d", said, correct)
	}
	if *w != *Stack(cases) {
		t.Error("fitted twice, and not the same")
	}
}

func TestBalanced(t *testing.T) {
	cases := make([]Case, 100)
	for i := range cases {
		cases[i].Source = "mailbox"
	}
	cases = append(cases, Case{Sample: Sample{Source: "one"}})
	total := map[string]float64{}
	for _, c := range Balanced(cases) {
		total[c.Source] += c.Weight
	}
	if math.Abs(total["mailbox"]-most) > 1e-9 || total["one"] != 1 {
		t.Errorf("%v", total)
	}
}

func TestInvented(t *testing.T) {
	sets, err := All(".")
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, s := range sets.Invented {
		count[s.Lang]++
		count[string(s.Kind)]++
		if strings.TrimSpace(s.Letter.Text) == "" && s.Letter.Subject == "" {
			t.Errorf("%s, %s: a message that says nothing", s.Source, s.Kind)
		}
	}
	t.Logf("%d invented messages: %v", len(sets.Invented), count)
}
