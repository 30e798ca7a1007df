package rules

import (
	"slices"
	"sort"
	"time"
)

// settleOutcome finds which offer or rejection stands. One is answered once a round:
// what says the same again (the contract after the call, a second system) is told, and
// answered only where the first could not be, or was left unanswered: a reply that the
// user has edited stands for both.
func (p *planner) settleOutcome() {
	var stands *Fact
	var again []Fact
	if len(p.heard.outcomes) == 0 {
		return
	}
	opened := p.reopenings()
	for i := range p.heard.outcomes {
		o := &p.heard.outcomes[i]
		switch {
		case stands == nil, p.a.KindOf(stands.What.(Received)) != p.a.KindOf(o.What.(Received)), opened.between(stands.At, o.At):
			stands, again = o, nil
		case p.replaces(stands, o):
			stands = o
		default:
			again = append(again, *o)
		}
	}
	if stands == nil || opened.between(stands.At, endOfTime) {
		return
	}
	p.heard.outcome = stands
	for _, f := range again {
		m := f.What.(Received)
		if p.a.KindOf(m) == MessageOffer {
			p.notice("again/"+identity(f), "offer-again", Say("%s wrote again about the offer (%q): an offer is answered once, so no draft is made for this", person(m), m.Subject), f)
		}
	}
	p.tellAfter(*stands)
}

// endOfTime is later than anything that happens.
var endOfTime = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// tellAfter tells what persons need after an outcome: nothing is drafted any more, and
// a contract or a form is not to be missed.
func (p *planner) tellAfter(outcome Fact) {
	list := p.heard.persons
	for _, f := range list[sort.Search(len(list), func(i int) bool { return list[i].At.After(outcome.At) }):] {
		if m := f.What.(Received); p.a.KindOf(m) == MessageQuestion {
			p.notice("question/"+identity(f), "question", Say("%s needs something from you (%q)", person(m), m.Subject), f)
		}
	}
}

// replaces reports whether an offer or rejection is to be answered in the place of one
// before it.
func (p *planner) replaces(stands, next *Fact) bool {
	reply, m := p.replyTo(*stands)
	if p.refuse(&reply, m, stands.At); reply.Status != "" {
		other, m := p.replyTo(*next)
		p.refuse(&other, m, next.At)
		return other.Status == ""
	}
	_, declined := p.marks.discarded[reply.Key]
	answered := declined || p.marks.touched[reply.Key] || p.marks.sent[reply.Key].fact != "" || p.writtenYourself(&reply, stands.At)
	since, ok := p.wroteSince(*stands)
	return !answered && (p.lateUntil(reply).Before(next.At) || ok && since.At.Before(next.At))
}

// replyTo returns the reply that a message is due, and the message.
func (p *planner) replyTo(f Fact) (FollowUp, Received) {
	m := f.What.(Received)
	reply := FollowUp{Kind: OfferReply, Number: 1, To: m.From, Answers: m.MessageID, RespondBy: m.RespondBy,
		Opens: f.At.In(p.cal.Zone()), Due: p.cal.AddHours(f.At, thankHours)}
	if c, ok := p.contact(p.movedTo(m.From.Key())); ok {
		reply.To = c
	}
	if p.a.KindOf(m) == MessageRejection {
		reply.Kind = RejectionReply
	}
	reply.Key = string(reply.Kind) + "/" + identity(f)
	return reply, m
}

// replies plans the answer to an offer or a rejection.
func (p *planner) replies() {
	if p.a.Stopped {
		p.out.State = Halted
		p.out.Reasons = []Reason{because("stopped", Say("you stopped this application; `afterword resume %s` takes it up again", p.a.ID), "")}
	}
	if p.heard.outcome == nil {
		return
	}
	f := *p.heard.outcome
	reply, m := p.replyTo(f)
	if v, ok := p.a.Round(); ok {
		reply.Interview = v.ID
	}
	state := Offered
	if reply.Kind == RejectionReply {
		state = Rejected
	}
	if !p.a.Stopped {
		p.out.State = state
	}
	p.out.Reasons = append(p.out.Reasons, because(string(state), p.said(f), f.Key))
	reply.because(string(reply.Kind), Say("%s: a prompt answer is due within 24 business hours", p.said(f)), f.Key)
	p.refuse(&reply, m, f.At)
	if reply.Status == "" && p.marks.sent[reply.Key].fact == "" && !p.writtenYourself(&reply, f.At) {
		p.withdrawReply(&reply, f)
	}
	p.shiftHours(&reply)
	p.add(reply)
}

