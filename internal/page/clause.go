package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"afterword/rules"
)

// What a fact holds of the program's own words is text, in English: the form of it is found
// again by them, so that a page in another language says it as well.

// A pattern finds the values in a text of a form.
type pattern struct {
	form  string
	match *regexp.Regexp
	words int // how long its own words are: the longer, the surer it is
}

// fewestWords is how long those are at least: "%s to %s" would be found in any sentence.
const fewestWords = 10

// verb is a gap of a form, and whether it puts its value into quotation marks.
var verb = regexp.MustCompile(`%[sdq]`)

// patterns are those of all forms that have words, the surest first. English has no texts
// but where it differs: the forms are those of the next language.
var patterns = sync.OnceValue(func() (list []pattern) {
	for form := range catalogues[languages[1]].said {
		gaps := verb.FindAllString(form, -1)
		quoted := "^"
		for i, words := range verb.Split(form, -1) {
			quoted += regexp.QuoteMeta(words)
			switch {
			case i == len(gaps):
			case gaps[i] == "%q":
				quoted += `"(.+?)"`
			case gaps[i] == "%d":
				quoted += `(\d+)`
			default:
				quoted += `(.+?)`
			}
		}
		if words := len(verb.ReplaceAllString(form, "")); words >= fewestWords {
			list = append(list, pattern{form, regexp.MustCompile("(?s)" + quoted + "$"), words})
		}
	}
	slices.SortFunc(list, func(a, b pattern) int {
		if a.words != b.words {
			return b.words - a.words
		}
		return strings.Compare(a.form, b.form)
	})
	return list
})

// clause says in the language what the program said in English. A text whose form is not
// known stays as it is.
func (c *catalogue) clause(text string, now time.Time) string {
	for _, p := range patterns() {
		found := p.match.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		with := make([]any, len(found)-1)
		for i, gap := range verb.FindAllString(p.form, -1) {
			with[i] = valueOf(found[i+1], gap)
		}
		return c.say(rules.Say(p.form, with...), now)
	}
	return text
}

// valueOf is what filled a gap: a number, a quotation, a day, a kind, else words that may
// themselves be the program's.
func valueOf(text, gap string) any {
	switch gap {
	case "%d":
		n, _ := strconv.Atoi(text)
		return n
	case "%q":
		if plain, err := strconv.Unquote(`"` + text + `"`); err == nil {
			return plain
		}
		return text
	}
	if day, err := time.Parse("Mon Jan 2 2006", text); err == nil {
		return rules.DateOf(day)
	}
	if kind := rules.MessageKind(text); slices.Contains(rules.MessageKinds, kind) {
		return kind
	}
	if strings.Contains(text, " ") {
		return rules.Clause(text)
	}
	return text
}
