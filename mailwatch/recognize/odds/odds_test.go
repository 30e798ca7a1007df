package odds

import (
	"testing"

	"pgregory.net/rapid"
)

// weights give each of a few cues something.
func weights(of map[string]float64) Weights {
	rows := make([]float64, Buckets)
	for cue, w := range of {
		var c Cues
		c.Add(cue)
		rows[c.Buckets()[0]] = w
	}
	w, err := Decode(Encode(0, rows))
	if err != nil {
		panic(err)
	}
	return w
}

func TestOf(t *testing.T) {
	w := weights(map[string]float64{"for": 1, "against": -1})
	for name, c := range map[string]struct {
		cues []string
		want float64
	}{"nothing": {nil, 0.5}, "for": {[]string{"for"}, 0.95}, "against": {[]string{"against"}, 0.05}, "both": {[]string{"for", "against"}, 0.5}, "twice is once": {[]string{"for", "for"}, 0.95}} {
		var cues Cues
		for _, cue := range c.cues {
			cues.Add(cue)
		}
		if got := w.Of(&cues); got < c.want-0.02 || got > c.want+0.02 {
			t.Errorf("%s: %.3f, want about %.2f", name, got, c.want)
		}
	}
}

func TestAddKeepsPlacesApart(t *testing.T) {
	var c Cues
	c.Add("before", "with")
	c.Add("behind", "with")
	c.Add("before", "with", "you")
	c.Flag("no", false)
	if n := len(c.Buckets()); n != 3 {
		t.Errorf("%d cues, want 3", n)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, n := range []int{0, header, header + Buckets - 1, header + Buckets + 1} {
		if _, err := Decode(make([]byte, n)); err == nil {
			t.Errorf("%d bytes were taken", n)
		}
	}
}

// What is encoded says the same, as finely as a byte can, and more for something never
// makes it less likely.
func TestEncodeAndDecode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]float64, Buckets)
		var c Cues
		for _, cue := range rapid.SliceOfN(rapid.StringN(1, 8, -1), 1, 20).Draw(t, "cues") {
			before := len(c.Buckets())
			c.Add(cue)
			if len(c.Buckets()) > before {
				rows[c.Buckets()[before]] = rapid.Float64Range(-2, 2).Draw(t, "weight")
			}
		}
		bias := rapid.Float64Range(-1, 1).Draw(t, "bias")
		w, err := Decode(Encode(bias, rows))
		if err != nil {
			t.Fatal(err)
		}
		sum := bias
		for _, b := range c.Buckets() {
			sum += Value(len(c.Buckets())) * rows[b]
		}
		got := w.Of(&c)
		if want := Sigmoid(sum); got < want-0.1 || got > want+0.1 {
			t.Fatalf("%.3f, want %.3f", got, want)
		}
		rows[c.Buckets()[0]]++
		if more, _ := Decode(Encode(bias, rows)); more.Of(&c) < got-0.1 {
			t.Fatalf("more for it, and it falls from %.3f to %.3f", got, more.Of(&c))
		}
	})
}
