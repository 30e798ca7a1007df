package attribute

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"
)

// wordy are applications at companies that are called as common words are, for roles
// that everybody has.
func wordy() (apps []rules.Application) {
	companies := strings.Fields("Target Ramp Box Gap Apple Next Notion Stripe Square Oracle Amazon Shell Orange Delta Visa Sage Intuit Slack Zoom Linear Figma Gong Rippling Brex Plaid Chime Affirm Flex Scale Mercury Lattice Front Loom Wise Indeed Meta Block Twitch Lyft Bolt")
	roles := []string{"Analyst", "Engineer", "Software Engineer", "Developer", "Manager", "Project Manager", "Data Engineer", "Designer", "Consultant", "Editor"}
	for i, company := range companies {
		domain := strings.ToLower(company) + ".example"
		apps = append(apps, rules.Fold(fmt.Sprintf("app-%02d", i), []rules.Fact{{Key: "added", At: appliedAt, What: rules.Described{Company: company, Role: roles[i%len(roles)],
			Contacts: []rules.Contact{{Name: "Kim Lee", Address: "kim@" + domain, Part: rules.Recruiter}}}}}))
	}
	return apps
}

// TestOrdinaryMailIsNoHint holds the bar on false alarms: of a thousand mails that have
// nothing to do with an application, at most one makes somebody's drafts wait, however
// common the names of his companies are. Nothing of it belongs to an application.
func TestOrdinaryMailIsNoHint(t *testing.T) {
	const folder = "../../../shared/data/ham"
	f, err := os.Open(filepath.Join(folder, "index.jsonl"))
	if err != nil {
		t.Skip("no ordinary mail here")
	}
	defer f.Close()
	m := NewMatcher(wordy(), []string{"sam@home.example"})
	type count struct{ all, wanted, belong, near, hinted int }
	counts := map[string]*count{}
	from := map[string]int{}
	var spent time.Duration
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var one struct{ Path, Label string }
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(folder, one.Path))
		if err != nil {
			continue
		}
		if counts[one.Label] == nil {
			counts[one.Label] = &count{}
		}
		n := counts[one.Label]
		n.all++
		l := recognize.Open(mail.Read(raw))
		begin := time.Now()
		wanted, belongs, hints := m.Wants(l.Envelope), m.Belongs(l), m.Near(l)
		spent += time.Since(begin)
		if d := mail.DomainOf(l.Address()); one.Label == "ham" && !domains.Shared(d) {
			from[d]++
		}
		if len(belongs) > 0 {
			n.belong++
			t.Logf("%s: belongs to %s: %q from %s", one.Path, belongs[0].Company, l.Subject, l.Sender)
			continue
		}
		if wanted {
			n.wanted++
		}
		if len(hints) == 0 || !wanted {
			continue
		}
		n.near++
		v := l.Judge(recognize.Options{})
		if _, ok := hints[0].Fact(l, v, appliedAt); ok {
			n.hinted++
			t.Logf("%s: %s %s (%s): %q from %s", one.Path, hints[0].Application.Company, hints[0].Why, v.Kind, l.Subject, l.Sender)
		}
	}
	all := 0
	for label, n := range counts {
		t.Logf("%s: %+v", label, *n)
		all += n.all
	}
	t.Logf("%v for each", spent/time.Duration(max(all, 1)))
	top := slices.SortedFunc(maps.Keys(from), func(a, b string) int { return cmp.Or(from[b]-from[a], strings.Compare(a, b)) })
	t.Logf("most ham comes from %q", top[:min(12, len(top))])
	if n := counts["ham"]; n.hinted*1000 > n.all+999 || n.belong > 0 {
		t.Errorf("of %d ordinary mails %d are hints, %d belong to an application", n.all, n.hinted, n.belong)
	}
}
