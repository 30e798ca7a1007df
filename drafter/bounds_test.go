package drafter

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"afterword/rules"
)

// hostile is an application whose every word is as long as a mail lets it be.
func hostile(t testing.TB) Input {
	in := input(t, rules.FollowUp{Key: "offer-reply/o", Kind: rules.OfferReply, Interview: "1", Answers: "o@acme.example"})
	name, subject := strings.Repeat("Anna Maria ", 6000), strings.Repeat("offer and more of it ", 11000)
	for i := range in.App.Contacts {
		in.App.Contacts[i].Name = name + fmt.Sprint(i)
	}
	in.App.Role, in.App.Company = "Analyst of "+subject, name+" Inc."
	in.App.Interviews[0].Topics = []string{subject, strings.Repeat("a, ", 20000)}
	in.App.Facts = append(in.App.Facts, rules.Fact{Key: "received/o", At: in.Now, What: rules.Received{MessageID: "o@acme.example", Subject: subject, Person: true}})
	in.FollowUp.To = in.App.Contacts[2]
	return in
}

// What an old store or a command brings in is cut before anything is done with it.
func TestLongWordsAreCut(t *testing.T) {
	for name, f := range everyKind() {
		in := hostile(t)
		to, _ := in.App.Contact(f.To.Key())
		f.To = to
		in.FollowUp = f
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(name, err, findings)
		}
		if len(d.Raw) > 8<<10 {
			t.Errorf("%s: %d bytes", name, len(d.Raw))
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	for name, in := range map[string]Input{"usual": input(b, thankYou(okafor)), "hostile": hostile(b)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, findings, err := Compose(b.Context(), in); err != nil {
					b.Fatal(err, findings)
				}
			}
		})
	}
}

func TestComposeEndsWithItsContext(t *testing.T) {
	for name, f := range everyKind() {
		ctx, cancel := context.WithCancel(t.Context())
		in := input(t, f)
		in.Used = func(string) bool { cancel(); return true } // in the midst of it
		if _, _, err := Compose(ctx, in); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// No letter goes where nobody reads it, whatever the rules say.
func TestNobodyReadsNoReply(t *testing.T) {
	for name, f := range everyKind() {
		for _, address := range []string{"no-reply@acme.example", "jobs.noreply@acme.example", "donotreply+17@ats.example", "mailer-daemon@acme.example", "Nicht-Antworten@acme.example"} {
			f.To.Address = address
			if _, _, err := Compose(t.Context(), input(t, f)); !errors.Is(err, ErrUnread) {
				t.Errorf("%s to %s: %v", name, address, err)
			}
		}
	}
}

// A language that has no texts is passed over: the contact's counts, then the
// account's, then English.
func TestLanguageOfALetter(t *testing.T) {
	for _, c := range []struct{ conversation, contact, account, want string }{
		{"de", "fr", "en", "de"}, {"", "fr", "en", "fr"}, {"", "", "es", "es"}, {"", "", "", "en"}, {"de-AT", "", "en", "de"}, {"nl_BE", "", "en", "nl"},
		{"it", "", "de", "de"}, {"sv", "", "fr", "fr"}, {"pt-BR", "", "es", "es"}, {"pl", "", "nl", "nl"}, {"da", "", "en", "en"},
		{"it", "fr", "de", "fr"}, {"ja", "ru", "de", "de"}, {"it", "it", "it", "en"}, {"?", "-", "xx", "en"},
	} {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language, in.FollowUp.To.Language, in.Language = c.conversation, c.contact, c.account
			if got := LanguageOf(in.App, in.FollowUp.To, in.Language); got != c.want {
				t.Fatalf("%+v: %q", c, got)
			}
			d, findings, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatal(c, name, err, findings)
			}
			if got := languageOf(d.Body); got != c.want && got != "" {
				t.Errorf("%+v %s: written in %q:\n%s", c, name, got, d.Body)
			}
		}
	}
}
