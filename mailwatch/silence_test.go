package mailwatch_test

import (
	"context"
	"errors"
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
