package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
)

// transferEncoding returns "base64", "quoted-printable" or "" for the rest: a
// value that is unknown ("8-bit", "utf-8") means that nothing was done.
func transferEncoding(h Header) string {
	v := strings.ToLower(h.Get("Content-Transfer-Encoding"))
	switch {
	case strings.Contains(v, "base64") || strings.Contains(v, "base-64"):
		return "base64"
	case strings.Contains(v, "quoted"):
		return "quoted-printable"
	}
	return ""
}

// knownEncoding reports whether the header's transfer encoding is one of RFC
// 2045, section 6.1.
func knownEncoding(h Header) bool {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "", "7bit", "8bit", "binary", "base64", "quoted-printable":
		return true
	}
	return false
}

// decodeBody undoes the transfer encoding and returns at most limit bytes.
// What is broken is skipped; what could be read is kept.
func decodeBody(body []byte, enc string, limit int) []byte {
	switch enc {
	case "base64":
		body = unbase64(base64Lines(body[:min(len(body), limit/2*3)]))
	case "quoted-printable":
		body = unquote(body[:min(len(body), limit*3)])
	}
	return body[:min(len(body), limit)]
}

// base64Lines drops the lines that are plainly no base64: a list's footer, or
// headers that slipped into the body.
func base64Lines(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		var line []byte
		line, body = cutLine(body)
		line = bytes.TrimSpace(line)
		odd := 0
		for _, c := range line {
			if !(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=') {
				odd++
			}
		}
		if odd == 0 || odd*10 < len(line) && len(line) > 40 {
			out = append(out, line...)
			if odd == 0 && bytes.HasSuffix(line, []byte("=")) && len(line)%4 == 0 {
				return out
			}
		}
	}
	return out
}

// Decoded returns the part's text in UTF-8, as CleanText makes it, at most limit
// bytes of it.
func (m *Message) Decoded(p *Part, limit int) string {
	if !knownEncoding(p.Header) {
		m.Problem("unknown transfer encoding " + quoted(p.Header.Get("Content-Transfer-Encoding")))
	}
	b := decodeBody(p.body, transferEncoding(p.Header), limit)
	s, problem := toUTF8(b, p.Params["charset"])
	m.Problem(problem)
	if strings.IndexByte(s, 0) >= 0 {
		m.Problem("text has NUL bytes")
	}
	s = CleanText(s)
	return FirstBytes(s, limit)
}

// Enclosed returns the header of the message that a part encloses, whole or its
// header alone (RFC 3462, section 2).
func (m *Message) Enclosed(p *Part) Envelope {
	head, _, _ := splitHeader(newlines(decodeBody(p.body, transferEncoding(p.Header), maxHeader)))
	return envelopeOf(readHeader(head))
}

// Has reports whether the message itself has a part of the media type, which is in
// lower case.
func (m *Message) Has(mediaType string) bool {
	for _, p := range m.Parts {
		if !p.Enclosed && p.MediaType == mediaType {
			return true
		}
	}
	return false
}

// unbase64 decodes what can be decoded: characters outside the alphabet are
// skipped, and padding may be missing.
func unbase64(b []byte) []byte {
	clean := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			clean = append(clean, c)
		case c == '=':
			// Padding ends a group; some programs join several encoded texts.
			for len(clean)%4 > 1 {
				clean = append(clean, 'A')
			}
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, _ := base64.RawStdEncoding.Decode(out, clean)
	return []byte(strings.TrimRight(string(out[:n]), "\x00"))
}

// unquote decodes quoted-printable (RFC 2045, section 6.7). An equals sign that
// begins no valid escape stands for itself.
func unquote(b []byte) []byte {
	clean := make([]byte, 0, len(b)+16)
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '=' && !escape(b[i+1:]) {
			clean = append(clean, "=3D"...)
			continue
		}
		clean = append(clean, c)
	}
	out, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(string(clean))))
	return out
}

// escape reports whether b, after an equals sign, ends a soft line break or is
// two hexadecimal digits.
func escape(b []byte) bool {
	i := 0
	for i < len(b) && (b[i] == ' ' || b[i] == '\t') {
		i++
	}
	if i == len(b) || b[i] == '\n' || b[i] == '\r' {
		return true
	}
	return len(b) >= 2 && hex(b[0]) && hex(b[1])
}

func hex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f'
}
