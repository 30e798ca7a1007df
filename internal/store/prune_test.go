package store

import (
	"fmt"
	"os"
	"testing"

	"afterword/rules"
)

// What is pruned is the log of applications of which nothing was heard for long; their
// facts stay, and so does all that is newer. The file becomes smaller.
func TestPrune(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	old, err := s.NewApplication(ctx, "ada", rules.Described{Company: "Old"}, day0)
	ok(t, err)
	late, err := s.NewApplication(ctx, "ada", rules.Described{Company: "Late"}, day0)
	ok(t, err)
	now := day0.AddDate(3, 0, 0)
	_, err = s.AddFacts(ctx, late, rules.Fact{Key: "told/x", At: now, What: rules.Told{Topic: "x"}})
	ok(t, err)
	for i := range 2000 {
		for _, app := range []string{old, late, ""} {
			m := Mail{Cursor: Cursor{Account: "ada", Mailbox: "INBOX", UIDValidity: 1, UIDNext: uint32(i + 2)}}
			m.Log = []Entry{{At: day0, Account: "ada", Application: app, What: fmt.Sprintf("%0200d", i)}}
			if i == 0 {
				m.Seen = []Seen{{Account: "ada", Mailbox: "INBOX " + app, UIDValidity: 1, UID: 1, At: day0, Application: app}}
				m.Log = append(m.Log, Entry{At: now, Account: "ada", Application: app, What: "new"})
			}
			if i > 200 {
				if app != old {
					continue
				}
			}
			ok(t, s.SaveMail(ctx, m))
		}
	}
	size := func() int64 {
		_, err := s.w.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
		ok(t, err)
		info, err := os.Stat(s.Path())
		ok(t, err)
		return info.Size()
	}
	facts, err := s.Facts(ctx, old)
	ok(t, err)
	before := size()
	rows, err := s.Prune(ctx, now.AddDate(-2, 0, 0))
	ok(t, err)
	if want := int64(2000 + 201 + 1); rows != want {
		t.Errorf("%d rows went, want %d", rows, want)
	}
	ok(t, s.Shrink(ctx))
	if after := size(); after > before*3/4 {
		t.Errorf("the file had %d bytes, and has %d", before, after)
	}
	for app, want := range map[string]int{old: 1, late: 202} {
		entries, err := s.Entries(ctx, app, 0)
		ok(t, err)
		if len(entries) != want {
			t.Errorf("%s has %d entries, want %d", app, len(entries), want)
		}
	}
	if again, err := s.Facts(ctx, old); err != nil || len(again) != len(facts) {
		t.Errorf("%d facts, %v", len(again), err)
	}
	if messages, err := s.Messages(ctx, late); err != nil || len(messages) != 1 {
		t.Errorf("%d messages, %v", len(messages), err)
	}
	if rows, err := s.Prune(ctx, now.AddDate(-2, 0, 0)); err != nil || rows != 0 {
		t.Errorf("%d rows once more, %v", rows, err)
	}
	if _, err := s.w.db.Exec("DELETE FROM entry"); err == nil {
		t.Error("the log can be deleted")
	}
}

// The places in the past go, and no mailbox is taken for one.
func TestEndPast(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	names := map[string]bool{"INBOX: past  0123456789abcdef": false, "Sent: past before 0123456789abcdef": false, "Work: past jobs": true, "INBOX": true}
	for name := range names {
		ok(t, s.SaveMail(ctx, Mail{Cursor: Cursor{Account: "ada", Mailbox: name, UIDValidity: 1, UIDNext: 2}}))
	}
	ok(t, s.EndPast(ctx, "ada"))
	for name, stays := range names {
		if c, err := s.Cursor(ctx, "ada", name); err != nil || (c.UIDValidity != 0) != stays {
			t.Errorf("%q: %+v, %v", name, c, err)
		}
	}
}
