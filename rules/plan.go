package rules

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// A Policy is what the user can choose about the cadence.
type Policy struct {
	// AssumeDecision is how many business days after the interview a decision is
	// assumed where the company named no date; 0 assumes none, and then nothing
	// is asked.
	AssumeDecision int
	// Late is how many business days after its due instant a follow-up that was
	// never drafted (the laptop was off) is still drafted.
	Late int
	// Off switches kinds of follow-up off.
	Off map[Kind]bool
	// InThread puts check-in 1 into the status contact's thread.
	InThread bool
}

// DefaultPolicy is the cadence as documented.
var DefaultPolicy = Policy{AssumeDecision: 5, Late: 2}

// MaxCheckIns is how many check-ins one round has at the most.
const MaxCheckIns = 3

// A State is where an application stands.
type State string

// The states of an application.
const (
	Active   State = "active"
	Answered State = "answered" // a person wrote; what it means is for the user to say
	Question State = "question" // a person waits for the user's answer
	Offered  State = "offer"
	Rejected State = "rejected"
	Quiet    State = "quiet"   // three check-ins without an answer
	Paused   State = "paused"  // the user deleted a check-in, until he resumes
	Halted   State = "stopped" // the user stopped it, until he resumes
)

// A Decision is the decision date of the current round.
type Decision struct {
	Date    Date // zero: none is known and none is assumed
	Assumed bool
	Words   string // by which a message named it; "" for none
}

// A Notice is something that the user is to be told once.
type Notice struct {
	Topic  string // identity: what was told under it is not told again
	Text   string
	Reason Reason
	// Message names what it is about, as Marked does: by its Message-ID. "" where it is
	// about no message.
	Message string
}

// A Schedule is the answer of Plan.
type Schedule struct {
	State    State
	Decision Decision
	// FollowUps holds those that have a window, whatever their status, in order
	// of time. Those that were sent are among them.
	FollowUps []FollowUp
	// QuietFrom is the instant from which the silence after the third check-in
	// counts as an answer; zero where the sequence has ended otherwise.
	QuietFrom time.Time
	Notices   []Notice
	// Asked is what only the user can say, as long as he has not said it. What he was not
	// told of yet is among the notices as well.
	Asked   []Notice
	Reasons []Reason // of the state
	// Next is the earliest instant after now at which the schedule changes by
	// itself; zero if it never does.
	Next time.Time
}

// Pending returns the follow-ups that are still to be sent.
func (s Schedule) Pending() []FollowUp {
	var pending []FollowUp
	for _, f := range s.FollowUps {
		if f.Pending() {
			pending = append(pending, f)
		}
	}
	return pending
}

// Plan says which follow-ups the application has at now, and why. cal reckons in
// the application's time zone.
func Plan(a *Application, cal *Calendar, pol Policy, now time.Time) Schedule {
	p := &planner{a: a, cal: cal, pol: pol, now: now, marks: marksOf(a)}
	p.gatherDoubts()
	p.hear()
	p.hints()
	p.thanks()
	p.checkIns()
	p.replies()
	p.desk()
	p.finish()
	return p.out
}

// planner holds one planning while it goes on.
type planner struct {
	a     *Application
	cal   *Calendar
	pol   Policy
	now   time.Time
	marks marks
	heard heard
	out   Schedule

	contacts map[string]Contact
	doubts   doubts
	asked    map[string]bool   // topics
	moved    map[string]string // see movedTo; nil until it is asked for
}

// contact is Application.Contact, by an index.
func (p *planner) contact(key string) (Contact, bool) {
	if len(p.a.Contacts) <= 16 {
		return p.a.Contact(key)
	}
	if p.contacts == nil {
		for _, c := range slices.Backward(p.a.Contacts) {
			set(&p.contacts, c.Key(), c) // the first where there are two
		}
	}
	c, ok := p.contacts[key]
	return c, ok
}

