package secrets

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
)

// A secretService plays the keyring of a desktop on a real bus: as much of the Secret
// Service API (freedesktop.org, 0.2) as a program needs that keeps a few secrets. It
// shows its secrets only while it is not locked.
type secretService struct {
	conn *dbus.Conn

	mu     sync.Mutex
	locked bool
	items  map[dbus.ObjectPath]*item
	made   int
}

type item struct {
	service    *secretService
	path       dbus.ObjectPath
	attributes map[string]string
	secret     wireSecret
}

type wireSecret struct {
	Session     dbus.ObjectPath
	Parameters  []byte
	Value       []byte
	ContentType string
}

const noPrompt = dbus.ObjectPath("/")

func (s *secretService) OpenSession(string, dbus.Variant) (dbus.Variant, dbus.ObjectPath, *dbus.Error) {
	return dbus.MakeVariant(""), "/org/freedesktop/secrets/session/1", nil
}

func (s *secretService) Close() *dbus.Error { return nil }

func (s *secretService) Unlock(paths []dbus.ObjectPath) ([]dbus.ObjectPath, dbus.ObjectPath, *dbus.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		return nil, noPrompt, nil // nobody is there whom it could ask, as before a login
	}
	return paths, noPrompt, nil
}

func (s *secretService) CreateItem(properties map[string]dbus.Variant, secret wireSecret, _ bool) (dbus.ObjectPath, dbus.ObjectPath, *dbus.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	attributes, _ := properties["org.freedesktop.Secret.Item.Attributes"].Value().(map[string]string)
	for path, have := range s.items {
		if maps.Equal(have.attributes, attributes) {
			have.secret = secret
			return path, noPrompt, nil
		}
	}
	s.made++
	i := &item{service: s, path: dbus.ObjectPath(fmt.Sprintf("/org/freedesktop/secrets/item/%d", s.made)), attributes: attributes, secret: secret}
	s.items[i.path] = i
	if err := s.conn.Export(i, i.path, "org.freedesktop.Secret.Item"); err != nil {
		return "", noPrompt, dbus.MakeFailedError(err)
	}
	return i.path, noPrompt, nil
}

func (s *secretService) SearchItems(search map[string]string) ([]dbus.ObjectPath, *dbus.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []dbus.ObjectPath{}
	for path, i := range s.items {
		if maps.Equal(i.attributes, search) {
			found = append(found, path)
		}
	}
	return found, nil
}

func (i *item) GetSecret(session dbus.ObjectPath) (wireSecret, *dbus.Error) {
	i.service.mu.Lock()
	defer i.service.mu.Unlock()
	secret := i.secret
	secret.Session = session
	return secret, nil
}

func (i *item) Delete() (dbus.ObjectPath, *dbus.Error) {
	i.service.mu.Lock()
	defer i.service.mu.Unlock()
	delete(i.service.items, i.path)
	return noPrompt, nil
}

// TestSecretService keeps secrets in a desktop's keyring over a real bus: first there
// is no keyring on it, then one that works, then one that is locked.
func TestSecretService(t *testing.T) {
	program, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("dbus-daemon is not installed")
	}
	bus := exec.CommandContext(t.Context(), program, "--session", "--nofork", "--print-address")
	out, err := bus.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := bus.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Process.Kill(); _ = bus.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Skip("dbus-daemon does not start here")
	}
	address = strings.TrimSpace(address)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	s := Source{Getenv: func(string) string { return address }}
	w := Where{Keyring: true, Entry: "robin@home.example"}

	if err := s.ProveKeyring(t.Context()); !errors.Is(err, ErrNoKeyring) {
		t.Errorf("a bus without a keyring: %v", err)
	}

	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	service := &secretService{conn: conn, items: map[dbus.ObjectPath]*item{}}
	for path, interf := range map[dbus.ObjectPath]string{"/org/freedesktop/secrets": "org.freedesktop.Secret.Service",
		"/org/freedesktop/secrets/aliases/default": "org.freedesktop.Secret.Collection", "/org/freedesktop/secrets/session/1": "org.freedesktop.Secret.Session"} {
		if err := conn.Export(service, path, interf); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := conn.RequestName("org.freedesktop.secrets", 0); err != nil {
		t.Fatal(err)
	}
	err = s.ProveKeyring(t.Context())
	service.mu.Lock()
	left := len(service.items)
	service.mu.Unlock()
	if err != nil || left > 0 {
		t.Fatalf("%v, %d items left", err, left)
	}
	if _, err := s.Read(t.Context(), w); !errors.Is(err, ErrNoEntry) {
		t.Errorf("before it was kept: %v", err)
	}
	for _, secret := range []string{"hunter2", "correct horse Ä"} {
		if err := s.Keep(t.Context(), w, NewText(secret)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Read(t.Context(), w); err != nil || got.Reveal() != secret {
			t.Errorf("%q, %v", got.Reveal(), err)
		}
	}

	service.mu.Lock()
	service.locked = true
	service.mu.Unlock()
	if _, err := s.Read(t.Context(), w); !errors.Is(err, ErrKeyringLocked) {
		t.Errorf("locked: %v", err)
	}
}
