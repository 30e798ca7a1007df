package mail

import (
	"strings"
	"unicode/utf8"
)

// CleanLine makes of what a stranger wrote one line of valid UTF-8 that is safe to
// show: no control character (a tab or line break becomes a blank), none of the
// marks that turn the direction of what follows (Unicode Annex 9, section 2).
func CleanLine(s string) string {
	if printable(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unsafe(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// CleanText is CleanLine for text of several lines: line ends and tabs stay.
func CleanText(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "�")
	}
	if strings.IndexFunc(s, unsafeInText) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\f' || r == '\v' || r == '\u0085':
			return '\n'
		case unsafeInText(r):
			return -1
		}
		return r
	}, s)
}

func unsafeInText(r rune) bool { return r != '\n' && r != '\t' && r != '\r' && unsafe(r) }

// unsafe reports whether a character shows nothing itself and changes how others
// are shown.
func unsafe(r rune) bool {
	switch {
	case r < ' ' || r >= 0x7f && r < 0xa0: // C0, DEL and C1
		return true
	case r < 0x061c:
		return false
	}
	return r == '\u061c' || r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// printable reports whether s is printable ASCII, as nearly all of a header is.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}
