package drafter

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/letter"
	"afterword/rules"
	"afterword/templates"
)

// person checks that the letter goes to the one whom it greets.
func (p *proof) person() {
	f := p.c.FollowUp
	if f.To.Address == "" {
		return
	}
	to := f.To
	if len(p.l.To) > 0 && !letter.SameRecipient(p.l.To, []string{to.Address}) {
		p.add(RulePerson, strings.Join(p.l.To, ", "), "this follow-up is for %s <%s>", to.Name, to.Address)
	}
	if len(p.l.To) > 1 && (f.Kind == rules.ThankYou || p.c.Ours) {
		p.add(RulePerson, strings.Join(p.l.To, ", "), "write to one person at a time")
	}
	if p.l.Salutation == "" || to.Name == "" || p.c.App == nil {
		return
	}
	if !shareWord(p.l.Salutation, to.Name) {
		for _, other := range p.c.App.Contacts {
			if other.Key() != to.Key() && other.Name != "" && shareWord(p.l.Salutation, other.Name) {
				p.add(RulePerson, p.l.Salutation, "this greets %s, and the letter goes to %s", other.Name, to.Name)
			}
		}
	}
}

// shareWord reports whether a word of the name stands in the line, spelled about so.
func shareWord(line, name string) bool {
	for _, w := range letter.WordsOf(line) {
		for _, n := range letter.WordsOf(name) {
			if utf8.RuneCountInString(n) > 1 && (plain(w) == plain(n)) {
				return true
			}
		}
	}
	return false
}

// titles are the honorifics that a salutation may hold, and the forms that mean
// the same.
var titles = map[string]string{
	"dr": "dr", "doctor": "dr", "doktor": "dr", "dra": "dr", "doctora": "dr", "prof": "prof", "professor": "prof", "professeur": "prof",
	"profesor": "prof", "profesora": "prof", "professorin": "prof", "mr": "mr", "mister": "mr", "mrs": "mrs", "ms": "ms", "mx": "mx", "miss": "miss",
	"herr": "herr", "herrn": "herr", "hr": "herr", "frau": "frau", "fr": "frau", "m": "monsieur", "monsieur": "monsieur",
	"mme": "madame", "madame": "madame", "mlle": "mademoiselle", "mademoiselle": "mademoiselle", "sr": "señor", "señor": "señor",
	"sra": "señora", "señora": "señora", "srta": "señorita", "señorita": "señorita", "dhr": "heer", "heer": "heer", "mevr": "mevrouw",
	"mw": "mevrouw", "mevrouw": "mevrouw", "drs": "drs", "ir": "ir", "ing": "ing", "sir": "sir", "dame": "dame",
}

// names checks that names, honorific and company are spelled as they spell them.
func (p *proof) names() {
	if p.c.App == nil {
		return
	}
	if f := p.c.FollowUp; f.To.Name != "" && p.l.Salutation != "" {
		p.salutation(f.To)
	}
	known := map[string]bool{}
	learn := func(s string) {
		for _, w := range nameParts(s) {
			known[w] = true
		}
	}
	for _, c := range p.c.App.Contacts {
		learn(c.Name)
	}
	learn(p.c.App.Company)
	learn(p.c.App.Role)
	learn(p.c.Me.Name)
	for _, v := range p.c.App.Interviews {
		for _, t := range append(append([]string{}, v.Topics...), v.Challenges...) {
			learn(t)
		}
	}
	for _, c := range p.c.App.Contacts {
		for _, n := range nameParts(c.Name) {
			p.misspelt(n, known, false)
		}
	}
	for _, n := range nameParts(p.c.App.Company) {
		p.misspelt(n, known, true)
	}
	p.companyCase()
}

// salutation checks the greeting against the contact's own spelling.
func (p *proof) salutation(to rules.Contact) {
	n := nameOf(to, p.c.App.Company, p.c.Language)
	honorific := strings.Join(n.Titles, " ")
	line := p.l.Salutation
	have, want := titlesIn(line), titlesIn(cmp.Or(honorific, n.Called, to.Honorific))
	for t, word := range have {
		if _, ok := want[t]; !ok && !translated(t, want) {
			p.add(RuleName, word, "they do not call themselves so: nothing is guessed about an honorific")
		}
	}
	if honorific != "" && len(have) == 0 && (p.c.Ours || !strings.Contains(line, cmp.Or(n.Given, n.Full))) {
		p.add(RuleName, line, "they write %q before their name", honorific)
	}
	// Some word of the name must stand there as it is spelled, or no name at all.
	for _, w := range nameParts(line) {
		for _, n := range nameParts(to.Name) {
			if w != n && (plain(w) == plain(n) || nearly(plain(w), plain(n))) && titles[plain(w)] == "" {
				p.add(RuleName, w, "they spell it %q", n)
			}
		}
	}
}

// languageAndGender of the titles that have one: "Ms." becomes "Frau" in a German
// letter, since she says it herself; "Mrs." for "Ms." would be a guess.
var languageAndGender = map[string][2]string{
	"mr": {"en", "m"}, "sir": {"en", "m"}, "mrs": {"en", "f"}, "ms": {"en", "f"}, "miss": {"en", "f"}, "dame": {"en", "f"},
	"herr": {"de", "m"}, "frau": {"de", "f"}, "monsieur": {"fr", "m"}, "madame": {"fr", "f"}, "mademoiselle": {"fr", "f"},
	"señor": {"es", "m"}, "señora": {"es", "f"}, "señorita": {"es", "f"}, "heer": {"nl", "m"}, "mevrouw": {"nl", "f"},
}

