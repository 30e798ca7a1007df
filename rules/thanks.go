package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// thankHours is the span of a thank-you's window, and of a reply's, in business hours.
const thankHours = 24

// thanks plans the thank-yous of every interview that took place.
func (p *planner) thanks() {
	for _, v := range p.a.Interviews {
		switch {
		case v.Cancelled:
		case p.heard.outcome != nil && p.heard.outcome.At.Before(v.End):
			// What was settled before the meeting made it pointless.
		case v.NoShow:
			p.noShow(v)
		default:
			p.thankFor(v)
		}
	}
}

// thankFor plans one thank-you for each interviewer of v. Those without an
// address are left to the recruiter: one note, naming them.
func (p *planner) thankFor(v Interview) {
	var passOn []Contact
	var list []FollowUp
	for i, key := range v.Interviewers {
		c, ok := p.a.Contact(key)
		switch {
		case !ok, slices.Contains(v.Interviewers[:i], key):
		case c.Address == "":
			passOn = append(passOn, c)
		default:
			list = append(list, p.thankYou(v, c, c.Key()))
		}
	}
	if len(passOn) > 0 {
		list = p.passOn(v, list, passOn)
	}
	for _, f := range list {
		p.add(f)
	}
}

// passOn puts the thanks for those without an address into the recruiter's own
// thank-you, if there is one, else into a note to the recruiter.
func (p *planner) passOn(v Interview, list []FollowUp, names []Contact) []FollowUp {
	to, ok := p.a.StatusContact()
	if !ok {
		f := p.thankYou(v, names[0], names[0].Key())
		return append(list, f) // blocked: nobody has an address, and the user sees why
	}
	for i := range list {
		if list[i].To.Key() == to.Key() {
			list[i].PassOn = names
			return list
		}
	}
	f := p.thankYou(v, to, "pass-on")
	f.PassOn = names
	f.because("pass-on", fmt.Sprintf("%d interviewer(s) without an address: %s is asked to pass the thanks on", len(names), to.Name), "")
	return append(list, f)
}

func (p *planner) thankYou(v Interview, to Contact, key string) FollowUp {
	f := FollowUp{Key: "thank-you/" + v.ID + "/" + key, Kind: ThankYou, Number: 1, Interview: v.ID, To: to,
		Opens: v.End.In(p.cal.Zone()), Due: p.cal.AddHours(v.End, thankHours)}
	f.because("thank-you", fmt.Sprintf("the interview ended on %s; thanks are due within 24 business hours", p.day(v.End)), "")
	p.shiftHours(&f)
	if _, sent := p.marks.sent[f.Key]; sent {
		return f
	}
	if !p.writtenYourself(&f, v.End) {
		p.withdrawThanks(&f, v)
	}
	return f
}

// withdrawThanks ends a thank-you that what arrived after the interview made
// pointless, or that nobody knows to be deserved.
func (p *planner) withdrawThanks(f *FollowUp, v Interview) {
	if stop, ok := p.stopSince(v.End); ok {
		f.Status = Withdrawn
		back := "; `afterword resume " + p.a.ID + "` brings it back"
		if p.heard.outcome != nil {
			back = ""
		}
		f.because("answered", p.said(stop)+" before it was sent"+back, stop.Key)
		return
	}
	if doubt, ok := p.unsettled(v); ok {
		f.Status = Withdrawn
		f.because("unsettled", p.said(doubt)+": whether the meeting took place is not known", doubt.Key)
		p.notice("unsettled/"+v.ID+"/"+doubt.Key, "unsettled",
			"the interview seems to be moved or called off: say so with `afterword edit "+p.a.ID+"`, or `afterword resume "+p.a.ID+"` if it takes place as planned", doubt.Key)
	}
}

// unsettled returns the message that puts in doubt, in prose alone, whether v
// takes place as planned. The user settles it by changing that very interview, or
// by resuming; entering another one does not.
func (p *planner) unsettled(v Interview) (doubt Fact, found bool) {
	var planned, doubted time.Time // the end of v, as the user described it
	for _, f := range p.a.Facts {
		switch w := f.What.(type) {
		case Received:
			if w.Unsettled && p.a.KindOf(w) == MessageInterview && f.At.Before(v.End) && f.At.After(p.marks.resumed) {
				doubt, found, doubted = f, true, planned
			} else if w.Meeting != nil && f.At.Before(v.End) {
				found = false // a calendar part settled it
			}
		case Described:
			if had, ok := find(w.Interviews, v.ID); ok {
				planned = had.End
				found = found && planned.Equal(doubted)
			}
		}
	}
	return doubt, found
}

func find(list []Interview, id string) (Interview, bool) {
	for _, v := range list {
		if v.ID == id {
			return v, true
		}
	}
	return Interview{}, false
}

// noShow plans the message to somebody who did not come.
func (p *planner) noShow(v Interview) {
	to, ok := p.a.StatusContact()
	if !ok && len(v.Interviewers) > 0 {
		to, _ = p.a.Contact(v.Interviewers[0])
	}
	f := FollowUp{Key: "no-show/" + v.ID, Kind: NoShow, Number: 1, Interview: v.ID, To: to, Opens: v.End.In(p.cal.Zone())}
	day := p.cal.Date(v.End)
	if f.Due = p.cal.Closing(day); !p.cal.BusinessDay(day) || !f.Due.After(v.End) {
		f.Due = p.cal.AddHours(v.End, thankHours)
	}
	f.because("no-show", "they did not come on "+p.day(v.End)+": a same-day message offers to find another time", "")
	switch stop, ok := p.stopSince(v.End); {
	case p.writtenYourself(&f, v.End):
	case ok:
		f.Status = Withdrawn
		f.because("answered", p.said(stop), stop.Key)
	}
	p.add(f)
}

// writtenYourself settles a follow-up that the user made needless by a letter of
// his own since an instant: to the same person, or in answer to the same message.
func (p *planner) writtenYourself(f *FollowUp, since time.Time) bool {
	for _, d := range p.marks.letters {
		to := slices.ContainsFunc(d.To, func(to string) bool { return strings.EqualFold(to, f.To.Address) })
		if !d.at.Before(since) && (to || f.Answers != "" && slices.Contains(d.References, f.Answers)) {
			f.Status = Sent
			f.because("own-letter", "you wrote to "+f.To.Name+" yourself on "+p.day(d.at), d.fact)
			return true
		}
	}
	return false
}
