package drafter

import (
	"strings"
	"testing"

	"afterword/internal/letter"
	"afterword/internal/mail"
)

// TestBodyOfOurOwn reads every kind of draft back: what was written is what is
// counted, to the word, in every language.
func TestBodyOfOurOwn(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es", "nl"} {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language = language
			for seed := range uint64(10) {
				written, err := in.Texts.Write(t.Context(), dataOf(in), nil, 0, seed)
				if err != nil {
					t.Fatalf("%s %s: %v", language, name, err)
				}
				d, err := in.draft(written)
				if err != nil {
					t.Fatal(err)
				}
				if text := letter.Read(mail.Read(d.Raw)).Text(); text != strings.ReplaceAll(written.Body(), "\u00a0", " ") {
					t.Errorf("%s %s: read back\n%s\nwritten\n%s\n---\n%s", language, name, text, written.Body(), d.Body)
				}
			}
		}
	}
}

func FuzzProofread(f *testing.F) {
	f.Add([]byte("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nDear Zoe,\r\n\r\nyes\r\n--x--"))
	f.Add([]byte("Subject: =?utf-8?q?=E2?=\r\n\r\n,\n-- \n>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, finding := range ProofreadMessage(raw, Context{}) {
			if finding.Rule == "" {
				t.Errorf("a finding without a rule: %+v", finding)
			}
		}
	})
}

func TestLanguageOf(t *testing.T) {
	for _, language := range languages {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language = language
			d, _, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatal(err)
			}
			if text := letter.Read(mail.Read(d.Raw)).Text(); languageOf(text) != language && languageOf(text) != "" {
				t.Errorf("%s %s is taken for %q:\n%s", language, name, languageOf(text), text)
			}
		}
	}
}
