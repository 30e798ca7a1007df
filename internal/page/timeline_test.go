package page

import (
	"slices"
	"testing"
	"time"

	"afterword/rules"
)

// A letter that was sent has on the line the name that it has everywhere else.
func TestTimelineNamesLetters(t *testing.T) {
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	a := Application{Zone: time.UTC, Home: time.UTC}
	for i, key := range []string{"thank-you/1/ngozi@acme.example", "check-in/1/1", "check-in/1/2", "offer-reply/1"} {
		a.Facts = append(a.Facts, rules.Fact{Key: key, At: at.AddDate(0, 0, i), What: rules.Delivered{FollowUp: key}})
	}
	// A declined one keeps its key: the fourth key is then the third check-in.
	a.Facts = append(a.Facts, rules.Fact{At: at.AddDate(0, 0, 5), What: rules.Delivered{FollowUp: "check-in/1/4"}})
	a.Plan.FollowUps = []rules.FollowUp{{Key: "check-in/1/4", Kind: rules.CheckIn, Number: 3, Status: rules.Sent}}
	var labels []string
	for _, m := range drawTimeline(catalogues["en"], a, at).Marks {
		labels = append(labels, m.Title[:len(m.Title)-len(": Tue, Nov 24, 09:00")])
	}
	if want := []string{"thank-you", "check-in 1", "check-in 2", "answer to the offer", "check-in 3"}; !slices.Equal(labels, want) {
		t.Errorf("%q, want %q", labels, want)
	}
}
