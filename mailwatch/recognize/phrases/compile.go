package phrases

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"afterword/rules"
)

// compile makes a book of the given lists, or says which line of them is wrong.
func compile(all []language) (*Book, error) {
	c := compiler{book: &Book{stems: map[[4]byte][]stem{}}, order: make(map[string]int32, 8000)}
	c.book.headings = []Heading{{Topic: Topic(rules.MessageRejection), Weight: 4}}
	for _, l := range all {
		if err := c.language(l); err != nil {
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
	names    map[string]*name    // of the language being read
	given    []*name             // the same, in their order
	elements map[string]*element // of the language being read, by how they are written
	under    under
	all      []*element
	text     text             // the element being read
	words    []string         // its words, folded
	order    map[string]int32 // of words and stems; a stem ends in a star
}

// A name stands for the alternatives that it was given: {app} = cv|resume.
type name struct {
	at             place
	written, value string
	used, open     bool
	accepts        *element // what it stands for, once that is known
}

// under is the open heading of the list being read.
type under struct {
	at      place
	phrases map[string]int // those that stand under it, with their lines; nil if there is no heading
}

// language reads the lists of one language. What one of them names, all may use.
func (c *compiler) language(l language) error {
	c.names, c.given, c.elements = map[string]*name{}, nil, map[string]*element{}
	c.book.languages = append(c.book.languages, l.code)
	for _, list := range l.lists {
		if err := list.each(c.definition); err != nil {
			return err
		}
	}
	if err := c.try(); err != nil {
		return err
	}
	for _, list := range l.lists {
		c.under = under{}
		if err := list.each(c.line); err != nil {
			return err
		}
		if err := c.close(); err != nil {
			return fmt.Errorf("%v: %w", c.under.at, err)
		}
	}
	return c.unused()
}

// defines cuts "{name} = value" in two.
func defines(line string) (written, value string, ok bool) {
	line = strings.TrimSpace(line)
	i := strings.Index(line, "} = ")
	if i < 0 || line[0] != '{' {
		return "", "", false
	}
	return line[:i+1], line[i+4:], true
}

func (c *compiler) definition(at place, line string) error {
	written, value, ok := defines(line)
	if !ok {
		return nil
	}
	if strings.ContainsAny(written[1:], "{ |") {
		return fmt.Errorf("%s is no name", written)
	}
	if before := c.names[written]; before != nil {
		return fmt.Errorf("%s was given before, in %v", written, before.at)
	}
	if strings.Contains(value, " ") {
		return fmt.Errorf("%s = %q: a blank stands between elements", written, value)
	}
	if err := wellFormed(value); err != nil {
		return fmt.Errorf("%s: %w", written, err)
	}
	n := &name{at: at, written: written, value: value}
	c.names[written], c.given = n, append(c.given, n)
	return nil
}

// try reads every name, so that a mistake is found where it was made.
func (c *compiler) try() error {
	for _, n := range c.given {
		if err := c.accept(&element{}, n.value); err != nil {
			return fmt.Errorf("%v: %s: %w", n.at, n.written, err)
		}
	}
	return nil
}

// unused says which name no phrase uses.
func (c *compiler) unused() error {
	for _, n := range c.given {
		if !n.used {
			return fmt.Errorf("%v: no phrase uses %s", n.at, n.written)
		}
	}
	return nil
}

func (c *compiler) line(at place, line string) error {
	trimmed := strings.TrimSpace(line)
	if _, _, ok := defines(line); ok {
		return nil // read before
	}
	if line[0] != '\t' && line[0] != ' ' {
		return c.heading(at, trimmed)
	}
	if c.under.phrases == nil {
		return fmt.Errorf("phrase %q stands under no heading", trimmed)
	}
	if before, ok := c.under.phrases[trimmed]; ok {
		return fmt.Errorf("phrase %q stands under its heading already, in line %d", trimmed, before)
	}
	c.under.phrases[trimmed] = at.line
	if err := c.phrase(trimmed); err != nil {
		return fmt.Errorf("phrase %q: %w", trimmed, err)
	}
	return nil
}

func (c *compiler) heading(at place, s string) error {
	if err := c.close(); err != nil {
		return err
	}
	if s[0] == '{' {
		return fmt.Errorf("%q: a name is given so: {name} = word|word", s)
	}
	h, err := parseHeading(s)
	if err != nil {
		return fmt.Errorf("heading %q: %w", s, err)
	}
	h.language = len(c.book.languages) - 1
	c.book.headings = append(c.book.headings, h)
	c.under = under{at, map[string]int{}}
	return nil
}

// close ends the open heading.
func (c *compiler) close() error {
	if c.under.phrases != nil && len(c.under.phrases) == 0 {
		return fmt.Errorf("the heading of line %d has no phrases", c.under.at.line)
	}
	return nil
}

func parseHeading(s string) (Heading, error) {
	f := strings.Fields(s)
	h := Heading{Topic: Topic(f[0]), modifies: modifies[Topic(f[0])]}
	if !topics[h.Topic] {
		return h, errors.New("unknown topic")
	}
	for _, word := range f[1:] {
		if w, err := strconv.ParseFloat(word, 64); err == nil && w > 0 && w < 100 {
			h.Weight = w
		} else if word == "firm" {
			h.firm = true
		} else if word == "answering" {
			h.Answering = true
		} else if word == "stated" {
			h.stated = true
		} else if h.Topic == Void && topics[Topic(word)] {
			h.voids = append(h.voids, Topic(word))
		} else {
			return h, fmt.Errorf("what is %q?", word)
		}
	}
	switch {
	case h.Topic == Void && len(h.voids) == 0:
		return h, errors.New("it does not say what is void")
	case h.Weight == 0 && !h.modifies:
		return h, errors.New("it has no weight")
	}
	return h, nil
}
