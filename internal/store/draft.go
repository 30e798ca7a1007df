package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"afterword/rules"
)

// The states of a draft. The first four are live: while one of them stands, no
// other draft of the same follow-up can be stored.
const (
	Decided     = "decided"     // chosen and stored; it may or may not be in the mailbox already
	Placed      = "placed"      // it is in the mailbox, untouched
	Touched     = "touched"     // it is the user's own by now
	Withdrawing = "withdrawing" // the program is moving it to Trash
	Sent        = "sent"
	Discarded   = "discarded" // the user deleted it
	Removed     = "removed"   // the program moved it to Trash, or never placed it
)

// A Draft is the journal of one draft, from before it is placed.
type Draft struct {
	Account     string
	Application string
	FollowUp    string // key of the follow-up
	MessageID   string // chosen before it is placed
	Raw         []byte // as placed, byte for byte
	Sentences   []string
	Basis       string // what it was written from
	State       string
	DecidedAt   time.Time
	PlacedAt    time.Time // zero until placed
	// Where it is in Drafts, once placed.
	UIDValidity, UID uint32
	Digest           [32]byte // of what the server gave back after placing
}

// DecideDraft stores a draft before it is placed, with its Message-ID. It fails
// with ErrStands where the follow-up has a live draft: that makes a duplicate
// impossible.
func (s *Store) DecideDraft(ctx context.Context, d Draft) error {
	if d.Sentences == nil {
		d.Sentences = []string{}
	}
	sentences, err := json.Marshal(d.Sentences)
	if err != nil {
		return fmt.Errorf("decide draft %q: %w", d.FollowUp, err)
	}
	err = s.write(ctx, func(tx *sql.Tx) error { return decide(ctx, tx, d, string(sentences)) })
	if err != nil {
		return fmt.Errorf("decide draft %q of %q: %w", d.FollowUp, d.Application, err)
	}
	return nil
}

func decide(ctx context.Context, tx *sql.Tx, d Draft, sentences string) error {
	var stands bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM draft
		WHERE application = ? AND follow_up = ? AND state IN ('decided', 'placed', 'touched', 'withdrawing'))`, d.Application, d.FollowUp).Scan(&stands)
	if err != nil {
		return err
	}
	if stands {
		return ErrStands
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO draft (message_id, account, application, follow_up, raw, sentences, state, decided_at, uidvalidity, uid, basis)
		VALUES (?, ?, ?, ?, ?, ?, 'decided', ?, 0, 0, ?)`, d.MessageID, d.Account, d.Application, d.FollowUp, d.Raw, sentences, micro(d.DecidedAt), d.Basis)
	return err
}

// AdoptDraft stores a letter that was found in Drafts in the place of a follow-up, as
// the user's own: with it the facts that it stands there, and is not ours to touch.
func (s *Store) AdoptDraft(ctx context.Context, d Draft, at time.Time) error {
	d.DecidedAt = at
	err := s.write(ctx, func(tx *sql.Tx) error {
		if err := decide(ctx, tx, d, "[]"); err != nil {
			return err
		}
		return stand(ctx, tx, d, Touched, d.UIDValidity, d.UID, rules.Fact{Key: "edited/" + d.MessageID, At: at, What: rules.Edited{FollowUp: d.FollowUp}})
	})
	if err != nil {
		return fmt.Errorf("adopt draft %q of %q: %w", d.FollowUp, d.Application, err)
	}
	return nil
}

// StandDraft notes that a draft stands in Drafts that did not, as far as was known:
// Placed where it is as it was, Touched where it is the user's own.
func (s *Store) StandDraft(ctx context.Context, messageID, state string, uidValidity, uid uint32, fact rules.Fact) error {
	return s.change(ctx, "stand", messageID, func(tx *sql.Tx, d Draft) error {
		if state != Placed && state != Touched {
			return fmt.Errorf("%q is not how a draft stands", state)
		}
		return stand(ctx, tx, d, state, uidValidity, uid, fact)
	})
}

func stand(ctx context.Context, tx *sql.Tx, d Draft, state string, uidValidity, uid uint32, fact rules.Fact) error {
	_, err := tx.ExecContext(ctx, "UPDATE draft SET uidvalidity = ?, uid = ? WHERE message_id = ?", uidValidity, uid, d.MessageID)
	if err != nil {
		return err
	}
	return setState(ctx, tx, d, state, fact)
}

