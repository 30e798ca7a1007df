package drafter

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/templates"
)

// elsewhere finds the name of another company than the application's: one of the user's
// other applications, or what stands where the employer's name does.
func (p *proof) elsewhere() {
	if p.c.App == nil {
		return
	}
	text := strings.Join(strings.Fields(p.l.Subject+" . "+p.l.Text), " ")
	if p.l.Reply {
		text = strings.Join(strings.Fields(p.l.Text), " ")
	}
	known := p.knownNames()
	for _, other := range p.c.Others {
		if at := p.otherCompany(text, other, known); at >= 0 {
			p.add(RuleCompany, around(text, at), "this letter goes to %s, and %s is another of your applications", p.c.App.Company, templates.Line(other, longestSubject))
		}
	}
	for _, m := range employers[p.c.Language]().FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		if rest := text[m[3]:]; strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") || p.isKnown(name, known) || dateWord(name) || isPlace(name) || titles[strings.ToLower(strings.TrimSuffix(strings.Fields(name)[0], "."))] != "" {
			continue
		}
		p.add(RuleCompany, around(text, m[2]), "this letter goes to %s", p.c.App.Company)
	}
}

// otherCompany returns where a text names a company that is not the application's, whole
// or by a word that is its own; -1 where it does not.
func (p *proof) otherCompany(text, name string, known map[string]bool) int {
	for _, word := range strings.FieldsFunc(templates.Company(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		lower := strings.ToLower(word)
		of, ok := spellings[p.c.Language]
		if known[plain(word)] || utf8.RuneCountInString(word) < 4 || !unicode.IsUpper(firstRune(word)) || isTrade(lower) || isPlace(word) || monthsOrDays(lower) || ok && (of().isRight(lower) || of().isRight(word)) {
			continue // a word of any letter
		}
		found := regexp.MustCompile(`(?:^|[^\pL\d])(` + regexp.QuoteMeta(word) + `)(?:$|[^\pL\d])`)
		for _, m := range found.FindAllStringSubmatchIndex(text, -1) {
			// A German noun has a capital as well.
			words := strings.Fields(text[:m[2]])
			if p.c.Language != "de" || len(words) > 0 && beforeCompany[strings.ToLower(words[len(words)-1])] {
				return m[2]
			}
		}
	}
	if plain(name) == plain(p.c.App.Company) {
		return -1
	}
	found := regexp.MustCompile(`(?:^|[^\pL\d])(` + regexp.QuoteMeta(name) + `)(?:$|[^\pL\d])`)
	if m := found.FindStringSubmatchIndex(text); m != nil && strings.Contains(name, " ") {
		return m[2]
	}
	return -1
}

// beforeCompany are German words before a company rather than another noun.
var beforeCompany = map[string]bool{"bei": true, "von": true, "zu": true, "für": true, "mit": true, "an": true, "firma": true, "hause": true, "haus": true}

// trade are words that many companies have in their names, folded.
var trade = calendarWords(`systems software labs group gruppe groupe grupo groep partners partner solutions services service digital media health data analytics consulting consultants
		technologies technology technologie tech energy energie power capital bank insurance versicherung logistics logistik logistica logistique transport spedition foods food press verlag editions ediciones
		uitgeverij studio studios atelier design home homes care clinic klinik hospital clinique university universitat universite universidad universiteit school schule ecole colegio college lyceum lycee
		institute institut instituto instituut technisch foundation stiftung fundacion fondation stichting trust council stadt gemeente ayuntamiento mairie stadtwerke city county state national nacional international
		internacional internationale global world europe europa european deutsche deutscher swiss british american company works werke industries industrie industrial engineering holding holdings hotel hotels
		restaurant bakery backerei boulangerie garden gardens trading trade network networks online mobile cloud security finance financial retail pharma bio medical motors auto automotive airlines travel
		abogados advocaten anwalte avocats legal numerique sozial social people products production productions house haus maison casa games music sport sports water green north south east west
		nord sud ost river rivers lake valley mountain lantern open first next smart blue white black associates agency agentur agence agencia agentschap bureau kontor werkstatt ingenieure bau immobilien sons sohne hermanos freres`)

func isTrade(word string) bool {
	_, ok := trade[plain(word)]
	return ok
}

// knownNames are the words that the application itself brings.
func (p *proof) knownNames() map[string]bool {
	known := map[string]bool{}
	learn := func(texts ...string) {
		for _, text := range texts {
			for _, w := range nameParts(text) {
				known[plain(w)] = true
			}
		}
	}
	a := p.c.App
	learn(a.Company, a.Role, p.c.Me.Name)
	for _, c := range a.Contacts {
		learn(c.Name, c.Title)
		_, domain, _ := strings.Cut(c.Address, "@")
		learn(strings.Split(domain, ".")...)
	}
	for _, v := range a.Interviews {
		learn(v.Topics...)
		learn(v.Challenges...)
		learn(v.Notes...)
		for _, point := range v.Points {
			learn(point.Topic, point.Because, point.OwnWork, point.Ask, point.Promise)
		}
	}
	return known
}

// isKnown reports whether a name has a word of the application's own.
func (p *proof) isKnown(name string, known map[string]bool) bool {
	return slices.ContainsFunc(nameParts(name), func(w string) bool {
		return known[plain(w)] && utf8.RuneCountInString(w) > 2
	}) || strings.EqualFold(strings.ReplaceAll(name, " ", ""), strings.ReplaceAll(p.c.App.Company, " ", ""))
}

// dateWord reports whether what looks like a name is a day or a month.
func dateWord(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return monthsOrDays(first)
}

func monthsOrDays(word string) bool {
	_, day := weekdayNames[word]
	_, month := monthNames[word]
	return day || month
}

// isPlace reports whether a name is a place's, or a short word of the trade.
func isPlace(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	_, place := places[first]
	return place || len(name) < 4 && strings.ToUpper(name) == name
}

// aName is a name with up to three words.
const aName = `((?:\p{Lu}[\pL\d&.-]*[\pL\d])(?: (?:& )?\p{Lu}[\pL\d&.-]*[\pL\d]){0,2})`

// employers match a name where only the employer's stands, by language: "the role at
// X", "to join X". The user's own past ("when I worked at X") has other words.
var employers = map[string]func() *regexp.Regexp{
	"":   lazy(`^\z.(x)`),
	"en": lazy(`\b(?:(?:[Tt]he|[Tt]his|[Yy]our|open|an?) (?:[\pL/-]+ ){0,4}(?:[Rr]ole|[Pp]osition|job|opening|opportunity|vacancy|internship) (?:at|with)|(?:interview|application|candidacy|future|career) at|application to|(?:like|love|keen|happy|glad|eager|hope|excited|delighted|thrilled|want|chance|opportunity|pleased|forward|prospect|idea|interested|motivated|enthusiastic)(?: about| of| to| in)? (?:work(?:ing)?|start(?:ing)?) (?:at|for)|(?:to|of|in|about|for|by) (?:join(?:ing)?|be(?:ing|coming)? (?:a )?part of|becom(?:e|ing) (?:a )?part of)(?: (?:the|your) team at)?|(?:everyone|(?:your|the|whole) (?:team|colleagues|people|culture)|life|fit|things) (?:here )?at) ` + aName),
	"de": lazy(`(?:(?:[Dd]ie|[Dd]er|diese[rn]?|Ihre[rn]?|eine[rn]?|offenen?|ausgeschriebenen?) (?:Stelle|Position|Rolle|Aufgabe)(?: als [\pL/ -]{3,40}?)? bei|(?:Bewerbung|Bewerbungsgespräch|Vorstellungsgespräch|Interview|Zukunft|Einstieg|Mitarbeit|Tätigkeit bei Ihnen) bei|(?:[Gg]erne?|sehr|weiterhin|mir vorstellen|freue mich darauf|künftig),? (?:auch )?bei) (?:der |dem |den )?` + aName),
	"fr": lazy(`(?:(?:[Ll]e|ce|[Cc]e|votre|du|au) (?:poste|rôle|stage)(?: d[e'] ?[\pL' -]{2,40}?)? (?:chez|au sein de)|(?:candidature|entretien|opportunité|travailler|évoluer|l'équipe|équipes|aventure|place|avenir) (?:chez|au sein de)|(?:rejoindre|intégrer)(?: (?:l'équipe|les équipes)(?: de)?)?) (?:la société |le groupe |l'entreprise )?` + aName),
	"es": lazy(`(?:(?:unirme|incorporarme|sumarme)(?: al equipo de)? a?|formar parte (?:de|del equipo de)|(?:[Ee]l|[Ee]ste|su|del|al) (?:puesto|rol)(?: de [\pL ]{2,40}?)? en|(?:vacante|entrevista|candidatura|posición|trabajar)(?: de [\pL ]{2,40}?)? en|(?:equipo de|todos en)) ` + aName),
	"nl": lazy(`(?:(?:[Dd]e|deze|uw|jullie|een) (?:functie|rol|vacature|baan|positie)(?: (?:als|van) [\pL -]{2,40}?)? bij|(?:sollicitatie|sollicitatiegesprek|toekomst|aan de slag|komen werken|team|iedereen|(?:graag|zou|willen) werken|te werken) bij) ` + aName),
}

// places are where people work, and no employers.
var places = calendarWords("berlin münchen munich hamburg köln frankfurt wien zürich bern basel genf genève zurich vienna london londres paris lyon nantes lille toulouse bordeaux marseille amsterdam utrecht rotterdam eindhoven brussel bruxelles antwerpen madrid barcelona valencia sevilla bilbao málaga zaragoza lisboa lisbon porto dublin edinburgh manchester bristol boston chicago toronto méxico bogotá lima buenos santiago quito españa europa europe latinoamérica alemania francia deutschland france nederland belgië remoto head senior scale ihnen ihrem ihrer euch eurem dir deinem vous vosotros ustedes usted jullie")
