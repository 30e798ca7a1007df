package find_test

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"afterword/mailwatch/recognize/find"

	"pgregory.net/rapid"
)

// expressions draws an expression of the kinds of pieces that ours have.
func expressions(t *rapid.T, depth int) string {
	leaf := rapid.SampledFrom([]string{"a", "ab", "b", "k", "s", "é", "ß", "-", " ", "ba ", "Ab", `\b`, `\w*`, `\w+`, `\b\w*a`, `a\w*\b`, ".", ".*?", "[ab]", "[^a]", `\pL`, `\d`, "^", "$", "(?i:as)", "(?i:é)", "_", `\B`, "(?m:^a)", "1", "a{2}", ".{0,3}", "(?:ab){1,2}", "(?i:[ks])", "[-a]", "[a-b]", "a{0,2}", `\.`, "b{", "(?i)", "(?-i:A)", "(?i:\\w*)a", "[[:alpha:]]", "(?s:.)", "b*?", "a??", "ſ"})
	if depth == 0 {
		return leaf.Draw(t, "leaf")
	}
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		return leaf.Draw(t, "leaf")
	case 1:
		return expressions(t, depth-1) + expressions(t, depth-1)
	case 2:
		return `\b(?:` + expressions(t, depth-1) + "|" + expressions(t, depth-1) + `)\b`
	case 3:
		return "(" + expressions(t, depth-1) + "|" + expressions(t, depth-1) + ")"
	case 4:
		return "(?:" + expressions(t, depth-1) + ")" + rapid.SampledFrom([]string{"?", "+", "*", "??"}).Draw(t, "times")
	}
	row := []string{expressions(t, depth-1), expressions(t, depth-1), expressions(t, depth-1)}
	if rapid.Bool().Draw(t, "one of them") {
		return strings.Join(row, "|")
	}
	return strings.Join(row, "")
}

// What an expression finds is what the expression by itself does, whatever it is and
// whatever stands in the text.
func TestExprIsTheExpression(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		expr := rapid.SampledFrom([]string{"", "", "(?i)"}).Draw(t, "flags") + expressions(t, 3)
		plain, err := regexp.Compile(expr)
		if err != nil {
			t.Skip("no expression")
		}
		quick := find.Lazy(expr)()
		for range 12 {
			s := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "A", "B", "k", "s", "K", "ſ", "\u212a", "é", "É", "ß", "-", " ", "\n", "_", "1", "ab", "ba ", "\xc3", "\xff", "\x00", "\x01", "x"}), 0, 8).Draw(t, "text"), "")
			same(t, expr, s, quick.MatchString(s), plain.MatchString(s))
			same(t, expr, s, quick.FindString(s), plain.FindString(s))
			same(t, expr, s, quick.FindStringIndex(s), plain.FindStringIndex(s))
			same(t, expr, s, quick.FindStringSubmatch(s), plain.FindStringSubmatch(s))
			same(t, expr, s, quick.FindStringSubmatchIndex(s), plain.FindStringSubmatchIndex(s))
			same(t, expr, s, quick.FindAllString(s, -1), plain.FindAllString(s, -1))
			same(t, expr, s, quick.FindAllStringIndex(s, -1), plain.FindAllStringIndex(s, -1))
			same(t, expr, s, quick.FindAllStringSubmatch(s, -1), plain.FindAllStringSubmatch(s, -1))
			same(t, expr, s, quick.ReplaceAllString(s, "<$0>"), plain.ReplaceAllString(s, "<$0>"))
		}
	})
}

func same(t *rapid.T, expr, s string, got, want any) {
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%q in %q: got %s, the expression by itself finds %s", expr, s, fmt.Sprintf("%q", got), fmt.Sprintf("%q", want))
	}
}
