package templates

import (
	"testing"
)

// A wording that the user took out of three letters, and left in none, is not offered
// again as long as there is another.
func TestDropped(t *testing.T) {
	set, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	d := Data{Kind: "thank-you", Language: "en", Role: "Analyst", Company: "Acme", Me: "Maya Lind", To: Person{Name: "Jonas Brandt", First: "Jonas", Last: "Brandt"}}
	first, err := set.Write(t.Context(), d, nil, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	out := first.Sentences[0]
	has := func(d Data) (n int) {
		for seed := range uint64(60) {
			l, err := set.Write(t.Context(), d, nil, 0, seed)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range l.Sentences {
				if s == out {
					n++
				}
			}
		}
		return n
	}
	twice, thrice := []string{out, out}, []string{out, out, out}
	if has(d) == 0 {
		t.Fatalf("%q is never offered", out)
	}
	for name, c := range map[string]struct {
		dropped, kept []string
		offered       bool
	}{"twice": {twice, nil, true}, "always": {thrice, nil, false}, "not always": {thrice, []string{out}, true}} {
		d.Dropped, d.Kept = c.dropped, c.kept
		if n := has(d); (n > 0) != c.offered {
			t.Errorf("taken out %s: it stands in %d of 60 letters", name, n)
		}
	}
}
