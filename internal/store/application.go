package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"afterword/rules"
)

// An App is an application as the store knows it; what it is about is in its facts.
type App struct {
	ID      string
	Account string
	Created time.Time
}

// NewApplication stores a new application with what the user says of it, and
// returns its ID: the company's name in letters that everyone can type, with a
// number where it is taken. The application is due at once.
func (s *Store) NewApplication(ctx context.Context, account string, d rules.Described, at time.Time) (id string, err error) {
	ids, err := s.NewApplications(ctx, account, []rules.Described{d}, at)
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// NewApplications stores new applications as NewApplication does, all or none,
// in one durable transaction. The IDs are in the order of what is told of them.
func (s *Store) NewApplications(ctx context.Context, account string, told []rules.Described, at time.Time) (ids []string, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		ids = make([]string, 0, len(told))
		for _, d := range told {
			id, err := newApplication(ctx, tx, account, d, at)
			if err != nil {
				return fmt.Errorf("%q: %w", d.Company, err)
			}
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("store new applications: %w", err)
	}
	return ids, nil
}

func newApplication(ctx context.Context, tx *sql.Tx, account string, d rules.Described, at time.Time) (string, error) {
	d.Account = account
	id, err := freeID(ctx, tx, d.Company)
	if err != nil {
		return "", err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO application (id, account, created, next) VALUES (?, ?, ?, ?)", id, account, micro(at), atOnce)
	if err != nil {
		return "", err
	}
	_, err = addFact(ctx, tx, id, rules.Fact{Key: "added/" + id, At: at, What: d})
	return id, err
}

// freeID returns the first of "acme", "acme-2", "acme-3" … that is free.
func freeID(ctx context.Context, tx *sql.Tx, company string) (string, error) {
	stem := slug(company)
	for n := 1; ; n++ {
		id := stem
		if n > 1 {
			id = fmt.Sprintf("%s-%d", stem, n)
		}
		var taken bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM application WHERE id = ?)", id).Scan(&taken)
		if err != nil || !taken {
			return id, err
		}
	}
}

func scanApp(rows *sql.Rows) (App, error) {
	var a App
	var created sql.NullInt64
	err := rows.Scan(&a.ID, &a.Account, &created)
	a.Created = instant(created)
	return a, err
}

// Applications returns the applications of an account, oldest first; with "" of
// all accounts.
func (s *Store) Applications(ctx context.Context, account string) ([]App, error) {
	apps, err := query(ctx, s.r, scanApp,
		"SELECT id, account, created FROM application WHERE ?1 = '' OR account = ?1 ORDER BY created, rowid", account)
	if err != nil {
		return nil, fmt.Errorf("read applications: %w", err)
	}
	return apps, nil
}

// Application returns one application, or an ErrUnknown.
func (s *Store) Application(ctx context.Context, id string) (App, error) {
	apps, err := query(ctx, s.r, scanApp, "SELECT id, account, created FROM application WHERE id = ?", id)
	switch {
	case err != nil:
		return App{}, fmt.Errorf("read application %q: %w", id, err)
	case len(apps) == 0:
		return App{}, fmt.Errorf("application %q: %w", id, ErrUnknown)
	}
	return apps[0], nil
}

// Companies returns the companies of all applications, as they were described last.
func (s *Store) Companies(ctx context.Context) ([]string, error) {
	names, err := query(ctx, s.r, func(rows *sql.Rows) (name string, err error) { return name, rows.Scan(&name) },
		`SELECT DISTINCT json_extract(body, '$.company') FROM fact
		WHERE seq IN (SELECT max(seq) FROM fact WHERE type = 'described' GROUP BY application) AND json_extract(body, '$.company') <> '' ORDER BY 1`)
	if err != nil {
		return nil, fmt.Errorf("read companies: %w", err)
	}
	return names, nil
}
