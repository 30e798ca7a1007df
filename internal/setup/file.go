package setup

import (
	"bytes"
	"fmt"
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
	writeWhere(&b, "Where another program gives out access tokens.", "token", i.Token)
	if o := i.OAuth; !o.IsZero() {
		b.WriteString("\n# You log in at the provider: `afterword login` does it anew.\n[account.imap.oauth]\n")
		for _, key := range []struct{ key, value string }{{"token_url", o.TokenURL}, {"authorize_url", o.AuthorizeURL}, {"device_url", o.DeviceURL}, {"scope", o.Scope}, {"client_id", o.ClientID}} {
			if key.value != "" {
				line("", key.key, key.value)
			}
		}
		writeWhere(&b, "Where the refresh token is kept; it is written anew when the provider replaces it.", "refresh_token", o.RefreshToken)
		writeWhere(&b, "", "client_secret", o.ClientSecret)
	}
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

// intake says where questions about interviews stand.
func intake(notes string) string {
	return fmt.Sprintf("\n[intake]\n# Where you are asked about interviews that are found: \"inbox\", \"drafts\" or \"off\".\nnotes = %s\n", quoted(notes))
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
	case w.Keyring:
		key, value = key+".keyring", "true"
	default:
		return
	}
	if comment != "" {
		fmt.Fprintf(b, "# %s\n", comment)
	}
	fmt.Fprintf(b, "%s = %s\n", key, value)
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
