package drafter

import (
	"strings"

	"afterword/rules"
	"afterword/templates"
)

// familiar reports whether the company calls the user by the familiar form: the
// last message of a person in which that shows decides. Of messages whose text was
// not read for it, their words of evidence and their subject tell. What the user said of
// it stands above all.
func familiar(app rules.Application, language string) bool {
	if app.Register != "" {
		return app.Register == rules.Familiar
	}
	for i := len(app.Facts) - 1; i >= 0; i-- {
		m, ok := app.Facts[i].What.(rules.Received)
		if !ok || !m.Person {
			continue
		}
		register := m.Register
		if register == "" {
			register = rules.RegisterOf(language, templates.Line(m.Subject, longestSubject)+" "+strings.Join(m.Evidence, " "))
		}
		if register != "" {
			return register == rules.Familiar
		}
	}
	return false
}
