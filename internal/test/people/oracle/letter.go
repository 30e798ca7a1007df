package oracle

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// A Letter is a message as the user sees it in his Drafts.
type Letter struct {
	ID, Subject, Text string
	From              string
	To                []string // addresses, in lower case
	Answers           string   // In-Reply-To
	Raw               []byte
}

// ReadLetter reads a message with nothing but the standard library.
func ReadLetter(raw []byte) (Letter, error) {
	l := Letter{Raw: raw}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return l, err
	}
	words := new(mime.WordDecoder)
	if l.Subject, err = words.DecodeHeader(m.Header.Get("Subject")); err != nil {
		return l, err
	}
	l.ID, l.Answers = m.Header.Get("Message-Id"), m.Header.Get("In-Reply-To")
	for _, field := range []string{"To", "Cc", "Bcc"} {
		list, err := m.Header.AddressList(field)
		if err != nil && m.Header.Get(field) != "" {
			return l, err
		}
		for _, a := range list {
			l.To = append(l.To, strings.ToLower(a.Address))
		}
	}
	if from, err := m.Header.AddressList("From"); err == nil && len(from) > 0 {
		l.From = strings.ToLower(from[0].Address)
	}
	l.Text, err = text(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body)
	return l, err
}

// text is the first part that people read.
func text(kind, encoding string, body io.Reader) (string, error) {
	media, params, _ := mime.ParseMediaType(kind)
	if strings.HasPrefix(media, "multipart/") {
		part, err := multipart.NewReader(body, params["boundary"]).NextRawPart()
		if err != nil {
			return "", err
		}
		return text(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part)
	}
	if strings.EqualFold(encoding, "quoted-printable") {
		body = quotedprintable.NewReader(body)
	}
	b, err := io.ReadAll(body)
	return strings.ReplaceAll(string(b), "\r\n", "\n"), err
}

// The kinds of letter that the program may write.
const (
	ThankYou = "thank-you"
	CheckIn  = "check-in"
	Reply    = "reply"   // to an offer or a rejection
	Missed   = "missed"  // to those who did not come
	Unclear  = "unclear" // the user's own, which may ask how things stand
)

// words are a text as people read it: where its lines end does not matter to them.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// kind tells what a draft is: from what it answers, where it does, and else from what the
// user sees of it. A question of his own words has a subject of its own.
func (l Letter) kind(a *App) string {
	switch {
	case l.Answers != "" && (a.told(l.Answers, Offer) || a.told(l.Answers, Rejection)):
		return Reply
	case a.Asks(l.Answers):
		return CheckIn
	}
	switch subject := strings.ToLower(l.Subject); {
	case strings.Contains(subject, "follow-up"):
		return CheckIn
	case strings.HasPrefix(subject, "thank you"):
		return ThankYou
	case strings.HasPrefix(subject, "another time"):
		return Missed
	}
	return "letter"
}
