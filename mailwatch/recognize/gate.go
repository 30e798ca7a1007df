package recognize

import (
	"regexp"
	"strings"
)

// A gate is an expression behind a cheap test: one of the words stands in every
// text that the expression matches. Most mail has none of them, and a search for
// words is twenty times faster than one for an expression.
type gate struct {
	words []string
	expr  *regexp.Regexp
}

// newGate makes a gate of words, separated by blanks ("_" stands for a blank
// within one), and the alternatives of the expression.
func newGate(words string, alternatives ...string) gate {
	list := strings.Fields(words)
	for i := range list {
		list[i] = strings.ReplaceAll(list[i], "_", " ")
	}
	return gate{list, regexp.MustCompile(strings.Join(alternatives, "|"))}
}

// find returns the first match in s, "" if there is none.
func (g gate) find(s string) string {
	if !contains(s, g.words) {
		return ""
	}
	return g.expr.FindString(s)
}

func (g gate) match(s string) bool { return contains(s, g.words) && g.expr.MatchString(s) }
