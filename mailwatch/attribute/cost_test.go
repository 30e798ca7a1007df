package attribute

import (
	"fmt"
	"strings"
	"testing"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// A message costs little to attribute, whatever it says and however many applications
// share a domain: a tenth of a second, and not minutes.
func BenchmarkHostileTexts(b *testing.B) {
	var apps []rules.Application
	for i := range 1000 {
		apps = append(apps, described(fmt.Sprint("app-", i), rules.Described{Company: fmt.Sprintf("Box %d", i), Role: strings.Repeat("Senior ", i%20) + "Analyst",
			Contacts: at("kim@agency.example")}))
	}
	m := NewMatcher(apps, []string{"sam@home.example"})
	for name, text := range map[string]string{
		"roles":     strings.Repeat("senior ", 30_000) + "analyst",
		"nested":    strings.Repeat("Senior Senior Analyst ", 10_000),
		"companies": strings.Repeat("Box 1 Box 12 ", 20_000),
		"one-word":  strings.Repeat("x", 250_000),
	} {
		for _, from := range []string{"jo@agency.example", "kim@agency.example", "x@lever.co", "x@unknown.example"} {
			l := recognize.Open(mail.Read([]byte("From: " + from + "\nSubject: " + text[:1000] + "\n\n" + text)))
			b.Run(name+"/"+from, func(b *testing.B) {
				for b.Loop() {
					m.Wants(l.Envelope)
					m.Belongs(l)
					m.Near(l)
				}
			})
		}
	}
}
