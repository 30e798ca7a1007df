package find

import "strings"

// A Gate is an expression behind a cheap test: one of the words stands in every
// text that the expression matches. Most mail has none of them, and a search for
// words is twenty times faster than one for an expression.
type Gate struct {
	words []string
	any   Words
	expr  func() *Expr
}

// NewGate makes a gate of words, separated by blanks ("_" stands for a blank
// within one), and the alternatives of the expression.
func NewGate(words string, alternatives ...string) Gate {
	list := strings.Fields(words)
	for i := range list {
		list[i] = strings.ReplaceAll(list[i], "_", " ")
	}
	return Gate{list, NewWords(list...), Lazy(strings.Join(alternatives, "|"))}
}

// Reach is how far a match reaches at the most from the word in it, in bytes.
const Reach = 240

// Find returns a match in s, "" if there is none. Of a long text only what lies
// around the words is searched.
func (g Gate) Find(s string) string {
	if some, _ := g.expr().may(s); some == 0 {
		return ""
	}
	for _, w := range g.words {
		for at, n := 0, 0; n < 20; n++ {
			i := strings.Index(s[at:], w)
			if i < 0 {
				break
			}
			if len(s) <= 2*Reach {
				return g.expr().FindString(s)
			}
			i += at
			if m := g.expr().FindString(window(s, i-Reach, i+Reach)); m != "" {
				return m
			}
			at = i + len(w)
		}
	}
	return ""
}

// Match reports whether there is a match in s.
func (g Gate) Match(s string) bool { return g.Find(s) != "" }

// window returns s from start to end, as far as there is that much, without
// cutting a word in two.
func window(s string, start, end int) string {
	start, end = max(0, start), min(len(s), end)
	for start > 0 && start < len(s) && s[start-1] != ' ' && s[start-1] != '\n' {
		start++
	}
	for end < len(s) && end > start && s[end] != ' ' && s[end] != '\n' {
		end--
	}
	return s[min(start, end):end]
}

// Contains reports whether one of the words stands in s.
func Contains(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// Has reports whether one of the words stands in s.
func (g Gate) Has(s string) bool { return g.any.In(s) }
