package recognize

import (
	"strings"
	"testing"

	"afterword/rules"
)

// A reading says what a letter is, or with an exclamation mark what it must not surely be.
type reading struct{ want, subject, text string }

// conditions: what is said under a condition, however it is put, is not said.
var conditions = []reading{
	{"!rejection", "Your application", "Thank you for applying. Should we not contact you by 12 December, your application was unsuccessful."},
	{"!rejection", "Your application", "Thank you for applying. Were we to go ahead without you, we would write by Friday."},
	{"!rejection", "Your application", "Thank you for applying. Had you not been selected, you would have heard already."},
	{"!rejection", "Your application", "We have your papers. Unless you hear by 4 December, we have decided to move forward with other candidates."},
	{"!rejection", "Your application", "Thank you for your application. If you do not hear from us within four weeks, please consider your application unsuccessful."},
	{"!rejection", "Your application", "Your application will not be taken forward unless we receive your certificate."},
	{"!rejection", "Your application", "Without a reply from us by Monday, your application has not been successful."},
	{"!rejection", "Your application", "No news from us within three weeks means that we have chosen another candidate."},
	{"!rejection", "Your application", "You may assume that your application was unsuccessful where you have not heard from us by May."},
	{"!rejection", "Your application", "Candidates who have not heard from us by Friday have not been selected."},
	{"!rejection", "Your application", "We will not be moving forward with your application if the form is missing on Friday."},
	{"!rejection", "Ihre Bewerbung", "Danke für Ihre Bewerbung. Sollten Sie bis Freitag nichts hören, haben wir uns für andere entschieden."},
	{"!rejection", "Ihre Bewerbung", "Danke für Ihre Bewerbung. Hören Sie bis Freitag nichts von uns, ist die Stelle leider anderweitig besetzt."},
	{"!rejection", "Ihre Bewerbung", "Erhalten Sie keine Einladung, konnten wir Ihre Bewerbung leider nicht berücksichtigen."},
	{"!rejection", "Ihre Bewerbung", "Ohne Rückmeldung bis zum Monatsende wurde Ihre Bewerbung leider nicht berücksichtigt."},
	{"!rejection", "Ihre Bewerbung", "Wenn wir uns nicht melden, haben wir uns leider gegen Ihre Bewerbung entschieden."},
	{"!rejection", "Ihre Bewerbung", "Bleibt eine Nachricht aus, so haben wir uns für eine andere Person entschieden."},
	{"!rejection", "Ihre Bewerbung", "Melden wir uns nicht innerhalb von vier Wochen, betrachten Sie Ihre Bewerbung bitte als abgelehnt."},
	{"!rejection", "Votre candidature", "Merci pour votre candidature. Sans nouvelles de notre part sous trois semaines, votre candidature n'a pas été retenue."},
	{"!rejection", "Votre candidature", "Si vous n'avez pas de nos nouvelles d'ici vendredi, c'est que votre profil n'a pas été retenu."},
	{"!rejection", "Votre candidature", "En l'absence de réponse avant le 12 décembre, nous aurons choisi un autre candidat."},
	{"!rejection", "Votre candidature", "Faute de retour de notre part, votre candidature n'aura pas été retenue."},
	{"!rejection", "Votre candidature", "À défaut de réponse sous un mois, veuillez considérer que votre candidature n'est pas retenue."},
	{"!rejection", "Tu candidatura", "Gracias por tu candidatura. Si no recibes noticias antes del viernes, tu candidatura no ha sido seleccionada."},
	{"!rejection", "Tu candidatura", "En caso de no recibir respuesta en tres semanas, entiende que hemos elegido a otra persona."},
	{"!rejection", "Tu candidatura", "De no contactarte antes del lunes, tu candidatura habrá quedado descartada."},
	{"!rejection", "Tu candidatura", "Transcurrido un mes sin noticias, tu candidatura no habrá sido seleccionada."},
	{"!rejection", "Tu candidatura", "A falta de respuesta, considera que el puesto se ha cubierto con otro candidato."},
	{"!rejection", "Je sollicitatie", "Bedankt voor je sollicitatie. Krijg je voor vrijdag geen bericht, dan hebben we helaas voor iemand anders gekozen."},
	{"!rejection", "Je sollicitatie", "Heb je na drie weken niets gehoord, dan is je sollicitatie helaas afgewezen."},
	{"!rejection", "Je sollicitatie", "Zonder tegenbericht voor 1 december ben je helaas niet geselecteerd."},
	{"!rejection", "Je sollicitatie", "Mocht je niets van ons horen, dan is de functie helaas aan een andere kandidaat gegeven."},
	{"!rejection", "Je sollicitatie", "Als je na twee weken niets hebt gehoord, is de keuze helaas niet op jou gevallen."},
	{"!rejection", "Je sollicitatie", "Bij uitblijven van een reactie gaan we helaas niet met je verder."},
	{"!interview !offer", "Je sollicitatie", "Bedankt voor je sollicitatie. Past je profiel, dan nodigen we je uit voor een gesprek."},
	{"!interview", "Ihre Bewerbung", "Danke für Ihre Bewerbung. Passt Ihr Profil, laden wir Sie zu einem Gespräch ein."},
	{"!interview", "Your application", "Thank you for applying. Should your profile fit, we will invite you to an interview."},
	{"!interview", "Votre candidature", "Merci pour votre candidature. Si votre profil correspond, nous vous inviterons à un entretien."},
	{"!interview", "Tu candidatura", "Gracias por tu candidatura. De encajar tu perfil, te invitaremos a una entrevista."},
	{"rejection", "Your application", "Unfortunately we will not be moving forward with your application. If you have any questions, do write."},
	{"rejection", "Your application", "We have decided not to move forward with your application, but please apply again if something else fits."},
	{"rejection", "Ihre Bewerbung", "Leider haben wir uns für eine andere Bewerberin entschieden. Sollten Sie Fragen haben, melden Sie sich gern."},
	{"rejection", "Votre candidature", "Nous n'avons malheureusement pas retenu votre candidature. Si vous avez des questions, écrivez-nous."},
	{"rejection", "Tu candidatura", "Lamentablemente hemos elegido a otra persona. Si tienes dudas, escríbenos."},
	{"rejection", "Je sollicitatie", "Helaas hebben we voor een andere kandidaat gekozen. Heb je vragen, dan hoor ik het graag."},
	{"interview", "Re: Gespräch", "Hallo Jo, haben Sie am Dienstag um 10 Uhr Zeit für ein Vorstellungsgespräch?"},
	{"interview", "Re: Gesprek", "Hoi Jo, heb je dinsdag om 10 uur tijd voor een kennismakingsgesprek?"},
	{"interview", "Ihr Gespräch", "Guten Tag, wir laden Sie herzlich zu einem Vorstellungsgespräch am 3. Dezember um 10 Uhr ein."},
}

