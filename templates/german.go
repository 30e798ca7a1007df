package templates

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
)

var germanMonths = [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}

var german = &language{
	code:      "de",
	familiar:  true,
	months:    germanMonths,
	weekdays:  [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	notes:     []string{"Quartalsplanung", "wie das Team plant", "Umzug nach Berlin"},
	names:     wordSet(`zu-topic beim-topic zu-topic2 beim-topic2 zu-challenge beim-challenge`),
	date:      germanDate,
	short:     germanDate,
	and:       func(string) string { return "und" },
	honorific: germanHonorific,
	person:    germanPerson,
	phrase:    germanPhrase,
	because:   func(s string) string { return "weil " + s },
	at:        "bei",
	change:    func(from, to string) string { return "den Wechsel von " + from + " zu " + to },
	extra:     germanExtra,
	start:     germanStart,
	finish:    same,
}

func germanDate(t time.Time) string {
	return fmt.Sprintf("%d. %s", t.Day(), germanMonths[t.Month()-1])
}

var (
	germanClause   = wordSet(`wie warum weshalb wieso wo was welche welcher welches welchen ob wann wer womit wodurch`)
	germanArticles = wordSet(`der die das den dem des ein eine einen einem einer eines`)
	germanFinite   = wordSet(`ist sind war waren hat haben hatte wird werden wurde soll sollen sollte kann können könnte muss müssen will
		wollen mag mögen macht machen geht gehen läuft laufen kommt nicht`)
	// Endings of nouns that are feminine without exception worth minding.
	germanFeminine = []string{"ung", "heit", "keit", "schaft", "tion", "sion", "tät", "gie", "strie", "arbeit", "struktur", "kultur", "technik",
		"logistik", "fabrik", "software", "hardware", "plattform", "anlage", "kette", "pflege", "wende", "kraft", "schule", "stelle", "quote", "ilanz", "enz",
		"schicht", "sicht", "hilfe", "sprache", "reise", "nachfrage", "nachfolge", "übergabe", "aufgabe", "nähe", "cloud", "roadmap", "filiale", "messe"}
	germanPlural = []string{"ungen", "heiten", "keiten", "schaften", "tionen", "sionen", "täten", "kosten", "zahlen", "daten", "zeiten", "ketten",
		"probleme", "prozesse", "dienste", "systeme", "projekte", "produkte", "märkte", "schulden", "fahrten", "pläne", "konflikte", "schichten", "leute", "sachen", "flächen", "sprachen", "wochen", "küchen", "kirchen", "branchen", "knochen",
		"abläufe", "abende", "modelle", "stunden", "meetings", "werte", "ziele", "preise", "verträge", "geräte", "engpässe", "ausfälle", "bestände", "maßnahmen", "themen", "teams", "tools", "tests", "trends", "kunden",
		"lieferanten", "patienten", "kollegen", "mitarbeitenden", "stoffe", "teile", "schäden", "räume"}
	germanMasculine = []string{"ismus", "tritt", "rat", "bau", "zug", "wechsel", "mangel", "prozess", "dienst", "plan", "stil", "schluss", "standort", "wandel", "markt", "bereich",
		"betrieb", "vertrieb", "start", "gang", "lauf", "kauf", "stieg", "einsatz", "ansatz", "umsatz", "aufwand", "druck", "bedarf", "alltag", "service", "support", "launch",
		"rollout", "workflow", "code", "tausch", "stand", "schutz", "handel", "export", "import", "ausfall", "kanal", "vertrag", "auftrag", "raum", "monolith", "bericht", "test",
		"unterricht", "transport", "versand", "umbruch", "zuwachs", "verkehr", "haushalt", "etat"}
	germanNeuter = []string{"wachstum", "zentrum", "studium", "system", "team", "projekt", "produkt", "lager", "netz", "werk", "personal", "modell",
		"konzept", "programm", "budget", "controlling", "marketing", "monitoring", "onboarding", "reporting", "coaching", "mentoring", "testing", "training", "recruiting",
		"management", "chen", "klima", "verfahren", "portfolio", "office", "büro", "geschäft", "verhältnis", "risiko", "ziel", "tool", "dashboard", "feedback", "audit",
		"labor", "material", "crm", "erp", "lernen", "arbeiten", "verständnis", "wissen", "gebäude", "gelände", "werkzeug", "handwerk", "ehrenamt"}
	germanPraise   = regexp.MustCompile(`(?i)^(?:nett|toll|interessant|super|gut|freundlich|sympathisch)(?:e|er|es|en)?$`)
	germanPronouns = wordSet(`ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du er ihn ihm`)
	// Small words of a German noun phrase that are rightly written small.
	germanSmall = wordSet(`der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur mit ohne für auf aus in im ins
		an am bei beim nach über unter zwischen durch gegen um vor während seit als`)
)

// germanPhrase makes a note into what stands after "über": a noun phrase in the
// accusative where the gender can be told ("den Umzug nach Berlin", "das neue
// Lager"), else "das Thema …", after which it needs no article; a clause becomes
// "die Frage, wie …,".
func germanPhrase(note string) (string, bool) {
	words := spellOut(strings.Fields(note))
	if len(words) > 12 || words[0] == "" {
		return "", false
	}
	for _, w := range words {
		if lower := strings.ToLower(w); germanPronouns[lower] || foreignWords[lower] && !germanSmall[lower] {
			return "", false
		}
	}
	if lower := strings.ToLower(words[0]); lower == "euer" || strings.HasPrefix(lower, "eure") || len(words) == 2 && lower == "die" && words[1] == "Frage" {
		return "", false
	}
	if (words[0] == "weniger" || words[0] == "mehr") && len(words) > 1 && startsUpper(words[1]) {
		return strings.Join(words, " "), startsUpper(words[len(words)-1])
	}
	if strings.HasPrefix(words[0], "ihr") || strings.HasPrefix(strings.ToLower(words[0]), "sein") && len(words) > 1 && startsUpper(words[1]) {
		return "", false // whose it is, nobody knows
	}
	if first := lowerFirst(words[0]); germanClause[first] {
		// "sie" are the interviewer's people in a note, and "Sie" in a letter.
		words[0] = first
		for i, w := range words {
			switch w {
			case "sie", "ihr", "ihre", "ihren", "ihrem", "ihrer":
				words[i] = upperFirst(w)
			}
		}
		return "die Frage, " + strings.Join(words, " ") + ",", len(words) > 2
	}
	if p, ok := germanShortage(words); ok {
		return p, true
	}
	if p, ok := germanToDo(words); ok {
		return p, true
	}
	article := strings.ToLower(words[0])
	switch {
	case len(words) > 1 && article == "keine":
		article, words = "", append([]string{"fehlende"}, words[1:]...)
	case len(words) > 1 && germanArticles[article]:
		words = words[1:]
		switch article {
		case "ein":
			article = ""
		case "einen":
			article = "den"
		case "eine":
			article = "die"
		}
	default:
		article = ""
	}
	switch {
	case len(words) == 1:
		words[0] = upperNoun(words[0])
	case len(words) == 2 && isName(words[0]) && !germanSmall[words[1]]:
		// "Kubernetes migration" is one German noun.
		words = []string{words[0] + "-" + upperNoun(words[1])}
	case note == strings.ToLower(note):
		// All small: what stands between small words is a noun, unless two such
		// stand together.
		for i, w := range words {
			if !germanSmall[w] && (i == 0 && !adjective(w) || i > 0 && (germanSmall[words[i-1]] || i == 1 && adjective(words[0]))) {
				words[i] = upperNoun(w)
			}
		}
	}
	for i, w := range words {
		if i > 0 && (germanFinite[w] || finite(w)) {
			return "", false
		}
	}
	first, last := words[0], words[len(words)-1]
	if !startsUpper(last) || !startsUpper(first) && !adjective(first) || germanPraise.MatchString(first) {
		return "", false
	}
	if p, ok := germanArticled(article, words); ok {
		return p, true
	}
	if len(words) > 1 && hasEnding(first, []string{"e", "en"}) && article != "" && !startsUpper(first) {
		// "der neue Markt", "Thema neuer Markt"
		words[0] = strings.TrimSuffix(strings.TrimSuffix(first, "n"), "e") + map[string]string{"das": "es", "der": "er", "den": "er"}[article]
		if article == "die" {
			return "", false
		}
	}
	return "das Thema " + strings.Join(words, " "), true
}

// finite reports whether a word written small is a verb, to go by its ending.
func finite(w string) bool {
	return w == strings.ToLower(w) && strings.HasSuffix(w, "t") && !germanSmall[w] && !germanNotFinite[w]
}

var germanNotFinite = wordSet(`seit statt samt laut weit fast jetzt gut selbst erst nicht bereit`)

// germanShortage names what a note says there is too little of, or many of: "zu
// wenig Leute", "viele Überstunden".
func germanShortage(words []string) (string, bool) {
	rest := words
	if len(rest) > 1 && strings.ToLower(rest[0]) == "zu" {
		rest = rest[1:]
	}
	if len(rest) > 1 && strings.ToLower(rest[0]) == "viele" && startsUpper(rest[1]) {
		return "die vielen " + strings.Join(rest[1:], " "), true
	}
	if len(words) < 3 || strings.ToLower(words[0]) != "zu" || words[1] != "wenig" && words[1] != "wenige" || !startsUpper(words[2]) {
		return "", false
	}
	return "den Mangel an " + dativePlural(words[2]) + strings.Join(append([]string{""}, words[3:]...), " "), true
}

// germanToDo makes "Kosten senken" a question, where the object's article is known.
func germanToDo(words []string) (string, bool) {
	if n := len(words) - 1; n >= 2 && n < 6 && germanDoes(words) {
		return "die Frage, wie sich " + strings.Join(words, " ") + " lassen,", true
	}
	if len(words) != 2 || !startsUpper(words[0]) || words[1] != strings.ToLower(words[1]) || !strings.HasSuffix(words[1], "n") {
		return "", false
	}
	switch noun := strings.ToLower(words[0]); {
	case hasEnding(noun, germanPlural):
		return "die Frage, wie sich " + words[0] + " " + words[1] + " lassen,", true
	case hasEnding(noun, germanFeminine):
		return "die Frage, wie sich die " + words[0] + " " + words[1] + " lässt,", true
	case hasEnding(noun, germanMasculine):
		return "die Frage, wie sich der " + words[0] + " " + words[1] + " lässt,", true
	case hasEnding(noun, germanNeuter):
		return "die Frage, wie sich das " + words[0] + " " + words[1] + " lässt,", true
	}
	return "", false
}

// germanDoes reports whether words say what is to be done with several of a thing, and where
// or how: "Besucherströme im Museum lenken".
func germanDoes(words []string) bool {
	g, last := grammarOf["de"](), words[len(words)-1]
	return startsUpper(words[0]) && hasEnding(strings.ToLower(words[0]), germanPlural) && last == strings.ToLower(last) && hasEnding(last, []string{"en", "eln", "ern"}) &&
		!g.is(last, "not-verb", "adverbs", "articles", "oblique") && (g.is(words[1], "prepositions") || germanDegree[words[1]])
}

var germanDegree = wordSet(`schneller besser früher leichter sicherer gemeinsam neu selbst digital`)

// dativePlural adds the n that most German plurals have after a preposition.
func dativePlural(noun string) string {
	if hasEnding(noun, []string{"e", "er", "el"}) {
		return noun + "n"
	}
	return noun
}

func upperNoun(w string) string {
	if isName(w) {
		return w
	}
	return upperFirst(w)
}

func startsUpper(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || isName(w)
	}
	return false
}

