package rules

import (
	"encoding/json"
	"fmt"
	"time"
)

// A Fact is something that happened to an application. Facts are kept and never
// rewritten; the state of an application is its facts, folded.
type Fact struct {
	// Key is the identity of the fact: one that arrives twice under the same key
	// is one fact. "received/<Message-ID>" (ReceivedKey), "sent/<Message-ID>"
	// (SentKey), "user/<uuid>".
	Key string
	// At is when it happened (not when it was learnt).
	At   time.Time
	What What
}

// What happened: one of the types of this file.
type What interface{ what() string }

// Described holds all that the user says of an application, whole: the newest
// one stands, and what mail said before it is taken as known to the user.
type Described struct {
	Account  string `json:"account,omitempty" toml:"account,omitempty"`
	Company  string `json:"company" toml:"company"`
	Role     string `json:"role" toml:"role"`
	Zone     string `json:"zone,omitempty" toml:"zone,omitempty"`
	Holidays string `json:"holidays,omitempty" toml:"holidays,omitempty"`
	Language string `json:"language,omitempty" toml:"language,omitempty"`
	// RoleSaid and CompanySaid are how a sentence in the language of the letters says
	// them ("data analyst", "bei der Deutschen Bahn"), Register how the user calls its
	// people (Familiar, Polite); "" where he has not said.
	RoleSaid    string `json:"role_said,omitempty" toml:"role_said,omitempty"`
	CompanySaid string `json:"company_said,omitempty" toml:"company_said,omitempty"`
	Register    string `json:"register,omitempty" toml:"register,omitempty"`
	// OfferElsewhere is the date by which the user answers an offer of another company,
	// where he wants the next check-in to say so.
	OfferElsewhere Date        `json:"offer_elsewhere,omitzero" toml:"offer_elsewhere,omitempty"`
	Domains        []string    `json:"domains,omitempty" toml:"domains,omitempty"` // the company's, and its applicant-tracking system's
	Status         string      `json:"status_contact,omitempty" toml:"status_contact,omitempty"`
	Contacts       []Contact   `json:"contacts" toml:"contacts"`
	Interviews     []Interview `json:"interviews" toml:"interviews"`
	// Knows holds the Message-IDs of the mail that he had before him: what came
	// before, and was read only later, still moves meetings and dates. nil stands
	// for all that came before.
	Knows []string `json:"knows,omitzero" toml:"-"`
}

// An Interview is one meeting: a round.
type Interview struct {
	ID           string    `json:"id" toml:"id"` // "1", "2", … as the user enters them; "m0bfe93" of the event that an invitation brought
	Start        time.Time `json:"start,omitzero" toml:"start,omitempty"`
	End          time.Time `json:"end" toml:"end"`
	Interviewers []string  `json:"interviewers,omitempty" toml:"interviewers,omitempty"` // keys of contacts
	Topics       []string  `json:"topics,omitempty" toml:"topics,omitempty"`
	Challenges   []string  `json:"challenges,omitempty" toml:"challenges,omitempty"`
	Notes        []string  `json:"notes,omitempty" toml:"notes,omitempty"`
	Points       []Point   `json:"points,omitempty" toml:"points,omitempty"`
	// Decision is the date by which the company said it would decide; zero where
	// it did not say.
	Decision  Date   `json:"decision,omitzero" toml:"decision,omitempty"`
	Cancelled bool   `json:"cancelled,omitempty" toml:"cancelled,omitempty"`
	NoShow    bool   `json:"no_show,omitempty" toml:"no_show,omitempty"`
	UID       string `json:"uid,omitempty" toml:"uid,omitempty"` // of the calendar event (RFC 5545, section 3.8.4.7)
	// UIDs are those of further events that tell of the same meeting (a calendar's and a
	// scheduler's), and Also the IDs that the meeting had before that was known.
	UIDs []string `json:"uids,omitempty" toml:"uids,omitempty"`
	Also []string `json:"also,omitempty" toml:"also,omitempty"`
	// Sequence and Stamped are the event's version: the newer one holds, in whatever
	// order they arrive (RFC 5546, section 2.1.5: SEQUENCE, then DTSTAMP).
	Sequence int       `json:"sequence,omitempty" toml:"-"`
	Stamped  time.Time `json:"stamped,omitzero" toml:"-"`
	// Tentative is true of an event that holds a time and does not say that the
	// interview takes place then.
	Tentative bool `json:"tentative,omitempty" toml:"-"`
	// Round is what the company calls it: "final", "technical"; "" where it does not say.
	Round string `json:"round,omitempty" toml:"round,omitempty"`
	// Prose is what a message does with the interview where its words alone tell of it,
	// and no calendar part; Doubt why that is for the user to say, "" where nothing is
	// in doubt.
	Prose Action `json:"prose,omitempty" toml:"-"`
	Doubt string `json:"doubt,omitempty" toml:"-"`
	// Assumed is true where nobody said when it ends.
	Assumed bool `json:"assumed,omitempty" toml:"-"`
	// Was is the one time that a move in prose leaves, WasDay its day where the words name
	// no more.
	Was    time.Time `json:"was,omitzero" toml:"-"`
	WasDay Date      `json:"was_day,omitzero" toml:"-"`
	// Left holds the names of those who do not come after all, By is who arranged it.
	Left []string `json:"left,omitempty" toml:"-"`
	By   *Contact `json:"by,omitempty" toml:"-"`
}

