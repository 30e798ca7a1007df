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
	months:    germanMonths,
	weekdays:  [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	notes:     []string{"Quartalsplanung", "wie das Team plant", "Umzug nach Berlin"},
	names:     wordSet(`zu-topic beim-topic zu-topic2 beim-topic2 zu-challenge beim-challenge`),
	date:      germanDate,
	short:     germanDate,
	and:       func(string) string { return "und" },
	honorific: genderOf,
	person:    germanPerson,
	team:      teamOf([]string{"das", "team", "dem"}, []string{"team"}),
	phrase:    germanPhrase,
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
	germanFeminine = []string{"ung", "heit", "keit", "schaft", "tion", "sion", "tät", "ogie", "egie"}
	germanPlural   = []string{"ungen", "heiten", "keiten", "schaften", "tionen", "sionen", "täten", "kosten", "zahlen", "daten", "zeiten", "ketten"}
	germanPraise   = regexp.MustCompile(`(?i)^(?:nett|toll|interessant|super|gut|freundlich|sympathisch)(?:e|er|es|en)?$`)
	germanPronouns = wordSet(`ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du er ihn ihm`)
	// Small words of a German noun phrase that are rightly written small.
	germanSmall = wordSet(`der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur mit ohne für auf aus in im ins
		an am bei beim nach über unter zwischen durch gegen um vor während seit als`)
	foreignWords = wordSet(`the how why what of to for with and from on at by into a an is are`)
)

// germanPhrase makes a note into "die Quartalsplanung" where the noun's ending
// tells its gender, else into "das Thema …", after which it needs no article; a
// clause becomes "die Frage, wie …,". All of them are the same in the nominative
// and the accusative, as no masculine is.
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
	if p, ok := germanArticled(words); ok {
		return p, true
	}
	if len(words) > 1 && germanArticles[strings.ToLower(words[0])] {
		words = words[1:]
		if strings.HasSuffix(words[0], "e") && !startsUpper(words[0]) {
			words[0] += "r" // "der neue Markt", "neuer Markt"
		}
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
			if !germanSmall[w] && (i == 0 || germanSmall[words[i-1]]) {
				words[i] = upperNoun(w)
			}
		}
	}
	for i, w := range words {
		if germanFinite[w] && i > 0 {
			return "", false
		}
	}
	first, last := words[0], words[len(words)-1]
	if !startsUpper(last) || !startsUpper(first) && !adjective(first) || germanPraise.MatchString(first) {
		return "", false
	}
	if hasEnding(first, germanFeminine) || hasEnding(first, germanPlural) {
		return "die " + strings.Join(words, " "), true
	}
	return "das Thema " + strings.Join(words, " "), true
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

// germanArticled takes a noun phrase that was noted with its article "das" or "die"
// as it is, where its dative can be told.
func germanArticled(words []string) (string, bool) {
	article := strings.ToLower(words[0])
	if len(words) < 2 || article != "das" && article != "die" {
		return "", false
	}
	adjective := words[1] == strings.ToLower(words[1])
	switch {
	case adjective && (len(words) < 3 || !startsUpper(words[2]) || !hasEnding(words[1], []string{"e", "en"})):
		return "", false
	case !adjective && article == "die" && words[1] != "Frage" && !hasEnding(words[1], germanFeminine) && !hasEnding(words[1], germanPlural):
		return "", false
	}
	for _, w := range words[1:] {
		if germanFinite[w] {
			return "", false
		}
	}
	return article + " " + strings.Join(words[1:], " "), true
}

// germanExtra adds the phrases as they stand after "zu" and "bei".
func germanExtra(values map[string]string) {
	for _, name := range []string{"topic", "topic2", "challenge"} {
		words := strings.Fields(values[name])
		if len(words) < 2 {
			continue
		}
		zu, bei := "zur", "bei der"
		adjective := words[1] == strings.ToLower(words[1])
		plural := adjective && strings.HasSuffix(words[1], "en") || !adjective && hasEnding(words[1], germanPlural)
		switch {
		case words[0] == "das":
			zu, bei = "zum", "beim"
		case plural:
			zu, bei = "zu den", "bei den"
		}
		if adjective && strings.HasSuffix(words[1], "e") {
			words[1] += "n" // "das neue Lager", "zum neuen Lager"
		}
		if plural && adjective && !hasEnding(words[2], []string{"n", "s"}) {
			words[2] += "n" // "die neuen Prozesse", "zu den neuen Prozessen"
		}
		rest := " " + strings.Join(words[1:], " ")
		values["zu-"+name], values["beim-"+name] = zu+rest, bei+rest
	}
}

// Words with which our sentences begin and which are written small after the
// comma of the salutation.
var germanOpeners = wordSet(`ich vielen herzlichen besten danke für über es das die der unser unsere nach seit am im in mit haben hat gibt
	darf dürfte dürfen könnten können könnte ist wie wann wenn falls sollte sollten gern gerne mein meine weil noch auch schön mir uns bei beim zu zur zum auf
	von vom an aus dass so was wissen würden wäre hätten sagen lassen bitte anscheinend offenbar wir einen ein eine leider suchen mich als sehr ganz
	zuletzt kürzlich schade da dort heute inzwischen hiermit geben mögen jederzeit bleibt steht läuft zwischen dafür durch große großen
	freundlichen nachdem wo gilt liegt lässt zeichnet bestimmt kommt passt ob tausend aufrichtigen nun jetzt umso welcher welches`)

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