// adjective reports whether a German word written small can open a noun phrase.
func adjective(w string) bool {
	for _, end := range []string{"e", "er", "es", "en"} {
		if strings.HasSuffix(w, end) && len(w) > 3 {
			return true
		}
	}
	return false
}

// germanHonorific takes "Prof.in" for what it is: a title with a gender of its own.
func germanHonorific(s string) (string, bool, bool) {
	titles, mr, ms := genderOf(s)
	for _, w := range strings.Fields(strings.ToLower(titles)) {
		if strings.HasSuffix(w, ".in") || hasEnding(w, []string{"orin", "pfarrerin"}) {
			ms = !mr
		}
	}
	return titles, mr, ms
}

// germanPerson names a person in the accusative or dative.
func germanPerson(honorific, name string) string {
	titles, mr, ms := genderOf(honorific)
	switch {
	case mr:
		return joinWords("Herrn", titles, name)
	case ms:
		return joinWords("Frau", titles, name)
	}
	return joinWords(titles, name)
}

// germanArticled puts the article of the accusative before a noun phrase: that of
// the article it was noted with ("" for none), of its adjective's ending, or of
// its noun's. It reports false where none of them tells.
func germanArticled(article string, words []string) (string, bool) {
	noun, adjective := words[0], ""
	if noun == strings.ToLower(noun) && !isName(noun) {
		if len(words) < 2 || !startsUpper(words[1]) {
			return "", false
		}
		noun, adjective, words = words[1], words[0], words[1:]
	}
	stem, ending := adjective, ""
	for _, e := range []string{"en", "er", "es", "e"} {
		if cut, ok := strings.CutSuffix(adjective, e); ok && ending == "" {
			stem, ending = cut, e
		}
	}
	bare := strings.ToLower(noun)
	plural, feminine := hasEnding(bare, germanPlural), hasEnding(bare, germanFeminine) || bare == "ki" || bare == "it" || bare == "dsgvo"
	masculine, neuter := hasEnding(bare, germanMasculine), hasEnding(bare, germanNeuter)
	switch {
	case article == "den", article == "der" && !feminine && !plural, article == "" && ending == "er" && !feminine && !plural && !neuter:
		article, ending = "den", "en"
		if strings.HasSuffix(noun, "e") {
			words[0] += "n" // "der Kunde", "den Kunden"
		}
	case article == "das", article == "" && ending == "es":
		article, ending = "das", "e"
	case plural && article != "das" && article != "der":
		article, ending = "die", "en"
	case feminine && (article == "" || article == "die"):
		article, ending = "die", "e"
	case article == "die" && (ending == "en" || noun == "Frage"):
		article = "die"
	case article == "" && masculine && (ending == "" || ending == "en"):
		article, ending = "den", "en"
	case article == "" && neuter && ending == "":
		article = "das"
	default:
		return "", false
	}
	if adjective == "" {
		return article + " " + strings.Join(words, " "), true
	}
	return article + " " + stem + ending + " " + strings.Join(words, " "), true
}

