package config

import (
	"fmt"
	"strings"
)

// A Problem is one mistake in the file.
type Problem struct {
	File string
	Line int    // from 1; 0 where no line is at fault
	Key  string // dotted; "" for the file as a whole
	Text string // what is wrong, and what to write instead
	// Excerpt shows the line with what is wrong underlined, on lines of its own.
	// Values that may be secret are cut off. "" where there is nothing to show.
	Excerpt string
}

// Error returns the problem on one line.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	if p.Key != "" {
		b.WriteString(": " + p.Key)
	}
	return b.String() + ": " + p.Text
}

// Problems are all mistakes that were found, in order of their lines.
type Problems []Problem

// Error returns the problems, each on a line of its own.
func (p Problems) Error() string {
	texts := make([]string, len(p))
	for i := range p {
		texts[i] = p[i].Error()
	}
	return strings.Join(texts, "\n")
}

// Detail returns the problems with the lines they are in.
func (p Problems) Detail() string {
	var b strings.Builder
	for _, q := range p {
		b.WriteString(q.Error() + "\n")
		if q.Excerpt != "" {
			b.WriteString(q.Excerpt + "\n")
		}
	}
	return b.String()
}

// Hint says what to type next.
func (p Problems) Hint() string {
	return "mend the file (config.example.toml explains every key), then: afterword check"
}

// excerpt shows a line and underlines length bytes of it, from column start
// (counted from 1). Nothing after shown bytes of the line is shown.
func excerpt(line string, number, start, length, shown int) string {
	line = strings.TrimRight(line, "\r\n")
	if shown < len(line) {
		line = line[:shown] + " …"
	}
	start = min(max(start, 1), len(line)+1)
	// Tabs stay tabs, so that the mark stands under what it marks.
	before := []rune(line[:start-1])
	for i, r := range before {
		if r != '\t' {
			before[i] = ' '
		}
	}
	marked := len([]rune(line[start-1 : min(start-1+length, len(line))]))
	prefix := fmt.Sprintf("%5d | ", number)
	return prefix + line + "\n" + strings.Repeat(" ", len(prefix)) + string(before) + strings.Repeat("~", max(marked, 1))
}

// harmless returns how much of a line may be shown whose value is wrong: what
// looks like a secret ends at the equals sign.
func harmless(line string) int {
	if i := strings.IndexByte(line, '='); i >= 0 && mayBeSecret(line) {
		return i + 1
	}
	return len(line)
}

func mayBeSecret(line string) bool {
	line = strings.ToLower(line)
	for _, word := range []string{"pass", "secret", "token", "key", "pwd", "pw"} {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}
