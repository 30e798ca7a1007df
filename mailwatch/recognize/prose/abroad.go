package prose

import (
	"slices"
	"strings"

	"afterword/mailwatch/recognize/find"
)

// forReader stands beside a time in brackets that is the reader's own: "10 h, heure de
// l'Est (16 h pour vous)".
var forReader = find.Lazy(`\b(?:para (?:ti|usted|vos)|pour (?:vous|toi)|chez (?:vous|toi)|for you|fur (?:sie|dich)|bei (?:ihnen|dir)|voor (?:jou|u)|bij (?:jou|u)|your (?:local )?time|(?:ihrer|deiner) zeit|(?:tu|su) hora|(?:jouw|uw) tijd)\b`)

// inCity stands beside one that is a city's: "(16 h à Berlin)".
var inCity = find.Lazy(`\b(?:in|a|en|te|at) ([a-z]+)\b`)

// whose reads whose time stands in brackets.
func whose(inside string) zone {
	if m := inCity().FindStringSubmatch(inside); m != nil && capitals[m[1]] != "" {
		return place(capitals[m[1]])
	}
	return zone{mine: forReader().MatchString(inside)}
}

// translated drops of two times of one moment, the second in brackets, the one whose
// place nobody knows.
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
		theirs := whose(plain(inside))
		if !closed || !theirs.known() {
			continue
		}
		if !a.zone.known() {
			b.dayStart, b.start, b.sentence, b.zone = a.dayStart, a.start, a.sentence, theirs
			if b.to < 0 && a.to >= 0 {
				b.to = b.from + a.to - a.from
			}
			all[i-1] = b
		}
		all = slices.Delete(all, i, i+1)
		i--
	}
	return all
}
