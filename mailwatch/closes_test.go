package mailwatch_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// closings are ways in which a server fails to hand out the text of one message, again
// and again.
var closings = map[string]func(s *session, tag string, uid uint32){
	"hangs up":             func(s *session, _ string, _ uint32) { s.hangUp() },
	"says goodbye":         func(s *session, _ string, _ uint32) { s.say("* BYE internal error"); s.hangUp() },
	"hangs up in the text": func(s *session, _ string, u uint32) { s.raw(text(u, 500, "From: a")); s.hangUp() },
	"hangs up behind it":   func(s *session, _ string, u uint32) { s.raw(text(u, 7, "From: a")); s.hangUp() },
	"falls silent":         func(s *session, _ string, u uint32) { s.raw(text(u, 500, "From: a")); s.line(); s.hangUp() },
	"ends too early": func(s *session, tag string, u uint32) {
		s.raw(text(u, 500, "From: a") + fmt.Sprintf(")\r\n%s OK done\r\n", tag))
		s.line()
	},
	"sends nothing":       func(s *session, tag string, _ uint32) { s.say("%s OK done", tag) },
	"sends NIL":           func(s *session, tag string, u uint32) { s.say("* 1 FETCH (UID %d BODY[] NIL)\r\n%s OK done", u, tag) },
	"sends an empty text": func(s *session, tag string, u uint32) { s.raw(text(u, 0, "") + ")\r\n" + tag + " OK done\r\n") },
	"sends half a header": func(s *session, tag string, u uint32) { s.raw(text(u, 7, "From: N") + ")\r\n" + tag + " OK done\r\n") },
	"sends an end of it":  func(s *session, tag string, u uint32) { s.raw(text(u, 6, "\r\ntext") + ")\r\n" + tag + " OK done\r\n") },
	"refuses":             func(s *session, tag string, _ uint32) { s.say("%s NO [SERVERBUG] cannot read it", tag) },
}

func text(uid uint32, octets int, said string) string {
	return fmt.Sprintf("* 1 FETCH (UID %d BODY[] {%d}\r\n%s", uid, octets, said)
}

// TestClosesEarly: whatever goes wrong with the text of a message, it is handed on with
// its header and the problem, after few connections, and every other one wholly.
func TestClosesEarly(t *testing.T) {
	for name, fail := range closings {
		for _, large := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, large %v", name, large), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := &script{messages: answers(9), on: func(s *session, tag, command string) bool {
						set, ok := strings.CutPrefix(command, "UID FETCH ")
						set, items, _ := strings.Cut(set, " ")
						if !ok || strings.Contains(items, "HEADER.FIELDS") {
							return false
						}
						for _, u := range numbers(set) {
							if u == 5 {
								fail(s, tag, u)
								return true
							}
							s.fetch(u, items)
						}
						s.say("%s OK done", tag)
						return true
					}}
					if large {
						s.messages[5] = string(answer("m5@acme.example", "Hello", strings.Repeat("text ", 100_000)))
					}
					var q mailwatch.Quarantine
					r := &reader{}
					var handed []mailwatch.Message
					began := time.Now()
					for {
						conn := dialScript(t, s)
						conn.Avoid(&q)
						_, err := conn.CatchUp(t.Context(), "INBOX", r.cursor, time.Time{}, all, func(b mailwatch.Batch) error {
							handed = append(handed, b.Messages...)
							return r.save(b)
						})
						conn.Close()
						if err == nil {
							break
						}
						if !errors.Is(err, mailwatch.ErrPoison) || s.sessions > 5 {
							t.Fatalf("after %d connections: %v", s.sessions, err)
						}
					}
					if took := time.Since(began); took > 3*time.Minute {
						t.Errorf("it takes %v", took)
					}
					slices.Sort(r.messages)
					if !slices.Equal(r.messages, []uint32{1, 2, 3, 4, 5, 6, 7, 8, 9}) {
						t.Fatalf("read %v", r.messages)
					}
					for _, m := range handed {
						if whole := string(m.Body) == s.messages[m.UID]; m.UID != 5 && whole {
							continue
						}
						if m.UID != 5 || len(m.Problems) == 0 || len(r.aside) != 1 || !strings.Contains(string(m.Body), "From: Ngozi Okafor <ngozi@acme.example>\r\n") ||
							!strings.Contains(string(m.Body), "Message-ID: <m5@acme.example>\r\n") {
							t.Errorf("message %d: %q, problems %q, aside %+v", m.UID, m.Body, m.Problems, r.aside)
						}
					}
				})
			})
		}
	}
}

// TestDraftsBreak: one message in Drafts that breaks the connection, whoever wrote it,
// does not hide the others for ever, nor does it itself when it is asked for.
func TestDraftsBreak(t *testing.T) {
	for name, fail := range closings {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(4), on: func(s *session, tag, command string) bool {
					set, ok := strings.CutPrefix(command, "UID FETCH ")
					set, items, _ := strings.Cut(set, " ")
					if !ok {
						return false
					}
					for _, u := range numbers(set) {
						if u == 2 {
							fail(s, tag, u)
							return true
						}
						s.fetch(u, items)
					}
					s.say("%s OK done", tag)
					return true
				}}
				var q mailwatch.Quarantine
				var headers []mailwatch.Header
				var err error
				try := func(f func(*mailwatch.Conn) error) error {
					s.sessions = 0
					for {
						conn := dialScript(t, s)
						conn.Avoid(&q)
						if err = f(conn); !errors.Is(err, mailwatch.ErrPoison) {
							conn.Close()
							return err
						}
						if s.sessions > 6 {
							t.Fatalf("after %d connections: %v", s.sessions, err)
						}
					}
				}
				must(t, try(func(c *mailwatch.Conn) (err error) {
					headers, _, err = c.Summaries(t.Context(), "Drafts")
					return err
				}))
				var known []string
				for _, h := range headers {
					if known = append(known, h.MessageID); h.UID == 2 && len(h.Problems) == 0 {
						t.Errorf("%+v has no problem", h)
					}
				}
				if !slices.Equal(known, []string{"m1@acme.example", "", "m3@acme.example", "m4@acme.example"}) {
					t.Errorf("headers of %q", known)
				}
				body := []byte(nil)
				if err := try(func(c *mailwatch.Conn) (err error) {
					body, err = c.Fetch(t.Context(), "Drafts", 7, 2)
					return err
				}); errors.Is(err, mailwatch.ErrLost) || err == nil && len(body) > 10 {
					t.Errorf("fetched %q, %v", body, err)
				}
				if err := try(func(c *mailwatch.Conn) (err error) {
					_, err = c.Search(t.Context(), "Drafts", "m4@acme.example")
					return err
				}); errors.Is(err, mailwatch.ErrLost) {
					t.Errorf("search: %v", err)
				}
			})
		})
	}
}
