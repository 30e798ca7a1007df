package mailwatch_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

var (
	noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	all  = func(mailwatch.Header) bool { return true }
	none = func(mailwatch.Header) bool { return false }
)

func endpoint(s *servers.Server, user string) mailwatch.Endpoint {
	e := mailwatch.Endpoint{
		Address: s.Addr, RootCAs: s.CA, Username: user,
		Renew: 2 * time.Second, Poll: time.Second, // of the server's clock: nothing here is measured
		Secret: func(context.Context) (string, error) { return servers.Password, nil },
	}
	if e.Address == "" {
		e.Address, e.TLS = s.PlainAddr, mailwatch.TLSNone
	}
	return e
}

func dial(t *testing.T, e mailwatch.Endpoint) *mailwatch.Conn {
	t.Helper()
	c, err := mailwatch.Dial(t.Context(), e, slog.New(slog.NewTextHandler(t.Output(), nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func answer(id, subject, text string) []byte {
	return []byte("From: Ngozi Okafor <ngozi@acme.example>\r\nTo: Robin Reyes <robin@home.example>\r\nSubject: " + subject +
		"\r\nDate: Wed, 04 Mar 2026 12:00:00 +0000\r\nMessage-ID: <" + id + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// everyServer runs f on every make of server and on every shape of Dovecot.
func everyServer(t *testing.T, f func(*testing.T, *servers.Server)) {
	servers.Each(t, f)
	for _, v := range servers.Variants[1:] {
		t.Run("dovecot "+string(v), func(t *testing.T) { f(t, servers.Dovecot(t, v)) })
	}
}

// TestServers plays what the daemon does on every server.
func TestServers(t *testing.T) {
	everyServer(t, func(t *testing.T, s *servers.Server) {
		t.Parallel() // a refused login takes seconds
		user := s.Users[0]
		c := dial(t, endpoint(s, user))
		boxes, err := c.FindMailboxes(t.Context(), mailwatch.Names{})
		must(t, err)
		if boxes.Drafts != s.Boxes.Drafts || boxes.Sent != s.Boxes.Sent || boxes.Trash != s.Boxes.Trash {
			t.Fatalf("found %+v, want %+v", boxes, s.Boxes)
		}
		for i := range 5 {
			must(t, s.Deliver(user, "INBOX", answer(fmt.Sprintf("m%d@acme.example", i), "Hello", fmt.Sprint("text ", i)), nil, noon.Add(time.Duration(i)*time.Hour)))
		}
		cursor := catchUp(t, c, mailwatch.Cursor{}, all, 5, "m0@acme.example")
		// Nothing new: nothing comes, not even the newest again ("n:*").
		cursor = catchUp(t, c, cursor, all, 0, "")
		must(t, s.Deliver(user, "INBOX", answer("m5@acme.example", "Hello", "text 5"), nil, noon))
		cursor = catchUp(t, c, cursor, all, 1, "m5@acme.example")

		// A push, or what was announced while nobody listened, wakes.
		must(t, s.Deliver(user, "INBOX", answer("m6@acme.example", "Hello", "text 6"), nil, noon))
		wake, err := c.Wait(t.Context(), "INBOX", nil, time.Minute)
		must(t, err)
		if !slices.Equal(wake.Changed, []string{"INBOX"}) {
			t.Errorf("woken by %+v", wake)
		}
		cursor = catchUp(t, c, cursor, all, 1, "m6@acme.example")

		placeAndWithdraw(t, s, c, user, boxes)
		cursor = catchUp(t, c, cursor, all, 0, "")

		// New mail while another mailbox was selected is found at once.
		_, _, err = c.Summaries(t.Context(), boxes.Drafts)
		must(t, err)
		must(t, s.Deliver(user, "INBOX", answer("m7@acme.example", "Hello", "text 7"), nil, noon))
		if wake, err = c.Wait(t.Context(), "INBOX", nil, time.Minute); err != nil || wake.Changed == nil {
			t.Errorf("woken by %+v, %v", wake, err)
		}
		bell := &mailwatch.Bell{}
		catchUp(t, c, cursor, none, 1, "m7@acme.example")
		bell.Ring()
		if wake, err = c.Wait(t.Context(), "INBOX", bell, time.Minute); err != nil || wake.Why != "kick" {
			t.Errorf("woken by %+v, %v", wake, err)
		}
		if announces, err := c.Notify(t.Context(), []string{boxes.Sent, boxes.Drafts}); err != nil {
			t.Error(err)
		} else if announces {
			must(t, s.Deliver(user, boxes.Sent, answer("m8@acme.example", "Hello", "text 8"), nil, noon))
			if wake, err = c.Wait(t.Context(), "INBOX", bell, time.Minute); err != nil || wake.Why != "push" || !slices.Equal(wake.Changed, []string{boxes.Sent}) {
				t.Errorf("woken by %+v, %v", wake, err)
			}
		}
		seen, err := s.Messages(user, "INBOX")
		must(t, err)
		for _, m := range seen {
			if slices.Contains(m.Flags, `\Seen`) {
				t.Errorf("message %d was marked as read", m.UID)
			}
		}
		refused(t, s, user)
	})
}

// catchUp reads the inbox and expects n messages, the first with this Message-ID.
func catchUp(t *testing.T, c *mailwatch.Conn, from mailwatch.Cursor, want func(mailwatch.Header) bool, n int, first string) mailwatch.Cursor {
	t.Helper()
	var headers []mailwatch.Header
	look := func(h mailwatch.Header) bool {
		headers = append(headers, h)
		return want(h)
	}
	cursor, err := c.CatchUp(t.Context(), "INBOX", from, time.Time{}, look, func(b mailwatch.Batch) error {
		for _, m := range b.Messages {
			if !bytes.Contains(m.Body, []byte("Message-ID: <"+m.MessageID+">")) || !bytes.Contains(m.Body, []byte("text ")) {
				t.Errorf("message %d is not whole: %q", m.UID, m.Body)
			}
		}
		if len(b.SetAside) > 0 {
			t.Errorf("set aside: %+v", b.SetAside)
		}
		return nil
	})
	must(t, err)
	if len(headers) != n || n > 0 && headers[0].MessageID != first {
		t.Fatalf("from %+v came %d messages, want %d from %q: %+v", from, len(headers), n, first, headers)
	}
	for _, h := range headers {
		if h.From[0] != (mail.Address{Name: "Ngozi Okafor", Address: "ngozi@acme.example"}) || h.Subject != "Hello" || h.Size < 100 || h.Received.IsZero() || !h.Date.Equal(noon) {
			t.Errorf("header %+v", h)
		}
	}
	return cursor
}

func placeAndWithdraw(t *testing.T, s *servers.Server, c *mailwatch.Conn, user string, boxes mailwatch.Mailboxes) {
	t.Helper()
	draft := answer("draft@home.example", "Thank you", "Thank you for your time.")
	// The user's own draft, marked as deleted, must survive whatever we do.
	must(t, s.Deliver(user, boxes.Drafts, answer("own@home.example", "Mine", "mine"), []string{`\Deleted`}, noon))
	// It has just been looked at, as before each placing.
	_, _, err := c.Summaries(t.Context(), boxes.Drafts)
	must(t, err)
	validity, uid, err := c.Append(t.Context(), boxes.Drafts, draft, noon)
	must(t, err)
	found, err := c.Search(t.Context(), boxes.Drafts, "<draft@home.example>")
	must(t, err)
	if len(found) != 1 || uid != 0 && found[0] != uid {
		t.Fatalf("appended as %d, found as %v", uid, found)
	}
	if found, err := c.Search(t.Context(), boxes.Drafts, "raft@home.exampl"); err != nil || len(found) != 0 {
		t.Errorf("a part of a Message-ID found %v, %v", found, err)
	}
	uid = found[0]
	summaries, cursor, err := c.Summaries(t.Context(), boxes.Drafts)
	must(t, err)
	if len(summaries) != 2 || summaries[1].UID != uid || !slices.Contains(summaries[1].Flags, `\Draft`) || !slices.Contains(summaries[1].Flags, `\Seen`) {
		t.Errorf("summaries %+v", summaries)
	}
	if validity != 0 && validity != cursor.UIDValidity {
		t.Errorf("UIDVALIDITY %d and %d", validity, cursor.UIDValidity)
	}
	validity = cursor.UIDValidity
	back, err := c.Fetch(t.Context(), boxes.Drafts, validity, uid)
	must(t, err)
	if !bytes.Equal(back, draft) {
		t.Errorf("read back %q", back)
	}
	if _, err := c.Fetch(t.Context(), boxes.Drafts, validity+1, uid); !errors.Is(err, mailwatch.ErrGone) {
		t.Errorf("fetch under another UIDVALIDITY: %v", err)
	}
	if _, err := c.Fetch(t.Context(), boxes.Drafts, validity, uid+100); !errors.Is(err, mailwatch.ErrGone) {
		t.Errorf("fetch what is not there: %v", err)
	}
	must(t, c.MoveToTrash(t.Context(), boxes.Drafts, validity, uid, boxes.Trash))
	if err := c.MoveToTrash(t.Context(), boxes.Drafts, validity, uid+100, boxes.Trash); !errors.Is(err, mailwatch.ErrGone) {
		t.Errorf("move what is not there: %v", err)
	}
	in, err := s.Messages(user, boxes.Trash)
	must(t, err)
	if len(in) != 1 || !bytes.Equal(in[0].Raw, draft) {
		t.Errorf("in the trash: %+v", in)
	}
	left, err := s.Messages(user, boxes.Drafts)
	must(t, err)
	gone := c.Has("MOVE") || c.Has("UIDPLUS")
	for _, m := range left {
		if m.UID == uid && (gone || !slices.Contains(m.Flags, `\Deleted`)) {
			t.Errorf("the draft is still there: %v", m.Flags)
		}
	}
	if len(left) == 0 || !bytes.Contains(left[0].Raw, []byte("mine")) {
		t.Errorf("the user's own draft is gone: %+v", left)
	}
}

func refused(t *testing.T, s *servers.Server, user string) {
	t.Helper()
	e := endpoint(s, user)
	e.Secret = func(context.Context) (string, error) { return "sesame", nil }
	if _, err := mailwatch.Dial(t.Context(), e, nil); !errors.Is(err, mailwatch.ErrLogin) || strings.Contains(err.Error(), "sesame") {
		t.Errorf("wrong password: %v", err)
	}
	e = endpoint(s, user)
	if e.RootCAs = nil; s.Addr == "" {
		return
	}
	if _, err := mailwatch.Dial(t.Context(), e, nil); !errors.Is(err, mailwatch.ErrTLS) {
		t.Errorf("unknown authority: %v", err)
	}
}

// TestServersThatRefuse: what some provider refuses, refused by every make of server: a
// search for a Message-ID, "n:*", IDLE, and the look at many mailboxes at once.
func TestServersThatRefuse(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		t.Parallel()
		user := s.Users[3]
		p := servers.NewProxy(t, s)
		for match, answer := range map[string]string{
			`^\S+ UID SEARCH .*HEADER`: "$TAG NO [SERVERBUG] UID SEARCH Server error - Please try again later",
			`^\S+ UID \S+ .*:\*`:       "$TAG BAD invalid message set",
			`^\S+ IDLE`:                "$TAG NO not now",
			`^\S+ LIST .*STATUS`:       "$TAG BAD what?",
			`^\S+ ID \(`:               "$TAG BAD what?",
		} {
			p.Always(servers.Client, match, servers.Answer(answer))
		}
		e := endpoint(s, user)
		e.Address, e.RootCAs, e.TLS = p.Addr, p.CA, mailwatch.TLSImplicit
		c := dial(t, e)
		boxes, err := c.FindMailboxes(t.Context(), mailwatch.Names{})
		must(t, err)
		for i := range 3 {
			must(t, s.Deliver(user, "INBOX", answer(fmt.Sprintf("m%d@acme.example", i), "Hello", fmt.Sprint("text ", i)), nil, noon))
			must(t, s.Deliver(user, boxes.Drafts, answer(fmt.Sprintf("d%d@home.example", i), "Hello", fmt.Sprint("text ", i)), nil, noon))
		}
		cursor := catchUp(t, c, mailwatch.Cursor{}, all, 3, "m0@acme.example")
		for range 2 {
			if found, err := c.Search(t.Context(), boxes.Drafts, "d1@home.example"); err != nil || len(found) != 1 {
				t.Errorf("found %v, %v", found, err)
			}
		}
		if found, err := c.Search(t.Context(), boxes.Drafts, "d@home.example"); err != nil || len(found) != 0 {
			t.Errorf("found %v, %v", found, err)
		}
		_, err = c.Wait(t.Context(), "INBOX", nil, time.Millisecond)
		must(t, err)
		must(t, s.Deliver(user, "INBOX", answer("m3@acme.example", "Hello", "text 3"), nil, noon))
		wake, err := c.Wait(t.Context(), "INBOX", nil, time.Minute)
		if err != nil || wake.Why != "poll" && wake.Why != "push" {
			t.Errorf("woken by %+v, %v", wake, err)
		}
		cursor = catchUp(t, c, cursor, all, 1, "m3@acme.example")
		trash, err := c.End(t.Context(), boxes.Trash)
		must(t, err)
		must(t, s.Deliver(user, boxes.Trash, answer("m4@acme.example", "Hello", "text 4"), nil, noon))
		changed, unread, err := c.Changed(t.Context(), []mailwatch.Cursor{cursor, trash, {Mailbox: boxes.Drafts}})
		if err != nil || len(unread) > 0 || !slices.Equal(changed, []string{boxes.Trash, boxes.Drafts}) {
			t.Errorf("changed %q, unread %+v, %v", changed, unread, err)
		}
	})
}
