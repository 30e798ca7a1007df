package templates

import (
	"strings"
	"unicode"
)

// Sentences splits a body into its sentences, in a form fit for comparison:
// letter case, runs of space and the final mark are gone, names stay. An empty
// line ends a sentence; a single line break does not, as mail clients wrap.
func Sentences(body string) []string {
	var all []string
	for _, paragraph := range paragraphs(body) {
		words := strings.Fields(paragraph)
		start := 0
		for i := range words {
			if i+1 < len(words) && !endsSentence(words[i], words[i+1]) {
				continue
			}
			if s := normal(words[start : i+1]); s != "" {
				all = append(all, s)
			}
			start = i + 1
		}
	}
	return all
}

// CountWords counts the words of a body: what stands between spaces and has a
// letter or a digit in it.
func CountWords(body string) int {
	n := 0
	for _, w := range strings.Fields(body) {
		if strings.IndexFunc(w, isWordRune) >= 0 {
			n++
		}
	}
	return n
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// paragraphs splits at lines that are empty or hold nothing but space.
func paragraphs(body string) []string {
	var all []string
	var lines []string
	for line := range strings.Lines(body) {
		if strings.TrimSpace(line) == "" {
			all = append(all, strings.Join(lines, " "))
			lines = nil
			continue
		}
		lines = append(lines, line)
	}
	return append(all, strings.Join(lines, " "))
}

func normal(words []string) string {
	s := strings.ToLower(strings.Join(words, " "))
	return strings.TrimFunc(s, func(r rune) bool { return !isWordRune(r) })
}

// abbreviations are words whose full stop does not end a sentence, in all our
// languages, without the stop.
var abbreviations = wordSet(`dr dra drs prof profa mr mrs ms mx st sr sra srta jr hr fr nr mm
	mme mlle mgr ing ir dipl dhr mevr mw dept approx vs etc e.g i.e
	bzw ca z.b u.a d.h ggf usw inkl p.ej ud uds bijv o.a d.w.z jan feb febr mär apr aug sep sept okt oct nov dec dez
	janv févr avr juil déc ene abr dic mrt`)

// endsSentence reports whether a sentence ends with word, next being the word
// after it.
func endsSentence(word, next string) bool {
	bare := strings.TrimRight(word, `"'”’»)`)
	if bare == "" || !strings.ContainsAny(bare[len(bare)-1:], ".!?") && !strings.HasSuffix(bare, "…") {
		return false
	}
	first := []rune(strings.TrimLeft(next, `"'“‘«(¿¡`))
	if len(first) > 0 && unicode.IsLower(first[0]) {
		return false
	}
	if !strings.HasSuffix(bare, ".") {
		return true
	}
	stem := strings.ToLower(strings.TrimLeft(strings.TrimSuffix(bare, "."), `"'(«“`))
	// A capital alone is an initial; a small letter is a word, as the Dutch "u".
	if letter := []rune(bare); abbreviations[stem] || len(letter) == 2 && unicode.IsUpper(letter[0]) {
		return false
	}
	// "15. November": an ordinal, where a month follows.
	if strings.Trim(stem, "0123456789") == "" {
		return !german.isMonth(strings.TrimRight(next, ".,;:!?"))
	}
	return true
}

func wordSet(list string) map[string]bool {
	words := strings.Fields(list)
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
