package mailwatch_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// TestSilentPeer: whatever is under way when the peer falls silent, the call ends
// by its deadline and says why.
func TestSilentPeer(t *testing.T) {
	silent := func(prefix string) *script {
		return &script{messages: letters(3), on: func(s *session, tag, command string) bool {
			if strings.HasPrefix(command, prefix) {
				s.line() // for ever
			}
			return false
		}}
	}
	read := func(c *mailwatch.Conn) error {
		_, err := c.CatchUp(context.Background(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, (&reader{}).save)
		return err
	}
	for name, do := range map[string]func(*mailwatch.Conn) error{
		"EXAMINE":    read,
		"UID SEARCH": read,
		"UID FETCH":  read,
		"NOOP": func(c *mailwatch.Conn) error {
			_, err := c.Wait(context.Background(), "INBOX", nil, 0)
			return err
		},
		"IDLE": func(c *mailwatch.Conn) error {
			_, err := c.Wait(context.Background(), "INBOX", nil, 0)
			return err
		},
		"APPEND": func(c *mailwatch.Conn) error {
			_, _, err := c.Append(context.Background(), "Drafts", letter("d@home.example", "s", "t"), noon)
			return err
		},
		"UID MOVE": func(c *mailwatch.Conn) error {
			return c.MoveToTrash(context.Background(), "Drafts", 7, 1, "Trash")
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := dialScript(t, silent(name))
				began := time.Now()
				err := do(c)
				if !errors.Is(err, mailwatch.ErrTimeout) || !errors.Is(err, mailwatch.ErrLost) {
					t.Errorf("error %v", err)
				}
				if took := time.Since(began); took > 2*time.Minute {
					t.Errorf("noticed after %v", took)
				}
				if _, err := c.Search(context.Background(), "INBOX", "x@y.example"); !errors.Is(err, mailwatch.ErrLost) {
					t.Errorf("the connection is still used: %v", err)
				}
			})
		})
	}
	t.Run("greeting", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			if _, err := mailwatch.Dial(t.Context(), silent("LOGIN").endpoint(), nil); !errors.Is(err, mailwatch.ErrTimeout) {
				t.Errorf("error %v", err)
			}
		})
	})
}

// TestDeadWhileIdle: the peer vanishes without a word in the middle of an IDLE.
func TestDeadWhileIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{on: func(s *session, tag, command string) bool {
			if command == "IDLE" {
				s.say("+ idling")
				s.line() // DONE goes nowhere
				s.line()
			}
			return false
		}}
		began := time.Now()
		_, err := dialScript(t, s).Wait(t.Context(), "INBOX", nil, 0)
		if took := time.Since(began); !errors.Is(err, mailwatch.ErrTimeout) || took > 2*time.Minute {
			t.Errorf("after %v: %v", took, err)
		}
	})
}

// TestCancel: the end of the context ends a call at once, and is its cause.
func TestCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := dialScript(t, &script{})
		stop := errors.New("stop")
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(time.Hour, func() { cancel(stop) })
		began := time.Now()
		_, err := c.Wait(ctx, "INBOX", nil, 0)
		if !errors.Is(err, stop) || time.Since(began) != time.Hour {
			t.Errorf("after %v: %v", time.Since(began), err)
		}
	})
}

