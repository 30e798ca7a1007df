package robot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// Notes of absence that no header gives away. A person writes "I am on holiday" too, and
// then something that a program does not know: what he was asked, whom he will ask, the
// name of whom he writes to. So such a note is one only where nothing else is said.

// gone are the words of who will not come back to this address, or is not always there.
var gone = find.NewGate("no_longer any_longer has_left have_left i_left retired retirement moved_to moved_on changed left_the part-time part_time i_work working_days working_hours arbeite nicht_mehr verlassen ruhestand rente gewechselt teilzeit arbeitstage pension gehöre_ gehört_ nicht_länger plus quitté retraite temps_partiel travaille changé ya_no dejado jubila jornada trabajo cambiado niet_meer geen_deel langer vertrokken pensioen parttime werkdagen werk deeltijd",
	`\b(?:is|am|are) no longer (?:employed|working|work(?:s|ing)?|with (?:the |our |us)?|at|part of|a member|in (?:this|that|the) (?:role|position|team)|with)\b`, `\bno longer (?:works?|at|with) `, `\b(?:has|have) (?:now |recently )?(?:left|retired|departed)\b`, `\b(?:has|have) (?:now |recently )?moved (?:on|to (?:a|an|the|another) (?:\w+ ){0,2}(?:role|position|team|department|company|office))\b`, `\bi (?:left|retired|now work for)\b`, `\b(?:am|i['’]m|is) (?:now |happily )?(?:retired|in retirement)\b`, `\bthis (?:e-?mail |mail )?(?:address|mailbox|account|inbox) is (?:no longer|not) (?:in use|active|used|monitored|valid|read|checked|attended)`, `\bi (?:only |currently )?work (?:part[- ]time|(?:on )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b|\w+ days (?:a|per) week)`, `\bmy working (?:days|hours|week) (?:are|is)\b`,
	`\b(?:ist|bin|arbeitet|arbeite)\b[^.!?]{0,60}\bnicht (?:mehr|länger) (?:bei|für|im|in|tätig|beschäftigt|unter|erreichbar)`, `\b(?:hat|habe)\b[^.!?]{0,40}\b(?:unternehmen|firma|haus)\b[^.!?]{0,20}\bverlassen`, `\b(?:bin|ist|befinde|befindet|genieße)\b[^.!?]{0,40}\b(?:in|im|in den|in der) (?:ruhestand|rente|pension)\b`, `\bgehör(?:e|t)\b[^.!?]{0,40}\bnicht (?:mehr|länger) (?:zu[rm]?|dem|an)\b`, `\bnicht (?:mehr|länger) teil (?:des|der|von)\b`, `\bdiese (?:e-?mail-?|mail-?)?adresse\b[^.!?]{0,30}\bnicht mehr\b`, `\bdieses postfach\b[^.!?]{0,40}\bnicht (?:mehr )?(?:gelesen|betreut|genutzt|aktiv)`, `\bich arbeite (?:in teilzeit|teilzeit|(?:nur |immer )?(?:von |am )?(?:montag|dienstag|mittwoch|donnerstag|freitag)s?)`, `\bmeine arbeitstage sind\b`,
	`\bne (?:fait|fais|travaille|travaillons)\b[^.!?]{0,10} plus\b[^.!?]{0,40}`, `\b(?:a|ai) quitté (?:la société|l['’]entreprise|ses fonctions|mes fonctions|notre|le groupe|\w+)`, `\b(?:suis|est|parti|partie|pris|prend)\b[^.!?]{0,20}(?:à la|\bma|\bsa|\ben) retraite`, `\bcette (?:adresse|boîte|messagerie)\b[^.!?]{0,40}\b(?:n['’]est plus|ne sera plus)`, `\bje travaille (?:à temps partiel|(?:du|le|les) (?:lundi|mardi|mercredi|jeudi|vendredi))`,
	`\bya no (?:trabaj[ao]|forma|formo|est(?:á|oy)|pertenece|pertenezco|colabor[ao])`, `\b(?:ha|he) dejado (?:la empresa|la compañía|de trabajar|mi puesto|su puesto)`, `\b(?:me he|se ha) jubilado`, `\besta (?:dirección|cuenta|casilla)\b[^.!?]{0,30}\b(?:ya no|no está)`, `\btrabajo (?:a tiempo parcial|a jornada parcial|de (?:lunes|martes|miércoles|jueves)|los (?:lunes|martes|miércoles|jueves|viernes))`,
	`\b(?:is|ben|werkt?|werk)\b[^.!?]{0,40}\bniet (?:meer|langer) (?:werkzaam|in dienst|bij|voor|actief)`, `\b(?:heeft|heb)\b[^.!?]{0,40}\b(?:organisatie|bedrijf|dienst)\b[^.!?]{0,20}\bverlaten`, `\b(?:ben|is)\b[^.!?]{0,40}\bmet pensioen`, `\bmaa?kt?\b[^.!?]{0,40}\b(?:niet|geen)\b[^.!?]{0,20}\b(?:meer|langer) (?:deel )?uit\b`, `\b(?:dit|deze) (?:e-?mail)?(?:adres|mailbox|postvak)\b[^.!?]{0,30}\bniet (?:meer|langer)`, `\bik werk (?:parttime|in deeltijd|(?:alleen )?(?:van |op )?(?:maandag|dinsdag|woensdag|donderdag|vrijdag))`, `\bmijn werkdagen zijn\b`,
)

