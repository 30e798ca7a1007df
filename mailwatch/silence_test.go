package mailwatch_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
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
		return &script{messages: answers(3), on: func(s *session, tag, command string) bool {
			if strings.HasPrefix(command, prefix) {
				for { // a literal that needs no leave comes all the same, and gets no answer
					s.line()
				}
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
			_, _, err := c.Append(context.Background(), "Drafts", answer("d@home.example", "s", "t"), noon)
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

// TestDrip: a server that is never silent for long, and never done, is given up; a
// slow line is not.
func TestDrip(t *testing.T) {
	for name, c := range map[string]struct {
		octets int
		every  time.Duration
		want   error
		most   time.Duration
	}{
		"drip":       {1, 20 * time.Second, mailwatch.ErrTimeout, 11 * time.Minute},
		"slow line":  {2000, time.Second, nil, time.Hour},
		"for ever":   {1000, time.Second, mailwatch.ErrTimeout, 125 * time.Minute},
		"small drip": {1, 20 * time.Second, mailwatch.ErrTimeout, time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				big := string(answer("m@acme.example", "Hello", strings.Repeat("some text ", 100<<10)))
				drip := func(s *session, text string) {
					for len(text) > 0 {
						time.Sleep(c.every)
						n := min(c.octets, len(text))
						s.raw(text[:n])
						text = text[n:]
					}
				}
				s := &script{messages: map[uint32]string{1: big}, on: func(s *session, tag, command string) bool {
					switch {
					case strings.HasPrefix(command, "UID SEARCH") && name == "small drip":
						drip(s, "* SEARCH"+strings.Repeat(" 1", 100))
					case strings.HasPrefix(command, "UID FETCH") && name == "for ever":
						for u := range 150 {
							drip(s, fmt.Sprintf("* %d FETCH (UID %d BODY[HEADER] {60000}\r\n%s)\r\n", u+1, u+1, strings.Repeat("a", 60000)))
						}
					case strings.HasPrefix(command, "UID FETCH"):
						drip(s, "* 1 FETCH (UID 1 BODY[] {"+strconv.Itoa(len(big))+"}\r\n"+big+")\r\n")
						s.say("%s OK done", tag)
						return true
					}
					return false
				}}
				conn := dialScript(t, s)
				began := time.Now()
				var err error
				switch name {
				case "small drip":
					_, err = conn.Search(t.Context(), "INBOX", "m@acme.example")
				case "for ever":
					s.messages = answers(150)
					_, err = conn.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, (&reader{}).save)
				default:
					_, err = conn.Fetch(t.Context(), "INBOX", 0, 1)
				}
				if took := time.Since(began); !errors.Is(err, c.want) || took > c.most {
					t.Errorf("after %v: %v", took, err)
				} else if name == "for ever" && took < time.Hour {
					t.Errorf("given up after %v: %v", took, err)
				}
				conn.Close()
				time.Sleep(c.every) // the script hangs up
			})
		})
	}
}
