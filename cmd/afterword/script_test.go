package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/internal/mail"
	"afterword/internal/test/servers"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"afterword": main})
}

// TestScripts plays the command line as a user types it. Each script has an
// empty home, and an embedded mail server that nobody has written to: $IMAP_PORT,
// $IMAP_CA, and the user robin@home.example with $IMAP_PASSWORD.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			server, err := servers.Start(servers.Options{Dir: env.WorkDir})
			if err != nil {
				return err
			}
			env.Defer(func() {
				if err := server.Close(); err != nil {
					t.Errorf("close the mail server: %v", err)
				}
			})
			env.Values[serverKey{}] = server
			_, port, _ := strings.Cut(server.Addr, ":")
			home := filepath.Join(env.WorkDir, "home")
			for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
				env.Setenv(name, variables(home)(name))
			}
			env.Setenv("TZ", "UTC")
			env.Setenv("IMAP_PORT", port)
			env.Setenv("IMAP_CA", server.CAFile)
			env.Setenv("IMAP_PASSWORD", servers.Password)
			return writeConfig(home, port, server.CAFile)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "mistake": mistake, "deliver": deliver, "drafts": drafts},
	})
}

// writeConfig writes what a user would, who changed only what he must.
func writeConfig(home, port, caFile string) error {
	dir := filepath.Join(home, ".config", "afterword")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	text := fmt.Sprintf(`[[account]]
address = "robin@home.example"
from_name = "Robin Winter"
zone = "America/New_York"
holidays = "US"

[account.imap]
host = "127.0.0.1"
port = %s
ca_file = %q
password.env = "IMAP_PASSWORD"
`, port, caFile)
	return os.WriteFile(filepath.Join(dir, "config.toml"), []byte(text), 0o600)
}

// exits runs the program and holds its exit code: exits 2 afterword plan.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("%q exits %s, want %s", args[1:], code, args[0])
	}
}

// mistake runs the program with a mistake in the call: it must exit 2, print
// nothing on standard output, and one line with the error, then at most one with a
// hint, on standard error.
func mistake(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: mistake COMMAND…")
	}
	exits(ts, false, append([]string{"2"}, args...))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("%q prints on standard output:\n%s", args, out)
	}
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n")
	if len(lines) > 2 || !strings.HasPrefix(lines[0], "afterword: error: ") ||
		len(lines) == 2 && !strings.HasPrefix(lines[1], "afterword: hint: ") {
		ts.Fatalf("%q does not say its mistake in one line and a hint:\n%s", args, strings.Join(lines, "\n"))
	}
}

// serverKey is where a script finds its mail server.
type serverKey struct{}

// deliver puts the messages of an mbox into the mailbox of robin@home.example, each at
// its Date, what he sent into Sent: deliver past.mbox.
func deliver(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: deliver FILE")
	}
	server := ts.Value(serverKey{}).(*servers.Server)
	ts.Check(mail.EachInMbox(strings.NewReader(ts.ReadFile(args[0])), func(_ int64, raw []byte) error {
		m, box := mail.Read(raw), server.Boxes.Inbox
		if m.Sender.Address == "robin@home.example" {
			box = server.Boxes.Sent
		}
		return server.Deliver("robin@home.example", box, []byte(strings.ReplaceAll(string(raw), "\n", "\r\n")), nil, m.Date)
	}))
}

// drafts holds how many messages are in Drafts: drafts 0.
func drafts(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: drafts NUMBER")
	}
	server := ts.Value(serverKey{}).(*servers.Server)
	list, err := server.Messages("robin@home.example", server.Boxes.Drafts)
	ts.Check(err)
	if fmt.Sprint(len(list)) != args[0] {
		ts.Fatalf("%d messages are in Drafts, want %s", len(list), args[0])
	}
}
