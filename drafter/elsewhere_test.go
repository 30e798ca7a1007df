package drafter

import (
	"strings"
	"testing"

	"afterword/rules"
)

// A check-in says that an offer is to be answered elsewhere only where the user wants it,
// and not once the day is past.
func TestCheckInTellsOfAnOffer(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es", "nl"} {
		for after, says := range map[int]bool{0: false, 9: true, -3: false} {
			in := input(t, rules.FollowUp{Key: "check-in/1/1", Kind: rules.CheckIn, Number: 1, Interview: "1", To: weiss, After: rules.AfterPromised})
			in.App.Language = language
			by := rules.DateOf(in.Now.AddDate(0, 0, after))
			if after != 0 {
				in.App.OfferElsewhere = by
			}
			draft, findings, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatalf("%s: %v %v", language, err, findings)
			}
			offer := map[string]string{"en": "offer", "de": "ngebot", "fr": "offre", "es": "oferta", "nl": "aanbod"}[language]
			if told := strings.Contains(draft.Body, offer) || language == "fr" && strings.Contains(draft.Body, "autre proposition"); told != says {
				t.Errorf("%s, %d days on: %s", language, after, draft.Body)
			}
			if _, told := BasisOf(in)["offer elsewhere"]; told != says {
				t.Errorf("%s, %d days on: %v", language, after, BasisOf(in))
			}
		}
	}
}
