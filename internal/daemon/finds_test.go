package daemon

import (
	"strings"
	"testing"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/rules"
)

// came is a message that arrived at noon, of a few header lines and a text.
func came(uid uint32, lines ...string) mailwatch.Message {
	raw := []byte(strings.Join(append([]string{"To: Sam Winter <sam@home.example>", "Date: Thu, 14 Nov 2024 11:00:00 +0000"}, lines...), "\r\n") + "\r\n")
	return mailwatch.Message{Header: mailwatch.Header{Envelope: mail.Read(raw).Envelope, Mailbox: "INBOX", UIDValidity: 1, UID: uid, Received: noon}, Body: raw}
}

// What was found and could not be stored, because the line broke or the disk was full, is
// found again in the next pass, and is told of once when it was.
func TestAFindThatWasNotStored(t *testing.T) {
	s, _ := stock(t, 0)
	w := openWorker(t, s, func(c *config.Config) { c.Intake.Enabled = true })
	invitation := came(1, "From: Robin Hale <robin@acme.example>", "Subject: Interview for the position of Senior Analyst", "Message-ID: <one@acme.example>", "",
		"Hi Sam,", "", "we are happy to invite you to an interview for the position of Senior Analyst at Acme, on Monday, November 18, 2024, from 2:00 pm to 3:00 pm.", "", "Best regards,", "Robin Hale", "Acme")
	read := func(want int) store.Mail {
		t.Helper()
		if err := w.reviseFinds(t.Context()); err != nil {
			t.Fatal(err)
		}
		found, err := w.read(t.Context(), []mailwatch.Message{invitation, invitation})
		if err != nil || len(found.Finds) != want {
			t.Fatalf("%d finds, want %d (%v)", len(found.Finds), want, err)
		}
		found.Cursor = store.Cursor{Account: w.name, Mailbox: "INBOX", UIDValidity: 1, UIDNext: 2}
		return found
	}
	read(1)
	found := read(1)
	if err := s.SaveMail(t.Context(), found); err != nil {
		t.Fatal(err)
	}
	read(0)
	if list := w.allFinds(); len(list) != 1 || len(w.finds.unsaved) != 0 {
		t.Errorf("%+v", list)
	}
}

// What answers a mere hint is no more an application's than the hint: also where both are
// read at once, and in the past as in what is new.
func TestAHintLearnsNothing(t *testing.T) {
	hint := came(1, "From: Kim Osei <kim@elsewhere.example>", "Subject: Analyst at Firm n0", "Message-ID: <hint@elsewhere.example>", "",
		"Hi Sam,", "", "a friend of mine works as an Analyst at Firm n0, and I wanted to write to you.", "", "Kim")
	answer := came(2, "From: Lee Wong <lee@elsewhere.example>", "Subject: Re: hello", "In-Reply-To: <hint@elsewhere.example>", "Message-ID: <answer@elsewhere.example>", "",
		"Hi Sam,", "", "unfortunately, we have decided to move forward with other candidates.", "", "Lee")
	of := map[string]func(*worker) []store.MailFact{
		"new": func(w *worker) []store.MailFact {
			found, err := w.read(t.Context(), []mailwatch.Message{hint, answer})
			if err != nil {
				t.Fatal(err)
			}
			return found.Facts
		},
		"past": func(w *worker) []store.MailFact {
			p := &past{w: w, now: noon, matcher: w.d.shelf.matcher([]rules.Application{w.book.apps["firm-n0"]})}
			return p.mail([]mailwatch.Message{hint, answer}, p.take).Facts
		},
	}
	for name, read := range of {
		s, _ := stock(t, 1)
		w := openWorker(t, s, nil)
		if err := w.book.refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		hinted := 0
		for _, f := range read(w) {
			switch f.Fact.What.(type) {
			case rules.Hinted:
				hinted++
			default:
				t.Errorf("%s: %+v", name, f.Fact)
			}
		}
		if hinted == 0 {
			t.Errorf("%s: no hint", name)
		}
	}
}
