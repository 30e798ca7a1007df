package drafter

import (
	"cmp"
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The usual words of such letters, a file for each language; words of dictionaries that
// lie near one of them, which others made (NOTICE says who); and words that are taken for
// one another (confused.go).
//
//go:embed spelling/*.txt near/*.txt confused/*.txt
var wordFiles embed.FS

// A spelling knows how the usual words of a language are spelled. What is a slip away
// from one of them and no word itself is misspelled; of other words nothing is known.
type spelling struct {
	usual map[rune][]string // by their first letter, folded
	right map[string]bool   // the usual ones, and words that lie near one of them
	wrong map[string][]correction
	// endings are those of inflection, where no list of words is complete.
	endings map[string]bool
}

// A correction is what is written wrong in another way than by a slip. It may be of
// several words; it is listed by its first, in lower case.
type correction struct {
	wrong []string
	right string
}

// endings of words, in languages that make compounds.
var endings = map[string]string{
	"de": "e en n s es er ern em in innen t te ten st et",
	"nl": "s en e t n er ers je jes d de den",
}

var spellings = func() map[string]func() *spelling {
	all := map[string]func() *spelling{}
	for _, language := range languages {
		all[language] = sync.OnceValue(func() *spelling { return newSpelling(language) })
	}
	return all
}()

// newSpelling reads the files of a language: usual words; after "=", and near them, words
// that are right as well; "wrong > right".
func newSpelling(language string) *spelling {
	s := &spelling{usual: map[rune][]string{}, right: map[string]bool{}, wrong: map[string][]correction{}, endings: map[string]bool{"": true}}
	for _, ending := range strings.Fields(endings[language]) {
		s.endings[ending] = true
	}
	for _, line := range wordLines("spelling/" + language + ".txt") {
		if wrong, right, ok := strings.Cut(line, " > "); ok {
			words := strings.Fields(wrong)
			first := strings.ToLower(words[0])
			s.wrong[first] = append(s.wrong[first], correction{words, right})
			continue
		}
		words, isNear := strings.CutPrefix(line, "= ")
		for _, w := range strings.Fields(words) {
			s.right[w] = true
			if !isNear && utf8.RuneCountInString(w) >= leastSlipped {
				s.usual[firstRune(plain(w))] = append(s.usual[firstRune(plain(w))], w)
			}
		}
	}
	for _, line := range wordLines("near/" + language + ".txt") {
		for _, w := range strings.Fields(line) {
			s.right[w] = true
		}
	}
	return s
}

// wordLines are the lines of a file of words without its comments.
func wordLines(name string) (lines []string) {
	text, _ := wordFiles.ReadFile(name)
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// leastSlipped is how many letters a word has in which a slip is looked for, and
// twoSlips from how many on two are.
const (
	leastSlipped = 5
	twoSlips     = 9
)

// isRight reports whether a word is one, as it is written.
func (s *spelling) isRight(word string) bool { return s.right[word] || s.right[lowerFirst(word)] }

// usualFor returns the usual word that is meant by one that is none; "" where none is
// surely meant.
func (s *spelling) usualFor(word string) string {
	if s.isRight(word) {
		return ""
	}
	lower := strings.ToLower(word)
	folded, n := plain(lower), utf8.RuneCountInString(lower)
	best, least := "", 3
	for _, u := range s.usual[firstRune(folded)] {
		meant := strings.ToLower(u)
		m := utf8.RuneCountInString(meant)
		most := 1
		if min(n, m) >= twoSlips {
			most = 2
		}
		slips := 0
		switch {
		case lower == meant && word != u && !unicode.IsUpper(firstRune(word)): // a capital is missing
		case lower == meant:
			return ""
		case plain(meant) == folded: // accents
		case abs(n-m) > most || s.inflected(lower, meant):
			continue
		default:
			if slips = distance(lower, meant); slips > most {
				continue
			}
		}
		if slips < least {
			best, least = u, slips
		}
	}
	if best != "" && unicode.IsUpper(firstRune(word)) {
		return upperFirst(best)
	}
	return best
}

// inflected reports whether two words differ in their ending alone.
func (s *spelling) inflected(a, b string) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return len(s.endings) > 1 && s.endings[a[n:]] && s.endings[b[n:]]
}

func abs(n int) int { return max(n, -n) }

// A token is a word of a text with what stands around it.
type token struct {
	word   string
	inside bool   // in a sentence, and not at its beginning
	gap    string // between the word before and this one
	next   string // up to two characters behind it
}

// tokensOf parts a text into words: letters and digits, with apostrophes and hyphens
// inside. Apostrophes become plain ones.
func tokensOf(text string) (tokens []token) {
	text = strings.ReplaceAll(text, "’", "'")
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	end, inside := 0, false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isWord(r) {
			i += n
			continue
		}
		start := i
		for i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
			if !isWord(r) {
				after, _ := utf8.DecodeRuneInString(text[i+n:])
				if r != '\'' && r != '-' || !isWord(after) {
					break
				}
			}
			i += n
		}
		gap := text[end:start]
		inside = inside && !strings.ContainsAny(gap, ".!?:¿¡\n")
		tokens = append(tokens, token{text[start:i], inside, gap, text[i:min(len(text), i+2)]})
		end, inside = i, true
	}
	return tokens
}

