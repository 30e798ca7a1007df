package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	_ "modernc.org/sqlite" // registers the driver "sqlite"
)

// A Store is one open file. It is safe for use by several goroutines.
type Store struct {
	path string
	// One connection writes, so that writers of this process wait for each other
	// in line and not by polling the file; the others only read.
	w, r *sql.DB
}

// waitForLock is how long a write waits for another process to finish its own,
// in milliseconds.
const waitForLock = 10_000

// Open opens the store at path and brings its schema up to date; where there is
// none it makes one, with mode 0600 in a folder with mode 0700. It refuses a
// file that a newer version wrote: see ErrNewer.
func Open(ctx context.Context, path string) (*Store, error) {
	s, err := open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open store %q: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := makePrivate(path); err != nil {
		return nil, err
	}
	// One file has one name, and so one lock.
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return nil, err
	}
	s := &Store{path: path}
	if s.w, err = sql.Open("sqlite", dsn(path, false)); err != nil {
		return nil, err
	}
	s.w.SetMaxOpenConns(1)
	if err := migrate(ctx, s.w, schema, migrations); err != nil {
		return nil, errors.Join(err, s.w.Close())
	}
	if s.r, err = sql.Open("sqlite", dsn(path, true)); err != nil {
		return nil, errors.Join(err, s.w.Close())
	}
	s.r.SetMaxOpenConns(max(2, runtime.NumCPU()))
	s.r.SetMaxIdleConns(max(2, runtime.NumCPU()))
	return s, nil
}

// makePrivate makes the file, so that SQLite does not make it with the umask's
// mode; the -wal and -shm files take the mode of the file that they belong to.
func makePrivate(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o600), f.Close()); err != nil {
		return fmt.Errorf("close it to others: %w", err)
	}
	return nil
}

// dsn names the file and how each connection behaves.
func dsn(path string, readOnly bool) string {
	q := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", waitForLock),
		"journal_mode(WAL)",
		"synchronous(FULL)", // a commit is on the disk when it returns
		"foreign_keys(1)",
		"recursive_triggers(1)", // else INSERT OR REPLACE would delete facts unasked
	}}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
	} else {
		// A transaction that reads first and then writes must not fail halfway
		// because another process wrote in between.
		q.Set("_txlock", "immediate")
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}).String()
}

// Path returns the file's absolute path.
func (s *Store) Path() string { return s.path }

// Close closes the file.
func (s *Store) Close() error { return errors.Join(s.r.Close(), s.w.Close()) }

// write runs f in one durable transaction: all of it happens, or nothing.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	return transact(ctx, s.w, f)
}

// exec runs one statement, durably.
func (s *Store) exec(ctx context.Context, q string, args ...any) error {
	_, err := s.w.ExecContext(ctx, q, args...)
	return explain(ctx, err)
}

func transact(ctx context.Context, db *sql.DB, f func(tx *sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return explain(ctx, err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return explain(ctx, err)
	}
	return explain(ctx, tx.Commit())
}

// query collects the rows of a question.
func query[T any](ctx context.Context, db *sql.DB, scan func(*sql.Rows) (T, error), q string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, explain(ctx, err)
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, explain(ctx, rows.Err())
}

// micro is an instant as it is stored: NULL for the zero time.
func micro(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.UnixMicro(), Valid: !t.IsZero()}
}

// instant is the inverse of micro.
func instant(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.UnixMicro(n.Int64).UTC()
}
