package prose

import (
	"strings"

	"afterword/mailwatch/recognize/find"
)

// Where a text names the role. The role itself is the first group.
var (
	roleLine = find.Lazy(`(?im)^\W*(?:role|position|job(?: title)?|opening|vacancy|stelle|stellenbezeichnung|rolle|poste|intitulé du poste|offre|puesto|vacante|cargo|functie|vacature|rol)\s*:\s*([^\n]{3,90})`)
	roleIn   = find.Lazy(`(?:` + strings.Join([]string{
		`\b(?:[Tt]he|[Oo]ur|[Yy]our|an?|[Oo]pen) ((?:[\p{Lu}\d][^\s.;:!?,()]*)(?: (?:of|and|&|for|in|-|–|/|[\p{Lu}\d][^\s.;:!?,()]*)){0,7},?(?: [\p{Lu}][^\s.;:!?,()]*){0,3}) (?:position|role|opening|job|opportunity|vacancy|post|interviews?|(?:virtual )?on-?site|phone screen|loop|candidacy|process)\b`,
		`\b(?:[Pp]osition|[Rr]ole|[Pp]ost|[Jj]ob|[Oo]pening|[Aa]pplication|[Oo]pportunity) (?:of|as|for)(?: the| our| an?)?(?: position of| role of)? ((?:[\p{Lu}\d][^\s.;:!?,()]*)(?: (?:of|and|&|for|-|–|/|[\p{Lu}\d][^\s.;:!?,()]*)){0,7})`,
		`\b(?:Stelle|Position|Rolle|Bewerbung|Bewerberin|Bewerber|Tätigkeit|Vakanz|Funktion)(?: (?:auf|für|um) (?:die|unsere|eine) (?:Stelle|Position|Rolle|Vakanz))? (?:als|zur|zum|der|des|einer|eines) ([^\s.;:!?,][^.;:!?,()\n]{2,60}?)(?: bei | in | im | und | für die | am | an | interessier| \(|[.;:!?,()\n]|$)`,
		`\b(?:poste|candidature|offre|fonction|mission)s?(?: pour le poste| au poste| à l'offre)? (?:de |d['’]|du |pour le poste de |en tant que |comme )([^\s.;:!?,][^.;:!?,()\n]{2,60}?)(?: chez | au sein | et | à | avec | dans | pour | en | \(|[.;:!?,()\n]|$)`,
		`\b(?:puesto|posición|vacante|candidatura|plaza|oferta|rol|cargo|solicitud)(?: para el puesto| al puesto| a la vacante| para la posición| para la vacante)? (?:de |para |como |a )(?:la |el )?([^\s.;:!?,][^.;:!?,()\n]{2,60}?)(?: en | y | con | que | a | para | \(|[.;:!?,()\n]|$)`,
		`\b(?:functie|vacature|rol|sollicitatie|positie|baan)(?: (?:naar|voor|op) de (?:functie|vacature|rol))? (?:van |voor |als |op )(?:de |het )?([^\s.;:!?,][^.;:!?,()\n]{2,60}?)(?: bij | in | en | op | met | te | \(|[.;:!?,()\n]|$)`,
		`\b(?:functie|vacature|rol|Stelle|Position|Rolle|poste|puesto|vacante)(?: (?:als|van|de))? [„“"«']?((?:\p{Lu}[^\s.;:!?,()]*)(?: (?:of|and|&|für|de|van|und|-|–|/|\p{Lu}[^\s.;:!?,()]*)){0,6})`,
	}, "|") + `)`)
	// forms are the other forms of a word that stand behind it: "chargé(e)".
	forms    = find.Lazy(`(\pL)\((?:e|ère|ne|trice|euse|in|r|a|s)\)`)
	genders  = find.Lazy(`(?i)[\s,(]*\d{1,3}\s*(?:[–-]\s*\d{1,3}\s*)?%\)?|\s*[(\[]\s*(?:[mwfdxhv]|divers)(?:\s*[/|*,]\s*(?:[mwfdxhv]|divers))+\s*[)\]]|\s*\((?:h/f|f/h|all genders|gn|alle)\)|\s*[-–]?\s*\b[mwfd]/[mwfd](?:/[mwfdx])?\b|\s+h/f\b`)
	preamble = find.Lazy(`(?i)^(?:(?:re|aw|fw|fwd|wg|tr|rv|antw|sv|invitation|invite|updated invitation|updated|canceled event|cancelled event|canceled|cancelled|reminder|confirmed|confirmation|rescheduled|accepted|new event|scheduled|einladung|abgesagt|aktualisiert\w*|erinnerung|terminänderung|absage des termins|invitation mise à jour|annulé|rappel|actualizad\w*|cancelad\w*|recordatorio|uitnodiging|geannuleerd|herinnering|bijgewerkte? \w+)\s*:\s*)+`)
	talkHead = find.Lazy(`(?i)^(?:(?:your|ihr|ihre|deine?|votre|tu|su|je|uw) )?(?:(?:einladung|invitation|uitnodiging|invitación|convocatoria|convocation|confirmation|bestätigung|confirmación|bevestiging|termin(?:bestätigung)?|reminder|next steps|nächste schritte|mandat|proceso|process|prozess|procédure|procedure|profil|profile|perfil|vacature|agenda|cita|afspraak|rdv|rendez-vous|visite|coordinación(?: final)?|to|zum|zur|zu|à|a|al|un|una|een|voor|de|of|your|einem|einer|for|an|la|tu|ihr|je|het)(?:[\s,:–-]+|$)|[,–-]\s*|[ld]['’])*(?:(?:video|telefon|phone|final|second|first|third|virtual|onsite|on-site|technical|panel|erstes?|zweites?|job|hr|recruiter|hiring manager)\b[ -]*)*(?:(?:interviews?|vorstellungsgespräch|bewerbungsgespräch|auswahlgespräch|jobinterview|hearing|recrutement|kennismaking|selectiegesprek|gespräch|kennenlerngespräch|zweitgespräch|erstgespräch|videointerview|telefoninterview|entretien|entrevue|entrevista|sollicitatiegesprek|kennismakingsgesprek|gesprek|chat|screen|call|conversation|schedule|availability)(?:\s+|$|[,:–-]))?\s*(?:(?:for|with|as|zur|als|für|pour|para|voor|de)\s+|d['’]|[:|/–-]\s*)*`)
)

