package rules

import (
	"strings"
	"unicode"
)

// How a sender calls the user: "du", "tu", "tú" and "je", or "Sie", "vous", "usted" and "u".
const (
	Familiar = "familiar"
	Polite   = "polite"
)

var registers = map[string]map[string]string{
	"de": registerWords("du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer", "Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres"),
	"fr": registerWords("tu te toi ton ta tes", "vous votre vos"),
	"nl": registerWords("je jij jou jouw jullie jezelf", "u uw uzelf"),
	"es": registerWords("tú te ti tu tus contigo vosotros tienes puedes has estás quieres ofrecerte informarte decirte invitarte verte contarte escribirte",
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
// in which letters differ by it. In German "Sie" is the reader where no sentence begins with
// it, and "sie" others.
func RegisterOf(language, text string) string {
	count := map[string]int{}
	words := registers[language]
	for i := 0; i < len(text); {
		n := strings.IndexFunc(text[i:], unicode.IsLetter)
		if n < 0 {
			break
		}
		opens := i == 0 || strings.ContainsAny(text[i:i+n], ".!?:\n")
		i += n
		if n = strings.IndexFunc(text[i:], func(r rune) bool { return !unicode.IsLetter(r) }); n < 0 {
			n = len(text) - i
		}
		word := text[i : i+n]
		i += n
		if language == "de" && words[word] == Polite {
			if !opens {
				count[Polite]++
			}
			continue
		}
		if lower := strings.ToLower(word); language != "de" || words[lower] == Familiar {
			count[words[lower]]++
		}
	}
	switch familiar, polite := count[Familiar], count[Polite]; {
	case familiar > polite:
		return Familiar
	case polite > familiar:
		return Polite
	}
	return ""
}
