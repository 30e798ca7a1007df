package store

import (
	"context"
	"os"
	"testing"
	"time"
)

// A store in memory keeps what any keeps, writes no file, and is nobody else's.
func TestInMemory(t *testing.T) {
	t.Chdir(t.TempDir())
	var stores []*Store
	for range 2 {
		s, err := InMemory(t.Context())
		ok(t, err)
		stores = append(stores, s)
	}
	id := newApp(t, stores[0])
	facts, err := stores[0].Facts(t.Context(), id)
	if err != nil || len(facts) != 1 {
		t.Errorf("%d facts, %v", len(facts), err)
	}
	if apps, err := stores[1].Applications(t.Context(), ""); err != nil || len(apps) != 0 {
		t.Errorf("the other one has %d applications, %v", len(apps), err)
	}
	unlock, err := stores[0].LockDaemon()
	ok(t, err)
	ok(t, unlock())
	if at := stores[0].Written(); !at.IsZero() || stores[0].Path() != "" {
		t.Errorf("it is written to a file at %v", at)
	}
	left, err := os.ReadDir(".")
	if err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
	for _, s := range stores {
		ok(t, s.Close())
	}
	if _, err := stores[0].Facts(context.Background(), id); err == nil {
		t.Error("it answers after its end")
	}
}

// Who reads while another writes waits, and both come to their end.
func TestInMemoryTogether(t *testing.T) {
	s, err := InMemory(t.Context())
	ok(t, err)
	defer s.Close()
	done := make(chan error, 1)
	go func() {
		for i := range 100 {
			if _, err := s.NewApplication(context.Background(), "ada", acme, day0.Add(time.Duration(i))); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for {
		select {
		case err := <-done:
			ok(t, err)
			return
		default:
			if _, err := s.Applications(t.Context(), "ada"); err != nil {
				t.Fatal(err)
			}
		}
	}
}
