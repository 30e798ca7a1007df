package drafter

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"afterword/rules"
	"afterword/templates"
)

// personOf parts the name of a contact, spelled as the contact spells it.
func personOf(c rules.Contact) templates.Person {
	c.Honorific, c.Name = templates.Name(c.Honorific), templates.Name(c.Name)
	if c = parted(c); couple.MatchString(c.Name) {
		return templates.Person{Name: strings.TrimSpace(c.Honorific + " " + c.Name)}
	}
	// A Dutch "mr." is a lawyer of any gender.
	whole := strings.TrimSpace(c.Honorific + " " + c.Name)
	inFull := styled(whole) || c.Honorific == "mr." || c.Honorific == "mr"
	if inFull {
		c.Name, c.Honorific = whole, ""
	}
	c = read(c)
	first, last := splitName(c.Name)
	if inFull {
		first = ""
	}
	return templates.Person{Name: c.Name, Honorific: c.Honorific, First: first, Last: last}
}

// named is personOf for somebody whom the letter has to name. The user entered the
// name, and where it is none he sees it in the draft.
func named(c rules.Contact) templates.Person {
	p := personOf(c)
	p.Name = cmp.Or(p.Name, strings.Trim(templates.Line(c.Name, 100), "{}[]<> "))
	return p
}

// parted takes an honorific out of a name that holds it, as a From header does.
func parted(c rules.Contact) rules.Contact {
	if c.Honorific == "" {
		c.Honorific, c.Name = rules.SplitHonorific(c.Name)
	}
	return c
}

// splitName parts a full name into given and family name. A name of one word is
// a first name. Small words before the last ("van der Berg", "de la Cruz") belong
// to the family name, and "Okafor, Ngozi" is the other way round. What comes after a
// name ("Jr.", "PhD") is no part of it.
func splitName(name string) (first, last string) {
	name = strings.TrimSpace(suffixes.ReplaceAllString(name, ""))
	if family, given, ok := strings.Cut(name, ","); ok && strings.TrimSpace(given) != "" {
		return strings.TrimSpace(given), strings.TrimSpace(family)
	}
	words := strings.Fields(name)
	if len(words) < 2 {
		return strings.Join(words, " "), ""
	}
	cut := len(words) - 1
	for cut > 1 && particle(words[cut-1]) {
		cut--
	}
	return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
}

// suffixes matches what people put behind their name.
var suffixes = regexp.MustCompile(`(?i)(?:,?\s+(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|mba|esq|cpa|phr|sphr|shrm-cp)\.?)+$`)

// particle reports whether a word of a name begins the family name: it is
// written small, or one that is so written by custom.
func particle(word string) bool {
	word = word[strings.LastIndexByte(word, '-')+1:] // "O'Neill-van der Berg"
	if unicode.IsLower(firstRune(word)) {
		return true
	}
	switch strings.ToLower(word) {
	case "van", "von", "de", "der", "den", "del", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn", "ter", "ten":
		return true
	}
	return false
}
