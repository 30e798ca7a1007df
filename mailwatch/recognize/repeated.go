package recognize

import (
	"strings"
	"unicode/utf8"

	"afterword/mailwatch/recognize/find"
)

// How long is what somebody repeats of another, in runes: shorter it is a word or a title,
// longer two quotation marks that do not belong together.
const (
	leastRepeated = 20
	mostRepeated  = 400
)

// opening are the quotation marks with which it begins, each with those that end it.
var opening = map[rune]string{'"': `"`, '“': "”", '„': "“”", '«': "»"}

// says matches what stands before it: a colon, or a word that says so.
var says = find.Lazy(`(?i)(?::|\b(?:wrote|said|says|told me|told us|schrieben|schrieb|sagten|sagte|meinten|écrit|dit|répondu|dijeron|escribieron|escribió|dijo|contestaron|schreven|schreef|zeiden|zei),?)$`)

// longestSays is more than the longest of those words takes, in bytes.
const longestSays = 32

// withoutRepeated leaves out what somebody else said or wrote: what stands in quotation
// marks after a colon or a word that says so, as far as it is a sentence. It is not the
// writer's word.
func withoutRepeated(s string) string {
	var b strings.Builder
	done := 0
	for at := 0; ; {
		i := strings.IndexAny(s[at:], `"“„«`)
		if i < 0 {
			break
		}
		at += i
		mark, size := utf8.DecodeRuneInString(s[at:])
		head := strings.TrimRight(s[done:at], " \t\n\f\r")
		said := head[max(0, len(head)-longestSays):]
		if n := repeated(s[at+size:], opening[mark]); n > 0 && len(head) < at-done && says().MatchString(said) {
			b.WriteString(s[done:at])
			b.WriteString("…")
			done = at + size + n
			at = done
			continue
		}
		at += size
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// repeated returns how far what begins at s reaches, with the mark that ends it; zero if
// it is none.
func repeated(s, closing string) int {
	n := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune(closing, r):
			if n < leastRepeated {
				return 0
			}
			return i + utf8.RuneLen(r)
		case r == '\n' || n == mostRepeated:
			return 0
		}
		n++
	}
	return 0
}
