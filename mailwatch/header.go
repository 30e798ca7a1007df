package mailwatch

import (
	"bytes"
	"io"
	"mime"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-message/charset"
	"golang.org/x/text/encoding/charmap"
)

// Bounds of what is kept of a header, whoever wrote it.
const (
	maxHeader     = 64 << 10
	maxAddresses  = 200
	maxReferences = 200
	maxValue      = 8 << 10 // octets of one header's value that are decoded
)

// headerFields are what is asked of every message: enough to say whose it is and
// what it answers, and that it may be a report. The server repeats the list with
// every message, so it is short.
var headerFields = []string{
	"From", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
	"Auto-Submitted", "Content-Type", "Return-Path", "X-Failed-Recipients",
}

// read fills a header from its raw lines. It takes what it can and notes the rest
// in Problems: a message with a broken header is still a message.
func (h *Header) read(raw []byte) {
	if len(raw) > maxHeader {
		raw = raw[:maxHeader]
		h.Problems = append(h.Problems, "the header is longer than 64 KiB; the rest of it was not read")
	}
	h.Raw = raw
	odd := false
	for len(raw) > 0 {
		var name string
		var value []byte
		name, value, raw = nextField(raw)
		if name == "" {
			odd = odd || len(bytes.TrimSpace(value)) > 0
			continue
		}
		if len(value) > maxValue && name != "References" {
			value = value[:maxValue]
		}
		h.set(name, value)
	}
	if odd {
		h.Problems = append(h.Problems, "the header has a line without a colon")
	}
	if len(h.From) == 0 {
		h.Problems = append(h.Problems, "the header names no sender")
	}
	if h.Received.IsZero() && !h.Date.IsZero() {
		h.Received = h.Date
		h.Problems = append(h.Problems, "the server does not say when it came; its own date is taken")
	}
}

// set takes one field, by its name as it stands in headerFields. Of a field that
// stands there twice the first counts, as mail programs show it.
func (h *Header) set(name string, value []byte) {
	switch name {
	case "From":
		setAddresses(&h.From, value)
	case "Reply-To":
		setAddresses(&h.ReplyTo, value)
	case "To":
		setAddresses(&h.To, value)
	case "Cc":
		setAddresses(&h.Cc, value)
	case "Subject":
		if h.Subject == "" {
			h.Subject = decodeText(string(value))
		}
	case "Message-ID":
		if ids := messageIDs(value); h.MessageID == "" && len(ids) > 0 {
			h.MessageID = ids[0]
		}
	case "In-Reply-To":
		if ids := messageIDs(value); h.InReplyTo == "" && len(ids) > 0 {
			h.InReplyTo = ids[0]
		}
	case "References":
		if h.References == nil {
			h.References = messageIDs(value)
		}
	case "Date":
		if h.Date.IsZero() {
			if h.Date = parseDate(value); h.Date.IsZero() {
				h.Problems = append(h.Problems, "the Date \""+strings.ToValidUTF8(clip(oneLine(string(value)), 60), "")+"\" cannot be read")
			}
		}
	}
}

func setAddresses(to *[]Address, value []byte) {
	if *to == nil {
		*to = parseAddresses(value)
	}
}

// nextField takes one field off the front, unfolded (RFC 5322, section 2.2.3).
// The name is empty where a line has no colon.
func nextField(raw []byte) (name string, value, rest []byte) {
	line, rest := cutLine(raw)
	colon := bytes.IndexByte(line, ':')
	if colon <= 0 || bytes.ContainsAny(line[:colon], " \t\"<") {
		return "", line, rest
	}
	name, value = fieldName(line[:colon]), line[colon+1:]
	owned := false
	value = bytes.TrimRight(value, " \t")
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
		if !owned {
			value, owned = append(make([]byte, 0, 2*len(value)), value...), true
		}
		line, rest = cutLine(rest)
		value = append(value, ' ')
		value = append(value, bytes.TrimLeft(line, " \t")...)
	}
	return name, bytes.TrimSpace(value), rest
}

// fieldName returns the name of a field (RFC 5322, section 2.2: in any letter case), as
// it stands in headerFields where it does.
func fieldName(name []byte) string {
	for _, known := range headerFields {
		if len(known) == len(name) && strings.EqualFold(known, string(name)) {
			return known
		}
	}
	return string(name)
}

func cutLine(raw []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(raw, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest
}

// words decodes encoded words (RFC 2047) of every charset that there is.
var encodedWords = mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
	return charset.Reader(name, r)
}}

// decodeText decodes a header's value to one line of UTF-8. Undeclared 8-bit text
// that is no UTF-8 is read as windows-1252, which it nearly always is.
func decodeText(s string) string {
	if !utf8.ValidString(s) {
		if decoded, err := charmap.Windows1252.NewDecoder().String(s); err == nil {
			s = decoded
		}
	}
	if strings.Contains(s, "=?") {
		if decoded, err := encodedWords.DecodeHeader(s); err == nil {
			s = decoded
		}
	}
	return oneLine(s)
}

// oneLine makes s valid UTF-8 without control characters.
func oneLine(s string) string {
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// plain reports whether s is printable ASCII, as nearly all of a header is.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// squeeze puts sep between the words of s.
func squeeze(s, sep string) string {
	if plain(s) && !strings.Contains(s, "  ") && strings.Trim(s, " ") == s && (sep == " " || !strings.Contains(s, " ")) {
		return s
	}
	return strings.Join(strings.Fields(s), sep)
}

// messageIDs reads identifiers (RFC 5322, section 3.6.4), with or without angle
// brackets. Of too many the newest are kept.
func messageIDs(value []byte) []string {
	var ids []string
	for s := oneLine(string(value)); s != ""; {
		var id string
		if open := strings.IndexByte(s, '<'); open >= 0 {
			id, s, _ = strings.Cut(s[open+1:], ">")
		} else {
			for f := range strings.FieldsSeq(s) {
				if strings.Contains(f, "@") {
					ids = append(ids, strings.Trim(f, ",;\"'"))
				}
			}
			break
		}
		// Some programs fold in the middle of an identifier.
		if id = squeeze(id, ""); id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) > maxReferences {
		ids = ids[len(ids)-maxReferences:]
	}
	return ids
}

// parseDate reads a Date (RFC 5322, section 3.3); zero if it cannot be read.
func parseDate(value []byte) time.Time {
	s := string(value)
	// What nearly all mail has, before the many forms that the library tries.
	if t, err := time.Parse("Mon, 2 Jan 2006 15:04:05 -0700", s); err == nil {
		return t
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	for _, layout := range []string{
		"Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05", "Mon, 2 Jan 2006 15:04", "Mon Jan _2 15:04:05 2006",
		"Mon Jan _2 15:04:05 MST 2006", "Mon, 2 Jan 2006 15:04:05 GMT-0700", time.RFC3339, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
