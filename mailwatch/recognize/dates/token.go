package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number or a mark of punctuation.
type token struct {
	kind       tokenKind
	start, end int    // byte offsets in the text
	word       string // in lower case without accents, for a word or a suffix
	n          [3]int // the numbers of a number: 4, 5-7, 4.12.2026
	sep        byte   // what stands between them
	tight      bool   // no space before it
}

type tokenKind uint8

const (
	wordToken   tokenKind = iota
	number                // 4, 2026
	ordinalMark           // 4th, 1er
	pair                  // 5-7, 4.12, 12/4
	triple                // 4.12.2026
	isoDate               // 2026-12-04, n in that order
	clock                 // 10:30, 9am, 14h
	noise                 // a phone number, a version, money
	dot                   // . and what ends a sentence otherwise, if sep is not '.'
	comma
	dash
)

// tokenize cuts a text into tokens. It reads each byte a bounded number of times.
func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/5+4)
	spaced, newlines := true, 0
	add := func(t token) {
		t.tight = !spaced
		tokens = append(tokens, t)
		spaced, newlines = false, 0
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r) && r < utf8.RuneSelf:
			t := numberToken(text, i)
			add(t)
			i = t.end
			continue
		case unicode.IsLetter(r):
			end := i + size
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				end += size
			}
			add(token{kind: wordToken, start: i, end: end, word: fold(text[i:end])})
			i = end
			continue
		case r == '\n':
			if newlines++; newlines == 2 {
				add(token{kind: dot, sep: '\n', start: i, end: i + 1})
			}
			spaced = true
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			spaced = true
		case r == '.' || r == '!' || r == '?' || r == ';' || r == '…':
			add(token{kind: dot, sep: text[i], start: i, end: i + size})
		case r == ',' || r == ':' || r == '(' || r == ')':
			add(token{kind: comma, sep: text[i], start: i, end: i + size})
		case r == '-' || r == '–' || r == '—' || r == '/' || r == '‑':
			add(token{kind: dash, sep: text[i], start: i, end: i + size})
		}
		i += size
	}
	return tokens
}

// numberToken reads the number that begins at i, with what clings to it.
func numberToken(text string, i int) token {
	t := token{kind: noise, start: i, end: i}
	var n, width [4]int
	parts := 0
	for parts < 4 {
		begin := t.end
		for t.end < len(text) && isDigit(text[t.end]) {
			if t.end-begin < 5 {
				n[parts] = n[parts]*10 + int(text[t.end]-'0')
			}
			t.end++
		}
		width[parts] = t.end - begin
		parts++
		sep, size := separator(text[t.end:])
		if sep == 0 || t.end+size >= len(text) || !isDigit(text[t.end+size]) {
			break
		}
		if parts > 1 && sep != t.sep && sep == '-' {
			break // "11/16-11/27"
		}
		if parts > 1 && sep != t.sep {
			t.sep = '!' // mixed: no date, unless a time of day follows an ISO date
		} else if parts == 1 {
			t.sep = sep
		}
		t.end += size
	}
	suffixed := t.end
	for t.end < len(text) {
		r, size := utf8.DecodeRuneInString(text[t.end:])
		if !unicode.IsLetter(r) && !(t.end > suffixed && unicode.IsDigit(r)) {
			break
		}
		t.end += size
	}
	suffix := fold(text[suffixed:t.end])
	copy(t.n[:], n[:3])
	t.word = suffix
	if clings(text, i, t.end) {
		return t
	}
	t.kind = numberKind(parts, width, t.sep, suffix, t.n)
	if t.kind == isoDate && suffix != "" { // 2026-12-04T10:00:00Z
		for t.end < len(text) && (isDigit(text[t.end]) || strings.IndexByte(":.+Z", text[t.end]) >= 0 && t.end+1 < len(text) && isDigit(text[t.end+1])) {
			t.end++
		}
	}
	return t
}

func numberKind(parts int, width [4]int, sep byte, suffix string, n [3]int) tokenKind {
	switch {
	case parts == 3 && width[0] == 4 && sep != ':' && sep != ',' && sep != '!' && (suffix == "" || suffix[0] == 't'):
		return isoDate
	case suffix != "" && clockSuffix(suffix) && parts <= 2:
		return clock
	case suffix != "" && parts == 1 && width[0] <= 2 && ordinalSuffix[suffix]:
		return ordinalMark // whether it is one in the language is for scan to say
	case suffix != "":
		return noise
	case sep == ':' && parts <= 3:
		return clock
	case parts == 1 && width[0] <= 4:
		return number
	case sep == ',' || sep == '!':
		return noise
	case parts == 2 && width[0] <= 2 && (width[1] <= 2 || width[1] == 4 && sep == '/'):
		return pair
	case parts == 3 && width[0] <= 2 && width[1] <= 2 && (width[2] == 2 || width[2] == 4):
		return triple
	}
	return noise
}

// clings reports whether the characters around a number make it part of a name,
// an amount, an address or a telephone number.
func clings(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if start > 0 && (unicode.IsLetter(before) || strings.ContainsRune("_#$€£+@&=%", before)) {
		return true
	}
	if start > 1 && strings.IndexByte("-./,:", text[start-1]) >= 0 && isDigit(text[start-2]) {
		// The tail of something longer than a date, unless that is "11/16-11/27".
		head := strings.TrimRight(text[max(0, start-6):start-1], "0123456789")
		return text[start-1] != '-' || !strings.HasSuffix(head, "/") && !strings.HasSuffix(head, ".")
	}
	return end < len(text) && strings.ContainsRune("%€$£_@°&=", after)
}

// separator returns what may stand between the numbers of one token; an en dash
// counts as a hyphen.
func separator(s string) (sep byte, size int) {
	if s == "" {
		return 0, 0
	}
	switch s[0] {
	case '.', '/', '-', ':', ',':
		return s[0], 1
	}
	if strings.HasPrefix(s, "–") || strings.HasPrefix(s, "‑") {
		return '-', 3
	}
	return 0, 0
}

var ordinalSuffix = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "er": true, "re": true,
	"e": true, "eme": true, "ieme": true, "o": true, "a": true, "de": true, "ste": true, "ten": true, "te": true}

func clockSuffix(s string) bool {
	switch s {
	case "am", "pm", "h", "hr", "hrs", "uhr", "min", "mins", "p", "u", "hs":
		return true
	}
	return s[0] == 'h' && len(s) <= 3
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// fold puts a word into lower case and drops the accents, which people leave out.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		r = unicode.ToLower(r)
		switch {
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		case unicode.Is(unicode.Mn, r): // a combining accent
		case r == 'ß':
			b.WriteString("ss")
		default:
			if i := strings.IndexRune(accented, r); i >= 0 {
				b.WriteByte(bare[utf8.RuneCountInString(accented[:i])])
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

const (
	accented = "áàâäãåéèêëíìîïóòôöõøúùûüýÿñçªº"
	bare     = "aaaaaaeeeeiiiioooooouuuuyyncao"
)
