package recognize

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What somebody else said is found by hand, for an expression of it takes longer than all
// the rest. It is the same.
func TestRepeatedAsTheExpression(t *testing.T) {
	expr := regexp.MustCompile(`(?i)((?::|\b(?:wrote|said|says|told me|told us|schrieben|schrieb|sagten|sagte|meinten|écrit|dit|répondu|dijeron|escribieron|escribió|dijo|contestaron|schreven|schreef|zeiden|zei),?)\s+)(?:"[^"\n]{20,400}"|“[^”\n]{20,400}”|„[^“”\n]{20,400}[“”]|«[^»\n]{20,400}»)`)
	pieces := []string{`"`, "“", "”", "„", "«", "»", ":", " ", "\n", "said", "SAID,", "told me", "dit", "écrit", "a", "é", "\xc3", "zei", "nineteen letters he", "a sentence of many more words", strings.Repeat("x", 199), strings.Repeat("é", 200), ": \"", "said “", "\t"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "text"), "")
		if got, want := withoutRepeated(s), expr.ReplaceAllString(s, "$1…"); got != want {
			t.Fatalf("%q becomes %q, by the expression %q", s, got, want)
		}
	})
}
