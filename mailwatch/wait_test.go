package mailwatch_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// TestPolling: without IDLE the server is asked now and then.
func TestPolling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		noops := 0
		s := &script{caps: "IMAP4rev1", on: func(s *session, tag, command string) bool {
			if command == "NOOP" {
				if noops++; noops == 3 {
					s.say("* 1 EXISTS")
				}
			}
			return false
		}}
		began := time.Now()
		wake, err := dialScript(t, s).Wait(t.Context(), "INBOX", nil, time.Hour)
		if err != nil || wake.Why != "poll" || time.Since(began) != 3*time.Minute {
			t.Errorf("after %v: %+v, %v", time.Since(began), wake, err)
		}
	})
}

// TestIdle: an IDLE is renewed, a silent push is found by asking, and a push wakes
// at once.
func TestIdle(t *testing.T) {
	for name, c := range map[string]struct {
		push  func(s *session, n int) // in the n-th IDLE
		noop  int                     // the NOOP that tells of a message
		after time.Duration
		why   string
	}{
		"push": {push: func(s *session, n int) {
			if n == 3 {
				time.Sleep(time.Second)
				s.say("* 1 EXISTS")
			}
		}, after: 171 * time.Second, why: "push"},
		"forgotten push": {push: func(*session, int) {}, noop: 2, after: 170 * time.Second, why: "poll"},
		"deadline":       {push: func(*session, int) {}, after: 10 * time.Minute, why: "deadline"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				idles, noops := 0, 0
				s := &script{on: func(s *session, tag, command string) bool {
					switch command {
					case "IDLE":
						idles++
						s.say("+ idling")
						c.push(s, idles)
						if s.line() != "DONE" {
							t.Error("a command in IDLE")
						}
						s.say("%s OK done", tag)
						return true
					case "NOOP":
						if noops++; noops == c.noop {
							s.say("* 1 EXISTS")
						}
					}
					return false
				}}
				conn := dialScript(t, s)
				began := time.Now()
				wake, err := conn.Wait(context.Background(), "INBOX", nil, 10*time.Minute)
				if err != nil || wake.Why != c.why || time.Since(began) != c.after {
					t.Errorf("after %v: %+v, %v", time.Since(began), wake, err)
				}
			})
		})
	}
}

// TestSelectedMeanwhile: what came before the mailbox was selected once more, for another
// purpose than to read it (to look for a draft, say), is not announced: it is not waited for.
func TestSelectedMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: map[uint32]string{}}
		c := dialScript(t, s)
		cursor, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 7, UIDNext: 1}, time.Time{}, all, (&reader{}).save)
		must(t, err)
		_, _, err = c.Summaries(t.Context(), "Drafts")
		must(t, err)
		s.messages[1] = answers(1)[1]
		_, err = c.Search(t.Context(), "INBOX", "d1@winter.example")
		must(t, err)
		began := time.Now()
		wake, err := c.Wait(t.Context(), "INBOX", nil, time.Hour)
		if must(t, err); time.Since(began) > 0 || !slices.Equal(wake.Changed, []string{"INBOX"}) {
			t.Errorf("after %v: %+v", time.Since(began), wake)
		}
		r := &reader{}
		_, err = c.CatchUp(t.Context(), "INBOX", cursor, time.Time{}, all, r.save)
		if must(t, err); len(r.messages) != 1 {
			t.Errorf("%d messages were read", len(r.messages))
		}
		began = time.Now()
		if wake, err = c.Wait(t.Context(), "INBOX", nil, time.Hour); err != nil || wake.Why != "deadline" {
			t.Errorf("then after %v: %+v, %v", time.Since(began), wake, err)
		}
	})
}

// TestBell: a ring ends the Wait that is under way, and the next one where none is;
// and a ring that comes with a push, or again, harms no later command.
func TestBell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: answers(1)}
		c := dialScript(t, s)
		bell := &mailwatch.Bell{}
		bell.Ring()
		bell.Ring()
		for i, after := range []time.Duration{0, time.Minute, 3 * time.Minute, 85 * time.Second} {
			began := time.Now()
			timer := time.AfterFunc(after, bell.Ring)
			wake, err := c.Wait(t.Context(), "INBOX", bell, time.Hour)
			if timer.Stop(); err != nil || wake.Why != "kick" || time.Since(began) != after {
				t.Errorf("wait %d: after %v: %+v, %v", i, time.Since(began), wake, err)
			}
			if found, err := c.Search(t.Context(), "INBOX", "m1@acme.example"); err != nil || len(found) != 1 {
				t.Errorf("search %d: %v, %v", i, found, err)
			}
			synctest.Wait()
		}
		// Nothing is left that could ring.
		if wake, err := c.Wait(t.Context(), "INBOX", bell, 2*time.Hour); err != nil || wake.Why != "deadline" {
			t.Errorf("%+v, %v", wake, err)
		}
	})
}

// TestAloneAndLent: what the server announces between, during and after commands is
// never lost, whoever reads just then.
func TestAloneAndLent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: answers(1), on: func(s *session, tag, command string) bool {
			switch {
			case strings.HasPrefix(command, "STATUS"):
				s.say(`* STATUS "Sent" (UIDNEXT 5 UIDVALIDITY 7)`)
				s.say("%s OK done\r\n* 2 EXISTS\r\n* 1 FETCH (FLAGS (\\Seen))", tag)
				return true
			case command == "IDLE":
				s.raw("* 1 FETCH (FLAGS ())\r\n* 1 EXPUNGE\r\n+ idling\r\n")
				s.line()
				s.say("%s OK done", tag)
				return true
			}
			return false
		}}
		c := dialScript(t, s)
		for i := range 5 {
			if wake, err := c.Wait(t.Context(), "INBOX", nil, time.Minute); err != nil || wake.Why == "push" != (i > 0) {
				t.Fatalf("wait %d: %+v, %v", i, wake, err)
			}
			_, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 7, UIDNext: 1}, time.Time{}, all, (&reader{}).save)
			must(t, err)
			if same, err := c.Unchanged(t.Context(), mailwatch.Cursor{Mailbox: "Sent", UIDValidity: 7, UIDNext: 5}); err != nil || !same {
				t.Fatalf("unchanged %v, %v", same, err)
			}
		}
	})
}

