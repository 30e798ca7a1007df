package drafter

import (
	"regexp"
	"slices"
	"strings"
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
		for _, name := range []string{other, templates.Company(other)} {
			if at := p.otherCompany(text, name, known); at >= 0 {
				p.add(RuleCompany, around(text, at), "this letter goes to %s, and %s is another of your applications", p.c.App.Company, templates.Line(other, longestSubject))
				break
			}
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

// otherCompany returns where a text names a company that is not the application's; -1
// where it does not.
func (p *proof) otherCompany(text, name string, known map[string]bool) int {
	if utf8.RuneCountInString(name) < 3 || p.isKnown(name, known) {
		return -1
	}
	found, err := regexp.Compile(`(?:^|[^\pL\d])(` + regexp.QuoteMeta(name) + `)(?:$|[^\pL\d])`)
	if err != nil {
		return -1
	}
	for _, m := range found.FindAllStringSubmatchIndex(text, -1) {
		before := strings.TrimSpace(text[:m[2]])
		// A word that begins a sentence has its capital from there, and a German noun has one.
		starts := before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:")
		words := strings.Fields(before)
		bare := !strings.Contains(name, " ") && (starts || p.c.Language == "de" && !slices.Contains(beforeCompany, strings.ToLower(words[len(words)-1])))
		if !bare {
			return m[2]
		}
	}
	return -1
}

// beforeCompany are words before a German company rather than a noun.
var beforeCompany = []string{"bei", "von", "zu", "für", "team", "firma", "der", "an", "mit"}

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
			learn(point.Topic, point.Because, point.OwnWork)
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
	_, day := weekdayNames[first]
	_, month := monthNames[first]
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
