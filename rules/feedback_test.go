package rules

import "testing"

// What a refusal judged is named as its reader says it of himself, where it is surely a noun.
func TestFeedbackOn(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "We chose somebody else. You lacked experience with tide tables.", "the lack of experience with tide tables"},
		{"en", "Your lack of practice in night navigation was decisive.", "the lack of practice in night navigation"},
		{"en", "We liked your presentation about the ferry. Sadly, others were ahead.", "my presentation about the ferry"},
		{"en", "Unfortunately we have decided against your application.", ""}, {"en", "You lacked it.", ""}, {"en", "a lack of", ""},
		{"de", "Als Rückmeldung: Ausschlaggebend war die fehlende Erfahrung mit den Gezeiten in der engen Fahrrinne.", "die fehlende Erfahrung mit den Gezeiten in der engen Fahrrinne"},
		{"de", "Wegen der fehlenden Erfahrung mit Gezeiten haben wir anders entschieden.", "die fehlende Erfahrung mit Gezeiten"},
		{"de", "Ihre Antworten zum Fahrplan waren gut.", "meine Antworten zum Fahrplan"}, {"de", "Leider haben wir uns anders entschieden.", ""},
		{"fr", "Le manque d'expérience avec les marées a fait la différence.", "le manque d'expérience avec les marées"}, {"fr", "Nous avons retenu une autre candidature.", ""},
		{"es", "Nos decidió la falta de experiencia con las mareas.", "la falta de experiencia con las mareas"}, {"es", "Lamentablemente, seguimos con otra persona.", ""},
		{"nl", "Doorslaggevend was het gebrek aan ervaring met getijden.", "het gebrek aan ervaring met getijden"}, {"nl", "We gaan met een ander verder.", ""},
	} {
		if got := FeedbackOn(c.language, c.text); got != c.want {
			t.Errorf("%s: %q is on %q, want %q", c.language, c.text, got, c.want)
		}
		if c.want != "" && !FeedbackIn(c.language, c.text) {
			t.Errorf("%s: %q gives feedback", c.language, c.text)
		}
	}
}
