package setup

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// keys are all texts that the program says: the constants of type Key, and two for
// each trouble, and one for each source.
func keys(t *testing.T) []Key {
	t.Helper()
	var all []Key
	for file, kind := range map[string]string{"key.go": "Key", "trouble.go": "Trouble", "finder.go": "Source"} {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if name, ok := spec.Type.(*ast.Ident); !ok || name.Name != kind {
				return true
			}
			text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			switch kind {
			case "Key":
				all = append(all, Key(text))
			case "Trouble":
				all = append(all, Key("what-"+text), Key("mend-"+text))
			case "Source":
				all = append(all, Key("source-"+text))
			}
			return true
		})
	}
	for _, p := range []Secret{AppPassword, MailPassword, BridgePassword} {
		all = append(all, Key("ask-"+string(p)))
	}
	return append(all, "mend-imap-off-short", "mend-wants-app-password-short")
}

// TestCatalogue holds that every text is there in every language, with the same
// placeholders, and that none is there that nobody says.
func TestCatalogue(t *testing.T) {
	flag := regexp.MustCompile(` --[a-z]`)
	placeholder := regexp.MustCompile(`\{[a-z_]+\}`)
	want := keys(t)
	for _, language := range Languages {
		texts := catalogue()[language]
		for _, key := range want {
			if strings.TrimSpace(texts[key]) == "" {
				t.Errorf("%s: %q is missing", language, key)
				continue
			}
			have := func(text string) []string {
				return slices.Compact(slices.Sorted(slices.Values(placeholder.FindAllString(text, -1))))
			}
			if got, en := have(texts[key]), have(catalogue()["en"][key]); !slices.Equal(got, en) {
				t.Errorf("%s: %q has the placeholders %q, in English %q", language, key, got, en)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			// What is to be typed is there as it is typed.
			if at := flag.FindStringIndex(texts[key]); at != nil && !strings.Contains(texts[key][:at[0]], "afterword ") {
				t.Errorf("%s: %q names a flag and not the command: %q", language, key, texts[key])
			}
			if !slices.Contains(want, key) {
				t.Errorf("%s: nobody says %q", language, key)
			}
		}
	}
}

func TestSpeak(t *testing.T) {
	for tag, want := range map[string]string{"": "en", "de-AT": "de", "fr_CA.UTF-8": "fr", "C": "en", "POSIX": "en", "NL": "nl", "pt_BR": "en", "es@euro": "es", "EN_gb": "en"} {
		if got := Speak(tag).Language; got != want {
			t.Errorf("%q: %s, want %s", tag, got, want)
		}
	}
}
