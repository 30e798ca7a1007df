package config

import "testing"

func TestFolders(t *testing.T) {
	for _, c := range []struct {
		system        string
		env           map[string]string
		config, state string
	}{
		{"linux", nil, "/home/ada/.config", "/home/ada/.local/state"},
		{"freebsd", map[string]string{"XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "s"}, "/c", "/home/ada/.local/state"},
		{"darwin", nil, "/home/ada/Library/Application Support", "/home/ada/Library/Application Support"},
		{"darwin", map[string]string{"XDG_STATE_HOME": "/s"}, "/home/ada/Library/Application Support", "/s"},
		{"windows", nil, "/home/ada/AppData/Roaming", "/home/ada/AppData/Local"},
		{"windows", map[string]string{"AppData": "/roams", "LocalAppData": "/stays"}, "/roams", "/stays"},
	} {
		config, state := folders(c.system, func(name string) string {
			if name == "HOME" {
				return "/home/ada"
			}
			return c.env[name]
		})
		if config != c.config || state != c.state {
			t.Errorf("%s, %v: %s and %s", c.system, c.env, config, state)
		}
	}
}
