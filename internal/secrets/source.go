package secrets

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// A Where names the one place a secret is kept at. The zero Where names none.
type Where struct {
	Command    Command `toml:"command,omitempty"`    // prints it
	File       string  `toml:"file,omitempty"`       // holds it, readable by its owner alone
	Env        string  `toml:"env,omitempty"`        // name of the environment variable that holds it
	Credential string  `toml:"credential,omitempty"` // name of a systemd credential (systemd.exec(5), LoadCredential=)
	Keyring    bool    `toml:"keyring,omitempty"`    // the keyring of the desktop, under Entry
	// Entry is the name in the keyring. It is not in the file: the config names it
	// after the account and what the secret is.
	Entry string `toml:"-"`
}

// errInside is what a secret in the config itself gets for an answer.
var errInside = errors.New("a secret does not go into the config: write where it is kept, as in " +
	`{ command = "pass show mail" }, { file = "/path" }, { env = "NAME" } { credential = "name" } or { keyring = true }`)

// UnmarshalText refuses a secret where its place should be named. The text is
// not in the error.
func (w *Where) UnmarshalText([]byte) error { return errInside }

// IsZero reports whether no place is named.
func (w Where) IsZero() bool { return w.places() == 0 }

// Check says what is wrong with w itself, without reading the secret.
func (w Where) Check() error {
	switch {
	case w.places() == 0:
		return ErrNone
	case w.places() > 1:
		return errors.New("more than one source is named: keep one of command, file, env, credential and keyring")
	case w.Credential != "" && w.Credential != filepath.Base(w.Credential):
		return fmt.Errorf("credential %q: write its name alone, as LoadCredential= has it", w.Credential)
	case len(w.Command) > 0 && w.Command[0] == "":
		return errors.New("command: its first word is empty; write the program's name")
	}
	return nil
}

func (w Where) places() (n int) {
	for _, named := range []bool{len(w.Command) > 0, w.File != "", w.Env != "", w.Credential != "", w.Keyring} {
		if named {
			n++
		}
	}
	return n
}

// A Source reads secrets.
type Source struct {
	// Getenv looks an environment variable up, as os.Getenv does.
	Getenv func(string) string
	// Keyring is where secrets are that the desktop keeps; nil for the system's own.
	Keyring Keyring
}

// Read returns the secret at w. The last line end is not part of it. Where it
// fails, the error names the place, and its Hint says what to do.
func (s Source) Read(ctx context.Context, w Where) (Text, error) {
	if err := w.Check(); err != nil {
		return Text{}, err
	}
	var value, place string
	var err error
	switch {
	case len(w.Command) > 0:
		place = fmt.Sprintf("command %q", w.Command)
		value, err = w.Command.output(ctx)
	case w.File != "":
		place = fmt.Sprintf("file %q", w.File)
		value, err = readPrivate(w.File)
	case w.Env != "":
		place = fmt.Sprintf("environment variable %q", w.Env)
		value = s.getenv(w.Env)
	case w.Keyring:
		place = fmt.Sprintf("keyring entry %q", w.Entry)
		value, err = s.fromKeyring(ctx, w.Entry)
	default:
		place = fmt.Sprintf("systemd credential %q", w.Credential)
		value, err = s.credential(w.Credential)
	}
	if err != nil {
		return Text{}, err
	}
	value = strings.TrimSuffix(strings.TrimSuffix(value, "\n"), "\r")
	switch {
	case value == "":
		return Text{}, &Error{fmt.Errorf("%s: it is empty", place), "put the secret there, or name another source"}
	case strings.ContainsAny(value, "\r\n\x00"):
		return Text{}, &Error{fmt.Errorf("%s: it has more than one line", place), "leave only the secret there, on one line"}
	}
	return Text{value}, nil
}

func (s Source) getenv(name string) string {
	if s.Getenv == nil {
		return ""
	}
	return s.Getenv(name)
}

// credential reads what systemd put into the service's own folder. Its mode is
// systemd's affair: the folder itself is closed to others.
func (s Source) credential(name string) (string, error) {
	dir := s.getenv("CREDENTIALS_DIRECTORY")
	if dir == "" {
		return "", &Error{fmt.Errorf("systemd credential %q: $CREDENTIALS_DIRECTORY is not set", name),
			fmt.Sprintf("add LoadCredential=%s:/path/to/it to the unit and start it with systemctl", name)}
	}
	value, err := readBounded(filepath.Join(dir, name))
	if err != nil {
		return "", &Error{fmt.Errorf("systemd credential %q: %w", name, err),
			fmt.Sprintf("add LoadCredential=%s:/path/to/it to the unit", name)}
	}
	return value, nil
}

// readPrivate reads a file that nobody but its owner may read.
func readPrivate(path string) (string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", &Error{fmt.Errorf("secret file: %w", err), fmt.Sprintf("write the secret into %s, then: chmod 600 %s", path, path)}
	}
	if err != nil {
		return "", fmt.Errorf("secret file: %w", err)
	}
	if info.IsDir() {
		return "", &Error{fmt.Errorf("secret file %q: it is a folder", path), "name the file that holds the secret alone"}
	}
	if !info.Mode().IsRegular() {
		return "", &Error{fmt.Errorf("secret file %q: it is a pipe or a device, which may never end", path),
			fmt.Sprintf("name a file, or read it with a command: { command = [\"cat\", %q] }", path)}
	}
	if othersMayRead(info) {
		return "", &Error{fmt.Errorf("secret file %q: others may read it (mode %04o)", path, info.Mode().Perm()), "chmod 600 " + path}
	}
	value, err := readBounded(path)
	if err != nil {
		return "", fmt.Errorf("secret file: %w", err)
	}
	return value, nil
}

func readBounded(path string) (string, error) {
	// Without O_NONBLOCK a pipe that took the file's place would hold us up.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", errors.Join(fmt.Errorf("%q is no file", path), err)
	}
	b, err := io.ReadAll(io.LimitReader(f, outputMost+1))
	if err == nil && len(b) > outputMost {
		err = fmt.Errorf("%q holds more than %d bytes: it should hold the secret alone", path, outputMost)
	}
	return string(b), err
}
