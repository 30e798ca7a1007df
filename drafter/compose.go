package drafter

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"afterword/rules"
	"afterword/templates"
)

// An Identity is the user, as a letter shows him.
type Identity struct {
	Name      string
	Address   string // the account's own; the alias that the company wrote to goes before it
	Signature string // what follows "-- "; may be empty
}

// A Thread is the message that a draft answers.
type Thread struct {
	MessageID  string   // without angle brackets
	References []string // of that message, oldest first
	Subject    string
}

// Input is all that Compose needs.
type Input struct {
	App      rules.Application
	FollowUp rules.FollowUp
	Texts    *templates.Set
	Me       Identity
	// Language is the account's (BCP 47): used where neither the conversation
	// nor the contact has one.
	Language string
	Tone     string // "warm", "plain" or "formal"
	// ByFullName greets people without an honorific by their full name.
	ByFullName bool
	HTML       bool // adds a twin in HTML
	// Voices is how the user writes, by language; nil where nothing was learnt.
	Voices map[string]Voice
	// Dropped are sentences of ours that he took out of drafts before he sent them, once
	// for each letter, and Kept those that he left.
	Dropped, Kept []string
	// Used reports whether a sentence (as templates.Sentences gives them) was
	// used before to the same company. What the application's own facts say is
	// known without it; it may be nil.
	Used func(sentence string) bool
	// MaxWords bounds the body; 0 for the kind's own bound. A check-in is kept
	// shorter than what was really sent before it in any case.
	MaxWords int
	// Thread is what the draft answers; nil for what FollowUp.Answers names, and
	// where that is empty too, the draft opens a conversation of its own.
	Thread   *Thread
	Calendar *rules.Calendar
	Now      time.Time
	// MessageID is chosen by the caller, with NewMessageID, and stored by Place
	// before the server sees it.
	MessageID string
	// Seed chooses among the wordings; the same input gives the same draft.
	Seed uint64
}

// A Draft is a follow-up as it would stand in Drafts.
type Draft struct {
	FollowUp  string // its key
	MessageID string
	To        rules.Contact
	Subject   string
	Body      string // salutation to sign-off and signature, as plain text
	Raw       []byte // RFC 5322, CRLF line ends
	Sentences []string
	Words     int      // of the body alone
	LeftOut   []string // notes of the user that fitted no sentence
}

// ErrNoWording is returned where no wording passed the proofreader.
var ErrNoWording = errors.New("no wording passes the proofreader")

// ErrUnread is returned where nobody reads what is sent to the address.
var ErrUnread = errors.New("the address says of itself that nobody reads what is sent to it")

// wordings is how many ways of saying it are tried before the user is told.
const wordings = 20

// Compose writes the follow-up and proofreads it: our own words, since what the
// company, its people and the user's notes bring in costs nobody a letter. A draft with
// findings is never returned: other wordings are tried, and if none passes, the
// findings of the last are returned with ErrNoWording. It ends with ctx.
func Compose(ctx context.Context, in Input) (Draft, []Finding, error) {
	f := in.FollowUp
	switch {
	case f.To.Address == "":
		return Draft{}, nil, fmt.Errorf("compose %q: %s has no address", f.Key, cmp.Or(templates.Name(f.To.Name), "the contact"))
	case rules.NoReply(f.To.Address):
		// The rules plan none; this is the last gate.
		return Draft{}, nil, fmt.Errorf("compose %q to %q: %w", f.Key, f.To.Address, ErrUnread)
	}
	if in.Thread == nil && f.Answers != "" {
		in.Thread = ThreadOf(in.App, f.Answers)
		if in.Thread == nil {
			return Draft{}, nil, fmt.Errorf("compose %q: the message <%s> that it answers is not known", f.Key, f.Answers)
		}
	}
	data, most := dataOf(in), maxWordsOf(in)
	proof := proofOf(in, data)
	data.Said, data.Dropped, data.Kept = saidIn(in.App), in.Dropped, in.Kept
	leftOut := in.deal(&data)
	draft, findings, err := in.tryWordings(ctx, data, leftOut, most, proof)
	if err != nil && ctx.Err() == nil && len(data.Topics)+len(data.Challenges)+len(data.Told) > 0 {
		// A note may be what no letter should say ("status of pay talks"): better
		// a letter without it than none.
		leftOut = slices.Concat(leftOut, data.Told, data.Topics, data.Challenges)
		take(&data, nil)
		draft, findings, err = in.tryWordings(ctx, data, leftOut, most, proof)
	}
	if err != nil {
		return Draft{}, findings, fmt.Errorf("compose %q: %w", f.Key, err)
	}
	return draft, nil, nil
}

