package store

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"

	"afterword/rules"
)

// batch is an invented look into the Inbox: n messages from UID first on.
func batch(app string, first, n uint32) Mail {
	m := Mail{Cursor: Cursor{Account: "ada", Mailbox: "INBOX", UIDValidity: 9, UIDNext: first + n, ModSeq: uint64(first + n)}}
	for uid := first; uid < first+n; uid++ {
		id := fmt.Sprintf("%d@acme.example", uid)
		at := day0.Add(time.Duration(uid) * time.Minute)
		m.Seen = append(m.Seen, Seen{Account: "ada", Mailbox: "INBOX", UIDValidity: 9, UID: uid, MessageID: id, From: "ngozi@acme.example",
			Subject: "Re: Senior Analyst", At: at, Kind: "holding", Confidence: 0.75, Application: app, Evidence: []byte(`["still deciding"]`)})
		m.Facts = append(m.Facts, MailFact{app, rules.Fact{Key: "received/" + id, At: at, What: rules.Received{MessageID: id, Kind: rules.MessageHolding}}})
	}
	return m
}

func TestSaveMail(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	if c, err := s.Cursor(ctx, "ada", "INBOX"); err != nil || c != (Cursor{Account: "ada", Mailbox: "INBOX"}) {
		t.Errorf("%+v, %v", c, err)
	}
	m := batch(id, 1, 3)
	m.Seen = append(m.Seen, Seen{Account: "ada", Mailbox: "INBOX", UIDValidity: 9, UID: 4, MessageID: "ad@shop.example", Kind: "other", At: day0})
	for range 2 { // the same mail twice is the same mail
		ok(t, s.SaveMail(ctx, m))
		if c, err := s.Cursor(ctx, "ada", "INBOX"); err != nil || c != m.Cursor {
			t.Errorf("%+v, %v; want %+v", c, err, m.Cursor)
		}
		got, err := s.Messages(ctx, id)
		if err != nil || !reflect.DeepEqual(got, m.Seen[:3]) {
			t.Errorf("%+v, %v; want %+v", got, err, m.Seen[:3])
		}
		if facts, err := s.Facts(ctx, id); err != nil || len(facts) != 4 {
			t.Errorf("%+v, %v", facts, err)
		}
	}
	if got, err := s.Message(ctx, "ada", "ad@shop.example"); err != nil || len(got) != 1 || got[0].Application != "" {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := s.Message(ctx, "bo", "ad@shop.example"); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	big := Cursor{Account: "ada", Mailbox: "INBOX", UIDValidity: math.MaxUint32, UIDNext: math.MaxUint32, ModSeq: math.MaxInt64}
	ok(t, s.SaveMail(ctx, Mail{Cursor: big}))
	if c, err := s.Cursor(ctx, "ada", "INBOX"); err != nil || c != big {
		t.Errorf("%+v, %v; want %+v", c, err, big)
	}
}

func TestNothingNewWritesNothing(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	m := Mail{Cursor: Cursor{Account: "ada", Mailbox: "INBOX", UIDValidity: 9, UIDNext: 1}}
	changes := func() (n int) {
		t.Helper()
		ok(t, s.w.db.QueryRow("SELECT total_changes()").Scan(&n))
		return n
	}
	ok(t, s.SaveMail(ctx, m))
	before := changes()
	ok(t, s.SaveMail(ctx, m))
	if changes() != before {
		t.Error("the same cursor was written again")
	}
	m.Cursor.ModSeq++
	ok(t, s.SaveMail(ctx, m))
	if changes() == before {
		t.Error("another cursor was not written")
	}
}

func TestSaveMailIsAllOrNothing(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	m := batch(id, 1, 2)
	m.Facts = append(m.Facts, MailFact{"nobody", m.Facts[0].Fact})
	if s.SaveMail(ctx, m) == nil {
		t.Fatal("a fact of no application was taken")
	}
	if c, _ := s.Cursor(ctx, "ada", "INBOX"); c.UIDNext != 0 {
		t.Error("the cursor moved")
	}
	if got, _ := s.Messages(ctx, id); len(got) != 0 {
		t.Error("messages were stored")
	}
	if facts, _ := s.Facts(ctx, id); len(facts) != 1 {
		t.Error("facts were stored")
	}
}
