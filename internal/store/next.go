package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// atOnce is a next look that is always due.
const atOnce = 0

// A Next says when an application's schedule changes by itself; zero for never.
// Facts is how many facts the schedule was made from.
type Next struct {
	Application string
	Facts       int
	At          time.Time
}

// SetNexts notes when applications have to be looked at next, in one durable
// transaction. Where an application has more facts by now, its note is not taken
// and it stays due.
func (s *Store) SetNexts(ctx context.Context, list []Next) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		set, err := tx.PrepareContext(ctx, `UPDATE application SET next = ?3
			WHERE id = ?1 AND (SELECT count(*) FROM fact WHERE application = ?1) = ?2`)
		if err != nil {
			return err
		}
		defer set.Close()
		for _, n := range list {
			if _, err := set.ExecContext(ctx, n.Application, n.Facts, micro(n.At)); err != nil {
				return fmt.Errorf("%q: %w", n.Application, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("note next looks: %w", err)
	}
	return nil
}

// Due returns the IDs of the account's applications that have to be looked at
// by now: their schedule changes, or a fact was added since. Its cost grows with
// their number, not with what is stored.
func (s *Store) Due(ctx context.Context, account string, now time.Time) ([]string, error) {
	ids, err := query(ctx, s.r, func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) },
		"SELECT id FROM application WHERE account = ? AND next <= ? ORDER BY next", account, micro(now))
	if err != nil {
		return nil, fmt.Errorf("read what is due in %q: %w", account, err)
	}
	return ids, nil
}

// Soonest returns when the first schedule of the account's applications changes by
// itself after an instant; zero if none does. What is due because of a fact does not
// count.
func (s *Store) Soonest(ctx context.Context, account string, after time.Time) (time.Time, error) {
	var next sql.NullInt64
	err := s.r.row(ctx, []any{&next}, "SELECT next FROM application WHERE account = ? AND next > ? ORDER BY next LIMIT 1", account, max(atOnce, after.UnixMicro()))
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, fmt.Errorf("read what is due next in %q: %w", account, explain(ctx, err))
	}
	return instant(next), nil
}

// Basis notes what the account's schedules are made by: a digest of the rules and
// the calendar. Where it was another one before, all applications are due.
func (s *Store) Basis(ctx context.Context, account, basis string) error {
	var had string
	err := s.r.row(ctx, []any{&had}, "SELECT basis FROM planned WHERE account = ?", account)
	switch {
	case err == nil && had == basis:
		return nil
	case errors.Is(err, sql.ErrNoRows), err == nil:
		err = s.write(ctx, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, "INSERT INTO planned (account, basis) VALUES (?1, ?2) ON CONFLICT (account) DO UPDATE SET basis = ?2", account, basis)
			if err == nil {
				_, err = tx.ExecContext(ctx, "UPDATE application SET next = ? WHERE account = ? AND next IS NOT ?1", atOnce, account)
			}
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("note what the schedules of %q are made by: %w", account, explain(ctx, err))
	}
	return nil
}
