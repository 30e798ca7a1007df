package daemon_test

import (
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// What may be the answer takes the untouched check-in back; when the user has said that
// it is nothing, it is placed again. So does an absence that is told of while it stands.
func TestADraftThatWaits(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-14T10:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	stands := func(want bool, now, when string) {
		t.Helper()
		p.go_(now)
		found := false
		for _, l := range must(p.Drafts()) {
			found = found || strings.Contains(l.Subject, "Follow-up")
		}
		if found != want {
			t.Errorf("%s: a check-in stands: %v", when, found)
		}
	}
	say := func(key string, what rules.What) {
		t.Helper()
		if _, err := p.Store.AddFacts(p.ctx, id, rules.Fact{Key: key, At: p.Now(), What: what}); err != nil {
			t.Fatal(err)
		}
	}
	stands(true, "2024-11-26T10:00", "in its window")
	say("hinted/h@acme.example", rules.Hinted{MessageID: "h@acme.example", From: rules.Contact{Name: "Lee Wong", Address: "lee@acme.example"}, Subject: "Hello", Why: "comes from the company's own domain"})
	stands(false, "2024-11-26T10:30", "after the hint")
	say("user/mark", rules.Marked{MessageID: "h@acme.example", Kind: rules.MessageOther})
	stands(true, "2024-11-26T11:00", "it was nothing")
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Automatic reply: Senior Analyst", Text: "I am out of the office and will be back on Monday, December 9, 2024.", At: p.Now(),
		Header: []string{"Auto-Submitted: auto-replied"}}))
	stands(false, "2024-11-26T12:00", "robin is away")
	stands(true, "2024-12-10T10:00", "robin is back")
}
