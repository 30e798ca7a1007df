package daemon

import (
	"context"
	"errors"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/mailwatch"
)

// journal keeps drafter's records in the store.
type journal struct{ store *store.Store }

func (j journal) Decide(ctx context.Context, r drafter.Record) error {
	return j.store.DecideDraft(ctx, store.Draft{Account: r.Account, Application: r.Application, FollowUp: r.FollowUp, MessageID: r.MessageID,
		Raw: r.Raw, Sentences: r.Sentences, Basis: r.Basis, DecidedAt: r.At})
}

func (j journal) Record(ctx context.Context, messageID string, uidValidity, uid uint32, digest [32]byte, at time.Time) error {
	return j.store.RecordDraft(ctx, messageID, uidValidity, uid, digest, at)
}

func (j journal) Pending(ctx context.Context, account string) ([]drafter.Record, error) {
	drafts, err := j.store.Drafts(ctx, account, drafter.StateDecided)
	if err != nil {
		return nil, err
	}
	records := make([]drafter.Record, 0, len(drafts))
	for _, d := range drafts {
		records = append(records, recordOf(d))
	}
	return records, nil
}

func recordOf(d store.Draft) drafter.Record {
	return drafter.Record{Account: d.Account, Application: d.Application, FollowUp: d.FollowUp, MessageID: d.MessageID, Raw: d.Raw,
		Sentences: d.Sentences, Basis: d.Basis, At: d.DecidedAt, UIDValidity: d.UIDValidity, UID: d.UID, Digest: d.Digest, State: d.State}
}

// mailbox is the connection as drafter wants it: a message that is not there is
// no error.
type mailbox struct{ *mailwatch.Conn }

func (m mailbox) Fetch(ctx context.Context, box string, uidValidity, uid uint32) ([]byte, error) {
	raw, err := m.Conn.Fetch(ctx, box, uidValidity, uid)
	if errors.Is(err, mailwatch.ErrGone) {
		return nil, nil
	}
	return raw, err
}

func (m mailbox) MoveToTrash(ctx context.Context, drafts string, uidValidity, uid uint32, trash string) error {
	err := m.Conn.MoveToTrash(ctx, drafts, uidValidity, uid, trash)
	if !errors.Is(err, mailwatch.ErrGone) {
		return err
	}
	// What is gone may be the Trash (TRYCREATE, RFC 9051, section 7.1).
	raw, failed := m.Fetch(ctx, drafts, uidValidity, uid)
	if raw == nil {
		return failed
	}
	return err
}
