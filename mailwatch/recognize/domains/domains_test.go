package domains

import (
	"slices"
	"strings"
	"testing"
)

func TestShared(t *testing.T) {
	for domain, want := range map[string][2]bool{ // free, tracking
		"gmail.com": {true, false}, "posteo.de": {true, false}, "qq.com": {true, false}, "mailbox.org": {true, false}, "bluewin.ch": {true, false}, "yahoo.co.jp": {true, false},
		"greenhouse.io": {false, true}, "us.greenhouse-mail.io": {false, true}, "acme.dvinci-hr.com": {false, true}, "umantis.com": {false, true}, "mail.comeet.co": {false, true},
		"csod.com": {false, true}, "zohorecruit.com": {false, true}, "adp.com": {false, true}, "zoho.com": {true, false}, "calendly.com": {false, true},
		"acme.example": {}, "notgreenhouse.io": {}, "greenhouse.io.example": {}, "com": {}, "": {}, "io": {},
	} {
		if Free(domain) != want[0] || Tracking(domain) != want[1] || Shared(domain) != (want[0] || want[1]) {
			t.Errorf("%q: free %v, tracking %v", domain, Free(domain), Tracking(domain))
		}
	}
	if got := System("x.us.greenhouse-mail.io"); got != "greenhouse-mail.io" {
		t.Errorf("system %q", got)
	}
}

// A list that is no list would cost an answer: each line is a domain, in lower case, once,
// in order, and no public suffix under which companies have domains of their own.
func TestLists(t *testing.T) {
	for name, text := range map[string]string{"free.txt": freeText, "tracking.txt": trackingText} {
		var have []string
		for line := range strings.Lines(text) {
			if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
				continue
			}
			if line != strings.ToLower(strings.TrimSpace(line)) || !strings.Contains(line, ".") || strings.ContainsAny(line, " @/") || Registrable(line) == "" {
				t.Errorf("%s: %q is no domain", name, line)
			}
			have = append(have, line)
		}
		if !slices.IsSorted(have) || len(slices.Compact(slices.Clone(have))) != len(have) {
			t.Errorf("%s is not in order, or has a line twice", name)
		}
	}
	for domain := range free {
		if Tracking(domain) {
			t.Errorf("%s is in both lists", domain)
		}
	}
}
