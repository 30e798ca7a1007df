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
const floor = 0.99

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
	right, all := 0, 0
	for _, it := range items {
		if it.Kind == rules.MessageBounce {
			continue
		}
		all++
		v := Read(it.Raw, Options{})
		if squeeze(v.Text) == squeeze(it.Text) {
			right++
			continue
		}
		t.Logf("%s:\n got %q\nwant %q", it.Name, v.Text, it.Text)
	}
	t.Logf("%d of %d right", right, all)
	if float64(right) < floor*float64(all) {
		t.Errorf("new text right in %d of %d, which is below %v", right, all, floor)
	}
}

// TestCorpusFacts looks at what a message names besides its kind. A date that
// is not given must not be found; one that is given may be missed, not misread.
func TestCorpusFacts(t *testing.T) {
	items, err := corpus.Items()
	if err != nil {
		t.Fatal(err)
	}
	named, found, wrong := 0, 0, 0
	for _, it := range items {
		v := Read(it.Raw, Options{})
		for _, d := range []struct {
			what      string
			got, want rules.Date
		}{
			{"decision", v.DecisionDate, it.Decision},
			{"return", v.ReturnDate, it.Return},
			{"respond-by", v.RespondBy, it.RespondBy},
		} {
			if d.want.IsZero() {
				continue
			}
			named++
			switch d.got {
			case d.want:
				found++
			case rules.Date{}:
				t.Logf("%s: %s date %v missed", it.Name, d.what, d.want)
			default:
				wrong++
				t.Logf("%s: %s date %v, not %v", it.Name, d.what, d.want, d.got)
			}
		}
		for _, address := range it.Failed {
			if !slices.Contains(v.FailedRecipients, address) {
				t.Errorf("%s: failed recipient %s not found in %q", it.Name, address, v.FailedRecipients)
			}
		}
	}
	t.Logf("%d of %d dates found, %d wrong", found, named, wrong)
	if found*4 < named*3 {
		t.Errorf("%d of %d dates found, which is below three in four", found, named)
	}
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
