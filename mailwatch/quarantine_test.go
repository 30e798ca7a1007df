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

// TestPoison: a message that breaks the connection is found over reconnects and
// set aside; every other one is read once.
func TestPoison(t *testing.T) {
	hangUp := func(s *session) { s.hangUp() }
	garble := func(s *session) { s.raw("* 1 FETCH (UID 1 FLAGS (\r\n"); s.line() }
	for name, c := range map[string]struct {
		poison []uint32
		break_ func(*session)
		in     string // the kind of FETCH that breaks
		early  bool   // it breaks before anything else comes
		most   int    // connections
	}{
		"header garbled":          {[]uint32{40}, garble, "HEADER.FIELDS", false, 3},
		"header hangs up":         {[]uint32{40}, hangUp, "HEADER.FIELDS", false, 5},
		"first":                   {[]uint32{1}, garble, "HEADER.FIELDS", false, 3},
		"last":                    {[]uint32{99}, garble, "HEADER.FIELDS", false, 3},
		"three of them":           {[]uint32{7, 8, 60}, garble, "HEADER.FIELDS", false, 10},
		"garbled before the rest": {[]uint32{40}, garble, "HEADER.FIELDS", true, 20},
		"text garbled":            {[]uint32{40, 41}, garble, "BODY.PEEK[]", false, 6},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(99), on: func(s *session, tag, command string) bool {
					set, ok := strings.CutPrefix(command, "UID FETCH ")
					if !ok || !strings.Contains(command, c.in) {
						return false
					}
					set, items, _ := strings.Cut(set, " ")
					uids := numbers(set)
					if c.early && slices.ContainsFunc(uids, func(u uint32) bool { return slices.Contains(c.poison, u) }) {
						c.break_(s)
					}
					for _, u := range uids {
						if slices.Contains(c.poison, u) {
							c.break_(s)
						}
						s.fetch(u, items)
					}
					s.say("%s OK done", tag)
					return true
				}}
				var q mailwatch.Quarantine
				r := &reader{}
				for {
					conn := dialScript(t, s)
					conn.Avoid(&q)
					_, err := conn.CatchUp(t.Context(), "INBOX", r.cursor, time.Time{}, all, r.save)
					conn.Close()
					if err == nil {
						break
					}
					if !errors.Is(err, mailwatch.ErrPoison) {
						t.Fatal(err)
					}
					if s.sessions > c.most {
						t.Fatalf("after %d connections: %v", s.sessions, err)
					}
				}
				var aside []uint32
				for _, a := range r.aside {
					aside = append(aside, a.UID)
					if a.Why == "" {
						t.Errorf("message %d is set aside without a reason", a.UID)
					}
				}
				slices.Sort(aside)
				if !slices.Equal(aside, c.poison) {
					t.Errorf("set aside %v, want %v", aside, c.poison)
				}
				want := 99
				if c.in == "HEADER.FIELDS" {
					want -= len(c.poison)
				}
				slices.Sort(r.messages)
				if n := len(slices.Compact(r.messages)); n != want || n != len(r.messages) {
					t.Errorf("read %d messages, %d different, want %d", len(r.messages), n, want)
				}
				if r.cursor.UIDNext != 100 {
					t.Errorf("cursor %+v", r.cursor)
				}
				t.Logf("%d connections", s.sessions)
			})
		})
	}
}

// TestMissing: a UID that does not come with the others is asked for alone; if it
// is in the mailbox and still does not come, it is set aside.
func TestMissing(t *testing.T) {
	for name, c := range map[string]struct {
		answer func(s *session, set string, uid uint32, items string)
		aside  []uint32
		read   int
	}{
		"never":        {func(s *session, set string, uid uint32, items string) {}, []uint32{2}, 2},
		"NIL":          {func(s *session, _ string, uid uint32, _ string) { s.say("* %d FETCH (UID %d BODY[] NIL)", uid, uid) }, []uint32{2}, 2},
		"only alone":   {func(s *session, set string, uid uint32, items string) { fetchIf(s, set == "2", uid, items) }, nil, 3},
		"under no UID": {func(s *session, set string, uid uint32, items string) { s.raw("* 2 FETCH (BODY[] {1}\r\nx)\r\n") }, []uint32{2}, 2},
		"UID at the end": {func(s *session, set string, uid uint32, items string) {
			s.raw(fmt.Sprintf("* 2 FETCH (BODY[HEADER.FIELDS (FROM)] {4}\r\n\r\n\r\n UID %d)\r\n", uid))
		}, nil, 3},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(3), on: func(s *session, tag, command string) bool {
					set, ok := strings.CutPrefix(command, "UID FETCH ")
					if !ok || !strings.Contains(command, "HEADER.FIELDS") {
						return false
					}
					set, items, _ := strings.Cut(set, " ")
					for _, u := range numbers(set) {
						if u == 2 {
							c.answer(s, set, u, items)
						} else {
							s.fetch(u, items)
						}
					}
					s.say("%s OK done", tag)
					return true
				}}
				r := &reader{}
				_, err := dialScript(t, s).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, r.save)
				must(t, err)
				var aside []uint32
				for _, a := range r.aside {
					aside = append(aside, a.UID)
				}
				if !slices.Equal(aside, c.aside) || len(r.messages) != c.read {
					t.Errorf("read %v, set aside %+v", r.messages, r.aside)
				}
			})
		})
	}
}

func fetchIf(s *session, yes bool, uid uint32, items string) {
	if yes {
		s.fetch(uid, items)
	}
}
