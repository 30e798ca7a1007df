package recognize

import (
	"time"

	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/prose"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// Sure is the confidence from which an offer or rejection reply may be drafted: nine in
// ten of what is said with it is so. Below it the user is asked, and a message that a
// person wrote stops what was pending all the same.
const Sure = 0.9

// Likely is the confidence from which a receipt is taken for one: it changes nothing,
// so less than Sure is enough.
const Likely = 0.7

// Options say what the reader of a message knows of the mailbox it lies in. The
// zero value knows nothing and works.
type Options struct {
	// Calendar counts business days and gives the zone of dates; nil is Monday to
	// Friday, UTC.
	Calendar *rules.Calendar
	// Authserv holds the authserv-ids (RFC 8601, section 2.5) of the account's own
	// server. Empty: the topmost Authentication-Results header is taken as its.
	Authserv []string
	// Contacts are the known ones; a sender whose domain merely looks like one of
	// theirs is not trusted. nil is nobody.
	Contacts *trust.Contacts
	// Own holds the user's addresses, and Names what he is called.
	Own, Names []string
	// Known is true where the message surely belongs to an application of the reader's: by
	// its thread, its sender or its words. Then it is no ordinary mail.
	Known bool
	// Lessons are what the user said of other messages of this company.
	Lessons []rules.Lesson
	// Domains are those of the company whose message it may be: where a scheduler that
	// is no impostor has answers go.
	Domains []string
	// Home is the reader's own zone; nil is that of Calendar.
	Home *time.Location

	ask func(prose.Question) // see Letter.Questions
}

// A Verdict says what a message is.
type Verdict struct {
	Kind       rules.MessageKind
	Confidence float64 // 0 to 1
	Evidence   []find.Evidence
	Person     bool   // a person wrote it, whatever its kind
	Text       string // what the sender wrote anew: no quote, no signature, no legal footer
	Language   string // ISO 639-1 of Text; "" where too little is said to tell

	DecisionDate rules.Date // when the company says that it will decide: the last day of the range named
	Promise      string     // the words that name it
	ReturnDate   rules.Date // auto-reply: the end of the absence
	RespondBy    rules.Date // offer: its deadline

	FailedRecipients []string         // addresses that a bounce names
	Quoted           []string         // identifiers of the messages that a bounce is about
	Temporary        bool             // the system is still trying
	Meetings         []invite.Meeting // all that its calendar parts tell of; of People those alone who may have interviewed the user
	Meeting          *invite.Meeting  // those of the first day as one; nil without any
	Appointments     []Appointment    // the interviews of which it tells, in calendar parts and in prose
	Unsettled        bool             // prose moves an interview or calls it off, and nothing says to when
	Choice           string           // the words that leave the time of an interview to the reader's choice; "" where it is not his
	NoReply          bool             // nobody reads what is sent back
	Distrust         string           // why nothing may be drafted to its sender; "" if nothing speaks against it
	Problems         []string         // what was wrong with the message

	MessageID  string // without angle brackets
	InReplyTo  string
	References []string // oldest first
	From       rules.Contact
	ReplyTo    string
	To         []string // addresses of To and Cc
	Subject    string
	Date       time.Time // zero if unknown; the zone is the sender's
}
