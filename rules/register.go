package rules

import (
	"strings"
	"unicode"
)

// How a sender calls the user: "je" and "tú", or "u" and "usted".
const (
	Familiar = "familiar"
	Polite   = "polite"
)

var registers = map[string]map[string]string{
	"nl": registerWords("je jij jou jouw jullie jezelf", "u uw uzelf"),
	"es": registerWords("tú te ti tu tus contigo tienes puedes has estás quieres ofrecerte informarte decirte invitarte verte contarte escribirte",
		"usted ustedes le su sus ofrecerle informarle decirle invitarle comunicarle"),
}

func registerWords(familiar, polite string) map[string]string {
	words := map[string]string{}
	for _, w := range strings.Fields(familiar) {
		words[w] = Familiar
	}
	for _, w := range strings.Fields(polite) {
		words[w] = Polite
	}
	return words
}

// RegisterOf tells by its pronouns how a text in the language (ISO 639-1) calls its
// reader: Familiar, Polite, or "" where it does not show or the language is none
// in which letters differ by it (Dutch and Spanish do).
func RegisterOf(language, text string) string {
	count := map[string]int{}
	words := registers[language]
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		count[words[w]]++
	}
	switch familiar, polite := count[Familiar], count[Polite]; {
	case familiar > polite:
		return Familiar
	case polite > familiar:
		return Polite
	}
	return ""
}
