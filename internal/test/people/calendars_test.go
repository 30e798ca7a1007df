package people

import (
	"time"

	"afterword/internal/test/people/oracle"
	"afterword/rules"
)

var mei = oracle.Person{Key: "mei", Name: "Mei Tanaka", Address: "mei@acme.example"}

// meeting2 is the second round of most stories here: Wednesday, November 18, with Mei.
var meeting2 = oracle.Round{ID: "2", Start: ny("2026-11-18T14:00"), End: ny("2026-11-18T15:00"), People: []string{"mei"}}

// invite sends a calendar message from the recruiter.
func (w *world) invite(a *app, i invitation) {
	if i.organizer == "" {
		i.organizer = robin.Address
	}
	if i.attendees == nil {
		i.attendees = []string{"CN=Mei Tanaka:mailto:mei@acme.example", "CN=Sam Winter:mailto:" + w.server.Users[a.account]}
	}
	if i.start.IsZero() {
		i.start, i.end = meeting2.Start, meeting2.End
	}
	i.summary = a.Role + " interview"
	header, body := i.raw(w)
	w.hear(a, say{kind: oracle.Interview, subject: "Invitation: " + i.summary, header: header, text: body})
}

// knows adds a person and rounds to the truth.
func (a *app) knows(rounds ...oracle.Round) {
	if a.Person("mei") == nil {
		a.People = append(a.People, mei)
	}
	a.Rounds = append(a.Rounds, rounds...)
}

// second brings the stage to November 16, with everybody thanked for the first round.
func (w *world) second() *app {
	a := w.acme()
	w.thanked(a)
	w.until(ny("2026-11-16T10:00"))
	return a
}

// round2 plays invitations to the second round, and lets time pass.
func round2(r oracle.Round, list ...invitation) func(*world) {
	return func(w *world) {
		a := w.second()
		stamp := w.Now()
		for i, one := range list {
			if one.uid == "" {
				one.uid = "second@acme.example"
			}
			one.stamp = stamp.Add(time.Duration(one.sequence) * time.Minute)
			w.clock(w.Now().Add(time.Hour))
			if i == 0 {
				a.knows(r)
			}
			w.invite(a, one)
			w.settle()
		}
		w.until(ny("2026-11-20T16:00"))
	}
}

func on(day string) oracle.Round {
	r := meeting2
	r.Start, r.End = ny("2026-11-"+day+"T14:00"), ny("2026-11-"+day+"T15:00")
	return r
}

func called(off oracle.Round) oracle.Round { off.Cancelled = true; return off }

var day19 = on("19")

