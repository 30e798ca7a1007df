package phrases

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortLine is the length in bytes below which a line was ended by its writer, unless
// it shows that it was wrapped.
const shortLine = 45

// goesOn reports whether the sentence goes on after the line break at offset end of a
// line that begins at start. A long line was wrapped by a program, if anything but an
// item of a list follows. A short one was wrapped, at a narrow width, if the next begins
// with a small letter, or if its first word had no room in a paragraph that is wrapped so.
func goesOn(s string, start, end int) bool {
	next := end + 1
	for next < len(s) && (s[next] == ' ' || s[next] == '\t' || s[next] == '\r') {
		next++
	}
	if next >= len(s) || strings.IndexByte("-*>#=_+", s[next]) >= 0 || strings.HasPrefix(s[next:], "•") {
		return false
	}
	line := strings.TrimSpace(s[start:end])
	if line == "" {
		return true // the line before it has decided
	}
	if s[next] == '\n' {
		return doubled(s, line, next)
	}
	if end-start >= shortLine && !strings.HasSuffix(line, ":") {
		return true
	}
	if !openEnd(line) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[next:])
	return unicode.IsLower(r) || !strings.Contains(line, ": ") && cramped(s, start, line, firstWord(s[next:]))
}

// doubled reports whether the empty line at i stands within a sentence: some programs
// put one after each.
func doubled(s, line string, i int) bool {
	for i++; i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '\r'); {
		i++
	}
	if i >= len(s) || line == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(last) && unicode.IsLower(r) && len(strings.Fields(line)) > 2
}

// openEnd reports whether a line may be cut in the middle of a sentence: it ends in a
// word or a comma, and is no greeting.
func openEnd(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	if last == ',' {
		first := strings.ToLower(firstWord(line))
		return !greetings[first] || len(strings.Fields(line)) > mostGreeting
	}
	return unicode.IsLetter(last) || unicode.IsDigit(last)
}

// cramped reports whether word had no room on the line that begins at start: lines of
// its paragraph are no longer than the two together, and one of them goes on with a
// small letter.
func cramped(s string, start int, line, word string) bool {
	room := utf8.RuneCountInString(line) + utf8.RuneCountInString(word)
	lower, n := false, 0
	for i := paragraphStart(s, start); i < len(s) && n < maxWrapped; n++ {
		end := lineEnd(s, i)
		l := strings.TrimSpace(s[i:end])
		if l == "" {
			break
		}
		if utf8.RuneCountInString(l) > room {
			return false
		}
		r, _ := utf8.DecodeRuneInString(l)
		lower = lower || n > 0 && unicode.IsLower(r)
		i = end + 1
	}
	return lower && n > 2
}

// maxWrapped bounds how many lines of a paragraph are looked at.
const maxWrapped = 20

// paragraphStart returns where the paragraph of the line at start begins, not farther
// away than lines that are looked at can reach.
func paragraphStart(s string, start int) int {
	for back := 0; start > 0 && back < maxWrapped/2; back++ {
		before := strings.LastIndexByte(s[:start-1], '\n') + 1
		if strings.TrimSpace(s[before:start-1]) == "" {
			break
		}
		start = before
	}
	return start
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \t\r\n"); i >= 0 {
		s = s[:i]
	}
	return s
}

// mostGreeting is how many words a greeting has: "Sehr geehrte Frau Dr. Winter,".
const mostGreeting = 5

// greetings are the words with which a letter begins, before its reader's name.
var greetings = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("dear hi hello hey good hiya hallo guten sehr liebe lieber moin servus grüß gruess bonjour bonsoir cher chère chere madame monsieur salut hola estimado estimada querido querida buenos buenas apreciado apreciada beste geachte hoi dag goedemorgen goedemiddag goedendag lieve") {
		m[w] = true
	}
	return m
}()
