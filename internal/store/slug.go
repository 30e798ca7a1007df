package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slugMost bounds the length of an ID before its number, in bytes.
const slugMost = 24

// unmarked spells letters that are no base letter with a mark.
var unmarked = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// slug writes a company's name with a to z, 0 to 9 and hyphens, no longer than
// slugMost and cut between words where that is possible. A name without any
// such letter is "application".
func slug(company string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(unmarked.Replace(strings.ToLower(company))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		default:
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	if len(words) == 0 {
		return "application"
	}
	id := words[0][:min(len(words[0]), slugMost)]
	for _, w := range words[1:] {
		if len(id)+1+len(w) > slugMost {
			break
		}
		id += "-" + w
	}
	return id
}
