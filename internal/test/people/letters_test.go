package people

import (
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
	"afterword/rules"
)

// sends plays check-in 1 sent in some way, and the silence after it.
func sends(by way) func(*world) {
	return func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.send(0, l, by)
			w.pass(5 * time.Minute)
		}
		w.until(ny("2026-12-11T10:00"))
	}
}

// vague is a letter that nobody can tell to be a status question, or not to be one.
const vague = "Dear all,\n\ndid Friday turn out as you had hoped?\n\nSam"

// letters are about what the user sends, and what he does with his drafts.
var letters = []story{
	{"07-sent", "check-in 2 follows what was sent", sends(way{})},
	{"07-own-id", "a draft sent under its own Message-ID is sent", sends(way{keep: true})},
	{"07-reworded", "a reworded draft is sent", sends(way{edit: func(s string) string { return strings.Replace(s, "\n\n", "\n\nI hope that you are well. ", 1) }})},
	{"07-alias", "a draft sent from another address is sent", sends(way{from: aliases[0]})},
	{"07-foreign-address", "a draft sent from an address that the program does not know is sent", sends(way{from: "sam.winter@elsewhere.example"})},
	{"07-bcc", "a copy to himself in the Inbox counts as sent", sends(way{bcc: true})},
	{"07-filed", "a copy that a client files elsewhere counts as sent", sends(way{box: "Jobs"})},
	{"07-no-copy", "where no copy is kept the program asks, and does not draft check-in 1 again", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.send(0, l, way{none: true})
			a.Doubt()
			w.pass(5 * time.Minute)
		}
		w.until(ny("2026-11-25T10:00"))
		w.asked("sent")
		w.steer(a, "resume", 0)
		w.settle()
		w.until(ny("2026-11-27T10:00"))
	}},
	{"07-scheduled", "a draft that waits in Scheduled is neither sent nor thrown away", later("Scheduled")},
	{"07-outbox", "a draft that waits in an outbox is neither sent nor thrown away", later("Outbox")},
	{"07-two-in-one", "one letter to two interviewers thanks both", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T15:30"))
		if l, ok := w.want(a, "ngozi", oracle.ThankYou); ok {
			w.send(0, l, way{more: []string{tomas.Address}, edit: func(s string) string { return strings.Replace(s, "Dear ", "Dear Tomás, dear ", 1) }})
			w.pass(5 * time.Minute)
		}
		w.until(ny("2026-11-16T12:00"))
	}},
	{"07-own-two", "a letter of the user's own to two interviewers thanks both", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T15:30"))
		w.write(a, "", []string{ngozi.Address, tomas.Address}, "Today", "Dear both,\n\nthank you for your time today.\n\nSam", "", way{})
		w.pass(5 * time.Minute)
		w.until(ny("2026-11-16T12:00"))
	}},
	{"07-references", "what the user was asked for, sent in the thread, is no check-in", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			sent := w.send(0, l, way{})
			w.pass(5 * time.Minute)
			w.until(ny("2026-11-30T10:00"))
			ask := w.hear(a, say{kind: oracle.Question, answers: sent})
			w.settle()
			w.until(ny("2026-12-03T10:00"))
			w.write(a, "", []string{robin.Address}, "Re: Senior Analyst at Acme", "Dear Robin,\n\nmy references are Ada Lind and Per Dahl.\n\nSam", ask, way{})
			w.pass(5 * time.Minute)
			w.until(ny("2026-12-24T10:00"))
		}
	}},
	{"07-question-other", "a letter to somebody else answers no question", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-16T10:00"))
		w.hear(a, say{kind: oracle.Question})
		w.settle()
		w.until(ny("2026-11-17T10:00"))
		w.write(a, "", []string{ngozi.Address}, "An article", "Dear Ngozi,\n\nhere is the article that I mentioned.\n\nSam", "", way{aside: true})
		w.pass(5 * time.Minute)
		w.until(ny("2026-12-03T10:00"))
	}},
	{"07-own-question", "the user's own status question to another contact is a check-in", func(w *world) {
		a := w.standing()
		w.write(a, oracle.CheckIn, []string{ngozi.Address}, "The Senior Analyst role", "Dear Ngozi,\n\nis there any update on the Senior Analyst role that you can share?\n\nBest regards\nSam", "", way{})
		w.pass(5 * time.Minute)
		w.until(ny("2026-12-01T18:00"))
	}},
	{"07-unclear", "a letter to anybody that may have been the question lets the check-in wait, and the user is asked", func(w *world) {
		a := w.standing()
		w.write(a, oracle.Unclear, []string{ngozi.Address}, "Friday", vague, "", way{})
		w.pass(5 * time.Minute)
		w.asked("about how things stand?")
		w.until(ny("2026-11-25T10:00"))
		w.steer(a, "resume", 0)
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
		w.until(ny("2026-11-26T10:00"))
	}},
	{"07-unclear-soon", "a letter shortly before the check-in lets it wait, and one long before does not", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-17T09:30"))
		w.write(a, oracle.Unclear, []string{ngozi.Address}, "Friday", vague, "", way{})
		w.pass(5 * time.Minute)
		if n := w.oracle.Asked("about how things stand?"); n > 0 {
			w.fail("a letter a week before is asked about")
		}
		w.until(ny("2026-11-23T10:00"))
		w.write(a, oracle.Unclear, []string{robin.Address}, "Friday", vague, "", way{})
		w.pass(5 * time.Minute)
		w.asked("about how things stand?")
		w.until(ny("2026-12-03T10:00"))
	}},
	{"07-unclear-sent", "check-in 2 follows a letter of which the user says that it was check-in 1", func(w *world) {
		a := w.standing()
		id := w.write(a, oracle.Unclear, []string{robin.Address}, "Friday", vague, "", way{})
		w.pass(5 * time.Minute)
		w.asked("about how things stand?", "check-in-1")
		w.until(ny("2026-11-25T10:00"))
		w.steer(a, "sent", 0)
		w.say(a, rules.Attributed{MessageID: id[1 : len(id)-1], FollowUp: "check-in/1/1"})
		w.settle()
		w.until(ny("2026-12-02T10:00"))
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"07-unclear-answered", "an answer settles what an unclear letter was", func(w *world) {
		a := w.standing()
		w.write(a, oracle.Unclear, []string{ngozi.Address}, "Friday", vague, "", way{})
		w.pass(5 * time.Minute)
		w.until(ny("2026-11-25T10:00"))
		w.hear(a, say{kind: oracle.Holding})
		w.settle()
		w.until(ny("2026-12-03T10:00"))
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"07-unclear-thread", "what is answered at once is no question of the user's", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-23T10:00"))
		id := w.hear(a, say{kind: oracle.Ack, from: "Dr. Ngozi Okafor <ngozi@acme.example>", robot: true})
		w.settle()
		w.write(a, "", []string{ngozi.Address}, "Re: Senior Analyst at Acme", vague, id, way{})
		w.pass(5 * time.Minute)
		w.until(ny("2026-11-24T10:00"))
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"07-second-account", "a letter of the user's from his other account counts", func(w *world) {
		a := w.standing()
		w.note("the user asks from his other account")
		a.Happened(w.Now(), oracle.Sent{To: []string{robin.Address}, Kind: oracle.CheckIn})
		m := demo.Mail{From: w.server.Users[1], To: robin.Address, Subject: "The Senior Analyst role", At: w.Now(), MessageID: w.newID("client.example"),
			Text: "Dear Robin,\n\nis there any update on the Senior Analyst role that you can share?\n\nSam"}
		w.put(1, w.server.Boxes.Sent, m.Raw(), m.MessageID, []string{`\Seen`}, w.Now())
		w.pass(5 * time.Minute)
		w.until(ny("2026-11-30T18:00"))
	}},
	{"04-fast-clock", "an answer within two minutes of a letter whose clock is four minutes fast comes after it", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			sent := w.send(0, l, way{ahead: 4 * time.Minute})
			w.settle()
			w.clock(w.Now().Add(2 * time.Minute))
			w.hear(a, say{kind: oracle.Other, answers: sent})
			w.settle()
		}
		w.until(ny("2026-12-11T10:00"))
	}},
	{"04-slow-clock", "a letter whose clock is an hour slow comes after the question that it answers", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.until(ny("2026-11-16T10:00"))
		ask := w.hear(a, say{kind: oracle.Question})
		w.settle()
		w.clock(w.Now().Add(20 * time.Minute))
		w.write(a, "", []string{robin.Address}, "Re: Senior Analyst at Acme", "Dear Robin,\n\nmy references are Ada Lind and Per Dahl.\n\nSam", ask, way{ahead: -time.Hour})
		a.Doubt()
		w.pass(5 * time.Minute)
		w.until(ny("2026-11-25T16:00"))
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"05-second-store", "a second store does not place what stands already", func(w *world) {
		w.standing()
		w.another()
		w.until(ny("2026-11-25T10:00"))
	}},
	{"05-second-store-sent", "a second store does not place what was sent already", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.send(0, l, way{})
			w.pass(5 * time.Minute)
		}
		w.another()
		w.until(ny("2026-11-27T10:00"))
	}},
	{"18-out-unchanged", "a draft that was out of Drafts for minutes and came back unchanged is ours again", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.take(0, l)
			w.pass(6 * time.Minute)
			w.back(0, l, false)
			w.pass(6 * time.Minute)
			w.hear(a, wait)
			w.settle()
		}
	}},
	{"18-out-edited", "a draft that was out of Drafts for minutes and came back edited is the user's, and an answer makes it out of date", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.take(0, l)
			w.pass(6 * time.Minute)
			w.back(0, l, true)
			w.pass(6 * time.Minute)
			w.steer(a, "resume", 0)
			w.settle()
			w.until(ny("2026-11-25T12:00"))
			if n := len(w.letters(0, w.server.Boxes.Drafts)); n != 1 {
				w.fail("%d drafts stand, and one is the user's", n)
			}
			w.hear(a, wait)
			w.settle()
			w.asked("out of date")
		}
	}},
	{"18-restored", "a draft that was taken out of Trash again is ours again", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.discard(0, l)
			w.pass(6 * time.Minute)
			w.restore(0, l)
			w.pass(6 * time.Minute)
			w.hear(a, wait)
			w.settle()
		}
	}},
	{"18-beside-edited", "a letter that was put in the words of another of its panel is not taken for that one, which was thrown away and restored", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T15:30"))
		one, _ := w.draft(0, ngozi.Address, oracle.ThankYou)
		two, _ := w.draft(0, tomas.Address, oracle.ThankYou)
		_, body, _ := strings.Cut(two.Text, "\n")
		one.Text = "Dear Dr. Okafor,\n" + body
		w.edit(0, one, false)
		w.discard(0, two)
		w.pass(6 * time.Minute)
		w.restore(0, two)
		w.pass(6 * time.Minute)
		w.hear(a, wait)
		w.settle()
	}},
	{"edited", "an edited draft is never touched, and named as out of date", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.edit(0, l, true)
			w.pass(6 * time.Minute)
			w.hear(a, wait)
			w.settle()
			w.asked("out of date")
			w.until(ny("2026-12-04T10:00"))
		}
	}},
	{"declined", "a draft that was thrown away does not come again", func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.discard(0, l)
			w.pass(6 * time.Minute)
			w.until(ny("2026-12-11T10:00"))
		}
	}},
}

// later plays send-later: the draft waits in a mailbox of its own for an hour, and is
// then sent.
func later(box string) func(*world) {
	return func(w *world) {
		a := w.standing()
		if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
			w.wait(0, l, box, time.Hour)
			if n := w.oracle.Asked("deleted"); n > 0 {
				w.fail("the user was told that he deleted it")
			}
		}
		if state := w.state(a); state != "active" {
			w.fail("the application is %s", state)
		}
		w.until(ny("2026-12-11T10:00"))
	}
}
