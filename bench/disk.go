package main

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite"
)

// A disk is bare SQLite: what a commit costs that is on the disk when it returns.
// Its file lies where the store's does, and behaves as the store's does.
type disk struct {
	db   *sql.DB
	took []time.Duration
}

func newDisk(h *host) (*disk, error) {
	path := filepath.Join(h.folder(), "bare.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	h.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE bare (id INTEGER PRIMARY KEY, text BLOB)"); err != nil {
		return nil, fmt.Errorf("make the bare store: %w", err)
	}
	return &disk{db: db}, nil
}

// write commits one row as large as a draft.
func (d *disk) write(ctx context.Context) error {
	began := time.Now()
	if _, err := d.db.ExecContext(ctx, "INSERT INTO bare (text) VALUES (?)", make([]byte, 4000)); err != nil {
		return fmt.Errorf("write to the bare store: %w", err)
	}
	d.took = append(d.took, time.Since(began))
	return nil
}
