package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A token is a word, a number, a sign or the end of a line.
type token struct {
	kind       kind
	start, end int    // byte offsets
	word       string // folded, of a word; the sign itself, of a sign
	n, width   int    // of a number: its value and its digits
	tight      bool   // nothing stands before it
}

type kind uint8

const (
	wordToken kind = iota
	numToken
	signToken
	lineToken
)

// tokenize cuts a text into tokens. It reads each byte a bounded number of times.
func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/4+4)
	last := 0 // the end of the token before
	add := func(t token) {
		t.tight = t.start == last && t.start > 0
		last = t.end
		tokens = append(tokens, t)
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		switch {
		case r == '\n':
			add(token{kind: lineToken, start: i, end: end})
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		case '0' <= r && r <= '9':
			n := 0
			end = i
			for end < len(text) && text[end] >= '0' && text[end] <= '9' {
				if end-i < 6 {
					n = n*10 + int(text[end]-'0')
				}
				end++
			}
			add(token{kind: numToken, start: i, end: end, n: n, width: end - i})
		case unicode.IsLetter(r):
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				end += size
			}
			add(token{kind: wordToken, start: i, end: end, word: fold(text[i:end])})
		default:
			add(token{kind: signToken, start: i, end: end, word: signOf(r)})
		}
		i = end
	}
	return tokens
}

// signOf makes alike the signs that people use for one another.
func signOf(r rune) string {
	switch r {
	case '–', '—', '‑', '−', '‐', '―', '→', '➔', '➡':
		return "-"
	case '’', '‘', '´', '`', 'ʼ':
		return "'"
	case '：':
		return ":"
	}
	return string(r)
}

// fold puts a word into lower case and drops its accents, which people leave out.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf
	}
	s = strings.ToLower(s)
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// squash leaves the letters and digits of a name: "La Fabrique Bleue" is
// "lafabriquebleue", as a domain writes it.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ReplaceAll(fold(s), "&", ""))
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
