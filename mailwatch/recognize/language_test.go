package recognize

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Thank you for your application, we will be in touch.":             "en",
		"Vielen Dank für Ihre Bewerbung, wir melden uns bei Ihnen.":        "de",
		"Merci pour votre candidature, nous reviendrons vers vous.":        "fr",
		"Gracias por su candidatura, nos pondremos en contacto con usted.": "es",
		"Bedankt voor uw sollicitatie, wij nemen contact met u op.":        "nl",
		"12:30": "",
		"":      "",
	} {
		if got := language(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSpokenIn(t *testing.T) {
	for text, want := range map[string]string{
		// Sentences, however short.
		"Thank you for coming in, we will be in touch soon.":                          "en",
		"Hi Sam, could you let me know when you are free?":                            "en",
		"Vielen Dank für das Gespräch. Wir melden uns bei Ihnen.":                     "de",
		"Hallo Sam, hast du am Freitag Zeit? Ich melde mich noch einmal.":             "de",
		"Merci pour votre visite, nous revenons vers vous la semaine prochaine.":      "fr",
		"Gracias por su visita, nos pondremos en contacto con usted muy pronto.":      "es",
		"Bedankt voor je komst, we laten je snel iets weten.":                         "nl",
		"Grazie per il colloquio, la ricontatteremo la prossima settimana.":           "it",
		"Obrigado pela entrevista, entraremos em contato com você na próxima semana.": "pt",
		"Tack för ett trevligt samtal, vi återkommer till dig nästa vecka.":           "sv",
		"Tak for en god samtale, vi vender tilbage til dig i næste uge.":              "da",
		"Dziękujemy za rozmowę, skontaktujemy się z Panią w przyszłym tygodniu.":      "pl",
		"面接にお越しいただきありがとうございました。来週ご連絡いたします。":                                           "ja",
		// A few words, names and lists.
		"Interview Optical Designer": "", "Optical Designer": "", "Interview": "", "Senior Analyst, Acme Rail": "", "Gespräch Senior Analyst": "",
		"Head of Research and Development, Head of Sales, Director of Finance and Operations": "",
		"Leiter der Abteilung für Einkauf und Logistik, Referent für Presse und Medien":       "",
		"Responsable de la production et des achats, chargé de clientèle, chef de projet":     "",
		"Jefe de compras, director de operaciones de la planta, analista de datos":            "",
		"Hoofd van de afdeling inkoop, adviseur voor energie en water, planner":               "",
		"Robin Hale\nTalent Acquisition Partner\nAcme Rail":                                   "",
		"https://acme.example/interview/4711":                                                 "", "12:30": "", "": "", "Thank you!": "", "OK": "",
	} {
		if got := spokenIn(text, language(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// However titles, companies and names are put in a row, they are no conversation.
func TestTitlesAreNoLanguage(t *testing.T) {
	words := []string{"Senior", "Analyst", "Interview", "Optical", "Designer", "Softwareentwickler", "Leiter", "der", "Abteilung", "für", "Einkauf", "und", "Head", "of", "Research",
		"Responsable", "des", "achats", "Chef", "de", "projet", "Jefe", "compras", "Director", "Hoofd", "van", "Acme", "Rail", "GmbH", "Robin", "Hale", "Nov", "15", "Teams", "IT", "US", "Sviluppatore", "Ingegnere", "Utvecklare"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(t, "words"), " ")
		if got := spokenIn(text, language(text)); got != "" {
			t.Fatalf("%q is taken for %q", text, got)
		}
	})
}

// Two languages that are as likely are none, and not one of them at random.
func TestATieIsNoLanguage(t *testing.T) {
	for range 200 {
		if got := language("tAtus\n\nFinAl0ReCipient2X0c100b1Content1Type0messAge1r0C821To1x1b"); got != "" {
			t.Fatalf("it is %q", got)
		}
	}
}
