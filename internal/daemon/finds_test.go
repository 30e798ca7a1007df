package daemon

import (
	"strings"
	"testing"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
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
	if list := w.finds.all(); len(list) != 1 || len(w.finds.unsaved) != 0 {
		t.Errorf("%+v", list)
	}
}
