package find

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// The alternatives of an expression, "one|other" or "\b(?:one|other)\b", are expressions
// by themselves. A text seldom has the words of more than one or two, and those few run
// many times faster than all together. What is found first is what the whole would find:
// the leftmost match, and of those that begin at one place that of the first alternative.

// mostAlternatives is how many there may be: a set of them is a word of the processor.
const mostAlternatives = 64

// fewAlternatives is how many are run one after the other, rather than the whole.
const fewAlternatives = 6

// An alternative is made when it is first run.
type alternative struct {
	text   string
	groups []int // the numbers that its groups have in the whole
	once   sync.Once
	expr   *regexp.Regexp
}

func (a *alternative) made() *regexp.Regexp {
	a.once.Do(func() { a.expr = regexp.MustCompile(a.text) })
	return a.expr
}

// inWhole puts the places of the alternative's match and groups where the whole, which
// has so many groups, has them.
func (a *alternative) inWhole(places []int, groups int) []int {
	all := slices.Repeat([]int{-1}, 2*(groups+1))
	copy(all, places[:2])
	for i, g := range a.groups {
		copy(all[2*g:], places[2*(i+1):][:2])
	}
	return all
}

// alternatives returns an expression's alternatives, in their order; where there are too
// many, neighbours are one. The expression is a right one.
func alternatives(expr string) []*alternative {
	flags, body := flagsOf(expr)
	list := []*alternative{{text: expr, groups: numbers(body)}}
	if !plainFlags(body) {
		return list
	}
	if list = split(body, list[0].groups); len(list) > mostAlternatives {
		joined := list[:0:0]
		for some := range slices.Chunk(list, (len(list)+mostAlternatives-1)/mostAlternatives) {
			one := some[0]
			for _, other := range some[1:] {
				one.text += "|" + other.text
				one.groups = append(one.groups, other.groups...)
			}
			joined = append(joined, one)
		}
		list = joined
	}
	for _, a := range list {
		a.text = flags + a.text
	}
	return list
}

// split parts an expression where it has alternatives, all along or behind what takes no
// room at its beginning. Its groups have these numbers.
func split(expr string, groups []int) (list []*alternative) {
	part := func(s string) {
		n := len(numbers(s))
		list = append(list, split(s, groups[:n:n])...)
		groups = groups[n:]
	}
	start := 0
	for i := range bars(expr) {
		part(expr[start:i])
		start = i + 1
	}
	if start > 0 {
		part(expr[start:])
		return list
	}
	whole := []*alternative{{text: expr, groups: groups}}
	inner := expr
	for strings.HasPrefix(inner, "^") || strings.HasPrefix(inner, `\b`) {
		inner = strings.TrimPrefix(strings.TrimPrefix(inner, "^"), `\b`)
	}
	head := expr[:len(expr)-len(inner)]
	inner, ok := strings.CutPrefix(inner, "(?:")
	end := closes(inner)
	if !ok || end < 0 {
		return whole
	}
	inner, rest := inner[:end], inner[end+1:]
	if rest != "" && strings.IndexByte("?*+{", rest[0]) >= 0 {
		return whole
	}
	n := len(numbers(inner))
	for _, a := range split(inner, groups[:n:n]) {
		list = append(list, &alternative{text: head + "(?:" + a.text + ")" + rest, groups: append(a.groups, groups[n:]...)})
	}
	return list
}

// signs yields the signs of an expression that are neither escaped nor in a class: its
// brackets, bars and all other characters.
func signs(expr string) iter.Seq2[int, byte] {
	return func(yield func(int, byte) bool) {
		for i := 0; i < len(expr); i++ {
			if !yield(i, expr[i]) {
				return
			}
			switch expr[i] {
			case '\\':
				i++
			case '[':
				i = classEnd(expr, i)
			}
		}
	}
}

// classEnd returns where the class that begins at i ends.
func classEnd(expr string, i int) int {
	if i++; i < len(expr) && expr[i] == '^' {
		i++
	}
	for first := i; i < len(expr); i++ {
		switch {
		case expr[i] == '\\':
			i++
		case strings.HasPrefix(expr[i:], "[:") && strings.Contains(expr[i:], ":]"):
			i += strings.Index(expr[i:], ":]") + 1
		case expr[i] == ']' && i > first:
			return i
		}
	}
	return i
}

// bars yields where alternatives of the whole expression are parted.
func bars(expr string) iter.Seq[int] {
	return func(yield func(int) bool) {
		depth := 0
		for i, c := range signs(expr) {
			switch c {
			case '(':
				depth++
			case ')':
				depth--
			case '|':
				if depth == 0 && !yield(i) {
					return
				}
			}
		}
	}
}

// closes returns where the bracket that was opened before the expression is closed.
func closes(expr string) int {
	depth := 0
	for i, c := range signs(expr) {
		switch {
		case c == '(':
			depth++
		case c == ')' && depth == 0:
			return i
		case c == ')':
			depth--
		}
	}
	return -1
}

// numbers returns the numbers of the groups in an expression, from 1.
func numbers(expr string) (list []int) {
	for i, c := range signs(expr) {
		if c == '(' && (!strings.HasPrefix(expr[i:], "(?") || strings.HasPrefix(expr[i:], "(?P<") || strings.HasPrefix(expr[i:], "(?<")) {
			list = append(list, len(list)+1)
		}
	}
	return list
}

// flagsOf cuts the flags off that hold for a whole expression.
func flagsOf(expr string) (flags, body string) {
	if n := len(flagged.FindString(expr)); n > 0 {
		return expr[:n], expr[n:]
	}
	return "", expr
}

var flagged = regexp.MustCompile(`^\(\?[a-zA-Z]+\)`)

// plainFlags reports whether an expression has no flags that hold from a place on, over
// bars, and no words that are quoted as a whole.
func plainFlags(expr string) bool {
	for i, c := range signs(expr) {
		if c == '\\' && strings.HasPrefix(expr[i:], `\Q`) || c == '(' && flagged.MatchString(expr[i:]) {
			return false
		}
	}
	return true
}
