package intake

import (
	"cmp"
	"slices"
	"time"

	"afterword/rules"
)

// hear takes in what the user said, after all that he said before.
func (f *Find) hear(fact Fact, w Answered) {
	switch w.Word {
	case Yes, No, Stop:
		f.said = append(f.said, saying{w.Word, w.Moved})
	case Ask:
		f.said = nil
	case Undo: // of what he said by the same, and not of what he has said since
		f.said = slices.DeleteFunc(f.said, func(s saying) bool { return w.Moved == "" || s.moved == w.Moved })
	case Snooze:
		f.Snoozed = w.Until
	}
	if w.Word != "" && w.Word != Snooze {
		f.Answer, f.Answered, f.Snoozed = "", fact.At, rules.Date{}
		if n := len(f.said); n > 0 {
			f.Answer = f.said[n-1].word
		}
	}
	newer(&f.Company, w.Fields.Company)
	newer(&f.Role, w.Fields.Role)
	newer(&f.Zone, w.Fields.Zone)
	newer(&f.Language, w.Fields.Language)
	newer(&f.letters, w.Fields.Language)
	if !w.Fields.Decision.IsZero() {
		f.Decision = w.Fields.Decision
	}
	if w.Fields.Recruiter != nil {
		f.Recruiter = &Person{*w.Fields.Recruiter, "user"}
	}
	if w.Postponed && !f.Newest.After(fact.At) { // what mail said by then is no more
		for i := range f.Meetings {
			f.Meetings[i].Start, f.Meetings[i].End = time.Time{}, time.Time{}
		}
	}
	f.correct(w.Fields)
}

// correct takes in what the user says of time and people.
func (f *Find) correct(w Fields) {
	if w.Start.IsZero() && w.End.IsZero() && w.Interviewers == nil {
		return
	}
	live := f.Live()
	if len(live) == 0 {
		live = []Meeting{{Action: "new"}}
	}
	if !w.Start.IsZero() || !w.End.IsZero() { // it was one, then
		one := live[0]
		for _, m := range live[1:] {
			for _, p := range m.People {
				one.People = joinPerson(one.People, p)
			}
		}
		length := f.End().Sub(f.Start())
		switch {
		case w.End.IsZero():
			one.Start, one.End = w.Start, w.Start.Add(cmp.Or(max(length, 0), rules.UsualLength))
		case w.Start.IsZero():
			one.Start, one.End = w.End.Add(-cmp.Or(max(length, 0), rules.UsualLength)), w.End
		default:
			one.Start, one.End = w.Start, w.End
		}
		live = []Meeting{one}
		f.Doubt = ""
	}
	if w.Interviewers != nil {
		people := make([]Person, len(w.Interviewers))
		for i, c := range w.Interviewers {
			people[i] = Person{c, "user"}
		}
		for i := range live {
			live[i].People = people
		}
	}
	f.Meetings = live
}
