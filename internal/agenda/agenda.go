// Package agenda writes what is due as a calendar file (RFC 5545) that calendar programs
// import or subscribe to: days, each with what is to be done on it.
//
// It knows no application and reads no clock: whoever calls it says what stands in it.
// The same entries make the same bytes.
package agenda

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/rules"
)

// An Entry is something that is due on a day.
type Entry struct {
	// About names it for ever, among all that one user has: an entry under the same name
	// takes the other's place in his calendar.
	About string
	Day   rules.Date
	// Changed is when what it is made of changed last.
	Changed time.Time
	Title   string // one line
	Text    string // may have several
}

// Write writes a calendar of some name. The entries are days that block nothing (section
// 3.8.2.7): who looks for a free hour does not stumble over them.
func Write(w io.Writer, name string, entries []Entry) error {
	out := &lines{w: bufio.NewWriter(w)}
	out.line("BEGIN", "VCALENDAR")
	out.line("VERSION", "2.0")
	out.line("PRODID", "-//afterword//agenda//EN")
	out.line("CALSCALE", "GREGORIAN")
	out.line("METHOD", "PUBLISH")
	out.line("X-WR-CALNAME", escape(name))
	for _, e := range entries {
		changed := e.Changed.UTC().Format("20060102T150405Z")
		out.line("BEGIN", "VEVENT")
		out.line("UID", uid(e.About))
		out.line("DTSTAMP", changed)
		out.line("LAST-MODIFIED", changed)
		out.line("DTSTART;VALUE=DATE", day(e.Day))
		out.line("DTEND;VALUE=DATE", day(e.Day.AddDays(1))) // the first day that is not part of it
		out.line("SUMMARY", escape(e.Title))
		if e.Text != "" {
			out.line("DESCRIPTION", escape(e.Text))
		}
		out.line("TRANSP", "TRANSPARENT")
		out.line("CLASS", "PRIVATE")
		out.line("END", "VEVENT")
	}
	out.line("END", "VCALENDAR")
	if out.err == nil {
		out.err = out.w.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("write calendar: %w", out.err)
	}
	return nil
}

func day(d rules.Date) string { return d.In(time.UTC).Format("20060102") }

// uid is an identifier (section 3.8.4.7) that tells nobody what it is about (RFC 7986,
// section 5.3).
func uid(about string) string {
	sum := sha256.Sum256([]byte(about))
	return hex.EncodeToString(sum[:16]) + "@afterword"
}

// escape writes a text as section 3.3.11 has it. What steers a screen is left out, and
// what is no UTF-8 becomes a mark.
func escape(text string) string {
	text = strings.ToValidUTF8(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\uFFFD")
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lines writes content lines, folded. The first error stays.
type lines struct {
	w   *bufio.Writer
	err error
}

// mostOctets is how long a line may be without its end (section 3.1).
const mostOctets = 75

// line writes one property. A character is never parted by a fold: many readers put the
// lines together only after they have read them.
func (l *lines) line(name, value string) {
	rest, room := name+":"+value, mostOctets
	for len(rest) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(rest[cut]) {
			cut--
		}
		l.write(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], mostOctets-1
	}
	l.write(rest + "\r\n")
}

func (l *lines) write(text string) {
	if l.err == nil {
		_, l.err = l.w.WriteString(text)
	}
}