// spelled finds what is spelled wrong, by the usual words of the language.
func (p *proof) spelled() {
	of, ok := spellings[p.c.Language]
	if !ok || p.written != nil {
		return
	}
	s := of()
	for _, text := range []string{p.own.Subject, p.own.Salutation, p.own.Text, p.own.SignOff} {
		tokens := tokensOf(text)
		for i, t := range tokens {
			if c, n := s.correctionAt(tokens, i); n > 0 {
				p.add(RuleMisspelled, joined(tokens[i:i+n]), "write %q", c)
			} else if right := cmp.Or(p.slip(s, t), p.eszett(t.word)); right != "" {
				p.add(RuleMisspelled, t.word, "write %q", right)
			}
		}
		if p.c.Language == "es" {
			p.opened(text)
		}
	}
}

func joined(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.word
	}
	return strings.Join(words, " ")
}

// slip returns what is meant by a word that is a slip away from a usual one.
func (p *proof) slip(s *spelling, t token) string {
	word := t.word
	if i := strings.LastIndexByte(word, '\''); i >= 0 && p.c.Language == "fr" {
		word = word[i+1:] // l'équipe
	}
	capital := unicode.IsUpper(firstRune(word))
	switch {
	case strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0, strings.HasPrefix(t.next, "@"), strings.HasSuffix(t.gap, "@"):
		return ""
	case utf8.RuneCountInString(word) < leastSlipped-1, word == strings.ToUpper(word):
		return ""
	case capital && t.inside && (p.c.Language != "de" || utf8.RuneCountInString(word) < 7):
		return "" // a name, perhaps
	}
	right := s.usualFor(word)
	// Words of English stand in letters of any language; those that lack an accent do not.
	if right == "" || p.c.Language != "en" && spellings["en"]().isRight(word) && plain(word) != plain(right) || p.swiss(word, right) {
		return ""
	}
	return right
}

// withEszett are German words in which ss stands after a long vowel.
var withEszett = lazy(`^(?i:gross\pL*|gröss\pL*|heiss(?:e|en|t)?|weiss|strasse\pL*|draussen|ausser\pL*|äusser\pL*|spass|massnahme\pL*|massstab|schliess\pL*|an?schliess\pL*|einschliess\pL*|abschliess\pL*|regelmässig\pL*|gemäss|fuss|süss\pL*|bloss|fliess\pL*|gr[uü]ss(?:e|en|t)?|dreissig|liess(?:en)?|hiess(?:en)?|geniess\pL*|fleissig\pL*|stiess\pL*|begrüss\pL*|massgeblich\pL*|vergrösser\pL*)$`)

// eszett returns a German word with ß where it is written with ss; "" where that is right.
func (p *proof) eszett(word string) string {
	if p.c.Language != "de" || !withEszett().MatchString(word) {
		return ""
	}
	right := strings.Replace(word, "ss", "ß", 1)
	if p.swiss(word, right) {
		return ""
	}
	return right
}

// swiss reports whether a word is written with ss for ß where that is right.
func (p *proof) swiss(word, right string) bool {
	if !strings.EqualFold(strings.ReplaceAll(right, "ß", "ss"), word) {
		return false
	}
	if a := p.c.App; a != nil && (strings.HasPrefix(a.Holidays, "CH") || strings.HasPrefix(a.Holidays, "LI") || a.Zone == "Europe/Zurich") {
		return true
	}
	if strings.Contains(p.l.Whole, "ß") {
		return false
	}
	consistent := map[string]bool{}
	for _, t := range tokensOf(p.l.Whole) {
		if withEszett().MatchString(t.word) {
			consistent[t.word] = true
		}
	}
	return len(consistent) > 1 || slices.ContainsFunc(p.l.To, func(to string) bool { return strings.HasSuffix(to, ".ch") || strings.HasSuffix(to, ".li") }) ||
		swissPlaces().MatchString(p.l.Whole)
}

var swissPlaces = lazy(`\b(?:Schweiz(?:er)?|Zürich|Zürcher|Bern|Berner|Basel|Basler|Luzern|Winterthur|St\. Gallen|Zug|Grüezi)\b`)

// correctionAt returns what belongs in the place of the words from i on, and of how
// many; 0 where nothing is known against them.
func (s *spelling) correctionAt(tokens []token, i int) (right string, n int) {
	for _, c := range s.wrong[strings.ToLower(tokens[i].word)] {
		if len(c.wrong) <= n || i+len(c.wrong) > len(tokens) || tokens[i+len(c.wrong)-1].word == "i" && strings.HasPrefix(tokens[i].next, ".") {
			continue
		}
		fits := true
		for k, w := range c.wrong {
			have := tokens[i+k]
			fits = fits && (have.word == w || k == 0 && have.word == upperFirst(w)) && (k == 0 || strings.TrimSpace(have.gap) == "")
		}
		if fits && joined(tokens[i:i+len(c.wrong)]) != c.right {
			right, n = c.right, len(c.wrong)
			if unicode.IsUpper(firstRune(tokens[i].word)) {
				right = upperFirst(right)
			}
		}
	}
	return right, n
}

// opened finds Spanish questions and exclamations that nothing opens.
func (p *proof) opened(text string) {
	for mark, opening := range map[string]string{"?": "¿", "!": "¡"} {
		for sentence := range strings.SplitAfterSeq(text, mark) {
			if strings.HasSuffix(sentence, mark) && !strings.Contains(sentence, opening) && hasLetter(sentence) {
				words := strings.Fields(sentence)
				p.add(RuleMisspelled, strings.Join(words[max(0, len(words)-3):], " "), "open it with %q", opening)
			}
		}
	}
}
