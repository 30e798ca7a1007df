package rules

import "testing"

// A check-in is called by its number in the plan, also where one before it was declined.
func TestTitleOf(t *testing.T) {
	discarded := func(key string, vanished bool) Fact {
		return Fact{What: Discarded{FollowUp: key, Vanished: vanished}}
	}
	a := Application{Facts: []Fact{
		discarded("check-in/1/2", false), discarded("check-in/1/4", true), {What: Delivered{FollowUp: "check-in/1/4"}}, discarded("check-in/2/1", false), {What: Delivered{FollowUp: "check-in/2/1"}},
	}}
	for key, want := range map[string]string{
		"check-in/1/1": "check-in 1", "check-in/1/2": "check-in 2", "check-in/1/3": "check-in 2", "check-in/1/4": "check-in 3", "check-in/2/2": "check-in 2",
		"thank-you/1/name:Ada Roe": "thank-you to Ada Roe", "thank-you/1/ada@hale.example": "thank-you to ada@hale.example", "offer-reply/x": "offer-reply", "check-in/x": "check-in",
	} {
		if got := a.TitleOf(key); got != want {
			t.Errorf("%s is called %q, want %q", key, got, want)
		}
	}
}