// objects: what is refused, moved or met is not the reader.
var objects = []reading{
	{"!rejection", "Re: Analyst", "Hi Jo, Thursday is not a good fit for the panel. Would Friday work?"},
	{"!rejection", "Re: Analyst", "Hi Jo, we won't be moving forward with the Thursday slot; I'll send another."},
	{"!rejection", "Re: Analyst", "Hi Jo, we have decided not to proceed with the written test this time. More soon."},
	{"!rejection", "Re: Analyst", "Hi Jo, the blue room is no longer available, so we meet in the library."},
	{"!rejection", "Re: Analyst", "Hi Jo, the other applicants were rejected. You are our favourite."},
	{"!rejection", "Re: Analyst", "Hi Jo, he was not selected, but you are still in the running."},
	{"!rejection", "Re: Analyst", "Hi Jo, the intern position has been filled; the one you applied for is still open."},
	{"!rejection", "Re: Analyst", "Unfortunately the time you picked is not available."},
	{"!rejection !offer", "Re: your offer", "Dear Ida, thank you for the offer. I have decided not to accept it, as I have taken another position."},
	{"!rejection !offer", "Re: your offer", "Dear Ida, I must decline your offer. Thank you for your time."},
	{"!rejection", "Re: my application", "Dear Ida, I would like to withdraw my application, as I have accepted an offer elsewhere."},
	{"!rejection", "Re: Stelle", "Hallo Jo, der Donnerstag passt dem Team leider nicht. Geht Freitag?"},
	{"!rejection", "Re: Stelle", "Hallo Jo, den Test machen wir diesmal leider nicht. Mehr am Montag."},
	{"!rejection", "Re: Stelle", "Hallo Jo, der Raum ist leider schon vergeben, wir treffen uns in der Kantine."},
	{"!rejection", "Re: Stelle", "Hallo Jo, die Praktikumsstelle ist bereits besetzt, über Ihre Stelle entscheiden wir nächste Woche."},
	{"!rejection", "Re: Stelle", "Hallo Jo, die anderen Bewerber haben eine Absage erhalten. Sie sind noch im Rennen."},
	{"!rejection", "Re: Poste", "Bonjour Jo, le créneau de jeudi n'est malheureusement pas retenu. Vendredi vous irait ?"},
	{"!rejection", "Re: Poste", "Bonjour Jo, nous ne donnerons pas suite au test écrit. À bientôt."},
	{"!rejection", "Re: Poste", "Bonjour Jo, le stage est déjà pourvu, mais le poste pour lequel vous avez postulé reste ouvert."},
	{"!rejection", "Re: Poste", "Bonjour Jo, la salle n'est plus disponible, nous serons au deuxième étage."},
	{"!rejection", "Re: Puesto", "Hola Jo, el martes no encaja para el equipo. ¿Te va bien el jueves?"},
	{"!rejection", "Re: Puesto", "Hola Jo, la hora elegida no ha sido confirmada. ¿Puedes otra?"},
	{"!rejection", "Re: Puesto", "Hola Jo, no seguiremos adelante con la prueba escrita. Te escribo pronto."},
	{"!rejection", "Re: Puesto", "Hola Jo, las prácticas ya están cubiertas, pero tu puesto sigue abierto."},
	{"!rejection", "Re: Functie", "Hoi Jo, donderdag is helaas niet geschikt voor het team. Kan vrijdag?"},
	{"!rejection", "Re: Functie", "Hoi Jo, we gaan niet verder met de schriftelijke test. Tot snel."},
	{"!rejection", "Re: Functie", "Hoi Jo, de stageplek is al vergeven, maar over jouw functie beslissen we volgende week."},
	{"!rejection", "Re: Functie", "Hoi Jo, de zaal is helaas bezet, we zitten op de tweede verdieping."},
	{"rejection", "Your application", "Hi Jo, after Tuesday's conversation we have decided not to move forward with your application."},
	{"rejection", "Your application", "Hi Jo, on Friday the panel decided not to take your application further."},
	{"rejection", "Your application", "Hi Jo, the position has been filled. Thank you for your time."},
	{"rejection", "Your application", "Hi Jo, your test was strong, but we have chosen another candidate."},
	{"rejection", "Ihre Bewerbung", "Hallo Jo, nach dem Gespräch am Dienstag haben wir uns leider gegen Ihre Bewerbung entschieden."},
	{"rejection", "Votre candidature", "Bonjour Jo, suite à notre entretien de mardi, nous ne donnerons pas suite à votre candidature."},
	{"rejection", "Tu candidatura", "Hola Jo, tras la prueba del martes hemos decidido no seguir adelante con tu candidatura."},
	{"rejection", "Je sollicitatie", "Hoi Jo, na het gesprek van dinsdag hebben we besloten niet met je verder te gaan."},
	{"!interview timeline", "Re: Follow-up", "Hi Jo, the last interviews take place on 2 December. You will hear from us by 11 December."},
	{"!interview timeline", "Re: Follow-up", "Hi Jo, Kim's interview was moved to 2 December, so we decide by 11 December."},
	{"!interview timeline", "Re: Nachfrage", "Hallo Jo, weitere Gespräche finden am 2. Dezember statt. Wir melden uns bis 11. Dezember."},
	{"!interview timeline", "Re: Suivi", "Bonjour Jo, les entretiens se terminent le 2 décembre. Nous vous répondrons d'ici le 11 décembre."},
	{"!interview timeline", "Re: Seguimiento", "Hola Jo, las últimas entrevistas serán el 2 de diciembre. Te diremos algo antes del 12 de diciembre."},
	{"!interview timeline", "Re: Vraag", "Hoi Jo, de laatste gesprekken zijn op 2 december. Je hoort uiterlijk 11 december van ons."},
	{"acknowledgement|other", "Your application", "Thank you for applying to Nordwind. Interviews will be held in the week of 7 December."},
	{"acknowledgement|other", "Ihre Bewerbung", "Vielen Dank für Ihre Bewerbung. Die Gespräche finden in der KW 50 statt."},
	{"acknowledgement|other", "Votre candidature", "Merci pour votre candidature. Les entretiens se tiendront du 7 au 11 décembre."},
	{"acknowledgement|other", "Tu candidatura", "Gracias por tu candidatura. Las entrevistas se celebrarán la semana del 7 de diciembre."},
	{"acknowledgement|other", "Je sollicitatie", "Bedankt voor je sollicitatie. De gesprekken vinden plaats in week 50."},
	{"holding", "[External] About your interview: Analyst", "Hi Jo, we are still deciding and will keep you posted. Ida"},
	{"holding", "Interview feedback", "Hi Jo, no decision yet, sorry. Ida"},
	{"holding", "Ihr Vorstellungsgespräch", "Hallo Jo, wir haben noch keine Entscheidung getroffen. Ida"},
	{"holding", "Votre entretien du 10 novembre", "Bonjour Jo, nous n'avons pas encore pris de décision. Ida"},
	{"holding", "Tu entrevista del lunes", "Hola Jo, aún no hemos tomado una decisión. Ida"},
	{"holding", "Je gesprek van maandag", "Hoi Jo, we hebben nog geen beslissing genomen. Ida"},
	{"interview", "Interview on Thursday", "Hi Jo, we would like to invite you to an interview on 3 December at 10:00. Ida"},
	{"interview", "Your interview", "Hi Jo, your interview has been moved to Friday, 4 December at 11:00. Ida"},
}

