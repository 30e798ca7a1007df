package mailwatch

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestBackoff: never less than half of Least, never more than Most, about twice as
// long each time, and for ever.
func TestBackoff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		least := time.Duration(rapid.Int64Range(-1, int64(time.Hour)).Draw(t, "least"))
		most := time.Duration(rapid.Int64Range(-1, int64(2*time.Hour)).Draw(t, "most"))
		b := Backoff{Least: least, Most: most}
		if least <= 0 {
			least = time.Second
		}
		if most < least {
			most = max(least, 25*time.Second)
		}
		step := least
		for range rapid.IntRange(1, 60).Draw(t, "attempts") {
			if wait := b.Next(); wait < step/2 || wait > step {
				t.Fatalf("waits %v in the step of %v", wait, step)
			}
			step = min(2*step, most)
		}
		b.Lasted(time.Duration(rapid.Int64Range(0, int64(time.Minute)-1).Draw(t, "lasted")))
		if wait := b.Next(); wait < step/2 {
			t.Fatalf("after a short success it waits %v in the step of %v", wait, step)
		}
		b.Lasted(time.Duration(rapid.Int64Range(int64(time.Minute), int64(time.Hour)).Draw(t, "held")))
		if wait := b.Next(); wait > least {
			t.Fatalf("after a success it waits %v", wait)
		}
	})
}
