package note

import (
	"time"

	"afterword/rules"
)

// A Verdict is what the user says of a find as a whole.
type Verdict string

// The verdicts.
const (
	Yes    Verdict = "yes"
	No     Verdict = "no"
	Stop   Verdict = "stop"   // leave it alone for good
	Snooze Verdict = "snooze" // ask again on a day
)

// An Answer is what the user says in one message. What he does not say is zero.
type Answer struct {
	Verdict Verdict    `json:"verdict,omitempty"`
	Until   rules.Date `json:"until,omitzero"` // of a Snooze

	NoShow  bool `json:"no_show,omitempty"`  // they did not come
	NotHeld bool `json:"not_held,omitempty"` // it did not take place, and is not to
	// Moved says that it is at another time: from Start, or, where that is zero, at a time
	// that the user does not name.
	Moved bool `json:"moved,omitempty"`

	Company  string          `json:"company,omitempty"`
	Role     string          `json:"role,omitempty"`
	Start    time.Time       `json:"start,omitzero"`
	End      time.Time       `json:"end,omitzero"`
	Zone     string          `json:"zone,omitempty"`   // where the user named one
	People   []rules.Contact `json:"people,omitempty"` // all of them, where he changed the list
	Decision rules.Date      `json:"decision,omitzero"`

	Told    []Told `json:"told,omitempty"`
	Because string `json:"because,omitempty"`
	OwnWork string `json:"own_work,omitempty"`
	// RoleSaid and CompanySaid are how a sentence says them.
	RoleSaid    string    `json:"role_said,omitempty"`
	CompanySaid string    `json:"company_said,omitempty"`
	Items       []Verdict `json:"items,omitempty"` // of a List, by its items

	// Doubt holds the words that contradict each other. The careful one of them holds.
	Doubt string `json:"doubt,omitempty"`
	// Unread is what was not understood: to be asked again.
	Unread []Unread `json:"unread,omitempty"`
	Words  []string `json:"words,omitempty"` // all that the user wrote, line by line
	// Stray are lines that say nothing that is understood: an answer in words of his own,
	// or what his mail program puts below every letter. They make no answer.
	Stray []string `json:"stray,omitempty"`
}

// Told is what stayed with the user of one person.
type Told struct {
	Person string `json:"person,omitempty"` // key of the contact; "" where he did not say of whom
	Topic  string `json:"topic"`
}

// Unread is something that the user wrote and that was not understood.
type Unread struct {
	Field Field  `json:"field,omitempty"` // behind which line; "" for none
	Words string `json:"words"`
}

// IsZero reports whether the message says nothing: it is no answer.
func (a Answer) IsZero() bool {
	return a.Verdict == "" && !a.NoShow && !a.NotHeld && !a.Moved && a.Company == "" && a.Role == "" && a.Start.IsZero() && a.End.IsZero() && a.People == nil &&
		a.Decision.IsZero() && len(a.Told) == 0 && a.Because == "" && a.OwnWork == "" && a.RoleSaid == "" && a.CompanySaid == "" && len(a.Items) == 0 && a.Doubt == "" && len(a.Unread) == 0
}
