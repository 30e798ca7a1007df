package recognize

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"afterword/rules"
)

// compile makes a book of the given texts, or says which line is wrong.
func compile(texts ...string) (*book, error) {
	c := compiler{book: &book{words: map[string]int32{}, stems: map[[4]byte][]stem{}}, macros: map[string]string{}}
	c.book.headings = []heading{{topic: topic(rules.MessageRejection), weight: 4}}
	for i, t := range texts {
		c.language = i
		if err := c.read(t); err != nil {
			return nil, err
		}
	}
	if err := c.enumerate(); err != nil {
		return nil, err
	}
	var wrong []error
	for _, l := range c.lines {
		if err := c.phrase(l); err != nil {
			wrong = append(wrong, fmt.Errorf("phrase %q: %w", l.text, err))
		}
	}
	return c.book, errors.Join(wrong...)
}

type line struct {
	heading int
	text    string // macros replaced
}

type compiler struct {
	language int // number of the text being read
	book     *book
	macros   map[string]string
	lines    []line
	stems    []string           // sorted
	elements map[string]element // by how they are written
	sets     map[string]set     // by word or stem
}

func (c *compiler) read(s string) error {
	clear(c.macros)
	for _, l := range strings.Split(s, "\n") {
		if name, value, ok := strings.Cut(strings.TrimSpace(l), " = "); ok && strings.HasPrefix(name, "{") {
			c.macros[name] = value
		}
	}
	for _, l := range strings.Split(s, "\n") {
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
			h.language = c.language
			c.book.headings = append(c.book.headings, h)
		case len(c.book.headings) == 1:
			return fmt.Errorf("phrase %q stands under no heading", trimmed)
		default:
			text, err := c.replace(trimmed)
			if err != nil {
				return err
			}
			c.lines = append(c.lines, line{len(c.book.headings) - 1, text})
		}
	}
	return nil
}

func parseHeading(s string) (heading, error) {
	f := strings.Fields(s)
	h := heading{topic: topic(f[0])}
	if !topics[h.topic] {
		return h, fmt.Errorf("heading %q: unknown topic", s)
	}
	for _, word := range f[1:] {
		if w, err := strconv.ParseFloat(word, 64); err == nil {
			h.weight = w
		} else if word == "firm" {
			h.firm = true
		} else if h.topic == topicVoid && topics[topic(word)] {
			h.voids = append(h.voids, topic(word))
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

// foldWords cuts s as texts are cut.
func foldWords(s string) []string {
	var words []string
	cut(strings.ReplaceAll(s, "_", " "), func(folded []byte) int32 {
		words = append(words, string(folded))
		return 0
	})
	return words
}

// alternatives parts an element into its alternatives, each a row of words; the
// last word of a row may end in a star.
func alternatives(s string) [][]string {
	var rows [][]string
	for _, a := range strings.Split(strings.TrimSuffix(s, "?"), "|") {
		var row []string
		for _, w := range strings.Split(a, "_") {
			words := foldWords(w)
			if strings.HasSuffix(w, "*") && len(words) > 0 {
				words[len(words)-1] += "*"
			}
			row = append(row, words...)
		}
		rows = append(rows, row)
	}
	return rows
}

func special(s string) bool { return s == ".." || s == "..." || s == "^" }

// enumerate gives every word and stem of the lines its number.
func (c *compiler) enumerate() error {
	seen := map[string]bool{}
	var names []string
	for _, l := range c.lines {
		for _, e := range strings.Fields(l.text) {
			if special(e) {
				continue
			}
			for _, row := range alternatives(e) {
				for _, w := range row {
					if !seen[w] {
						seen[w] = true
						names = append(names, w)
					}
				}
			}
		}
	}
	slices.Sort(names)
	id := int32(0)
	for _, w := range names {
		id++
		if text, ok := strings.CutSuffix(w, "*"); ok {
			if len(text) < 4 {
				return fmt.Errorf("stem %q is too short: four letters at least", w)
			}
			c.stems = append(c.stems, text)
			key := [4]byte([]byte(text))
			c.book.stems[key] = append(c.book.stems[key], stem{text, id})
		} else {
			c.book.words[w] = id
		}
	}
	for _, list := range c.book.stems {
		slices.SortFunc(list, func(a, b stem) int { return len(b.text) - len(a.text) })
	}
	c.book.first = make([][]int32, id+1)
	c.elements, c.sets = map[string]element{}, map[string]set{}
	return nil
}

// accepted returns the numbers that stand for w: all words and longer stems that
// begin with it, if it is a stem.
func (c *compiler) accepted(w string) []int32 {
	text, isStem := strings.CutSuffix(w, "*")
	if !isStem {
		return []int32{c.book.words[w]}
	}
	var ids []int32
	for word, id := range c.book.words {
		if strings.HasPrefix(word, text) {
			ids = append(ids, id)
		}
	}
	for _, s := range c.book.stems[[4]byte([]byte(text))] {
		if strings.HasPrefix(s.text, text) {
			ids = append(ids, s.id)
		}
	}
	return ids
}

func (c *compiler) empty() set { return make(set, len(c.book.first)/64+1) }

func (c *compiler) set(w string) set {
	if _, ok := c.sets[w]; !ok {
		s := c.empty()
		for _, id := range c.accepted(w) {
			s.add(id)
		}
		c.sets[w] = s
	}
	return c.sets[w]
}

func (c *compiler) element(s string) (element, error) {
	switch s {
	case "..":
		return element{gap: 4}, nil
	case "...":
		return element{gap: 10}, nil
	case "^":
		return element{begin: true}, nil
	}
	if e, ok := c.elements[s]; ok {
		return e, nil
	}
	e := element{optional: strings.HasSuffix(s, "?"), single: c.empty()}
	for _, row := range alternatives(s) {
		switch len(row) {
		case 0:
			return e, fmt.Errorf("%q holds no word", s)
		case 1:
			for _, id := range c.accepted(row[0]) {
				e.single.add(id)
			}
		default:
			sets := make([]set, len(row))
			for i, w := range row {
				sets[i] = c.set(w)
			}
			e.several = append(e.several, sets)
		}
	}
	c.elements[s] = e
	return e, nil
}

func (c *compiler) phrase(l line) error {
	p := phrase{heading: l.heading}
	for _, s := range strings.Fields(l.text) {
		e, err := c.element(s)
		if err != nil {
			return err
		}
		p.elements = append(p.elements, e)
		if e.gap == 0 && !e.begin && !e.optional {
			p.least++
		}
	}
	n := int32(len(c.book.phrases))
	c.book.phrases = append(c.book.phrases, p)
	begin := 0
	if p.elements[0].begin {
		begin = 1
	}
	for _, e := range p.elements[begin:] {
		if e.gap > 0 {
			return fmt.Errorf("a gap must stand between words")
		}
		for id := range c.book.first {
			begins := e.single.has(int32(id))
			for _, row := range e.several {
				begins = begins || row[0].has(int32(id))
			}
			if begins {
				c.begins(int32(id), n)
			}
		}
		if !e.optional {
			return nil
		}
	}
	return fmt.Errorf("every word of it is optional")
}

func (c *compiler) begins(id, phrase int32) {
	if list := c.book.first[id]; len(list) == 0 || list[len(list)-1] != phrase {
		c.book.first[id] = append(list, phrase)
	}
}
