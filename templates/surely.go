package templates

import (
	"slices"
	"strings"
	"unicode"
)

// surely reports whether a jotting that was made a phrase is surely one: a noun with what
// belongs to it, a thing to be done, a question. What reads like a sentence without its
// verb ("tests flaky", "Nachfolge offen"), or leaves one word beside the other, is not,
// and is asked about.
func (l *language) surely(jotting, phrase string) bool {
	words := strings.Fields(jotting)
	if len(words) == 0 || len(words) > l.longestSure(words) || !l.questions[strings.ToLower(words[0])] && l.says(tokensOf(jotting)) {
		return false
	}
	last := strings.ToLower(words[len(words)-1])
	if len(words) > 1 && (saying[last] && !(len(words) > 3 && joinsDay[strings.ToLower(words[len(words)-2])]) || looseNumber(words)) || slices.ContainsFunc(words, func(w string) bool { return anybody[strings.ToLower(w)] }) {
		return false
	}
	switch l.code {
	case "en":
		return l.questions[strings.ToLower(words[0])] || surelyEnglish(words)
	case "de":
		return surelyGerman(words, phrase)
	case "fr":
		return surelyRomance(words, phrase, frenchJoins, frenchAdjectives)
	case "es":
		return !spanishMuch[strings.ToLower(words[0])] && surelyRomance(words, phrase, spanishJoins, spanishAdjectives)
	}
	return surelyDutch(words, phrase)
}

// longestSure is how many words a jotting has that is surely one thing: a clause, and a
// thing to be done, may say more of it than a noun does.
func (l *language) longestSure(words []string) int {
	first, g := strings.ToLower(words[0]), grammarOf[l.code]()
	doing := work{workOf[l.code](), g, l.code}.doing(first)
	switch {
	case l.questions[first], l.code == "de" && germanClause[first], first == "comment", first == "cómo", first == "pourquoi":
		return 14
	case doing, slices.ContainsFunc(words[1:], func(w string) bool { return g.is(strings.ToLower(w), "openers") }):
		return 12
	}
	return 8
}

// joinsDay are words behind which a day says when something is, and not how it was.
var joinsDay = wordSet(`le les chaque el los cada on every am jeden op elke de`)

var (
	// saying are words that end a sentence without its verb: they say something of the
	// noun before them.
	saying = wordSet(`weekly daily monthly yearly high low flaky slow fast provided old new broken hard difficult missing open late unclear necessary needed planned important big small
		good better best expensive cheap electric manual digital remote live done ready full empty tight strict messy complex simple again too also soon now here there
		nobody everywhere always never often rarely offen schwierig unklar neu alt hoch niedrig langsam schnell fertig geplant wichtig nötig kompliziert komplex veraltet vorhanden möglich teuer
		difficile compliqué cher lent rapide vieux important prévu nécessaire dimanche lundi samedi difícil complicado caro lento rápido viejo importante previsto necesario
		moeilijk lastig duur langzaam snel oud nieuw belangrijk gepland nodig onduidelijk vervangen`)
	anybody = wordSet(`someone somebody everyone everybody anyone anybody nobody nothing something want wanted hope hopes jemand jemanden niemand etwas quelqu'un personne alguien nadie iemand niemand`)
	// englishPlural are nouns with an s that stand before another.
	englishPlural = wordSet(`sales operations systems analytics logistics savings sports news goods communications customs claims earnings rights graphics materials electronics robotics economics
		ethics mathematics physics works data-analytics humanities athletics statistics mechanics forensics genetics news arms careers futures options securities communications benefits ops devops less business access process progress address glass class mass stress press
		compass express loss cross cms us kubernetes canvas campus status corpus virus bonus aws gas bus atlas basis analysis crisis thesis sis diagnosis`)
	englishMotion = wordSet(`going leaving getting coming becoming taking making being having`)
	spanishMuch   = wordSet(`pocos pocas muchos muchas poco mucho mucha poca demasiado demasiados`)
	frenchJoins   = wordSet(`de du des en à au aux pour sur par avec sans entre chez dans et ou vers la le les un une sous selon contre via après avant depuis hors
		ancien ancienne anciens anciennes nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites vieux vieille vieilles jeune jeunes premier première dernier dernière propre même autre autres bon bonne`)
	spanishJoins = wordSet(`de del en a al para con sin por sobre entre y e o u hacia la el los las un una según contra tras desde ante
		antiguo antigua antiguos antiguas nuevo nueva nuevos nuevas gran pequeño pequeña pequeños pequeñas viejo vieja viejos viejas primer primera último última propio propia propios propias mismo misma otro otra otros otras buen buena`)
)

