package recognize

import (
	"io"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/robot"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// Read says what the message is: it opens and judges it.
func Read(raw []byte, opt Options) Verdict { return Open(mail.Read(raw)).Judge(opt) }

// ReadFrom reads one message from r and says what it is; see Read. Of a huge
// message only the beginning is read.
func ReadFrom(r io.Reader, opt Options) Verdict { return Open(mail.ReadFrom(r)).Judge(opt) }

// Judge says what the letter is to a reader of whom opt tells. It never fails and
// never panics.
func (l Letter) Judge(opt Options) (v Verdict) {
	defer func() {
		if recover() != nil {
			v.Kind, v.Confidence = rules.MessageOther, 0
			v.Problems = append(v.Problems, gaveUp)
		}
	}()
	v = Verdict{
		Kind:       rules.MessageOther,
		Text:       l.Body,
		Language:   spokenIn(l.Text, l.Language),
		NoReply:    l.NoReply,
		MessageID:  l.MessageID,
		InReplyTo:  l.InReplyTo,
		References: l.References,
		From:       l.Contact(),
		To:         l.Recipients(),
		Subject:    l.Subject,
		Date:       l.Date,
		Problems:   l.Problems,
	}
	if len(l.ReplyTo) > 0 {
		v.ReplyTo = l.ReplyTo[0].Address
	}
	v.Meetings = meetings(l, opt, &v)
	v.Meeting = invite.Span(v.Meetings)
	judge(l, opt.Known, &v)
	v.heed(l, opt.Lessons)
	findDates(l, opt, &v)
	v.arrange(l, opt)
	v.Distrust = trust.Distrust(l.Letter, v.Kind, trust.Known{Authserv: opt.Authserv, Contacts: opt.Contacts, Own: opt.Own, Domains: opt.Domains})
	return v
}

// judge decides the kind: first what machines say of themselves, then words.
func judge(l Letter, known bool, v *Verdict) {
	if b := l.Bounce; b != nil {
		v.Kind, v.Confidence, v.Evidence = rules.MessageBounce, b.Confidence, b.Evidence
		v.FailedRecipients, v.Quoted, v.Temporary = b.Failed, b.Quoted, b.Temporary
		v.NoReply = true
		return
	}
	if l.Has("message/disposition-notification") {
		v.Kind, v.Confidence = rules.MessageAutoReply, 0.95 // a receipt: RFC 8098
		v.Evidence = []find.Evidence{{Where: "header", Words: "Content-Type: message/disposition-notification"}}
		return
	}
	kind, confidence, evidence, person := classify(l, known)
	if a, ok := robot.FindAutoReply(l.Letter); ok && !(decided(kind) && (confidence > a.Confidence || !a.Away && confidence >= 0.6)) {
		v.Kind, v.Confidence, v.Evidence = rules.MessageAutoReply, a.Confidence, a.Evidence
		return
	}
	v.Kind, v.Confidence, v.Evidence, v.Person = kind, confidence, evidence, person
	if kind == rules.MessageInterview && len(l.Meetings) > 0 {
		v.Evidence = append(v.Evidence, find.Evidence{Where: "header", Words: strings.TrimSpace("Content-Type: text/calendar; method=" + l.Meetings[0].Method)})
	}
	if robot.Outright(l.Header) {
		v.Person = false
	}
}

// decided reports whether the kind is one that applicant-tracking systems send
// with the headers of a robot.
func decided(k rules.MessageKind) bool {
	switch k {
	case rules.MessageAcknowledgement, rules.MessageRejection, rules.MessageInterview, rules.MessageOffer:
		return true
	}
	return false
}
