package secrets

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/zalando/go-keyring"
)

// A box is a keyring in memory.
type box struct {
	entries map[string]string
	fails   error
	waits   chan struct{} // for its owner; nil for not
}

func (b *box) Get(entry string) (string, error) {
	if b.waits != nil {
		<-b.waits
	}
	if b.fails != nil {
		return "", b.fails
	}
	text, ok := b.entries[entry]
	if !ok {
		return "", keyring.ErrNotFound
	}
	return text, nil
}

func (b *box) Set(entry, secret string) error {
	if b.fails != nil {
		return b.fails
	}
	if len(secret) > 2560 { // as on Windows
		return keyring.ErrSetDataTooBig
	}
	b.entries[entry] = secret
	return nil
}

func (b *box) Delete(entry string) error {
	delete(b.entries, entry)
	return b.fails
}

func TestKeyring(t *testing.T) {
	b := &box{entries: map[string]string{}}
	s := Source{Keyring: b}
	w := Where{Keyring: true, Entry: "robin@home.example"}
	if err := s.ProveKeyring(t.Context()); err != nil || len(b.entries) > 0 {
		t.Fatalf("%v, %v left", err, b.entries)
	}
	if err := s.Keep(t.Context(), w, NewText("hunter2")); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Read(t.Context(), w); err != nil || got.Reveal() != "hunter2" {
		t.Errorf("%q, %v", got.Reveal(), err)
	}
}

// Why the keyring could not be used is said as such, with what to do; a locked one
// is no wrong password.
func TestKeyringFails(t *testing.T) {
	w := Where{Keyring: true, Entry: "robin@home.example"}
	for text, c := range map[string]struct {
		fails error
		word  error
		hint  string
	}{
		"locked":      {errors.New("failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'"), ErrKeyringLocked, "tried again"},
		"no service":  {errors.New("The name org.freedesktop.secrets was not provided by any .service files"), ErrNoKeyring, "file"},
		"no bus":      {errors.New("dial unix /run/user/1000/bus: connect: no such file or directory"), ErrNoKeyring, "file"},
		"not there":   {keyring.ErrNotFound, ErrNoEntry, "afterword init"},
		"unsupported": {keyring.ErrUnsupportedPlatform, ErrNoKeyring, "file"},
	} {
		_, err := Source{Keyring: &box{fails: c.fails}}.Read(t.Context(), w)
		var h *Error
		if !errors.Is(err, c.word) || !errors.As(err, &h) || !strings.Contains(h.Hint(), c.hint) || !strings.Contains(err.Error(), w.Entry) {
			t.Errorf("%s: %v", text, err)
		}
	}
	s := Source{Keyring: &box{entries: map[string]string{}}}
	if err := s.Keep(t.Context(), w, NewText(strings.Repeat("x", 3000))); !errors.Is(err, ErrTooBig) {
		t.Errorf("too big: %v", err)
	}
	if err := s.Keep(t.Context(), Where{Env: "X"}, NewText("x")); !errors.Is(err, ErrNotKept) {
		t.Errorf("an environment variable was written to: %v", err)
	}
}

// Without a bus nothing is started, and it is said at once.
func TestNoBus(t *testing.T) {
	if _, err := os.Stat("/run/user"); err == nil {
		entries, _ := os.ReadDir("/run/user")
		for _, e := range entries {
			if _, err := os.Stat("/run/user/" + e.Name() + "/bus"); err == nil {
				t.Skip("there is a session bus here")
			}
		}
	}
	s := Source{Getenv: func(string) string { return "" }}
	if s.hasBus() {
		t.Skip("this system's keyring needs no bus")
	}
	if err := s.ProveKeyring(t.Context()); !errors.Is(err, ErrNoKeyring) {
		t.Error(err)
	}
}

// A keyring that asks its owner for a password is waited for, and not for ever; who
// comes next does not ask beside it.
func TestKeyringWaits(t *testing.T) {
	outside := asking
	defer func() { asking = outside }()
	synctest.Test(t, func(t *testing.T) {
		asking = make(chan struct{}, 1) // of this bubble
		b := &box{entries: map[string]string{"robin": "hunter2"}, waits: make(chan struct{})}
		s := Source{Keyring: b}
		w := Where{Keyring: true, Entry: "robin"}
		for range 2 {
			if _, err := s.Read(t.Context(), w); !errors.Is(err, ErrKeyringLocked) {
				t.Error(err)
			}
		}
		stopping := errors.New("stopping")
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(stopping)
		if _, err := s.Read(ctx, w); !errors.Is(err, stopping) {
			t.Error(err)
		}
		close(b.waits)
		synctest.Wait()
		if got, err := s.Read(t.Context(), w); err != nil || got.Reveal() != "hunter2" {
			t.Errorf("%q, %v", got.Reveal(), err)
		}
	})
}

// A replaced refresh token goes back into the keyring.
func TestRotationInTheKeyring(t *testing.T) {
	b := &box{entries: map[string]string{"robin refresh token": "r0"}}
	s := Source{Keyring: b}
	w := Where{Keyring: true, Entry: "robin refresh token"}
	tokens := s.Tokens(OAuth{RefreshToken: w})
	if err := tokens.keep(t.Context(), "r1"); err != nil || b.entries[w.Entry] != "r1" {
		t.Errorf("%v, %v", err, b.entries)
	}
}
