package mail

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestReadable: whatever is wrong with a message, its words are read.
func TestReadable(t *testing.T) {
	const head = "From: Ida <ida@nordwind.example>\nSubject: Hello\nDate: Mon, 16 Nov 2026 09:00:00 +0100\n"
	for _, tt := range []struct{ name, in, want, problem string }{
		{"plain", head + "\nGrüße", "Grüße", ""},
		{"mbox line first", "From ida Mon Nov 16 09:00:00 2026\n" + head + "\nGrüße", "Grüße", ""},
		{"line without a colon", "From: Ida <ida@nordwind.example>\nthis is no header\nSubject: Hello\nDate: Mon, 16 Nov 2026 09:00:00 +0100\n\nGrüße", "Grüße", "without a colon"},
		{"bare CR", strings.ReplaceAll(head+"\nGrüße\nIda", "\n", "\r"), "Grüße\nIda", ""},
		{"no empty line", "Subject: Hello\nDate: Mon, 16 Nov 2026 09:00:00 +0100\nDear Sam, here is the text.\nIda", "Dear Sam, here is the text.\nIda", "no empty line"},
		{"no header", "\n\nDear Sam, here is the text.", "Dear Sam, here is the text.", "no header"},
		{"blank before the colon", "Subject : Hello\nDate: Mon, 16 Nov 2026 09:00:00 +0100\n\nGrüße", "Grüße", ""},
		{"undeclared 8-bit", head + "\nGr\xfc\xdfe \x96 Ida", "Grüße – Ida", ""},
		{"latin1 that is windows-1252", head + "Content-Type: text/plain; charset=iso-8859-1\n\n\x80 100", "€ 100", ""},
		{"says UTF-8, is not", head + "Content-Type: text/plain; charset=utf-8\n\nGr\xfc\xdfe", "Grüße", "not the UTF-8"},
		{"unknown charset", head + "Content-Type: text/plain; charset=klingon\n\nGr\xfc\xdfe", "Grüße", "unknown charset"},
		{"utf-7", head + "Content-Type: text/plain; charset=utf-7\n\nGr+APwA3w-e, 1 +- 1", "Grüße, 1 + 1", ""},
		{"cp850", head + "Content-Type: text/plain; charset=cp850\n\nGr\x81\xe1e", "Grüße", ""},
		{"iso-2022-jp", head + "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B$3$s\x1b(B", "こん", ""},
		{"unknown encoding", head + "Content-Transfer-Encoding: 8-bit\n\nGrüße", "Grüße", "unknown transfer encoding"},
		{"base64 with a footer", head + "Content-Transfer-Encoding: base64\n\nR3LDvMOfZQ==\n\n_______\nThe list's footer goes here", "Grüße", ""},
		{"base64 with junk", head + "Content-Transfer-Encoding: base64\n\nR3LDvM\nOfZQ", "Grüße", ""},
		{"bad quoted-printable", head + "Content-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe 1=2 =ZZ=\n!", "Grüße 1=2 =ZZ!", ""},
		{"no boundary declared", head + "Content-Type: multipart/mixed\n\n--abcdefg\nContent-Type: text/plain\n\nGrüße\n--abcdefg--\n", "Grüße", "does not declare"},
		{"never closed", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nGrüße\n", "Grüße", "not closed"},
		{"boundary with blanks", head + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b  \nContent-Type: text/plain\n\nGrüße\n--b--  \n", "Grüße", ""},
		{"no parts", head + "Content-Type: multipart/mixed; boundary=b\n\nGrüße\n", "Grüße", "without its parts"},
		{"part without a header", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nGrüße\n--b--\n", "Grüße", ""},
		{"encoded multipart", head + "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: quoted-printable\n\n--b\n\nGrüße\n--b--\n", "Grüße", ""},
		{"two texts", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nFirst\n--b\nContent-Type: image/png\n\nx\n--b\nContent-Type: text/plain\n\nSecond\n--b--\n", "First\n\nSecond", ""},
		{"empty alternative", head + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: text/html\n\n<p>Gr&uuml;&szlig;e\n--b--\n", "Grüße", ""},
		{"alternative that says nothing", head + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nView this message in your browser.\n--b\nContent-Type: text/html\n\n<p>Dear Sam, we have looked at what you sent us, and we are sorry to say that we will not go on with your application for this position at our house.\n--b--\n", "Dear Sam, we have looked at what you sent us, and we are sorry to say that we will not go on with your application for this position at our house.", ""},
		{"HTML called plain", head + "Content-Type: text/plain\n\n<html><body><p>Gr&uuml;&szlig;e</p></body></html>", "Grüße", ""},
		{"attachment", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nGrüße\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nWe regret\n--b--\n", "Grüße", ""},
		{"enclosed", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nFor you\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\nWe regret\n--b--\n", "For you", ""},
		{"NUL", head + "\nGr\x00üße", "Grüße", "NUL"},
		{"byte order mark", "\xef\xbb\xbf" + head + "\nGrüße", "Grüße", ""},
	} {
		v := Read([]byte(tt.in))
		if text := strings.TrimSpace(v.Text().Text); text != tt.want {
			t.Errorf("%s: text %q, want %q; problems %q", tt.name, text, tt.want, v.Problems)
		}
		if problems := strings.Join(v.Problems, "; "); !strings.Contains(problems, tt.problem) || tt.problem == "" && problems != "" && !strings.Contains(tt.name, "header") {
			t.Errorf("%s: problems %q, want %q", tt.name, problems, tt.problem)
		}
	}
}

func TestDecodeWords(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                                  "plain",
		"=?utf-8?q?Gr=C3=BC=C3=9Fe?=":            "Grüße",
		"=?UTF-8?B?R3LDvMOfZQ==?= aus Kiel":      "Grüße aus Kiel",
		"=?utf-8?q?a?= =?utf-8?q?b?=":            "ab",
		"=?utf-8?q?a?=\r\n =?iso-8859-1?q?=E4?=": "aä",
		"=?utf-8?b?R3LD?= =?utf-8?b?vMOfZQ==?=":  "Grüße",
		"=?utf-8?q?with blanks inside?=":         "with blanks inside",
		"=?utf-8*de?q?Gr=C3=BC=C3=9Fe?=":         "Grüße",
		"\"=?utf-8?q?quoted?=\"":                 "\"quoted\"",
		"Gr\xfc\xdfe":                            "Grüße",
		"=?utf-8?x?broken?=":                     "=?utf-8?x?broken?=",
		"=?utf-8?q?never closed":                 "=?utf-8?q?never closed",
	} {
		if got := DecodeWords(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// A line of blanks alone folds a field (RFC 5322, section 4.2), unless what follows it
// can only be text.
func TestBlankFolding(t *testing.T) {
	for raw, want := range map[string][2]string{ // the last of References, and the text
		"Subject: a\n \nReferences: <a@x.example>\n\n\thello":                      {"a@x.example", "hello"},
		"References: <a@x.example>\n \n <b@x.example>\n\nhello":                    {"b@x.example", "hello"},
		"References: <a@x.example>\n\t\n \n\t<b@x.example>\nDate: x\n\nhello":      {"b@x.example", "hello"},
		"References: <a@x.example>\n \n <b@x.example>\n \n <c@x.example>\n\nhello": {"c@x.example", "hello"},
		"Subject: a\n \nList-Id: x\nX-Y: z\nReferences: <a@x.example>\n\nhello":    {"a@x.example", "hello"},
		"References: <a@x.example>\n \n\nhello":                                    {"a@x.example", "hello"},
		"References: <a@x.example>\n \nhello":                                      {"a@x.example", "hello"},
		"References: <a@x.example>\n \n  hello\nto all":                            {"a@x.example", "hello\nto all"},
		"References: <a@x.example>\n \nNote: I am away\nfor a day\n\nTo: you":      {"a@x.example", "Note: I am away\nfor a day\n\nTo: you"},
		"References: <a@x.example>\n" + strings.Repeat(" \n", 100) + "hello\nwell": {"a@x.example", "hello\nwell"},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			m := Read([]byte(strings.ReplaceAll(raw, "\n", end)))
			last := ""
			if n := len(m.References); n > 0 {
				last = m.References[n-1]
			}
			if got := [2]string{last, strings.ReplaceAll(strings.TrimSpace(m.Text().Text), "\r\n", "\n")}; got != want {
				t.Errorf("%q: %q, want %q", raw, got, want)
			}
		}
	}
}

func TestAddresses(t *testing.T) {
	for in, want := range map[string][]Address{
		"ida@nordwind.example":                                {{"", "ida@nordwind.example"}},
		"Ida Brandt <ida@nordwind.example>":                   {{"Ida Brandt", "ida@nordwind.example"}},
		"\"Brandt, Ida\" <ida@nordwind.example>, b@b.example": {{"Brandt, Ida", "ida@nordwind.example"}, {"", "b@b.example"}},
		"Dr. Ida Brandt (Nordwind) <ida@nordwind.example>":    {{"Dr. Ida Brandt (Nordwind)", "ida@nordwind.example"}},
		"ida@nordwind.example (Ida Brandt)":                   {{"Ida Brandt", "ida@nordwind.example"}},
		"Team: a@a.example, b@b.example;":                     {{"", "a@a.example"}, {"", "b@b.example"}},
		"a@a.example; b@b.example":                            {{"", "a@a.example"}, {"", "b@b.example"}},
		"\"never closed <ida@nordwind.example>":               {{"never closed", "ida@nordwind.example"}},
		"=?utf-8?q?J=C3=BCrgen?= <j@nordwind.example>":        {{"Jürgen", "j@nordwind.example"}},
		"<@relay.example:ida@nordwind.example>":               {{"", "ida@nordwind.example"}},
		"<mailto:ida@nordwind.example>":                       {{"", "ida@nordwind.example"}},
		"ida@nordwind.example <ida@nordwind.example>":         {{"ida@nordwind.example", "ida@nordwind.example"}},
		"undisclosed-recipients:;":                            nil,
		"nobody":                                              nil,
		"":                                                    nil,
		`"`:                                                   nil,
		"(":                                                   nil,
		"<":                                                   nil,
		"<ida@nordwind.example":                               {{"", "ida@nordwind.example"}},
		"Ida <ida@nordwind.example":                           {{"Ida", "ida@nordwind.example"}},
		"Ida ida@nordwind.example":                            {{"Ida", "ida@nordwind.example"}},
		`"Dr. Brandt \"I\"" <ida@nordwind.example>`:           {{`Dr. Brandt "I`, "ida@nordwind.example"}},
		"'ida@nordwind.example' <ida@nordwind.example>":       {{"ida@nordwind.example", "ida@nordwind.example"}},
		"\"=?utf-8?Q?Z=C3=B6e?=\" <ida@nordwind.example>":     {{"Zöe", "ida@nordwind.example"}},
		"Z\xf6e <ida@nordwind.example>":                       {{"Zöe", "ida@nordwind.example"}},
	} {
		if got := ParseAddresses(in); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMessageIDs(t *testing.T) {
	for in, want := range map[string][]string{
		"<a@a.example> <b@b.example>": {"a@a.example", "b@b.example"},
		"<a@a.example><b@b.example>":  {"a@a.example", "b@b.example"},
		"<a@a.exam\r\n ple>":          {"a@a.example"},
		"a@a.example b@b.example":     {"a@a.example", "b@b.example"},
		"<a@a.example> \"x\" <b@b":    {"a@a.example", "b@b"},
		"Your mail of Monday":         nil,
		"<no-at-sign.1234>":           {"no-at-sign.1234"},
	} {
		if got := MessageIDs(in); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	const want = "2026-11-16T09:00:00+01:00"
	for _, in := range []string{"Mon, 16 Nov 2026 09:00:00 +0100", "16 Nov 2026 09:00:00 +0100", "Mon, 16 Nov 2026 09:00:00 +0100 (CET)", "Mon,16 Nov 2026 09:00 +0100", "Mon, 16 Nov 2026 09:00:00 +0100 (some (nested) words)", "mon, 16-nov-26 09:00:00 +0100", "2026-11-16 09:00:00 +0100", "Monday, 16 November 2026 09:00:00 +0100"} {
		if got, ok := ParseDate(in); !ok || got.Format(time.RFC3339) != want {
			t.Errorf("%q: %v %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "yesterday", "Mon, 16 Nov 20260 09:00:00 +0100", strings.Repeat("1", 1000)} {
		if got, ok := ParseDate(in); ok {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// TestHidden: what a reader cannot see is not read, whatever hides it; what only
// looks as if it were hidden is.
func TestHidden(t *testing.T) {
	for in, want := range map[string]string{
		`<style>.x{display:none}</style>Hello<div class="x">no</div>`:                                                                           "Hello",
		`<style>/* old */ p.gone, #y { color: red; visibility : hidden }</style>Hello<p class="a gone">no<p>yes`:                                "Hello\n\nyes",
		`<style>p.gone{display:none}</style>Hello <b class="gone">world</b>`:                                                                    "Hello world",
		`<style>#y{display:none!important}</style>Hello<div id=y>no</div>`:                                                                      "Hello",
		`<style>@media (max-width:600px){.m{display:none} .n{color:red}} .x{display:none}</style><div class=m>Hello</div><div class=x>no</div>`: "Hello",
		`<style>.a .b{display:none}</style><div class=b>Hello</div>`:                                                                            "Hello",
		`Hello<div style="color:#fff">no</div>`:                                                                                                 "Hello",
		`Hello<font color="#FEFEFE">no</font>`:                                                                                                  "Hello",
		`<table bgcolor="#003366"><tr><td><a style="color: white">Hello</a></td></tr></table>`:                                                  "Hello",
		`<div style="background:#036 url(x.png)"><a style="color:#ffffff">Hello</a></div>`:                                                      "Hello",
		`<td background="x.png"><span style="color:#ffffff">Hello</span></td>`:                                                                  "Hello",
		`<div style="background-color:rgb(20, 20, 20)"><p style="color:rgb(22,20,20)">no</p><p style="color:#ddd">Hello</p></div>`:              "Hello",
		`<body style="background:black;color:white">Hello</body>`:                                                                               "Hello",
		`<div style="color:#fff"><span style="color:#222">Hello</span> no</div>`:                                                                "Hello",
	} {
		m := Read([]byte("Content-Type: text/html; charset=utf-8\n\n<html>" + in + "</html>"))
		if got := strings.TrimSpace(m.Text().Text); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestSingle: a From that shows one sender to the reader and another to the server
// is not one plain address.
func TestSingle(t *testing.T) {
	for from, want := range map[string]bool{
		"robin@acme.example":                                       true,
		"Robin Hale <robin@acme.example>":                          true,
		`"Hale, Robin" <robin@acme.example>`:                       true,
		"Hale, Robin <robin@acme.example>":                         true,
		`"Robin Hale (Acme)" <robin@acme.example>`:                 true,
		"Robin Hale (Acme) <robin@acme.example>":                   true,
		"robin@acme.example (Robin Hale)":                          true,
		"=?utf-8?q?R=C3=B6bin?= <robin@acme.example>":              true,
		`"robin@acme.example" <robin@acme.example>`:                true,
		"(robin@acme.example) x@evil.example":                      false,
		"x@evil.example (robin@acme.example)":                      false,
		"Robin <robin@acme.example>, x@evil.example":               false,
		"robin@acme.example; x@evil.example":                       false,
		"<robin@acme.example x@evil.example>":                      false,
		`"robin@acme.example"@evil.example`:                        false,
		`"Robin Hale <robin@acme.example>": x@evil.example;`:       false,
		"Team: robin@acme.example;":                                false,
		"robin@acme.example <x@evil.example>":                      false,
		"nobody":                                                   false,
		"Robin <robin@acme.example>\nFrom: Robin <x@evil.example>": false,
	} {
		if e, _ := ReadEnvelope([]byte("From: " + from + "\n")); e.Single != want {
			t.Errorf("%q: single %v", from, e.Single)
		}
	}
}
