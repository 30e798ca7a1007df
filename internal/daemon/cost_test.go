package daemon_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/internal/test/servers"
)

// BenchmarkMailboxes measures passes without news over one mailbox besides the usual
// ones, and over sixty. Dovecot is another process, so there the processor time is ours.
func BenchmarkMailboxes(b *testing.B) {
	for _, n := range []int{1, 60} {
		for name, server := range map[string]func(testing.TB) *servers.Server{
			"embedded": func(t testing.TB) *servers.Server { return servers.Embedded(t) },
			"dovecot":  func(t testing.TB) *servers.Server { return servers.Dovecot(t, servers.Default) },
		} {
			b.Run(fmt.Sprintf("%s/mailboxes=%d", name, n), func(b *testing.B) {
				p := newPlay(b, server(b), "2024-11-15T14:00", nil)
				for i := range n {
					p.must(p.Server.CreateBox(p.User, fmt.Sprintf("Box %d", i)))
				}
				p.StartDaemon(p.ctx)
				p.add("2024-11-15T15:00", "2024-11-22")
				p.must(p.Settle(p.ctx))
				b.ResetTimer()
				began := processor(b)
				for b.Loop() {
					p.must(p.Settle(p.ctx))
				}
				b.ReportMetric(float64(processor(b)-began)/float64(b.N), "cpu-ns/op")
			})
		}
	}
}

// processor is the processor time of this process, 0 where the system does not say.
func processor(b *testing.B) time.Duration {
	b.Helper()
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	var ticks int64
	for _, field := range fields[11:13] { // utime and stime, in hundredths of a second
		n, _ := strconv.ParseInt(field, 10, 64)
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
