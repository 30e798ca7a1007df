package templates

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// The lists of each kind.
var (
	//go:embed unfit/rude.txt
	unfitRude string
	//go:embed unfit/pay.txt
	unfitPay string
	//go:embed unfit/jobs.txt
	unfitJobs string
	//go:embed unfit/person.txt
	unfitPerson string
	//go:embed unfit/family.txt
	unfitFamily string
	//go:embed unfit/gossip.txt
	unfitGossip string
	//go:embed unfit/secret.txt
	unfitSecret string
	//go:embed unfit/decision.txt
	unfitDecision string
)

// An Unfit says why a note goes into no letter.
type Unfit struct {
	Kind  string // one of unfitKinds
	Words string // of the note that say so
}

// String says it to the user: "pay and terms of employment (“75k”)".
func (u Unfit) String() string {
	if u.Words != "" {
		return u.Why() + " (“" + u.Words + "”)"
	}
	return u.Why()
}

// Why says what is meant by the kind.
func (u Unfit) Why() string { return unfitWhy[u.Kind] }

// WhyLeftOut says why a note stands in no letter, in words that continue "left out: it …".
func WhyLeftOut(note string) string {
	if why, unfit := UnfitOf(note); unfit {
		return "it speaks of " + why.String()
	}
	return "it is not sure to fit a sentence"
}

// taintsAll reports whether nothing of the note may stand in a letter, and not only the
// piece that is unfit: what was said in confidence stays so when a comma parts it.
func (u Unfit) taintsAll() bool {
	return u.Kind != "pay" && u.Kind != "decision" && u.Kind != "person" && u.Kind != "family" && u.Kind != "someone" && u.Kind != "rude"
}

// The kinds of what no letter should hold, in the order in which they are looked for.
var (
	unfitKinds = []string{"rude", "pay", "jobs", "person", "family", "gossip", "secret", "decision"}
	unfitWhy   = map[string]string{
		"rude": "rude or blaming words", "pay": "pay and terms of employment", "jobs": "lay-offs", "person": "somebody's person, health or private life", "family": "somebody's family",
		"gossip": "trouble inside the company", "secret": "what was said in confidence", "someone": "somebody in particular: say what was talked about instead", "decision": "the decision and other offers", "marks": "pictures and marks",
	}
)

// An unfitList is what the list of one kind says: words, and what has such words in it
// and is harmless.
type unfitList struct{ words, harmless *lexicon }

var unfitBy = sync.OnceValue(func() map[string]unfitList {
	all := map[string]unfitList{}
	texts := map[string]string{"rude": unfitRude, "pay": unfitPay, "jobs": unfitJobs, "person": unfitPerson, "family": unfitFamily, "gossip": unfitGossip, "secret": unfitSecret, "decision": unfitDecision}
	for kind, text := range texts {
		list := unfitList{newLexicon(), newLexicon()}
		for line := range strings.Lines(text) {
			to := list.words
			if rest, ok := strings.CutPrefix(line, "~"); ok {
				line, to = rest, list.harmless
			} else if strings.HasPrefix(line, "#") {
				continue
			}
			for entry := range strings.SplitSeq(line, ",") {
				to.add(strings.TrimSpace(entry))
			}
		}
		all[kind] = list
	}
	return all
})

// find returns the first words of a text that the list has, in any of the forms of its
// words, and that are not part of what is harmless.
func (l unfitList) find(forms ...[]string) string {
	harmless := make([]bool, len(forms[0]))
	for i := range harmless {
		for k := range l.harmless.at(forms[0], i) {
			harmless[i+k] = true
		}
	}
	for _, words := range forms {
		for i := range words {
			n := l.words.at(words, i)
			if n > 0 && !slices.Contains(harmless[i:i+n], true) {
				return strings.Join(words[i:i+n], " ")
			}
		}
	}
	return ""
}

