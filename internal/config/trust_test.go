//go:build unix

package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A config that others can write to runs nothing, whichever key names the command.
func TestTrust(t *testing.T) {
	oauth := "\n[account.imap.oauth]\ntoken_url = \"https://login.example/token\"\nclient_id = \"x\"\n"
	plain := strings.Replace(minimal, `password.env = "PW"`, "", 1)
	for _, c := range []struct {
		doc  string
		runs bool
	}{
		{minimal, false},
		{minimal + "\n[daemon]\nnotify = [\"notify-send\"]\n", true},
		{minimal + "\n[daemon]\nnotify = \"notify-send \\\"$1\\\"\"\n", true},
		{plain + `password.command = "pass show mail"`, true},
		{plain + oauth + `refresh_token.command = ["pass", "token"]`, true},
		{plain + oauth + "refresh_token.file = \"/token\"\nclient_secret.command = [\"pass\"]", true},
		{minimal + "\n[rewrite]\nendpoint = \"http://localhost:1/v1\"\nmodel = \"m\"\nkey.command = [\"pass\"]\n", true},
	} {
		path := filepath.Join(t.TempDir(), "c.toml")
		if err := os.WriteFile(path, []byte(c.doc), 0o600); err != nil {
			t.Fatal(err)
		}
		for mode, open := range map[os.FileMode]bool{0o600: false, 0o644: false, 0o664: false, 0o666: true, 0o602: true} {
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
			_, err := Load(path, func(string) string { return "/home/ada" })
			if refused := err != nil; refused != (open && c.runs) {
				t.Errorf("mode %04o: %v for\n%s", mode, err, c.doc)
			}
			var h interface{ Hint() string }
			if err != nil && (!errors.As(err, &h) || !strings.Contains(h.Hint(), "chmod 600 "+path)) {
				t.Errorf("%v has no hint", err)
			}
		}
	}
}

func TestTrustOwner(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file away")
	}
	path := filepath.Join(t.TempDir(), "c.toml")
	if err := errors.Join(os.WriteFile(path, []byte(minimal+"\n[daemon]\nnotify = [\"notify-send\"]\n"), 0o600), os.Chown(path, 4711, -1)); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path, func(string) string { return "/home/ada" }); err == nil || !strings.Contains(err.Error(), "another user (4711)") {
		t.Errorf("%v", err)
	}
}