// An Action is what the words of a message do with an interview.
type Action string

// The actions.
const (
	Arranges Action = "new"
	Moves    Action = "move"
	CallsOff Action = "cancel"
	Reminds  Action = "reminder"
)

// A Meeting is an interview of which a message tells, and who attends it, the user not
// among them.
type Meeting struct {
	Interview Interview `json:"interview"`
	People    []Contact `json:"people,omitempty"`
}

// A MessageKind is what an arriving message is.
type MessageKind string

// The kinds of message.
const (
	MessageOffer           MessageKind = "offer"
	MessageRejection       MessageKind = "rejection"
	MessageTimeline        MessageKind = "timeline"
	MessageHolding         MessageKind = "holding"
	MessageInterview       MessageKind = "interview"
	MessageQuestion        MessageKind = "question"
	MessageAcknowledgement MessageKind = "acknowledgement"
	MessageAutoReply       MessageKind = "auto-reply"
	MessageBounce          MessageKind = "bounce"
	MessageOther           MessageKind = "other"
)

// MessageKinds lists them all, in the order of the documentation.
var MessageKinds = []MessageKind{MessageOffer, MessageRejection, MessageTimeline, MessageHolding,
	MessageInterview, MessageQuestion, MessageAcknowledgement, MessageAutoReply, MessageBounce, MessageOther}

