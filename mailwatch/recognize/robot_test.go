package recognize

import (
	"testing"

	"afterword/rules"
)

func mailOf(headers, body string) []byte {
	return []byte("From: Ida Brandt <ida@nordwind.example>\r\nTo: sam@post.example\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\n" + headers + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body)
}

func TestAutoReply(t *testing.T) {
	const away = "Thank you for your message. I am out of the office until Monday, 23 November. In urgent cases please write to Ole."
	for _, tt := range []struct {
		name, headers, body string
		want                bool
	}{
		{"rfc 3834", "Subject: Re: Following up\r\nAuto-Submitted: auto-replied\r\n", "I have received your mail.", true},
		{"rfc 3834 with vacation", "Subject: Following up\r\nAuto-Submitted: auto-replied (vacation)\r\n", away, true},
		{"exchange", "Subject: Automatic reply: Following up\r\nX-Auto-Response-Suppress: All\r\nAuto-Submitted: auto-generated\r\n", away, true},
		{"exchange de", "Subject: Automatische Antwort: Nachfrage\r\nX-Auto-Response-Suppress: All\r\n", "Ich bin bis zum 20.11. nicht im Büro.", true},
		{"gmail", "Subject: Away Re: Following up\r\nPrecedence: bulk\r\nX-Autoreply: yes\r\nAuto-Submitted: auto-replied\r\n", away, true},
		{"x-autorespond", "Subject: Re: Following up\r\nX-Autorespond: vacation\r\n", "See you in December.", true},
		{"precedence", "Subject: Re: Following up\r\nPrecedence: auto_reply\r\n", "See you in December.", true},
		{"words alone", "Subject: Re: Following up\r\n", away, true},
		{"subject alone", "Subject: Out of Office: Following up\r\n", "Back on Monday.", true},
		{"de", "Subject: Abwesenheitsnotiz: Nachfrage\r\n", "Sehr geehrte Damen und Herren, ich befinde mich derzeit im Urlaub und bin ab dem 23. November wieder erreichbar.", true},
		{"fr", "Subject: Réponse automatique : Suivi\r\n", "Bonjour, je suis absent du bureau jusqu'au 20 novembre.", true},
		{"es", "Subject: Respuesta automática: Seguimiento\r\n", "Estoy fuera de la oficina hasta el 20 de noviembre.", true},
		{"nl", "Subject: Automatisch antwoord: Vervolg\r\n", "Ik ben afwezig tot 20 november.", true},
		{"nl words", "Subject: Re: Vervolg\r\n", "Bedankt voor uw bericht. Ik ben tot en met 20 november niet op kantoor. Bij spoed kunt u contact opnemen met Ole.", true},
		{"fr words", "Subject: Re: Suivi\r\n", "Bonjour, merci pour votre message. Je suis actuellement en congés. En cas d'urgence, veuillez contacter Ole.", true},
		{"es words", "Subject: Re: Seguimiento\r\n", "Gracias por su mensaje. Estaré de vacaciones hasta el lunes. Si es urgente, puede contactar con Ole.", true},
		{"quotes our check-in", "Subject: Automatic reply: Following up\r\nAuto-Submitted: auto-replied\r\n", away + "\r\n\r\nOn Mon, 16 Nov 2026 at 08:00, Sam <sam@post.example> wrote:\r\n> Is there an update on the offer?", true},
		{"ticket", "Subject: [#4711] Following up\r\nAuto-Submitted: auto-generated\r\n", "Your request (4711) has been received and will be looked at by our staff.", true},
		{"answers an absence", "Subject: Re: Automatic reply: Following up\r\n", "Hi Sam, back at my desk. Can you talk on Thursday?\r\n\r\nOn Mon, Ida wrote:\r\n> I am out of the office until Monday", false},
		{"says it is a person", "Subject: Out of office\r\nAuto-Submitted: no\r\n", "I am out of the office until Monday, but reading mail. Please send me the references when you can. Thank you for your message.", false},
		{"mentions a holiday", "Subject: Re: Following up\r\n", "Hi Sam, the team is still deciding. I'm on vacation next week, so let me come back to you on the 30th.", false},
		{"a person before a holiday", "Subject: Re: Following up\r\n", "Thank you for your message. I am out of the office until Monday; the panel's decision on your application will follow that week.", false},
		{"notes", "Subject: Re: Following up\r\n", "I will be out of the office starting 16.11.2026 and will not return until 20.11.2026.", true},
		{"newsletter", "Subject: Vacation deals\r\nList-Unsubscribe: <mailto:x@shop.example>\r\n", "Are you out of the office until Monday? Book now.", false},
		{"plain", "Subject: Re: Following up\r\n", "Hi Sam, thanks for your patience. We are nearly there.", false},
	} {
		v := Read(mailOf(tt.headers, tt.body), Options{})
		if got := v.Kind == rules.MessageAutoReply; got != tt.want {
			t.Errorf("%s: %s %.2f %v", tt.name, v.Kind, v.Confidence, v.Evidence)
		}
		if tt.want && (v.Person || len(v.Evidence) == 0) {
			t.Errorf("%s: person %v, evidence %v", tt.name, v.Person, v.Evidence)
		}
	}
}

func TestReturnDate(t *testing.T) {
	v := Read(mailOf("Subject: Automatic reply: Following up\r\nAuto-Submitted: auto-replied\r\n", "I am out of the office and will be back on Monday, 23 November."), Options{})
	if v.ReturnDate != rules.NewDate(2026, 11, 23) {
		t.Errorf("return %s", v.ReturnDate)
	}
}