// noticed is what a sentence of such a note says besides the absence: thanks, when its
// writer is back and answers, whom to ask instead, that nothing is passed on.
var noticed = find.Lazy(strings.Join([]string{
	`\bthank(?:s| you)\b[^.!?]{0,20}\b(?:for|your)\b`, `\b(?:urgent|emergency|immediate|cannot wait|can['’]?t wait|pressing|in (?:my|his|her) absence|instead|from now on|alternatively|otherwise|meanwhile|in the meantime)\b`, `\bplease (?:contact|call|ring|phone|e-?mail|write|direct|send|forward|reach|get in touch|address|use|note|bear|be aware|allow|expect)\b`, `\b(?:return|back|returning)\b`, `\b(?:access|respon(?:d|se)|reply|replies|get back|delay|delayed|forwarded|monitored|checked|read)\b`, `\b(?:will|shall|to|not|can|may) answer\b`, `\b(?:i will|i['’]ll|she will|he will) (?:be )?(?:out|away|absent|off|unavailable)`, `\b(?:working|office|business) (?:days?|hours?)\b`, `\b(?:outside|days|hours)\b`, `\b(?:best|kind|warm|many) (?:wishes|regards)`, `\b(?:colleague|successor|replaced|took over|takes over|covers? for|covering for|stands? in for|standing in for)`, `\bauto(?:matic|mated|matically|-?reply)`,
	`\b(?:dank|danke|dringend|notfall|vertretung|vertritt|wenden sie|wende dich|wendet euch|kontaktier|ihre (?:e-?mail|nachricht|anfrage|mail)|deine (?:e-?mail|nachricht)|rückkehr|wieder (?:da|zurück|erreichbar|im büro|für)|zurück|weitergeleitet|beantworte|antworte|antwort|melde|gelesen|bearbeitet|nachfolge|künftig|erreichen sie|schreiben sie|automatisch|zugriff)`,
	`(?:\bmerci|\burgen|\bcas d|veuillez|vous pouvez|adresser|contacter|joindre|écri(?:re|vez)|trouver|\bretour\b|répond|transféré|transmis|\blu\b|désormais|remplac|accès|automatique)`,
	`(?:\bgracias|\burgent|\burgencia|contact|diríjase|dirij|dirig|escrib|encontrar|encuentr|regres|vuelta|vuelvo|respond|contest|reenviad|leíd|adelante|acceso|automátic)`,
	`(?:\bbedankt|\bdank|\bdringend|\bspoed|contact|neem|terug|beantwoord|reageer|doorgestuurd|gelezen|voortaan|mailen|richten|toegang|automatisch|bereikbaar|\bdagen|lees ik|mail naar|terecht\b|vinden)`,
	`^\s*(?:(?:with |mit |met |avec )?(?:best|kind|kindest|warm|many|freundlichen?|besten?|vielen?|herzlichen?|lieben?|vriendelijke|hartelijke) (?:wishes|regards|gr(?:ü|ue)(?:ß|ss)en?|groet(?:en|jes)?)|sincerely|yours|cordialement|bien (?:à vous|cordialement)|bonne (?:journée|soirée|semaine)|(?:un |cordial(?:es)? |atento )?saludos?|atentamente|groet(?:en|jes)?)\b`,
}, "|"))

