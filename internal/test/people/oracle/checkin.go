package oracle

import (
	"fmt"
	"time"
)

// sequence is where the check-ins of a round stand.
type sequence struct {
	cal      Calendar
	round    string
	n        int // of the next one
	decision Day
	named    bool
	day      Day       // from which the next is reckoned; 0 for the decision
	wait     bool      // not before a named date that is still to come
	not      string    // why none may stand
	maybe    bool      // the documents leave open when the next is owed
	thanks   time.Time // until when a letter of the user's own is one of thanks
	wrote    Day       // of the last letter of the user's own
	unclear  Day       // of the letter of which it is not known whether it was the next
}

// checkIn is the next status question of the round that counts.
func (a *App) checkIn() []Occasion {
	r, who := a.round(), a.Person(a.Status)
	if r == nil || who == nil || r.NoShow {
		return nil
	}
	s := sequence{cal: a.Cal, round: r.ID, n: 1, decision: r.Decision, named: r.Decision != 0, thanks: a.Cal.DayAfter(r.End)}
	if !s.named {
		s.decision = a.Cal.Plus(a.Cal.Day(r.End), assumed)
	}
	first, promised := s.decision, Day(0)
	for _, e := range a.past {
		if !e.at.Before(r.Start) {
			s.take(e)
		} else if h, ok := e.what.(Heard); ok && h.Kind == Timeline && h.Day > a.Cal.Day(r.End) {
			promised = h.Day
		}
	}
	o := Occasion{Kind: CheckIn, To: who.Address, Number: s.n, Round: r, Not: s.not, Maybe: s.maybe || a.overBy(r.Start)}
	o.Opens, o.Due = s.window()
	if s.n > 3 {
		o.Not = "three were sent"
	}
	// Whether a date that was named before the interview is of this round or of the one before
	// is written nowhere.
	if promised != 0 && s.decision == first && s.day == 0 {
		o.Maybe, s.named = true, false
		o.Opens = earliest(o.Opens, a.Cal.Opening(a.Cal.Plus(promised, 2)))
		o.Due = latest(o.Due, a.Cal.Closing(a.Cal.Plus(promised, 3)))
	}
	// How long after such a letter one should not ask is written nowhere.
	if s.wrote != 0 {
		o.Own = s.cal.Closing(s.cal.Plus(s.wrote, 7))
	}
	if s.named && s.decision >= s.day {
		o.Named = s.decision
	}
	return []Occasion{o}
}

func earliest(t, u time.Time) time.Time {
	if u.Before(t) {
		return u
	}
	return t
}

func latest(t, u time.Time) time.Time {
	if u.After(t) {
		return u
	}
	return t
}

func (s *sequence) take(e entry) {
	day := s.cal.Day(e.at)
	switch w := e.what.(type) {
	case Heard:
		s.hear(e.at, w)
	case Sent:
		if w.Kind == "" {
			s.wrote = day
		}
		switch {
		case w.Kind == CheckIn:
			s.n++
			if s.day, s.wait = day, false; s.not != closed {
				s.not = ""
			}
		case s.not == asked:
			s.day, s.wait, s.not = day, true, ""
		case w.Kind == Unclear && s.not == "" && e.at.After(s.thanks):
			// In the time between two questions before the next, or after that.
			if opens, _ := s.window(); s.cal.Plus(day, 5) > s.cal.Day(opens) {
				s.not, s.unclear = unclear, day
			}
		}
	case Declined:
		if w.Kind == CheckIn {
			s.not = declined
		}
	case Restored:
		if w.Kind == CheckIn && s.not == declined {
			s.not = ""
		}
	case Said:
		switch {
		case w.What == "resume" && s.not != closed:
			s.not = ""
		case w.What == "sent" && s.not == unclear:
			s.n++
			s.day, s.wait, s.not = s.unclear, false, ""
		case w.What == "date" && w.Round == s.round:
			// As if the company had named it now: nobody is asked before it.
			s.decision, s.named, s.wait = w.Until, true, true
		}
	}
}

const (
	asked    = "they wait for the user's answer"
	closed   = "the outcome is known"
	declined = "the user threw one away"
	unclear  = "whether the user asked himself is for him to say"
)

func (s *sequence) hear(at time.Time, h Heard) {
	if !h.stops() {
		return
	}
	if s.not == closed && h.Kind != Interview {
		return // what comes after the outcome opens nothing again
	}
	s.maybe = h.Kind == Interview && !h.Shaky
	switch h.Kind {
	case Offer, Rejection:
		s.not = closed
	case Question:
		s.not = asked
	case Timeline:
		s.decision, s.named, s.day = h.Day, true, 0
		if s.not != asked {
			s.not = ""
		}
	case Interview:
		// A calendar message says that things go on; when to ask after one that was
		// called off is written nowhere, so not soon.
		s.day, s.wait, s.not = s.cal.Day(at), true, ""
		if h.Shaky {
			s.not = "they wrote about an interview"
		}
	case Holding:
		s.day, s.wait, s.not = s.cal.Day(at), true, ""
	default:
		s.not = fmt.Sprintf("%s wrote on %s (%s)", h.From, at.Format("Mon Jan 2 15:04"), h.Kind)
	}
}

// window is when the next check-in may stand.
func (s *sequence) window() (opens, due time.Time) {
	first, last := s.cal.Plus(s.decision, 2), s.cal.Plus(s.decision, 3)
	if s.day != 0 {
		early, end := s.cal.Plus(s.day, 5), s.cal.Plus(s.day, 7)
		if !s.wait || !s.named || early >= first {
			first, last = early, end
		}
	}
	return s.cal.Opening(first), s.cal.Closing(last)
}
