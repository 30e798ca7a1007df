package mailwatch_test

import (
	"testing"
	"time"
)

// processor skips the benchmark: its server, Dovecot, does not run here either.
func processor(b *testing.B) time.Duration {
	b.Skip("processor time is measured on Unix alone")
	return 0
}
