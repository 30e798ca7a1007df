package drafter

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterword/internal/letter"
	"afterword/internal/mail"
)

// A Placer places drafts. Step, if set, is called with the name of each step
// once it is done ("decided", "searched", "appended", "read", "recorded"): it
// exists so that a crash can be tried between any two of them.
type Placer struct {
	Step func(step string)
}

func (p Placer) step(name string) {
	if p.Step != nil {
		p.Step(name)
	}
}

// Place puts one draft into Drafts: see Placer.Place.
func Place(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, r Record, now time.Time) (Outcome, error) {
	return Placer{}.Place(ctx, mb, j, boxes, r, now)
}

// Place stores the record, whose Message-ID is new, and puts its message into
// Drafts. The outcome is Placed, or Sent, Discarded or Gone where the user was
// faster, in which case it is never placed again.
//
// The order makes a crash harmless at any point: the Message-ID is on disk
// before the server sees it, the server is asked before it is given anything,
// and what it holds is read back before the draft counts as placed. After an
// error the record is pending; Resume ends the matter.
func (p Placer) Place(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, r Record, now time.Time) (Outcome, error) {
	if err := j.Decide(ctx, r); err != nil {
		return "", fmt.Errorf("store draft for %q: %w", r.FollowUp, err)
	}
	p.step("decided")
	return p.finish(ctx, mb, j, boxes, r, true, now)
}

// finish does all that comes after the decision. It may be repeated. A fresh record's
// Message-ID was never given to the server: nobody can have sent it or thrown it away,
// and no earlier APPEND of it can be on its way.
func (p Placer) finish(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, r Record, fresh bool, now time.Time) (Outcome, error) {
	copies, err := copiesIn(ctx, mb, boxes.Drafts, r.MessageID)
	if err != nil {
		return "", fmt.Errorf("place draft for %q: %w", r.FollowUp, err)
	}
	var validity, uid uint32
	if len(copies) == 0 {
		where := Outcome("")
		if !fresh {
			if where, err = elsewhere(ctx, mb, boxes, r.MessageID); err != nil {
				return "", fmt.Errorf("place draft for %q: %w", r.FollowUp, err)
			}
		}
		p.step("searched")
		if where != "" {
			return where, nil
		}
		validity, uid, err = mb.Append(ctx, boxes.Drafts, r.Raw, now)
		if err != nil {
			return "", fmt.Errorf("place draft for %q: %w: %w", r.FollowUp, ErrUnknownOutcome, err)
		}
		p.step("appended")
		if fresh && uid != 0 {
			if raw, err := mb.Fetch(ctx, boxes.Drafts, validity, uid); err == nil && raw != nil {
				return p.keep(ctx, mb, j, boxes, r, validity, []found{{uid: uid, digest: DigestOf(raw), raw: raw}}, uid, now)
			}
		}
		if copies, err = copiesIn(ctx, mb, boxes.Drafts, r.MessageID); err != nil {
			return "", fmt.Errorf("read draft for %q back: %w", r.FollowUp, err)
		}
	}
	if len(copies) == 0 {
		// The server said yes and shows nothing: some index late, and a user's
		// client may have been faster. Ask for the UID that it named.
		return p.readByUID(ctx, mb, j, boxes, r, validity, uid, now)
	}
	return p.keep(ctx, mb, j, boxes, r, validity, copies, uid, now)
}

// keep records the copy of the draft that stays. It was appended as uid, if that is
// known.
func (p Placer) keep(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, r Record, validity uint32, copies []found, uid uint32, now time.Time) (Outcome, error) {
	keep, err := keepOne(ctx, mb, boxes, r, copies)
	if err != nil {
		return "", err
	}
	if keep.uid != uid {
		validity = 0
	}
	if !letter.Same(mail.Read(keep.raw), mail.Read(r.Raw)) {
		// A crash lay between, and the user's client kept the Message-ID.
		// Without a digest it never counts as untouched.
		keep.digest = [32]byte{}
	}
	p.step("read")
	return p.record(ctx, j, r, validity, keep, now)
}

