package setup

import (
	"bytes"
	"cmp"
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"afterword/internal/config"
	"afterword/internal/secrets"
)

// A kept is a secret that the wizard keeps.
type kept struct {
	what   string         // of the account, as its entry in the keyring is called
	file   string         // the beginning of the file's name
	where  *secrets.Where // in the account
	secret secrets.Text
}

// What is kept of an account, beside its address.
const (
	password     = ""
	refreshToken = " refresh token"
	clientSecret = " client secret"
)

// write keeps the secrets and writes the config, in this order: each by renaming what
// is whole. A folder that is not there yet comes with all that is in it, at once. Who
// is interrupted in between has no account yet, and the next run writes the same files.
func (w *Wizard) write(ctx context.Context, more bool) error {
	// A link, as from a folder that is kept elsewhere, stays one.
	path := w.Path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	dir := filepath.Dir(w.Path)
	old, err := os.ReadFile(path)
	if err != nil && (more || !errors.Is(err, fs.ErrNotExist)) {
		return fmt.Errorf("read config: %w", err)
	}
	if err := w.places(ctx); err != nil {
		return err
	}
	if w.extra != nil {
		w.account.IMAP.CAFile = w.beside("certificate") + ".pem"
	}
	added := section(w.account)
	if w.notes != "" {
		added += intake(w.notes)
	}
	doc, err := joined(old, added)
	if err != nil {
		return err
	}
	if err := config.Check(path, doc, w.Getenv); err != nil {
		return fmt.Errorf("%s: %w", w.Words.Say(NotAdded, "path", w.Path), err)
	}
	stage, err := w.stage(dir)
	if err != nil {
		return fmt.Errorf("make the folder of the config: %w", err)
	}
	if w.extra != nil {
		cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: w.extra.Raw})
		if err := replace(filepath.Join(stage, w.account.IMAP.CAFile), cert); err != nil {
			return err
		}
	}
	for _, k := range w.keep {
		where := *k.where
		if where.File != "" {
			where.File = filepath.Join(stage, k.where.File)
		}
		if err := w.source().Keep(ctx, where, k.secret); err != nil {
			return err
		}
		if where.File != "" {
			w.say(SecretInFile, "path", filepath.Join(dir, k.where.File))
		} else {
			w.say(SecretInKeyring)
		}
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, old) {
		return errors.New(w.Words.Say(ConfigChanged, "path", w.Path))
	}
	w.account.Name = cmp.Or(w.account.Name, w.account.Address)
	if stage == dir {
		return replace(path, doc)
	}
	if err := replace(filepath.Join(stage, filepath.Base(path)), doc); err != nil {
		return err
	}
	_ = os.Remove(dir) // it is empty, if it is there
	return os.Rename(stage, dir)
}

// stage returns the folder to write into: the config's own, or where that is not there
// yet, or empty, one beside it that will be renamed.
func (w *Wizard) stage(dir string) (string, error) {
	if there, err := os.ReadDir(dir); err == nil && len(there) > 0 {
		w.sweep(dir)
		return dir, nil
	}
	stage := dir + ".part"
	if err := os.RemoveAll(stage); err != nil {
		return "", err
	}
	return stage, os.MkdirAll(stage, 0o700)
}

// sweep takes away what an earlier run left that was killed while it wrote a secret.
func (w *Wizard) sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, ".afterword-*"))
	for _, path := range left {
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && w.Now.Sub(info.ModTime()) > time.Minute {
			_ = os.Remove(path) // it does no harm where it is
		}
	}
}

// places says where each secret goes: into the keyring where that was proven to work,
// else into a file beside the config.
func (w *Wizard) places(ctx context.Context) error {
	if len(w.keep) == 0 {
		return nil
	}
	inKeyring := w.Answers.Keyring == nil || *w.Answers.Keyring
	if inKeyring {
		err := w.source().ProveKeyring(ctx)
		switch {
		case err != nil && w.Answers.Keyring != nil:
			return fmt.Errorf("--keyring: %w", err)
		case err != nil && !errors.Is(err, secrets.ErrNoKeyring):
			w.say(KeyringFails, "why", err.Error())
		}
		inKeyring = err == nil
	}
	for _, k := range w.keep {
		*k.where = secrets.Where{File: w.beside(k.file)}
		if inKeyring && len(k.secret.Reveal()) <= secrets.KeyringMost {
			*k.where = secrets.Where{Keyring: true, Entry: config.Entry(w.account.Address, k.what)}
		}
	}
	return nil
}

// replace writes a file that only its owner may read, whole or not at all.
func replace(path string, text []byte) error {
	// One name, so that what an interruption left is gone with the next run.
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write %q: %w", path, err)
	}
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write %q: %w", path, err)
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %q: %w", path, err), os.Remove(part))
	}
	return nil
}
