package templates

import (
	"slices"
	"strings"
	"unicode"
)

// thing makes a jotting a phrase that fits after "about" by its form alone: a noun with its
// article or owner and what belongs to it, clauses among it, or several of a thing. It
// reports false where a verb of its own makes it a sentence, or where it is unsure.
func (l *language) thing(jotting string) (string, bool) {
	words := spellOut(strings.Fields(jotting))
	ws, g := tokensOf(jotting), grammarOf[l.code]()
	if len(ws) < 2 || len(words) > 14 || len(ws) != len(words) || isClause(l.code, jotting) || oddMarks.MatchString(jotting) {
		return "", false
	}
	first, last := ws[0].low, ws[len(ws)-1].low
	if l.says(ws) || doubts(l.code, jotting) || saying[last] || g.is(last, "hanging", "prepositions") && !afterwards[last] || looseNumber(words) ||
		slices.ContainsFunc(ws, func(t token) bool { return anybody[t.low] }) {
		return "", false
	}
	for k, t := range ws {
		// "the depot and its ovens" has its owner in it.
		if ownWords[l.code][t.low] && !(l.code == "de" && k > 1 && ws[k-1].low == "und" && strings.HasPrefix(t.low, "sein")) {
			return "", false
		}
	}
	switch l.code {
	case "en":
		return englishThing(g, ws, words, first)
	case "de":
		return germanThing(g, ws, words)
	case "nl":
		return dutchThing(g, ws, words, first)
	}
	return romanceThing(l, g, ws, words, first)
}

// says reports whether words tell how often something is so, of a noun without its verb:
// "the heating always broken".
func (l *language) says(ws []token) bool {
	for i, t := range ws {
		if i > 0 && grammarOf[l.code]().is(t.low, "openers") {
			return false
		}
		if i > 1 && frequency[t.low] {
			return true
		}
	}
	return false
}

var frequency = wordSet(`always constantly never ständig immer dauernd nie toujours constamment jamais siempre constantemente nunca altijd steeds voortdurend nooit`)

var (
	// ownWords are words of the writer himself, or of somebody: of no thing.
	ownWords = map[string]map[string]bool{
		"en": wordSet(`i me my we us our ours mine he she him her his hers myself i'm i've we've we're`),
		"de": wordSet(`ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du er ihn ihm sein seine seinen seinem seiner`),
		"fr": wordSet(`je moi mon ma mes notre nos tu toi ton ta tes lui moi-même`),
		"es": wordSet(`yo me mi mis mí nos nuestro nuestra nuestros nuestras tú te tu tus él ella conmigo`),
		"nl": wordSet(`ik mij mijn wij we ons onze hij hem zij`),
	}
	// afterwards are words that end a phrase although they are prepositions elsewhere.
	afterwards = wordSet(`an ab aus`)
	owners     = map[string]map[string]bool{
		"en": wordSet(`the a an your this that these those their its`),
		"de": wordSet(`die das den eine einen ein diese diesen dieses`),
		"fr": wordSet(`le la les l' un une des ce cet cette ces votre vos leur leurs`),
		"es": wordSet(`el la los las un una unos unas su sus este esta estos estas ese esa`),
		"nl": wordSet(`de het een uw jullie deze dit elke ieder iedere`),
	}
)

func englishThing(g grammar, ws []token, words []string, first string) (string, bool) {
	words[0] = lowerFirst(words[0])
	owned := owners["en"][first]
	if foreignNote(words) || g.englishVerbs(ws, 1) > 0 || !owned && !englishSeveral(g, ws) {
		return "", false
	}
	if !addressed(words) {
		return "", false
	}
	return strings.Join(words, " "), true
}

// englishSeveral reports whether a phrase begins with several of a thing: a word or two
// that name it, the last in the plural, and what belongs to it.
func englishSeveral(g grammar, ws []token) bool {
	for k, t := range ws[:min(4, len(ws))] {
		if k > 0 && g.is(t.low, "prepositions", "openers", "conjunctions") {
			noun := ws[k-1].low
			plural := strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") && !g.englishThird(noun) || g.is(noun, "kinds-of-people") && !g.is(noun, "verbs") || englishMass[noun]
			return plural && (k < 3 || hasEnding(ws[0].low, commonEndings)) && k < len(ws)-1
		}
		if g.is(t.low, "determiners", "pronouns", "adverbs", "auxiliaries") || g.is(t.low, "verbs") && !g.is(t.low, "noun-verbs") {
			return false
		}
	}
	return false
}

