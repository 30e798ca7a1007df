package templates

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

var dutchMonths = [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}

var dutch = &language{
	code:      "nl",
	months:    dutchMonths,
	familiar:  true,
	weekdays:  [7]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
	notes:     []string{"overstap naar SAP", "hoe het team werft", "nachtdiensten"},
	questions: dutchClause,
	date:      dutchDate,
	short:     dutchDate,
	and:       func(string) string { return "en" },
	honorific: dutchHonorific,
	person:    dutchPerson,
	phrase:    dutchPhrase,
	because:   func(s string) string { return "omdat " + s },
	at:        "bij",
	change:    func(from, to string) string { return "de overstap van " + from + " naar " + to },
	names:     wordSet(`op-met van-met`),
	extra:     dutchExtra,
	start:     same,
	finish:    same,
}

func dutchDate(t time.Time) string {
	return fmt.Sprintf("%d %s", t.Day(), dutchMonths[t.Month()-1])
}

// dutchHonorific takes "mr." for what it is in Dutch: a lawyer of any gender.
func dutchHonorific(s string) (string, bool, bool) {
	var lawyer, rest []string
	for _, w := range strings.Fields(s) {
		if strings.EqualFold(strings.TrimSuffix(w, "."), "mr") {
			lawyer = append(lawyer, w)
		} else {
			rest = append(rest, w)
		}
	}
	titles, mr, ms := genderOf(strings.Join(rest, " "))
	return joinWords(append(lawyer, titles)...), mr, ms
}

// dutchExtra adds the day of the interview after "op" and "van": of a day that is past
// the weekday alone would be one to come ("op 13 november", "afgelopen donderdag").
func dutchExtra(values map[string]string) {
	met := values["met"]
	switch {
	case met == "":
	case met[0] >= '0' && met[0] <= '9':
		values["op-met"], values["van-met"] = "op "+met, "van "+met
	default:
		values["op-met"], values["van-met"] = "afgelopen "+met, "van afgelopen "+met
	}
}

func dutchPerson(honorific, name string) string {
	titles, mr, ms := dutchHonorific(honorific)
	switch {
	case mr:
		return joinWords("de heer", titles, name)
	case ms:
		return joinWords("mevrouw", titles, name)
	}
	return joinWords(titles, name)
}

var (
	dutchArticles = wordSet(`de het een deze dit die dat uw hun enkele sommige veel meer twee drie`)
	dutchFinite   = wordSet(`is zijn was waren heeft hebben had hadden wordt worden werd kan kunnen moet moeten wil willen zal zullen gaat gaan
		houdt vindt werkt speelt zegt denkt woont komt zoekt lijkt gebruikt groeit loopt draait doet maakt houden niet geen`)
	dutchPronouns  = wordSet(`ik mij me mijn wij we ons onze hij hem haar zij ze je jij jou jouw jullie`)
	dutchSchedule  = wordSet(`planning tijdpad`) // no matter of a letter of thanks
	dutchProcedure = wordSet(`procedure sollicitatie sollicitatieprocedure selectie selectieprocedure ronde rondes beslissing besluit vervolg gesprekken`)
	dutchClause    = wordSet(`hoe waarom wat waar welke welk wanneer wie of waarmee waardoor`)
	dutchDoing     = wordSet(`inwerken begeleiden opleiden verkorten verbeteren automatiseren invoeren uitrollen opzetten aantrekken werven
		behouden plannen meten testen bouwen uitbreiden verlagen verhogen digitaliseren inrichten trainen
		volgen splitsen kiezen repareren herstellen redden verwerken verpakken verdelen sorteren controleren bewaken tellen koppelen combineren vervangen verbinden
		vertalen ontwerpen brouwen telen oogsten kweken registreren hergebruiken isoleren bewaren beschermen opvangen ophalen opslaan afvoeren voorspellen`)
	// Adjectives without their ending, as they stand before a noun with "het".
	dutchBare = map[string]string{"hoog": "hoge", "nieuw": "nieuwe", "snel": "snelle", "groot": "grote", "klein": "kleine", "laag": "lage", "zwaar": "zware",
		"sterk": "sterke", "technisch": "technische", "digitaal": "digitale", "lang": "lange", "kort": "korte", "jong": "jonge", "oud": "oude", "vast": "vaste",
		"regionaal": "regionale", "internationaal": "internationale", "centraal": "centrale", "intern": "interne", "extern": "externe", "duurzaam": "duurzame"}
	dutchSmall = wordSet(`van naar voor met zonder op in uit aan bij over na tussen door tegen om tijdens tot en of als`)
	dutchDe    = []string{"ing", "tie", "sie", "xie", "heid", "teit", "iek", "logie", "schap", "tuur", "thie"}
	dutchHet   = []string{"isme", "ment", "sel", "um", "je", "team", "project", "budget", "systeem", "platform", "proces", "beleid", "plan",
		"onderzoek", "model", "product", "contract", "rooster", "werk", "magazijn", "netwerk", "archief", "pakket", "bestand", "gebruik",
		"verloop", "overleg", "tekort", "verzuim", "behoud", "werven", "inwerken", "beeld", "personeel", "warehouse", "dashboard", "beheer", "gebied", "kantoor", "bedrijf", "land", "proefproject"}
	dutchDeNouns = []string{"overstap", "groei", "keten", "dienst", "klant", "markt", "verkoop", "inkoop", "druk", "last", "stap", "lijn", "fabriek",
		"afdeling", "overgang", "invoer", "uitrol", "aanpak", "samenwerking", "strategie", "cultuur", "overname", "start", "vraag", "voorraad", "prognose"}
)

