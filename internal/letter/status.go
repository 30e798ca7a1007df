package letter

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// AsksStatus reports whether the letter asks how things stand, in one of its
// sentences: whether there is news, where a decision is, whether the writer is still in
// the running, or that he has not heard. A letter that asks for anything else, or only
// thanks for news, does not.
func (l Letter) AsksStatus() bool { return l.status() == asksStatus }

// MayAskStatus reports whether nothing tells that the letter asks how things stand, and
// nothing that it does not: something is asked in it, or nothing of it is understood.
func (l Letter) MayAskStatus() bool { return l.status() == mayAskStatus }

// status is what a letter, or a sentence, has to do with how things stand.
type status int

const (
	saysNothing  status = iota // a sentence: it tells neither
	isOfElse                   // it is about something else
	mayAskStatus               // it asks, and not for anything that is known here
	asksStatus
)

func (l Letter) status() status {
	text := strings.ToLower(strings.NewReplacer("’", "'", "\u202f", " ").Replace(l.Text()))
	most := saysNothing
	for text != "" {
		sentence := text
		if end := sentenceEnd().FindStringIndex(text); end != nil {
			sentence = text[:end[1]]
		}
		text = text[len(sentence):]
		most = max(most, statusOf(sentence))
	}
	if most == saysNothing && l.Text() != "" {
		return mayAskStatus
	}
	return most
}

// statusOf reads one sentence in lower case. What asks in a language has to be about how
// things stand in the same one.
func statusOf(sentence string) status {
	asks, about, other, says := strings.Contains(sentence, "?"), false, false, false
	question := asks
	for _, in := range statusWords() {
		s := in.void.ReplaceAllString(sentence, " ")
		wishes, stands := in.asks.MatchString(s), in.about.MatchString(s)
		if (question || wishes) && stands || in.whole.MatchString(s) {
			return asksStatus
		}
		asks, about = asks || wishes, about || stands
		other, says = other || in.other.MatchString(sentence), says || in.says.MatchString(sentence)
	}
	switch {
	case asks && !other, about && !other && !says:
		return mayAskStatus
	case other, says:
		return isOfElse
	}
	return saysNothing
}

// sentenceEnd matches where a sentence ends, and a paragraph. The full stop of "the 20."
// is none in German.
var sentenceEnd = lazy(`(?:\D\.|[?!])[.?!]*(?:\s|$)|\n\n`)

var (
	//go:embed status/de.txt
	germanStatus string
	//go:embed status/en.txt
	englishStatus string
	//go:embed status/es.txt
	spanishStatus string
	//go:embed status/fr.txt
	frenchStatus string
	//go:embed status/nl.txt
	dutchStatus string
)

// words are how a status question is put in one language, each of the lists under a
// heading of its file. A line of it holds regular expressions for whole words of a
// sentence; " … " stands for any words or none.
type words struct {
	void  *regexp.Regexp // taken out first: thanks for news, the writer's own decision, how letters end
	asks  *regexp.Regexp // asks without a question mark
	about *regexp.Regexp // how things stand
	whole *regexp.Regexp // asks how things stand by itself: not to have heard does
	other *regexp.Regexp // what else is asked for: another day, an address
	says  *regexp.Regexp // what else a letter does: it thanks, sends something, takes back
}

// statusWords reads the lists when the first letter is read. They are part of the
// program: a mistake in one is found by any test.
var statusWords = sync.OnceValue(func() (all []words) {
	for _, list := range []string{germanStatus, englishStatus, spanishStatus, frenchStatus, dutchStatus} {
		lists := map[string][]string{}
		heading := ""
		for line := range strings.Lines(list) {
			switch line = strings.TrimRight(line, "\n"); {
			case line == "" || line[0] == '#':
			case line[0] == '\t':
				lists[heading] = append(lists[heading], strings.ReplaceAll(line[1:], " … ", "(?: .*)? "))
			default:
				heading = line
			}
		}
		in := func(heading string) *regexp.Regexp {
			return regexp.MustCompile(`(?:^|[^\pL])(?:` + strings.Join(lists[heading], "|") + `)(?:$|[^\pL])`)
		}
		all = append(all, words{in("void"), in("asks"), in("about"), in("whole"), in("other"), in("says")})
	}
	return all
})
