package config

import (
	"fmt"
	"io/fs"
)

// A shared is the error where others could have written the commands that the file
// names.
type shared struct {
	error
	mend string
}

func (s shared) Unwrap() error { return s.error }

// Hint says how to close the file.
func (s shared) Hint() string { return s.mend }

// trust refuses a config that names a command and that somebody else than its reader
// and the system's administrator can change: it would run what anyone wrote.
func (c *Config) trust(path string, info fs.FileInfo) error {
	key := c.runs()
	if key == "" {
		return nil
	}
	if why, mend := openToOthers(path, info); why != "" {
		return shared{fmt.Errorf("%s names a command (%s), and %s: nothing is run that somebody else may have written", path, key, why), mend}
	}
	return nil
}

// runs returns the key of a command that the config names; "" if it names none.
func (c *Config) runs() string {
	if len(c.Daemon.Notify.Command()) > 0 {
		return "daemon.notify"
	}
	if len(c.Rewrite.Key.Command) > 0 {
		return "rewrite.key"
	}
	for _, a := range c.Accounts {
		switch {
		case len(a.IMAP.Password.Command) > 0:
			return "account.imap.password"
		case len(a.IMAP.Token.Command) > 0:
			return "account.imap.token"
		case len(a.IMAP.OAuth.ClientSecret.Command) > 0, len(a.IMAP.OAuth.RefreshToken.Command) > 0:
			return "account.imap.oauth"
		}
	}
	return ""
}
