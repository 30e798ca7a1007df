package config

import (
	"slices"
	"strings"
	"testing"
)

func TestNotify(t *testing.T) {
	for _, c := range []struct {
		doc     string
		desktop bool
		ntfy    []string
		command []string
		wrong   string
	}{
		{doc: `[]`},
		{doc: `""`},
		{doc: `"desktop"`, desktop: true},
		{doc: `["desktop"]`, desktop: true},
		{doc: `"ntfy:https://ntfy.example/t0pic"`, ntfy: []string{"https://ntfy.example/t0pic"}},
		{doc: `["desktop", "ntfy:https://ntfy.example/t0pic", "ntfy:http://127.0.0.1:8080/mine"]`, desktop: true, ntfy: []string{"https://ntfy.example/t0pic", "http://127.0.0.1:8080/mine"}},
		{doc: `["notify-send", "desktop"]`, command: []string{"notify-send", "desktop"}},
		{doc: `"notify-send \"$1\""`, command: line(`notify-send "$1"`)},
		{doc: `[""]`, wrong: "its first word is empty"},
		{doc: `"ntfy:t0pic"`, wrong: "no web address with a topic"},
		{doc: `"ntfy:https://ntfy.example/"`, wrong: "no web address with a topic"},
		{doc: `"ntfy:http://ntfy.example/t0pic"`, wrong: "unencrypted"},
		{doc: `"ntfy:https://me:pw@ntfy.example/t0pic"`, wrong: "a secret does not go into the config"},
	} {
		got, problems := parse("c.toml", []byte(minimal+"\n[daemon]\nnotify = "+c.doc+"\n"))
		if got != nil {
			problems = append(problems, got.without(problems)...)
		}
		if c.wrong != "" {
			if text := problems.Error(); !strings.Contains(text, c.wrong) || strings.Contains(text, "t0pic") {
				t.Errorf("%s: %v, want %q", c.doc, text, c.wrong)
			}
			continue
		}
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.doc, problems)
			continue
		}
		n := got.Daemon.Notify
		if n.Desktop() != c.desktop || !slices.Equal(n.Ntfy(), c.ntfy) || !slices.Equal([]string(n.Command()), c.command) {
			t.Errorf("%s: %v %q %q", c.doc, n.Desktop(), n.Ntfy(), n.Command())
		}
	}
}
