package mailwatch

import (
	"afterword/internal/mail"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestHeader(t *testing.T) {
	h := Header{Received: time.Date(2026, 3, 4, 11, 1, 0, 0, time.UTC)}
	h.read([]byte("From: =?utf-8?q?Ng=C3=B4zi?= Okafor\r\n <ngozi@acme.example>\r\n" +
		"Reply-To: \"Okafor, Ngozi\" <n.okafor@acme.example>, jobs@acme.example (Jobs)\r\n" +
		"To: undisclosed-recipients:;\r\nCc: Team: a@x.example, B <b@x.example>;\r\n" +
		"a line without a colon\r\n" +
		"Subject: =?iso-8859-1?Q?R=FCckmeldung?= =?utf-8?B?4oCT?= \r\n\tSenior Analyst\r\nSubject: another\r\n" +
		"Date: Wed, 4 Mar 2026 12:00:00 +0100 (CET)\r\nMessage-ID: <a@b.example>\r\n" +
		"In-Reply-To: Your message of <x@y.example> \"Hello\"\r\nReferences: <1@b.example> <2@b\r\n .example>\r\n\t<3@b.example>\r\n\r\n"))
	if !slices.Equal(h.From, []mail.Address{{Name: "Ngôzi Okafor", Address: "ngozi@acme.example"}}) {
		t.Errorf("From %q", h.From)
	}
	if !slices.Equal(h.ReplyTo, []mail.Address{{Name: "Okafor, Ngozi", Address: "n.okafor@acme.example"}, {Name: "Jobs", Address: "jobs@acme.example"}}) {
		t.Errorf("Reply-To %q", h.ReplyTo)
	}
	if len(h.To) != 0 || !slices.Equal(h.Cc, []mail.Address{{Name: "", Address: "a@x.example"}, {Name: "B", Address: "b@x.example"}}) {
		t.Errorf("To %q, Cc %q", h.To, h.Cc)
	}
	if h.Subject != "Rückmeldung– Senior Analyst" {
		t.Errorf("Subject %q", h.Subject)
	}
	if !h.Date.Equal(time.Date(2026, 3, 4, 11, 0, 0, 0, time.UTC)) || h.MessageID != "a@b.example" || h.InReplyTo != "x@y.example" {
		t.Errorf("%v %q %q", h.Date, h.MessageID, h.InReplyTo)
	}
	if !slices.Equal(h.References, []string{"1@b.example", "2@b.example", "3@b.example"}) {
		t.Errorf("References %q", h.References)
	}
	if len(h.Problems) != 1 || !strings.Contains(h.Problems[0], "colon") {
		t.Errorf("Problems %q", h.Problems)
	}
}

func FuzzHeader(f *testing.F) {
	f.Add([]byte("From: A <a@b.example>\r\nSubject: =?utf-8?q?x?=\r\n y\r\nReferences: <a@b> <c@d>\r\n\r\n"))
	f.Add([]byte("From: \"a, (b <c\r\nTo: x:;\r\nDate: x\r\n: y\r\n\xff\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var h Header
		h.read(raw)
		for _, s := range append([]string{h.Subject, h.MessageID, h.InReplyTo}, h.References...) {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n\x00") {
				t.Errorf("%q", s)
			}
		}
		for _, a := range slices.Concat(h.From, h.ReplyTo, h.To, h.Cc) {
			if !utf8.ValidString(a.Name+a.Address) || strings.ContainsAny(a.Name+a.Address, "\r\n\x00") || !strings.Contains(a.Address, "@") {
				t.Errorf("%q", a)
			}
		}
		for _, p := range h.Problems {
			if !utf8.ValidString(p) {
				t.Errorf("%q", p)
			}
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add(`* LIST (\HasNoChildren) "/" "Entw&APw-rfe"`)
	f.Add("* LIST () NIL {3}\r\na b")
	f.Fuzz(func(t *testing.T, line string) {
		if l, ok := parseList(line); ok && (l.name == "" || !utf8.ValidString(l.name) || strings.ContainsAny(l.name, "\r\n\x00")) {
			t.Errorf("%q", l.name)
		} else if name, readable := decodeMailbox(encodeMailbox(l.name)); ok && l.name != "INBOX" && (!readable || name != l.name) {
			t.Errorf("%q is written as %q", l.name, encodeMailbox(l.name))
		}
	})
}

// BenchmarkHeader reads a header as most mail has it.
func BenchmarkHeader(b *testing.B) {
	raw := []byte("From: \"Robin Reed\" <robin@firm.example>\r\nTo: Sam Winter <sam@home.example>\r\nSubject: The minutes of the meeting on Tuesday\r\n" +
		"Date: Tue, 24 Nov 2026 10:00:00 +0100\r\nMessage-ID: <abc.def.123@firm.example>\r\nIn-Reply-To: <x.y@home.example>\r\n" +
		"References: <a@b.example>\r\n <x.y@home.example>\r\nContent-Type: text/plain; charset=utf-8\r\nReturn-Path: <robin@firm.example>\r\n\r\n")
	b.ReportAllocs()
	for b.Loop() {
		var h Header
		h.read(raw)
	}
}
