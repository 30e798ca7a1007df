package templates

import "testing"

func TestCompany(t *testing.T) {
	for name, want := range map[string]string{
		"Acme Rail":                     "Acme Rail",
		"Acme Rail, Inc.":               "Acme Rail",
		"Ostwind GmbH":                  "Ostwind",
		"Ostwind Energie GmbH & Co. KG": "Ostwind Energie",
		"Umbra AG":                      "Umbra",
		"Becker & Co. KG":               "Becker & Co.",
		"Éclair & Fils":                 "Éclair & Fils",
		"Piedra S.A.":                   "Piedra",
		"Lumen SAS":                     "Lumen",
		"Hof BV":                        "Hof",
		"Yonder Pty Ltd":                "Yonder",
		"Sal":                           "Sal",
		"Casa":                          "Casa",
		"NV Energy":                     "NV Energy",
		"SE":                            "SE",
		"The Limited":                   "The Limited",
		"Nordlys A/S":                   "Nordlys",
		"Hilfswerk e.V.":                "Hilfswerk",
		"":                              "",
	} {
		if got := Company(name); got != want {
			t.Errorf("Company(%q) = %q, want %q", name, got, want)
		}
	}
}
