package prose

import (
	"slices"
	"testing"
)

// met are messages with the start of the interview and those who hold it.
var met = []struct {
	told
	start  string // month, day and time; "" where it is called off
	people []string
}{
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Interview for Data Steward",
		text: "Hi Mira,\n\nThanks for your application. We would like to invite you to a first interview on Tuesday 17th November, 3-4pm (Berlin time). You'll be speaking to Dana Frost, who heads our data team, and her deputy Raj Bhatt.\n\nYou can expect to hear back from us within a week of the interview.\n\nKim Lee\nTalent"}, "11-17 15:00", []string{"Dana Frost", "Raj Bhatt"}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Re: Data Steward",
		text: "Hi Mira, perfect, let's go with next Tuesday at 10am PT / 1pm ET / 7pm CET. Dana Frost will dial in from San Francisco. 45 minutes.\n\nKim"}, "11-17 19:00", []string{"Dana Frost"}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Your final interview with Oak Hill",
		text: "Dear Mira,\n\nWe're thrilled to confirm your final interview.\n\nWHEN\nThursday 19 November 2026, 11:00 to 12:30 (GMT+1)\n\nWHERE\nMicrosoft Teams\n\nWITH\nDana Frost, Chief Data Officer\nInés Duarte, Head of HR\n\nWe aim to let you know the outcome by Friday 27 November.\n\nKim Lee\nTalent Acquisition Partner"}, "11-19 11:00", []string{"Dana Frost", "Inés Duarte"}},
	{told{lang: "", from: "Dana Frost <dana@oakhill.example>", subject: "Data role - quick chat",
		text: "Hi Mira,\n\nKim passed me your CV and I'd like to talk about the Data Steward role. I'll call you on Thursday at half past ten, should take 20 minutes.\n\nDana Frost\nHead of Data, Oak Hill"}, "11-12 10:30", []string{"Dana Frost"}},
	{told{lang: "", from: "Oak Hill <no-reply@systems.example>", subject: "Interview confirmation: Data Steward at Oak Hill",
		text: "Hello Mira,\n\nThis is to confirm your upcoming interview.\n\nDate: November 18, 2026\nTime: 2:30 PM - 3:15 PM Central European Time\nInterviewer(s): Dana Frost; Raj Bhatt\nFormat: Google Meet\n\nThe Oak Hill team"}, "11-18 14:30", []string{"Dana Frost", "Raj Bhatt"}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Onsite schedule",
		text: "Hi Mira,\n\nhere's the running order for your on-site on Wednesday (18 Nov):\n\n09.30 Arrival and coffee\n10.00 Raj Bhatt & Inés Duarte: technical deep dive\n11.15 Dana Frost: values\n12.00 Lunch with the team\n13.00 Finish\n\nYou'll get our answer by the end of next week.\n\nKim Lee\nRecruiter"}, "11-18 09:30", []string{"Raj Bhatt", "Inés Duarte", "Dana Frost"}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "RE: Data Steward - interview",
		text: "Mira, the interview has been brought forward: it's now Monday 16 November at 9:15 instead of Wednesday 18 November at 11. Mirae people, same room.\n\nKim Lee\nRecruiter"}, "11-16 09:15", []string{}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Data Steward interview",
		text: "Hi Mira,\n\nA quick reminder that we're looking forward to seeing you tomorrow (Wednesday) at 14:00 at 5 Mill Street. Please ask for Rosa Diaz at the front desk. Dana Frost and Raj Bhatt will be conducting the interview, which lasts around 90 minutes.\n\nKim Lee"}, "11-11 14:00", []string{"Dana Frost", "Raj Bhatt"}},
	{told{lang: "", from: "Victor Hale <victor@pinegate.example>", subject: "Re: Re: Head of Ops",
		text: "Sounds good - Friday 2pm your time it is. My co-founder Hannah Cole will be on the line too. Talk then!\n\nVictor\n\nVictor Hale\nCo-founder, Pinegate"}, "11-13 14:00", []string{"Victor Hale", "Hannah Cole"}},
	{told{lang: "", from: "Jess Moore <jess@hunters.example>", subject: "Pinegate interview details",
		text: "Hi Mira,\n\nAll confirmed with the client:\n\nCompany: Pinegate Ltd\nRole: Operations Lead\nDate: Thursday 12th November\nTime: 16:30\nDuration: 1 hour\nInterviewing you: Hannah Cole (COO) and Victor Hale (CEO)\n\nCall me straight after!\n\nJess Moore\nHunters Recruitment"}, "11-12 16:30", []string{"Hannah Cole", "Victor Hale"}},
	{told{lang: "de", from: "Jana Kühn <j.kuehn@seewerk.example>", subject: "Einladung zum Vorstellungsgespräch",
		text: "Sehr geehrter Frau Holt,\n\nvielen Dank für Ihre Bewerbung als Referent Einkauf. Wir möchten Sie gerne kennenlernen und laden Sie zu einem Vorstellungsgespräch am\n\n19. November 2026 um 10.30 Uhr\n\nin die Hafenstraße 3 ein. Das Gespräch wird von Jonas Brandt (Abteilungsleiter) und mir geführt und dauert ca. 60 Minuten. Eine Entscheidung treffen wir voraussichtlich bis Ende November.\n\nMit freundlichen Grüßen\nJana Kühn\nPersonalleiterin"}, "11-19 10:30", []string{"Jonas Brandt", "Jana Kühn"}},
	{told{lang: "de", from: "Tim Vogt <tim@laubwerk.example>", subject: "Re: Deine Bewerbung",
		text: "Hey Mira,\n\nsuper, dann Donnerstag 16 Uhr per Zoom. Dabei sind Ole Janssen, unser Tech Lead, und Mia Roth aus dem Produktteam. Dauert rund 45 Min. Danach bekommst du innerhalb von drei Tagen Bescheid.\n\nTim\nPeople Ops"}, "11-12 16:00", []string{"Ole Janssen", "Mia Roth"}},
	{told{lang: "de", from: "Seewerk Karriere <karriere@seewerk.example>", subject: "Terminbestätigung: Kennenlerngespräch",
		text: "Hallo Mira,\n\ndein Termin steht:\n\n📅 Mittwoch, 18.11.2026\n🕙 10:00–10:45 Uhr\n📍 Teams\n👥 Jonas Brandt (Leiter Einkauf), Petra Engel (Team People)\n\nBis bald\nDein Recruiting-Team"}, "11-18 10:00", []string{"Jonas Brandt", "Petra Engel"}},
	{told{lang: "de", from: "Jana Kühn <j.kuehn@seewerk.example>", subject: "Absage Vorstellungsgespräch 18.11.",
		text: "Sehr geehrter Frau Holt,\n\nbedauerlicherweise müssen wir das für den 18.11. um 10 Uhr angesetzte Gespräch absagen, da die Stelle intern besetzt wurde.\n\nJana Kühn"}, "", []string{}},
	{told{lang: "de", from: "Heike Wolters <wolters@talhof.example>", subject: "Zweitgespräch",
		text: "Lieber Frau Holt,\n\nFrau Engel und Herr Dr. Thiel waren sehr angetan. Zum Zweitgespräch am Freitag, dem 20. November, 9:00 bis 10:30 Uhr, wird auch unser Geschäftsführer, Herr Markus Thiel, hinzukommen; außerdem lernen Sie Ihre mögliche Kollegin Sina Wolf kennen.\n\nHeike Wolters\nHR"}, "11-20 09:00", []string{"Herr Markus Thiel", "Sina Wolf"}},
	{told{lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Confirmation d'entretien",
		text: "Bonjour Mira,\n\nJe vous confirme votre entretien du jeudi 19/11 à 14h00 (durée : 1h) avec Éric Vidal (directeur des achats) et Claire Petit (DRH). Il se déroulera sur Teams.\n\nNous reviendrons vers vous au plus tard le 27 novembre.\n\nNadine Roche\nChargée de recrutement"}, "11-19 14:00", []string{"Éric Vidal", "Claire Petit"}},
	{told{lang: "fr", from: "Léa Martin <lea@pixel.example>", subject: "Re: candidature product designer",
		text: "Hello Mira,\n\nTop ! Je te propose qu'on fasse ça vendredi à 11h, comme tu le suggérais. On sera trois : Hugo Lemaire (lead designer), Inès Ba (PM) et moi. 45 min max.\n\nÀ vendredi\nLéa Martin\nCEO Pixel"}, "11-13 11:00", []string{"Hugo Lemaire", "Inès Ba", "Léa Martin"}},
	{told{lang: "fr", from: "Service recrutement <recrutement@valbois.example>", subject: "Votre entretien vidéo",
		text: "Bonjour Mira Holt,\n\nVotre entretien est planifié.\n\nDate : mercredi 18 novembre 2026\nHeure : 9h30 - 10h15 (heure de Paris)\nInterlocuteur : Éric Vidal, directeur des achats\nLien : https://teams.example/x\n\nL'équipe recrutement"}, "11-18 09:30", []string{"Éric Vidal"}},
	{told{lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Entretien reporté",
		text: "Bonjour Mira,\n\nÉric Vidal étant souffrant, votre entretien de demain 10h est reporté à lundi prochain, même heure. Toutes nos excuses.\n\nNadine Roche"}, "11-16 10:00", []string{}},
	{told{lang: "fr", from: "Nadine Roche <n.roche@valbois.example>", subject: "Entretien du 18",
		text: "Bonjour Mira,\n\nJe suis désolée, nous devons annuler l'entretien de mercredi 18 novembre à 9h30. Le poste est finalement pourvu en interne.\n\nNadine Roche"}, "", []string{}},
	{told{lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Entrevista para Analista de datos",
		text: "Hola, Mira:\n\nEncantados de invitarte a una entrevista el miércoles 18 de noviembre a las 16h. Será por Google Meet, con Marcos Gil (responsable de datos) y Teresa Vega, del equipo de personas. Durará unos 45 minutos.\n\nEsperamos tomar una decisión antes del 27 de noviembre.\n\nUn saludo,\nRosa Campos\nTalento"}, "11-18 16:00", []string{"Marcos Gil", "Teresa Vega"}},
	{told{lang: "es", from: "Marcos Gil <marcos@riomar.example>", subject: "Re: tu candidatura",
		text: "Hola Mira, genial. Te llamo mañana a las cinco de la tarde y hablamos tranquilamente del puesto. No más de media hora.\n\nMarcos Gil\nCTO de Riomar"}, "11-11 17:00", []string{"Marcos Gil"}},
	{told{lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Cambio de fecha",
		text: "Hola Mira:\n\nPor un imprevisto tenemos que pasar tu entrevista del miércoles 18 al viernes 20 de noviembre, a la misma hora (16:00). ¡Perdona!\n\nRosa Campos\nTalento"}, "11-20 16:00", []string{}},
	{told{lang: "es", from: "Rosa Campos <rosa@riomar.example>", subject: "Agenda del día 20",
		text: "Hola Mira:\n\nEste es el programa de tu visita del viernes 20 de noviembre:\n\n10:00-10:45 Marcos Gil, responsable de datos\n11:00-11:45 Teresa Vega y Luis Pardo, equipo de producto\n12:00-12:30 Elena Rubio, directora general\n\nRosa Campos\nRecursos Humanos"}, "11-20 10:00", []string{"Marcos Gil", "Teresa Vega", "Luis Pardo", "Elena Rubio"}},
	{told{lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Uitnodiging sollicitatiegesprek planner",
		text: "Beste Mira,\n\nBedankt voor je sollicitatie. We nodigen je graag uit voor een gesprek op woensdag 18 november van 10.00 – 11.00 uur bij ons op kantoor. Je gesprekspartners zijn Anouk Maas (teamleider) en Wim de Boer (directeur).\n\nUiterlijk 25 november laten we je weten of je door bent.\n\nJoris Smit\nHR"}, "11-18 10:00", []string{"Anouk Maas", "Wim de Boer"}},
	{told{lang: "nl", from: "Anouk Maas <anouk@havenlicht.example>", subject: "Re: sollicitatie",
		text: "Hoi Mira,\n\nHelemaal goed! Ik bel je donderdag om kwart voor tien. Reken op zo'n 20 minuten.\n\nAnouk Maas\nTeamleider planning"}, "11-12 09:45", []string{"Anouk Maas"}},
	{told{lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Gesprek verzet",
		text: "Beste Mira,\n\nWim is woensdag verhinderd. We hebben het gesprek daarom verzet naar donderdag 19 november, 13.30 uur. Laat even weten of dat lukt.\n\nJoris Smit\nHR"}, "11-19 13:30", []string{}},
	{told{lang: "nl", from: "Joris Smit <joris@havenlicht.example>", subject: "Gesprek woensdag vervalt",
		text: "Beste Mira,\n\nHelaas moeten we het gesprek van woensdag 18 november afzeggen; de vacature is ingetrokken.\n\nJoris Smit\nHR"}, "", []string{}},
	{told{lang: "", from: "Oak Hill Talent <talent@oakhill.example>", subject: "Your interviews are booked",
		text: "Hi Mira,\n\nYou're all set! Here's your line-up for Monday, November 16 (times in CET):\n\n• 13:00 — Coding interview with Raj Bhatt (Staff Engineer)\n• 14:00 — System design with Inés Duarte (Principal Engineer)\n• 15:00 — Hiring manager chat with Dana Frost (Head of Data)\n\nEach conversation lasts 45 minutes.\n\nOak Hill Talent"}, "11-16 13:00", []string{"Raj Bhatt", "Inés Duarte", "Dana Frost"}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Interviewer change",
		text: "Hi Mira,\n\nRaj Bhatt can't make your interview tomorrow at 15:00, so Lou Ferrante (Staff Engineer) is going to step in. Everything else stays the same.\n\nKim Lee\nRecruiting"}, "11-11 15:00", []string{"Lou Ferrante"}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Interview cancelled",
		text: "Hi Mira,\n\nDana has had to cancel your interview scheduled for 12 November at 10:00. I'll come back to you with alternatives.\n\nKim Lee"}, "", []string{}},
	{told{lang: "", from: "Kim Lee <kim@oakhill.example>", subject: "Update on the Data Steward process",
		text: "Hi Mira,\n\nThe role has been put on hold, so tomorrow's 3pm conversation with Dana Frost won't be happening after all.\n\nKim Lee"}, "", []string{}},
	{told{lang: "", from: "Hannah Cole <hannah@pinegate.example>", subject: "Meeting you on the 17th",
		text: "Dear Mira\n\nI am writing to confirm our meeting on the 17th at 11.45am at our offices to discuss the Operations Lead vacancy. Victor Hale, our chief executive, hopes to join for the last part.\n\nWe hope to decide before the month is out.\n\nHannah Cole\nOperations Director"}, "11-17 11:45", []string{"Hannah Cole"}},
	{told{lang: "", from: "Mara Lindt <mara.lindt@quillworks.example>", subject: "Interview – Content Designer",
		text: "Dear Mira,\n\nFollowing our call last week I'm pleased to invite you to meet the wider team. We've reserved Monday 23 November, 10:00–11:30 CET. On our side there will be Oskar Berg (Design Director), Yuki Tanaka (Senior Researcher).\n\nWe'll make up our minds by Thursday 26 November.\n\nBest,\nMara Lindt\nTalent Lead, Quillworks"}, "11-23 10:00", []string{"Oskar Berg", "Yuki Tanaka"}},
	{told{lang: "", from: "Quillworks <noreply@systems.example>", subject: "Your upcoming interview with Quillworks",
		text: "Hi Mira,\n\nYour interview with Quillworks for the Content Designer role is coming up.\n\nTuesday, November 17\n3:00 PM – 3:30 PM CET: Portfolio Review with Oskar Berg\n3:30 PM – 4:15 PM CET: Research Collaboration with Yuki Tanaka\n\nIf you need to reschedule, use the link below."}, "11-17 15:00", []string{"Oskar Berg", "Yuki Tanaka"}},
	{told{lang: "", from: "Oskar Berg <oskar@quillworks.example>", subject: "Re: Content Designer role",
		text: "Hey Mira,\n\nThursday at 5 works for me. I'll send a Meet link in a minute. It's just a first chat so no prep needed – half an hour tops. If all goes well Yuki will want to talk to you next week.\n\nOskar Berg\nDesign Director @ Quillworks"}, "11-12 17:00", []string{"Oskar Berg"}},
	{told{lang: "", from: "Mara Lindt <mara.lindt@quillworks.example>", subject: "Quick change to tomorrow's interview",
		text: "Hi Mira,\n\nSmall change: Oskar is stuck on a train, so we're starting at 10:30 tomorrow rather than 10:00 (still finishing by 11:30). Yuki Tanaka will kick things off.\n\nSorry!\nMara"}, "11-11 10:30", []string{"Yuki Tanaka"}},
	{told{lang: "", from: "Mara Lindt <mara.lindt@quillworks.example>", subject: "Thursday's interview is off",
		text: "Hi Mira,\n\nI'm really sorry to do this: Thursday's interview (12 November, 11:00) is off. Our budget for the role was pulled this morning.\n\nMara"}, "", []string{}},
	{told{lang: "", from: "Mara Lindt <mara.lindt@quillworks.example>", subject: "Cancellation: interview 12 November",
		text: "Dear Mira,\n\nPlease note that your interview on 12 November 2026 at 11:00 has been cancelled at the request of the hiring team. We will contact you to find a new time.\n\nMara Lindt"}, "", []string{}},
	{told{lang: "de", from: "Bernd Vogt <b.vogt@ostwerk.example>", subject: "Vorstellungsgespräch am 18.11.",
		text: "Sehr geehrter Frau Holt,\n\nwir bestätigen Ihnen gerne den folgenden Termin:\n\nTag: Mittwoch, 18. November 2026\nZeit: 13:00 Uhr bis ca. 14:30 Uhr\nOrt: Werkstraße 8, Haus B\nTeilnehmer: Dr. Heike Sauer (Werkleiterin), Bernd Vogt (Personal), Ralf Kunze (Betriebsrat)\n\nWir planen, bis zum 30. November zu entscheiden.\n\nBernd Vogt"}, "11-18 13:00", []string{"Dr. Heike Sauer", "Bernd Vogt", "Ralf Kunze"}},
	{told{lang: "de", from: "Heike Sauer <h.sauer@ostwerk.example>", subject: "AW: Bewerbung Schichtleiter",
		text: "Hallo Frau Holt,\n\nvielen Dank für Ihre schnelle Antwort. Dann halten wir Freitag, 13.11., 8:30 Uhr fest. Ich hole Sie am Tor 2 ab, wir gehen dann gemeinsam mit Herrn Ralf Kunze durch die Fertigung und unterhalten uns anschließend in meinem Büro.\n\nMit freundlichen Grüßen\nDr. Heike Sauer\nWerkleiterin"}, "11-13 08:30", []string{"Dr. Heike Sauer", "Ralf Kunze"}},
	{told{lang: "de", from: "Bernd Vogt <b.vogt@ostwerk.example>", subject: "Gespräch am Freitag muss ausfallen",
		text: "Guten Tag Frau Holt,\n\nFrau Dr. Sauer ist leider erkrankt, sodass das Gespräch am Freitag, 13.11., 8:30 Uhr ausfallen muss. Sobald sie wieder da ist, melde ich mich.\n\nBernd Vogt\nPersonal"}, "", []string{}},
	{told{lang: "de", from: "Bernd Vogt <b.vogt@ostwerk.example>", subject: "Neuer Termin",
		text: "Guten Tag Frau Holt,\n\nder neue Termin für Ihr Vorstellungsgespräch: Montag, 16.11., 14 Uhr, wieder in Haus B. Mit dabei sein wird zusätzlich Frau Lena Fuchs aus der Qualitätssicherung.\n\nBernd Vogt\nPersonal"}, "11-16 14:00", []string{"Lena Fuchs"}},
	{told{lang: "fr", from: "Aude Perrin <aude.perrin@lumiere.example>", subject: "Suite de votre candidature",
		text: "Bonjour Mira,\n\nVotre profil a retenu notre attention et nous serions ravis de vous rencontrer. Rendez-vous est pris pour le lundi 16 novembre à 15 heures, au 12 rue des Lilas. Vous y rencontrerez Marc Delorme, notre directeur de production, ainsi que Sofia Nunes, cheffe d'atelier.\n\nL'entretien durera environ une heure. Nous vous donnerons une réponse sous huit jours.\n\nAude Perrin\nResponsable RH"}, "11-16 15:00", []string{"Marc Delorme", "Sofia Nunes"}},
	{told{lang: "fr", from: "Marc Delorme <marc.delorme@lumiere.example>", subject: "Re: Suite de votre candidature",
		text: "Bonjour Mira,\n\nC'est entendu, je vous appelle demain à 18h sur votre portable. Nous en aurons pour une vingtaine de minutes.\n\nBien à vous,\nMarc Delorme\nDirecteur de production"}, "11-11 18:00", []string{"Marc Delorme"}},
	{told{lang: "fr", from: "Aude Perrin <aude.perrin@lumiere.example>", subject: "Changement d'horaire",
		text: "Bonjour Mira,\n\nPetit changement : votre entretien de lundi aura lieu à 16h30 et non à 15h. Sofia Nunes ne pourra malheureusement pas être présente ; elle sera remplacée par Hugo Blanc.\n\nAude Perrin"}, "11-16 16:30", []string{"Hugo Blanc"}},
	{told{lang: "fr", from: "Aude Perrin <aude.perrin@lumiere.example>", subject: "Entretien de lundi",
		text: "Bonjour Mira,\n\nNous sommes contraints d'annuler notre rendez-vous de lundi 16 novembre à 15h. Nous reviendrons vers vous prochainement.\n\nAude Perrin"}, "", []string{}},
	{told{lang: "es", from: "Carmen Vidal <carmen@solmar.example>", subject: "Proceso de selección: Diseñador de producto",
		text: "Hola, Mira:\n\nGracias por tu interés. La siguiente fase es una entrevista técnica el martes 17 de noviembre, de 9:30 a 10:30, por Teams. La harán Pablo Rey (Head of Design) e Irene Sanz.\n\nTe daremos una respuesta antes del viernes 20 de noviembre.\n\nCarmen Vidal\nTalent Acquisition"}, "11-17 09:30", []string{"Pablo Rey", "Irene Sanz"}},
	{told{lang: "es", from: "Pablo Rey <pablo@solmar.example>", subject: "Re: Diseñador de producto",
		text: "Buenas, Mira:\n\nEl jueves a las 11 me va perfecto. Nos conectamos Irene Sanz y yo, y si puede se apunta también nuestra CEO. Serán unos tres cuartos de hora.\n\nPablo Rey\nHead of Design"}, "11-12 11:00", []string{"Irene Sanz", "Pablo Rey"}},
	{told{lang: "es", from: "Carmen Vidal <carmen@solmar.example>", subject: "Entrevista cancelada",
		text: "Hola, Mira:\n\nSiento decirte que tenemos que cancelar la entrevista prevista para el martes 17 a las 9:30. Pablo está de baja.\n\nCarmen"}, "", []string{}},
	{told{lang: "nl", from: "Eva Bakker <eva.bakker@dijkhuis.example>", subject: "Tweede gesprek",
		text: "Dag Mira,\n\nLeuk nieuws: we gaan graag met je verder! Het tweede gesprek staat gepland op dinsdag 17 november om 15.00 uur. Je spreekt dan met Pieter Dijkhuis, onze eigenaar, en Saskia Blom van marketing. Ik ben er zelf niet bij.\n\nDe week erna hoor je van ons.\n\nEva Bakker\nHR-medewerker"}, "11-17 15:00", []string{"Pieter Dijkhuis", "Saskia Blom"}},
	{told{lang: "nl", from: "Eva Bakker <eva.bakker@dijkhuis.example>", subject: "Gesprek gaat niet door",
		text: "Dag Mira,\n\nHet gesprek van dinsdag 17 november om 15.00 uur kan niet doorgaan: Pieter heeft corona. Ik bel je voor een nieuwe datum.\n\nEva"}, "", []string{}},
	{told{lang: "", from: "Northlake Careers <careers@northlake.example>", subject: "Interview Invitation - Ref 2231 - Grants Officer",
		text: "Dear Ms Holt,\n\nI am pleased to inform you that you have been shortlisted for the above post. Your interview will take place on:\n\nDate: Wednesday 25th November 2026\nTime: 2.00pm (please arrive 10 minutes early)\nVenue: Committee Room 2, Northlake House\n\nThe interview panel will comprise Ms Fiona Grant, Head of Grants; Mr Alan Pope, Finance Manager; and Cllr Joan Mears.\n\nInterviews will last approximately 40 minutes. We anticipate informing candidates of the outcome by 2 December.\n\nYours sincerely,\nRuth Dale\nHR Adviser"}, "11-25 14:00", []string{"Ms Fiona Grant", "Mr Alan Pope", "Joan Mears"}},
	{told{lang: "", from: "Dev Patel <dev@brightpath.example>", subject: "Technical interview",
		text: "Hi Mira!\n\nHere's the plan for Friday (Nov 13):\n\n- 9:00-9:15 intro with me\n- 9:15-10:15 pair programming with Lucy Hart\n- 10:15-11:00 architecture with Tom Reyes\n\nAll CET. We'll share feedback by Tuesday 17 Nov.\n\nDev Patel\nEngineering Manager, Brightpath"}, "11-13 09:00", []string{"Dev Patel", "Lucy Hart", "Tom Reyes"}},
	{told{lang: "", from: "Bookings <no-reply@bookings.example>", subject: "Booking confirmed: Intro call with Lucy Hart",
		text: "Hi Mira Holt,\n\nYour booking is confirmed.\n\nService: Intro call – Platform Engineer (Brightpath)\nStaff: Lucy Hart\nDate: 12 November 2026\nTime: 10:30 – 11:00 (UTC+01:00) Amsterdam, Berlin, Bern\n\nManage booking"}, "11-12 10:30", []string{"Lucy Hart"}},
}