// offersGone: no in the words of an offer, or of the search.
var offersGone = []reading{
	{"rejection", "Senior Analyst", "Hi Jo, the role went to somebody else in the end. Ida"},
	{"rejection", "Senior Analyst", "Hi Jo, we have offered the job to another finalist and she signed this morning. Ida"},
	{"rejection", "Senior Analyst", "Dear Jo, there won't be an offer from us. Ida"},
	{"rejection", "Senior Analyst", "Dear Jo, I am afraid we will not be making you an offer. Ida"},
	{"rejection", "Senior Analyst", "Dear Jo, our preferred candidate has accepted. Ida"},
	{"rejection", "Bauingenieurin", "Hallo Jo, die Stelle haben wir jemand anderem gegeben. Ida"},
	{"rejection", "Bauingenieurin", "Hallo Jo, wir werden dir leider kein Angebot machen. Ida"},
	{"rejection", "Bauingenieurin", "Guten Tag, der Zuschlag ging an eine andere Bewerberin. Ida"},
	{"rejection", "Assistante", "Bonjour, le poste est revenu à une autre candidate. Ida"},
	{"rejection", "Assistante", "Bonjour, nous ne vous ferons malheureusement pas d'offre. Ida"},
	{"rejection", "Analista", "Hola, el puesto ha sido para otra persona. Ida"},
	{"rejection", "Analista", "Hola, lamentablemente no te vamos a hacer una oferta. Ida"},
	{"rejection", "Analist", "Hoi Jo, het aanbod is naar iemand anders gegaan. Ida"},
	{"rejection", "Analist", "Hoi Jo, we kunnen je helaas geen aanbod doen. Ida"},
	{"rejection", "Analist", "Hoi Jo, de functie gaat naar een andere kandidaat. Ida"},
	{"rejection", "Analyst", "Hi Jo, headquarters cut the post for good, so we are closing the Data Steward search. Sorry. Ida"},
	{"rejection", "Analyst", "Hi Jo, the position is off the table. Ida"},
	{"rejection", "Analystin", "Hallo Jo, die Stelle ist leider gestrichen worden. Ida"},
	{"rejection", "Analyste", "Bonjour Jo, le poste est finalement supprimé. Ida"},
	{"rejection", "Analista", "Hola Jo, la vacante ha sido cancelada. Ida"},
	{"rejection", "Analist", "Hoi Jo, de vacature is helaas van tafel. Ida"},
	{"!rejection holding", "Analyst", "Hi Jo, recruitment is paused for now. You are still our first choice. Ida"},
	{"!rejection", "Re: Analyst", "Hi Jo, no offer has been made yet, to you or anybody. Ida"},
	{"!rejection", "Re: Analyst", "Hi Jo, we will not make an offer before the board meets on Friday. Ida"},
	{"!rejection", "Re: Analyst", "Hi Jo, the Friday slot went to somebody else; can you do Monday? Ida"},
}

