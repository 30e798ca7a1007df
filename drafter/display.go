package drafter

import (
	"regexp"
	"strings"

	"afterword/rules"
)

// A display name holds more than a name: "Robin Hale | Acme", "Müller, Petra", "Talent
// Team". What is surely the name is used, what is unsure is written in full as it
// stands, and a mailbox is greeted without a name.

// behind matches what stands after a name: "| Acme", "(HR)", "via Ashby", "@ Acme".
var behind = regexp.MustCompile(`\s*(?:\s[|/•·@]\s.*|\s[|•·].*|[|•·]\s.*|\s+\([^()]*\)|\s\[[^\[\]]*\]|\s+(?i:via|from|chez|bei|at)\s+\pL.*)$`)

// mailbox matches words that no person is called by.
var mailbox = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:teams?|careers?|recruiting|recruitment|recruiters|talent(?: acquisition)?|human resources|hiring|no-?reply|notifications?|` +
	`bewerb(?:ung|er)\pL*|karriere|personal(?:abteilung|wesen|management)|` +
	`recrutement|ressources humaines|service|candidatures?|` +
	`selección|reclutamiento|recursos humanos|empleo|de personal|` +
	`werving|afdeling|personeelszaken|vacatures|sollicitaties?)(?:$|[^\pL])`)

// couple matches a name that is of two.
var couple = regexp.MustCompile(`(?i)^(?:and|und|et|y|en|&)\s`)

// styles are words before a name by which somebody is called in full: what they would
// become in a salutation is not for a program to say.
var styles = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`lord lady hon honourable honorable capt captain col colonel maj major lt sgt gen rev reverend father sister brother judge
		schwester bruder pater pastor pfarrer dipl.-ing
		maître me pr père sœur don doña d lcda lcdo licda licdo arq abg meneer mevrouw ds sir dame`) {
		styles[w] = true
	}
}

// read returns a contact with the name by which a letter may call him.
func read(c rules.Contact) rules.Contact {
	if name := strings.TrimSpace(behind.ReplaceAllString(c.Name, "")); strings.ContainsRune(name, ' ') || mailbox.MatchString(c.Name) {
		c.Name = name
	}
	if mailbox.MatchString(c.Name) {
		c.Name, c.Honorific = "", ""
	}
	// "Müller, Petra", but not "Robin Hale, PhD" or "Hale, Robin, Acme".
	family, given, turned := strings.Cut(suffixes.ReplaceAllString(c.Name, ""), ",")
	if given = strings.TrimSpace(given); turned && given != "" && !strings.ContainsAny(given, ",.") && len(strings.Fields(given)) <= 2 && len(strings.Fields(family)) <= 3 {
		c.Name = given + " " + strings.TrimSpace(family)
	}
	return c
}

// styled reports whether a name begins with a style.
func styled(name string) bool {
	first, _, more := strings.Cut(name, " ")
	return more && styles[strings.ToLower(strings.TrimSuffix(first, "."))]
}
