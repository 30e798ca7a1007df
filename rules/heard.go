package rules

import (
	"fmt"
	"time"
)

// heard is what the company said, as far as it bears on the follow-ups.
type heard struct {
	persons []Fact            // what persons wrote, and outcomes whoever wrote them
	away    map[string][]away // by the address of who is away, in order of time
	outcome *Fact             // the offer or rejection that stands, if any
}

// away is an absence that an automatic answer told of.
type away struct {
	told time.Time // when it told
	back Date      // the day the person is back
	fact string
}

// hear goes through what arrived. What is older than both the first interview and
// the user's first word of the application belongs to another story.
func (p *planner) hear() {
	p.heard.away = map[string][]away{}
	since := p.beginning()
	p.out.State = Active
	for i := range p.a.Facts {
		f := p.a.Facts[i]
		m, ok := f.What.(Received)
		if !ok || f.At.Before(since) {
			continue
		}
		kind := p.a.KindOf(m)
		// What anyone may have put into a From header is no outcome by itself.
		sure := m.Sure && m.Distrust == "" || kind != m.Kind || p.marked(m)
		switch kind {
		case MessageOffer, MessageRejection:
			p.heard.persons = append(p.heard.persons, f)
			if sure {
				p.heard.outcome = &p.a.Facts[i]
			} else {
				p.notice("ask/"+m.MessageID, "unsure", fmt.Sprintf("%q from %s reads like %s, but not clearly: say `afterword mark %s %s` or another kind",
					m.Subject, m.From.Name, article(kind), p.a.ID, kind), f.Key)
			}
		case MessageAutoReply:
			if !m.Return.IsZero() {
				p.heard.away[m.From.Key()] = append(p.heard.away[m.From.Key()], away{f.At, m.Return, f.Key})
			}
		case MessageBounce:
			for _, address := range m.Failed {
				p.notice("bounce/"+address+"/"+m.MessageID, "bounce", bounceText(address, m.Temporary), f.Key)
			}
		case MessageAcknowledgement, MessageOther:
			// Whatever a person wrote stops the sequence, unless the user says
			// that it is nothing.
			if m.Person && !p.marked(m) {
				p.heard.persons = append(p.heard.persons, f)
			}
		default:
			// An answer is one, also where a system carries it.
			p.heard.persons = append(p.heard.persons, f)
		}
		if m.Distrust != "" {
			p.notice("distrust/"+m.MessageID, "distrusted", fmt.Sprintf("nothing is drafted to %s: %s", m.From.Address, m.Distrust), f.Key)
		}
	}
	if o := p.heard.outcome; o != nil && p.reopened(*o) {
		p.heard.outcome = nil
	}
}

// beginning is when the user entered the application, or the end of its first
// interview if that was earlier.
func (p *planner) beginning() time.Time {
	var first time.Time
	for _, f := range p.a.Facts {
		if _, ok := f.What.(Described); ok {
			first = f.At
			break
		}
	}
	if len(p.a.Interviews) > 0 && p.a.Interviews[0].End.Before(first) {
		first = p.a.Interviews[0].End
	}
	return first
}

func (p *planner) marked(m Received) bool {
	for _, f := range p.a.Facts {
		if w, ok := f.What.(Marked); ok && w.MessageID == m.MessageID {
			return true
		}
	}
	return false
}

func bounceText(address string, temporary bool) string {
	if temporary {
		return "mail to " + address + " is delayed; the server is still trying"
	}
	return "mail to " + address + " came back: check the address; nothing more is drafted to it"
}

func article(k MessageKind) string {
	if k == MessageOffer {
		return "an offer"
	}
	return "a " + string(k)
}

// stopSince returns the first message of a person that came at or after from.
// One that the user waved through with resume does not count.
func (p *planner) stopSince(from time.Time) (Fact, bool) {
	for _, f := range p.heard.persons {
		if !f.At.Before(from) && f.At.After(p.marks.resumed) {
			return f, true
		}
	}
	return Fact{}, false
}

// said describes a message for a reason.
func (p *planner) said(f Fact) string {
	m := f.What.(Received)
	who := m.From.Name
	if who == "" {
		who = m.From.Address
	}
	if who == "" {
		who = "they"
	}
	verb := "wrote"
	if f.ByHand() {
		verb = "told you"
	}
	return fmt.Sprintf("%s %s on %s (%s)", who, verb, p.day(f.At), p.a.KindOf(m))
}
