package people

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/intake"
	"afterword/internal/test/people/oracle"
)

// answer does what is due with a note, and reports whether that was something.
func (u *user) answer(account int, l demo.Letter) bool {
	w := u.world
	now := w.Now()
	at, known := u.due[l.MessageID]
	subject := tagged.ReplaceAllString(l.Subject, "")
	kind, about, day := w.whatAsks(account, l)
	if !known {
		h := fnv.New64a()
		_, _ = h.Write([]byte(subject))
		r := rand.New(rand.NewPCG(u.year.seed^h.Sum64(), uint64(u.nth[subject])))
		u.nth[subject]++
		at = now.Add(time.Duration(10+r.IntN(30*60)) * time.Minute)
		u.due[l.MessageID], u.todo[l.MessageID] = at, u.chooseAnswer(r, kind)
		u.dice[l.MessageID] = r
		w.plans[l.MessageID] = at
		return false
	}
	what := u.todo[l.MessageID]
	if now.Before(at) || what == "" {
		return false
	}
	delete(w.plans, l.MessageID)
	u.todo[l.MessageID] = ""
	name := "user " + what + " " + subject + " " + at.Format("01-02")
	if u.without[name] {
		return false
	}
	w.played = append(w.played, name)
	r := u.dice[l.MessageID]
	switch {
	case kind == oracle.More:
		return u.answerList(what, account, l, r)
	case about == nil || kind == oracle.OneWord:
		return false
	case kind == oracle.HowWas:
		return u.answerDebrief(what, account, l, about, day, r)
	}
	return u.answerQuestion(what, account, l, about, r)
}

// whatAsks says what a note asks, and of which day of which application.
func (w *world) whatAsks(account int, l demo.Letter) (kind string, about *app, day string) {
	letter, err := oracle.ReadLetter(l.Raw)
	w.must(err)
	kind, of, day := w.oracle.Asks(w.server.Users[account], letter)
	if i := slices.IndexFunc(w.apps, func(a *app) bool { return a.App == of }); i >= 0 {
		about = w.apps[i]
	}
	return kind, about, day
}

// chooseAnswer decides what happens to a note.
func (u *user) chooseAnswer(r *rand.Rand, kind string) string {
	what := pick(r, "says yes", "says yes", "says yes", "fills in", "fills in", "says no", "says stop", "snoozes notes", "contradicts himself", "answers by command",
		"moves to Yes", "moves to Yes", "moves to No", "moves to Stop", "throws notes away", "archives notes", "leaves notes")
	if kind == oracle.HowWas {
		what = pick(r, "tells topics", "tells topics", "tells topics", "tells the date", "nobody came", "it moved", "it was called off", "says stop", "moves to Stop", "throws notes away", "archives notes", "leaves notes")
	}
	if what != "leaves notes" && !u.year.habits[what] {
		return "leaves notes"
	}
	return what
}

// manner is the client with which the user answers.
func manner(r *rand.Rand) wording {
	return wording{client: r.IntN(len(clients)), copied: r.IntN(2) == 0}
}

// puts away, if that is what he does: no answer.
func (u *user) putsAway(what string, account int, l demo.Letter) bool {
	w := u.world
	box := map[string]string{"throws notes away": w.server.Boxes.Trash, "archives notes": w.server.Boxes.Archive}[what]
	return box != "" && w.moveTo(account, l.MessageID, w.server.Boxes.Inbox, box)
}

// moves answers by moving the note, or the mail that told of the interview, and may take
// that back hours later.
func (u *user) moves(what string, account int, l demo.Letter, a *app, r *rand.Rand) bool {
	w := u.world
	word, ok := strings.CutPrefix(what, "moves to ")
	if !ok {
		return false
	}
	box, inbox, id := "Afterword/"+word, w.server.Boxes.Inbox, l.MessageID
	if r.IntN(2) == 0 && a.mail != "" && a.Found {
		id = a.mail
	}
	if !w.hasBox(account, box) || !w.moveTo(account, id, inbox, box) {
		return false
	}
	w.settled(account, l)
	others := slices.ContainsFunc(a.Rounds, func(r oracle.Round) bool { return !r.Cancelled })
	if word == "No" && a.moved != "" && (others || a.store != "" && id == l.MessageID) {
		w.note("that is \"no\" to the round that moved")
		a.moved = ""
		a.Doubt() // when to ask after one that was called off is written nowhere
		return true
	}
	w.said(a, strings.ToLower(word), id)
	if r.IntN(3) == 0 && u.year.habits["moves back"] {
		w.pass(time.Duration(1+r.IntN(20)) * time.Hour)
		if w.moveTo(account, id, box, inbox) {
			w.said(a, "undo", id)
			if n := w.notes[account][l.MessageID]; n != nil {
				n.Undone = true
			}
		}
	}
	return true
}

