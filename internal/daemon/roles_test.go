package daemon_test

import (
	"fmt"
	"strings"
	"testing"

	"afterword/internal/letter"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// Several roles at one company with the same panel: each interviewer gets a letter for
// each, and nobody reads a sentence twice.
func TestEveryRoleOfOneCompanyHasItsLetters(t *testing.T) {
	const roles = 6
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	panel := []rules.Contact{contact("Ngozi Okafor <ngozi@acme.example>", rules.Interviewer), contact("Tomás Rivera <tomas@acme.example>", rules.Interviewer), contact("Lena Vogt <lena@acme.example>", rules.Interviewer)}
	for i := range roles {
		v := rules.Interview{ID: "1", End: ny("2024-11-15T15:00").AddDate(0, 0, 0)}
		for _, c := range panel {
			v.Interviewers = append(v.Interviewers, c.Key())
		}
		_, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Acme", Role: fmt.Sprintf("Editor %c", 'A'+i), Zone: "America/New_York",
			Contacts: panel, Interviews: []rules.Interview{v}}, p.Now())
		p.must(err)
	}
	p.go_("2024-11-15T16:00")
	read := map[string]string{}
	for _, l := range p.drafts(roles * len(panel)) {
		for _, s := range letter.Part(l.Text).Sentences() {
			key := l.To + ": " + s
			if other := read[key]; other != "" && other != l.Subject {
				t.Errorf("%s, in %q and %q", key, other, l.Subject)
			}
			read[key] = l.Subject
		}
	}
}

// The letters to a panel, written in one pass, have no sentence in common either that
// differs in a topic alone.
func TestNoFrameTwiceInAPanel(t *testing.T) {
	const companies = 12
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	topics := []string{"the new warehouse", "quarterly planning", "the on-call rotation"}
	for i := range companies {
		v := rules.Interview{ID: "1", End: ny("2024-11-15T15:00"), Topics: topics}
		d := rules.Described{Company: fmt.Sprintf("Company %c", 'A'+i), Role: "Editor", Zone: "America/New_York"}
		for _, name := range []string{"Ngozi Okafor", "Tomás Rivera", "Lena Vogt"} {
			c := contact(fmt.Sprintf("%s <%s@company-%c.example>", name, name[:2], 'a'+i), rules.Interviewer)
			d.Contacts, v.Interviewers = append(d.Contacts, c), append(v.Interviewers, c.Key())
		}
		d.Interviews = []rules.Interview{v}
		_, err := p.Store.NewApplication(p.ctx, "work", d, p.Now())
		p.must(err)
	}
	p.go_("2024-11-15T16:00")
	without := strings.NewReplacer(topics[0], "…", topics[1], "…", topics[2], "…")
	read := map[string]string{}
	for _, l := range p.drafts(companies * 3) {
		_, company, _ := strings.Cut(l.To, "@")
		for _, s := range letter.Part(l.Text).Sentences() {
			frame := without.Replace(s)
			if before := read[company+frame]; before != "" {
				t.Errorf("at %s two of the panel read %q and %q", company, before, s)
			}
			read[company+frame] = s
		}
	}
}
