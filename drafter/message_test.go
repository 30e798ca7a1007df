package drafter

import (
	"bytes"
	"mime"
	netmail "net/mail"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterword/internal/letter"
	"afterword/internal/mail"

	"pgregory.net/rapid"
)

func aMessage() message {
	return message{
		from: netmail.Address{Name: "Maya Lind", Address: "maya@post.example"}, to: netmail.Address{Name: "Zoë O’Hara", Address: "zoe@acme.example"},
		subject: "Follow-up: Analyst Interview – Nov 13", date: time.Date(2026, 11, 24, 9, 0, 0, 0, time.FixedZone("", -5*3600)),
		messageID: "1@post.example", text: "Dear Zoë,\n\nThank you.\n\nKind regards,\nMaya Lind",
	}
}

func TestWriteMessage(t *testing.T) {
	m := aMessage()
	m.inReplyTo, m.references = "c@acme.example", []string{"a@post.example", "b@acme.example", "c@acme.example"}
	m.signature = "Maya Lind\n+1 555 0100"
	raw, err := m.write()
	if err != nil {
		t.Fatal(err)
	}
	wire(t, raw)
	want := strings.ReplaceAll(`Date: Tue, 24 Nov 2026 09:00:00 -0500
In-Reply-To: <c@acme.example>
MIME-Version: 1.0
Message-ID: <1@post.example>
References: <a@post.example> <b@acme.example> <c@acme.example>
Subject: Follow-up: Analyst Interview =?utf-8?q?=E2=80=93?= Nov 13
From: "Maya Lind" <maya@post.example>
To: =?utf-8?q?Zo=C3=AB_O=E2=80=99Hara?= <zoe@acme.example>
Content-Transfer-Encoding: quoted-printable
Content-Type: text/plain; charset=UTF-8

Dear Zo=C3=AB,

Thank you.

Kind regards,
Maya Lind

--=20
Maya Lind
+1 555 0100
`, "\n", "\r\n")
	if string(raw) != want {
		t.Errorf("got\n%s\nwant\n%s", raw, want)
	}
	again, err := m.write()
	if err != nil || !bytes.Equal(raw, again) {
		t.Error("written twice, the message is not the same")
	}
}

// fields are all that may stand in the header of a draft: nothing tells which
// program wrote it.
var fields = []string{"Date", "From", "To", "Subject", "Message-Id", "In-Reply-To", "References", "Mime-Version", "Content-Type", "Content-Transfer-Encoding"}

// wire checks a message as it goes over the wire: RFC 5322, section 2.1.1, and
// RFC 2045, section 6.7.
func wire(t rapid.TB, raw []byte) {
	t.Helper()
	if bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\n")) || bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\r")) {
		t.Errorf("a line end that is not CRLF in\n%q", raw)
	}
	header, body, ok := bytes.Cut(raw, []byte("\r\n\r\n"))
	if !ok || !bytes.HasSuffix(raw, []byte("\r\n")) {
		t.Errorf("no body, or no line end after it")
	}
	for _, line := range strings.Split(string(header), "\r\n") {
		if len(line) > 998 || strings.TrimSpace(line) == "" {
			t.Errorf("header line %q", line)
		}
	}
	for _, line := range strings.Split(string(body), "\r\n") {
		if len(line) > 76 || strings.HasSuffix(line, " ") {
			t.Errorf("body line of %d bytes: %q", len(line), line)
		}
	}
	for _, c := range raw {
		if c >= 0x80 || c < ' ' && c != '\r' && c != '\n' {
			t.Errorf("byte %#x in the message", c)
			break
		}
	}
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Errorf("read it back: %v", err)
		return
	}
	for name, values := range m.Header {
		if !slices.Contains(fields, name) || len(values) != 1 {
			t.Errorf("header field %s %q", name, values)
		}
	}
}

func TestWriteHTMLTwin(t *testing.T) {
	m := aMessage()
	m.html = true
	m.text = "Dear Zoë,\n\nfish & chips <b>\n\nKind regards,\nMaya"
	m.signature = "Maya"
	raw, err := m.write()
	if err != nil {
		t.Fatal(err)
	}
	wire(t, raw)
	for _, want := range []string{"multipart/alternative", "text/plain", "text/html", "fish &amp; chips &lt;b&gt;"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("no %q in\n%s", want, raw)
		}
	}
	if got := letter.Read(mail.Read(raw)); got.Words() != 3 || got.Text() != "fish & chips <b>" {
		t.Errorf("body %q, %d words", got.Text(), got.Words())
	}
	// Read from the HTML alone, the letter is the same.
	if got := letter.Read(mail.Read([]byte("Content-Type: text/html; charset=utf-8\r\n\r\n" + m.asHTML()))); got.Text() != "fish & chips <b>" || got.Salutation != "Dear Zoë," {
		t.Errorf("read from HTML: %+v", got)
	}
}

