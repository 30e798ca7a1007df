package rules

// named returns the date by which a message says that the company will decide, whatever
// kind of message it stands in; zero where it names none. An outcome names none, nor does
// what the user says is nothing.
func (a *Application) named(m Received) Date {
	switch kind := a.KindOf(m); {
	case kind == MessageOther && m.said != "":
	case kind == MessageTimeline, kind == MessageHolding, kind == MessageInterview, kind == MessageQuestion, kind == MessageAcknowledgement, kind == MessageOther:
		return m.Decision
	}
	return Date{}
}

// promise takes in the date that a message names: for the interview of which it tells,
// else for the current round.
func (s *folding) promise(f Fact, m Received, kind MessageKind, to said) {
	date := s.named(m)
	if date.IsZero() {
		return
	}
	v := s.round()
	fresh := to.fresh
	if all := m.Meetings(); kind == MessageInterview && len(all) > 0 {
		last := all[len(all)-1].Interview
		at, known := s.byUID[last.UID]
		if !known || last.UID == "" {
			at = s.find(last, nil, recall, func(have Interview) bool { return !have.Cancelled })
		}
		if at < 0 {
			return // it was not entered
		}
		v, fresh = &s.Interviews[at], fresh || to.past && s.brought[at]
	}
	switch {
	case v == nil:
	case kind != MessageTimeline && !date.After(DateOf(v.End)):
		// It is the interview's own day.
	case kind == MessageAcknowledgement && f.At.Before(v.begin()) && m.InReplyTo == "":
		// It is of the application, not of the interview.
	case fresh || v.Decision.IsZero() && !f.At.Before(v.begin()):
		// A user who entered the interview later and named no date took none back.
		v.Decision = date
	}
}

// promised is what named the decision date of an interview; false where no message did.
func (p *planner) promised(v Interview) (fact Fact, m Received, ok bool) {
	for _, f := range p.a.Facts {
		if one, is := f.What.(Received); is && p.a.named(one) == v.Decision && !f.ByHand() {
			fact, m, ok = f, one, true
		}
	}
	return fact, m, ok
}

// quoting is a saying, and behind it in brackets the words that it rests on; "" for none.
func quoting(words, form string, with ...any) Saying {
	if words == "" {
		return Say(form, with...)
	}
	return Say("%s (%q)", Say(form, with...), words)
}
