package phrases

import (
	"strings"
	"testing"
)

func TestCutKeepsOffsets(t *testing.T) {
	s := "Für Sie, we'd “won't” l’entretien\u200b u\u0308ber e-mail; cannot."
	var folded []string
	x := cut(s, func(w []byte) int32 { folded = append(folded, string(w)); return 0 })
	want := "fuer sie we would will not l entretien ueber e mail can not"
	if got := strings.Join(folded, " "); got != want {
		t.Errorf("folded to %q, not %q", got, want)
	}
	last := int32(0)
	for _, w := range x.words {
		if w.start < last || w.end < w.start || int(w.end) > len(s) {
			t.Errorf("word at %d:%d after %d", w.start, w.end, last)
		}
		last = w.start
	}
	if len(x.sentences) != 2 {
		t.Errorf("%d sentences", len(x.sentences))
	}
}
