package secrets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// write puts a file into a new folder and returns its path.
func write(t *testing.T, text string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	if err := errors.Join(os.WriteFile(path, []byte(text), mode), os.Chmod(path, mode)); err != nil {
		t.Fatal(err)
	}
	return path
}

// source is an environment with some invented secrets.
func source(t *testing.T) Source {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mail"), []byte("from systemd\n"), 0o440); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"MAIL_PASSWORD": "from env", "EMPTY": "", "CREDENTIALS_DIRECTORY": dir}
	return Source{Getenv: func(name string) string { return env[name] }}
}

// commands skips where a command is to be run and there is none of those of Unix.
func commands(t *testing.T, c Command) {
	t.Helper()
	if len(c) > 0 && runtime.GOOS == "windows" {
		t.Skip("Windows has neither /bin/sh nor what is run by it")
	}
}

func TestRead(t *testing.T) {
	s := source(t)
	for _, c := range []struct {
		name string
		w    Where
		want string
	}{
		{"words", Where{Command: Command{"printf", "%s\n", "p w"}}, "p w"},
		{"shell", Where{Command: Command{"/bin/sh", "-c", "echo a | tr a b"}}, "b"},
		{"stderr is not the secret", Where{Command: Command{"/bin/sh", "-c", "echo asking >&2; echo pw"}}, "pw"},
		{"no line end", Where{File: write(t, "pw", 0o600)}, "pw"},
		{"one line end", Where{File: write(t, " pw \n", 0o400)}, " pw "},
		{"a line end of Windows", Where{File: write(t, "pw\r\n", 0o600)}, "pw"},
		{"env", Where{Env: "MAIL_PASSWORD"}, "from env"},
		{"credential", Where{Credential: "mail"}, "from systemd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			commands(t, c.w.Command)
			got, err := s.Read(t.Context(), c.w)
			if err != nil || got.Reveal() != c.want {
				t.Errorf("%q, %v; want %q", got.Reveal(), err, c.want)
			}
		})
	}
}

func TestReadFails(t *testing.T) {
	s := source(t)
	wide := write(t, "hunter2", 0o640)
	for _, c := range []struct {
		name            string
		w               Where
		says, hintHolds string
	}{
		{"no place", Where{}, "no source", ""},
		{"two places", Where{Env: "A", File: "b"}, "more than one source", ""},
		{"command fails", Where{Command: Command{"/bin/sh", "-c", "echo hunt''er2; echo agent is locked >&2; exit 3"}}, "exit status 3: agent is locked", "run it yourself"},
		{"no such command", Where{Command: Command{"/nonexistent/pass"}}, "/nonexistent/pass", "run it yourself"},
		{"command says nothing", Where{Command: Command{"true"}}, "empty", ""},
		{"command says too much", Where{Command: Command{"/bin/sh", "-c", "head -c 100000 /dev/zero"}}, "more than", "nothing else"},
		{"two lines", Where{Command: Command{"/bin/sh", "-c", "echo hunt''er2; echo user: ada"}}, "more than one line", "on one line"},
		{"others may read it", Where{File: wide}, "0640", "chmod 600 " + wide},
		{"no file", Where{File: "/nonexistent/pw"}, "/nonexistent/pw", "chmod 600"},
		{"empty file", Where{File: write(t, "\n", 0o600)}, "empty", ""},
		{"no variable", Where{Env: "NOT_SET"}, "NOT_SET", ""},
		{"empty variable", Where{Env: "EMPTY"}, "EMPTY", ""},
		{"no credential", Where{Credential: "other"}, `"other"`, "LoadCredential=other:"},
		{"credential outside", Where{Credential: "../mail"}, "its name alone", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			commands(t, c.w.Command)
			if c.w.File == wide && runtime.GOOS == "windows" {
				t.Skip("Windows has no mode bits: who may read a file is said by its folder")
			}
			got, err := s.Read(t.Context(), c.w)
			if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "hunter2") || !got.IsZero() {
				t.Fatal(err)
			}
			var h interface{ Hint() string }
			if c.hintHolds != "" && (!errors.As(err, &h) || !strings.Contains(h.Hint(), c.hintHolds)) {
				t.Errorf("the hint is not about %q", c.hintHolds)
			}
		})
	}
	if _, err := (Source{}).Read(t.Context(), Where{Credential: "mail"}); err == nil || !strings.Contains(err.Error(), "CREDENTIALS_DIRECTORY") {
		t.Error(err)
	}
}

// A command that hangs is given up with its children, for the caller's reason.
func TestCommandHangs(t *testing.T) {
	hangs := Command{"/bin/sh", "-c", "sleep 5 & sleep 5; echo pw"}
	commands(t, hangs)
	stopping := errors.New("the daemon stops")
	ctx, cancel := context.WithCancelCause(t.Context())
	time.AfterFunc(50*time.Millisecond, func() { cancel(stopping) })
	_, err := Source{}.Read(ctx, Where{Command: hangs})
	if !errors.Is(err, stopping) {
		t.Error(err)
	}
}

func TestSecretsDoNotPrint(t *testing.T) {
	s := NewText("hunter2")
	inside := struct {
		Password Text
		Pointer  *Text
	}{s, &s}
	var text strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%10s"} {
		fmt.Fprintf(&text, verb, s)
		fmt.Fprintf(&text, verb, &s)
		fmt.Fprintf(&text, verb, inside)
	}
	encoded, err := json.Marshal(inside)
	if err != nil {
		t.Fatal(err)
	}
	text.Write(encoded)
	for _, h := range []slog.Handler{slog.NewTextHandler(&text, nil), slog.NewJSONHandler(&text, nil)} {
		slog.New(h).Info("login", "password", s, "both", inside)
	}
	if got := text.String(); strings.Contains(got, "hunter2") || strings.Contains(got, "68756e") || !strings.Contains(got, "[secret]") {
		t.Error(got)
	}
	if s.String() != "[secret]" || s.Reveal() != "hunter2" {
		t.Error("neither hidden nor revealed")
	}
}

func TestCommand(t *testing.T) {
	var c Command
	if err := c.UnmarshalText([]byte("notify 'x'")); err != nil || c.String() != "notify 'x'" {
		t.Errorf("%q, %v", c, err)
	}
	if err := c.UnmarshalText(nil); err != nil || c != nil {
		t.Errorf("%q, %v", c, err)
	}
	line, withText := Command{"/bin/sh", "-c", "show"}, []string{"/bin/sh", "-c", "show", "afterword", " -t", "text - more"}
	if runtime.GOOS == "windows" {
		_ = line.UnmarshalText([]byte("show")) // takes everything
		withText = line                        // PowerShell has the text in its environment
	}
	list := Command{"notify-send", "-a", "afterword"}
	for _, one := range []struct {
		c    Command
		text []string
		want []string
	}{
		{list, nil, list},
		{list, []string{"title", "--exec=x"}, []string{"notify-send", "-a", "afterword", "--", "title", "--exec=x"}},
		{Command{"show", "--"}, []string{"-t", "text"}, []string{"show", "--", "-t", "text"}},
		{line, nil, line},
		{line, []string{"-t", "text - more"}, withText},
	} {
		before := slices.Clone(one.c)
		if got := one.c.Argv(one.text...); !slices.Equal(got, one.want) || !slices.Equal(before, one.c) {
			t.Errorf("%q with %q: %q, want %q", one.c, one.text, got, one.want)
		}
	}
}
