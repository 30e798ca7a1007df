package people

import (
	"strings"
	"time"

	"afterword/internal/test/people/oracle"
)

// standing brings the stage to a check-in 1 that stands in Drafts, on November 24.
func (w *world) standing(change ...func(*oracle.App)) *app {
	a := w.acme(change...)
	w.thanked(a)
	w.until(ny("2026-11-24T10:00"))
	w.want(a, a.Status, oracle.CheckIn)
	return a
}

// meanwhile lets something happen while the daemon does not run.
func (w *world) meanwhile(do func()) {
	w.sleep()
	w.clock(w.Now().Add(time.Hour))
	do()
	w.clock(w.Now().Add(time.Hour))
	w.wake()
}

// answered plays an answer that comes to lie somewhere else than in the Inbox.
func answered(asleep bool, s say, to string) func(*world) {
	return func(w *world) {
		a := w.standing()
		do := func() {
			id := w.hear(a, s)
			if to != "" {
				w.refile((a.account+s.account)%len(w.users()), w.server.Boxes.Inbox, to, id)
			}
		}
		if asleep {
			w.meanwhile(do)
		} else {
			do()
			w.settle()
		}
		w.until(w.Now().AddDate(0, 0, 12))
	}
}

var bad, wait = say{kind: oracle.Rejection}, say{kind: oracle.Other}

