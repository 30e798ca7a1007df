package drafter

import (
	netmail "net/mail"
	"time"
)

// A Memo is a note of the program to its user, in his own mailbox: from him, and to him
// alone.
type Memo struct {
	Name, Address string // the user's
	Subject, Text string
	MessageID     string // see NewMessageID
	// Mark is the value of the header field X-Afterword-Note, by which the note is known
	// as ours. It is as hard to guess as the Message-ID.
	Mark string
	Date time.Time
}

// Write renders the note by RFC 5322. Its lines are not wrapped: what the user answers is
// read against them.
func (m Memo) Write() ([]byte, error) {
	me := netmail.Address{Name: m.Name, Address: m.Address}
	return message{from: me, to: me, subject: m.Subject, date: m.Date, messageID: m.MessageID, text: m.Text, plain: true, mark: m.Mark}.write()
}
