package drafter

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"io"
	"mime"
	netmail "net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/wneessen/go-mail"
)

// A message is what stands around and in a letter, ready to be written.
type message struct {
	from, to   netmail.Address
	subject    string
	date       time.Time
	messageID  string
	inReplyTo  string
	references []string // oldest first
	text       string   // salutation to sign-off, paragraphs parted by an empty line
	signature  string
	html       bool // a twin of the text in HTML
	plain      bool // the lines stand as they are
	mark       string
}

// width is the longest line of a letter, in characters: RFC 5322, section
// 2.1.1, recommends 78, and mail clients wrap at 72 so that a quote fits too.
const width = 72

// NewMessageID returns a Message-ID (without angle brackets) at the domain of
// the address, from 16 bytes of random. It has the form that mail clients use
// and names neither program nor host.
func NewMessageID(from string, random io.Reader) (string, error) {
	at := strings.LastIndexByte(from, '@')
	domain := strings.ToLower(from[at+1:])
	if at < 1 || !plainDomain(domain) {
		return "", fmt.Errorf("choose Message-ID: %q is not an address with a domain", from)
	}
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("choose Message-ID: %w", err)
	}
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80 // RFC 9562, section 5.4
	x := hex.EncodeToString(b[:])
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:] + "@" + domain, nil
}

func plainDomain(s string) bool {
	for _, label := range strings.Split(s, ".") {
		if label == "" {
			return false
		}
		for _, r := range label {
			if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') {
				return false
			}
		}
	}
	return true
}

// write renders the message by RFC 5322, with CRLF line ends. A value that
// could break out of its line is an error, as is an address that needs SMTPUTF8.
func (m message) write() ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	w := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithCharset(mail.CharsetUTF8), mail.WithEncoding(mail.EncodingQP),
		mail.WithBoundary(boundary(m.messageID)))
	w.FromMailAddress(displayed(m.from))
	w.ToMailAddress(displayed(m.to))
	// The library would begin the field on a line of its own, and encode all of it.
	w.SetGenHeaderPreformatted(mail.HeaderSubject, subjectField(m.subject))
	w.SetDateWithValue(m.date)
	// The library would make one with the name of this host in it.
	w.SetMessageIDWithValue(m.messageID)
	if m.inReplyTo != "" {
		w.SetGenHeader(mail.HeaderInReplyTo, "<"+m.inReplyTo+">")
	}
	if len(m.references) > 0 {
		w.SetGenHeader(mail.HeaderReferences, "<"+strings.Join(m.references, "> <")+">")
	}
	if m.mark != "" {
		w.SetGenHeader("X-Afterword-Note", m.mark)
		w.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834, section 5
	}
	text := m.text
	if !m.plain {
		text = wrap(m.text)
	}
	if m.signature != "" {
		// RFC 3676, section 4.3: the space belongs to the separator.
		text += "\n-- \n" + strings.TrimRight(m.signature, "\n") + "\n"
	}
	// Quoted-printable writes line ends as they come: give it CRLF.
	w.SetBodyString(mail.TypeTextPlain, strings.ReplaceAll(text, "\n", "\r\n"))
	if m.html {
		w.AddAlternativeString(mail.TypeTextHTML, strings.ReplaceAll(m.asHTML(), "\n", "\r\n"))
	}
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write message <%s>: %w", m.messageID, err)
	}
	return b.Bytes(), nil
}

// subjectField writes a subject for the header: words that need it as encoded words
// (RFC 2047, section 5), the others as they are, folded at spaces.
func subjectField(subject string) string {
	var b strings.Builder
	column := len("Subject: ")
	put := func(words string) {
		for i, word := range strings.Split(words, " ") {
			switch {
			case b.Len() == 0 && i == 0:
			case column+1+len(word) > 76:
				b.WriteString("\r\n ")
				column = 1
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += len(word)
		}
	}
	words := strings.Fields(subject)
	for i := 0; i < len(words); {
		end := i + 1
		if needsEncoding(words[i]) {
			// The space between two encoded words would be lost: they are one.
			for end < len(words) && needsEncoding(words[end]) {
				end++
			}
			put(encodedWords(strings.Join(words[i:end], " ")))
		} else {
			put(words[i])
		}
		i = end
	}
	return b.String()
}

// encodedWords encodes text (RFC 2047, section 4). The library leaves alone what is
// ASCII, even if it looks like an encoded word itself: a reader would decode that,
// and what comes out is whatever its writer wanted.
func encodedWords(text string) string {
	if s := mime.QEncoding.Encode("utf-8", text); s != text {
		return s
	}
	var words []string
	for len(text) > 0 {
		n := min(len(text), 45) // 60 characters of base64: section 2 allows 75 in all
		words = append(words, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(text[:n]))+"?=")
		text = text[n:]
	}
	return strings.Join(words, " ")
}