// withdrawReply ends a reply that what a person wrote after the outcome made pointless:
// it would answer what is not the last word any more.
func (p *planner) withdrawReply(reply *FollowUp, outcome Fact) {
	f, ok := p.wroteSince(outcome)
	if !ok {
		return
	}
	m := f.What.(Received)
	reply.Status = Withdrawn
	reply.because("answered", Say("%s before it was sent", p.said(f)), f.Key)
	if _, declined := p.marks.discarded[reply.Key]; !declined && p.a.KindOf(m) != MessageQuestion { // which is told anyway
		p.notice("since/"+identity(f), "since-outcome", Say("%s wrote again after the %s (%q), so no draft answers it: an answer to both is yours to write",
			person(m), p.a.KindOf(outcome.What.(Received)), m.Subject), f)
	}
}

// wroteSince returns the first message of a person after an outcome. The outcome said
// once more is none.
func (p *planner) wroteSince(outcome Fact) (Fact, bool) {
	list := p.heard.persons
	for _, f := range list[sort.Search(len(list), func(i int) bool { return list[i].At.After(outcome.At) }):] {
		if !slices.ContainsFunc(p.heard.outcomes, func(o Fact) bool { return o.Key == f.Key }) {
			return f, true
		}
	}
	return Fact{}, false
}

// refuse blocks a reply that nobody would read or that nobody is owed.
func (p *planner) refuse(reply *FollowUp, m Received, at time.Time) {
	switch {
	case m.NoReply, NoReply(m.From.Address):
		reply.Status = Blocked
		reply.because("no-reply", Say("it came from an address that nobody reads"), "")
	case m.Distrust != "":
		reply.Status = Blocked
		reply.because("distrusted", Say("%s", Clause(m.Distrust)), "")
	case m.hinted && !p.known(m.From):
		reply.Status = Blocked
		reply.because("unknown-address", Say("%s is none of your contacts: enter it with `afterword edit %s` if you trust it", m.From.Address, p.a.ID), "")
	case reply.Kind == RejectionReply && !m.Person:
		reply.Status = Blocked
		reply.because("automated", Say("it is an automated rejection: nobody waits for an answer"), "")
	case reply.Kind == RejectionReply:
		if met, doubt := p.met(at); !met && doubt.Key != "" {
			reply.Status = Blocked
			reply.because("unsettled", Say("%s: whether the meeting took place is not known", p.said(doubt)), doubt.Key)
		} else if !met {
			reply.Status = Blocked
			reply.because("no-interview", Say("no interview took place, so there is nobody to thank"), "")
		}
	}
}

// met reports whether an interview took place before an instant. One that was answered
// before its planned end has. Where it is known of none, doubt is the message for which
// it is not known of one; its key is "" where there is none.
func (p *planner) met(at time.Time) (met bool, doubt Fact) {
	for _, v := range p.a.Interviews {
		if v.Cancelled || v.NoShow || v.begin().After(at) {
			continue
		}
		f, unsettled := p.unsettled(v)
		if !unsettled {
			return true, Fact{}
		}
		doubt = f
	}
	return false, doubt
}

// known reports whether somebody is a contact of the application.
func (p *planner) known(c Contact) bool {
	_, ok := p.contact(c.Key())
	return ok
}

// reopenings are what took the application up again, in order: the user's word, or a
// meeting. It counts for what came before it, if it ends after that.
type reopenings []reopening

type reopening struct {
	at  time.Time
	end time.Time // the latest of this one and those after it
}

func (p *planner) reopenings() reopenings {
	var list reopenings
	described := map[string]bool{}
	for _, f := range p.a.Facts {
		one := reopening{at: f.At}
		switch w := f.What.(type) {
		case Resumed:
			one.end = endOfTime
		case Received:
			if p.a.KindOf(w) == MessageInterview && w.Meeting != nil && !w.Meeting.Cancelled && w.Distrust == "" && !p.a.late[f.Key] {
				one.end = endOfTime
			}
		case Described:
			for _, v := range w.Interviews {
				if !described[v.ID] && !v.Cancelled {
					one.end = latestOf(one.end, v.End)
				}
			}
			for _, v := range w.Interviews {
				described[v.ID] = true
			}
		}
		if !one.end.IsZero() {
			list = append(list, one)
		}
	}
	for i := len(list) - 2; i >= 0; i-- {
		list[i].end = latestOf(list[i].end, list[i+1].end)
	}
	return list
}

// between reports whether what was settled at an instant was taken up again after it,
// and before another.
func (l reopenings) between(settled, until time.Time) bool {
	i := sort.Search(len(l), func(i int) bool { return l[i].at.After(settled) })
	return i < len(l) && l[i].at.Before(until) && l[i].end.After(settled)
}
