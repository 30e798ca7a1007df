package servers_test

import (
	"crypto/tls"
	"slices"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"afterword/internal/test/servers"
)

const (
	letter = "From: Ngozi Okafor <ngozi@acme.example>\r\nTo: robin@home.example\r\nSubject: Hello\r\nMessage-ID: <1@acme.example>\r\n\r\nHello Robin.\r\n"
	robin  = "robin@home.example"
)

// must ends the test where a step of the user failed.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// stored returns what stands in a mailbox.
func stored(t *testing.T, s *servers.Server, box string) []servers.Stored {
	t.Helper()
	all, err := s.Messages(robin, box)
	must(t, err)
	return all
}

// TestUser plays the user's side on every make of server.
func TestUser(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) { play(t, s, false) })
}

// TestVariants plays the same on every shape of Dovecot.
func TestVariants(t *testing.T) {
	for _, v := range servers.Variants {
		t.Run(string(v), func(t *testing.T) { play(t, servers.Dovecot(t, v), v == servers.ReadOnly) })
	}
}

func play(t *testing.T, s *servers.Server, readOnly bool) {
	at := time.Date(2026, 11, 13, 15, 4, 5, 0, time.UTC)
	must(t, s.Deliver(robin, s.Boxes.Inbox, []byte(letter), nil, at))
	must(t, s.Deliver(robin, s.Boxes.Drafts, []byte(letter), []string{`\Draft`, `\Seen`}, at))
	inbox := stored(t, s, s.Boxes.Inbox)
	if len(inbox) != 1 || string(inbox[0].Raw) != letter || !inbox[0].InternalDate.Equal(at) {
		t.Fatalf("the Inbox holds %+v, want the letter of %v alone", inbox, at)
	}
	drafts := stored(t, s, s.Boxes.Drafts)
	if len(drafts) != 1 || !hasFlag(drafts[0], imap.FlagDraft) || !hasFlag(drafts[0], imap.FlagSeen) {
		t.Fatalf("Drafts holds %+v, want one with \\Draft and \\Seen", drafts)
	}

	edited := letter + "And more.\r\n"
	must(t, s.Edit(robin, s.Boxes.Drafts, drafts[0].UID, []byte(edited), []string{`\Draft`}, at))
	again := stored(t, s, s.Boxes.Drafts)
	if len(again) != 1 || string(again[0].Raw) != edited || again[0].UID == drafts[0].UID {
		t.Fatalf("after the edit Drafts holds %+v, want the new text under a new UID", again)
	}
	must(t, s.Flag(robin, s.Boxes.Inbox, []string{`\Answered`}, inbox[0].UID))
	if inbox = stored(t, s, s.Boxes.Inbox); hasFlag(inbox[0], imap.FlagAnswered) == readOnly {
		t.Errorf("flags are %q", inbox[0].Flags)
	}
	must(t, s.Move(robin, s.Boxes.Drafts, s.Boxes.Trash, again[0].UID))
	if n := len(stored(t, s, s.Boxes.Drafts)); n != 0 {
		t.Errorf("after the move %d messages stand in Drafts, want none", n)
	}
	trash := stored(t, s, s.Boxes.Trash)
	if len(trash) != 1 {
		t.Fatalf("after the move %d messages stand in Trash, want 1", len(trash))
	}
	must(t, s.Expunge(robin, s.Boxes.Trash, trash[0].UID))
	if n := len(stored(t, s, s.Boxes.Trash)); n != 0 {
		t.Errorf("after the expunge %d messages stand in Trash, want none", n)
	}
}

func hasFlag(m servers.Stored, flag imap.Flag) bool {
	return slices.Contains(m.Flags, string(flag))
}

// TestPush shows that a client in IDLE hears of what the user's side does.
func TestPush(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		exists := make(chan uint32, 16)
		c := client(t, s, &imapclient.UnilateralDataHandler{Mailbox: func(d *imapclient.UnilateralDataMailbox) {
			if d.NumMessages != nil {
				exists <- *d.NumMessages
			}
		}})
		must(t, c.Login(robin, servers.Password).Wait())
		_, err := c.Select(s.Boxes.Inbox, nil).Wait()
		must(t, err)
		idle, err := c.Idle()
		must(t, err)
		must(t, s.Deliver(robin, s.Boxes.Inbox, []byte(letter), nil, time.Time{}))
		select {
		case n := <-exists:
			if n != 1 {
				t.Errorf("the server pushed %d EXISTS, want 1", n)
			}
		case <-time.After(time.Minute):
			t.Fatal("the server pushed nothing")
		}
		must(t, idle.Close())
		must(t, idle.Wait())
	})
}

// client connects over TLS, trusting the server's own certificate alone.
func client(t *testing.T, s *servers.Server, h *imapclient.UnilateralDataHandler) *imapclient.Client {
	t.Helper()
	conn, err := tls.Dial("tcp", s.Addr, &tls.Config{RootCAs: s.CA, ServerName: "localhost"})
	must(t, err)
	c := imapclient.New(conn, &imapclient.Options{UnilateralDataHandler: h})
	t.Cleanup(func() { _ = conn.Close(); _ = c.Close() })
	return c
}

// TestPassword shows that a revoked password is refused at once, also where somebody
// has just logged in with it, and that the new one counts.
func TestPassword(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		must(t, client(t, s, nil).Login(robin, servers.Password).Wait())
		must(t, s.SetPassword(robin, "another"))
		must(t, s.Deliver(robin, s.Boxes.Inbox, []byte(letter), nil, time.Time{}))
		if err := client(t, s, nil).Login(robin, servers.Password).Wait(); err == nil {
			t.Error("the revoked password was accepted")
		}
	})
}

// TestKill shows that mail survives kill -9 and comes back at the same address.
func TestKill(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		must(t, s.Deliver(robin, s.Boxes.Inbox, []byte(letter), nil, time.Time{}))
		c := client(t, s, nil)
		must(t, c.Login(robin, servers.Password).Wait())
		must(t, s.Kill())
		<-c.Closed()
		must(t, s.Restart())
		if n := len(stored(t, s, s.Boxes.Inbox)); n != 1 {
			t.Errorf("%d messages after the restart, want 1", n)
		}
		must(t, client(t, s, nil).Login(robin, servers.Password).Wait())
	})
}
