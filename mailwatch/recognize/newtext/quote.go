package newtext

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
)

// What a line of a mail is. Blank lines belong to what surrounds them.
type lineKind byte

const (
	lineText      lineKind = iota
	lineBlank              // nothing on it
	lineQuote              // begins with ">"
	lineIntro              // introduces a quotation: "On …, … wrote:", "--- Original Message ---"
	lineHeader             // a header of the message that is quoted or forwarded: "From: …"
	lineForward            // introduces a forwarded message
	lineDelimiter          // begins a signature: "-- "
	lineRule               // a line drawn across the page
	lineDevice             // "Sent from my phone"
)

// cut returns what the sender wrote anew: whole without quotations, without
// the history of the conversation below it, without what was forwarded, and
// without signature, device line and legal footer. What was written between
// quotations is kept. If nothing new was written it is "".
//
// forwarded says that the subject calls the message a forward. Without that,
// headers at the very top are taken as a printout's, and what follows them as
// the letter. signed says that signature and footer stay.
func cut(whole string, forwarded, signed bool) string {
	lines := unwrap(mail.Lines(whole))
	kinds := classifyLines(lines)
	if !signed {
		lines, kinds = cutSignature(lines, kinds)
	}
	lines, kinds = cutHistory(lines, kinds, forwarded)
	kept := make([]string, 0, len(lines))
	cut := false // whether something was cut out after the last line kept
	for i, line := range lines {
		switch kinds[i] {
		case lineText, lineRule:
			kept, cut = append(kept, line), false
		case lineDelimiter, lineDevice:
			if cut = !signed; signed {
				kept = append(kept, line)
			}
		case lineBlank:
			if !cut || len(kept) > 0 && kept[len(kept)-1] != "" {
				kept = append(kept, "")
			}
		default:
			cut = true
		}
	}
	if !signed {
		kept = cutLegal(kept)
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}

// unwrap breaks lines where a quotation is introduced in the middle of one
// (Yahoo: "bye--- On Wed, 4/4/12, … wrote:").
func unwrap(lines []string) []string {
	for i := 0; i < len(lines); i++ {
		if j := strings.Index(lines[i], "--- On "); j > 0 && lines[i][j-1] != '-' && strings.HasSuffix(strings.TrimSpace(lines[i]), ":") {
			head, tail := lines[i][:j], lines[i][j:]
			lines = append(lines[:i], append([]string{head, tail}, lines[i+1:]...)...)
			i++
		}
	}
	return lines
}

// classifyLines tells what each line is.
func classifyLines(lines []string) []lineKind {
	kinds := make([]lineKind, len(lines))
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		switch {
		case line == "":
			kinds[i] = lineBlank
		case line == mail.HistoryMark:
			kinds[i] = lineIntro
		case line[0] == '>':
			kinds[i] = lineQuote
			if strings.HasSuffix(line, "<<") {
				kinds[i] = lineText // >>> an ornament <<<
			}
		case isRule(line):
			kinds[i] = lineRule
			if line == "--" || line == "—" || line == "–" || strings.Trim(line, "_") == "" {
				kinds[i] = lineDelimiter
			}
		case strings.HasPrefix(line, "-----BEGIN PGP "):
			n := armour(lines[i:])
			for j := range n {
				kinds[i+j] = lineDevice
			}
			i += n - 1
		case barQuote(lines, i):
			kinds[i] = lineQuote
		case (i == 0 || kinds[i-1] != lineText || i+1 == len(lines) || strings.TrimSpace(lines[i+1]) == "") && deviceLine(line):
			kinds[i] = lineDevice
		case forwardLine(line):
			kinds[i] = lineForward
		case originalLine(line):
			kinds[i] = lineIntro
		default:
			if n := mail.IntroLines(lines[i:]); n > 0 {
				for j := 0; j < n; j++ {
					kinds[i+j] = lineIntro
				}
				i += n - 1
			}
		}
	}
	for i := range kinds {
		if kinds[i] == lineText {
			if n := headerBlock(lines[i:], kinds[i:]); n > 0 {
				for j := 0; j < n; j++ {
					kinds[i+j] = lineHeader
				}
			}
		}
	}
	// Ornaments with words between them, right above such headers, introduce
	// them, in whatever language.
	for i := 1; i < len(kinds); i++ {
		if kinds[i] == lineHeader && kinds[i-1] == lineText && ornate(strings.TrimSpace(lines[i-1])) {
			kinds[i-1] = lineIntro
		}
	}
	brokenQuotes(lines, kinds)
	return kinds
}

// ornate reports whether the line has a row of ornaments on both sides.
func ornate(line string) bool {
	inner := strings.Trim(line, "-_*=+~")
	return inner != "" && len(line) < 100 && (strings.HasPrefix(line, "--") && strings.HasSuffix(line, "--") || strings.HasPrefix(line, "__") && strings.HasSuffix(line, "__"))
}