var (
	// amount is money: with its currency, or in thousands next to a word of pay, or alone.
	amount = lazy(`[€$£¥₹]\s?\d|\d\s?(?:k\s?)?(?:[€$£¥₹]|(?:eur|euros?|usd|gbp|chf|dollars?|pounds?|francs?|dolares|libras)(?:$|\PL))|(?:eur|usd|gbp|chf)\s?\d`)
	wages  = lazy(`(?:^|\PL)\d{2,3}\s?(?:[-–]\s?\d{2,3}\s?)?k\s*(?:$|[,;/+)]|[-–]\s*\d|(?:base|ote|tc|total|package|gross|net|p\.?a|per year|a year|brut|brutto|bruto|netto|neto|fixe?|fest|fijos?|anual|jahr|plus|all-in|max|min|start)(?:$|\PL))|(?:base|band|range|max|min|fixe?|fest|fijos?|package|about|around|ca\.?|etwa|environ|unos)\s+\d{2,3}(?:\s?[-–]\s?\d{2,3})?\s?k?(?:$|[^\pL\d%])`)
	// censored is a word with letters that its writer left out: "sh*t", "f***ing".
	censored = lazy(`\pL[*#@$%]+\pL|\pL\*{2,}|\*{3,}|\$hit`)
	aPerson  = lazy(`(?:^|\PL)(?:boss|manager|supervisor|director|founder|ceo|cto|cfo|coo|cmo|vp|interviewer|recruiter|receptionist|colleagues?|coworkers?|teammates?|(?:team|tech) lead|lead (?:seems|is|was|looked)|he|she|him|his|her|guy|guys|lady|dude|hr lady|chef|chefin|vorgesetzte[rn]?|abteilungsleiter(?:in)?|teamleiter(?:in)?|kolleg(?:e|en|in|innen)|geschaftsfuhrer(?:in)?|cheffe|patron(?:ne)?|directeur|directrice|responsable|collegues?|recruteu[rs]e?|manageuse|jef[ea]s?|director[ae]?s?|companer[oa]s?|recepcionista|entrevistador[a]?|deputy|foreman|forewoman|caretaker|chairman|chairwoman|principal|headteacher|headmaster|proprietor|owner (?:is|was|who|and)|assistant who|intern who|apprentice who|stellvertreter(?:in)?|vorarbeiter(?:in)?|inhaber(?:in)?|prokurist(?:in)?|personaler(?:in)?|assistentin|sekretarin|meister (?:der|vom|von|im)|(?:bereichs|gruppen|schicht|filial|werks|betriebs|personal|vertriebs|produktions|stations|kuchen|markt|bau)leiter(?:in)?|adjointe?|contremaitre|gerante?|proprietaire|associe|secretaire|drh|pdg|capataz|adjunt[oa]|encargad[oa]|duen[oa]|gerente|becari[oa]|secretaria|subdirector[a]?|voorman|ploegbaas|adjunct|eigenaar|eigenaresse|directrice|vennoot|secretaresse|afdelingschef|ploegleider|filiaalmanager|bedrijfsleider|baas|leidinggevende|directeur|collega'?s?|teamleider|recruiter|interviewers)(?:$|\PL)`)
	aTrait   = lazy(`(?:^|\PL)(?:hot|bald|pretty|handsome|young|old|fat|tall|short|thin|ill|sick|tired|stressed|depressed|cancer|tumou?r|died|dying|crying|cried|religious|muslim|jewish|christian|catholic|divorcing|separated|single|married|nice ass|strange|odd|cold|angry|shouting|yelling|shouts|yells|jung|alt|dick|krank|krebs|mude|sauer|wutend|komischer|seltsam|geschieden|getrennt|verheiratet|schwach|schreit|malade|cancer|fatigue[es]?|vieux|vieille|jeune|beau|belle|divorce|gros|colere|crie|bizarre|cancer|enferm[oa]|borde|viejo|vieja|joven|mayor|cansad[oa]|muert[oa]|divorciando|gritan?|separad[oa]|enfadad[oa]|kanker|dik|dom|raar|ziek|oud|jong|moe|boos|schreeuwt|raar|knap|mooi)(?:$|\PL)`)
	// ofSomebody is a beginning by which a note speaks of a third person.
	ofSomebody = lazy(`^ *(?:das mit |dass |wie |ob |que |qu'|dat |of |hoe |comment |cómo |como |how |that |lo )?(?:sein(?:e[nmrs]?)?|ihm|ihn|son|sa|ses|zijn|haar|hij|hem) \pL|(?:^|\PL)(?:van zijn|van haar|met zijn|met haar|in zijn|in haar|op zijn|op haar|de sa|de ses|dans sa|dans son|avec sa|avec ses|seine[rms]|qu'(?:elle|il)|elle|lui-meme|el mismo|ella|him|zichzelf|hijzelf) `)
	// aPost is a post, where it is what was talked about: "manager training".
	aPost    = lazy(`(?:manager|director|supervisor|recruiter|leidinggevenden?|manageurs?)s?'?[\s-](?:training|coaching|tool|dashboard|app|portal|role|position|program\pL*|development|handover|self-service|rota|meeting)|(?:account|project|product|store|case|site|key account|campaign|content|password|category)[\s-]managers?|managers? of managers|training (?:for|of|de|des|voor|fur) |hiring (?:a|of|more|new) |(?:new|neue[rnms]?|nouve\pL+|nuev[oa]|nieuwe?) (?:ceo|cfo|cto|coo|director|directeur|directrice|directora)(?:$| $)`)
	pictures = lazy(`[\x{2190}-\x{2BFF}\x{1F000}-\x{1FAFF}]`)
)