// tryWordings writes the letter in one wording after the other until one passes.
func (in Input) tryWordings(ctx context.Context, data templates.Data, leftOut []string, most int, proof Context) (Draft, []Finding, error) {
	var findings []Finding
	var failed error
	for try := range uint64(wordings) {
		// An odd constant walks the seeds far apart (Weyl sequence).
		written, err := in.Texts.Write(ctx, data, proof.Used, most, in.Seed+try*0x9e3779b97f4a7c15)
		switch {
		case ctx.Err() != nil:
			return Draft{}, nil, err
		case errors.Is(err, templates.ErrNoWording):
			// Write looked at all there is.
			return Draft{}, findings, fmt.Errorf("%w: %w", ErrNoWording, err)
		case err != nil:
			failed = err
			continue
		}
		if findings = proofreadOwn(written, in.Thread != nil, proof); len(findings) > 0 {
			continue
		}
		written = in.Voices[data.Language].speak(written, data.Language, in.Tone, in.FollowUp.To.Honorific != "")
		written.LeftOut = slices.Concat(leftOut, written.LeftOut)
		draft, err := in.draft(written)
		return draft, nil, err
	}
	if len(findings) == 0 {
		return Draft{}, nil, fmt.Errorf("%w: %w", ErrNoWording, failed)
	}
	return Draft{}, findings, fmt.Errorf("%w: %s", ErrNoWording, findings[0])
}

// proofOf is what the proofreader is told of a draft of ours.
func proofOf(in Input, data templates.Data) Context {
	c := Context{
		App: &in.App, FollowUp: &in.FollowUp, Me: in.Me, Language: data.Language,
		Previous: in.FollowUp.Words, Used: usedBefore(in), Zone: in.Calendar.Zone(), Ours: true,
	}
	if !data.RespondBy.IsZero() {
		c.RespondBy = rules.DateOf(data.RespondBy)
	}
	return c
}

// maxWordsOf is the bound of the body: the caller's, and for a check-in less than
// what was really sent before it. 0 is no bound.
func maxWordsOf(in Input) int {
	most, previous := in.MaxWords, in.FollowUp.Words
	if previous > 0 && (most == 0 || previous <= most) {
		most = previous - 1
	}
	return most
}

// Sender returns the address that the user writes from: the alias to which the
// company wrote, the account's own otherwise.
func Sender(app rules.Application, me Identity) string { return cmp.Or(app.Alias, me.Address) }

// signOff leaves the name below the closing to a signature that begins with it.
func (in Input) signOff(closing string) string {
	if first, _, _ := strings.Cut(strings.TrimSpace(in.Me.Signature), "\n"); strings.EqualFold(strings.TrimSpace(first), in.Me.Name) {
		return strings.TrimSuffix(closing, "\n"+in.Me.Name)
	}
	return closing
}

// draft puts the message around a letter.
func (in Input) draft(l templates.Letter) (Draft, error) {
	f := in.FollowUp
	m := message{
		from:      netmail.Address{Name: in.Me.Name, Address: Sender(in.App, in.Me)},
		to:        netmail.Address{Name: strings.TrimSpace(templates.Name(f.To.Honorific) + " " + templates.Name(f.To.Name)), Address: f.To.Address},
		subject:   l.Subject,
		date:      in.Now,
		messageID: in.MessageID,
		text:      strings.Join(append(append([]string{l.Salutation}, l.Paragraphs...), in.signOff(l.SignOff)), "\n\n"),
		signature: in.Me.Signature,
		html:      in.HTML,
	}
	if t := in.Thread; t != nil {
		m.subject = cmp.Or(replySubject(t.Subject), l.Subject)
		m.inReplyTo = t.MessageID
		m.references = referencesTo(*t)
	}
	raw, err := m.write()
	if err != nil {
		return Draft{}, err
	}
	body := wrap(m.text)
	if m.signature != "" {
		body += "\n-- \n" + strings.TrimRight(m.signature, "\n") + "\n"
	}
	return Draft{
		FollowUp: f.Key, MessageID: in.MessageID, To: f.To, Subject: m.subject, Body: body, Raw: raw,
		Sentences: templates.Sentences(l.Body()), Words: templates.CountWords(l.Body()), LeftOut: l.LeftOut,
	}, nil
}

