package people

import (
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
)

// lumina is a company of which the user has entered nothing: its interview is on Tuesday,
// November 17, from two to three.
func (w *world) lumina(prose bool) *app {
	w.asksInNotes()
	a := &oracle.App{Company: "Lumina", Role: "Tax Lawyer", Cal: oracle.Calendar{Zone: newYork, US: true}, Status: "recruiter", Found: true,
		People: []oracle.Person{{Key: "p0", Name: "Mona Adler", Address: "adler@lumina.example"}, {Key: "p1", Name: "Pavel Dorn", Address: "dorn@lumina.example"}, {Key: "recruiter", Name: "Nora Bendix", Address: "bendix@lumina.example"}},
		Rounds: []oracle.Round{{ID: "1", Start: ny("2026-11-17T14:00"), End: ny("2026-11-17T15:00"), People: []string{"p0", "p1"}}}}
	own := w.find(a, 0, invitation{uid: "first@lumina.example", start: a.Rounds[0].Start, end: a.Rounds[0].End, stamp: w.Now()}, prose, 0)
	w.settle()
	return own
}

// question returns the newest note that stands in the Inbox.
func (w *world) question() (n demo.Letter) {
	for _, l := range w.letters(0, w.server.Boxes.Inbox) {
		if w.isNote(0, l) {
			n = l
		}
	}
	if n.Subject == "" {
		w.fail("nothing is asked")
	}
	return n
}

// answersWith plays an answer to the newest note.
func (w *world) answersWith(a *app, word string, by wording) {
	w.reply(0, w.question(), by)
	if word != "" {
		w.said(a, word, "")
	}
	w.pass(2 * time.Minute)
}

