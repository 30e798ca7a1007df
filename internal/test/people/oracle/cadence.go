package oracle

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// assumed is how many business days after an interview a decision is assumed.
const assumed = 5

// late is how many business days after its end a window that was missed is made up for.
const late = 2

// An Occasion is one letter that may be owed, or why it is not.
type Occasion struct {
	Kind, To   string // kind of letter and address
	Outcome    string // reply: Offer or Rejection
	Number     int    // of a check-in
	Round      *Round
	Opens, Due time.Time
	Own        time.Time // check-in: what a letter of the user's own may put it off to, by its end
	Named      Day       // check-in: the date that the company named and that has passed
	Not        string    // why it may not stand; "" where it may
	Maybe      bool      // the documents leave open whether it is owed
	Away       bool      // an absence was told of after its end: what never stood may come after it
	Sure       bool      // it must stand while its window is open
}

// early is why a letter may not stand yet.
const early = "its window opens only on "

// key is the same for the same letter.
func (o Occasion) key() string {
	return fmt.Sprintf("%s/%s/%s/%d/%s", o.Kind, o.Round.ID, o.To, o.Number, o.Opens.UTC().Format("0102"))
}

// occasions says what is owed at now.
func (a *App) occasions(now time.Time) []Occasion {
	list := append(a.thanks(), a.checkIn()...)
	list = append(append(list, a.replies()...), a.missed()...)
	for i := range list {
		o := &list[i]
		a.moveAway(o)
		if o.Not == "" && now.Before(o.Opens) {
			o.Not = early + o.Opens.Format("Mon Jan 2 15:04")
		}
		if why := a.barred(o.To); o.Not == "" && why != "" {
			o.Not = why
		}
		o.Sure = o.Not == "" && !a.unsure && !o.Maybe
	}
	return list
}

// barred says why nothing may be written to an address, or to anybody.
func (a *App) barred(to string) string {
	var failed bool
	hint := ""
	for _, e := range a.past {
		switch w := e.what.(type) {
		case Heard:
			if w.Kind == Hint {
				hint = fmt.Sprintf("%s wrote on %s, and what that was is for the user to say", w.From, e.at.Format("Mon Jan 2 15:04"))
			}
			if w.Kind == Bounce && strings.EqualFold(w.Failed, to) {
				failed = true
			} else if strings.EqualFold(w.From, to) {
				failed = false
			}
		case Said:
			if w.What == "resume" {
				hint = ""
			}
		}
	}
	switch word := a.Word(); {
	case word == "stop" || word == "no":
		return "the user said " + word
	case a.Found && word == "":
		return "the user has not said that it is his"
	case failed:
		return "mail to it came back"
	}
	return hint
}

// moveAway moves a window that opens before somebody's return or before the user
// wants to hear of it. The newest word of each counts. What was overdue by then stays so.
func (a *App) moveAway(o *Occasion) {
	opens, due := o.Opens, o.Due // as they are moved so far
	var back, until Day
	for _, e := range a.past {
		switch w := e.what.(type) {
		case Heard:
			switch {
			case w.Kind != AutoReply || !strings.EqualFold(w.From, o.To):
			case o.Kind == Reply && e.at.Before(o.Opens): // who wrote since is there
			case e.at.After(due):
				o.Away = o.Away || o.Kind == CheckIn && a.Cal.Day(o.Opens) < w.Day
			default:
				back = w.Day
			}
		case Said:
			// Whether a reply waits that was owed later than the user said so is written
			// nowhere, nor whether an overdue question that he puts off is asked again.
			if w.What == "snooze" && o.Kind != Reply && (o.Kind == CheckIn || !e.at.After(due)) {
				until = w.Until
				o.Maybe = o.Maybe || e.at.After(due) && a.Cal.Day(o.Opens) < until
			} else if w.What == "resume" {
				back, until = 0, 0
			}
		}
		opens, due = a.moved(*o, back, until)
	}
	o.Opens, o.Due = opens, due
}

// moved is the window of a letter to somebody who is back on a day, and which the user
// put off until another; 0 for neither.
func (a *App) moved(o Occasion, back, until Day) (opens, due time.Time) {
	from := Day(0)
	if a.Cal.Day(o.Opens) < back {
		from = a.Cal.Plus(back, 1)
	}
	if until != 0 {
		from = max(from, a.Cal.OnOrAfter(until))
	}
	if from <= a.Cal.Day(o.Opens) {
		return o.Opens, o.Due
	}
	opens = a.Cal.Opening(from)
	if o.Kind == ThankYou || o.Kind == Reply {
		return opens, a.Cal.DayAfter(opens)
	}
	width := 0
	for d := a.Cal.Day(o.Opens); d < a.Cal.Day(o.Due); {
		d = a.Cal.Plus(d, 1)
		width++
	}
	return opens, a.Cal.Closing(a.Cal.Plus(from, max(1, width)))
}

