package rules

import (
	"slices"
	"testing"
)

// What the user decides about an offer is a letter of its own in the offer's thread, and
// what waited for it is gone.
func TestTheOfferDesk(t *testing.T) {
	offer := offered("2026-11-25T10:00", nil)
	decides := func(answer Answer, when string) Fact {
		return Fact{"user/d" + when, ny(when), Decided{Answer: answer, By: NewDate(2026, 12, 4)}}
	}
	for name, tt := range map[string]struct {
		facts []Fact
		want  []string // pending
		state State
	}{
		"accepted":           {[]Fact{offer, decides(Accepts, "2026-11-25T12:00")}, []string{"acceptance/d2026-11-25T12:00"}, Offered},
		"declined":           {[]Fact{offer, decides(Declines, "2026-11-25T12:00")}, []string{"declining/d2026-11-25T12:00"}, Offered},
		"time, then yes":     {[]Fact{offer, decides(WantsTime, "2026-11-25T12:00"), decides(Accepts, "2026-11-25T13:00")}, []string{"acceptance/d2026-11-25T13:00"}, Offered},
		"of an older offer":  {[]Fact{decides(Declines, "2026-11-24T12:00"), offer}, []string{"offer-reply/offer2026-11-25T10:00"}, Offered},
		"the letter is sent": {[]Fact{offer, decides(Accepts, "2026-11-25T12:00"), {"s", ny("2026-11-25T13:00"), Delivered{FollowUp: "acceptance/d2026-11-25T12:00", MessageID: "s"}}}, nil, Offered},
		"said in his words":  {[]Fact{offer, decides(Accepts, "2026-11-25T12:00"), wroteTo("2026-11-25T13:00", "offer2026-11-25T10:00", robin.Address)}, nil, Offered},
		"thrown away":        {[]Fact{offer, decides(Accepts, "2026-11-25T12:00"), {"d", ny("2026-11-25T13:00"), Discarded{FollowUp: "acceptance/d2026-11-25T12:00"}}}, nil, Offered},
		"withdrawn":          {[]Fact{decides(Withdraws, "2026-11-25T12:00")}, []string{"withdrawal/d2026-11-25T12:00"}, Halted},
		"withdrawn, resumed": {[]Fact{decides(Withdraws, "2026-11-25T12:00"), {"r", ny("2026-11-25T13:00"), Resumed{}}}, nil, Active},
		"no offer at all":    {[]Fact{decides(Accepts, "2026-11-25T12:00")}, nil, Active},
	} {
		s := planAt(t, "2026-11-25T15:00", append([]Fact{story("2026-11-20")}, tt.facts...)...)
		var got []string
		for _, f := range s.Pending() {
			if f.Kind != ThankYou && f.Kind != CheckIn {
				got = append(got, f.Key)
				if f.Kind != Withdrawal && f.Answers != "offer2026-11-25T10:00" || f.To.Address != robin.Address {
					t.Errorf("%s: %s to %s answers %q", name, f.Key, f.To.Address, f.Answers)
				}
			} else if tt.state == Halted {
				t.Errorf("%s: %s is pending", name, f.Key)
			}
		}
		if !slices.Equal(got, tt.want) || s.State != tt.state {
			t.Errorf("%s: %v, %s", name, got, s.State)
		}
	}
}

func TestFeedbackIn(t *testing.T) {
	for language, texts := range map[string][2]string{
		"en": {"We felt that you explained the case well, but we chose somebody with deeper experience in audit.", "We received many strong applications and have decided to move forward with other candidates."},
		"de": {"Ihre Präsentation hat uns sehr gefallen, es fehlte aber an Erfahrung im Vertrieb.", "Leider haben wir uns für eine andere Bewerberin entschieden. Wir wünschen Ihnen alles Gute."},
		"fr": {"Nous avons apprécié votre étude de cas, mais il vous manque une expérience en audit.", "Nous avons le regret de ne pas donner suite à votre candidature."},
		"es": {"Nos gustó tu presentación, pero buscamos más experiencia en ventas.", "Lamentamos comunicarle que hemos elegido a otra persona."},
		"nl": {"We vonden de presentatie sterk, maar zochten meer ervaring met inkoop.", "Helaas hebben we voor een andere kandidaat gekozen."},
	} {
		if !FeedbackIn(language, texts[0]) || FeedbackIn(language, texts[1]) {
			t.Errorf("%s: %v, %v", language, FeedbackIn(language, texts[0]), FeedbackIn(language, texts[1]))
		}
	}
}
