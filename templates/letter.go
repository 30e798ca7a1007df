package templates

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// ErrNoWording is returned by Write where every combination of wordings is too
// long or has a sentence that was used before.
var ErrNoWording = errors.New("no wording is left that was not used before and is short enough")

// A Person is one to whom a letter goes, or whom it names. Everything is spelled
// as the person spells it, and empty where it is not known.
type Person struct {
	Name      string // in full, without honorific
	Honorific string // "Dr.", "Frau Prof.", …
	First     string // "" where it is not surely known which it is
	Last      string // the same
	// Called is how he is called where his title wants more or less than the family
	// name: "Sir Alan", "Lord Hart".
	Called   string
	Together []string // several people who share the address
}

// Data is all that a letter may be about. The zero value of each field means
// "not known" and is left out by the grammar.
type Data struct {
	// Kind is "thank-you", "no-show", "check-in", "offer-reply" or
	// "rejection-reply"; a thank-you with PassOn is the note to a recruiter who was not there.
	Kind     string
	Number   int    // of a check-in: 1 to 3
	Language string // BCP 47; the region is ignored
	Tone     string // "warm", "plain" or "formal"; "" is plain

	Role, Company string
	// RoleSaid and CompanySaid are how a sentence says them ("data analyst", "bei der
	// Deutschen Bahn"), as the user told; "" leaves it to RoleSaid and AtCompany, and
	// where those are not sure the sentence does without.
	RoleSaid, CompanySaid string
	Me                    string // the user's name, under the letter
	To                    Person
	// Familiar calls the recipient "je" or "tú", where the language has texts for
	// it (Dutch and Spanish) and neither tone nor honorific forbids it.
	Familiar bool
	// ByFullName greets by full name rather than by first name where no
	// honorific is known.
	ByFullName bool

	Met   time.Time // the interview, in its own zone
	Today time.Time // in the same zone
	Round int       // which interview of the application it is, from 1
	Late  bool      // a rejection after a late round: there is feedback to thank for
	// SamePeople is true where the recipient was thanked for an earlier round.
	SamePeople bool
	Panel      bool // others interviewed together with the recipient

	// Topics and Challenges are the user's raw notes for this recipient. At most
	// two are used, the first that fit a sentence.
	Topics, Challenges []string
	// Told are topics as they end a sentence, Because and OwnWork a reason and what of
	// his work fits: the user has seen them as they will stand (Ended).
	Told             []string
	Because, OwnWork string
	// Ask is a question to the one who offers, Promise what the user said he would send, as
	// Ended gives them.
	Ask, Promise string

	// DayFirst writes "4 December" rather than "December 4", where that is English.
	DayFirst bool
	// MetPeople are those whom the user met, of a check-in to one who was not there.
	MetPeople []Person
	// Feedback is true where the rejection gave some.
	Feedback bool
	// FeedbackOn is what the feedback was about ("the lack of experience with nights"), "" where
	// that is not surely known.
	FeedbackOn string
	// Said are the sentences of the application's letters so far, in the form of
	// Sentences: none of a frame with one of them is used.
	Said []string

	// Dropped are sentences that the user took out of letters, once for each, and Kept
	// those that he left: a wording that he always takes out is not offered again.
	Dropped, Kept []string

	Decision time.Time // the date by which the company said it would decide
	Before   string    // what a check-in follows: "promised", "assumed", "silence", "holding", "moved"
	// PassOn are interviewers without an address, to whom thanks are to be passed on;
	// of a no-show that goes to somebody else (the recruiter), those who did not come.
	PassOn []Person
	// TookPart is true where the recipient was at the interview: a thank-you to him thanks
	// those in PassOn as well, and asks for no errand.
	TookPart bool

	// RespondBy is the date by which the user answers an offer; of a check-in one that he
	// has elsewhere, and wants to be told.
	RespondBy      time.Time
	RespondByGiven bool // the offer itself names it
}

// mostAfterRejection is how many words the answer to a rejection has, the role and the
// company not among them: it is brief.
const mostAfterRejection = 66

// roomySecond is how many words leave room for a second check-in of more than the fewest.
const roomySecond = 14

// A Letter is a follow-up in words, without header fields and signature.
type Letter struct {
	Subject    string
	Salutation string
	Paragraphs []string
	SignOff    string   // the closing, and the user's name on a line of its own
	Sentences  []string // of the paragraphs; see Sentences
	Words      int      // of the paragraphs; see CountWords
	LeftOut    []string // notes that fit no sentence, as the user wrote them
	Own        Own
}

// Own is a letter in the words of the texts alone: what the other side, the facts or
// the user's notes bring in stands as Blank or BlankRole. Whoever judges the words of
// a letter judges these.
type Own struct {
	Subject    string
	Salutation string
	Paragraphs []string
	SignOff    string
}

