package oracle

import (
	"slices"
	"strings"
	"time"
)

// A Person works for a company. Key stays the same when the user corrects the rest.
type Person struct{ Key, Name, Address string }

// A Round is one interview.
type Round struct {
	ID         string
	Start, End time.Time
	People     []string // keys
	Decision   Day      // that the company named at the interview
	Cancelled  bool
	NoShow     bool
}

// An App is one application as it truly is, with what happened to it.
type App struct {
	ID, Company, Role string
	Account           string // its address
	Cal               Calendar
	People            []Person
	Status            string // key of who is asked
	Rounds            []Round
	// Found says that mail alone tells of it: nothing may stand before the user has said
	// that it is his.
	Found bool
	// Topics are what the user said that stayed with him of somebody, by round and key.
	Topics map[string]string

	past []entry // in order of cause
	// corrections counts what was corrected.
	corrections int

	was []string // names, roles and addresses that were corrected
	// became is what they were corrected to, each once.
	became map[string]string
	// unsure is true once something happened after which the documents leave open what
	// is owed: then nothing must be drafted, though it may be.
	unsure bool
	again  int // how often the user gave cause to be asked once more
	quiet  int // how often before he last said no or stop
}

// entry is one thing that happened, in order.
type entry struct {
	at   time.Time
	what any
}

// The kinds of message, as people mean them.
const (
	Offer     = "offer"
	Rejection = "rejection"
	Timeline  = "timeline"
	Holding   = "holding"
	Interview = "interview"
	Question  = "question"
	Ack       = "acknowledgement"
	AutoReply = "auto-reply"
	Bounce    = "bounce"
	Other     = "other"
	Hint      = "hint" // perhaps not of this application: its drafts wait
)

// Heard is a message that came for the application, wherever it lies.
type Heard struct {
	From   string // address
	Kind   string
	Day    Day    // the date that it names: of the decision, of the return
	ID     string // Message-ID with its brackets
	About  string // its subject
	Robot  bool   // nobody reads an answer to it
	Failed string // bounce: the address
	Shaky  bool   // the documents leave open what follows, beyond that it stops
}

// Sent is a letter that the user really sent.
type Sent struct {
	ID   string   // Message-ID with its brackets
	To   []string // addresses
	Kind string   // ThankYou, CheckIn, Reply, Unclear; "" for one of his own that asks nothing
}

// Declined is a draft that the user threw away, Restored one that he took back.
type Declined struct{ Kind, To string }

// Restored undoes Declined.
type Restored struct{ Kind, To string }

// Said is what the user tells the program: "yes" and "no" to what was found, "stop",
// "resume", "snooze", "date" for the decision date of a round that he was told of
// otherwise, and "sent" where an unclear letter asked how things stand. "undo" takes back
// what he said by moving the message By.
type Said struct {
	What  string
	Until Day
	Round string
	By    string
}

// Happened notes what happened. An earlier instant than the last is no earlier
// event: order is by cause.
func (a *App) Happened(at time.Time, what any) {
	if h, ok := what.(Heard); ok && h.Shaky {
		a.unsure = true
	}
	if s, ok := what.(Said); ok && (s.What == "no" || s.What == "stop") {
		a.quiet = a.again
	}
	if n := len(a.past); n > 0 && at.Before(a.past[n-1].at) {
		at = a.past[n-1].at
	}
	a.past = append(a.past, entry{at, what})
}

// Doubt says that from now on nothing must be drafted.
func (a *App) Doubt() { a.unsure = true }

// Was says that a word is wrong from now on, wherever it stands, and another right: that
// may have been wrong before.
func (a *App) Was(word, now string) {
	a.corrections++
	if a.became == nil {
		a.became = map[string]string{}
	}
	a.became[word] = now
	a.was = slices.DeleteFunc(append(a.was, word), func(s string) bool { return s == now })
}

// Person returns one of the people.
func (a *App) Person(key string) *Person {
	for i := range a.People {
		if a.People[i].Key == key {
			return &a.People[i]
		}
	}
	return nil
}

// at finds who has an address.
func (a *App) at(address string) *Person {
	for i := range a.People {
		if a.People[i].Address != "" && strings.EqualFold(a.People[i].Address, address) {
			return &a.People[i]
		}
	}
	return nil
}

// today is the address at which somebody is written to now who had one once.
func (a *App) today(address string) string {
	for range a.was {
		if now, ok := a.became[address]; ok && has(a.was, address) {
			address = now
		}
	}
	return address
}

// told reports whether a message, by its Message-ID, was of a kind.
func (a *App) told(id, kind string) bool {
	return slices.ContainsFunc(a.past, func(e entry) bool {
		h, ok := e.what.(Heard)
		return ok && h.Kind == kind && (id == "" || h.ID == id)
	})
}

// Asks reports whether a message is a status question that the user sent.
func (a *App) Asks(id string) bool {
	return id != "" && slices.ContainsFunc(a.past, func(e entry) bool {
		s, ok := e.what.(Sent)
		return ok && s.ID == id && (s.Kind == CheckIn || s.Kind == Unclear && a.said("sent"))
	})
}

// Word is what the user said last of the whole, and did not take back: "yes", "no",
// "stop", "resume", or "".
func (a *App) Word() string {
	var said []Said
	for _, e := range a.past {
		switch w, _ := e.what.(Said); w.What {
		case "yes", "no", "stop", "resume":
			said = append(said, w)
		case "undo":
			said = slices.DeleteFunc(said, func(s Said) bool { return s.By == w.By })
		}
	}
	if len(said) == 0 {
		return ""
	}
	return said[len(said)-1].What
}

// Known reports whether the application is one to the program: the user entered it, or
// said that it is his.
func (a *App) Known() bool { return !a.Found || a.said("yes") }

// Tell notes what the user said that stayed with him of somebody in a round.
func (a *App) Tell(round, key, topic string) {
	if a.Topics == nil {
		a.Topics = map[string]string{}
	}
	a.Topics[round+"/"+key] = topic
}

// Wrote reports whether the user wrote to anybody there since an instant.
func (a *App) Wrote(since time.Time) bool {
	return slices.ContainsFunc(a.past, func(e entry) bool { _, ok := e.what.(Sent); return ok && !e.at.Before(since) })
}

// said reports whether the user ever told the program something.
func (a *App) said(what string) bool {
	return slices.ContainsFunc(a.past, func(e entry) bool {
		s, ok := e.what.(Said)
		return ok && s.What == what
	})
}

// round is the one that check-ins follow.
func (a *App) round() *Round {
	var last *Round
	for i := range a.Rounds {
		if r := &a.Rounds[i]; !r.Cancelled && (last == nil || r.End.After(last.End)) {
			last = r
		}
	}
	return last
}

// stops reports whether a message ends what stands in Drafts.
func (h Heard) stops() bool {
	return h.Kind != Ack && h.Kind != AutoReply && h.Kind != Bounce && h.Kind != ""
}

// Dated reports whether a date that the company named is still to come, or the time to
// ask after it.
func (a *App) Dated(now time.Time) bool {
	for _, o := range a.checkIn() {
		if o.Named != 0 && now.Before(o.Due) {
			return true
		}
	}
	return false
}

// Over reports whether the outcome is known.
func (a *App) Over() bool { return a.told("", Offer) || a.told("", Rejection) }
