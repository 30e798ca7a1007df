package rules

import (
	"regexp"
	"strings"
	"sync"
)

// feedback are the words with which a refusal says what spoke for or against somebody, by
// language (ISO 639-1). That there were many good applicants says nothing of him.
var feedback = map[string]func() *regexp.Regexp{
	"en": feedbackWords(`(?:some |our |following )feedback|you (?:lacked?|could have|might (?:work|want)|did (?:very )?well|impressed|interviewed well)|your (?:strengths?|weakness(?:es)?|answers?|presentation|case study|technical|experience (?:in|with) [^.]{1,60} (?:was|were|is|did))|we (?:felt|found|thought|noticed)(?: that)? you|lack of (?:experience|knowledge|practice|depth)|(?:more|deeper|stronger) (?:experience|knowledge|depth) (?:in|with|of)|areas? (?:to|for) (?:improve|work)|we (?:particularly |really )?(?:liked|appreciated|enjoyed) (?:your|how you)`),
	"de": feedbackWords(`(?:unsere|als|eine|kurze) rückmeldung|ausschlaggebend war|den ausschlag gab|fehlende[nr]? (?:erfahrung|kenntnisse|praxis)|(?:erfahrung|kenntnisse) (?:in|mit|im) [^.]{1,80} (?:gefehlt|fehlten?)|uns (?:hat )?(?:besonders |sehr )?gefallen|ihre (?:stärken?|schwächen?|antworten|präsentation|fallstudie)|ihnen fehlt|es fehlte|hat uns gefehlt|mehr erfahrung (?:in|mit|im)|überzeugt(?:e|en)? (?:uns )?(?:ihre?|haben sie|nicht)|haben uns (?:mit|durch) ihre`),
	"fr": feedbackWords(`notre retour|manque d'expérience|le manque de |vos (?:points forts|réponses|forces|faiblesses)|nous avons (?:apprécié|aimé|trouvé)(?: que)? (?:votre|vos|vous)|il vous (?:manque|a manqué)|davantage d'expérience|plus d'expérience (?:en|avec|dans)|axes? d'amélioration`),
	"es": feedbackWords(`nuestros comentarios|falta de (?:experiencia|conocimientos|práctica)|sus (?:puntos fuertes|respuestas|fortalezas)|tus (?:puntos fuertes|respuestas|fortalezas)|nos (?:gustó|gustaron|pareció|faltó)|más experiencia (?:en|con)|(?:le|te) faltó|aspectos? (?:a|que) mejorar`),
	"nl": feedbackWords(`onze feedback|gebrek aan (?:ervaring|kennis)|ontbrekende (?:ervaring|kennis)|(?:uw|je) (?:sterke punten|antwoorden|presentatie|ervaring met [^.]{1,60} (?:was|is))|we (?:vonden|misten|waardeerden)|meer ervaring (?:met|in)|verbeterpunt(?:en)?|(?:u|je) miste?`),
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

// A judged is a form in which a refusal names what spoke for or against its reader: what it
// finds, and how the reader says it of himself.
type judged struct {
	words *regexp.Regexp
	said  string // with $1 for what was found
}

// judgedBy are the forms of each language that are surely a noun with what belongs to it.
var judgedBy = sync.OnceValue(func() map[string][]judged {
	rest := `((?: [\pL'’-]+){1,10})`
	all := map[string][]judged{}
	for language, forms := range map[string][][2]string{
		"en": {{`(?:you|candidate) lack(?:ed)? (?:the )?((?:experience|knowledge|practice) (?:in|with|of)` + rest + `)`, "the lack of $1"}, {`(?:your |the |a )?lack of` + rest, "the lack of$1"}, {`your ((?:answers?|presentation|case study|strengths?)(?: (?:about|on|in|to|with)` + rest + `)?)`, "my $1"}},
		"de": {{`(?:die|der|den|ihre|ihrer|deine|deiner) fehlenden? ((?:erfahrung|praxis|routine)(?: (?:mit|in|im|bei|beim)` + rest + `))`, "die fehlende $1"}, {`(?:ihnen|dir) fehlt(?:e)? (?:noch )?(?:die )?((?:erfahrung|praxis|routine) (?:mit|in|im|bei|beim)` + rest + `)`, "die fehlende $1"}, {`(?:ihre|deine) ((?:präsentation|antworten|fallstudie|arbeitsprobe)(?: (?:zu|zum|zur|auf|über|mit|in|im)` + rest + `)?)`, "meine $1"}},
		"fr": {{`(?:le |votre |ton |un )?manque (d(?:e |')` + `[\pL'’-]+(?:` + rest + `)?)`, "le manque $1"}, {`(?:vos|tes) (réponses(?: (?:sur|à|aux?)` + rest + `)?)`, "mes $1"}, {`(?:votre|ta) (présentation(?: (?:de|du|des|sur)` + rest + `)?)`, "ma $1"}},
		"es": {{`(?:la |su |tu |una )?falta de` + rest, "la falta de$1"}, {`(?:le|te) faltó ((?:experiencia|práctica) (?:en|con)` + rest + `)`, "la falta de $1"}, {`(?:sus|tus) (respuestas(?: (?:sobre|a)` + rest + `)?)`, "mis $1"}, {`(?:su|tu) (presentación(?: (?:de|del|sobre)` + rest + `)?)`, "mi $1"}},
		"nl": {{`(?:het |uw |je |een )?gebrek aan` + rest, "het gebrek aan$1"}, {`(?:u|je) miste? (?:nog )?((?:ervaring|kennis) (?:met|in|van)` + rest + `)`, "het gebrek aan $1"}, {`(?:uw|je) ((?:presentatie|antwoorden)(?: (?:over|op|van)` + rest + `)?)`, "mijn $1"}},
	} {
		for _, f := range forms {
			all[language] = append(all[language], judged{regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` + f[0] + `)`), f[1]})
		}
	}
	return all
})

// endsJudged are words with which what was judged is over: a verb, or another thought.
var endsJudged = words(`was were is are has had have weighed tipped made meant led and but so which that because compared when while than as
	war waren ist sind hat haben wurde wurden spielte gab und aber sowie weil dass denn als
	a est était ont étaient et mais qui que car comme pour
	fue fueron es son ha han era y pero que porque como para
	was waren is zijn heeft hebben gaf woog en maar die dat omdat want als`)

// FeedbackOn returns what a refusal says spoke for or against its reader, as he says it of
// himself ("the lack of experience with night work"); "" where it is not surely named.
func FeedbackOn(language, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, f := range judgedBy()[language] {
		at := f.words.FindStringSubmatchIndex(text)
		if at == nil {
			continue
		}
		found := strings.Fields(string(f.words.ExpandString(nil, f.said, text, at)))
		whole := at[1] == len(text) || strings.ContainsAny(text[at[1]:at[1]+1], ".,;:!?")
		for i, w := range found {
			if i > 1 && endsJudged[strings.ToLower(w)] {
				found, whole = found[:i], true
				break
			}
		}
		if last := strings.ToLower(found[len(found)-1]); whole && len(found) > 1 && !joinsJudged[last] {
			return strings.Join(found, " ")
		}
	}
	return ""
}

// joinsJudged are words with which nothing ends.
var joinsJudged = words(`of in with on to the a an for mit in im zu zur zum auf über bei der die das den de du des en avec sur la le les un une con el los las van met op het een aan`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
