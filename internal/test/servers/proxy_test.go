package servers_test

import (
	"context"
	"crypto/tls"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"afterword/internal/test/servers"
)

// through logs in through the proxy.
func through(t *testing.T, p *servers.Proxy) *imapclient.Client {
	t.Helper()
	conn, err := tls.Dial("tcp", p.Addr, &tls.Config{RootCAs: p.CA, ServerName: "localhost"})
	must(t, err)
	c := imapclient.New(conn, nil)
	t.Cleanup(func() { _ = conn.Close(); _ = c.Close() })
	must(t, c.Login(robin, servers.Password).Wait())
	return c
}

// TestProxyPasses shows that a proxy without rules is not noticed, and that it
// tells what the client sent.
func TestProxyPasses(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		p := servers.NewProxy(t, s)
		c := through(t, p)
		body := letter + strings.Repeat("A line that says a02 SELECT nothing.\r\n", 5000)
		cmd := c.Append(s.Boxes.Drafts, int64(len(body)), &imap.AppendOptions{Flags: []imap.Flag{imap.FlagDraft}})
		_, err := cmd.Write([]byte(body))
		must(t, err)
		must(t, cmd.Close())
		_, err = cmd.Wait()
		must(t, err)
		must(t, c.Logout().Wait())
		if drafts := stored(t, s, s.Boxes.Drafts); len(drafts) != 1 || string(drafts[0].Raw) != body {
			t.Error("what was appended through the proxy is not what stands in Drafts")
		}
		var writes []string
		for _, command := range p.Commands() {
			if strings.Contains(command, servers.Password) {
				t.Errorf("the log holds the password: %q", command)
			}
			if word, _, _ := strings.Cut(command, " "); !slices.Contains([]string{"LOGIN", "CAPABILITY", "LOGOUT"}, word) {
				writes = append(writes, word)
			}
		}
		if !slices.Equal(writes, []string{"APPEND"}) {
			t.Errorf("the log holds %q, want APPEND alone", writes)
		}
	})
}

// TestFaults breaks a NOOP in every way and says what its sender sees.
func TestFaults(t *testing.T) {
	const noop = `^\S+ NOOP`
	tests := []struct {
		name  string
		fault func(*servers.Proxy)
		ends  bool   // the connection ends
		says  string // part of the error
	}{
		{name: "cut", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.Hang(false)) }, ends: true},
		{name: "reset", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.Hang(true)) }, ends: true},
		{name: "lost answer", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.LoseAnswer()) }, ends: true},
		{name: "garbage", fault: func(p *servers.Proxy) { p.Once(servers.Remote, `completed|Ok`, servers.Garbage(300)) }, ends: true},
		{name: "refused", fault: func(p *servers.Proxy) {
			p.Once(servers.Client, noop, servers.Answer("$TAG NO [UNAVAILABLE] not now"))
		}, says: "not now"},
		{name: "BYE", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.Answer("* BYE shutting down")) }},
		{name: "delay", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.Delay(time.Millisecond)) }},
		{name: "slow", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.Slow(400)) }},
		{name: "inject", fault: func(p *servers.Proxy) { p.Once(servers.Client, noop, servers.Inject("* 7 EXISTS")) }},
		{name: "replace", fault: func(p *servers.Proxy) {
			p.Once(servers.Remote, `OK NOOP`, servers.Replace(`OK NOOP`, "NO [SERVERBUG] NOOP"))
		}, says: "SERVERBUG"},
	}
	s := servers.Embedded(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := servers.NewProxy(t, s)
			c := through(t, p)
			test.fault(p)
			noop := c.Noop()
			if test.name == "BYE" {
				return // go-imap waits for the tag for ever
			}
			err := noop.Wait()
			if failed := test.ends || test.says != ""; failed != (err != nil) {
				t.Fatalf("NOOP said %v, want an error: %v", err, failed)
			}
			if test.says != "" && !strings.Contains(err.Error(), test.says) {
				t.Errorf("NOOP said %q, want %q in it", err, test.says)
			}
			if !test.ends {
				must(t, c.Noop().Wait())
			}
			must(t, through(t, p).Noop().Wait())
		})
	}
}

// TestLostAnswer shows that the command behind a lost answer was obeyed.
func TestLostAnswer(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		p := servers.NewProxy(t, s)
		c := through(t, p)
		p.Once(servers.Client, `APPEND`, servers.LoseAnswer())
		cmd := c.Append(s.Boxes.Drafts, int64(len(letter)), nil)
		_, err := cmd.Write([]byte(letter))
		must(t, err)
		must(t, cmd.Close())
		if _, err := cmd.Wait(); err == nil {
			t.Error("the answer arrived")
		}
		if n := len(stored(t, s, s.Boxes.Drafts)); n != 1 {
			t.Errorf("%d messages in Drafts, want the one whose OK was lost", n)
		}
	})
}

// TestSilence shows that a dead connection says nothing, and a mended network
// lets new ones through.
func TestSilence(t *testing.T) {
	s := servers.Embedded(t)
	p := servers.NewProxy(t, s)
	c := through(t, p)
	p.Die()
	answered := make(chan error, 1)
	go func() { answered <- c.Noop().Wait() }()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	dialer := &tls.Dialer{Config: &tls.Config{RootCAs: p.CA, ServerName: "localhost"}}
	if conn, err := dialer.DialContext(ctx, "tcp", p.Addr); err == nil {
		_ = conn.Close()
		t.Error("a dead network made a new connection")
	}
	select {
	case err := <-answered:
		t.Errorf("a dead network answered: %v", err)
	default:
	}
	p.Mend()
	must(t, through(t, p).Noop().Wait())
}

// TestWithout shows that a capability is gone for good, not only hidden.
func TestWithout(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		p := servers.NewProxy(t, s)
		p.Without("IDLE", "IDLE")
		c := through(t, p)
		caps, err := c.Capability().Wait()
		must(t, err)
		if caps.Has(imap.CapIdle) {
			t.Error("IDLE is still advertised")
		}
		if _, err := c.Idle(); err == nil {
			t.Error("IDLE is still obeyed")
		}
	})
}

// TestCertificate shows that a changed certificate is not trusted by those who
// know the first.
func TestCertificate(t *testing.T) {
	p := servers.NewProxy(t, servers.Embedded(t))
	through(t, p)
	_, err := p.NewCertificate()
	must(t, err)
	conn, err := tls.Dial("tcp", p.Addr, &tls.Config{RootCAs: p.CA, ServerName: "localhost"})
	if err == nil {
		_ = conn.Close()
		t.Error("another certificate was trusted")
	}
}
