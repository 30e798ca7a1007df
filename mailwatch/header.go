package mailwatch

import "afterword/internal/mail"

// maxHeader bounds what is kept of a header, whoever wrote it.
const maxHeader = 64 << 10

// headerFields are what is asked of every message: enough to say whose it is and
// what it answers, and that it may be a report. The server repeats the list with
// every message, so it is short.
var headerFields = append([]string{"Auto-Submitted"}, mail.EnvelopeFields...)

// read fills a header from its raw lines. It takes what it can and notes the rest
// in Problems: a message with a broken header is still a message.
func (h *Header) read(raw []byte) {
	if len(raw) > maxHeader {
		raw = raw[:maxHeader]
		h.Problems = append(h.Problems, "the header is longer than 64 KiB; the rest of it was not read")
	}
	h.Raw = raw
	var problems []string
	h.Envelope, problems = mail.ReadEnvelope(raw)
	h.Problems = append(h.Problems, problems...)
	if h.Received.IsZero() && !h.Date.IsZero() {
		h.Received = h.Date
		h.Problems = append(h.Problems, "the server does not say when it came; its own date is taken")
	}
}
