package drafter

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"afterword/internal/letter"
	"afterword/rules"
	"afterword/templates"

	"github.com/golangci/misspell"
)

// placeholder matches what is left where a value was missing, or was to be
// filled in by hand.
var placeholder = lazy(`\{\{[^}]*\}?\}?|\}\}|\{[A-Za-z_. ]*\}|\[[^\]\d]{0,40}\]|<[A-Za-z][A-Za-z _]{0,30}>|<no value>|<nil>|%!?[sdvq](?:\([^)]*\))?|\(\s*\)|[“"«„]\s*[”"»“]|\b(?:TODO|FIXME|TBD|XXX+|N/A|NaN|undefined|lorem ipsum)\b|_{3,}|\b0001\b|\.{4,}|…{2,}`)

// orphan matches punctuation that a missing word has left behind.
var orphan = regexp.MustCompile(`\pL* +[,.](?:\s|$)|,\s*[,.]|\(\s*,|(?:^|\n)\s*[,.;:]\pL*|[^.]\.\.(?:\s|$)`)

// bareGreeting matches a greeting that greets nobody.
var bareGreeting = regexp.MustCompile(`(?i)^(?:dear|sehr geehrte[rs]?|liebe[rs]?|estimad[oa]s?|querid[oa]|geachte|beste|cher|chère)(?: (?:dr|mr|ms|mrs|herr|frau|mme|sr|sra)\.?)?\s*[,:!]?$`)

// gaps finds placeholders and what a missing value leaves.
func (p *proof) gaps() {
	for _, w := range placeholder().FindAllString(p.own.Subject+" "+p.own.Whole, -1) {
		p.add(RuleGap, w, "fill it in or take it out")
	}
	for _, text := range []string{p.own.Subject, p.own.Salutation, p.own.Text} {
		for _, w := range orphan.FindAllString(text, -1) {
			p.add(RuleGap, w, "a word seems to be missing here")
		}
	}
	if bareGreeting.MatchString(strings.TrimSpace(p.own.Salutation)) {
		p.add(RuleGap, p.l.Salutation, "name the person")
	}
	if strings.TrimSpace(p.l.Text) == "" {
		p.add(RuleGap, "", "the letter has no text")
	}
}

// mayDouble are words that grammar puts twice.
var mayDouble = map[string]bool{"that": true, "had": true, "sie": true, "nous": true, "vous": true, "er": true, "wie": true}

// mayDoubleIn are those of one language: "dat je je plek vindt".
var mayDoubleIn = map[string]map[string]bool{"nl": {"je": true, "ze": true, "u": true}}

// relative are pronouns that may stand before an article spelled alike: after a
// comma, or after one and a preposition ("das Team, für das das Budget reicht").
var relative = map[string]bool{"die": true, "der": true, "das": true, "den": true, "dat": true}

func afterComma(words []string, i int) bool {
	return strings.HasSuffix(strings.Join(words[max(0, i-1):i], ""), ",") || i > 1 && strings.HasSuffix(words[i-2], ",")
}

