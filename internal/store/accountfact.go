package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"afterword/rules"
)

// An AccountFact is something that was learnt of an account before there is an
// application, or beside all of them. The store knows neither its types nor what they
// mean: the body is JSON.
type AccountFact struct {
	Seq     int64 // given by the store, in order of learning over all accounts
	Account string
	Key     string // one that an account has already is the same fact
	At      time.Time
	Type    string
	Body    []byte
}

// AddAccountFacts adds facts of accounts, all or none; added counts those that were new.
func (s *Store) AddAccountFacts(ctx context.Context, facts ...AccountFact) (added int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		added, err = addAccountFacts(ctx, tx, facts)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("add facts of an account: %w", err)
	}
	return added, nil
}

func addAccountFacts(ctx context.Context, tx *sql.Tx, facts []AccountFact) (added int, err error) {
	for _, f := range facts {
		if f.Account == "" || f.Key == "" || f.Type == "" || f.At.IsZero() {
			return added, errors.New("a fact of an account needs an account, a key, an instant and a type")
		}
		res, err := tx.ExecContext(ctx, `INSERT INTO account_fact (account, key, at, type, body) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (account, key) DO NOTHING`, f.Account, f.Key, micro(f.At), f.Type, string(f.Body))
		if err != nil {
			return added, fmt.Errorf("fact %q of %q: %w", f.Key, f.Account, err)
		}
		n, err := res.RowsAffected()
		if err != nil {
			return added, err
		}
		added += int(n)
	}
	return added, nil
}

// AccountFacts returns the facts of an account that were learnt after the one with the
// sequence number since, in order of learning; with "" those of all accounts.
func (s *Store) AccountFacts(ctx context.Context, account string, since int64) ([]AccountFact, error) {
	list, err := query(ctx, s.r, func(rows *sql.Rows) (AccountFact, error) {
		var f AccountFact
		var at sql.NullInt64
		err := rows.Scan(&f.Seq, &f.Account, &f.Key, &at, &f.Type, &f.Body)
		f.At = instant(at)
		return f, err
	}, "SELECT seq, account, key, at, type, body FROM account_fact WHERE seq > ?2 AND (?1 = '' OR account = ?1) ORDER BY seq", account, since)
	if err != nil {
		return nil, fmt.Errorf("read facts of account %q since %d: %w", account, since, err)
	}
	return list, nil
}

// AccountNews returns of which accounts something was learnt after the fact with the
// sequence number since, each with the number of its newest fact.
func (s *Store) AccountNews(ctx context.Context, since int64) (map[string]int64, error) {
	news, err := s.news(ctx, "SELECT account, max(seq) FROM account_fact WHERE seq > ? GROUP BY account", since)
	if err != nil {
		return nil, fmt.Errorf("look for new facts of accounts: %w", err)
	}
	return news, nil
}

// An Entering is what the user's answer makes of what was found: a new application of
// the account, or more of one that is known, and facts of the account, all of it in one
// transaction.
type Entering struct {
	Account     string
	Application string          // "" for a new one
	Told        rules.Described // what the user says of it now
	Facts       []rules.Fact    // further ones of a known application
	Key         string          // of the fact that holds Told, for a known application
	At          time.Time
	Log         []Entry // the application's name is filled in
	// Of makes the facts of the account, for the application's ID; nil makes none.
	Of func(application string) []AccountFact
}

// Enter stores what was found as the user's answer says, and returns the application's
// ID. Where the application has the fact under Key already, nothing is added to it.
func (s *Store) Enter(ctx context.Context, e Entering) (id string, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		id = e.Application
		if id == "" {
			if id, err = newApplication(ctx, tx, e.Account, e.Told, e.At); err != nil {
				return err
			}
		} else {
			told := e.Told
			told.Account = e.Account
			for _, f := range append([]rules.Fact{{Key: e.Key, At: e.At, What: told}}, e.Facts...) {
				if _, err := addFact(ctx, tx, id, f); err != nil {
					return err
				}
			}
		}
		if e.Of != nil {
			if _, err := addAccountFacts(ctx, tx, e.Of(id)); err != nil {
				return err
			}
		}
		for _, one := range e.Log {
			one.Application = id
			if _, err := tx.ExecContext(ctx, insertEntry, entryArgs(one)...); err != nil {
				return fmt.Errorf("log %q: %w", one.What, err)
			}
		}
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("enter %q: %w", e.Told.Company, err)
	}
	return id, nil
}
