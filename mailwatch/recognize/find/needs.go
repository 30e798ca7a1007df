package find

import (
	"iter"
	"slices"
	"strings"
)

// What a text must have so that an expression matches: one of some words, that is runs
// of bytes, each perhaps at an edge of what the expression calls a word (\b). They are
// read from the expression itself, so that there is nothing to keep in step with it.

// A need is one of the words that a match has.
type need struct {
	text          string // in lower case, where the expression does not look at the case
	before, after bool   // an edge of a word stands there
	whole         bool   // where it stands there is a match
	others        string // the other words that stand in that match too, with gaps between them
	of            set    // the alternatives of which it is one
}

// needsOf reads what each alternative of an expression needs; one that needs nothing that
// could be looked for may match anything.
func needsOf(expr string) *needs {
	var e expansion
	each := alternatives(expr)
	lists := make([][]need, len(each))
	for i, one := range each {
		lists[i] = e.needs(one.text)
	}
	var all []need
	var always set
	for i, list := range lists {
		if len(list) == 0 {
			always |= 1 << i
			continue
		}
		for j := range list {
			n := &list[j]
			n.of = 1 << i
			if e.anyCase {
				n.text, n.others = asciiLower(n.text), ""
				n.whole = n.whole && !e.strict
			}
		}
		all = append(all, telling(list)...)
	}
	n := newNeeds(all, e.anyCase)
	n.always, n.alternatives, n.groups = always, each, len(numbers(expr))
	return n
}

// needs returns what an expression needs; nothing where that is no word.
func (e *expansion) needs(expr string) (list []need) {
	for _, s := range e.of(expr) {
		n, ok := needOf(s)
		switch {
		case !ok: // no text has it
		case n.text == "":
			return nil
		default:
			list = append(list, n)
		}
	}
	return list
}

// telling leaves out words that say no more than others: where they stand, those do.
func telling(list []need) []need {
	if len(list) < 2 {
		return list
	}
	var loose []need // those that are found wherever their letters are, and decide nothing
	for _, n := range list {
		if !n.whole && !n.before && !n.after && n.others == "" {
			loose = append(loose, n)
		}
	}
	if len(loose) == 0 {
		return list
	}
	search := newNeeds(loose, false)
	said := func(text string) bool { found, _ := search.in(text, true); return found != 0 }
	return slices.DeleteFunc(list, func(n need) bool { return !n.whole && (said(n.text[1:]) || said(n.text[:len(n.text)-1])) })
}

// asciiLower puts the letters of ASCII in lower case.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = lower[c]
	}
	return string(b)
}

// needOf makes a need of a word with its signs: its longest run without one. It is not ok
// where no text can have it.
func needOf(s string) (n need, ok bool) {
	n.whole = true
	// "\b\w*" before a word, and "\w*\b" behind it, are there wherever the word is: its
	// letters go on as far as they do.
	if rest := strings.TrimPrefix(s, edge+some); rest != s && rest != "" && wordByte(rest[0]) {
		s = rest
	}
	if rest := strings.TrimSuffix(s, some+edge); rest != s && rest != "" && wordByte(rest[len(rest)-1]) {
		s = rest
	}
	if s, ok = settled(strings.Trim(s, some)); !ok {
		return need{}, false
	}
	var rest []string
	for run := range runs(s) {
		n.whole = n.whole && len(run) == len(s)
		text := strings.Trim(run, edge)
		if len(text) <= len(n.text) {
			rest = append(rest, text)
			continue
		}
		if n.text != "" {
			rest = append(rest, n.text)
		}
		n.text, n.before, n.after = text, strings.HasPrefix(run, edge), strings.HasSuffix(run, edge)
	}
	if len(rest) > 0 {
		n.others = strings.Join(slices.DeleteFunc(rest, func(s string) bool { return len(s) < 2 }), gap)
	}
	return n, true
}

// settled takes the edges out of the middle of a word: whether they are there shows. It
// is not ok where one cannot be.
func settled(s string) (string, bool) {
	for i := 1; i < len(s)-1; i++ {
		if s[i] != edge[0] {
			continue
		}
		switch p, q := s[i-1], s[i+1]; {
		case p <= gap[0] || q <= gap[0]:
			s = s[:i] + gap + s[i+1:]
		case wordByte(p) == wordByte(q):
			return "", false
		default:
			s = s[:i] + s[i+1:]
			i--
		}
	}
	return s, true
}

// runs yields the runs of a word between signs that stand for anything.
func runs(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start := 0; start < len(s); {
			end := start
			for end < len(s) && (s[end] > gap[0] || s[end] == edge[0]) {
				end++
			}
			if end > start && !yield(s[start:end]) {
				return
			}
			start = end + 1
		}
	}
}

// wordByte reports whether a byte is of what an expression calls a word: in ASCII.
func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}
