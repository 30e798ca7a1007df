package mail

// This file knows how mail programs introduce what they quote: "On …, … wrote:".
// HTML needs it to tell a quotation from a block that is merely set in, and who
// cuts quotations needs it after that.

import (
	"regexp"
	"strings"
	"sync"
)

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
	introStart = lazy(`(?i)^\W{0,6}(?:on|at|am|le|el|op|il|em|den|d\.|w dniu|dnia|in data|vào|lúc|a|på|dne|în data|на|в|在|於|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс|\d{1,4})[\p{L}]*[\s,.:/年\-]`)
	// introDate is a date or time of day somewhere in it.
	introDate = lazy(`\d{1,4}[./\-年]\s?\d{1,2}[./\-月]\s?\d{1,4}|\d{1,2}[:.h]\d{2}|\d{1,2}\.?,? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{2,4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}`)
	// introAddress ends an introduction without a verb.
	introAddress = regexp.MustCompile(`<?[^\s<>]+@[^\s<>]+>?\)?\s*:?\s*$`)
	// gmailIntro is Gmail's where it has no language: "2016-03-03 17:21 GMT+01:00 Some One <a@b>:".
	gmailIntro = regexp.MustCompile(`^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2})?(?: GMT[+-]\d{1,2}:?\d{2})? \p{L}`)
)

// IntroLines returns how many lines, from the first, introduce a quotation; 0
// if the first line begins no introduction. Programs wrap long ones, and some
// put an empty line into them.
func IntroLines(lines []string) int {
	first := strings.TrimSpace(lines[0])
	if len(first) > 400 || !strings.ContainsAny(first, "0123456789@<") && !strings.HasSuffix(first, ":") && !strings.HasSuffix(first, "--") {
		return 0
	}
	if !endsIntro(lines) && (first[0] < '0' || first[0] > '9') {
		return 0
	}
	starts := introStart().MatchString(first)
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
		if n == 0 && starts && !introDate().MatchString(joined) && !digit(joined) {
			return 0
		}
	}
	return 0
}

// endsIntro reports whether one of the next lines ends as introductions do: a
// cheap test before the expressions.
func endsIntro(lines []string) bool {
	for _, line := range lines[:min(len(lines), 6)] {
		line = strings.TrimRight(line, " \t>*_\r")
		if strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：") || strings.HasSuffix(line, "--") {
			return true
		}
	}
	return false
}

// lazy returns an expression that is compiled when it is first used.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
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
		date := introDate().MatchString(s)
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
	return mail && digit(s) && introDate().MatchString(s) && introAddress.MatchString(end) && (starts || s[0] >= '0' && s[0] <= '9')
}
