package note

import "strings"

// A lexicon is how somebody steers in one language. All languages are read at once: who
// is asked in German may answer "yes".
//
// Phrases are folded as wordsOf cuts them ("didn t come"). A phrase of one word counts at
// the beginning of what is said, a longer one anywhere in it.
type lexicon struct {
	yes, no, stop, snooze, noShow, notHeld, moved []string
	labels                                        map[Field][]string // what people write before a colon
	closings                                      []string           // below a letter, and what is said above one
}

var lexicons = []lexicon{english, german, french, spanish, dutch}

var english = lexicon{
	yes:     list("yes|yep|yeah|yup|correct|right|ok|okay|sure|confirmed|exactly|y|yes it is|that s right|it took place|it did|it did take place|took place|as planned|it happened|all good"),
	no:      list("no|nope|nah|n|wrong|false|spam|not an interview|not an interview of mine|no interview|isn t an interview|is not an interview|not for me|not mine|isn t mine|not my interview|ignore it|ignore this|dismiss|not interested"),
	stop:    list("stop|stop it|stop this|stop asking|please stop|leave it alone|leave me alone|never again|unsubscribe|don t ask again|do not ask again|forget it|i withdrew|i have withdrawn|i ve withdrawn"),
	snooze:  list("snooze|later|not now|remind me|ask me|ask again|ask later|maybe later|not yet|postpone asking"),
	noShow:  list("no show|noshow|they did not come|they didn t come|did not come|didn t come|nobody came|no one came|noone came|nobody showed|no one showed|nobody showed up|nobody joined|no one joined|nobody was there|no one was there|did not show|didn t show|did not show up|didn t show up|never showed|never showed up|never came|never joined|did not join|didn t join|they did not turn up|they didn t turn up|did not turn up|didn t turn up|nobody turned up|stood me up"),
	notHeld: list("cancelled|canceled|was cancelled|was canceled|got cancelled|got canceled|it s cancelled|it s canceled|is cancelled|is canceled|been cancelled|been canceled|they cancelled|they canceled|called off|called it off|did not take place|didn t take place|did not happen|didn t happen|i cancelled|i canceled"),
	moved:   list("moved|postponed|rescheduled|was moved|got moved|is moved|been moved|they moved|it moved|we moved|was postponed|got postponed|is postponed|been postponed|they postponed|was rescheduled|got rescheduled|been rescheduled|they rescheduled|we rescheduled|pushed back|put off"),
	labels: map[Field][]string{
		Company: list("company|employer|the company"), Role: list("role|position|job|title|the role"), When: list("when|time|start|starts|date and time"),
		People: list("with|interviewers|interviewer|people|who"), Decision: list("they decide by|decide by|decision|decision by|they decide|deadline|answer by"),
		Because: list("because|why|why it matters|reason"), OwnWork: list("own work|my own work|my work|it reminds me of|reminds me of|it reminds me|my experience"),
		Topic: list("topic|topics|what stayed|both|all|everybody|we talked about|talked about"), Took: list("took place|did it take place"),
	},
	closings: list("hi|hello|hey|dear afterword|thanks|thank you|many thanks|thanks a lot|cheers|best|best regards|regards|kind regards|best wishes|all the best|sincerely|talk soon|x"),
}

