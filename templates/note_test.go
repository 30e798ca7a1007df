package templates

import (
	"slices"
	"strings"
	"testing"
)

func TestNotesBecomePhrases(t *testing.T) {
	// "" means that the note fits no sentence.
	for lang, cases := range map[string]map[string]string{
		"en": {
			"k8s migration":                       "the Kubernetes migration",
			"oncall pain":                         "on-call pain",
			"likes rust":                          "",
			"Quarterly forecasting":               "quarterly forecasting",
			"how the team handles on-call":        "how the team handles on-call",
			"how they onboard people":             "how you onboard people",
			"moving to the new data warehouse":    "moving to the new data warehouse",
			"reduce churn":                        "reducing churn",
			"close the books in 3 days":           "closing the books in 3 days",
			"hiring freeze":                       "",
			"hiring people":                       "hiring people",
			"rewrite in Rust":                     "the rewrite in Rust",
			"asked about conflict resolution":     "conflict resolution",
			"big on ownership":                    "ownership",
			"good culture":                        "",
			"cut the costs":                       "cutting the costs",
			"hire 3 ppl":                          "hiring 3 people",
			"too few people in the warehouse":     "the shortage of people in the warehouse",
			"no documentation":                    "the lack of documentation",
			"too many tools":                      "having too many tools",
			"moving off AWS -> GCP":               "the move from AWS to GCP",
			"legacy monolith -> microservices":    "the move from legacy monolith to microservices",
			"agile / scrum":                       "agile and scrum",
			"new CRM":                             "the new CRM",
			"Berlin office":                       "the Berlin office",
			"Ngozi's paper on forecasting":        "Ngozi's paper on forecasting",
			"forecast accuracy":                   "forecast accuracy",
			"customer onboarding takes weeks":     "",
			"remote 3 days/week":                  "",
			"not Tableau":                         "",
			"Umzug nach Leipzig":                  "",
			"neues CRM":                           "",
			"prévisions du marché":                "",
			"to improve latency":                  "improving latency",
			"build vs buy":                        "build vs buy",
			"Dana's work on pricing":              "Dana's work on pricing",
			"new CRM rollout":                     "the new CRM rollout",
			"q3 roadmap":                          "the Q3 roadmap",
			"their plan for Q3":                   "your plan for Q3",
			"Tokyo office opening":                "the Tokyo office opening",
			"hiring plans for 2027":               "hiring plans for 2027",
			"talked about pricing tiers":          "pricing tiers",
			"Discuss roadmap for next year":       "the roadmap for next year",
			"churn is high":                       "",
			"she has two kids":                    "",
			"we talked about testing":             "testing",
			"challenge: late data from partners":  "late data from partners",
			"they are moving to Kubernetes":       "moving to Kubernetes",
			"they're hiring 3 ppl":                "hiring 3 people",
			"they want to expand into Asia":       "expanding into Asia",
			"They plan to cut the reporting time": "cutting the reporting time",
			"they use Kafka":                      "your use of Kafka",
			"team struggles with churn":           "churn",
			"she mentioned the merger":            "the merger",
			"he told me about the CRM rollout":    "the CRM rollout",
			"she told me about her kids":          "",
			"they are nice":                       "",
			"they have to be faster":              "",
			"pay bands":                           "",
			"lesson planning":                     "lesson planning",
			"first 90 days":                       "the first 90 days",
			"Globex merger":                       "the Globex merger",
			"Roadmap for 2027":                    "the roadmap for 2027",
			"from Ohio":                           "",
			"remote":                              "",
			"same university":                     "",
			"dog named Biscuit":                   "",
			"salary expectations":                 "",
			"great conversation":                  "",
			"what about {remote}":                 "",
			"why they pay late":                   "",
		},
		"de": {
			"k8s migration":                         "die Kubernetes-Migration",
			"Quartalsplanung":                       "die Quartalsplanung",
			"umzug nach berlin":                     "den Umzug nach Berlin",
			"die Einführung des neuen Lagers":       "die Einführung des neuen Lagers",
			"die Frage der Nachfolge":               "die Frage der Nachfolge",
			"wie das Team Bereitschaft organisiert": "die Frage, wie das Team Bereitschaft organisiert,",
			"warum sie von AWS weggehen":            "die Frage, warum Sie von AWS weggehen,",
			"das neue CRM":                          "das neue CRM",
			"die hohen Energiekosten":               "die hohen Energiekosten",
			"Energiekosten":                         "die Energiekosten",
			"der neue Markt in Polen":               "den neuen Markt in Polen",
			"die Kollegin aus Köln":                 "",
			"neuer Standort in Polen":               "den neuen Standort in Polen",
			"neues CRM":                             "das neue CRM",
			"hohe Fluktuation im Vertrieb":          "die hohe Fluktuation im Vertrieb",
			"technische Schulden":                   "die technischen Schulden",
			"Aufbau eines neuen Teams":              "den Aufbau eines neuen Teams",
			"Onboarding":                            "das Onboarding",
			"zu wenig Leute im Lager":               "den Mangel an Leuten im Lager",
			"Kosten senken":                         "die Frage, wie sich Kosten senken lassen,",
			"Oracle -> Postgres":                    "den Wechsel von Oracle zu Postgres",
			"wir haben über den Umzug gesprochen":   "den Umzug",
			"über Quartalsplanung gesprochen":       "die Quartalsplanung",
			"Herausforderung: Personalmangel":       "den Personalmangel",
			"zu viele Meetings":                     "die vielen Meetings",
			"keine Dokumentation":                   "die fehlende Dokumentation",
			"ein neuer Markt":                       "den neuen Markt",
			"Kundenservice verbessern":              "die Frage, wie sich der Kundenservice verbessern lässt,",
			"Gespräch über Quartalszahlen":          "die Quartalszahlen",
			"neue Ideen":                            "das Thema neue Ideen",
			"Team wächst auf 12":                    "",
			"likes Rust":                            "",
			"mag Rust":                              "",
			"Team wächst schnell":                   "",
			"Mitarbeiter einarbeiten":               "",
			"how the team works":                    "",
			"Gehaltsbänder":                         "",
		},
		"fr": {
			"migration Kubernetes":                  "la migration Kubernetes",
			"prévisions trimestrielles":             "les prévisions trimestrielles",
			"passage à SAP":                         "le passage à SAP",
			"onboarding":                            "l'onboarding",
			"on a parlé du passage à SAP":           "le passage à SAP",
			"parlé de migration Kubernetes":         "la migration Kubernetes",
			"parlé de la dette technique":           "la dette technique",
			"nouvelle usine à Lyon":                 "la nouvelle usine à Lyon",
			"ancien système":                        "l'ancien système",
			"fort turnover":                         "le fort turnover",
			"trop peu de monde à l'entrepôt":        "le manque de monde à l'entrepôt",
			"comment ils mesurent le succès":        "la façon dont vous mesurez le succès",
			"comment ils gèrent les stocks":         "la façon dont vous gérez les stocks",
			"réduire les coûts":                     "l'objectif de réduire les coûts",
			"Oracle -> Postgres":                    "le passage d'Oracle à Postgres",
			"data quality":                          "",
			"comment l'équipe gère les astreintes":  "la façon dont l'équipe gère les astreintes",
			"comment recruter":                      "la façon de recruter",
			"passer au nouvel entrepôt":             "l'objectif de passer au nouvel entrepôt",
			"pourquoi l'équipe a choisi la reprise": "les raisons pour lesquelles l'équipe a choisi la reprise",
			"aime le jazz":                          "",
			"pourquoi ils ont choisi Rust":          "",
			"salaires":                              "",
		},
		"es": {
			"migración a Kubernetes":               "la migración a Kubernetes",
			"gestión de inventario":                "la gestión de inventario",
			"turnos de noche":                      "los turnos de noche",
			"problemas de stock":                   "los problemas de stock",
			"cómo el equipo gestiona las guardias": "la forma en que el equipo gestiona las guardias",
			"cómo medir el éxito":                  "la forma de medir el éxito",
			"pasar al nuevo almacén":               "pasar al nuevo almacén",
			"hablamos de deuda técnica":            "la deuda técnica",
			"reducir costes":                       "reducir costes",
			"data quality":                         "",
			"le gusta Rust":                        "",
			"sueldos":                              "",
		},
		"nl": {
			"migratie naar Kubernetes":         "de migratie naar Kubernetes",
			"kubernetes migratie":              "de Kubernetes-migratie",
			"personeelstekort":                 "het personeelstekort",
			"nachtdiensten":                    "nachtdiensten",
			"hoe het team storingen oppakt":    "hoe het team storingen oppakt",
			"inwerken van nieuwe mensen":       "het inwerken van nieuwe mensen",
			"over de nieuwe fabriek gesproken": "de nieuwe fabriek",
			"hoog verloop":                     "het hoge verloop",
			"nieuw CRM":                        "het nieuwe CRM",
			"nieuw kantoor in Breda":           "het nieuwe kantoor in Breda",
			"technische schuld":                "de technische schuld",
			"Duitse markt":                     "de Duitse markt",
			"begroting 2027":                   "de begroting 2027",
			"kosten verlagen":                  "het verlagen van kosten",
			"drie ontwikkelaars werven":        "het werven van drie ontwikkelaars",
			"te weinig mensen":                 "het tekort aan mensen",
			"AI-project":                       "het AI-project",
			"data quality":                     "",
			"houdt van Rust":                   "",
			"team groeit snel":                 "",
			"salaris":                          "",
		},
	} {
		for note, want := range cases {
			got, ok := languages[lang].phraseOf(note)
			if !ok || unspeakable(got) {
				got = ""
			}
			if got != want {
				t.Errorf("%s: %q became %q, want %q", lang, note, got, want)
			}
		}
	}
}

