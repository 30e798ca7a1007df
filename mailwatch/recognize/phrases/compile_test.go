package phrases

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPhrases(t *testing.T) {
	b, err := compile(oneList(`
{thing} = letter|l'offre|two_words
rejection 4
	no {thing}? .. again|absag*
	^ l_offre* absage
	no end|absagen_nein* end
`))
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

// TestMistakes holds that what is wrong in a list is found, and where.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"\tno":                                     `some.txt:1: phrase "no" stands under no heading`,
		"weather 4\n\tno":                          `some.txt:1: heading "weather 4": unknown topic`,
		"rejection much\n\tno":                     `some.txt:1: heading "rejection much": what is "much"?`,
		"rejection NaN\n\tno":                      `some.txt:1: heading "rejection NaN": what is "NaN"?`,
		"rejection\n\tno":                          `some.txt:1: heading "rejection": it has no weight`,
		"void\n\tno":                               `some.txt:1: heading "void": it does not say what is void`,
		"rejection 4\n\n# none\n":                  `some.txt:1: the heading of line 1 has no phrases`,
		"rejection 4\noffer 4\n\tyes":              `some.txt:2: the heading of line 1 has no phrases`,
		"rejection 4\n\tno\n\tyes\n\tno":           `some.txt:4: phrase "no" stands under its heading already, in line 2`,
		"rejection 4\n\t{no} way":                  `some.txt:2: phrase "{no} way": "{no}": {no} was not given`,
		"rejection 4\n\t{no way":                   `some.txt:2: phrase "{no way": "{no": } is missing`,
		"rejection 4\n\tno} way":                   `some.txt:2: phrase "no} way": "no}": { is missing`,
		"rejection 4\n\tno||way":                   `some.txt:2: phrase "no||way": "no||way": an alternative holds no word`,
		"rejection 4\n\tno|_":                      `some.txt:2: phrase "no|_": "no|_": an alternative holds no word`,
		"rejection 4\n\tno ?":                      `some.txt:2: phrase "no ?": "": an alternative holds no word`,
		"rejection 4\n\tno?|yes":                   `some.txt:2: phrase "no?|yes": "no?|yes": '?' means nothing here`,
		"rejection 4\n\tno, way":                   `some.txt:2: phrase "no, way": "no,": ',' means nothing here`,
		"rejection 4\n\tnone*of way":               `some.txt:2: phrase "none*of way": "none*of": '*' means nothing here`,
		"rejection 4\n\tno ....  way":              `some.txt:2: phrase "no ....  way": "....": '.' means nothing here`,
		"rejection 4\r\n\tno\r\n\tno wa*\r\n":      `some.txt:3: phrase "no wa*": stem "wa" is too short`,
		"rejection 4\n\tno? way?":                  `some.txt:2: phrase "no? way?": every word of it is optional`,
		"rejection 4\n\t.. way":                    `some.txt:2: phrase ".. way": a gap must stand between words`,
		"rejection 4\n\tno ..":                     `some.txt:2: phrase "no ..": a gap must stand between words`,
		"{a} = b c\nrejection 4\n\t{a}":            `some.txt:1: {a} = "b c": a blank stands between elements`,
		"{a} = b|\nrejection 4\n\t{a}":             `some.txt:1: {a}: "b|": an alternative holds no word`,
		"{a} = b?\nrejection 4\n\t{a}":             `some.txt:1: {a}: "b?": '?' means nothing here`,
		"# one\n{a} = b|c*\nrejection 4\n\t{a}":    `some.txt:2: {a}: stem "c" is too short`,
		"{a} = b\n\n{a} = c\nrejection 4\n\t{a}":   `some.txt:3: {a} was given before, in en/some.txt:1`,
		"{a} = b\n{b} = c\nrejection 4\n\t{a}":     `some.txt:2: no phrase uses {b}`,
		"{a} = b|{c}\n{c} = {a}|d\noffer 4\n\t{a}": `some.txt:1: {a}: a name in it holds itself`,
		"{a b} = c\nrejection 4\n\tno":             `some.txt:1: {a b} is no name`,
		"{a}=b|c\nrejection 4\n\t{a}":              `some.txt:1: "{a}=b|c": a name is given so: {name} = word|word`,
	} {
		if _, err := compile(oneList(text)); err == nil || !strings.HasPrefix(err.Error(), "en/"+want) {
			t.Errorf("%q: error %v, want en/%s", text, err, want)
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

// oneList is a language of one list.
func oneList(text string) []language {
	return []language{{"en", []list{{"en/some.txt", text}}}}
}
