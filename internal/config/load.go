package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
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
	return "copy config.example.toml to " + m.path + " and change its account"
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
	c, err := parse(path, doc)
	if err != nil {
		return nil, err
	}
	c.resolve(getenv)
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return c, nil
}

// parse decodes a document over the defaults.
func parse(path string, doc []byte) (*Config, error) {
	doc = bytes.TrimPrefix(doc, []byte("\ufeff")) // Windows editors put it there
	c := Default()
	if err := toml.NewDecoder(bytes.NewReader(doc)).DisallowUnknownFields().Decode(c); err != nil {
		return nil, decodeProblems(path, doc, err)
	}
	for i := range c.Accounts {
		c.Accounts[i].fill()
	}
	c.path, c.lines = path, linesOf(doc)
	return c, nil
}

// decodeProblems words what the decoder found wrong.
func decodeProblems(path string, doc []byte, err error) error {
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
	mismatch, ok := strings.CutPrefix(text, "cannot decode TOML ")
	if !ok {
		return text
	}
	from, into, _ := strings.Cut(mismatch, " into ")
	into = into[strings.LastIndexByte(into, ' ')+1:]
	wanted := map[string]string{"string": "text in quotes", "bool": "true or false", "int": "a whole number without quotes"}
	switch {
	case wanted[into] != "":
		return wanted[into] + " is wanted here, not a " + from
	case strings.HasPrefix(into, "[]") || into == "secrets.Command":
		return "a list is wanted here, not a " + from + `: write it as ["…", "…"]`
	case into == "rules.Date":
		return `a date in quotes is wanted here: write it as "2026-12-24"`
	case into == "secrets.Where":
		return errWhere + ", not a " + from
	case strings.HasPrefix(into, "config."):
		return "a section with keys of its own is wanted here, not a " + from
	}
	return "text in quotes is wanted here, not a " + from
}

// errWhere says how the place of a secret is named.
const errWhere = `the place of a secret is wanted here, as in { file = "/path" }`
