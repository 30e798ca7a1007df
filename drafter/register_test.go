package drafter

import (
	"regexp"
	"testing"

	"afterword/rules"
)

// The company writes "je", so the letter does, unless its reader has a title.
func TestLettersCallTheReaderAsTheCompanyDoes(t *testing.T) {
	je, u := regexp.MustCompile(`(?i)(?:^|\PL)(?:je|jou|jullie)\PL`), regexp.MustCompile(`(?i)(?:^|\PL)uw?\PL`)
	for name, c := range map[string]struct {
		to       rules.Contact
		tone     string
		heard    []rules.Received
		familiar bool
	}{
		"nothing heard": {to: brandt},
		"its register":  {to: brandt, heard: []rules.Received{{Person: true, Register: rules.Familiar}}, familiar: true},
		"its words":     {to: brandt, heard: []rules.Received{{Person: true, Evidence: []string{"we nodigen je uit"}}}, familiar: true},
		"a robot's":     {to: brandt, heard: []rules.Received{{Register: rules.Familiar}}},
		"the last one":  {to: brandt, heard: []rules.Received{{Person: true, Register: rules.Familiar}, {Person: true, Register: rules.Polite}, {Person: true}}},
		"a title":       {to: okafor, heard: []rules.Received{{Person: true, Register: rules.Familiar}}},
		"formal":        {to: brandt, tone: "formal", heard: []rules.Received{{Person: true, Register: rules.Familiar}}},
	} {
		in := input(t, thankYou(c.to))
		in.App.Language, in.Tone = "nl", c.tone
		for _, m := range c.heard {
			in.App.Facts = append(in.App.Facts, rules.Fact{What: m})
		}
		for seed := range uint64(20) {
			in.Seed = seed
			d, findings, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatalf("%s: %v %v", name, err, findings)
			}
			if c.familiar && u.MatchString(d.Body) || !c.familiar && je.MatchString(d.Body) {
				t.Fatalf("%s:\n%s", name, d.Body)
			}
		}
	}
}
