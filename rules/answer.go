package rules

// answer takes what a person wrote.
func (s *sequence) answer(f Fact, m Received) {
	p := s.p
	why := func(rule string) Reason { return because(rule, p.said(f), f.Key) }
	kind := p.a.KindOf(m)
	switch {
	case !p.a.named(m).IsZero() && kind != MessageInterview && kind != MessageQuestion:
		s.dates++
		from := AfterPromised
		if s.dates > 1 {
			from = AfterMoved
		}
		s.goOn()
		s.anchor = anchor{from: from, at: f.At, why: because("timeline", quoting(m.Promise, "%s and named %s", p.said(f), m.Decision), f.Key)}
	case kind == MessageHolding, kind == MessageTimeline,
		kind == MessageInterview && m.firm():
		s.goOn()
		s.anchor = anchor{from: AfterHolding, day: p.cal.Date(f.At), at: f.At, why: why("holding")}
	case m.Choice != "" && (kind == MessageInterview || kind == MessageQuestion):
		said := because("choice", Say("%s and waits for your choice of a time (%q)", p.said(f), m.Choice), f.Key)
		s.choices = append(s.choices, choice{s.open.ask(f, m, said), f})
		s.halt(Question, said)
	case kind == MessageQuestion:
		s.open.ask(f, m, why("question"))
		s.halt(Question, why("question"))
		p.notice("question/"+identity(f), "question",
			Say("%s needs something from you (%q); nothing is drafted until you have answered", person(m), m.Subject), f)
	case kind == MessageInterview:
		s.halt(Answered, why("interview"))
		if m.Meeting != nil {
			return // what is in doubt of it is asked
		}
		p.notice("interview/"+identity(f), "interview",
			Say("%s wrote about an interview (%q): enter it with `afterword add`, or go on with `afterword resume %s`", person(m), m.Subject, p.a.ID), f)
	default:
		s.halt(Answered, why("answered"))
		if kind == MessageOther || kind == MessageAcknowledgement {
			p.notice("answered/"+identity(f), "answered",
				Say("%s wrote (%q); nothing more is drafted: say what it was with `afterword mark %s holding`, or another kind", person(m), m.Subject, p.a.ID), f)
		}
	}
}

func person(m Received) string {
	if m.From.Name != "" {
		return m.From.Name
	}
	return m.From.Address
}
