package person

import "strings"

// together reads a part that names several people: "Ana & Luis", "Kim Osei and Dana
// Wu", "Herr und Frau Kern". It reports false where it names one; a Name without Full is
// of a firm ("Bang & Olufsen").
func (a About) together(part string) (Name, bool) {
	pieces := notAlone().Split(part, -1)
	if len(pieces) == 1 {
		return a.listed(part)
	}
	titles, rest := cutTitles(strings.Fields(pieces[0]), a.Language)
	if len(pieces) == 2 && len(rest) <= 1 {
		// "Mr. and Mrs. Cole": the first word alone is no title for cutTitles.
		alone := len(rest) == 1 && len(titles.titles) == 0 && classOf(rest[0], a.Language) != noTitle
		second, _ := cutTitles(strings.Fields(pieces[1]), a.Language)
		if (alone || len(rest) == 0) && len(second.titles) > 0 {
			return Name{Full: part, Called: part}, true
		}
	}
	var people []string
	known := 0
	words := 0
	for _, piece := range pieces {
		if strings.Contains(piece, ",") {
			// "Ana, Luis and Kim"
			for sub := range strings.SplitSeq(piece, ",") {
				people = append(people, strings.TrimSpace(sub))
			}
			continue
		}
		people = append(people, piece)
	}
	for _, p := range people {
		h, rest := cutTitles(strings.Fields(p), a.Language)
		if !a.isName(rest, len(h.titles) > 0) || strings.HasSuffix(p, ",") {
			if spanishSurname(pieces) {
				return Name{}, false
			}
			return Name{}, true
		}
		words += len(rest)
		if isGiven(rest[0]) || len(h.titles) > 0 {
			known++
		}
	}
	switch {
	case known == len(people), known > 0 && words > len(people):
		if len(strings.Fields(people[len(people)-1])) == 1 && !isGiven(people[len(people)-1]) {
			return Name{}, false // "José Ortega y Gasset"
		}
		return Name{Full: part, People: people}, true
	case spanishSurname(pieces):
		return Name{}, false
	case words >= 2*len(people) && known > 0:
		return Name{Full: part, People: people}, true
	}
	return Name{}, true
}

// spanishSurname reports whether "y" joins two surnames of one.
func spanishSurname(pieces []string) bool {
	return len(pieces) == 2 && len(strings.Fields(pieces[0])) > 1 && len(strings.Fields(pieces[1])) == 1
}

// listed reads people who are listed without a word between the last two: "Kim Osei,
// Dana Wu".
func (a About) listed(part string) (Name, bool) {
	pieces := strings.Split(part, ",")
	if len(pieces) < 2 || len(pieces) > 4 {
		return Name{}, false
	}
	for i, p := range pieces {
		pieces[i] = strings.TrimSpace(p)
		words := strings.Fields(p)
		if len(words) < 2 || !isGiven(words[0]) || !a.isName(words, false) {
			return Name{}, false
		}
	}
	return Name{Full: part, People: pieces}, true
}