// DiscardedSince returns the drafts of an account that were decided on since an instant
// and thrown away, as it seemed.
func (s *Store) DiscardedSince(ctx context.Context, account string, since time.Time) ([]Draft, error) {
	drafts, err := query(ctx, s.r, scanDraft, "SELECT "+draftColumns+" FROM draft WHERE account = ? AND state = 'discarded' AND decided_at >= ? ORDER BY decided_at", account, micro(since))
	if err != nil {
		return nil, fmt.Errorf("read what was thrown away in %q: %w", account, err)
	}
	return drafts, nil
}

// HasDraft reports whether a message is a draft that is stored, in whatever state.
func (s *Store) HasDraft(ctx context.Context, messageID string) (yes bool, err error) {
	if err = s.r.row(ctx, []any{&yes}, "SELECT EXISTS (SELECT 1 FROM draft WHERE message_id = ?)", messageID); err != nil {
		return false, fmt.Errorf("look for draft %q: %w", messageID, explain(ctx, err))
	}
	return yes, nil
}

// RecordDraft notes that the draft stands in Drafts, where, and the digest of
// what the server gave back, together with its Placed fact. Doing it twice is
// doing it once.
func (s *Store) RecordDraft(ctx context.Context, messageID string, uidValidity, uid uint32, digest [32]byte, at time.Time) error {
	return s.change(ctx, "record", messageID, func(tx *sql.Tx, d Draft) error {
		if d.State != Decided && d.State != Placed {
			return fmt.Errorf("it is %s already", d.State)
		}
		placedAt := at
		if d.State == Placed {
			placedAt = d.PlacedAt
		}
		_, err := tx.ExecContext(ctx, "UPDATE draft SET state = 'placed', placed_at = ?, uidvalidity = ?, uid = ?, digest = ? WHERE message_id = ?",
			micro(placedAt), uidValidity, uid, digest[:], messageID)
		if err != nil {
			return err
		}
		_, err = addFact(ctx, tx, d.Application, rules.Fact{Key: "placed/" + messageID, At: at,
			What: rules.Placed{FollowUp: d.FollowUp, MessageID: messageID, Sentences: d.Sentences}})
		return err
	})
}

// EndDraft notes what became of a draft (Sent, Discarded or Removed) together
// with the fact that says so; a fact without a key is left out.
func (s *Store) EndDraft(ctx context.Context, messageID, state string, fact rules.Fact) error {
	return s.change(ctx, "end", messageID, func(tx *sql.Tx, d Draft) error {
		if state != Sent && state != Discarded && state != Removed {
			return fmt.Errorf("%q is no end of a draft", state)
		}
		return setState(ctx, tx, d, state, fact)
	})
}

// TouchDraft notes that a draft is the user's own by now, with its Edited fact.
// One that has ended stays as it is.
func (s *Store) TouchDraft(ctx context.Context, messageID string, at time.Time) error {
	return s.change(ctx, "touch", messageID, func(tx *sql.Tx, d Draft) error {
		if d.State != Decided && d.State != Placed && d.State != Withdrawing {
			return nil
		}
		return setState(ctx, tx, d, Touched, rules.Fact{Key: "edited/" + messageID, At: at, What: rules.Edited{FollowUp: d.FollowUp}})
	})
}

// WithdrawDraft notes, before a draft is moved to Trash, that the program does
// so: after a crash it is not taken for one that the user deleted.
func (s *Store) WithdrawDraft(ctx context.Context, messageID string) error {
	return s.turn(ctx, messageID, Placed, Withdrawing)
}

// KeepDraft takes WithdrawDraft back: the draft was not there to be moved.
func (s *Store) KeepDraft(ctx context.Context, messageID string) error {
	return s.turn(ctx, messageID, Withdrawing, Placed)
}

// turn brings a draft from one live state to another; in any other it stays.
func (s *Store) turn(ctx context.Context, messageID, from, to string) error {
	return s.change(ctx, "turn", messageID, func(tx *sql.Tx, d Draft) error {
		if d.State != from {
			return nil
		}
		return setState(ctx, tx, d, to, rules.Fact{})
	})
}

func setState(ctx context.Context, tx *sql.Tx, d Draft, state string, fact rules.Fact) error {
	if _, err := tx.ExecContext(ctx, "UPDATE draft SET state = ? WHERE message_id = ?", state, d.MessageID); err != nil {
		return err
	}
	if fact.Key == "" {
		return nil
	}
	_, err := addFact(ctx, tx, d.Application, fact)
	return err
}