var (
	frenchAdjectives  = []string{"al", "ale", "aux", "ales", "if", "ive", "ifs", "ives", "ique", "iques", "é", "ée", "és", "ées", "ant", "ante", "ants", "antes", "ent", "ente", "el", "elle", "els", "elles", "aire", "aires", "ible", "able", "ibles", "ables", "ien", "ienne", "ois", "oise", "eux", "euse", "veau", "velle", "aise", "ais", "ain", "aine", "ert", "erte", "erts", "ertes"}
	spanishAdjectives = []string{"al", "ales", "ivo", "iva", "ivos", "ivas", "ico", "ica", "icos", "icas", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "nte", "ntes", "ar", "ares", "oso", "osa", "osos", "osas", "eo", "ea", "eos", "eas", "ano", "ana", "anos", "és", "esa", "ble", "bles", "online", "uevo", "ueva", "uevos", "uevas", "ario", "aria", "arios", "arias", "ino", "ina", "tor", "tora", "eño", "eña", "eños", "eñas"}
)

func surelyEnglish(words []string) bool {
	first := strings.ToLower(words[0])
	gerund := strings.HasSuffix(first, "ing") || englishDoing[first] || englishMaybe[first] || first == "to"
	if len(words) > 1 && !gerund && strings.HasSuffix(first, "s") && !hasEnding(first, []string{"ss", "us", "is", "'s"}) && !englishPlural[first] && shorthand[first] == "" &&
		!englishPrepositions[words[1]] && !englishPair[words[1]] && words[1] != "that" {
		return false // "customers churn after month 3"
	}
	if strings.HasSuffix(first, "ed") && startsUpper(words[0]) && !englishCommon[first] {
		return false // "Ofsted", and "Planned"
	}
	last := strings.ToLower(words[len(words)-1])
	if len(words) > 1 && (strings.HasSuffix(last, "ed") && len(last) > 5 || strings.HasSuffix(last, "ly") && !hasEnding(last, []string{"supply", "family", "assembly", "reply", "anomaly"})) {
		return false
	}
	for i, w := range words[1:] {
		if englishMotion[strings.ToLower(w)] && !englishPrepositions[words[i]] {
			return false
		}
	}
	return true
}

// surelyGerman wants a noun at the end, or a thing to be done.
func surelyGerman(words []string, phrase string) bool {
	last := words[len(words)-1]
	if len(words) == 1 || germanClause[strings.ToLower(words[0])] {
		return true
	}
	r := []rune(last)
	if unicode.IsLower(r[0]) {
		return strings.HasSuffix(last, "en") && !strings.HasPrefix(phrase, "das Thema")
	}
	// "das Thema Arbeitsbeginn 2 Uhr": two nouns side by side.
	for i := 1; i < len(words); i++ {
		if a, b := words[i-1], words[i]; unicode.IsUpper([]rune(a)[0]) && unicode.IsUpper([]rune(b)[0]) && !isName(a) && !isName(b) && strings.HasPrefix(phrase, "das Thema") {
			return false
		}
	}
	return true
}

