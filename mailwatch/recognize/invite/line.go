package invite

import (
	"strings"

	"afterword/internal/mail"
)

// Bounds of a calendar part. What exceeds one of them is left out, so that no
// part costs more than its first half megabyte does.
const (
	maxCalendar = 512 << 10 // bytes
	maxLines    = 20000
	maxLine     = 4 << 10 // bytes of one content line
	maxParams   = 32      // of one content line
	maxValue    = 300     // bytes of a parameter's value
)

// A line is a content line (RFC 5545, section 3.1).
type line struct {
	name   string // in upper case
	params []param
	value  string
}

type param struct{ name, value string }

// param returns the value of a parameter, "" if the line has none. name is in upper
// case.
func (l line) param(name string) string {
	for _, p := range l.params {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// unfold joins the folded lines (RFC 5545, section 3.1) and hands each to take.
func unfold(s string, take func(string)) {
	var one strings.Builder
	count := 0
	end := func() {
		if one.Len() > 0 && count < maxLines {
			take(one.String())
			count++
		}
		one.Reset()
	}
	s = strings.TrimPrefix(s, "\ufeff")
	for s != "" && count < maxLines {
		var l string
		if i := strings.IndexAny(s, "\r\n"); i < 0 {
			l, s = s, ""
		} else {
			l, s = s[:i], s[i+1:]
		}
		switch {
		case l == "":
			continue
		case l[0] == ' ' || l[0] == '\t':
			l = l[1:]
		default:
			end()
		}
		if room := maxLine - one.Len(); room > 0 {
			one.WriteString(mail.FirstBytes(l, room))
		}
	}
	end()
}

// nameOf returns the name of a content line, in upper case, and where it ends.
func nameOf(s string) (name string, end int) {
	end = strings.IndexAny(s, ":;")
	if end < 0 || end > 64 {
		return "", 0
	}
	return strings.ToUpper(strings.TrimSpace(s[:end])), end
}

// parse reads a content line. Programs leave quotes within quoted names, and write the
// names of zones with their colons, semicolons and commas bare; so the value is looked
// for from what it must look like where that is known.
func parse(s string) line {
	name, end := nameOf(s)
	l := line{name: name}
	head, value := s[end:], ""
	if at := valueAt(name, head); at >= 0 {
		head, value = head[:at], head[at+1:]
	}
	l.value = strings.TrimSpace(value)
	for head != "" && len(l.params) < maxParams {
		head = head[1:] // the semicolon before it
		var one string
		one, head = nextParam(head)
		key, text, ok := strings.Cut(one, "=")
		if !ok {
			// "TZID=Pacific Time (US & Canada); Tijuana"
			if n := len(l.params); n > 0 && one != "" {
				l.params[n-1].value = mail.FirstBytes(l.params[n-1].value+";"+one, maxValue)
			}
			continue
		}
		l.params = append(l.params, param{strings.ToUpper(strings.TrimSpace(key)), mail.FirstBytes(strings.TrimSpace(text), maxValue)})
	}
	for i, p := range l.params {
		v := strings.TrimSuffix(strings.TrimPrefix(p.value, `"`), `"`)
		l.params[i].value = strings.TrimSpace(caret.Replace(v))
	}
	return l
}

// caret undoes what RFC 6868, section 3, writes for what a parameter may not hold.
var caret = strings.NewReplacer("^n", " ", "^^", "^", "^'", `"`)

// valueAt returns where the colon before the value stands; -1 if there is none.
func valueAt(name, head string) int {
	switch name {
	case "DTSTART", "DTEND", "DTSTAMP", "RECURRENCE-ID":
		for i := len(head) - 1; i >= 0; i-- {
			if head[i] == ':' && startsWithDate(head[i+1:]) {
				return i
			}
		}
	case "ATTENDEE", "ORGANIZER":
		if i := strings.Index(strings.ToLower(head), ":mailto:"); i >= 0 {
			return i
		}
	}
	if i := mail.IndexUnquoted(head, ':'); i >= 0 {
		return i
	}
	return strings.LastIndexByte(head, ':') // a quote that is never closed
}

// startsWithDate reports whether s begins with "20261116" or "2026-11-16".
func startsWithDate(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) > 10 {
		s = s[:10]
	}
	s = strings.ReplaceAll(s, "-", "")
	if len(s) < 8 {
		return false
	}
	for i := range 8 {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// nextParam parts the first parameter from the others. A quote ends its text only
// where what follows can follow: `CN="Bob "The" X"`.
func nextParam(s string) (one, rest string) {
	at := strings.IndexAny(s, "=;")
	if at >= 0 && s[at] == '=' && at+1 < len(s) && s[at+1] == '"' {
		for i := at + 2; i < len(s); i++ {
			if s[i] == '"' && (i+1 == len(s) || s[i+1] == ';' || s[i+1] == ',') {
				at = i
				break
			}
		}
	}
	if at < 0 {
		return s, ""
	}
	if i := strings.IndexByte(s[at:], ';'); i >= 0 {
		return s[:at+i], s[at+i:]
	}
	return s, ""
}

// text undoes the escapes of a TEXT value (RFC 5545, section 3.3.11) and puts it on
// one line.
func text(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = unescape.Replace(s)
	}
	return strings.Join(strings.Fields(mail.CleanLine(s)), " ")
}

var unescape = strings.NewReplacer(`\\`, `\`, `\n`, " ", `\N`, " ", `\,`, ",", `\;`, ";", `\:`, ":", `\"`, `"`)

// lines decodes a TEXT value and keeps its lines.
func lines(s string) string {
	return mail.CleanText(unfoldLines.Replace(s))
}

var unfoldLines = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":", `\"`, `"`, "\r", "")