// tells are what only a person says: that he read the letter, saw to something or will.
var tells = find.NewGate("got_your read_your saw_your seen_your find_out where_we where_things check_with speak_to speak_with talk_to talk_with chase ask_ look_into writing_from replying_from answering_from on_my_phone gelesen gesehen kläre frage_ spreche rede hake schreibe_ihnen aus_dem lu_votre vu_votre lu_ton reçu_votre je_vois je_parle je_demande vous_réponds du_train leído_su leído_tu visto_tu visto_su he_leído he_visto hablo hablaré preguntar pregunto desde_el zag_je zag_uw las_je gelezen gezien spreek vraag_ik bel_ik navraag",
	`\b(?:got|read|saw|seen) your\b`, `\b(?:i['’]ll|i will|i can|let me|and|to) (?:find out|check with|chase|ask|look into|speak (?:to|with)|talk (?:to|with)|see (?:where|what|if)|push|nudge|follow up)\b`, `\bwhere (?:we|things) (?:stand|are)\b`, `\b(?:writing|replying|answering|typing)\b[^.!?]{0,12} from\b`, `\bon my phone\b`,
	`\b(?:habe|hab)\b[^.!?]{0,60}\b(?:gelesen|gesehen|erhalten)\b`, `\b(?:kläre|frage|spreche|rede|hake)\b[^.!?]{0,40}\b(?:mit|bei|nach|ab|ihn|sie|das|den|die)\b`, `\bschreibe (?:ihnen|dir)\b[^.!?]{0,10}\b(?:aus|vom)\b`,
	`\b(?:lu|vu|reçu) (?:votre|ton|vos)\b`, `\bje (?:vois|verrai|parle|parlerai|demande|demanderai|relance|relancerai)\b`, `\b(?:vous|te) répond[s]? (?:du|de|depuis)\b`,
	`\b(?:he )?(?:leído|visto|recibido) (?:tu|su)\b`, `\b(?:hablo|hablaré|pregunto|preguntaré|consulto|consultaré)(?:\PL|$)`, `\b(?:te|le) (?:escribo|respondo) desde\b`,
	`\b(?:zag|las|kreeg) (?:je|uw|jouw)\b`, `\b(?:je|uw|jouw) (?:bericht|mail|e-?mail)\b[^.!?]{0,20}\b(?:gelezen|gezien|ontvangen)\b`, `\b(?:spreek|vraag|overleg|bel) ik\b`, `\b(?:doe|vraag)\b[^.!?]{0,10}\bnavraag\b`,
)

// absent returns the words of an absence in a text in lower case that says nothing else,
// "" where it does; said are those that stand in it.
func absent(l Letter, text, said string) string {
	if len(text) > mostNote {
		return ""
	}
	words := said
	if undotted := undotted(text); undotted != text {
		text, words = undotted, away.Find(undotted)
	}
	if words == "" {
		words = gone.Find(text)
	}
	if words == "" || strings.Index(text, words) > 300 {
		return ""
	}
	if tells.Match(text) || greetsBy(l, text) {
		return ""
	}
	for _, s := range strings.FieldsFunc(ends.Replace(plain(text, l.Text)), func(r rune) bool { return strings.ContainsRune(".!?;", r) }) {
		if find.Contains(s, matters) && (!directs().MatchString(s) || addressed().MatchString(s)) {
			return ""
		}
		for i, clause := range strings.Split(turns.Replace(s), "\n\n") {
			if (i > 0 || len(strings.Fields(clause)) > fewWords) && !away.Match(clause) && !gone.Match(clause) && !noticed().MatchString(clause) {
				return ""
			}
		}
	}
	return words
}

