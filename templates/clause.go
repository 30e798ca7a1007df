package templates

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// The words of each grammar.
var (
	//go:embed clause/en.txt
	clauseEnglish string
	//go:embed clause/de.txt
	clauseGerman string
	//go:embed clause/fr.txt
	clauseFrench string
	//go:embed clause/es.txt
	clauseSpanish string
	//go:embed clause/nl.txt
	clauseDutch string
)

// A grammar is what is known of the clauses of a language: small sets of words by name.
// It tells what surely ends a sentence from what may not; it is no parser.
type grammar map[string]map[string]bool

// grammarOf returns the grammar of a language.
var grammarOf = grammars(map[string]string{"en": clauseEnglish, "de": clauseGerman, "fr": clauseFrench, "es": clauseSpanish, "nl": clauseDutch})

// grammars reads sets of words by language when they are first needed: a line is a name
// and the words that have it.
func grammars(texts map[string]string) map[string]func() grammar {
	all := map[string]func() grammar{}
	for code, text := range texts {
		all[code] = sync.OnceValue(func() grammar {
			g := grammar{}
			for line := range strings.Lines(text) {
				if name, words, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
					g[name] = wordSet(words)
				}
			}
			return g
		})
	}
	return all
}

// is reports whether a word is in one of the sets.
func (g grammar) is(w string, sets ...string) bool {
	for _, s := range sets {
		if g[s][w] {
			return true
		}
	}
	return false
}

// skip returns the index of the first word from i on that is in none of the sets.
func (g grammar) skip(ws []token, i int, sets ...string) int {
	for i < len(ws) && g.is(ws[i].low, sets...) {
		i++
	}
	return i
}

// A token is a word of a clause.
type token struct {
	word, low string // without the marks around it, and in small letters
	stop      bool   // a comma or a dash follows
}

func (t token) noun() bool { return t.word != t.low } // as German writes them

func tokensOf(s string) (all []token) {
	for _, w := range strings.Fields(strings.ReplaceAll(s, "’", "'")) {
		bare := strings.TrimFunc(w, func(r rune) bool { return !isWordRune(r) && r != '\'' })
		if bare == "" {
			if len(all) > 0 {
				all[len(all)-1].stop = true
			}
			continue
		}
		all = append(all, token{bare, strings.ToLower(bare), strings.ContainsAny(w[len(w)-1:], ",;:") || strings.HasSuffix(w, "–")})
	}
	return all
}

// endsClause reports whether words surely end the sentence that a letter begins: for a
// reason a clause with its subject and its verb, for a piece of work what the user did.
// What is unsure does not.
func endsClause(code string, end End, words string) bool {
	ws := tokensOf(words)
	g := grammarOf[code]()
	if len(ws) < 2 {
		return false
	}
	reason := end == Because
	switch {
	case code == "en" && reason:
		return g.englishReason(ws)
	case code == "en":
		return g.englishWork(ws)
	case code == "de" && reason:
		return g.germanReason(ws)
	case code == "de":
		return g.germanWork(ws)
	case code == "fr" && reason:
		return g.frenchReason(ws)
	case code == "fr":
		return g.frenchWork(ws)
	case code == "es" && reason:
		return g.spanishReason(ws)
	case code == "es":
		return g.spanishWork(ws)
	case reason:
		return g.dutchReason(ws)
	}
	return g.dutchWork(ws)
}

// isClause reports whether words that should name a thing are a sentence of their own:
// they have a verb that belongs to no clause inside.
func isClause(code string, words string) bool {
	ws, g := tokensOf(words), grammarOf[code]()
	if len(ws) < 2 || g.is(ws[0].low, "openers") && !g.is(ws[0].low, "determiners", "pronouns", "articles") {
		return false
	}
	switch code {
	case "en":
		return g.is(ws[0].low, "pronouns") && !g.is(ws[0].low, "determiners") || g.englishVerbs(ws, 2) > 0
	case "fr":
		return g.is(ws[0].low, "pronouns") && !(ws[0].low == "ce" && (g.is(ws[1].low, "openers") || strings.HasPrefix(ws[1].low, "qu'"))) && !g.is(ws[0].low, "determiners") || g.frenchVerbs(ws) > 0
	case "es":
		return g.spanishVerbs(ws) > 0
	case "de":
		return g.is(ws[0].low, "singular", "first", "plural") && !g.is(ws[0].low, "articles") && ws[0].low != "das" || g.germanSecond(ws)
	}
	return g.is(ws[0].low, "subjects") && !g.is(ws[0].low, "determiners") || g.dutchSecond(ws)
}

// segments are the beginnings of a clause that end before a comma, or before one of the
// words that begin another, the whole last.
func (g grammar) segments(ws []token, joints ...string) (all [][]token) {
	for i := 1; i < len(ws); i++ {
		if ws[i-1].stop || g.is(ws[i].low, "openers") {
			all = append(all, ws[:i])
			continue
		}
		for _, j := range joints {
			if ws[i].low == j {
				all = append(all, ws[:i])
			}
		}
	}
	return append(all, ws)
}

// small writes the first word small where it is one that begins a clause and no name.
func (g grammar) small(words string) string {
	first, rest, _ := strings.Cut(words, " ")
	r := []rune(first)
	low := strings.ToLower(first)
	if len(r) == 0 || !unicode.IsUpper(r[0]) || low == "i" || strings.HasPrefix(low, "i'") || isName(first) && len(r) > 1 && strings.ToUpper(first) == first {
		return words
	}
	for _, name := range []string{"determiners", "articles", "oblique", "prepositions", "pronouns", "subjects", "first", "singular", "plural", "adverbs", "openings", "past", "surely-past", "sure", "clitics", "own", "auxiliaries"} {
		if g[name][low] {
			return strings.TrimSpace(low + " " + rest)
		}
	}
	for _, name := range []string{"d'", "l'", "j'", "c'", "s'", "m'", "n'", "qu'"} {
		if strings.HasPrefix(low, name) {
			return strings.TrimSpace(strings.ToLower(string(r[:1])) + string(r[1:]) + " " + rest)
		}
	}
	return words
}
