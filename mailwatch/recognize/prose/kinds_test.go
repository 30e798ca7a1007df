package prose

import "testing"

// kindsOf are ways in which people and systems name those who interview, when, and what
// they do with it. The message is of Tuesday, 10 November 2026.
var kindsOf = []told{
	{name: "bullets under met with", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Your interview at Oak Hill",
		text: "Hi Mira,\n\nYour interview is confirmed for Thursday, November 19 from 10:00 to 11:30 AM ET over Zoom. You'll be meeting with the following people:\n\n  * Dana Frost - Head of Data\n  * Raj Bhatt - Principal Engineer\n  * Inés Duarte\n\nIf you have any questions, reach out to Kim Lee.\n\nPaula Stern\nTalent Partner",
		want: "new: 11-19 10:00-11:30 America/New_York; Dana Frost (Head of Data), Raj Bhatt (Principal Engineer), Inés Duarte; by Paula Stern; Oak Hill"},
	{name: "numbered panel", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Panel interview details",
		text: "Hello Mira,\n\nWe are pleased to confirm your panel interview on Monday, Nov 23rd at 1 PM ET.\n\nInterview Panel:\n1. Dana Frost (Chair)\n2. Raj Bhatt, CFO\n\nKind regards\nPaula Stern",
		want: "new: 11-23 13:00 America/New_York; Dana Frost (Chair), Raj Bhatt (CFO); by Paula Stern; panel"},
	{name: "who why", from: "Leo Marsh <leo@pinegate.example>", subject: "Chat next week?",
		text: "Hey Mira, Wednesday 18 Nov at 4pm works perfectly for the interview. It'll be me and our CTO, Ada Byron. About 45 mins.\n\nLeo Marsh\nFounder, Pinegate",
		want: "new: 11-18 16:00-16:45; Ada Byron (CTO), Leo Marsh (Founder) <leo@pinegate.example>; Pinegate"},
	{name: "agenda with dashes after the name", from: "Oak Hill Talent <talent@oakhill.example>", subject: "Oak Hill onsite agenda",
		text: "Hi Mira,\n\nHere is your agenda for the onsite interview on Wednesday, November 18:\n\n9:30-10:15 - Coding with Raj Bhatt\n10:15-11:00 - System design with Inés Duarte\n11:00-11:30 - Break\n11:30-12:00 - Hiring manager: Dana Frost\n\nAll times Eastern.\n\nThe Oak Hill talent team",
		want: "new: 11-18 09:30-10:15 America/New_York, 11-18 10:15-11:00 America/New_York, 11-18 11:00-11:30 America/New_York, 11-18 11:30-12:00 America/New_York; Raj Bhatt, Inés Duarte, Dana Frost; Oak Hill; onsite"},
	{name: "markdown table", from: "Oak Hill Talent <talent@oakhill.example>", subject: "Your interview schedule",
		text: "Hi Mira,\n\nyour virtual onsite is on Thursday, November 19 (ET):\n\n| Time | Topic | With |\n| 2:00 PM - 2:45 PM | Product sense | Dana Frost, Group PM |\n| 3:00 PM - 3:45 PM | Analytics | Raj Bhatt |\n\nSee you soon!",
		want: "new: 11-19 14:00-14:45 America/New_York, 11-19 15:00-15:45 America/New_York; Dana Frost (Group PM), Raj Bhatt; Oak Hill; onsite"},
	{name: "called by a person who is not the sender", from: "Amy Low <amy@pinegate.example>", subject: "Phone interview tomorrow",
		text: "Hi Mira,\n\nJust confirming that Victor Hale will be giving you a call tomorrow at 2:30pm for your first interview. Please keep your phone nearby.\n\nAmy Low\nExecutive Assistant",
		want: "new: 11-11 14:30; Victor Hale; by Amy Low; first"},
	{name: "the sender's assistant", from: "Amy Low <amy@pinegate.example>", subject: "Interview with Victor",
		text: "Dear Mira,\n\nVictor Hale would love to meet you on Friday, November 13, at 9am in our office at 12 Mill Road. Please ask for Rosa Diaz at reception. Amy will send you the parking details.\n\nBest\nAmy Low\nAssistant to Victor Hale",
		want: "new: 11-13 09:00; Victor Hale; by Amy Low"},
	{name: "old and new on lines", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Rescheduled: interview with Oak Hill",
		text: "Hi Mira,\n\nYour interview has been rescheduled.\n\nOld time: Tuesday, Nov 17, 2:00 PM ET\nNew time: Wednesday, Nov 18, 3:30 PM ET\n\nYour interviewer is still Dana Frost.\n\nPaula Stern",
		want: "move: 11-18 15:30 America/New_York; Dana Frost; by Paula Stern; Oak Hill"},
	{name: "called off in passing", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Re: Interview on Thursday",
		text: "Hi Mira,\n\nI'm so sorry for the short notice, but we won't be able to go ahead with the interview on Thursday 12 November at 11am. The team has decided to pause hiring.\n\nPaula Stern\nRecruiter",
		want: "cancel: 11-12 11:00; ; by Paula Stern"},
	{name: "no need to join", from: "Paula Stern <paula.stern@oakhill.example>", subject: "Tomorrow's interview - update",
		text: "Hi Mira,\n\nDana has been taken ill, so there will be no interview tomorrow at 3pm. I'll be in touch with a new date once she is back.\n\nPaula Stern\nRecruiter",
		want: "cancel: 11-11 15:00; ; by Paula Stern"},

	{name: "Gegenüber im Satz", lang: "de", from: "Jana Kühn <j.kuehn@seewerk.example>", subject: "Bestätigung Ihres Vorstellungsgesprächs",
		text: "Guten Tag Frau Holt,\n\nhiermit bestätigen wir Ihnen das Vorstellungsgespräch am Donnerstag, den 19. November 2026, von 13:30 bis 14:30 Uhr. Ihre Gesprächspartner sind Herr Jonas Brandt (Bereichsleiter Logistik) sowie Frau Mira-Sophie Lang vom Betriebsrat. Am Empfang holt Sie Frau Kerstin Oster ab.\n\nJana Kühn\nPersonalreferentin",
		want: "new: 11-19 13:30-14:30; Herr Jonas Brandt (Bereichsleiter Logistik), Frau Mira-Sophie Lang; by Jana Kühn"},
	{name: "ich und der Kollege", lang: "de", from: "Tim Vogt <tim@laubwerk.example>", subject: "AW: Deine Bewerbung",
		text: "Hallo Mira,\n\ndann machen wir es fest: Montag, 16.11., um Viertel nach drei per Videocall. Mein Kollege Ole Janssen (Tech Lead) und ich nehmen uns eine Stunde Zeit.\n\nViele Grüße\nTim Vogt\nGeschäftsführer, Laubwerk",
		want: "new: 11-16 15:15-16:15; Ole Janssen (Tech Lead), Tim Vogt (Geschäftsführer) <tim@laubwerk.example>; Laubwerk"},
	{name: "Ablauf in Zeilen", lang: "de", from: "Jana Kühn <j.kuehn@seewerk.example>", subject: "Ihr Bewerbertag am 20. November",
		text: "Sehr geehrte Frau Holt,\n\nwir freuen uns auf Ihren Bewerbertag am Freitag, 20. November. So läuft das Vorstellungsgespräch ab:\n\n10:00 Uhr: Begrüßung durch Jana Kühn\n10:15 Uhr: Fachgespräch mit Jonas Brandt, Leiter Einkauf\n11:15 Uhr: Rundgang mit Petra Engel\n\nJana Kühn\nPersonalabteilung",
		want: "new: 11-20 10:00, 11-20 10:15, 11-20 11:15; Jonas Brandt (Leiter Einkauf), Petra Engel; by Jana Kühn; technical"},
	{name: "fällt aus", lang: "de", from: "Tim Vogt <tim@laubwerk.example>", subject: "Re: Kennenlernen morgen",
		text: "Hi Mira,\n\nsorry, unser Gespräch morgen um 15 Uhr müssen wir leider absagen – Ole liegt mit Fieber im Bett. Ich melde mich wegen eines neuen Termins.\n\nTim",
		want: "cancel: 11-11 15:00; ; by Tim Vogt"},
	{name: "statt Dienstag", lang: "de", from: "Jana Kühn <j.kuehn@seewerk.example>", subject: "Terminverschiebung",
		text: "Guten Tag Frau Holt,\n\nleider muss Ihr Vorstellungsgespräch am Dienstag, 17.11., 9 Uhr verschoben werden. Neuer Termin: Donnerstag, 19.11., 10:30 Uhr. Es nehmen weiterhin Jonas Brandt und Petra Engel teil.\n\nJana Kühn\nHR",
		want: "move: 11-19 10:30; Jonas Brandt, Petra Engel; by Jana Kühn"},

	{name: "deux points", lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Convocation à un entretien – poste d'acheteur",
		text: "Madame,\n\nSuite à votre candidature, nous avons le plaisir de vous convier à un entretien le jeudi 19 novembre 2026 à 14h30 dans nos locaux. Vous serez reçue par :\n- M. Éric Vidal, directeur des achats\n- Mme Claire Petit, responsable RH\n\nDurée prévue : 1h15.\n\nNadine Roche\nAssistante RH",
		want: "new: 11-19 14:30-15:45; M. Éric Vidal (directeur des achats), Mme Claire Petit (responsable RH); by Nadine Roche; acheteur at "},
	{name: "moi et Éric", lang: "fr", from: "Claire Petit <c.petit@valbois.example>", subject: "Re: entretien",
		text: "Bonjour Mira,\n\nParfait pour vendredi 13 à 11h, en visio. Éric Vidal (directeur technique) et moi-même serons présents. Comptez une heure.\n\nÀ vendredi,\nClaire Petit\nCheffe de projet, Valbois",
		want: "new: 11-13 11:00-12:00; Éric Vidal (directeur technique), Claire Petit (Cheffe de projet) <c.petit@valbois.example>; Valbois"},
	{name: "avancé", lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Votre entretien du 18 novembre",
		text: "Bonjour Mira,\n\nNous devons avancer votre entretien du mercredi 18 novembre : il se tiendra à 9h au lieu de 11h. M. Vidal vous recevra comme prévu.\n\nNadine Roche\nAssistante RH",
		want: "move: 11-18 09:00; M. Vidal; by Nadine Roche"},
	{name: "pas lieu", lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Entretien de demain annulé",
		text: "Bonjour Mira,\n\nJe suis au regret de vous informer que l'entretien prévu demain à 10h avec Éric Vidal est annulé. Le recrutement est gelé.\n\nNadine Roche",
		want: "cancel: 11-11 10:00; Éric Vidal; by Nadine Roche"},

	{name: "te recibirán", lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Confirmación de entrevista – Analista de datos",
		text: "Hola, Mira:\n\nTe confirmamos la entrevista para el puesto de Analista de datos el miércoles 18 de noviembre, de 12:00 a 13:00, en nuestra oficina. Te recibirán Marcos Gil, jefe de datos, y Teresa Vega, directora de operaciones. Al llegar pregunta por Luis Pardo en recepción.\n\nRosa Campos\nRecursos Humanos",
		want: "new: 11-18 12:00-13:00; Marcos Gil (jefe de datos), Teresa Vega (directora de operaciones); by Rosa Campos; Analista de datos at "},
	{name: "seré yo", lang: "es", from: "Marcos Gil <marcos@riomar.example>", subject: "Re: entrevista",
		text: "Hola Mira:\n\nPerfecto, quedamos el jueves 19 a las 10 y media de la mañana. Será una charla de media hora por teléfono, te llamo yo.\n\nMarcos Gil\nJefe de datos, Riomar",
		want: "new: 11-19 10:30-11:00; Marcos Gil (Jefe de datos) <marcos@riomar.example>; Riomar; phone screen"},
	{name: "anulada", lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Tu entrevista del viernes",
		text: "Hola Mira:\n\nLamentamos comunicarte que la entrevista del viernes 13 de noviembre a las 9:00 queda anulada porque el puesto ya se ha cubierto.\n\nRosa Campos",
		want: "cancel: 11-13 09:00; ; by Rosa Campos"},

	{name: "spreekt met lijst", lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Bevestiging sollicitatiegesprek",
		text: "Beste Mira,\n\nHierbij bevestig ik je sollicitatiegesprek op donderdag 19 november van 11.00 tot 12.00 uur. Het gesprek is met:\n\n- Anouk Maas (teamleider planning)\n- Wim de Boer, HR-adviseur\n\nVragen? Bel gerust met Els Kuiper.\n\nJoris Smit\nRecruiter",
		want: "new: 11-19 11:00-12:00; Anouk Maas (teamleider planning), Wim de Boer (HR-adviseur); by Joris Smit"},
	{name: "schuift aan", lang: "nl", from: "Anouk Maas <anouk@havenlicht.example>", subject: "Re: kennismaking",
		text: "Hoi Mira,\n\nTop, dan zie ik je maandag 16 november om half tien bij ons op kantoor. Wim de Boer, onze directeur, schuift aan. Reken op een uurtje.\n\nGroet,\nAnouk Maas\nTeamleider planning, Havenlicht",
		want: "new: 11-16 09:30-10:30; Wim de Boer (directeur), Anouk Maas (Teamleider planning) <anouk@havenlicht.example>; Havenlicht"},
	{name: "verplaatst", lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Verplaatsing gesprek",
		text: "Beste Mira,\n\nHelaas kan het gesprek van vrijdag 13 november 10.00 uur niet doorgaan zoals gepland; we verplaatsen het naar maandag 16 november, 14.00 uur. De gesprekspartners blijven Anouk Maas en Wim de Boer.\n\nJoris Smit",
		want: "move: 11-16 14:00; Anouk Maas, Wim de Boer; by Joris Smit"},
}

func TestKinds(t *testing.T) {
	for _, c := range kindsOf {
		t.Run(c.name, func(t *testing.T) {
			c.interview = true
			if got := short(read(t, c)); got != c.want {
				t.Errorf("read\n%s\n want\n%s", got, c.want)
			}
		})
	}
}
