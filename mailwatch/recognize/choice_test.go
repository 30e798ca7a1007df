package recognize

import (
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// Who sends a link, or times to choose from, waits for the reader's choice: in five
// languages, from people and from systems. What names the time, what is offered for the
// case that it does not do, and what is no interview is no choice.
func TestChoice(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: zone})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ from, subject, text, want string }{
		"a link": {"Robin Hale <robin@oakhill.example>", "Your application for Data Steward at Oak Hill",
			"Hi Mira,\n\nthank you for applying for the Data Steward role at Oak Hill. We would like to invite you to a first interview with Dana Frost, Head of Data.\n\nPlease pick a time that works for you here: https://calendly.com/robin-oakhill/30min\n\nBest,\nRobin Hale\nTalent Acquisition, Oak Hill",
			"Please pick a time that works for you here"},
		"a tracking system": {"Oak Hill Recruiting <no-reply@us.greenhouse-mail.io>", "Schedule your interview with Oak Hill",
			"Hi Mira,\n\nWe are excited to move forward with your application for the Data Steward position at Oak Hill! Use the link below to choose a slot for your phone interview.\n\nhttps://app.goodtime.example/x\n\nOak Hill Recruiting", "choose a slot"},
		"a sentence over two lines": {"Robin Hale <robin@oakhill.example>", "Interview for Data Steward",
			"Hi Mira,\n\nwe would like to invite you to an interview for the Data Steward role.\nPlease use the following link to my calendar in order to choose one of the free\ntimes next week: https://oakhill.example/cal\n\nRobin", "choose one of the free times next week"},
		"slots": {"Robin Hale <robin@oakhill.example>", "Interview for Data Steward",
			"Hi Mira,\n\nwe would like to invite you to an interview for the Data Steward role at Oak Hill. Which of these times would suit you?\n\n- Tuesday, November 17, 2 pm\n- Wednesday, November 18, 10 am\n\nBest,\nRobin", "Tuesday, November 17, 2 pm; Wednesday, November 18, 10 am"},
		"slots in German": {"Jana Kühn <j.kuehn@lindenwerk.example>", "Vorstellungsgespräch Controllerin",
			"Hallo Frau Holt,\n\nwir möchten Sie gerne zu einem Vorstellungsgespräch für die Stelle als Controllerin einladen. Folgende Termine kann ich Ihnen anbieten:\n\n- Dienstag, 17. November, 14 Uhr\n- Donnerstag, 19. November, 10 Uhr\n\nWelcher Termin passt Ihnen?\n\nViele Grüße\nJana Kühn", "17. November"},
		"a link in German": {"Lindenwerk Karriere <karriere@lindenwerk.example>", "Einladung zum Vorstellungsgespräch",
			"Hallo Frau Holt,\n\nvielen Dank für Ihre Bewerbung als Controllerin. Wir laden Sie zu einem Vorstellungsgespräch ein. Bitte wählen Sie über diesen Link einen passenden Termin aus: https://lindenwerk.example/termine\n\nIhr Recruiting-Team", "wählen Sie über diesen Link einen passenden Termin"},
		"a link in French": {"Anne Lefort <a.lefort@ateliersud.example>", "Votre candidature : entretien",
			"Bonjour Madame Holt,\n\nvotre candidature au poste de juriste a retenu notre attention et nous vous invitons à un entretien. Choisissez un créneau ici : https://ateliersud.example/rdv\n\nAnne Lefort", "Choisissez un créneau"},
		"a link in Spanish": {"Lucía Prieto <lucia.prieto@nortesol.example>", "Entrevista para el puesto de analista",
			"Hola, Mira:\n\nnos ha gustado tu candidatura para el puesto de analista y te invitamos a una entrevista. Elige la hora que mejor te venga en este enlace: https://nortesol.example/cita\n\nLucía", "Elige la hora"},
		"a link in Dutch": {"Femke Bos <f.bos@dijkzicht.example>", "Uitnodiging sollicitatiegesprek",
			"Beste Mira,\n\nbedankt voor je sollicitatie naar de functie van inkoper. We nodigen je graag uit voor een gesprek. Kies via deze link een moment dat je past: https://dijkzicht.example/plan\n\nFemke Bos", "Kies via deze link een moment"},

		"what they want, and then the link": {"Dornfeld Karriere <karriere@dornfeld.example>", "Einladung zum Vorstellungsgespräch als Controller",
			"Hallo Frau Holt,\n\nvielen Dank für Ihre Bewerbung als Controller bei Dornfeld. Wir möchten Sie gerne kennenlernen: Bitte wählen Sie über diesen Link einen passenden Termin aus: https://dornfeld.example/termine\n\nIhr Recruiting-Team", "Bitte wählen Sie"},

		"a time that is fixed": {"Robin Hale <robin@oakhill.example>", "Interview confirmed: Data Steward",
			"Hi Mira,\n\nyour interview for the Data Steward role is confirmed for Tuesday, November 17, 2:00 pm to 3:00 pm CET. If that does not work, pick another time here: https://calendly.com/robin/change\n\nRobin", ""},
		"who will arrange it himself": {"Robin Hale <robin@oakhill.example>", "Your application for Data Steward",
			"Hi Mira,\n\nwe would like to invite you to an interview for the Data Steward role. We will schedule the interview next week and send you a link.\n\nRobin", ""},
		"a receipt": {"Oak Hill <no-reply@us.greenhouse-mail.io>", "Thank you for applying to Oak Hill",
			"Hi Mira,\n\nthank you for applying for the Data Steward role. We have received your application. If it is a match, we will send you a link to choose a time for a call.\n\nOak Hill", ""},
		"a dentist":      {"Praxis <hello@praxis.example>", "Zahnarzttermin", "Hallo Frau Holt, bitte wählen Sie hier einen Termin für Ihre Kontrolle: https://praxis.example/termin", ""},
		"something sold": {"Ivo Lang <ivo@tools.example>", "A quick call?", "Hi Mira, our tool saves hiring teams ten hours a week. Pick a time for a demo here: https://calendly.com/ivo/demo", ""},
		"a rejection": {"Robin Hale <robin@oakhill.example>", "Your application for Data Steward",
			"Hi Mira,\n\nunfortunately, we have decided to move forward with other candidates for the Data Steward role. If you want feedback, book a call here: https://calendly.com/robin/15min\n\nRobin", ""},
	} {
		raw := "From: " + c.from + "\nTo: Mira Holt <mira@holt.example>\nSubject: " + c.subject + "\nMessage-ID: <1@x.example>\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + c.text + "\n"
		v := Read([]byte(strings.ReplaceAll(raw, "\n", "\r\n")), Options{Calendar: cal, Own: []string{"mira@holt.example"}, Names: []string{"Mira Holt"}})
		if (c.want == "") != (v.Choice == "") || !strings.Contains(v.Choice, c.want) {
			t.Errorf("%s: %q, want %q (%s, %d appointments)", name, v.Choice, c.want, v.Kind, len(v.Appointments))
		}
	}
}
