package page

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sources are the files of this package.
var sources = os.DirFS(".")

var verbs = regexp.MustCompile(`%(\[\d\])?[a-z]`)

// TestTexts sees that every language has every text, with the same values in it, and that
// the templates ask for none that there is not.
func TestTexts(t *testing.T) {
	en := catalogues["en"]().texts
	for _, code := range languages {
		has := catalogues[code]().texts
		for name, text := range en {
			other, ok := has[name]
			if !ok || other == "" {
				t.Errorf("%s has no %q", code, name)
				continue
			}
			a, b := verbs.FindAllString(text, -1), verbs.FindAllString(other, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %q has the values %q, and %q in English", code, name, b, a)
			}
		}
		for name := range has {
			if _, ok := en[name]; !ok {
				t.Errorf("%s has %q, and English has not", code, name)
			}
		}
		if n := len(strings.Fields(has["weekdays"])); n != 7 {
			t.Errorf("%s has %d weekdays", code, n)
		}
		if n := len(strings.Fields(has["months"])); n != 12 {
			t.Errorf("%s has %d months", code, n)
		}
	}
	asked := regexp.MustCompile(`\bt "([^"]+)"|\.text\("([^"]+)"|refusal\{[^,]+, "([^"]+)"`)
	names := 0
	for _, file := range append(glob(t, files, "html/*.html"), glob(t, sources, "*.go")...) {
		for _, m := range asked.FindAllStringSubmatch(file, -1) {
			name := m[1] + m[2] + m[3]
			names++
			if _, ok := en[name]; !ok && !strings.HasSuffix(name, ".") {
				t.Errorf("there is no text %q", name)
			}
		}
	}
	if names < 100 {
		t.Errorf("only %d names were found: the pattern does not see them", names)
	}
}

func glob(t *testing.T, from fs.FS, pattern string) (texts []string) {
	t.Helper()
	found, err := fs.Glob(from, pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range found {
		raw, err := fs.ReadFile(from, name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(raw))
	}
	return texts
}