// TestInjection tries to break out of every value.
func TestInjection(t *testing.T) {
	for _, evil := range []string{"a\r\nBcc: spy@evil.example", "a\nX-Evil: 1", "a\rb", "a\x00b", "a\r\n\r\nbody", "\xff\xfe"} {
		for name, set := range map[string]func(*message){
			"from name": func(m *message) { m.from.Name = evil }, "from": func(m *message) { m.from.Address = evil + "@post.example" },
			"to name": func(m *message) { m.to.Name = evil }, "to": func(m *message) { m.to.Address = "zoe@acme.example" + evil },
			"subject": func(m *message) { m.subject = evil }, "Message-ID": func(m *message) { m.messageID = evil + "@x" },
			"In-Reply-To": func(m *message) { m.inReplyTo = evil + "@x" }, "References": func(m *message) { m.references = []string{"a@x", evil + "@x"} },
		} {
			m := aMessage()
			set(&m)
			if raw, err := m.write(); err == nil {
				t.Errorf("%s = %q is taken:\n%s", name, evil, raw)
			}
		}
	}
	for _, address := range []string{"", "zoe", "zoe@", "<zoe@acme.example>", "a@acme.example, b@acme.example", "Zoe <z@acme.example>", "zoë@acme.example", "group: a@b.example;"} {
		m := aMessage()
		m.to.Address = address
		if raw, err := m.write(); err == nil {
			t.Errorf("address %q is taken:\n%s", address, raw)
		}
	}
}

// TestWriteAny writes whatever can stand in the values and reads the same back.
func TestWriteAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching(`[\PC ]{0,120}`).Filter(func(s string) bool {
			return utf8.ValidString(s) && !strings.ContainsAny(s, "\r\n\x00")
		})
		m := aMessage()
		m.subject = strings.Join(strings.Fields(line.Draw(t, "subject")), " ")
		m.to.Name = strings.Join(strings.Fields(line.Draw(t, "name")), " ")
		m.text = "Dear Zoë,\n\n" + strings.Join(strings.Fields(line.Draw(t, "text")), " ") + "\n\nBest,\nMaya"
		for range rapid.IntRange(0, 40).Draw(t, "references") {
			m.references = append(m.references, rapid.StringMatching(`[!-;=?-~]{1,60}@[a-z]{1,40}`).Draw(t, "id"))
		}
		m.html = rapid.Bool().Draw(t, "html")
		raw, err := m.write()
		if err != nil {
			t.Fatalf("%v", err)
		}
		wire(t, raw)
		got, err := netmail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
		if err != nil || !strings.Contains(m.subject, "=?") && subject != m.subject {
			t.Errorf("subject %q, %v; want %q", subject, err, m.subject)
		}
		to, err := got.Header.AddressList("To")
		if err != nil || len(to) != 1 || to[0].Address != m.to.Address || !strings.Contains(m.to.Name, "=?") && to[0].Name != displayed(m.to).Name {
			t.Errorf("to %v, %v; want %q", to, err, m.to.Name)
		}
		read := mail.Read(raw)
		if !slices.Equal(read.References, m.references) {
			t.Errorf("references %q, want %q", read.References, m.references)
		}
		if squeezed := strings.Join(strings.Fields(read.Text().Text), " "); squeezed != strings.Join(strings.Fields(m.text), " ") {
			t.Errorf("text %q, want %q", squeezed, m.text)
		}
	})
}

func TestReplySubject(t *testing.T) {
	for in, want := range map[string]string{
		"Interview": "Re: Interview", "Re: Interview": "Re: Interview", "RE: re: Interview": "Re: Interview", "AW: Re: Interview": "Re: Interview",
		"Antw: RE[2]: Interview": "Re: Interview", "Fwd: Interview": "Re: Fwd: Interview", "": "", "Re:": "", " Re: AW: ": "", "Reference check": "Re: Reference check",
		"  two   spaces ": "Re: two spaces",
	} {
		if got := replySubject(in); got != want {
			t.Errorf("replySubject(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReferences(t *testing.T) {
	got := referencesTo(Thread{MessageID: "<c@x>", References: []string{"<a@x>", "b@x", "a@x", "broken id", ""}})
	if want := []string{"a@x", "b@x", "c@x"}; !slices.Equal(got, want) {
		t.Errorf("referencesTo = %q, want %q", got, want)
	}
}

func TestWrap(t *testing.T) {
	long := regexp.MustCompile(`\S+`).ReplaceAllString(strings.Repeat("word ", 60), "wörter")
	for line := range strings.Lines(wrap(long)) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > width {
			t.Errorf("a line of %d characters", n)
		}
	}
	if got := wrap("a\nb\n\n" + strings.Repeat("x", 90)); got != "a\nb\n\n"+strings.Repeat("x", 90)+"\n" {
		t.Errorf("wrap = %q", got)
	}
}

// The subject stands on the line of its field, and comes back as it was.
func TestSubjectField(t *testing.T) {
	for _, s := range []string{"Thank you: Senior Analyst Interview – Nov 15", "Vielen Dank: Vorstellungsgespräch Führungskraft für Übergänge – 23. November", "=?odd", "plain",
		"a " + strings.Repeat("ü", 200) + " b", strings.Repeat("word ", 40) + "end", "– –", "日本語 の 件名"} {
		field := subjectField(s)
		if strings.HasPrefix(field, "\r\n") {
			t.Errorf("%q begins on a line of its own", s)
		}
		for line := range strings.SplitSeq("Subject: "+field, "\r\n") {
			if len(line) > 86 {
				t.Errorf("%d characters: %q", len(line), line)
			}
		}
		if got := mail.DecodeWords(strings.ReplaceAll(field, "\r\n", "")); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}
