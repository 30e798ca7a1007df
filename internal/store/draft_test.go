package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterword/rules"
)

const thanks = "thank-you/1/ngozi@acme.example"

func thankYou(app, messageID string) Draft {
	return Draft{Account: "ada", Application: app, FollowUp: thanks, MessageID: messageID,
		Raw: []byte("Subject: Thank you\r\n\r\nDear Dr. Okafor,\r\n"), Sentences: []string{"Thank you for your time."}, DecidedAt: day0}
}

func TestDraftsLife(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	d := thankYou(id, "1@x")
	ok(t, s.DecideDraft(ctx, d))
	one := func(states ...string) Draft {
		t.Helper()
		list, err := s.Drafts(ctx, "ada", states...)
		ok(t, err)
		if len(list) != 1 {
			t.Fatalf("%d drafts in %q", len(list), states)
		}
		return list[0]
	}
	if ids, err := s.Drafted(ctx, "ada"); err != nil || !slices.Equal(ids, []string{id}) {
		t.Errorf("%q have drafts, %v", ids, err)
	}
	d.State = Decided
	if got := one(Decided, Placed); !reflect.DeepEqual(got, d) {
		t.Errorf("%+v, want %+v", got, d)
	}

	digest := sha256.Sum256(d.Raw)
	at := day0.Add(time.Second)
	ok(t, s.RecordDraft(ctx, "1@x", 7, 42, digest, at))
	ok(t, s.RecordDraft(ctx, "1@x", 7, 42, digest, at.Add(time.Hour))) // after a crash
	d.State, d.PlacedAt, d.UIDValidity, d.UID, d.Digest = Placed, at, 7, 42, digest
	if got := one(Placed); !reflect.DeepEqual(got, d) {
		t.Errorf("%+v, want %+v", got, d)
	}
	facts, err := s.Facts(ctx, id)
	ok(t, err)
	want := rules.Fact{Key: "placed/1@x", At: at, What: rules.Placed{FollowUp: thanks, MessageID: "1@x", Sentences: d.Sentences}}
	if len(facts) != 2 || !reflect.DeepEqual(facts[1], want) {
		t.Errorf("%+v, want %+v", facts, want)
	}

	ok(t, s.MoveDraft(ctx, "1@x", 8, 1))
	ok(t, s.WithdrawDraft(ctx, "1@x"))
	ok(t, s.KeepDraft(ctx, "1@x"))
	ok(t, s.TouchDraft(ctx, "1@x", at))
	ok(t, s.TouchDraft(ctx, "1@x", at.Add(time.Hour)))
	if got := one(Touched); got.UIDValidity != 8 || got.UID != 1 {
		t.Errorf("%+v", got)
	}
	ok(t, s.WithdrawDraft(ctx, "1@x")) // the user's own by now: nothing happens
	if one().State != Touched {
		t.Error("a touched draft is being withdrawn")
	}
	gone := rules.Fact{Key: "discarded/1@x", At: at, What: rules.Discarded{FollowUp: thanks}}
	ok(t, s.EndDraft(ctx, "1@x", Discarded, gone))
	if one().State != Discarded {
		t.Error("not ended")
	}
	ok(t, s.TouchDraft(ctx, "1@x", at))
	if one().State != Discarded {
		t.Error("an ended draft came back")
	}
	if facts, _ = s.Facts(ctx, id); len(facts) != 4 {
		t.Errorf("%+v", facts)
	}

	for _, err := range []error{
		s.RecordDraft(ctx, "none@x", 1, 1, digest, at), s.EndDraft(ctx, "none@x", Sent, gone),
		s.TouchDraft(ctx, "none@x", at), s.MoveDraft(ctx, "none@x", 1, 1),
	} {
		if !errors.Is(err, ErrUnknown) {
			t.Errorf("%v", err)
		}
	}
	if s.EndDraft(ctx, "1@x", Placed, gone) == nil || s.RecordDraft(ctx, "1@x", 1, 1, digest, at) == nil {
		t.Error("an ended draft was placed again")
	}
}

