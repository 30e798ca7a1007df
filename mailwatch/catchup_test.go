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
		s := &script{messages: answers(3), on: func(s *session, tag, command string) bool {
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
		s := &script{messages: answers(3), validity: 8}
		r := &reader{}
		_, err := dialScript(t, s).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 7, UIDNext: 4}, time.Time{}, all, r.save)
		must(t, err)
		if len(r.messages) != 3 || !r.reset || r.cursor.UIDValidity != 8 || r.cursor.UIDNext != 4 {
			t.Errorf("%+v", r)
		}
	})
}

// TestUnsteady: a server that numbers a mailbox anew at each look has it read ever more
// seldom, on whatever connection; one that does so now and then has it read at once; and
// an empty one costs nothing.
func TestUnsteady(t *testing.T) {
	for name, c := range map[string]struct {
		every, looks, least, most int // the numbering changes at each so many looks
		empty                     bool
	}{
		"at each look":         {every: 1, looks: 200, least: 10, most: 20},
		"at each second look":  {every: 2, looks: 200, least: 10, most: 25},
		"after a calm time":    {every: 70, looks: 700, least: 10, most: 10},
		"at each, it is empty": {every: 1, looks: 200, least: 200, most: 200, empty: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(2)}
				if c.empty {
					s.messages = nil
				}
				var q mailwatch.Quarantine
				r := &reader{cursor: mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 1, UIDNext: 1}}
				read := 0
				s.validity = 1
				for look := range c.looks {
					if (look+1)%c.every == 0 {
						s.validity++
					}
					conn := dialScript(t, s)
					conn.Avoid(&q)
					was := r.cursor.UIDValidity
					_, err := conn.CatchUp(t.Context(), "INBOX", r.cursor, time.Time{}, none, r.save)
					switch {
					case err == nil && r.cursor.UIDValidity != was:
						read++
					case err != nil && (!errors.Is(err, mailwatch.ErrUnsteady) || errors.Is(err, mailwatch.ErrLost)):
						t.Fatal(err)
					}
					conn.Close()
				}
				if read < c.least || read > c.most {
					t.Errorf("all was read %d times", read)
				}
			})
		})
	}
}

// TestMisuse: a save that uses the connection is told so, and nothing hangs.
func TestMisuse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := dialScript(t, &script{messages: answers(2200)})
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
		s := &script{messages: answers(2200)}
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

// TestRead: messages are read by their UIDs, those that are there, and none under another
// UIDVALIDITY.
func TestRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := dialScript(t, &script{messages: answers(5), validity: 7})
		r := &reader{}
		must(t, c.Read(t.Context(), "INBOX", 7, []uint32{2, 4, 9}, r.save))
		if !slices.Equal(r.messages, []uint32{2, 4}) {
			t.Errorf("read %v", r.messages)
		}
		if err := c.Read(t.Context(), "INBOX", 8, []uint32{2}, r.save); !errors.Is(err, mailwatch.ErrGone) {
			t.Errorf("under another UIDVALIDITY: %v", err)
		}
	})
}
