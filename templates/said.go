package templates

import (
	"slices"
	"strings"
	"unicode"
)

// RoleSaid returns a role as a sentence says it: "Senior Data Analyst" of "Senior Data
// Analyst II – Payments (Remote, EMEA)". It is sure where the title is plain, or where what
// stands before its additions ends (in French and Spanish begins) with a word for a job.
func RoleSaid(language, role string) (said string, sure bool) {
	whole := Role(role)
	head := whole
	if i := strings.IndexFunc(head, func(r rune) bool { return strings.ContainsRune("([|:;,", r) }); i > 0 {
		head = head[:i]
	}
	for _, mark := range []string{" – ", " - ", " — ", " / ", " @ ", " • "} {
		head, _, _ = strings.Cut(head, mark)
	}
	words := strings.Fields(head)
	for len(words) > 1 && isLevel(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	said = strings.Join(words, " ")
	switch {
	case said == "":
		return "", false
	case said == whole:
		return asNoun(languageCode(language), said, words), len(words) <= mostSaid && !strings.ContainsAny(said, "/\\*_#+=")
	}
	return asNoun(languageCode(language), said, words), len(words) <= mostSaid && namesJob(languageCode(language), words)
}

// asNoun writes a role small where its language writes nouns so and the capital is that of
// the line: "analyste tarification", "vlootplanner", but "Senior Analyst" and "PO".
func asNoun(code, said string, words []string) string {
	small := code == "fr" || code == "es" || code == "nl"
	if !small {
		return said
	}
	titled := slices.ContainsFunc(words[1:], func(w string) bool { return startsUpper(w) && strings.ToUpper(w) != w })
	if titled && (len(words) > 1 && startsUpper(words[1]) || !jobNames[plainLetters(words[0])]) {
		return said
	}
	return smallStart(said)
}

// mostSaid is how many words a role has that is said in a sentence without thought.
const mostSaid = 6

// isLevel reports whether a word only grades a title: "II", "L5", "3".
func isLevel(w string) bool {
	w = strings.ToUpper(strings.Trim(w, ".,"))
	return strings.Trim(w, "IVX") == "" || strings.IndexFunc(w, unicode.IsDigit) >= 0 && len(w) < 4 || w == "LEVEL" || w == "GRADE"
}

// namesJob reports whether one of the words names a job, as the languages do it.
func namesJob(code string, words []string) bool {
	if code == "fr" || code == "es" {
		return jobNames[plainLetters(words[0])] || len(words) > 1 && jobNames[plainLetters(words[1])] || endsJob(words[len(words)-1])
	}
	return endsJob(words[len(words)-1])
}

func endsJob(w string) bool {
	w = plainLetters(strings.TrimSuffix(w, ":in"))
	if jobNames[w] {
		return true
	}
	return slices.ContainsFunc([]string{"in", "*in", "/in"}, func(end string) bool { return jobNames[strings.TrimSuffix(w, end)] }) || hasEnding(w, jobEndings)
}

var (
	jobNames = wordSet(`analyst engineer developer manager designer architect consultant scientist researcher specialist administrator assistant associate coordinator director officer lead head technician nurse teacher lecturer
		accountant controller planner buyer recruiter editor writer copywriter translator lawyer counsel advisor adviser agent representative executive supervisor operator driver mechanic electrician chef cook baker pharmacist physician
		therapist psychologist librarian curator archivist producer trainer instructor tutor professor secretary clerk auditor underwriter actuary trader broker strategist marketer owner master partner intern apprentice fellow
		analyste ingenieur ingenieure developpeur developpeuse chef cheffe responsable charge chargee directeur directrice conseiller conseillere consultant consultante gestionnaire comptable assistant assistante technicien technicienne
		infirmier infirmiere professeur professeure enseignant enseignante chercheur chercheuse redacteur redactrice juriste acheteur acheteuse concepteur conceptrice coordinateur coordinatrice administrateur administratrice graphiste
		analista ingeniero ingeniera desarrollador desarrolladora jefe jefa responsable director directora consultor consultora gestor gestora tecnico tecnica administrativo administrativa contable profesor profesora enfermero enfermera
		investigador investigadora coordinador coordinadora disenador disenadora abogado abogada comercial asesor asesora redactor redactora arquitecto arquitecta auxiliar
		adviseur medewerker ontwikkelaar beheerder verpleegkundige docent leraar onderzoeker boekhouder ingenieur planner inkoper coordinator projectleider teamleider monteur jurist redacteur ontwerper architect secretaris secretaresse`)
	jobEndings = strings.Fields(`entwickler entwicklerin berater beraterin leiter leiterin ingenieur ingenieurin referent referentin kaufmann kauffrau sachbearbeiter sachbearbeiterin techniker technikerin lehrer lehrerin pfleger pflegerin
		pflegefachkraft fachkraft mechaniker mechatroniker elektroniker controller controllerin analyst analystin manager managerin redakteur redakteurin jurist juristin arzt arztin architekt architektin planer planerin einkaufer einkauferin
		mitarbeiter mitarbeiterin assistent assistentin administrator administratorin wissenschaftler wissenschaftlerin spezialist spezialistin medewerker adviseur ontwikkelaar beheerder leider ingenieur`)
)

// AtCompany returns the employer's name with the preposition, and the article, with which
// a sentence says it: "at Acme", "bei der Deutschen Bahn", "au CHU de Lille". It is sure
// where the name is a plain one, or begins with a word whose gender is known.
func AtCompany(language, company string) (said string, sure bool) {
	lang, name := languages[languageCode(language)], Company(company)
	words := strings.Fields(name)
	if lang == nil || len(words) == 0 {
		return "", false
	}
	first := plainLetters(words[0])
	for _, house := range houses[lang.code] {
		if !house.words[first] && !(lang.code == "de" && len(words) > 1 && endsHouse(house.words, first)) && !(house.adjective && len(words) > 1 && house.words[plainLetters(words[1])]) {
			continue
		}
		return house.before + strings.Join(words, " "), true
	}
	if lang.code == "de" {
		if said, ok := germanHouse(words); ok {
			return said, true
		}
	}
	plain := len(words) <= 4 && !articled[first] && !strings.ContainsAny(name, "|/:;,()[]–—*_#\"“”") && !strings.Contains(name, " - ") && unicode.IsUpper([]rune(words[0])[0]) || len(words) == 1 && !strings.ContainsAny(name, "|/:;,()[]*_#") && !articled[first]
	known := slices.ContainsFunc(words, func(w string) bool { return anyHouse[plainLetters(w)] })
	return lang.at + " " + name, plain && !known
}

// endsHouse reports whether a German compound ends in one of the words: "Kinderklinik".
func endsHouse(words map[string]bool, compound string) bool {
	for w := range words {
		if len(w) > 5 && strings.HasSuffix(compound, w) {
			return true
		}
	}
	return false
}

// A house is a kind of employer whose name begins with a noun, and what stands before it.
type house struct {
	before    string
	words     map[string]bool
	adjective bool // the noun may stand second
}

var (
	houses = map[string][]house{
		"en": {{"at the ", wordSet(`university ministry department city bank institute museum office bureau agency council college house port royal`), false}},
		"de": {
			{"bei der ", wordSet(`stadt sparkasse volksbank bundesagentur agentur gemeinde stiftung bank gruppe diakonie caritas handwerkskammer kanzlei feuerwehr polizei genossenschaft brauerei backerei molkerei reederei druckerei gartnerei schreinerei tischlerei versicherung manufaktur werkstatt werft`), false},
			{"in der ", wordSet(`klinik`), false},
			{"an der ", wordSet(`universitat hochschule akademie fachhochschule schule grundschule`), false},
			{"am ", wordSet(`klinikum krankenhaus institut museum theater gymnasium uniklinikum`), false},
			{"beim ", wordSet(`brauhaus autohaus kaufhaus verlag verein verband kreis landkreis amt landratsamt landesamt finanzamt`), false},
		},
		"fr": {
			{"au ", wordSet(`chu chr ch groupe ministere conseil centre lycee college departement syndicat musee theatre cabinet crous cnrs laboratoire domaine moulin comptoir chantier`), false},
			{"à la ", wordSet(`mairie ville banque caisse region fondation clinique metropole maison commune mutuelle bibliotheque mediatheque cooperative brasserie boulangerie compagnie manufacture librairie laiterie fromagerie pharmacie scierie conserverie societe ferme`), false},
			{"aux ", wordSet(`messageries editions ateliers etablissements transports laboratoires hospices archives galeries papeteries`), false},
			{"à l'", wordSet(`atelier imprimerie entreprise usine academie universite hopital institut association agence ecole office opera union`), false},
		},
		"es": {
			{"en el ", wordSet(`hospital ayuntamiento grupo banco ministerio instituto colegio centro museo gobierno servicio consorcio taller laboratorio archivo teatro`), false},
			{"en la ", wordSet(`universidad fundacion clinica caja escuela junta diputacion agencia biblioteca generalitat empresa cooperativa fabrica panaderia libreria imprenta asociacion federacion editorial`), false},
		},
		"nl": {
			{"bij de ", wordSet(`universiteit gemeente provincie stichting hogeschool bibliotheek belastingdienst politie brandweer`), false},
			{"bij het ", wordSet(`ministerie waterschap ziekenhuis museum rijksmuseum instituut`), false},
		},
	}
	// anyHouse are nouns that want an article somewhere in a name that none of houses fits.
	anyHouse = func() map[string]bool {
		all := wordSet(`bahn werke stadtwerke universitatsklinikum university hospital council trust universite universiteit universidad ministerium ministry bundesamt gmbh group groupe gruppe groep grupo`)
		for _, list := range houses {
			for _, h := range list {
				for w := range h.words {
					all[w] = true
				}
			}
		}
		// What names end with everywhere, and is said without an article.
		for _, w := range strings.Fields("bank group house port royal centre agency ch union office university hospital institute council trust college city bureau") {
			delete(all, w)
		}
		return all
	}()
	// articled are words that begin a name as an article does.
	articled = wordSet(`the a die der das ein le la les l' un une el los las una de het een`)
)

// germanHouse says a name of a noun with its adjective in the dative, where the noun's
// gender is known: "bei der Deutschen Bahn".
func germanHouse(words []string) (string, bool) {
	// "bei den Wasserwerken Oberlahn"
	if hasEnding(words[0], []string{"werke", "betriebe", "kliniken", "werkstätten"}) && len(words) > 1 {
		return "bei den " + strings.TrimSuffix(words[0], "n") + "n " + strings.Join(words[1:], " "), true
	}
	if len(words) < 2 || !strings.HasSuffix(words[0], "e") {
		return "", false
	}
	before := "bei der "
	switch noun := plainLetters(words[1]); noun {
	case "bahn", "bank", "post", "stiftung", "sparkasse", "gesellschaft", "versicherung", "rentenversicherung", "telekom", "borse", "bundesbank", "krankenkasse":
	case "universitat", "hochschule", "akademie":
		before = "an der "
	default:
		return "", false
	}
	return before + words[0] + "n " + strings.Join(words[1:], " "), true
}
