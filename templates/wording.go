package templates

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A wording is one line of a text file: words with names in braces. It is
// usually one sentence, sometimes two that belong together.
type wording struct {
	line  int
	parts []part
	stems []string // of its own words, by which repetition is noticed
}

// A part is literal text, or the name of a value.
type part struct{ text, name string }

func parseWording(lang *language, line int, text string) (wording, error) {
	return parseNamed(line, text, knownNames, lang.names)
}

// parseNamed is parseWording with the names that the text may mention.
func parseNamed(line int, text string, known ...map[string]bool) (wording, error) {
	w := wording{line: line}
	for rest := text; rest != ""; {
		open := strings.IndexAny(rest, "{}")
		if open < 0 {
			w.parts = append(w.parts, part{text: rest})
			break
		}
		end := strings.IndexByte(rest, '}')
		if rest[open] == '}' || end < open {
			return w, fmt.Errorf("a brace without its partner in %q", text)
		}
		if open > 0 {
			w.parts = append(w.parts, part{text: rest[:open]})
		}
		name := rest[open+1 : end]
		if !slices.ContainsFunc(known, func(names map[string]bool) bool { return names[name] }) {
			return w, fmt.Errorf("unknown name {%s}: known are %s", name, listOf(known...))
		}
		w.parts = append(w.parts, part{name: name})
		rest = rest[end+1:]
	}
	if len(w.parts) == 0 {
		return w, fmt.Errorf("nothing after the colon")
	}
	w.stems = stems(w.parts)
	for _, p := range w.parts {
		if p.name == "company" || p.name == "role" {
			w.stems = append(w.stems, p.name)
		}
	}
	return w, nil
}

// render fills the values in. It reports false if one of them is not known.
// The first letter becomes a capital; a value's own full stop, or the comma
// that closes a clause, is not doubled by the mark that follows it.
func (w wording) render(values map[string]string) (string, bool) {
	s, ok := w.fill(values)
	if ok && w.parts[0].name != "" {
		s = upperFirst(s)
	}
	return s, ok
}

// fill is render with the first letter as it is.
func (w wording) fill(values map[string]string) (string, bool) {
	var b strings.Builder
	for i, p := range w.parts {
		if p.name == "" {
			b.WriteString(p.text)
			continue
		}
		v := values[p.name]
		if v == "" {
			return "", false
		}
		next := ""
		if i+1 < len(w.parts) {
			next = w.parts[i+1].text
		}
		if next != "" && strings.ContainsAny(next[:1], ".,;:!?") {
			v = strings.TrimSuffix(v, ",")
		}
		if strings.HasPrefix(next, ".") {
			v = strings.TrimSuffix(v, ".")
		}
		b.WriteString(v)
	}
	return b.String(), true
}

// namesEmployer reports whether a wording says whose the role is.
func (w wording) namesEmployer() bool {
	return slices.ContainsFunc(w.parts, func(p part) bool { return p.name == "company" || p.name == "at-company" || p.name == "de-company" })
}

// commonWords may come as often as they like.
var commonWords = wordSet(`about also been could from have here into know like more most much some than that their them then there these they this those
	what when where which while with would your will were very only
	aber auch beim dass dazu dein deine deinem deinen deiner dich euch euer eure diese diesem diesen dieser eine einem einen einer für gern habe haben hätte ihnen ihre ihrem ihren ihrer kann konnte mehr
	meine meinen meiner mich nach nicht noch oder sehr sich sind sowie über unser unsere vom weiter wenn wird würde zum
	aussi avec avoir bien cela cette chez comme dans depuis donc elle encore entre être fait faire mais même nous notre parce peut plus pour quand
	sont sous sur tout toute toutes très vers vous votre vos
	como cómo con cuando desde donde ella entre esta este esto hace hacer más menos mucho muy para pero porque qué quién sido sobre también tiene todo
	una usted ustedes
	aan alle bent dan dat deze door een eens haar hebben hebt heeft hier hoe maar meer mijn naar niet nog omdat onze over uit van veel voor waar wanneer
	wat werd zijn zou`)

// stems lists the weightier words of the literal text, cut short so that "thanks" and
// "thank" are alike, each once.
func stems(parts []part) []string {
	var all []string
	for _, p := range parts {
		for _, word := range strings.FieldsFunc(strings.ToLower(p.text), func(r rune) bool { return !isWordRune(r) }) {
			letters := []rune(word)
			if len(letters) < 4 || commonWords[word] {
				continue
			}
			stem := string(letters[:min(len(letters), 5)])
			if !slices.Contains(all, stem) {
				all = append(all, stem)
			}
		}
	}
	return all
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func listOf(sets ...map[string]bool) string {
	var all []string
	for _, set := range sets {
		for name := range set {
			all = append(all, name)
		}
	}
	sort.Strings(all)
	return strings.Join(all, ", ")
}