// dataOf gathers what a text may mention.
func dataOf(in Input) templates.Data {
	f, zone := in.FollowUp, in.Calendar.Zone()
	language := LanguageOf(in.App, f.To, in.Language)
	d := templates.Data{
		Kind: string(f.Kind), Number: f.Number, Tone: in.Tone, Language: language,
		Role: in.App.Role, Company: in.App.Company, RoleSaid: in.App.RoleSaid, CompanySaid: in.App.CompanySaid, Me: in.Me.Name, To: personOf(f.To, in.App.Company, language), ByFullName: in.ByFullName,
		Today: in.Now.In(zone), Before: string(f.After),
	}
	d.Familiar, d.DayFirst = familiar(in.App, d.Language), dayFirst(in.App.Holidays, zone.String())
	if by := in.App.OfferElsewhere; f.Kind == rules.CheckIn && !by.IsZero() && !by.Before(rules.DateOf(d.Today)) {
		d.RespondBy = by.In(zone)
	}
	for _, c := range f.PassOn {
		d.PassOn = append(d.PassOn, named(c, in.App.Company, language))
	}
	if v, ok := in.App.Interview(f.Interview); ok {
		met := v.Start
		if met.IsZero() {
			met = v.End
		}
		d.Met = met.In(zone)
		d.Round, d.SamePeople = roundOf(in.App, v, f.To.Key())
		d.Late = d.Round > 1
		d.Panel = len(v.Interviewers) > 1
		d.TookPart = slices.Contains(v.Interviewers, f.To.Key())
		if f.Kind == rules.ThankYou && d.TookPart && len(d.PassOn) == 0 {
			// The recruiter passes their thanks on; who sat beside them knows that they were there.
			for _, key := range v.Interviewers {
				if c, ok := in.App.Contact(key); ok && c.Address == "" && c.Name != "" {
					d.PassOn = append(d.PassOn, named(c, in.App.Company, language))
				}
			}
		}
		if !v.Decision.IsZero() {
			d.Decision = v.Decision.In(zone)
		}
		if f.Kind == rules.NoShow && !slices.Contains(v.Interviewers, f.To.Key()) {
			for _, key := range v.Interviewers {
				if c, ok := in.App.Contact(key); ok && c.Name != "" {
					d.PassOn = append(d.PassOn, named(c, in.App.Company, language))
				}
			}
		}
		switch notes := hand(v, f.To.Key(), d.Language); {
		case f.Kind == rules.ThankYou:
			take(&d, notes)
		case f.Kind == rules.CheckIn && f.Number == 1, f.Kind == rules.RejectionReply:
			// One concrete thing, whoever it was spoken of with.
			take(&d, one(whole(notesOf(v, d.Language)), d.Language))
		}
		if f.Kind == rules.CheckIn && !slices.Contains(v.Interviewers, f.To.Key()) {
			for _, key := range v.Interviewers {
				c, _ := in.App.Contact(key)
				d.MetPeople = append(d.MetPeople, named(c, in.App.Company, language))
			}
		}
	}
	d.Ask, d.Promise = asks(in.App, f, d.Language)
	if f.Kind == rules.MoreTime {
		d.RespondBy, d.RespondByGiven = f.RespondBy.In(zone), true
	}
	if f.Kind == rules.RejectionReply {
		d.Feedback, d.FeedbackOn = feedbackIn(in.App, f.Answers)
	}
	if f.Kind == rules.OfferReply {
		by := f.RespondBy
		if d.RespondByGiven = !by.IsZero(); !d.RespondByGiven {
			by = in.Calendar.Add(in.Calendar.Date(in.Now), answerDays)
		}
		d.RespondBy = by.In(zone)
	}
	return d
}

// answerDays is how many business days the user takes to answer an offer that
// names no date.
const answerDays = 3

// roundOf returns which round an interview is, from 1, and whether the contact
// was at an earlier one.
func roundOf(app rules.Application, v rules.Interview, contact string) (round int, again bool) {
	for _, w := range app.Interviews {
		if w.Cancelled || w.NoShow && w.ID != v.ID {
			continue
		}
		round++
		if w.ID == v.ID {
			return round, again
		}
		again = again || slices.Contains(w.Interviewers, contact)
	}
	return max(round, 1), again
}

// LanguageOf returns the language of a letter, as templates name it: that of the
// conversation, else the contact's, else the account's, else English. One that has no
// texts is passed over.
func LanguageOf(app rules.Application, to rules.Contact, account string) string {
	for _, tag := range []string{app.Language, to.Language, account} {
		base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
		if slices.Contains(templates.Languages(), base) {
			return base
		}
	}
	return "en"
}

// usedBefore reports what was said already: by the facts of the application,
// and by what the caller knows of others.
func usedBefore(in Input) func(string) bool {
	said := map[string]bool{}
	for _, s := range saidIn(in.App) {
		said[s] = true
	}
	return func(s string) bool { return said[s] || in.Used != nil && in.Used(s) }
}

// saidIn are the sentences of the application's letters.
func saidIn(app rules.Application) (said []string) {
	for _, fact := range app.Facts {
		switch w := fact.What.(type) {
		case rules.Placed:
			said = append(said, w.Sentences...)
		case rules.Delivered:
			said = append(said, w.Sentences...)
		}
	}
	return said
}

// feedbackIn reports whether the message that a reply answers gave feedback, and on what.
func feedbackIn(app rules.Application, messageID string) (given bool, on string) {
	for _, f := range app.Facts {
		if m, ok := f.What.(rules.Received); ok && m.Feedback && m.MessageID == messageID {
			return true, m.FeedbackOn
		}
	}
	return false, ""
}