// doubled finds words and spaces that come twice.
func (p *proof) doubled() {
	for _, text := range []string{p.own.Subject, p.own.Salutation, p.own.Text} {
		words := strings.Fields(text)
		for i := 1; i < len(words); i++ {
			if strings.EqualFold(words[i-1], words[i]) && hasLetter(words[i]) && !mayDouble[strings.ToLower(words[i])] && !mayDoubleIn[p.c.Language][strings.ToLower(words[i])] && !(relative[strings.ToLower(words[i])] && afterComma(words, i-1)) {
				p.add(RuleDoubled, words[i-1]+" "+words[i], "say it once")
			}
		}
	}
	subject := p.l.Subject
	if p.own.Subject == "" {
		subject = ""
	}
	for line := range strings.Lines(subject + "\n" + p.l.Whole) {
		line = strings.TrimSpace(line)
		if i := strings.Index(line, "  "); i >= 0 {
			p.add(RuleDoubled, around(line, i), "two spaces: take one out")
		}
	}
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// around returns the words on both sides of a place in a line.
func around(line string, at int) string {
	before, after := strings.Fields(line[:at]), strings.Fields(line[at:])
	return strings.Join(append(before[max(0, len(before)-2):], after[:min(2, len(after))]...), " ")
}

// most and least words of a body, by kind. Career advice agrees on two or three
// short paragraphs, and on under 75 words after a rejection.
var bounds = map[rules.Kind][2]int{
	rules.ThankYou:       {20, 170},
	rules.NoShow:         {10, 90},
	rules.CheckIn:        {6, 110},
	rules.OfferReply:     {15, 120},
	rules.RejectionReply: {10, 75},
	rules.Acceptance:     {10, 90},
	rules.Declining:      {10, 90},
	rules.MoreTime:       {10, 90},
	rules.Withdrawal:     {10, 90},
}

// lengths checks the number of words.
func (p *proof) lengths() {
	n, bound := p.words(), bounds[p.kind()]
	most := n
	if p.written != nil {
		most = templates.CountWords(p.own.Text) // a long role makes no long letter
	}
	switch {
	case n == 0:
	case bound[1] > 0 && most > bound[1]:
		p.add(RuleLength, firstWords(p.l.Text), "%d words: keep it under %d", n, bound[1])
	case bound[0] > 0 && n < bound[0]:
		p.add(RuleLength, firstWords(p.l.Text), "%d words: say a little more", n)
	}
	if p.c.Previous > 0 && n >= p.c.Previous {
		p.add(RuleShorter, firstWords(p.l.Text), "%d words: the message before had %d, and each should be shorter", n, p.c.Previous)
	}
}

func firstWords(s string) string {
	words := strings.Fields(s)
	if len(words) > 5 {
		return strings.Join(words[:5], " ") + " …"
	}
	return strings.Join(words, " ")
}

// repeated finds sentences that the company has read before. Short ones ("Thank
// you again.") are nobody's property.
func (p *proof) repeated() {
	if p.c.Used == nil {
		return
	}
	for _, s := range templates.Sentences(p.l.Text) {
		if templates.CountWords(s) > 3 && p.c.Used(s) {
			p.add(RuleRepeated, s, "they have read this sentence before: say it in other words")
		}
	}
}

// speller knows the common misspellings of English.
var speller = sync.OnceValue(func() *misspell.Replacer {
	r := misspell.New()
	r.Compile()
	return r
})

// misspellings finds common misspellings, in English letters.
func (p *proof) misspellings() {
	if p.c.Language != "en" {
		return
	}
	_, found := speller().Replace(p.own.Subject + "\n" + p.own.Text)
	for _, d := range found {
		p.add(RuleMisspelled, d.Original, "write %q", d.Corrected)
	}
}

// small are words that tell our languages apart.
var small = map[string]string{
	"en": "the and to you for of i with that is was it this on your my we are in be",
	"de": "der die das und ich sie mit für ist nicht ein eine zu auf den dem bei von mir wir ihnen",
	"fr": "le la les et je vous pour de des que avec est pas un une dans votre nous sur au",
	"es": "el la los y que de con para por una un su me en se muy del las como mi",
	"nl": "de het en ik u met voor is niet een van dat op bij aan te mijn ons zijn uw",
}

// languageOf guesses the language of a text by its small words; "" if it has too few.
func languageOf(text string) string {
	best, most := "", 2
	for _, language := range languages {
		list, n := strings.Fields(small[language]), 0
		for _, w := range letter.WordsOf(text) {
			if slices.Contains(list, w) {
				n++
			}
		}
		if n > most {
			best, most = language, n
		}
	}
	return best
}

// subject checks the subject's form.
func (p *proof) subject() {
	s := p.l.Subject
	if p.written != nil && p.l.Reply {
		return // made of that of the message that it answers
	}
	if s == "" {
		p.add(RuleSubject, "", "the subject is empty")
		return
	}
	marks := len(replyMark.FindString(s))
	switch {
	case p.l.Reply && p.c.Ours && !strings.HasPrefix(s, "Re: "):
		p.add(RuleSubject, s, `a reply's subject begins with "Re: "`)
	case !p.l.Reply && marks > 0:
		p.add(RuleSubject, s[:marks], "it answers no message: leave the mark of a reply out")
	}
	if strings.Count(strings.ToLower(s[:marks]), ":") > 1 {
		p.add(RuleSubject, s[:marks], `one "Re:" is enough`)
	}
	if p.l.Reply {
		return // the rest is the other side's wording
	}
	masked := p.own.Subject
	// Ours are long only where the role is.
	if n := len([]rune(masked)); n > 120 && !p.c.Ours {
		p.add(RuleSubject, firstWords(s), "%d characters: a list of messages shows about 60", n)
	}
	if strings.Contains(masked, " - ") && p.c.Ours {
		p.add(RuleSubject, around(masked, strings.Index(masked, " - ")), "set the date off by an en dash (–)")
	}
	if strings.ContainsAny(masked, "!?") || hasLetter(masked) && len([]rune(masked)) > 8 && strings.ToUpper(masked) == masked {
		p.add(RuleSubject, s, "no capitals throughout, no exclamation or question mark")
	}
	if strings.HasSuffix(masked, ":") || strings.HasSuffix(masked, "–") {
		p.add(RuleSubject, s, "it ends in the middle")
	}
}
