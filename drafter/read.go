package drafter

import (
	"bytes"
	"encoding/base64"
	"html"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Bounds of what is read of one message: a letter is never longer, and what a
// hostile one nests deeper is not looked at.
const (
	maxText  = 1 << 20
	maxDepth = 8
)

// head is what this package needs of a message's header, decoded.
type head struct {
	from, to   []*mail.Address
	cc         []*mail.Address
	subject    string
	messageID  string
	references []string // In-Reply-To's among them
}

// read takes a message apart: its header and its text as the writer typed it,
// quotes and signature still in it, lines ending in \n. It never fails: what
// cannot be read is left out.
func read(raw []byte) (head, string) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return head{}, ""
	}
	h := head{subject: decodeWords(m.Header.Get("Subject")), messageID: bareID(m.Header.Get("Message-Id"))}
	h.from, h.to, h.cc = addresses(m.Header.Get("From")), addresses(m.Header.Get("To")), addresses(m.Header.Get("Cc"))
	for _, field := range []string{"References", "In-Reply-To"} {
		for _, id := range strings.Fields(m.Header.Get(field)) {
			h.references = append(h.references, bareID(id))
		}
	}
	plain, marked := texts(textproto.MIMEHeader(m.Header), m.Body, 0)
	if strings.TrimSpace(plain) == "" {
		plain = textOfHTML(marked)
	}
	plain = strings.ReplaceAll(plain, "\r\n", "\n")
	return h, strings.ReplaceAll(plain, "\u00a0", " ")
}

func addresses(field string) []*mail.Address {
	list, err := (&mail.AddressParser{WordDecoder: words}).ParseList(field)
	if err != nil {
		return nil
	}
	return list
}

var words = &mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxText))
	return strings.NewReader(toUTF8(b, charset)), err
}}

func decodeWords(s string) string {
	if decoded, err := words.DecodeHeader(s); err == nil {
		return decoded
	}
	return s
}

// texts returns the first plain text and the first HTML text of an entity.
func texts(h textproto.MIMEHeader, body io.Reader, depth int) (plain, marked string) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(h.Get("Content-Disposition"), "attachment") {
		return "", ""
	}
	if strings.HasPrefix(kind, "multipart/") && depth < maxDepth {
		parts := multipart.NewReader(body, params["boundary"])
		for n := 0; n < 50; n++ {
			part, err := parts.NextRawPart()
			if err != nil {
				break
			}
			p, m := texts(part.Header, part, depth+1)
			if plain == "" {
				plain = p
			}
			if marked == "" {
				marked = m
			}
		}
		return plain, marked
	}
	if kind != "text/plain" && kind != "text/html" {
		return "", ""
	}
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	// An error in the middle keeps what came before it.
	b, _ := io.ReadAll(io.LimitReader(body, maxText))
	text := toUTF8(b, params["charset"])
	if kind == "text/html" {
		return "", text
	}
	if strings.EqualFold(params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(params["delsp"], "yes"))
	}
	return text, ""
}

// unflow joins the lines of a format=flowed text (RFC 3676, section 4.1).
func unflow(s string, delsp bool) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if !strings.HasPrefix(line, ">") {
			line = strings.TrimPrefix(line, " ") // space-stuffing, section 4.4
		}
		if strings.HasSuffix(line, " ") && line != "-- " && !strings.HasPrefix(line, ">") {
			if delsp {
				line = line[:len(line)-1]
			}
			b.WriteString(line)
			continue
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// toUTF8 decodes the charsets that mail clients write letters in. Text of
// another charset, or of none, is read as UTF-8 where it is valid and as
// windows-1252 where it is not.
func toUTF8(b []byte, charset string) string {
	switch strings.ToLower(charset) {
	case "iso-8859-1", "windows-1252", "latin1", "iso-8859-15", "cp1252":
	default:
		if utf8.Valid(b) {
			return string(b)
		}
	}
	var s strings.Builder
	for _, c := range b {
		switch {
		case c >= 0x80 && c < 0xa0:
			s.WriteRune(windows1252[c-0x80])
		case c == 0xa4 && strings.EqualFold(charset, "iso-8859-15"):
			s.WriteRune('€')
		default:
			s.WriteRune(rune(c))
		}
	}
	return s.String()
}

// windows1252 are the characters at 0x80 to 0x9F.
var windows1252 = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

var (
	hidden = regexp.MustCompile(`(?is)<(?:head|style|script|title)\b.*?</(?:head|style|script|title)\s*>|<!--.*?-->`)
	// quoteHTML begins what clients quote: Gmail's, Outlook's, Apple's, Thunderbird's.
	quoteHTML = regexp.MustCompile(`(?is)<(?:blockquote\b|div[^>]*(?:class="?(?:gmail_quote|moz-cite-prefix)|id="?(?:divRplyFwdMsg|appendonsend))).*`)
	broken    = regexp.MustCompile(`(?i)<br\s*/?>|</(?:div|li|tr|h\d)\s*>`)
	ended     = regexp.MustCompile(`(?i)</?p\b[^>]*>|</(?:ul|ol|table)\s*>`)
	tag       = regexp.MustCompile(`(?s)<[^>]*>`)
	blank     = regexp.MustCompile(`[ \t\r\n]+`)
	manyLines = regexp.MustCompile(` *\n *`)
)

// textOfHTML returns what a reader sees of a letter that was sent as HTML alone,
// without what it quotes.
func textOfHTML(s string) string {
	s = hidden.ReplaceAllString(s, "")
	s = quoteHTML.ReplaceAllString(s, "")
	s = blank.ReplaceAllString(s, " ")
	s = broken.ReplaceAllString(s, "\n")
	s = ended.ReplaceAllString(s, "\n\n")
	s = html.UnescapeString(tag.ReplaceAllString(s, ""))
	return strings.TrimSpace(manyLines.ReplaceAllString(s, "\n"))
}

// headOf returns the recipients and the subject of a message.
func headOf(raw []byte) (to []string, subject string) {
	h, _ := read(raw)
	for _, a := range h.to {
		to = append(to, a.Address)
	}
	return to, h.subject
}
