package prose

import (
	"fmt"
	"strings"
	"testing"
)

// times are how people write them; "" is none.
var times = map[string]string{
	// English
	"the interview is on 10.12. at clock 14-15": "14:00-15:00",
	"half past ten until quarter past eleven":   "10:30-11:15",
	"Tuesday, 11 sharp Eastern":                 "11:00",
	"see you at half ten":                       "10:30",
	"at ten past nine":                          "09:10",
	"at twenty to four":                         "15:40",
	"Time: 16.15, expect to be out by 17.30":    "16:15",
	"from 9 to 10, same room":                   "09:00-10:00",
	"half an hour with ten of us":               "",
	"release 2.30 costs 10.00 - 12.50 €":        "",
	// German
	"um drei viertel neun in der Früh":      "08:45",
	"von 9 bis ca. 10, gleicher Teams-Link": "09:00-10:00",
	"09.00 – 09.45 Dr. Lesser":              "09:00-09:45",
	"Montag 11.45, Raum 2":                  "11:45",
	"Montag 11.12., Raum 2":                 "",
	"um zehn nach neun":                     "09:10",
	"um fünf vor halb elf":                  "10:25",
	"um fünfzehn Uhr dreißig":               "15:30",
	// French
	"lundi à quinze heures trente":    "15:30",
	"vendredi à neuf heures et demie": "09:30",
	"de 12 à 13 h":                    "12:00-13:00",
	// Spanish
	"sábado 13 de febrero, once y media": "11:30",
	"el jueves, a las 9 h 20 min":        "09:20",
	"a las nueve menos diez":             "08:50",
	"sobre la una y media":               "13:30",
	"a las diez en punto":                "10:00",
	// Dutch
	"woensdag half elf bij ons": "10:30",
	"morgen om tien over negen": "09:10",
	"om vijf voor half drie":    "14:25",
	"om vijftien uur dertig":    "15:30",
	"een half uur met ons":      "",
}

func TestTimesAsPeopleWriteThem(t *testing.T) {
	for text, want := range times {
		var got []string
		for _, s := range spansIn(text) {
			one := fmt.Sprintf("%02d:%02d", s.from/60, s.from%60)
			if s.to >= 0 {
				one += fmt.Sprintf("-%02d:%02d", s.to/60, s.to%60)
			}
			got = append(got, one)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}
