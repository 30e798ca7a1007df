package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// A Store is one open file. It is safe for use by several goroutines.
type Store struct {
	path string // "" for one in memory
	// One connection writes, so that writers of this process wait for each other
	// in line and not by polling the file; the others only read.
	w, r *database
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
	if s.w, err = openWriter(ctx, path); err != nil {
		return nil, err
	}
	if s.r, err = openDatabase(path, true, max(2, runtime.NumCPU())); err != nil {
		return nil, errors.Join(err, s.w.close())
	}
	return s, nil
}

// openWriter opens the connection that writes. SQLite does not wait where two processes
// switch one file to WAL at the same moment (https://sqlite.org/wal.html, "Sometimes
// Queries Return SQLITE_BUSY In WAL Mode"): then it is tried again, for as long as a
// write would wait.
func openWriter(ctx context.Context, path string) (*database, error) {
	wait, cancel := context.WithTimeout(ctx, waitForLock*time.Millisecond)
	defer cancel()
	for {
		d, err := openDatabase(path, false, 1)
		if err != nil {
			return nil, err
		}
		if err = migrate(ctx, d.db, schema, migrations); err == nil {
			return d, nil
		}
		err = errors.Join(err, d.close())
		if !errors.Is(err, ErrBusy) {
			return nil, err
		}
		select {
		case <-wait.Done():
			return nil, err
		case <-time.After(10 * time.Millisecond):
		}
	}
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
	if err := errors.Join(closeToOthers(f), f.Close()); err != nil {
		return fmt.Errorf("close it to others: %w", err)
	}
	return nil
}

// Path returns the file's absolute path; "" of a store in memory.
func (s *Store) Path() string { return s.path }

// Close closes the file.
func (s *Store) Close() error {
	if s.w == s.r { // to read
		return s.r.close()
	}
	return errors.Join(s.r.close(), s.w.close())
}

// write runs f in one durable transaction: all of it happens, or nothing.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	return transact(ctx, s.w.db, f)
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
