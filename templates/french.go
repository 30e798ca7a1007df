package templates

import (
	"fmt"
	"strings"
	"time"
)

var frenchMonths = [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

var french = &language{
	code:      "fr",
	familiar:  true,
	months:    frenchMonths,
	weekdays:  [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	notes:     []string{"passage à SAP", "comment l'équipe recrute", "prévisions"},
	names:     wordSet(`a-people le-met du-met de-role de-company de-topic de-topic2 de-challenge`),
	date:      frenchDate,
	short:     frenchDate,
	to:        "à",
	and:       func(string) string { return "et" },
	honorific: frenchHonorific,
	person:    frenchPerson,
	phrase:    frenchPhrase,
	because:   frenchBecause,
	stands:    true,
	at:        "chez",
	change:    func(from, to string) string { return "le passage " + frenchOf(from) + " à " + to },
	extra:     frenchExtra,
	start:     same,
	finish:    frenchFinish,
}

func frenchDate(t time.Time) string {
	day := fmt.Sprint(t.Day())
	if t.Day() == 1 {
		day = "1er"
	}
	return day + " " + frenchMonths[t.Month()-1]
}

// frenchHonorific leaves a "Mademoiselle" what she calls herself.
func frenchHonorific(s string) (string, bool, bool) {
	if w := strings.ToLower(strings.TrimSuffix(s, ".")); w == "mademoiselle" || w == "mlle" {
		return "Mademoiselle", false, false
	}
	return genderOf(s)
}

func frenchPerson(honorific, name string) string {
	titles, mr, ms := genderOf(honorific)
	switch {
	case titles != "":
		return joinWords(titles, name)
	case mr:
		return joinWords("M.", name)
	case ms:
		return joinWords("Mme", name)
	}
	return name
}

// frenchExtra adds what elision and contraction make of the values.
func frenchExtra(values map[string]string) {
	for _, name := range []string{"role", "company"} {
		if v := values[name]; v != "" {
			values["de-"+name] = frenchOf(v)
		}
	}
	for _, name := range []string{"topic", "topic2", "challenge"} {
		if v := values[name]; v != "" {
			values["de-"+name] = frenchOf(v)
		}
	}
	if met := values["met"]; met != "" {
		// "vendredi", but "le 13 novembre".
		values["le-met"], values["du-met"] = met, "de "+met
		if met[0] >= '0' && met[0] <= '9' {
			values["le-met"], values["du-met"] = "le "+met, "du "+met
		}
	}
}

// frenchBecause puts "parce que" before a reason.
func frenchBecause(s string) string {
	if frenchVowel(s) {
		return "parce qu'" + s
	}
	return "parce que " + s
}

func frenchVowel(s string) bool {
	return strings.ContainsRune("aeiouyàâäéèêëîïôöûüœ", []rune(strings.ToLower(s))[0])
}

// frenchOf puts "de" before a noun phrase: "du passage", "des données",
// "d'Analyste". An h keeps its vowel: most job titles with one are English.
func frenchOf(s string) string {
	if rest, ok := strings.CutPrefix(s, "le "); ok {
		return "du " + rest
	}
	if rest, ok := strings.CutPrefix(s, "les "); ok {
		return "des " + rest
	}
	if frenchVowel(s) {
		return "d'" + s
	}
	return "de " + s
}

// frenchFinish puts the unbreakable space that French wants before tall marks.
func frenchFinish(s string) string {
	return strings.NewReplacer(" ?", "\u00a0?", " !", "\u00a0!", " :", "\u00a0:", " ;", "\u00a0;").Replace(s)
}

var (
	frenchArticles = wordSet(`le la les un une des ce cet cette ces leur leurs votre vos quelques plusieurs certains certaines deux trois`)
	frenchFinite   = wordSet(`est sont était étaient a ont avait avaient sera seront fait font va vont peut peuvent doit doivent veut
		aime adore déteste utilise travaille pense dit habite vient joue cherche semble préfère a-t-il ne pas`)
	frenchPronouns = wordSet(`je j'ai moi mon ma mes nous notre nos tu te toi ton ta tes il elle lui ils elles on`)
	// Endings by which a French noun shows its gender, longest first.
	frenchFeminine = []string{"tion", "sion", "xion", "aison", "ance", "ence", "ité", "té", "ure", "ette", "esse", "ise", "ude", "erie",
		"logie", "graphie", "nomie", "ière", "ouille", "euse", "trice", "ée"}
	frenchMasculine = []string{"ment", "age", "isme", "eau", "oir", "ier", "eur", "et", "al", "el", "ing", "on", "ard", "teur", "ail", "eil", "ant", "is", "ut"}
	frenchWomen     = wordSet(`équipe refonte vente ventes paie recherche mise charge dette gestion analyse roadmap démarche approche
		stratégie politique méthode technique prise base plateforme plate-forme chaîne ligne usine entreprise clientèle croissance
		hausse baisse reprise montée conduite tenue revue culture relève astreinte loi norme marque demande offre page donnée
		image montée maîtrise logistique informatique robotique fibre filière main-d'œuvre`)
	frenchMen = wordSet(`budget projet outil client plan passage produit service réseau marché site suivi système logiciel processus
		modèle rôle groupe contrôle problème programme chiffre stock dossier code test lean cloud data warehouse devops backlog
		sprint reporting pilotage partage usage rythme siège export import appel contrat choix départ arrivée travail télétravail
		télé-travail turnover manque parcours cadre monitoring onboarding déploiement lancement calcul audit bilan tri flux coût droit développement accueil avenir plaisir cluster manager leader conteneur container atelier`)
)

// frenchBefore are adjectives that go before their noun, with its article.
var frenchBefore = func() map[string]string {
	articles := map[string]string{}
	for article, words := range map[string]string{
		"la ":  "nouvelle grande petite bonne première future forte ancienne prochaine grosse haute longue",
		"le ":  "nouveau nouvel grand petit bon premier futur fort ancien prochain gros haut long",
		"les ": "nouveaux nouvelles grands grandes petits petites bons bonnes premiers premières futurs futures forts fortes anciens anciennes",
	} {
		for _, w := range strings.Fields(words) {
			articles[w] = article
		}
	}
	return articles
}()

// frenchPhrase makes a note fit after "sur": a noun phrase with its article,
// whose gender is told by the noun's ending or by our lists, "la façon dont …"
// for a clause with comment, or "l'objectif de …" for an infinitive.
func frenchPhrase(note string) (string, bool) {
	note = strings.ReplaceAll(note, "’", "'")
	words := spellOut(strings.Fields(note))
	words[0] = lowerFirst(words[0])
	if len(words) > 12 {
		return "", false
	}
	for i, w := range words {
		if lower := strings.ToLower(w); frenchPronouns[lower] && (words[0] != "comment" || i != 1) || foreignWords[lower] && !isName(w) && lower != "a" && lower != "on" {
			return "", false
		}
	}
	first, rest := words[0], strings.Join(words[1:], " ")
	switch {
	case first == "comment" && len(words) > 1 && frenchInfinitive(words[1]):
		return "la façon " + frenchOf(rest), true
	case first == "comment" && len(words) > 2 && (words[1] == "ils" || words[1] == "elles"):
		verb, ok := frenchYou(words[2])
		return "la façon dont vous " + joinWords(append([]string{verb}, words[3:]...)...), ok
	case first == "comment" && len(words) > 2:
		return "la façon dont " + rest, true
	case first == "pourquoi" && len(words) > 2:
		return "les raisons pour lesquelles " + rest, true
	}
	for _, w := range words {
		if frenchFinite[strings.ToLower(w)] {
			return "", false
		}
	}
	if frenchArticles[first] || strings.HasPrefix(first, "l'") {
		return strings.Join(words, " "), len(words) > 1 || strings.HasPrefix(first, "l'")
	}
	if rest, ok := cutAny(strings.Join(words, " "), "trop peu ", "pas assez "); ok {
		return "le manque " + rest, strings.HasPrefix(rest, "de ") || strings.HasPrefix(rest, "d'")
	}
	if (first == "moins" || first == "plus") && len(words) > 2 {
		return strings.Join(words, " "), words[1] == "de" || strings.HasPrefix(words[1], "d'")
	}
	if article := frenchBefore[first]; article != "" && len(words) > 1 {
		if article != "les " && strings.ContainsRune("aeiouyàâéèêîôûœ", []rune(first)[0]) {
			article = "l'"
		}
		return article + strings.Join(words, " "), true
	}
	if frenchInfinitive(first) && len(words) > 1 {
		return "l'objectif " + frenchOf(strings.Join(words, " ")), true
	}
	if isName(first) || startsUpper(first) {
		return strings.Join(words, " "), len(words) == 1
	}
	article, ok := frenchArticle(first)
	return article + strings.Join(words, " "), ok
}

// frenchYou turns the third person plural of a regular verb, with which a note
// speaks of the company, into the form of address: "gèrent", "gérez".
func frenchYou(verb string) (string, bool) {
	stem, ok := strings.CutSuffix(verb, "ent")
	if !ok || len([]rune(stem)) < 3 || hasEnding(stem, []string{"nn", "ll", "tt", "oi"}) {
		return "", false
	}
	if i := strings.LastIndex(stem, "è"); i >= 0 && i >= len(stem)-4 {
		stem = stem[:i] + "é" + stem[i+len("è"):]
	}
	return stem + "ez", true
}

// cutAny cuts the first of the prefixes that the text begins with.
func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// frenchInfinitive reports whether a word is a verb, to go by its ending.
func frenchInfinitive(w string) bool {
	if frenchMen[w] || frenchWomen[w] || len([]rune(w)) < 5 {
		return false
	}
	if strings.HasSuffix(w, "ier") {
		return hasEnding(w, []string{"fier", "blier", "udier"})
	}
	return hasEnding(w, []string{"er", "ir", "endre", "ondre", "indre", "uire", "faire", "mettre", "crire"}) && !strings.HasSuffix(w, "oir")
}

// frenchAspirated are beginnings of nouns before whose h no vowel is dropped.
var frenchAspirated = strings.Fields(`hausse haut handicap hasard hiérarchie hack hall halte hangar harcèlement hard haie hanche hub huit hotline hors heurt hockey hollande hongrie houle hip hit high head help home hedge`)

func hasPrefix(w string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// frenchArticle returns the article, with its space, for a noun; false where
// neither the lists nor the ending tells its gender.
func frenchArticle(noun string) (string, bool) {
	bare := strings.TrimSuffix(strings.TrimSuffix(noun, "s"), "x")
	switch {
	case noun != bare && len([]rune(bare)) > 3 && !strings.HasSuffix(noun, "us") && !strings.HasSuffix(noun, "is") && !frenchMen[noun]:
		return "les ", true
	case strings.ContainsRune("aeiouyàâéèêîôûœ", []rune(noun)[0]), strings.HasPrefix(noun, "h") && !hasPrefix(noun, frenchAspirated):
		return "l'", true
	case frenchWomen[noun]:
		return "la ", true
	case frenchMen[noun]:
		return "le ", true
	}
	if hasEnding(noun, frenchFeminine) {
		return "la ", true
	}
	return "le ", hasEnding(noun, frenchMasculine)
}