// needsEncoding reports whether a word cannot stand in a header as it is.
func needsEncoding(word string) bool {
	return strings.Contains(word, "=?") || strings.IndexFunc(word, func(r rune) bool { return r <= ' ' || r > '~' }) >= 0
}

// displayed returns an address as a header can show it. A backslash beside a
// letter beyond ASCII makes net/mail write an encoded word that nobody can read
// (RFC 2047, section 5.3); no name has one.
func displayed(a netmail.Address) *netmail.Address {
	a.Name = strings.Join(strings.Fields(strings.ReplaceAll(a.Name, `\`, "")), " ")
	return &a
}

// check refuses what would make a header line of its own: CR, LF and NUL.
func (m message) check() error {
	values := append([]string{m.from.Name, m.from.Address, m.to.Name, m.to.Address, m.subject, m.messageID, m.inReplyTo, m.mark}, m.references...)
	for _, v := range values {
		if strings.ContainsAny(v, "\r\n\x00") {
			return fmt.Errorf("%q holds a line break or a NUL, which no header may", v)
		}
		if !utf8.ValidString(v) {
			return fmt.Errorf("%q is not valid UTF-8", v)
		}
	}
	for _, v := range []string{m.text, m.signature} {
		if strings.ContainsAny(v, "\r\x00") || !utf8.ValidString(v) {
			return fmt.Errorf("the text holds a carriage return, a NUL or broken UTF-8: %.60q", v)
		}
	}
	for _, id := range append([]string{m.messageID}, m.references...) {
		// RFC 5322, section 3.6.4. Old mail has worse, and is left out before.
		if !isMessageID(id) {
			return fmt.Errorf("%q is not a Message-ID", id)
		}
	}
	for _, a := range []netmail.Address{m.from, m.to} {
		parsed, err := netmail.ParseAddress("<" + a.Address + ">")
		if err != nil || parsed.Address != a.Address || strings.IndexFunc(a.Address, func(r rune) bool { return r > 126 }) >= 0 {
			return fmt.Errorf("%q is not a mail address that every server takes", a.Address)
		}
	}
	return nil
}

// isMessageID reports whether id can stand between angle brackets: visible
// ASCII with one @ and no bracket, and no longer than fits on a line.
func isMessageID(id string) bool {
	if strings.Count(id, "@") < 1 || len(id) > 900 {
		return false
	}
	for i := 0; i < len(id); i++ {
		if id[i] <= ' ' || id[i] > '~' || id[i] == '<' || id[i] == '>' {
			return false
		}
	}
	return true
}

// boundary makes a MIME boundary (RFC 2046, section 5.1.1) out of the
// Message-ID, so that a message is written the same each time.
func boundary(messageID string) string {
	sum := sha256.Sum256([]byte(messageID))
	return "------------" + hex.EncodeToString(sum[:12])
}

// wrap breaks the lines of a letter at spaces. A line that was made short on
// purpose (an address, a name) stays as it is; a word that is too long stays
// whole.
func wrap(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(text) + "\n") {
		column := 0
		for i, word := range strings.Split(strings.TrimRight(line, " \n"), " ") {
			n := utf8.RuneCountInString(word)
			switch {
			case i == 0:
			case column+1+n > width:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// asHTML returns the letter as the plainest HTML there is: paragraphs, so that
// a phone can flow them, and no style, picture or link.
func (m message) asHTML() string {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=\"utf-8\"></head><body>\n")
	for _, p := range strings.Split(strings.TrimSpace(m.text), "\n\n") {
		b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(strings.TrimSpace(p)), "\n", "<br>\n") + "</p>\n")
	}
	if m.signature != "" {
		b.WriteString("<p>-- <br>\n" + strings.ReplaceAll(html.EscapeString(strings.TrimSpace(m.signature)), "\n", "<br>\n") + "</p>\n")
	}
	b.WriteString("</body></html>\n")
	return b.String()
}
