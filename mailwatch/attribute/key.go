package attribute

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/letter"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// content is what the sender of a letter wrote, and when, for its digest: nothing that is
// added on the way, to the subject for one, and nothing that is laid out otherwise in
// another mailbox. The same words on another day are another message.
func content(l recognize.Letter) []byte {
	b := fmt.Appendf(nil, "%s\n%d\n%s\n", l.Address(), l.Date.Unix(), oneLine(l.Body))
	if oneLine(l.Body) == "" {
		b = append(b, oneLine(l.Subject)...)
	}
	for _, g := range l.Meetings {
		b = fmt.Appendf(b, "\n%s %s %d %d %v", g.Method, g.UID, g.Start.Unix(), g.End.Unix(), g.Cancelled)
	}
	return b
}

// receivedKey returns the key of a letter for an application that may have others under
// its Message-ID.
func receivedKey(a rules.Application, l recognize.Letter, v recognize.Verdict, at time.Time) string {
	if v.MessageID == "" {
		// As such a message was known before digests were taken.
		if key := "received/" + v.From.Address + "/" + at.UTC().Format(time.RFC3339); has(a, key) {
			return key
		}
	}
	return a.ReceivedKey(v.MessageID, content(l), v.From.Address, v.Subject)
}

func has(a rules.Application, key string) bool {
	return slices.ContainsFunc(a.Facts, func(f rules.Fact) bool { return f.Key == key })
}

// sentKey is receivedKey for what the user sent. Some clients keep the Message-ID of a
// letter that is written again for somebody else. written is nil for no text.
func sentKey(a rules.Application, d rules.Delivered, to []string, written letter.Letter, at time.Time) string {
	content := fmt.Appendf(nil, "%s\n%s\n%s", strings.ToLower(strings.Join(to, " ")), oneLine(d.Subject), oneLine(written.Text()))
	if d.MessageID == "" {
		if key := "sent/" + at.UTC().Format(time.RFC3339Nano); has(a, key) {
			return key
		}
		return rules.SentKey("", content)
	}
	plain := rules.SentKey(d.MessageID, nil)
	for _, f := range a.Facts {
		if was, ok := f.What.(rules.Delivered); ok && f.Key == plain && !sameLetter(was, d) {
			return rules.SentKey(d.MessageID, content)
		}
	}
	return plain
}

// sameLetter reports whether two messages are copies of one: of the copies of a letter
// only the sender's own may name those who had it blind.
func sameLetter(a, b rules.Delivered) bool {
	in := func(list []string) func(string) bool {
		return func(one string) bool {
			return slices.ContainsFunc(list, func(other string) bool { return strings.EqualFold(one, other) })
		}
	}
	all := func(list, of []string) bool {
		return !slices.ContainsFunc(list, func(one string) bool { return !in(of)(one) })
	}
	return slices.Equal(a.Sentences, b.Sentences) && (all(a.To, b.To) || all(b.To, a.To))
}

// unknownBefore returns those to whom a letter went that is known already, of contacts
// whom it is not known to have gone to.
func unknownBefore(a rules.Application, key string, d rules.Delivered) (list []string) {
	for _, f := range a.Facts {
		was, ok := f.What.(rules.Delivered)
		if !ok || f.Key != key {
			continue
		}
		for _, to := range d.To {
			_, contact := a.ContactAt(to)
			if contact && !slices.ContainsFunc(was.To, func(one string) bool { return strings.EqualFold(one, to) }) {
				list = append(list, to)
			}
		}
	}
	return list
}
