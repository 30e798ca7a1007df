package dates

import (
	"testing"
	"time"

	"afterword/rules"
)

// A sense is one of the three questions of a text, with its answer in short.
type sense struct{ lang, text, want string }

func ask(t *testing.T, question func(string, string, time.Time, *rules.Calendar) (rules.Date, string, bool), table []sense) {
	t.Helper()
	for _, c := range table {
		ref := berlin
		if c.lang == "en" {
			ref = newYork
		}
		d, words, ok := question(c.text, c.lang, ref, nil)
		if got := short(d); got != c.want || ok != (c.want != "") {
			t.Errorf("%s %q\n\tis %q (%q), want %q", c.lang, c.text, got, words, c.want)
		}
	}
}

func TestDecision(t *testing.T) {
	ask(t, Decision, []sense{
		{"en", "We will get back to you by the end of next week.", "11-27"},
		{"en", "You should hear from us early next week.", "11-25"},
		{"en", "We interviewed the last candidate on Nov 16 and will let you know by Nov 24.", "11-24"},
		{"en", "By Friday we'll have a decision for you.", "11-20"},
		{"en", "We hope to make a decision within 10 business days.", "12-02"},
		{"en", "The team needs another two weeks to decide.", "12-02"},
		{"en", "The process is taking longer than planned. We now expect to decide the week of December 7.", "12-11"},
		{"en", "Our hiring decision has been postponed until mid-January.", "2027-01-20"},
		{"en", "I'll circle back with you on Tuesday.", "11-24"},
		{"en", "I should have an update for you on or before Dec 4.", "12-04"},
		{"en", "We're aiming to finalize things after Thanksgiving.", "12-03"},
		{"en", "Feedback will follow no later than 12/4.", "12-04"},
		{"en", "You'll have an answer from me tomorrow.", "11-19"},
		{"en", "We'll update you on Wednesday, and the final decision comes by December 4.", "12-04"},
		{"en", "If you have not heard back within three weeks, please assume the role is filled.", "12-09"},
		{"en", "We need about two more weeks to complete the process.", "12-02"},
		{"en", "You'll hear by Thu, Dec 3.", "12-03"},
		{"en", "We should know more in about ten days.", "11-28"},
		{"en", "The board meets on 4 December and the appointment will be decided then.", "12-04"},
		{"en", "We are still talking to people until Tuesday. You will hear from me that day.", "11-24"},
		{"en", "I will let you know as soon as I can. It should be Friday.", "11-20"},
		{"en", "You will hear from us. Probably by Friday.", "11-20"},
		{"en", "Our CEO is travelling, so realistically it will be Monday, November 30 before I can get back to you.", "11-30"},
		{"en", "- debrief on Monday\n- we'll get back to every candidate by December 1", "12-01"},
		{"en", "We will be in touch. It was lovely to meet you on Monday.", ""},
		{"en", "We will be in touch. Have a great Thanksgiving!", ""},
		{"en", "Please let us know. It should be before Friday.", ""},
		{"en", "Thanks for the feedback. Friday works.", ""},
		{"en", "We will be in touch. Friday works.", ""},
		{"en", "We will be in touch. By Friday, I think.", "11-20"},
		{"en", "We regret to inform you today that the role is filled.", ""},
		{"en", "My manager is out until Nov 30.", ""},
		{"en", "Please let us know by Friday whether you accept.", ""},
		{"en", "Could you get back to us by Monday?", ""},
		{"en", "Are you free on Tuesday for a call?", ""},
		{"en", "Your interview is on Monday at 10:00.", ""},
		{"en", "We'll get back to you soon.", ""},
		{"en", "We will be in touch in the next few days.", ""},
		{"en", "Thank you for meeting us on Nov 16. We will be in touch.", ""},
		{"en", "We got back to you on Nov 3 with our decision.", ""},
		{"en", "Will we have a decision by Friday?", ""},
		{"en", "Our office will be closed next week.", ""},
		{"en", "We will let you know once we have met the remaining candidates.", ""},

		{"de", "Wir melden uns bis Ende nächster Woche bei Ihnen.", "11-27"},
		{"de", "Die Entscheidung fällt in KW 48.", "11-27"},
		{"de", "Sie erhalten spätestens am 4.12. eine Rückmeldung von uns.", "12-04"},
		{"de", "Wir bitten noch um etwas Geduld und kommen bis Mitte Dezember auf Sie zu.", "12-20"},
		{"de", "Bis Freitag geben wir Ihnen Bescheid.", "11-20"},
		{"de", "Bitte geben Sie uns bis Freitag Bescheid.", ""},
		{"de", "Haben Sie am Dienstag Zeit?", ""},
		{"de", "Wir melden uns zeitnah.", ""},
		{"de", "Wir melden uns bei Ihnen. Das wird voraussichtlich am Freitag sein.", "11-20"},
		{"nl", "We spreken nog twee mensen en laten het je uiterlijk eind volgende week weten.", "11-27"},
		{"fr", "Nous reviendrons vers vous. Ce sera sans doute vendredi.", "11-20"},
		{"de", "Wir führen noch Gespräche und werden uns bis Mittwoch nächster Woche bei Ihnen melden.", "11-25"},
		{"en", "We've had to push our decision back a week, to December 4.", "12-04"},
		{"nl", "We spreken deze week nog twee kandidaten en laten je uiterlijk woensdag iets weten.", "11-25"},
		{"fr", "Nous reviendrons vers vous d'ici vendredi.", "11-20"},
		{"fr", "Vous aurez une réponse de notre part sous quinzaine.", "12-02"},
		{"fr", "Notre décision sera prise la semaine prochaine.", "11-27"},
		{"fr", "Merci de nous donner votre réponse avant le 4 décembre.", ""},
		{"es", "Nos pondremos en contacto con usted a más tardar el 4 de diciembre.", "12-04"},
		{"es", "Tomaremos una decisión a finales de la próxima semana.", "11-27"},
		{"es", "Por favor, háganos saber su decisión antes del viernes.", ""},
		{"nl", "U hoort uiterlijk vrijdag van ons.", "11-20"},
		{"nl", "We nemen volgende week contact met je op.", "11-27"},
		{"nl", "Laat ons uiterlijk vrijdag weten of je het aanbod accepteert.", ""},
	})
}

