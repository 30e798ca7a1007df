package person

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// About is what is known of where a display name stands.
type About struct {
	Company  string // the firm, which is nobody's name
	Address  string // addr-spec, whose domain or local part may be the name
	Language string // of the letter (ISO 639-1): "mr." is a lawyer in Dutch
}

// A Name is what a display name says of how its owner is called, spelled as he spells it.
type Name struct {
	Full   string   // without titles and what stands around it; "" where it is nobody's
	Titles []string // that a salutation keeps, before the family name
	Given  string   // "" where it is not surely known which it is
	Family string   // with its particles; the same
	// Called is how he is called where a title wants more or less than the family name:
	// "Sir Alan", "Lord Hart", "Maître", "Mr. and Mrs. Cole".
	Called string
	People []string // two or more people who share the display name, as they stand
}

// longest is how much of a display name is read, in characters.
const longest = 200

// Read reads a display name.
func Read(display string, about About) Name {
	if utf8.RuneCountInString(display) > longest {
		display = string([]rune(display)[:longest])
	}
	s := plain(display)
	if strings.Contains(s, "@") && !strings.ContainsRune(s, ' ') || !hasLetter(s) {
		return Name{}
	}
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") && !strings.Contains(inner, "(") {
		s = strings.TrimSuffix(inner, ")")
	}
	spoken, parts := segments(s)
	n := about.choose(parts)
	if spoken != "" && n.Full != "" && n.Called == "" {
		n.Given = spoken
		if n.Family != "" {
			n.Full = spoken + " " + n.Family
		}
	}
	return n
}

// choose reads the part of a display name that is somebody's.
func (a About) choose(parts []string) Name {
	var found []Name
	var sure []bool
	for _, part := range parts {
		for _, piece := range a.slashed(part) {
			if n, ok := a.person(piece); ok {
				found = append(found, n)
				sure = append(sure, len(n.People) > 0 || len(n.Titles) > 0 || n.Called != "" || isGiven(firstWord(n.Full)))
			}
		}
	}
	best := -1
	for i := range found {
		switch {
		case best < 0, sure[i] && !sure[best]:
			best = i
		case !sure[i] && !sure[best] && len(strings.Fields(found[best].Full)) == 1 && len(strings.Fields(found[i].Full)) > 1:
			return Name{} // "Northwind | Ngozi Okafor": which is the firm?
		}
	}
	if best < 0 {
		return Name{}
	}
	return found[best]
}

// slashed parts "Ana/Luis" and "Robin Hale/Acme".
func (a About) slashed(part string) []string {
	if pieces := slash().Split(part, -1); len(pieces) > 1 && classOf(firstWord(part), a.Language) == noTitle {
		if len(pieces) == 2 && isGiven(pieces[0]) && isGiven(pieces[1]) {
			return []string{pieces[0] + " & " + pieces[1]}
		}
		return pieces
	}
	return []string{part}
}

// person reads one part of a display name; false where it is nobody's name.
func (a About) person(part string) (Name, bool) {
	part = strings.Trim(part, " ,;:-–—|/")
	if a.isFirm(part) {
		return Name{}, false
	}
	if n, ok := a.together(part); ok {
		return n, len(n.Full) > 0
	}
	titles, words, family := a.turned(part)
	words = a.cutPost(words)
	if len(words) > 1 || len(titles.titles) > 0 {
		words = cutCredentials(words)
	}
	if !a.isName(words, len(titles.titles) > 0) {
		return Name{}, false
	}
	words = spelled(inLatin(words))
	s := splitWords(words, a.Language)
	if n := len(words) - family; family > 0 && n > 0 && latin(part) {
		for n > 1 && particles[words[n-1]] {
			n-- // "Berg, Jan van den"
		}
		s = split{given: givenOf(words[:n]), family: lowered(strings.Join(words[n:], " "))}
		if n == len(words)-family && n == 2 && !isInitial(words[0]) && !isInitial(words[1]) {
			s.given = strings.Join(words[:n], " ")
		}
	}
	n := Name{Full: strings.Join(words, " "), Titles: titles.kept(), Given: s.given, Family: s.family}
	if len(words) == 1 && len(titles.titles) > 0 {
		n.Given, n.Family = "", words[0]
	}
	if given := s.given; given != "" && s.family != "" && len(strings.Fields(n.Full)) > 1 && !strings.HasPrefix(n.Full, given) {
		n.Full = given + " " + s.family // "OSEI Kim"
	} else if s.family != "" && given != "" && caps(words) {
		n.Full = strings.TrimSpace(given + " " + s.family)
	}
	n.call(titles, words)
	return n, true
}

// inLatin leaves out what somebody adds to his name in his own script: "Dana Wu 吴丹娜".
func inLatin(words []string) []string {
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !latin(w) })
	if len(kept) == 0 {
		return words
	}
	return kept
}

// caps reports whether some word is in capitals.
func caps(words []string) bool {
	for _, w := range words {
		if allCaps(w) && !isInitial(w) {
			return true
		}
	}
	return false
}

// call sets how he is called whose title wants it.
func (n *Name) call(h head, words []string) {
	switch {
	case h.has(advocate):
		n.Called, n.Titles = "Maître", nil
	case h.has(whole):
		n.Called, n.Titles = strings.Join(append(append([]string{}, h.titles...), words...), " "), nil
	case h.has(knight) && !h.has(man) && !h.has(woman):
		for i, c := range h.classes {
			if c != knight {
				continue
			}
			called := n.Full
			if n.Given != "" && !strings.Contains(h.titles[i], ".") {
				called = n.Given
			} else if len(words) == 1 {
				called = words[0]
			}
			n.Called, n.Titles = h.titles[i]+" "+called, nil
			return
		}
	}
}

