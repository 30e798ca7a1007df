package templates

import (
	"os"
	"strings"
	"testing"
)

func TestThePageExplainsEveryNameAndCondition(t *testing.T) {
	page, err := os.ReadFile("../doc/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range knownNames {
		if !strings.Contains(string(page), "`{"+name+"}`") {
			t.Errorf("{%s} is not explained", name)
		}
	}
	for name := range formNames {
		if !strings.Contains(string(page), "`{"+name+"}`") {
			t.Errorf("{%s} of the notes is not explained", name)
		}
	}
	for field := range formFields {
		if !strings.Contains(string(page), "`"+field+"`") {
			t.Errorf("[%s] of the notes is not explained", field)
		}
	}
	for tag := range knownTags {
		if !strings.Contains(string(page), "`"+tag+"`") {
			t.Errorf("the condition %q is not explained", tag)
		}
	}
}

// Where all is known, every job has at least five wordings in
// every tone.
func TestFiveWordingsForEachJob(t *testing.T) {
	s := load(t)
	for _, lang := range Languages() {
		for letter, all := range samples() {
			f, err := s.file(lang + "/" + letter)
			if err != nil {
				t.Fatal(err)
			}
			for i, d := range all {
				if d.Role == "" || d.Company == "" || d.Met.IsZero() {
					continue
				}
				for j := range d.Topics {
					d.Topics[j] = languages[lang].notes[j]
				}
				for j := range d.Challenges {
					d.Challenges[j] = languages[lang].notes[2]
				}
				d.Language = lang
				c := newMatter(d, f.language)
				slots := c.slots(f)
				n := 0
				for _, jobs := range f.plan {
					for _, job := range jobs {
						if got := len(slots[n].candidates); got < 5 && (got > 0 || !job.optional) {
							t.Errorf("%s %d: [%s] has %d wordings under %s", f.name, i, job.name, got, unknowns(c))
						}
						n++
					}
				}
			}
		}
	}
}

// A sentence that two wordings share would make the second useless once the
// first was used.
func TestNoSentenceStandsTwiceInAFile(t *testing.T) {
	s := load(t)
	for name := range s.texts {
		text, err := s.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		familiar := "" // a sentence may stand in both forms of address
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "[") {
				familiar = ""
				if strings.Contains(line, "familiar") {
					familiar = "familiar "
				}
			}
			if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "[") || strings.HasPrefix(line, "subject:") || strings.HasSuffix(name, common) {
				continue
			}
			for _, sentence := range Sentences(line) {
				if seen[familiar+sentence] {
					t.Errorf("%s: %q stands twice", name, sentence)
				}
				seen[familiar+sentence] = true
			}
		}
	}
}
