package drafter

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"
)

// A Mailbox is what this package asks of a mail server. It offers no way to
// destroy anything: a draft of ours leaves Drafts for Trash and nowhere else.
// All calls end by the context's deadline.
type Mailbox interface {
	// Search returns the UIDs of the messages in the mailbox whose Message-ID
	// is exactly the given one (with or without angle brackets), in order.
	Search(ctx context.Context, mailbox, messageID string) ([]uint32, error)
	// Append stores the message with the flags \Draft and \Seen set in the
	// APPEND itself. UID and UIDVALIDITY are zero where the server does not
	// tell them (no UIDPLUS, RFC 4315). After an error the message may be there
	// all the same.
	Append(ctx context.Context, mailbox string, message []byte, at time.Time) (uidValidity, uid uint32, err error)
	// Fetch returns the message whole, as the server holds it; nil and no error
	// where there is none under that UID, or where the mailbox has another
	// UIDVALIDITY by now. A uidValidity of zero stands for the present one.
	Fetch(ctx context.Context, mailbox string, uidValidity, uid uint32) ([]byte, error)
	// MoveToTrash moves one message, named as for Fetch. It is no error if the
	// message is not there.
	MoveToTrash(ctx context.Context, drafts string, uidValidity, uid uint32, trash string) error
}

// A Journal keeps what was decided, so that a crash neither loses nor repeats a
// draft. Each call is durable when it returns.
type Journal interface {
	// Decide stores a draft before it is placed. Its Message-ID is new.
	Decide(ctx context.Context, r Record) error
	// Record stores that the draft stands in Drafts, where, and the digest of
	// what the server holds. The UID and the UIDVALIDITY are zero where unknown.
	Record(ctx context.Context, messageID string, uidValidity, uid uint32, digest [32]byte, at time.Time) error
	// Pending returns what was decided and not recorded.
	Pending(ctx context.Context, account string) ([]Record, error)
}

// A Record is one draft in the journal.
type Record struct {
	Account, Application, FollowUp string
	MessageID                      string // without angle brackets
	Raw                            []byte // the message, as it was given to the server
	Sentences                      []string
	Basis                          string    // what it was written from, as Basis.String gives it
	At                             time.Time // when it was decided
	UIDValidity, UID               uint32    // where it was found last; zero if not known
	Digest                         [32]byte  // of the bytes read back; zero where the user had touched them by then
	State                          string
}

// The states of a Record. Others are the journal's own business.
const (
	StateDecided = "decided" // chosen and stored; perhaps in Drafts, perhaps not
	StatePlaced  = "placed"  // stands in Drafts, read back
	// StateWithdrawing is stored before the draft is moved to Trash, so that
	// after a crash a draft in Trash is not taken for one that the user deleted.
	StateWithdrawing = "withdrawing"
)

// Boxes names the mailboxes, as the server spells them. Sent, Trash and All may
// be empty where the account has none.
type Boxes struct{ Drafts, Sent, Trash, All string }

// An Outcome is what became of a draft.
type Outcome string

// The outcomes.
const (
	Placed    Outcome = "placed"    // stands in Drafts, one copy, recorded
	Sent      Outcome = "sent"      // is in Sent: the user used it as it was
	Discarded Outcome = "discarded" // is in Trash: the user deleted it
	Untouched Outcome = "untouched" // in Drafts, byte for byte what was placed
	Touched   Outcome = "touched"   // in Drafts, and the user's own by now
	Withdrawn Outcome = "withdrawn" // moved to Trash by us
	Gone      Outcome = "gone"      // not in Drafts: edited beyond knowing, sent or thrown away
	Missing   Outcome = "missing"   // decided, and certainly not placed
)

// ErrUnknownOutcome is in the error of Place where the server may have stored
// the message although it did not say so. The next step is Resume, on a new
// connection; never another Append.
var ErrUnknownOutcome = errors.New("the server may have stored the draft or not")

// DigestOf returns the digest by which an untouched draft is known.
func DigestOf(raw []byte) [32]byte { return sha256.Sum256(raw) }

// copiesIn returns the messages in the mailbox that carry the Message-ID.
func copiesIn(ctx context.Context, mb Mailbox, box, messageID string) ([]found, error) {
	if box == "" {
		return nil, nil
	}
	uids, err := mb.Search(ctx, box, messageID)
	if err != nil {
		return nil, fmt.Errorf("search %q for <%s>: %w", box, messageID, err)
	}
	copies := make([]found, 0, len(uids))
	for _, uid := range uids {
		raw, err := mb.Fetch(ctx, box, 0, uid)
		if err != nil {
			return nil, fmt.Errorf("read message %d of %q: %w", uid, box, err)
		}
		if raw != nil {
			copies = append(copies, found{uid: uid, digest: DigestOf(raw), raw: raw})
		}
	}
	return copies, nil
}

// found is a message in a mailbox.
type found struct {
	uid    uint32
	digest [32]byte
	raw    []byte
}

// elsewhere says whether the message is in Sent, in Trash, or, where there is a
// mailbox of all messages, in that alone. It is "" where it is nowhere.
func elsewhere(ctx context.Context, mb Mailbox, boxes Boxes, messageID string) (Outcome, error) {
	for _, place := range []struct {
		box  string
		mean Outcome
	}{{boxes.Sent, Sent}, {boxes.Trash, Discarded}, {boxes.All, Gone}} {
		if place.box == "" {
			continue
		}
		uids, err := mb.Search(ctx, place.box, messageID)
		if err != nil {
			return "", fmt.Errorf("search %q for <%s>: %w", place.box, messageID, err)
		}
		if len(uids) > 0 {
			return place.mean, nil
		}
	}
	return "", nil
}