// germanExtra adds the phrases as they stand after "zu" and "bei".
func germanExtra(values map[string]string) {
	for _, name := range []string{"topic", "topic2", "challenge"} {
		words := strings.Fields(values[name])
		if len(words) < 2 {
			continue
		}
		adjective := words[1] == strings.ToLower(words[1]) && !isName(words[1]) && len(words) > 2
		zu, bei := "zur", "bei der"
		if bare := strings.TrimRight(strings.ToLower(words[1]), ","); words[0] != "den" && words[0] != "das" && (words[0] != "die" || !adjective && bare != "frage" && !hasEnding(bare, germanPlural) && !hasEnding(bare, germanFeminine)) {
			continue // whose gender nobody knows
		}
		switch plural := adjective && strings.HasSuffix(words[1], "en") || !adjective && hasEnding(strings.ToLower(words[1]), germanPlural); {
		case words[0] == "den":
			zu, bei = "zum", "beim"
		case words[0] == "das":
			zu, bei = "zum", "beim"
		case plural:
			zu, bei = "zu den", "bei den"
			if noun := &words[1]; !adjective {
				*noun = dativePlural(*noun)
			} else {
				words[2] = dativePlural(words[2])
			}
		}
		if adjective && strings.HasSuffix(words[1], "e") {
			words[1] += "n" // "das neue Lager", "zum neuen Lager"
		}
		rest := " " + strings.Join(words[1:], " ")
		values["zu-"+name], values["beim-"+name] = zu+rest, bei+rest
	}
}

