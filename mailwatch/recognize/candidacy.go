package recognize

// Candidacy is what the subject of a letter about a candidacy has in most languages.
// A message that has one is read, whoever sent it: it may name role and company in its
// text. It decides nothing else.
var Candidacy = []string{
	"application", "interview", "candidacy", "candidate", "your offer", "job offer", "the role", "the position", "hiring process",
	"bewerbung", "vorstellungsgespräch", "bewerbungsgespräch", "kennenlerngespräch", "bewerbungsverfahren",
	"candidature", "entretien", "recrutement",
	"candidatura", "entrevista", "solicitud", "proceso de selección",
	"sollicitatie", "sollicitatiegesprek",
	"colloquio", "selezione", "ansökan", "ansøgning", "søknad", "intervju", "aplikacja", "rekrutacja",
}