// UnfitOf reports whether a note of the user's, in any of our languages, is one that no
// letter should hold, and why: pay, people's persons and health, lay-offs, gossip, what
// is confidential, profanity, the decision.
func UnfitOf(note string) (Unfit, bool) {
	text := " " + plainLetters(note) + " "
	if m := pictures().FindString(strings.ReplaceAll(note, "→", "")); m != "" {
		return Unfit{"marks", m}, true
	}
	if m := censored().FindString(text); m != "" {
		return Unfit{"rude", wordAround(text, m)}, true
	}
	if m := amount().FindString(text); m != "" {
		return Unfit{"pay", wordAround(text, m)}, true
	}
	if m := wages().FindString(text); m != "" {
		return Unfit{"pay", strings.Trim(m, " ,;/+)")}, true
	}
	// "Kuendigung" is "Kündigung", too.
	words := tokens(strings.NewReplacer("*", " ", "#", " ").Replace(text))
	spelled := make([]string, len(words))
	for i, w := range words {
		spelled[i] = umlauts.Replace(w)
	}
	for _, kind := range unfitKinds {
		if found := unfitBy()[kind].find(words, spelled); found != "" {
			return Unfit{kind, found}, true
		}
	}
	if m := ofSomebody().FindString(text); m != "" {
		return Unfit{"someone", strings.TrimSpace(m)}, true
	}
	if p := aPerson().FindString(text); p != "" {
		if m := aTrait().FindString(text); m != "" {
			return Unfit{"person", strings.Trim(m, " ,.;'")}, true
		}
		if !aPost().MatchString(text) {
			return Unfit{"someone", strings.Trim(p, " ,.;'")}, true
		}
	}
	return Unfit{}, false
}

// wordAround is the word of a text in which something stands.
func wordAround(text, part string) string {
	i := strings.Index(text, part)
	from := strings.LastIndexByte(text[:i+1], ' ') + 1
	to := strings.IndexByte(text[i+len(part):], ' ')
	if to < 0 {
		return strings.TrimSpace(text[from:])
	}
	return strings.TrimSpace(text[from : i+len(part)+to])
}

var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// plainLetters lowers a text and takes its accents off.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, withoutAccents.Replace(strings.ToLower(s)))
}

var withoutAccents = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ñ", "n", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ß", "ss", "œ", "oe", "’", "'")