// Body joins the paragraphs with an empty line between them.
func (o Own) Body() string { return strings.Join(o.Paragraphs, "\n\n") }

// Body joins the paragraphs with an empty line between them.
func (l Letter) Body() string { return strings.Join(l.Paragraphs, "\n\n") }

// Fits reports whether a raw note becomes a phrase in the language (BCP 47), so that
// a letter can take it up.
func Fits(language, note string) bool {
	lang := languages[languageCode(language)]
	if lang == nil {
		return false
	}
	c := &matter{lang: lang}
	return len(c.phrases([]string{note})) > 0
}

// Write writes a letter. used says whether a sentence, in the form of
// Sentences, was used before; nil for none was. maxWords bounds the words of
// the paragraphs; 0 for no bound. The same input gives the same letter, another
// seed another choice of wordings. The error is ErrNoWording where no
// combination of wordings will do, and that of ctx where it ended.
func (s *Set) Write(ctx context.Context, d Data, used func(sentence string) bool, maxWords int, seed uint64) (Letter, error) {
	if used == nil {
		used = func(string) bool { return false }
	}
	if maxWords == 0 && d.Kind == "rejection-reply" {
		maxWords = mostAfterRejection + CountWords(d.Role+" "+d.Company)
	}
	name := d.file()
	lang, greeting, f, err := s.find(d.Language, name)
	if err != nil {
		return Letter{}, err
	}
	c := newMatter(d, lang)
	var l Letter
	l.LeftOut = c.leftOut
	subject, salutation, closing := c.first(f.subjects), c.pick(greeting, "salutation"), c.pick(greeting, "sign-off")
	if l.Subject, l.Own.Subject = subject.text, c.own(subject); l.Subject == "" {
		return Letter{}, fmt.Errorf("%s has no subject that fits", f.name)
	}
	if l.Salutation, l.Own.Salutation = salutation.text, c.own(salutation); l.Salutation == "" {
		return Letter{}, fmt.Errorf("%s has no salutation that fits", greeting.name)
	}
	c.inSentences(d)
	l.SignOff, l.Own.SignOff = closing.text, c.own(closing)
	if me := c.values["me"]; me != "" {
		l.SignOff += "\n" + me
		l.Own.SignOff += "\n" + Blank
	}
	l.SignOff = strings.TrimPrefix(l.SignOff, "\n")

	chosen := choose(ctx, offered(c.slots(f), d.Dropped, d.Kept), used, d.Said, maxWords, newRandom(seed))
	// Plain words are never out of place, a repeated sentence is; and one that differs
	// from another in a day or a topic is better than no letter.
	// A second check-in of four words leaves none for the third: where there is room for
	// more, what another company has read is better.
	held := chosen == nil && d.Kind == "check-in" && d.Number == 2 && (maxWords == 0 || maxWords > roomySecond) &&
		choose(ctx, offered(c.slots(f), d.Dropped, d.Kept), func(x string) bool { return slices.Contains(d.Said, x) }, nil, maxWords, newRandom(seed)) != nil
	for _, last := range []string{"spare", "plain", ""} {
		if last == "spare" && held {
			continue
		}
		if chosen == nil && ctx.Err() == nil {
			if c.tags[last] = true; last == "" {
				d.Said = nil
			}
			chosen = choose(ctx, offered(c.slots(f), d.Dropped, d.Kept), used, d.Said, maxWords, newRandom(seed))
		}
	}
	if err := ctx.Err(); err != nil {
		return Letter{}, fmt.Errorf("%s: %w", f.name, err)
	}
	if len(chosen) == 0 {
		return Letter{}, fmt.Errorf("%s: %w", f.name, ErrNoWording)
	}
	for i := range f.plan {
		var texts, own []string
		for _, r := range chosen {
			if r.paragraph == i {
				texts, own = append(texts, r.text), append(own, c.own(r))
			}
		}
		if len(texts) > 0 {
			l.Paragraphs, l.Own.Paragraphs = append(l.Paragraphs, strings.Join(texts, " ")), append(l.Own.Paragraphs, strings.Join(own, " "))
		}
	}
	l.Paragraphs[0], l.Own.Paragraphs[0] = lang.start(l.Paragraphs[0]), lang.start(l.Own.Paragraphs[0])
	l.Sentences = Sentences(l.Body())
	l.Words = CountWords(l.Body())
	return l, nil
}

// file returns the name of the file that holds the texts.
func (d Data) file() string {
	switch {
	case d.Kind == "thank-you" && len(d.PassOn) > 0 && !d.TookPart:
		return "pass-on"
	case d.Kind == "no-show" && len(d.PassOn) > 0:
		return "missed"
	case d.Kind == "check-in":
		return fmt.Sprintf("check-in-%d", min(max(d.Number, 1), 3))
	}
	return d.Kind
}