// dutchPhrase makes a note fit after "over". Dutch lets a noun stand there
// without its article, so one is added only where the noun tells which.
func dutchPhrase(note string) (string, bool) {
	words := spellOut(strings.Fields(note))
	words[0] = lowerFirst(words[0])
	if len(words) > 12 {
		return "", false
	}
	for _, w := range words {
		lower := strings.ToLower(w)
		if dutchPronouns[lower] && !(lower == "jullie" && dutchClause[words[0]]) || dutchSchedule[lower] && (len(words) == 1 || slices.ContainsFunc(words, func(w string) bool { return dutchProcedure[strings.ToLower(w)] })) || foreignWords[lower] && lower != "is" && lower != "of" && !isName(w) {
			return "", false
		}
	}
	if dutchClause[words[0]] {
		return strings.Join(words, " "), len(words) > 2
	}
	for _, w := range words {
		if dutchFinite[strings.ToLower(w)] && strings.Join(words[:min(2, len(words))], " ") != "niet genoeg" {
			return "", false
		}
	}
	if p, ok := dutchToDo(words); ok {
		return p, true
	}
	if last := words[len(words)-1]; dutchDoing[last] && len(words) > 1 && len(words) < 5 {
		return "het " + last + " van " + strings.Join(words[:len(words)-1], " "), true
	}
	if dutchArticles[words[0]] || (words[0] == "minder" || words[0] == "meer") && len(words) > 2 {
		return strings.Join(words, " "), len(words) > 1
	}
	if dutchSmall[words[0]] || startsUpper(words[0]) && len(words) == 1 && (!strings.Contains(words[0], "-") || startsUpper(afterHyphen(words[0]))) {
		return strings.Join(words, " "), startsUpper(words[0])
	}
	if dutchDoing[words[0]] && len(words) > 2 && words[1] == "van" {
		return "het " + strings.Join(words, " "), true
	}
	if rest, ok := cutAny(strings.Join(words, " "), "te weinig ", "niet genoeg "); ok {
		return "het tekort aan " + rest, true
	}
	if inflected := dutchBare[words[0]]; inflected != "" && len(words) > 1 {
		return "het " + inflected + " " + strings.Join(words[1:], " "), true
	}
	head := len(words) - 1
	if head > 0 && isNumber(words[head]) {
		head-- // "begroting 2027"
	}
	for i, w := range words {
		if i > 0 && dutchSmall[w] {
			head = i - 1
			break
		}
	}
	if head == 1 && isName(words[0]) && !startsUpper(words[1]) && !nationality(words[0]) {
		// "Kubernetes migratie" is one Dutch noun.
		words = append([]string{words[0] + "-" + words[1]}, words[2:]...)
		head = 0
	}
	noun := words[head]
	switch {
	case head == 1 && hasEnding(words[0], dutchAdjective) && !isName(words[0]):
		words = append([]string{"de"}, words...)
	case head == 1 && nationality(words[0]):
		words = append([]string{"de"}, words...)
	case hasEnding(noun, dutchHet):
		words = append([]string{"het"}, words...)
	case hasEnding(noun, dutchDe), hasEnding(noun, dutchDeNouns):
		words = append([]string{"de"}, words...)
	}
	return strings.Join(words, " "), true
}

// dutchToDo names what is to be done, where it is said what with or what for: "een kaas
// volgen van boer tot winkel" is following one.
func dutchToDo(words []string) (string, bool) {
	for i := 1; i < min(4, len(words)-1); i++ {
		next := words[i+1]
		if dutchDoing[words[i]] && !dutchArticles[words[i-1]] && (dutchSmall[next] || dutchClause[next] || next == "zodat" || next == "voordat") && !dutchSmall[words[i-1]] {
			return "het " + words[i] + " van " + strings.Join(words[:i], " ") + " " + strings.Join(words[i+1:], " "), true
		}
	}
	return "", false
}

var dutchAdjective = []string{"nieuwe", "hoge", "lage", "grote", "kleine", "snelle", "sterke", "zware", "ische", "lijke", "ende", "tieve", "male", "nale", "rige"}

// nationality reports whether a Dutch word is an adjective made of a country's name.
func nationality(w string) bool {
	return startsUpper(w) && hasEnding(w, []string{"se", "nse"}) && isName(w)
}

func afterHyphen(w string) string { return w[strings.LastIndex(w, "-")+1:] }
