package phrases

import (
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"afterword/rules"
)

// compile makes a book of the given texts, or says which line is wrong.
func compile(texts ...string) (*Book, error) {
	c := compiler{
		book:   &Book{words: map[string]int32{}, stems: map[[4]byte][]stem{}},
		macros: map[string]string{}, elements: map[string]*element{}, order: map[string]int32{},
	}
	c.book.headings = []Heading{{Topic: Topic(rules.MessageRejection), Weight: 4}}
	for i, t := range texts {
		if err := c.read(t, i); err != nil {
			return nil, err
		}
	}
	c.number()
	c.index()
	return c.book, nil
}

// A compiler reads all phrases before it knows all words, so that the words of
// elements first have the numbers of the order in which they came.
type compiler struct {
	book     *Book
	macros   map[string]string   // of the text being read
	elements map[string]*element // of the text being read, by how they are written
	all      []*element
	order    map[string]int32 // of words and stems; a stem ends in a star
}

func (c *compiler) read(s string, language int) error {
	clear(c.macros)
	clear(c.elements)
	for l := range strings.SplitSeq(s, "\n") {
		if name, value, ok := strings.Cut(strings.TrimSpace(l), " = "); ok && strings.HasPrefix(name, "{") {
			if strings.Contains(value, " ") {
				return fmt.Errorf("%s = %q: a blank stands between elements", name, value)
			}
			c.macros[name] = value
		}
	}
	for l := range strings.SplitSeq(s, "\n") {
		trimmed := strings.TrimSpace(l)
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case trimmed[0] == '{' && strings.Contains(trimmed, "} = "):
			// Read before.
		case l[0] != '\t':
			h, err := parseHeading(trimmed)
			if err != nil {
				return err
			}
			h.language = language
			c.book.headings = append(c.book.headings, h)
		case len(c.book.headings) == 1:
			return fmt.Errorf("phrase %q stands under no heading", trimmed)
		default:
			if err := c.phrase(trimmed); err != nil {
				return fmt.Errorf("phrase %q: %w", trimmed, err)
			}
		}
	}
	return nil
}

func parseHeading(s string) (Heading, error) {
	f := strings.Fields(s)
	h := Heading{Topic: Topic(f[0])}
	if !topics[h.Topic] {
		return h, fmt.Errorf("heading %q: unknown topic", s)
	}
	for _, word := range f[1:] {
		if w, err := strconv.ParseFloat(word, 64); err == nil {
			h.Weight = w
		} else if word == "firm" {
			h.firm = true
		} else if h.Topic == Void && topics[Topic(word)] {
			h.voids = append(h.voids, Topic(word))
		} else {
			return h, fmt.Errorf("heading %q: what is %q?", s, word)
		}
	}
	return h, nil
}

// replace puts the alternatives of the macros in their place.
func (c *compiler) replace(s string) (string, error) {
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			return s, nil
		}
		j := strings.IndexByte(s[i:], '}')
		if j < 0 {
			return "", fmt.Errorf("%q: } is missing", s)
		}
		value, ok := c.macros[s[i:i+j+1]]
		if !ok {
			return "", fmt.Errorf("%q: %s was not given", s, s[i:i+j+1])
		}
		s = s[:i] + value + s[i+j+1:]
	}
}

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
	default:
		written, err := c.replace(s)
		if err != nil {
			return nil, err
		}
		if err := c.alternatives(e, written); err != nil {
			return nil, err
		}
	}
	c.elements[s] = e
	c.all = append(c.all, e)
	return e, nil
}

