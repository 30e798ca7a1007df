package recognize

import (
	"io"
	"net/textproto"
	"strings"
	"time"

	"afterword/rules"
)

// Read says what the message is. It never fails and never panics: what is wrong
// with the message stands in the verdict's Problems. It takes at most about a
// second and 64 MiB, whatever the message.
func Read(raw []byte, opt Options) (v Verdict) {
	// The libraries below read what strangers wrote. A panic of theirs costs the
	// one message, not the program.
	defer func() {
		if r := recover(); r != nil {
			v.Kind, v.Confidence = rules.MessageOther, 0
			v.Problems = append(v.Problems, "message could not be read: the reader gave up")
		}
	}()
	m := takeApart(raw)
	l := m.letter(opt)
	v = Verdict{
		Kind:     rules.MessageOther,
		Text:     withoutFooter(l.text),
		Language: l.language,
		Meeting:  l.calendar,
		NoReply:  l.noReply,
		Subject:  l.subject,
		Date:     l.date,
	}
	m.envelope(l.header, &v)
	judge(m, l, &v)
	findDates(l, opt, &v)
	v.Distrust = distrust(l, v, opt)
	v.Problems = m.problems
	return v
}

// ReadFrom reads one message from r and says what it is; see Read. Of a huge
// message only the beginning is read.
func ReadFrom(r io.Reader, opt Options) Verdict {
	raw, err := io.ReadAll(io.LimitReader(r, maxMessage+1))
	v := Read(raw, opt)
	if err != nil {
		v.Problems = append(v.Problems, "message was cut off: "+err.Error())
	}
	return v
}

// judge decides the kind: first what machines say of themselves, then words.
func judge(m *mailpiece, l letter, v *Verdict) {
	if b, ok := findBounce(m, l); ok {
		v.Kind, v.Confidence, v.Evidence = rules.MessageBounce, b.confidence, b.evidence
		v.FailedRecipients, v.Temporary = b.failed, b.temporary
		v.NoReply = true
		return
	}
	if m.has("message/disposition-notification") {
		v.Kind, v.Confidence = rules.MessageAutoReply, 0.95 // a receipt: RFC 8098
		v.Evidence = []Evidence{{"header", "Content-Type: message/disposition-notification"}}
		return
	}
	kind, confidence, evidence, person := classify(l)
	if a, ok := findAutoReply(l); ok && !(decided(kind) && (confidence > a.confidence || !a.away && confidence >= 0.6)) {
		v.Kind, v.Confidence, v.Evidence = rules.MessageAutoReply, a.confidence, a.evidence
		return
	}
	v.Kind, v.Confidence, v.Evidence, v.Person = kind, confidence, evidence, person
	if kind == rules.MessageInterview && l.calendar != nil {
		v.Evidence = append(v.Evidence, Evidence{"header", strings.TrimSpace("Content-Type: text/calendar; method=" + l.calendar.Method)})
	}
	if header, _ := automatic(l.header); header != "" && !saysPerson(l.header) {
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

// letter makes of the message what the classifier sees.
func (m *mailpiece) letter(opt Options) letter {
	l := letter{header: m.header.Map()}
	for f := m.header.Fields(); f.Next(); {
		l.fields = append(l.fields, headerField{f.Key(), f.Value()})
	}
	l.subject = strings.TrimSpace(decodeWords(m.header.Get("Subject")))
	if from := addresses(m.header.Get("From")); len(from) > 0 {
		l.from, l.fromName = strings.ToLower(from[0].addr), from[0].name
	} else {
		l.fromName = displayName(m.header.Get("From"))
	}
	b := m.text()
	l.whole, l.html = b.text, b.html
	l.text = newText(b.text, forwardSubject(l.subject))
	l.whole = strings.ReplaceAll(l.whole, historyMark, "")
	l.language = language(l.text)
	l.list = listMail(l.header)
	l.calendar = m.meeting()
	replyTo := ""
	if a := addresses(m.header.Get("Reply-To")); len(a) > 0 {
		replyTo = strings.ToLower(a[0].addr)
	}
	l.noReply = noReply(l.from, replyTo, l.text)
	l.date = m.date()
	if l.date.IsZero() {
		m.problem("message has no date that can be read")
	}
	return l
}

// forwardSubject reports whether the subject says that the message is a forward.
func forwardSubject(subject string) bool {
	prefix, _, ok := strings.Cut(strings.ToLower(subject), ":")
	switch strings.TrimSpace(prefix) {
	case "fwd", "fw", "wg", "weitergeleitet", "tr", "transf", "rv", "reenv", "enc", "doorst", "doorgestuurd", "i", "vb", "vs", "pd", "转发", "轉寄":
		return ok
	}
	return false
}

// date returns when the message was sent, by its own word or else by that of
// the last server that handled it.
func (m *mailpiece) date() time.Time {
	if t, ok := parseDate(m.header.Get("Date")); ok {
		return t
	}
	if _, after, ok := strings.Cut(m.header.Get("Received"), ";"); ok {
		if t, ok := parseDate(after); ok {
			return t
		}
	}
	return time.Time{}
}

// envelope reads who wrote to whom, and in answer to what.
func (m *mailpiece) envelope(h textproto.MIMEHeader, v *Verdict) {
	if ids := messageIDs(h.Get("Message-Id")); len(ids) > 0 {
		v.MessageID = ids[0]
	}
	if ids := messageIDs(h.Get("In-Reply-To")); len(ids) > 0 {
		v.InReplyTo = ids[0]
	}
	for _, refs := range h["References"] {
		v.References = append(v.References, messageIDs(refs)...)
	}
	if from := addresses(h.Get("From")); len(from) > 0 {
		v.From = contact(from[0])
	} else {
		v.From = rules.Contact{Name: displayName(h.Get("From"))}
	}
	if a := addresses(h.Get("Reply-To")); len(a) > 0 {
		v.ReplyTo = a[0].addr
	}
	for _, name := range []string{"To", "Cc"} {
		for _, line := range h[name] {
			for _, a := range addresses(line) {
				v.To = append(v.To, a.addr)
			}
		}
	}
}
