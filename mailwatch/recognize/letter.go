package recognize

import (
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/newtext"
	"afterword/mailwatch/recognize/robot"
	"afterword/rules"
)

// A Letter is a message that was read: all that it shows whoever its reader is.
// What it means to him is for Judge to say.
type Letter struct {
	robot.Letter
	Body     string           // Text without the footer of bulk mail
	Language string           // ISO 639-1 of Text: a guess, good enough to read it by; "" if unknown
	Meetings []invite.Meeting // all events of its calendar parts
	Bounce   *robot.Bounce    // nil where it is no delivery report
}

// Open reads a message for all that follows, once. It never fails and never
// panics: what is wrong with the message stands in its Problems. Opening and
// judging take at most about a second and 64 MiB, whatever the message.
func Open(m *mail.Message) (l Letter) {
	defer func() {
		if recover() != nil {
			l.Message = m
			m.Problem(gaveUp)
		}
	}()
	l.Letter = robot.Read(newtext.Read(m))
	l.Body = newtext.WithoutFooter(l.Text)
	l.Language = language(l.Text)
	l.Meetings = invite.Read(m)
	if b, ok := robot.FindBounce(l.Letter); ok {
		l.Bounce = &b
	}
	if m.Date.IsZero() {
		m.Problem("message has no date that can be read")
	}
	return l
}

// gaveUp is the problem of a message that a library panicked at: it costs the
// one message, not the program.
const gaveUp = "message could not be read: the reader gave up"

// Contact returns the sender as a contact: the name as it is spelled, the honorific
// apart. "Okafor, Ngozi" is turned round.
func (l Letter) Contact() rules.Contact { return contact(l.Sender) }

func contact(a mail.Address) rules.Contact {
	name := a.Name
	if strings.EqualFold(name, a.Address) {
		name = ""
	}
	if last, first, ok := strings.Cut(name, ","); ok && !strings.ContainsAny(first, ",.") && len(strings.Fields(last)) <= 2 && len(strings.Fields(first)) <= 2 && strings.TrimSpace(first) != "" {
		name = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	}
	c := rules.Contact{Address: a.Address}
	c.Honorific, c.Name = rules.SplitHonorific(name)
	return c
}
