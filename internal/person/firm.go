package person

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// isOffice reports whether the address is that of a team: "jobs@acme.example".
func (a About) isOffice() bool {
	local, _, _ := strings.Cut(a.Address, "@")
	for part := range strings.FieldsFuncSeq(local, func(r rune) bool { return strings.ContainsRune(".-_+", r) }) {
		if nobody().has(part) {
			return true
		}
	}
	return false
}

// isFirm reports whether a part of a display name is the company's.
func (a About) isFirm(part string) bool {
	company := firmWords(a.Company)
	words := firmWords(part)
	if len(words) == 0 || len(company) == 0 {
		return false
	}
	if within(words, company) && !isGiven(words[0]) {
		return true // "Nordstadt" of "Klinikum Nordstadt"
	}
	short, long := words, company
	if len(short) > len(long) {
		short, long = long, short
	}
	for i, w := range short {
		if long[i] != w {
			return false
		}
	}
	return len(words) <= len(company) || !isGiven(firstWord(part))
}

// within reports whether all words are among others.
func within(words, others []string) bool {
	for _, w := range words {
		if utf8.RuneCountInString(w) < 3 || !slices.Contains(others, w) {
			return false
		}
	}
	return true
}

// firmWords are the words of a company's name without its legal form.
func firmWords(s string) []string {
	var all []string
	for _, w := range strings.Fields(strings.NewReplacer(",", " ", "(", " ", ")", " ").Replace(s)) {
		if f := fold(w); f != "" && !(len(all) > 0 && firms().has(w)) && f != "the" {
			all = append(all, f)
		}
	}
	return all
}
