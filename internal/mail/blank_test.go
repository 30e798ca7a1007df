package mail

import "testing"

// A blank at the end of an encoded word stands in the text.
func TestBlankAtTheEndOfAWord(t *testing.T) {
	if got := DecodeWords("=?utf-8?q?Gespr=C3=A4ch_?=\n =?utf-8?q?=E2=80=93_Nordwind?="); got != "Gespräch – Nordwind" {
		t.Errorf("decoded %q", got)
	}
}