// answerQuestion answers whether something is an interview of his.
func (u *user) answerQuestion(what string, account int, l demo.Letter, a *app, r *rand.Rand) bool {
	w := u.world
	if u.putsAway(what, account, l) || u.moves(what, account, l, a, r) {
		return true
	}
	if at := slices.IndexFunc(a.Rounds, func(r oracle.Round) bool { return r.ID == a.moved }); at >= 0 {
		return u.namesTime(what, account, l, a, &a.Rounds[at], r)
	}
	if !a.Found {
		return false
	}
	by := manner(r)
	say := func(word string, tops ...string) bool {
		by.top = pick(r, tops...)
		w.reply(account, l, by)
		w.said(a, word, "")
		return true
	}
	switch what {
	case "says yes":
		return say("yes", "Yes", "yes, that's right", "Ja", "Yes!\n\nThanks", "ok", "Hi,\n\nyes it is.\n\nSam")
	case "says no":
		return say("no", "No", "no, that is spam", "Not an interview", "nein")
	case "says stop":
		return say("stop", "Stop", "please stop", "stop it\n\nSam")
	case "fills in":
		day := a.Cal.Day(a.Rounds[0].End) + oracle.Day(3+r.IntN(9))
		if day <= a.Cal.Day(w.Now()) {
			return false
		}
		by.fill = map[string]string{"They decide by:": dayText(day)}
		a.Rounds[0].Decision = day
		say("yes", "")
		a.Happened(w.Now(), oracle.Said{What: "date", Until: day, Round: a.Rounds[0].ID})
		return true
	case "snoozes notes":
		day := a.Cal.Day(w.Now()) + oracle.Day(2+r.IntN(6))
		by.top = "Snooze until " + dayText(day)
		w.reply(account, l, by)
		a.Again()
		w.plans["snooze "+a.Company] = time.Unix(int64(day)*86400, 0).Add(15 * time.Hour)
		return true
	case "contradicts himself":
		by.top = "Yes.\nNo, not for me."
		w.reply(account, l, by)
		a.Happened(w.Now(), oracle.Said{What: "no"})
		a.Again()
		return true
	case "answers by command":
		return w.commands(a, pick(r, intake.Yes, intake.Yes, intake.No))
	}
	return false
}

// namesTime answers to when an interview moved.
func (u *user) namesTime(what string, account int, l demo.Letter, a *app, round *oracle.Round, r *rand.Rand) bool {
	if what != "fills in" && what != "says yes" || a.Over() {
		return false
	}
	w := u.world
	start := working(r, w.Now(), 1, 5).Truncate(15 * time.Minute)
	end := start.Add(time.Hour)
	by := manner(r)
	by.fill = map[string]string{"When:": start.Format("Monday, January 2, 3:04 pm") + " to " + end.Format("3:04 pm")}
	w.reply(account, l, by)
	round.Start, round.End, round.Cancelled = start, end, false
	if round.Decision < a.Cal.Day(end) {
		round.Decision = 0 // they meant it of another time
	}
	a.moved = ""
	a.Happened(w.Now(), oracle.Said{What: "time", Round: round.ID})
	if a.Found && a.Word() != "yes" {
		w.said(a, "yes", "")
	}
	return true
}

// commands plays `yes` and `no`.
func (w *world) commands(a *app, word intake.Word) bool {
	finds, err := daemon.Finds(w.ctx, w.Store, accounts...)
	w.must(err)
	for _, f := range finds {
		if f.Company != a.Company {
			continue
		}
		w.note("the user says %s %s", word, f.Tag)
		w.count++
		_, err := daemon.Answer(w.ctx, w.Store, w.Config.Accounts, accounts[a.account], intake.Answered{Tag: f.Tag, Word: word, Where: "command"}, fmt.Sprintf("command/%06d", w.count), w.Now())
		w.must(err)
		w.said(a, string(word), "")
		return true
	}
	return false
}

