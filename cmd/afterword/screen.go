package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// A screen is what all output of all commands goes through. What strangers wrote,
// into a subject, a name, the name of a mailbox, cannot steer the terminal: control
// characters, marks that turn the order of letters around, and bytes that are no
// UTF-8 are shown as JSON writes them. So a document in JSON stays the same document.
// Line ends and tabs are the layout of the commands themselves.
type screen struct {
	w    io.Writer
	rest []byte // the beginning of a letter, or of a line end, of which the other half has not come
}

// Write writes p, escaped.
func (s *screen) Write(p []byte) (int, error) {
	text := append(s.rest, p...)
	whole := len(text) - unfinished(text)
	s.rest = append([]byte(nil), text[whole:]...)
	if _, err := io.WriteString(s.w, harmless(string(text[:whole]))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close writes what is left of a letter that never ended. The writer below stays open.
func (s *screen) Close() error {
	rest := s.rest
	s.rest = nil
	_, err := io.WriteString(s.w, harmless(string(rest)))
	return err
}

// steer writes a sequence of the program's own making to the terminal as it is.
func (s *screen) steer(sequence string) error {
	_, err := io.WriteString(s.w, sequence)
	return err
}

// unfinished returns how many bytes at the end of text may go on with the next write.
func unfinished(text []byte) int {
	if n := len(text); n > 0 && text[n-1] == '\r' {
		return 1
	}
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if last := text[len(text)-n:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return n
			}
			break
		}
	}
	return 0
}

// harmless escapes what would steer a terminal or a service manager.
func harmless(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r == utf8.RuneError || steers(r) }) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd"):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case r == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			b.WriteByte('\r')
		case steers(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// steers reports whether a character does something else than stand where it is: C0
// and C1 controls (ECMA-48) but for line end and tab, the marks of UAX 9 that change
// the direction, and the separators that begin a line.
func steers(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0x2028 || r == 0x2029
}

// onOneLine is what a stranger wrote where the layout wants one cell of one line.
func onOneLine(text string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(text)
}

// file returns the file that is read from, or that a writer ends in, or nil.
func file(w any) *os.File {
	if s, ok := w.(*screen); ok {
		w = s.w
	}
	f, _ := w.(*os.File)
	return f
}

func isTerminal(w any) bool {
	f := file(w)
	return f != nil && term.IsTerminal(int(f.Fd()))
}
