package templates

import (
	"slices"
	"strings"
	"unicode"
)

// An End is how a sentence of the user's ends that a letter begins.
type End string

// The ends that are asked for, by the flag of `note`.
const (
	Topic   End = "topic"    // "What you told me about …"
	Because End = "because"  // "It matters to me because …"
	OwnWork End = "own-work" // "It reminds me of when I …"
)

// endFrames are the sentences in which an end is asked for and shown. "…" stands where it
// goes, with its conjunction.
var endFrames = map[string]map[End]string{
	"en": {Topic: "What you told me about … has stayed with me.", Because: "It matters to me ….", OwnWork: "It reminds me of when I ….", Ask: "Could you tell me …?", Promise: "As I said, I will send you …."},
	"de": {Topic: "Was Sie mir über … erzählt haben, ist mir noch lange durch den Kopf gegangen.", Because: "Das ist mir wichtig, ….", OwnWork: "Das erinnert mich daran, wie ich ….", Ask: "Können Sie mir sagen, …?", Promise: "Wie besprochen schicke ich Ihnen …."},
	"fr": {Topic: "J'ai beaucoup repensé à ce que vous m'avez raconté sur ….", Because: "C'est un sujet qui me tient à cœur ….", OwnWork: "Cela m'a rappelé le moment où ….", Ask: "Pourriez-vous me dire … ?", Promise: "Comme convenu, je vous enverrai …."},
	"es": {Topic: "Me quedé pensando en lo que me contó sobre ….", Because: "Es un tema que me importa mucho ….", OwnWork: "Me recordó a cuando ….", Ask: "¿Podría decirme …?", Promise: "Como le dije, le enviaré …."},
	"nl": {Topic: "Ik heb nog vaak teruggedacht aan wat u vertelde over ….", Because: "Dat vind ik belangrijk, ….", OwnWork: "Het deed me denken aan hoe ik ….", Ask: "Kunt u me zeggen …?", Promise: "Zoals gezegd stuur ik u …."},
}

// leading are words that some type again although the sentence has them already.
var leading = map[string]map[End][]string{
	"en": {Topic: {"what you told me about ", "about "}, Because: {"it matters to me because ", "it matters because ", "this matters to me because ", "because "}, OwnWork: {"it reminds me of when i ", "it reminds me of when ", "when i ", "of when i ", "i "}, Ask: {"could you tell me ", "can you tell me ", "please ask "}, Promise: {"as i said, i will send you ", "i will send you ", "i said i would send ", "i said that i would send you "}},
	"de": {Topic: {"was sie mir über ", "über "}, Because: {"das ist mir wichtig, weil ", "weil "}, OwnWork: {"das erinnert mich daran, wie ich ", "wie ich ", "als ich ", "dass ich ", "ich "}, Ask: {"können sie mir sagen, ", "könnten sie mir sagen, "}, Promise: {"wie besprochen schicke ich ihnen ", "ich schicke ihnen "}},
	"fr": {Topic: {"j'ai beaucoup repensé à ce que vous m'avez raconté sur ", "ce que vous m'avez dit sur ", "sur "}, Because: {"c'est un sujet qui me tient à cœur parce que ", "c'est un sujet qui me tient à cœur parce qu'", "parce que ", "parce qu'", "car "}, OwnWork: {"cela m'a rappelé le moment où ", "cela me rappelle le moment où ", "cela me rappelle quand ", "le moment où ", "la fois où ", "quand ", "lorsque ", "où "}, Ask: {"pourriez-vous me dire ", "pouvez-vous me dire "}, Promise: {"comme convenu, je vous enverrai ", "je vous enverrai "}},
	"es": {Topic: {"me quedé pensando en lo que me contó sobre ", "lo que me contó sobre ", "sobre "}, Because: {"es un tema que me importa mucho porque ", "es importante para mí porque ", "porque "}, OwnWork: {"me recordó a cuando ", "me recuerda a cuando ", "a cuando ", "cuando ", "yo "}, Ask: {"¿podría decirme ", "podría decirme "}, Promise: {"como le dije, le enviaré ", "le enviaré "}},
	"nl": {Topic: {"ik heb nog vaak teruggedacht aan wat u vertelde over ", "wat u vertelde over ", "over "}, Because: {"dat vind ik belangrijk, omdat ", "omdat "}, OwnWork: {"het deed me denken aan hoe ik ", "aan hoe ik ", "hoe ik ", "aan toen ik ", "de keer dat ik ", "de tijd dat ik ", "toen ik ", "dat ik ", "ik "}, Ask: {"kunt u me zeggen ", "kunt u mij zeggen "}, Promise: {"zoals gezegd stuur ik u ", "ik stuur u "}},
}

