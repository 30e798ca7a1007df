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
		{"de", "Hallo Sam, danke für deine Zeit. Wir melden uns bei dir.", Familiar},
		{"de", "Hallo Sam, schön, dass du da warst. Sie haben sich alle gefreut, und ihre Fragen sind beantwortet.", Familiar},
		{"de", "Guten Tag, vielen Dank für Ihren Besuch. Wir melden uns bei Ihnen.", Polite},
		{"de", "Die Kollegen melden sich. Sie sind im Urlaub, und ihnen fehlt die Zeit.", ""},
		{"fr", "Bonjour Sam, merci pour ta venue : nous t'écrirons, et tu auras vite des nouvelles.", Familiar},
		{"fr", "Bonjour, nous vous remercions de votre visite.", Polite},
		{"fr", "Bonjour, merci pour tout.", ""},
		{"en", "Thank you for your time.", ""},
		{"", "je tu u", ""},
	} {
		if got := RegisterOf(c.language, c.text); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.language, c.text, got, c.want)
		}
	}
}
