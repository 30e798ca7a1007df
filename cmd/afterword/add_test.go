package main

import (
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	for typed, want := range map[string]string{"c\n": "c", "F\n": "f", "\nwhat?\n c \n": "c", "f": "f", "": "", "no\n": ""} {
		var out strings.Builder
		got, err := choose(strings.NewReader(typed), &out, "Which? ", "c", "f")
		if got != want || (err != nil) != (want == "") || !strings.HasPrefix(out.String(), "Which? ") {
			t.Errorf("%q: %q, %v, asked %q; want %q", typed, got, err, out.String(), want)
		}
	}
}

func TestIsDomain(t *testing.T) {
	for domain, want := range map[string]bool{
		"acme.example": true, "mail.acme-group.example": true, "bücher.example": true, "उदाहरण.example": true, "xn--bcher-kva.example": true, "3com.example": true,
		"acme": false, "": false, ".": false, "acme.": false, ".example": false, "acme..example": false, "acme example": false, "ac me.example": false,
		"-acme.example": false, "acme-.example": false, "[192.0.2.1]": false, "192.0.2.1": false, "acme_x.example": false, strings.Repeat("a", 64) + ".example": false,
	} {
		if got := isDomain(domain); got != want {
			t.Errorf("%q: %v, want %v", domain, got, want)
		}
	}
}

func TestOneContact(t *testing.T) {
	for s, ok := range map[string]bool{
		"Dr. Ngozi Okafor <ngozi@acme.example>": true, "ngozi@acme.example": true, "Ngozi Okafor": true, `"Okafor, Ngozi" <ngozi@acme.example>`: true,
		"ngozi@acme.example <ngozi@acme.example>": true, "Robin @ Acme <robin@acme.example>": true,
		"a@acme.example b@acme.example": false, "Ada <a@acme.example>, Bo <b@acme.example>": false, "a@acme.example,b@acme.example": false,
		"Ada (a@acme.example) <b@acme.example>": false, "Ada <a@acme.example>; b@acme.example": false,
	} {
		if c, err := oneContact(s, "interviewer"); (err == nil) != ok {
			t.Errorf("%q: %+v, %v", s, c, err)
		}
	}
}
