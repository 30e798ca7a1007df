package drafter

import (
	"context"
	"fmt"
	"strings"

	"afterword/internal/letter"
	"afterword/internal/mail"
)

// likeOurs is the share of common words from which a letter to the same person counts
// as the one that would be placed, where its subject is another. Letters of ours for two
// roles share less.
const likeOurs = 0.7

// Like looks among what is in Drafts for a letter that stands in the place of one that
// is to be placed: to the same person, under the same subject or in its words. It may be
// of another store of this program (another machine, a backup), or the user's own. raw
// is what stands there.
func Like(ctx context.Context, mb Mailbox, boxes Boxes, d Draft, drafts []Summary) (s Summary, raw []byte, err error) {
	ours := mail.Read(d.Raw)
	for _, s := range drafts {
		if s.Deleted || !letter.SameRecipient(s.To, ours.Recipients()) {
			continue
		}
		raw, err := mb.Fetch(ctx, boxes.Drafts, s.UIDValidity, s.UID)
		if err != nil {
			return Summary{}, nil, fmt.Errorf("look for a letter like %q: read message %d of %q: %w", d.FollowUp, s.UID, boxes.Drafts, err)
		}
		switch {
		case raw == nil:
		case letter.SameSubject(s.Subject, ours.Subject):
			return s, raw, nil
		case !otherOccasion(s.Subject, ours.Subject) && letter.EditedLikeness(letter.Read(mail.Read(raw)).Text(), letter.Read(ours).Text()) >= likeOurs:
			return s, raw, nil
		}
	}
	return Summary{}, nil, nil
}

// otherOccasion reports whether two subjects, which are not the same, are of one form
// ("Thank you: … – Nov 15"): then they are of two roles, or of two days.
func otherOccasion(a, b string) bool {
	one, _, ok := strings.Cut(a, ":")
	other, _, also := strings.Cut(b, ":")
	return ok && also && strings.EqualFold(strings.TrimSpace(one), strings.TrimSpace(other))
}
