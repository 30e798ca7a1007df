package attribute

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names are names in lower case that are looked for in texts. Each stands under
// one of its words (the one under which the fewest stood when it was added, of those
// the longest), so
// that a text costs what it has of words, and not what there are of names. A name
// without a word, or that is no UTF-8, stands under "".
type names map[string][]string

// lowerName returns a name as it is looked for.
func lowerName(name string) string { return strings.ToLower(oneLine(name)) }

func (n names) add(name string) {
	best, found := "", false
	for word := range nameWords(name) {
		if have, least := len(n[word]), len(n[best]); !found || have < least || have == least && len(word) > len(best) {
			best, found = word, true
		}
	}
	n[best] = append(n[best], name)
}

func (n names) remove(name string) {
	drop := func(word string) bool {
		at := slices.Index(n[word], name)
		if at >= 0 {
			n[word] = slices.Delete(n[word], at, at+1)
		}
		if len(n[word]) == 0 {
			delete(n, word)
		}
		return at >= 0
	}
	for word := range nameWords(name) {
		if drop(word) {
			return
		}
	}
	drop("")
}

// nameWords yields the words of a name.
func nameWords(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if !utf8.ValidString(name) {
			return
		}
		for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !wordRune(r) }) {
			if !yield(word) {
				return
			}
		}
	}
}

// in reports whether two texts, with a space between them, have any of the names.
func (n names) in(first, second string) bool {
	var space [512]byte // most subjects are shorter: nothing is allocated for them
	text := appendLower(space[:0], first)
	text = append(text, ' ')
	text = appendLower(text, second)
	found := false
	n.each(text, func(string) bool { found = true; return false })
	return found
}

// each calls f with the names that a text in lower case has, until f says
// false.
func (n names) each(text []byte, f func(name string) bool) {
	whole := ""               // made for the first name that may be there: mostly none is
	var asked map[string]bool // words whose names were looked for
	under := func(word []byte) bool {
		list := n[string(word)] // which allocates nothing
		if len(list) == 0 || asked[string(word)] {
			return true
		}
		if asked == nil {
			whole, asked = string(text), map[string]bool{}
		}
		asked[string(word)] = true
		for _, name := range list {
			if contains(whole, name) && !f(name) {
				return false
			}
		}
		return true
	}
	if !under(nil) {
		return
	}
	for i := 0; i < len(text); {
		r, size := decode(text[i:])
		if !wordRune(r) {
			i += size
			continue
		}
		start := i
		for i < len(text) {
			if r, size = decode(text[i:]); !wordRune(r) {
				break
			}
			i += size
		}
		if !under(text[start:i]) {
			return
		}
	}
}

func decode(text []byte) (rune, int) {
	if text[0] < utf8.RuneSelf {
		return rune(text[0]), 1
	}
	return utf8.DecodeRune(text)
}

// appendLower appends a text as strings.ToLower makes it.
func appendLower(to []byte, text string) []byte {
	for _, r := range text {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		if r < utf8.RuneSelf {
			to = append(to, byte(r))
		} else {
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}

// contains reports whether a text in lower case has a name as words of their own:
// "box" is not in "inbox".
func contains(text, name string) (found bool) {
	each(text, lowerName(name), func(int, int) bool { found = true; return false })
	return found
}

func wordRune(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9', 'A' <= r && r <= 'Z':
		return true
	case r < utf8.RuneSelf:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
