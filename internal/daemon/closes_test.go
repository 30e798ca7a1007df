package daemon_test

import (
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
)

// An answer whose text the server cannot hand out stops its sequence by its header
// alone, however the server fails, and the rest of the mail is read.
func TestTheTextOfAnAnswerIsLost(t *testing.T) {
	for name, fault := range map[string]servers.Action{
		"hangs up": servers.Hang(false), "resets": servers.Hang(true), "says nonsense": servers.Inject("* 1 FETCH (UID 1 BODY[] {}"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := servers.Embedded(t)
			proxy := servers.NewProxy(t, server)
			p := newPlay(t, server, "2024-11-15T15:00", func(o *demo.Options) { o.Addr, o.CA = proxy.Addr, proxy.CA })
			p.StartDaemon(p.ctx)
			p.add("2024-11-15T15:00", "2024-11-22")
			p.must(p.Settle(p.ctx))
			p.drafts(2)
			proxy.Always(servers.Remote, `BODY\[\](<0>)? \{[5-9]\d{3}\}`, fault) // nothing else is as long
			p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding + strings.Repeat("\n\nAnd so on, and so forth.", 200), At: ny("2024-11-15T16:00")}))
			p.go_("2024-11-15T16:01")
			p.drafts(0)
		})
	}
}
