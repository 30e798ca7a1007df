package page

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword/rules"
)

// A Program is what stands behind the page.
type Program interface {
	// Now is the present instant, and News a number that grows with everything that is
	// stored.
	Now() time.Time
	Home() *time.Location // the user's zone
	Own() []string        // his addresses, of all accounts
	News(ctx context.Context) (int64, error)
	// Overview is what there is, without the applications' histories. What is wrong with
	// an account is said in the language.
	Overview(ctx context.Context, language string) (Overview, error)
	// Brief is what one of them waits for; Application is one of them, whole.
	// ErrUnknown where there is none of the name.
	Brief(ctx context.Context, id string) (Brief, error)
	Application(ctx context.Context, id string) (Application, error)
	// All are all of them, with what is planned and without drafts and history; Documents
	// are what `show --json` prints of each.
	All(ctx context.Context) ([]Application, error)
	Documents(ctx context.Context) ([]any, error)
	// Letters are the letters that come next, as they would be drafted.
	Letters(ctx context.Context, id string) ([]Letter, error)
	// Do carries a command out as from a terminal at which nobody sits: in is its
	// standard input, args what follows the program's name.
	Do(ctx context.Context, in string, args ...string) Said
}

// An Overview is what there is at one instant.
type Overview struct {
	Accounts  []Account
	Rows      []Row // oldest first
	Drafts    []Standing
	Questions []Question // what only the user can say of mail that belongs to no application
}

// An Account is a mailbox and how it is with it.
type Account struct {
	Name, Address string
	LastRead      time.Time // zero for never
	BlindSince    time.Time // zero where it is read
	What, Mend    string    // why it is not, and what to do, in the reader's language; "" where that has no words
	Why           string    // it is not, as the program noted it, in English
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

// A Standing is a draft in the Drafts mailbox, by what it is for.
type Standing struct {
	Application, FollowUp string
}

// A Brief is what an application waits for, and what of it stands in Drafts.
type Brief struct {
	Asked   []Asked
	Over    []rules.Interview // of which he was not asked how they were, and has said nothing
	Letters []Letter
}

// Asked is what only the user can say.
type Asked struct {
	Say     rules.Saying
	Message string   // that it is about, as `mark` takes it; "" for none
	Field   string   // the flag of note that answers it; "" for none
	Guess   string   // what that may be
	Words   []string // of that message, by which it was taken for what it was taken for
}

// Resumes reports whether to go on is an answer to it as well.
func (a Asked) Resumes() bool { return strings.Contains(a.Say.Form, "`afterword resume") }

// Next is the follow-up that comes next.
type Next struct {
	Kind       rules.Kind
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
	Lacks         []string // what has to be known before it can be an application: "company", "role", "start", "person"
	Why           []Reason // it is asked
	// Choice are the words that leave the time to the user; "" where he is asked whether it
	// is an interview of his.
	Choice string
}

// Lack reports whether something of a name is lacking.
func (q Question) Lack(name string) bool { return slices.Contains(q.Lacks, name) }

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
	History []Event // newest first, at most MostHistory
}

// MostHistory is how many events a page shows, the newest of them.
const MostHistory = 200

// An Event is something that happened.
type Event struct {
	At    time.Time
	Say   rules.Saying
	Words []string // of the mail that brought it
	Why   rules.Clause
	Found rules.Findings // in a draft of the user's
	Where string         // the mailbox in which that lies; "" where nobody knows
}

// Said is what a command answered.
type Said struct {
	Out     string         // what it printed
	Notes   []rules.Saying // what else it told the user
	Trouble rules.Saying   // what went wrong; without a form where it went well
	Field   string         // the flag, and so the field of a form, that the trouble is about
	Hint    rules.Saying   // what to do about it; without a form for nothing
	Tried   *try           // the form that it is the answer to
	// Done names the text that says what was done, and Of is the application that it was
	// done to.
	Done string
	Of   *Row
}

// Failed reports whether it did not go.
func (s Said) Failed() bool { return s.Trouble.Form != "" }
