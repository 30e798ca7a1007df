package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// sequence is where the check-ins of a round stand. It is a fold of its own over
// what happened since the interview.
type sequence struct {
	p     *planner
	round Interview
	to    Contact

	slot   int // of the next check-in: how many were sent or declined, plus one
	number int // of the next check-in among those that were sent
	anchor anchor
	stop   State        // "" while it goes on
	why    Reason       // of the stop
	first  string       // Message-ID of the first check-in that was sent
	words  int          // of the last one
	gone   map[int]bool // slots whose draft left Drafts without having been sent, as it seemed
	dates  int          // how many decision dates the company named
	named  time.Time    // when the user told of the decision date that stands
}

// anchor is what a window is reckoned from.
type anchor struct {
	from Before
	day  Date      // for all but the decision date
	at   time.Time // drafts from before it say the wrong thing
	why  Reason
	// early says that the day counts also before a date that was named before it: a
	// question that the user asked then, or an answer to him without a date.
	early bool
}

// checkIns plans the status questions of the current round.
func (p *planner) checkIns() {
	v, ok := p.a.Round()
	if !ok || v.NoShow {
		return
	}
	s := &sequence{p: p, round: v, slot: 1, number: 1, gone: map[int]bool{}}
	s.to, _ = p.a.StatusContact()
	s.decide()
	if p.heard.outcome != nil {
		return
	}
	for _, f := range p.a.Facts {
		if !f.At.Before(v.End) {
			s.take(f)
		}
	}
	if doubt, ok := p.unsettled(v); ok && s.stop == "" {
		s.stop, s.why = Answered, Reason{"unsettled", p.said(doubt), doubt.Key}
	}
	if s.stop != "" {
		p.out.State = s.stop
		p.out.Reasons = append(p.out.Reasons, s.why)
		return
	}
	s.plan()
}

// decide finds the decision date: what the company named, else what is assumed.
func (s *sequence) decide() {
	p, v := s.p, s.round
	switch {
	case !v.Decision.IsZero():
		p.out.Decision = Decision{Date: v.Decision}
		s.anchor = anchor{from: AfterPromised, why: Reason{"decision", "the company named " + longDay(v.Decision) + " as its decision date", ""}}
	case p.pol.AssumeDecision > 0:
		d := p.cal.Add(p.cal.Date(v.End), p.pol.AssumeDecision)
		p.out.Decision = Decision{Date: d, Assumed: true}
		s.anchor = anchor{from: AfterAssumed, why: Reason{"assumed",
			fmt.Sprintf("no decision date is known; %s is assumed, %d business days after the interview", longDay(d), p.pol.AssumeDecision), ""}}
	}
	var known Date
	for _, f := range p.a.Facts {
		switch w := f.What.(type) {
		case Described:
			// What he says may only repeat what a message named.
			if had, ok := find(w.Interviews, v.ID); ok && had.Decision != known {
				s.dates, s.named, known = 1, f.At, had.Decision
			}
		case Received:
			if p.a.KindOf(w) == MessageTimeline && !w.Decision.IsZero() {
				known = w.Decision
				if f.At.Before(v.End) {
					s.dates = 1 // the others are counted as they are taken
				}
			}
		}
	}
}

// take takes one fact in.
func (s *sequence) take(f Fact) {
	switch w := f.What.(type) {
	case Received:
		if slices.ContainsFunc(s.p.heard.persons, func(g Fact) bool { return g.Key == f.Key }) {
			s.answer(f, w)
		}
	case Delivered:
		s.delivered(f, w)
	case Discarded:
		if n := s.slotOf(w.FollowUp); n >= s.slot {
			s.slot, s.gone[n] = n+1, true
			s.halt(Paused, Reason{"declined", "you deleted the check-in on " + s.p.day(f.At) + "; `afterword resume " + s.p.a.ID + "` goes on", f.Key})
		}
	case Resumed:
		s.stop = ""
	}
}

func (s *sequence) halt(state State, why Reason) { s.stop, s.why = state, why }