// calendars are about interviews that calendar and prose tell of.
var calendars = []story{
	{"06-invited", "an invitation adds an interview", round2(meeting2, invitation{})},
	{"06-thrice", "one invitation three times is one interview", round2(meeting2, invitation{}, invitation{}, invitation{})},
	{"06-moved", "an interview that was moved has its thanks after the new time", round2(day19, invitation{}, invitation{sequence: 1, start: day19.Start, end: day19.End})},
	{"06-overtaken", "an older invitation that arrives after the newer one moves nothing back",
		round2(day19, invitation{sequence: 1, start: day19.Start, end: day19.End}, invitation{})},
	{"06-called-off", "an interview that was called off has no thanks", round2(called(meeting2), invitation{}, invitation{sequence: 1, method: "CANCEL"})},
	{"06-alive-again", "an older invitation that arrives after the cancellation brings nothing back",
		round2(called(meeting2), invitation{}, invitation{sequence: 2, method: "CANCEL"}, invitation{sequence: 1})},
	{"06-room", "a room, a resource and the user are nobody to thank", round2(meeting2, invitation{attendees: []string{
		"CUTYPE=ROOM;CN=NYC-12-Boardroom:mailto:nyc-12@acme.example", "CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@acme.example",
		"CN=Mei Tanaka:mailto:mei@acme.example", "CN=Sam Winter:mailto:" + aliases[0]}})},
	{"06-floating", "floating time is the application's", round2(meeting2, invitation{zone: "floating"})},
	{"06-unknown-zone", "an unknown zone is the application's", round2(meeting2, invitation{zone: "Acme Headquarters"})},
	{"06-windows-zone", "a zone by its Windows name is understood", round2(meeting2, invitation{zone: "Eastern Standard Time"})},
	{"06-display-zone", "a zone by the name that Windows shows is understood", round2(meeting2, invitation{zone: "\"(UTC-05:00) Eastern Time (US & Canada)\""})},
	{"05-by-hand-too", "an interview that was entered by hand and comes by invitation is thanked for once", func(w *world) {
		a := w.second()
		a.knows()
		w.change(a, func(d *rules.Described) { d.Contacts = append(d.Contacts, contact(mei, rules.Interviewer)) })
		typed := meeting2
		typed.End = typed.End.Add(-5 * time.Minute)
		w.meet(a, typed)
		w.settle()
		w.clock(w.Now().Add(time.Hour))
		w.invite(a, invitation{uid: "second@acme.example"})
		a.Rounds[1].End = meeting2.End
		a.Doubt()
		w.settle()
		w.until(ny("2026-11-20T16:00"))
	}},
	{"05-by-hand-evening", "days are compared in the zone of the interview", func(w *world) {
		a := w.second()
		a.knows()
		w.change(a, func(d *rules.Described) { d.Contacts = append(d.Contacts, contact(mei, rules.Interviewer)) })
		typed := oracle.Round{ID: "2", Start: ny("2026-11-18T18:00"), End: ny("2026-11-18T19:10"), People: []string{"mei"}}
		w.meet(a, typed)
		w.settle()
		w.clock(w.Now().Add(time.Hour))
		w.invite(a, invitation{uid: "second@acme.example", start: typed.Start, end: ny("2026-11-18T18:55")})
		a.Rounds[1].End = ny("2026-11-18T18:55")
		a.Doubt()
		w.settle()
		w.until(ny("2026-11-20T16:00"))
	}},
	{"05-two-uids", "calendar and scheduler that tell of one meeting under two UIDs tell of one",
		round2(meeting2, invitation{}, invitation{uid: "4711@scheduler.example"})},
	{"06-prose-off", "an interview that prose calls off is nobody's to thank for until the user says so", func(w *world) {
		a := w.second()
		a.knows(meeting2)
		w.invite(a, invitation{uid: "second@acme.example"})
		w.settle()
		w.until(ny("2026-11-17T10:00"))
		a.Rounds[1].Cancelled = true
		w.hear(a, say{kind: oracle.Interview, shaky: true, subject: "Wednesday's interview", text: "Hi Sam,\n\nI am sorry, we have to cancel the interview on Wednesday. I will be in touch with a new date.\n\nRobin"})
		w.settle()
		w.until(ny("2026-11-19T16:00"))
	}},
	{"17-invited-before-add", "an invitation to a second interview that arrived before `add` counts", func(w *world) {
		a := &oracle.App{Company: "Acme", Role: "Senior Analyst", Cal: oracle.Calendar{Zone: newYork, US: true}, People: []oracle.Person{ngozi, robin}, Status: "robin",
			Rounds: []oracle.Round{{ID: "1", Start: ny("2026-11-13T14:00"), End: ny("2026-11-13T15:00"), People: []string{"ngozi"}}}}
		w.until(ny("2026-11-16T10:00"))
		early := &app{App: a}
		w.invite(early, invitation{uid: "second@acme.example", start: ny("2026-12-04T14:00"), end: ny("2026-12-04T15:00")})
		w.until(ny("2026-11-16T12:00"))
		own := w.enter(a, 0)
		late := meeting2
		late.Start, late.End = ny("2026-12-04T14:00"), ny("2026-12-04T15:00")
		own.knows(late)
		w.settle()
		w.until(ny("2026-12-07T10:00"))
	}},
	{"17-typed-in", "an interview that was typed in keeps the interviewers of its invitation", func(w *world) {
		a := w.acme(func(a *oracle.App) { a.Rounds[0].People = []string{"robin"}; a.Doubt() })
		a.knows()
		w.invite(a, invitation{uid: "first@acme.example", start: a.Rounds[0].Start, end: a.Rounds[0].End})
		a.Rounds[0].People = append(a.Rounds[0].People, "mei")
		w.settle()
		w.until(ny("2026-11-13T15:30"))
		w.want(a, "mei", oracle.ThankYou)
	}},
}
