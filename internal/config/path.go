package config

import (
	"path/filepath"
	"runtime"
	"strings"
)

// DefaultPath returns where the config is looked for: config.toml in the program's
// folder under $XDG_CONFIG_HOME, by default under ~/.config; on macOS under
// ~/Library/Application Support, on Windows under %AppData%.
func DefaultPath(getenv func(string) string) string {
	config, _ := folders(runtime.GOOS, getenv)
	return filepath.Join(config, "afterword", "config.toml")
}

// DefaultStore returns where the store is where the config names no place: afterword.db
// in the program's folder under $XDG_STATE_HOME, by default under ~/.local/state; on
// macOS under ~/Library/Application Support, on Windows under %LocalAppData%, which no
// network carries from one machine to the next.
func DefaultStore(getenv func(string) string) string {
	_, state := folders(runtime.GOOS, getenv)
	return filepath.Join(state, "afterword", "afterword.db")
}

// folders returns where a system has its users' configs, and where what programs keep.
// XDG's variables hold everywhere, for whoever sets them means it. A relative path in one
// is to be ignored (XDG Base Directory Specification).
func folders(system string, getenv func(string) string) (config, state string) {
	home := getenv("HOME")
	config, state = filepath.Join(home, ".config"), filepath.Join(home, ".local", "state")
	switch system {
	case "darwin":
		config = filepath.Join(home, "Library", "Application Support")
		state = config
	case "windows":
		config, state = filepath.Join(home, "AppData", "Roaming"), filepath.Join(home, "AppData", "Local")
		config, state = absolute(getenv("AppData"), config), absolute(getenv("LocalAppData"), state)
	}
	return absolute(getenv("XDG_CONFIG_HOME"), config), absolute(getenv("XDG_STATE_HOME"), state)
}

// absolute returns a folder if it is an absolute path, else another one.
func absolute(dir, other string) string {
	if filepath.IsAbs(dir) {
		return dir
	}
	return other
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
		case strings.HasPrefix(*p, "~/"), strings.HasPrefix(*p, `~\`) && runtime.GOOS == "windows":
			*p = filepath.Join(getenv("HOME"), (*p)[2:])
		default:
			*p = filepath.Join(filepath.Dir(c.path), *p)
		}
	}
}
