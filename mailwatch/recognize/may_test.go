package recognize

import (
	"slices"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/corpus"
	"afterword/rules"
)

// What May lets go tells of no interview and is no receipt: all of the corpus, and the
// invitations of the tests beside.
func TestMayLosesNothing(t *testing.T) {
	items, err := corpus.Items()
	if err != nil {
		t.Fatal(err)
	}
	cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	let := 0
	for _, it := range items {
		l := Open(mail.Read(it.Raw))
		if l.May() {
			continue
		}
		let++
		v := l.Judge(Options{Calendar: cal, Own: []string{"mira@castellan.example"}, Names: []string{"Mira Castellan"}})
		receipt := v.Kind == rules.MessageAcknowledgement && v.Confidence >= Likely
		if receipt {
			_, role := Named(l, Options{Calendar: cal}, v)
			receipt = role != ""
		}
		// What is called off in words that name no time is none that was not known.
		timed := slices.ContainsFunc(v.Appointments, func(a Appointment) bool { return !a.Start.IsZero() })
		if timed || v.Choice != "" || receipt {
			t.Errorf("%s: %s, %d appointments, choice %q", it.Name, v.Kind, len(v.Appointments), v.Choice)
		}
	}
	if let < len(items)/4 {
		t.Errorf("it lets go %d of %d", let, len(items))
	}
}
