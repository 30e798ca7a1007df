package prose

import "testing"

// systems are messages in the layouts of programs, and what looks like them.
var systems = []told{
	{name: "Calendly", from: "Calendly <notifications@hire.lever.co>", subject: "Confirmed: 30 Minute Interview with Dana Frost",
		text: "Hi Mira Holt,\n\nYour 30 Minute Interview with Dana Frost at 10:30am - 11:00am (Eastern Time - US & Canada) on Wednesday, November 18, 2026 is scheduled.\n\nEvent Name\nData Steward Interview\n\nInvitee: Mira Holt\nInvitee Email: mira@holt.example\n\nCancel: https://calendly.example/c\nReschedule: https://calendly.example/r",
		want: "new: 11-18 10:30-11:00 America/New_York; Dana Frost"},
	{name: "Bookings", from: "Brightloom Interviews <brightloominterviews@brightloom.example>", subject: "Booking confirmed: Interview - Buyer",
		text: "Hi Mira Holt,\n\nYour booking is confirmed.\n\nInterview - Buyer\nWith: Nadia Orr\nWhen: Thursday, November 19, 2026, 3:00 PM - 3:45 PM (UTC-05:00) Eastern Time (US & Canada)\nWhere: Microsoft Teams\n\nBrightloom",
		want: "new: 11-19 15:00-15:45 America/New_York; Nadia Orr; Buyer at Brightloom"},
	{name: "Workday", from: "Oak Hill Workday <oakhill@myworkday.com>", subject: "Interview Confirmation - Data Steward - R-10233",
		text: "Dear Mira,\n\nThank you for your interest in Oak Hill. Please see the details of your upcoming interview for the Data Steward position.\n\nDate: November 20, 2026\nTime: 11:00 AM - 11:45 AM EST\nInterviewer: Raj Bhatt, Senior Data Engineer\nLocation: Zoom\n\nThis email was sent by an automated system.",
		want: "new: 11-20 11:00-11:45 America/New_York; Raj Bhatt (Senior Data Engineer); Data Steward at Oak Hill"},
	{name: "SmartRecruiters", from: "Paula Stern <notification@smartrecruiters.com>", subject: "Interview at Oak Hill for Data Steward",
		text: "Hello Mira,\n\nyour interview with Oak Hill has been scheduled.\n\nWhen: Mon, Nov 16, 2026 02:00 PM - 02:45 PM America/New_York\nInterviewers: Raj Bhatt, Dana Frost\nWhere: https://teams.example/x\n\nPaula Stern\nOak Hill",
		want: "new: 11-16 14:00-14:45 America/New_York; Raj Bhatt, Dana Frost; by Paula Stern; Data Steward at Oak Hill"},
	{name: "Teamtailor", lang: "nl", from: "Femke Bos <f.bos@dijkzicht.workable.com>", subject: "Gesprek bij Dijkzicht",
		text: "Hoi Mira,\n\nJe bent uitgenodigd voor een gesprek voor de functie Inkoper bij Dijkzicht.\n\nDatum: woensdag 18 november 2026\nTijd: 10:00 - 10:45\nAanwezig: Koen Visser, Ilse de Groot\n\nTot dan!\nFemke Bos",
		want: "new: 11-18 10:00-10:45; Koen Visser, Ilse de Groot; by Femke Bos; Inkoper at Dijkzicht"},
	{name: "Recruitee", from: "Dijkzicht <jobs@dijkzicht.workable.com>", subject: "Interview scheduled: Buyer", zone: "Europe/Amsterdam",
		text: "Dear Mira,\n\nYour interview for Buyer at Dijkzicht has been scheduled on Wednesday 18 November 2026, 13:00 - 13:30 (CET).\n\nYou'll be meeting with Koen Visser and Ilse de Groot.\n\nKind regards,\nTeam Dijkzicht",
		want: "new: 11-18 13:00-13:30 Europe/Amsterdam; Koen Visser, Ilse de Groot; Buyer at Dijkzicht"},
	{name: "Teams in German", lang: "de", from: "Jana Kühn <j.kuehn@lindenwerk.example>", subject: "Zweitgespräch Controllerin",
		text: "Hallo Frau Holt,\n\nwie besprochen, unser Zweitgespräch per Teams:\n\nMittwoch, 18. November 2026, 16:00–17:30 Uhr (MEZ)\nTeilnehmer: Dr. Ulf Brenner (CFO), Katja Sommer (Leiterin Controlling), Jana Kühn (HR)\n\nIhre Ansprechpartnerin: Beate Kurz\n\nMicrosoft Teams\nBesprechungs-ID: 312 445 221",
		want: "new: 11-18 16:00-17:30 Europe/Berlin; Dr. Ulf Brenner (CFO), Katja Sommer (Leiterin Controlling), Jana Kühn (HR) <j.kuehn@lindenwerk.example>; Controllerin at ; second"},
	{name: "Personio moved", lang: "de", from: "Lindenwerk Karriere <karriere@lindenwerk.example>", subject: "Ihr Interviewtermin wurde geändert",
		text: "Hallo Mira,\n\nIhr Interview für die Position als Controllerin wurde verschoben.\n\nAlter Termin: Dienstag, 17.11.2026, 14:00 - 15:00 Uhr\nNeuer Termin: Donnerstag, 19.11.2026, 10:00 - 11:00 Uhr\n\nViele Grüße\nIhr Recruiting-Team",
		want: "move: 11-19 10:00-11:00; ; Controllerin at Lindenwerk"},
	{name: "Zoom in Spanish", lang: "es", from: "Lucía Prieto <lucia.prieto@nortesol.example>", subject: "Invitación: entrevista final",
		text: "Hola Mira:\n\nTu entrevista final será el jueves 19 de noviembre de 10:00 a 11:00 por Zoom. Hablarás con Javier Mora, director de compras, y con nuestra directora general, Carmen Ruiz. Te daremos una respuesta antes del 27 de noviembre.\n\nUn saludo\nLucía",
		want: "new: 11-19 10:00-11:00; Javier Mora (director de compras), Carmen Ruiz (directora general); by Lucía Prieto; final"},
	{name: "GoodTime on two lines", from: "Oak Hill Recruiting <no-reply@us.greenhouse-mail.io>", subject: "Interview Schedule | Oak Hill | Data Steward",
		text: "Hi Mira,\n\nHere is your schedule:\n\nFriday, November 20, 2026\n\n10:00 AM – 10:45 AM EST\nTechnical Interview\nDana Frost, Head of Data\n\n11:00 AM – 11:45 AM EST\nBehavioral Interview\nRaj Bhatt, Principal Engineer\n\nGood luck!\nOak Hill Recruiting",
		want: "new: 11-20 10:00-10:45 America/New_York, 11-20 11:00-11:45 America/New_York; Dana Frost (Head of Data), Raj Bhatt (Principal Engineer); Data Steward at Oak Hill; technical"},
	{name: "Lever with a reply address", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Updated: Oak Hill interview",
		text: "Hi Mira,\n\nYour interview has been rescheduled to Monday, November 23rd at 9:00am PT / 12:00pm ET.\n\nInterviewer: Dana Frost\n\nThanks,\nPaula Stern | Senior Recruiter | Oak Hill",
		want: "move: 11-23 09:00 America/Los_Angeles; Dana Frost; by Paula Stern; Oak Hill"},
	{name: "a role in words of turning to somebody", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Your interview at Oak Hill",
		text: "Hi Mira,\n\nwe have scheduled your interview for the Copy Editor role at Oak Hill for Friday, November 20, 3:15-4:00 pm ET with Dana Frost <dana.frost@oakhill.example>.\n\nPaula Stern\nRecruiter, Oak Hill", want: "new: 11-20 15:15-16:00 America/New_York; Dana Frost <dana.frost@oakhill.example>; by Paula Stern; Copy Editor at Oak Hill"},
	{name: "a role that is no word of posts", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Invitation: Interview Lab Technician",
		text: "Hi Mira,\n\nwe are happy to invite you to an interview for the position of Lab Technician at Oak Hill on Friday, November 20, 3:15-4:00 pm ET with Dana Frost.\n\nPaula Stern\nRecruiter, Oak Hill", want: "new: 11-20 15:15-16:00 America/New_York; Dana Frost; by Paula Stern; Lab Technician at Oak Hill"},
	{name: "a list of people", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Interview confirmation",
		text: "Hi Mira,\n\nyour interview is on Nov 18, 1:00 - 3:00 pm ET.\n\nInterviewers:\n\n- Dana Frost, Head of Data\n- Raj Bhatt\n\nPaula Stern\nRecruiter", want: "new: 11-18 13:00-15:00 America/New_York; Dana Frost (Head of Data), Raj Bhatt; by Paula Stern"},
	{name: "French cancellation", lang: "fr", from: "Anne Lefort <a.lefort@ateliersud.example>", subject: "Annulation de votre entretien",
		text: "Bonjour Mira,\n\nNous sommes contraints d'annuler votre entretien du mardi 17 novembre à 14 h. Nous reviendrons vers vous.\n\nAnne Lefort", want: "cancel: 11-17 14:00; ; by Anne Lefort"},
	{name: "Dutch cancellation", lang: "nl", from: "Femke Bos <f.bos@dijkzicht.example>", subject: "Afspraak dinsdag",
		text: "Beste Mira,\n\nHelaas gaat je sollicitatiegesprek van dinsdag 17 november om 14.00 uur niet door wegens ziekte.\n\nFemke Bos", want: "cancel: 11-17 14:00; ; by Femke Bos"},
	{name: "Dutch move", lang: "nl", from: "Femke Bos <f.bos@dijkzicht.example>", subject: "RE: Sollicitatiegesprek inkoper",
		text: "Beste Mira,\n\nWe hebben je sollicitatiegesprek verplaatst van dinsdag 17 november 14.00 uur naar donderdag 19 november 15.30 uur.\n\nFemke Bos", want: "move: 11-19 15:30; ; by Femke Bos; inkoper at "},
	{name: "must move, and nobody knows when to", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Your interview on Tuesday",
		text: "Hi Mira,\n\nwe need to reschedule your interview on Tuesday, November 17 at 2 pm ET. I'll send new times shortly.\n\nPaula Stern", want: "cancel: 11-17 14:00 America/New_York; ; by Paula Stern"},
	{name: "a question about another time", from: "Dana Frost <dana.frost@oakhill.example>", subject: "Re: Interview", quoted: "> ok",
		text: "Hi Mira, something came up. Could we talk on Wednesday at 3 instead of tomorrow at 1?\n\nDana", want: "none"},
	{name: "tentative", from: "Paula Stern <paula.stern@oakhill.example>", subject: "HOLD: Interview Data Steward",
		text: "Hi Mira,\n\nwe have tentatively scheduled your interview with Dana Frost on Nov 24, 1:00-1:45 pm ET.\n\nPaula Stern", want: "new: 11-24 13:00-13:45 America/New_York; Dana Frost; by Paula Stern; Data Steward at "},

	{name: "a career fair", from: "City Fair <hello@cityfair.example>", subject: "Your career fair slot", text: "Hi Mira, you are booked with Oak Hill (Dana Frost) on Nov 19 at 2 pm at the career fair. Bring your resume.", want: "none"},
	{name: "a podcast", from: "Ivo Lang <ivo@waves.example>", subject: "Interview for our podcast", text: "Hi Mira, we confirmed your interview on our podcast for Nov 19 at 4 pm ET with Dana Frost.", want: "none"},
	{name: "a coffee", from: "Leo Marsh <leo@marsh.example>", subject: "Coffee?", text: "Hi Mira, let's have coffee on Nov 19 at 8 am. Happy to tell you about life at Oak Hill.", want: "none"},
	{name: "an embassy", from: "Visa Section <visa@embassy.example>", subject: "Interview appointment", text: "Your visa interview is confirmed for November 19, 2026 at 9:30 am. Bring your application.", want: "none"},
	{name: "a study", from: "Research Team <hello@studies.example>", subject: "User interview on Thursday", text: "Hi Mira, thanks for joining our user research interview on Thursday at 3 pm with Dana Frost. You will receive a gift card.", want: "none"},
	{name: "a flat", lang: "de", from: "Lena Fuchs <l.fuchs@mieten.example>", subject: "Besichtigung", text: "Hallo Frau Holt, die Wohnungsbesichtigung ist am Samstag, 14. November um 11 Uhr mit Herrn Brenner. Bitte bringen Sie Ihre Bewerbung mit.", want: "none"},
	{name: "a yearly talk", lang: "de", from: "Tara Lind <tara@ownfirm.example>", subject: "Mitarbeitergespräch", text: "Hallo Mira, unser Mitarbeitergespräch ist am Dienstag, 17. November, 14 Uhr.", want: "none"},
	{name: "a parents' evening", lang: "nl", from: "School <info@deboom.example>", subject: "Gesprek over Tim", text: "Beste ouder, het gesprek met juf Sanne Kok is op dinsdag 17 november om 15.30 uur op school.", want: "none"},
	{name: "a medical visit", lang: "fr", from: "Cabinet <contact@cabinet.example>", subject: "Votre rendez-vous", text: "Bonjour, votre rendez-vous avec le Dr Claire Petit (dentaire) est confirmé mardi 17 novembre à 9h30.", want: "none"},
	{name: "a table", lang: "es", from: "Casa Mar <hola@casamar.example>", subject: "Reserva confirmada", text: "Hola Mira, tu reserva para el martes 17 de noviembre a las 21:00 está confirmada.", want: "none"},
	{name: "someone's kit", lang: "de", from: "Tara Lind <tara@ownfirm.example>", subject: "Interview mit Jonas Weber", text: "Hallo Mira, du führst am 17.11. um 14 Uhr das Interview mit Jonas Weber. Lebenslauf im Anhang, Bewertungsbogen bitte bis Freitag.", want: "none"},
	{name: "a rejection that recalls", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Data Steward", text: "Hi Mira, thank you for interviewing with Dana Frost on Thursday, November 12 at 9:30. We have decided on another candidate.", want: "none"},
	{name: "office hours", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Your application", text: "Hi Mira, we received your application for the Data Steward role. You can reach me Monday 9 am to 5 pm.", want: "none"},
}

func TestSystems(t *testing.T) {
	for _, c := range systems {
		t.Run(c.name, func(t *testing.T) {
			if got := short(read(t, c)); got != c.want {
				t.Errorf("read\n%s\n want\n%s", got, c.want)
			}
		})
	}
}
