package rules

import (
	"slices"
	"strings"
)

// delivered takes what the user sent.
func (s *sequence) delivered(f Fact, d Delivered) {
	p := s.p
	d.FollowUp = p.marks.key(d.FollowUp)
	if p.marks.sent[d.FollowUp].fact != f.Key {
		d.FollowUp = "" // it was sent already: this is a letter of the user's own
	}
	if d.FollowUp != "" && s.slotOf(d.FollowUp) == 0 {
		return
	}
	settled := s.open.settle(d)
	if n := s.slotOf(d.FollowUp); n > 0 {
		if n >= s.slot || s.gone[n] {
			s.sent(f, d, n)
		}
		return
	}
	if d.Asks && s.number <= MaxCheckIns {
		s.sent(f, d, s.slot) // in his own words, whoever he asked
		return
	}
	if settled || s.open.answers(d) {
		if s.stop == Question {
			s.goOn()
		}
		if s.anchor.waitsLonger(f, p) {
			return // the date that they named stands, and the letter refers to it
		}
		s.anchor = anchor{from: AfterHolding, day: p.cal.Date(f.At), at: f.At, why: because("your-answer", Say("you answered their question on %s", p.day(f.At)), f.Key)}
		return
	}
	if d.MayAsk && s.unclear == nil && (s.mayBeCheckIn(f, d) || s.p.marks.told[unclearTopic(f, s.slot)]) {
		s.unclear = &f
	}
	if s.to.Address == "" || !slices.ContainsFunc(d.To, func(a string) bool { return strings.EqualFold(a, s.to.Address) }) {
		return
	}
	if f.At.After(p.cal.AddHours(s.round.End, thankHours)) {
		s.anchor.own(f, p)
	} // else he gave thanks, which puts no question off
}

// own notes a letter of the user's own before any check-in was due: asking again
// within the spacing of two check-ins would press.
func (a *anchor) own(f Fact, p *planner) {
	if opens := p.cal.Add(p.cal.Date(f.At), 5); a.from != "" && (a.day.IsZero() || a.day.Before(p.cal.Date(f.At))) {
		if a.waitsLonger(f, p) || a.from == AfterAssumed && !opens.After(p.cal.Add(p.out.Decision.Date, 2)) {
			return
		}
		a.day, a.at = p.cal.Date(f.At), f.At
		a.why = because("your-letter", Say("you wrote to them yourself on %s", p.day(f.At)), f.Key)
	}
}

// waitsLonger reports whether the window of a date that the company named opens later
// than the spacing of two check-ins after a letter of the user's allows.
func (a *anchor) waitsLonger(f Fact, p *planner) bool {
	return (a.from == AfterPromised || a.from == AfterMoved) && p.cal.Add(p.out.Decision.Date, 2).After(p.cal.Add(p.cal.Date(f.At), 5))
}

func (s *sequence) sent(f Fact, d Delivered, slot int) {
	if slot < s.slot {
		s.lost = nil // this is it
	}
	s.unclear = nil
	s.goOn()
	if s.first == "" {
		s.first = d.MessageID
	}
	s.words = d.Words
	switch {
	case slot > s.slot:
		s.number += slot - s.slot // the ones before it were sent unseen
	case slot < s.slot:
		// A client takes the draft out when it is opened, and the user wrote for
		// a while: it was not thrown away after all.
		delete(s.gone, slot)
		s.recount(slot)
		slot = s.slot - 1
	}
	s.anchor = anchor{from: AfterSilence, day: s.p.cal.Date(f.At), at: f.At, early: true,
		why: because("sent", Say("you sent check-in %d on %s", s.number, s.p.day(f.At)), f.Key)}
	s.slot, s.number = slot+1, s.number+1
}