// roleOf names the role as it is written: on a line of its own, in a sentence, in the
// subject.
func (r *reader) roleOf() (role string, said bool) {
	if m := roleLine().FindStringSubmatch(r.text); m != nil {
		if s := r.cleanRole(m[1]); s != "" {
			return s, true
		}
	}
	for _, text := range []string{r.text, r.m.Subject} {
		for _, m := range rolesIn(text) {
			for i, group := range m[1:] {
				if group == "" {
					continue
				}
				if s := r.cleanRole(group); s != "" && (i > 1 || posted(s) || !r.firmly(s)) {
					return s, true
				}
			}
		}
	}
	return r.roleInSubject(), false
}

// mostRoles is how many places are looked at.
const mostRoles = 12

// rolesIn finds where a text may name a role, line by line: none goes on in the next.
func rolesIn(text string) (found [][]string) {
	for line := range strings.Lines(forms().ReplaceAllString(text, "$1")) {
		found = append(found, roleIn().FindAllStringSubmatch(line, mostRoles-len(found))...)
		if len(found) == mostRoles {
			break
		}
	}
	return found
}

// firmly reports whether words are the company's name rather than a role.
func (r *reader) firmly(s string) bool {
	return r.firm != "" && strings.Contains(squash(s), squash(r.firm)) || noName[fold(strings.Fields(s)[0])] && !posted(s)
}

// roleInSubject looks among the pieces of the subject for one that names a post.
func (r *reader) roleInSubject() string {
	subject := genders().ReplaceAllString(forms().ReplaceAllString(r.m.Subject, "$1"), "")
	subject, _, _ = strings.Cut(subject, " @ ")
	subject = preamble().ReplaceAllString(strings.TrimSpace(subject), "")
	for _, piece := range split(subject, " - ", " – ", " — ", " | ", " · ", " / ", ": ", "(", ")", ", ", " with ", " at ", " bei ", " chez ", " en ", " bij ", " mit ", " avec ", " con ", " met ", " and ", " for ") {
		piece = strings.TrimSpace(talkHead().ReplaceAllString(piece, ""))
		for _, of := range []string{"functie ", "vacature ", "Stelle ", "Position ", "poste ", "puesto "} {
			if _, after, ok := strings.Cut(piece, of); ok {
				piece = after
			}
		}
		if len(piece) < 3 || r.own(piece, "") || !posted(piece) && !postEnd(piece) || r.firm != "" && squash(piece) == squash(r.firm) {
			continue
		}
		if s := r.cleanRole(piece); s != "" && !clerkOnly(s) {
			return s
		}
	}
	return ""
}

