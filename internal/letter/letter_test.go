package letter

import (
	"strings"
	"testing"

	"afterword/internal/mail"
)

func eml(lines ...string) []byte {
	return []byte(strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\r\n"))
}

// TestRead reads letters as clients send them: only the words between
// salutation and sign-off count.
func TestRead(t *testing.T) {
	const head = "From: Maya <maya@post.example>\nTo: Zoe <zoe@acme.example>\nSubject: Hello\n"
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"plain": {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Dear Zoe,", "", "thank you for the", "long talk.", "", "It was good.", "", "Best regards,", "Maya", "", "-- ", "Maya Lind"),
			"thank you for the long talk.\n\nIt was good."},
		"no salutation": {eml(head, "thanks for everything you said today.", "", "Maya"), "thanks for everything you said today."},
		"greeting on the same block": {eml(head, "Hi Zoe,", "thanks for today. It was good.", "Cheers", "Maya"),
			"thanks for today. It was good."},
		"gmail quote": {eml(head, "Hi Zoe,", "", "thanks for today.", "", "Maya", "", "On Fri, Nov 13, 2026 at 3:00 PM Zoe Smith <zoe@acme.example>", "wrote:", "", "> Dear Maya,", "> see you"),
			"thanks for today."},
		"outlook quote": {eml(head, "Hi Zoe,", "", "thanks for today.", "", "Regards,", "Maya", "", "________________________________", "From: Zoe <zoe@acme.example>", "Sent: Friday", "", "See you"),
			"thanks for today."},
		"german": {eml(head+"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable", "", "Sehr geehrte Frau Dr. Wei=DF,", "", "vielen Dank f=FCr das Gespr=E4ch.", "", "Mit freundlichen Gr=FC=DFen", "Maya Lind", "", "Am 13.11.2026 um 15:00 schrieb Carla Wei=DF:", "> Guten Tag"),
			"vielen Dank für das Gespräch."},
		"french":  {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Bonjour Claire,", "", "merci pour votre temps.", "", "Bien cordialement,", "Maya"), "merci pour votre temps."},
		"spanish": {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Estimada Ana:", "", "gracias por su tiempo.", "", "Un cordial saludo,", "Maya"), "gracias por su tiempo."},
		"dutch":   {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Beste Jan,", "", "bedankt voor het gesprek.", "", "Met vriendelijke groet,", "Maya"), "bedankt voor het gesprek."},
		"html alone": {eml(head+"Content-Type: text/html; charset=utf-8", "", "<html><head><style>p{}</style></head><body><p>Dear Zoe,</p><p>thank&nbsp;you for <b>today</b>.</p><p>Best,<br>Maya</p><div class=\"gmail_quote\">On … wrote:<blockquote>long</blockquote></div></body></html>"),
			"thank you for today."},
		"alternative": {eml(head+`Content-Type: multipart/alternative; boundary="b"`, "", "--b", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", "RGVhciBab2UsDQoNCnRoYW5rcy4=", "--b", "Content-Type: text/html", "", "<p>no", "--b--"),
			"thanks."},
		"flowed": {eml(head+"Content-Type: text/plain; charset=utf-8; format=flowed", "", "Dear Zoe,", "", "thank you for the ", "talk of today.", "", " From here on I know more.", "", "Best,", "Maya"),
			"thank you for the talk of today.\n\nFrom here on I know more."},
		"nothing": {[]byte("no mail at all"), ""},
		"empty":   {eml(head, ""), ""},
	} {
		l := Read(mail.Read(c.raw))
		words, sentences, text := l.Words(), l.Sentences(), l.Text()
		if text != c.want {
			t.Errorf("%s: %q, want %q", name, text, c.want)
		}
		if n := len(strings.Fields(c.want)); words != n {
			t.Errorf("%s: %d words, want %d", name, words, n)
		}
		if (len(sentences) == 0) != (c.want == "") {
			t.Errorf("%s: sentences %q", name, sentences)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nDear Zoe,\r\n\r\nyes\r\n--x--"))
	f.Add([]byte("Content-Type: text/html\r\n\r\n<p>Hi<blockquote>"))
	f.Add([]byte("Subject: =?utf-8?q?=E2?=\r\n\r\n,\n-- \n>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := mail.Read(raw)
		l := Read(m)
		if again := Read(m); l.Text() != again.Text() || l.Words() < 0 {
			t.Errorf("%q, then %q", l.Text(), again.Text())
		}
		if !Same(m, m) {
			t.Error("not the same as itself")
		}
	})
}

func TestLikeness(t *testing.T) {
	a := "Thank you for the time that you took on Friday to talk about the role. Your words on billing stayed with me."
	edited := "Thanks for the time you took on Friday to talk about the role. Your words on billing have stayed with me, really."
	other := "My grandmother keeps bees behind the old mill and sells honey each Saturday morning at the market in town."
	if got := Likeness(a, a); got != 1 {
		t.Errorf("with itself %v", got)
	}
	if got := Likeness(a, other); got != 0 {
		t.Errorf("with another %v", got)
	}
	if got := EditedLikeness(a, edited); got < 0.7 {
		t.Errorf("edited %v", got)
	}
	if got := EditedLikeness(a, other); got > 0.4 {
		t.Errorf("another letter %v", got)
	}
	if Likeness(a, edited) != Likeness(edited, a) || Likeness("", a) != 0 || Likeness("", "") != 0 {
		t.Error("not symmetric, or something like nothing")
	}
}
