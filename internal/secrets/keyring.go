package secrets

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/zalando/go-keyring"
)

// A Keyring keeps secrets by name: the Secret Service of a Linux desktop, the Keychain
// of macOS, the Credential Manager of Windows.
type Keyring interface {
	Get(entry string) (string, error)
	Set(entry, secret string) error
	Delete(entry string) error
}

// What a caller may branch on where the keyring could not be used.
var (
	// ErrKeyringLocked: it waits for its owner, as before he has logged in. It passes.
	ErrKeyringLocked = errors.New("the keyring is locked")
	// ErrNoKeyring: there is none on this computer, or not in this session.
	ErrNoKeyring = errors.New("there is no keyring here")
	// ErrNoEntry: the keyring has no such secret.
	ErrNoEntry = errors.New("the keyring has no such entry")
	// ErrTooBig: the keyring does not take so long a secret. Windows takes 2,560 bytes.
	ErrTooBig = errors.New("the secret is too long for the keyring")
)

// KeyringMost is how long a secret may be that every keyring takes, in bytes: Windows'
// Credential Manager has the least room.
const KeyringMost = 2500

// keyringTime is how long the keyring may take: it may ask its owner for a password.
const keyringTime = 30 * time.Second

// service is what the program's entries are found by.
const service = "afterword"

// desktop is the system's keyring.
type desktop struct{}

func (desktop) Get(entry string) (string, error) { return keyring.Get(service, entry) }
func (desktop) Set(entry, secret string) error   { return keyring.Set(service, entry, secret) }
func (desktop) Delete(entry string) error        { return keyring.Delete(service, entry) }

// asking lets one question at a time go to a keyring. One that waits for its owner
// has no deadline of its own: whoever comes next waits here, with one.
var asking = make(chan struct{}, 1)

// ask runs a question to the keyring, for half a minute at most.
func (s Source) ask(ctx context.Context, entry string, question func(Keyring) (string, error)) (string, error) {
	k := s.Keyring
	if k == nil {
		k = desktop{}
		if !s.hasBus() {
			return "", keyringError(entry, fmt.Errorf("%w: there is no session bus (D-Bus)", ErrNoKeyring))
		}
	}
	ctx, cancel := context.WithTimeoutCause(ctx, keyringTime, fmt.Errorf("%w: no answer within %v", ErrKeyringLocked, keyringTime))
	defer cancel()
	select {
	case asking <- struct{}{}:
	case <-ctx.Done():
		return "", keyringError(entry, context.Cause(ctx))
	}
	type answer struct {
		text string
		err  error
	}
	came := make(chan answer, 1)
	go func() {
		text, err := question(k)
		<-asking
		came <- answer{text, err}
	}()
	select {
	case a := <-came:
		if a.err != nil {
			return "", keyringError(entry, a.err)
		}
		return a.text, nil
	case <-ctx.Done():
		return "", keyringError(entry, context.Cause(ctx))
	}
}

// hasBus reports whether the keyring can be asked at all. Without a bus the library
// would start one, which nobody would end.
func (s Source) hasBus() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	if s.getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join("/run/user", fmt.Sprint(os.Getuid()), "bus"))
	return err == nil
}

// keyringError gives an error of the keyring a word and something to do.
func keyringError(entry string, err error) error {
	text := strings.ToLower(err.Error())
	word, hint := error(nil), ""
	switch {
	case errors.Is(err, keyring.ErrNotFound) || errors.Is(err, ErrNoEntry):
		word, hint = ErrNoEntry, "afterword init   # asks for it and keeps it there"
	case errors.Is(err, keyring.ErrSetDataTooBig):
		word, hint = ErrTooBig, "keep it in a file: password.file or refresh_token.file in the config"
	case errors.Is(err, ErrKeyringLocked), strings.Contains(text, "failed to unlock"), strings.Contains(text, "islocked"), strings.Contains(text, "prompt"),
		strings.Contains(text, "interaction is not allowed"):
		word, hint = ErrKeyringLocked, "log in on the desktop, or unlock the keyring; it is tried again by itself"
	case errors.Is(err, ErrNoKeyring), errors.Is(err, keyring.ErrUnsupportedPlatform), strings.Contains(text, "serviceunknown"), strings.Contains(text, "dbus"),
		strings.Contains(text, "was not provided by any .service files"), strings.Contains(text, "connect: "):
		word, hint = ErrNoKeyring, "without a desktop, keep it in a file: password.file in the config"
	}
	if word == nil {
		return &Error{fmt.Errorf("keyring entry %q: %w", entry, err), "keep it in a file: password.file in the config"}
	}
	if errors.Is(err, word) {
		return &Error{fmt.Errorf("keyring entry %q: %w", entry, err), hint}
	}
	return &Error{fmt.Errorf("keyring entry %q: %w: %w", entry, word, err), hint}
}

func (s Source) fromKeyring(ctx context.Context, entry string) (string, error) {
	return s.ask(ctx, entry, func(k Keyring) (string, error) { return k.Get(entry) })
}

// probe is what ProveKeyring sets and deletes.
const probe = "afterword test entry"

// ProveKeyring tries whether the keyring keeps secrets: one is set, read and deleted.
func (s Source) ProveKeyring(ctx context.Context) error {
	_, err := s.ask(ctx, probe, func(k Keyring) (string, error) {
		if err := k.Set(probe, probe); err != nil {
			return "", err
		}
		got, err := k.Get(probe)
		if err == nil && got != probe {
			err = errors.New("it gives back something else than was kept")
		}
		return "", errors.Join(err, k.Delete(probe))
	})
	return err
}

// ErrNotKept is the error where a secret cannot be written to where it is kept.
var ErrNotKept = errors.New("only a file or the keyring can be written to")

// Keep writes a secret to where w says that it is kept: into a file, whole or not at
// all, or into the keyring. Elsewhere the error is ErrNotKept.
func (s Source) Keep(ctx context.Context, w Where, secret Text) error {
	switch {
	case w.File != "":
		return keepFile(w.File, secret.s)
	case w.Keyring:
		_, err := s.ask(ctx, w.Entry, func(k Keyring) (string, error) { return "", k.Set(w.Entry, secret.s) })
		return err
	}
	return ErrNotKept
}

// keepFile replaces a file by one with the secret, which its owner alone may read.
func keepFile(path, secret string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".afterword-*") // mode 0600
	if err != nil {
		return fmt.Errorf("secret file: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(secret + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("secret file: %w", err)
	}
	return nil
}
