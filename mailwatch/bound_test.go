package mailwatch_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// TestFlood: whatever a server says without end, in lines that are each in order, and
// whatever it was asked, the call ends soon, and nothing of it is kept.
func TestFlood(t *testing.T) {
	units := map[string]func(n int) string{
		"text":     func(n int) string { return fmt.Sprintf("* OK still here %d\r\n", n) },
		"lists":    func(n int) string { return fmt.Sprintf("* LIST () \"/\" \"Box %d\"\r\n", n) },
		"literals": func(n int) string { return fmt.Sprintf("* LIST () \"/\" {30}\r\n%030d\r\n", n) },
		"exists":   func(n int) string { return fmt.Sprintf("* %d EXISTS\r\n", n+1) },
		"found":    func(n int) string { return "* SEARCH" + strings.Repeat(" 3", 100) + "\r\n" },
		"answers": func(n int) string {
			return fmt.Sprintf("* %d FETCH (UID %d BODY[] {3}\r\nabc BODY[HEADER] {3}\r\nabc)\r\n", n+1, n+1)
		},
		"same":    func(n int) string { return "* 1 FETCH (UID 1 BODY[] {3}\r\nabc BODY[HEADER] {3}\r\nabc)\r\n" },
		"notices": func(n int) string { return fmt.Sprintf("* STATUS {30}\r\n%030d (MESSAGES 1)\r\n", n) },
		"odd":     func(n int) string { return fmt.Sprintf("* X-ODD {30}\r\n%030d\r\n", n) },
	}
	read := func(c *mailwatch.Conn) error {
		_, err := c.CatchUp(context.Background(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, (&reader{}).save)
		return err
	}
	wait := func(c *mailwatch.Conn) error {
		for range 1000 { // each notice may end one
			if _, err := c.Wait(context.Background(), "INBOX", nil, time.Hour); err != nil {
				return err
			}
		}
		return nil
	}
	for at, do := range map[string]func(*mailwatch.Conn) error{
		"": nil, "CAPABILITY": nil, "LOGIN": nil, "ID": nil, "LIST": nil, // in Dial
		"EXAMINE": read, "UID SEARCH": read, "UID FETCH": read,
		"NOOP": wait, "IDLE": wait,
		"STATUS": func(c *mailwatch.Conn) error {
			_, _, err := c.Changed(context.Background(), []mailwatch.Cursor{{Mailbox: "Jobs"}})
			return err
		},
		"APPEND": func(c *mailwatch.Conn) error {
			_, _, err := c.Append(context.Background(), "Drafts", answer("d@home.example", "s", "t"), noon)
			return err
		},
	} {
		for name, unit := range units {
			if at != "UID FETCH" && at != "IDLE" && name != "text" && name != "lists" && name != "exists" {
				continue // the others differ for whoever reads by himself, and for the library
			}
			t.Run(name+" at "+at, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					octets := 0
					flood := func(s *session) {
						go io.Copy(io.Discard, s.lines) // a socket has room for what is said meanwhile
						for n := 0; ; {
							var b strings.Builder
							for b.Len() < 32<<10 {
								b.WriteString(unit(n))
								n++
							}
							octets += b.Len()
							s.raw(b.String())
						}
					}
					s := &script{caps: "IMAP4rev1 ID IDLE", messages: answers(3), on: func(s *session, tag, command string) bool {
						if at != "" && strings.HasPrefix(command, at) {
							if at == "IDLE" {
								s.say("+ idling")
							}
							flood(s)
						}
						return false
					}}
					e := s.endpoint()
					if at == "" || at == "CAPABILITY" {
						s.greet = func(s *session) {
							if s.say("* OK hello"); at == "" {
								flood(s)
							}
						}
					}
					c, err := mailwatch.Dial(t.Context(), e, nil)
					if do != nil {
						must(t, err)
						err = do(c)
						c.Close()
					}
					if !errors.Is(err, mailwatch.ErrLost) || errors.Is(err, mailwatch.ErrTimeout) {
						t.Errorf("error %v", err)
					}
					synctest.Wait()
					if octets > 30<<20 {
						t.Errorf("%d MiB came", octets>>20)
					}
				})
			})
		}
	}
}
