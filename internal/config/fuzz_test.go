package config

import (
	"strings"
	"testing"
)

// FuzzParse holds that no document makes the reader panic, and that what is
// wrong with it can be shown.
func FuzzParse(f *testing.F) {
	for _, doc := range []string{minimal, "[[account]]\nimap = { host = \"h\", password.env = \"X\" }\n", "[a]\n[[a.b]]\n[a.b.c]\nd.e = 1\n",
		"\"quoted key\" = 1\n'x'.\"y\" = 2", "[rewrite]\nkey = [1, {a=2}]", "x = \"\"\"\n\n\"\"\"", "\ufeff", "account = [{name = 'x'}]", "account.name = 1"} {
		f.Add([]byte(doc))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		c, problems := parse("fuzz.toml", doc)
		if c == nil && len(problems) == 0 {
			t.Fatal("neither a config nor a problem")
		}
		if c != nil {
			problems = append(problems, c.without(problems)...)
		}
		lines := strings.Count(string(doc), "\n") + 1
		for _, p := range problems {
			if p.Line > lines || p.Text == "" || p.File != "fuzz.toml" {
				t.Errorf("%+v", p)
			}
		}
		_ = problems.Detail()
	})
}
