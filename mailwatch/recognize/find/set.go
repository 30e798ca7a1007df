package find

import (
	"strings"
	"sync"
)

// Words are words, or parts of them, that are looked for all at once.
type Words struct{ needs func() *needs }

// NewWords makes words of those of the list.
func NewWords(list ...string) Words {
	return Words{sync.OnceValue(func() *needs {
		all := make([]need, len(list))
		for i, w := range list {
			all[i] = need{text: w, whole: true, of: 1}
		}
		return newNeeds(all, false)
	})}
}

// In reports whether one of the words stands in s.
func (w Words) In(s string) bool { _, in := w.needs().in(s, true); return in }

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
