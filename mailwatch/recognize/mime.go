package recognize

import (
	"bufio"
	"bytes"
	"mime"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"
)

// The bounds of one message. What lies beyond them is not read, and the
// verdict says so.
const (
	maxMessage = 8 << 20   // bytes looked at
	maxHeader  = 256 << 10 // bytes of one header
	maxText    = 2 << 20   // bytes of all decoded text together
	maxParts   = 200
	maxDepth   = 32
	maxScan    = 96 << 20 // bytes searched for boundaries, over all levels
)

// A part is a leaf of the message's tree: its header and its body, still
// encoded. It points into the message.
type part struct {
	header     message.Header
	mediaType  string // lower case
	params     map[string]string
	attachment bool
	filename   string
	body       []byte
	alt        int  // number of the multipart/alternative that holds it; 0 for none
	enclosed   bool // within a message/rfc822 part
}

// A mailpiece is a message taken apart.
type mailpiece struct {
	header   message.Header
	parts    []*part
	problems []string

	count, alts, scanned int
}

// takeApart reads the message's structure. It never fails: what is broken is
// read as well as it can be and named in problems.
func takeApart(raw []byte) *mailpiece {
	m := &mailpiece{}
	if len(raw) > maxMessage {
		raw = raw[:maxMessage]
		m.problem("message is too big: only its first 8 MiB were read")
	}
	raw = newlines(raw)
	if start := bytes.TrimLeft(raw[:min(len(raw), 200)], "\xef\xbb\xbf \r\n"); len(start) >= 15 && bytes.EqualFold(start[:15], []byte("BEGIN:VCALENDAR")) {
		// A calendar file by itself, as people save it.
		m.parts = append(m.parts, &part{mediaType: "text/calendar", body: raw})
		m.problem("message is a bare calendar file")
		return m
	}
	head, body, problem := splitHeader(raw)
	m.problem(problem)
	m.header = readHeader(head)
	if m.header.Len() == 0 {
		m.problem("message has no header")
	}
	m.walk(m.header, body, 0, 0, false)
	return m
}

func (m *mailpiece) problem(s string) {
	if s == "" || len(m.problems) > 20 {
		return
	}
	for _, p := range m.problems {
		if p == s {
			return
		}
	}
	m.problems = append(m.problems, s)
}

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
			if len(line) == 0 || line[0] == '\r' || !headerSoon(after, 1) {
				return out, after, problem
			}
			rest = after // blanks alone: a broken folding, not the end
			continue
		}
		switch {
		case line[0] == ' ' || line[0] == '\t':
			if keep {
				out = appendLine(out, line)
			}
		case field(line):
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

func cutLine(b []byte) (line, rest []byte) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i], b[i+1:]
	}
	return b, nil
}

// field reports whether the line begins a header field: a name of printable
// ASCII without blanks (one before the colon is forgiven), and a colon.
func field(line []byte) bool {
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

// headerSoon reports whether one of the next n lines, before an empty one, is
// a header field that mail really has.
func headerSoon(b []byte, n int) bool {
	for ; n > 0 && len(b) > 0; n-- {
		line, rest := cutLine(b)
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return false
		}
		if field(line) {
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

func readHeader(head []byte) message.Header {
	h, _ := textproto.ReadHeader(bufio.NewReaderSize(bytes.NewReader(append(head, '\n')), min(len(head)+1, 4<<10)))
	return message.Header{Header: h}
}

// walk goes down the tree and collects the leaves.
func (m *mailpiece) walk(h message.Header, body []byte, depth, alt int, enclosed bool) {
	if m.count++; m.count > maxParts {
		m.problem("message has more than 200 parts")
		return
	}
	p := &part{header: h, body: body, alt: alt, enclosed: enclosed}
	p.mediaType, p.params = mediaType(h.Get("Content-Type"))
	disposition, dparams := mediaType(h.Get("Content-Disposition"))
	p.attachment = disposition == "attachment"
	p.filename = decodeWords(first(dparams["filename"], p.params["name"]))
	if depth >= maxDepth {
		m.problem("message is nested deeper than 32 levels")
		return
	}
	switch {
	case strings.HasPrefix(p.mediaType, "multipart/"):
		if p.mediaType == "multipart/alternative" {
			m.alts++
			alt = m.alts
		}
		pieces := m.split(body, p.params["boundary"])
		if pieces == nil {
			m.problem("multipart without its parts")
			p.mediaType = "text/plain"
			if bytes.Contains(body[:min(len(body), 4096)], []byte("<html")) {
				p.mediaType = "text/html"
			}
			m.parts = append(m.parts, p)
			return
		}
		for _, piece := range pieces {
			if m.count > maxParts {
				m.problem("message has more than 200 parts")
				return
			}
			head, inner, _ := splitHeader(piece)
			if len(piece) > 0 && (piece[0] == '\n' || piece[0] == '\r') {
				head, inner = nil, bytes.TrimLeft(piece, "\r\n") // a part without a header
			}
			m.walk(readHeader(head), inner, depth+1, alt, enclosed)
		}
	case p.mediaType == "message/rfc822" || p.mediaType == "message/global":
		m.parts = append(m.parts, p)
		if !p.attachment || depth == 0 {
			inner := body
			if enc := transferEncoding(h); enc != "" {
				inner = decodeBody(body, enc, maxText)
			}
			head, text, _ := splitHeader(newlines(inner))
			m.walk(readHeader(head), text, depth+1, 0, true)
		}
	default:
		m.parts = append(m.parts, p)
	}
}

// mediaType reads a Content-Type or Content-Disposition in whatever state it is in.
func mediaType(v string) (string, map[string]string) {
	if v == "" {
		return "text/plain", nil
	}
	if len(v) > 8<<10 {
		v = v[:8<<10]
	}
	if t, params, err := mime.ParseMediaType(v); err == nil {
		return t, params
	}
	head, rest, _ := strings.Cut(v, ";")
	t := strings.ToLower(strings.TrimSpace(head))
	if f := strings.Fields(t); len(f) > 0 {
		t = f[0]
	}
	params := map[string]string{}
	for len(rest) > 0 && len(params) < 50 {
		var item string
		item, rest = cutParam(rest)
		k, val, ok := strings.Cut(item, "=")
		if k = strings.ToLower(strings.TrimSpace(k)); ok && params[k] == "" {
			params[k] = strings.Trim(strings.TrimSpace(val), `"'`)
		}
	}
	switch t {
	case "text", "":
		t = "text/plain"
	case "html":
		t = "text/html"
	case "multipart":
		t = "multipart/mixed"
	}
	return t, params
}

// cutParam cuts at the first semicolon outside quotes.
func cutParam(s string) (item, rest string) {
	quote := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			quote = !quote
		case ';':
			if !quote {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
