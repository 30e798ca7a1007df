package person

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed words/given.txt
var givenText string

//go:embed words/family.txt
var familyText string

//go:embed words/nobody.txt
var nobodyText string

//go:embed words/role.txt
var roleText string

//go:embed words/firm.txt
var firmText string

//go:embed words/credential.txt
var credentialText string

// A list is a set of folded words; one with a star stands for all that begin so.
type list struct {
	words map[string]bool
	stems []string
}

func lazyList(text *string) func() *list {
	return sync.OnceValue(func() *list {
		l := &list{words: map[string]bool{}}
		for line := range strings.Lines(*text) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, w := range strings.Fields(line) {
				if stem, ok := strings.CutSuffix(w, "*"); ok {
					l.stems = append(l.stems, stem)
				} else {
					l.words[w] = true
				}
			}
		}
		return l
	})
}

var (
	givenNames  = lazyList(&givenText)
	familyFirst = lazyList(&familyText)
	nobody      = lazyList(&nobodyText)
	roles       = lazyList(&roleText)
	firms       = lazyList(&firmText)
	credentials = lazyList(&credentialText)
)

// has reports whether a word is in the list, whatever its case, accents and dots.
func (l *list) has(word string) bool {
	w := fold(word)
	if l.words[w] || l.words[strings.ReplaceAll(w, ".", "")] {
		return true
	}
	for _, stem := range l.stems {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// fold lowers a word and drops its accents and the marks around it, for comparing only.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ı':
			b.WriteByte('i')
		case r == '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Given reports whether a word is a given name that many people have.
func Given(word string) bool { return isGiven(word) }

// isGiven reports whether a word is a given name that the list has, or two of them
// joined: "Hans-Peter".
func isGiven(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if !givenNames().has(part) {
			return false
		}
	}
	return true
}

// isFirm reports whether a word makes a firm of the name around it.
func isFirm(word string) bool { return firms().has(word) }

// isInitial reports whether a word is a letter, or letters with dots: "J.", "J.-P.", "JR".
func isInitial(word string) bool {
	if particles[strings.ToLower(word)] && utf8.RuneCountInString(word) > 1 {
		return false
	}
	letters, lower := 0, false
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
			lower = lower || unicode.IsLower(r)
		}
	}
	return letters == 1 || letters <= 3 && letters > 0 && strings.Contains(word, ".") && !lower ||
		letters <= 3 && allCaps(word) && (letters == 2 || !strings.ContainsAny(fold(word), "aeiouy"))
}

// allCaps reports whether a word has at least two letters, and no small one.
func allCaps(word string) bool {
	n := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			n++
		case unicode.IsLower(r), unicode.IsDigit(r):
			return false
		}
	}
	return n >= 2
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func startsLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// particles begin a family name: "van den Berg", "De Groot", "bin Salman".
var particles = wordSet(`van von vom zu zum zur de der den del della dei di da das dos do du des la le les lo el al
	bin ibn bint ben ter ten te 't op in het st san santa y e i af av ap mac o d' l'`)

// isParticle reports whether a word of a name begins the family name, not being the
// first: it is written small, or so by custom.
func isParticle(word string) bool {
	word = word[strings.LastIndexByte(word, '-')+1:] // "O'Neill-van der Berg"
	return startsLower(word) && !strings.Contains(word, "'") && utf8.RuneCountInString(word) < 5 ||
		particles[strings.TrimSuffix(strings.ToLower(word), ".")] && utf8.RuneCountInString(word) > 1 && !isInitial(word)
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}