// answers are about messages that come, and where they lie.
var answers = []story{
	{"01-inbox", "a rejection in the Inbox stops the check-in", answered(false, bad, "")},
	{"01-inbox-asleep", "a rejection that came while the daemon was off stops the check-in", answered(true, bad, "")},
	{"01-archived", "an answer that was archived while the daemon was off stops the check-in", answered(true, wait, "Archive")},
	{"01-deleted", "bad news that the user deletes on his phone stops the check-in", answered(true, wait, "Trash")},
	{"01-junk", "an answer that Junk swallowed stops the check-in", answered(false, say{kind: oracle.Other, box: "Junk"}, "")},
	{"01-filter", "an answer that a filter files stops the check-in", answered(false, say{kind: oracle.Other, box: "Jobs"}, "")},
	{"01-second-account", "a rejection in the user's second account stops the check-in of the first", answered(false, say{kind: oracle.Other, account: 1}, "")},
	{"01-before-add", "an answer from before the application was entered counts", func(w *world) {
		a := &oracle.App{Company: "Acme", Role: "Senior Analyst", Cal: oracle.Calendar{Zone: newYork, US: true}, People: []oracle.Person{ngozi, robin}, Status: "robin",
			Rounds: []oracle.Round{{ID: "1", End: ny("2026-11-13T15:00"), Start: ny("2026-11-13T14:00"), People: []string{"ngozi"}}}}
		early := &app{App: a}
		w.until(ny("2026-11-16T10:00"))
		id := w.hear(early, say{kind: oracle.Other})
		w.refile(0, w.server.Boxes.Inbox, "Archive", id)
		w.until(ny("2026-11-16T12:00"))
		w.enter(a, 0)
		w.settle()
		w.until(ny("2026-12-03T10:00"))
	}},
	{"08-holding-before-date", "an answer without a date asks for nothing before the date that was named", func(w *world) {
		a := w.acme(func(a *oracle.App) { a.Rounds[0].Decision = oracle.OnDay(2026, 12, 11) })
		w.thanked(a)
		w.until(ny("2026-11-17T10:00"))
		w.hear(a, say{kind: oracle.Holding})
		w.settle()
		w.until(ny("2026-12-18T10:00"))
	}},
	{"08-answer-before-date", "after the user's answer to a question nothing is asked before the date that was named", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-16T10:00"))
		w.hear(a, say{kind: oracle.Timeline, day: oracle.OnDay(2026, 11, 20)})
		w.settle()
		w.clock(ny("2026-11-16T12:00"))
		ask := w.hear(a, say{kind: oracle.Question})
		w.settle()
		w.clock(ny("2026-11-16T14:00"))
		w.write(a, "", []string{robin.Address}, "Re: Senior Analyst at Acme", "Dear Robin,\n\nmy references are Ada Lind and Per Dahl.\n\nSam", ask, way{})
		w.pass(5 * time.Minute)
		w.until(ny("2026-11-25T16:00"))
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"09-offer-once", "an offer is answered once a round", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Offer, day: oracle.OnDay(2026, 12, 4)})
		w.settle()
		if l, ok := w.want(a, "robin", oracle.Reply); ok {
			w.pass(time.Hour)
			w.send(0, l, way{})
			w.pass(5 * time.Minute)
		}
		w.until(ny("2026-11-30T10:00"))
		w.hear(a, say{kind: oracle.Offer, day: oracle.OnDay(2026, 12, 4), text: "Dear Sam,\n\nattached is your written offer: we are delighted to offer you the position.\n\nRobin"})
		w.settle()
		w.until(ny("2026-12-03T10:00"))
	}},
	{"09-accepted", "after the user accepted, contracts are told and not drafted", func(w *world) {
		a := w.standing()
		id := w.hear(a, say{kind: oracle.Offer, day: oracle.OnDay(2026, 12, 4)})
		w.settle()
		w.write(a, oracle.Reply, []string{robin.Address}, "Re: Senior Analyst at Acme", "Dear Robin,\n\nI accept your offer with pleasure.\n\nSam", id, way{})
		w.pass(5 * time.Minute)
		w.until(ny("2026-12-01T10:00"))
		w.hear(a, say{kind: oracle.Offer, day: oracle.OnDay(2026, 12, 4), subject: "Your contract", text: "Dear Sam,\n\nplease find your offer letter and employment contract attached. Please sign the offer by December 4, 2026.\n\nRobin"})
		w.settle()
		w.until(ny("2026-12-04T10:00"))
	}},
	{"09-before-the-end", "a message before the planned end of an interview counts", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T14:40"))
		w.hear(a, say{kind: oracle.Rejection, shaky: true})
		w.until(ny("2026-11-16T10:00"))
	}},
	{"10-reused-id", "a rejection under the Message-ID of an acknowledgement is not lost", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Ack, id: "<same@acme.example>", from: "Acme Careers <careers@acme.example>", robot: true})
		w.settle()
		w.hear(a, say{kind: oracle.Rejection, id: "<same@acme.example>"})
		w.settle()
		w.until(ny("2026-12-01T10:00"))
	}},
	{"11-external", "a subject that a gateway marked costs no letter", subjects("[External] Senior Analyst at Acme")},
	{"11-careers", "a subject with a team's name before it costs no letter", subjects("[Acme Careers] Your application: Senior Analyst")},
	{"11-misspelt", "a misspelling in the company's subject costs no letter", subjects("Your aplication for Senior Analyst: an ofer")},
	{"11-not-applicable", "a subject with N/A in it costs no letter", subjects("Offer N/A: Senior Analyst")},
	{"28-no-subject", "an empty subject costs no letter", subjects(" ")},
	{"16-successor", "mail from the company's own domain that names neither role nor company lets the drafts wait", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Hint, from: "Lena Vogt <lena@acme.example>", subject: "Hello", text: "Hi Sam,\n\nI have taken over from Robin and will call you tomorrow.\n\nLena"})
		w.settle()
		w.asked("lena@acme.example")
	}},
	{"16-unknown-system", "mail of an unknown system that names role and company lets the drafts wait", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Hint, from: "Talent Team <mail@tracking.example>", subject: "Acme: Senior Analyst", text: "Dear Sam,\n\nwe will not go on with your application for Senior Analyst at Acme.\n\nTalent Team"})
		w.settle()
		w.asked("tracking.example")
	}},
	{"16-agency", "a colleague of an agency with the recruiter in Cc lets the drafts wait", func(w *world) {
		a := w.standing(func(a *oracle.App) { a.People[2].Address = "robin@agency.example" })
		w.hear(a, say{kind: oracle.Hint, from: "Lena Vogt <lena@agency.example>", subject: "Your interview", text: "Hi Sam,\n\nRobin asked me to tell you that they chose somebody else.\n\nLena", header: []string{"Cc: robin@agency.example"}})
		w.settle()
		w.asked("lena@agency.example")
	}},
	{"19-overdue-thanks", "an overdue thank-you is not drafted again because of an absence", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-18T10:00"))
		w.hear(a, say{kind: oracle.AutoReply, from: "Ngozi Okafor <ngozi@acme.example>", day: oracle.OnDay(2026, 11, 23)})
		a.Doubt()
		before := w.letters(0, w.server.Boxes.Drafts)
		w.until(ny("2026-11-20T10:00"))
		w.until(ny("2026-11-27T10:00"))
		for _, l := range w.letters(0, w.server.Boxes.Drafts) {
			if strings.Contains(l.To, ngozi.Address) && w.kindOf(l) == oracle.ThankYou {
				for _, had := range before {
					if had.To == l.To && had.MessageID != l.MessageID {
						w.fail("the thank-you to %s was written again", l.To)
					}
				}
			}
		}
	}},
	{"19-standing", "a standing draft whose window moves is withdrawn and placed after the return", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.AutoReply, day: oracle.OnDay(2026, 12, 3)})
		w.settle()
		w.until(ny("2026-12-10T10:00"))
	}},
	{"25-batch", "a rejection in the thread of an auto-reply, read in one batch with it, is not lost", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			sent := w.send(0, l, way{})
			w.pass(5 * time.Minute)
			w.meanwhile(func() {
				auto := w.hear(a, say{kind: oracle.AutoReply, answers: sent, day: oracle.OnDay(2026, 11, 25)})
				w.hear(a, say{kind: oracle.Other, from: "Lena Vogt <lena@elsewhere.example>", answers: auto, subject: "Re: your question", text: "Hi Sam,\n\nwe have decided to go on with somebody else.\n\nLena"})
			})
			w.until(ny("2026-12-10T10:00"))
		}
	}},
}

// subjects plays an offer under a subject.
func subjects(subject string) func(*world) {
	return func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Offer, subject: subject, day: oracle.OnDay(2026, 12, 4)})
		w.settle()
		w.want(a, "robin", oracle.Reply)
	}
}
