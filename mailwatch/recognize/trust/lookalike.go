package trust

import (
	"strings"

	"golang.org/x/net/idna"
)

// glyphs maps characters to the Latin letter that they are taken for.
var glyphs = strings.NewReplacer(
	"rn", "m", "vv", "w", "cl", "d", "0", "o", "1", "l", "i", "l", "5", "s", "3", "e", "-", "", "_", "",
	"а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "ѕ", "s", "і", "l", "ј", "j", "ԁ", "d", "ո", "n", "к", "k", "м", "m", "т", "t", "н", "h", "в", "b", "г", "r",
	"α", "a", "ο", "o", "ν", "v", "ρ", "p", "ι", "l", "κ", "k", "τ", "t", "ı", "l", "ł", "l", "ø", "o", "ö", "o", "ó", "o", "ò", "o", "ô", "o", "à", "a", "á", "a", "ä", "a", "â", "a", "å", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e", "ì", "l", "í", "l", "ï", "l", "ñ", "n", "ú", "u", "ù", "u", "ü", "u", "ý", "y", "ž", "z", "š", "s", "ß", "ss",
)

// skeleton returns what a hurried reader sees in a name.
func skeleton(name string) string { return glyphs.Replace(strings.ToLower(name)) }

// unpuny shows an internationalised label as it is read.
func unpuny(label string) string {
	if !strings.HasPrefix(label, "xn--") {
		return label
	}
	if s, err := idna.Punycode.ToUnicode(label); err == nil {
		return s
	}
	return label
}

// edits counts the letters that are put in, left out, changed or swapped between
// a and b; any number over 2 is 3.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 63 || len(y) > 63 || len(x)-len(y) > 2 || len(y)-len(x) > 2 {
		return 3
	}
	var before, last []int
	now := make([]int, len(y)+1)
	for j := range now {
		now[j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, now = last, now, make([]int, len(y)+1)
		now[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
	}
	return min(now[len(y)], 3)
}