// postEnd reports whether a word of one piece ends as the names of posts do.
func postEnd(s string) bool {
	for _, w := range strings.Fields(fold(s)) {
		for _, end := range []string{"adviseur", "sprecher", "sprecherin", "beauftragte", "chefin", "ontwikkelaar", "beheerder", "ingenieur", "analist", "analystin", "designerin", "entwicklerin", "managerin", "berater", "beraterin", "leiter", "leiterin", "redakteur", "redakteurin", "assistent", "assistentin", "kraft", "disenadora", "disenador", "desarrolladora", "desarrollador", "analista", "consultora", "verkoper", "medewerker", "specialist", "arbeiter", "arbeiterin", "techniker", "technikerin", "mechaniker", "pfleger", "pflegerin", "erzieher", "erzieherin", "fahrer", "fahrerin", "kaufmann", "kauffrau", "referent", "referentin", "controller", "acheteur", "acheteuse", "compradora", "comprador", "inkoper", "developpeur", "developpeuse", "redacteur", "redactrice"} {
			if strings.HasSuffix(w, end) {
				return true
			}
		}
	}
	return false
}

// clerkOnly reports whether words are no more than who arranges interviews.
func clerkOnly(s string) bool {
	switch fold(s) {
	case "hiring manager", "recruiter", "recruiting", "talent", "hr", "team", "people", "hiring team", "talent team", "manager", "recruiting team", "hiring manager chat":
		return true
	}
	return false
}

// roleEnds are words with which a role ends in a sentence.
var roleEnds = set("ein wurde wurden werden am um bei einladen ist is are was will wird findet hat haben staat zijn vindt plaats est sera aura era sera tendra queda esta se que which that who has have had hosted takes scheduled chat call interview")

// determiners begin what is somebody's, and no role.
var determiners = set("our your their my his her unser unsere unserem unserer unseren ihr ihre ihrem ihrer dein deine deinem deiner mein notre votre nos vos ton ta mon ma nuestro nuestra su tu mi onze ons uw jouw je mijn")

// applied are the words of a subject before a role: "Re: Bewerbung Account Manager".
var applied = set("bewerbung sollicitatie candidature candidatura application entretien entrevista gesprek interview")

func (r *reader) cleanRole(s string) string {
	s = clean(genders().ReplaceAllString(s, ""))
	for _, at := range []string{" at ", " with ", " bei ", " chez ", " bij ", " @ ", " role", " position", " vacancy", " opening", " · "} {
		if i := strings.Index(s, at); i > 0 {
			s = s[:i]
		}
	}
	if i := strings.Index(s, " - "); i > 0 && r.firm != "" && strings.Contains(squash(s[i:]), squash(r.firm)) {
		s = s[:i]
	}
	if head, rest, ok := strings.Cut(s, " "); ok && applied[fold(head)] {
		s = strings.TrimPrefix(strings.TrimPrefix(rest, "for "), "als ")
	}
	words := strings.Fields(s)
	for i, w := range words {
		f := fold(strings.Trim(w, ",.;:"))
		if i == 0 && (dayWords[f] || f == "emploi" || f == "trabajo" || f == "empleo" || f == "travail" || f == "arbeit") {
			return ""
		}
		if i == 0 && determiners[f] {
			return ""
		}
		if i > 0 && (roleEnds[f] || dayWords[f] || months[f] && i+1 < len(words)) {
			words = words[:i]
			break
		}
	}
	if strings.HasPrefix(r.m.Language, "de") {
		for len(words) > 1 && upper(strings.Join(words, " ")) && !upper(words[len(words)-1]) && words[len(words)-1][0] >= 'a' {
			words = words[:len(words)-1] // a post ends in a noun: "Produktmanager betroffen"
		}
	}
	s = strings.Join(words, " ")
	if i := strings.IndexByte(s, '('); i > 0 && !strings.Contains(s[i:], ")") {
		s = s[:i]
	}
	s = clean(s)
	for _, the := range []string{" le", " el", " am", " op", " on", " la", " de", " den", " der", " the"} {
		s = strings.TrimSuffix(s, the)
	}
	if len(s) < 2 || len(s) > 80 || strings.Contains(s, "://") || r.own(s, "") || clerkOnly(s) {
		return ""
	}
	return s
}