// asking are about what mail alone tells of, the notes that ask about it, and the mailboxes
// to answer in.
var asking = []story{
	{"30-yes", "a yes enters what was found, and nothing stands before it", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "Yes, that's right", copied: true})
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
	}},
	{"30-prose", "prose of a stranger is asked about", func(w *world) {
		a := w.lumina(true)
		w.until(ny("2026-11-17T15:30"))
		w.answersWith(a, "yes", wording{fill: map[string]string{"Pavel Dorn. ": "the shared glossary"}, client: 4})
		a.Tell("1", "p1", "the shared glossary")
		w.settle()
		w.want(a, "p1", oracle.ThankYou)
	}},
	{"30-no", "a no holds, whatever tells of it again", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "no", wording{top: "No", client: 3})
		w.tell(a, invitation{uid: "first@lumina.example", start: ny("2026-11-18T14:00"), end: ny("2026-11-18T15:00"), sequence: 1}, false, 0)
		w.until(ny("2026-11-20T15:30"))
	}},
	{"30-stop", "a stop ends everything for that one", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "ok"})
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
		w.answersWith(a, "stop", wording{top: "stop", client: 1})
		w.until(ny("2026-12-01T12:00"))
	}},
	{"30-snooze", "what is put off is asked again then", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "", wording{top: "snooze until Monday"})
		a.Again()
		w.until(ny("2026-11-16T12:00"))
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
	}},
	{"30-folders", "mail in one of the mailboxes is an answer, and out of it again is none", func(w *world) {
		a := w.lumina(false)
		w.moveTo(0, a.mail, w.server.Boxes.Inbox, "Afterword/No")
		w.said(a, "no", a.mail)
		w.pass(2 * time.Minute)
		w.moveTo(0, a.mail, "Afterword/No", w.server.Boxes.Inbox)
		w.said(a, "undo", a.mail)
		w.pass(2 * time.Minute)
		w.moveTo(0, a.mail, w.server.Boxes.Inbox, "Afterword/Yes")
		w.said(a, "yes", a.mail)
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
		id := w.question().MessageID
		w.moveTo(0, id, w.server.Boxes.Inbox, "Afterword/Stop")
		w.said(a, "stop", id)
		w.pass(2 * time.Minute)
	}},
	{"30-moved-late", "who moves a note to Yes after the interview has his thank-yous at once", func(w *world) {
		a := w.lumina(false)
		w.until(ny("2026-11-17T16:00"))
		w.moveTo(0, a.mail, w.server.Boxes.Inbox, "Afterword/Yes")
		w.said(a, "yes", a.mail)
		w.settle()
		w.want(a, "p0", oracle.ThankYou)
		w.want(a, "p1", oracle.ThankYou)
	}},
	{"30-undone-twice", "a stop that is taken back after the yes was makes nothing his", func(w *world) {
		a := w.lumina(false)
		n := w.question()
		w.moveTo(0, n.MessageID, w.server.Boxes.Inbox, "Afterword/Yes")
		w.said(a, "yes", n.MessageID)
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
		w.moveTo(0, n.MessageID, "Afterword/Yes", w.server.Boxes.Inbox)
		w.said(a, "undo", n.MessageID)
		w.pass(2 * time.Minute)
		how := w.question()
		w.moveTo(0, how.MessageID, w.server.Boxes.Inbox, "Afterword/Stop")
		w.said(a, "stop", how.MessageID)
		w.pass(2 * time.Minute)
		w.moveTo(0, how.MessageID, "Afterword/Stop", w.server.Boxes.Inbox)
		w.said(a, "undo", how.MessageID)
		w.until(ny("2026-11-18T12:00"))
		w.moveTo(0, how.MessageID, w.server.Boxes.Inbox, "Afterword/Yes")
		w.said(a, "yes", how.MessageID)
		w.settle()
		w.want(a, "p0", oracle.ThankYou)
	}},
	{"30-stopped-undone", "a stop that is taken back brings nothing back that an answer had stopped", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
		n := w.question()
		w.hear(a, say{kind: oracle.Question})
		w.settle()
		w.moveTo(0, n.MessageID, w.server.Boxes.Inbox, "Afterword/Stop")
		w.said(a, "stop", n.MessageID)
		w.pass(2 * time.Minute)
		w.moveTo(0, n.MessageID, "Afterword/Stop", w.server.Boxes.Inbox)
		w.said(a, "undo", n.MessageID)
		w.until(ny("2026-11-18T12:00"))
	}},
	{"30-undone", "what is moved out takes back its own answer, and not a newer one", func(w *world) {
		a := w.lumina(false)
		n := w.question()
		w.moveTo(0, a.mail, w.server.Boxes.Inbox, "Afterword/No")
		w.said(a, "no", a.mail)
		w.pass(2 * time.Minute)
		w.reply(0, n, wording{top: "Yes"})
		w.said(a, "yes", "")
		w.pass(2 * time.Minute)
		w.moveTo(0, a.mail, "Afterword/No", w.server.Boxes.Inbox)
		w.said(a, "undo", a.mail)
		w.until(ny("2026-11-17T15:30"))
		w.want(a, "p0", oracle.ThankYou)
	}},
	{"30-called-off", "what was called off before the answer is not asked about for ever", func(w *world) {
		a := w.lumina(false)
		a.Rounds[0].Cancelled = true
		w.tell(a, invitation{uid: "first@lumina.example", start: a.Rounds[0].Start, end: a.Rounds[0].End, method: "CANCEL", sequence: 1}, false, 0)
		w.settle()
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-20T15:30"))
	}},
	{"30-full", "three questions that nobody answers hold up no fourth for ever, also if nobody watched when they ended", func(w *world) {
		a := w.lumina(false)
		for n, company := range []string{"Kestrel", "Juniper", "Isleworth"} {
			b := *a.App
			b.Company = company
			b.People = append([]oracle.Person{}, b.People...)
			for i, name := range theirs[3*n : 3*n+3] {
				b.People[i].Name, b.People[i].Address = name, strings.ToLower(last(name)+"@"+company+".example")
			}
			at := ny("2026-11-17T14:00")
			if n == 2 {
				w.sleep()
				at = ny("2026-11-27T14:00")
				w.clock(ny("2026-11-24T10:00"))
				w.wake()
			}
			b.Rounds = []oracle.Round{{ID: "1", Start: at, End: at.Add(time.Hour), People: []string{"p0", "p1"}}}
			w.find(&b, 0, invitation{uid: "first@" + company, start: at, end: at.Add(time.Hour), stamp: w.Now()}, false, 0)
			w.settle()
		}
		w.until(ny("2026-11-26T10:00"))
	}},
	{"31-debrief", "what is said of one stands in her letter alone, and when they decide is known", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		w.answersWith(a, "", wording{fill: map[string]string{"Mona Adler. ": "the on-call rotation", "Pavel Dorn. ": "moving off the old warehouse", "They decide by:": "November 27"}, client: 2})
		a.Tell("1", "p0", "the on-call rotation")
		a.Tell("1", "p1", "moving off the old warehouse")
		a.Rounds[0].Decision = oracle.OnDay(2026, 11, 27)
		a.Happened(w.Now(), oracle.Said{What: "date", Until: a.Rounds[0].Decision, Round: "1"})
		w.settle()
		w.want(a, "p0", oracle.ThankYou)
		w.until(ny("2026-12-02T10:00"))
		w.want(a, "recruiter", oracle.CheckIn)
	}},
	{"31-thrown-away", "a draft that is thrown away as what is known of it changes does not come again", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		n := w.question()
		if l, ok := w.want(a, "p0", oracle.ThankYou); ok {
			w.discard(0, l)
		}
		w.reply(0, n, wording{fill: map[string]string{"Pavel Dorn. ": "moving off the old warehouse"}})
		a.Tell("1", "p1", "moving off the old warehouse")
		w.pass(6 * time.Minute)
		w.until(ny("2026-11-18T16:00"))
	}},
	{"31-moved", "of one that moved is asked to when, and how it was then", func(w *world) {
		a := w.acme(func(a *oracle.App) {
			w.asksInNotes()
			a.Rounds[0].Decision = oracle.OnDay(2026, 11, 15)
		})
		w.until(ny("2026-11-13T15:30"))
		a.Rounds[0].Cancelled = true
		a.Again()
		w.answersWith(a, "", wording{fill: map[string]string{"Did it take place?": "moved"}})
		r := &a.Rounds[0]
		r.Start, r.End, r.Cancelled, r.Decision = ny("2026-11-16T14:00"), ny("2026-11-16T15:00"), false, 0
		w.answersWith(a, "", wording{fill: map[string]string{"When:": "Monday, November 16, 2 to 3 pm"}})
		w.until(ny("2026-11-16T15:30"))
		w.want(a, "ngozi", oracle.ThankYou)
	}},
	{"31-moved-thrown-away", "who threw the thanks away because nobody met has them after the new time", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		if l, ok := w.want(a, "p0", oracle.ThankYou); ok {
			w.discard(0, l)
		}
		w.pass(5 * time.Minute)
		r := &a.Rounds[0]
		r.Cancelled = true
		a.Again()
		w.answersWith(a, "", wording{fill: map[string]string{"Did it take place?": "moved"}})
		r.Start, r.End, r.Cancelled = ny("2026-11-19T14:00"), ny("2026-11-19T15:00"), false
		w.answersWith(a, "", wording{fill: map[string]string{"When:": "Thursday, November 19, 2 to 3 pm"}})
		a.Happened(w.Now(), oracle.Said{What: "time", Round: "1"})
		w.until(ny("2026-11-19T15:30"))
		w.want(a, "p0", oracle.ThankYou)
		w.want(a, "p1", oracle.ThankYou)
	}},
	{"31-moved-find", "one that moved to a time that nobody named is not entered before that is known, and asked about once", func(w *world) {
		a := w.lumina(false)
		w.until(ny("2026-11-17T15:30"))
		a.moved, a.Rounds[0].Cancelled = "1", true
		a.Again()
		w.answersWith(a, "", wording{fill: map[string]string{"Did it take place?": "moved"}})
		w.moveTo(0, a.mail, w.server.Boxes.Inbox, "Afterword/Yes")
		w.said(a, "yes", a.mail)
		w.pass(2 * time.Minute)
		r := &a.Rounds[0]
		r.Start, r.End, r.Cancelled, a.moved = ny("2026-11-19T14:00"), ny("2026-11-19T15:00"), false, ""
		w.answersWith(a, "yes", wording{fill: map[string]string{"When:": "Thursday, November 19, 2 to 3 pm"}})
		w.until(ny("2026-11-19T15:30"))
		w.want(a, "p0", oracle.ThankYou)
	}},
	{"31-moved-find-once", "who has named the new time of what was found is not asked for it again", func(w *world) {
		a := w.lumina(false)
		w.until(ny("2026-11-17T15:30"))
		a.moved, a.Rounds[0].Cancelled = "1", true
		a.Again()
		w.answersWith(a, "", wording{fill: map[string]string{"Did it take place?": "moved"}})
		asked := w.question().MessageID
		r := &a.Rounds[0]
		r.Start, r.End, r.Cancelled, a.moved = ny("2026-11-19T14:00"), ny("2026-11-19T15:00"), false, ""
		w.answersWith(a, "yes", wording{fill: map[string]string{"When:": "Thursday, November 19, 2 to 3 pm"}})
		if n := w.question(); n.MessageID != asked {
			w.fail("%s: %s", oracle.Again, n.Subject)
		}
		w.until(ny("2026-11-19T15:30"))
		w.want(a, "p0", oracle.ThankYou)
	}},
	{"31-moved-and-yes", "a yes to what is his already does not say that it took place", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		a.Rounds[0].Cancelled = true
		a.Again()
		w.answersWith(a, "", wording{fill: map[string]string{"Did it take place?": "moved"}})
		w.moveTo(0, a.mail, w.server.Boxes.Inbox, "Afterword/Yes")
		w.said(a, "yes", a.mail)
		w.until(ny("2026-11-19T12:00"))
	}},
	{"31-nobody-came", "who did not come is offered another time, and not thanked", func(w *world) {
		a := w.lumina(false)
		w.answersWith(a, "yes", wording{top: "yes"})
		w.until(ny("2026-11-17T15:30"))
		a.Rounds[0].NoShow = true
		w.answersWith(a, "", wording{top: "They did not come"})
		w.want(a, "recruiter", oracle.Missed)
	}},
}
