package templates

import (
	"strings"
	"unicode"
)

// A lexicon is a set of entries of one or more words, each with stars for what is open:
// "layoff*", "*scheiss*", "last * quit"; "**" is up to four words, "#" a number, "x?" an x
// or none. It looks a
// text up word by word, whatever the size of the set.
type lexicon struct {
	exact, prefix, suffix map[string][][]string // entries by their first word, without its star
	inside                []inner
}

type inner struct {
	part  string
	entry []string
}

func newLexicon() *lexicon {
	return &lexicon{map[string][][]string{}, map[string][][]string{}, map[string][][]string{}, nil}
}

// add adds an entry.
func (l *lexicon) add(entry string) {
	if i := strings.IndexByte(entry, '?'); i > 0 {
		l.add(entry[:i] + entry[i+1:])
		l.add(entry[:i-1] + entry[i+1:])
		return
	}
	words := tokens(entry)
	if len(words) == 0 {
		return
	}
	first := words[0]
	bare := strings.Trim(first, "*")
	switch {
	case strings.HasPrefix(first, "*") && strings.HasSuffix(first, "*"):
		l.inside = append(l.inside, inner{bare, words})
	case strings.HasSuffix(first, "*"):
		l.prefix[bare] = append(l.prefix[bare], words)
	case strings.HasPrefix(first, "*"):
		l.suffix[bare] = append(l.suffix[bare], words)
	default:
		l.exact[first] = append(l.exact[first], words)
	}
}

// at returns how many of the words from i on an entry is made of, the longest; 0 for none.
func (l *lexicon) at(words []string, i int) int {
	longest := 0
	try := func(entries [][]string) {
		for _, e := range entries {
			if n := fits(e[1:], words[i+1:]); n >= longest {
				longest = n + 1
			}
		}
	}
	w := words[i]
	try(l.exact[w])
	if isNumber(w) {
		try(l.exact["#"])
	}
	for n := range w {
		if n > 0 {
			try(l.prefix[w[:n]])
			try(l.suffix[w[n:]])
		}
	}
	try(l.prefix[w])
	try(l.suffix[w])
	for _, in := range l.inside {
		if strings.Contains(w, in.part) {
			try([][]string{in.entry})
		}
	}
	return longest
}

// fits returns how many words an entry takes of those that begin with it, -1 where none do.
func fits(entry, words []string) int {
	for i, e := range entry {
		if e == "**" {
			for gap := 0; gap <= 4 && i+gap <= len(words); gap++ {
				if n := fits(entry[i+1:], words[i+gap:]); n >= 0 {
					return i + gap + n
				}
			}
			return -1
		}
		if i >= len(words) {
			return -1
		}
		w, bare := words[i], strings.Trim(e, "*")
		switch {
		case e == w, e == "*", e == "#" && isNumber(w):
		case strings.HasPrefix(e, "*") && strings.HasSuffix(e, "*") && strings.Contains(w, bare):
		case strings.HasSuffix(e, "*") && !strings.HasPrefix(e, "*") && strings.HasPrefix(w, bare):
		case strings.HasPrefix(e, "*") && !strings.HasSuffix(e, "*") && strings.HasSuffix(w, bare):
		default:
			return -1
		}
	}
	return len(entry)
}

// tokens are the words of a text, stars and number signs among them.
func tokens(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' && r != '#' })
}