// MoveDraft notes that the draft has another UID by now, after the mailbox got a
// new UIDVALIDITY (RFC 9051, section 2.3.1.1).
func (s *Store) MoveDraft(ctx context.Context, messageID string, uidValidity, uid uint32) error {
	return s.change(ctx, "move", messageID, func(tx *sql.Tx, d Draft) error {
		_, err := tx.ExecContext(ctx, "UPDATE draft SET uidvalidity = ?, uid = ? WHERE message_id = ?", uidValidity, uid, messageID)
		return err
	})
}

// BaseDraft notes what a draft was written from that was stored without it.
func (s *Store) BaseDraft(ctx context.Context, messageID, basis string) error {
	return s.change(ctx, "base", messageID, func(tx *sql.Tx, d Draft) error {
		_, err := tx.ExecContext(ctx, "UPDATE draft SET basis = ? WHERE message_id = ?", basis, messageID)
		return err
	})
}

// change runs f on the draft in one transaction.
func (s *Store) change(ctx context.Context, what, messageID string, f func(*sql.Tx, Draft) error) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, "SELECT "+draftColumns+" FROM draft WHERE message_id = ?", messageID)
		if err != nil {
			return err
		}
		defer rows.Close()
		if !rows.Next() {
			return errors.Join(ErrUnknown, rows.Err())
		}
		d, err := scanDraft(rows)
		if err = errors.Join(err, rows.Close()); err != nil {
			return err
		}
		return f(tx, d)
	})
	if err != nil {
		return fmt.Errorf("%s draft %q: %w", what, messageID, err)
	}
	return nil
}

const draftColumns = "message_id, account, application, follow_up, raw, sentences, state, decided_at, placed_at, uidvalidity, uid, digest, basis"

func scanDraft(rows *sql.Rows) (Draft, error) {
	var d Draft
	var decided, placed sql.NullInt64
	var sentences, digest []byte
	err := rows.Scan(&d.MessageID, &d.Account, &d.Application, &d.FollowUp, &d.Raw, &sentences, &d.State, &decided, &placed, &d.UIDValidity, &d.UID, &digest, &d.Basis)
	if err != nil {
		return d, err
	}
	d.DecidedAt, d.PlacedAt = instant(decided), instant(placed)
	copy(d.Digest[:], digest)
	return d, json.Unmarshal(sentences, &d.Sentences)
}

// DraftsOf returns all drafts of an application, oldest first.
func (s *Store) DraftsOf(ctx context.Context, application string) ([]Draft, error) {
	drafts, err := query(ctx, s.r, scanDraft, "SELECT "+draftColumns+" FROM draft WHERE application = ? ORDER BY decided_at, rowid", application)
	if err != nil {
		return nil, fmt.Errorf("read drafts of %q: %w", application, err)
	}
	return drafts, nil
}

// Drafts returns the drafts of an account, oldest first: those in one of the
// given states, or all of them. With "" they are those of all accounts.
func (s *Store) Drafts(ctx context.Context, account string, states ...string) ([]Draft, error) {
	where, args := "(?1 = '' OR account = ?1)", []any{account}
	if len(states) > 0 {
		where += " AND state IN (?" + strings.Repeat(", ?", len(states)-1) + ")"
		for _, state := range states {
			args = append(args, state)
		}
	}
	drafts, err := query(ctx, s.r, scanDraft, "SELECT "+draftColumns+" FROM draft WHERE "+where+" ORDER BY decided_at, rowid", args...)
	if err != nil {
		return nil, fmt.Errorf("read drafts of %q: %w", account, err)
	}
	return drafts, nil
}

// Drafted returns the IDs of the account's applications that have a draft, in
// whatever state.
func (s *Store) Drafted(ctx context.Context, account string) ([]string, error) {
	ids, err := query(ctx, s.r, func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) },
		"SELECT DISTINCT application FROM draft WHERE account = ?", account)
	if err != nil {
		return nil, fmt.Errorf("read who has drafts in %q: %w", account, err)
	}
	return ids, nil
}

// Standing returns what the drafts that stand in the Drafts mailboxes are for, of all
// accounts, oldest first: Application, FollowUp and State, and nothing of the letters.
func (s *Store) Standing(ctx context.Context) ([]Draft, error) {
	drafts, err := query(ctx, s.r, func(rows *sql.Rows) (d Draft, err error) {
		return d, rows.Scan(&d.Application, &d.FollowUp, &d.State)
	}, "SELECT application, follow_up, state FROM draft WHERE state IN (?, ?) ORDER BY decided_at, rowid", Placed, Touched)
	if err != nil {
		return nil, fmt.Errorf("read what stands in Drafts: %w", err)
	}
	return drafts, nil
}