func TestGermanDatives(t *testing.T) {
	for phrase, want := range map[string][2]string{
		"die Quartalsplanung":               {"zur Quartalsplanung", "bei der Quartalsplanung"},
		"das Thema Umzug":                   {"zum Thema Umzug", "beim Thema Umzug"},
		"das neue CRM":                      {"zum neuen CRM", "beim neuen CRM"},
		"die neue Anlage":                   {"zur neuen Anlage", "bei der neuen Anlage"},
		"die hohen Energiekosten":           {"zu den hohen Energiekosten", "bei den hohen Energiekosten"},
		"die neuen Prozesse im Lager":       {"zu den neuen Prozessen im Lager", "bei den neuen Prozessen im Lager"},
		"den Umzug nach Berlin":             {"zum Umzug nach Berlin", "beim Umzug nach Berlin"},
		"den neuen Standort":                {"zum neuen Standort", "beim neuen Standort"},
		"die Nachtdienste":                  {"zu den Nachtdiensten", "bei den Nachtdiensten"},
		"die Energiekosten":                 {"zu den Energiekosten", "bei den Energiekosten"},
		"die Frage, wie das Team arbeitet,": {"zur Frage, wie das Team arbeitet,", "bei der Frage, wie das Team arbeitet,"},
	} {
		values := map[string]string{"topic": phrase}
		germanExtra(values)
		if got := [2]string{values["zu-topic"], values["beim-topic"]}; got != want {
			t.Errorf("%s: %q, want %q", phrase, got, want)
		}
	}
}

