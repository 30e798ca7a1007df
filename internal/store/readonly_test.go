package store

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"afterword/rules"
)

// files are the names of a folder, with the size and time of each.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	list, err := os.ReadDir(dir)
	ok(t, err)
	all := map[string]string{}
	for _, f := range list {
		info, err := f.Info()
		ok(t, err)
		all[f.Name()] = info.ModTime().String()
		if filepath.Ext(f.Name()) != ".db-shm" { // the locks of those who read are there
			raw, err := os.ReadFile(filepath.Join(dir, f.Name()))
			ok(t, err)
			all[f.Name()] += string(raw)
		}
	}
	return all
}

// Who only reads a store leaves it as it is, whether somebody else is at work on it or
// not, and sees what he has written.
func TestOpenToRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	if _, err := OpenToRead(t.Context(), path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a store that is not there: %v", err)
	}
	if left := files(t, filepath.Dir(path)); len(left) > 0 {
		t.Errorf("it left %v", left)
	}
	s, err := Open(t.Context(), path)
	ok(t, err)
	id := newApp(t, s)
	read := func(when string) {
		t.Helper()
		before := files(t, filepath.Dir(path))
		r, err := OpenToRead(t.Context(), path)
		ok(t, err)
		if facts, err := r.Facts(t.Context(), id); err != nil || len(facts) != 1 {
			t.Errorf("%s: %d facts, %v", when, len(facts), err)
		}
		if _, err := r.AddFacts(t.Context(), id, rules.Fact{Key: "k", At: day0, What: rules.Stopped{}}); err == nil {
			t.Errorf("%s: it was written to", when)
		}
		ok(t, r.Close())
		if after := files(t, filepath.Dir(path)); !maps.Equal(before, after) {
			t.Errorf("%s: the folder has changed: %d files, then %d", when, len(before), len(after))
		}
	}
	read("while another has it open")
	ok(t, s.Close())
	read("alone")
	ok(t, os.WriteFile(path, []byte("no database at all, and long enough to be looked at as one"), 0o600))
	if _, err := OpenToRead(t.Context(), path); err == nil {
		t.Error("what is no store was opened")
	}
}
