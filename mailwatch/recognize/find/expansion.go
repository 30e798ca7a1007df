package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs within a word while it is put together. No expression has them.
const (
	edge = "\x00" // \b
	some = "\x01" // \w*
	more = "\x02" // \w+
	gap  = "\x03" // anything
)

// How many words there may be of an alternative, and how many those of a sequence may be made into.
const (
	mostWords = 120
	mostPairs = 48
)

// An expansion writes expressions out as words. It reads them as they are written, which
// costs a tenth of parsing them, and understands what it needs of the syntax: what else
// there is stands for anything.
type expansion struct {
	anyCase bool // some of the letters are of any case
	strict  bool // some are not
	fold    bool // the flag i holds
	lost    bool // what is read is beyond it
}

// of returns the words of an expression: a match is one of them, with what their signs
// stand for.
func (e *expansion) of(expr string) []string {
	e.fold, e.lost = false, false
	list, rest := e.alternatives(expr)
	if e.lost || rest != "" {
		return []string{gap}
	}
	return list
}

// alternatives reads an expression up to the bracket that closes it.
func (e *expansion) alternatives(expr string) (list []string, rest string) {
	fold := e.fold
	for list, rest = e.row(expr); strings.HasPrefix(rest, "|"); {
		var more []string
		more, rest = e.row(rest[1:])
		list = append(slices.Clip(list), more...)
	}
	e.fold = fold
	if len(list) > mostWords {
		for i, s := range list {
			n, _ := needOf(s)
			list[i] = gap + n.text + gap
		}
		if list = distinct(list); len(list) > mostWords {
			list = []string{gap}
		}
	}
	return list, rest
}

// row reads an alternative.
func (e *expansion) row(expr string) (list []string, rest string) {
	list = []string{""}
	run := make([]byte, 0, len(expr)) // letters that stand one behind the other
	for rest = expr; rest != "" && rest[0] != '|' && rest[0] != ')' && !e.lost; {
		c := rest[0]
		if strings.IndexByte(`\[(.^$?*+{`, c) < 0 && c > gap[0] && c < utf8.RuneSelf && !repeats(rest[1:]) {
			run = append(run, e.ascii(c, e.fold))
			rest = rest[1:]
			continue
		}
		list, run = behind(list, run), run[:0]
		one, word, after := e.piece(rest)
		one, after = repeated(one, word, after)
		list, rest = sequence(list, one), after
	}
	return behind(list, run), rest
}

// behind puts a run of letters behind each word.
func behind(list []string, run []byte) []string {
	if len(run) == 0 {
		return list
	}
	return sequence(list, []string{string(run)})
}

// repeats reports whether an expression goes on with how often what stands before it may
// be there.
func repeats(rest string) bool { return rest != "" && strings.IndexByte("?*+{", rest[0]) >= 0 }

// repeated reads how often a piece may be there; word says that it is \w.
func repeated(list []string, word bool, rest string) ([]string, string) {
	if !repeats(rest) {
		return list, rest
	}
	least, end := rest[0], 1
	if least == '{' {
		end = strings.IndexFunc(rest[1:], func(r rune) bool { return r != ',' && (r < '0' || r > '9') }) + 2
		if end == 1 || rest[end-1] != '}' {
			least, end = '*', 1 // only a letter, after all
		} else if least = '+'; rest[1] == '0' {
			least = '*'
		}
		word = false
	}
	rest = strings.TrimPrefix(rest[end:], "?")
	switch {
	case least == '?':
		return distinct(append(slices.Clone(list), "")), rest
	case least == '*' && word:
		return []string{some}, rest
	case least == '*':
		return []string{gap}, rest
	case word:
		return []string{more}, rest
	}
	return sequence(list, []string{gap}), rest
}

// piece reads what a repetition may follow; word says that it is \w.
func (e *expansion) piece(expr string) (list []string, word bool, rest string) {
	switch expr[0] {
	case '(':
		list, rest = e.group(expr[1:])
		return list, false, rest
	case '[':
		end := classEnd(expr, 0)
		if end >= len(expr) {
			e.lost = true
			return nil, false, ""
		}
		return e.class(expr[1:end]), false, expr[end+1:]
	case '\\':
		return e.escaped(expr[1:])
	case '.', '^', '$':
		return []string{gap}, false, expr[1:]
	}
	r, size := utf8.DecodeRuneInString(expr)
	return e.letter(r, e.fold), false, expr[size:]
}

// group reads a group behind the bracket that opens it, or flags that hold from there on.
func (e *expansion) group(expr string) (list []string, rest string) {
	fold := e.fold
	switch {
	case strings.HasPrefix(expr, "?P<"), strings.HasPrefix(expr, "?<"):
		_, expr, _ = strings.Cut(expr, ">")
	case strings.HasPrefix(expr, "?"):
		end := strings.IndexAny(expr, ":)")
		if end < 0 {
			e.lost = true
			return nil, ""
		}
		on, off, _ := strings.Cut(expr[:end], "-")
		e.fold = (e.fold || strings.Contains(on, "i")) && !strings.Contains(off, "i")
		if expr[end] == ')' {
			return []string{""}, expr[end+1:]
		}
		expr = expr[end+1:]
	}
	list, rest = e.alternatives(expr)
	e.fold = fold
	rest, closed := strings.CutPrefix(rest, ")")
	e.lost = e.lost || !closed
	return list, rest
}

// escaped reads what stands behind a backslash.
func (e *expansion) escaped(expr string) (list []string, word bool, rest string) {
	r, size := utf8.DecodeRuneInString(expr)
	rest = expr[size:]
	switch {
	case r == 'b':
		return []string{edge}, false, rest
	case r == 'p' || r == 'P':
		if _, after, ok := strings.Cut(rest, "}"); ok && rest[0] == '{' {
			return []string{gap}, false, after
		}
		_, size = utf8.DecodeRuneInString(rest)
		return []string{gap}, false, rest[size:]
	case r == 'w':
		return []string{gap}, !e.fold, rest // of any case it has letters beyond ASCII
	case r < utf8.RuneSelf && strings.IndexByte("ABdDsSWznrtfva", byte(r)) >= 0:
		return []string{gap}, false, rest
	case r < utf8.RuneSelf && wordByte(byte(r)):
		e.lost = true
	}
	return e.letter(r, false), false, rest
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

// class writes a small class out; ranges and other classes in it stand for anything.
func (e *expansion) class(class string) (list []string) {
	inner := strings.TrimSuffix(strings.TrimPrefix(class, "-"), "-")
	if utf8.RuneCountInString(class) > 9 || strings.HasPrefix(class, "^") || strings.ContainsAny(inner, `\-[`) {
		return []string{gap}
	}
	for _, r := range class {
		list = append(list, e.letter(r, e.fold)...)
	}
	return list
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
