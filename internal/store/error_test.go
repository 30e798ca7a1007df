package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/rules"
)

// hasHint reports whether there is something to tell the user.
func hasHint(err error) bool {
	var h interface{ Hint() string }
	return errors.As(err, &h) && h.Hint() != ""
}

// A full disk is told as such, loses nothing, and is over when there is room.
func TestFullDisk(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	var pages int
	ok(t, s.w.db.QueryRow("PRAGMA page_count").Scan(&pages))
	_, err := s.w.db.Exec(fmt.Sprint("PRAGMA max_page_count = ", pages+2))
	ok(t, err)
	had := 1
	for {
		f := rules.Fact{Key: fmt.Sprint("user/", had), At: day0, What: rules.Told{Topic: strings.Repeat("x", 1000)}}
		if _, err = s.AddFacts(ctx, id, f); err != nil {
			break
		}
		had++
	}
	if !errors.Is(err, ErrFull) || !hasHint(err) {
		t.Errorf("%v", err)
	}
	if facts, err := s.Facts(ctx, id); err != nil || len(facts) != had {
		t.Errorf("%d facts, %v; want %d", len(facts), err, had)
	}
	_, err = s.w.db.Exec("PRAGMA max_page_count = 1000000")
	ok(t, err)
	ok(t, s.Log(ctx, Entry{At: day0, What: "it goes on"}))
}

func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, other := openAt(t, path), openAt(t, path)
	tx, err := other.w.db.Begin()
	ok(t, err)
	_, err = s.w.db.Exec("PRAGMA busy_timeout = 1")
	ok(t, err)
	if err := s.Log(t.Context(), Entry{At: day0}); !errors.Is(err, ErrBusy) || !hasHint(err) {
		t.Errorf("%v", err)
	}
	if _, err := s.Facts(t.Context(), "acme"); err != nil {
		t.Errorf("reading waits for a writer: %v", err)
	}
	ok(t, tx.Rollback())
	ok(t, s.Log(t.Context(), Entry{At: day0}))
}

func TestNoPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	ok(t, os.WriteFile(file, nil, 0o600))
	if _, err := Open(t.Context(), filepath.Join(file, "a.db")); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("%v", err)
	}
}

func TestHints(t *testing.T) {
	for _, err := range []error{ErrUnknown, ErrStands, ErrLocked, ErrNewer, ErrForeign, ErrDamaged, ErrFull, ErrBusy, ErrFixed} {
		if !hasHint(fmt.Errorf("step: %w", err)) {
			t.Errorf("%v has no hint", err)
		}
	}
}
