package note

import (
	"regexp"
	"slices"
	"strings"
)

// A signal is what a line says of a find as a whole.
type signal string

// The signals, the careful ones first: of two that contradict each other the first holds.
const (
	sayStop    signal = "stop"
	sayNo      signal = "no"
	sayNotHeld signal = "not held"
	sayNoShow  signal = "no-show"
	saySnooze  signal = "snooze"
	sayMoved   signal = "moved"
	sayYes     signal = "yes"
)

// phrases are those of all languages, by what they say, the longest first.
var phrases = func() []phrase {
	var all []phrase
	for _, l := range lexicons {
		for _, p := range []struct {
			say   signal
			words []string
		}{{sayStop, l.stop}, {sayNo, l.no}, {sayNotHeld, l.notHeld}, {sayNoShow, l.noShow}, {saySnooze, l.snooze}, {sayMoved, l.moved}, {sayYes, l.yes}} {
			for _, w := range p.words {
				all = append(all, phrase{p.say, strings.Fields(w)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b phrase) int { return len(b.words) - len(a.words) })
	return all
}()

type phrase struct {
	say   signal
	words []string
}

// fillers stand before what is said.
var fillers = map[string]bool{"hi": true, "hello": true, "hey": true, "oh": true, "well": true, "so": true, "please": true, "sorry": true, "bitte": true, "also": true, "hallo": true, "leider": true, "bonjour": true, "hola": true, "unfortunately": true,
	"malheureusement": true, "désolé": true, "helaas": true, "lamentablemente": true, "perdón": true, "it": true, "was": true, "is": true, "es": true, "wurde": true, "ist": true, "il": true, "a": true, "été": true, "fue": true, "het": true, "werd": true, "s": true, "the": true, "interview": true}

// notNo are words after which "no" says something else: "no. 5", "no idea".
var notNo = regexp.MustCompile(`^(?:\d|idea|clue|problem|worries|doubt|date|tengo|sé|hay)`)

// signs are what some write instead of a word.
var signs = strings.NewReplacer("👍", " yes ", "✅", " yes ", "✔", " yes ", "👎", " no ", "❌", " no ", "✗", " no ")

// steer reads what a line says of a find as a whole: the signal, "" for none, and the
// words behind it. A phrase stands at the beginning of a clause, or nearly so: what is
// told in the middle of a sentence steers nothing.
func steer(s string) (rest string, say signal) {
	s = signs.Replace(s)
	var best phrase
	end := 0
	for n, c := range clausesOf(s) {
		if n == mostClauses {
			break
		}
		for _, p := range phrases {
			i := p.in(c.words)
			if i < 0 || !p.counts(s, c, i) {
				continue
			}
			if len(best.words) == 0 || rank(p.say) < rank(best.say) && indexOf(best.words, p.words) < 0 && (len(p.words) > 1 || n == 0) {
				best, end = p, c.tokens[i+len(p.words)-1].end
			}
		}
	}
	if len(best.words) == 0 {
		return "", ""
	}
	return strings.TrimLeft(s[end:], " ,.;:!?)–—-\"'…"), best.say
}

// mostClauses is how far into a line somebody begins to steer: "Hi, thanks, it was moved".
const mostClauses = 3

// A clause is what stands between two marks.
type clause struct {
	words  []string
	tokens []token
}

func clausesOf(s string) []clause {
	var all []clause
	var c clause
	tokens := tokensOf(s)
	for i, t := range tokens {
		c.words, c.tokens = append(c.words, t.word), append(c.tokens, t)
		if i+1 == len(tokens) || strings.ContainsAny(s[t.end:tokens[i+1].start], ",.;!?()\n") || strings.Contains(s[t.end:tokens[i+1].start], " – ") {
			all = append(all, c)
			c = clause{}
		}
	}
	return all
}

// in returns where a clause has the phrase, -1 where it has not.
func (p phrase) in(words []string) int {
	first := 0
	for first+1 < len(words) && fillers[words[first]] {
		first++
	}
	switch {
	case startsWith(words, p.words):
		return 0
	case startsWith(words[first:], p.words):
		return first
	case len(p.words) == 1:
		return -1
	}
	i := indexOf(words, p.words)
	if i > 5 || (p.say == sayNoShow || p.say == sayNotHeld) && len(words)-i-len(p.words) > 4 {
		return -1
	}
	return i
}

// counts reports whether a phrase at word i of a clause is meant: one of a single word
// fills its clause, or little follows.
func (p phrase) counts(s string, c clause, i int) bool {
	after := len(c.words) - i - len(p.words)
	if after == 0 {
		next := strings.TrimLeft(s[c.tokens[len(c.tokens)-1].end:], " .")
		return len(p.words) > 1 || p.say != sayNo || !notNo.MatchString(next) || strings.HasPrefix(s[c.tokens[len(c.tokens)-1].end:], ",")
	}
	if len(p.words) > 1 {
		return true
	}
	switch p.words[0] {
	case "no", "non", "nein", "nee", "neen":
		return after <= 5 && !notNo.MatchString(c.words[i+1])
	case "yes", "ja", "oui", "sí", "stop", "stopp", "basta", "yep", "yeah":
		return after <= 6
	case "cancelled", "canceled", "abgesagt", "ausgefallen", "annulé", "annulée", "cancelada", "cancelado", "afgezegd", "geannuleerd", "afgelast":
		return after <= 4
	}
	return p.say == sayMoved || p.say == saySnooze || after <= 1 && len(p.words[0]) > 2
}

func rank(s signal) int {
	return slices.Index([]signal{sayStop, sayNo, sayNotHeld, sayNoShow, saySnooze, sayMoved, sayYes}, s)
}

func startsWith(words, p []string) bool {
	return len(words) >= len(p) && slices.Equal(words[:len(p)], p)
}

func indexOf(words, p []string) int {
	for i := range words {
		if startsWith(words[i:], p) {
			return i
		}
	}
	return -1
}

// whole reports whether a line says a signal and nothing else.
func whole(s string) signal {
	rest, say := steer(s)
	if hasWord(rest) {
		return ""
	}
	return say
}
