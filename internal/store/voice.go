package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// Learnt is what was learnt of how the user writes, by language, and when. What the
// bodies say is the caller's.
type Learnt struct {
	At     time.Time                  // zero where nothing was looked at yet
	Since  time.Time                  // letters from before are not looked at: the user had it forgotten
	Voices map[string]json.RawMessage // by language
}

// Learnt returns what was learnt of an account.
func (s *Store) Learnt(ctx context.Context, account string) (Learnt, error) {
	l := Learnt{Voices: map[string]json.RawMessage{}}
	rows, err := query(ctx, s.r, func(rows *sql.Rows) (row [2]any, err error) {
		var language, body string
		var at sql.NullInt64
		err = rows.Scan(&language, &at, &body)
		switch language {
		case "":
			l.At = instant(at)
		case "forgotten":
			l.Since = instant(at)
		default:
			l.Voices[language] = json.RawMessage(body)
		}
		return row, err
	}, "SELECT language, at, body FROM voice WHERE account = ?", account)
	if err != nil {
		return l, fmt.Errorf("read how you write (%d rows): %w", len(rows), err)
	}
	return l, nil
}

// Learn keeps what was learnt of an account, in the place of what was before.
func (s *Store) Learn(ctx context.Context, account string, voices map[string]any, at time.Time) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM voice WHERE account = ? AND language <> 'forgotten'", account); err != nil {
			return err
		}
		voices[""] = nil
		for language, voice := range voices {
			body, err := json.Marshal(voice)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT INTO voice (account, language, at, body) VALUES (?, ?, ?, ?)", account, language, at.UnixMicro(), string(body)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep how you write: %w", err)
	}
	return nil
}

// Unlearn forgets what was learnt of all accounts; nothing is learnt of what was sent
// before.
func (s *Store) Unlearn(ctx context.Context, accounts []string, at time.Time) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM voice"); err != nil {
			return err
		}
		for _, account := range accounts {
			if _, err := tx.ExecContext(ctx, "INSERT INTO voice (account, language, at, body) VALUES (?, 'forgotten', ?, 'null')", account, at.UnixMicro()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("forget how you write: %w", err)
	}
	return nil
}

// Rewritten returns the sentences of drafts that were sent, since an instant: those that
// the user took out, once for each letter, and those that he kept.
func (s *Store) Rewritten(ctx context.Context, since time.Time) (dropped, kept []string, err error) {
	type row struct {
		sentence string
		kept     bool
	}
	rows, err := query(ctx, s.r, func(rows *sql.Rows) (r row, err error) { return r, rows.Scan(&r.sentence, &r.kept) }, `
		SELECT ours.value, ours.value IN (SELECT value FROM json_each(sent.body, '$.sentences'))
		FROM fact AS sent
		JOIN fact AS placed ON placed.application = sent.application AND placed.type = 'placed' AND placed.body ->> '$.follow_up' = sent.body ->> '$.follow_up'
			AND placed.seq = (SELECT max(seq) FROM fact WHERE application = sent.application AND type = 'placed' AND body ->> '$.follow_up' = sent.body ->> '$.follow_up')
		JOIN json_each(placed.body, '$.sentences') AS ours
		WHERE sent.type = 'delivered' AND sent.body ->> '$.follow_up' <> '' AND sent.at >= ?
			AND json_array_length(sent.body, '$.sentences') > 0`, since.UnixMicro())
	if err != nil {
		return nil, nil, fmt.Errorf("read what you rewrote: %w", err)
	}
	for _, r := range rows {
		if r.kept {
			kept = append(kept, r.sentence)
		} else {
			dropped = append(dropped, r.sentence)
		}
	}
	return dropped, kept, nil
}