// Received: a message arrived that belongs to the application.
type Received struct {
	MessageID  string      `json:"message_id"`
	References []string    `json:"references,omitempty"` // oldest first, the message's own ID not among them
	InReplyTo  string      `json:"in_reply_to,omitempty"`
	Digest     string      `json:"digest,omitempty"` // of its content (DigestOf); "" where it was not taken
	Sketch     string      `json:"sketch,omitempty"` // of its wording: by it like messages are known; "" where it was not taken
	From       Contact     `json:"from"`             // as the From header spells it
	ReplyTo    string      `json:"reply_to,omitempty"`
	To         string      `json:"to,omitempty"` // which of the user's addresses it was sent to
	Subject    string      `json:"subject"`
	Language   string      `json:"language,omitempty"`
	Register   string      `json:"register,omitempty"` // how it calls the user (RegisterOf of its text)
	Kind       MessageKind `json:"kind"`
	Confidence float64     `json:"confidence"`
	Evidence   []string    `json:"evidence,omitempty"`
	// Person is true where a person wrote it, whatever its kind.
	Person bool `json:"person"`
	// Sure is true where the confidence is high enough to draft a reply.
	Sure      bool   `json:"sure"`
	NoReply   bool   `json:"no_reply,omitempty"`  // nobody reads what is sent back to it
	Decision  Date   `json:"decision,omitzero"`   // when the company says that it will decide
	Promise   string `json:"promise,omitempty"`   // the words that name that date
	Return    Date   `json:"return,omitzero"`     // auto-reply: the day the person is back
	RespondBy Date   `json:"respond_by,omitzero"` // offer: its deadline
	Feedback  bool   `json:"feedback,omitempty"`  // rejection: it says what spoke for or against the user
	// FeedbackOn is what spoke so, as the user says it of himself (FeedbackOn of its text).
	FeedbackOn string `json:"feedback_on,omitempty"`
	Distrust   string `json:"distrust,omitempty"` // why nothing may be drafted to its sender
	// Failed holds the addresses that a bounce names; Temporary is true where
	// the system is still trying.
	Failed    []string   `json:"failed,omitempty"`
	Temporary bool       `json:"temporary,omitempty"`
	Meeting   *Interview `json:"meeting,omitempty"` // interview: the first of which it tells; nil where it names no time
	People    []Contact  `json:"people,omitempty"`  // those who attend the meeting, the user not among them
	// Further are the other events that it brings; Meeting is the first that takes place.
	Further []Meeting `json:"further,omitempty"`
	// Unsettled is true where prose alone says that meetings are moved or called off, and
	// not which or to when: whether they take place is for the user to say.
	Unsettled bool `json:"unsettled,omitempty"`
	// Choice are the words that leave the time of an interview to the user's choice, where
	// none is agreed upon; "" where it is not his.
	Choice string `json:"choice,omitempty"`

	said   MessageKind // what the user said it is, as Fold found it
	hinted bool        // it was a Hinted that the user has explained
}

// Hinted: a message arrived that may belong to the application and not surely does.
// Its drafts wait until the user says what it is (Marked under its MessageID, or
// Resumed), or until it turns out: the message is Received after all.
type Hinted struct {
	MessageID string  `json:"message_id"`
	From      Contact `json:"from"`
	Subject   string  `json:"subject"`
	Why       string  `json:"why"`              // what speaks for it, in words that continue "it …"
	Sketch    string  `json:"sketch,omitempty"` // see Received
}

// Marked: the user says what a message really is; with no Kind he takes back what he
// said of it. Where several have the Message-ID, its key without "received/" means the
// one.
type Marked struct {
	MessageID string      `json:"message_id"`
	Kind      MessageKind `json:"kind,omitempty"`
}

// Attributed: the user says which follow-up a message was that he sent.
type Attributed struct {
	MessageID string `json:"message_id"`
	FollowUp  string `json:"follow_up"` // key; "" for none
}

// Delivered: the user sent a message, seen in Sent.
type Delivered struct {
	FollowUp string `json:"follow_up,omitempty"` // key; "" where it is the user's own letter
	// Asks is true where a letter of his own asks how things stand: whoever it went
	// to, it was a check-in.
	Asks bool `json:"asks,omitempty"`
	// MayAsk is true where nothing tells whether a letter of his own asks that.
	MayAsk     bool     `json:"may_ask,omitempty"`
	MessageID  string   `json:"message_id"`
	References []string `json:"references,omitempty"`
	InReplyTo  string   `json:"in_reply_to,omitempty"`
	To         []string `json:"to"`
	From       string   `json:"from,omitempty"` // the address that the user sent from
	Subject    string   `json:"subject"`
	Words      int      `json:"words"`               // in the body, without salutation, sign-off, signature and quotes
	Sentences  []string `json:"sentences,omitempty"` // of that body, so that none is used again
}

// Placed: a draft of a follow-up stands in Drafts.
type Placed struct {
	FollowUp  string   `json:"follow_up"`
	MessageID string   `json:"message_id"`
	Sentences []string `json:"sentences,omitempty"`
}

