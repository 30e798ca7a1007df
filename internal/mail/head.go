package mail

import (
	"bytes"
	"strings"
)

// newlines makes bare CR line ends into LF, where a message has more of them
// than of the other kind.
func newlines(raw []byte) []byte {
	sample := raw[:min(len(raw), 64<<10)]
	lf, cr := bytes.Count(sample, []byte{'\n'}), bytes.Count(sample, []byte{'\r'})
	if cr-bytes.Count(sample, []byte("\r\n")) <= lf {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for i, c := range raw {
		switch {
		case c != '\r':
			out = append(out, c)
		case i+1 == len(raw) || raw[i+1] != '\n':
			out = append(out, '\n')
		}
	}
	return out
}

// splitHeader parts header and body, and cleans the header for the library:
// the mbox line, lines without a colon and names with odd bytes are dropped.
// A line that cannot be a header and is followed by none begins the body.
func splitHeader(raw []byte) (head, body []byte, problem string) {
	rest := bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), "\r\n")
	out := make([]byte, 0, 2048)
	keep := false // whether a continuation line belongs to what was kept
	for len(rest) > 0 {
		line, after := cutLine(rest)
		if len(bytes.TrimRight(line, "\r \t")) == 0 {
			if len(line) == 0 || line[0] == '\r' || !foldsOn(after) {
				return out, after, problem
			}
			rest = after // blanks alone: an old folding (RFC 5322, section 4.2), not the end
			continue
		}
		switch {
		case line[0] == ' ' || line[0] == '\t':
			if keep {
				out = appendLine(out, line)
			}
		case isField(line):
			out = appendLine(out, line)
			keep = true
		case bytes.HasPrefix(line, []byte("From ")) || bytes.HasPrefix(line, []byte(">From ")):
			keep = false
		case headerSoon(after, 5):
			problem = "header has a line without a colon"
			keep = false
		default:
			if len(out) == 0 {
				return out, rest, ""
			}
			return out, rest, "no empty line between header and text"
		}
		if len(out) > maxHeader {
			if i := bytes.Index(after, []byte("\n\n")); i >= 0 {
				return out, after[i+2:], "header is too long"
			}
			if i := bytes.Index(after, []byte("\n\r\n")); i >= 0 {
				return out, after[i+3:], "header is too long"
			}
			return out, nil, "header is too long"
		}
		rest = after
	}
	return out, nil, problem
}

func appendLine(out, line []byte) []byte {
	line = bytes.TrimRight(line, "\r")
	if len(line) > maxHeader {
		line = line[:maxHeader]
	}
	if bytes.IndexByte(line, 0) >= 0 {
		line = bytes.ReplaceAll(line, []byte{0}, nil)
	}
	return append(append(out, line...), '\n')
}

// isField reports whether the line begins a header field: a name of printable
// ASCII without blanks (one before the colon is forgiven), and a colon.
func isField(line []byte) bool {
	for i, c := range line {
		switch {
		case c == ':':
			return i > 0
		case c == ' ' || c == '\t':
			return i > 0 && len(bytes.TrimLeft(line[i:], " \t")) > 0 && bytes.TrimLeft(line[i:], " \t")[0] == ':'
		case c < 33 || c > 126 || i > 200:
			return false
		}
	}
	return false
}

// foldsOn reports whether a header goes on after a line of blanks alone: with a field,
// or with continuation lines up to one or to the empty line. Such a line also stands for
// the empty one in broken mail, whose text then follows at the margin.
func foldsOn(b []byte) bool {
	folded := false
	for range lookahead {
		line, rest := cutLine(b)
		line = bytes.TrimRight(line, "\r")
		switch {
		case len(line) == 0:
			return folded
		case line[0] != ' ' && line[0] != '\t':
			return isField(line) && headerSoon(b, lookahead)
		}
		folded = folded || len(bytes.TrimLeft(line, " \t")) > 0
		b = rest
	}
	return false
}

// lookahead is how many lines are looked at to tell folding from text.
const lookahead = 20

// headerSoon reports whether one of the next n lines, before an empty one, is
// a header field that mail really has.
func headerSoon(b []byte, n int) bool {
	for ; n > 0 && len(b) > 0; n-- {
		line, rest := cutLine(b)
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return false
		}
		if isField(line) {
			name := strings.ToLower(string(bytes.TrimSpace(line[:bytes.IndexByte(line, ':')])))
			switch name {
			case "from", "to", "cc", "subject", "date", "message-id", "received", "mime-version", "return-path", "reply-to", "sender", "references", "in-reply-to":
				return true
			}
			if strings.HasPrefix(name, "content-") || strings.HasPrefix(name, "x-") {
				return true
			}
		}
		b = rest
	}
	return false
}
