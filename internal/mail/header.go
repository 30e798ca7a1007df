package mail

import (
	"bytes"
	"net/textproto"
	"strings"
)

// A Field is one field of a header: its name as net/textproto writes it
// ("Message-Id"), and its value, unfolded and still encoded.
type Field struct{ Name, Value string }

// A Header is what stands above a message or one of its parts, in order.
type Header []Field

// Get returns the value of the first field of that name, in any letter case; ""
// if there is none.
func (h Header) Get(name string) string {
	v, _ := h.Lookup(name)
	return v
}

// Lookup returns the value of the first field of that name, and whether there is one.
func (h Header) Lookup(name string) (string, bool) {
	for i := range h {
		if len(h[i].Name) == len(name) && strings.EqualFold(h[i].Name, name) {
			return h[i].Value, true
		}
	}
	return "", false
}

// Values returns the values of all fields of that name, in order.
func (h Header) Values(name string) []string {
	var all []string
	for i := range h {
		if len(h[i].Name) == len(name) && strings.EqualFold(h[i].Name, name) {
			all = append(all, h[i].Value)
		}
	}
	return all
}

// readHeader reads the fields of a header. A line without a colon is passed over.
func readHeader(raw []byte) Header {
	h := make(Header, 0, bytes.Count(raw, []byte{'\n'}))
	for len(raw) > 0 {
		var name, value []byte
		if name, value, raw = nextField(raw); len(name) > 0 {
			h = append(h, Field{textproto.CanonicalMIMEHeaderKey(string(name)), string(value)})
		}
	}
	return h
}

// nextField takes one field off the front, unfolded (RFC 5322, section 2.2.3).
// The name is empty where a line has no colon.
func nextField(raw []byte) (name, value, rest []byte) {
	line, rest := cutLine(raw)
	line = bytes.TrimSuffix(line, []byte("\r"))
	if !isField(line) {
		return nil, line, rest
	}
	colon := bytes.IndexByte(line, ':')
	name = bytes.TrimRight(line[:colon], " \t") // a blank before the colon is forgiven
	value = bytes.TrimRight(line[colon+1:], " \t\r")
	owned := false
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
		if !owned {
			value, owned = append(make([]byte, 0, 2*len(value)), value...), true
		}
		line, rest = cutLine(rest)
		value = append(value, ' ')
		value = append(value, bytes.Trim(line, " \t\r")...)
	}
	return name, bytes.TrimSpace(value), rest
}

// cutLine takes one line off the front, without the line feed.
func cutLine(b []byte) (line, rest []byte) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i], b[i+1:]
	}
	return b, nil
}
