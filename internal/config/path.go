package config

import (
	"path/filepath"
	"strings"
)

// DefaultPath returns where the config is looked for:
// $XDG_CONFIG_HOME/afterword/config.toml, by default under ~/.config.
func DefaultPath(getenv func(string) string) string {
	return filepath.Join(xdg(getenv, "XDG_CONFIG_HOME", ".config"), "afterword", "config.toml")
}

// DefaultStore returns where the store is where the config names no place:
// $XDG_STATE_HOME/afterword/afterword.db, by default under ~/.local/state.
func DefaultStore(getenv func(string) string) string {
	return filepath.Join(xdg(getenv, "XDG_STATE_HOME", ".local/state"), "afterword", "afterword.db")
}

// xdg returns a base folder. A relative path in the variable is to be ignored
// (XDG Base Directory Specification).
func xdg(getenv func(string) string, variable, fallback string) string {
	if dir := getenv(variable); filepath.IsAbs(dir) {
		return dir
	}
	return filepath.Join(getenv("HOME"), fallback)
}

// resolve makes the config's paths absolute: those with ~/ begin at the home
// folder, the others at the folder of the config file.
func (c *Config) resolve(getenv func(string) string) {
	if c.Store == "" {
		c.Store = DefaultStore(getenv)
	}
	c.Rewrite.Key.Entry = "rewrite key"
	paths := []*string{&c.Store, &c.Letters.SignatureFile, &c.Letters.Templates, &c.Rewrite.Key.File}
	for i := range c.Accounts {
		imap := &c.Accounts[i].IMAP
		paths = append(paths, &imap.CAFile, &imap.Password.File, &imap.OAuth.ClientSecret.File, &imap.OAuth.RefreshToken.File, &imap.Token.File)
	}
	for _, p := range paths {
		switch {
		case *p == "" || filepath.IsAbs(*p):
		case strings.HasPrefix(*p, "~/"):
			*p = filepath.Join(getenv("HOME"), (*p)[2:])
		default:
			*p = filepath.Join(filepath.Dir(c.path), *p)
		}
	}
}
