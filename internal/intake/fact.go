package intake

import (
	"encoding/json"
	"fmt"
	"time"

	"afterword/rules"
)

// A Fact is something that was learnt of the user's interviews in one of his accounts.
type Fact struct {
	Account string // in which it was learnt
	// Key is the identity of the fact: one that comes twice in an account under the same key
	// is one fact. "found/<Message-ID>", "applied/<Message-ID>", "answered/<where and which>",
	// "noted/<Message-ID>", "stood/<Message-ID>", "replied/<answer>", "entered/<tag>",
	// "chose/<Message-ID>".
	Key string
	// At is when it happened: of mail, when the server received it.
	At   time.Time
	What What
}

// What happened: one of the types of this file.
type What interface{ what() string }

// Found: a message that belongs to no application told of interviews in which the user
// is the candidate.
type Found struct {
	Tag        string   `json:"tag"` // see NewTag; the find answers to those of all its messages
	MessageID  string   `json:"message_id"`
	InReplyTo  string   `json:"in_reply_to,omitempty"`
	References []string `json:"references,omitempty"` // oldest first
	// From is as the From header spells it, ReplyTo where answers go if elsewhere, To
	// which of the user's addresses it was sent to.
	From     rules.Contact `json:"from"`
	ReplyTo  string        `json:"reply_to,omitempty"`
	To       string        `json:"to,omitempty"`
	Subject  string        `json:"subject"`
	Language string        `json:"language,omitempty"` // ISO 639-1
	// Company and Role are as the message spells them, Domain is the registrable domain
	// of the company's addresses; "" where it does not say.
	Company  string    `json:"company,omitempty"`
	Domain   string    `json:"domain,omitempty"`
	Role     string    `json:"role,omitempty"`
	Meetings []Meeting `json:"meetings,omitempty"`
	// Choice is true where no time is fixed and they wait for the user's choice, with the
	// words that leave it to him among Words.
	Choice    bool       `json:"choice,omitempty"`
	Recruiter *Person    `json:"recruiter,omitempty"`
	Decision  rules.Date `json:"decision,omitzero"` // by when they decide
	Sender    Sender     `json:"sender"`
	Against   []Reason   `json:"against,omitempty"` // what speaks against entering it unasked
	Words     []string   `json:"words,omitempty"`   // those that told, as they stand in the message
}

// A Sender says how far a message is from whom it says.
type Sender struct {
	// DMARC is what the receiving server found: "pass", "fail" or "" (RFC 8601,
	// section 2.7.1; RFC 7489).
	DMARC  string `json:"dmarc,omitempty"`
	Domain string `json:"domain,omitempty"` // registrable, of From
	System string `json:"system,omitempty"` // of the scheduler that it came from; "" for none
}

// A Meeting is one appointment of which a message told.
type Meeting struct {
	Action     string    `json:"action"` // new, move, cancel or reminder
	UID        string    `json:"uid,omitempty"`
	Sequence   int       `json:"sequence,omitempty"`
	Stamped    time.Time `json:"stamped,omitzero"` // DTSTAMP
	Start      time.Time `json:"start,omitzero"`
	End        time.Time `json:"end,omitzero"`
	Zone       string    `json:"zone,omitempty"` // IANA name; "" where the message has none
	Tentative  bool      `json:"tentative,omitempty"`
	Calendar   bool      `json:"calendar,omitempty"` // a calendar part has it
	Round      string    `json:"round,omitempty"`
	People     []Person  `json:"people,omitempty"`    // who interviews
	Supersedes time.Time `json:"supersedes,omitzero"` // the start that a move in prose replaces
}

// A Person is somebody whom a message names. Proof says why letters may go to his
// address: "attendee" of the calendar's event, "named" with it by the text, or "user"
// who said so; "" where nothing does, and then he has none as far as letters go.
type Person struct {
	rules.Contact
	Proof string `json:"proof,omitempty"`
}

// A Reason is what speaks against entering a find unasked: the rule, in one word, and
// the words for the user.
type Reason struct {
	Rule string `json:"rule"`
	Text string `json:"text"`
}

// Applied: a company confirmed that it has the user's application. It names company and
// role for the interview that comes of it.
type Applied struct {
	MessageID string `json:"message_id"`
	Company   string `json:"company,omitempty"`
	Domain    string `json:"domain,omitempty"`
	Role      string `json:"role,omitempty"`
	Subject   string `json:"subject,omitempty"`
}

// A Word is what the user answers.
type Word string

// The answers.
const (
	Yes    Word = "yes"
	No     Word = "no"   // no interview of his
	Stop   Word = "stop" // it is one, and he wants nothing of it
	Undo   Word = "undo" // takes back what he said before
	Snooze Word = "snooze"
	Ask    Word = "ask" // asked again: what he said last is not enough
)

