package attribute

import (
	"slices"

	"afterword/internal/letter"
	"afterword/internal/mail"
)

// A Draft is a letter of ours that the user may have sent.
type Draft struct {
	Application, FollowUp string
	MessageID             string // without angle brackets
	Raw                   []byte // the message, as it was given to the server
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

// match says which of the drafts the user sent, with his own changes and
// perhaps under a new Message-ID, and how sure that is, from 0 to 1. The answer
// is the key of the follow-up, or "" where the message is a letter of the
// user's own.
//
// A message under a draft's own Message-ID is that draft. Any other must go to
// the draft's recipient, and have its subject, its thread or its words: the
// recipient alone proves nothing, for a user writes letters of his own.
func match(m *mail.Message, written letter.Letter, drafts []Draft) (followUp string, score float64) {
	for _, d := range drafts {
		if s := d.score(m, written); s >= scoreEnough && s > score {
			followUp, score = d.FollowUp, s
		}
	}
	return followUp, score
}

func (d Draft) score(m *mail.Message, written letter.Letter) float64 {
	if m.MessageID != "" && m.MessageID == d.MessageID {
		return 1
	}
	draft := mail.Read(d.Raw)
	if !letter.SameRecipient(m.Recipients(), draft.Recipients()) {
		return 0
	}
	score := scoreRecipient
	if letter.SameSubject(m.Subject, draft.Subject) {
		score += scoreSubject
	}
	answers := m.Answers()
	if slices.ContainsFunc(draft.Answers(), func(id string) bool { return slices.Contains(answers, id) }) {
		score += scoreThread
	}
	likeness := letter.EditedLikeness(written.Text(), letter.Read(draft).Text())
	score += scoreText * max(0, likeness-unlike) / (1 - unlike)
	return min(score, 0.99)
}
