package oracle

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The kinds of note, by what they ask.
const (
	IsIt    = "is it"     // an interview of his?
	HowWas  = "how was"   // the interview?
	More    = "more"      // interviews of his, in one list
	OneWord = "once more" // in other words
)

// A Note is a message of the program to the user, in his own mailbox.
type Note struct {
	Letter
	Came     time.Time
	Read     bool // it came as read
	Answered bool // by the user, in whatever way
	Undone   bool // he has taken that back
	Away     bool // he has put it somewhere else
}

// A question is what a note asks of the interview on a day.
type question struct {
	app       *App
	kind, day string
}

// Asks says what a note asks, and of which day of which application; nil for none, or for
// several.
func (o *Oracle) Asks(account string, l Letter) (kind string, a *App, day string) {
	subject := strings.TrimSpace(l.Subject)
	if at := strings.LastIndex(subject, " ["); at > 0 {
		subject = subject[:at]
	}
	rest, first := strings.CutPrefix(subject, "Interview? ")
	switch {
	case first:
		kind = IsIt
	case strings.HasSuffix(subject, ": how was it?"):
		kind, rest = HowWas, strings.TrimSuffix(subject, ": how was it?")
	case strings.HasSuffix(subject, ": one word more?"):
		kind, rest = OneWord, strings.TrimSuffix(subject, ": one word more?")
	case strings.HasSuffix(subject, "more interviews?"):
		return More, nil, ""
	default:
		return "", nil, ""
	}
	for _, one := range o.Apps {
		if one.Account != account {
			continue
		}
		for _, role := range append([]string{one.Role}, one.was...) {
			if after, ok := strings.CutPrefix(rest, one.Company+", "+role); ok && (a == nil || role == one.Role) {
				a, day = one, strings.TrimPrefix(after, ", ")
			}
		}
	}
	return kind, a, day
}

// Again says that the user did something after which he may be asked once more.
func (a *App) Again() { a.again++ }

// Notes judges the notes of one account, those that lie somewhere else by now as well.
func (o *Oracle) Notes(now time.Time, account string, notes []Note) {
	lists, shown := 0, 0
	waiting := map[*App]bool{} // about which a note asks that has no answer
	for _, n := range notes {
		kind, a, day := o.Asks(account, n.Letter)
		name := fmt.Sprintf("the note %q", n.Subject)
		_, seen := o.notes[n.ID]
		o.notes[n.ID] = n
		list := kind == More && !o.listed(now, account, n)
		one := a != nil && a.asks(now)
		if !n.Answered && !n.Away && (list || one && kind == IsIt) {
			shown++
		}
		if !n.Answered && list {
			lists++
		} else if one && (!n.Answered || n.Undone) {
			waiting[a] = true
		}
		if seen {
			continue
		}
		switch {
		case kind == "":
			o.breach(now, MayNot, "%s: it asks nothing that is known", name)
			continue
		case len(n.To) != 1 || n.To[0] != account || n.From != account:
			o.breach(now, MayNot, "%s is from %s to %q", name, n.From, n.To)
		case n.Read:
			o.breach(now, Silent, "%s came as read", name)
		}
		if kind == More {
			for _, one := range o.Apps {
				if one.Account == account && strings.Contains(words(n.Text), one.Company+", "+one.Role) {
					o.found[one] = true
				}
			}
			continue
		}
		if a == nil {
			o.breach(now, Stale, "%s: no such application", name)
			continue
		}
		o.asks(now, a, kind, day, name)
	}
	if shown > 3 {
		o.breach(now, Crowd, "%d are open", shown)
	}
	o.full[account] = lists+len(waiting) >= 3
}

// listed reports whether all that a list asks about is settled.
func (o *Oracle) listed(now time.Time, account string, n Note) bool {
	return !slices.ContainsFunc(o.Apps, func(a *App) bool {
		return a.Account == account && a.asks(now) && strings.Contains(words(n.Text), a.Company+", "+a.Role)
	})
}

// asks judges a note that is new.
func (o *Oracle) asks(now time.Time, a *App, kind, day, name string) {
	o.found[a] = true
	key := question{a, kind, day}
	if o.asked[key]++; o.asked[key] > 1+a.again {
		o.breach(now, Again, "%s", name)
	}
	word := a.Word()
	over := slices.ContainsFunc(a.Rounds, func(r Round) bool { return !r.End.After(now) && a.on(r) == day })
	switch {
	case (word == "stop" || word == "no") && a.again == a.quiet:
		o.breach(now, Idle, "%s: the user said %s", name, word)
	case kind == IsIt && a.again == 0 && (word == "yes" || !a.Found):
		o.breach(now, Idle, "%s: it is known", name)
	case kind == HowWas && !over:
		o.breach(now, Idle, "%s: nothing has ended on that day", name)
	}
}

// on is the day on which a round begins, as a subject names it.
func (a *App) on(r Round) string { return r.Start.In(a.Cal.Zone).Format("Jan 2") }

// asks reports whether the user is still to be asked about what was found: it takes
// place, and has not been over for two days.
func (a *App) asks(now time.Time) bool {
	return a.Found && a.Word() == "" && slices.ContainsFunc(a.Rounds, func(r Round) bool { return !r.Cancelled && now.Before(r.End.Add(48*time.Hour)) })
}

// Unasked names the applications that the program has and nobody entered: entered are
// their identifiers.
func (o *Oracle) Unasked(now time.Time, entered []string) {
	for _, id := range entered {
		if !slices.ContainsFunc(o.Apps, func(a *App) bool { return a.ID == id && a.Known() }) {
			o.breach(now, Unasked, "%s", id)
		}
	}
}

// Due finds what must have been asked by now, and was not: what was found, and how an
// interview was of which a letter of thanks may stand.
func (o *Oracle) Due(now time.Time, account string) {
	for _, a := range o.Apps {
		if a.Account != account || a.unsure {
			continue
		}
		if !o.found[a] && a.asks(now) && !o.full[account] {
			o.breach(now, Silent, "nobody asked whether the interview of %s at %s is his", a.Role, a.Company)
		}
		asked := func(kind, day string) bool {
			return o.asked[question{a, kind, day}] > 0
		}
		for _, w := range a.occasions(now) {
			if w.Kind == ThankYou && w.Sure && !now.After(w.Due) && now.Before(w.Round.End.Add(48*time.Hour)) && !asked(HowWas, a.on(*w.Round)) {
				o.breach(now, Silent, "nobody asked how the interview of %s on %s was", a.ID, a.on(*w.Round))
			}
		}
	}
}
