package store

import (
	"maps"
	"testing"
	"time"

	"afterword/rules"
)

func TestRenameAccount(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	m := batch(id, 1, 3)
	ok(t, s.SaveMail(ctx, m))
	ok(t, s.DecideDraft(ctx, Draft{MessageID: "d@me.example", Account: "ada", Application: id, FollowUp: "check-in/1/1", Raw: []byte("x"), DecidedAt: day0}))
	ok(t, s.SetHealth(ctx, Health{Account: "ada", LastRead: day0}))
	// The daemon ran under the new name for a while, and read on.
	ahead := batch("", 1, 9)
	ahead.Cursor.Account, ahead.Facts = "work", nil
	for i := range ahead.Seen {
		ahead.Seen[i].Account = "work"
	}
	ok(t, s.SaveMail(ctx, ahead))

	for range 2 { // renaming twice is renaming once
		ok(t, s.RenameAccount(ctx, "ada", "work"))
		if got, err := s.Accounts(ctx); err != nil || !maps.Equal(got, map[string]int{"work": 1}) {
			t.Errorf("%v, %v", got, err)
		}
		if c, err := s.Cursor(ctx, "work", "INBOX"); err != nil || c.UIDNext != m.Cursor.UIDNext {
			t.Errorf("the old cursor does not stand: %+v, %v", c, err)
		}
		if list, err := s.Drafts(ctx, "work"); err != nil || len(list) != 1 {
			t.Errorf("%+v, %v", list, err)
		}
		if got, err := s.Messages(ctx, id); err != nil || len(got) != 3 || got[0].Account != "work" {
			t.Errorf("%+v, %v", got, err)
		}
		if h, err := s.Health(ctx, "ada"); err != nil || !h.LastRead.IsZero() {
			t.Errorf("%+v, %v", h, err)
		}
	}
	// What is read again is no news.
	m.Cursor.Account = "work"
	ok(t, s.SaveMail(ctx, m))
	if facts, err := s.Facts(ctx, id); err != nil || len(facts) != 4 {
		t.Errorf("%d facts, %v", len(facts), err)
	}
	if _, err := s.AddFacts(ctx, id, rules.Fact{Key: "k", At: day0.Add(time.Hour), What: rules.Stopped{}}); err != nil {
		t.Error(err)
	}
}
