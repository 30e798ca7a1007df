package model

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"afterword/rules"
)

func TestLoad(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]rules.MessageKind{
		"We have decided to go on with another candidate and will not be taking your application further.": rules.MessageRejection,
		"Wir haben uns leider für eine andere Bewerberin entschieden.":                                     rules.MessageRejection,
		"We are delighted to offer you the position; the contract is attached.":                            rules.MessageOffer,
		"Merci, nous avons bien reçu votre candidature et nous l'étudierons.":                              rules.MessageAcknowledgement,
		"¿Te vendría bien una entrevista por videollamada el martes a las 10?":                             rules.MessageInterview,
		"Zou je ons twee referenties en je salariswens kunnen sturen?":                                     rules.MessageQuestion,
	} {
		if got, share := m.Score("", text).Best(); got != want {
			t.Errorf("%q: %s (%.2f), not %s", text, got, share, want)
		}
	}
}

func TestDecode(t *testing.T) {
	if _, err := Decode(weights[1:]); err == nil {
		t.Error("weights that are too short were taken")
	}
	bias := [N]float64{0: 0.5, 7: -2}
	rows := make([][N]float32, Buckets)
	rows[7] = [N]float32{1, -1, 0.5, 9, -9}
	m, err := Decode(Encode(bias, rows, 1))
	if err != nil {
		t.Fatal(err)
	}
	if m.bias != bias {
		t.Errorf("bias %v, want %v", m.bias, bias)
	}
	for k, want := range []float64{1, -1, 0.5, 1, -1, 0, 0, 0} {
		if got := m.unit * float64(m.sum([]uint16{7})[k]); math.Abs(got-want) > 0.005 {
			t.Errorf("weight %d is %v, want %v", k, got, want)
		}
	}
}

// TestSum compares the addition in lanes with the plain one.
func TestSum(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		grams := rapid.SliceOfN(rapid.Uint16(), 0, 1500).Draw(t, "grams")
		var want [N]int
		for _, g := range grams {
			for k, w := range m.rows[int(g)*N:][:N] {
				want[k] += int(w) - 128
			}
		}
		if got := m.sum(grams); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestFold(t *testing.T) {
	for source, want := range map[string]string{
		"Für Müller: 12.500 EUR, l’entretien?":         " fur muller 0 0 eur l entretien ? ",
		"Cafe\u0301 na\u00advet\u200be":                " cafe navete ",
		"https://x.example/" + strings.Repeat("a", 40): " https x example ",
		"":     " ",
		"\x80": " ",
	} {
		var f folded
		f.read(source, 100)
		if string(f.text) != want {
			t.Errorf("%q is folded to %q, want %q", source, f.text, want)
		}
		for _, w := range f.words {
			if w.start >= w.end || w.end > len(source) || w.from >= w.to || w.to > len(f.text) {
				t.Errorf("%q: word %+v", source, w)
			}
		}
	}
}

func TestWords(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Dear Mira, it was a pleasure to meet you on Monday. We have chosen another candidate for this position. The weather is fine."
	words := m.Words(text, rules.MessageRejection, 2)
	if len(words) == 0 || !strings.Contains(strings.Join(words, "|"), "another candidate") {
		t.Errorf("%q do not say why", words)
	}
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q does not stand in the text", w)
		}
	}
}

func TestColumn(t *testing.T) {
	for i, k := range Kinds {
		if Column(k) != i {
			t.Errorf("%s is in column %d, not %d", k, Column(k), i)
		}
	}
	if Column(rules.MessageBounce) != N-1 {
		t.Error("a bounce is no other mail")
	}
}

// FuzzScore holds that any text is scored, in the same way each time, with bounded work.
func FuzzScore(f *testing.F) {
	m, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Your application", "We regret to inform you.")
	f.Add("", "")
	f.Add("\xff\xfe", strings.Repeat("é\u0301", 5000)+"\x00?\u200b")
	f.Add("?", strings.Repeat("x", 1<<16))
	f.Fuzz(func(t *testing.T, subject, text string) {
		s := m.Score(subject, text)
		for _, share := range s {
			if !(share >= 0 && share <= 1) {
				t.Fatalf("shares %v", s)
			}
		}
		if s != m.Score(subject, text) {
			t.Error("scored twice, and not the same")
		}
		m.Words(text, Kinds[0], 3)
		n := 0
		for _, grams := range GramsOf(subject, text) {
			n += len(grams)
		}
		if n > 6*(mostText+mostSubject+16) {
			t.Errorf("%d grams of %d bytes", n, len(text))
		}
	})
}

func TestWeightsAreNotWritten(t *testing.T) {
	before := bytes.Clone(weights)
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	m.Score("a", "b")
	m.Words("a b c", Kinds[0], 3)
	if !bytes.Equal(before, weights) {
		t.Error("reading changed the weights")
	}
}
