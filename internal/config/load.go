package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// mostBytes bounds the file: a config is a few kilobytes.
const mostBytes = 1 << 20

// A missing is the error where there is no config file.
type missing struct {
	error
	path string
}

func (m missing) Unwrap() error { return m.error }

// Hint says how to come by one.
func (m missing) Hint() string {
	return "afterword init   # or copy config.example.toml to " + m.path + " and change its account"
}

// Load reads and checks the config at path. Where the file has mistakes the
// error is a Problems with all of them; where it is not there, errors.Is finds
// fs.ErrNotExist. Paths in the result are absolute; getenv is asked for HOME and
// XDG_STATE_HOME only.
func Load(path string, getenv func(string) string) (*Config, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing{fmt.Errorf("read config: %w", err), path}
	}
	if err == nil && info.Size() > mostBytes {
		err = fmt.Errorf("%s has %d bytes: that is no config of this program", path, info.Size())
	}
	if err != nil {
		return nil, fmt.Errorf("read config: %w", err)
	}
	doc, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read config: %w", err)
	}
	c, err := read(path, doc, getenv)
	if err != nil {
		return nil, err
	}
	if err := c.trust(path, info); err != nil {
		return nil, err
	}
	return c, nil
}

// Check finds the mistakes of a document that is to be written to path: the error is
// as Load's would be.
func Check(path string, doc []byte, getenv func(string) string) error {
	_, err := read(path, doc, getenv)
	return err
}

// read reads and checks a document.
func read(path string, doc []byte, getenv func(string) string) (*Config, error) {
	c, problems := parse(path, doc)
	if c == nil {
		return nil, problems
	}
	c.resolve(getenv)
	if problems = append(problems, c.without(problems)...); len(problems) > 0 {
		slices.SortStableFunc(problems, func(p, q Problem) int { return cmp.Compare(p.Line, q.Line) })
		return nil, problems
	}
	c.doc, c.lines = nil, nil
	return c, nil
}

// without validates the config, and leaves out the lines of which something is
// known already: a value that could not be read is not missing.
func (c *Config) without(known Problems) Problems {
	var found Problems
	if !errors.As(c.Validate(), &found) {
		return nil
	}
	return slices.DeleteFunc(found, func(p Problem) bool {
		return p.Line > 0 && slices.ContainsFunc(known, func(k Problem) bool { return k.Line == p.Line })
	})
}

// parse decodes a document over the defaults. It takes out what cannot be decoded,
// so that the rest is looked at as well; the config is nil where there is no rest.
func parse(path string, doc []byte) (*Config, Problems) {
	doc = bytes.TrimPrefix(doc, []byte("\ufeff")) // Windows editors put it there
	rest := bytes.Clone(doc)
	var problems Problems
	for {
		c := Default()
		err := toml.NewDecoder(bytes.NewReader(rest)).DisallowUnknownFields().Decode(c)
		var strict *toml.StrictMissingError
		if err != nil {
			problems = append(problems, decodeProblems(path, doc, err)...)
		}
		if err == nil || errors.As(err, &strict) {
			for i := range c.Accounts {
				c.Accounts[i].fill()
			}
			c.path, c.doc = path, doc
			return c, problems
		}
		if !blank(rest, problems[len(problems)-1].Line) {
			return nil, problems
		}
	}
}

// blank takes out a value that could not be decoded: its line, and those after it
// that belong to it. It reports false where nothing sensible is left, as of the
// line that begins a section.
func blank(doc []byte, number int) bool {
	lines := bytes.Split(doc, []byte("\n")) // they share doc's memory
	if number < 1 || !wellFormed(doc) {
		return false
	}
	for _, line := range lines[number-1:] {
		if text := bytes.TrimSpace(line); len(text) == 0 || text[0] == '[' {
			return false
		}
		for i := range line {
			line[i] = ' '
		}
		if wellFormed(doc) {
			return true
		}
	}
	return false
}

// decodeProblems words what the decoder found wrong.
func decodeProblems(path string, doc []byte, err error) Problems {
	text := strings.Split(string(doc), "\n")
	problem := func(e *toml.DecodeError, words string, length int) Problem {
		line, column := e.Position()
		p := Problem{File: path, Line: line, Key: strings.Join(e.Key(), "."), Text: words}
		if line > 0 && line <= len(text) {
			// The value of a key that we do not know may be anything.
			shown := column - 1 + length
			if length == 0 {
				shown = harmless(text[line-1])
			}
			p.Excerpt = excerpt(text[line-1], line, column, length, shown)
		}
		return p
	}
	var strict *toml.StrictMissingError
	var one *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		var list Problems
		for i := range strict.Errors {
			e := &strict.Errors[i]
			key := e.Key()
			list = append(list, problem(e, unknown(key), len(key[len(key)-1])))
		}
		return list
	case errors.As(err, &one):
		return Problems{problem(one, words(one), 0)}
	}
	return Problems{{File: path, Text: err.Error()}}
}

// words says what to write where a value has the wrong type.
func words(e *toml.DecodeError) string {
	text := strings.TrimPrefix(e.Error(), "toml: ")
	if strings.HasSuffix(text, "at start of value") {
		return text + `: text goes into quotes, as in key = "text"`
	}
	mismatch, ok := strings.CutPrefix(text, "cannot decode TOML ")
	if !ok {
		return text
	}
	from, into, _ := strings.Cut(mismatch, " into ")
	article := "a "
	if strings.ContainsAny(from[:min(1, len(from))], "aeiou") {
		article = "an "
	}
	from = article + from
	into = into[strings.LastIndexByte(into, ' ')+1:]
	wanted := map[string]string{"string": "text in quotes", "bool": "true or false", "int": "a whole number without quotes"}
	switch {
	case wanted[into] != "":
		return wanted[into] + " is wanted here, not " + from
	case strings.HasPrefix(into, "[]") || into == "secrets.Command" || into == "config.Notify":
		return "a list is wanted here, not " + from + `: write it as ["…", "…"]`
	case into == "rules.Date":
		return `a date in quotes is wanted here: write it as "2026-12-24"`
	case into == "secrets.Where":
		return errWhere + ", not " + from
	case strings.HasPrefix(into, "config."):
		return "a section with keys of its own is wanted here, not " + from
	}
	return "text in quotes is wanted here, not " + from
}

// errWhere says how the place of a secret is named.
const errWhere = `the place of a secret is wanted here, as in { file = "/path" }`
