//go:build unix

package store

import (
	"os"
	"path/filepath"
	"testing"
)

// A link in the lock's place would have what it points to overwritten.
func TestLockIsNoLink(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAt(t, path)
	other := filepath.Join(t.TempDir(), "other")
	ok(t, os.WriteFile(other, []byte("precious"), 0o600))
	for _, target := range []string{other, other + ".new"} {
		ok(t, os.Symlink(target, path+".lock"))
		if _, err := s.LockDaemon(); err == nil {
			t.Errorf("locked through a link to %s", target)
		}
		ok(t, os.Remove(path+".lock"))
	}
	if text, err := os.ReadFile(other); err != nil || string(text) != "precious" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := os.Stat(other + ".new"); err == nil {
		t.Error("a file was made where the link points to")
	}
}
