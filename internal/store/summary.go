package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
)

// A Summary is what `list` says of an application: kept, so that to list a thousand
// does not fold and plan a thousand. Who makes it says from when to when it holds, and
// what it was made by; the first new fact of the application ends it as well.
type Summary struct {
	ID, Account string
	Known       bool   // there is one that holds
	Line, JSON  string // for people and for programs
	Facts       int    // it was made from
	Made        time.Time
	Until       time.Time // when it ends by itself; zero for never
}

// Summaries returns all applications, oldest first, each with the summary that holds
// at now and was made by basis, if there is one: its JSON if that is asked for, else
// its Line.
func (s *Store) Summaries(ctx context.Context, basis string, asJSON bool, now time.Time) ([]Summary, error) {
	list, err := query(ctx, s.r, func(rows *sql.Rows) (Summary, error) {
		var one Summary
		var text sql.NullString
		err := rows.Scan(&one.ID, &one.Account, &text)
		one.Known = text.Valid
		if one.Line = text.String; asJSON {
			one.Line, one.JSON = "", text.String
		}
		return one, err
	}, `SELECT id, account, iif(?3, json, line) FROM application LEFT JOIN summary
		ON application = id AND basis = ?1 AND made <= ?2 AND coalesce(until > ?2, 1) ORDER BY created, application.rowid`, basis, now.UnixMicro(), asJSON)
	if err != nil {
		return nil, fmt.Errorf("read summaries: %w", err)
	}
	return list, nil
}

// SetSummaries keeps summaries that were made by basis. One whose application has
// more facts by now is left out.
func (s *Store) SetSummaries(ctx context.Context, basis string, list []Summary) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		set, err := tx.PrepareContext(ctx, `INSERT OR REPLACE INTO summary (application, basis, made, until, line, json)
			SELECT ?1, ?3, ?4, ?5, ?6, ?7 WHERE (SELECT count(*) FROM fact WHERE application = ?1) = ?2`)
		if err != nil {
			return err
		}
		defer set.Close()
		for _, one := range list {
			if _, err := set.ExecContext(ctx, one.ID, one.Facts, basis, one.Made.UnixMicro(), micro(one.Until), one.Line, one.JSON); err != nil {
				return fmt.Errorf("%q: %w", one.ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep summaries: %w", err)
	}
	return nil
}

// Called returns the applications that were ever said to be at a company of this
// name, in any letter case, oldest first.
func (s *Store) Called(ctx context.Context, company string) ([]App, error) {
	// SQLite knows the cases of ASCII alone, so the names are compared here.
	type named struct{ id, company string }
	all, err := query(ctx, s.r, func(rows *sql.Rows) (n named, err error) { return n, rows.Scan(&n.id, &n.company) },
		"SELECT application, lower(body ->> '$.company') FROM fact WHERE type = 'described'")
	if err != nil {
		return nil, fmt.Errorf("read companies: %w", err)
	}
	seen := map[string]bool{}
	var apps []App
	for _, n := range all {
		if seen[n.id] || !strings.EqualFold(strings.TrimSpace(n.company), company) {
			continue
		}
		seen[n.id] = true
		a, err := s.Application(ctx, n.id)
		if err != nil {
			return nil, err
		}
		apps = append(apps, a)
	}
	return apps, nil
}
