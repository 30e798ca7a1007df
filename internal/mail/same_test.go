package mail_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/mailwatch/recognize"

	"pgregory.net/rapid"
)

// oddHeader draws the header of a message as programs of all times wrote them, and
// worse.
func oddHeader() *rapid.Generator[string] {
	id := rapid.OneOf(rapid.SampledFrom([]string{"<a@b.example>", "a@b.example", "<c@d", "<e@f\r\n .example>", "<no-at-sign>", "<>", "\"x\" <g@h.example>", "<i@j.example><k@l.example>", "(comment) <m@n.example>", "<o p@q.example>", "Your mail of Monday"}),
		rapid.StringMatching(`<[a-z0-9.@ <>-]{1,12}>?`))
	address := rapid.OneOf(rapid.SampledFrom([]string{"ida@nordwind.example", "Ida <ida@nordwind.example>", "\"Brandt, Ida\" <ida@nordwind.example>", "undisclosed-recipients:;", "Team: a@a.example, b@b.example;", "=?utf-8?q?J=C3=BCrgen?= <j@a.example>",
		"\"never closed <x@a.example>", "x@a.example; y@a.example", "<@relay.example:z@a.example>", "Z\xf6e <zoe@a.example>", "zoe@a.example (Zoe)", "<<w@a.example>>", "nobody", "Zo\u202ee <zoe@a.example>"}), rapid.StringMatching(`["<>a-c@., ()]{0,12}`))
	name := rapid.SampledFrom([]string{"Message-ID", "message-id", "MESSAGE-ID", "References", "In-Reply-To", "To", "TO", "Cc", "From", "Reply-To", "Subject", "Date", "X-Other", "Message-ID ", "References\t"})
	line := rapid.Custom(func(t *rapid.T) string {
		switch n := name.Draw(t, "name"); strings.TrimSpace(strings.ToLower(n)) {
		case "message-id", "references", "in-reply-to":
			return n + ": " + strings.Join(rapid.SliceOfN(id, 0, 4).Draw(t, "identifiers"), rapid.SampledFrom([]string{" ", "\r\n ", "\r\n\t", "\r\n \r\n ", ",", ""}).Draw(t, "between"))
		default:
			return n + ":" + strings.Join(rapid.SliceOfN(address, 0, 3).Draw(t, "addresses"), rapid.SampledFrom([]string{", ", ",\r\n ", ",\r\n\t\r\n ", ";"}).Draw(t, "between"))
		}
	})
	odd := rapid.SampledFrom([]string{"a line without a colon", ": nameless", "From ida Mon Nov 16 09:00:00 2026", "\x00", " folded into nothing", "Subject"})
	return rapid.Map(rapid.SliceOfN(rapid.OneOf(line, line, line, odd), 0, 12), func(lines []string) string {
		return strings.Join(append([]string{"Received: from a by b"}, lines...), "\r\n") + "\r\n"
	})
}

// Whoever reads a message, from the lines that a server sends of its header or
// whole, means the same message by an identifier and the same people by an address.
func TestAllRoomsReadTheSame(t *testing.T) {
	check := func(t *rapid.T) {
		header := oddHeader().Draw(t, "header")
		whole := mail.Read([]byte(header + "\r\nHello Sam,\r\n\r\nyes.\r\n"))
		lines, _ := mail.ReadEnvelope([]byte(header + "\r\n"))
		if whole.Date.IsZero() {
			lines.Date = whole.Date
		}
		if !reflect.DeepEqual(lines, whole.Envelope) {
			t.Fatalf("%q\nby its lines %+v\nwhole        %+v", header, lines, whole.Envelope)
		}
		opened := recognize.Open(whole)
		if !reflect.DeepEqual(opened.Envelope, lines) {
			t.Fatalf("%q: opened %+v, want %+v", header, opened.Envelope, lines)
		}
		v := opened.Judge(recognize.Options{})
		if v.MessageID != lines.MessageID || v.InReplyTo != lines.InReplyTo || !slices.Equal(v.References, lines.References) || !slices.Equal(v.To, lines.Recipients()) {
			t.Fatalf("%q: judged %+v, want %+v", header, v, lines)
		}
		if !letter.Same(whole, mail.Read([]byte(header+"\r\nHello Sam,\r\n\r\nyes.\r\n"))) {
			t.Fatalf("%q: not the same as itself", header)
		}
	}
	for range 50 { // rapid draws a hundred each time
		rapid.Check(t, check)
	}
}
