package drafter

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"afterword/internal/letter"
	"afterword/internal/mail"
)

// Withdraw moves a draft of ours from Drafts to Trash, if it is still byte for
// byte what was placed. What the user has touched is never moved. The outcome
// is Withdrawn, Touched, or what Observe says of a draft that is not there.
//
// The caller stores StateWithdrawing first: a crash after the move then leaves
// a draft in Trash that is known to be our own doing.
func Withdraw(ctx context.Context, mb Mailbox, boxes Boxes, r Record) (Outcome, error) {
	if boxes.Trash == "" {
		return "", fmt.Errorf("withdraw draft for %q: the account has no Trash mailbox, and nothing is ever expunged", r.FollowUp)
	}
	// The UID is a hint; the bytes decide. So a changed UIDVALIDITY, or a draft
	// that was moved out and back, needs no special case.
	copies, err := copiesIn(ctx, mb, boxes.Drafts, r.MessageID)
	if err != nil {
		return "", fmt.Errorf("withdraw draft for %q: %w", r.FollowUp, err)
	}
	if len(copies) == 0 && r.UID != 0 && r.UIDValidity != 0 {
		// A server whose search is late still answers by UID.
		raw, err := mb.Fetch(ctx, boxes.Drafts, r.UIDValidity, r.UID)
		if err != nil {
			return "", fmt.Errorf("withdraw draft for %q: %w", r.FollowUp, err)
		}
		if raw != nil {
			copies = append(copies, found{uid: r.UID, digest: DigestOf(raw)})
		}
	}
	if len(copies) == 0 {
		where, err := elsewhere(ctx, mb, boxes, r.MessageID)
		if err != nil {
			return "", fmt.Errorf("withdraw draft for %q: %w", r.FollowUp, err)
		}
		switch {
		case where == Discarded && r.State == StateWithdrawing:
			return Withdrawn, nil
		case where == "":
			where = Gone
		}
		return where, nil
	}
	outcome := Withdrawn
	for _, c := range copies {
		if c.digest != r.Digest {
			outcome = Touched
			continue
		}
		if err := mb.MoveToTrash(ctx, boxes.Drafts, 0, c.uid, boxes.Trash); err != nil {
			return "", fmt.Errorf("withdraw draft for %q: move message %d to %q: %w", r.FollowUp, c.uid, boxes.Trash, err)
		}
	}
	return outcome, nil
}

// A Summary is one message in Drafts, as a sweep sees it without its text.
type Summary struct {
	UIDValidity, UID uint32
	MessageID        string // without angle brackets
	To               []string
	Subject          string
	Deleted          bool // carries the flag \Deleted: the user has thrown it away
}

// An Observation is what became of a placed draft, and where it is.
type Observation struct {
	Outcome          Outcome
	UIDValidity, UID uint32 // of the draft in Drafts; zero where it is not there
}

// Observe says what became of a placed draft, given what is in Drafts now:
// Untouched, Touched, Sent, Discarded, Withdrawn or Gone. What is not found at all
// counts as used or thrown away, never as missing: it is not placed again, unless it
// comes back (see Find).
func Observe(ctx context.Context, mb Mailbox, boxes Boxes, r Record, drafts []Summary) (Observation, error) {
	seen, found, err := Find(ctx, mb, boxes, r, drafts)
	if found || err != nil {
		return seen, err
	}
	where, err := elsewhere(ctx, mb, boxes, r.MessageID)
	if err != nil {
		return Observation{}, fmt.Errorf("look for draft for %q: %w", r.FollowUp, err)
	}
	switch {
	case where == Discarded && r.State == StateWithdrawing:
		where = Withdrawn
	case where == "":
		where = Gone
	}
	return Observation{Outcome: where}, nil
}

// Find looks for a draft of ours among what is in Drafts now: Untouched or Touched.
//
// Messages never change under their UID (RFC 3501, section 2.3.1.1), so a draft
// that still has its UID is untouched without being read. Otherwise a client has
// put a new message in its place, perhaps with a new Message-ID: it is known by
// Message-ID, or by recipient or subject and likeness of text.
func Find(ctx context.Context, mb Mailbox, boxes Boxes, r Record, drafts []Summary) (seen Observation, found bool, err error) {
	ours := mail.Read(r.Raw)
	var likely []Summary
	for _, s := range drafts {
		if s.Deleted {
			continue
		}
		if s.UID == r.UID && s.UIDValidity == r.UIDValidity && r.UID != 0 && r.UIDValidity != 0 {
			if r.Digest == [32]byte{} {
				return Observation{Touched, s.UIDValidity, s.UID}, true, nil
			}
			return Observation{Untouched, s.UIDValidity, s.UID}, true, nil
		}
		// The user may have changed either of the two; then the words tell.
		if bareID(s.MessageID) == r.MessageID || letter.SameRecipient(s.To, ours.Recipients()) || letter.SameSubject(s.Subject, ours.Subject) {
			likely = append(likely, s)
		}
	}
	// Those that kept the Message-ID first: they need no likeness.
	slices.SortStableFunc(likely, func(a, b Summary) int {
		return boolToInt(bareID(b.MessageID) == r.MessageID) - boolToInt(bareID(a.MessageID) == r.MessageID)
	})
	for _, s := range likely {
		raw, err := mb.Fetch(ctx, boxes.Drafts, s.UIDValidity, s.UID)
		if err != nil {
			return Observation{}, false, fmt.Errorf("look for draft for %q: read message %d of %q: %w", r.FollowUp, s.UID, boxes.Drafts, err)
		}
		switch {
		case raw == nil:
		case DigestOf(raw) == r.Digest:
			return Observation{Untouched, s.UIDValidity, s.UID}, true, nil
		case bareID(s.MessageID) == r.MessageID || letter.Alike(mail.Read(raw), ours):
			return Observation{Touched, s.UIDValidity, s.UID}, true, nil
		}
	}
	return Observation{}, false, nil
}

// Unclaimed leaves out what stands in Drafts as another draft of ours than one that has
// left its place, by where it stands or by its Message-ID. A letter to somebody to whom another draft went is that one's, edited:
// the letters to a panel are alike in all but their reader.
func Unclaimed(all []Summary, r Record, others []Record) []Summary {
	stands := func(r Record, s Summary) bool { return s.UID == r.UID && s.UIDValidity == r.UIDValidity }
	if slices.ContainsFunc(all, func(s Summary) bool { return stands(r, s) }) {
		return all
	}
	reader := mail.Read(r.Raw).Recipients()
	readers := sync.OnceValue(func() (all [][]string) {
		for _, one := range others {
			all = append(all, mail.Read(one.Raw).Recipients())
		}
		return all
	})
	return slices.DeleteFunc(slices.Clone(all), func(s Summary) bool {
		mine := bareID(s.MessageID) == r.MessageID || letter.SameRecipient(s.To, reader)
		for i, one := range others {
			if one.MessageID != r.MessageID && (stands(one, s) || bareID(s.MessageID) == one.MessageID || !mine && letter.SameRecipient(s.To, readers()[i])) {
				return true
			}
		}
		return false
	})
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bareID returns a Message-ID without angle brackets and white space.
func bareID(id string) string { return strings.Trim(strings.TrimSpace(id), "<>") }
