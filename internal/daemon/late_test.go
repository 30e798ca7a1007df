package daemon_test

import (
	"slices"
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// The daemon did not run; the company called the meeting off; the user, who read
// it or not, notes a topic before the daemon runs again.
func TestANoteBeforeTheMailIsRead(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-14T10:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.must(p.StopDaemon())
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will make our decision by December 20, 2024.\n\nRobin", At: ny("2024-11-16T16:00")}))
	p.At(ny("2024-11-17T10:00"))
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	d := a.Describe()
	d.Interviews[0].Topics = append(slices.Clone(d.Interviews[0].Topics), "the on-call rotation")
	_, err = p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/2", At: p.Now(), What: d})
	p.must(err)
	p.StartDaemon(p.ctx)
	p.go_("2024-11-27T10:00")
	for _, l := range must(p.Drafts()) {
		if strings.Contains(l.Subject, "Follow-up") {
			t.Errorf("%s is asked on %s, before the date that they named", l.To, p.Now())
		}
	}
}
