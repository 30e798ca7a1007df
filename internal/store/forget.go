package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Forget deletes an application that was a mistake, with its facts, its drafts' journal,
// its messages and its log. It does nothing, and done is false, while a draft of it may
// still have to leave the mailbox. Only who holds the daemon's lock, or is the daemon,
// may call it: a daemon that knows the application would go on with it.
func (s *Store) Forget(ctx context.Context, application string) (done bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var stands bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM draft WHERE application = ? AND state IN ('decided', 'placed', 'withdrawing'))", application).Scan(&stands)
		if err != nil || stands {
			return err
		}
		done = true
		for _, q := range []string{
			"INSERT INTO forgotten (application) VALUES (?)", // what is not in it cannot be deleted
			"DELETE FROM summary WHERE application = ?",
			"DELETE FROM draft WHERE application = ?",
			"DELETE FROM seen WHERE application = ?",
			"DELETE FROM entry WHERE application = ?",
			"DELETE FROM fact WHERE application = ?",
			"DELETE FROM application WHERE id = ?",
			"DELETE FROM forgotten WHERE application = ?",
		} {
			if _, err := tx.ExecContext(ctx, q, application); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("forget %q: %w", application, err)
	}
	return done, nil
}
