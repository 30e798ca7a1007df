package recognize

import (
	"slices"
	"testing"

	"afterword/rules"
)

// nobody are receipts and notes of absence without a header that says so.
var nobody = []struct{ subject, text string }{
	{"Read: Question", "Your message\n\n   To: Ida Brandt\n   Subject: Question\n   Sent: Monday, November 16, 2026 9:02 AM\n\nwas read on Monday, November 16, 2026 9:30 AM."},
	{"Not read: Question", "Your message to Ida Brandt was deleted without being read on 16 November."},
	{"Gelesen: Frage", "Ihre Nachricht\n\nAn: Ida Brandt\nBetreff: Frage\n\nwurde am Montag, 16. November 2026 gelesen."},
	{"Lu : Question", "Votre message\n\nÀ : Ida Brandt\nObjet : Question\n\na été lu le lundi 16 novembre 2026."},
	{"Leído: Pregunta", "Su mensaje\n\nPara: Ida Brandt\nAsunto: Pregunta\n\nfue leído el 16/11/2026."},
	{"Niet gelezen: Vraag", "Uw bericht\n\nAan: Ida Brandt\nOnderwerp: Vraag\n\nis zonder te zijn gelezen verwijderd op 16-11-2026."},
	{"Delivered: Question", "Your message has been delivered to the following recipients:\n\nIda Brandt (ida@nordwind.example)"},
	{"Relayed: Question", "Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server:\n\nida@nordwind.example"},
	{"Re: Question", "Ida Brandt no longer works at Nordwind. Please write to Ole Friis instead."},
	{"Re: Question", "I have retired and this mailbox is no longer monitored."},
	{"Re: Question", "I work part-time, Monday to Wednesday. I will reply on my next working day."},
	{"Re: Frage", "Ich bin nicht mehr bei Nordwind tätig. Bitte wenden Sie sich an Ole Friis."},
	{"Re: Question", "Ida Brandt ne travaille plus chez Nordwind. Merci d'adresser vos messages à Ole Friis."},
	{"Re: Pregunta", "Ida Brandt ya no trabaja en Nordwind. Por favor, diríjase a Ole Friis."},
	{"Re: Vraag", "Ida Brandt is niet meer werkzaam bij Nordwind. U kunt contact opnemen met Ole Friis."},
	{"Re: Question", "I'm on parental leave until 1 March 2027. Ole Friis covers for me."},
}

func TestNobodyWrote(t *testing.T) {
	for _, c := range nobody {
		v := Read(mailOf("Subject: "+c.subject+"\r\n", c.text), Options{})
		if v.Kind != rules.MessageAutoReply || v.Person || len(v.Evidence) == 0 {
			t.Errorf("%s, %q: %s, person %v, evidence %v", c.subject, c.text, v.Kind, v.Person, v.Evidence)
		}
	}
	// The same from a mail system is no bounce.
	v := Read(mailOf("Subject: Delivered: Question\r\nReturn-Path: <>\r\nSender: postmaster@nordwind.example\r\n", nobody[6].text), Options{})
	if v.Kind != rules.MessageAutoReply {
		t.Errorf("a receipt from a mail system: %s", v.Kind)
	}
}

// TestSomebodyIsAway: who mentions an absence and says something else is a person.
func TestSomebodyIsAway(t *testing.T) {
	for _, text := range []string{
		"Hi, I'm away until Monday but saw your note and will speak to Ole then.",
		"I am out of the office until Thursday: Ole has your papers and will ring you. Thank you for your message.",
		"Guten Tag, ich bin im Urlaub, aber Ole hat Ihre Unterlagen. Ihre Nachricht habe ich gelesen.",
		"Bonjour, je suis absente cette semaine, mais Ole a votre dossier. Merci pour votre message.",
		"Hola, estoy de viaje hasta el viernes, pero Ole tiene tus papeles. Gracias por tu mensaje.",
		"Hoi, ik ben tot vrijdag afwezig, maar Ole heeft je stukken. Bedankt voor je bericht.",
		"Hallo Sam, ich bin bis Montag im Urlaub und melde mich nach meiner Rückkehr.",
	} {
		v := Read(append([]byte("To: Sam Winter <sam@post.example>\r\n"), mailOf("Subject: Re: Question\r\n", text)...), Options{})
		if v.Kind == rules.MessageAutoReply || !v.Person {
			t.Errorf("%q: %s, person %v, evidence %v", text, v.Kind, v.Person, v.Evidence)
		}
	}
}

// TestHeadersOfTools: what sales and recruiting tools put on a letter does not make a
// program of who typed it.
func TestHeadersOfTools(t *testing.T) {
	for header, person := range map[string]bool{
		"X-Auto-Response-Suppress: All\r\n":             true,
		"Return-Path: <>\r\n":                           true,
		"Feedback-Id: 1:tool\r\n":                       true,
		"List-Unsubscribe: <mailto:u@tool.example>\r\n": true,
		"Precedence: bulk\r\n":                          true,
		"Auto-Submitted: auto-generated\r\n":            false,
		"X-Autoreply: yes\r\n":                          false,
	} {
		v := Read(mailOf("Subject: Re: Question\r\nIn-Reply-To: <q@post.example>\r\n"+header, "Hi Sam, I passed it on to Ole, who leads the panel."), Options{})
		if v.Person != person {
			t.Errorf("%q: person %v, %s", header, v.Person, v.Kind)
		}
	}
}

// TestRecipientsApart: a report names for each recipient what happened, and only those
// for whom it is over have failed.
func TestRecipientsApart(t *testing.T) {
	report := func(actions ...string) []byte {
		s := "From: MAILER-DAEMON@post.example\nSubject: x\nTo: sam@post.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; post.example\n"
		for i, a := range actions {
			s += "\nFinal-Recipient: rfc822; " + string(rune('a'+i)) + "@nordwind.example\nAction: " + a + "\n"
		}
		return []byte(s + "--b--\n")
	}
	for _, c := range []struct {
		actions   []string
		kind      rules.MessageKind
		failed    []string
		temporary bool
	}{
		{[]string{"delayed", "failed"}, rules.MessageBounce, []string{"b@nordwind.example"}, false},
		{[]string{"failed", "relayed", "expanded"}, rules.MessageBounce, []string{"a@nordwind.example"}, false},
		{[]string{"delayed", "delivered"}, rules.MessageBounce, []string{"a@nordwind.example"}, true},
		{[]string{"relayed"}, rules.MessageAutoReply, nil, false},
		{[]string{"delivered", "expanded"}, rules.MessageAutoReply, nil, false},
	} {
		v := Read(report(c.actions...), Options{})
		if v.Kind != c.kind || !slices.Equal(v.FailedRecipients, c.failed) || v.Temporary != c.temporary {
			t.Errorf("%v: %s %v, temporary %v", c.actions, v.Kind, v.FailedRecipients, v.Temporary)
		}
	}
}
