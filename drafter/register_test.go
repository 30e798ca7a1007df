package drafter

import (
	"regexp"
	"strings"
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

// In German and French, too, as the user says or the company writes: "du" and "Sie" never
// stand in one letter, whatever it is.
func TestEveryKindOfLetterKeepsToOneForm(t *testing.T) {
	forms := map[string][2]*regexp.Regexp{
		"de": {regexp.MustCompile(`(?:^|\PL)(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Ee]u(?:ch|re?[nmrs]?|er))\PL`), regexp.MustCompile(`(?:^|\PL)(?:Sie|Ihnen|Ihre?[nmrs]?)\PL`)},
		"fr": {regexp.MustCompile(`(?i)(?:^|\PL)(?:tu|te|toi|ton|ta|tes)\PL`), regexp.MustCompile(`(?i)(?:^|[^\pL-])(?:vous|votre|vos)\PL`)},
	}
	for language, form := range forms {
		for _, said := range []string{rules.Familiar, rules.Polite} {
			for _, f := range everyKind() {
				if said == rules.Familiar && f.To.Honorific != "" {
					continue // who has a title is called politely
				}
				in := input(t, f)
				in.App.Language, in.App.Register = language, said
				in.App.Interviews[0].Points = []rules.Point{{Topic: map[string]string{"de": "Ihre Nachtschichten", "fr": "les équipes de nuit"}[language], With: f.To.Key(), Language: language}}
				for seed := range uint64(8) {
					in.Seed = seed
					d, findings, err := Compose(t.Context(), in)
					if err != nil {
						t.Fatalf("%s %s %s: %v %v", language, said, f.Kind, err, findings)
					}
					du, sie := form[0].FindString(d.Body), form[1].FindString(d.Body)
					if said == rules.Familiar && sie != "" || said == rules.Polite && du != "" {
						t.Fatalf("%s %s %s: %q in\n%s", language, said, f.Kind, du+sie, d.Body)
					}
				}
			}
		}
	}
}

// Who sat beside the recipient and has no address is named to him, whoever else is asked to
// pass thanks on.
func TestWhoWasThereAsWellIsNamed(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es", "nl"} {
		in := input(t, thankYou(okafor))
		reyes := rules.Contact{Name: "Tom Reyes", Part: rules.Interviewer}
		in.App.Language, in.App.Contacts = language, append(in.App.Contacts, reyes)
		in.App.Interviews[0].Interviewers = []string{okafor.Key(), reyes.Key()}
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		if n := strings.Count(strings.Join(strings.Fields(d.Body), " "), "Tom Reyes"); n != 1 {
			t.Errorf("%s: Tom Reyes is named %d times in\n%s", language, n, d.Body)
		}
	}
}

// Two things that were said with one member of a panel stand in his letter, and in no other.
func TestBothThingsSaidWithOneStandInHisLetter(t *testing.T) {
	for _, to := range []rules.Contact{okafor, brandt} {
		in := input(t, thankYou(to))
		in.App.Interviews[0].Points = []rules.Point{{Topic: "the freeze in March", Because: "I have seen two", With: brandt.Key()}, {Topic: "the rota for nights", With: brandt.Key()}}
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		for _, words := range []string{"the freeze in March", "the rota for nights"} {
			if strings.Contains(strings.Join(strings.Fields(d.Body), " "), words) != (to.Name == brandt.Name) {
				t.Errorf("to %s, %q:\n%s", to.Name, words, d.Body)
			}
		}
	}
}