func TestNotesThatDoNotFitAreReported(t *testing.T) {
	s := load(t)
	d := randomData(newRandom(8), "en")
	d.Kind, d.Topics = "thank-you", []string{"k8s migration, likes rust; oncall pain.", "  ", "she has two kids", "???"}
	l, err := s.Write(t.Context(), d, nil, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"likes rust", "she has two kids", "???"}; !slices.Equal(l.LeftOut, want) {
		t.Errorf("left out %q, want %q", l.LeftOut, want)
	}
	for _, want := range []string{"the Kubernetes migration", "on-call pain"} {
		if !strings.Contains(l.Body(), want) {
			t.Errorf("%q is not in\n%s", want, l.Body())
		}
	}
}

// Whatever the user jots down, the letter has no gap and keeps his words apart.
func FuzzNotes(f *testing.F) {
	for lang, notes := range worldNotes {
		for _, n := range notes {
			f.Add(lang, n)
		}
	}
	f.Add("en", "{role} [x] \x00 \u2028 . , ,,")
	f.Add("fr", "’")
	f.Add("nl", "0,. 0")
	s := load(f)
	f.Fuzz(func(t *testing.T, lang, note string) {
		if languages[lang] == nil {
			lang = Languages()[len(lang)%5]
		}
		d := randomData(newRandom(9), lang)
		d.Kind, d.Topics, d.Challenges = "thank-you", []string{note}, []string{note + " x"}
		l, err := s.Write(t.Context(), d, nil, 0, 1)
		if err != nil {
			t.Fatalf("%q: %v", note, err)
		}
		for _, p := range l.Paragraphs {
			if what := flaw(p); what != "" && !strings.HasPrefix(what, "the word") {
				t.Errorf("%q: %q has %s", note, p, what)
			}
		}
	})
}
