package page

import (
	"context"
	"time"

	"afterword/rules"
)

// A Program is what stands behind the page.
type Program interface {
	// Now is the present instant, and News a number that grows with everything that is
	// stored.
	Now() time.Time
	News(ctx context.Context) (int64, error)
	// Overview is what there is, without the applications' histories.
	Overview(ctx context.Context) (Overview, error)
	// Brief is what one of them waits for; Application is one of them, whole.
	// ErrUnknown where there is none of the name.
	Brief(ctx context.Context, id string) (Brief, error)
	Application(ctx context.Context, id string) (Application, error)
	// Letters are the letters that come next, as they would be drafted.
	Letters(ctx context.Context, id string) ([]Letter, error)
	// Do carries a command out as from a terminal at which nobody sits: in is its
	// standard input, args what follows the program's name.
	Do(ctx context.Context, in string, args ...string) Said
}

// An Overview is what there is at one instant.
type Overview struct {
	Zone      *time.Location // the user's
	Accounts  []Account
	Rows      []Row // in order of their IDs
	Letters   []Letter
	Questions []Question // what only the user can say of mail that belongs to no application
}

// An Account is a mailbox and how it is with it.
type Account struct {
	Name, Address string
	LastRead      time.Time // zero for never
	BlindSince    time.Time // zero where it is read
	Why           string    // it is not
	Unread        []string  // mailboxes of it that are not read
	Idle          bool      // nobody has looked at it for long: the daemon does not run
}

// Trouble reports whether it is not read as it should be.
func (a Account) Trouble() bool { return !a.BlindSince.IsZero() || a.Idle || len(a.Unread) > 0 }

// A Row is an application with what comes next.
type Row struct {
	ID, Account, Company, Role string
	State                      rules.State
	Decision                   rules.Date
	Assumed                    bool
	Next                       *Next  // nil where nothing does
	Waiting                    string // why, in English
	Asks                       bool   // there is something that only the user can say
}

// A Brief is what an application waits for, and what it rests on.
type Brief struct {
	Asked []Asked
	Over  []rules.Interview         // of which he was not asked how they were, and has said nothing
	Why   map[string][]rules.Saying // the follow-ups are there, by their keys
}

// Asked is what only the user can say.
type Asked struct {
	Say     rules.Saying
	Message string   // that it is about, as `mark` takes it; "" for none
	Words   []string // of that message, by which it was taken for what it was taken for
}

// Next is the follow-up that comes next.
type Next struct {
	Title, To  string
	Opens, Due time.Time
	Status     rules.Status
}

// A Letter is a draft in the Drafts mailbox, or one to come.
type Letter struct {
	Application, Company, Role string
	FollowUp                   string // its key
	Title                      string // of the follow-up
	To, Subject, Body          string
	Opens, Due                 time.Time
	Edited                     bool // the user's own by now
	Why                        []rules.Saying
}

// A Question is a find: mail that tells of an interview nobody has confirmed.
type Question struct {
	Tag           string // names it to the commands yes and no
	Company, Role string
	Start         time.Time
	Zone          *time.Location
	People        []string
	Words         string   // of the mail
	Why           []Reason // it is asked
	// Choice are the words that leave the time to the user; "" where he is asked whether it
	// is an interview of his.
	Choice string
}

// A Reason is the name of a rule, and what it said in English.
type Reason struct{ Rule, Text string }

// An Application is one candidacy with all that is known of it.
type Application struct {
	rules.Application
	Plan    rules.Schedule
	Zone    *time.Location // in which it is reckoned
	Home    *time.Location // the user's
	About   rules.Described
	Asked   []Asked
	Drafts  []Letter
	History []Event // newest last
}

// An Event is something that happened.
type Event struct {
	At    time.Time
	Say   rules.Saying
	Words []string // of the mail that brought it
	Why   rules.Clause
	Where string // the mailbox in which that lies; "" where nobody knows
}

// Said is what a command answered.
type Said struct {
	Out     string // what it printed
	Trouble string // "" where it went well
	Hint    string
	// Done says what was done, in the language of the page, and Of is the application
	// that it was done to. Field is the one of a form that the trouble is about.
	Done  string
	Of    *Row
	Field string
}
