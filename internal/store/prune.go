package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Prune deletes the log, and what is kept of the messages, of applications of which
// nothing was heard since an instant, and the log of the accounts from before it. Their
// facts stay, and with them the state that they make. It returns how many rows went.
func (s *Store) Prune(ctx context.Context, before time.Time) (rows int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		rows = 0
		for _, q := range []string{
			// What is not in it cannot be deleted; '' is what concerns an account as a whole.
			`INSERT INTO forgotten (application) SELECT id FROM application WHERE created < ?1
				AND NOT EXISTS (SELECT 1 FROM fact WHERE application = id AND at >= ?1) UNION SELECT ''`,
			"DELETE FROM entry WHERE at < ?1 AND application IN (SELECT application FROM forgotten)",
			"DELETE FROM seen WHERE at < ?1 AND application IN (SELECT application FROM forgotten)",
		} {
			res, err := tx.ExecContext(ctx, q, micro(before))
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err == nil && q[0] == 'D' {
				rows += n
			}
		}
		_, err := tx.ExecContext(ctx, "DELETE FROM forgotten")
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("prune what is from before %s: %w", before.Format(time.DateOnly), err)
	}
	return rows, nil
}

// pagesAtOnce is how much of the file is given back in one write.
const pagesAtOnce = 500

// Shrink gives back to the file system what of the file is free, a little at a time. A
// file of an older version keeps its size, and uses it again.
func (s *Store) Shrink(ctx context.Context) error {
	for {
		var free int
		if err := s.w.db.QueryRowContext(ctx, "PRAGMA freelist_count").Scan(&free); err != nil || free == 0 {
			return explain(ctx, err)
		}
		if _, err := s.w.db.ExecContext(ctx, fmt.Sprintf("PRAGMA incremental_vacuum(%d)", pagesAtOnce)); err != nil {
			return fmt.Errorf("shrink the file: %w", explain(ctx, err))
		}
		var left int
		if err := s.w.db.QueryRowContext(ctx, "PRAGMA freelist_count").Scan(&left); err != nil || left >= free {
			return explain(ctx, err)
		}
	}
}

// EndPast forgets how far the reading of an account's past had come, when it has come to
// its end.
func (s *Store) EndPast(ctx context.Context, account string) error {
	const hex = "[0-9a-f][0-9a-f][0-9a-f][0-9a-f]"
	if err := s.w.exec(ctx, "DELETE FROM cursor WHERE account = ? AND mailbox GLOB '*: past * "+hex+hex+hex+hex+"'", account); err != nil {
		return fmt.Errorf("end the past of %q: %w", account, err)
	}
	return nil
}
