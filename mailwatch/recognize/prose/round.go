package prose

import (
	"slices"

	"afterword/mailwatch/recognize/find"
)

// rounds are what interviews are called, the most telling first.
var rounds = []struct {
	name string
	expr func() *find.Expr
}{
	{"final", find.Lazy(`\b(?:final[- ](?:round|interview|stage|conversation|panel)|last round|letzten? (?:runde|gesprach)|final\w* (?:gesprach|runde)|abschlussgesprach|derniere? (?:entretien|tour|etape)|entretien final|ultima (?:ronda|entrevista)|entrevista final|ronda final|laatste (?:ronde|gesprek)|eindgesprek)\b`)},
	{"third", find.Lazy(`\b(?:third (?:round|interview|conversation)|3rd (?:round|interview)|drittgesprach|dritte[sn]? (?:gesprach|runde|interview)|troisieme (?:entretien|tour)|tercera (?:ronda|entrevista)|derde (?:ronde|gesprek))\b`)},
	{"second", find.Lazy(`\b(?:second[- ](?:round|interview|conversation|stage)|2nd (?:round|interview)|round two|zweitgesprach\w*|zweite[snr]? (?:gesprach|runde|interview|vorstellungsgesprach|termin)|(?:deuxieme|second|2e|2eme) (?:entretien|tour|rendez-vous)|segunda (?:ronda|entrevista)|tweede (?:ronde|gesprek|sollicitatiegesprek)|vervolggesprek)\b`)},
	{"first", find.Lazy(`\b(?:first[- ](?:round|interview|conversation|call|chat)|1st (?:round|interview)|erstgesprach\w*|erste[snr]? (?:gesprach|runde|interview|kennenlernen|vorstellungsgesprach)|premier (?:entretien|tour|echange)|primera (?:ronda|entrevista)|eerste (?:ronde|gesprek|kennismaking)|kennismakingsgesprek|kennenlerngesprach)\b`)},
	{"hiring manager", find.Lazy(`\bhiring manager(?:s)? (?:interview|chat|call|conversation|round|screen)\b`)},
	{"onsite", find.Lazy(`\b(?:on-?site|super ?day)\b`)},
	{"technical", find.Lazy(`\b(?:technical (?:interview|screen|round|conversation|session)|coding interview|fachinterview|fachgesprach|technisches (?:interview|gesprach)|entretien technique|entrevista tecnica|prueba tecnica|technisch (?:gesprek|interview))\b`)},
	{"phone screen", find.Lazy(`\b(?:phone (?:screen\w*|interview|call)|phone chat|screening(?: call| interview)?|recruiter (?:screen|call|chat|phone screen)|intro(?:ductory)? call|telefoninterview|telefongesprach|telefonat|telefontermin|(?:entretien|appel|echange) telephonique|preselection telephonique|entrevista telefonica|llamada|telefonische? (?:interview|gesprek|kennismaking)|telefoongesprek|te llamo|rufe (?:ich )?(?:sie|dich)|bel ik je|ik bel|je (?:vous|t') ?appelle\w*)\b`)},
	{"panel", find.Lazy(`\b(?:panel (?:interview|round)|interview panel|panelinterview)\b`)},
	{"video", find.Lazy(`\b(?:video-?interview|video interview|videogesprach|videovorstellungsgesprach|entretien video|videoentrevista|entrevista por video\w*|videogesprek|video-?sollicitatie)\b`)},
}

// ahead stands in sentences about a round that may come.
var ahead = find.Lazy(`\b(?:let you know|decision|whether|next (?:round|stage|step)|ob (?:sie|du)|laten .{0,20}weten|nachste runde|si vous etes|prochaine etape|siguiente fase|door bent|volgende ronde|outcome|depending|following your|after your|nach (?:ihrem|deinem)|suite a|tras (?:tu|su)|na (?:je|uw)|enjoyed|thank)\b`)

// roundOf names the round that the text is about; "" where it does not say.
func (r *reader) roundOf(slots []slot) string {
	texts := []string{plain(r.m.Subject)}
	for i, s := range r.sentences {
		if i < maxSentences && (r.holds(i, slots) || !ahead().MatchString(s.plain)) && !offers().MatchString(s.plain) && len(s.plain) < 1000 {
			texts = append(texts, s.plain)
		}
	}
	for _, round := range rounds {
		for _, t := range texts {
			if round.expr().MatchString(t) {
				return round.name
			}
		}
	}
	return ""
}

// holds reports whether a time stands in sentence i.
func (r *reader) holds(i int, slots []slot) bool {
	return slices.ContainsFunc(slots, func(s slot) bool { return s.sentence == i })
}
