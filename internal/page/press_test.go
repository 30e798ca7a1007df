package page

import (
	"slices"
	"testing"
)

// A letter's lines are as wide as who reads it has room for; what stands on a line of its
// own stays there.
func TestUnwrapped(t *testing.T) {
	letter := "Dear Tomás,\n\nThank you for our conversation on Friday about the role, and for the time\nthat you took to show me what the team is at, which I did not expect to\nlike so much.\n\nKind regards,\nSam Winter\n"
	want := []string{"Dear Tomás,", "", "Thank you for our conversation on Friday about the role, and for the time that you took to show me what the team is at, which I did not expect to like so much.", "", "Kind regards,", "Sam Winter"}
	if got := unwrapped(letter); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
