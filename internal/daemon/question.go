package daemon

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/intake"
	"afterword/internal/intake/note"
	"afterword/rules"
)

// randomness is where identifiers come from that nobody may guess.
var randomness = rand.Reader

// newMark returns 128 bits of it.
func newMark() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

const (
	// mostNotes is how many notes ask at once whether something is an interview. Where
	// more is to be asked, the last of them is a list of the rest.
	mostNotes = 3
	// debriefFor is how long after its end an interview is asked about.
	debriefFor = 48 * time.Hour
	// longestOpen is for how long a question about an interview of which nobody knows
	// the time holds up others.
	longestOpen = 14 * 24 * time.Hour
)

// ask places the notes that are to be placed. What the user archived or deleted is not
// asked again.
func (w *worker) ask(ctx context.Context, now time.Time) error {
	w.asksAt = time.Time{}
	if c := w.config().Intake; !c.Enabled {
		return nil
	}
	if err := w.resumeNotes(ctx, now); err != nil || w.config().Intake.Notes == "off" {
		return err
	}
	for _, step := range []func(context.Context, time.Time) error{w.askAgain, w.askDebriefs, w.askFinds} {
		if err := step(ctx, now); err != nil {
			return err
		}
	}
	return nil
}

// soon takes in when there may be something to ask.
func (w *worker) soon(at, now time.Time) {
	if at.After(now) && (w.asksAt.IsZero() || at.Before(w.asksAt)) {
		w.asksAt = at
	}
}

// askFinds asks about what was found.
func (w *worker) askFinds(ctx context.Context, now time.Time) error {
	var fresh []intake.Find
	open := 0
	for _, f := range w.ownFinds() {
		if !f.Open(now) {
			continue
		}
		if end := f.End(); end.After(now) {
			w.soon(end, now)
		}
		switch last := w.lastNote(f); {
		case !w.claims(f): // another account has meanwhile
		case last == nil, len(last.replied) > 0 && (last.note.Kind != note.List || len(f.Lacks()) > 0 || f.State == intake.Asked):
			fresh = append(fresh, f)
		case holds(f, last, now):
			open++
		}
	}
	open = min(open, w.openNotes(now)) // a list counts as one
	for len(fresh) > 0 && open < mostNotes {
		if left := mostNotes - open; left > 1 || len(fresh) == 1 {
			if err := w.askFind(ctx, fresh[0], note.Interview, now); err != nil {
				return err
			}
			fresh, open = fresh[1:], open+1
			continue
		}
		return w.askList(ctx, fresh, now)
	}
	return nil
}

// openNotes counts the notes that ask about finds and have no answer.
func (w *worker) openNotes(now time.Time) int {
	open := 0
	for _, one := range w.finds.notes.all {
		if len(one.replied) == 0 && one.Application == "" && w.stillAsks(one, now) {
			open++
		}
	}
	return open
}

// stillAsks reports whether something that a note asks about is open, and holds up others.
func (w *worker) stillAsks(one *placedNote, now time.Time) bool {
	return slices.ContainsFunc(w.allFinds(), func(f intake.Find) bool { return f.Open(now) && one.asksAbout(f) && holds(f, one, now) })
}

// holds reports whether a note without an answer holds up further questions: until the
// interview has been over for some days, whether or not somebody watched, and where nobody
// knows when that is, for longestOpen.
func holds(f intake.Find, one *placedNote, now time.Time) bool {
	end := f.End()
	if end.IsZero() {
		return now.Before(one.at.Add(longestOpen))
	}
	return now.Before(end.Add(debriefFor)) || one.note.Kind == note.Debrief && now.Before(one.at.Add(debriefFor))
}

// asksAbout reports whether a note asks about a find.
func (one *placedNote) asksAbout(f intake.Find) bool {
	return f.Has(one.Tag) || slices.ContainsFunc(one.note.Refs, f.Has)
}

// lastNote returns the newest note that asks about a find.
func (w *worker) lastNote(f intake.Find) (last *placedNote) {
	for _, one := range w.finds.notes.all {
		if one.asksAbout(f) {
			last = one
		}
	}
	return last
}

