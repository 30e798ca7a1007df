package drafter

import (
	"regexp"
	"slices"

	"afterword/rules"
	"afterword/templates"
)

// ThreadOf looks up the message of an application that a draft is to answer:
// one that was received, or one that the user sent. It is nil where the facts
// do not hold it.
func ThreadOf(app rules.Application, messageID string) *Thread {
	id := bareID(messageID)
	for _, f := range app.Facts {
		switch w := f.What.(type) {
		case rules.Received:
			if bareID(w.MessageID) == id {
				return &Thread{id, w.References, w.Subject}
			}
		case rules.Delivered:
			if bareID(w.MessageID) == id {
				return &Thread{id, w.References, w.Subject}
			}
		}
	}
	return nil
}

// referencesTo returns the References of a reply: those of the message that it
// answers, then that message's own ID (RFC 5322, section 3.6.4). An ID that
// can't stand in a header is left out, as is one that comes twice.
func referencesTo(t Thread) []string {
	var ids []string
	for _, id := range append(slices.Clone(t.References), t.MessageID) {
		id = bareID(id)
		if isMessageID(id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// replyMark matches what clients in our languages put before the subject of a
// reply, once or many times.
var replyMark = regexp.MustCompile(`(?i)^(?:\s*(?:re|aw|antw|antwort|sv|réf|odp)(?:\[\d+\]|\(\d+\)|\^\d+)?\s*:)+\s*`)

// longestSubject is how many characters of another's subject a reply repeats.
const longestSubject = 300

// replySubject returns the subject of a reply, with "Re: " before it exactly once, or
// "" where there is nothing to repeat.
func replySubject(s string) string {
	s = templates.Line(replyMark.ReplaceAllString(templates.Line(s, longestSubject), ""), longestSubject)
	if s == "" {
		return ""
	}
	return "Re: " + s
}
