package rules

import (
	"cmp"
	"fmt"
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
}

// A Notice is something that the user is to be told once.
type Notice struct {
	Topic  string // identity: what was told under it is not told again
	Text   string
	Reason Reason
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
	Reasons   []Reason // of the state
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
	p.hear()
	p.thanks()
	p.checkIns()
	p.replies()
	p.settle()
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
}

// marks are what became of drafts, by the key of their follow-up.
type marks struct {
	sent      map[string]delivery
	placed    map[string]time.Time
	touched   map[string]bool
	discarded map[string]Fact
	told      map[string]bool
	resumed   time.Time  // last time
	letters   []delivery // of the user's own making, oldest first
}

// delivery is one message that the user sent.
type delivery struct {
	at   time.Time
	fact string
	Delivered
}

func marksOf(a *Application) marks {
	m := marks{map[string]delivery{}, map[string]time.Time{}, map[string]bool{}, map[string]Fact{}, map[string]bool{}, time.Time{}, nil}
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case Placed:
			m.placed[w.FollowUp] = f.At
		case Edited:
			m.touched[w.FollowUp] = true
		case Discarded:
			m.discarded[w.FollowUp] = f
		case Removed:
			delete(m.placed, w.FollowUp)
			delete(m.touched, w.FollowUp)
		case Delivered:
			d := delivery{f.At, f.Key, w}
			// A follow-up is sent once: what else looks like it (an answer under
			// the same subject) is a letter of the user's own.
			if _, again := m.sent[w.FollowUp]; w.FollowUp == "" || again {
				m.letters = append(m.letters, d)
			} else {
				m.sent[w.FollowUp] = d
			}
		case Resumed:
			m.resumed = f.At
		case Told:
			m.told[w.Topic] = true
		}
	}
	return m
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
		f.because("sent", "you sent it on "+p.day(d.at), d.fact)
	} else if d, ok := p.marks.discarded[f.Key]; ok {
		f.Status = Declined
		f.because("declined", "you deleted the draft; it is not written again", d.Key)
	}
	if f.Status == "" {
		p.block(&f)
	}
	if f.Status == "" {
		f.Status = p.standing(f)
	}
	p.out.FollowUps = append(p.out.FollowUps, f)
}

// block finds what forbids the follow-up.
func (p *planner) block(f *FollowUp) {
	to := strings.ToLower(f.To.Address)
	switch {
	case p.a.Stopped:
		f.Status = Withdrawn
		f.because("stopped", "you stopped this application; `afterword resume` takes it up again", "")
	case to == "":
		f.Status = Blocked
		f.because("no-address", fmt.Sprintf("no address is known for %s, and none is guessed", f.To.Name), "")
	case p.a.Failing[to] != "":
		f.Status = Blocked
		f.because("address-failing", "mail to "+f.To.Address+" came back", p.a.Failing[to])
	case p.a.Distrusted[to] != "":
		f.Status = Blocked
		f.because("distrusted", p.a.Distrusted[to], "")
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

// settle sorts, and finds when the schedule changes next.
func (p *planner) settle() {
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

func (p *planner) notice(topic, rule, text, fact string) {
	p.out.Notices = append(p.out.Notices, Notice{topic, text, Reason{rule, text, fact}})
}

func (f *FollowUp) because(rule, text, fact string) {
	f.Reasons = append(f.Reasons, Reason{rule, text, fact})
}

// day writes an instant as people say it, in the application's zone.
func (p *planner) day(t time.Time) string { return longDay(p.cal.Date(t)) }

func longDay(d Date) string {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format("Mon Jan 2 2006")
}