// Edited: the draft is the user's own by now.
type Edited struct {
	FollowUp string `json:"follow_up"`
}

// Discarded: the user deleted the draft, or (Vanished) it left Drafts and no copy of it
// is to be found: he may as well have sent it with a client that keeps none.
type Discarded struct {
	FollowUp string `json:"follow_up"`
	Vanished bool   `json:"vanished,omitempty"`
}

// Removed: the program moved its own untouched draft to Trash.
type Removed struct {
	FollowUp string `json:"follow_up"`
	Why      string `json:"why"`
}

// Stopped, Unstopped, Resumed and Snoozed are the user's steering by hand.
type Stopped struct{}

// Unstopped takes back Stopped, and nothing else: what a message keeps away stays away,
// as if the user had never stopped it.
type Unstopped struct{}

// Resumed takes back Stopped, Snoozed, a declined check-in, and the withdrawal
// of thank-yous.
type Resumed struct{}

// Snoozed: nothing is to be drafted before the date.
type Snoozed struct {
	Until Date `json:"until"`
}

// LookedBack: the mailboxes of an account were read for what lay there from before
// the application was entered or changed by hand.
type LookedBack struct {
	Since   Date   `json:"since"`
	Account string `json:"account,omitempty"` // "" for the application's own
	// For is what was looked for: what of the description tells whose a message is. nil
	// stands for all that was described before.
	For []string `json:"for,omitempty"`
}

// Told: the user was told, once, of what the topic names.
type Told struct {
	Topic string `json:"topic"`
}

func (Described) what() string  { return "described" }
func (Received) what() string   { return "received" }
func (Hinted) what() string     { return "hinted" }
func (Marked) what() string     { return "marked" }
func (Attributed) what() string { return "attributed" }
func (Delivered) what() string  { return "delivered" }
func (Placed) what() string     { return "placed" }
func (Edited) what() string     { return "edited" }
func (Discarded) what() string  { return "discarded" }
func (Removed) what() string    { return "removed" }
func (Stopped) what() string    { return "stopped" }
func (Unstopped) what() string  { return "unstopped" }
func (Resumed) what() string    { return "resumed" }
func (Snoozed) what() string    { return "snoozed" }
func (Told) what() string       { return "told" }
func (LookedBack) what() string { return "looked-back" }

// Type names the type of what happened, as it is stored.
func (f Fact) Type() string { return f.What.what() }

// EncodeWhat returns the type and the JSON form of w.
func EncodeWhat(w What) (kind string, body []byte, err error) {
	body, err = json.Marshal(w)
	return w.what(), body, err
}

// DecodeWhat is the inverse of EncodeWhat.
func DecodeWhat(kind string, body []byte) (What, error) {
	switch kind {
	case "described":
		return decode[Described](kind, body)
	case "received":
		return decode[Received](kind, body)
	case "hinted":
		return decode[Hinted](kind, body)
	case "marked":
		return decode[Marked](kind, body)
	case "attributed":
		return decode[Attributed](kind, body)
	case "delivered":
		return decode[Delivered](kind, body)
	case "placed":
		return decode[Placed](kind, body)
	case "edited":
		return decode[Edited](kind, body)
	case "proofread":
		return decode[Proofread](kind, body)
	case "discarded":
		return decode[Discarded](kind, body)
	case "removed":
		return decode[Removed](kind, body)
	case "decided":
		return decode[Decided](kind, body)
	case "stopped":
		return decode[Stopped](kind, body)
	case "unstopped":
		return decode[Unstopped](kind, body)
	case "resumed":
		return decode[Resumed](kind, body)
	case "snoozed":
		return decode[Snoozed](kind, body)
	case "told":
		return decode[Told](kind, body)
	case "looked-back":
		return decode[LookedBack](kind, body)
	case "forgotten":
		return decode[Forgotten](kind, body)
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
