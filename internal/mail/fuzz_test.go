package mail

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzHTML(f *testing.F) {
	f.Add("<html><head><title>x</title></head><body><p>Hello<br>World<div style='display:none'>no</div>")
	f.Add("<blockquote type=cite><p>a<blockquote>b</blockquote></blockquote>c<table><tr><td>1<td>2</table>")
	f.Add("<div class=gmail_quote>On Monday:<blockquote class=gmail_quote>old</blockquote></div><pre>a\n b</pre></p></p>")
	f.Add("<style>p{</style><script>if(a<b)</script><!-- <p> --><![if !mso]><p hidden>x")
	f.Fuzz(func(t *testing.T, s string) {
		got := htmlText(s)
		if len(got) > 4*len(s)+64 {
			t.Errorf("%d bytes became %d", len(s), len(got))
		}
	})
}

func FuzzHeader(f *testing.F) {
	f.Add("=?utf-8?b?w6Q=?= =?utf-8?q?_b?= =?iso-8859-1?q?=E4?=")
	f.Add("\"Brandt, Ida\" <ida@a.example>, b@b.example (Bo); Group: c@c.example;")
	f.Add("<a@b.example> <c@d.example")
	f.Add("Mon, 16 Nov 2026 09:00:00 +0100 (CET)")
	f.Add("text/plain; charset=\"utf-8; name=x")
	f.Fuzz(func(t *testing.T, s string) {
		DecodeWords(s)
		for _, a := range ParseAddresses(s) {
			if !utf8.ValidString(a.Name+a.Address) || !strings.Contains(a.Address, "@") || strings.ContainsAny(a.Address, " <>\r\n") {
				t.Errorf("address %q of %q", a.Address, s)
			}
		}
		MessageIDs(s)
		ParseDate(s)
		MediaType(s)
	})
}

func FuzzCharset(f *testing.F) {
	f.Add([]byte("Gr\xfc\xdfe"), "iso-8859-1")
	f.Add([]byte("+AOQ-"), "utf-7")
	f.Add([]byte("\x1b$B$3\x1b(B"), "iso-2022-jp")
	f.Add([]byte("\xff\xfea\x00"), "utf-16")
	f.Add([]byte("x"), "no such thing")
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		if s, _ := toUTF8(b, name); !utf8.ValidString(s) {
			t.Errorf("%q in %q became %q", b, name, s)
		}
		unquote(b)
		unbase64(b)
	})
}
