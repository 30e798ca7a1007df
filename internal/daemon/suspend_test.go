package daemon_test

import (
	"errors"
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/process"
	"afterword/internal/test/servers"
)

// The machine sleeps over the hour of a check-in, and wakes with it due: an answer that
// came meanwhile is read before anything is placed, whatever has become of the
// connection; where none came, the check-in is there.
func TestAsleepWhenACheckInIsDue(t *testing.T) {
	onEach(t, func(t *testing.T, server *servers.Server) {
		for n, c := range []struct {
			name     string
			answered bool
			meets    func(*servers.Proxy) // the connection
			want     int
		}{
			{name: "answered", answered: true},
			{name: "answered, connection gone", answered: true, meets: func(line *servers.Proxy) { line.Cut(true) }},
			{name: "answered, connection dead", answered: true, meets: func(line *servers.Proxy) {
				line.Cut(false)
				line.Once(servers.Client, `LOGIN|AUTHENTICATE`, servers.Hang(true)) // the network is not up yet
			}},
			{name: "nobody answered", want: 1},
		} {
			t.Run(c.name, func(t *testing.T) {
				line := servers.NewProxy(t, server)
				p := newPlay(t, server, "2024-11-15T15:00", func(o *demo.Options) { o.User = server.Users[n] })
				d, err := process.Start(p.ctx, p.Stage, process.Options{Log: p.log, Proxy: line})
				p.must(err)
				p.add("2024-11-15T15:00", "2024-11-22")
				p.must(p.Settle(p.ctx))
				for _, l := range p.drafts(2) {
					p.must(p.Server.Expunge(p.User, server.Boxes.Drafts, l.UID))
				}
				p.go_("2024-11-26T08:59")
				p.drafts(0)

				if err := d.Suspend(); errors.Is(err, errors.ErrUnsupported) {
					t.Skip("no process can be suspended on this system")
				} else {
					p.must(err)
				}
				if c.answered {
					p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: ny("2024-11-26T08:59")}))
				}
				if c.meets != nil {
					c.meets(line)
				}
				p.At(ny("2024-11-26T12:00"))
				p.must(d.Wake())
				p.must(p.Settle(p.ctx))
				p.must(d.Stop())
				p.drafts(c.want)
				trash, err := p.Letters(server.Boxes.Trash)
				p.must(err)
				for _, l := range trash {
					if strings.HasPrefix(l.Subject, "Follow-up") {
						t.Errorf("%q was placed, after the answer", l.Subject)
					}
				}
			})
		}
	})
}
