package setup

import (
	"cmp"
	"embed"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// Languages are those that the wizard speaks, each in a file of its own. They are
// those of the letters.
var Languages = []string{"en", "de", "fr", "es", "nl"}

//go:embed words/*.toml
var wordFiles embed.FS

// A Key names a text of the catalogue; keys.go has them all.
type Key string

// Words are the texts in one language.
type Words struct {
	Language string
	texts    map[Key]string
}

var catalogue = sync.OnceValue(func() map[string]map[Key]string {
	all := map[string]map[Key]string{}
	for _, language := range Languages {
		doc, err := wordFiles.ReadFile("words/" + language + ".toml")
		if err != nil {
			continue // a test holds that they are all there
		}
		texts := map[Key]string{}
		if toml.Unmarshal(doc, &texts) == nil {
			all[language] = texts
		}
	}
	return all
})

// Speak returns the texts in the language that a tag or a locale names ("de-AT",
// "fr_CA.UTF-8"), else in English.
func Speak(tag string) Words {
	language := cmp.Or(LanguageOf(tag), Languages[0])
	return Words{language, catalogue()[language]}
}

// Say returns a text with its placeholders filled in: pairs are names and values,
// Say(k, "host", "imap.example.com") fills in {host}.
func (w Words) Say(key Key, pairs ...string) string {
	text, ok := w.texts[key]
	if !ok {
		text = catalogue()[Languages[0]][key]
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}