// Prompt returns the words that the user is asked to end: "It matters to me because …".
func Prompt(language string, end End) string {
	code := languageCode(language)
	before, _, _ := strings.Cut(endFrames[code][end], "…")
	if lang := languages[code]; end == Because && lang != nil {
		return before + strings.TrimSuffix(lang.because("x"), "x") + "…"
	}
	return before + "…"
}

// Ended returns what the user typed as a sentence's end: words that the sentence has
// already and its full stop are taken off, and a jotting ("k8s migration") becomes the
// phrase that fits. It returns the sentence as it will stand, and false where the words
// end no sentence that a letter should hold.
func Ended(language string, end End, typed string) (words, sentence string, ok bool) {
	code := languageCode(language)
	lang, form := languages[code], endFrames[code][end]
	words = strings.TrimRight(Line(typed, longestEnd), " .!;,")
	if end == Ask && lang != nil && hasWord(words) {
		return endedAsk(lang, words)
	}
	for changed := true; changed; {
		changed = false
		for _, lead := range append([]string{Prompt(code, end)}, leading[code][end]...) {
			lead = strings.TrimSuffix(lead, "…")
			if lead != "" && len(words) > len(lead) && strings.EqualFold(words[:len(lead)], lead) {
				words, changed = strings.TrimSpace(words[len(lead):]), true
			}
		}
	}
	switch {
	case lang == nil || !hasWord(words):
		return words, "", false
	case end == Promise:
		return endedPromise(lang, words)
	}
	if end == Topic {
		phrase, fits := lang.phraseOf(words)
		thing, _ := lang.thing(tidyNote(code, words))
		switch tidy := tidyNote(code, words); {
		case isClause(code, tidy):
			return words, "", false
		case fits && lang.surely(tidy, phrase) && (thing == "" || !strings.HasPrefix(phrase, "das Thema ")):
			words = phrase
		case thing != "":
			words = thing
		case !startsLikeNoun(lang, words):
			return words, "", false
		}
	} else {
		words = grammarOf[code]().small(lowerStart(lang, words))
		if !endsClause(code, end, words) {
			return words, "", false
		}
	}
	if unspeakableEnd(words) || strings.ContainsAny(words, ".!?") && len(Sentences(words)) > 1 {
		return words, "", false
	}
	return words, lang.ended(form, end, words), true
}

// Kept is Ended of words that the user keeps although nobody can say that they end the
// sentence: he has seen it as it would stand, and knows his language. What no letter should
// hold is not kept, nor a topic that is a sentence of its own.
func Kept(language string, end End, typed string) (words, sentence string, ok bool) {
	words, sentence, ok = Ended(language, end, typed)
	code := languageCode(language)
	lang := languages[code]
	switch {
	case ok:
		return words, sentence, true
	case lang == nil || len(strings.Fields(words)) < 2 || unspeakableEnd(words) || len(Sentences(words)) > 1 || end == Topic && isClause(code, words):
		return words, "", false
	}
	return words, lang.ended(endFrames[code][end], end, words), true
}

// Surely reports whether words that Ended takes are surely for a letter without the
// user's having seen their sentence: a topic that is not known to be of work may be
// anything.
func Surely(language string, end End, words string) bool {
	lang := languages[languageCode(language)]
	return lang != nil && (end != Topic || lang.ofWork(words))
}

// ended puts words where a sentence's end stands.
func (l *language) ended(form string, end End, words string) string {
	if end == Because {
		words = l.because(words)
	}
	before, after, _ := strings.Cut(form, "…")
	return l.finish(before + strings.TrimSuffix(words, ",") + after)
}

// Unended returns the sentence as it would stand with words that Ended refuses, and one
// that stands well, for the user to go by; "" where nothing was typed.
func Unended(language string, end End, typed string) (would, example string) {
	code := languageCode(language)
	lang := languages[code]
	words, _, _ := Ended(language, end, typed)
	if lang == nil || !hasWord(words) {
		return "", ""
	}
	form := endFrames[code][end]
	return lang.ended(form, end, words), lang.ended(form, end, endExamples[code][end])
}

// endExamples are ends that stand well.
var endExamples = map[string]map[End]string{
	"en": {Topic: "the way your teams share the night shifts", Because: "I worked on such a line for three years", OwnWork: "moved our billing without a day offline", Ask: "whether the first month can be worked from home", Promise: "the two reports on night work"},
	"de": {Topic: "die Übergabe zwischen den Schichten", Because: "ich drei Jahre lang selbst in der Schicht gearbeitet habe", OwnWork: "bei uns die Abrechnung umgestellt habe", Ask: "ob der Beginn auch am 1. Mai sein kann", Promise: "die beiden Berichte über die Nachtarbeit"},
	"fr": {Topic: "la relève entre les équipes", Because: "j'ai travaillé trois ans sur une telle ligne", OwnWork: "j'ai réorganisé notre facturation", Ask: "si le premier mois peut se faire à distance", Promise: "les deux rapports sur le travail de nuit"},
	"es": {Topic: "el relevo entre los turnos", Because: "trabajé tres años en una línea así", OwnWork: "cambié nuestra facturación sin parar un solo día", Ask: "si el primer mes se puede trabajar a distancia", Promise: "los dos informes sobre el trabajo nocturno"},
	"nl": {Topic: "de overdracht tussen de ploegen", Because: "ik drie jaar lang zelf in de ploegendienst heb gewerkt", OwnWork: "onze facturatie opnieuw heb opgezet", Ask: "of de eerste maand op afstand kan", Promise: "de twee rapporten over nachtwerk"},
}

