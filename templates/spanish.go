package templates

import (
	"fmt"
	"strings"
	"time"
)

var spanishMonths = [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}

var spanish = &language{
	code:      "es",
	months:    spanishMonths,
	familiar:  true,
	weekdays:  [7]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
	notes:     []string{"paso a SAP", "cómo el equipo contrata", "previsiones"},
	names:     wordSet(`a-people de-topic de-topic2 de-challenge`),
	date:      spanishDate,
	short:     spanishDate,
	to:        "a",
	and:       spanishAnd,
	honorific: spanishHonorific,
	person:    spanishPerson,
	phrase:    spanishPhrase,
	because:   func(s string) string { return "porque " + s },
	stands:    true,
	at:        "en",
	change:    func(from, to string) string { return "el paso de " + from + " a " + to },
	extra:     spanishExtra,
	start:     same,
	finish:    same,
}

func spanishDate(t time.Time) string {
	return fmt.Sprintf("%d de %s", t.Day(), spanishMonths[t.Month()-1])
}

// spanishAnd is "e" before the sound of i: "Ana e Inés".
func spanishAnd(next string) string {
	lower := strings.ToLower(next)
	if strings.HasPrefix(lower, "i") || strings.HasPrefix(lower, "í") || strings.HasPrefix(lower, "hi") && !strings.HasPrefix(lower, "hie") {
		return "e"
	}
	return "y"
}

// spanishHonorific takes "Dra." for what it is: a title with a gender of its own.
func spanishHonorific(s string) (string, bool, bool) {
	if w := strings.ToLower(strings.TrimSuffix(s, ".")); w == "srta" || w == "señorita" {
		return s, false, true
	}
	titles, mr, ms := genderOf(s)
	for _, w := range strings.Fields(strings.ToLower(titles)) {
		switch strings.TrimSuffix(strings.ReplaceAll(w, "ª", "a"), ".") {
		case "dra", "doctora", "profa", "prof.a", "profesora", "lcda", "licda", "ldra", "doña", "dña", "da", "d.a":
			ms = true
		case "lcdo", "licdo", "don", "d", "profesor", "doctor":
			mr = true
		}
	}
	return titles, mr, ms && !mr
}

// spanishPerson names a person after "a": a gendered form of address would want
// an article, so the name stands without it.
func spanishPerson(_, name string) string {
	return name
}

func spanishExtra(values map[string]string) {
	for _, name := range []string{"topic", "topic2", "challenge"} {
		if v := values[name]; v != "" {
			values["de-"+name] = "de " + v
			if rest, ok := strings.CutPrefix(v, "el "); ok {
				values["de-"+name] = "del " + rest
			}
		}
	}
}

var (
	spanishArticles = wordSet(`el la los las un una unos unas este esta estos estas ese esa esos esas su sus algunos algunas varios varias dos tres cada`)
	spanishFinite   = wordSet(`es son era eran está están fue fueron ha han había tiene tienen hay va van puede pueden debe deben quiere
		le gusta gustan usa trabaja piensa dice vive viene juega busca parece prefiere no odia adora`)
	spanishPronouns = wordSet(`yo me mi mis mí nosotros nosotras nos nuestro nuestra nuestros nuestras tú te tu tus él ella`)
	spanishFeminine = []string{"ción", "sión", "stión", "xión", "zón", "dad", "tad", "tud", "umbre", "ez", "encia", "ancia", "ía", "ura", "eza", "ería", "ica", "ada", "ida", "ita", "ina", "iva", "isis"}
	spanishMale     = []string{"o", "or", "aje", "ismo", "ing", "ón", "ete", "al", "el", "ante", "ente", "miento"}
	spanishNouns    = wordSet(`tramos extremos últimos máximos mínimos próximos reclamos préstamos óptimos gramos kilogramos`)
	spanishWomen    = wordSet(`mano red base parte clase carga deuda nube plataforma norma forma reforma tasa bolsa marca venta ventas compra
		entrega mejora guardia empresa cadena línea demanda oferta fuerza crisis noche calle gente imagen orden agenda cartera plantilla nómina
		cuenta escala web app api obra gama planta subida bajada llegada salida fase labor flor fábrica`)
	spanishMen = wordSet(`sistema problema programa tema idioma esquema dilema clima diagrama almacén plan cliente informe presupuesto
		equipo proyecto proceso despliegue paso pase cierre puente margen reparto stock backlog sprint lean cloud data warehouse reporting
		onboarding feedback cluster clúster rol control motor software hardware análisis coste volumen orden trabajo teletrabajo turno turnos día mapa cambio`)
)