// askFind asks about one find: whether it is an interview, or, when it is over, how it
// was as well.
func (w *worker) askFind(ctx context.Context, f intake.Find, kind note.Kind, now time.Time) error {
	q := note.Question{Kind: kind, Language: w.account.Language, Meeting: meetingOf(f), People: append(f.Proven(), f.Named()...), Decision: f.Decision}
	if len(f.Mail) > 0 {
		first := f.Mail[0]
		q.From, q.Words = nameOf(first.From), first.Words[:min(len(first.Words), 2)]
	}
	if last := w.lastNote(f); last != nil && len(last.answers) > 0 {
		q.Doubt = last.answers[len(last.answers)-1].Doubt
	}
	return w.placeNote(ctx, q, intake.Noted{Tag: f.Tag}, now)
}

func meetingOf(f intake.Find) note.Meeting {
	return note.Meeting{Company: f.Company, Role: f.Role, Start: f.Start(), End: f.End(), Zone: f.Zone}
}

// askList asks about many finds in one note.
func (w *worker) askList(ctx context.Context, list []intake.Find, now time.Time) error {
	q := note.Question{Kind: note.List, Language: w.account.Language}
	for _, f := range list[:min(len(list), longestList)] {
		q.Items, q.Refs = append(q.Items, meetingOf(f)), append(q.Refs, f.Tag)
	}
	return w.placeNote(ctx, q, intake.Noted{}, now)
}

// longestList is how many finds one note asks about.
const longestList = 25

// askDebriefs asks how interviews were that have just ended, those too about which the
// user has not answered whether they are his.
func (w *worker) askDebriefs(ctx context.Context, now time.Time) error {
	for _, f := range w.ownFinds() {
		if f.State != intake.Asked || !f.Open(now) || !justEnded(f.End(), now) {
			continue
		}
		if slices.ContainsFunc(w.finds.notes.all, func(one *placedNote) bool {
			return one.note.Kind == note.Debrief && one.asksAbout(f) && !one.at.Before(f.End())
		}) {
			continue
		}
		if err := w.askFind(ctx, f, note.Debrief, now); err != nil {
			return err
		}
	}
	for id, a := range w.book.apps {
		if a.Stopped || a.Forgotten() || w.book.fresh(id) {
			continue
		}
		for _, v := range a.Interviews {
			if !v.Cancelled && !v.NoShow {
				w.soon(v.End, now)
			}
			if !justEnded(v.End, now) || !w.isOwed(a, v, now) || w.debriefed(a, v) {
				continue
			}
			if err := w.placeNote(ctx, w.debrief(a, v), intake.Noted{Application: a.ID, Interview: v.ID}, now); err != nil {
				return err
			}
		}
	}
	return nil
}

func justEnded(end, now time.Time) bool {
	return !end.IsZero() && !end.After(now) && now.Before(end.Add(debriefFor))
}

// isOwed reports whether letters of thanks for an interview are still to be sent, and
// nothing was noted for them.
func (w *worker) isOwed(a rules.Application, v rules.Interview, now time.Time) bool {
	if v.Cancelled || v.NoShow || len(v.Topics)+len(v.Challenges)+len(v.Notes)+len(v.Points) > 0 {
		return false
	}
	plan, _, err := w.book.plan(a, now)
	return err == nil && slices.ContainsFunc(plan.FollowUps, func(f rules.FollowUp) bool {
		return f.Kind == rules.ThankYou && f.Interview == v.ID && f.Pending()
	})
}

// debriefed reports whether a note asked how an interview was, at the time at which it is
// known to be by now: of one that took place later than it was asked about is asked again.
func (w *worker) debriefed(a rules.Application, v rules.Interview) bool {
	return slices.ContainsFunc(w.finds.notes.all, func(one *placedNote) bool {
		if one.note.Kind != note.Debrief || one.at.Before(v.End) {
			return false
		}
		if one.Application == a.ID {
			return one.Interview == v.ID || slices.Contains(v.Also, one.Interview)
		}
		f, ok := intake.Named(w.allFinds(), one.Tag)
		return ok && f.Application == a.ID && (v.Start.Equal(f.Start()) || v.End.Equal(f.End()))
	})
}