// translated reports whether a title is one of theirs in another language.
func translated(title string, theirs map[string]string) bool {
	a, ok := languageAndGender[title]
	for t := range theirs {
		if b := languageAndGender[t]; ok && a[0] != b[0] && a[1] == b[1] {
			return true
		}
	}
	return false
}

// titlesIn returns the honorifics of a line: what they mean, and how they stand there.
func titlesIn(s string) map[string]string {
	found := map[string]string{}
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",:!/", r) })
	for i, w := range words {
		key := strings.ToLower(strings.TrimSuffix(w, "."))
		mean, ok := titles[key]
		// "M" and "Fr" are titles with a dot or as the whole honorific only.
		if !ok || len(key) < 3 && !strings.HasSuffix(w, ".") && key != "dr" && key != "mr" && key != "ms" && key != "mx" && key != "mw" && i > 0 {
			continue
		}
		if i == 0 && len(words) > 1 && (mean == "madame" || mean == "monsieur") && strings.HasSuffix(s, ",") {
			found[mean] = w
			continue
		}
		found[mean] = w
	}
	return found
}

// misspelt finds words of the letter that are nearly, but not quite, a name. A
// word counts only where it looks like a name: a capital inside a sentence.
func (p *proof) misspelt(name string, known map[string]bool, company bool) {
	if utf8.RuneCountInString(name) < 4 || !unicode.IsUpper(firstRune(name)) {
		return
	}
	for _, text := range []string{p.l.Subject, p.l.Text} {
		start, before := true, ""
		for _, field := range strings.Fields(text) {
			at := atCompany[before]
			before = strings.ToLower(field)
			word := strings.TrimFunc(possessive.ReplaceAllString(field, ""), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
			inside := !start
			start = strings.ContainsAny(field[len(field)-1:], ".!?:") && titles[strings.ToLower(word)] == ""
			_, month := monthNames[strings.ToLower(word)]
			_, day := weekdayNames[strings.ToLower(word)]
			if month || day || !inside || word == "" || word == name || known[word] || known[strings.TrimSuffix(word, "s")] || !unicode.IsUpper(firstRune(word)) {
				continue
			}
			a, b := plain(word), plain(name)
			if a == b && strings.ToUpper(name) != word || a != b && firstRune(a) == firstRune(b) && nearly(a, b) && a != b+"s" && (!p.germanNoun(word) || at && company) {
				if company {
					p.add(RuleName, word, "the company is spelled %q", name)
				} else {
					p.add(RuleName, word, "the name is spelled %q", name)
				}
			}
		}
	}
}

// atCompany are German words after which a name is likelier than a noun.
var atCompany = map[string]bool{"bei": true, "zu": true, "von": true}

// germanNoun reports whether a short word with a capital may be just a noun.
func (p *proof) germanNoun(word string) bool {
	return p.c.Language == "de" && utf8.RuneCountInString(word) < 7
}

var possessive = regexp.MustCompile(`['’]s?\b.*$`)

// companyCase finds the company in other letter case, where a preposition shows
// that it is meant: "at acme".
func (p *proof) companyCase() {
	company := templates.Company(p.c.App.Company)
	if len(company) < 2 {
		return
	}
	meant, err := regexp.Compile(`(?i)\b(?:at|with|join|joining|bei|chez|bij|en|de|von|for)\s+(` + regexp.QuoteMeta(company) + `)(?:$|[^\pL\d])`)
	if err != nil {
		return
	}
	for _, m := range meant.FindAllStringSubmatch(p.l.Text, -1) {
		if m[1] != company {
			p.add(RuleName, m[1], "the company is spelled %q", company)
		}
	}
}

// nameParts returns the words of a name with their letter case.
func nameParts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
}

// plain folds case and accents, for comparing only.
func plain(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if to, ok := accents[r]; ok {
			b.WriteString(to)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var accents = func() map[rune]string {
	table := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d"}
	for to, from := range map[string]string{"a": "áàâäãåāą", "c": "çćč", "e": "éèêëēęě", "i": "íìîïī", "n": "ñńň", "o": "óòôöõőō", "s": "śšş", "u": "úùûüűū", "y": "ýÿ", "z": "źžż", "g": "ğ", "r": "ř", "t": "ťţ"} {
		for _, r := range from {
			table[r] = to
		}
	}
	return table
}()

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// nearly reports whether two different words are a slip apart: one letter in
// words of four to seven, two in longer ones. Two neighbours swapped are one slip.
func nearly(a, b string) bool {
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	switch {
	case a == b || n < 4:
		return false
	case n < 8:
		return distance(a, b) <= 1
	}
	return distance(a, b) <= 2
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours.
func distance(a, b string) int {
	v, w := []rune(a), []rune(b)
	rows := make([][]int, len(v)+1)
	for i := range rows {
		rows[i] = make([]int, len(w)+1)
		rows[i][0] = i
	}
	for k := range rows[0] {
		rows[0][k] = k
	}
	for i := 1; i <= len(v); i++ {
		for k := 1; k <= len(w); k++ {
			cost := 1
			if v[i-1] == w[k-1] {
				cost = 0
			}
			rows[i][k] = min(rows[i-1][k]+1, rows[i][k-1]+1, rows[i-1][k-1]+cost)
			if i > 1 && k > 1 && v[i-1] == w[k-2] && v[i-2] == w[k-1] {
				rows[i][k] = min(rows[i][k], rows[i-2][k-2]+1)
			}
		}
	}
	return rows[len(v)][len(w)]
}
