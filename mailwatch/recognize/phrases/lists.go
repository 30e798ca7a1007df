package phrases

import (
	"embed"
	"fmt"
	"strings"
)

// A folder for each language; they are read in the order that order.txt gives.
//
//go:embed order.txt */*.txt
var embedded embed.FS

// A language is its lists, in their order.
type language struct {
	code  string // ISO 639-1
	lists []list
}

// A list is one file of phrases.
type list struct {
	file, text string
}

// A place is a line of a list.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// lists returns the lists of all languages.
func lists() ([]language, error) {
	order, err := open("order.txt")
	if err != nil {
		return nil, err
	}
	var all []language
	err = order.each(func(_ place, s string) error {
		code, names, ok := strings.Cut(s, ":")
		if !ok {
			return fmt.Errorf("%q: a line is written language: list list", s)
		}
		l := language{code: code}
		for name := range strings.FieldsSeq(names) {
			read, err := open(code + "/" + name + ".txt")
			if err != nil {
				return err
			}
			l.lists = append(l.lists, read)
		}
		all = append(all, l)
		return nil
	})
	return all, err
}

func open(file string) (list, error) {
	text, err := embedded.ReadFile(file)
	if err != nil {
		return list{}, fmt.Errorf("read list: %w", err)
	}
	return list{file, string(text)}, nil
}

// each calls do with every line of the list that says something. An error of do
// gets the place before it.
func (l list) each(do func(at place, line string) error) error {
	at := place{file: l.file}
	for s := range strings.SplitSeq(l.text, "\n") {
		at.line++
		if t := strings.TrimSpace(s); t == "" || t[0] == '#' {
			continue
		}
		if err := do(at, s); err != nil {
			return fmt.Errorf("%v: %w", at, err)
		}
	}
	return nil
}
