package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// OpenToRead opens the store at path for reading alone: it makes no file and changes
// none, whether a daemon is at work on it or not. It is of whatever version it is: what
// every version has can be read. Where there is none the error is fs.ErrNotExist.
func OpenToRead(ctx context.Context, path string) (*Store, error) {
	s, err := openToRead(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open store %q to read: %w", path, err)
	}
	return s, nil
}

func openToRead(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	// Whoever has the file open keeps a journal beside it, and then no file is made to
	// read both. Without one, the file is all there is
	// (https://sqlite.org/wal.html, "Read-Only Databases").
	how := map[string]string{"mode": "ro"}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		how["immutable"] = "1"
	}
	s := &Store{path: path}
	if s.r, err = connect(dsnOf(path, how, []string{fmt.Sprintf("busy_timeout(%d)", waitForLock)}, true), max(2, runtime.NumCPU())); err != nil {
		return nil, err
	}
	s.w = s.r // every connection of it refuses to write
	var tables int
	if err := s.r.row(ctx, []any{&tables}, "SELECT count(*) FROM sqlite_schema WHERE name IN ('application', 'fact')"); err != nil || tables < 2 {
		if err == nil {
			err = ErrForeign
		}
		return nil, errors.Join(explain(ctx, err), s.r.close())
	}
	return s, nil
}
