package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"afterword/rules"
)

// A Stored is a fact with its place in the order of learning.
type Stored struct {
	Seq         int64
	Application string
	Fact        rules.Fact
}

// AddFacts adds facts to an application, all or none, and makes it due at once.
// A fact whose key the application has already is the same fact and is left out;
// added counts the others.
func (s *Store) AddFacts(ctx context.Context, application string, facts ...rules.Fact) (added int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		added = 0
		for _, f := range facts {
			ok, err := addFact(ctx, tx, application, f)
			if err != nil {
				return err
			}
			if ok {
				added++
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("add facts to %q: %w", application, err)
	}
	return added, nil
}

// AddEach adds facts of several applications, in one durable write: all or none.
func (s *Store) AddEach(ctx context.Context, facts []MailFact) error {
	err := s.write(ctx, func(tx *sql.Tx) error { return addEach(ctx, tx, facts) })
	if err != nil {
		return fmt.Errorf("add facts of several applications: %w", err)
	}
	return nil
}

func addEach(ctx context.Context, tx *sql.Tx, facts []MailFact) error {
	for _, f := range facts {
		if _, err := addFact(ctx, tx, f.Application, f.Fact); err != nil {
			return err
		}
	}
	return nil
}

// addFact adds one fact, and reports whether it was new.
func addFact(ctx context.Context, tx *sql.Tx, application string, f rules.Fact) (bool, error) {
	if f.Key == "" || f.What == nil || f.At.IsZero() {
		return false, errors.New("a fact needs a key, an instant and what happened")
	}
	kind, body, err := rules.EncodeWhat(f.What)
	if err != nil {
		return false, fmt.Errorf("fact %q: %w", f.Key, err)
	}
	var known bool
	err = tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM application WHERE id = ?)", application).Scan(&known)
	if err != nil {
		return false, err
	}
	if !known {
		return false, fmt.Errorf("application %q: %w", application, ErrUnknown)
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO fact (application, key, at, type, body) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (application, key) DO NOTHING`, application, f.Key, micro(f.At), kind, string(body))
	if err != nil {
		return false, fmt.Errorf("fact %q: %w", f.Key, err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	_, err = tx.ExecContext(ctx, "UPDATE application SET next = ? WHERE id = ?", atOnce, application)
	return true, err
}

func scanStored(rows *sql.Rows) (Stored, error) {
	var f Stored
	var at sql.NullInt64
	var kind string
	var body sql.RawBytes // decoded before the next row, and not kept
	if err := rows.Scan(&f.Seq, &f.Application, &f.Fact.Key, &at, &kind, &body); err != nil {
		return f, err
	}
	f.Fact.At = instant(at)
	var err error
	if f.Fact.What, err = rules.DecodeWhat(kind, body); err != nil {
		err = fmt.Errorf("fact %q of %q: %w", f.Fact.Key, f.Application, err)
	}
	return f, err
}

// Facts returns the facts of an application in order of time.
func (s *Store) Facts(ctx context.Context, application string) ([]rules.Fact, error) {
	facts, _, err := s.FactsAfter(ctx, application, 0)
	return facts, err
}

// FactsAfter returns the facts of an application that were learnt after the one with the
// sequence number, in order of time, and the highest number that it has by now; with 0 all.
func (s *Store) FactsAfter(ctx context.Context, application string, after int64) (facts []rules.Fact, last int64, err error) {
	stored, err := query(ctx, s.r, scanStored, "SELECT seq, application, key, at, type, body FROM fact WHERE application = ? AND seq > ?", application, after)
	if err != nil {
		return nil, after, fmt.Errorf("read facts of %q: %w", application, err)
	}
	// SQLite would copy the bodies about to sort them.
	slices.SortFunc(stored, func(f, g Stored) int { return cmp.Or(f.Fact.At.Compare(g.Fact.At), cmp.Compare(f.Seq, g.Seq)) })
	facts, last = make([]rules.Fact, len(stored)), after
	for i, f := range stored {
		facts[i], last = f.Fact, max(last, f.Seq)
	}
	return facts, last, nil
}

// AllFacts returns the facts of an account's applications that were learnt after
// the one with the sequence number since, in order of learning; with "" those of
// all accounts, with 0 all of them.
func (s *Store) AllFacts(ctx context.Context, account string, since int64) ([]Stored, error) {
	// CROSS JOIN fixes the order of the loops: what is new is little, whoever's
	// it is; from the beginning on, only the account's own is looked at.
	from := "fact CROSS JOIN application ON id = application WHERE seq > ?2 AND (?1 = '' OR account = ?1)"
	if since == 0 && account != "" {
		from = "application CROSS JOIN fact ON application = id WHERE account = ?1 AND seq > ?2"
	}
	facts, err := query(ctx, s.r, scanStored, "SELECT seq, application, key, at, type, body FROM "+from+" ORDER BY seq", account, since)
	if err != nil {
		return nil, fmt.Errorf("read facts since %d: %w", since, err)
	}
	return facts, nil
}

// EachFact calls f with each fact of an account's applications, in no order: to put
// a whole store in order takes as much memory as it has facts.
func (s *Store) EachFact(ctx context.Context, account string, f func(Stored)) error {
	rows, err := s.r.rows(ctx, "SELECT seq, application, key, at, type, body FROM application CROSS JOIN fact ON application = id WHERE account = ?", account)
	if err == nil {
		defer rows.Close()
		for err == nil && rows.Next() {
			var one Stored
			if one, err = scanStored(rows); err == nil {
				f(one)
			}
		}
		err = errors.Join(err, rows.Err())
	}
	if err != nil {
		return fmt.Errorf("read facts of %q: %w", account, explain(ctx, err))
	}
	return nil
}

// Written returns when the file was last written to, by the clock of its file system;
// the zero time where that is not known. It asks the file system alone: whoever looks
// now and then whether there is news needs not open the file for it. What was written
// in the last moment may have been followed by more that does not show.
func (s *Store) Written() time.Time {
	if s.path == "" {
		return time.Time{}
	}
	info, err := os.Stat(s.path + "-wal") // a commit is written there first
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// Changed returns the sequence number of the newest fact, 0 if there is none. A
// daemon asks it to see what a command changed.
func (s *Store) Changed(ctx context.Context) (seq int64, err error) {
	err = s.r.row(ctx, []any{&seq}, "SELECT coalesce(max(seq), 0) FROM fact")
	if err != nil {
		return 0, fmt.Errorf("look for new facts: %w", explain(ctx, err))
	}
	return seq, nil
}

// News returns of which accounts' applications something was learnt after the fact
// with the sequence number since, each with the number of the newest fact.
func (s *Store) News(ctx context.Context, since int64) (map[string]int64, error) {
	news, err := s.news(ctx, "SELECT account, max(seq) FROM fact CROSS JOIN application ON id = application WHERE seq > ? GROUP BY account", since)
	if err != nil {
		return nil, fmt.Errorf("look for whom the new facts are: %w", err)
	}
	return news, nil
}

// news asks for the newest sequence number of each account.
func (s *Store) news(ctx context.Context, sentence string, since int64) (map[string]int64, error) {
	news := map[string]int64{}
	_, err := query(ctx, s.r, func(rows *sql.Rows) (struct{}, error) {
		var account string
		var seq int64
		err := rows.Scan(&account, &seq)
		news[account] = seq
		return struct{}{}, err
	}, sentence, since)
	return news, err
}

// SentencesTo returns the sentences that stood in letters to an address, in whichever
// application, and those of drafts that are decided and do not stand yet.
func (s *Store) SentencesTo(ctx context.Context, address string) (map[string]bool, error) {
	return s.sentences(ctx, `
		SELECT value FROM fact, json_each(body, '$.sentences')
			WHERE fact.type IN ('placed', 'delivered')
			AND (substr(lower(body ->> '$.follow_up'), -length(?1) - 1) = '/' || ?1 OR EXISTS (SELECT 1 FROM json_each(body, '$.to') AS t WHERE lower(t.value) = ?1))
		UNION
		SELECT value FROM draft, json_each(sentences)
			WHERE state = 'decided'`,
		strings.ToLower(address))
}

// UsedSentences returns the sentences that must not be used again: those of
// every draft and every sent message since an instant, and all that were ever
// written to the same company, in any letter case.
func (s *Store) UsedSentences(ctx context.Context, since time.Time, company string) (map[string]bool, error) {
	return s.sentences(ctx, `
		WITH same (application) AS (SELECT application FROM fact WHERE type = 'described' AND lower(body ->> '$.company') = lower(?2))
		SELECT value FROM fact, json_each(body, '$.sentences')
			WHERE fact.type IN ('placed', 'delivered') AND at >= ?1
		UNION
		SELECT value FROM fact, json_each(body, '$.sentences')
			WHERE fact.type IN ('placed', 'delivered') AND application IN same
		UNION
		SELECT value FROM draft, json_each(sentences)
			WHERE state = 'decided'`, since.UnixMicro(), company)
}

func (s *Store) sentences(ctx context.Context, q string, args ...any) (map[string]bool, error) {
	sentences, err := query(ctx, s.r, func(rows *sql.Rows) (t string, err error) { return t, rows.Scan(&t) }, q, args...)
	if err != nil {
		return nil, fmt.Errorf("read sentences used before: %w", err)
	}
	used := make(map[string]bool, len(sentences))
	for _, t := range sentences {
		used[t] = true
	}
	return used, nil
}