// add settles one follow-up's status and takes it into the schedule.
func (p *planner) add(f FollowUp) {
	if p.pol.Off[f.Kind] {
		return
	}
	_, f.Placed = p.marks.placed[f.Key]
	f.Touched = p.marks.touched[f.Key]
	if d, ok := p.marks.sent[f.Key]; ok {
		f.Status = Sent
		f.because("sent", Say("you sent it on %s", p.day(d.at)), d.fact)
	} else if d, ok := p.marks.discarded[f.Key]; ok {
		f.Status = Declined
		f.because("declined", Say("you deleted the draft; it is not written again"), d.Key)
	}
	if f.Status == "" {
		p.block(&f)
	}
	if f.Status == "" {
		f.Status = p.standing(f)
	}
	p.waits(&f)
	p.remarks(f)
	if name, ok := p.marks.named[f.Key]; ok {
		f.Key = name // as the mailbox knows it
	}
	p.out.FollowUps = append(p.out.FollowUps, f)
}

// block finds what forbids the follow-up.
func (p *planner) block(f *FollowUp) {
	to := strings.ToLower(f.To.Address)
	switch {
	case p.a.Stopped:
		f.Status = Withdrawn
		f.because("stopped", Say("you stopped this application; `afterword resume` takes it up again"), "")
	case to == "":
		f.Status = Blocked
		f.because("no-address", Say("no address is known for %s, and none is guessed", f.To.Name), "")
	case p.a.Failing[to] != "":
		f.Status = Blocked
		f.because("address-failing", Say("mail to %s came back", f.To.Address), p.a.Failing[to])
	case NoReply(to):
		f.Status = Blocked
		f.because("no-reply", Say("nobody reads what is sent to %s", f.To.Address), "")
	}
}

// standing compares a follow-up's window with now.
func (p *planner) standing(f FollowUp) Status {
	switch {
	case f.Projected || p.now.Before(f.Opens):
		return Waiting
	case !p.now.After(f.Due):
		return Open
	case !f.Placed && !p.now.After(p.lateUntil(f)):
		return Open
	}
	return Overdue
}

// lateUntil is the instant until which a follow-up that was never drafted is
// still drafted.
func (p *planner) lateUntil(f FollowUp) time.Time {
	if p.pol.Late <= 0 {
		return f.Due
	}
	return p.cal.Closing(p.cal.Add(p.cal.Date(f.Due), p.pol.Late))
}

// finish sorts, and finds when the schedule changes next.
func (p *planner) finish() {
	p.single()
	slices.SortStableFunc(p.out.FollowUps, func(f, g FollowUp) int {
		return cmp.Or(f.Opens.Compare(g.Opens), f.Due.Compare(g.Due), cmp.Compare(f.Key, g.Key))
	})
	p.out.Notices = slices.DeleteFunc(p.out.Notices, func(n Notice) bool { return p.marks.told[n.Topic] })
	for _, f := range p.out.FollowUps {
		if f.Pending() && !f.Projected {
			p.next(f.Opens)
			// A window is open up to and including its due instant.
			p.next(f.Due.Add(time.Second))
			p.next(p.lateUntil(f).Add(time.Second))
		}
	}
	p.next(p.out.QuietFrom)
	for _, v := range p.a.Interviews {
		p.next(v.End)
	}
}

func (p *planner) next(t time.Time) {
	if t.After(p.now) && t.Year() > 1 && (p.out.Next.IsZero() || t.Before(p.out.Next)) {
		p.out.Next = t
	}
}

// notice tells the user something about a message.
func (p *planner) notice(topic, rule string, text Saying, f Fact) {
	n := noticeOf(topic, because(rule, text, f.Key), "")
	if m, ok := f.What.(Received); ok {
		n.Message = nameOfMessage(f, m.MessageID)
	}
	p.out.Notices = append(p.out.Notices, n)
}

// ask tells the user what only he can say. It is told once, however many letters wait
// for it.
func (p *planner) ask(n Notice) {
	if !p.asked[n.Topic] {
		set(&p.asked, n.Topic, true)
		p.out.Asked = append(p.out.Asked, n)
		p.out.Notices = append(p.out.Notices, n)
	}
}

func (f *FollowUp) because(rule string, text Saying, fact string) {
	f.Reasons = append(f.Reasons, because(rule, text, fact))
}

// day is the day of an instant in the application's zone.
func (p *planner) day(t time.Time) Date { return p.cal.Date(t) }

func longDay(d Date) string {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format("Mon Jan 2 2006")
}
