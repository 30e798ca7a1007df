package recognize

import (
	"strings"
	"testing"
	"unicode/utf8"

	"afterword/rules"
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
	f.Add([]byte("Content-Type: text/calendar; method=REQUEST\n\n" + invitation))
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

// FuzzNewText: nothing is invented. What is called new stands in the message.
func FuzzNewText(f *testing.F) {
	f.Add("Yes.\n\nOn Mon, Nov 16, 2026 at 9:00 AM Ida <ida@a.example>\nwrote:\n\n> Question?\n\nMore.\n-- \nSam")
	f.Add("Hi\n\nFrom: a@b.example\nSent: Monday\nTo: c@d.example\nSubject: x\n\nold")
	f.Add("---------- Forwarded message ---------\nVon: x\nDatum: y\nAn: z@z.example\n\nold")
	f.Add("> a\n> long line that was wrapped by a program that knows no better at all\nthan this\n> b\nSent from my phone")
	f.Add("Text\n\nConfidentiality notice: this e-mail is confidential and intended only for you.")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 64<<10 {
			return
		}
		got := newText(s, false)
		have := map[string]bool{}
		for _, l := range unwrap(splitLines(s)) {
			have[strings.TrimSpace(l)] = true
		}
		for _, l := range strings.Split(got, "\n") {
			if l = strings.TrimSpace(l); l != "" && !have[l] {
				t.Errorf("line %q was not in the message %q", l, s)
			}
		}
		if again := newText(got, false); len(again) > len(got) {
			t.Errorf("%q grew to %q", got, again)
		}
	})
}

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
		decodeWords(s)
		for _, a := range addresses(s) {
			if !strings.Contains(a.addr, "@") || strings.ContainsAny(a.addr, " <>\r\n") {
				t.Errorf("address %q of %q", a.addr, s)
			}
			contact(a)
		}
		messageIDs(s)
		parseDate(s)
		mediaType(s)
		authserv(s)
		NewContacts(rules.Contact{Address: "ida@nordwind.example"}, rules.Contact{Address: s}).lookAlike(domainOf(s))
	})
}

func FuzzStatus(f *testing.F) {
	f.Add("Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; x@b.example\nAction: failed\nStatus: 5.1.1\n\nOriginal-Recipient: rfc822;y@b.example\nAction: delayed\n")
	f.Add("action: relayed\r\nfinal-recipient: z@c.example")
	f.Fuzz(func(t *testing.T, s string) {
		failed, action := readStatus(s)
		switch action {
		case "", "failed", "delayed", "delivered":
		default:
			t.Errorf("action %q", action)
		}
		for _, a := range failed {
			if !strings.Contains(a, "@") {
				t.Errorf("recipient %q", a)
			}
		}
	})
}

// invitation has most of what calendar programs write.
const invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Nordwind Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n" +
	"BEGIN:VEVENT\r\nUID:1@nordwind.example\r\nDTSTART;TZID=Nordwind Time:20260714T100000\r\nDURATION:PT1H30M\r\nSUMMARY:Interview\\, second\r\n  round\r\nORGANIZER;CN=\"Ida \"the boss\" Brandt\":mailto:ida@nordwind.example\r\nATTENDEE;CN=Sam:mailto:sam@post.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func FuzzCalendar(f *testing.F) {
	f.Add(invitation)
	f.Add("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261117\nSTATUS:CANCELLED\n")
	f.Add("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"(UTC-05:00) Eastern Time (US & Canada)\":20261116T0900\nDURATION:-P1W")
	f.Fuzz(func(t *testing.T, s string) {
		v, ok := readCalendar(s)
		if ok && v.End.Before(v.Start) {
			t.Errorf("ends %v before it starts %v", v.End, v.Start)
		}
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