// Answered: the user said what a find is, or corrected it.
type Answered struct {
	Tag    string     `json:"tag"`
	Word   Word       `json:"word,omitempty"` // "" where he only corrected something
	Until  rules.Date `json:"until,omitzero"` // of a snooze
	Fields Fields     `json:"fields,omitzero"`
	// Postponed is true where it is at another time, which he did not name.
	Postponed bool `json:"postponed,omitempty"`
	// Words are his own, Where says where he said them: "command", "note", or the
	// mailbox into which he moved a message.
	Words string `json:"words,omitempty"`
	Where string `json:"where,omitempty"`
	// Moved is the Message-ID of what he moved there, and Application whose it was, if it
	// was mail of one that is no find.
	Moved       string `json:"moved,omitempty"`
	Application string `json:"application,omitempty"`
}

// Fields are what the user says of a find; what is empty he does not say.
type Fields struct {
	Company  string     `json:"company,omitempty"`
	Role     string     `json:"role,omitempty"`
	Zone     string     `json:"zone,omitempty"`
	Language string     `json:"language,omitempty"`
	Start    time.Time  `json:"start,omitzero"`
	End      time.Time  `json:"end,omitzero"`
	Decision rules.Date `json:"decision,omitzero"`
	// Interviewers are who interviewed him, instead of all that mail names.
	Interviewers []rules.Contact `json:"interviewers,omitempty"`
	Recruiter    *rules.Contact  `json:"recruiter,omitempty"`
}

// Noted: a note to the user stands in his mailbox, for a find or for an application's
// interview.
type Noted struct {
	Tag         string `json:"tag"`
	Kind        string `json:"kind,omitempty"` // what it asks: "find", "debrief", …
	MessageID   string `json:"message_id"`
	Application string `json:"application,omitempty"`
	Interview   string `json:"interview,omitempty"` // ID, with Application
	Text        string `json:"text,omitempty"`      // as it was placed
	// Refs are the tags of the finds that a list asks about.
	Refs []string `json:"refs,omitempty"`
	// For is the Message-ID of the note that it follows up: what was answered to that one
	// was not enough.
	For string `json:"for,omitempty"`
	// Note is the note as package note composed it, Raw the message, which is decided
	// before the server sees it.
	Note json.RawMessage `json:"note,omitempty"`
	Raw  []byte          `json:"raw,omitempty"`
}

// Stood: a note was read back from the user's mailbox, or turned out not to be there any
// more. What is Noted and has no such fact is taken up again after a crash.
type Stood struct {
	MessageID   string `json:"message_id"`
	Mailbox     string `json:"mailbox,omitempty"`
	UIDValidity uint32 `json:"uidvalidity,omitempty"`
	UID         uint32 `json:"uid,omitempty"`
	Digest      string `json:"digest,omitempty"` // SHA-256 of what the server gave back, in hex
	Gone        bool   `json:"gone,omitempty"`
}

// Replied: the user answered a note.
type Replied struct {
	Note   string          `json:"note"`             // its Message-ID
	Answer json.RawMessage `json:"answer,omitempty"` // as package note read it
	// Asks is true where something is to be asked again, Ends what ended no sentence.
	Asks bool            `json:"asks,omitempty"`
	Ends json.RawMessage `json:"ends,omitempty"`
}

// Entered: what a find told became part of an application.
type Entered struct {
	Tag         string `json:"tag"`
	Application string `json:"application"`
	// By is why: "you" said yes, or its "message" belongs there by now.
	By string `json:"by,omitempty"`
}

// Chose: the user wrote back to those who wait for his choice of a time.
type Chose struct {
	Tag       string `json:"tag"`
	MessageID string `json:"message_id"` // of his letter
}

func (Found) what() string    { return "found" }
func (Applied) what() string  { return "applied" }
func (Answered) what() string { return "answered" }
func (Noted) what() string    { return "noted" }
func (Entered) what() string  { return "entered" }
func (Stood) what() string    { return "stood" }
func (Replied) what() string  { return "replied" }
func (Chose) what() string    { return "chose" }

// Encode returns the type and the JSON form of w.
func Encode(w What) (kind string, body []byte, err error) {
	body, err = json.Marshal(w)
	return w.what(), body, err
}

// Decode is the inverse of Encode.
func Decode(kind string, body []byte) (What, error) {
	switch kind {
	case "found":
		return decode[Found](kind, body)
	case "applied":
		return decode[Applied](kind, body)
	case "answered":
		return decode[Answered](kind, body)
	case "noted":
		return decode[Noted](kind, body)
	case "entered":
		return decode[Entered](kind, body)
	case "stood":
		return decode[Stood](kind, body)
	case "replied":
		return decode[Replied](kind, body)
	case "chose":
		return decode[Chose](kind, body)
	}
	return nil, fmt.Errorf("fact of unknown type %q: written by a newer version?", kind)
}

func decode[T What](kind string, body []byte) (What, error) {
	var v T
	if err := json.Unmarshal(body, &v); err != nil {
		return nil, fmt.Errorf("decode %s fact: %w", kind, err)
	}
	return v, nil
}
