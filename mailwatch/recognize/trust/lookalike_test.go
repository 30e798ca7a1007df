package trust

import "testing"

func TestEdits(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"nordwind", "nordwind", 0}, {"nordwind", "nordwnid", 1}, {"nordwind", "nordwin", 1}, {"nordwind", "nordwinds", 1}, {"nordwind", "mordwimd", 2}, {"nordwind", "südwind", 3}, {"a", "abcd", 3}} {
		if got := edits(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: %d", tt.a, tt.b, got)
		}
		if edits(tt.a, tt.b) != edits(tt.b, tt.a) {
			t.Errorf("%s, %s: not symmetric", tt.a, tt.b)
		}
	}
}
