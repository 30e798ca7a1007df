package daemon

import (
	"testing"
	"time"

	"afterword/rules"
)

// What was placed anew and then sent was renewed once, and no longer: an address that is
// corrected after that brings no overdue letter back.
func TestRenewedOnce(t *testing.T) {
	at := time.Date(2026, 1, 14, 10, 0, 0, 0, time.UTC)
	a := rules.Application{}
	note := func(what rules.What) {
		at = at.Add(time.Minute)
		a.Facts = append(a.Facts, rules.Fact{At: at, What: what})
	}
	const old, corrected = "thank-you/1/ada@acme.example", "thank-you/1/ada.new@acme.example"
	for n, step := range []struct {
		what rules.What
		want [2]bool // of the old key, of the corrected one
	}{
		{rules.Placed{FollowUp: old, MessageID: "one"}, [2]bool{}},
		{rules.Removed{FollowUp: old, Why: anew + " (sender)"}, [2]bool{true, true}},
		{rules.Placed{FollowUp: old, MessageID: "two"}, [2]bool{}},
		{rules.Delivered{FollowUp: old, MessageID: "two"}, [2]bool{}},
		{rules.Removed{FollowUp: old, Why: readdressed}, [2]bool{true, true}},
		{rules.Placed{FollowUp: corrected, MessageID: "three"}, [2]bool{}},
	} {
		note(step.what)
		if got := [2]bool{renewed(a, old), renewed(a, corrected)}; got != step.want {
			t.Errorf("step %d: %v, want %v", n, got, step.want)
		}
	}
}