// directs are the words of a sentence that says where else to turn: "For interviews please
// write to Ole". What it names there is everybody's matter.
var directs = find.Lazy(`@|\b(?:please|kindly) (?:contact|call|ring|phone|e-?mail|write|direct|send|forward|reach|get in touch|address|speak)|\b(?:wende|wenden|kontaktier|schreib|melden? sie sich|merci d|veuillez|contact|écri|adress|dirij|dirig|escrib|terecht|mail(?:en|t)? naar|neem)`)

// addressed are the words of a sentence that speaks of the reader's own matter.
var addressed = find.Lazy(`\b(?:your|ihre?[rnms]?|deine?[rnms]?|votre|vos|ton|ta|tu|su|je|jouw|uw) (?:\pL+ ){0,2}(?:` + strings.Join(own, "|") + `)`)

// own are the matters of an application without their articles.
var own = []string{"application", "interview", "offer", "position", "role", "bewerbung", "vorstellungsgespräch", "gespräch", "stelle", "candidature", "entretien", "poste", "candidatura", "entrevista", "puesto", "sollicitatie", "gesprek", "functie"}

// plain is a note without its greeting, the dots of addresses, and the lines of a signature.
func plain(text, written string) string {
	if line, rest, ok := strings.Cut(text, "\n"); ok && len(strings.Fields(line)) <= mostTitle && strings.ContainsAny(line[max(0, len(line)-1):], ",:") {
		text = rest
	}
	if n := signature(written); n > 0 {
		if i := strings.LastIndex(text, "\n\n"); i >= 0 {
			text = text[:i]
		}
	}
	return addresses().ReplaceAllString(text, "@")
}

// signature returns how many lines of a name, a title and the like end a text.
func signature(text string) int {
	text = strings.TrimSpace(text)
	i := strings.LastIndex(text, "\n\n")
	if i < 0 {
		return 0
	}
	lines := strings.Split(text[i+2:], "\n")
	for _, line := range lines {
		first, _ := utf8.DecodeRuneInString(line)
		if len(strings.Fields(line)) > mostTitle || strings.ContainsAny(line, "!?;") || strings.HasSuffix(line, ".") || !unicode.IsUpper(first) {
			return 0
		}
	}
	if len(lines) < 2 {
		return 0
	}
	return len(lines)
}

// mostTitle is how many words a line of a signature, or a greeting, has at the most.
const mostTitle = 6

var addresses = find.Lazy(`\S+@\S+`)

// undotted is a text without the dots behind its numbers, which end no sentence: "on 4.
// May".
func undotted(text string) string {
	var b strings.Builder
	done := 0
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '.' && '0' <= text[i-1] && text[i-1] <= '9' && strings.IndexByte(" \t\n\f\r", text[i+1]) >= 0 {
			b.WriteString(text[done:i])
			b.WriteByte(' ')
			done = i + 2
		}
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}

// mostNote is how long such a note is at the most, in bytes.
const mostNote = 1000

// ends marks where a sentence ends without a full stop.
var ends = strings.NewReplacer("\n\n", ".", ": ", ".")

// turns marks where a sentence turns to something else: "I am away, but Ole has your
// papers".
var turns = strings.NewReplacer(", and ", "\n\n", ", und ", "\n\n", ", et ", "\n\n", ", y ", "\n\n", ", en ", "\n\n", ", but ", "\n\n", ", so ", "\n\n", " aber ", "\n\n", ", sondern ", "\n\n", ", mais ", "\n\n", ", pero ", "\n\n", ", maar ", "\n\n", " – ", "\n\n")

// fewWords is how long what is no sentence may be: a greeting, a name, a number.
const fewWords = 4

// greetsBy reports whether the text begins by greeting its reader by his name, which
// programs seldom know.
func greetsBy(l Letter, text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	greeting := strings.FieldsFunc(mail.FirstBytes(line, 60), func(r rune) bool { return strings.ContainsRune(" ,.!:;", r) })
	greeting = greeting[:min(len(greeting), 5)]
	for _, to := range l.To {
		for _, name := range strings.Fields(strings.ToLower(to.Name)) {
			for i, word := range greeting {
				if i > 0 && word == name && len(name) > 1 {
					return true
				}
			}
		}
	}
	return false
}
