package daemon_test

import (
	"strings"
	"testing"
	"time"

	"afterword/internal/test/servers"
	"afterword/rules"
)

// What the user has edited is read once it has stood for a minute: he is told once of what
// he may want to mend, sees it until it is mended, and the draft stays as he left it.
func TestEditedDraftsAreProofread(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
	_, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Northwind Labs", Role: "Analyst", Zone: "America/New_York"}, p.Now())
	p.must(err)
	id := p.stands(rules.ThankYou)
	asked := func() (texts []string) {
		for _, n := range p.state(id, rules.Active).Asked {
			texts = append(texts, n.Text)
		}
		return texts
	}
	edit := func(change func(string) string) {
		p.must(p.Edit(p.drafts(1)[0], change))
		p.must(p.Settle(p.ctx))
		p.At(p.Now().Add(2 * time.Minute))
		p.must(p.Settle(p.ctx))
	}
	edit(func(s string) string {
		return strings.Replace(s, "Kind regards", "I would love to join Northwind Labs, and hope to recieve good news.\r\n\r\nKind regards", 1) + "\r\nP.S. Your welcome to call.\r\n"
	})
	if texts := asked(); len(texts) != 1 || !strings.Contains(texts[0], "recieve") || !strings.Contains(texts[0], "Northwind Labs") {
		t.Errorf("asked %q", texts)
	}
	before := p.drafts(1)[0]
	p.said(id, "recieve")
	p.must(p.Settle(p.ctx))
	p.At(p.Now().Add(time.Hour))
	if n := p.facts(id, "proofread"); n != 1 {
		t.Errorf("read %d times", n)
	}
	if after := p.drafts(1)[0]; after.UID != before.UID || after.Text != before.Text {
		t.Errorf("the draft changed: %v", after)
	}
	edit(func(s string) string {
		s = strings.Replace(s, "I would love to join Northwind Labs, and hope to recieve good news.\r\n\r\n", "", 1)
		return strings.Replace(s, "\r\nP.S. Your welcome to call.\r\n", "", 1)
	})
	if texts := asked(); len(texts) != 0 {
		t.Errorf("still asked %q", texts)
	}
}
