package drafter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/mailwatch/recognize/newtext"
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
	RuleCompany    = "company"    // another company than the application's
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
	Others    []string          // companies of the user's other applications
	Language  string            // as templates name it; "" for what the text itself tells
	Zone      *time.Location    // in which dates are meant; nil for UTC
	Previous  int               // words that were really sent as the check-in before
	Used      func(string) bool // sentences that the company has read, as templates.Sentences gives them
	RespondBy rules.Date        // the date that an offer-reply names; zero for the follow-up's own
	Ours      bool              // the program wrote it: what is a matter of taste to a user is an error here
}

// A Manuscript is a message as the proofreader sees it.
type Manuscript struct {
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
	m := mail.Read(raw)
	parts := letter.Read(m)
	return Proofread(Manuscript{
		To: m.Recipients(), Subject: m.Subject, Reply: len(m.Answers()) > 0,
		Salutation: parts.Salutation, Text: parts.Text(), SignOff: parts.SignOff, Whole: newtext.Signed(m),
	}, c)
}

// Proofread reads a letter against all rules. No finding means that it may go
// out. The order is that of the rules; the same words are found once by a rule.
func Proofread(l Manuscript, c Context) []Finding {
	l.Subject = strings.TrimSpace(l.Subject)
	c.FollowUp = guess(l, c)
	if c.Language == "" {
		c.Language = languageOf(l.Text)
	}
	free := maskOf(c)
	p := proof{l: l, c: c, own: Manuscript{
		To: l.To, Subject: free.Replace(l.Subject), Reply: l.Reply, Salutation: free.Replace(l.Salutation),
		Text: free.Replace(l.Text), SignOff: free.Replace(l.SignOff),
		// On one line, since a name may be wrapped; the signature is read too.
		Whole: free.Replace(strings.Join(strings.Fields(l.Whole), " ")),
	}}
	if l.Reply {
		p.own.Subject = "" // the other side's wording
	}
	return p.read((*proof).person, (*proof).names, (*proof).elsewhere, (*proof).repeated, (*proof).soft, (*proof).spelled, (*proof).confused)
}

// proofreadOwn reads a letter that was written from the texts: what may be wrong with
// it is in the words of the texts, and no value that somebody else wrote counts. Names
// stand in it as they are spelled, and no sentence that was used.
func proofreadOwn(w templates.Letter, reply bool, c Context) []Finding {
	whole := Manuscript{Subject: w.Subject, Reply: reply, Salutation: w.Salutation, Text: w.Body(), SignOff: w.SignOff}
	own := Manuscript{Subject: w.Own.Subject, Reply: reply, Salutation: w.Own.Salutation, Text: w.Own.Body(), SignOff: w.Own.SignOff}
	own.Whole = strings.Join([]string{own.Salutation, own.Text, own.SignOff}, "\n\n")
	whole.Whole = own.Whole
	p := proof{l: whole, own: own, c: c, written: &w}
	return p.read()
}

// read runs the checks that every letter has to pass, and more.
func (p *proof) read(more ...func(*proof)) []Finding {
	checks := []func(*proof){
		(*proof).gaps, (*proof).doubled, (*proof).role, (*proof).dates, (*proof).phrases, (*proof).thanks, (*proof).lengths,
		(*proof).misspellings, (*proof).subject,
	}
	for _, check := range append(checks, more...) {
		check(p)
	}
	slices.SortStableFunc(p.findings, func(a, b Finding) int { return slices.Index(ruleOrder, a.Rule) - slices.Index(ruleOrder, b.Rule) })
	return p.findings
}

// ruleOrder is the order in which findings are told.
var ruleOrder = []string{RuleGap, RuleDoubled, RulePerson, RuleCompany, RuleName, RuleRole, RuleDate, RuleAsks, RuleTone, RuleIrritates, RuleCommits,
	RuleThanks, RuleLength, RuleShorter, RuleRepeated, RuleMisspelled, RuleSubject}

var (
	thanking = regexp.MustCompile(`(?i)^(?:thank|many thanks|(?:vielen |herzlichen )?dank|merci|remerciement|(?:muchas )?gracias|agradecimiento|bedankt|(?:hartelijk )?dank)`)
	asking   = regexp.MustCompile(`(?i)^(?:re: ?)?(?:follow-up|check-in|nachfrage|rückfrage|suivi|relance|seguimiento|opvolging|navraag)`)
)

// guess returns the follow-up that a letter is where nobody said it: whom it is
// to tells the person, the subject the kind.
func guess(l Manuscript, c Context) *rules.FollowUp {
	if c.FollowUp != nil {
		return c.FollowUp
	}
	f := &rules.FollowUp{}
	switch {
	case thanking.MatchString(l.Subject):
		f.Kind = rules.ThankYou
	case asking.MatchString(l.Subject):
		f.Kind = rules.CheckIn
	}
	if c.App != nil {
		for _, address := range l.To {
			if contact, ok := c.App.ContactAt(address); ok {
				f.To = contact
				break
			}
		}
	}
	return f
}

// proof is one reading of a letter.
type proof struct {
	l        Manuscript
	own      Manuscript // what of it is neither a name nor a note nor the other side's
	c        Context
	written  *templates.Letter // from the texts, as it is; nil for a letter of anybody's
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
func (p *proof) kind() rules.Kind { return p.c.FollowUp.Kind }

func (p *proof) words() int { return templates.CountWords(p.l.Text) }

// A mask blanks out the proper words of an application: a role, a company or a
// topic may be called what no letter should say ("Status Pages").
type mask []string

func maskOf(c Context) mask {
	var m mask
	if c.App != nil {
		m = append(roleForms(c.App.Role), c.App.Company, templates.Company(c.App.Company))
		for _, contact := range c.App.Contacts {
			m = append(m, contact.Name)
			if strings.Contains(contact.Honorific, " ") {
				m = append(m, contact.Honorific) // "Prof. Dr. Dr."
			}
		}
		for _, v := range c.App.Interviews {
			for _, note := range slices.Concat(v.Topics, v.Challenges) {
				// A note may begin a sentence.
				m = append(m, note, lowerFirst(note), upperFirst(note), strings.ToLower(note))
			}
		}
	}
	m = append(m, c.Me.Name)
	// The longest first: a name may hold another.
	slices.SortFunc(m, func(a, b string) int { return len(b) - len(a) })
	return slices.DeleteFunc(m, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// Replace blanks the words out, where they stand as whole words.
func (m mask) Replace(text string) string {
	for _, words := range m {
		var b strings.Builder
		for {
			i := strings.Index(text, words)
			if i < 0 {
				break
			}
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[i+len(words):])
			b.WriteString(text[:i])
			if unicode.IsLetter(before) || unicode.IsLetter(after) {
				b.WriteString(words)
			} else {
				b.WriteString("▢")
			}
			text = text[i+len(words):]
		}
		text = b.String() + text
	}
	return text
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