// germanThing wants each word written small to be one that joins nouns, or to describe
// the noun that follows.
func germanThing(g grammar, ws []token, words []string) (string, bool) {
	first := strings.TrimFunc(words[0], func(r rune) bool { return !unicode.IsLetter(r) })
	lower := lowerFirst(first)
	yours := first == "Ihre" || first == "Ihren" || first == "Ihr"
	owned := yours || owners["de"][lower]
	nouns := 0
	for k, t := range ws {
		switch {
		case k == 0 && owned:
		case foreignWords[t.low] && !germanSmall[t.low] && t.low != "an" && t.low != "in":
			return "", false
		case isNumber(t.low) && k > 0 && ws[k-1].noun():
		case t.noun():
			nouns++
			// "die Chemotherapie ihres Vaters", but no two nouns side by side.
			if k > 1 && ws[k-1].noun() && !isName(words[k-1]) && !isName(words[k]) {
				return "", false
			}
		case g.is(t.low, "prepositions", "oblique", "articles", "relatives"), t.low == "und", t.low == "oder", t.low == "sowie", germanBeside[t.low]:
		case k < len(ws)-1 && adjective(t.low) && (ws[k+1].noun() || adjective(ws[k+1].low)) && (k == 0 || !ws[k-1].noun()):
		default:
			return "", false
		}
	}
	last := ws[len(ws)-1]
	if nouns == 0 || !last.noun() && !afterwards[last.low] && !germanBeside[last.low] {
		return "", false
	}
	phrase := strings.Join(words, " ")
	switch {
	case yours:
		return phrase, true
	case lower == "eine" || lower == "einen" || lower == "ein" || lower == "den" || lower == "die" || lower == "das" || strings.HasPrefix(lower, "dies"):
		return lower + phrase[len(first):], true
	case g.is(ws[0].low, "articles", "oblique", "prepositions") || germanBeside[ws[0].low]:
		return "", false
	case hasEnding(ws[0].low, germanPlural) && ws[0].noun(), !ws[0].noun() && ws[1].noun() && strings.HasSuffix(ws[0].low, "e") && (hasEnding(ws[1].low, germanPlural) || hasEnding(ws[1].low, []string{"en", "e", "s"})):
		return phrase, true // several: "über kranke Stadtbäume"
	}
	if !ws[0].noun() {
		return "", false
	}
	return "das Thema " + phrase, true
}

var germanBeside = wordSet(`dazu dafür damit darin daran darauf daraus dabei dort hier direkt rund sowohl auch nur mehr weniger statt drin drumherum ohne`)

// romanceThing wants an article or an owner, or several of a thing with what joins it.
func romanceThing(l *language, g grammar, ws []token, words []string, first string) (string, bool) {
	for _, w := range words {
		if lower := strings.ToLower(w); foreignWords[lower] && lower != "a" && lower != "on" && lower != "de" && !isName(w) {
			return "", false
		}
	}
	words[0] = lowerFirst(words[0])
	head, _, elided := strings.Cut(first, "'")
	joins := g.is(ws[1].low, "prepositions") || strings.HasPrefix(ws[1].low, "d'")
	less := (first == "moins" || first == "menos" || first == "más" || first == "plus") && len(ws) > 2
	switch {
	case owners[l.code][first], first == "lo" && ws[1].low == "que" && len(ws) > 3, elided && (head == "l" || head == "d"), less:
		switch words[0] {
		case "leur":
			words[0] = "votre"
		case "leurs":
			words[0] = "vos"
		}
		return strings.Join(words, " "), true
	case !joins || l.code == "es" && spanishInfinitive(words[0]) || l.code == "fr" && frenchInfinitive(words[0]), g.is(first, "prepositions", "adverbs", "pronouns", "openers", "sure", "participles"), startsUpper(words[0]):
		return "", false
	case l.code == "fr":
		article, ok := frenchArticle(words[0])
		return article + strings.Join(words, " "), ok
	}
	article, ok := spanishArticle(words[0])
	return article + strings.Join(words, " "), ok
}