// longestEnd is how many characters of an end a letter takes.
const longestEnd = 160

// startsLikeNoun reports whether words begin as a noun phrase or a clause does that fits
// after "about": the user wrote its article, or it is a question.
func startsLikeNoun(lang *language, words string) bool {
	first, _, more := strings.Cut(strings.ToLower(words), " ")
	return more && (determiners[lang.code][first] || lang.questions[first])
}

var determiners = map[string]map[string]bool{
	"en": wordSet(`the a an your this that these those how why what where`),
	"de": wordSet(`die das den eine einen ein Ihre Ihren`),
	"fr": wordSet(`le la les un une des votre vos ce cette ces`),
	"es": wordSet(`el la los las un una su sus este esta`),
	"nl": wordSet(`de het een uw jullie deze dit die dat`),
}

// lowerStart writes the first word small, unless it is a name, or a German noun.
func lowerStart(lang *language, words string) string {
	first, rest, _ := strings.Cut(words, " ")
	switch {
	case lang.code == "en" && (first == "I" || strings.HasPrefix(first, "I'") || strings.HasPrefix(first, "I’")), isName(first):
		return words
	case lang.code == "de" && unicode.IsUpper([]rune(first)[0]) && !germanStarts[strings.ToLower(first)]:
		return words
	case !commonStart[lang.code][strings.ToLower(first)]:
		return words
	}
	return strings.TrimSpace(lowerFirst(first) + " " + rest)
}

var germanStarts = wordSet(`ich wir es das die der unser unsere mein meine dort damals selbst gerade`)

// commonStart are words that begin an end and are no names.
var commonStart = map[string]map[string]bool{
	"en": wordSet(`we my our it they the a an this that in at for during built led ran moved worked wrote did had was helped set started managed taught trained`),
	"de": germanStarts,
	"fr": wordSet(`je j'ai nous on notre mon ma mes il elle c'est le la les un une dans chez`),
	"es": wordSet(`yo he nos nuestro nuestra mi mis es en el la los las un una llevé dirigí trabajé`),
	"nl": wordSet(`ik we wij onze ons mijn het de een dat er in bij`),
}

// points makes values of the ends of sentences that the user gave.
func (c *matter) points(d Data) {
	if because := Line(d.Because, longestEnd); hasWord(because) && !unspeakableEnd(because) {
		c.values["because"] = c.lang.because(because)
		if first, _, _ := strings.Cut(strings.ToLower(because), " "); c.lang.stands && first != "of" && first != "de" && CountWords(because) >= fewestStanding {
			c.values["reason"] = strings.TrimRight(because, " .!")
			c.values["a-reason"] = upperFirst(c.values["reason"])
		}
		c.tags["mine"] = slices.ContainsFunc(tokensOf(because), c.lang.mine)
		c.tags["no-mine"] = !c.tags["mine"]
	}
	if own := Line(d.OwnWork, longestEnd); hasWord(own) && !unspeakableEnd(own) {
		c.values["own-work"] = own
	}
	c.tags["because"], c.tags["no-because"] = c.values["because"] != "", c.values["because"] == ""
	c.tags["own-work"], c.tags["no-own-work"] = c.values["own-work"] != "", c.values["own-work"] == ""
}

// fewestStanding is how many words a reason has at least that is a sentence of its own: "I
// have seen two" leans on what stands before it.
const fewestStanding = 6

// mine reports whether a word is of the writer himself: his reason is what he went through,
// and not how things are.
func (l *language) mine(t token) bool {
	head, _, _ := strings.Cut(t.low, "'")
	return ownWords[l.code][t.low] || head == "j" || head == "i" && l.code == "en" || l.code == "es" && grammarOf["es"]().spanishPast(t.low) && !strings.HasSuffix(t.low, "a")
}

// told are the topics of which the user has seen the sentence: they stand as he wrote
// them.
func (c *matter) told(d Data) (all []string) {
	for _, words := range d.Told {
		if words = Line(words, longestEnd); hasWord(words) && !unspeakableEnd(words) {
			all = append(all, words)
		} else if words != "" {
			c.leftOut = append(c.leftOut, words)
		}
	}
	return all
}
