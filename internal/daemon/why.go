package daemon

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"afterword/internal/store"
	"afterword/rules"
)

// happened is happened in the calendar of the application.
func (w *worker) happened(a rules.Application, plan rules.Schedule, d store.Draft) string {
	cal, err := w.book.calendar(a)
	if err != nil {
		return "the application cannot be planned: " + err.Error()
	}
	return happened(a, plan, d, cal)
}

// happened says what made a draft needless of which the plan says nothing any more:
// the newest thing that came after the draft was decided on and bears on it.
func happened(a rules.Application, plan rules.Schedule, d store.Draft, cal *rules.Calendar) string {
	day := func(t time.Time) string { return longDay(cal.Date(t)) }
	for _, f := range slices.Backward(a.Facts) {
		if w, ok := f.What.(rules.Delivered); ok && w.FollowUp == d.FollowUp {
			return "you sent it on " + day(f.At)
		}
	}
	if len(plan.Reasons) > 0 {
		return plan.Reasons[len(plan.Reasons)-1].Text
	}
	for _, f := range slices.Backward(a.Facts) {
		if f.At.Before(d.DecidedAt) {
			break
		}
		switch w := f.What.(type) {
		case rules.Received:
			return received(a, f, w, day)
		case rules.Described:
			return described(a, f, w, day)
		case rules.Marked:
			return marked(a, w)
		case rules.Delivered:
			return fmt.Sprintf("you wrote to them yourself on %s (%q)", day(f.At), w.Subject)
		case rules.Discarded:
			if w.Vanished {
				return fmt.Sprintf("the draft of %s left Drafts on %s", a.TitleOf(w.FollowUp), day(f.At))
			}
			return fmt.Sprintf("you deleted the draft of %s on %s", a.TitleOf(w.FollowUp), day(f.At))
		case rules.Stopped:
			return "you stopped the application"
		case rules.Snoozed:
			return "you put the application off until " + longDay(w.Until)
		case rules.Unstopped:
			return "you took back that the application is stopped"
		case rules.Resumed:
			return "you resumed the application, and its dates begin anew"
		}
	}
	return "the config or the business days changed: by them it is not due"
}

// received says a message in a reason.
func received(a rules.Application, f rules.Fact, m rules.Received, day func(time.Time) string) string {
	who := cmp.Or(m.From.Name, m.From.Address, "they")
	kind := a.KindOf(m)
	switch {
	case f.ByHand():
		return fmt.Sprintf("%s told you on %s (%s)", who, day(f.At), kind)
	case kind == rules.MessageInterview && m.Meeting != nil && m.Meeting.Cancelled:
		return fmt.Sprintf("%s called the interview off on %s", who, day(f.At))
	case kind == rules.MessageInterview && m.Meeting != nil:
		return fmt.Sprintf("%s sent an invitation on %s, to an interview on %s", who, day(f.At), day(m.Meeting.End))
	}
	return fmt.Sprintf("%s wrote on %s (%s)", who, day(f.At), kind)
}

// described says in a reason what the user changed of an application.
func described(a rules.Application, now rules.Fact, d rules.Described, day func(time.Time) string) string {
	var before rules.Described
	for _, f := range a.Facts {
		if w, ok := f.What.(rules.Described); ok && f.Key != now.Key && !f.At.After(now.At) {
			before = w
		}
	}
	for _, v := range d.Interviews {
		i := slices.IndexFunc(before.Interviews, func(had rules.Interview) bool { return had.ID == v.ID })
		switch {
		case i < 0:
			return fmt.Sprintf("you entered a further interview, on %s: a new round begins", day(v.End))
		case v.Cancelled && !before.Interviews[i].Cancelled:
			return fmt.Sprintf("you said that the interview on %s does not take place", day(v.End))
		case v.NoShow && !before.Interviews[i].NoShow:
			return fmt.Sprintf("you said that they did not come on %s", day(v.End))
		case !v.End.Equal(before.Interviews[i].End):
			return fmt.Sprintf("you moved the interview of %s to %s", day(before.Interviews[i].End), day(v.End))
		case v.Decision != before.Interviews[i].Decision && !v.Decision.IsZero():
			return "you said that they decide by " + longDay(v.Decision)
		}
	}
	if len(d.Interviews) < len(before.Interviews) {
		return "you took an interview out of the application"
	}
	return "you changed the application on " + day(now.At)
}

// marked says in a reason what the user said of a message.
func marked(a rules.Application, w rules.Marked) string {
	if w.Kind == "" {
		return "you took back what you said of a message"
	}
	for _, f := range a.Facts {
		if m, ok := f.What.(rules.Received); ok && m.MessageID == w.MessageID {
			return fmt.Sprintf("you said that %q from %s is %s", m.Subject, cmp.Or(m.From.Name, m.From.Address), w.Kind)
		}
	}
	return fmt.Sprintf("you said that a message is %s", w.Kind)
}

func longDay(d rules.Date) string { return d.In(time.UTC).Format("Mon Jan 2 2006") }
