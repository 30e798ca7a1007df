package daemon

import (
	"strings"
	"testing"
	"time"

	"afterword/internal/store"
	"afterword/rules"
)

// A draft that was being withdrawn when the program stopped goes for what the facts say
// by now, or where they say nothing for just that.
func TestWhyGone(t *testing.T) {
	s, ids := stock(t, 1)
	w := openWorker(t, s, nil)
	why := func() string {
		t.Helper()
		if err := w.book.refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		a := w.book.apps[ids[0]]
		over := a.Interviews[0].End.Add(time.Minute)
		key := "thank-you/1/" + a.Contacts[0].Key()
		return w.whyGone(t.Context(), store.Draft{Application: a.ID, FollowUp: key, DecidedAt: over}, over.Add(time.Minute))
	}
	if got := why(); got != "it was being withdrawn when the program stopped" {
		t.Errorf("with no reason: %q", got)
	}
	add(t, s, ids, "received/1@firm-n0.example", rules.Received{MessageID: "1@firm-n0.example", From: rules.Contact{Address: "robin@firm-n0.example"}, Kind: rules.MessageRejection, Person: true, Sure: true, Confidence: 1})
	if got := why(); !strings.Contains(got, "rejection") {
		t.Errorf("after a rejection: %q", got)
	}
}
