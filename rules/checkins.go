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

	slot    int // of the next check-in: how many were sent or declined, plus one
	number  int // of the next check-in among those that were sent
	anchor  anchor
	stop    State        // "" while it goes on
	why     Reason       // of the stop
	first   string       // Message-ID of the first check-in that was sent
	words   int          // of the last one
	gone    map[int]bool // slots whose draft left Drafts without having been sent, as it seemed
	lost    *Fact        // the draft that left Drafts and may have been sent, with no copy kept
	counted int          // slot of one that counts as sent for that; 0 for none
	dates   int          // how many decision dates the company named
	named   time.Time    // when the user told of the decision date that stands
	open    questions    // that wait for the user's answer
	choices []choice     // those of them that are choices of a time
	// came is when each message of theirs came, by its Message-ID, and unclear the letter
	// of the user's own that may have been the next check-in, while he has not said.
	came    map[string]time.Time
	unclear *Fact
}

// anchor is what a window is reckoned from.
type anchor struct {
	from Before
	day  Date      // for all but the decision date
	at   time.Time // drafts from before it say the wrong thing
	why  Reason
	// early says that the day counts also before a date that was named before it: the
	// user asked then.
	early bool
}

// checkIns plans the status questions of the current round.
func (p *planner) checkIns() {
	v, ok := p.a.Round()
	if !ok || v.NoShow {
		return
	}
	s := &sequence{p: p, round: v, slot: 1, number: 1}
	s.to, _ = p.a.StatusContact()
	s.decide()
	if p.heard.outcome != nil {
		return
	}
	for i, f := range p.a.Facts {
		if !f.At.Before(v.begin()) {
			s.apply(f, p.heard.person[i])
		}
	}
	s.askChoices()
	if s.lost != nil {
		p.ask(noticeOf("vanished/"+s.lost.Key, because("vanished", s.lostText(), s.lost.Key), ""))
	}
	if doubt, ok := p.unsettled(v); ok && s.stop == "" {
		s.stop, s.why = Answered, because("unsettled", p.said(doubt), doubt.Key)
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
		why := because("decision", Say("the company named %s as its decision date", v.Decision), "")
		if f, m, ok := p.promised(v); ok {
			p.out.Decision.Words = m.Promise
			why = because("decision", quoting(m.Promise, "%s named %s as the decision date on %s", person(m), v.Decision, p.day(f.At)), f.Key)
		}
		s.anchor = anchor{from: AfterPromised, why: why}
	case p.pol.AssumeDecision > 0:
		d := p.cal.Add(p.cal.Date(v.End), p.pol.AssumeDecision)
		p.out.Decision = Decision{Date: d, Assumed: true}
		s.anchor = anchor{from: AfterAssumed, why: because("assumed",
			Say("no decision date is known; %s is assumed, %d business days after the interview", d, p.pol.AssumeDecision), "")}
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
			if date := p.a.named(w); !date.IsZero() {
				known = date
				if f.At.Before(v.begin()) {
					s.dates = 1 // the others are counted as they are taken
				}
			}
		}
	}
}

// apply takes one fact in; person is true where a person wrote it.
func (s *sequence) apply(f Fact, person bool) {
	switch w := f.What.(type) {
	case Received:
		set(&s.came, w.MessageID, f.At)
		switch {
		case person:
			s.unclear = nil // whatever it was, it is answered
			s.answer(f, w)
		case s.p.a.late[f.Key] && !w.Meeting.Cancelled && w.Meeting.begin().After(f.At):
			// A further round, perhaps: what it is was asked already.
			s.halt(Answered, because("interview", s.p.said(f), f.Key))
		}
	case Delivered:
		s.delivered(f, w)
	case Discarded:
		if n := s.slotOf(w.FollowUp); n >= s.slot {
			set(&s.gone, n, true)
			s.slot = n + 1
			if w.Vanished {
				s.lost = &f
				s.halt(Paused, because("vanished", s.lostText(), f.Key))
				return
			}
			s.halt(Paused, because("declined", Say("you deleted the check-in on %s; `afterword resume %s` goes on", s.p.day(f.At), s.p.a.ID), f.Key))
		}
	case Placed:
		s.back(w.FollowUp)
	case Edited:
		s.back(w.FollowUp)
	case Resumed:
		s.open, s.choices, s.unclear = questions{}, nil, nil
		s.stop = ""
		s.asSent()
	}
}

// lostText asks what became of a draft of which no copy was kept.
func (s *sequence) lostText() Saying {
	return Say("the draft of check-in %d left Drafts on %s, and no copy of it is to be found: if you sent it, say `afterword sent %s check-in-%d`; `afterword resume %s` goes on as if you had",
		s.number, s.p.day(s.lost.At), s.p.a.ID, s.number, s.p.a.ID)
}

