package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
)

// An Entry is one decision, as the user can read it afterwards.
type Entry struct {
	Seq         int64 // given by the store
	At          time.Time
	Account     string
	Application string // "" for what concerns the account as a whole
	What        string // was decided
	Why         string // in words, those of the message among them
	Rule        string
	Message     string // Message-ID of what led to it; "" if no message did
}

// Log adds an entry to the log of decisions, which is append-only.
func (s *Store) Log(ctx context.Context, e Entry) error {
	if err := s.w.exec(ctx, insertEntry, entryArgs(e)...); err != nil {
		return fmt.Errorf("log %q for %q: %w", e.What, e.Application, err)
	}
	return nil
}

const insertEntry = "INSERT INTO entry (at, account, application, what, why, rule, message) VALUES (?, ?, ?, ?, ?, ?, ?)"

func entryArgs(e Entry) []any {
	return []any{e.At.UnixMicro(), e.Account, e.Application, e.What, e.Why, e.Rule, e.Message}
}

// Entries returns the newest entries of an application, newest last, as many as
// limit; with "" those of all applications, with 0 all of them.
func (s *Store) Entries(ctx context.Context, application string, limit int) ([]Entry, error) {
	if limit <= 0 {
		limit = -1
	}
	const columns = "SELECT seq, at, account, application, what, why, rule, message FROM entry "
	var entries []Entry
	var err error
	if application == "" {
		entries, err = query(ctx, s.r, scanEntry, columns+"ORDER BY seq DESC LIMIT ?", limit)
	} else {
		entries, err = query(ctx, s.r, scanEntry, columns+"WHERE application = ? ORDER BY seq DESC LIMIT ?", application, limit)
	}
	if err != nil {
		return nil, fmt.Errorf("read log of %q: %w", application, err)
	}
	slices.Reverse(entries)
	return entries, nil
}

func scanEntry(rows *sql.Rows) (Entry, error) {
	var e Entry
	var at int64
	err := rows.Scan(&e.Seq, &at, &e.Account, &e.Application, &e.What, &e.Why, &e.Rule, &e.Message)
	e.At = time.UnixMicro(at).UTC()
	return e, err
}
