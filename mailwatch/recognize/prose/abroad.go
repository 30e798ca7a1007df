package prose

import (
	"slices"
	"strings"

	"afterword/mailwatch/recognize/find"
)

// abroad stands beside a time in brackets that says once more, for the reader or another
// place, when it is: "10 h, heure de l'Est (16 h à Berlin)".
var abroad = find.Lazy(`\b(?:para (?:ti|usted|vos)|pour (?:vous|toi)|chez (?:vous|toi)|for you|fur (?:sie|dich)|bei (?:ihnen|dir)|voor (?:jou|u)|bij (?:jou|u)|(?:your|local) time|(?:a|in|en|te) \pL+|\pL+ time|\pL+(?:er)? zeit)\b`)

// translated drops of two times of one moment, the second in brackets, the one whose
// place nobody knows. A time in the reader's own zone is never doubted.
func (r *reader) translated(all []slot) []slot {
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.day != b.day || a.from == b.from || (b.from-a.from)%30 != 0 || b.start-a.end > 100 || b.start < a.end {
			continue
		}
		between := r.text[a.end:b.start]
		open := strings.LastIndexByte(between, '(')
		if open < 0 || strings.ContainsAny(between[open:], ")\n") {
			continue
		}
		inside, _, closed := strings.Cut(r.text[a.end+open:min(len(r.text), b.end+80)], ")")
		if !closed || !abroad().MatchString(plain(inside)) {
			continue
		}
		if !a.zone.known() {
			b.dayStart, b.start, b.sentence = a.dayStart, a.start, a.sentence
			if b.to < 0 && a.to >= 0 {
				b.to = b.from + a.to - a.from
			}
			if !b.zone.known() {
				b.zone = zone{mine: true}
			}
			all[i-1] = b
		}
		all = slices.Delete(all, i, i+1)
		i--
	}
	return all
}
