package find

import (
	"iter"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a text must have so that an expression matches: one of some words, that is runs
// of bytes, each perhaps at an edge of what the expression calls a word (\b). They are
// read from the expression itself, so that there is nothing to keep in step with it.

// Signs within a word while it is put together. No expression has them.
const (
	edge = "\x00" // \b
	some = "\x01" // \w*
	more = "\x02" // \w+
	gap  = "\x03" // anything
)

// How many words there may be, and how many those of a sequence may be made into.
const (
	mostWords = 800
	mostPairs = 160
)

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
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil // compiling it says so
	}
	for _, s := range e.of(re) {
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

// An expansion writes an expression out as words.
type expansion struct {
	anyCase bool // some of its letters are of any case
	strict  bool // some are not
}

// of returns the words of an expression: a match is one of them, with what their signs
// stand for.
func (e *expansion) of(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		list, run := []string{""}, []byte(nil)
		for _, r := range re.Rune {
			if r > rune(gap[0]) && r < utf8.RuneSelf {
				run = append(run, e.ascii(byte(r), re.Flags&syntax.FoldCase != 0))
				continue
			}
			forms := e.letter(r, re.Flags&syntax.FoldCase != 0)
			if len(forms) == 1 {
				run = append(run, forms[0]...)
				continue
			}
			list, run = sequence(sequence(list, []string{string(run)}), forms), nil
		}
		if len(list) == 1 && list[0] == "" {
			return []string{string(run)}
		}
		return sequence(list, []string{string(run)})
	case syntax.OpCharClass:
		return e.class(re.Rune)
	case syntax.OpEmptyMatch:
		return []string{""}
	case syntax.OpWordBoundary:
		return []string{edge}
	case syntax.OpCapture:
		return e.of(re.Sub[0])
	case syntax.OpQuest:
		return distinct(append(slices.Clone(e.of(re.Sub[0])), ""))
	case syntax.OpStar:
		if word(re.Sub[0]) {
			return []string{some}
		}
	case syntax.OpPlus:
		if word(re.Sub[0]) {
			return []string{more}
		}
		return sequence(e.of(re.Sub[0]), []string{gap})
	case syntax.OpRepeat:
		if re.Min > 0 {
			return sequence(e.of(re.Sub[0]), []string{gap})
		}
	case syntax.OpConcat:
		list := []string{""}
		for _, sub := range re.Sub {
			list = sequence(list, e.of(sub))
		}
		return list
	case syntax.OpAlternate:
		var list []string
		for _, sub := range re.Sub {
			list = append(list, e.of(sub)...)
		}
		if list = distinct(list); len(list) > mostWords {
			for i, s := range list {
				n, _ := needOf(s)
				list[i] = gap + n.text + gap
			}
			list = distinct(list)
		}
		if len(list) <= mostWords {
			return list
		}
	}
	return []string{gap}
}

// ascii writes a letter of ASCII, in lower case where that is no matter: of the third form
// that two have see needs.in.
func (e *expansion) ascii(c byte, anyCase bool) byte {
	if small := c | 0x20; small >= 'a' && small <= 'z' {
		e.anyCase, e.strict = e.anyCase || anyCase, e.strict || !anyCase
		if anyCase {
			return small
		}
	}
	return c
}

// letter writes a rune, in all its cases where they are no matter.
func (e *expansion) letter(r rune, anyCase bool) []string {
	if r <= rune(gap[0]) || r == utf8.RuneError {
		return []string{gap}
	}
	switch cased := unicode.SimpleFold(r) != r; {
	case !cased:
	case !anyCase:
		e.strict = true
	case r >= utf8.RuneSelf:
		e.anyCase = true
		list := []string{string(r)}
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			list = append(list, string(other))
		}
		return list
	default:
		return []string{string(e.ascii(byte(r), true))}
	}
	return []string{string(r)}
}

// class writes a small class out; ranges are its pairs of first and last rune.
func (e *expansion) class(ranges []rune) []string {
	var list []string
	for i := 0; i < len(ranges); i += 2 {
		if int(ranges[i+1]-ranges[i])+len(list) > 9 {
			return []string{gap}
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			list = append(list, e.letter(r, false)...)
		}
	}
	return list
}

// word reports whether an expression is \w, regardless of no case.
func word(re *syntax.Regexp) bool {
	return re.Op == syntax.OpCharClass && slices.Equal(re.Rune, []rune("09AZ__az"))
}

// sequence puts each of b behind each of a. Where that is too much, the less telling of
// the two counts for nothing.
func sequence(a, b []string) []string {
	if len(a) > 1 && len(b) > 1 && len(a)*len(b) > mostPairs {
		if shortest(a) < shortest(b) {
			a = []string{gap}
		} else {
			b = []string{gap}
		}
	}
	list := make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			if strings.HasSuffix(x, gap) {
				y = strings.TrimPrefix(y, gap)
			}
			list = append(list, x+y)
		}
	}
	if len(a) > 1 && len(b) > 1 {
		list = distinct(list)
	}
	return list
}

// shortest is how long the shortest of some words is, without its signs.
func shortest(list []string) int {
	least := 1 << 10
	for _, s := range list {
		longest, n := 0, 0
		for i := range len(s) {
			switch {
			case s[i] > gap[0]:
				n++
			case s[i] != edge[0]:
				n = 0
			}
			longest = max(longest, n)
		}
		least = min(least, longest)
	}
	return least
}

func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
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
