package note

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// What people write above a note, in their own words.
func TestInWords(t *testing.T) {
	newYork, berlin := zone(t, "America/New_York"), zone(t, "Europe/Berlin")
	at := func(d, h int, z *time.Location) time.Time { return time.Date(2026, 11, d, h, 0, 0, 0, z) }
	for _, c := range []struct {
		kind Kind
		said string
		want Answer
	}{
		{Interview, "yes", Answer{Verdict: Yes}},
		{Interview, "Yes!", Answer{Verdict: Yes}},
		{Interview, "Yep, that's right", Answer{Verdict: Yes}},
		{Interview, "Hi, yes it is", Answer{Verdict: Yes}},
		{Interview, "👍", Answer{Verdict: Yes}},
		{Interview, "ok", Answer{Verdict: Yes}},
		{Interview, "Ja genau", Answer{Verdict: Yes}},
		{Interview, "oui c'est ça", Answer{Verdict: Yes}},
		{Interview, "sí", Answer{Verdict: Yes}},
		{Interview, "klopt", Answer{Verdict: Yes}},
		{Interview, "no", Answer{Verdict: No}},
		{Interview, "No, that is my sister's.", Answer{Verdict: No}},
		{Interview, "no thanks", Answer{Verdict: No}},
		{Interview, "not for me", Answer{Verdict: No}},
		{Interview, "This is not an interview", Answer{Verdict: No}},
		{Interview, "Nein, das ist keins", Answer{Verdict: No}},
		{Interview, "non, pas pour moi", Answer{Verdict: No}},
		{Interview, "No es una entrevista", Answer{Verdict: No}},
		{Interview, "Nee, geen sollicitatiegesprek", Answer{Verdict: No}},
		{Interview, "stop", Answer{Verdict: Stop}},
		{Interview, "Please stop.", Answer{Verdict: Stop}},
		{Interview, "Stopp!", Answer{Verdict: Stop}},
		{Interview, "Laat maar", Answer{Verdict: Stop}},
		{Interview, "snooze until Monday", Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{Interview, "ask me again next week", Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{Interview, "später, am Montag", Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{Interview, "plus tard, lundi", Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{Interview, "más tarde, el lunes", Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{Interview, "later, maandag", Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{Interview, "later", Answer{Unread: []Unread{{"", "later"}}}},
		{Interview, "moved to Thursday, November 19, 3 pm New York", Answer{Verdict: Yes, Moved: true, Start: at(19, 15, newYork), End: at(19, 16, newYork), Zone: "America/New_York"}},
		{Interview, "It was moved to Thursday at 4 pm ET", Answer{Verdict: Yes, Moved: true, Start: at(19, 16, newYork), End: at(19, 17, newYork), Zone: "America/New_York"}},
		{Interview, "verschoben auf Donnerstag, 15 Uhr bei mir", Answer{Verdict: Yes, Moved: true, Start: at(19, 15, berlin), End: at(19, 16, berlin), Zone: "Europe/Berlin"}},
		{Interview, "moved to Thursday 3 pm", Answer{Verdict: Yes, Moved: true, Unread: []Unread{{When, "to Thursday 3 pm"}}}}, // whose three o'clock?
		{Interview, "moved", Answer{Verdict: Yes, Moved: true}},
		{Interview, "No, it's on Thursday at 3 pm", Answer{Doubt: "No, it's on Thursday at 3 pm"}},
		{Interview, "When: Wednesday, November 18, 10:00 New York", Answer{Verdict: Yes, Start: at(18, 10, newYork), End: at(18, 11, newYork), Zone: "America/New_York"}},
		{Interview, "When: Wednesday", Answer{Verdict: Yes, Start: at(18, 14, newYork), End: at(18, 15, newYork)}},
		{Interview, "Role: Data Analyst\nCompany: Acme Rail", Answer{Verdict: Yes, Role: "Data Analyst", Company: "Acme Rail"}},
		{Interview, "yes, but role: Data Analyst", Answer{Verdict: Yes, Role: "Data Analyst"}},
		{Interview, "yes\nstop", Answer{Verdict: Stop, Doubt: "stop / yes"}},
		{Interview, "cancelled", Answer{NotHeld: true}},
		{Interview, "It was called off, unfortunately", Answer{NotHeld: true}},
		{Interview, "With: Ngozi, Raj Patel <raj.patel@acme.example>", Answer{Verdict: Yes, People: []rules.Contact{ngozi, {Name: "Raj Patel", Address: "raj.patel@acme.example", Part: rules.Interviewer}}}},
		{Interview, "Please see the attached file.", Answer{}},
		{Interview, "No. 5, High Street", Answer{}},
		{Interview, "no idea", Answer{}},
		{Interview, "", Answer{}},
		{Debrief, "they did not come", Answer{Verdict: Yes, NoShow: true}},
		{Debrief, "Sorry, nobody showed up", Answer{Verdict: Yes, NoShow: true}},
		{Debrief, "niemand kam", Answer{Verdict: Yes, NoShow: true}},
		{Debrief, "personne n'est venu", Answer{Verdict: Yes, NoShow: true}},
		{Debrief, "no vino nadie", Answer{Verdict: Yes, NoShow: true}},
		{Debrief, "er kwam niemand", Answer{Verdict: Yes, NoShow: true}},
		{Debrief, "it did not take place", Answer{NotHeld: true}},
		{Debrief, "es ist ausgefallen", Answer{NotHeld: true}},
		{Debrief, "n'a pas eu lieu", Answer{NotHeld: true}},
		{Debrief, "no", Answer{Verdict: No, NotHeld: true}},
		{Debrief, "Ngozi: the on-call rotation\nTomás - moving off the old warehouse\nbecause it is hard", Answer{Verdict: Yes, Told: []Told{{ngozi.Key(), "the on-call rotation"}, {tomas.Key(), "moving off the old warehouse because it is hard"}}}},
		{Debrief, "Dr. Okafor: how the team plans\nand how it learns", Answer{Verdict: Yes, Told: []Told{{ngozi.Key(), "how the team plans and how it learns"}}}},
		{Debrief, "Tomás Rivera:\n- the migration\n- the audits", Answer{Verdict: Yes, Told: []Told{{tomas.Key(), "the migration; the audits"}}}},
		{Debrief, "Ngozi: nobody came to the old meetings, so they dropped them", Answer{Verdict: Yes, Told: []Told{{ngozi.Key(), "nobody came to the old meetings, so they dropped them"}}}},
		{Debrief, "They decide by: end of next week", Answer{Verdict: Yes, Decision: rules.NewDate(2026, 11, 27)}},
		{Debrief, "Entscheidung: spätestens am 4.12.", Answer{Verdict: Yes, Decision: rules.NewDate(2026, 12, 4)}},
		{Debrief, "They decide by: soon", Answer{Unread: []Unread{{Decision, "soon"}}}},
		{Debrief, "They decide by: no idea", Answer{}},
		{Debrief, "they did not come\nNgozi: the on-call rotation", Answer{Doubt: "they did not come / …"}},
		{List, "1 yes, 2 no", Answer{Items: []Verdict{Yes, No}}},
		{List, "1: ja\n2: nein", Answer{Items: []Verdict{Yes, No}}},
		{List, "no", Answer{Items: []Verdict{No, No}}},
		{List, "yes", Answer{Unread: []Unread{{item, "yes"}}}},
	} {
		for _, lang := range []string{"en", "de", "nl"} {
			q := question(c.kind, lang)
			q.Items = []Meeting{q.Meeting, {Company: "Beta", Role: "Planner"}}
			n := compose(t, q)
			for _, client := range []string{"Gmail web", "K-9", "Outlook classic", "Thunderbird"} {
				got := read(n, clients[client](speeches["en"], wrote(n, strings.Split(c.said, "\n"), nil, nil)))
				got.Words, got.Stray = nil, nil
				if c.want.Start.Equal(got.Start) && c.want.End.Equal(got.End) {
					got.Start, got.End = c.want.Start, c.want.End
				}
				if !reflect.DeepEqual(got, c.want) && !(got.IsZero() && c.want.IsZero()) {
					t.Errorf("%q (%s, %s): %+v, want %+v", c.said, lang, client, got, c.want)
				}
			}
		}
	}
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}
