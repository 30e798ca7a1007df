package drafter

import (
	"slices"
	"strings"
	"unicode"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/rules"
	"afterword/templates"
)

// A Voice is how the user writes his letters in one language, as far as it shows in
// those that he sent. What is unsure is empty.
type Voice struct {
	Letters  int    `json:"letters"` // that it was learnt of
	Greeting string `json:"greeting,omitempty"`
	Closing  string `json:"closing,omitempty"`
	// Contractions is true where he writes "I'd" rather than "I would", of English.
	Contractions bool `json:"contractions,omitempty"`
	// SentenceWords is how many words a sentence of his has, on average.
	SentenceWords int `json:"sentence_words,omitempty"`
	// Familiar is true where he mostly says du, tú, je or tu.
	Familiar bool `json:"familiar,omitempty"`
}

// A letter of ours begins and ends as the user's do where that suits anybody who may
// read it: nothing that has a gender, or is for friends.
var (
	greetings = map[string][]string{
		"en": {"Dear", "Hello", "Hi"}, "de": {"Guten Tag", "Hallo"}, "fr": {"Bonjour"}, "es": {"Buenos días"}, "nl": {"Beste", "Geachte", "Hallo", "Dag"},
	}
	closings = map[string][]string{
		"en": {"Kind regards", "Best regards", "Best wishes", "Warm regards", "Regards", "Best", "Many thanks", "All the best", "With best wishes", "With kind regards"},
		"de": {"Viele Grüße", "Beste Grüße", "Freundliche Grüße", "Mit freundlichen Grüßen", "Herzliche Grüße", "Schöne Grüße", "Mit besten Grüßen", "Freundliche Grüsse", "Mit freundlichen Grüssen", "Beste Grüsse"},
		"fr": {"Cordialement", "Bien cordialement", "Très cordialement", "Bien à vous", "Sincères salutations", "Meilleures salutations"},
		"es": {"Un saludo", "Saludos", "Saludos cordiales", "Un cordial saludo", "Un saludo cordial", "Atentamente"},
		"nl": {"Groet", "Groeten", "Met vriendelijke groet", "Vriendelijke groet", "Hartelijke groet", "Met hartelijke groet", "Met vriendelijke groeten"},
	}
	contraction = lazy(`(?i)\b(?:i'(?:m|d|ve|ll)|you're|it's|that's|don't|can't|won't|isn't|didn't)\b`)
	spelledOut  = lazy(`(?i)\b(?:i (?:am|would|have|will)|you are|it is|that is|do not|cannot|will not|is not|did not)\b`)
)

// Of how many letters a habit is learnt, and in which share of them it has to show.
const (
	leastLetters = 4
	mostly       = 0.6
)

// VoicesOf learns how the user writes from letters that he sent, by language.
func VoicesOf(letters []*mail.Message) map[string]Voice {
	by := map[string][]letter.Letter{}
	for _, m := range letters {
		l := letter.Read(m)
		if language := languageOf(l.Text()); language != "" && l.Words() >= 8 {
			by[language] = append(by[language], l)
		}
	}
	voices := map[string]Voice{}
	for language, list := range by {
		if len(list) >= leastLetters {
			voices[language] = voiceOf(language, list)
		}
	}
	return voices
}

func voiceOf(language string, list []letter.Letter) Voice {
	v := Voice{Letters: len(list)}
	begins, ends := map[string]int{}, map[string]int{}
	sentences, words, short, long := 0, 0, 0, 0
	du, sie := 0, 0
	for _, l := range list {
		begins[startOf(l.Salutation, greetings[language])]++
		first, _, _ := strings.Cut(l.SignOff, "\n")
		ends[wholeOf(first, closings[language])]++
		text := strings.ReplaceAll(l.Text(), "’", "'")
		words += l.Words()
		sentences += len(l.Sentences())
		short += len(contraction().FindAllString(text, -1))
		long += len(spelledOut().FindAllString(text, -1))
		switch rules.RegisterOf(language, text) {
		case rules.Familiar:
			du++
		case rules.Polite:
			sie++
		}
	}
	v.Greeting, v.Closing = habit(begins, len(list)), habit(ends, len(list))
	if sentences > 0 {
		v.SentenceWords = words / sentences
	}
	v.Contractions = language == "en" && short > long
	v.Familiar = du > sie
	return v
}

// habit returns what shows in most of n letters; "" for nothing.
func habit(counts map[string]int, n int) string {
	for words, count := range counts {
		if words != "" && float64(count) >= mostly*float64(n) {
			return words
		}
	}
	return ""
}

// startOf returns which of the words a line begins with; "" for none.
func startOf(line string, of []string) string {
	i := slices.IndexFunc(of, func(words string) bool {
		rest, ok := strings.CutPrefix(line, words)
		return ok && (rest == "" || !unicode.IsLetter(firstRune(rest)))
	})
	if i < 0 {
		return ""
	}
	return of[i]
}

// wholeOf returns which of the words a line is, but for its marks; "" for none.
func wholeOf(line string, of []string) string {
	line = strings.TrimRight(strings.TrimSpace(line), ",.!")
	if i := slices.IndexFunc(of, func(words string) bool { return strings.EqualFold(words, line) }); i >= 0 {
		return of[i]
	}
	return ""
}

// speak greets and closes as the user does, where the letter is of a kind with his: not
// formal, and to nobody whose title is known.
func (v Voice) speak(l templates.Letter, language, tone string, titled bool) templates.Letter {
	if tone == "formal" {
		return l
	}
	if ours := startOf(l.Salutation, greetings[language]); v.Greeting != "" && ours != "" && !titled {
		l.Salutation = v.Greeting + strings.TrimPrefix(l.Salutation, ours)
	}
	first, rest, more := strings.Cut(l.SignOff, "\n")
	clash := rules.RegisterOf(language, v.Closing) == rules.Polite && rules.RegisterOf(language, l.Body()) == rules.Familiar
	if ours := wholeOf(first, closings[language]); v.Closing != "" && ours != "" && !clash {
		l.SignOff = v.Closing + first[len(ours):]
		if more {
			l.SignOff += "\n" + rest
		}
	}
	return l
}
