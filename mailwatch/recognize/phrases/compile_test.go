package phrases

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBookCompiles(t *testing.T) {
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d phrases, %d words", len(b.phrases), len(b.words))
}

func TestPhrases(t *testing.T) {
	b, err := compile(`
{thing} = letter|l'offre|two_words
rejection 4
	no {thing}? .. again|absag*
	^ l_offre* absage
	no end|absagen_nein* end
`)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]string{
		"no again":                     "no again",
		"No letter, and so on, again":  "No letter, and so on, again",
		"No two words again":           "No two words again",
		"no two again words":           "no two again",
		"No one is of mind again":      "No one is of mind again",
		"No one is of this mind again": "",
		"No l’offre absagbar":          "No l’offre absagbar",
		"no absag":                     "no absag",
		"no absage":                    "no absage",
		"no end end":                   "no end end",
		"no absagen neinsagen":         "no absagen",
		"no. Absagen":                  "",
		"L'offres absage":              "L'offres absage",
		"à l'offre absage":             "",
	} {
		x := cut(s, b.number)
		got := ""
		if found := b.find(&x); len(found) > 0 {
			got = s[x.words[found[0].first].start:x.words[found[0].last-1].end]
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", s, got, want)
		}
	}
}

func TestWrongPhrases(t *testing.T) {
	for book, want := range map[string]string{
		"\tno":                    "under no heading",
		"weather 4\n\tno":         "unknown topic",
		"rejection much\n\tno":    `what is "much"`,
		"rejection 4\n\t{no} way": "was not given",
		"rejection 4\n\t{no way":  "} is missing",
		"rejection 4\n\tno||way":  "holds no word",
		"rejection 4\n\tno ?":     "holds no word",
		"rejection 4\n\tno wa*":   "too short",
		"rejection 4\n\tno? way?": "optional",
		"rejection 4\n\t.. way":   "gap",
		"rejection 4\n\tno ..":    "gap",
		"{a} = b c\nrejection 4":  "blank",
	} {
		if _, err := compile(book); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q in it", book, err, want)
		}
	}
}

func TestJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SliceOf(rapid.Custom(func(t *rapid.T) span {
			first := rapid.Int32Range(1, 60).Draw(t, "first")
			return span{first, first + rapid.Int32Range(0, 5).Draw(t, "more")}
		})).Draw(t, "spans")
		joined := join(slices.Clone(given))
		for id := int32(0); id < 70; id++ {
			want := slices.ContainsFunc(given, func(s span) bool { return s.has(id) })
			if joined.has(id) != want {
				t.Fatalf("%v: has %d is %v", joined, id, !want)
			}
		}
	})
}
