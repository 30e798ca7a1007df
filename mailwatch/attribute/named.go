package attribute

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
)

// How a name has to stand in a text for the text to mean it. It stands there as words
// of its own in any case: "box" is not in "inbox".
type spelling int

const (
	anyCase   spelling = iota // a role, and a company where its own people write
	asName                    // begun with a capital, or as it is written: "ACME" for "Acme", and not "our target" for "Target"
	asWritten                 // "Target", and nothing else
)

// A texts is what is looked at of a letter, blanks and line breaks made one space.
type texts struct {
	head  string // the name that From shows, and the subject
	whole string // and the body
}

// mostText is how much of a letter is looked at for names: whoever means one names it
// before that.
const mostText = 64 << 10

func textsOf(l recognize.Letter) texts {
	head := oneLine(l.Sender.Name) + " \n " + oneLine(l.Subject)
	return texts{head, head + " \n " + oneLine(mail.FirstBytes(l.Body, mostText))}
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}

// A place is where a name stands in a text.
type place struct {
	name       string
	start, end int
}

// sameLower lowers the letters of a text that keep their length, so that all stays in
// its place.
func sameLower(s string) string {
	return strings.Map(func(r rune) rune {
		if low := unicode.ToLower(r); utf8.RuneLen(low) == utf8.RuneLen(r) {
			return low
		}
		return r
	}, s)
}

// capital reports whether the first letter is no small one, as that of a name.
func capital(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
	}
	return true
}

// each calls f with where a text has a name as words of its own, until f says false.
func each(text, name string, f func(start, end int) bool) {
	for from := 0; name != "" && from <= len(text); {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return
		}
		start, end := from+i, from+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		from = start + 1
		if !wordRune(before) && !wordRune(after) {
			if !f(start, end) {
				return
			}
			from = end
		}
	}
}

// namedIn returns which of the names a text means. The longest wins: where "Senior
// Analyst" is one of them and stands there, that is no "Analyst".
func namedIn(text string, list []string, how spelling) map[string]bool {
	seen := text
	if how != asWritten {
		seen = sameLower(text)
	}
	var all []place
	done := make(map[string]bool, len(list))
	for _, name := range list {
		if done[name] {
			continue
		}
		done[name] = true
		sought := name
		if how != asWritten {
			sought = sameLower(name)
		}
		each(seen, sought, func(start, end int) bool {
			if found := text[start:end]; how != asName || found == name || capital(found) {
				all = append(all, place{name, start, end})
			}
			return true
		})
	}
	// In order, each place lies within one before it, or within none.
	slices.SortFunc(all, func(p, q place) int { return cmp.Or(p.start-q.start, q.end-p.end) })
	named := map[string]bool{}
	var widest place
	for _, p := range all {
		within := p.end <= widest.end && (p.start > widest.start || p.end < widest.end)
		if !within {
			named[p.name] = true
		}
		if p.end > widest.end {
			widest = p
		}
	}
	return named
}

// squashed is a name as it stands in an address: "Big Box" is bigbox.
func squashed(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// inAddress calls f with the words of an address, in lower case: any of them may be a
// company's name.
func inAddress(address string, f func(word string)) {
	start := 0
	for i := 0; i <= len(address); i++ {
		if i < len(address) && (address[i] >= utf8.RuneSelf || wordRune(rune(address[i]))) {
			continue
		}
		if i > start {
			f(address[start:i])
		}
		start = i + 1
	}
}

// called returns the names of a company: as the user writes it, and without its legal
// form, which few letters have.
func called(company string) []string {
	company = oneLine(company)
	words := strings.Fields(company)
	n := len(words)
	for n > 1 && (legalForms[strings.ToLower(strings.NewReplacer(".", "", ",", "").Replace(words[n-1]))] || words[n-1] == "&") {
		n--
	}
	switch short := strings.TrimRight(strings.Join(words[:n], " "), ","); {
	case company == "":
		return nil
	case short != company:
		return []string{company, short}
	}
	return []string{company}
}

// legalForms are written without dots.
var legalForms = map[string]bool{"gmbh": true, "mbh": true, "ag": true, "se": true, "kg": true, "kgaa": true, "ohg": true, "ug": true, "co": true, "inc": true,
	"incorporated": true, "llc": true, "llp": true, "lp": true, "ltd": true, "limited": true, "plc": true, "corp": true, "corporation": true, "bv": true, "nv": true,
	"sa": true, "sas": true, "sarl": true, "sasu": true, "sl": true, "slu": true, "srl": true, "spa": true, "ab": true, "as": true, "a/s": true, "aps": true,
	"oy": true, "oyj": true, "pty": true, "pte": true, "kk": true, "sp": true, "zoo": true, "kft": true, "ek": true, "ev": true}
