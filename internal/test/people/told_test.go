package people

import (
	"time"

	"afterword/internal/test/people/oracle"
)

// told are about interviews that prose alone tells of. The second round is on Wednesday,
// November 18, from two to three.
var toldInProse = []story{
	{"24-prose", "prose of a contact enters a further interview, and who is named with an address is thanked", func(w *world) {
		a := w.second()
		a.knows(meeting2)
		w.hear(a, say{kind: oracle.Interview, subject: "Second interview: " + a.Role, text: "Hi Sam,\n\nwe have scheduled your second interview for the " + a.Role + " role for Wednesday, November 18, 2:00-3:00 pm ET with Mei Tanaka <mei@acme.example>, our Head of Data.\n\nBest,\nRobin Hale"})
		w.settle()
		w.until(ny("2026-11-18T15:30"))
		w.want(a, "mei", oracle.ThankYou)
		w.asked("it is entered")
		w.until(ny("2026-11-20T16:00"))
	}},
	{"24-prose-name", "who is known by name alone is thanked through the recruiter", func(w *world) {
		a := w.second()
		r := meeting2
		r.People = []string{"robin"} // who passes it on
		a.Rounds = append(a.Rounds, r)
		w.hear(a, say{kind: oracle.Interview, subject: "Second interview: " + a.Role, text: "Hi Sam,\n\nwe have scheduled your second interview for the " + a.Role + " role for Wednesday, November 18, 2:00-3:00 pm ET with Mei Tanaka, our Head of Data.\n\nBest,\nRobin Hale"})
		w.settle()
		w.until(ny("2026-11-18T15:30"))
		w.want(a, "robin", oracle.ThankYou)
	}},
	{"24-prose-twice", "prose, its reminder and a calendar tell of one interview", func(w *world) {
		a := w.second()
		a.knows(meeting2)
		text := "Hi Sam,\n\nyour second interview for the " + a.Role + " role takes place on Wednesday, November 18, 2:00 pm ET with Mei Tanaka <mei@acme.example>.\n\nBest,\nRobin Hale"
		w.hear(a, say{kind: oracle.Interview, subject: "Your second interview", text: text})
		w.settle()
		w.until(ny("2026-11-16T12:00"))
		w.invite(a, invitation{uid: "second@acme.example"})
		w.settle()
		w.until(ny("2026-11-17T12:00"))
		w.hear(a, say{kind: oracle.Interview, subject: "Reminder: your second interview", text: "Hi Sam,\n\njust a reminder of your interview tomorrow at 2:00 pm ET with Mei Tanaka.\n\nRobin Hale"})
		w.settle()
		w.until(ny("2026-11-20T16:00"))
	}},
	{"24-prose-moved", "a move from one known time to another is applied, and thanks are due after the new time", func(w *world) {
		a := w.second()
		a.knows(day19)
		w.invite(a, invitation{uid: "second@acme.example"})
		w.settle()
		w.until(ny("2026-11-17T10:00"))
		w.hear(a, say{kind: oracle.Interview, subject: "Your second interview", text: "Hi Sam,\n\nI am sorry, but we have to move your interview from Wednesday, November 18, 2:00 pm ET to Thursday, November 19, 2:00 pm ET. Mei Tanaka will meet you then.\n\nRobin"})
		w.settle()
		w.asked("moved the interview")
		w.until(ny("2026-11-19T15:30"))
		w.want(a, "mei", oracle.ThankYou)
	}},
	{"24-prose-unclear", "a move that does not say what it leaves is asked about, and the thanks wait", func(w *world) {
		a := w.second()
		r := called(meeting2)
		a.knows(r)
		w.invite(a, invitation{uid: "second@acme.example"})
		w.settle()
		w.until(ny("2026-11-17T10:00"))
		w.hear(a, say{kind: oracle.Interview, shaky: true, subject: "Your second interview", text: "Hi Sam,\n\nunfortunately we have to reschedule your interview. Could you do Thursday at 2 pm or Friday at 10 am ET?\n\nRobin"})
		w.settle()
		w.asked("moved or called off")
		w.until(ny("2026-11-20T16:00"))
	}},
	{"24-prose-stranger", "a stranger's word on an interview is asked about", func(w *world) {
		a := w.second()
		a.Doubt()
		w.shared(a)
		w.hear(a, say{kind: oracle.Other, from: "Lena Vogt <lena@acme.example>", subject: "Interview with Acme", text: "Hi Sam,\n\nyour second interview with Acme takes place on Wednesday, November 18, 2:00 pm ET with Mei Tanaka <mei@acme.example>.\n\nBest,\nLena Vogt"})
		w.settle()
		w.asked("nothing is entered")
		w.until(ny("2026-11-20T16:00"))
	}},
	{"24-prose-replaced", "who was replaced is not thanked", func(w *world) {
		a := w.second()
		r := meeting2
		r.People = []string{"tomas"}
		a.knows(r)
		w.invite(a, invitation{uid: "second@acme.example"})
		w.settle()
		w.until(ny("2026-11-17T10:00"))
		w.hear(a, say{kind: oracle.Interview, subject: "Your second interview", text: "Hi Sam,\n\na small change for your interview on Wednesday, November 18, at 2:00 pm ET: Mei Tanaka cannot make it, and Tomás Rivera will meet you instead. The time stays the same.\n\nRobin"})
		w.settle()
		w.until(ny("2026-11-18T15:30"))
		w.want(a, "tomas", oracle.ThankYou)
	}},
	{"24-promised", "a date promised in an invitation is the decision date", func(w *world) {
		a := w.second()
		r := meeting2
		r.Decision = oracle.OnDay(2026, 11, 27)
		a.knows(r)
		w.hear(a, say{kind: oracle.Interview, subject: "Second interview: " + a.Role, text: "Hi Sam,\n\nwe have scheduled your second interview for the " + a.Role + " role for Wednesday, November 18, 2:00-3:00 pm ET with Mei Tanaka <mei@acme.example>. We will make our decision by November 27.\n\nBest,\nRobin Hale"})
		w.settle()
		w.until(ny("2026-11-18T15:30"))
		if l, ok := w.want(a, "mei", oracle.ThankYou); ok {
			w.send(0, l, way{})
			w.pass(5 * time.Minute)
		}
		w.until(ny("2026-12-01T12:00"))
		w.want(a, "robin", oracle.CheckIn)
	}},
}
