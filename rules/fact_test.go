package rules

import (
	"reflect"
	"testing"
)

// What is stored is read again as it was; what an older version stored is read too.
func TestStoredFacts(t *testing.T) {
	at := ny("2026-11-13T15:00").UTC()
	for _, w := range []What{Described{Company: "Acme", Contacts: []Contact{ngozi}, Interviews: []Interview{{ID: "1", End: at, UID: "u", UIDs: []string{"v"}, Also: []string{"2"}}}},
		Received{MessageID: "m", InReplyTo: "n", Digest: "d", From: robin, Kind: MessageInterview, Meeting: &Interview{UID: "u", End: at, Sequence: 3, Stamped: at}},
		Hinted{MessageID: "h", From: robin, Subject: "s", Why: "names the role"}, Marked{"m", MessageOffer}, Attributed{"s", "check-in/1/1"},
		Delivered{MessageID: "s", InReplyTo: "m", To: []string{"a@acme.example"}, Asks: true, MayAsk: true}, Placed{FollowUp: "check-in/1/1"}, Edited{"k"}, Proofread{FollowUp: "k", Findings: []string{"f"}}, Discarded{FollowUp: "k"}, Removed{"k", "why"},
		Stopped{}, Unstopped{}, Resumed{}, Snoozed{date("2026-11-20")}, LookedBack{Since: date("2026-11-20")}, Told{"topic"}} {
		kind, body, err := EncodeWhat(w)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeWhat(kind, body)
		if err != nil || !reflect.DeepEqual(got, w) {
			t.Errorf("%s: %+v, not %+v (%v)", kind, got, w, err)
		}
	}
	old := `{"message_id":"m","from":{"name":"Robin Hale","address":"robin@acme.example","part":"recruiter"},"subject":"s","kind":"interview","confidence":0.9,"person":true,"sure":true,` +
		`"meeting":{"id":"","end":"2026-11-13T20:00:00Z","uid":"u"}}`
	got, err := DecodeWhat("received", []byte(old))
	if m, ok := got.(Received); err != nil || !ok || m.Meeting == nil || !m.Meeting.End.Equal(at) {
		t.Errorf("%+v (%v)", got, err)
	}
}