var german = lexicon{
	yes:     list("ja|jawohl|genau|stimmt|richtig|passt|korrekt|jep|jo|klar|ja genau|das stimmt|ja hat es|es hat stattgefunden|hat stattgefunden|wie geplant"),
	no:      list("nein|nee|nö|falsch|kein vorstellungsgespräch|kein gespräch|das ist keins|das ist keines|ist keins|nichts für mich|nicht meins|nicht von mir|kein interesse|ist nicht meins"),
	stop:    list("stopp|aufhören|hör auf|hören sie auf|lass es|lass gut sein|in ruhe lassen|nie wieder|nicht mehr fragen|frag nicht mehr|ich habe zurückgezogen|ich bin raus"),
	snooze:  list("später|jetzt nicht|noch nicht|erinnere mich|erinner mich|frag mich|frag später|frag nochmal|frag noch einmal"),
	noShow:  list("niemand kam|keiner kam|niemand ist gekommen|es kam niemand|es kam keiner|es ist niemand gekommen|niemand war da|keiner war da|niemand da|sie kamen nicht|sie sind nicht gekommen|sie ist nicht gekommen|er ist nicht gekommen|kam nicht|nicht gekommen|nicht erschienen|nicht aufgetaucht|niemand erschienen|niemand ist erschienen|haben mich versetzt"),
	notHeld: list("abgesagt|ausgefallen|entfallen|fiel aus|ist ausgefallen|wurde abgesagt|sie haben abgesagt|nicht stattgefunden|fand nicht statt|findet nicht statt|hat nicht stattgefunden|ich habe abgesagt"),
	moved:   list("verschoben|verlegt|wurde verschoben|ist verschoben|wurde verlegt|haben verschoben|haben es verschoben|neuer termin|auf einen anderen tag"),
	labels: map[Field][]string{
		Company: list("firma|unternehmen|arbeitgeber"), Role: list("stelle|rolle|position"), When: list("wann|uhrzeit|zeit|beginn|termin"), People: list("mit|gesprächspartner|interviewer|wer"),
		Decision: list("sie entscheiden bis|entscheidung|entscheiden bis|entscheidung bis|frist"), Because: list("weil|warum|grund"),
		OwnWork: list("eigene arbeit|meine arbeit|das erinnert mich an|erinnert mich an|es erinnert mich an"), Topic: list("thema|themen|beide|alle|wir sprachen über"), Took: list("stattgefunden|hat es stattgefunden"),
	},
	closings: list("hallo|moin|servus|guten tag|danke|vielen dank|dankeschön|gruß|grüße|viele grüße|liebe grüße|beste grüße|mit freundlichen grüßen|lg|vg|mfg|bis dann"),
}

var french = lexicon{
	yes:     list("oui|exact|exactement|ouais|correct|d accord|c est ça|c est bien ça|c est exact|c est bon|il a eu lieu|il a bien eu lieu|a eu lieu|bien sûr|comme prévu"),
	no:      list("non|faux|pas un entretien|ce n est pas un entretien|pas pour moi|ce n est pas le mien|pas le mien|pas à moi|pas intéressé|pas intéressée|ça ne m intéresse pas"),
	stop:    list("stop|arrête|arrêtez|arrêter|laisse tomber|laissez tomber|plus jamais|ne demande plus|ne demandez plus|ne me demande plus|ne me demandez plus"),
	snooze:  list("plus tard|pas maintenant|pas encore|rappelle moi|rappelez moi|redemande|redemandez|redemande moi|redemandez moi"),
	noShow:  list("personne n est venu|personne n est venue|personne n était là|personne ne s est présenté|ils ne sont pas venus|elles ne sont pas venues|il n est pas venu|elle n est pas venue|n est pas venu|n est pas venue|ne sont pas venus|ils ne se sont pas présentés|personne"),
	notHeld: list("annulé|annulée|a été annulé|est annulé|ils ont annulé|n a pas eu lieu|pas eu lieu|j ai annulé"),
	moved:   list("déplacé|reporté|décalé|repoussé|a été déplacé|est déplacé|a été reporté|est reporté|a été décalé|est décalé|a été repoussé|ils ont reporté|ils ont déplacé|ils ont décalé"),
	labels: map[Field][]string{
		Company: list("entreprise|société|employeur"), Role: list("poste|rôle|fonction"), When: list("quand|heure|début|horaire"), People: list("avec|interlocuteurs|interlocuteur|qui"),
		Decision: list("ils décident avant le|ils décident|décision|décision avant le|délai"), Because: list("parce que|pourquoi|car"), OwnWork: list("mon travail|cela me rappelle|ça me rappelle|mon expérience"),
		Topic: list("sujet|sujets|thème|les deux|tous"), Took: list("a t il eu lieu"),
	},
	closings: list("bonjour|salut|merci|merci beaucoup|merci bien|cordialement|bien cordialement|bien à vous|à bientôt|bonne journée|bises"),
}