// Each start is found, or the interview is off, and nobody is named who does not interview.
func TestMet(t *testing.T) {
	for _, c := range met {
		t.Run(c.subject, func(t *testing.T) {
			c.zone, c.interview = "Europe/Berlin", true
			if c.subject[:2] == "Re" || c.subject[:2] == "AW" || c.subject[:2] == "RE" {
				c.quoted = c.text
			}
			s := read(t, c.told)
			switch {
			case len(s.Meetings) == 0 || !s.Candidate:
				t.Fatal("nothing read")
			case c.start == "" && s.Action != "cancel":
				t.Errorf("it is off: %s", short(s))
			case c.start != "" && (s.Action == "cancel" || s.Meetings[0].Start.In(s.Meetings[0].Start.Location()).Format("01-02 15:04") != c.start && s.Meetings[0].Zone == ""):
				t.Errorf("it begins at %s: %s", c.start, short(s))
			}
			for _, p := range s.People {
				if c.start != "" && !slices.ContainsFunc(c.people, func(name string) bool { return Same(name, p.Name) }) {
					t.Errorf("%s is no interviewer: %s", p.Name, short(s))
				}
			}
			for _, name := range c.people {
				if !slices.ContainsFunc(s.People, func(p Person) bool { return Same(name, p.Name) }) {
					t.Errorf("%s is missed: %s", name, short(s))
				}
			}
		})
	}
}