func TestBye(t *testing.T) {
	for name, before := range map[string]bool{"before idling": true, "in idle": false} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{on: func(s *session, tag, command string) bool {
					if command == "IDLE" {
						if !before {
							s.say("+ idling")
						}
						s.say("* BYE Server shutting down.")
						s.hangUp()
					}
					return false
				}}
				_, err := dialScript(t, s).Wait(t.Context(), "INBOX", nil, 0)
				if !errors.Is(err, mailwatch.ErrLost) || !strings.Contains(err.Error(), "Server shutting down") {
					t.Errorf("error %v", err)
				}
			})
		})
	}
	t.Run("greeting", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := &script{on: func(s *session, tag, command string) bool {
				s.say("* BYE [UNAVAILABLE] too many connections")
				s.hangUp()
				return true
			}}
			if _, err := mailwatch.Dial(t.Context(), s.endpoint(), nil); !errors.Is(err, mailwatch.ErrLost) {
				t.Errorf("error %v", err)
			}
		})
	})
}

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
		"code without end":     func(s *session) { s.raw("* OK [UNSEEN\r\n") },
		"garbage":              func(s *session) { s.raw("\x00\xff\xfe garbage\r\n") },
		"unknown item":         func(s *session) { s.raw("* 1 FETCH (UID 1 X-NONSENSE {3}\r\nabc)\r\n") },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: letters(1), on: func(s *session, tag, command string) bool {
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

// TestPoison: a message that breaks the connection is found over reconnects and
// set aside; every other one is read once.
func TestPoison(t *testing.T) {
	hangUp := func(s *session) { s.hangUp() }
	garble := func(s *session) { s.raw("* 1 FETCH (UID 1 X-NONSENSE 1)\r\n"); s.line() }
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
				s := &script{messages: letters(99), on: func(s *session, tag, command string) bool {
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
		}, []uint32{2}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: letters(3), on: func(s *session, tag, command string) bool {
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

// TestNewestBelow: "n:*" yields the newest message even below n.
func TestNewestBelow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: letters(3), on: func(s *session, tag, command string) bool {
			if strings.HasPrefix(command, "UID SEARCH") {
				s.say("* SEARCH 3")
				s.say("%s OK done", tag)
				return true
			}
			return false
		}}
		c := dialScript(t, s)
		r := &reader{}
		for range 2 {
			cursor, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 7, UIDNext: 4}, time.Time{}, all, r.save)
			must(t, err)
			if len(r.messages) != 0 || cursor.UIDNext != 4 {
				t.Errorf("read %v, cursor %+v", r.messages, cursor)
			}
		}
	})
}

// TestValidity: when UIDVALIDITY has changed, all is read anew, and said.
func TestValidity(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: letters(3), validity: 8}
		r := &reader{}
		_, err := dialScript(t, s).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 7, UIDNext: 4}, time.Time{}, all, r.save)
		must(t, err)
		if len(r.messages) != 3 || !r.reset || r.cursor.UIDValidity != 8 || r.cursor.UIDNext != 4 {
			t.Errorf("%+v", r)
		}
	})
}

// TestMisuse: a save that uses the connection is told so, and nothing hangs.
func TestMisuse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := dialScript(t, &script{messages: letters(1200)})
		_, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, func(b mailwatch.Batch) error {
			_, err := c.Changed(t.Context(), []string{"Sent"})
			return err
		})
		if err == nil || !strings.Contains(err.Error(), "in use") {
			t.Errorf("error %v", err)
		}
		_, err = c.Changed(t.Context(), []string{"Sent"})
		must(t, err)
	})
}

// TestInterrupted: when a batch cannot be saved, the next call goes on behind the
// last that was.
func TestInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: letters(1200)}
		c := dialScript(t, s)
		r := &reader{}
		full := errors.New("disk full")
		cursor, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, func(b mailwatch.Batch) error {
			if b.Done > 600 {
				return full
			}
			return r.save(b)
		})
		if !errors.Is(err, full) || cursor != r.cursor || len(r.headers) != 500 {
			t.Fatalf("error %v, cursor %+v, %d read", err, cursor, len(r.headers))
		}
		// The connection is still good.
		cursor, err = c.CatchUp(t.Context(), "INBOX", cursor, time.Time{}, none, r.save)
		must(t, err)
		if slices.Sort(r.headers); len(slices.Compact(r.headers)) != 1200 || cursor.UIDNext != 1201 {
			t.Errorf("read %d, cursor %+v", len(r.headers), cursor)
		}
	})
}
