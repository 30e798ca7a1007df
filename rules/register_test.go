package rules

import "testing"

func TestRegisterOf(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"nl", "Hoi Sam, leuk dat je er was! We laten je snel iets weten.", Familiar},
		{"nl", "Wij danken u voor uw komst en berichten u spoedig.", Polite},
		{"nl", "Bedankt voor het gesprek.", ""},
		{"es", "Hola, Sam: nos encantó hablar contigo. Te escribimos pronto.", Familiar},
		{"es", "Estimado Sam: le agradecemos su visita; usted recibirá noticias.", Polite},
		{"es", "Gracias por todo.", ""},
		{"de", "Hallo, wie geht es dir?", ""},
		{"", "je tu u", ""},
	} {
		if got := RegisterOf(c.language, c.text); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.language, c.text, got, c.want)
		}
	}
}
