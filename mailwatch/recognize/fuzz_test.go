package recognize

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// plainLetter is a message with something of everything.
const plainLetter = "From: \"Brandt, Ida\" <ida@nordwind.example>\r\nTo: Sam <sam@post.example>\r\nSubject: =?utf-8?q?R=C3=BCckmeldung?=\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\nMessage-ID: <1@nordwind.example>\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSch=F6nen Gru=DF\r\n\r\nAm 14.11.2026 um 10:00 schrieb Sam:\r\n> Hallo\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Sch&ouml;nen Gru&szlig;<blockquote type=cite>Hallo</blockquote>\r\n--b--\r\n"

// FuzzRead feeds the whole reader. Whatever comes in, a verdict comes out whose
// texts are UTF-8, and it is the same when it is asked twice.
func FuzzRead(f *testing.F) {
	f.Add([]byte(plainLetter))
	f.Add([]byte("From ida Mon Nov 16\nno colon here\nSubject: x\n\nHello\n-- \nIda"))
	f.Add([]byte("From: MAILER-DAEMON@a.example\nSubject: Undeliverable\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822;x@b.example\nAction: failed\n\n--b\nContent-Type: message/rfc822\n\nTo: x@b.example\n\nHi\n--b--"))
	f.Add([]byte("Subject: Automatic reply: Hello\rAuto-Submitted: auto-replied\r\rI am out of the office until Monday.\r"))
	f.Add([]byte("Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@nordwind.example\nDTSTART;TZID=W. Europe Standard Time:20260714T100000\nDURATION:PT1H30M\nORGANIZER;CN=\"Ida \"the boss\" Brandt\":mailto:ida@nordwind.example\nEND:VEVENT\nEND:VCALENDAR\n"))
	f.Add([]byte("Content-Type: text/plain; charset=utf-7\n\n+AOQ-+-x+2D3-"))
	f.Add([]byte("Content-Type: multipart/mixed\n\n--xxxxxx\nContent-Type: text/html\n\n<html>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		v := Read(raw, Options{})
		w := Read(raw, Options{})
		if v.Kind != w.Kind || v.Text != w.Text || v.Confidence != w.Confidence {
			t.Errorf("two answers: %v %q, %v %q", v.Kind, v.Text, w.Kind, w.Text)
		}
		if v.Confidence < 0 || v.Confidence > 1 {
			t.Errorf("confidence %v", v.Confidence)
		}
		for _, s := range append([]string{v.Text, v.Subject, v.From.Name, v.Distrust}, v.Problems...) {
			if !utf8.ValidString(s) {
				t.Errorf("not UTF-8: %q", s)
			}
			if strings.Contains(s, "gave up") {
				t.Error(s)
			}
		}
	})
}
