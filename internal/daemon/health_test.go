package daemon_test

import (
	"strings"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
)

// An account that cannot be read says why, and not again for each connection that
// is lost in the same way: the words differ by a port each time.
func TestTheSameTroubleIsSaidOnce(t *testing.T) {
	server := servers.Embedded(t)
	proxy := servers.NewProxy(t, server)
	p := newPlay(t, server, "2024-11-15T15:00", func(o *demo.Options) { o.Addr, o.CA = proxy.Addr, proxy.CA })
	proxy.Always(servers.Client, `^\S+ (LOGIN|AUTHENTICATE)`, servers.Hang(true))
	p.StartDaemon(p.ctx)
	for proxy.Struck() < 3 {
		p.must(p.ctx.Err())
		time.Sleep(10 * time.Millisecond)
	}
	p.must(p.StopDaemon())
	entries, err := p.Store.Entries(p.ctx, "", 0)
	p.must(err)
	said := 0
	for _, e := range entries {
		if strings.Contains(e.What, "cannot be read") {
			said++
		}
	}
	if said != 1 {
		t.Errorf("said %d times", said)
	}
}

// A quiet daemon says once a day that it lives, and what it watches.
func TestAlive(t *testing.T) {
	var log strings.Builder
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", func(o *demo.Options) { o.Log = &log })
	p.StartDaemon(p.ctx)
	p.add("2024-11-29T15:00", "")
	for _, when := range []string{"2024-11-15T15:00", "2024-11-16T14:01", "2024-11-16T20:00", "2024-11-17T14:02", "2024-11-18T14:00"} {
		p.go_(when)
	}
	p.must(p.StopDaemon())
	var lines []string
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, "still watching") {
			lines = append(lines, line)
		}
	}
	if len(lines) != 2 {
		t.Fatalf("said %d times in three days:\n%s", len(lines), log.String())
	}
	for _, words := range []string{"inbox=INBOX", "drafts=Drafts", "sent=Sent", "applications=1", "last read"} {
		if !strings.Contains(lines[0], words) {
			t.Errorf("it does not say %q: %s", words, lines[0])
		}
	}
}
