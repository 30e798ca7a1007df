package rules

import (
	"slices"
	"sort"
	"time"
)

// heard is what the company said, as far as it bears on the follow-ups.
type heard struct {
	persons  []Fact            // what persons wrote, and outcomes whoever wrote them, in order
	person   []bool            // which of the facts those are
	away     map[string][]away // by the address of who is away, in order of time
	outcomes []Fact            // the offers and rejections that are sure, in order
	outcome  *Fact             // the one that stands, if any
	hint     *Fact             // the first Hinted that nobody has explained
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
	p.heard.person = make([]bool, len(p.a.Facts))
	since := p.beginning()
	p.out.State = Active
	for _, n := range p.a.asks {
		p.ask(n)
	}
	p.out.Notices = append(p.out.Notices, p.a.news...)
	for i, f := range p.a.Facts {
		m, ok := f.What.(Received)
		if !ok || f.At.Before(since) || p.a.late[f.Key] {
			continue
		}
		kind := p.a.KindOf(m)
		// What anyone may have put into a From header is no outcome by itself.
		sure := m.Sure && m.Distrust == "" || m.said != ""
		switch kind {
		case MessageOffer, MessageRejection:
			p.takePerson(i)
			if sure {
				p.heard.outcomes = append(p.heard.outcomes, f)
			} else {
				text := Say("%q from %s reads like a rejection, but not clearly: say `afterword mark %s rejection` or another kind", m.Subject, m.From.Name, p.a.ID)
				if kind == MessageOffer {
					text = Say("%q from %s reads like an offer, but not clearly: say `afterword mark %s offer` or another kind", m.Subject, m.From.Name, p.a.ID)
				}
				p.ask(noticeOf("ask/"+identity(f), because("unsure", text, f.Key), nameOfMessage(f, m.MessageID)))
			}
		case MessageAutoReply:
			if !m.Return.IsZero() {
				key := m.From.Key()
				set(&p.heard.away, key, append(p.heard.away[key], away{f.At, m.Return, f.Key}))
			}
		case MessageBounce:
			for _, address := range m.Failed {
				p.notice("bounce/"+address+"/"+identity(f), "bounce", p.bounceText(address, m), f)
			}
		case MessageAcknowledgement, MessageOther:
			// Whatever a person wrote stops the sequence, unless the user says
			// that it is nothing.
			if m.Person && m.said == "" {
				p.takePerson(i)
			}
		default:
			// An answer is one, also where a system carries it.
			p.takePerson(i)
		}
		if m.Distrust != "" && kind != MessageBounce {
			p.notice("distrust/"+identity(f), "distrusted", Say("nothing is drafted in answer to %q from %s: %s; if it is real, say what it is with `afterword mark %s KIND`",
				m.Subject, m.From.Address, Clause(m.Distrust), p.a.ID), f)
		}
	}
	p.settleOutcome()
}

// takePerson takes in that a person wrote the fact with the index i.
func (p *planner) takePerson(i int) {
	p.heard.persons = append(p.heard.persons, p.a.Facts[i])
	p.heard.person[i] = true
}

// beginning is when the user entered the application, or the beginning of its first
// interview if that was earlier.
func (p *planner) beginning() time.Time {
	var first time.Time
	for _, f := range p.a.Facts {
		if _, ok := f.What.(Described); ok {
			first = f.At
			break
		}
	}
	if len(p.a.Interviews) > 0 {
		first = earlier(first, p.a.Interviews[0].begin())
	}
	return first
}

func (p *planner) bounceText(address string, m Received) Saying {
	switch {
	case m.Distrust != "":
		return Say("a report says that mail to %s came back, but %s: if the address is wrong, correct it with `afterword edit %s`", address, Clause(m.Distrust), p.a.ID)
	case m.Temporary:
		return Say("mail to %s is delayed; the server is still trying", address)
	}
	return Say("mail to %s came back: correct the address with `afterword edit %s`; nothing more is drafted to it until they write from there", address, p.a.ID)
}

// stopSince returns the first message of a person that came since an interview began.
// One that the user waved through with resume does not count, nor does one that tells of
// that very interview and of no other: an invitation that comes late is no answer.
func (p *planner) stopSince(v Interview) (Fact, bool) {
	list := p.heard.persons
	from := v.begin()
	i := sort.Search(len(list), func(i int) bool { return !list[i].At.Before(from) && list[i].At.After(p.marks.resumed) })
	for ; i < len(list); i++ {
		if m := list[i].What.(Received); p.a.KindOf(m) != MessageInterview || !m.tellsOnlyOf(v) {
			return list[i], true
		}
	}
	return Fact{}, false
}

// tellsOnlyOf reports whether a message tells of an interview as it stands, and of
// nothing else.
func (m Received) tellsOnlyOf(v Interview) bool {
	all := m.Meetings()
	return len(all) > 0 && !m.Unsettled && !slices.ContainsFunc(all, func(one Meeting) bool {
		said := one.Interview
		starts := said.Start.IsZero() || v.Start.IsZero() || said.Start.Equal(v.Start)
		return !said.firm() || said.Cancelled || said.Tentative || !starts || !said.End.Equal(v.End)
	})
}

// said describes a message for a reason.
func (p *planner) said(f Fact) Saying {
	m := f.What.(Received)
	day, kind := p.day(f.At), p.a.KindOf(m)
	switch who := person(m); {
	case who == "" && f.ByHand():
		return Say("they told you on %s (%s)", day, kind)
	case who == "":
		return Say("they wrote on %s (%s)", day, kind)
	case f.ByHand():
		return Say("%s told you on %s (%s)", who, day, kind)
	default:
		return Say("%s wrote on %s (%s)", who, day, kind)
	}
}
