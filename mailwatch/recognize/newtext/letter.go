package newtext

import (
	"strings"

	"afterword/internal/mail"
)

// A Letter is a message with the sender's own words apart from what is quoted.
type Letter struct {
	*mail.Message
	Text  string // new text: no quote, signature or legal footer
	Whole string // the text with its quotes
	HTML  bool   // it was taken from HTML
}

// Read parts the text of a message.
func Read(m *mail.Message) Letter {
	t := m.Text()
	return Letter{
		Message: m, HTML: t.HTML,
		Text:  cut(t.Text, forwardSubject(m.Subject), false),
		Whole: strings.ReplaceAll(t.Text, mail.HistoryMark, ""),
	}
}

// Signed returns what the sender wrote anew with what stands below it: signature,
// device line and legal footer.
func Signed(m *mail.Message) string {
	return cut(m.Text().Text, forwardSubject(m.Subject), true)
}

// Address returns the sender's address in lower case, "" if there is none.
func (l Letter) Address() string { return strings.ToLower(l.Sender.Address) }

// forwardSubject reports whether the subject says that the message is a forward.
func forwardSubject(subject string) bool {
	prefix, _, ok := strings.Cut(strings.ToLower(subject), ":")
	switch strings.TrimSpace(prefix) {
	case "fwd", "fw", "wg", "weitergeleitet", "tr", "transf", "rv", "reenv", "enc", "doorst", "doorgestuurd", "i", "vb", "vs", "pd", "转发", "轉寄":
		return ok
	}
	return false
}
