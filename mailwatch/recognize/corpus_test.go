package recognize

import (
	"slices"
	"strings"
	"testing"

	"afterword/mailwatch/recognize/corpus"
	"afterword/rules"
)

// floor is the share of the corpus whose kind must be right. It is what was
// reached, and it is never lowered: what breaks it is mended.
const floor = 0.98

func TestCorpusKinds(t *testing.T) {
	items, err := corpus.Items()
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	confused := map[[2]rules.MessageKind]int{}
	for _, it := range items {
		v := Read(it.Raw, Options{})
		confused[[2]rules.MessageKind{it.Kind, v.Kind}]++
		if v.Kind == it.Kind {
			right++
			continue
		}
		t.Logf("%s: %s, not %s (%.2f): %q", it.Name, it.Kind, v.Kind, v.Confidence, v.Evidence)
	}
	t.Logf("%d of %d right: %v", right, len(items), confused)
	if float64(right) < floor*float64(len(items)) {
		t.Errorf("%d of %d kinds right, which is below %v", right, len(items), floor)
	}
}

func TestCorpusText(t *testing.T) {
	items, err := corpus.Items()
	if err != nil {
		t.Fatal(err)
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	right := 0
	for _, it := range items {
		v := Read(it.Raw, Options{})
		if squeeze(v.Text) == squeeze(it.Text) {
			right++
			continue
		}
		t.Logf("%s:\n got %q\nwant %q", it.Name, v.Text, it.Text)
	}
	t.Logf("%d of %d right", right, len(items))
}

func TestCorpusShape(t *testing.T) {
	items, err := corpus.Items()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	count := map[string]int{}
	for _, it := range items {
		if seen[it.Name] {
			t.Errorf("two messages are called %q", it.Name)
		}
		seen[it.Name] = true
		count[it.Language]++
		count[string(it.Kind)]++
		if !slices.Contains(rules.MessageKinds, it.Kind) {
			t.Errorf("%s: kind %q is none", it.Name, it.Kind)
		}
	}
	t.Logf("%d messages: %v", len(items), count)
}
