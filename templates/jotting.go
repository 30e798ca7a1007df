package templates

import (
	"regexp"
	"strings"
)

// label is what some put before a note: "challenge: late data".
var label = lazy(`(?i)^(?:(?:main |big(?:gest)? )?(?:topics?|challenges?|problems?|issues?|pain points?|discussed|notes?)|themen?|herausforderung(?:en)?|notiz(?:en)?|sujets?|défis?|problèmes?|temas?|retos?|problemas?|onderwerp(?:en)?|uitdaging(?:en)?|probleem|notities?)\s*:\s*`)

// leadIns are the words by which a note says that something was talked about, in
// each language; what follows is the note itself.
var leadIns = map[string]func() *regexp.Regexp{
	"en": lazy(`(?i)^(?:(?:we|they|she|he) )?(?:also )?(?:talked|spoke|chatted|told me|asked me|asked) (?:a lot )?about |^(?:(?:they are|they're|is|are) )?(?:really |very |super |quite )?(?:big on|into|keen on|focused on|strong on|excited about) |^(?:we|they|she|he) (?:also )?(?:discussed|covered|mentioned|explained|described) `),
	"de": lazy(`(?i)^(?:(?:wir|sie|er) (?:haben |hat )?)?(?:viel |lange |kurz )?(?:gesprochen |geredet )?über |^(?:gespräch|diskussion|austausch) über |^thema `),
	"fr": lazy(`(?i)^(?:(?:on|nous|elle|il) (?:a|avons) )?(?:parlé|discuté) (?:de (?:la |l')?|du |des |d')`),
	"es": lazy(`(?i)^(?:hablamos|hemos hablado|hablado|charlamos) (?:del|de|sobre) `),
	"nl": lazy(`(?i)^(?:(?:we|wij|ze|zij|hij) (?:hebben |heeft )?)?(?:gesproken |gepraat |gehad )?over `),
}

// leadOuts end such a note where the verb comes last.
var leadOuts = lazy(`(?i) (?:gesprochen|geredet|diskutiert|unterhalten|gesproken|gepraat|gehad)$`)

// frenchAgain gives a French noun the article that "de" had swallowed.
var frenchAgain = map[string]string{"du": "le ", "des": "les ", "la": "la ", "l'": "l'"}

// Sentences about the company, which say what could be a noun: "they are moving to
// SAP", "they want to cut costs".
var (
	theyAre  = lazy(`(?i)^(?:they|they're|the team|team|the company|company)(?: are| is)? ((?:re)?\pL{3,}ing\s.+)$`)
	theyWill = lazy(`(?i)^(?:they|the team|team|the company|company) (?:wants?|plans?|needs?|hopes?|tries|try|are going|is going|are trying|is trying|have|has) (to \pL+ .+)$`)
	theyUse  = lazy(`(?i)^(?:they|the team|team) uses? (.+)$`)
	theyHave = lazy(`(?i)^(?:they|the team|team) (?:struggles?|fights?|deals?|suffers?) (?:with|from) (.+)$`)
)

// tidyNote takes off what a note says around what was talked about. A number after
// "über" is a quantity.
func tidyNote(code, note string) string {
	note = label().ReplaceAllString(note, "")
	if lead := leadIns[code]; lead != nil {
		if found := lead().FindString(note); found != "" && len(note) > len(found) && !isNumber(note[len(found):]) {
			rest := leadOuts().ReplaceAllString(note[len(found):], "")
			if words := strings.Fields(found); code == "fr" {
				rest = frenchAgain[words[len(words)-1]] + rest
			} else if code == "es" && words[len(words)-1] == "del" {
				rest = "el " + rest
			}
			note = rest
		}
	}
	if first, rest, _ := strings.Cut(note, " "); strings.EqualFold(first, thatClause[code]) {
		ws, g := tokensOf(rest), grammarOf[code]()
		switch {
		case len(ws) < 3 || !g.is(ws[0].low, "determiners") && !strings.HasSuffix(ws[0].low, "s"):
		case code == "en" && g.englishClause(ws):
			return "how " + rest
		case code == "nl" && g.dutchReason(ws):
			return "het feit dat " + rest
		}
	}
	if code != "en" {
		return note
	}
	if m := theyAre().FindStringSubmatch(note); m != nil {
		return m[1]
	}
	if m := theyWill().FindStringSubmatch(note); m != nil {
		return m[1]
	}
	if m := theyUse().FindStringSubmatch(note); m != nil {
		return "your use of " + m[1]
	}
	if m := theyHave().FindStringSubmatch(note); m != nil {
		return m[1]
	}
	return note
}

// thatClause is the word with which a note says that something is so: "that every nurse plans
// her own week" tells how.
var thatClause = map[string]string{"en": "that", "nl": "dat"}
