package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// An invitation is what a random message tells.
type invitation struct {
	start, end time.Time
	zone       string // "" where the message names none
	people     []Person
}

var (
	firsts  = []string{"Dana", "Raj", "Inés", "Björn", "Amélie", "Koen", "Lucía", "Yusuf", "Márta", "Jean-Luc", "Aoife", "Ebba"}
	lasts   = []string{"Frost", "Bhatt", "Duarte", "Brenner", "Girard", "de Groot", "van der Meer", "Özdemir", "O'Shea", "Rubio", "Lind", "Ortega-Ruiz"}
	posts   = map[string][]string{"en": {"Head of Data", "Principal Engineer", "VP Sales"}, "de": {"Leiterin Einkauf", "Teamleiter Technik", "Geschäftsführer"}, "fr": {"directrice des ventes", "responsable technique"}, "es": {"directora de compras", "jefe de equipo"}, "nl": {"hoofd inkoop", "teamleider techniek"}}
	zonesOf = map[string][][2]string{"en": {{"ET", "America/New_York"}, {"PST", "America/Los_Angeles"}, {"CT", "America/Chicago"}, {"Eastern Time", "America/New_York"}, {"(GMT)", "Etc/UTC"}, {"London time", "Europe/London"}, {"", ""}},
		"de": {{"MEZ", "Europe/Berlin"}, {"(Londoner Zeit)", "Europe/London"}, {"", ""}}, "fr": {{"(heure de Paris)", "Europe/Paris"}, {"CET", "Europe/Paris"}, {"", ""}}, "es": {{"hora peninsular", "Europe/Madrid"}, {"(CET)", "Europe/Madrid"}, {"", ""}}, "nl": {{"CET", "Europe/Amsterdam"}, {"", ""}}}
	monthNames = map[string][]string{
		"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		"de": {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		"fr": {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		"es": {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		"nl": {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}}
	dayNames = map[string][]string{
		"en": {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		"de": {"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
		"fr": {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
		"es": {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
		"nl": {"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}}
	homes = map[string]string{"en": "America/New_York", "de": "Europe/Berlin", "fr": "Europe/Paris", "es": "Europe/Madrid", "nl": "Europe/Amsterdam"}
)

// dayText writes a date as people do.
func dayText(lang string, d time.Time, form int) string {
	month, week := monthNames[lang][d.Month()-1], dayNames[lang][d.Weekday()]
	switch lang {
	case "en":
		return []string{fmt.Sprintf("%s, %s %d", week, month, d.Day()), fmt.Sprintf("%s %s %d, %d", week[:3], month[:3], d.Day(), d.Year()), fmt.Sprintf("%s %d, %d", month, d.Day(), d.Year())}[form]
	case "de":
		return []string{fmt.Sprintf("%s, %d. %s", week, d.Day(), month), fmt.Sprintf("%s, %02d.%02d.%d", week, d.Day(), d.Month(), d.Year()), fmt.Sprintf("%d. %s %d", d.Day(), month, d.Year())}[form]
	case "es":
		return []string{fmt.Sprintf("%s %d de %s", week, d.Day(), month), fmt.Sprintf("%02d/%02d/%d", d.Day(), d.Month(), d.Year()), fmt.Sprintf("%d de %s de %d", d.Day(), month, d.Year())}[form]
	}
	return []string{fmt.Sprintf("%s %d %s", week, d.Day(), month), fmt.Sprintf("%02d-%02d-%d", d.Day(), d.Month(), d.Year()), fmt.Sprintf("%d %s %d", d.Day(), month, d.Year())}[form]
}

// rangeText writes a range of times as people do.
func rangeText(lang string, a, b time.Time, form int) string {
	f := func(t time.Time, layout string) string { return t.Format(layout) }
	short := func(t time.Time, h string) string { // "14 h", "14 h 30"
		if t.Minute() == 0 {
			return fmt.Sprintf("%d%s", t.Hour(), h)
		}
		return fmt.Sprintf("%d%s%02d", t.Hour(), h, t.Minute())
	}
	switch lang {
	case "en":
		half := f(a, "3:04")
		if f(a, "pm") != f(b, "pm") {
			half = f(a, "3:04 pm")
		}
		return []string{half + "–" + f(b, "3:04 pm"), f(a, "3:04 PM") + " - " + f(b, "3:04 PM"), "from " + f(a, "3:04pm") + " to " + f(b, "3:04pm"), f(a, "15:04") + "-" + f(b, "15:04")}[form]
	case "de":
		return []string{f(a, "15:04") + " – " + f(b, "15:04") + " Uhr", "von " + f(a, "15:04") + " bis " + f(b, "15:04") + " Uhr", f(a, "15.04") + " bis " + f(b, "15.04") + " Uhr", f(a, "15:04") + "-" + f(b, "15:04")}[form]
	case "fr":
		return []string{"de " + short(a, "h") + " à " + short(b, "h"), "de " + short(a, " h ") + " à " + short(b, " h "), f(a, "15:04") + " - " + f(b, "15:04"), short(a, "h") + "-" + short(b, "h")}[form]
	case "es":
		return []string{"de " + f(a, "15:04") + " a " + f(b, "15:04"), "de " + f(a, "15:04") + " a " + f(b, "15:04") + " h", f(a, "15:04") + " - " + f(b, "15:04"), "desde las " + f(a, "15:04") + " hasta las " + f(b, "15:04")}[form]
	}
	return []string{"van " + f(a, "15.04") + " tot " + f(b, "15.04") + " uur", f(a, "15:04") + " - " + f(b, "15:04"), f(a, "15:04") + " tot " + f(b, "15:04") + " uur", "van " + short(a, "u") + " tot " + short(b, "u")}[form]
}

// bodies are letters around day, times and people, by language: %[1]s is the day, %[2]s
// the times, %[3]s the people in a sentence, %[4]s in lines.
var bodies = map[string][]string{
	"en": {"Hi Mira,\n\nYour interview for the Data Steward role is scheduled for %[1]s, %[2]s with %[3]s.\n\nBest,\nPaula Stern\nRecruiter",
		"Hi Mira,\n\nYour interview is confirmed.\n\nWhen: %[1]s, %[2]s\nInterviewers: %[4]s\nRole: Data Steward\n\nPaula Stern\nRecruiter",
		"Hello Mira,\n\nwe are pleased to invite you to an interview on %[1]s (%[2]s). You will meet with %[3]s.\n\nPaula Stern\nRecruiter"},
	"de": {"Liebe Frau Holt,\n\nwir laden Sie zum Vorstellungsgespräch am %[1]s, %[2]s, mit %[3]s ein.\n\nJana Kühn\nPersonalreferentin",
		"Hallo Mira,\n\ndein Interview wurde vereinbart:\n\nDatum: %[1]s\nUhrzeit: %[2]s\nTeilnehmende: %[4]s\n\nJana Kühn\nPersonalreferentin",
		"Hallo Frau Holt,\n\ndas Vorstellungsgespräch ist bestätigt: %[1]s, %[2]s.\nGesprächspartner: %[4]s\n\nJana Kühn\nPersonalreferentin"},
	"fr": {"Bonjour Mira,\n\nVotre entretien est confirmé le %[1]s %[2]s avec %[3]s.\n\nAnne Lefort\nChargée de recrutement",
		"Bonjour,\n\nVotre entretien d'embauche :\n\nDate : %[1]s\nHoraire : %[2]s\nInterlocuteurs : %[4]s\n\nAnne Lefort\nChargée de recrutement"},
	"es": {"Hola Mira:\n\nTu entrevista está confirmada para el %[1]s %[2]s con %[3]s.\n\nLucía Prieto\nSelección",
		"Hola:\n\nConfirmamos tu entrevista.\n\nFecha: %[1]s\nHora: %[2]s\nEntrevistadores: %[4]s\n\nLucía Prieto\nSelección"},
	"nl": {"Beste Mira,\n\nJe sollicitatiegesprek is op %[1]s %[2]s met %[3]s.\n\nFemke Bos\nRecruiter",
		"Beste Mira,\n\nJe bent uitgenodigd voor een sollicitatiegesprek.\n\nDatum: %[1]s\nTijd: %[2]s\nGesprekspartners: %[4]s\n\nFemke Bos\nRecruiter"},
}

var senders = map[string]Person{"en": {Name: "Paula Stern", Address: "paula@oakhill.example"}, "de": {Name: "Jana Kühn", Address: "kuehn@lindenwerk.example"}, "fr": {Name: "Anne Lefort", Address: "anne@ateliersud.example"},
	"es": {Name: "Lucía Prieto", Address: "lucia@nortesol.example"}, "nl": {Name: "Femke Bos", Address: "femke@dijkzicht.example"}}

// draw writes a random message and what it tells.
func draw(t *rapid.T) (Message, invitation) {
	lang := rapid.SampledFrom([]string{"en", "de", "fr", "es", "nl"}).Draw(t, "language")
	home, err := time.LoadLocation(homes[lang])
	if err != nil {
		t.Fatal(err)
	}
	sent := time.Date(2026, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"), 8, 0, 0, 0, home)
	z := rapid.SampledFrom(zonesOf[lang]).Draw(t, "zone")
	where := home
	if z[1] != "" {
		if where, err = time.LoadLocation(z[1]); err != nil {
			t.Fatal(err)
		}
	}
	on := sent.AddDate(0, 0, rapid.IntRange(2, 40).Draw(t, "days ahead"))
	want := invitation{zone: z[1]}
	want.start = time.Date(on.Year(), on.Month(), on.Day(), rapid.IntRange(8, 17).Draw(t, "hour"), rapid.SampledFrom([]int{0, 15, 30, 45}).Draw(t, "minute"), 0, 0, where)
	want.end = want.start.Add(time.Duration(rapid.SampledFrom([]int{30, 45, 60, 90}).Draw(t, "length")) * time.Minute)
	var listed []string
	for i := range rapid.IntRange(1, 3).Draw(t, "people") {
		p := Person{Name: firsts[(rapid.IntRange(0, 3).Draw(t, "first")+4*i)%len(firsts)] + " " + lasts[(rapid.IntRange(0, 3).Draw(t, "last")+4*i)%len(lasts)]}
		one := p.Name
		if rapid.Bool().Draw(t, "titled") {
			p.Title = rapid.SampledFrom(posts[lang]).Draw(t, "title")
			one += " (" + p.Title + ")"
		}
		want.people = append(want.people, p)
		listed = append(listed, one)
	}
	and := map[string]string{"en": " and ", "de": " und ", "fr": " et ", "es": " y ", "nl": " en "}[lang]
	sentence := strings.Join(listed, and)
	if len(listed) == 3 {
		sentence = listed[0] + ", " + listed[1] + and + listed[2]
	}
	times := strings.TrimSpace(rangeText(lang, want.start, want.end, rapid.IntRange(0, 3).Draw(t, "times")) + " " + z[0])
	text := fmt.Sprintf(rapid.SampledFrom(bodies[lang]).Draw(t, "body"), dayText(lang, want.start, rapid.IntRange(0, 2).Draw(t, "date")), times, sentence, strings.Join(listed, ", "))
	return Message{Subject: "Interview", Text: text, Signed: text, Language: map[bool]string{true: "en-US", false: lang}[lang == "en"], Date: sent, Zone: home, Sender: senders[lang], Readers: []string{"Mira Holt"},
		Own: func(name, _ string) bool { return name == "Mira Holt" }}, want
}

// What a message tells is read back, however it was written: when, until when, in whose
// time, and with whom, nobody left out and nobody else.
func TestWrittenAndRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for range 4 { // of four hundred messages in all; -rapid.checks reads more
			readsBack(t)
		}
	})
}

func readsBack(t *rapid.T) {
	m, want := draw(t)
	s := Read(m)
	if !s.Candidate || len(s.Meetings) != 1 || s.Action != "new" {
		t.Fatalf("%q with %d meetings, candidate %v:\n%s", s.Action, len(s.Meetings), s.Candidate, m.Text)
	}
	got := s.Meetings[0]
	if !got.Start.Equal(want.start) || !got.End.Equal(want.end) {
		t.Errorf("from %v to %v, want %v to %v:\n%s", got.Start, got.End, want.start, want.end, m.Text)
	}
	if (got.Zone == "") != (want.zone == "") || want.zone != "" && got.Zone != want.zone {
		t.Errorf("zone %q, want %q:\n%s", got.Zone, want.zone, m.Text)
	}
	if !slices.EqualFunc(s.People, want.people, func(a, b Person) bool { return a.Name == b.Name && a.Title == b.Title && a.Part == "interviewer" }) {
		t.Errorf("people %+v, want %+v:\n%s", s.People, want.people, m.Text)
	}
	if s.Recruiter == nil || s.Recruiter.Name != m.Sender.Name {
		t.Errorf("arranged by %+v, want %s:\n%s", s.Recruiter, m.Sender.Name, m.Text)
	}
}
