package mailwatch_test

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// BenchmarkPass is a pass without news: waiting, and a look at what is watched. The
// server is another process, so the processor time is ours alone.
func BenchmarkPass(b *testing.B) {
	s := servers.Dovecot(b, servers.Default)
	for _, n := range []int{1, 60} {
		b.Run(fmt.Sprintf("mailboxes=%d", n), func(b *testing.B) {
			user := s.Users[0]
			boxes := []string{"INBOX"}
			for i := 1; i < n; i++ {
				boxes = append(boxes, fmt.Sprintf("Watched %d", i))
				if err := s.CreateBox(user, boxes[i]); err != nil && b.N == 1 {
					b.Log(err) // it is there from the run before
				}
			}
			c, err := mailwatch.Dial(b.Context(), endpoint(s, user), slog.New(slog.DiscardHandler))
			if err != nil {
				b.Fatal(err)
			}
			defer c.Close()
			var cursors []mailwatch.Cursor
			for _, box := range boxes {
				end, err := c.End(b.Context(), box)
				if err != nil {
					b.Fatal(err)
				}
				cursors = append(cursors, end)
			}
			began := processor(b)
			for b.Loop() {
				if err := pass(b.Context(), c, cursors); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(processor(b)-began)/float64(b.N), "cpu-ns/op")
		})
	}
}

func pass(ctx context.Context, c *mailwatch.Conn, cursors []mailwatch.Cursor) error {
	if _, err := c.Wait(ctx, "INBOX", nil, time.Millisecond); err != nil {
		return err
	}
	if changed, unread, err := c.Changed(ctx, cursors); err != nil || len(changed)+len(unread) > 0 {
		return fmt.Errorf("changed %q, unread %+v, %w", changed, unread, err)
	}
	return nil
}