// alternatives reads what e accepts. It is cut as texts are, and a bar ends a
// sentence.
func (c *compiler) alternatives(e *element, s string) error {
	s, optional := strings.CutSuffix(s, "?")
	if !optional {
		e.least = 1
	}
	var names []string
	t := cut(s, func(folded []byte) int32 {
		names = append(names, string(folded))
		return 0
	})
	if len(t.sentences) != strings.Count(s, "|")+1 {
		return fmt.Errorf("%q: an alternative holds no word", s)
	}
	words := make([]span, len(names))
	for i, w := range t.words {
		if strings.HasPrefix(s[w.end:], "*") {
			if len(names[i]) < 4 {
				return fmt.Errorf("stem %q is too short: four letters at least", names[i])
			}
			names[i] += "*"
		}
		words[i] = c.word(names[i])
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

// number gives the words and stems their numbers, from 1. A stem stands right
// before the words and stems that begin with it; it accepts them, and the word
// that is the stem itself and stands before it.
func (c *compiler) number() {
	names := slices.Sorted(maps.Keys(c.order))
	numbers := make([]span, len(names))
	for i, name := range names {
		s := span{int32(i) + 1, int32(i) + 1}
		if text, ok := strings.CutSuffix(name, "*"); ok {
			key := [4]byte([]byte(text))
			c.book.stems[key] = append(c.book.stems[key], stem{text, s.first})
			for int(s.last) < len(names) && strings.HasPrefix(names[s.last], text) {
				s.last++
			}
			if i > 0 && names[i-1] == text {
				s.first--
			}
		} else {
			c.book.words[name] = s.first
		}
		numbers[c.order[name]] = s
	}
	for _, list := range c.book.stems {
		slices.SortFunc(list, func(a, b stem) int { return len(b.text) - len(a.text) })
	}
	c.book.opening = make([]int32, len(names)+2)
	for _, e := range c.all {
		for _, row := range e.several {
			for i := range row {
				row[i] = numbers[row[i].first]
			}
		}
		for i := range e.single {
			e.single[i] = numbers[e.single[i].first]
		}
		e.single = join(e.single)
	}
}

// join puts spans in order and makes one of those that touch.
func join(s spans) spans {
	slices.SortFunc(s, func(a, b span) int { return int(a.first - b.first) })
	joined := s[:0]
	for _, p := range s {
		if n := len(joined); n > 0 && p.first <= joined[n-1].last+1 {
			joined[n-1].last = max(joined[n-1].last, p.last)
		} else {
			joined = append(joined, p)
		}
	}
	return slices.Clone(joined)
}

// begins yields the words that e can begin with; some more than once.
func (e *element) begins(yield func(int32) bool) {
	each := func(s span) bool {
		for id := s.first; id <= s.last; id++ {
			if !yield(id) {
				return false
			}
		}
		return true
	}
	for _, s := range e.single {
		if !each(s) {
			return
		}
	}
	for _, row := range e.several {
		if !each(row[0]) {
			return
		}
	}
}

// pickiest returns the openings of the element that fewest words can open, among
// those that the phrase needs.
func (p phrase) pickiest() sieve {
	best := ^sieve(0)
	for _, e := range p.elements {
		if e.least > 0 && bits.OnesCount64(uint64(e.openings)) < bits.OnesCount64(uint64(best)) {
			best = e.openings
		}
	}
	return best
}

// index notes with which words each phrase and each element can begin.
func (c *compiler) index() {
	for _, e := range c.all {
		for id := range e.begins {
			e.openings.add(id)
		}
	}
	var pairs []uint64 // a word and a phrase
	for n, p := range c.book.phrases {
		c.book.phrases[n].needs = p.pickiest()
		for _, e := range p.elements {
			for id := range e.begins {
				pairs = append(pairs, uint64(id)<<32|uint64(n))
			}
			if e.least > 0 {
				break
			}
		}
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	c.book.openings = make([]int32, len(pairs))
	for i, p := range pairs {
		c.book.openings[i] = int32(p)
		c.book.opening[p>>32+1] = int32(i) + 1
	}
	for id := range c.book.opening[1:] {
		c.book.opening[id+1] = max(c.book.opening[id+1], c.book.opening[id])
	}
}
