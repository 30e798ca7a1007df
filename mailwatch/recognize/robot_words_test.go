package recognize

import (
	"testing"

	"afterword/rules"
)

// inWords are what programs say without a header: who is away, who is gone, who is not
// always there, and that something was written down.
var inWords = []struct{ subject, text string }{
	{"Re: Question", "I am on annual leave until 9 March. For matters of interviews or contracts please write to people@nordwind.example. E-mails are not forwarded.\n\nIda Brandt\nHead of People and Culture\nNordwind Works"},
	{"Re: Question", "Hello,\n\nI'm away until 4 January and will answer after that. For the position of analyst, contact Ole Friis (ole@nordwind.example).\n\nKind regards\nIda Brandt"},
	{"Re: Question", "Thank you for your message. I work Mondays and Tuesdays only, so please allow a few days for a reply.\n\nIda Brandt (she/her)\nRecruiting Partner, part-time\nNordwind"},
	{"Re: Question", "I am now retired. This mailbox is no longer read; please write to people@nordwind.example about applications."},
	{"Re: Frage", "Guten Tag,\n\nich bin vom 1. bis 14. Februar im Resturlaub. Ihre E-Mail wird nicht weitergeleitet. Für Bewerbungen wenden Sie sich bitte an Ole Friis (ole@nordwind.example).\n\nMit freundlichen Grüßen\nIda Brandt"},
	{"Re: Frage", "Ich gehöre seit dem 1. Mai nicht mehr zur Firma Nordwind. Bitte wenden Sie sich an meinen Nachfolger Ole Friis."},
	{"Re: Frage", "Seit Januar bin ich in Rente. Nachrichten an dieses Postfach werden nicht gelesen. Wenden Sie sich bitte an ole@nordwind.example.\n\nFreundliche Grüße\nIda Brandt"},
	{"Re: Question", "Bonjour,\n\nJe suis en congé maternité jusqu'au 12 mai inclus. Pour toute candidature, merci d'écrire à ole@nordwind.example.\n\nBonne journée,\nIda Brandt\nChargée de recrutement et de formation"},
	{"Re: Question", "Je ne fais plus partie de Nordwind depuis le 1er mars. Pour les recrutements, veuillez joindre Ole Friis au 01 00 00 00."},
	{"Re: Pregunta", "Hola:\n\nEstoy de baja hasta el 3 de abril. Para las entrevistas, dirigíos a Ole Friis (ole@nordwind.example).\n\nUn saludo\nIda Brandt"},
	{"Re: Pregunta", "Ya no colaboro con Nordwind. Podéis escribir a ole@nordwind.example; a mí me encontraréis en la red de siempre."},
	{"Re: Vraag", "Dank voor uw bericht. Ik ben tot 1 april met ouderschapsverlof. Voor vacatures kunt u terecht bij Ole Friis.\n\nHartelijke groet,\nIda Brandt"},
	{"Re: Vraag", "Ik maak sinds 1 mei geen deel meer uit van Nordwind. Mail naar ole@nordwind.example."},
	{"Ticket 20417 has been opened", "Hello,\n\nyour request \"The link to my test is broken\" has been registered under the number 20417. A colleague will look at it in the order of arrival."},
	{"[#88121] Question", "We have received your message. Your case has been opened under number 88121. You can add to it by answering this e-mail."},
	{"Ihre Anfrage [NW-20417]", "Guten Tag,\n\nIhre Anfrage \"Test lässt sich nicht öffnen\" wurde unter der Nummer NW-20417 erfasst. Wir bearbeiten sie der Reihe nach."},
	{"Vorgang 20417", "Ihre Nachricht ist bei uns eingegangen. Vorgangsnummer: 20417. Bitte geben Sie sie bei Rückfragen an."},
	{"Votre demande 20417", "Bonjour,\n\nVotre demande « Impossible d'ouvrir le test » a bien été enregistrée sous le numéro 20417. Un conseiller la traitera dans les meilleurs délais."},
	{"Su consulta 20417", "Su consulta \"No se abre la prueba\" ha quedado registrada con el número 20417. Le responderemos por orden de llegada."},
	{"Melding 20417", "Uw vraag \"De test gaat niet open\" is geregistreerd onder nummer 20417. Een medewerker neemt de vraag in behandeling."},
}

func TestProgramsInWords(t *testing.T) {
	for _, c := range inWords {
		v := Read(mailOf("To: Sam Winter <sam@post.example>\r\nSubject: "+c.subject+"\r\n", c.text), Options{})
		if v.Kind != rules.MessageAutoReply || v.Person || len(v.Evidence) == 0 {
			t.Errorf("%s, %q: %s %.2f, person %v, evidence %v", c.subject, c.text, v.Kind, v.Confidence, v.Person, v.Evidence)
		}
	}
}

// TestPersonsBesideThem: a person says something that no program knows, also beside an
// absence or a number, and an application that was received is an acknowledgement.
func TestPersonsBesideThem(t *testing.T) {
	for _, c := range []struct{ subject, text string }{
		{"Re: Question", "I am on leave until Monday. About your interview please write to ole@nordwind.example, he has the papers."},
		{"Re: Question", "I'm away until Monday, and Ole liked your plan very much.\n\nIda"},
		{"Re: Frage", "Ich bin im Urlaub. Ihre Bewerbung liegt bei Ole Friis, schreiben Sie ihm bitte."},
		{"Re: Question", "Je suis en congé. Pour votre entretien, merci d'écrire à Ole, c'est lui qui vous recevra."},
		{"Re: Vraag", "Ik ben met verlof. Voor jouw gesprek kun je bij Ole terecht, hij weet ervan."},
		{"Re: Question", "Your message of 3 May was received, and I read your plan 4711 twice. I'll ask Ole."},
		{"Re: Question", "I no longer work with the team that you met.\n\nBut the plan of yours was\nshown to all of us\nand we liked it a lot."},
		{"Application 20417", "Thank you for applying. Your application has been received under number 20417."},
		{"Bewerbung NW-20417", "Vielen Dank für Ihre Bewerbung, sie ist unter der Nummer NW-20417 bei uns eingegangen."},
		{"Candidature 20417", "Votre candidature a bien été enregistrée sous le numéro 20417. Merci de votre intérêt."},
	} {
		if v := Read(mailOf("To: Sam Winter <sam@post.example>\r\nSubject: "+c.subject+"\r\n", c.text), Options{}); v.Kind == rules.MessageAutoReply {
			t.Errorf("%s, %q: %s %.2f, evidence %v", c.subject, c.text, v.Kind, v.Confidence, v.Evidence)
		}
	}
}
