package page

import (
	"errors"
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

// English has no texts but where it differs: the forms are those of the next language.
var (
	clauses     = sync.OnceValue(func() []pattern { return patterns(catalogues[languages[1]]().said, fewestWords) })
	suggestions = sync.OnceValue(func() []pattern { return patterns(catalogues[languages[1]]().found, 1) })
)

// patterns are those of the forms that have words, the surest first.
func patterns(forms map[string]string, fewest int) (list []pattern) {
	for form := range forms {
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
		if words := len(verb.ReplaceAllString(form, "")); words >= fewest {
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
}

// read finds the form of a text and the values in it; ok is false where it has none.
func read(list []pattern, text string) (s rules.Saying, ok bool) {
	for _, p := range list {
		found := p.match.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		with := make([]any, len(found)-1)
		for i, gap := range verb.FindAllString(p.form, -1) {
			with[i] = valueOf(found[i+1], gap)
		}
		return rules.Say(p.form, with...), true
	}
	return s, false
}

// clause says in the language what the program said in English. A text whose form is not
// known stays as it is.
func (c *catalogue) clause(text string, now time.Time) string {
	// Several may stand one behind the other, and one may have a semicolon in it.
	var said []string
	for parts := strings.Split(text, "; "); len(parts) > 0; {
		n, words := 1, parts[0]
		for most := len(parts); most > 0; most-- {
			if s, ok := read(clauses(), strings.Join(parts[:most], "; ")); ok && (most == 1 || !slices.ContainsFunc(s.With, isSeveral)) {
				n, words = most, c.say(s, now)
				break
			}
		}
		said, parts = append(said, words), parts[n:]
	}
	return strings.Join(said, "; ")
}

// isSeveral reports whether a value seems to hold more than fills one gap.
func isSeveral(value any) bool {
	clause, ok := value.(rules.Clause)
	return ok && strings.Contains(string(clause), "; ")
}

// oneFinding is what the proofreader says: a rule, words of the letter, and what to do.
var oneFinding = regexp.MustCompile(`^(?:[a-z-]+: )?("(?:[^"\\]|\\.)*"): (.*)$`)

// finding says in the language what to do about words of a letter.
func (c *catalogue) finding(text string, now time.Time) string {
	m := oneFinding.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	what := m[2]
	if s, ok := read(suggestions(), what); ok {
		if form, ok := c.found[s.Form]; ok {
			what = c.say(rules.Say(form, s.With...), now)
		}
	}
	if m[1] == `""` {
		return what
	}
	return m[1] + ": " + what
}

func (c *catalogue) findings(list rules.Findings, now time.Time) string {
	words := make([]string, len(list))
	for i, text := range list {
		words[i] = c.finding(text, now)
	}
	return strings.Join(words, "; ")
}

// mistake says an error: what has no form stays as it is.
func (c *catalogue) mistake(err error, now time.Time) string {
	var m rules.Mistake
	if errors.As(err, &m) {
		return c.say(m.Say, now)
	}
	return err.Error()
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
	for _, layout := range []string{"Mon Jan 2 2006", time.DateOnly} {
		if day, err := time.Parse(layout, text); err == nil {
			return rules.DateOf(day)
		}
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		if text == day.String() {
			return day
		}
	}
	if kind := rules.MessageKind(text); slices.Contains(rules.MessageKinds, kind) {
		return kind
	}
	if answer := rules.Answer(text); slices.Contains([]rules.Answer{rules.Accepts, rules.Declines, rules.WantsTime, rules.Withdraws}, answer) {
		return answer
	}
	if strings.Contains(text, " ") {
		return rules.Clause(text)
	}
	return text
}