// spanishPhrase makes a note fit after "sobre": a noun phrase with its article,
// whose gender is told by the noun's ending or by our lists, "la forma en que …"
// for a clause with cómo, or an infinitive as it is.
func spanishPhrase(note string) (string, bool) {
	words := spellOut(strings.Fields(note))
	words[0] = lowerFirst(words[0])
	if len(words) > 12 {
		return "", false
	}
	for _, w := range words {
		if lower := strings.ToLower(w); spanishPronouns[lower] || foreignWords[lower] && lower != "a" && !isName(w) {
			return "", false
		}
	}
	first, rest := words[0], strings.Join(words[1:], " ")
	switch {
	case (first == "cómo" || first == "como") && len(words) > 1 && spanishInfinitive(words[1]):
		return "la forma de " + rest, true
	case (first == "cómo" || first == "como") && len(words) > 2:
		return "la forma en que " + rest, true
	case first == "por" && len(words) > 3 && (words[1] == "qué" || words[1] == "que"):
		return "las razones por las que " + strings.Join(words[2:], " "), true
	}
	for _, w := range words {
		if spanishFinite[strings.ToLower(w)] {
			return "", false
		}
	}
	if hasEnding(first, []string{"amos", "emos", "imos"}) && len(first) > 5 && !spanishNouns[first] {
		return "", false // "tenemos", and no noun
	}
	if spanishArticles[first] {
		return strings.Join(words, " "), len(words) > 1
	}
	if spanishInfinitive(first) && len(words) > 1 {
		return strings.Join(words, " "), true
	}
	if isName(first) || startsUpper(first) {
		return strings.Join(words, " "), len(words) == 1
	}
	article, ok := spanishArticle(first)
	return article + strings.Join(words, " "), ok
}

func spanishInfinitive(w string) bool {
	return len([]rune(w)) > 4 && hasEnding(w, []string{"ar", "er", "ir", "arse", "erse", "irse"}) && !hasEnding(w, []string{"lugar", "taller", "mujer", "líder", "auxiliar"})
}

// spanishArticle returns the article, with its space, for a noun; false where
// neither the lists nor the ending tells its gender.
func spanishArticle(noun string) (string, bool) {
	one := strings.TrimSuffix(noun, "s")
	plural := one != noun && !strings.HasSuffix(noun, "sis")
	if plural {
		if cut, ok := strings.CutSuffix(one, "cione"); ok {
			one = cut + "ción"
		} else if cut, ok := strings.CutSuffix(one, "sione"); ok {
			one = cut + "sión"
		} else if cut, ok := strings.CutSuffix(one, "dade"); ok {
			one = cut + "dad"
		} else if strings.HasSuffix(one, "e") && !spanishMen[one] && !spanishWomen[one] {
			one = strings.TrimSuffix(one, "e")
		}
	}
	female := spanishWomen[one] || spanishWomen[noun]
	male := spanishMen[one] || spanishMen[noun]
	if !female && !male {
		female = hasEnding(one, spanishFeminine) || strings.HasSuffix(one, "a")
		male = !female && hasEnding(one, spanishMale)
	}
	switch {
	case female && plural:
		return "las ", true
	case female:
		return "la ", true
	case male && plural:
		return "los ", true
	case male:
		return "el ", true
	}
	return "", false
}