// A draft and its fact change together or not at all.
func TestEndDraftIsAllOrNothing(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	ok(t, s.DecideDraft(ctx, thankYou(id, "1@x")))
	if s.EndDraft(ctx, "1@x", Removed, rules.Fact{Key: "removed/1@x", What: rules.Removed{}}) == nil {
		t.Fatal("a fact without an instant was taken")
	}
	if list, _ := s.Drafts(ctx, "ada", Decided); len(list) != 1 {
		t.Error("the state changed without its fact")
	}
	ok(t, s.EndDraft(ctx, "1@x", Removed, rules.Fact{}))
	if list, _ := s.Drafts(ctx, "", Removed); len(list) != 1 || !bytes.Equal(list[0].Raw, thankYou(id, "").Raw) {
		t.Errorf("%+v", list)
	}
}

// However drafts are decided on and end, no follow-up ever has two live ones.
func TestOneLiveDraft(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		id := newApp(t, s)
		var live string
		for range rapid.IntRange(1, 10).Draw(r, "steps") {
			n++
			messageID := string(rune('a'+n%26)) + time.Duration(n).String()
			switch err := s.DecideDraft(ctx, thankYou(id, messageID)); {
			case live == "" && err != nil:
				r.Fatal(err)
			case live != "" && !errors.Is(err, ErrStands):
				r.Fatalf("a second draft was stored beside %q: %v", live, err)
			case live == "":
				live = messageID
			}
			var err error
			switch rapid.SampledFrom([]string{"", Placed, Touched, Withdrawing, Sent, Discarded, Removed}).Draw(r, "then") {
			case Placed:
				_ = s.RecordDraft(ctx, live, 1, 1, [32]byte{}, day0)
			case Touched:
				err = s.TouchDraft(ctx, live, day0)
			case Withdrawing:
				err = s.WithdrawDraft(ctx, live)
			case Sent:
				err, live = s.EndDraft(ctx, live, Sent, rules.Fact{}), ""
			case Discarded:
				err, live = s.EndDraft(ctx, live, Discarded, rules.Fact{}), ""
			case Removed:
				err, live = s.EndDraft(ctx, live, Removed, rules.Fact{}), ""
			}
			if err != nil {
				r.Fatal(err)
			}
		}
		list, err := s.DraftsOf(ctx, id)
		if err != nil {
			r.Fatal(err)
		}
		standing := 0
		for _, d := range list {
			if d.State != Sent && d.State != Discarded && d.State != Removed {
				standing++
			}
		}
		if standing > 1 || (standing == 1) != (live != "") {
			r.Fatalf("%d live drafts", standing)
		}
	})
	// The file itself refuses what the code does not let through.
	id := newApp(t, s)
	ok(t, s.DecideDraft(ctx, thankYou(id, "one")))
	_, err := s.w.db.ExecContext(ctx, `INSERT INTO draft SELECT 'two', account, application, follow_up, raw, sentences, state, decided_at, placed_at, uidvalidity, uid, digest
		FROM draft WHERE message_id = 'one'`)
	if err == nil {
		t.Error("the file took a second live draft")
	}
}

// What stands in Drafts is what was placed and what the user made his own, and no other.
func TestStanding(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	for i, state := range []string{Decided, Placed, Touched, Removed} {
		id := newApp(t, s)
		d := thankYou(id, string(rune('a'+i))+"@x")
		ok(t, s.DecideDraft(ctx, d))
		switch state {
		case Placed, Touched:
			ok(t, s.RecordDraft(ctx, d.MessageID, 1, uint32(i), [32]byte{1}, day0))
			if state == Touched {
				ok(t, s.TouchDraft(ctx, d.MessageID, day0))
			}
		case Removed:
			ok(t, s.EndDraft(ctx, d.MessageID, Removed, rules.Fact{}))
		}
	}
	list, err := s.Standing(ctx)
	ok(t, err)
	if len(list) != 2 || list[0].State != Placed || list[1].State != Touched || list[0].FollowUp != thanks || list[0].Application == list[1].Application {
		t.Errorf("%+v", list)
	}
}
