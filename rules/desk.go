package rules

import "strings"

// An Answer is what the user decided about an offer, or about a candidacy of his own.
type Answer string

// What the user can decide. Withdraw takes his candidacy back where another offer was
// accepted.
const (
	Accepts   Answer = "accept"
	Declines  Answer = "decline"
	WantsTime Answer = "more-time"
	Withdraws Answer = "withdraw"
)

// Decided: the user has decided, and the letter that says so is drafted.
type Decided struct {
	Answer Answer `json:"answer"`
	By     Date   `json:"by,omitzero"` // more-time: until when he asks to have
}

func (Decided) what() string { return "decided" }

// letterOf is the follow-up that says an answer.
var letterOf = map[Answer]Kind{Accepts: Acceptance, Declines: Declining, WantsTime: MoreTime, Withdraws: Withdrawal}

// Answer returns what the user decided last, and the fact; false where he decided nothing
// that still stands. What he decided of an offer stands for that one alone.
func (p *planner) answer() (Decided, Fact, bool) {
	for i := len(p.a.Facts) - 1; i >= 0; i-- {
		f := p.a.Facts[i]
		w, ok := f.What.(Decided)
		switch {
		case !ok:
		case w.Answer != Withdraws && (p.heard.outcome == nil || p.a.KindOf(p.heard.outcome.What.(Received)) != MessageOffer || f.At.Before(p.heard.outcome.At)):
			return w, f, false
		default:
			return w, f, !p.reopenings().between(f.At, endOfTime)
		}
	}
	return Decided{}, Fact{}, false
}

// desk plans the letter in which the user answers an offer, or takes his candidacy back.
// What waited for that decision is withdrawn.
func (p *planner) desk() {
	w, f, ok := p.answer()
	if !ok {
		return
	}
	l := FollowUp{Kind: letterOf[w.Answer], Number: 1, RespondBy: w.By, Opens: f.At.In(p.cal.Zone()), Due: p.cal.AddHours(f.At, thankHours)}
	said := Say("you decided so on %s (%s)", p.day(f.At), w.Answer)
	switch w.Answer {
	case Withdraws:
		l.To, _ = p.a.StatusContact()
		p.out.State, p.out.Reasons = Halted, []Reason{because("withdrawn-candidacy", Say("you withdrew your application on %s", p.day(f.At)), f.Key)}
	default:
		reply, m := p.replyTo(*p.heard.outcome)
		l.To, l.Answers = reply.To, reply.Answers
		p.refuse(&l, m, p.heard.outcome.At)
		p.out.Reasons = append(p.out.Reasons, because(string(w.Answer), said, f.Key))
	}
	if v, ok := p.a.Round(); ok {
		l.Interview = v.ID
	}
	l.Key = string(l.Kind) + "/" + strings.TrimPrefix(f.Key, "user/")
	for i := range p.out.FollowUps {
		if o := &p.out.FollowUps[i]; o.Pending() && (w.Answer == Withdraws || o.Kind == OfferReply) {
			o.Status = Withdrawn
			o.because("decided", Say("%s, and that letter says it", said), f.Key)
		}
	}
	l.because(string(l.Kind), said, f.Key)
	if l.Status == "" && p.marks.sent[l.Key].fact == "" {
		p.writtenYourself(&l, f.At)
	}
	p.add(l)
}
