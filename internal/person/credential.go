package person

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutCommas takes off what a comma parts from a name that is a degree: ", PhD, MBA".
func cutCommas(part string) string {
	for {
		i := strings.LastIndexByte(part, ',')
		if i < 0 {
			return part
		}
		rest := strings.Fields(part[i+1:])
		for _, w := range rest {
			if !isCredential(w, true) {
				return part
			}
		}
		part = strings.TrimSpace(part[:i])
	}
}

// isCredential reports whether a word is a degree or a certificate as it stands behind a
// name; after a comma its letters may be small.
func isCredential(word string, comma bool) bool {
	bare := strings.NewReplacer(".", "", ",", "", "®", "").Replace(word)
	capitals := 0
	for _, r := range bare {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if credentials().has(bare) {
		return comma || capitals >= 2 || strings.Contains(word, ".") || fold(bare) == "jr" || fold(bare) == "phd" || fold(bare) == "mba"
	}
	return comma && capitals >= 2 && utf8.RuneCountInString(bare) <= 6 && (allCaps(bare) || strings.Contains(word, "-")) && !familyFirst().has(bare) && !isGiven(bare) && strings.IndexFunc(bare, unicode.IsLower) < 0 && utf8.RuneCountInString(bare) > 2
}

// cutCredentials takes degrees off the end of a name that has other words in other case.
func cutCredentials(words []string) []string {
	for len(words) > 1 {
		last := words[len(words)-1]
		if !isCredential(last, false) || allCapsWords(words) || len(words) == 2 && familyFirst().has(last) && allCaps(last) {
			return words
		}
		words = words[:len(words)-1]
	}
	return words
}
