package rules

import (
	"strconv"
	"strings"
	"time"
)

// A Kind is what a follow-up is.
type Kind string

// The kinds of follow-up.
const (
	ThankYou       Kind = "thank-you"
	NoShow         Kind = "no-show" // they did not come: offers to find another time
	CheckIn        Kind = "check-in"
	OfferReply     Kind = "offer-reply"
	RejectionReply Kind = "rejection-reply"
	// The letters of the offer desk, each after the user has said so.
	Acceptance Kind = "acceptance"
	Declining  Kind = "declining"
	MoreTime   Kind = "more-time"  // asks for time until a date
	Withdrawal Kind = "withdrawal" // of a candidacy, where another offer was accepted
)

// A Status is where a follow-up stands.
type Status string

// The statuses of a follow-up. Waiting, Open and Overdue are still to be sent.
const (
	Waiting   Status = "waiting"   // its window has not opened
	Open      Status = "open"      // should stand in Drafts now
	Overdue   Status = "overdue"   // its window has passed unsent; not drafted again
	Sent      Status = "sent"      // the user sent it
	Declined  Status = "declined"  // the user deleted the draft
	Withdrawn Status = "withdrawn" // what arrived, or the user's word, made it pointless
	Blocked   Status = "blocked"   // there is nobody to whom it may be sent; the reason says why
)

// A FollowUp is one message that the user should send.
type FollowUp struct {
	// Key is the same for the same follow-up in every plan of an application:
	// "thank-you/1/ngozi@acme.example", "check-in/1/2".
	Key       string
	Kind      Kind
	Number    int    // 1 for all but the check-ins, which go from 1 to 3
	Interview string // ID of the interview that it follows
	To        Contact
	// PassOn names the interviewers without an address whose thanks this
	// message asks To to pass on.
	PassOn []Contact
	// Answers is the Message-ID of the message that it answers, for offer and
	// rejection replies; of the first check-in that was sent, for the later ones.
	Answers string
	// Words is how many words the check-in before it had, as the user really sent
	// it; 0 where there is none.
	Words int
	// Perhaps is the key of a letter of the user's own that may have been it: it waits
	// until he has said so. "" where there is none.
	Perhaps string
	// RespondBy is the date by which an offer wants an answer, if it names one.
	RespondBy Date
	Opens     time.Time
	Due       time.Time
	Status    Status
	// Placed is true once a draft of it was placed that the program did not take
	// back.
	Placed bool
	// Touched is true where the draft in the mailbox is the user's own by now.
	Touched bool
	// Projected is true for a check-in whose forerunner has not been sent: it is
	// reckoned as if that were sent on the day its window opens, and never drafted.
	Projected bool
	// Since is the instant of what the window is reckoned from: an untouched draft
	// from before it says the wrong thing. Zero where nothing outdates a draft.
	Since time.Time
	// After says what came before it, for the wording.
	After Before
	// Reasons say why the window is where it is, and why the status is what it is.
	Reasons []Reason
}

// Before is what a check-in follows on.
type Before string

// What a check-in can follow on.
const (
	AfterPromised Before = "promised" // the company named a date and it has passed
	AfterAssumed  Before = "assumed"  // no date was named
	AfterSilence  Before = "silence"  // the check-in before it was not answered
	AfterHolding  Before = "holding"  // an answer without an outcome
	AfterMoved    Before = "moved"    // a new date was named, and it has passed too
)

// A Reason is one step of a decision: which rule, in words, and which fact (the
// key of the fact) made it apply.
type Reason struct {
	Rule string `json:"rule"`
	Text string `json:"text"`
	Fact string `json:"fact,omitempty"`
	// Say is Text, for other languages.
	Say Saying `json:"-"`
}

// Title names the follow-up for people: "check-in 2".
func (f FollowUp) Title() string {
	return f.sayTitle().String()
}

// sayTitle is Title as a saying.
func (f FollowUp) sayTitle() Saying {
	if f.Kind == CheckIn {
		return Say("%s %d", f.Kind, f.Number)
	}
	return Say("%s", f.Kind)
}

// TitleOf names the follow-up of a key for people, as the plan calls it or called it, also
// where it is in no plan any more.
func (a *Application) TitleOf(key string) string { return a.SayTitle(key).String() }

// SayTitle is TitleOf as a saying.
func (a *Application) SayTitle(key string) Saying {
	kind, rest, _ := strings.Cut(key, "/")
	round, last, _ := strings.Cut(rest, "/")
	switch slot, err := strconv.Atoi(last); {
	case Kind(kind) == CheckIn && err == nil:
		return Say("%s %d", CheckIn, slot-a.declinedBefore(round, slot))
	case Kind(kind) == ThankYou && last != "":
		return Say("%s to %s", ThankYou, strings.TrimPrefix(last, "name:"))
	}
	return Say("%s", Kind(kind))
}

// ShortTitleOf is TitleOf without whom it goes to.
func (a *Application) ShortTitleOf(key string) string {
	if kind, _, _ := strings.Cut(key, "/"); Kind(kind) != CheckIn {
		return kind
	}
	return a.TitleOf(key)
}

// declinedBefore counts the check-ins of a round before a slot that the user declined:
// its key counts them, its number does not.
func (a *Application) declinedBefore(round string, slot int) (n int) {
	for k := 1; k < slot; k++ {
		declined, key := false, string(CheckIn)+"/"+round+"/"+strconv.Itoa(k)
		for _, f := range a.Facts {
			switch w := f.What.(type) {
			case Discarded:
				declined = declined || w.FollowUp == key && !w.Vanished
			case Delivered:
				declined = declined && w.FollowUp != key
			}
		}
		if declined {
			n++
		}
	}
	return n
}

// Pending reports whether the follow-up is still to be sent.
func (f FollowUp) Pending() bool {
	return f.Status == Waiting || f.Status == Open || f.Status == Overdue
}