// readByUID reads the appended message back where a search did not find it.
func (p Placer) readByUID(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, r Record, validity, uid uint32, now time.Time) (Outcome, error) {
	if uid != 0 {
		raw, err := mb.Fetch(ctx, boxes.Drafts, validity, uid)
		if err != nil {
			return "", fmt.Errorf("read draft for %q back: %w", r.FollowUp, err)
		}
		if raw != nil {
			p.step("read")
			return p.record(ctx, j, r, validity, found{uid: uid, digest: DigestOf(raw)}, now)
		}
	}
	where, err := elsewhere(ctx, mb, boxes, r.MessageID)
	if err != nil {
		return "", fmt.Errorf("read draft for %q back: %w", r.FollowUp, err)
	}
	if where == "" {
		// Stored, and gone since: whoever took it, it is not to come again.
		where = Gone
	}
	return where, nil
}

func (p Placer) record(ctx context.Context, j Journal, r Record, validity uint32, f found, now time.Time) (Outcome, error) {
	if err := j.Record(ctx, r.MessageID, validity, f.uid, f.digest, now); err != nil {
		return "", fmt.Errorf("record draft for %q: %w", r.FollowUp, err)
	}
	p.step("recorded")
	return Placed, nil
}

// keepOne leaves one copy of the draft where there are several: an APPEND whose
// answer was lost can be carried out after the search that looked for it. The
// first stays; a further one goes to Trash if it is the same byte for byte.
func keepOne(ctx context.Context, mb Mailbox, boxes Boxes, r Record, copies []found) (found, error) {
	keep := copies[0]
	for _, c := range copies[1:] {
		if c.digest != keep.digest || boxes.Trash == "" {
			continue
		}
		if err := mb.MoveToTrash(ctx, boxes.Drafts, 0, c.uid, boxes.Trash); err != nil {
			return keep, fmt.Errorf("move second copy of draft for %q to %q: %w", r.FollowUp, boxes.Trash, err)
		}
	}
	return keep, nil
}

// A Resumption is what became of one record that a crash or a lost connection
// left pending.
type Resumption struct {
	Record  Record
	Outcome Outcome
}

// Resume ends what a crash left: see Placer.Resume.
func Resume(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, account string, wanted func(Record) bool, now time.Time) ([]Resumption, error) {
	return Placer{}.Resume(ctx, mb, j, boxes, account, wanted, now)
}

// Resume goes through the pending records of an account. One that stands in
// Drafts is recorded; one that is in Sent or Trash was used or deleted
// meanwhile; one that is nowhere is placed now if wanted says so (nil: always),
// and is Missing otherwise. It is called on a fresh connection, after catching
// up and before anything new is placed. Records with an outcome other than
// Placed are the caller's to close in the journal. On an error, what was done
// so far is returned with it.
func (p Placer) Resume(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, account string, wanted func(Record) bool, now time.Time) ([]Resumption, error) {
	pending, err := j.Pending(ctx, account)
	if err != nil {
		return nil, fmt.Errorf("read pending drafts of %q: %w", account, err)
	}
	var done []Resumption
	var failed []error
	for _, r := range pending {
		outcome, err := p.resume(ctx, mb, j, boxes, r, wanted, now)
		if err != nil {
			failed = append(failed, err)
			if ctx.Err() != nil || errors.Is(err, ErrUnknownOutcome) {
				break
			}
			continue
		}
		done = append(done, Resumption{r, outcome})
	}
	return done, errors.Join(failed...)
}

func (p Placer) resume(ctx context.Context, mb Mailbox, j Journal, boxes Boxes, r Record, wanted func(Record) bool, now time.Time) (Outcome, error) {
	if wanted == nil || wanted(r) {
		return p.finish(ctx, mb, j, boxes, r, false, now)
	}
	uids, err := mb.Search(ctx, boxes.Drafts, r.MessageID)
	if err != nil {
		return "", fmt.Errorf("resume draft for %q: %w", r.FollowUp, err)
	}
	if len(uids) > 0 {
		// It stands there: record it, so that it can be withdrawn as any other.
		return p.finish(ctx, mb, j, boxes, r, false, now)
	}
	where, err := elsewhere(ctx, mb, boxes, r.MessageID)
	if err != nil {
		return "", fmt.Errorf("resume draft for %q: %w", r.FollowUp, err)
	}
	if where == "" {
		where = Missing
	}
	return where, nil
}
