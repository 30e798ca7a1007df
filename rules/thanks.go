package rules

import (
	"slices"
	"sort"
	"time"
)

// thankHours is the span of a thank-you's window, and of a reply's, in business hours.
const thankHours = 24

// thanks plans the thank-yous of every interview that took place.
func (p *planner) thanks() {
	for _, v := range p.a.Interviews {
		switch {
		case v.Cancelled:
		case p.heard.outcome != nil && p.heard.outcome.At.Before(v.begin()):
			// What was settled before the meeting made it pointless.
		case v.NoShow:
			p.noShow(v)
		default:
			p.thankFor(v)
		}
	}
}

// thankFor plans one thank-you for each interviewer of v. Those without an
// address that somebody reads are left to the recruiter: one note, naming them.
func (p *planner) thankFor(v Interview) {
	var passOn []Contact
	var list []FollowUp
	for i, key := range v.Interviewers {
		c, ok := p.contact(key)
		switch {
		case !ok, slices.Contains(v.Interviewers[:i], key):
		case c.Address != "" && !c.reachable() && c.Name == "":
		case !c.reachable():
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
	f.because("pass-on", Say("%d interviewer(s) without an address: %s is asked to pass the thanks on", len(names), to.Name), "")
	return append(list, f)
}

func (p *planner) thankYou(v Interview, to Contact, key string) FollowUp {
	f := FollowUp{Key: "thank-you/" + v.ID + "/" + key, Kind: ThankYou, Number: 1, Interview: v.ID, To: to,
		Opens: v.End.In(p.cal.Zone()), Due: p.cal.AddHours(v.End, thankHours)}
	f.because("thank-you", Say("the interview ended on %s; thanks are due within 24 business hours", p.day(v.End)), "")
	if gone, ok := p.marks.discarded[f.Key]; ok && gone.At.Before(v.begin()) {
		// He threw it away before they met: the interview was moved since.
		delete(p.marks.discarded, f.Key)
		f.Since = v.begin()
	}
	p.shiftHours(&f)
	if _, sent := p.marks.sent[f.Key]; sent {
		return f
	}
	if !p.writtenYourself(&f, v.begin()) {
		p.withdrawThanks(&f, v)
	}
	return f
}

// withdrawThanks ends a thank-you that what arrived after the interview made
// pointless, or that nobody knows to be deserved.
func (p *planner) withdrawThanks(f *FollowUp, v Interview) {
	if stop, ok := p.stopSince(v); ok {
		f.Status = Withdrawn
		why := Say("%s before it was sent; `afterword resume %s` brings it back", p.said(stop), p.a.ID)
		if p.heard.outcome != nil {
			why = Say("%s before it was sent", p.said(stop))
		}
		f.because("answered", why, stop.Key)
		return
	}
	if doubt, ok := p.unsettled(v); ok {
		f.Status = Withdrawn
		f.because("unsettled", Say("%s: whether the meeting took place is not known", p.said(doubt)), doubt.Key)
		text := Say("the interview seems to be moved or called off: say so with `afterword edit %s`, or `afterword resume %s` if it takes place as planned", p.a.ID, p.a.ID)
		p.ask(noticeOf("unsettled/"+v.ID+"/"+doubt.Key, because("unsettled", text, doubt.Key), nameOfMessage(doubt, doubt.What.(Received).MessageID)))
	}
}

// doubts are what bears on whether a meeting takes place, gathered once.
type doubts struct {
	prose []Fact // says that some are moved or called off, and not which or to when
	told  []Fact // says when one is: a message, or the user's word
}

func (p *planner) gatherDoubts() {
	for _, f := range p.a.Facts {
		switch w := f.What.(type) {
		case Received:
			kind := p.a.KindOf(w)
			if w.Unsettled && kind != MessageRejection && !(kind == MessageOther && w.said != "") {
				p.doubts.prose = append(p.doubts.prose, f)
			} else if w.firm() {
				p.doubts.told = append(p.doubts.told, f)
			}
		case Described:
			p.doubts.told = append(p.doubts.told, f)
		}
	}
}

// before returns the last of some facts that came before an instant.
func before(list []Fact, t time.Time) (Fact, bool) {
	i := sort.Search(len(list), func(i int) bool { return !list[i].At.Before(t) })
	if i == 0 {
		return Fact{}, false
	}
	return list[i-1], true
}

// unsettled returns the message that puts in doubt whether v takes place as planned: in
// prose alone, or for one of the two calendar events that tell of it. The user settles
// it by changing that very interview, or by resuming. Entering another one does not, nor
// does what else he changes: then he repeats of the interview what an invitation told.
func (p *planner) unsettled(v Interview) (doubt Fact, found bool) {
	if doubt, found = p.a.doubts[v.ID]; !found {
		if doubt, found = before(p.doubts.prose, v.End); found {
			found = !p.settled(v, doubt)
		}
	}
	if !found || !doubt.At.After(p.marks.resumed) {
		return Fact{}, false
	}
	var planned time.Time // the end of v, as it was known
	for _, f := range p.doubts.told {
		switch w := f.What.(type) {
		case Described:
			had, ok := find(w.Interviews, v.ID)
			switch {
			case !ok:
			case f.At.After(doubt.At) && !planned.Equal(had.End):
				return Fact{}, false
			default:
				planned = had.End
			}
		case Received:
			for _, one := range w.Meetings() {
				if said := one.Interview; said.UID != "" && !said.Cancelled && slices.Contains(v.ids(), meetingID(said.UID)) {
					planned = said.End
				}
			}
		}
	}
	return doubt, true
}

// settled reports whether a message said, after what put an interview in doubt, when it
// is.
func (p *planner) settled(v Interview, doubt Fact) bool {
	return slices.ContainsFunc(p.doubts.told, func(f Fact) bool {
		m, ok := f.What.(Received)
		return ok && p.after(f, doubt) && slices.ContainsFunc(m.Meetings(), func(one Meeting) bool {
			said := one.Interview
			return said.firm() && (said.UID != "" && slices.Contains(v.ids(), meetingID(said.UID)) || said.begin().Before(v.End) && v.begin().Before(said.End))
		})
	})
}

// after reports whether a fact is surely later than another one. Of two in one instant that
// is what answers something: mail that came while nobody looked may bear the same time, and
// then what is in doubt stays so.
func (p *planner) after(f, g Fact) bool {
	if f.At.Equal(g.At) {
		at := func(f Fact) int { return slices.IndexFunc(p.a.Facts, func(o Fact) bool { return o.Key == f.Key }) }
		return hasCause(f) && at(f) > at(g)
	}
	return f.At.After(g.At)
}

func find(list []Interview, id string) (Interview, bool) {
	for _, v := range list {
		if v.ID == id || slices.Contains(v.Also, id) {
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
	f.because("no-show", Say("they did not come on %s: a same-day message offers to find another time", p.day(v.End)), "")
	p.shiftDays(&f)
	switch stop, ok := p.stopSince(v); {
	case p.writtenYourself(&f, v.begin()):
	case ok:
		f.Status = Withdrawn
		f.because("answered", p.said(stop), stop.Key)
	}
	p.add(f)
}