// answer takes what a person wrote.
func (s *sequence) answer(f Fact, m Received) {
	p := s.p
	why := func(rule string) Reason { return Reason{rule, p.said(f), f.Key} }
	kind := p.a.KindOf(m)
	switch {
	case kind == MessageTimeline && !m.Decision.IsZero():
		s.dates++
		from := AfterPromised
		if s.dates > 1 {
			from = AfterMoved
		}
		s.stop = ""
		s.anchor = anchor{from: from, at: f.At, why: Reason{"timeline", p.said(f) + " and named " + longDay(m.Decision), f.Key}}
	case kind == MessageHolding, kind == MessageTimeline,
		kind == MessageInterview && m.Meeting != nil:
		s.stop = ""
		s.anchor = anchor{from: AfterHolding, day: p.cal.Date(f.At), at: f.At, why: why("holding"), early: kind == MessageHolding}
	case kind == MessageQuestion:
		s.halt(Question, why("question"))
		p.notice("question/"+m.MessageID, "question",
			fmt.Sprintf("%s needs something from you (%q); nothing is drafted until you have answered", person(m), m.Subject), f.Key)
	case kind == MessageInterview:
		s.halt(Answered, why("interview"))
		p.notice("interview/"+m.MessageID, "interview",
			fmt.Sprintf("%s wrote about an interview (%q): enter it with `afterword add`, or go on with `afterword resume %s`", person(m), m.Subject, p.a.ID), f.Key)
	default:
		s.halt(Answered, why("answered"))
		if kind == MessageOther || kind == MessageAcknowledgement {
			p.notice("answered/"+m.MessageID, "answered",
				fmt.Sprintf("%s wrote (%q); nothing more is drafted: say what it was with `afterword mark %s holding`, or another kind", person(m), m.Subject, p.a.ID), f.Key)
		}
	}
}

func person(m Received) string {
	if m.From.Name != "" {
		return m.From.Name
	}
	return m.From.Address
}

// delivered takes what the user sent.
func (s *sequence) delivered(f Fact, d Delivered) {
	p := s.p
	day := p.cal.Date(f.At)
	if p.marks.sent[d.FollowUp].fact != f.Key {
		d.FollowUp = "" // it was sent already: this is a letter of the user's own
	}
	if n := s.slotOf(d.FollowUp); n > 0 {
		if n >= s.slot || s.gone[n] {
			s.sent(f, d, n)
		}
		return
	}
	if d.FollowUp != "" {
		return
	}
	if s.stop == Question {
		s.stop = ""
		s.anchor = anchor{from: AfterHolding, day: day, at: f.At, why: Reason{"your-answer", "you answered their question on " + p.day(f.At), f.Key}}
		return
	}
	if s.to.Address == "" || !slices.ContainsFunc(d.To, func(a string) bool { return strings.EqualFold(a, s.to.Address) }) {
		return
	}
	if opens, _, ok := s.window(); ok && s.stop == "" && !f.At.Before(opens) && s.number <= MaxCheckIns {
		s.sent(f, d, s.slot) // the user asked in his own words
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
		if a.from == AfterPromised || a.from == AfterMoved || a.from == AfterAssumed {
			if !opens.After(p.cal.Add(p.out.Decision.Date, 2)) {
				return
			}
		}
		a.day, a.at = p.cal.Date(f.At), f.At
		a.why = Reason{"your-letter", "you wrote to them yourself on " + p.day(f.At), f.Key}
	}
}

func (s *sequence) sent(f Fact, d Delivered, slot int) {
	s.stop = ""
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
		slot = s.slot - 1
	}
	s.anchor = anchor{from: AfterSilence, day: s.p.cal.Date(f.At), at: f.At, early: true,
		why: Reason{"sent", fmt.Sprintf("you sent check-in %d on %s", s.number, s.p.day(f.At)), f.Key}}
	s.slot, s.number = slot+1, s.number+1
}

// slotOf returns the slot of a check-in of this round, or 0 for any other key.
func (s *sequence) slotOf(key string) int {
	n, ok := strings.CutPrefix(key, "check-in/"+s.round.ID+"/")
	if !ok {
		return 0
	}
	slot, err := strconv.Atoi(n)
	if err != nil {
		return 0
	}
	return slot
}