func TestScope(t *testing.T) {
	for _, table := range [][]reading{conditions, objects, offersGone, meant} {
		for _, c := range table {
			v := Read(mailOf("Subject: "+c.subject+"\r\n", c.text), Options{})
			if problem := c.differs(v); problem != "" {
				t.Errorf("%s, %q: %s (%.2f) %q", c.subject, c.text, problem, v.Confidence, v.Evidence)
			}
		}
	}
}

// differs says how a verdict is not what the reading wants.
func (c reading) differs(v Verdict) string {
	for want := range strings.FieldsSeq(c.want) {
		if not, ok := strings.CutPrefix(want, "!"); ok {
			if v.Kind == rules.MessageKind(not) && v.Confidence >= Sure {
				return string(v.Kind)
			}
		} else if !strings.Contains("|"+want+"|", "|"+string(v.Kind)+"|") {
			return string(v.Kind) + ", not " + want
		}
	}
	return ""
}

// wrapped are letters of one sentence or two, which mean the same at any width.
var wrapped = []reading{
	{"rejection", "Analyst", "Unfortunately, we will not be moving forward with your application for the Harbour Analyst position, and we wish you all the best."},
	{"rejection", "Analystin", "Leider haben wir uns nach reiflicher Überlegung für eine andere Bewerberin entschieden und können Ihnen die Stelle in unserer Hafenverwaltung nicht anbieten."},
	{"rejection", "Analyste", "Après un examen attentif, nous sommes au regret de vous informer que votre candidature au poste d'analyste n'a pas été retenue."},
	{"rejection", "Analista", "Lamentamos comunicarte que, tras valorar tu perfil con detenimiento, hemos decidido continuar con otros candidatos para el puesto de analista."},
	{"rejection", "Analist", "Helaas moeten we je laten weten dat we voor de functie van analist hebben gekozen voor een andere kandidaat met meer ervaring."},
	{"offer", "Analyst", "We are delighted to offer you the position of Harbour Analyst at our office in Kiel, starting on the first of February."},
}

// TestWidths: a letter says the same at whatever width its lines were wrapped.
func TestWidths(t *testing.T) {
	for _, c := range wrapped {
		for width := 16; width <= 80; width += 2 {
			text := "Hello,\n\n" + wrap(c.text, width) + "\n\nIda"
			v := Read(mailOf("Subject: "+c.subject+"\r\n", text), Options{})
			if problem := c.differs(v); problem != "" {
				t.Errorf("%d columns: %s (%.2f)\n%s", width, problem, v.Confidence, text)
			}
		}
	}
}

// wrap breaks a text into lines of width runes where words allow.
func wrap(s string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(s) {
		n := len([]rune(word))
		switch {
		case column == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// TestLinesOfTheirOwn: lines that were not wrapped do not become one sentence.
func TestLinesOfTheirOwn(t *testing.T) {
	for _, text := range []string{
		"Status\nNot a newsletter reader yet?\nSelected for you:\nTulips",
		"We no longer offer\n\nYour position on the ladder: 4",
	} {
		if v := Read(mailOf("Subject: News\r\n", text), Options{}); v.Kind == rules.MessageRejection || v.Kind == rules.MessageOffer {
			t.Errorf("%q: %s %q", text, v.Kind, v.Evidence)
		}
	}
}