// turned reads the titles and the words of a name, in the order in which it is said:
// "Müller, Dr. Petra" is turned, and its last words, as many as family says, are the
// family name. What a comma parts from a name else is left out.
func (a About) turned(part string) (h head, words []string, family int) {
	part = cutCommas(part)
	before, after, comma := strings.Cut(part, ",")
	h, words = cutTitles(strings.Fields(before), a.Language)
	if !comma || len(words) == 0 {
		return h, words, 0
	}
	rest, _, _ := strings.Cut(after, ",")
	further, given := cutTitles(strings.Fields(rest), a.Language)
	if len(given) == 1 && len(further.titles) == 0 {
		if c := classOf(given[0], a.Language); c != noTitle {
			further, given = head{titles: given, classes: []class{c}}, nil // "Ruiz, Dra."
		}
	}
	turned := len(words) == 1 || particles[strings.ToLower(words[0])] || allCapsWords(words) ||
		len(given) > 0 && isGiven(given[0]) && !isGiven(words[0])
	switch {
	case len(given) == 0 && len(further.titles) == 0, len(given) > 4, a.isFirm(rest), len(given) > 0 && a.isPost(given[0]):
		return h, words, 0
	case turned && len(words) == 1 && len(further.titles) == 0 && isGiven(words[0]) && !allCaps(words[0]) && len(given) > 0 && !isGiven(given[0]) && !isInitial(given[0]):
		return h, nil, 0 // "Emily, Northwind"
	case turned:
		h.titles, h.classes = append(h.titles, further.titles...), append(h.classes, further.classes...)
		return h, append(cutCredentials(a.cutPost(given)), words...), len(words)
	case len(given) > 0 && len(given) < 3 && len(words) < 4 && !isGiven(words[0]) && endsLikeFamily(words[0]):
		return h, nil, 0 // which of them is the given name?
	}
	return h, words, 0
}

func allCapsWords(words []string) bool {
	for _, w := range words {
		if !allCaps(w) {
			return false
		}
	}
	return len(words) > 0
}

// cutPost takes a post or an office off the end: "Robin Hale Recruiting", "Kim HR".
func (a About) cutPost(words []string) []string {
	for i, w := range words {
		if i > 0 && a.isPost(w) && isGiven(words[0]) && !a.isFirm(strings.Join(words[:i], " ")) && !(i == len(words)-1 && i == 1 && startsUpper(w) && weak[fold(w)]) {
			return words[:i]
		}
	}
	return words
}

// weak are words of offices that are family names as well.
var weak = wordSet(`jobs service people info press sales bureau cabinet major head hub unit desk case lever ashby page banks abteil dean parsons bishop judge reader partner`)

func (a About) isPost(word string) bool {
	if roles().has(word) || nobody().has(word) {
		return true
	}
	for part := range strings.SplitSeq(word, "-") { // "HR-afdeling"
		if !weak[fold(part)] && nobody().has(part) && len(part) < len(word) {
			return true
		}
	}
	return false
}

// isName reports whether words can be somebody's name.
func (a About) isName(words []string, titled bool) bool {
	if len(words) == 0 || len(words) > 7 {
		return false
	}
	capital := false
	for i, w := range words {
		if !hasLetter(w) || strings.ContainsAny(w, "0123456789@{}<>[]()%$€!?&+") {
			return false
		}
		if a.isPost(w) && !(i > 0 && i == len(words)-1 && (isGiven(words[0]) || titled) && weak[fold(w)]) {
			return false
		}
		if isFirm(w) && !(i == len(words)-1 && (isGiven(words[0]) || titled) && !allCaps(w) && utf8.RuneCountInString(w) > 3) && !(titled || isGiven(w) || utf8.RuneCountInString(w) <= 2 && i > 0) {
			return false
		}
		capital = capital || startsUpper(w)
	}
	joined := strings.Join(words, " ")
	if len(words) == 1 {
		return a.isAlone(words[0], titled)
	}
	return !a.isFirm(joined) && (capital || !latin(joined) || lowerName(words))
}

// lowerName reports whether words in small letters are surely a name.
func lowerName(words []string) bool {
	return len(words) < 6 && !strings.ContainsAny(strings.Join(words, ""), ".:/")
}

// isAlone reports whether a single word is somebody's name.
func (a About) isAlone(word string, titled bool) bool {
	switch {
	case titled || isGiven(word):
		return true
	case startsLower(word), strings.ContainsAny(word, ".:/"), utf8.RuneCountInString(word) < 2, a.isOffice():
		return false
	}
	folded := strings.ReplaceAll(fold(word), "-", "")
	_, domain, _ := strings.Cut(strings.ToLower(a.Address), "@")
	for label := range strings.SplitSeq(domain, ".") {
		if label = strings.ReplaceAll(label, "-", ""); len(folded) > 2 && label == folded {
			return false // the firm's name
		}
	}
	return !allCaps(word) || !latin(word) || utf8.RuneCountInString(word) > 4
}

// spelled gives a name that is all in capitals or all in small letters those of a name.
func spelled(words []string) []string {
	upper, lower := true, true
	for _, w := range words {
		upper, lower = upper && (allCaps(w) || isInitial(w)), lower && w == strings.ToLower(w)
	}
	if !upper && !lower || len(words) == 1 && isInitial(words[0]) || !latin(strings.Join(words, " ")) {
		return words
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if isInitial(w) && !familyFirst().has(w) && !isGiven(w) {
			out[i] = strings.ToUpper(w)
		} else if i == 0 || !(lower && particles[w]) {
			out[i] = lowered(w)
		}
	}
	return out
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
