package demo

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"slices"
	"strings"
	"time"

	"afterword/internal/demo/mailserver"
)

// A Letter is a message as somebody at a mail client sees it.
type Letter struct {
	UID                          uint32
	Flags                        []string
	From, To, Subject, MessageID string
	InReplyTo, References        string
	Text                         string
	Raw                          []byte
}

// Read makes a letter of a stored message. What the program writes is a single
// part of quoted-printable text unless the user asked for HTML.
func Read(m mailserver.Stored) (Letter, error) {
	l := Letter{UID: m.UID, Flags: m.Flags, Raw: m.Raw}
	msg, err := mail.ReadMessage(bytes.NewReader(m.Raw))
	if err != nil {
		return l, fmt.Errorf("read message %d: %w", m.UID, err)
	}
	words := new(mime.WordDecoder)
	for field, to := range map[string]*string{"From": &l.From, "To": &l.To, "Subject": &l.Subject} {
		if *to, err = words.DecodeHeader(msg.Header.Get(field)); err != nil {
			return l, fmt.Errorf("read %s of message %d: %w", field, m.UID, err)
		}
	}
	l.MessageID, l.InReplyTo, l.References = msg.Header.Get("Message-Id"), msg.Header.Get("In-Reply-To"), msg.Header.Get("References")
	body := msg.Body
	if strings.EqualFold(msg.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
		body = quotedprintable.NewReader(body)
	}
	text, err := io.ReadAll(body)
	l.Text = strings.ReplaceAll(string(text), "\r\n", "\n")
	return l, err
}

// Letters returns what is in one of the user's mailboxes.
func (s *Stage) Letters(box string) ([]Letter, error) {
	stored, err := s.Server.Messages(s.User, box)
	if err != nil {
		return nil, err
	}
	var list []Letter
	for _, m := range stored {
		l, err := Read(m)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(l.Flags, `\Deleted`) {
			list = append(list, l)
		}
	}
	return list, nil
}

// Drafts returns what stands in Drafts.
func (s *Stage) Drafts() ([]Letter, error) { return s.Letters(s.Server.Boxes.Drafts) }

// Mail is what somebody writes to the user.
type Mail struct {
	From, To, Subject, Text string
	Answers                 string   // Message-ID that it answers, with angle brackets
	Header                  []string // further lines, "Auto-Submitted: auto-replied"
	At                      time.Time
	MessageID               string // with angle brackets; "" for a new one
}

// Raw returns the message.
func (m Mail) Raw() []byte {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\r\n", args...) }
	if m.MessageID == "" {
		m.MessageID = "<" + rand.Text() + "@mail.example>"
	}
	line("From: %s", m.From)
	line("To: %s", m.To)
	line("Subject: %s", mime.QEncoding.Encode("utf-8", m.Subject))
	line("Date: %s", m.At.Format(time.RFC1123Z))
	line("Message-ID: %s", m.MessageID)
	if m.Answers != "" {
		line("In-Reply-To: %s", m.Answers)
		line("References: %s", m.Answers)
	}
	for _, h := range m.Header {
		line("%s", h)
	}
	if !slices.ContainsFunc(m.Header, func(h string) bool { return strings.HasPrefix(h, "Content-Type:") }) {
		line("MIME-Version: 1.0")
		line("Content-Type: text/plain; charset=utf-8")
		line("Content-Transfer-Encoding: 8bit")
	}
	line("")
	b.WriteString(strings.ReplaceAll(m.Text, "\n", "\r\n"))
	b.WriteString("\r\n")
	return []byte(b.String())
}

// Arrive delivers a message to the user's Inbox.
func (s *Stage) Arrive(m Mail) error {
	if m.At.IsZero() {
		m.At = s.Now()
	}
	if m.To == "" {
		m.To = s.User
	}
	return s.Server.Deliver(s.User, s.Server.Boxes.Inbox, m.Raw(), nil, m.At)
}

// Send plays the user who opens a draft, changes a word if edit says so, and
// sends it: the copy in Sent has a Message-ID of the client's, and the draft is
// gone. It returns what was sent.
func (s *Stage) Send(draft Letter, edit func(string) string) (Letter, error) {
	text := draft.Text
	if edit != nil {
		text = edit(text)
	}
	m := Mail{From: draft.From, To: draft.To, Subject: draft.Subject, Text: text, At: s.Now(), Answers: draft.InReplyTo}
	m.MessageID = "<" + rand.Text() + "@client.example>"
	if err := s.Server.Deliver(s.User, s.Server.Boxes.Sent, m.Raw(), []string{`\Seen`}, m.At); err != nil {
		return Letter{}, err
	}
	if err := s.Server.Expunge(s.User, s.Server.Boxes.Drafts, draft.UID); err != nil {
		return Letter{}, err
	}
	draft.MessageID, draft.Text = m.MessageID, text
	return draft, nil
}

// Discard plays the user who deletes a draft: it goes to Trash.
func (s *Stage) Discard(draft Letter) error {
	return s.Server.Move(s.User, s.Server.Boxes.Drafts, s.Server.Boxes.Trash, draft.UID)
}

// Edit plays the user who changes a draft and leaves it: a client stores a new
// message and removes the old one.
func (s *Stage) Edit(draft Letter, edit func(string) string) error {
	m := Mail{From: draft.From, To: draft.To, Subject: draft.Subject, Text: edit(draft.Text), At: s.Now(), MessageID: "<" + rand.Text() + "@client.example>"}
	return s.Server.Edit(s.User, s.Server.Boxes.Drafts, draft.UID, m.Raw(), []string{`\Draft`, `\Seen`}, m.At)
}
