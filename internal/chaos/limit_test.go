//go:build linux

package chaos

import (
	"context"
	"errors"
	"testing"
	"time"

	"afterword/internal/mailtest"
	"afterword/mailwatch"
)

// grace is what a limit may be missed by here: a deadline ends a call when it is over,
// and on a busy machine somewhat later.
const grace = 20 * time.Second

// TestDeadPeer pulls the cable under connections with the deadlines that users have, on
// a real clock: nobody is told, by FIN, RST or ICMP. One of them idles, the others are
// told something just then.
func TestDeadPeer(t *testing.T) {
	t.Parallel()
	network := mailtest.NewNetwork(t)
	server := mailtest.Dovecot(t, mailtest.Default)
	far := mailtest.NewProxyAt(t, server, network.Server+":0")
	idling := make(chan struct{}, 1)
	far.Always(mailtest.Remote, `^\+ idling`, mailtest.Signal(idling))
	dial := func() *mailwatch.Conn {
		c, err := mailwatch.Dial(t.Context(), mailwatch.Endpoint{Address: far.Addr, RootCAs: far.CA, ServerName: "localhost", Username: server.Users[0],
			Secret: func(context.Context) (string, error) { return mailtest.Password, nil }, DialContext: network.Dial}, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	calls := []struct {
		name  string
		limit time.Duration
		do    func(*mailwatch.Conn) error
		conn  *mailwatch.Conn
	}{
		{name: "IDLE", limit: 2 * time.Minute, do: func(c *mailwatch.Conn) error {
			_, err := c.Wait(t.Context(), "INBOX", nil, 0)
			return err
		}},
		{name: "STATUS", limit: 30 * time.Second, do: func(c *mailwatch.Conn) error {
			_, err := c.Changed(t.Context(), []string{"INBOX"})
			return err
		}},
		{name: "EXAMINE", limit: 30 * time.Second, do: func(c *mailwatch.Conn) error {
			_, err := c.End(t.Context(), "INBOX")
			return err
		}},
		{name: "APPEND", limit: 30 * time.Second, do: func(c *mailwatch.Conn) error {
			_, _, err := c.Append(t.Context(), "Drafts", []byte("Subject: Hello\r\n\r\nHello.\r\n"), began)
			return err
		}},
	}
	for i := range calls {
		calls[i].conn = dial()
	}
	type end struct {
		call int
		err  error
		at   time.Time
	}
	ends := make(chan end, len(calls))
	start := func(i int) { ends <- end{i, calls[i].do(calls[i].conn), time.Now()} }
	go start(0)
	<-idling
	if err := network.Cut(); err != nil {
		t.Fatal(err)
	}
	cut := time.Now()
	for i := 1; i < len(calls); i++ {
		go start(i)
	}
	for range calls {
		e := <-ends
		call, took := calls[e.call], e.at.Sub(cut)
		t.Logf("%s: noticed after %v", call.name, took.Round(time.Millisecond))
		if !errors.Is(e.err, mailwatch.ErrTimeout) || !errors.Is(e.err, mailwatch.ErrLost) {
			t.Errorf("%s: %v", call.name, e.err)
		}
		if took > call.limit+grace {
			t.Errorf("%s: noticed after %v, not after %v", call.name, took, call.limit)
		}
	}
}
