package mail

import (
	"bytes"
	"strings"
	"time"
)

// An Envelope is what a header says of who wrote to whom, when, and in answer to
// what. Every room reads it here, so that all mean the same message by an
// identifier.
type Envelope struct {
	MessageID  string   // without angle brackets, as are the next two; "" if there is none
	InReplyTo  string   // the first of them
	References []string // oldest first

	From, ReplyTo []Address
	To, Cc        []Address
	Bcc           []Address // in the sender's own copy, if he keeps one with it
	// Sender is the first of From; where From holds no address, what stands there
	// is its name.
	Sender Address
	// Single says that there is one From, and that it is one plain address.
	Single  bool
	Subject string    // decoded, on one line
	Date    time.Time // as the sender says, in his zone; zero if missing or unreadable
	// Report says that the message tells by its header to be a report on mail of
	// the reader's own: a multipart/report (RFC 6522), or without a return path
	// (RFC 3464, section 2).
	Report bool
}

// EnvelopeFields are the names of the fields that an Envelope is read from.
var EnvelopeFields = []string{
	"From", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
	"Content-Type", "Return-Path", "X-Failed-Recipients",
}

// maxValue is how many octets of one field's value are decoded.
const maxValue = 64 << 10

// ReadEnvelope reads an envelope from the lines of a header, of which some may be
// missing or odd. It takes what it can; problems says in plain words what was
// wrong with the rest. The lines mean what they mean in the whole message.
func ReadEnvelope(raw []byte) (e Envelope, problems []string) {
	if !tidy(raw) {
		head, _, problem := splitHeader(raw)
		if raw = head; problem != "" {
			problems = append(problems, problem)
		}
	}
	for len(raw) > 0 {
		var name, value []byte
		name, value, raw = nextField(raw)
		if known := fieldName(name); known != "" {
			if problem := e.take(known, string(value)); problem != "" {
				problems = append(problems, problem)
			}
		}
	}
	if e.finish(); len(e.From) == 0 {
		problems = append(problems, "the header names no sender")
	}
	return e, problems
}

// tidy reports whether every line is a field or goes on with one, as nearly always,
// so that nothing has to be cleaned.
func tidy(raw []byte) bool {
	for first := true; len(raw) > 0; first = false {
		var line []byte
		line, raw = cutLine(raw)
		line = bytes.TrimSuffix(line, []byte("\r"))
		switch {
		case len(line) == 0:
			return len(raw) == 0 && !first
		case bytes.IndexByte(line, 0) >= 0:
			return false
		case line[0] == ' ' || line[0] == '\t':
			if first || len(bytes.TrimRight(line, " \t\r")) == 0 {
				return false
			}
		case !isField(line):
			return false
		}
	}
	return true
}

// fieldName returns the name of a field (RFC 5322, section 2.2: in any letter
// case) as it stands in EnvelopeFields, "" if it is none of them.
func fieldName(name []byte) string {
	for _, known := range EnvelopeFields {
		if len(known) == len(name) && strings.EqualFold(known, string(name)) {
			return known
		}
	}
	return ""
}

// envelopeOf reads the envelope of a header that was read whole.
func envelopeOf(h Header) Envelope {
	var e Envelope
	for _, f := range h {
		if known := fieldName([]byte(f.Name)); known != "" {
			e.take(known, f.Value)
		}
	}
	e.finish()
	return e
}

// take takes one field, by its name as it stands in EnvelopeFields. Of a field
// that stands there twice the first counts that says anything, as mail programs
// show it; recipients and References are gathered.
func (e *Envelope) take(name, value string) (problem string) {
	if len(value) > maxValue && name != "References" {
		value = value[:maxValue]
	}
	switch name {
	case "From":
		e.Single = e.From == nil && e.Sender.Name == "" && single(value)
		if e.From == nil {
			if e.From = ParseAddresses(value); e.From == nil && e.Sender.Name == "" {
				e.Sender.Name = DisplayName(value)
			}
		}
	case "Reply-To":
		if e.ReplyTo == nil {
			e.ReplyTo = ParseAddresses(value)
		}
	case "To":
		e.To = addAddresses(e.To, value)
	case "Cc":
		e.Cc = addAddresses(e.Cc, value)
	case "Bcc":
		e.Bcc = addAddresses(e.Bcc, value)
	case "Subject":
		if e.Subject == "" {
			e.Subject = cutRunes(strings.TrimSpace(DecodeWords(value)), maxSubject)
		}
	case "Message-ID":
		if ids := MessageIDs(value); e.MessageID == "" && len(ids) > 0 {
			e.MessageID = ids[0]
		}
	case "In-Reply-To":
		if ids := MessageIDs(value); e.InReplyTo == "" && len(ids) > 0 {
			e.InReplyTo = ids[0]
		}
	case "References":
		if e.References = append(e.References, MessageIDs(value)...); len(e.References) > maxReferences {
			e.References = e.References[len(e.References)-maxReferences:]
		}
	case "Date":
		if e.Date.IsZero() {
			if t, ok := ParseDate(value); ok {
				e.Date = t
			} else {
				return "the Date \"" + FirstBytes(CleanLine(value), 60) + "\" cannot be read"
			}
		}
	case "Content-Type":
		e.Report = e.Report || len(value) >= len(report) && strings.EqualFold(value[:len(report)], report)
	case "Return-Path":
		e.Report = e.Report || strings.HasPrefix(value, "<>")
	case "X-Failed-Recipients":
		e.Report = true
	}
	return ""
}

const report = "multipart/report"

func addAddresses(all []Address, value string) []Address {
	if len(all) == 0 {
		return ParseAddresses(value)
	}
	all = append(all, ParseAddresses(value)...)
	return all[:min(len(all), maxAddresses)]
}

func (e *Envelope) finish() {
	if len(e.From) > 0 {
		e.Sender = e.From[0]
	}
}

// Recipients returns the addresses of To, Cc and Bcc, in order.
func (e *Envelope) Recipients() []string {
	var all []string
	for _, list := range [][]Address{e.To, e.Cc, e.Bcc} {
		for _, a := range list {
			all = append(all, a.Address)
		}
	}
	return all
}

// Answers returns the identifiers of the messages that this one answers, the
// nearest last: References, then In-Reply-To.
func (e *Envelope) Answers() []string {
	if e.InReplyTo == "" {
		return e.References
	}
	return append(e.References[:len(e.References):len(e.References)], e.InReplyTo)
}
