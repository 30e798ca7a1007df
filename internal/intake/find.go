package intake

import (
	"slices"
	"strings"
	"time"

	"afterword/rules"
)

// A State is how far a find is.
type State string

// The states.
const (
	Asked     State = "asked"     // it waits for the user's answer
	Choosing  State = "choosing"  // they wait for the user's choice of a time
	Chosen    State = "chosen"    // he has written back to them, and they have named none yet
	Confirmed State = "confirmed" // he said yes, and something is missing: see Lacks
	Running   State = "entered"   // it is part of an application
	Dismissed State = "no"
	Stopped   State = "stopped"
	Gone      State = "gone" // called off before he answered
)

// A Find is an interview, or several of one message, that mail tells of: what the facts
// say of it by now. Field by field the user's newest word stands, else the newest mail.
type Find struct {
	Tag   string   // by which the user calls it: that of the first mail that told of it
	Tags  []string // by which it may be called too: those of all its mail
	State State
	// Account is the one in which the user is asked about it, and Accounts are all to which
	// its mail came.
	Account  string
	Accounts []string

	Company, Domain, Role, Zone, Language string

	Meetings  []Meeting // in order of start; what was called off among them has the action "cancel"
	Recruiter *Person
	Decision  rules.Date
	Against   []Reason // why it is asked about, the gravest first
	Doubt     string   // what mail says of its time and does not settle; "" for nothing

	// Mail is what told of it, in order of arrival; At is when the first of it came, and
	// Newest when the last did.
	Mail       []Found
	At, Newest time.Time

	Answer      Word       // the user's newest yes, no or stop; "" for none
	Answered    time.Time  // when
	Snoozed     rules.Date // he is asked again from then on
	Application string     // that it became part of
	By          string     // see Entered
	Notes       []Noted    // that were placed for it, oldest first

	waits   bool      // the newest of its mail leaves the time to the user's choice
	chose   time.Time // when he last wrote back
	said    []saying  // his words that stand, in order; the newest is Answer
	letters string    // the language that he wants letters in; "" for none
}

// A saying is one word of the user's, and the message by whose moving he said it; "" where
// he said it otherwise.
type saying struct {
	word  Word
	moved string
}

// Has reports whether the find is called by a tag.
func (f Find) Has(tag string) bool { return slices.Contains(f.Tags, strings.ToLower(tag)) }

// Open reports whether the user is to be asked about it at an instant.
func (f Find) Open(now time.Time) bool {
	switch f.State {
	case Confirmed:
		return true
	case Asked:
		return f.Snoozed.IsZero() || !rules.DateOf(now).Before(f.Snoozed)
	}
	return false
}

// Waits reports whether they wait for the user's choice of a time at an instant: for
// choiceFor at most, then it is past.
func (f Find) Waits(now time.Time) bool {
	return f.State == Choosing && now.Before(f.Newest.Add(choiceFor)) && (f.Snoozed.IsZero() || !rules.DateOf(now).Before(f.Snoozed))
}

const choiceFor = 30 * 24 * time.Hour

// Live returns the meetings that take place.
func (f Find) Live() []Meeting {
	return slices.DeleteFunc(slices.Clone(f.Meetings), func(m Meeting) bool { return m.Action == "cancel" })
}

// Start and End are those of the whole: of the first and the last meeting that take
// place, zero where that is not known.
func (f Find) Start() time.Time {
	for _, m := range f.Live() {
		if !m.Start.IsZero() {
			return m.Start
		}
	}
	return time.Time{}
}

// End is when the last of its meetings is over.
func (f Find) End() (end time.Time) {
	for _, m := range f.Live() {
		if e := m.until(); e.After(end) {
			end = e
		}
	}
	return end
}

// until is when a meeting is over, as far as is known.
func (m Meeting) until() time.Time {
	if !m.End.IsZero() || m.Start.IsZero() {
		return m.End
	}
	return m.Start.Add(rules.UsualLength)
}

// overlaps reports whether two meetings cannot both be attended.
func (m Meeting) overlaps(o Meeting) bool {
	return !m.Start.IsZero() && !o.Start.IsZero() && m.Start.Before(o.until()) && o.Start.Before(m.until())
}

// Proven are those who interview and whom a letter may be written to, and Named those
// who are known by name alone, each once.
func (f Find) Proven() (list []rules.Contact) {
	for _, p := range f.people() {
		if p.Address != "" && p.Proof != "" {
			list = append(list, p.Contact)
		}
	}
	return list
}

// Named are those who interview and have no address that is proven.
func (f Find) Named() (list []rules.Contact) {
	for _, p := range f.people() {
		if p.Name != "" && (p.Address == "" || p.Proof == "") {
			p.Address = ""
			list = append(list, p.Contact)
		}
	}
	return list
}

// people are all who interview, each once.
func (f Find) people() (list []Person) {
	for _, m := range f.Live() {
		for _, p := range m.People {
			list = joinPerson(list, p)
		}
	}
	return list
}

// Lacks names what has to be known before it can be an application: "company", "role",
// "start", "person".
func (f Find) Lacks() (list []string) {
	for _, field := range []struct {
		name  string
		lacks bool
	}{{"company", f.Company == ""}, {"role", f.Role == ""}, {"start", f.End().IsZero()}, {"person", len(f.people()) == 0 && f.Recruiter == nil}} {
		if field.lacks {
			list = append(list, field.name)
		}
	}
	return list
}

// named finds the find that is called by a tag.
func Named(list []Find, tag string) (Find, bool) {
	i := slices.IndexFunc(list, func(f Find) bool { return f.Has(tag) })
	if i < 0 {
		return Find{}, false
	}
	return list[i], true
}
