package mailwatch_test

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// TestHostile: a line that would kill the process, or never ends, ends the
// connection and nothing else.
func TestHostile(t *testing.T) {
	for name, send := range map[string]func(*session){
		"parentheses": func(s *session) {
			s.raw("* 1 FETCH (UID 1 BODYSTRUCTURE ")
			for range 5000 {
				s.raw(strings.Repeat("(", 1000))
			}
		},
		"endless line": func(s *session) {
			s.raw("* 1 FETCH (UID 1 FLAGS (")
			for {
				s.raw(strings.Repeat("a ", 500))
			}
		},
		"endless text": func(s *session) {
			s.raw("* OK ")
			for {
				s.raw(strings.Repeat("a ", 500))
			}
		},
		"huge literal": func(s *session) {
			s.raw("* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)] {314572800}\r\n")
			for {
				s.raw(strings.Repeat("a", 1000))
			}
		},
		"literal without size": func(s *session) { s.raw("* 1 FETCH (UID 1 BODY[] {}\r\nabc") },
		"quote over lines":     func(s *session) { s.raw("* LIST () \"/\" \"a\r\nb\"\r\n") },
		"list without end":     func(s *session) { s.raw("* 1 FETCH (UID 1\r\n") },
		"garbage":              func(s *session) { s.raw("\x00\xff\xfe garbage\r\n") },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(1), on: func(s *session, tag, command string) bool {
					if strings.HasPrefix(command, "UID FETCH") {
						send(s)
						s.line()
					}
					return false
				}}
				_, err := dialScript(t, s).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, (&reader{}).save)
				if !errors.Is(err, mailwatch.ErrPoison) || !errors.Is(err, mailwatch.ErrLost) || errors.Is(err, mailwatch.ErrTimeout) {
					t.Errorf("error %v", err)
				}
			})
		})
	}
}
