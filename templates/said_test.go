package templates

import (
	"strings"
	"testing"
)

func TestRoleSaid(t *testing.T) {
	for _, c := range []struct {
		language, role, said string
		sure                 bool
	}{
		{"en", "Senior Analyst", "Senior Analyst", true},
		{"en", "Harbour Planner III – Tides (Remote, EMEA)", "Harbour Planner", true},
		{"en", "Data Engineer L4, Ferry Systems", "Data Engineer", true},
		{"en", "Wonder Wizard | Tides & Boats", "Wonder Wizard", false},
		{"en", "Head of Everything That Floats On Water Today", "Head of Everything That Floats On Water Today", false},
		{"de", "Hafenplaner (m/w/d) – Gezeiten", "Hafenplaner", true},
		{"fr", "Chargé de mission - marées (H/F)", "chargé de mission", true},
		{"es", "Técnico de mareas, Ref. 2026/11", "técnico de mareas", true},
		{"nl", "Adviseur getijden", "adviseur getijden", true},
		{"fr", "Product Owner", "Product Owner", true}, {"nl", "Getijdenplanner", "getijdenplanner", true}, {"es", "Farera de noche", "farera de noche", true}, {"nl", "Commercieel loodsmedewerker", "commercieel loodsmedewerker", true},
		{"es", "Técnico SAP", "técnico SAP", true}, {"nl", "SAP-beheerder", "SAP-beheerder", true},
		{"es", "Senior Analyst", "Senior Analyst", true},
		{"de", "Hafenplaner", "Hafenplaner", true},
		{"en", "TBD", "", false},
	} {
		if said, sure := RoleSaid(c.language, c.role); said != c.said || sure != c.sure {
			t.Errorf("%s %q is said %q (%v), want %q (%v)", c.language, c.role, said, sure, c.said, c.sure)
		}
	}
}

func TestAtCompany(t *testing.T) {
	for _, c := range []struct {
		language, company, said string
		sure                    bool
	}{
		{"en", "Acme", "at Acme", true}, {"en", "University of Fennimore", "at the University of Fennimore", true}, {"en", "The Tide Company", "at The Tide Company", false},
		{"en", "Acme | Tides", "at Acme | Tides", false}, {"en", "Bright Tide Group", "at Bright Tide Group", true},
		{"de", "Ostwind GmbH", "bei Ostwind", true}, {"de", "Deutsche Bahn", "bei der Deutschen Bahn", true}, {"de", "Stadtwerke Ostheim", "bei den Stadtwerken Ostheim", true},
		{"de", "Klinikum Ostheim", "am Klinikum Ostheim", true}, {"de", "Wasserwerke Ostheim", "bei den Wasserwerken Ostheim", true}, {"de", "Kinderklinik Am Teich", "in der Kinderklinik Am Teich", true}, {"de", "Brauhaus Ostheim", "beim Brauhaus Ostheim", true},
		{"fr", "Messageries Valmer", "aux Messageries Valmer", true}, {"fr", "Coopérative de Valmer", "à la Coopérative de Valmer", true}, {"es", "Cooperativa Valmar", "en la Cooperativa Valmar", true}, {"de", "Die Gezeiten", "bei Die Gezeiten", false}, {"de", "Blaue Universität Ostheim", "an der Blauen Universität Ostheim", true},
		{"fr", "CHU de Valmer", "au CHU de Valmer", true}, {"fr", "Université de Valmer", "à l'Université de Valmer", true}, {"fr", "Marine SAS", "chez Marine", true}, {"fr", "Les Marées", "chez Les Marées", false},
		{"es", "Hospital de Valmar", "en el Hospital de Valmar", true}, {"es", "La Marea", "en La Marea", false}, {"nl", "Gemeente Oostdam", "bij de Gemeente Oostdam", true}, {"nl", "Getij B.V.", "bij Getij", true},
	} {
		if said, sure := AtCompany(c.language, c.company); said != c.said || sure != c.sure {
			t.Errorf("%s %q is said %q (%v), want %q (%v)", c.language, c.company, said, sure, c.said, c.sure)
		}
	}
}

// The subject has the role in full; a sentence says it as the user does, or leaves it out
// where nobody knows how.
func TestLettersSayTheRole(t *testing.T) {
	s := load(t)
	for _, lang := range Languages() {
		for i, said := range []string{"", "tide planner"} {
			d := randomData(newRandom(uint64(i+7)), lang)
			d.Kind, d.Role, d.RoleSaid, d.Company, d.CompanySaid = "thank-you", "Wonder Wizard | Tides & Boats", said, "The Tide Company", ""
			l, err := s.Write(t.Context(), d, nil, 0, 3)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(l.Subject, "Wonder Wizard") || strings.Contains(l.Body(), "Wonder Wizard") || strings.Contains(l.Body(), "The Tide") || said != "" && !strings.Contains(l.Body(), said) {
				t.Errorf("%s, said %q: %q\n%s", lang, said, l.Subject, l.Body())
			}
		}
	}
}