// surelyRomance wants each word after the first noun to be joined to it, to describe it,
// or to be a name.
func surelyRomance(words []string, phrase string, joins map[string]bool, adjectives []string) bool {
	if len(words) == 1 {
		return strings.Contains(phrase, " ") || strings.Contains(phrase, "'") || !isName(words[0]) || strings.ToUpper(words[0]) != words[0]
	}
	start := strings.ToLower(words[0])
	if first, _, _ := strings.Cut(phrase, " "); first == "l'objectif" || strings.HasPrefix(phrase, "el objetivo") || strings.HasPrefix(phrase, "la forma") || strings.HasPrefix(phrase, "las razones") || strings.HasPrefix(phrase, "la façon") || strings.HasPrefix(phrase, "la manière") || strings.HasPrefix(phrase, "les raisons") || start == "comment" || start == "pourquoi" {
		return true
	}
	joined := joins[start] || hasEnding(start, adjectives)
	for i, w := range words[1:] {
		lower := strings.ToLower(w)
		switch {
		case joins[lower], strings.Contains(lower, "'"):
			joined = true
			continue
		case joined, isName(w), startsUpper(w), isNumber(w) && i == len(words)-2, hasEnding(lower, adjectives), agrees(strings.ToLower(words[i]), lower):
		default:
			return false
		}
		joined = hasEnding(lower, adjectives) && joined && i == 0
	}
	return true
}

// agrees reports whether a Spanish adjective goes with the noun before it by its ending:
// "registros antiguos".
func agrees(noun, adjective string) bool {
	if grammarOf["es"]().is(adjective, "sure", "past") {
		return false
	}
	for _, end := range []string{"os", "as"} {
		if strings.HasSuffix(adjective, end) && (strings.HasSuffix(noun, end) || strings.HasSuffix(noun, "es")) {
			return true
		}
	}
	return false
}

// surelyDutch wants an article that the noun has told, or nouns that need none.
func surelyDutch(words []string, phrase string) bool {
	first, _, _ := strings.Cut(phrase, " ")
	if first == "de" || first == "het" || dutchClause[first] || dutchArticles[first] {
		return true
	}
	last := strings.ToLower(words[len(words)-1])
	switch {
	case len(words) == 1:
		return hasEnding(last, []string{"en", "s", "ei", "eid"}) && strings.ToUpper(words[0]) != words[0] || isName(words[0]) && strings.ToUpper(words[0]) != words[0] && !strings.Contains(words[0], "-")
	case len(words) == 2:
		return hasEnding(last, []string{"en", "s"}) && (strings.HasSuffix(words[0], "e") || words[0] == "weinig")
	}
	if dutchDegree[strings.ToLower(words[0])] && strings.HasSuffix(words[1], "en") {
		return grammarOf["nl"]().is(words[1], "verbs") && dutchClause[words[2]] // "sneller weten waar …"
	}
	return hasEnding(strings.ToLower(words[0]), []string{"en", "s"}) && (dutchSmall[words[1]] || words[1] == "die")
}

var dutchDegree = wordSet(`sneller beter eerder slimmer veiliger goedkoper makkelijker vaker`)

// looseNumber reports whether a number stands in a jotting without a word that joins it:
// "Homeoffice 2 Tage", but not "ISO 9001 audit" or "team of 8".
func looseNumber(words []string) bool {
	for i, w := range words {
		if i == 0 || !isNumber(w) || strings.IndexFunc(w, unicode.IsUpper) > 0 {
			continue // "3D printer"
		}
		before := strings.ToLower(words[i-1])
		switch {
		case strings.ToUpper(words[i-1]) == words[i-1] && len(before) > 1, strings.HasSuffix(before, "ing"), englishDoing[before], englishMaybe[before], numberJoins[before]:
		case i == len(words)-1 && len(w) == 4:
		default:
			return true
		}
	}
	return false
}

var numberJoins = wordSet(`halle hall raum room linie line ligne línea lijn sala salle hal werk gate gleis track tor turm étage piso planta zaal of to in for with by from about over under von mit für auf in ab bis zu um de en à avec pour sur a con para van met voor naar in op phase stage year class level station ward line klasse stufe station jahrgang classe niveau nivel clase klas groep group team q1 q2 q3 q4`)