// answerList answers several at once.
func (u *user) answerList(what string, account int, l demo.Letter, r *rand.Rand) bool {
	w := u.world
	if u.putsAway(what, account, l) {
		return true
	}
	by := manner(r)
	by.fill = map[string]string{}
	var say []func()
	for line := range strings.Lines(l.Text) {
		line = strings.TrimSpace(line)
		for _, a := range w.apps {
			if _, item, ok := strings.Cut(line, ". "); !ok || a.account != account || !strings.HasPrefix(item, a.Company+", "+a.Role) || !strings.HasSuffix(line, ":") || !a.Found {
				continue
			}
			word := pick(r, "yes", "yes", "no")
			by.fill[line] = word
			say = append(say, func() { w.said(a, word, "") })
		}
	}
	if len(say) == 0 {
		return false
	}
	w.reply(account, l, by)
	for _, one := range say {
		one()
	}
	return true
}

// roundOf finds which interview of a day a note asks about: the last that was over when
// it came; nil where there is none, or two notes came at once.
func (w *world) roundOf(account int, l demo.Letter, a *app, day string) (found *oracle.Round) {
	n := w.notes[account][l.MessageID]
	for i := range a.Rounds {
		if r := &a.Rounds[i]; r.Start.In(newYork).Format("Jan 2") == day && !r.Cancelled && !r.End.After(n.Came) && (found == nil || r.End.After(found.End)) {
			found = r
		}
	}
	for _, other := range w.notes[account] {
		if other != n && other.Came.Equal(n.Came) && tagged.ReplaceAllString(other.Subject, "") == tagged.ReplaceAllString(n.Subject, "") {
			return nil
		}
	}
	return found
}

// answerDebrief answers how an interview was.
func (u *user) answerDebrief(what string, account int, l demo.Letter, a *app, day string, r *rand.Rand) bool {
	w := u.world
	if u.putsAway(what, account, l) || u.moves(what, account, l, a, r) {
		return true
	}
	round := w.roundOf(account, l, a, day)
	if round == nil {
		return false
	}
	by := manner(r)
	yes := func() {
		if a.Found && a.Word() != "yes" {
			w.said(a, "yes", "")
		}
		if round.Cancelled && a.Found {
			a.Doubt() // whether what never took place is his is written nowhere
		}
	}
	switch what {
	case "says stop":
		by.top = "stop"
		w.reply(account, l, by)
		w.said(a, "stop", "")
		return true
	case "tells topics":
		by.fill = map[string]string{}
		first := r.IntN(len(topics))
		for n, key := range round.People {
			p := a.Person(key)
			line := ""
			for one := range strings.Lines(l.Text) {
				if strings.HasPrefix(one, p.Name+". ") {
					line = strings.TrimSpace(one)
				}
			}
			if line == "" || r.IntN(3) == 0 {
				continue
			}
			topic := topics[(first+n)%len(topics)]
			by.fill[line] = topic
			a.Tell(round.ID, key, topic)
		}
		if len(by.fill) == 0 {
			return false
		}
		w.reply(account, l, by)
		yes()
		return true
	case "tells the date":
		d := a.Cal.Day(w.Now()) + oracle.Day(2+r.IntN(9))
		by.fill = map[string]string{"They decide by:": dayText(d)}
		w.reply(account, l, by)
		yes()
		round.Decision = d
		a.Happened(w.Now(), oracle.Said{What: "date", Until: d, Round: round.ID})
		return true
	}
	if a.Wrote(round.Start) {
		return false // he knows better
	}
	switch what {
	case "nobody came":
		by.top = "They did not come"
		round.NoShow = true
	case "it was called off":
		by.top = "It was cancelled"
		round.Cancelled = true
	case "it moved":
		by.fill = map[string]string{"Did it take place?": "moved"}
		round.Cancelled = true
		a.moved = round.ID
		a.Again()
		if a.Found && a.Word() != "yes" {
			a.Doubt() // nothing can be entered before he has said to when
			w.reply(account, l, by)
			return true
		}
	default:
		return false
	}
	w.reply(account, l, by)
	yes()
	return true
}
