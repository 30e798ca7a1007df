package recognize

import (
	"slices"
	"strings"
	"unicode"

	"afterword/internal/mail"

	"github.com/abadojack/whatlanggo"
)

// spoken are the languages that the guess may choose from: those that the
// program reads, and their neighbours, so that Portuguese is not taken for Spanish.
var spoken = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Deu: true, whatlanggo.Fra: true, whatlanggo.Spa: true, whatlanggo.Nld: true,
	whatlanggo.Ita: true, whatlanggo.Por: true, whatlanggo.Swe: true, whatlanggo.Dan: true, whatlanggo.Pol: true,
	whatlanggo.Jpn: true, whatlanggo.Rus: true, whatlanggo.Cmn: true,
}}

// The guess needs a few words to go by, and learns nothing more from a book.
const (
	leastLetters = 24
	mostBytes    = 600
)

// languages are those that plainWords has words of: of two that are as likely it
// is the first.
var languages = []string{"en", "de", "fr", "es", "nl"}

// plainWords are frequent words of the five languages that no other of them
// has, each with the number of its language. They settle what trigrams of a short note cannot.
var plainWords = map[string]int{}

// shared is the number of words that two languages have.
const shared = -1

func init() {
	for lang, words := range map[string]string{
		"en": "the and you your with for are have this that will would our from been not was thanks thank hi hello please we",
		"de": "und der die das ist nicht wir sie ihre ihnen für mit auf eine einen ihr ich danke bitte von zu haben wird hallo leider sehr",
		"fr": "le les et vous votre nous pour dans une est que des merci bonjour avec sur je vos cordialement ne pas du au",
		"es": "el los y usted su nosotros para por una está que del gracias hola con estimado saludos le nuestro no muy lo",
		"nl": "het een en je jouw wij voor niet van is dat met bedankt hartelijk groet we ons op uw u heb hebben wordt zijn naar",
	} {
		for _, w := range strings.Fields(words) {
			if _, known := plainWords[w]; known {
				plainWords[w] = shared
			} else {
				plainWords[w] = slices.Index(languages, lang)
			}
		}
	}
}

// language returns the ISO 639-1 code of the text's language, or "" where there
// is too little to go by.
func language(text string) string {
	text = mail.FirstBytes(text, mostBytes)
	letters := 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	if letters == 0 {
		return ""
	}
	var counts [8]int // by language
	best, most, second := "", 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if l, known := plainWords[w]; known && l != shared {
			counts[l]++
		}
	}
	for i, l := range languages {
		switch {
		case counts[i] > most:
			best, most, second = l, counts[i], most
		case counts[i] > second:
			second = counts[i]
		}
	}
	if most >= 3 && most >= 2*second+1 || most == 2 && second == 0 {
		return best
	}
	if letters < leastLetters {
		return best
	}
	info := whatlanggo.DetectWithOptions(text, spoken)
	if info.Confidence == 0 { // of two that are as likely it takes whichever comes first, another one each time
		return best
	}
	if code := info.Lang.Iso6391(); code != "" && (info.Confidence > 0.3 || best == "" || best == code) {
		return code
	}
	return best
}
