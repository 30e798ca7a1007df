package letter

import (
	"regexp"
	"strings"
)

// AsksStatus reports whether the letter asks how things stand, in one of its
// sentences: whether there is news, where a decision is, how the timeline looks. A
// letter that asks for anything else, or only thanks for news, does not.
func (l Letter) AsksStatus() bool {
	text := strings.ToLower(strings.NewReplacer("’", "'", "\u202f", " ").Replace(l.Text()))
	for text != "" {
		s := text
		if end := sentenceEnd().FindStringIndex(text); end != nil {
			s = text[:end[1]]
		}
		text = text[len(s):]
		question := strings.Contains(s, "?")
		s = thanksForNews().ReplaceAllString(s, " ")
		s = ownMatters().ReplaceAllString(s, " ")
		for _, in := range statusQuestions {
			if (question || in.asks().MatchString(s)) && in.about().MatchString(s) {
				return true
			}
		}
	}
	return false
}

// sentenceEnd matches where a sentence ends, and a paragraph.
var sentenceEnd = lazy(`[.?!]+(?:\s|$)|\n\n`)

// thanksForNews matches what is said of news that came.
var thanksForNews = lazy(`\b(?:thank(?:s| you)(?: (?:so|very) much)? for (?:the|your|this|keeping me) (?:\pL+ )?(?:updated?|news|posted|status)|(?:vielen )?dank für (?:die|ihre|deine|das) (?:\pL+ )?(?:neuigkeiten|nachricht|update|rückmeldung|entscheidung)|merci (?:beaucoup )?(?:pour|de) (?:ces|vos|votre|la|cette) (?:\pL+ )?(?:nouvelles?|retour|décision|mise à jour)|gracias por (?:las|la|su|sus|esta) (?:\pL+ )?(?:noticias?|respuesta|decisión|novedad(?:es)?)|bedankt voor (?:het|de|uw|je) (?:\pL+ )?(?:nieuws|update|bericht|reactie))`)

// ownMatters matches what the writer says of himself in words that ask about the other
// side elsewhere: that he has to decide, and what he offers to tell.
var ownMatters = lazy(`\b(?:(?:give|allow) me|let me have|i(?:'d| would) like|i (?:want|need|have|hope))[^.?]*\bto decide\b|\bif (?:it would help|you(?:'d| would) like) to know [^.?]*|(?:me laisser|me donner)[^.?]* pour décider|je (?:souhaite|voudrais|dois) [^.?]*décision|si (?:vous souhaitez|tu souhaites) en savoir plus[^.?]*|darme [^.?]*para decidir`)

