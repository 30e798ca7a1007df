package find

import "strings"

// Set makes a set of words.
func Set(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// Among reports whether an address or name is one of the list, in any letter case
// and without what surrounds it in running text.
func Among(list []string, a string) bool {
	for _, s := range list {
		if strings.EqualFold(strings.Trim(s, "<>.,;:"), strings.Trim(a, "<>.,;:")) {
			return true
		}
	}
	return false
}
