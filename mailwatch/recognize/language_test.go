package recognize

import "testing"

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
