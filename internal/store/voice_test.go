package store

import (
	"context"
	"testing"
	"time"

	"afterword/rules"
)

// What was learnt takes the place of what was before, and is forgotten for good; sentences
// that were taken out of drafts are told from those that stayed.
func TestLearnt(t *testing.T) {
	ctx := context.Background()
	s := openTest(t)
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	ok(t, s.Learn(ctx, "work", map[string]any{"en": map[string]any{"greeting": "Hi"}, "de": map[string]any{}}, at))
	ok(t, s.Learn(ctx, "work", map[string]any{"en": map[string]any{"greeting": "Hello"}}, at.Add(time.Hour)))
	l, err := s.Learnt(ctx, "work")
	ok(t, err)
	if len(l.Voices) != 1 || string(l.Voices["en"]) != `{"greeting":"Hello"}` || !l.At.Equal(at.Add(time.Hour)) || !l.Since.IsZero() {
		t.Errorf("learnt %+v", l)
	}
	ok(t, s.Unlearn(ctx, []string{"work"}, at.Add(2*time.Hour)))
	ok(t, s.Learn(ctx, "work", map[string]any{}, at.Add(3*time.Hour)))
	if l, err = s.Learnt(ctx, "work"); err != nil || len(l.Voices) != 0 || !l.Since.Equal(at.Add(2*time.Hour)) {
		t.Errorf("%+v, %v after it was forgotten", l, err)
	}
	id, err := s.NewApplication(ctx, "work", rules.Described{Company: "Acme"}, at)
	ok(t, err)
	_, err = s.AddFacts(ctx, id,
		rules.Fact{Key: "placed/1", At: at, What: rules.Placed{FollowUp: "thank-you/1/x", MessageID: "1", Sentences: []string{"an older one", "b"}}},
		rules.Fact{Key: "placed/2", At: at, What: rules.Placed{FollowUp: "thank-you/1/x", MessageID: "2", Sentences: []string{"a", "b"}}},
		rules.Fact{Key: "sent/2", At: at, What: rules.Delivered{FollowUp: "thank-you/1/x", MessageID: "2", Sentences: []string{"b", "his own"}}},
		rules.Fact{Key: "sent/3", At: at, What: rules.Delivered{MessageID: "3", Sentences: []string{"b"}}})
	ok(t, err)
	dropped, kept, err := s.Rewritten(ctx, at.Add(-time.Hour))
	ok(t, err)
	if len(dropped) != 1 || dropped[0] != "a" || len(kept) != 1 || kept[0] != "b" {
		t.Errorf("dropped %q, kept %q", dropped, kept)
	}
}