// window reckons the next check-in's window from the anchor.
func (s *sequence) window() (opens, due time.Time, ok bool) {
	cal, decision := s.p.cal, s.p.out.Decision
	span := func(d Date, from, to int) {
		opens, due, ok = cal.Opening(cal.Add(d, from)), cal.Closing(cal.Add(d, to)), true
	}
	switch {
	case s.anchor.from == "" && s.anchor.day.IsZero():
		return
	case s.anchor.day.IsZero():
		span(decision.Date, 2, 3)
	default:
		span(s.anchor.day, 5, 7)
		// Else nobody is asked before the date that the company named has passed.
		early := s.anchor.early && !s.anchor.at.Before(s.named)
		if d := decision; !early && !d.Date.IsZero() && !d.Assumed && !cal.Date(opens).After(d.Date) {
			span(d.Date, 2, 3)
		}
	}
	if r := s.p.marks.resumed; !r.IsZero() && due.Before(r) {
		d := cal.OnOrAfter(cal.Date(r))
		opens, due = cal.Opening(d), cal.Closing(cal.Add(d, 2))
	}
	return
}

// plan adds the next check-in, and reckons those after it as if each were sent
// on the day its window opens.
func (s *sequence) plan() {
	p := s.p
	opens, due, ok := s.window()
	if !ok {
		return
	}
	if s.number > MaxCheckIns {
		s.ended()
		return
	}
	after, why, since := s.anchor.from, s.anchor.why, s.anchor.at
	var last FollowUp
	for n := s.number; n <= MaxCheckIns; n++ {
		f := FollowUp{Key: fmt.Sprintf("check-in/%s/%d", s.round.ID, s.slot+n-s.number), Kind: CheckIn, Number: n,
			Interview: s.round.ID, To: s.to, Opens: opens, Due: due, After: after, Answers: s.first, Words: s.words, Since: since, Projected: n > s.number}
		if n == 1 && p.pol.InThread {
			f.Answers = s.thread()
		}
		f.Reasons = append(f.Reasons, why)
		f.because("check-in", fmt.Sprintf("check-in %d may go out from %s", n, p.day(opens)), "")
		p.shiftDays(&f)
		p.add(f)
		last = f
		day := p.cal.Date(f.Opens)
		opens, due = p.cal.Opening(p.cal.Add(day, 5)), p.cal.Closing(p.cal.Add(day, 7))
		after, why = AfterSilence, Reason{"projected", fmt.Sprintf("if check-in %d is sent on %s", n, longDay(day)), ""}
	}
	if !p.pol.Off[CheckIn] {
		p.out.QuietFrom = p.cal.Closing(p.cal.Add(p.cal.Date(last.Opens), 7))
	}
}

// thread returns the Message-ID of what the status contact wrote last; "" where
// there is nothing to answer.
func (s *sequence) thread() string {
	for _, f := range slices.Backward(s.p.a.Facts) {
		if m, ok := f.What.(Received); ok && m.Person && s.to.Address != "" && strings.EqualFold(m.From.Address, s.to.Address) {
			return m.MessageID
		}
	}
	return ""
}

// ended says what follows on the last check-in.
func (s *sequence) ended() {
	p := s.p
	if s.anchor.from != AfterSilence {
		p.out.Reasons = append(p.out.Reasons, s.anchor.why, Reason{"no-check-in-left", "all three check-ins of this round are sent", ""})
		return
	}
	p.out.QuietFrom = p.cal.Closing(p.cal.Add(s.anchor.day, 7))
	if !p.now.Before(p.out.QuietFrom) {
		p.out.State = Quiet
		text := "three check-ins stayed unanswered: it is time to shift focus"
		p.out.Reasons = append(p.out.Reasons, Reason{"quiet", text, s.anchor.why.Fact})
		p.notice("quiet/"+s.round.ID, "quiet", text, s.anchor.why.Fact)
	}
}
