package store

import (
	"database/sql"
	"errors"
	"testing"

	"afterword/rules"
)

func TestForget(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	gone, stays := newApp(t, s), newApp(t, s)
	for _, id := range []string{gone, stays} {
		ok(t, s.DecideDraft(ctx, Draft{Account: "ada", Application: id, FollowUp: "thank-you/1/x", MessageID: id + "@x", Raw: []byte("x"), DecidedAt: day0}))
		ok(t, s.Log(ctx, Entry{At: day0, Account: "ada", Application: id, What: "x"}))
		ok(t, s.SaveMail(ctx, Mail{Cursor: Cursor{Account: "ada", Mailbox: "INBOX", UIDValidity: 1, UIDNext: 2},
			Seen:  []Seen{{Account: "ada", Mailbox: id, UID: 1, MessageID: "m", At: day0, Application: id}},
			Facts: []MailFact{{id, rules.Fact{Key: "received/m", At: day0, What: rules.Received{MessageID: "m"}}}}}))
		ok(t, s.SetSummaries(ctx, "b", []Summary{{ID: id, Line: "x", JSON: "{}", Facts: 2, Made: day0}}))
	}
	if done, err := s.Forget(ctx, gone); done || err != nil {
		t.Fatalf("forgotten with a draft that may stand: %v, %v", done, err)
	}
	ok(t, s.EndDraft(ctx, gone+"@x", Removed, rules.Fact{}))
	if done, err := s.Forget(ctx, gone); !done || err != nil {
		t.Fatalf("%v, %v", done, err)
	}
	if _, err := s.Application(ctx, gone); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	for _, table := range []string{"fact", "draft", "seen", "entry", "summary"} {
		owners, err := query(ctx, s.r, func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) }, "SELECT DISTINCT application FROM "+table)
		if err != nil || len(owners) != 1 || owners[0] != stays {
			t.Errorf("%s is of %q, %v", table, owners, err)
		}
	}
	// The others are kept as before.
	if _, err := s.w.db.Exec("DELETE FROM fact"); err == nil {
		t.Error("facts can be deleted")
	}
	if _, err := s.w.db.Exec("DELETE FROM entry"); err == nil {
		t.Error("the log can be deleted")
	}
}