// dutchThing wants an article or an owner, or several of a thing.
func dutchThing(g grammar, ws []token, words []string, first string) (string, bool) {
	words[0] = lowerFirst(words[0])
	for _, w := range words {
		if lower := strings.ToLower(w); foreignWords[lower] && lower != "is" && lower != "of" && !isName(w) {
			return "", false
		}
	}
	several := func(w string) bool {
		return hasEnding(w, []string{"en", "s", "'s"}) && !g.is(w, "verbs", "adverbs", "not-verb")
	}
	k := 0
	for k < len(ws)-1 && k < 3 && (strings.HasSuffix(ws[k].low, "e") && !g.is(ws[k].low, "determiners") || k == 0 && dutchParticiple(ws[0].low) && several(ws[1].low)) {
		k++ // adjectives
	}
	next := k + 1
	joined := next == len(ws) || g.is(ws[min(next, len(ws)-1)].low, "prepositions", "openers") || ws[min(next, len(ws)-1)].low == "en"
	switch {
	case owners["nl"][first]:
	case (first == "minder" || first == "meer") && len(ws) > 2 && !g.is(ws[1].low, "prepositions", "determiners", "adverbs", "openers"):
	case several(ws[k].low) && joined && next < len(ws), several(ws[k].low) && k > 0 && joined:
	default:
		return "", false
	}
	return strings.Join(words, " "), true
}

// comments reports whether a piece of a note is what the writer says of what stands before
// it, and no thing of its own.
func (l *language) comments(piece string) bool {
	ws := tokensOf(piece)
	return slices.ContainsFunc(ws, func(t token) bool { return firstPerson[l.code][t.low] }) || len(ws) > 1 && aside[l.code][ws[0].low] ||
		l.code == "es" && len(ws) > 0 && strings.HasSuffix(ws[0].low, "é") && grammarOf["es"]().spanishPast(ws[0].low) || l.code == "es" && len(ws) > 1 && strings.HasSuffix(ws[0].low, "í") && grammarOf["es"]().spanishPast(ws[0].low)
}

var (
	firstPerson = map[string]map[string]bool{
		"en": wordSet(`i i'm i've i'd`), "de": wordSet(`ich mich mir`), "fr": wordSet(`je j'ai j'aimerais j'étais moi`), "es": wordSet(`yo me`), "nl": wordSet(`ik mij me`),
	}
	// aside are words that begin a comment: a conjunction, or "a horror".
	aside = map[string]map[string]bool{
		"en": wordSet(`a an but so only because since although though strictly honestly frankly please`),
		"de": wordSet(`ein eine einen aber nur bitte ehrlich leider weil damit um obwohl`),
		"fr": wordSet(`un une mais franchement hélas histoire parce pour afin car`),
		"es": wordSet(`un una pero ojalá porque aunque para`),
		"nl": wordSet(`een maar eerlijk helaas alsjeblieft omdat zodat hoewel om`),
	}
)

// exclaims reports whether a piece of a note cries out: "what a place". It tells what its
// writer thinks, and whatever it names is none for a letter.
func (l *language) exclaims(piece string) bool {
	low := strings.ToLower(piece)
	return slices.ContainsFunc(exclaiming[l.code], func(cry string) bool { return strings.HasPrefix(low, cry+" ") })
}

var exclaiming = map[string][]string{
	"en": {"what a", "what an", "such a", "such an"}, "de": {"was für ein", "was für eine", "so ein", "so eine", "welch", "welche ein"},
	"fr": {"quel", "quelle", "quels", "quelles", "un sacré", "une sacrée"}, "es": {"menudo", "menuda", "menudos", "menudas", "vaya", "qué"}, "nl": {"wat een", "zo'n", "wat een stel"},
}

// doubts reports whether a jotting asks whether something is so, or who did it: that is
// no thing that was talked about.
func doubts(code, jotting string) bool {
	first, _, more := strings.Cut(strings.ToLower(jotting), " ")
	return more && doubting[code][first] || strings.HasPrefix(first, "s'il")
}

var doubting = map[string]map[string]bool{
	"en": wordSet(`whether if who whose`), "de": wordSet(`ob wer wem wen`), "fr": wordSet(`si qui`), "es": wordSet(`si quién quien quiénes`), "nl": wordSet(`of wie`),
}
