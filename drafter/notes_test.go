package drafter

import (
	"strings"
	"testing"

	"afterword/rules"
)

// A question stands in the answer to an offer and nowhere else, what was promised in the
// letter of thanks to whom it was said.
func TestQuestionsAndPromisesStandInTheirLetters(t *testing.T) {
	says := map[string][2]string{
		"en": {"whether I can begin on 1 May", "the two tide tables"}, "de": {"Kann ich auch am 1. Mai anfangen?", "die beiden Gezeitentafeln"}, "fr": {"si je peux commencer le 1er mai", "les deux annuaires"},
		"es": {"¿Puedo empezar el 1 de mayo?", "las dos tablas"}, "nl": {"of ik op 1 mei kan beginnen", "de twee tabellen"},
	}
	for language, said := range says {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language = language
			in.App.Interviews[0].Points = []rules.Point{{Ask: strings.TrimPrefix(said[0], "¿"), Promise: said[1], With: brandt.Key(), Language: language}}
			for seed := range uint64(4) {
				in.Seed = seed
				d, findings, err := Compose(t.Context(), in)
				if err != nil {
					t.Fatal(language, name, err, findings)
				}
				body := strings.Join(strings.Fields(d.Body), " ")
				asks, sends := strings.Contains(strings.ToLower(body), strings.ToLower(strings.Trim(said[0], "¿?"))), strings.Contains(body, said[1])
				if want := f.Kind == rules.OfferReply; asks != want {
					t.Errorf("%s %s: asks %v\n%s", language, name, asks, d.Body)
				}
				if want := f.Kind == rules.ThankYou && f.To.Key() == brandt.Key(); sends != want {
					t.Errorf("%s %s: sends %v\n%s", language, name, sends, d.Body)
				}
			}
		}
	}
}

// What a rejection named is named in the answer to it.
func TestFeedbackIsNamed(t *testing.T) {
	for language, on := range map[string]string{"en": "the lack of experience with tide tables", "de": "die fehlende Erfahrung mit Gezeiten", "fr": "le manque d'expérience avec les marées", "es": "la falta de experiencia con las mareas", "nl": "het gebrek aan ervaring met getijden"} {
		for _, register := range []string{rules.Familiar, rules.Polite} {
			in := input(t, rules.FollowUp{Key: "rejection-reply/x", Kind: rules.RejectionReply, Number: 1, Interview: "1", To: weiss, Answers: "no@acme.example"})
			in.App.Language, in.App.Register = language, register
			in.App.Facts = append(in.App.Facts, rules.Fact{What: rules.Received{MessageID: "no@acme.example", Kind: rules.MessageRejection, Feedback: true, FeedbackOn: on}})
			in.Thread = &Thread{MessageID: "no@acme.example", Subject: "Your application"}
			d, findings, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatal(language, err, findings)
			}
			if n := strings.Count(strings.Join(strings.Fields(d.Body), " "), on); n != 1 || d.Words >= 75 {
				t.Errorf("%s: named %d times, %d words\n%s", language, n, d.Words, d.Body)
			}
		}
	}
}
