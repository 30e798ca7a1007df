package chaos

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// grace is what a limit may be missed by: a deadline ends a call when it is over, and
// what then has to be done takes a moment.
const grace = 5 * time.Second

// TestDeadPeer pulls the cable under connections with the deadlines and the dialer that
// users have, on a real clock: nobody is told, by FIN, RST or ICMP. One of them idles,
// one is in the middle of an answer, the others are told something just then.
func TestDeadPeer(t *testing.T) {
	t.Parallel()
	network := servers.NewNetwork(t)
	server := servers.Dovecot(t, servers.Default)
	far := servers.NewProxyAt(t, server, network.Server+":0")
	large := []byte("Subject: Hello\r\n\r\n" + strings.Repeat("Hello, and hello again.\r\n", 80_000))
	if err := server.Deliver(server.Users[0], "INBOX", large[:900<<10], nil, began); err != nil {
		t.Fatal(err)
	}
	idling, answering := make(chan struct{}, 1), make(chan struct{}, 1)
	far.Always(servers.Remote, `^\+ idling`, servers.Signal(idling))
	far.Always(servers.Remote, `^\* 1 FETCH`, servers.Slow(100<<10))
	far.Always(servers.Remote, `^\* 1 FETCH`, servers.Signal(answering))
	dial := func() (c *mailwatch.Conn) {
		err := network.Do(func() (err error) {
			c, err = mailwatch.Dial(t.Context(), mailwatch.Endpoint{Address: far.Addr, RootCAs: far.CA, ServerName: "localhost", Username: server.Users[0],
				Secret: func(context.Context) (string, error) { return servers.Password, nil }}, nil)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	reader := dial()
	end, err := reader.End(t.Context(), "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	calls := []struct {
		name  string
		limit time.Duration
		conn  *mailwatch.Conn
		do    func(*mailwatch.Conn) error
	}{
		{"IDLE", 2 * time.Minute, dial(), func(c *mailwatch.Conn) error {
			_, err := c.Wait(t.Context(), "INBOX", nil, 0)
			return err
		}},
		{"FETCH", 30*time.Second + grace, reader, func(c *mailwatch.Conn) error {
			_, err := c.Fetch(t.Context(), "INBOX", end.UIDValidity, end.UIDNext-1)
			return err
		}},
		{"STATUS", 30*time.Second + grace, dial(), func(c *mailwatch.Conn) error {
			_, _, err := c.Changed(t.Context(), []mailwatch.Cursor{{Mailbox: "INBOX"}})
			return err
		}},
		{"EXAMINE", 30*time.Second + grace, dial(), func(c *mailwatch.Conn) error {
			_, err := c.End(t.Context(), "INBOX")
			return err
		}},
		{"APPEND", 30*time.Second + grace, dial(), func(c *mailwatch.Conn) error {
			_, _, err := c.Append(t.Context(), "Drafts", large[:1000], began)
			return err
		}},
		{"APPEND of 2 MB", 30*time.Second + grace, dial(), func(c *mailwatch.Conn) error { // more than the socket takes
			_, _, err := c.Append(t.Context(), "Drafts", large, began)
			return err
		}},
	}
	type ended struct {
		call int
		err  error
		at   time.Time
	}
	ends := make(chan ended, len(calls))
	start := func(i int) { ends <- ended{i, calls[i].do(calls[i].conn), time.Now()} }
	go start(0)
	<-idling
	go start(1)
	<-answering
	late := lateness(t)
	if err := network.Cut(); err != nil {
		t.Fatal(err)
	}
	cut := time.Now()
	for i := 2; i < len(calls); i++ {
		go start(i)
	}
	for range calls {
		e := <-ends
		call, took := calls[e.call], e.at.Sub(cut)
		t.Logf("%s: noticed after %v", call.name, took.Round(time.Millisecond))
		if !errors.Is(e.err, mailwatch.ErrTimeout) || !errors.Is(e.err, mailwatch.ErrLost) {
			t.Errorf("%s: %v", call.name, e.err)
		}
		if took > call.limit+late() {
			t.Errorf("%s: noticed after %v, not after %v (the machine is late by up to %v)", call.name, took, call.limit, late())
		}
	}
}

// lateness measures until the test ends how late this machine's timers are at most:
// nothing that runs on it can be more punctual.
func lateness(t *testing.T) func() time.Duration {
	const beat = 100 * time.Millisecond
	var most atomic.Int64
	go func() {
		for t.Context().Err() == nil {
			due := time.Now().Add(beat)
			time.Sleep(beat)
			if late := time.Since(due); int64(late) > most.Load() {
				most.Store(int64(late))
			}
		}
	}()
	return func() time.Duration { return time.Duration(most.Load()) }
}
