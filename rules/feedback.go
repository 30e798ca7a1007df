package rules

import (
	"regexp"
	"strings"
	"sync"
)

// feedback are the words with which a refusal says what spoke for or against somebody, by
// language (ISO 639-1). That there were many good applicants says nothing of him.
var feedback = map[string]func() *regexp.Regexp{
	"en": feedbackWords(`(?:some |our |following )feedback|you (?:lacked?|could have|might (?:work|want)|did (?:very )?well|impressed|interviewed well)|your (?:strengths?|weakness(?:es)?|answers?|presentation|case study|technical|experience (?:in|with) [^.]{1,60} (?:was|were|is|did))|we (?:felt|found|thought|noticed)(?: that)? you|(?:more|deeper|stronger) (?:experience|knowledge|depth) (?:in|with|of)|areas? (?:to|for) (?:improve|work)|we (?:particularly |really )?(?:liked|appreciated|enjoyed) (?:your|how you)`),
	"de": feedbackWords(`unsere rückmeldung|uns (?:hat )?(?:besonders |sehr )?gefallen|ihre (?:stärken?|schwächen?|antworten|präsentation|fallstudie)|ihnen fehlt|es fehlte|hat uns gefehlt|mehr erfahrung (?:in|mit|im)|überzeugt(?:e|en)? (?:uns )?(?:ihre?|haben sie|nicht)|haben uns (?:mit|durch) ihre`),
	"fr": feedbackWords(`notre retour|vos (?:points forts|réponses|forces|faiblesses)|nous avons (?:apprécié|aimé|trouvé)(?: que)? (?:votre|vos|vous)|il vous (?:manque|a manqué)|davantage d'expérience|plus d'expérience (?:en|avec|dans)|axes? d'amélioration`),
	"es": feedbackWords(`nuestros comentarios|sus (?:puntos fuertes|respuestas|fortalezas)|tus (?:puntos fuertes|respuestas|fortalezas)|nos (?:gustó|gustaron|pareció|faltó)|más experiencia (?:en|con)|(?:le|te) faltó|aspectos? (?:a|que) mejorar`),
	"nl": feedbackWords(`onze feedback|(?:uw|je) (?:sterke punten|antwoorden|presentatie|ervaring met [^.]{1,60} (?:was|is))|we (?:vonden|misten|waardeerden)|meer ervaring (?:met|in)|verbeterpunt(?:en)?|(?:u|je) miste?`),
}

func feedbackWords(alternatives string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` + alternatives + `)`) })
}

// FeedbackIn reports whether a refusal in the language says what spoke for or against its
// reader. What asks for his feedback, or offers some on request, gives none.
func FeedbackIn(language, text string) bool {
	words := feedback[language]
	return words != nil && words().MatchString(strings.Join(strings.Fields(text), " "))
}
