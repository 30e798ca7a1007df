package drafter

import (
	"slices"
)

// A SentMessage is a message that was seen in Sent: what is needed to know
// which draft it was.
type SentMessage struct {
	MessageID  string
	References []string // In-Reply-To's among them
	To         []string
	Subject    string
	Text       string // of the body: see Body
}

// ReadSent reads a message as it was fetched from Sent. Recipients in Cc count
// as recipients.
func ReadSent(raw []byte) SentMessage {
	h, _ := read(raw)
	m := SentMessage{MessageID: h.messageID, References: h.references, Subject: h.subject}
	for _, a := range append(h.to, h.cc...) {
		m.To = append(m.To, a.Address)
	}
	_, _, m.Text = Body(raw)
	return m
}

// The marks by which a sent message is known as a draft of ours, and the score
// from which it counts as one.
const (
	scoreRecipient = 0.35
	scoreSubject   = 0.25
	scoreThread    = 0.10
	scoreText      = 0.40 // times the likeness of text, above what any two letters have
	scoreEnough    = 0.50
	// unlike is the share of words that letters of different kinds have in
	// common: measured 0.21 to 0.24 on average in our five languages.
	unlike = 0.25
)

// MatchSent says which of the drafts the user sent, with his own changes and
// perhaps under a new Message-ID, and how sure that is, from 0 to 1. The answer
// is the key of the follow-up, or "" where the message is a letter of the
// user's own.
//
// A message under a draft's own Message-ID is that draft. Any other must go to
// the draft's recipient, and have its subject, its thread or its words: the
// recipient alone proves nothing, for a user writes letters of his own.
func MatchSent(sent SentMessage, drafts []Record) (followUp string, score float64) {
	for _, r := range drafts {
		if s := scoreOf(sent, r); s >= scoreEnough && s > score {
			followUp, score = r.FollowUp, s
		}
	}
	return followUp, score
}

func scoreOf(sent SentMessage, r Record) float64 {
	if sent.MessageID != "" && bareID(sent.MessageID) == r.MessageID {
		return 1
	}
	draft := ReadSent(r.Raw)
	if !sameRecipient(sent.To, draft.To) {
		return 0
	}
	score := scoreRecipient
	if sameSubject(sent.Subject, draft.Subject) {
		score += scoreSubject
	}
	if len(draft.References) > 0 && slices.ContainsFunc(draft.References, func(id string) bool { return slices.Contains(sent.References, id) }) {
		score += scoreThread
	}
	likeness := editedLikeness(wordsOf(sent.Text), wordsOf(draft.Text))
	score += scoreText * max(0, likeness-unlike) / (1 - unlike)
	return min(score, 0.99)
}