// debrief is the question how an interview of an application was. It is asked in the
// language of the letters, for the answers end their sentences.
func (w *worker) debrief(a rules.Application, v rules.Interview) note.Question {
	q := note.Question{Kind: note.Debrief, Language: w.lettersIn(a), Decision: v.Decision,
		Meeting: note.Meeting{Company: a.Company, Role: a.Role, Start: v.Start, End: v.End, Zone: a.Zone}}
	if q.Start.IsZero() {
		q.Start = v.End
	}
	for _, key := range v.Interviewers {
		if c, ok := a.Contact(key); ok {
			q.People = append(q.People, c)
		}
	}
	q.RoleSaid, q.CompanySaid = drafter.Unsaid(a, q.Language)
	for _, one := range w.finds.notes.all { // asked once
		if one.Application == a.ID && one.note.RoleSaid != "" {
			q.RoleSaid = ""
		}
		if one.Application == a.ID && one.note.CompanySaid != "" {
			q.CompanySaid = ""
		}
	}
	return q
}

// lettersIn is the language of an application's letters.
func (w *worker) lettersIn(a rules.Application) string {
	for _, language := range []string{w.config().Letters.Language, a.Language, w.account.Language} {
		if language != "" {
			return language
		}
	}
	return config.Default().Letters.Language
}

// askAgain asks once more about what was answered and not understood: what ends no
// sentence, a new time that nobody named.
func (w *worker) askAgain(ctx context.Context, now time.Time) error {
	for _, one := range slices.Clone(w.finds.notes.all) {
		if len(one.replied) == 0 || one.For != "" || now.After(one.last.Add(debriefFor)) ||
			slices.ContainsFunc(w.finds.notes.all, func(n *placedNote) bool { return n.For == one.MessageID }) {
			continue
		}
		last := one.replied[len(one.replied)-1]
		a, v, ok := w.interviewOf(one)
		if !ok || w.askedAnew(one) {
			continue // a find is asked about anew by itself
		}
		q := w.debrief(a, v)
		switch {
		case len(last.Ends) > 0:
			q.Kind = note.Again
			if json.Unmarshal(last.Ends, &q.Asked) != nil || len(q.Asked) == 0 {
				continue
			}
		case last.Asks:
			if answer := one.answers[len(one.answers)-1]; answer.Moved {
				q.Kind, q.Language, q.Start, q.End = note.Interview, w.account.Language, time.Time{}, time.Time{}
			} else {
				q.Doubt = answer.Doubt
			}
		default:
			continue
		}
		if err := w.placeNote(ctx, q, intake.Noted{Application: a.ID, Interview: v.ID, For: one.MessageID}, now); err != nil {
			return err
		}
	}
	return nil
}

// askedAnew reports whether a further note asked about the find of one that was answered:
// what became of the find since is not asked for the older answer.
func (w *worker) askedAnew(one *placedNote) bool {
	f, found := intake.Named(w.allFinds(), one.Tag)
	return one.Application == "" && found && slices.ContainsFunc(w.finds.notes.all, func(n *placedNote) bool {
		return n != one && n.Application == "" && n.at.After(one.last) && n.asksAbout(f)
	})
}

// interviewOf returns the interview that a note asks about, if an application has it.
func (w *worker) interviewOf(one *placedNote) (a rules.Application, v rules.Interview, ok bool) {
	id := one.Application
	f, found := intake.Named(w.allFinds(), one.Tag)
	if id == "" && found {
		id = f.Application
	}
	if a, ok = w.book.apps[id]; !ok || id == "" {
		return a, v, false
	}
	for _, v := range a.Interviews {
		if one.Interview != "" && (v.ID == one.Interview || slices.Contains(v.Also, one.Interview)) ||
			one.Interview == "" && found && (v.Start.Equal(f.Start()) || v.End.Equal(f.End())) {
			return a, v, true
		}
	}
	return a, v, false
}
