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
	for _, m := range drawTimeline(catalogues["en"](), a, at).Marks {
		labels = append(labels, m.Title[:len(m.Title)-len(": Tue, Nov 24, 09:00")])
	}
	if want := []string{"thank-you", "check-in 1", "check-in 2", "answer to the offer", "check-in 3"}; !slices.Equal(labels, want) {
		t.Errorf("%q, want %q", labels, want)
	}
}

// What nobody can tell apart is one mark: an application with thousands of messages has a
// picture of a few.
func TestTimelineStaysSmall(t *testing.T) {
	at := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	a := Application{Zone: time.UTC, Home: time.UTC}
	for i := range 5000 {
		a.Facts = append(a.Facts, rules.Fact{At: at.Add(time.Duration(i) * time.Minute), What: rules.Received{Kind: rules.MessageHolding}})
	}
	a.Facts = append(a.Facts, rules.Fact{At: at.AddDate(0, 1, 0), What: rules.Received{Kind: rules.MessageOffer}})
	marks := drawTimeline(catalogues["en"](), a, at).Marks
	if len(marks) > timelineWidth/timelineApart {
		t.Errorf("%d marks", len(marks))
	}
	if last := marks[len(marks)-1]; last.X != timelineWidth-timelineMargin {
		t.Errorf("the last one is at %d", last.X)
	}
}
