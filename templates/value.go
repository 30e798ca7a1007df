package templates

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How many characters of a value a letter takes. Longer ones are nobody's, and cost in
// all that is done with them.
const (
	longestName = 100 // of a person, a company, a team
	longestRole = 300
	longestNote = 300
	mostNotes   = 50
	mostPeople  = 50
	mostMet     = 2 // are named; a list of more would be no sentence for a short letter
)

// Line returns the first characters of a value on one line: no control characters, no
// marks that turn the direction of what follows (Unicode Annex 9, section 2), no runs
// of space.
func Line(s string, longest int) string {
	s = cut(s, 4*longest) // so that what is cleaned is short
	return strings.TrimSpace(cut(clean(s), longest))
}

// cut returns the first n characters of s, up to the last space among them where the
// end of a word would be lost.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n--; n >= 0 {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(s[i:]); !unicode.IsSpace(next) {
			if space := strings.LastIndexByte(s[:i], ' '); space > i/2 {
				i = space
			}
		}
		return s[:i]
	}
	return s
}

// clean makes a value safe to stand in a line: no control characters, no runs of
// space.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u061c' || r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// mergeField matches what a program of the other side forgot to fill in, and brackets
// with nothing in them.
var mergeField = lazy(`\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{\{|\}\}|<no value>|<nil>|%!\w\([^()]*\)|\(\s*\)|\[\s*\]|\{\s*\}|<\s*>`)

// standIn matches a value that says only that it is not known, "N/A" or "[Role]".
var standIn = lazy(`^[^\pL\pN]*(?:(?i:n/a|n\.a\.|tbd|tba|tbc|undefined|unknown|lorem ipsum)|TODO|FIXME|[xX]{3,})[^\pL\pN]*$|^\[[^\[\]]*\]$|^<[^<>]*>$|^\{[^{}]*\}$`)

// hasWord reports whether there is a letter or a digit in a value.
func hasWord(s string) bool { return strings.IndexFunc(s, isWordRune) >= 0 }

// known returns a value as a letter can name it: its first line, and "" where nothing is
// left but a mark that it is not known.
func known(s string, longest int) string {
	s = strings.TrimSpace(s)
	if end := strings.IndexAny(s, "\r\n\v\f\u0085\u2028\u2029"); end >= 0 {
		s = s[:end] // no name, role or company has two
	}
	s = Line(s, longest)
	if strings.ContainsAny(s, "{}<>()[]%") {
		s = clean(mergeField().ReplaceAllString(s, " "))
	}
	if !hasWord(s) || standIn().MatchString(s) {
		return ""
	}
	return s
}

// Name returns the name of a person as a letter can use it: on one line, no longer
// than a name is, and "" where it is none ("N/A", "???").
func Name(s string) string { return known(s, longestName) }

// suffix of a job advertisement: "(m/w/d)", "(H/F)", "(all genders)".
var genders = regexp.MustCompile(`(?i)\s*\(\s*(?:all genders?|gn|[mwfdxhiv](?:\s*[/|*]\s*[mwfdxhivn])+|[mwfdxhv]{3})\s*\)|\s+(?:[mwfd](?:/[mwfdx]){2}|[hf]/[hf])$`)

// reference numbers, as an advertisement puts them after the role: "Ref. 2026/118-B".
var reference = regexp.MustCompile(`(?i)[\s,;–-]*\(?\b(?:ref|réf|job|req|requisition|kennziffer|stellennummer)\b\.?\s*(?:nr|no|id)?[.:#\s]*[\w/-]*\d[\w/-]*\)?$`)

// terms of employment, as an advertisement puts them after the role: "(Remote)",
// "– Vollzeit", "80-100 %".
const term = `remote|hybrid|on-?site|full[- ]?time|part[- ]?time|permanent|fixed[- ]term|temporary|vollzeit|teilzeit|(?:un)?befristet|home ?office|` +
	`cdi|cdd|télétravail|temps (?:plein|partiel)|jornada completa|media jornada|indefinido|remoto|híbrido|thuiswerk|\d+(?:\s?[-–]\s?\d+)?\s?(?:%|uur|h\b)`

var terms = lazy(`(?i)(?:\s*[(\[][^)\]]*(?:` + term + `)[^)\]]*[)\]]|[\s,]+[-–|]?\s*(?:(?:in|im|en|à) )?(?:` + term + `))+$`)

// Role returns a role as letters name it: without "(m/w/d)", terms, reference number
// and runs of space, which an advertisement needs and a letter does not. It is "" where
// the role is not known ("TBD").
func Role(role string) string {
	whole := known(role, longestRole)
	short := whole
	for before := ""; short != before; {
		before = short
		for _, extra := range []*regexp.Regexp{reference, genders, terms()} {
			short = clean(extra.ReplaceAllString(short, ""))
		}
	}
	if !hasWord(short) {
		return whole
	}
	return short
}
