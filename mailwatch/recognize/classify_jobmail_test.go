package recognize

import (
	"bufio"
	"encoding/json"
	"mime"
	"os"
	"slices"
	"strings"
	"testing"

	"afterword/rules"
)

// jobmail is the folder of other people's mail, where it exists. It is for
// measuring: nothing of it may be copied.
const jobmail = "../../../shared/data/jobmail/dev.jsonl"

type labelled struct {
	ID, Source, Lang, From, Subject, Body string
	Kind                                  rules.MessageKind
	Acceptable                            []rules.MessageKind `json:"acceptable_kinds"`
	Cluster                               int
}

func readLabelled(t *testing.T) []labelled {
	f, err := os.Open(jobmail)
	if err != nil {
		t.Skip("no labelled mail here")
	}
	defer f.Close()
	var all []labelled
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// raw is the mail as a message: what is known of it, and nothing else.
func (l labelled) raw() []byte {
	var b strings.Builder
	if l.From != "" {
		b.WriteString("From: " + l.From + "\r\n")
	}
	if l.Subject != "" {
		b.WriteString("Subject: " + mime.QEncoding.Encode("utf-8", l.Subject) + "\r\n")
	}
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + l.Body)
	return []byte(b.String())
}

// A score counts right and wrong answers for one kind.
type score struct{ right, wrong, missed int }

func (s score) f1() float64 {
	return 2 * float64(s.right) / max(1, float64(2*s.right+s.wrong+s.missed))
}

// TestJobmail holds the bars on other people's mail. The clusters with even
// numbers were looked at when phrases were written, the odd ones were not.
func TestJobmail(t *testing.T) {
	all := readLabelled(t)
	whole := map[rules.MessageKind]*score{rules.MessageRejection: {}, rules.MessageAcknowledgement: {}}
	for half, name := range []string{"seen", "unseen"} {
		confused := map[[2]rules.MessageKind]int{}
		scores := map[rules.MessageKind]*score{}
		for _, k := range rules.MessageKinds {
			scores[k] = &score{}
		}
		for _, l := range all {
			if l.Cluster%2 != half {
				continue
			}
			v := Read(l.raw(), Options{})
			kind, confidence, evidence := v.Kind, v.Confidence, v.Evidence
			switch {
			case kind == l.Kind:
				scores[kind].right++
			case slices.Contains(l.Acceptable, kind):
				scores[l.Kind].right++
			default:
				confused[[2]rules.MessageKind{l.Kind, kind}]++
				scores[kind].wrong++
				scores[l.Kind].missed++
				if half == 0 {
					t.Logf("%s: %s, not %s (%.2f): %q", l.ID, l.Kind, kind, confidence, evidence)
				}
			}
		}
		t.Logf("%s: confused %v", name, confused)
		for _, k := range rules.MessageKinds {
			if w := whole[k]; w != nil {
				w.right, w.wrong, w.missed = w.right+scores[k].right, w.wrong+scores[k].wrong, w.missed+scores[k].missed
			}
			if s := scores[k]; s.right+s.wrong+s.missed > 0 {
				t.Logf("%s: %-16s F1 %.3f, right %d, wrong %d, missed %d", name, k, s.f1(), s.right, s.wrong, s.missed)
			}
		}
	}
	for kind, bar := range map[rules.MessageKind]float64{rules.MessageRejection: 0.97, rules.MessageAcknowledgement: 0.93} {
		if f := whole[kind].f1(); f < bar {
			t.Errorf("%s: F1 %.3f is below %v", kind, f, bar)
		}
	}
}
