package recognize

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterword/rules"
)

// TestOrdinaryMail holds the bar on false alarms: of 2,000 mails that have
// nothing to do with an application, at most 2 may be taken for an outcome or
// an interview.
func TestOrdinaryMail(t *testing.T) {
	const folder = "../../../shared/data/ham"
	f, err := os.Open(filepath.Join(folder, "index.jsonl"))
	if err != nil {
		t.Skip("no ordinary mail here")
	}
	defer f.Close()
	n, wrong := 0, 0
	counts := map[rules.MessageKind]int{}
	var spent time.Duration
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var one struct{ Path, Label string }
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(folder, one.Path))
		if err != nil || one.Label != "ham" {
			continue
		}
		n++
		v := Read(raw, Options{})
		counts[v.Kind]++
		begin := time.Now()
		classify(letterOf("", v.Subject, v.Text), false)
		spent += time.Since(begin)
		switch v.Kind {
		case rules.MessageOffer, rules.MessageRejection, rules.MessageInterview:
			wrong++
			t.Logf("%s: %s (%.2f) %q %q", one.Path, v.Kind, v.Confidence, v.Subject, v.Evidence)
		}
	}
	t.Logf("%d mails, %d wrong, %v; %v for each", n, wrong, counts, spent/time.Duration(max(n, 1)))
	if wrong > 2*n/2000+1 {
		t.Errorf("%d of %d ordinary mails taken for an offer, a rejection or an interview", wrong, n)
	}
}
