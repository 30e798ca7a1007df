package setup

import (
	"bytes"
	"cmp"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"afterword/internal/config"
	"afterword/internal/secrets"
)

// head begins a config that the wizard made.
const head = `# The configuration of afterword, made by ` + "`afterword init`" + `.
# Change what you like, and try it with ` + "`afterword check`" + `. What else there is, with
# its default, is in the manual: man afterword, or config.example.toml.
# Passwords never go into this file.
`

// section is an account as it stands in the config, with what each key means.
func section(a config.Account) string {
	var b strings.Builder
	line := func(comment, key string, value any) {
		if comment != "" {
			fmt.Fprintf(&b, "# %s\n", comment)
		}
		if text, ok := value.(string); ok {
			value = quoted(text)
		}
		fmt.Fprintf(&b, "%s = %v\n", key, value)
	}
	b.WriteString("\n[[account]]\n")
	line("", "address", a.Address)
	line("Your name, as it stands before the address in what you send.", "from_name", a.FromName)
	line("Language of letters where the conversation does not tell.", "language", a.Language)
	line(`Your time zone. "" is that of this computer.`, "zone", a.Zone)
	line(`Whose public holidays count: a country, or a country and a region ("DE-BY").`, "holidays", a.Holidays)
	b.WriteString("\n[account.imap]\n")
	i := a.IMAP
	line("", "host", i.Host)
	if i.Port != (Server{Host: i.Host, TLS: i.TLS}).filled().Port {
		line("", "port", i.Port)
	}
	if i.TLS != config.DefaultAccount().IMAP.TLS {
		line("", "tls", i.TLS)
	}
	if i.CAFile != "" {
		line("The certificate that this server, and no other, is known by.", "ca_file", i.CAFile)
	}
	if i.Username != "" && i.Username != a.Address {
		line("The name to log in with.", "username", i.Username)
	}
	writeWhere(&b, "Where the password is kept.", "password", i.Password)
	m := a.Mailboxes
	if m.Drafts+m.Sent+m.Trash != "" {
		b.WriteString("\n[account.mailboxes]\n")
		for _, box := range []struct{ key, name string }{{"drafts", m.Drafts}, {"sent", m.Sent}, {"trash", m.Trash}} {
			if box.name != "" {
				line("", box.key, box.name)
			}
		}
	}
	return b.String()
}

// writeWhere writes the place of a secret as a dotted key.
func writeWhere(b *strings.Builder, comment, key string, w secrets.Where) {
	value := ""
	switch {
	case len(w.Command) == 3 && w.Command.String() == w.Command[2]:
		key, value = key+".command", quoted(w.Command.String())
	case len(w.Command) > 0:
		var parts []string
		for _, p := range w.Command {
			parts = append(parts, quoted(p))
		}
		key, value = key+".command", "["+strings.Join(parts, ", ")+"]"
	case w.File != "":
		key, value = key+".file", quoted(w.File)
	case w.Env != "":
		key, value = key+".env", quoted(w.Env)
	case w.Credential != "":
		key, value = key+".credential", quoted(w.Credential)
	default:
		return
	}
	fmt.Fprintf(b, "# %s\n%s = %s\n", comment, key, value)
}

// quoted is a basic string of TOML.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// beside is the name of a file of the account in the config's folder.
func (w *Wizard) beside(what string) string {
	return what + "-" + strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("@.+-_", r):
			return r
		}
		return '_'
	}, w.account.Address)
}

// write keeps the secret and writes the config, in this order: each by renaming what
// is whole. Who is interrupted in between has no account yet, and the next run writes
// the same files.
func (w *Wizard) write(more bool) error {
	// A link, as from a folder that is kept elsewhere, stays one.
	path := w.Path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	dir := filepath.Dir(w.Path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make the folder of the config: %w", err)
	}
	old, err := os.ReadFile(path)
	if err != nil && (more || !errors.Is(err, fs.ErrNotExist)) {
		return fmt.Errorf("read config: %w", err)
	}
	if !w.secret.IsZero() {
		w.account.IMAP.Password = secrets.Where{File: w.beside("password")}
	}
	if w.extra != nil {
		w.account.IMAP.CAFile = w.beside("certificate") + ".pem"
	}
	doc, err := joined(old, section(w.account))
	if err != nil {
		return err
	}
	if err := config.Check(path, doc, w.Getenv); err != nil {
		return fmt.Errorf("%s: %w", w.Words.Say(NotAdded, "path", w.Path), err)
	}
	if w.extra != nil {
		cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: w.extra.Raw})
		if err := replace(filepath.Join(dir, w.account.IMAP.CAFile), cert); err != nil {
			return err
		}
	}
	if !w.secret.IsZero() {
		if err := w.keepSecret(filepath.Join(dir, w.account.IMAP.Password.File)); err != nil {
			return err
		}
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, old) {
		return errors.New(w.Words.Say(ConfigChanged, "path", w.Path))
	}
	w.account.Name = cmp.Or(w.account.Name, w.account.Address)
	return replace(path, doc)
}

// joined puts a section below a document, in whose line ends it is written.
func joined(doc []byte, section string) ([]byte, error) {
	if len(bytes.TrimSpace(doc)) == 0 {
		return []byte(head + section), nil
	}
	if !bytes.HasSuffix(doc, []byte("\n")) {
		doc = append(bytes.Clone(doc), '\n')
	}
	if bytes.Contains(doc, []byte("\r\n")) {
		section = strings.ReplaceAll(section, "\n", "\r\n")
	}
	return append(bytes.Clone(doc), section...), nil
}

// keepSecret writes the secret into a file of its own.
func (w *Wizard) keepSecret(path string) error { return replace(path, []byte(w.secret.Reveal()+"\n")) }

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
