package templates

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"sync"
)

//go:embed en/*.txt de/*.txt fr/*.txt es/*.txt nl/*.txt
var embedded embed.FS

// A Set is all texts that there are: ours, and the user's own over them. It does
// not change and may be used by several goroutines.
type Set struct {
	texts map[string]*text // by name: "en/thank-you"
}

// A text is one file. Ours are parsed when they are first asked for: somebody who
// writes in one language has no use for the others.
type text struct {
	Info
	source string
	parse  func() (*file, error)
	form   func() (*form, error) // of a note, in place of parse
}

// Info tells where a text is.
type Info struct {
	Name     string // "en/thank-you"
	Language string
	Path     string // of the user's own file: where it is, or where it would go; "" with no folder
	Own      bool   // the user has one
}

// Load reads our texts and the user's own over them. dir holds a folder for
// each language with files such as en/thank-you.txt; "" or a folder that does
// not exist means ours alone. Every mistake in a file is an error with its file
// and line.
func Load(dir string) (*Set, error) {
	s := &Set{texts: map[string]*text{}}
	var errs []error
	names, err := fs.Glob(embedded, "*/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list embedded texts: %w", err)
	}
	for _, name := range names {
		text, err := embedded.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read embedded text: %w", err)
		}
		errs = append(errs, s.add(name, name, dir, string(text), false))
	}
	if dir != "" {
		own, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
		if err != nil {
			return nil, fmt.Errorf("list own texts in %q: %w", dir, err)
		}
		for _, file := range own {
			text, err := os.ReadFile(file)
			if err != nil {
				errs = append(errs, fmt.Errorf("read own text: %w", err))
				continue
			}
			rel, err := filepath.Rel(dir, file)
			if err != nil {
				return nil, fmt.Errorf("own text %q: %w", file, err)
			}
			errs = append(errs, s.add(filepath.ToSlash(rel), file, dir, string(text), true))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return s, nil
}

// add takes one text in; where says in errors where it comes from. The user's own is
// parsed at once, so that its mistakes are known.
func (s *Set) add(rel, where, dir, source string, own bool) error {
	name := strings.TrimSuffix(rel, ".txt")
	code := path.Dir(name)
	lang := languages[code]
	if lang == nil {
		return fmt.Errorf("%s:1: no language %q: there are %s", where, code, strings.Join(Languages(), ", "))
	}
	if _, known := s.texts[name]; own && !known {
		return fmt.Errorf("%s:1: there is no letter %q to replace", where, name)
	}
	t := &text{Info: Info{Name: name, Language: code, Own: own}, source: source}
	if isForm(name) {
		t.form = sync.OnceValues(func() (*form, error) { return parseForm(where, lang, source) })
		t.parse = func() (*file, error) { return nil, fmt.Errorf("%s is no letter but a note", where) }
	} else {
		t.parse = sync.OnceValues(func() (*file, error) { return parse(where, lang, source) })
	}
	if dir != "" {
		t.Path = filepath.Join(dir, filepath.FromSlash(rel))
	}
	if own && t.form != nil {
		if _, err := t.form(); err != nil {
			return err
		}
	} else if own {
		if _, err := t.parse(); err != nil {
			return err
		}
	}
	s.texts[name] = t
	return nil
}

// Same reports whether another set has the same texts.
func (s *Set) Same(other *Set) bool {
	return maps.EqualFunc(s.texts, other.texts, func(a, b *text) bool { return a.Info == b.Info && a.source == b.source })
}

// Languages lists the codes of the languages there are.
func Languages() []string {
	var codes []string
	for code := range languages {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	return codes
}

// List lists the texts by name.
func (s *Set) List() []Info {
	var all []Info
	for _, t := range s.texts {
		all = append(all, t.Info)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Source returns the text file of that name ("en/thank-you"), the user's own
// where there is one.
func (s *Set) Source(name string) ([]byte, error) {
	t, ok := s.texts[strings.TrimSuffix(name, ".txt")]
	if !ok {
		return nil, fmt.Errorf("there is no text %q", name)
	}
	return []byte(t.source), nil
}

func (s *Set) file(name string) (*file, error) {
	t, ok := s.texts[name]
	if !ok {
		return nil, fmt.Errorf("there is no text %q", name)
	}
	return t.parse()
}

// find returns the files for a letter of that name in the language.
func (s *Set) find(tag, name string) (lang *language, greeting, f *file, err error) {
	code := languageCode(tag)
	if lang = languages[code]; lang == nil {
		return nil, nil, nil, fmt.Errorf("there are no texts in the language %q: there are %s", tag, strings.Join(Languages(), ", "))
	}
	if greeting, err = s.file(code + "/" + common); err != nil {
		return nil, nil, nil, err
	}
	f, err = s.file(code + "/" + name)
	return lang, greeting, f, err
}
