package daemon_test

import (
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// What the user says of a message counts at once for the next one that is worded like
// it, and no more when he has taken it back.
func TestWhatHeSaysIsLearnt(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "")
	p.go_("2024-11-15T16:00")
	arrive := func(n, name string) rules.Received {
		t.Helper()
		p.must(p.Arrive(demo.Mail{From: "Acme portal <portal@acme.example>", MessageID: "<" + n + "@acme.example>", Subject: "Acme: Senior Analyst",
			Text: "Dear " + name + ",\n\nthe file with the number of your candidacy now rests in drawer seven of the tall cupboard beside the window of our office, " +
				"where it is dry and safe from mice, and where it may stay for as long as the cupboard stands.\n\nAcme\n"}))
		p.must(p.Settle(p.ctx))
		a, _, err := p.Application(p.ctx, id)
		p.must(err)
		for _, f := range a.Facts {
			if w, ok := f.What.(rules.Received); ok && w.MessageID == n+"@acme.example" {
				return w
			}
		}
		t.Fatalf("%s was not read", n)
		return rules.Received{}
	}
	if m := arrive("one", "Sam"); m.Kind == rules.MessageRejection {
		t.Fatalf("the first is %s by its words alone", m.Kind)
	}
	p.say(id, rules.Fact{Key: "user/marked/1", At: p.Now(), What: rules.Marked{MessageID: "one@acme.example", Kind: rules.MessageAcknowledgement}})
	p.go_("2024-11-15T16:10")
	if m := arrive("two", "Sam Winter"); m.Kind != rules.MessageAcknowledgement || !strings.Contains(strings.Join(m.Evidence, " "), "which you marked as acknowledgement") {
		t.Errorf("a like one after it: %s %q", m.Kind, m.Evidence)
	}
	p.say(id, rules.Fact{Key: "user/marked/2", At: p.Now(), What: rules.Marked{MessageID: "one@acme.example"}})
	p.go_("2024-11-15T16:20")
	if m := arrive("three", "S. Winter"); m.Kind == rules.MessageAcknowledgement {
		t.Errorf("after he took it back: %s %q", m.Kind, m.Evidence)
	}
}
