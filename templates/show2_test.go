package templates

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestShowMany(t *testing.T) {
	spec := os.Getenv("SHOW2")
	if spec == "" {
		t.Skip()
	}
	f := strings.Split(spec, ":") // lang:kind:tone:n:before:num:flags
	s, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	met := time.Date(2026, 11, 13, 15, 0, 0, 0, time.UTC)
	notes := map[string][2]string{"en": {"Quarterly forecasting", "moving to the new data warehouse"}, "de": {"Quartalsplanung", "die Einführung des neuen Data Warehouse"}, "fr": {"prévisions trimestrielles", "passage au nouvel entrepôt de données"}, "es": {"previsiones trimestrales", "paso al nuevo almacén de datos"}, "nl": {"kwartaalprognoses", "overstap naar het nieuwe datawarehouse"}}
	n := 0
	fmt.Sscan(f[3], &n)
	num := 1
	if len(f) > 5 {
		fmt.Sscan(f[5], &num)
	}
	flags := ""
	if len(f) > 6 {
		flags = f[6]
	}
	for i := range n {
		d := Data{Language: f[0], Kind: f[1], Tone: f[2], Role: "Senior Analyst", Company: "Acme Rail", Team: "Planning", Me: "Sam Rivera", Met: met, Today: met, Round: 1, Number: num, To: Person{"Ngozi Okafor", "Dr.", "Ngozi", "Okafor"}}
		if len(f) > 4 {
			d.Before = f[4]
		}
		d.Decision = met.AddDate(0, 0, 7)
		d.RespondBy = met.AddDate(0, 0, 21)
		if d.Kind != "thank-you" {
			d.Today = met.AddDate(0, 0, 14)
		}
		if strings.Contains(flags, "t") {
			d.Topics = []string{notes[f[0]][0]}
		}
		if strings.Contains(flags, "c") {
			d.Challenges = []string{notes[f[0]][1]}
		}
		if strings.Contains(flags, "p") {
			d.Panel = true
		}
		if strings.Contains(flags, "T") {
			d.Team = ""
		}
		if strings.Contains(flags, "a") {
			d.SamePeople, d.Round = true, 2
		}
		if strings.Contains(flags, "r") {
			d.Round = 2
		}
		if strings.Contains(flags, "L") {
			d.Late = true
		}
		if strings.Contains(flags, "g") {
			d.RespondByGiven = true
		}
		if strings.Contains(flags, "P") {
			d.PassOn = []Person{{Name: "Li Wei"}, {Name: "Tom Baker"}}
		}
		l, err := s.Write(d, nil, 0, uint64(i*31+5))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("--%d (%d)\n%s\n", i, l.Words, strings.Join(l.Paragraphs, "\n¶ "))
	}
}