// Words with which our sentences begin and which are written small after the
// comma of the salutation.
var germanOpeners = wordSet(`du hab könntest kannst sucht dein deine euer ich vielen herzlichen besten danke für über es das die der unser unsere nach seit am im in mit haben hat gibt
	darf dürfte dürfen könnten können könnte ist wie wann wenn falls sollte sollten gern gerne mein meine weil noch auch schön mir uns bei beim zu zur zum auf
	von vom an aus dass so was wissen würden wäre hätten sagen lassen bitte anscheinend offenbar wir einen ein eine leider suchen mich als sehr ganz
	zuletzt kürzlich schade da dort heute inzwischen hiermit geben mögen jederzeit bleibt steht läuft zwischen dafür durch große großen
	freundlichen nachdem wo gilt liegt lässt zeichnet bestimmt kommt passt ob tausend aufrichtigen nun jetzt umso welcher welches
	jeder jede jedes jeden alle alles allein besonders bis damit den dem diese dieser dieses diesen ebenso ebenfalls genau gerade je kein keine nochmals
	selbstverständlich sobald solche solches und viele vieles wollen woran wofür worüber darüber davon dabei daran darauf dazu deshalb daher also außerdem
	trotz wegen innerhalb obwohl während bevor soeben erst zuerst zunächst natürlich hoffentlich vielleicht gestern jetzt schon was wer warum noch
	vorgestern neulich unlängst selten kaum nichts etwas einige mehrere manche beide ihretwegen`)

// germanStart writes the first word after the salutation small: "Sehr geehrte
// Frau Okafor, vielen Dank …". Nouns and "Sie" keep their capital.
func germanStart(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	bare := strings.TrimRight(first, ",")
	if germanOpeners[strings.ToLower(bare)] {
		return strings.ToLower(first) + " " + rest
	}
	return s
}
