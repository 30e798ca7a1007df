package config

import (
	"path/filepath"
	"runtime"
	"testing"
)

func TestFolders(t *testing.T) {
	root := "/"
	if runtime.GOOS == "windows" {
		root = "C:/" // no path is absolute there without its volume
	}
	for _, c := range []struct {
		system        string
		env           map[string]string
		config, state string
	}{
		{"linux", nil, "/home/ada/.config", "/home/ada/.local/state"},
		{"freebsd", map[string]string{"XDG_CONFIG_HOME": root + "c", "XDG_STATE_HOME": "s"}, root + "c", "/home/ada/.local/state"},
		{"darwin", nil, "/home/ada/Library/Application Support", "/home/ada/Library/Application Support"},
		{"darwin", map[string]string{"XDG_STATE_HOME": root + "s"}, "/home/ada/Library/Application Support", root + "s"},
		{"windows", nil, "/home/ada/AppData/Roaming", "/home/ada/AppData/Local"},
		{"windows", map[string]string{"AppData": root + "roams", "LocalAppData": root + "stays"}, root + "roams", root + "stays"},
	} {
		config, state := folders(c.system, func(name string) string {
			if name == "HOME" {
				return "/home/ada"
			}
			return c.env[name]
		})
		if filepath.ToSlash(config) != c.config || filepath.ToSlash(state) != c.state {
			t.Errorf("%s, %v: %s and %s", c.system, c.env, config, state)
		}
	}
}
