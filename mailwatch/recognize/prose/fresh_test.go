package prose

import "testing"

// fresh are letters in other words than those before, most with somebody in them who does
// not interview.
var fresh = []told{
	{name: "the company is called like a person", from: "Sofia Grant <sofia@martinreed.example>", subject: "Interview with Martin Reed",
		text: "Hi Mira,\n\nI'd love to confirm your interview with Martin Reed for the Office Coordinator opening. It's on Thursday, 19 November at 10am GMT and will last 30 minutes. You'll be speaking with Hannah Cole, our Operations Manager. My colleague Peter Dunn will send you directions.\n\nKind regards,\nSofia Grant\nHR Manager, Martin Reed",
		want: "new: 11-19 10:00-10:30 Etc/UTC; Hannah Cole (Operations Manager); by Sofia Grant; Office Coordinator at Martin Reed"},
	{name: "who reports to whom", from: "Sofia Grant <sofia@pinegate.example>", subject: "Your final interview",
		text: "Dear Mira,\n\nThank you for meeting with Hannah Cole last week. We'd like to invite you to a final round interview on Monday, November 16 at 11:30 AM EST with our CEO, Victor Hale. The role reports to Amanda Pike. Please bring a copy of the portfolio you showed Hannah.\n\nSofia Grant",
		want: "new: 11-16 11:30 America/New_York; Victor Hale (CEO); by Sofia Grant; final"},
	{name: "copied and to be asked", from: "Sofia Grant <sofia@pinegate.example>", subject: "Interview details",
		text: "Hi Mira, you're all set for Friday 11/13 at 3:15pm Pacific. I've copied Tom Birch, who can help with travel. If you have any questions, contact Amy Low. Your interviewers will be Victor Hale and Hannah Cole.\n\nSofia",
		want: "new: 11-13 15:15 America/Los_Angeles; Victor Hale, Hannah Cole; by Sofia Grant"},
	{name: "a panel in a sentence", from: "Sofia Grant <sofia@pinegate.example>", subject: "Panel interview - Office Manager",
		text: "Hi Mira,\n\nyour panel interview is set for Wednesday, November 18, 1-2:30 p.m. Eastern. On the panel are Victor Hale (CEO), Hannah Cole (Operations) and me.\n\nSofia Grant\nPeople Lead",
		want: "new: 11-18 13:00-14:30 America/New_York; Victor Hale (CEO), Hannah Cole (Operations), Sofia Grant (People Lead) <sofia@pinegate.example>; by Sofia Grant; Office Manager at ; panel"},
	{name: "noon", from: "Victor Hale <victor@pinegate.example>", subject: "Chat about the Office Manager role", text: "Hi Mira, noon on Thursday works. I'll call you then; 20 minutes should do.\n\nVictor Hale\nCEO, Pinegate",
		want: "new: 11-12 12:00-12:20; Victor Hale (CEO) <victor@pinegate.example>; Office Manager at Pinegate"},
	{name: "replaced", from: "Sofia Grant <sofia@pinegate.example>", subject: "Update to your interview", text: "Hi Mira,\n\na quick update: Hannah Cole will be replacing Victor Hale in your interview on November 18 at 1 pm ET. The time stays the same.\n\nSofia Grant\nRecruiter",
		want: "reminder: 11-18 13:00 America/New_York; Hannah Cole; by Sofia Grant"},
	{name: "earlier the same day", from: "Sofia Grant <sofia@pinegate.example>", subject: "Re: Interview on Wednesday", text: "Hi Mira, would need to start an hour earlier: your interview on Wednesday, November 18 has been moved from 1 pm to 12 pm ET.\n\nSofia Grant",
		want: "move: 11-18 12:00 America/New_York; ; by Sofia Grant"},
	{name: "mit Assistenz", lang: "de", from: "Heike Wolters <wolters@talhof.example>", subject: "Einladung: Kennenlerngespräch Sachbearbeiter Einkauf (m/w/d)",
		text: "Guten Tag Frau Holt,\n\ngerne möchten wir Sie persönlich kennenlernen: am Donnerstag, den 19.11.2026, um 10:30 Uhr in unserem Büro. Das Gespräch führen Herr Dr. Markus Thiel und Frau Petra Engel; es dauert etwa eine Stunde. Bitte melden Sie sich am Empfang bei Frau Sabine Roth. Bei Fragen wenden Sie sich an Jens Kruse.\n\nHeike Wolters\nAssistenz der Geschäftsführung",
		want: "new: 11-19 10:30-11:30; Herr Dr. Markus Thiel, Frau Petra Engel; by Heike Wolters; Sachbearbeiter Einkauf at ; first"},
	{name: "nicht statt", lang: "de", from: "Heike Wolters <wolters@talhof.example>", subject: "Ihr Gespräch am Donnerstag", text: "Sehr geehrte Frau Holt,\n\ndas für Donnerstag, 19.11., 10:30 Uhr geplante Vorstellungsgespräch kann leider nicht stattfinden. Herr Thiel ist erkrankt. Ich melde mich wegen eines neuen Termins.\n\nHeike Wolters",
		want: "cancel: 11-19 10:30; ; by Heike Wolters"},
	{name: "vorgezogen", lang: "de", from: "Heike Wolters <wolters@talhof.example>", subject: "Terminverschiebung Vorstellungsgespräch", text: "Guten Tag Frau Holt,\n\nwir müssten unser Vorstellungsgespräch vom 19.11. auf Mittwoch, 18.11., 15 Uhr verlegen.\n\nHeike Wolters",
		want: "move: 11-18 15:00; ; by Heike Wolters"},
	{name: "demain", lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Rappel : entretien demain", text: "Bonjour Mira,\n\nPetit rappel : votre entretien avec Éric Vidal (directeur technique) a lieu demain à 9h30.\n\nÀ demain,\nNadine Roche\nAssistante RH",
		want: "reminder: 11-11 09:30; Éric Vidal (directeur technique); by Nadine Roche"},
	{name: "par téléphone", lang: "fr", from: "Éric Vidal <e.vidal@valbois.example>", subject: "Échange téléphonique – poste d'acheteuse", text: "Bonjour Mira,\n\nComme convenu, je vous appelle jeudi à 17 h pour parler du poste d'acheteuse. Comptez une demi-heure.\n\nÉric Vidal\nDirecteur technique, Valbois",
		want: "new: 11-12 17:00-17:30; Éric Vidal (Directeur technique) <e.vidal@valbois.example>; acheteuse at Valbois; phone screen"},
	{name: "annulé", lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Entretien du 19 novembre", text: "Bonjour Mira,\n\nL'entretien du 19 novembre à 11 h n'aura malheureusement pas lieu : M. Vidal est souffrant.\n\nNadine Roche",
		want: "cancel: 11-19 11:00; ; by Nadine Roche"},
	{name: "se aplaza", lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Cambio de hora de tu entrevista", text: "Hola Mira:\n\nHemos tenido que mover tu entrevista del martes 17 a las 10:00 al miércoles 18 de noviembre a las 12:30. Perdona las molestias.\n\nRosa Campos",
		want: "move: 11-18 12:30; ; by Rosa Campos"},
	{name: "recordatorio", lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Recordatorio de tu entrevista", text: "Hola Mira:\n\nTe recordamos que mañana a las 9:15 tienes la entrevista con Marcos Gil y Teresa Vega.\n\nRosa Campos\nRecursos Humanos",
		want: "reminder: 11-11 09:15; Marcos Gil, Teresa Vega; by Rosa Campos"},
	{name: "kwart over", lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Kennismaking functie planner", text: "Hoi Mira,\n\nleuk dat je gesolliciteerd hebt! We spreken elkaar vrijdag om kwart over tien, samen met mijn collega Anouk Maas. Het duurt ongeveer drie kwartier.\n\nJoris Smit\nHoofd planning",
		want: "new: 11-13 10:15-11:00; Anouk Maas, Joris Smit (Hoofd planning) <joris@havenlicht.example>; planner at "},
	{name: "gaat niet door", lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Sollicitatiegesprek", text: "Beste Mira,\n\nhet gesprek van vrijdag 13 november 10.15 uur gaat helaas niet door. Anouk Maas is ziek.\n\nJoris Smit",
		want: "cancel: 11-13 10:15; ; by Joris Smit"},
	{name: "which suits", lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Sollicitatie planner", text: "Hoi Mira,\n\nwe nodigen je graag uit voor een gesprek. Schikt dinsdag 17 november om 10.00 uur of woensdag 18 november om 14.00 uur?\n\nJoris Smit", want: "none"},
	{name: "pick one", lang: "de", from: "Heike Wolters <wolters@talhof.example>", subject: "Bewerbung als Sachbearbeiterin", text: "Guten Tag Frau Holt,\n\nwir möchten Sie kennenlernen und schlagen folgende Termine vor:\n- Montag, 16.11., 10 Uhr\n- Dienstag, 17.11., 14 Uhr\nBitte teilen Sie uns mit, welcher Ihnen passt.\n\nHeike Wolters", want: "none"},
	{name: "a colleague's candidate", from: "Tara Lind <tara@ownfirm.example>", subject: "Interview loop for Joe Park", text: "Hi Mira, thanks for joining the loop! You're interviewing Joe Park on Nov 17, 2-2:45 pm ET (focus: SQL). His resume is attached.", want: "none"},
	{name: "an internal sync", from: "Tara Lind <tara@ownfirm.example>", subject: "Hiring sync", text: "Hi Mira, hiring sync for the Analyst role on Nov 17 at 2 pm ET with Dana Frost.", want: "none"},
	{name: "a language school", lang: "es", from: "Academia Sol <info@academiasol.example>", subject: "Tu clase de conversación", text: "Hola Mira, tu clase de conversación con Teresa Vega es el martes 17 de noviembre a las 18:00.", want: "none"},
}

func TestFresh(t *testing.T) {
	for _, c := range fresh {
		t.Run(c.name, func(t *testing.T) {
			if got := short(read(t, c)); got != c.want {
				t.Errorf("read\n%s\n want\n%s", got, c.want)
			}
		})
	}
}