func TestReturn(t *testing.T) {
	ask(t, Return, []sense{
		{"en", "I am out of the office until Nov 20 and back on Nov 23.", "11-23"},
		{"en", "I'm out of office through Friday.", "11-20"},
		{"en", "I am away until Monday, 23 November.", "11-23"},
		{"en", "I will be back in the office on Nov 30.", "11-30"},
		{"en", "I'm on annual leave, returning Monday.", "11-23"},
		{"en", "On leave from 16 November to 27 November with limited access to email.", "11-27"},
		{"en", "OOO 11/16 - 11/27. Back 11/30.", "11-30"},
		{"en", "I am on vacation this week.", "11-20"},
		{"en", "I return to work on 2026-12-01.", "12-01"},
		{"en", "I'll be out of office for a while.", ""},
		{"en", "I am out of the office for two weeks.", "12-02"},
		{"en", "We are closed until 3 January and reopen on 4 January.", "2027-01-04"},
		{"en", "Closed from 23 December to 3 January. We reopen on 4 January 2027.", "2027-01-04"},
		{"en", "I am on vacation and will answer within two days.", ""},
		{"de", "Ich bin für zwei Wochen im Urlaub.", "12-02"},
		{"fr", "Je suis en congés pour une semaine.", "11-25"},
		{"es", "Estoy de vacaciones durante dos semanas.", "12-02"},
		{"nl", "Ik ben drie weken met vakantie.", "12-09"},
		{"nl", "Ik ben afwezig tot en met 6 december. Vanaf maandag 7 december beantwoord ik uw mail.", "12-07"},
		{"en", "I'm out of the office until December.", "12-01"},
		{"en", "I'm out 11/16-11/27 and will respond when I can.", "11-27"},
		{"en", "I'm travelling until the end of the month. I will get back to you when I can.", "11-30"},
		{"de", "Ich bin bis einschließlich 20.11. abwesend und ab dem 23.11. wieder erreichbar.", "11-23"},
		{"de", "Ich bin vom 16.11.2026 bis 27.11.2026 im Urlaub.", "11-27"},
		{"de", "Am Montag, 30. November bin ich zurück.", "11-30"},
		{"fr", "Je suis absent du bureau jusqu'au 27 novembre inclus.", "11-27"},
		{"fr", "En congés du 16 au 27 novembre, je serai de retour le 30 novembre.", "11-30"},
		{"fr", "Je répondrai à votre message à mon retour le lundi 30/11.", "11-30"},
		{"es", "Estoy de vacaciones hasta el 27 de noviembre. Vuelvo el 30 de noviembre.", "11-30"},
		{"nl", "Ik ben afwezig tot en met 27 november.", "11-27"},
		{"nl", "Maandag 30 november ben ik weer aanwezig.", "11-30"},
	})
}

func TestRespond(t *testing.T) {
	ask(t, Respond, []sense{
		{"en", "Please let us know by Friday.", "11-20"},
		{"en", "This offer is valid until December 4, 2026.", "12-04"},
		{"en", "The offer expires on Nov 30 at 5pm.", "11-30"},
		{"en", "Please sign and return the letter no later than Nov 27. Your start date is January 4.", "11-27"},
		{"en", "We'd like your answer within five business days.", "11-25"},
		{"en", "We will get back to you by Friday.", ""},
		{"en", "You have until Friday to decide.", "11-20"},
		{"en", "The offer must be accepted by 5:00 PM EST on December 1, 2026.", "12-01"},
		{"en", "If you haven't heard from us by December 11, you have not been shortlisted.", ""},
		{"en", "You have 5 business days to accept this offer.", "11-25"},
		{"en", "Deadline to accept: Nov 27", "11-27"},
		{"de", "Wir bitten um Rückmeldung bis Freitag.", "11-20"},
		{"es", "El plazo para aceptar la oferta finaliza el 30 de noviembre.", "11-30"},
		{"en", "We are happy to offer you the job. Details to follow next week.", ""},
		{"en", "By Tuesday, please confirm whether you accept.", "11-24"},
		{"de", "Bitte geben Sie uns bis zum 4. Dezember Bescheid.", "12-04"},
		{"de", "Unser Angebot ist bis Freitag gültig.", "11-20"},
		{"fr", "Merci de nous faire part de votre décision avant le 4 décembre.", "12-03"},
		{"fr", "Cette offre est valable jusqu'au 4 décembre.", "12-04"},
		{"es", "La oferta es válida hasta el 4 de diciembre.", "12-04"},
		{"es", "Por favor, confirme su decisión antes del 4 de diciembre.", "12-03"},
		{"nl", "Laat ons uiterlijk vrijdag weten of je het aanbod accepteert.", "11-20"},
		{"nl", "Het aanbod is geldig tot 4 december.", "12-04"},
	})
}
