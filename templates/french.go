package templates

import (
	"fmt"
	"strings"
	"time"
)

var frenchMonths = [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

var french = &language{
	months:    frenchMonths,
	weekdays:  [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	notes:     []string{"passage à SAP", "comment l'équipe recrute", "prévisions"},
	names:     wordSet(`a-people le-met du-met de-role de-company de-topic de-topic2 de-challenge`),
	date:      frenchDate,
	short:     frenchDate,
	to:        "à",
	and:       func(string) string { return "et" },
	honorific: genderOf,
	person:    frenchPerson,
	team:      teamOf([]string{"l'équipe", "équipe", "la", "team"}, []string{"team"}),
	phrase:    frenchPhrase,
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

// frenchOf puts "de" before a noun phrase: "du passage", "des données",
// "d'Analyste". An h keeps its vowel: most job titles with one are English.
func frenchOf(s string) string {
	if rest, ok := strings.CutPrefix(s, "le "); ok {
		return "du " + rest
	}
	if rest, ok := strings.CutPrefix(s, "les "); ok {
		return "des " + rest
	}
	if strings.ContainsRune("aeiouyàâäéèêëîïôöûüœ", []rune(strings.ToLower(s))[0]) {
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

// frenchPhrase makes a note fit after "sur": a noun phrase with its article,
// whose gender is told by the noun's ending or by our lists, "la façon dont …"
// for a clause with comment, or "l'idée de …" for an infinitive.
func frenchPhrase(note string) (string, bool) {
	note = strings.ReplaceAll(note, "’", "'")
	words := spellOut(strings.Fields(note))
	words[0] = lowerFirst(words[0])
	if len(words) > 12 {
		return "", false
	}
	for _, w := range words {
		if lower := strings.ToLower(w); frenchPronouns[lower] || foreignWords[lower] && !isName(w) && lower != "a" {
			return "", false
		}
	}
	first, rest := words[0], strings.Join(words[1:], " ")
	switch {
	case first == "comment" && len(words) > 1 && frenchInfinitive(words[1]):
		return "la façon " + frenchOf(rest), true
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
	if frenchInfinitive(first) && len(words) > 1 {
		return "l'idée " + frenchOf(strings.Join(words, " ")), true
	}
	if isName(first) || startsUpper(first) {
		return strings.Join(words, " "), len(words) == 1
	}
	article, ok := frenchArticle(first)
	return article + strings.Join(words, " "), ok
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

// frenchArticle returns the article, with its space, for a noun; false where
// neither the lists nor the ending tells its gender.
func frenchArticle(noun string) (string, bool) {
	bare := strings.TrimSuffix(strings.TrimSuffix(noun, "s"), "x")
	switch {
	case noun != bare && len([]rune(bare)) > 3 && !strings.HasSuffix(noun, "us") && !strings.HasSuffix(noun, "is") && !frenchMen[noun]:
		return "les ", true
	case strings.ContainsRune("aeiouyàâéèêîôûœ", []rune(noun)[0]):
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