var spanish = lexicon{
	yes:     list("sí|si|correcto|exacto|vale|claro|así es|sí lo es|de acuerdo|tuvo lugar|sí tuvo lugar|como estaba previsto"),
	no:      list("no|falso|no es una entrevista|no es entrevista|ninguna entrevista|no es para mí|no es mía|no es mío|no es lo mío|no me interesa"),
	stop:    list("basta|alto|para|parar|detener|déjalo|déjame en paz|nunca más|no preguntes más|no me preguntes más"),
	snooze:  list("más tarde|luego|ahora no|todavía no|aún no|recuérdame|recuérdamelo|pregúntame|vuelve a preguntar"),
	noShow:  list("no vino nadie|nadie vino|no vinieron|no vino|no se presentaron|no se presentó|no se presentó nadie|no aparecieron|no apareció|no apareció nadie|nadie apareció|no había nadie|me dejaron plantado|me dejaron plantada"),
	notHeld: list("cancelada|cancelado|fue cancelada|está cancelada|se canceló|la cancelaron|cancelaron|no tuvo lugar|no se hizo|no se celebró|anulada|la cancelé"),
	moved:   list("aplazada|aplazado|cambiada|movida|pospuesta|fue aplazada|está aplazada|se aplazó|la aplazaron|la cambiaron|se cambió|se movió|la movieron|se pospuso|la pospusieron|reprogramada|se reprogramó"),
	labels: map[Field][]string{
		Company: list("empresa|compañía"), Role: list("puesto|cargo|rol"), When: list("cuándo|cuando|hora|inicio"), People: list("con|entrevistadores|entrevistador|entrevistadora|quién"),
		Decision: list("deciden antes del|deciden|decisión|decisión antes del|plazo"), Because: list("porque|por qué|motivo"), OwnWork: list("mi trabajo|me recuerda a|mi experiencia"),
		Topic: list("tema|temas|ambos|todos"), Took: list("tuvo lugar"),
	},
	closings: list("hola|buenos días|gracias|muchas gracias|mil gracias|saludos|un saludo|un abrazo|atentamente|hasta luego"),
}

var dutch = lexicon{
	yes:     list("ja|jep|klopt|juist|inderdaad|akkoord|oké|goed|dat klopt|ja hoor|het ging door|is doorgegaan|zoals gepland"),
	no:      list("nee|neen|fout|geen sollicitatiegesprek|geen gesprek|is er geen|niet voor mij|niet van mij|geen interesse|niets voor mij"),
	stop:    list("hou op|houd op|stoppen|laat maar|laat het rusten|nooit meer|vraag niet meer|niet meer vragen"),
	snooze:  list("nu niet|nog niet|herinner me|herinner mij|vraag me|vraag later|vraag het later|vraag nog eens"),
	noShow:  list("er kwam niemand|niemand kwam|er was niemand|ze kwamen niet|zij kwamen niet|hij kwam niet|zij kwam niet|ze kwam niet|niet komen opdagen|kwamen niet opdagen|kwam niet opdagen|niemand kwam opdagen|niet verschenen|niet op komen dagen"),
	notHeld: list("afgezegd|geannuleerd|afgelast|ging niet door|gaat niet door|is niet doorgegaan|niet doorgegaan|is afgezegd|werd afgezegd|is geannuleerd|werd geannuleerd|niet plaatsgevonden"),
	moved:   list("verzet|verplaatst|uitgesteld|verschoven|is verzet|werd verzet|is verplaatst|werd verplaatst|is uitgesteld|werd uitgesteld|hebben het verzet|hebben het verplaatst"),
	labels: map[Field][]string{
		Company: list("bedrijf|werkgever"), Role: list("functie|rol|vacature"), When: list("wanneer|tijd|tijdstip|begin"), People: list("met|gesprekspartners|gesprekspartner|wie"),
		Decision: list("ze beslissen uiterlijk|ze beslissen|beslissing|besluit|beslissen uiterlijk|uiterlijk"), Because: list("omdat|waarom|reden"), OwnWork: list("eigen werk|mijn werk|het doet me denken aan|doet me denken aan"),
		Topic: list("onderwerp|onderwerpen|beiden|allemaal"), Took: list("is het doorgegaan"),
	},
	closings: list("hoi|hallo|dag|dank|bedankt|dank je|dankjewel|dank u|groet|groeten|groetjes|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|mvg|tot dan"),
}

// list parts phrases.
func list(s string) []string { return strings.Split(s, "|") }

// closing are the lines that are said above and below a letter.
var closing = func() map[string]bool {
	all := map[string]bool{}
	for _, l := range lexicons {
		for _, c := range l.closings {
			all[c] = true
		}
	}
	return all
}()

// labels are what people write before a colon, by its words.
var labels = func() map[string]Field {
	all := map[string]Field{}
	for _, l := range lexicons {
		for field, words := range l.labels {
			for _, w := range words {
				all[w] = field
			}
		}
	}
	return all
}()
