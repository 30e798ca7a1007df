package robot

import (
	"strings"

	"afterword/mailwatch/recognize/find"
)

// Help desks. Their robots say that they wrote down what came in, and under which number.

// ticket are the words of a help desk's robot.
var ticket = find.NewGate("ticket above_this_line request case enquiry inquiry query anfrage demande solicitud consulta aanvraag verzoek vraag",
	`please type your reply above this line`, `reply above this line`, `\byour (?:request|ticket|case|enquiry|inquiry|query)\b[^.]{0,40}(?:#|no\.?|number|id)?[^.]{0,20}\b(?:has been|was) (?:received|created|opened|logged|registered|updated)`, `\b(?:ticket|case) (?:number|id|#|no)\b`, `\[ticket ?#?\d+`,
	`\bihre (?:anfrage|ticket)\b[^.]{0,60}(?:erhalten|eingegangen|erfasst)`, `\bvotre (?:demande|ticket)\b[^.]{0,60}(?:enregistrée?|reçue?|prise? en compte|créé)`, `\bsu (?:solicitud|ticket|consulta)\b[^.]{0,60}(?:recibid|registrad|cread)`, `\buw (?:aanvraag|verzoek|ticket|vraag)\b[^.]{0,60}(?:ontvangen|geregistreerd)`,
)

// logged are the words with which a robot says that it wrote down what came in. They are
// a person's too, who would not name a number beside them.
var logged = find.NewGate("ticket vorgang received registered logged opened created recorded queued assigned eröffnet erfasst registriert angelegt aufgenommen eingegangen erstellt enregistré reçu créé compte ouvert registrad recibid abiert abrimos cread abierto asignad geregistreerd ontvangen aangemaakt geopend",
	`\b(?:your|this|the) (?:support )?(?:request|ticket|case|enquiry|inquiry|query|question|message|e-?mail)\b.{0,100}\b(?:has been|was|is|have been) (?:successfully )?(?:received|created|opened|logged|registered|recorded|queued|assigned)\b`, `\b(?:ticket|case) .{0,40}\b(?:has been|was) (?:created|opened|logged|registered)\b`, `\bwe (?:have )?(?:opened|created|logged|registered) (?:a |the )?(?:new )?(?:ticket|case|request)\b`,
	`\b(?:wurde|haben wir|ist) (?:das|ein|der|unter dem) (?:neues |neuer |neuen )?(?:ticket|vorgang|fall)\b`, `\b(?:ihre|ihrer|deine|deiner) (?:anfrage|nachricht|e-?mail|mail|frage|meldung|mitteilung)\b.{0,100}\b(?:eröffnet|erfasst|registriert|angelegt|aufgenommen|eingegangen|erstellt)\b`, `\b(?:ticket|vorgang|fall)\b.{0,60}\b(?:eröffnet|erfasst|registriert|angelegt|erstellt)\b`,
	`\bvotre (?:demande|message|question|requête|ticket|courriel|e-?mail)\b.{0,100}\b(?:enregistrée?|reçue?|prise? en compte|créée?|ouverte?)(?:\PL|$)`, `\b(?:ticket|dossier)\b.{0,40}\b(?:a été|est) (?:créé|ouvert|enregistré)`,
	`\b(?:su|tu) (?:consulta|solicitud|mensaje|petición|pregunta|incidencia|correo)\b.{0,100}\b(?:registrad|recibid|cread|abiert|asignad)`, `\b(?:ticket|caso|incidencia)\b.{0,40}\b(?:ha sido|se ha|fue) (?:registrad|cread|abiert)`, `\bhemos (?:abierto|creado|registrado) (?:el |un |su |tu )?(?:nuevo )?(?:ticket|caso|incidencia)`,
	`\b(?:uw|je|jouw) (?:vraag|aanvraag|verzoek|bericht|melding|e-?mail|mail)\b.{0,100}\b(?:geregistreerd|ontvangen|aangemaakt|geopend|in behandeling)\b`, `\b(?:ticket|melding)\b.{0,40}\b(?:is|werd) (?:geregistreerd|aangemaakt|geopend)`,
)

// numbered matches the number under which something was written down.
var numbered = find.Lazy(`(?:#|\b(?:no\.?|nr\.?|number|nummer|numéro|n°|número|núm\.?|id|reference|referenz|référence|referencia|referentie|ticket|case|vorgang|fall|caso|dossier|request|melding|zaak)) ?:? ?#?\(?(?:[a-z]{1,6}-?)?\d{3,}|\(#?(?:[a-z]{1,6}-)?\d{3,}\)|\b[a-z]{2,6}-\d{3,}\b`)

// repeated matches what such a robot repeats of what came in.
var repeated = find.Lazy(`["“„«'‘][^"”“»'’\n]{1,150}["”“»'’]`)

// wroteDown returns the words with which a robot says under which number it wrote down what came
// in, "" where the text says anything that a person would. The reader's application that
// was received is no matter of a help desk.
func wroteDown(subject, text string) string {
	if len(text) > mostNote || !hasNumber(subject) && !hasNumber(text) || !logged.Has(text) || !numbered().MatchString(subject+"\n"+text) {
		return ""
	}
	text = repeated().ReplaceAllString(strings.Join(strings.Fields(text), " "), " ")
	said := logged.Find(text)
	if said == "" || tells.Match(text) || addressed().MatchString(said) {
		return ""
	}
	return said
}

// hasNumber reports whether a text has as many digits in a row as the number of a ticket.
func hasNumber(s string) bool {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			n = 0
		} else if n++; n == 3 {
			return true
		}
	}
	return false
}
