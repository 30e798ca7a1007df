package daemon_test

import (
	"context"
	"os"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/process"
	"afterword/internal/test/servers"
)

func TestMain(m *testing.M) {
	process.Child()
	os.Exit(m.Run())
}

// runUntil runs the daemon in a process of its own until it kills itself at a
// step, or until it has seen everything.
func (p *play) runUntil(step string) (killed bool) {
	p.t.Helper()
	d, err := process.Start(p.ctx, p.Stage, process.Options{Log: p.log, Step: step})
	p.must(err)
	settled := make(chan error, 1)
	ctx, cancel := context.WithCancel(p.ctx)
	go func() { settled <- p.Settle(ctx) }()
	for d.Alive() {
		select {
		case err := <-settled:
			cancel()
			p.must(err)
			p.must(d.Stop())
			return false
		case <-time.After(10 * time.Millisecond):
		}
	}
	cancel()
	<-settled
	return d.Await()
}

// Killed at every step between "decided" and "recorded": one draft of each
// follow-up, never two, never none.
func TestKilledWhilePlacing(t *testing.T) {
	onEach(t, func(t *testing.T, server *servers.Server) {
		for n, step := range []string{"decided", "searched", "appended", "read", "recorded"} {
			t.Run(step, func(t *testing.T) {
				p := newPlay(t, server, "2024-11-15T15:01", func(o *demo.Options) { o.User = server.Users[n%len(server.Users)] })
				if n >= len(server.Users) {
					emptyDrafts(t, p)
				}
				p.add("2024-11-15T15:00", "2024-11-22")
				if !p.runUntil(step) {
					t.Fatalf("the step %q never came", step)
				}
				// The next finds the work half done, and is killed at the same step.
				for range 2 {
					p.runUntil(step)
				}
				p.runUntil("")
				both := p.drafts(2)
				if both[0].To == both[1].To || both[0].MessageID == both[1].MessageID {
					t.Errorf("%+v", both)
				}
				trash, err := p.Letters(server.Boxes.Trash)
				p.must(err)
				if len(trash) != 0 {
					t.Errorf("%d in Trash", len(trash))
				}
			})
		}
	})
}

func emptyDrafts(t *testing.T, p *play) {
	t.Helper()
	list, err := p.Drafts()
	p.must(err)
	for _, l := range list {
		p.must(p.Server.Expunge(p.User, p.Server.Boxes.Drafts, l.UID))
	}
}
