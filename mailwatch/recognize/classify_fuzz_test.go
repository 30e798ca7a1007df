package recognize

import (
	"slices"
	"strings"
	"testing"

	"afterword/mailwatch/recognize/corpus"
	"afterword/rules"
)

// FuzzClassify holds what is true of every letter: a kind of the table, a
// confidence between 0 and 1, and evidence that stands in the letter.
func FuzzClassify(f *testing.F) {
	items, err := corpus.Items()
	if err != nil {
		f.Fatal(err)
	}
	for _, it := range items[:min(len(items), 60)] {
		f.Add("Re: "+it.Name, it.Text)
	}
	f.Add("", strings.Repeat("we will not not not ", 400))
	f.Add("\xff\xfe", "a\u0308\u200b\x00 we'd won't l'entretien d'un\u0301 >")
	f.Fuzz(func(t *testing.T, subject, text string) {
		kind, confidence, evidence, _ := classify(letterOf("", subject, text), false)
		if !slices.Contains(rules.MessageKinds, kind) || kind == rules.MessageBounce || kind == rules.MessageAutoReply {
			t.Errorf("kind %q", kind)
		}
		if !(confidence >= 0 && confidence <= 1) {
			t.Errorf("confidence %v", confidence)
		}
		whole := strings.Join(strings.Fields(subject), " ") + "\n" + strings.Join(strings.Fields(text), " ")
		for _, e := range evidence {
			if e.Words == "" || !strings.Contains(whole, e.Words) {
				t.Errorf("evidence %q does not stand in the letter", e.Words)
			}
		}
	})
}

func BenchmarkClassify(b *testing.B) {
	items, err := corpus.Items()
	if err != nil {
		b.Fatal(err)
	}
	Prepare()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		it := items[i%len(items)]
		classify(letterOf("", "", it.Text), false)
	}
}
