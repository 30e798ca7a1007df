package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// A Health says whether an account is being read.
type Health struct {
	Account    string
	LastRead   time.Time // when its mailboxes were last read to the end; zero for never
	BlindSince time.Time // since when they can't be; zero while they can
	Why        string    // what stands in the way
	Trouble    string    // its kind, as who knows kinds calls it; "" where nobody did
	Told       bool      // the user was told of this blindness
	Skipped    []string  // mailboxes that the user does not want to be read
	Unread     []string  // mailboxes that could not be read at the last look
}

// SetHealth notes how an account is, in place of what was noted before.
func (s *Store) SetHealth(ctx context.Context, h Health) error {
	unread, err := json.Marshal([2][]string{h.Skipped, h.Unread})
	if err == nil {
		err = s.w.exec(ctx, `INSERT INTO health (account, last_read, blind_since, why, told, unread, trouble) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
			ON CONFLICT (account) DO UPDATE SET last_read = ?2, blind_since = ?3, why = ?4, told = ?5, unread = ?6, trouble = ?7`,
			h.Account, micro(h.LastRead), micro(h.BlindSince), h.Why, h.Told, string(unread), h.Trouble)
	}
	if err != nil {
		return fmt.Errorf("note health of %q: %w", h.Account, err)
	}
	return nil
}

// Health returns how an account was last; only its name is set if nothing was
// noted yet.
func (s *Store) Health(ctx context.Context, account string) (Health, error) {
	h := Health{Account: account}
	var read, blind sql.NullInt64
	var unread []byte
	err := s.r.row(ctx, []any{&read, &blind, &h.Why, &h.Told, &unread, &h.Trouble}, "SELECT last_read, blind_since, why, told, unread, trouble FROM health WHERE account = ?", account)
	if err == nil {
		err = h.named(unread)
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		err = explain(ctx, err)
		return h, fmt.Errorf("read health of %q: %w", account, err)
	}
	h.LastRead, h.BlindSince = instant(read), instant(blind)
	return h, nil
}

// Healths returns how the accounts of which something was noted were last, by name.
func (s *Store) Healths(ctx context.Context) (map[string]Health, error) {
	all := map[string]Health{}
	_, err := query(ctx, s.r, func(rows *sql.Rows) (struct{}, error) {
		var h Health
		var read, blind sql.NullInt64
		var unread []byte
		err := errors.Join(rows.Scan(&h.Account, &read, &blind, &h.Why, &h.Told, &unread, &h.Trouble), h.named(unread))
		h.LastRead, h.BlindSince = instant(read), instant(blind)
		all[h.Account] = h
		return struct{}{}, err
	}, "SELECT account, last_read, blind_since, why, told, unread, trouble FROM health")
	if err != nil {
		return nil, fmt.Errorf("read health: %w", err)
	}
	return all, nil
}

// named reads the names of the mailboxes that are not read.
func (h *Health) named(unread []byte) error {
	var both [2][]string
	if len(unread) == 0 {
		return nil
	}
	err := json.Unmarshal(unread, &both)
	h.Skipped, h.Unread = both[0], both[1]
	return err
}
