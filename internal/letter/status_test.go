package letter

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAsksStatus(t *testing.T) {
	for text, want := range map[string]bool{
		"I wanted to ask whether there is any news on the analyst role.":                    true,
		"Where do things stand with the role?":                                              true,
		"How are things going with the search, and what are the next steps?":                true,
		"I'm just following up on the status of my application.":                            true,
		"Have you come to a decision yet?":                                                  true,
		"Please let me know if there is an update.":                                         true,
		"Gibt es schon Neuigkeiten?":                                                        true,
		"Darf ich mich nach dem Stand meiner Bewerbung erkundigen?":                         true,
		"Auriez-vous des nouvelles concernant le poste ?":                                   true,
		"Je me permets de vous demander où en est votre décision.":                          true,
		"¿Hay alguna novedad sobre el puesto?":                                              true,
		"Me gustaría saber cómo va el proceso.":                                             true,
		"Is er al nieuws over de functie?":                                                  true,
		"Ik ben benieuwd hoe het ervoor staat.":                                             true,
		"Here are the references that you asked for. Let me know if you need anything else": false,
		"Yes, Tuesday at ten works for me.":                                                 false,
		"Thank you for the update! Tuesday works.":                                          false,
		"Could you tell me the address, and whether I can park there?":                      false,
		"Thank you for your time yesterday. I enjoyed our talk about billing.":              false,
		"My salary expectation is 60,000. I can start on May 1.":                            false,
		"Is another date possible? On Monday I am travelling.":                              false,
		"anbei die gewünschten Zeugnisse. Passt Ihnen Dienstag?":                            false,
		"Vielen Dank für die Neuigkeiten. Können wir am Montag sprechen?":                   false,
		"Vous trouverez ci-joint mes références.":                                           false,
		"Adjunto las referencias. El martes me viene bien.":                                 false,
		"Bijgaand de referenties. Dinsdag schikt mij.":                                      false,
		"": false,
	} {
		if got := Part("Dear Robin,\n\n" + text + "\n\nBest regards,\nSam").AsksStatus(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// What the program itself asks is a status question, in every language; what it thanks
// for is none.
func TestOurOwnLettersAsk(t *testing.T) {
	asked, missed := 0, 0
	for _, file := range globs(t, "../../templates/*/*.txt") {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		section, name := "", filepath.Base(file)
		for line := range strings.Lines(string(raw)) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasPrefix(line, "["):
				section = strings.Fields(strings.Trim(line, "[]") + " ")[0]
			case line == "" || line[0] == '#' || section == "":
			default:
				asks := Part(strings.NewReplacer("{role}", "Senior Analyst", "{company}", "Acme", "{decision}", "November 20", "{met}", "November 13").Replace(line)).AsksStatus()
				switch {
				case strings.HasPrefix(name, "check-in") && strings.HasPrefix(section, "ask"):
					if asked++; !asks {
						missed++
						t.Logf("%s: %q", file, line)
					}
				case !strings.HasPrefix(name, "check-in") && asks:
					t.Errorf("%s: %q asks how things stand", file, line)
				}
			}
		}
	}
	t.Logf("%d of %d missed", missed, asked)
	if missed*10 > asked {
		t.Errorf("%d of %d questions are not seen as such", missed, asked)
	}
}

// A letter that asks how things stand is never taken for one about something else, nor the
// other way round; few are left open. The letters are invented: a language, whether it asks,
// and its text on each line.
func TestLettersAsk(t *testing.T) {
	raw, err := os.ReadFile("testdata/asks.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all, open := 0, 0
	for line := range strings.Lines(string(raw)) {
		field := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		asks, text := field[1] == "yes", field[2]
		l := Part(strings.ReplaceAll(text, `\n`, "\n"))
		all++
		switch {
		case l.MayAskStatus():
			open++
			t.Logf("open: %s", text)
		case l.AsksStatus() != asks:
			t.Errorf("asks %v: %s", !asks, text)
		}
		if l.AsksStatus() && l.MayAskStatus() {
			t.Errorf("it asks, and may ask: %s", text)
		}
	}
	if open*10 > all {
		t.Errorf("%d of %d are left open", open, all)
	}
}

// What nobody understands may be a status question, and what is empty is none.
func TestMayAskStatus(t *testing.T) {
	for text, want := range map[string]bool{
		"Is Dele back from Lagos by now?":                true,
		"Ci sono novità per la posizione?":               true,
		"Hoping for the best, fingers crossed over here": true,
		"I am still thinking about your decision.":       true,
		"Thank you for your time yesterday.":             false,
		"Here is the article that I mentioned.":          false,
		"Can we move it to another day?":                 false,
		"Is there any news?":                             false, // surely
		"":                                               false,
	} {
		if got := Part("Dear Robin,\n\n" + text + "\n\nBest regards,\nSam").MayAskStatus(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func globs(t *testing.T, pattern string) []string {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", pattern, err)
	}
	return files
}
