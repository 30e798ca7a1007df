package people

import (
	"slices"
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
	"afterword/rules"
)

// facts are about what the user corrects, and whose a message is.
var facts = []story{
	{"02-address", "a standing check-in goes to the address that is right now", func(w *world) {
		a := w.standing()
		w.readdress(a, "robin", "robin.hale@acme.example")
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"02-date", "a standing check-in names the date that is right now", func(w *world) {
		a := w.standing()
		w.redate(a, oracle.OnDay(2026, 11, 19))
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"02-role", "standing drafts name the role that is right now", func(w *world) {
		a := w.standing()
		w.retitle(a, "Data Engineer")
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"02-name", "a standing check-in greets by the name that is right now", func(w *world) {
		a := w.standing()
		w.rename(a, "robin", "Rowan Hyde")
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"02-thanks-name", "a standing thank-you greets by the name that is right now", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T15:30"))
		w.rename(a, "tomas", "Tomás Ribeiro")
		w.settle()
		w.want(a, "tomas", oracle.ThankYou)
	}},
	{"02-thanks-address", "a standing thank-you goes to the address that is right now", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T15:30"))
		w.readdress(a, "tomas", "t.rivera@acme.example")
		w.settle()
		w.want(a, "tomas", oracle.ThankYou)
	}},
	{"02-postponed", "a standing check-in goes when the date is put off, and comes again", func(w *world) {
		a := w.standing()
		w.redate(a, oracle.OnDay(2026, 12, 4))
		w.settle()
		w.until(ny("2026-12-09T10:00"))
	}},
	{"03-words-of-another", "mail of a tracking system about one company is not another's whose name is a word in it", func(w *world) {
		a := w.standing(named("Ramp", "ramp.example"))
		w.hear(a, say{nobody: true, kind: oracle.Rejection, from: "Zenith <no-reply@" + "greenhouse.io>", subject: "Your application to Zenith",
			text: "Dear Sam,\n\nwhile your ramp up would be quick, we have decided not to move forward.\n\nZenith"})
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"03-free-mail", "a provider of free mail is nobody's company", func(w *world) {
		a := w.standing(named("Tiny Shop", "posteo"+".de"))
		w.hear(a, say{nobody: true, kind: oracle.Rejection, from: "Max <max@" + "posteo.de>", subject: "Senior Analyst wanted",
			text: "Hi Sam,\n\nunfortunately, we have decided to move forward with another candidate for Senior Analyst.\n\nMax"})
		w.settle()
		w.want(a, "robin", oracle.CheckIn)
	}},
	{"03-longest-role", "mail about the Senior Analyst does not stop the Analyst", func(w *world) {
		a := w.standing()
		b := w.enter(&oracle.App{Company: "Acme", Role: "Analyst", Cal: a.Cal, People: []oracle.Person{ngozi, tomas, robin}, Status: "robin",
			Rounds: []oracle.Round{{ID: "b", Start: ny("2026-11-12T10:00"), End: ny("2026-11-12T11:00"), People: []string{"tomas"}, Decision: oracle.OnDay(2026, 11, 20)}}}, 0)
		w.settle()
		w.hear(a, bad)
		w.settle()
		w.until(ny("2026-11-24T12:00"))
		found := false
		for _, l := range w.letters(0, w.server.Boxes.Drafts) {
			found = found || w.kindOf(l) == oracle.CheckIn && strings.Contains(l.Subject, ": "+b.Role)
		}
		if !found {
			w.fail("no check-in for the Analyst stands")
		}
	}},
	{"20-language", "a conversation in a language without texts gets the account's", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T13:30"))
		w.hear(a, say{kind: oracle.Ack, subject: "Colloquio", text: "Gentile Sam,\n\nla ringraziamo per il suo interesse verso la nostra azienda. Siamo lieti di incontrarla oggi pomeriggio e restiamo a disposizione per qualsiasi domanda sulla posizione.\n\nCordiali saluti\nRobin"})
		w.settle()
		w.until(ny("2026-11-13T15:30"))
		w.want(a, "ngozi", oracle.ThankYou)
	}},
	{"21-no-reply", "no check-in goes to an address that nobody reads", func(w *world) {
		a := w.acme(func(a *oracle.App) { a.People[2].Address = "no-reply@acme.example" })
		w.thanked(a)
		a.Status = "ngozi" // who reads what is sent to her
		w.until(ny("2026-11-25T12:00"))
		if _, ok := w.draft(0, "no-reply@acme.example", oracle.CheckIn); ok {
			w.fail("a check-in to an address that nobody reads stands")
		}
	}},
	{"22-reasons", "each reason names what happened", func(w *world) {
		a := w.standing()
		w.meet(a, oracle.Round{ID: "2", Start: ny("2026-12-04T10:00"), End: ny("2026-12-04T11:00"), People: []string{"ngozi"}})
		w.settle()
		entries, err := w.Store.Entries(w.ctx, "", 0)
		w.must(err)
		for _, e := range entries {
			if strings.Contains(e.What+e.Why, "not wanted any more") {
				w.fail("the log says %q (%s)", e.What, e.Why)
			}
		}
	}},
	{"22-named", "each notice names company and role", func(w *world) {
		a := w.standing()
		w.hear(a, say{kind: oracle.Question})
		w.settle()
		w.asked("Acme", "Senior Analyst", "needs something")
	}},
	{"23-one-more", "one more interviewer leaves the letters to the others alone", func(w *world) {
		a := w.acme()
		w.until(ny("2026-11-13T15:30"))
		before := w.letters(0, w.server.Boxes.Drafts)
		mei := oracle.Person{Key: "mei", Name: "Mei Tanaka", Address: "mei@acme.example"}
		a.People = append(a.People, mei)
		a.Rounds[0].People = append(a.Rounds[0].People, "mei")
		w.change(a, func(d *rules.Described) {
			d.Contacts = append(d.Contacts, contact(mei, rules.Interviewer))
			d.Interviews[0].Interviewers = append(d.Interviews[0].Interviewers, mei.Address)
		})
		w.settle()
		w.want(a, "mei", oracle.ThankYou)
		for _, had := range before {
			if !slices.ContainsFunc(w.letters(0, w.server.Boxes.Drafts), func(l demo.Letter) bool { return l.MessageID == had.MessageID }) {
				w.fail("the thank-you to %s was written anew", had.To)
			}
		}
	}},
	{"marked", "an answer that the user marks as holding is followed up after it", func(w *world) {
		a := w.standing()
		id := w.hear(a, wait)
		w.settle()
		w.clock(w.Now().Add(time.Hour))
		w.mark(a, id, oracle.Holding)
		w.settle()
		w.until(ny("2026-12-03T10:00"))
	}},
	{"snooze", "nothing stands before the date to which the user put it off", func(w *world) {
		a := w.acme()
		w.thanked(a)
		w.steer(a, "snooze", oracle.OnDay(2026, 12, 7))
		w.until(ny("2026-12-09T10:00"))
	}},
	{"stop", "nothing stands once the user stopped it", func(w *world) {
		a := w.standing()
		w.steer(a, "stop", 0)
		w.settle()
		w.until(ny("2026-12-09T10:00"))
	}},
	{"three", "three check-ins and no more", func(w *world) {
		a := w.standing()
		for range 3 {
			if l, ok := w.want(a, "robin", oracle.CheckIn); ok {
				w.send(0, l, way{})
				w.pass(5 * time.Minute)
				w.until(w.Now().AddDate(0, 0, 8))
			}
		}
		w.until(ny("2027-01-20T10:00"))
	}},
}

// named makes the application another company's.
func named(company, domain string) func(*oracle.App) {
	return func(a *oracle.App) {
		a.Company = company
		for i := range a.People {
			a.People[i].Address = a.People[i].Key + "@" + domain
		}
	}
}
