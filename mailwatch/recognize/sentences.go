package recognize

import (
	"strings"
	"sync"
	"unicode"

	"afterword/internal/mail"
)

// The words by which a text shows that its writer speaks to somebody: pronouns and
// verbs. A title, a list of titles, a subject or a name has none of them, and words
// such as "of" and "der" stand in those too.
var speech = map[string]map[string]bool{}

func init() {
	for lang, words := range map[string]string{
		"en": "the you your we our i my is are was were will would have has had this that thank thanks please could been me know i'm i'll i've we're we'll you're you'll hi hello join",
		"de": "ich sie wir ihre ihren ihrem ihnen ihr uns ist sind war haben hat wird werden nicht danke bitte mein meine dass das es du dich dir ihn wurde können möchten würden melden hallo leider habe hast wie doch brauchen benötigen",
		"fr": "je vous nous votre vos est sont avons avez merci que qui ne pas cette notre nos suis ai serait serai pourriez bonjour coucou c'est il elle sera on ton ta tu te t'irait doit",
		"es": "usted ustedes su sus nos le gracias es está hemos ha he que no me muy nuestra nuestro estamos podría podemos puede puedes hola yo tu te lo será sería tiene tengo queremos estaré llame queda quedamos buenos días estimado estimada",
		"nl": "ik je jij jou u wij we uw jouw ons is zijn niet dat wordt worden graag bedankt dank hebben heeft hebt kunt kun het mijn wil hoi hallo bent ben geen helaas",
		"it": "ringrazio grazie è sono abbiamo che non lei suo sua mi ci siamo vorrei nostra nostro buongiorno ti ho ha saremo può salve",
		"pt": "obrigado obrigada você não que é estamos nos seu sua temos olá nosso nossa lhe está será foi gostaríamos pode eu",
		"sv": "vi du jag är det att inte dig din har tack hej kommer vill ditt återkommer skulle oss",
		"da": "vi du jeg det at ikke dig din har tak hej kommer vil jer dit vender skulle os",
		"pl": "się jest nie dziękujemy dziękuję proszę pan pani pana to że państwa państwu mamy będzie jesteśmy cześć dzień nam prosimy",
	} {
		speech[lang] = map[string]bool{}
		for _, w := range strings.Fields(words) {
			speech[lang][w] = true
		}
	}
}

// What a text needs so that it shows the language of a conversation: words, and among
// them two of speech, or one in a longer text.
const (
	leastWords = 5
	manyWords  = 8
)

// spokenIn returns the language (ISO 639-1) in which somebody wrote a text to somebody;
// "" where a few words, or a list of titles, show none. It is what letters are written
// by; for reading, the guess does, which language made of the same text.
func spokenIn(text, guess string) string {
	text = mail.FirstBytes(text, mostBytes)
	if guess != "" && speech[guess] == nil {
		return guess // in a script of its own, where words are not parted by blanks
	}
	words, hits := 0, map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' }) {
		words++
		for _, lang := range speakers()[w] {
			hits[lang]++
		}
	}
	if words < leastWords {
		return ""
	}
	most := guess
	for lang, n := range hits {
		if n > hits[most] || n == hits[most] && lang < most && most != guess {
			most = lang
		}
	}
	// Of neighbours (Portuguese and Spanish, Danish and Swedish) the one whose words
	// they are. Where two are as likely the guess stands.
	best := guess
	if guess == "" || hits[most] > hits[guess]+1 {
		best = most
	}
	if hits[best] > 1 || hits[best] == 1 && words >= manyWords {
		return best
	}
	return ""
}

// speakers are the languages that have a word, by the word.
var speakers = sync.OnceValue(func() map[string][]string {
	by := map[string][]string{}
	for lang, list := range speech {
		for w := range list {
			by[w] = append(by[w], lang)
		}
	}
	return by
})