// thanks are owed to each interviewer of each round that took place.
func (a *App) thanks() (list []Occasion) {
	for i := range a.Rounds {
		r := &a.Rounds[i]
		for n, key := range r.People {
			p := a.Person(key)
			if p == nil || p.Address == "" || slices.Contains(r.People[:n], key) {
				continue
			}
			o := Occasion{Kind: ThankYou, To: p.Address, Round: r, Opens: r.End, Due: a.Cal.DayAfter(r.End), Maybe: a.overBy(r.Start)}
			switch {
			case r.Cancelled:
				o.Not = "the interview was called off"
			case r.NoShow:
				o.Not = "they did not come"
			default:
				o.Not = a.settled(r.Start, o)
			}
			list = append(list, o)
		}
	}
	return list
}

// overBy reports whether the outcome was known at an instant, and nobody had spoken of a
// further interview since: whether one that was planned takes place all the same is open.
func (a *App) overBy(t time.Time) (over bool) {
	for _, e := range a.past {
		if h, ok := e.what.(Heard); ok && e.at.Before(t) {
			over = h.Kind == Offer || h.Kind == Rejection || over && h.Kind != Interview
		}
	}
	return over
}

// missed are the letters after interviews to which nobody came: they offer another time,
// on the day itself, or in 24 business hours where that day is over. Whether one is owed
// after the user wrote of it himself is open.
func (a *App) missed() (list []Occasion) {
	for i := range a.Rounds {
		r, who := &a.Rounds[i], a.Person(a.Status)
		if !r.NoShow || r.Cancelled || who == nil {
			continue
		}
		o := Occasion{Kind: Missed, To: who.Address, Round: r, Opens: r.End, Due: a.Cal.DayAfter(r.End), Maybe: true}
		if day := a.Cal.Day(r.End); a.Cal.Business(day) && r.End.Before(a.Cal.Closing(day)) {
			o.Due = a.Cal.Closing(day)
		}
		o.Not = a.settled(r.Start, o)
		list = append(list, o)
	}
	return list
}

// settled says what has settled a letter that was owed since an instant; "" if nothing
// has.
func (a *App) settled(since time.Time, o Occasion) (why string) {
	kind, to := o.Kind, o.To
	for _, e := range a.past {
		switch w := e.what.(type) {
		case Heard:
			again := kind == Reply && w.Kind == o.Outcome // said once more
			if w.stops() && !again && !e.at.Before(since) && why == "" {
				why = fmt.Sprintf("%s wrote on %s (%s)", w.From, e.at.Format("Mon Jan 2 15:04"), w.Kind)
			}
		case Sent:
			if !e.at.Before(since) && has(w.To, to) {
				return "the user wrote to them on " + e.at.Format("Mon Jan 2 15:04")
			}
		case Declined:
			if w.Kind == kind && strings.EqualFold(a.today(w.To), to) && !e.at.Before(since) {
				why = "the user threw it away on " + e.at.Format("Mon Jan 2 15:04")
			}
		case Restored:
			if w.Kind == kind && strings.EqualFold(a.today(w.To), to) && strings.HasPrefix(why, "the user threw") {
				why = ""
			}
		case Said:
			if w.What == "resume" && strings.Contains(why, " wrote on ") {
				why = ""
			}
		}
	}
	return why
}

// replies are owed to who wrote an offer, once a round, or a rejection after an
// interview.
func (a *App) replies() (list []Occasion) {
	offered := false
	for i, e := range a.past {
		h, ok := e.what.(Heard)
		if !ok || h.Kind != Offer && h.Kind != Rejection {
			continue
		}
		o := Occasion{Kind: Reply, To: a.today(h.From), Outcome: h.Kind, Round: a.round(), Opens: e.at, Due: a.Cal.DayAfter(e.at)}
		met := slices.ContainsFunc(a.Rounds, func(r Round) bool { return !r.Cancelled && !r.NoShow && !r.Start.After(e.at) })
		if o.Round == nil { // none took place, or is to
			o.Round = &Round{}
		}
		switch {
		case h.Robot:
			o.Not = "nobody reads an answer"
		case h.Kind == Rejection && !met:
			o.Not = "no interview took place"
		case h.Kind == Offer && offered:
			o.Not = "the offer was answered before"
		default:
			since := *a
			since.past = a.past[i+1:]
			o.Not = since.settled(e.at, o)
		}
		// One that was stopped before was not answered.
		offered = offered || h.Kind == Offer && !strings.Contains(o.Not, " wrote on ")
		list = append(list, o)
	}
	return list
}

func has(list []string, address string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, address) })
}

// Moments are the instants after now at which something that is owed opens, and at
// which an interview ends.
func (a *App) Moments(now time.Time) (list []time.Time) {
	for _, o := range a.occasions(now) {
		if strings.HasPrefix(o.Not, early) {
			list = append(list, o.Opens)
		}
	}
	for _, r := range a.Rounds {
		list = append(list, r.End)
	}
	return list
}
