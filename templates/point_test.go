package templates

import (
	"strings"
	"testing"
)

func TestEnded(t *testing.T) {
	for _, c := range []struct {
		language string
		end      End
		typed    string
		sentence string // "" where the words end none
	}{
		{"en", Topic, "k8s migration", "What you told me about the Kubernetes migration has stayed with me."},
		{"en", Topic, "about how you plan the nights.", "What you told me about how you plan the nights has stayed with me."},
		{"en", Topic, "the salary bands", ""},
		{"en", Topic, "they were nice", ""},
		{"en-GB", Because, "because I ran two such moves.", "It matters to me because I ran two such moves."},
		{"en", Because, "We had it for years", "It matters to me because we had it for years."},
		{"en", OwnWork, "It reminds me of when I moved our billing", "It reminds me of when I moved our billing."},
		{"en", OwnWork, "???", ""},
		{"de", Because, "weil ich zwei solche Umzüge begleitet habe", "Das ist mir wichtig, weil ich zwei solche Umzüge begleitet habe."},
		{"de", OwnWork, "wie ich unser Lager umgezogen habe", "Das erinnert mich daran, wie ich unser Lager umgezogen habe."},
		{"de", Topic, "den Umzug nach Leipzig", "Was Sie mir über den Umzug nach Leipzig erzählt haben, beschäftigt mich noch."},
		{"fr", Because, "il en va de la sécurité", "Cela compte pour moi parce qu'il en va de la sécurité."},
		{"fr", OwnWork, "j'ai repris la paie", "Cela me rappelle le moment où j'ai repris la paie."},
		{"es", OwnWork, "cuando trasladé la facturación", "Me recuerda a cuando trasladé la facturación."},
		{"nl", Because, "omdat daar de zorg begint", "Het is belangrijk voor me omdat daar de zorg begint."},
		{"xx", Topic, "the roof", ""},
	} {
		words, sentence, ok := Ended(c.language, c.end, c.typed)
		if ok != (c.sentence != "") || sentence != c.sentence {
			t.Errorf("%s %s %q: %q, %q, %v", c.language, c.end, c.typed, words, sentence, ok)
		}
		if again, same, ok := Ended(c.language, c.end, words); c.sentence != "" && (!ok || again != words || same != sentence) {
			t.Errorf("%q becomes %q when it is said again", words, again)
		}
	}
	for _, language := range Languages() {
		for _, end := range []End{Topic, Because, OwnWork} {
			if p := Prompt(language, end); !strings.HasSuffix(p, " …") || len(p) < 15 {
				t.Errorf("%s %s: %q", language, end, p)
			}
		}
	}
}
