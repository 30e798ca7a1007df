package drafter

import (
	"fmt"
	"strings"
	"time"

	"afterword/rules"
	"afterword/templates"
)

// A Finding is one thing that a letter should not go out with.
type Finding struct {
	Rule       string `json:"rule"`
	Words      string `json:"words"`      // as they stand in the letter
	Suggestion string `json:"suggestion"` // what to do
}

func (f Finding) String() string {
	return fmt.Sprintf("%s: %q: %s", f.Rule, f.Words, f.Suggestion)
}

// The rules of the proofreader.
const (
	RuleGap        = "gap"        // a placeholder, an empty bracket, a TODO
	RuleDoubled    = "doubled"    // a word or a space twice
	RulePerson     = "person"     // not to the one whom it greets, or somebody else's name
	RuleName       = "name"       // a name, an honorific or the company misspelled
	RuleRole       = "role"       // the role is missing or another
	RuleDate       = "date"       // a date that is not one of the application's
	RuleAsks       = "asks"       // a thank-you that asks for something
	RuleTone       = "tone"       // pressing, complaining, apologising
	RuleIrritates  = "irritates"  // a phrase that readers are tired of
	RuleCommits    = "commits"    // accepts, declines, negotiates or argues in the user's name
	RuleThanks     = "thanks"     // the thanks are missing
	RuleShorter    = "shorter"    // a check-in that is not shorter than the one before
	RuleRepeated   = "repeated"   // a sentence that the company has read before
	RuleMisspelled = "misspelled" // a common misspelling
	RuleSubject    = "subject"    // the subject's form
	RuleLength     = "length"     // too long or too short for its kind
)

// Context is what is known of a letter besides its text. All of it is optional:
// what is not known is not checked.
type Context struct {
	App       *rules.Application
	FollowUp  *rules.FollowUp
	Me        Identity
	Language  string            // as templates name it; "" looks for the phrases of all
	Zone      *time.Location    // in which dates are meant; nil for UTC
	Previous  int               // words that were really sent as the check-in before
	Used      func(string) bool // sentences that the company has read, as templates.Sentences gives them
	RespondBy rules.Date        // the date that an offer-reply names; zero for the follow-up's own
	Ours      bool              // the program wrote it: what is a matter of taste to a user is an error here
}

// Letter is a message as the proofreader sees it.
type Letter struct {
	To         []string // addresses
	Subject    string
	Reply      bool   // it answers another message (In-Reply-To)
	Salutation string // a line
	Text       string // the body: paragraphs parted by an empty line, one line each
	SignOff    string
	Whole      string // everything as it is written, quotes not among it
}

// ProofreadMessage proofreads a message, whoever wrote it.
func ProofreadMessage(raw []byte, c Context) []Finding {
	h, written := read(raw)
	parts := part(written)
	l := Letter{
		Subject: h.subject, Reply: len(h.references) > 0, Salutation: parts.salutation, Text: parts.text(),
		SignOff: parts.signOff, Whole: unquote(written),
	}
	for _, a := range append(h.to, h.cc...) {
		l.To = append(l.To, a.Address)
	}
	return Proofread(l, c)
}

// Proofread reads a letter against all rules. No finding means that it may go
// out. The order is that of the rules; the same words are found once by a rule.
func Proofread(l Letter, c Context) []Finding {
	l.Subject = strings.TrimSpace(l.Subject)
	p := proof{l: l, c: c, free: maskOf(c)}
	checks := []func(*proof){
		(*proof).gaps, (*proof).doubled, (*proof).person, (*proof).names, (*proof).role, (*proof).dates,
		(*proof).phrases, (*proof).thanks, (*proof).lengths, (*proof).repeated, (*proof).misspellings, (*proof).subject,
	}
	for _, check := range checks {
		check(&p)
	}
	return p.findings
}

// proof is one reading of a letter.
type proof struct {
	l        Letter
	c        Context
	free     *strings.Replacer // takes out what the user or the company named so
	findings []Finding
}

// add notes a finding, once.
func (p *proof) add(rule, words, suggestion string, args ...any) {
	words = strings.Join(strings.Fields(words), " ")
	for _, f := range p.findings {
		if f.Rule == rule && f.Words == words {
			return
		}
	}
	p.findings = append(p.findings, Finding{rule, words, fmt.Sprintf(suggestion, args...)})
}

// kind returns the kind of follow-up, or "" where it is not known.
func (p *proof) kind() rules.Kind {
	if p.c.FollowUp == nil {
		return ""
	}
	return p.c.FollowUp.Kind
}

func (p *proof) words() int { return templates.CountWords(p.l.Text) }

// maskOf returns what blanks out the proper words of an application: a role, a
// company or a topic may be called what no letter should say ("Status Pages").
func maskOf(c Context) *strings.Replacer {
	var pairs []string
	mask := func(values ...string) {
		for _, v := range values {
			if v = strings.TrimSpace(v); v != "" {
				for _, form := range []string{v, lowerFirst(v), upperFirst(v), strings.ToLower(v)} {
					pairs = append(pairs, form, "▢")
				}
			}
		}
	}
	if c.App != nil {
		mask(c.App.Role, c.App.Company)
		for _, v := range c.App.Interviews {
			mask(v.Topics...)
			mask(v.Challenges...)
		}
		for _, contact := range c.App.Contacts {
			mask(contact.Name)
		}
	}
	mask(c.Me.Name)
	return strings.NewReplacer(pairs...)
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
