package templates

import (
	"strings"
	"time"
)

// A language is what the texts need to know of one: its dates, its lists, its
// forms of address, and how a raw note becomes a phrase in it.
type language struct {
	code     string // "en"
	months   [12]string
	weekdays [7]string // from Sunday
	names    map[string]bool
	familiar bool // there are texts for the familiar form of address
	// questions are the words with which a phrase begins that is a clause.
	questions map[string]bool
	notes     []string // a noun, a clause and another, to try texts with

	date  func(time.Time) string
	short func(time.Time) string
	// dayFirst are date and short where English is written with the day first; nil where
	// there is one way.
	dayFirst  func(time.Time) (date, short string)
	and       func(next string) string // the word before the last of a list
	to        string                   // a preposition that every name of a list wants; "" for none
	honorific func(string) (kept string, mr, ms bool)
	// person names a third person, as an object: "Dr. Tom Baker", "Herrn Tom Baker".
	person func(honorific, name string) string
	// phrase makes a piece of a note fit after "about"; false if it can't.
	phrase func(string) (string, bool)
	// because puts the conjunction before a reason: "because I …", "parce qu'il …".
	because func(string) string
	// stands is true where a reason without its conjunction is a sentence: not where a verb
	// goes to the end of it.
	stands bool
	at     string // the preposition before the employer's name: "at", "bei", "chez"
	// change names the change from one thing to another: "the move from A to B".
	change func(from, to string) string
	// extra adds the values that only this language has.
	extra func(map[string]string)
	// start fits the first line to the salutation before it.
	start func(string) string
	// finish mends the punctuation of a rendered line.
	finish func(string) string
}

var languages = map[string]*language{"en": english, "de": german, "fr": french, "es": spanish, "nl": dutch}

// languageCode is the language of a tag (BCP 47) without its region: "en" of "en-US".
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	return code
}

// languageOr is the language of a tag; English where we do not speak it.
func languageOr(tag string) *language {
	if l := languages[languageCode(tag)]; l != nil {
		return l
	}
	return english
}

// list joins "A", "B" and "C" as the language does.
func (l *language) list(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := items[len(items)-1]
	return strings.Join(items[:len(items)-1], ", ") + " " + l.and(last) + " " + last
}

func (l *language) isMonth(s string) bool {
	for _, m := range l.months {
		if s == m {
			return true
		}
	}
	return false
}

// changing are words with which a note says that what follows is a change.
var changing = wordSet(`moving move migrating migration switching switch off from wechsel umstieg von passage de du migración paso del migratie overstap van`)

// phraseOf makes a piece of a note fit after "about". "A -> B" is a change.
func (l *language) phraseOf(note string) (string, bool) {
	note = tidyNote(l.code, note)
	m := fromTo.FindStringSubmatch(note)
	if m == nil {
		return l.phrase(note)
	}
	from, to := strings.Fields(m[1]), strings.Fields(m[2])
	for len(from) > 1 && changing[strings.ToLower(from[0])] {
		from = from[1:]
	}
	if len(from) > 4 || len(to) > 4 || fromTo.MatchString(m[1]) {
		return "", false
	}
	return l.change(strings.Join(spellOut(from), " "), strings.Join(spellOut(to), " ")), true
}

func same(s string) string { return s }

func noExtra(map[string]string) {}

// genderOf sorts the words of an honorific into the gendered form of address and
// the titles. The gender is the one that the person wrote, never a guess.
func genderOf(honorific string) (titles string, mr, ms bool) {
	var rest []string
	for _, w := range strings.Fields(honorific) {
		switch strings.ToLower(strings.TrimSuffix(w, ".")) {
		case "mr", "herr", "herrn", "hr", "m", "monsieur", "sr", "señor", "dhr", "meneer", "heer":
			mr = true
		case "mrs", "ms", "miss", "frau", "fr", "mme", "mlle", "madame", "mademoiselle", "sra", "srta", "señora", "señorita", "mevr", "mw", "mevrouw", "juffrouw":
			ms = true
		case "mx", "de":
		default:
			rest = append(rest, w)
		}
	}
	return strings.Join(rest, " "), mr, ms && !mr
}
