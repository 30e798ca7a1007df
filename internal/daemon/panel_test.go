package daemon_test

import (
	"fmt"
	"testing"

	"afterword/internal/test/servers"
	"afterword/rules"
)

// The letters to a panel are alike: one that the user throws away is thrown away, and
// what stands beside it is not that one edited.
func TestAlikeInAPanel(t *testing.T) {
	const companies = 16
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	var ids []string
	for i := range companies {
		v := rules.Interview{ID: "1", End: ny("2024-11-15T15:00")}
		d := rules.Described{Company: fmt.Sprintf("Company %c", 'A'+i), Role: "Editor", Zone: "America/New_York"}
		for _, who := range []string{"ngozi", "lena", "tomas", "raj"} {
			c := contact(fmt.Sprintf("%s@company-%c.example", who, 'a'+i), rules.Interviewer)
			d.Contacts, v.Interviewers = append(d.Contacts, c), append(v.Interviewers, c.Key())
		}
		d.Interviews = []rules.Interview{v}
		id, err := p.Store.NewApplication(p.ctx, "work", d, p.Now())
		p.must(err)
		ids = append(ids, id)
	}
	p.go_("2024-11-15T16:00")
	all := p.drafts(4 * companies)
	for i := range companies {
		p.must(p.Discard(all[4*i]))
	}
	p.go_("2024-11-15T16:05")
	p.go_("2024-11-15T16:10")
	p.drafts(3 * companies)
	gone := 0
	for _, id := range ids {
		gone += p.facts(id, "discarded")
		if n := p.facts(id, "edited"); n != 0 {
			t.Errorf("%s: %d drafts count as edited", id, n)
		}
	}
	if gone != companies {
		t.Errorf("%d drafts count as thrown away, not %d", gone, companies)
	}
}
