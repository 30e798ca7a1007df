package drafter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/letter"
	"afterword/templates"
)

var (
	number = regexp.MustCompile(`\d+(?:[.,:]\d+)*`)
	// markup matches what no letter of ours holds: links, addresses, code, lists.
	markup = regexp.MustCompile("(?i)https?:|www\\.|\\S@\\S|[<>{}\\[\\]*#`|_]|[$€£¥%]|&\\w+;")
	// strongs are words that turn a sentence into its opposite.
	negation = lazy(`(?i)(?:^|[^\pL])(?:not|no|never|nicht|kein\pL*|ne|pas|jamais|no|nunca|niet|geen|nooit)(?:$|[^\pL])`)
)

// keepsFacts reports what a rewritten text lost or made up against the one that
// it stands for. It errs on the side of refusing.
func keepsFacts(in Input, old, fresh string) error {
	if bad := markup.FindString(fresh); bad != "" && !strings.Contains(old, bad) {
		return fmt.Errorf("the answer holds %q, which no letter does", bad)
	}
	for what, of := range map[string]func(string) []string{"number": numbers, "date": dateWords} {
		before, after := of(old), of(fresh)
		if lost := missing(before, after); lost != "" {
			return fmt.Errorf("the answer lost the %s %q", what, lost)
		}
		if made := missing(after, before); made != "" {
			return fmt.Errorf("the answer made up the %s %q", what, made)
		}
	}
	for _, fact := range factsOf(in) {
		if strings.Contains(old, fact) && !strings.Contains(fresh, fact) {
			return fmt.Errorf("the answer lost %q", fact)
		}
	}
	if v, ok := in.App.Interview(in.FollowUp.Interview); ok {
		topics, challenges := topicsOf(hand(v, in.FollowUp.To.Key(), LanguageOf(in.App, in.FollowUp.To, in.Language)))
		for _, word := range letter.WordsOf(strings.Join(append(append([]string{}, topics...), challenges...), " ")) {
			if utf8.RuneCountInString(word) > 3 && slices.Contains(letter.WordsOf(old), word) && !slices.Contains(letter.WordsOf(fresh), word) {
				return fmt.Errorf("the answer lost %q, which was discussed", word)
			}
		}
	}
	if name := newName(in, old, fresh); name != "" {
		return fmt.Errorf("the answer made up the name %q", name)
	}
	if q := strings.Count(fresh, "?"); q > strings.Count(old, "?") {
		return fmt.Errorf("the answer asks %d question(s) more than the draft", q-strings.Count(old, "?"))
	}
	if negation().MatchString(fresh) && !negation().MatchString(old) {
		return fmt.Errorf("the answer says no (%q) where the draft did not", strings.TrimSpace(negation().FindString(fresh)))
	}
	return nil
}

// factsOf are the words that a rewritten letter must keep as they are written.
func factsOf(in Input) []string {
	facts := []string{in.App.Role, in.App.Company, templates.Company(in.App.Company), in.FollowUp.To.Name}
	for _, c := range append(slices.Clone(in.App.Contacts), in.FollowUp.PassOn...) {
		n := nameOf(c, in.App.Company, in.App.Language)
		facts = append(facts, c.Name, n.Given, n.Family)
	}
	return slices.DeleteFunc(facts, func(s string) bool { return s == "" })
}

func numbers(s string) []string { return number.FindAllString(s, -1) }

// dateWords are the months and weekdays that a text names.
func dateWords(s string) []string {
	var found []string
	for _, field := range strings.Fields(s) {
		word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) })
		key := strings.ToLower(word)
		_, month := monthNames[key]
		_, day := weekdayNames[key]
		// "may", "mars" and "sept" are words of their own: a capital or no date.
		if day || month && (unicode.IsUpper(firstRune(word)) || len(key) > 4) {
			found = append(found, key)
		}
	}
	return found
}

// missing returns the first of have that want does not hold, or "".
func missing(have, want []string) string {
	for _, s := range have {
		if !slices.Contains(want, s) {
			return s
		}
	}
	return ""
}

// newName returns a name that the old text does not hold: a word with a capital
// inside a sentence. German gives every noun one, so that there only two in a
// row, or one after a title, count.
func newName(in Input, old, fresh string) string {
	known := map[string]bool{}
	for _, text := range append(factsOf(in), old, in.Me.Name) {
		for _, w := range nameParts(text) {
			known[w] = true
		}
	}
	german := LanguageOf(in.App, in.FollowUp.To, in.Language) == "de"
	start, before := true, false
	for _, field := range strings.Fields(fresh) {
		parts := nameParts(possessive.ReplaceAllString(field, ""))
		suspect := false
		for _, w := range parts {
			capital := unicode.IsUpper(firstRune(w)) && w != "I" && !known[w] && !strings.HasPrefix(w, "I'") && !strings.HasPrefix(w, "I’")
			suspect = suspect || capital
		}
		title := len(parts) > 0 && titles[strings.ToLower(parts[0])] != ""
		if suspect && !start && (!german || before) || suspect && title {
			return field
		}
		before = suspect && !start || title
		start = strings.ContainsAny(field[len(field)-1:], ".!?:")
	}
	return ""
}
