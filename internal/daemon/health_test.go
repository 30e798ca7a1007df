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
