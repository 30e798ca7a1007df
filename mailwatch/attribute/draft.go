package attribute

import (
	"strings"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/rules"
)

// A Draft is a letter of ours that the user may have sent.
type Draft struct {
	Application, FollowUp string
	MessageID             string // without angle brackets
	Raw                   []byte // the message, as it was given to the server
	Stands                bool   // in Drafts, as far as is known, and was not taken back or thrown away
}

// What makes a sent message a draft of ours: how many of its words are the draft's, in
// their order. Measured, letters of different kinds have 0.21 to 0.24 in common on
// average in our five languages, and a third at the most.
const (
	likeEnough   = 0.50 // to the draft's recipient
	likeSubject  = 0.40 // and under its subject
	likeElsewise = 0.80 // to another address: the user corrected it
)

// Of drafts of one wording, for another round or written anew, the one under whose subject
// it went was sent, and of those the one that stood.
const (
	underSubject = 0.005
	stood        = 0.002
)

// match says which of the drafts the user sent, with his own changes and
// perhaps under a new Message-ID, and how sure that is, from 0 to 1. The answer
// is the key of the follow-up, or "" where the message is a letter of the
// user's own.
//
// A message under a draft's own Message-ID is that draft. Any other must have its
// words: recipient, subject and thread prove nothing, for what was asked for is sent
// under the same. One that asks how things stand under a check-in's subject is that
// check-in, in the user's words.
func match(m *mail.Message, written letter.Letter, drafts []Draft) (followUp string, score float64) {
	for _, d := range drafts {
		if s := d.score(m, written); s > score {
			followUp, score = d.FollowUp, s
		}
	}
	return followUp, score
}

func (d Draft) score(m *mail.Message, written letter.Letter) float64 {
	if m.MessageID != "" && m.MessageID == d.MessageID {
		return 1
	}
	bonus := 0.0
	if d.Stands {
		bonus = stood
	}
	draft := mail.Read(d.Raw)
	like := letter.EditedLikeness(written.Text(), letter.Read(draft).Text())
	subject := letter.SameSubject(m.Subject, draft.Subject)
	switch to := letter.SameRecipient(m.Recipients(), draft.Recipients()); {
	case to && (like >= likeEnough || subject && like >= likeSubject), like >= likeElsewise && subject:
		if subject {
			bonus += underSubject
		}
		return min(like, 0.99) + bonus
	case to && subject && strings.HasPrefix(d.FollowUp, string(rules.CheckIn)+"/") && written.AsksStatus():
		return likeSubject + bonus
	}
	return 0
}
