package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"afterword/rules"
)

// asChild holds what a child process of these tests shall do, and to which file.
const asChild = "AFTERWORD_STORE_CHILD"

// TestMain does a child's work where it is one.
func TestMain(m *testing.M) {
	work, path, ok := strings.Cut(os.Getenv(asChild), " ")
	if !ok {
		os.Exit(m.Run())
	}
	if err := child(work, path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// batchSize is how many messages the child saves at once.
const batchSize = 10

// child works until it is killed, and writes a line for each thing done.
func child(work, path string) error {
	ctx := context.Background()
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	if work == "lock" {
		if _, err := s.LockDaemon(); err != nil {
			return err
		}
		fmt.Println("locked")
		select {}
	}
	c, err := s.Cursor(ctx, "ada", "INBOX")
	if err != nil {
		return err
	}
	fmt.Println("begun")
	for next := max(c.UIDNext, 1); ; next += batchSize {
		if err := s.SaveMail(ctx, batch("acme", next, batchSize)); err != nil {
			return err
		}
		fmt.Println(next)
	}
}

// start runs a child and returns it with its lines.
func start(t *testing.T, work, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	exe, err := os.Executable()
	ok(t, err)
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Env = append(os.Environ(), asChild+"="+work+" "+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	ok(t, err)
	ok(t, cmd.Start())
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("the child did not begin")
	}
	return cmd, lines
}

// A process that is killed at any moment leaves messages, facts and cursor that
// agree.
func TestKilledWhileSaving(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	id := newApp(t, openAt(t, path))
	var had uint32
	for range 8 {
		cmd, lines := start(t, "save", path)
		for range rand.IntN(12) {
			lines.Scan()
		}
		ok(t, cmd.Process.Kill())
		_ = cmd.Wait()

		s, err := Open(t.Context(), path)
		ok(t, err)
		c, err := s.Cursor(t.Context(), "ada", "INBOX")
		ok(t, err)
		messages, err := s.Messages(t.Context(), id)
		ok(t, err)
		facts, err := s.Facts(t.Context(), id)
		ok(t, err)
		n := len(messages)
		if len(facts) != n+1 || n > 0 && int(c.UIDNext) != n+1 || n%batchSize != 0 {
			t.Fatalf("%d messages, %d facts, cursor at %d", n, len(facts), c.UIDNext)
		}
		if c.UIDNext < had {
			t.Fatalf("the cursor went back from %d to %d", had, c.UIDNext)
		}
		had = c.UIDNext
		var check string
		if err := s.r.db.QueryRow("PRAGMA integrity_check").Scan(&check); err != nil || check != "ok" {
			t.Fatalf("%s, %v", check, err)
		}
		ok(t, s.Close())
	}
	if had == 0 {
		t.Error("no child came to save anything")
	}
}

func TestLockDaemon(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAt(t, path)
	cmd, _ := start(t, "lock", path)
	_, err := s.LockDaemon()
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), fmt.Sprint("process ", cmd.Process.Pid)) {
		t.Errorf("beside process %d: %v", cmd.Process.Pid, err)
	}
	newApp(t, s) // a command may work beside the daemon
	ok(t, cmd.Process.Kill())
	_ = cmd.Wait()

	unlock, err := s.LockDaemon()
	if err != nil {
		t.Fatalf("after the other's death: %v", err)
	}
	if _, err := openAt(t, path).LockDaemon(); !errors.Is(err, ErrLocked) {
		t.Errorf("twice in one process: %v", err)
	}
	ok(t, unlock())
	unlock, err = s.LockDaemon()
	ok(t, err)
	ok(t, unlock())
}

// One store has one lock, by whatever name it is opened, and nobody else reads it.
func TestLockByAnotherName(t *testing.T) {
	modes(t)
	path := filepath.Join(t.TempDir(), "a.db")
	unlock, err := openAt(t, path).LockDaemon()
	ok(t, err)
	link := path + ".link"
	ok(t, os.Symlink(path, link))
	if _, err := openAt(t, link).LockDaemon(); !errors.Is(err, ErrLocked) {
		t.Errorf("by another name: %v", err)
	}
	ok(t, unlock())
	if info, _ := os.Stat(path + ".lock"); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

// Writers of two processes (here: two handles) wait for each other.
func TestWritersWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	stores := []*Store{openAt(t, path), openAt(t, path)}
	id := newApp(t, stores[0])
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			for j := range 25 {
				f := rules.Fact{Key: fmt.Sprint("user/", i, "/", j), At: day0, What: rules.Stopped{}}
				if _, err := stores[i%2].AddFacts(t.Context(), id, f); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if facts, err := stores[0].Facts(t.Context(), id); err != nil || len(facts) != 101 {
		t.Errorf("%d facts, %v", len(facts), err)
	}
}

// Commands that start at the same moment on no store at all make one together.
func TestOpenTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			s, err := Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := s.NewApplication(t.Context(), fmt.Sprint("account-", i), acme, day0); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if apps, err := openAt(t, path).Applications(t.Context(), ""); err != nil || len(apps) != 8 {
		t.Errorf("%d applications, %v", len(apps), err)
	}
}
