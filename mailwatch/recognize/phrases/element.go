package phrases

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// maxNames bounds how many names an element may hold, those within others
// included. Only one that holds itself has more.
const maxNames = 100

// replace puts the alternatives of the names in their place.
func (c *compiler) replace(s string) (string, error) {
	for range maxNames {
		i := strings.IndexByte(s, '{')
		if i < 0 && strings.Contains(s, "}") {
			return "", fmt.Errorf("%q: { is missing", s)
		}
		if i < 0 {
			return s, nil
		}
		j := strings.IndexByte(s[i:], '}')
		if j < 0 {
			return "", fmt.Errorf("%q: } is missing", s)
		}
		n := c.names[s[i:i+j+1]]
		if n == nil {
			return "", fmt.Errorf("%q: %s was not given", s, s[i:i+j+1])
		}
		n.used = true
		s = s[:i] + n.value + s[i+j+1:]
	}
	return "", errWithin
}

var errWithin = errors.New("a name in it holds itself")

var errGap = errors.New("a gap must stand between words")

func (c *compiler) phrase(s string) error {
	p := phrase{heading: len(c.book.headings) - 1}
	for f := range strings.FieldsSeq(s) {
		e, err := c.element(f)
		if err != nil {
			return err
		}
		p.elements = append(p.elements, e)
		if e.gap > 0 && p.least == 0 {
			return errGap
		}
		p.least += int(e.least)
	}
	switch {
	case p.least == 0:
		return errors.New("every word of it is optional")
	case p.elements[len(p.elements)-1].gap > 0:
		return errGap
	}
	p.elements = slices.Clone(p.elements) // no larger than it is
	c.book.phrases = append(c.book.phrases, p)
	return nil
}

func (c *compiler) element(s string) (*element, error) {
	e, ok := c.elements[s]
	if ok {
		return e, nil
	}
	e = &element{}
	switch s {
	case "..":
		e.gap = 4
	case "...":
		e.gap = 10
	case "^":
		e.begin = true
	case ",":
		e.comma = true
	case "..1", "..2", "..3":
		e.gap = int8(s[2] - '0')
	default:
		if err := wellFormed(strings.TrimSuffix(s, "?")); err != nil {
			return nil, err
		}
		if err := c.accept(e, s); err != nil {
			return nil, err
		}
	}
	c.elements[s] = e
	c.all = append(c.all, e)
	return e, nil
}

// accept reads what e accepts. What a name stands for is read once.
func (c *compiler) accept(e *element, s string) error {
	s, optional := strings.CutSuffix(s, "?")
	if !optional {
		e.least = 1
	}
	if !strings.Contains(s, "{") {
		return c.alternatives(e, s)
	}
	all := strings.Split(s, "|")
	written := 0 // where those that are no names begin
	for i := range len(all) + 1 {
		var n *name
		if i < len(all) {
			if n = c.names[all[i]]; n == nil {
				continue
			}
		}
		if written < i {
			if err := c.alternatives(e, strings.Join(all[written:i], "|")); err != nil {
				return err
			}
		}
		if n != nil {
			if err := c.named(e, n); err != nil {
				return err
			}
		}
		written = i + 1
	}
	return nil
}

// named adds what a name stands for to what e accepts.
func (c *compiler) named(e *element, n *name) error {
	if n.accepts == nil {
		if n.open {
			return errWithin
		}
		n.open = true
		var all element
		if err := c.accept(&all, n.value); err != nil {
			return err
		}
		n.accepts = &all
	}
	n.used = true
	e.single = append(e.single, n.accepts.single...)
	for _, row := range n.accepts.several {
		e.several = append(e.several, slices.Clone(row))
	}
	return nil
}

// wellFormed returns an error where alternatives hold nothing, or a character
// that means nothing there.
func wellFormed(s string) error {
	holds := false
	for i, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || r == '{' || r == '}' || unicode.In(r, unicode.L, unicode.Nd):
			holds = true
		case r == '_' || apostrophe(r) || unicode.Is(unicode.Mn, r):
		case r == '|' && holds:
			holds = false
		case r == '|':
			return fmt.Errorf("%q: an alternative holds no word", s)
		case r == '*' && (i+1 == len(s) || s[i+1] == '|' || s[i+1] == '_'):
		default:
			return fmt.Errorf("%q: %q means nothing here", s, r)
		}
	}
	if !holds {
		return fmt.Errorf("%q: an alternative holds no word", s)
	}
	return nil
}

// alternatives reads what e accepts. It is cut as texts are, and a bar ends a
// sentence.
func (c *compiler) alternatives(e *element, s string) error {
	s, err := c.replace(s)
	if err != nil {
		return err
	}
	c.words = c.words[:0]
	t := &c.text
	t.cut(s, func(folded []byte) int32 {
		c.words = append(c.words, string(folded))
		return 0
	})
	if len(t.sentences) != strings.Count(s, "|")+1 {
		return fmt.Errorf("%q: an alternative holds no word", s)
	}
	e.single = slices.Grow(e.single, len(t.sentences))
	words := make([]span, len(c.words))
	for i, w := range t.words {
		if strings.HasPrefix(s[w.end:], "*") {
			if len(c.words[i]) < 4 {
				return fmt.Errorf("stem %q is too short: four letters at least", c.words[i])
			}
			c.words[i] += "*"
		}
		words[i] = c.word(c.words[i])
	}
	for _, a := range t.sentences {
		if row := words[a.first:a.last]; len(row) == 1 {
			e.single = append(e.single, row[0])
		} else {
			e.several = append(e.several, row)
		}
	}
	return nil
}

// word returns the number that a word or stem has before all are known.
func (c *compiler) word(name string) span {
	n, ok := c.order[name]
	if !ok {
		n = int32(len(c.order))
		c.order[name] = n
	}
	return span{n, n}
}