// TestNotify: what the server announces of another mailbox ends the Wait, once each
// time that it is news, also where it comes with the answer to IDLE; and while the
// library reads, a notice disturbs nothing.
func TestNotify(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		status := `* STATUS "Jobs" (MESSAGES 1 UIDNEXT 2)`
		s := &script{caps: "IMAP4rev1 IDLE NOTIFY", list: []string{`() "/" INBOX`, `() "/" Jobs`, `() "/" "Entw&APw-rfe"`, `() "/" Skipped`}, messages: answers(1), on: func(s *session, tag, command string) bool {
			switch {
			case strings.Contains(command, "PERSONAL"):
				s.say("%s BAD what?", tag)
				return true
			case command == "IDLE":
				s.say("%s\r\n+ idling\r\n%s", status, status)
				s.line()
				s.say("%s OK done", tag)
				return true
			case strings.HasPrefix(command, "UID"):
				s.say(`* STATUS "&bad" (X {3}`)
				s.say("abc)")
			}
			return false
		}}
		c := dialScript(t, s)
		if on, err := c.Notify(t.Context(), []string{"Jobs", "Entwürfe"}); !on || err != nil {
			t.Fatalf("%v, %v", on, err)
		}
		if said := s.commands[len(s.commands)-1]; !strings.Contains(said, `(MAILBOXES ("Jobs" "Entw&APw-rfe") (MessageNew MessageExpunge))`) {
			t.Errorf("asked %q", said)
		}
		for i, want := range []string{"push", "deadline", "push", "push", "push", "deadline"} {
			box := "Jobs"
			switch i {
			case 2:
				status = `* STATUS "Jobs" (MESSAGES 2 UIDNEXT 3)`
			case 3: // as Dovecot 2.3 spells it
				box, status = "Entwürfe", "* STATUS {9}\r\nEntwürfe (MESSAGES 2 UIDNEXT 3)"
			case 4:
				box, status = "Made later", `* STATUS "Made later" (MESSAGES 2 UIDNEXT 3)`
			case 5: // known, and not watched
				status = `* STATUS "Skipped" (MESSAGES 2 UIDNEXT 3)`
			}
			began := time.Now()
			wake, err := c.Wait(t.Context(), "INBOX", nil, time.Minute)
			if err != nil || wake.Why != want || want == "push" != slices.Equal(wake.Changed, []string{box}) {
				t.Errorf("wait %d: after %v: %+v, %v", i, time.Since(began), wake, err)
			}
			if found, err := c.Search(t.Context(), "INBOX", "m1@acme.example"); err != nil || len(found) != 1 {
				t.Errorf("search %d: %v, %v", i, found, err)
			}
		}
	})
}

// TestNotifyOnce: a server that announces all mailboxes is asked for that once in a session
// (asked twice, Dovecot 2.3 falls silent), and whatever is asked for later wakes as well.
func TestNotifyOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{caps: "IMAP4rev1 IDLE NOTIFY", list: []string{`() "/" INBOX`, `() "/" Jobs`, `() "/" Yes`}, messages: answers(1), on: func(s *session, tag, command string) bool {
			if command == "IDLE" {
				s.say("+ idling\r\n" + `* STATUS "Yes" (MESSAGES 1 UIDNEXT 2)`)
				s.line()
				s.say("%s OK done", tag)
				return true
			}
			return false
		}}
		c := dialScript(t, s)
		for _, boxes := range [][]string{{"Jobs"}, {"Jobs", "Yes"}} {
			if on, err := c.Notify(t.Context(), boxes); !on || err != nil {
				t.Fatalf("%v, %v", on, err)
			}
		}
		asked := 0
		for _, command := range s.commands {
			if strings.HasPrefix(command, "NOTIFY") {
				asked++
			}
		}
		wake, err := c.Wait(t.Context(), "INBOX", nil, time.Minute)
		if asked != 1 || err != nil || !slices.Equal(wake.Changed, []string{"Yes"}) {
			t.Errorf("asked %d times; %+v, %v", asked, wake, err)
		}
	})
}

// TestIdleRefused: a server that announces IDLE and refuses it, or ends each at once, is
// asked now and then, on the same connection.
func TestIdleRefused(t *testing.T) {
	for name, answer := range map[string]string{"NO": "%s NO not now", "BAD": "%s BAD what?", "ended": "+ idling\r\n%s OK that was it", "ended with NO": "+ idling\r\n%s NO not now"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(1), on: func(s *session, tag, command string) bool {
					if command == "IDLE" {
						s.say(answer, tag)
						return true
					}
					return false
				}}
				conn := dialScript(t, s)
				began := time.Now()
				for range 6 {
					wake, err := conn.Wait(t.Context(), "INBOX", nil, 10*time.Minute)
					if err != nil || wake.Why != "deadline" {
						t.Fatalf("after %v: %+v, %v", time.Since(began), wake, err)
					}
				}
				if took := time.Since(began); took != time.Hour || s.sessions != 1 || len(s.commands) > 150 {
					t.Errorf("after %v: %d sessions, %d commands", took, s.sessions, len(s.commands))
				}
			})
		})
	}
}