// armour returns how many lines, from the first, are OpenPGP's and nobody's
// words (RFC 9580, sections 6.2 and 7).
func armour(lines []string) int {
	if strings.Contains(lines[0], "SIGNED MESSAGE") {
		n := 1
		for n < len(lines) && strings.HasPrefix(lines[n], "Hash: ") {
			n++
		}
		return n
	}
	for n, line := range lines {
		if strings.HasPrefix(line, "-----END PGP ") {
			return n + 1
		}
	}
	return 1
}

// usenetQuote is a line quoted with a bar, or with the initials of who wrote it.
var usenetQuote = regexp.MustCompile(`^\s{0,2}(?:\|(?:\s|$)|[A-Z][A-Za-z]{0,3}>(?:\s|$))`)

// barQuote reports whether the line is one of at least two that are quoted in
// the ways of Usenet. A table drawn with bars is no quotation.
func barQuote(lines []string, i int) bool {
	is := func(j int) bool {
		return j >= 0 && j < len(lines) && len(lines[j]) > 1 && usenetQuote.MatchString(lines[j]) && !strings.HasSuffix(strings.TrimSpace(lines[j]), "|")
	}
	return is(i) && (is(i-1) || is(i+1))
}

// brokenQuotes marks the tail of a quoted line that some program wrapped
// without quoting it again: a short line right between two quoted ones, after a
// long one or an open bracket.
func brokenQuotes(lines []string, kinds []lineKind) {
	for i := 1; i+1 < len(kinds); i++ {
		if kinds[i] != lineText || kinds[i-1] != lineQuote || kinds[i+1] != lineQuote {
			continue
		}
		before, line := lines[i-1], strings.TrimSpace(lines[i])
		open := strings.Count(before, "(") > strings.Count(before, ")") || strings.Count(strings.TrimLeft(before, "> "), "<") > strings.Count(strings.TrimLeft(before, "> "), ">")
		if open || utf8.RuneCountInString(before) >= 60 && len(strings.Fields(line)) <= 3 {
			kinds[i] = lineQuote
		}
	}
}

// isRule reports whether the line is nothing but a row of one or two ornaments.
func isRule(line string) bool {
	if utf8.RuneCountInString(line) < 2 && line != "—" && line != "–" {
		return false
	}
	for _, c := range line {
		if !strings.ContainsRune("-_,=+~#*ᐧ—–─━", c) && !unicode.IsSpace(c) {
			return false
		}
	}
	return true
}

// cutSignature drops what follows the signature's delimiter. A line drawn
// across the page does the same where little follows it, because automatic
// mail draws lines between its paragraphs too.
func cutSignature(lines []string, kinds []lineKind) ([]string, []lineKind) {
	text := 0 // words of new text so far
	for i, k := range kinds {
		switch k {
		case lineText:
			text += fields(lines[i])
		case lineDelimiter, lineRule:
			if text == 0 {
				continue
			}
			after := 0
			for j := i + 1; j < len(kinds); j++ {
				if kinds[j] == lineText {
					after += fields(lines[j])
				}
				if kinds[j] == lineIntro || kinds[j] == lineHeader || kinds[j] == lineForward {
					break
				}
			}
			short := utf8.RuneCountInString(strings.TrimSpace(lines[i])) <= 3
			if k == lineDelimiter && (short || after <= 3*text) || after <= 2*text {
				return lines[:i], kinds[:i]
			}
		}
	}
	return lines, kinds
}

// cutHistory drops everything from the words that introduce the history. Where
// the history is quoted line by line and text follows it, that text is an
// answer below or between the quotations, and stays.
func cutHistory(lines []string, kinds []lineKind, forwarded bool) ([]string, []lineKind) {
	hasText := false
	for i := 0; i < len(kinds); i++ {
		switch kinds[i] {
		case lineText:
			hasText = true
		case lineForward:
			if !hasText || !quotedAfter(kinds[i:]) {
				return lines[:i], kinds[:i]
			}
		case lineHeader:
			if hasText && !quotedAfter(kinds[i:]) || forwarded {
				return lines[:i], kinds[:i]
			}
		case lineIntro:
			if quotedAfter(kinds[i:]) {
				continue
			}
			if hasText || forwarded || headerAfter(kinds[i:]) && lines[i] != mail.HistoryMark {
				return lines[:i], kinds[:i]
			}
		}
	}
	return lines, kinds
}

// quotedAfter reports whether what follows the introduction is quoted line by line.
func quotedAfter(kinds []lineKind) bool {
	for _, k := range kinds {
		switch k {
		case lineQuote:
			return true
		case lineIntro, lineBlank:
		default:
			return false
		}
	}
	return false
}

// headerAfter reports whether what follows the introduction is a block of headers.
func headerAfter(kinds []lineKind) bool {
	for _, k := range kinds {
		switch k {
		case lineHeader, lineForward:
			return true
		case lineIntro, lineBlank:
		default:
			return false
		}
	}
	return false
}
