package rules

import "time"

// replies plans the answer to an offer or a rejection.
func (p *planner) replies() {
	if p.a.Stopped {
		p.out.State = Halted
		p.out.Reasons = []Reason{{"stopped", "you stopped this application; `afterword resume " + p.a.ID + "` takes it up again", ""}}
	}
	if p.heard.outcome == nil {
		return
	}
	f := *p.heard.outcome
	m := f.What.(Received)
	reply := FollowUp{Number: 1, To: m.From, Answers: m.MessageID, RespondBy: m.RespondBy,
		Opens: f.At.In(p.cal.Zone()), Due: p.cal.AddHours(f.At, thankHours)}
	if v, ok := p.a.Round(); ok {
		reply.Interview = v.ID
	}
	if c, ok := p.a.ContactAt(m.From.Address); ok {
		reply.To = c
	}
	state := Offered
	reply.Kind, reply.Key = OfferReply, "offer-reply/"+m.MessageID
	if p.a.KindOf(m) == MessageRejection {
		state = Rejected
		reply.Kind, reply.Key = RejectionReply, "rejection-reply/"+m.MessageID
	}
	if !p.a.Stopped {
		p.out.State = state
	}
	p.out.Reasons = append(p.out.Reasons, Reason{string(state), p.said(f), f.Key})
	reply.because(string(reply.Kind), p.said(f)+": a prompt answer is due within 24 business hours", f.Key)
	p.refuse(&reply, m, f.At)
	if reply.Status == "" && p.marks.sent[reply.Key].fact == "" {
		p.writtenYourself(&reply, f.At)
	}
	p.add(reply)
}

// refuse blocks a reply that nobody would read or that nobody is owed.
func (p *planner) refuse(reply *FollowUp, m Received, at time.Time) {
	switch {
	case m.NoReply:
		reply.Status = Blocked
		reply.because("no-reply", "it came from an address that nobody reads", "")
	case m.Distrust != "":
		reply.Status = Blocked
		reply.because("distrusted", m.Distrust, "")
	case reply.Kind == RejectionReply && !m.Person:
		reply.Status = Blocked
		reply.because("automated", "it is an automated rejection: nobody waits for an answer", "")
	case reply.Kind == RejectionReply && !p.met(at):
		reply.Status = Blocked
		reply.because("no-interview", "no interview took place, so there is nobody to thank", "")
	}
}

// met reports whether an interview took place before an instant.
func (p *planner) met(at time.Time) bool {
	for _, v := range p.a.Ended(at) {
		if !v.NoShow {
			return true
		}
	}
	return false
}

// reopened reports whether something after the outcome took the application up
// again: a new meeting, or the user's word.
func (p *planner) reopened(outcome Fact) bool {
	for _, f := range p.a.Facts {
		if !f.At.After(outcome.At) {
			continue
		}
		switch w := f.What.(type) {
		case Resumed:
			return true
		case Received:
			if p.a.KindOf(w) == MessageInterview && w.Meeting != nil && !w.Meeting.Cancelled && w.Distrust == "" {
				return true
			}
		case Described:
			for _, v := range w.Interviews {
				if v.End.After(outcome.At) && !v.Cancelled && !p.describedBefore(v.ID, f.At) {
					return true
				}
			}
		}
	}
	return false
}

// describedBefore reports whether the user had entered an interview earlier.
func (p *planner) describedBefore(id string, at time.Time) bool {
	for _, f := range p.a.Facts {
		if w, ok := f.What.(Described); ok && f.At.Before(at) {
			for _, v := range w.Interviews {
				if v.ID == id {
					return true
				}
			}
		}
	}
	return false
}
