package mailwatch_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

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
		c := dialScript(t, &script{messages: letters(2200)})
		_, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, func(b mailwatch.Batch) error {
			_, _, err := c.Changed(t.Context(), at(1, "Sent"))
			return err
		})
		if err == nil || !strings.Contains(err.Error(), "in use") {
			t.Errorf("error %v", err)
		}
		_, _, err = c.Changed(t.Context(), at(1, "Sent"))
		must(t, err)
	})
}

// TestInterrupted: when a batch cannot be saved, the next call goes on behind the
// last that was.
func TestInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: letters(2200)}
		c := dialScript(t, s)
		r := &reader{}
		full := errors.New("disk full")
		cursor, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, func(b mailwatch.Batch) error {
			if b.Done > 1000 {
				return full
			}
			return r.save(b)
		})
		if !errors.Is(err, full) || cursor != r.cursor || len(r.headers) != 1000 {
			t.Fatalf("error %v, cursor %+v, %d read", err, cursor, len(r.headers))
		}
		// The connection is still good.
		cursor, err = c.CatchUp(t.Context(), "INBOX", cursor, time.Time{}, none, r.save)
		must(t, err)
		if slices.Sort(r.headers); len(slices.Compact(r.headers)) != 2200 || cursor.UIDNext != 2201 {
			t.Errorf("read %d, cursor %+v", len(r.headers), cursor)
		}
	})
}
