package daemon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
)

// A text of the user's own that no letter should go out with: he is told once, mail is
// read as ever, and what others get stands in Drafts.
func TestALetterThatCannotBeWorded(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "en"), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "subject: Thank you: {role}\nparagraph: opening\n[opening]\nThank you for your time on {met} and for telling me about TODO and the {role} role, which I would like.\n"
	if err := os.WriteFile(filepath.Join(dir, "en", "thank-you.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	told := 0
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Adjust = func(c *config.Config) { c.Letters.Templates = dir }
	})
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.drafts(0)
	for _, when := range []string{"2024-11-15T15:01", "2024-11-15T15:02", "2024-11-15T15:30", "2024-11-15T17:00"} {
		p.go_(when)
	}
	entries, err := p.Store.Entries(p.ctx, id, 0)
	p.must(err)
	for _, e := range entries {
		if strings.Contains(e.What, "could not be written") {
			told++
		}
	}
	if told != 2 { // one for each of the panel
		t.Errorf("told %d times", told)
	}
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: holding, At: ny("2024-11-15T17:01")}))
	p.go_("2024-11-15T17:01")
	if p.facts(id, "received") != 1 {
		t.Error("the answer was not read")
	}
	p.go_("2024-11-26T09:00") // two business days after the date that they named
	p.drafts(1)
}