// statusQuestions are how a status question is put, by language: words that ask, where
// there is no question mark, and what they ask about, in one sentence.
var statusQuestions = []struct{ asks, about func() *regexp.Regexp }{
	{ // English
		lazy(`\b(?:(?:could|may|might|would|can) (?:i|you)|wonder(?:ing|ed)?|i(?:'d| would) (?:be|like|love|appreciate)|grateful|appreciate|(?:wanted|writing|like) to (?:ask|check|follow up|inquire|enquire|know|hear|see)|let me know|(?:checking|following) (?:in|up)|curious|would (?:be|help)|eager to (?:hear|know)|if (?:there is|there are|you know))\b`),
		lazy(`\b(?:updates?|news|time ?lines?|time ?frame|(?:the|any|its|current) status|status of|(?:things|matters|you|we|it|process|team) (?:now )?(?:stands?|looks?|(?:is|are) (?:coming along|going|with|at|looking|standing))|(?:how|where) (?:are|is) (?:things|matters|the process)|what (?:timeline|are the next steps)|(?:the|any|about|regarding) next steps?|(?:the|a|any|your|final|hiring) (?:\pL+ )?decision|(?:you|they|team|has|to|will) (?:hope to |expect to |now |will )*decide[ds]?|made up your minds?|knows? (?:anything )?more|anything new|still (?:open|under consideration|being considered|looking for)|hear(?:d)? back|any (?:progress|movement|word)|progress (?:on|of|with|in)|outcome|dates? for the [^.?]*\b(?:role|position|job))\b`),
	},
	{ // German
		lazy(`(?:^|[^\pL])(?:könn(?:en|ten|test)? (?:sie|ihr|du)|darf ich|dürfte ich|würde ich mich|würde mich|wäre ich|wollte (?:\pL+ )*(?:fragen|nachfragen)|(?:möchte|wollte) (?:ich )?mich|nach(?:zu)?fragen|erkundigen|bitte|interessiert mich|wenn sie|schreiben sie|würde mir)(?:$|[^\pL])`),
		lazy(`(?:^|[^\pL])(?:(?:zum|den|dem|der|aktuelle[rn]?|derzeitige[rn]?) (?:\pL+ )?stand|stand (?:der|des|meiner)|neues|neuigkeiten|zeitplan|zeitrahmen|entscheidung|entschieden|entscheiden|rückmeldung zu|wie es[^.?]* (?:aussieht|weitergeht|steht)|sieht es[^.?]* aus|nächsten? schritte|noch (?:offen|zu besetzen|frei)|schon mehr|inzwischen mehr|etwas ergeben|(?:termin|datum) für die stelle)(?:$|[^\pL])`),
	},
	{ // French
		lazy(`(?:^|[^\pL])(?:pourr(?:iez|ais)|pouvez|puis-je|je me permets|serais|aimerais|souhait(?:e|ais|erais)|savoir si|merci de m\pL*|saurais gré|si vous|me serait|ferait plaisir)(?:$|[^\pL])`),
		lazy(`(?:^|[^\pL])(?:(?:des|de vos|quelques|avez-vous) nouvelles|du nouveau|calendrier|(?:la|une|votre|cette) décision|décider(?:ez)?|décidé|où (?:vous |l'on )?en (?:est|sont|êtes)|en sav(?:ez|oir) (?:davantage|plus)|pu avancer|avancement|avancée?|suites? (?:que|donnée|réservée)|prochaines étapes|date [^.?]*pour le poste|(?:encore|toujours) (?:ouvert|vacant|à pourvoir|d'actualité)[es]?|retour (?:sur|concernant)|point sur)(?:$|[^\pL])`),
	},
	{ // Spanish
		lazy(`(?:^|[^\pL])(?:podrías?|puedes?|me gustaría|agradecería|quería|quisiera|querría|saber si|encantar[áí]a?|alegrar[áí]a?|me ayudarían?)(?:$|[^\pL])`),
		lazy(`(?:^|[^\pL])(?:novedad(?:es)?|noticias?|calendario|plazos?|(?:la|una|su|vuestra|alguna) decisión|decidir|decidido|estado (?:de|del)|próximos pasos|cómo (?:va|van|está|están|marcha|sigue)|sigue (?:abierto|abierta|vacante)|avances?|algo nuevo|sab(?:e|es|er|en)? (?:ya )?algo(?: más)?|decidirán|decidirás?|fecha para el puesto)(?:$|[^\pL])`),
	},
	{ // Dutch
		lazy(`(?:^|[^\pL])(?:kun(?:t|nen)? (?:je|u|jullie)|(?:zou|zouden) (?:je|u|jullie|ik)|mag ik|graag|benieuwd|hoor ik|vroeg ik me af|vragen|laat (?:u|je) me|zou (?:me|mij)|op prijs stellen)(?:$|[^\pL])`),
		lazy(`(?:^|[^\pL])(?:nieuws|nieuwe ontwikkelingen|update|tijdlijn|tijdpad|(?:de|uw|jullie|je|nieuwe|huidige|globale) (?:\pL+ )?planning|(?:de|een|uw|jullie|je) beslissing|beslissen|beslist|besluit|stand van zaken|hoe (?:het|de zaken)[^.?]* (?:staat|staan)|staat het|vervolgstappen|volgende stap(?:pen)?|nog (?:open|vacant)|(?:al|inmiddels) meer|meer (?:bekend|weet)|iets bekend|al bekend|(?:datum|planning)[^.?]* voor de functie)(?:$|[^\pL])`),
	},
}
