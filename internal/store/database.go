package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // registers the driver "sqlite"
)

// A database is the file as some connections see it. Each statement is compiled
// once for each of them: to compile one takes longer than to run most of ours, and a
// daemon with a thousand accounts asks the same few questions all day.
type database struct {
	db *sql.DB

	mu       sync.Mutex
	compiled map[string]*sql.Stmt // by text, of which there is a fixed number
}

func openDatabase(path string, readOnly bool, connections int) (*database, error) {
	pragmas := []string{
		fmt.Sprintf("busy_timeout(%d)", waitForLock),
		"journal_mode(WAL)",
		"synchronous(FULL)", // a commit is on the disk when it returns
	}
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		// Only before anything is written; on any other file it waits for writers.
		pragmas = append([]string{"auto_vacuum(incremental)"}, pragmas...)
	}
	return connect(dsnOf(path, nil, pragmas, readOnly), connections)
}

func connect(dsn string, connections int) (*database, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return &database{db: db, compiled: map[string]*sql.Stmt{}}, nil
}

// dsnOf names the file, how it is opened (https://sqlite.org/uri.html), and how each
// connection behaves: pragmas are what this kind of file needs besides.
func dsnOf(path string, how map[string]string, pragmas []string, readOnly bool) string {
	q := url.Values{"_pragma": append(pragmas,
		"foreign_keys(1)",
		"recursive_triggers(1)", // else INSERT OR REPLACE would delete facts unasked
	)}
	for key, value := range how {
		q.Set(key, value)
	}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
	} else {
		// A transaction that reads first and then writes must not fail halfway
		// because another process wrote in between.
		q.Set("_txlock", "immediate")
	}
	// On Windows C:\a\b is /C:/a/b, as without the slash C: would be a machine.
	if path = filepath.ToSlash(path); filepath.VolumeName(path) != "" && !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}).String()
}

// close closes the statements and the connections.
func (d *database) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var err error
	for _, s := range d.compiled {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, d.db.Close())
}

func (d *database) statement(ctx context.Context, q string) (*sql.Stmt, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if s, ok := d.compiled[q]; ok {
		return s, nil
	}
	s, err := d.db.PrepareContext(ctx, q)
	if err == nil {
		d.compiled[q] = s
	}
	return s, err
}

// rows asks a question.
func (d *database) rows(ctx context.Context, q string, args ...any) (*sql.Rows, error) {
	s, err := d.statement(ctx, q)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// row asks a question with one answer: sql.ErrNoRows where there is none.
func (d *database) row(ctx context.Context, into []any, q string, args ...any) error {
	s, err := d.statement(ctx, q)
	if err != nil {
		return err
	}
	return s.QueryRowContext(ctx, args...).Scan(into...)
}

// exec runs one statement, durably.
func (d *database) exec(ctx context.Context, q string, args ...any) error {
	s, err := d.statement(ctx, q)
	if err == nil {
		_, err = s.ExecContext(ctx, args...)
	}
	return explain(ctx, err)
}

// query collects the rows of a question.
func query[T any](ctx context.Context, d *database, scan func(*sql.Rows) (T, error), q string, args ...any) ([]T, error) {
	rows, err := d.rows(ctx, q, args...)
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
