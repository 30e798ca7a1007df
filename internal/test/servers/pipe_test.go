package servers_test

import (
	"crypto/tls"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"

	"afterword/internal/test/servers"
)

// TestPipe shows hours of IDLE over pipes with TLS, in no time at all.
func TestPipe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, err := servers.Start(servers.Options{Pipe: true})
		must(t, err)
		defer s.Close()
		conn, err := s.Dial(t.Context(), "", "")
		must(t, err)
		exists := make(chan uint32, 16)
		c := imapclient.New(tls.Client(conn, &tls.Config{RootCAs: s.CA, ServerName: "localhost"}),
			&imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: func(d *imapclient.UnilateralDataMailbox) {
				if d.NumMessages != nil {
					exists <- *d.NumMessages
				}
			}}})
		defer conn.Close()
		must(t, c.Login(robin, servers.Password).Wait())
		_, err = c.Select("INBOX", nil).Wait()
		must(t, err)
		idle, err := c.Idle()
		must(t, err)
		time.Sleep(20 * time.Minute)
		at := time.Now()
		must(t, s.Deliver(robin, "INBOX", []byte(letter), nil, time.Time{}))
		if n := <-exists; n != 1 {
			t.Errorf("the server pushed %d EXISTS, want 1", n)
		}
		if took := time.Since(at); took != 0 {
			t.Errorf("the push took %v of the clock, want none", took)
		}
		must(t, idle.Close())
		must(t, idle.Wait())
		if got := stored(t, s, "INBOX"); len(got) != 1 || !got[0].InternalDate.Equal(at) {
			t.Errorf("the Inbox holds %+v, want one of %v", got, at)
		}
		if want := []string{"LOGIN", "SELECT INBOX", "IDLE", "DONE"}; !slices.Equal(s.Commands(), want) {
			t.Errorf("the client sent %q, want %q", s.Commands(), want)
		}
	})
}

// TestWithoutCapability shows that an embedded server can lack a capability.
func TestWithoutCapability(t *testing.T) {
	s, err := servers.Start(servers.Options{Without: []string{"MOVE"}})
	must(t, err)
	defer s.Close()
	c := client(t, s, nil)
	must(t, c.Login(robin, servers.Password).Wait())
	caps, err := c.Capability().Wait()
	must(t, err)
	if _, ok := caps["MOVE"]; ok {
		t.Error("MOVE is advertised")
	}
	if _, ok := caps["UIDPLUS"]; !ok {
		t.Error("UIDPLUS is not advertised")
	}
}
