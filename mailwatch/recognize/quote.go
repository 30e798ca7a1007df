package recognize

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
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

// newText returns what the sender wrote anew: whole without quotations, without
// the history of the conversation below it, without what was forwarded, and
// without signature, device line and legal footer. What was written between
// quotations is kept. If nothing new was written it is "".
//
// forwarded says that the subject calls the message a forward. Without that,
// headers at the very top are taken as a printout's, and what follows them as
// the letter.
func newText(whole string, forwarded bool) string {
	lines := unwrap(splitLines(whole))
	kinds := classifyLines(lines)
	lines, kinds = cutSignature(lines, kinds)
	lines, kinds = cutHistory(lines, kinds, forwarded)
	kept := make([]string, 0, len(lines))
	cut := false // whether something was cut out after the last line kept
	for i, line := range lines {
		switch kinds[i] {
		case lineText, lineRule:
			kept, cut = append(kept, line), false
		case lineBlank:
			if !cut || len(kept) > 0 && kept[len(kept)-1] != "" {
				kept = append(kept, "")
			}
		default:
			cut = true
		}
	}
	if contains(whole, legalWords) {
		kept = cutLegal(kept)
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}

// splitLines cuts text into lines whatever ends them. Text beyond 20,000 lines
// is not a letter.
func splitLines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	lines := strings.SplitN(s, "\n", 20001)
	return lines[:min(len(lines), 20000)]
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
		case line == historyMark:
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
		case deviceLine(line):
			kinds[i] = lineDevice
		case forwardLine(line):
			kinds[i] = lineForward
		case originalLine(line):
			kinds[i] = lineIntro
		default:
			if n := introLines(lines[i:]); n > 0 {
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
			text += len(strings.Fields(lines[i]))
		case lineDelimiter, lineRule:
			if text == 0 {
				continue
			}
			after := 0
			for j := i + 1; j < len(kinds); j++ {
				if kinds[j] == lineText {
					after += len(strings.Fields(lines[j]))
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
			if hasText || forwarded || headerAfter(kinds[i:]) && lines[i] != historyMark {
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

// wrote are the words that end the introduction of a quotation, in lower case.
var wrote = []string{"wrote", "writes", "schrieb", "geschrieben", "écrit", "ecrit", "escribió", "escribio", "escribe", "escreveu", "schreef", "geschreven", "scritto", "scrive", "napisał", "skrev", "kirjoitti", "yazdı",
	"a scris", "napsal", "írta", "đã viết", "skrifaði", "va escriure", "написа", "пишет", "пише", "写道", "寫道", "書きました", "のメール", "작성", "έγραψε", "rašė", "je napisao", "je pisal", "כתב"}

// lastWrote returns where the last of those words ends in s, which is in lower
// case; -1 if there is none.
func lastWrote(s string) int {
	end := -1
	for _, w := range wrote {
		if i := strings.LastIndex(s, w); i >= 0 {
			end = max(end, i+len(w))
		}
	}
	return end
}

var (
	// introStart is how the introduction of a quotation can begin.
	introStart = regexp.MustCompile(`(?i)^\W{0,6}(?:on|at|am|le|el|op|il|em|den|d\.|w dniu|dnia|in data|vào|lúc|a|på|dne|în data|на|в|在|於|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс|\d{1,4})[\p{L}]*[\s,.:/年\-]`)
	// introDate is a date or time of day somewhere in it.
	introDate = regexp.MustCompile(`\d{1,4}[./\-年]\s?\d{1,2}[./\-月]\s?\d{1,4}|\d{1,2}[:.h]\d{2}|\d{1,2}\.?,? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{2,4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}`)
	// introAddress ends an introduction without a verb.
	introAddress = regexp.MustCompile(`<?[^\s<>]+@[^\s<>]+>?\)?\s*:?\s*$`)
	// gmailIntro is Gmail's where it has no language: "2016-03-03 17:21 GMT+01:00 Some One <a@b>:".
	gmailIntro = regexp.MustCompile(`^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2})?(?: GMT[+-]\d{1,2}:?\d{2})? \p{L}`)
)

// introLines returns how many lines, from the first, introduce a quotation; 0
// if the first line begins no introduction. Programs wrap long ones, and some
// put an empty line into them.
func introLines(lines []string) int {
	first := strings.TrimSpace(lines[0])
	if len(first) > 400 || !strings.ContainsAny(first, "0123456789@<") && !strings.HasSuffix(first, ":") && !strings.HasSuffix(first, "--") {
		return 0
	}
	starts := introStart.MatchString(first)
	joined, blanks := "", 0
	for n := 0; n < len(lines) && n < 6; n++ {
		line := strings.TrimSpace(lines[n])
		if line == "" {
			if blanks++; blanks > 1 || !starts || n == 0 {
				return 0
			}
			continue
		}
		if n > 0 && (!starts && n > 2 || len(line) > 400) {
			return 0
		}
		joined = strings.TrimSpace(joined + " " + strings.TrimLeft(line, "> "))
		if len(joined) > 400 {
			return 0
		}
		if introduces(joined, starts) {
			return n + 1
		}
		if n == 0 && !starts && !strings.ContainsAny(joined, "<@") {
			return 0
		}
		if strings.HasSuffix(line, ".") && !strings.Contains(line, "@") && n > 0 {
			return 0 // a sentence, after all
		}
		if n == 0 && starts && !introDate.MatchString(joined) && !digit(joined) {
			return 0
		}
	}
	return 0
}

func digit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// introduces reports whether s introduces a quotation.
func introduces(s string, starts bool) bool {
	if gmailIntro.MatchString(s) && (strings.Contains(s, "GMT") || strings.Contains(s, "@")) {
		return !strings.HasSuffix(s, "<") && len(s) < 200 && (strings.Contains(s, ">") || !strings.Contains(s, "<"))
	}
	end := strings.TrimRight(s, " >*_")
	colon := strings.HasSuffix(end, ":") || strings.HasSuffix(end, "：")
	dashes := strings.HasPrefix(s, "--") && strings.HasSuffix(s, "--")
	if !colon && !dashes {
		return false
	}
	mail := strings.Contains(s, "@")
	if end := lastWrote(strings.ToLower(s)); end >= 0 {
		near := len(s)-end < 60
		date := introDate.MatchString(s)
		switch {
		case dashes, starts && date:
			return true
		case near && (mail || date):
			return true
		case near && strings.Contains(s, " via ") && len(s) < 100:
			return true
		}
	}
	// No verb, but a date and an address at the end: Yandex, mail.ru, Gmail in Russian.
	return mail && digit(s) && introDate.MatchString(s) && introAddress.MatchString(end) && (starts || s[0] >= '0' && s[0] <= '9')
}

func contains(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
