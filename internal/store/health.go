package store

import (
	"context"
	"database/sql"
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
	Told       bool      // the user was told of this blindness
}

// SetHealth notes how an account is, in place of what was noted before.
func (s *Store) SetHealth(ctx context.Context, h Health) error {
	err := s.w.exec(ctx, `INSERT INTO health (account, last_read, blind_since, why, told) VALUES (?1, ?2, ?3, ?4, ?5)
		ON CONFLICT (account) DO UPDATE SET last_read = ?2, blind_since = ?3, why = ?4, told = ?5`,
		h.Account, micro(h.LastRead), micro(h.BlindSince), h.Why, h.Told)
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
	err := s.r.row(ctx, []any{&read, &blind, &h.Why, &h.Told}, "SELECT last_read, blind_since, why, told FROM health WHERE account = ?", account)
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
		err := rows.Scan(&h.Account, &read, &blind, &h.Why, &h.Told)
		h.LastRead, h.BlindSince = instant(read), instant(blind)
		all[h.Account] = h
		return struct{}{}, err
	}, "SELECT account, last_read, blind_since, why, told FROM health")
	if err != nil {
		return nil, fmt.Errorf("read health: %w", err)
	}
	return all, nil
}
