package drafter

import (
	"fmt"
	"regexp"
	"strings"

	"afterword/rules"
	"afterword/templates"
)

// kinds of letters by the name of their text; the check-ins and the rest are named alike.
var kindOfText = map[string]rules.Kind{"pass-on": rules.ThankYou, "missed": rules.NoShow, "check-in-1": rules.CheckIn, "check-in-2": rules.CheckIn, "check-in-3": rules.CheckIn}

var slotInText = regexp.MustCompile(`\{[^{}]*\}`)

// ProofreadTexts reads the texts that the user has written himself, wording by wording, with
// a blank for each value.
func ProofreadTexts(set *templates.Set) (problems []templates.Problem) {
	for _, info := range set.List() {
		if !info.Own || strings.HasPrefix(info.Name[strings.IndexByte(info.Name, '/')+1:], "note-") {
			continue
		}
		if source, err := set.Source(info.Name); err == nil {
			problems = append(problems, proofreadText(info, string(source))...)
		}
	}
	return problems
}

func proofreadText(info templates.Info, source string) (problems []templates.Problem) {
	_, letter, _ := strings.Cut(info.Name, "/")
	kind, ok := kindOfText[letter]
	if !ok {
		kind = rules.Kind(letter)
	}
	wished := false // a sentence that stands only where he asked for it presses nobody unasked
	for i, line := range strings.Split(source, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			wished = strings.HasPrefix(line, "[elsewhere")
		}
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "[") || strings.HasPrefix(line, "paragraph:") {
			continue
		}
		line = slotInText.ReplaceAllString(strings.TrimPrefix(line, "subject:"), templates.Blank)
		for _, f := range proofreadWords(info.Language, kind, line) {
			if wished && f.Rule == RuleTone {
				continue
			}
			problems = append(problems, templates.Problem{File: info.Path, Line: i + 1, What: f.String()})
		}
	}
	return problems
}

// Misspelled says what is misspelled in a sentence of the user's own, in words; "" for
// nothing.
func Misspelled(language, sentence string) (all []string) {
	for _, f := range proofreadWords(language, "", sentence) {
		if f.Rule == RuleMisspelled {
			all = append(all, fmt.Sprintf("%q: %s", f.Words, f.Suggestion))
		}
	}
	return all
}

func proofreadWords(language string, kind rules.Kind, text string) []Finding {
	l := Manuscript{Text: text, Whole: text}
	p := proof{l: l, own: l, c: Context{Language: language, FollowUp: &rules.FollowUp{Kind: kind}}}
	for _, check := range []func(*proof){(*proof).phrases, (*proof).soft, (*proof).misspellings, (*proof).spelled, (*proof).confused} {
		check(&p)
	}
	return p.findings
}
