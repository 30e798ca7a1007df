package mail

import (
	"bytes"
	"cmp"
	"io"
	"strings"
	"time"
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

// A Part is a leaf of the message's tree: its header and its body, still
// encoded. It points into the message.
type Part struct {
	Header     Header
	MediaType  string            // in lower case
	Params     map[string]string // those of its Content-Type
	Attachment bool
	Filename   string // "" where it has none
	Enclosed   bool   // within a message/rfc822 part

	body        []byte
	alternative int // number of the multipart/alternative that holds it; 0 for none
}

// A Message is a message taken apart (RFC 5322, RFC 2045). It points into the
// bytes that it was read from.
type Message struct {
	Envelope
	Header   Header
	Parts    []*Part
	Problems []string // in plain words, what was wrong with it; each once

	count, alternatives, scanned int
}

// Read takes a message apart. It never fails and never panics: what is broken is
// read as well as it can be and named in Problems. Of a message that does not say
// when it was sent, Date is when the last server handled it.
func Read(raw []byte) (m *Message) {
	m = &Message{}
	// The libraries below read what strangers wrote. A panic of theirs costs the
	// one message, not the program.
	defer func() {
		if recover() != nil {
			m.Problem("message could not be read: the reader gave up")
		}
	}()
	m.read(raw)
	return m
}

// ReadFrom reads one message from r; see Read. Of a huge message only the
// beginning is read.
func ReadFrom(r io.Reader) *Message {
	raw, err := io.ReadAll(io.LimitReader(r, maxMessage+1))
	m := Read(raw)
	if err != nil {
		m.Problem("message was cut off: " + err.Error())
	}
	return m
}

func (m *Message) read(raw []byte) {
	if len(raw) > maxMessage {
		raw = raw[:maxMessage]
		m.Problem("message is too big: only its first 8 MiB were read")
	}
	raw = newlines(raw)
	if start := bytes.TrimLeft(raw[:min(len(raw), 200)], "\xef\xbb\xbf \r\n"); len(start) >= 15 && bytes.EqualFold(start[:15], []byte("BEGIN:VCALENDAR")) {
		// A calendar file by itself, as people save it.
		m.Parts = append(m.Parts, &Part{MediaType: "text/calendar", body: raw})
		m.Problem("message is a bare calendar file")
		return
	}
	head, body, problem := splitHeader(raw)
	m.Problem(problem)
	m.Header = readHeader(head)
	if len(m.Header) == 0 {
		m.Problem("message has no header")
	}
	m.Envelope = envelopeOf(m.Header)
	if _, after, ok := strings.Cut(m.Header.Get("Received"), ";"); ok {
		handled, _ := ParseDate(after)
		m.HoldDate(handled)
	}
	m.walk(m.Header, body, 0, 0, false)
}

// HoldDate holds the sender's Date to when the last server handled the message:
// a missing one, one that is later, or one that is earlier by more than a letter
// travels gives way to the server's. Relative dates in the text count from it.
func (m *Message) HoldDate(handled time.Time) {
	switch {
	case handled.IsZero():
	case m.Date.IsZero():
		m.Date = handled
	case m.Date.After(handled.Add(aheadAtMost)), m.Date.Before(handled.Add(-underWayAtMost)):
		m.Problem("its Date, " + m.Date.Format(time.DateOnly) + ", is not when it came; the server's is taken: " + handled.Format(time.DateOnly))
		m.Date = handled
	}
}

// How far a Date may be from the server's: clocks run fast, and mail waits in queues.
const (
	aheadAtMost    = 24 * time.Hour
	underWayAtMost = 30 * 24 * time.Hour
)

// Problem notes in plain words what is wrong with the message. The empty one is none.
func (m *Message) Problem(s string) {
	if s == "" || len(m.Problems) > 20 {
		return
	}
	for _, p := range m.Problems {
		if p == s {
			return
		}
	}
	m.Problems = append(m.Problems, s)
}

// walk goes down the tree and collects the leaves.
func (m *Message) walk(h Header, body []byte, depth, alt int, enclosed bool) {
	if m.count++; m.count > maxParts {
		m.Problem("message has more than 200 parts")
		return
	}
	p := &Part{Header: h, Enclosed: enclosed, body: body, alternative: alt}
	p.MediaType, p.Params = MediaType(h.Get("Content-Type"))
	disposition, dparams := MediaType(h.Get("Content-Disposition"))
	p.Attachment = disposition == "attachment"
	p.Filename = DecodeWords(cmp.Or(dparams["filename"], p.Params["name"]))
	if depth >= maxDepth {
		m.Problem("message is nested deeper than 32 levels")
		return
	}
	switch {
	case strings.HasPrefix(p.MediaType, "multipart/"):
		if p.MediaType == "multipart/alternative" {
			m.alternatives++
			alt = m.alternatives
		}
		pieces := m.split(body, p.Params["boundary"])
		if pieces == nil {
			m.Problem("multipart without its parts")
			p.MediaType = "text/plain"
			if bytes.Contains(body[:min(len(body), 4096)], []byte("<html")) {
				p.MediaType = "text/html"
			}
			m.Parts = append(m.Parts, p)
			return
		}
		for _, piece := range pieces {
			if m.count > maxParts {
				m.Problem("message has more than 200 parts")
				return
			}
			head, inner, _ := splitHeader(piece)
			if len(piece) > 0 && (piece[0] == '\n' || piece[0] == '\r') {
				head, inner = nil, bytes.TrimLeft(piece, "\r\n") // a part without a header
			}
			m.walk(readHeader(head), inner, depth+1, alt, enclosed)
		}
	case p.MediaType == "message/rfc822" || p.MediaType == "message/global":
		m.Parts = append(m.Parts, p)
		if !p.Attachment || depth == 0 {
			inner := body
			if enc := transferEncoding(h); enc != "" {
				inner = decodeBody(body, enc, maxText)
			}
			head, text, _ := splitHeader(newlines(inner))
			m.walk(readHeader(head), text, depth+1, 0, true)
		}
	default:
		m.Parts = append(m.Parts, p)
	}
}