// asSent takes a draft of which no copy was kept for sent when it left: to ask once too
// little does no harm.
func (s *sequence) asSent() {
	if s.lost == nil {
		return
	}
	f, key := s.lost, s.p.marks.key(s.lost.What.(Discarded).FollowUp)
	s.words = 0
	for _, g := range s.p.a.Facts {
		if w, ok := g.What.(Placed); ok && s.p.marks.key(w.FollowUp) == key {
			s.words = len(strings.Fields(strings.Join(w.Sentences, " ")))
		}
	}
	s.anchor = anchor{from: AfterSilence, day: s.p.cal.Date(f.At), at: f.At, early: true,
		why: because("sent", Say("check-in %d counts as sent on %s, when it left Drafts", s.number, s.p.day(f.At)), f.Key)}
	s.number++
	s.counted, s.lost = s.slotOf(f.What.(Discarded).FollowUp), nil
}

// recount takes back that the check-in of a slot counts as sent: what became of it is
// known now.
func (s *sequence) recount(slot int) {
	if slot == s.counted {
		s.counted = 0
		s.number--
	}
}

func (s *sequence) halt(state State, why Reason) { s.stop, s.why = state, why }

// back takes in that a check-in whose draft was gone stands in Drafts again.
func (s *sequence) back(key string) {
	if n := s.slotOf(key); n > 0 && n == s.slot-1 && s.gone[n] {
		delete(s.gone, n)
		s.slot, s.lost = n, nil
		s.recount(n)
		if s.stop == Paused {
			s.goOn()
		}
	}
}

// goOn takes a stop back, unless a question waits for the user's answer. A draft that
// may have been sent counts as sent from then on.
func (s *sequence) goOn() {
	s.asSent()
	if s.stop = ""; s.open.count > 0 {
		s.halt(Question, s.open.why)
	}
}

// slotOf returns the slot of a check-in of this round, or 0 for any other key.
func (s *sequence) slotOf(key string) int {
	n, ok := strings.CutPrefix(s.p.marks.key(key), "check-in/"+s.round.ID+"/")
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
		// Nobody is asked before the window of a date that the company named: the
		// later of both counts.
		early := s.anchor.early && !s.anchor.at.Before(s.named)
		if d := decision; !early && !d.Date.IsZero() && !d.Assumed && cal.Opening(cal.Add(d.Date, 2)).After(opens) {
			span(d.Date, 2, 3)
		}
	}
	if r := s.p.marks.resumed; !r.IsZero() && due.Before(r) {
		d := cal.OnOrAfter(cal.Date(r))
		opens, due = cal.Opening(d), cal.Closing(cal.Add(d, 2))
	}
	return
}

// after is on what the next check-in follows. A date that was named and still to come when
// they wrote without one, or were answered, is what they said last of it.
func (s *sequence) after() Before {
	d := s.p.out.Decision
	if s.anchor.from != AfterHolding || d.Date.IsZero() || d.Assumed || d.Date.Before(s.anchor.day) {
		return s.anchor.from
	}
	if s.dates > 1 {
		return AfterMoved
	}
	return AfterPromised
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
	after, why, since := s.after(), s.anchor.why, s.anchor.at
	var last FollowUp
	for n := s.number; n <= MaxCheckIns; n++ {
		f := FollowUp{Key: fmt.Sprintf("check-in/%s/%d", s.round.ID, s.slot+n-s.number), Kind: CheckIn, Number: n,
			Interview: s.round.ID, To: s.to, Opens: opens, Due: due, After: after, Answers: s.first, Words: s.words, Since: since, Projected: n > s.number}
		if n == 1 && p.pol.InThread {
			f.Answers = s.thread()
		}
		f.Reasons = append(f.Reasons, why)
		f.because("check-in", Say("check-in %d may go out from %s", n, p.day(opens)), "")
		if n == s.number && s.unclear != nil && !p.a.Stopped {
			s.askUnclear(&f)
		}
		p.shiftDays(&f)
		p.add(f)
		last = f
		day := p.cal.Date(f.Opens)
		opens, due = p.cal.Opening(p.cal.Add(day, 5)), p.cal.Closing(p.cal.Add(day, 7))
		after, why = AfterSilence, because("projected", Say("if check-in %d is sent on %s", n, day), "")
	}
	if !p.pol.Off[CheckIn] {
		p.out.QuietFrom = p.cal.Closing(p.cal.Add(p.cal.Date(last.Opens), 7))
	}
}

// thread returns the Message-ID of what the status contact wrote last; "" where
// there is nothing to answer.
func (s *sequence) thread() string {
	for _, f := range slices.Backward(s.p.a.Facts) {
		if m, ok := f.What.(Received); ok && m.Person && m.Distrust == "" && s.to.Address != "" && strings.EqualFold(m.From.Address, s.to.Address) {
			return m.MessageID
		}
	}
	return ""
}

// ended says what follows on the last check-in.
func (s *sequence) ended() {
	p := s.p
	if s.anchor.from != AfterSilence {
		p.out.Reasons = append(p.out.Reasons, s.anchor.why, because("no-check-in-left", Say("all three check-ins of this round are sent"), ""))
		return
	}
	p.out.QuietFrom = p.cal.Closing(p.cal.Add(s.anchor.day, 7))
	if !p.now.Before(p.out.QuietFrom) {
		p.out.State = Quiet
		why := because("quiet", Say("three check-ins stayed unanswered: it is time to shift focus"), s.anchor.why.Fact)
		p.out.Reasons = append(p.out.Reasons, why)
		p.out.Notices = append(p.out.Notices, noticeOf("quiet/"+s.round.ID, why, ""))
	}
}
