package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Accounts returns the names of the accounts that applications belong to, each
// with how many they are.
func (s *Store) Accounts(ctx context.Context) (map[string]int, error) {
	type group struct {
		name string
		n    int
	}
	groups, err := query(ctx, s.r, func(rows *sql.Rows) (g group, err error) {
		err = rows.Scan(&g.name, &g.n)
		return g, err
	}, "SELECT account, count(*) FROM application GROUP BY account")
	if err != nil {
		return nil, fmt.Errorf("read accounts: %w", err)
	}
	accounts := make(map[string]int, len(groups))
	for _, g := range groups {
		accounts[g.name] = g.n
	}
	return accounts, nil
}

// RenameAccount gives what is kept of an account to the name that the user has
// given it since. Where something was read under the new name already, the old
// cursors stand: what is read twice is no news. Its log stays as it was written.
// The caller holds the daemon's lock.
func (s *Store) RenameAccount(ctx context.Context, from, to string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, q := range []string{
			"UPDATE application SET account = ?2, next = ?3 WHERE account = ?1",
			"UPDATE draft SET account = ?2 WHERE account = ?1",
			"UPDATE OR IGNORE account_fact SET account = ?2 WHERE account = ?1",
			"UPDATE OR REPLACE cursor SET account = ?2 WHERE account = ?1",
			"UPDATE OR REPLACE seen SET account = ?2 WHERE account = ?1",
			"DELETE FROM health WHERE account = ?1",
			"DELETE FROM planned WHERE account IN (?1, ?2)",
		} {
			if _, err := tx.ExecContext(ctx, q, from, to, atOnce); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("rename account %q to %q: %w", from, to, err)
	}
	return nil
}
