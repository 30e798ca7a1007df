package templates

import "strings"

// The ends that a question to the one who offers has, and what the user said he would send.
const (
	Ask     End = "ask"     // "Could you tell me …?"; or a question of its own
	Promise End = "promise" // "As I said, I will send you …"
)

// asking are the words with which a question begins that is part of a sentence.
var asking = map[string]map[string]bool{
	"en": wordSet(`whether if how when where what which who why`), "de": wordSet(`ob wie wann wo wer was welche welcher welches warum wohin womit bis ab`),
	"fr": wordSet(`si quand comment où qui quel quelle quels quelles pourquoi ce`), "es": wordSet(`si cuándo cómo dónde quién qué cuál cuáles cuánto cuántos por`), "nl": wordSet(`of hoe wanneer waar wie wat welke waarom`),
}

// endedAsk makes an end of a question: a clause ("whether I can begin in May"), or, with its
// mark, a question of its own ("Can I begin in May?").
func endedAsk(lang *language, typed string) (words, sentence string, ok bool) {
	words = typed
	for _, lead := range leading[lang.code][Ask] {
		if len(words) > len(lead) && strings.EqualFold(words[:len(lead)], lead) {
			words = strings.TrimRight(words[len(lead):], "? ")
		}
	}
	bare := strings.Trim(words, "¿? ")
	first, _, _ := strings.Cut(strings.ToLower(bare), " ")
	own := strings.HasSuffix(strings.TrimSpace(words), "?")
	switch {
	case len(strings.Fields(bare)) < 3 || unspeakableEnd(bare) || len(Sentences(bare)) > 1 || !own && !asking[lang.code][first]:
		return words, "", false
	case own:
		words = bare + "?"
		sentence = lang.question(bare) + "?"
		if lang.code == "es" {
			sentence = "¿" + sentence
		}
		return words, sentence, true
	}
	words = smallStart(bare)
	return words, lang.ended(endFrames[lang.code][Ask], Ask, words), true
}

// question writes a question of its own as it stands behind a colon.
func (l *language) question(bare string) string {
	if l.code == "de" {
		return upperFirst(bare)
	}
	return smallStart(bare)
}

// smallStart writes the first word small, unless it is a name.
func smallStart(words string) string {
	first, rest, _ := strings.Cut(words, " ")
	if first == "I" || strings.HasPrefix(first, "I'") || strings.HasPrefix(first, "I’") {
		return words
	}
	return strings.TrimSpace(lowerFirst(first) + " " + rest)
}

// endedPromise makes an end of what the user said he would send: a noun with its article, a
// number or an owner before it.
func endedPromise(lang *language, typed string) (words, sentence string, ok bool) {
	words = typed
	for _, lead := range leading[lang.code][Promise] {
		if len(words) > len(lead) && strings.EqualFold(words[:len(lead)], lead) {
			words = words[len(lead):]
		}
	}
	words = lowerStart(lang, words)
	first, _, more := strings.Cut(strings.ToLower(words), " ")
	g := grammarOf[lang.code]()
	if !more || !g.is(first, "determiners", "articles", "oblique") && !isNumber(first) || isClause(lang.code, words) || unspeakableEnd(words) || len(Sentences(words)) > 1 {
		return words, "", false
	}
	return words, lang.ended(endFrames[lang.code][Promise], Promise, words), true
}

// asks makes values of the question and of what is to be sent.
func (c *matter) asks(d Data) {
	if ask := Line(d.Ask, longestEnd); hasWord(ask) && !unspeakableEnd(strings.Trim(ask, "¿?")) {
		if bare, own := strings.CutSuffix(ask, "?"); own {
			c.values["question"] = c.lang.question(bare)
		} else {
			c.values["ask"] = ask
		}
	}
	if promise := Line(d.Promise, longestEnd); hasWord(promise) && !unspeakableEnd(promise) {
		c.values["promise"] = promise
	}
}
