package newtext

import (
	"strings"
	"testing"

	"afterword/internal/mail"
)

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
		got := cut(s, false, false)
		have := map[string]bool{}
		for _, l := range unwrap(mail.Lines(s)) {
			have[strings.TrimSpace(l)] = true
		}
		for _, l := range strings.Split(got, "\n") {
			if l = strings.TrimSpace(l); l != "" && !have[l] {
				t.Errorf("line %q was not in the message %q", l, s)
			}
		}
		if again := cut(got, false, false); len(again) > len(got) {
			t.Errorf("%q grew to %q", got, again)
		}
	})
}
