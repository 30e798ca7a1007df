package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/test/servers"
)

// mostAnswers is how many answers a person may have to give from nothing to a config.
const mostAnswers = 12

// countedAnswers gives out answers, a line each, and counts them.
type countedAnswers struct {
	lines []string
	given int
	rest  []byte
}

func (c *countedAnswers) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		if c.given == len(c.lines) {
			return 0, io.EOF
		}
		c.rest = []byte(c.lines[c.given] + "\n")
		c.given++
	}
	n := copy(p, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

// A newcomer is somebody on a fresh machine, whose provider a mail server plays.
type newcomer struct {
	t      *testing.T
	server *servers.Server
	ctx    context.Context // he has a minute and a half
	began  time.Time
	env    environment
	init   []string // how the wizard is called
}

func newNewcomer(t *testing.T) *newcomer {
	home := t.TempDir()
	server, err := servers.Start(servers.Options{Dir: home})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	host, port, _ := net.SplitHostPort(server.Addr)
	ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
	t.Cleanup(cancel)
	return &newcomer{t: t, server: server, ctx: ctx, began: time.Now(),
		env:  environment{getenv: variables(home, "LANG", "en_US.UTF-8", "TZ", "America/New_York"), environ: os.Environ, now: time.Now},
		init: []string{"init", "--host", host, "--port", port, "--ca-file", server.CAFile, "--keyring=false", "--service=false"}}
}

// call runs a command and returns what it says.
func (n *newcomer) call(in io.Reader, args ...string) string {
	n.t.Helper()
	var out bytes.Buffer
	env := n.env
	env.in, env.out, env.err = in, &out, &out
	if code := run(n.ctx, env, args); code != exitDone {
		n.t.Fatalf("%q: exit %d\n%s", args, code, out.String())
	}
	return out.String()
}

// runs starts the daemon until the test ends.
func (n *newcomer) runs() {
	ctx, stop := context.WithCancel(n.ctx)
	done := make(chan int, 1)
	env := n.env
	env.in, env.out, env.err = strings.NewReader(""), io.Discard, io.Discard
	go func() { done <- run(ctx, env, []string{"run"}) }()
	n.t.Cleanup(func() {
		stop()
		if code := <-done; code != exitDone {
			n.t.Errorf("the daemon ends with %d", code)
		}
	})
}

// draft waits for the first draft and holds that it is the right letter.
func (n *newcomer) draft(answers int) {
	n.t.Helper()
	var draft string
	for draft == "" && n.ctx.Err() == nil {
		placed, err := n.server.Messages("robin@home.example", "Drafts")
		if err != nil {
			n.t.Fatal(err)
		}
		for _, m := range placed {
			draft = string(m.Raw)
		}
	}
	n.t.Logf("the first draft stood there after %d answers and %v", answers, time.Since(n.began).Round(time.Millisecond))
	for _, words := range []string{"Robin Winter", "<robin@home.example>", "<ngozi@acme.example>", "Dear Dr. Okafor", "Senior Analyst"} {
		if !strings.Contains(draft, words) {
			n.t.Errorf("the draft does not say %q:\n%s", words, draft)
		}
	}
	if answers > mostAnswers {
		n.t.Errorf("it took %d answers", answers)
	}
}

// TestFirstDraft goes the way of a new user without a terminal: set up with a few
// answers out of a pipe, enter an interview, start the daemon, and the thank-you
// stands in Drafts.
func TestFirstDraft(t *testing.T) {
	n := newNewcomer(t)
	answers := &countedAnswers{lines: []string{"robin@home.example", servers.Password, "Robin Winter", "", "", "", "", "", "", ""}}
	n.call(answers, n.init...)
	ended := time.Now().Add(-10 * time.Minute).In(time.FixedZone("", -5*3600)).Format(time.RFC3339)
	n.call(strings.NewReader(""), "add", "--company", "Acme", "--role", "Senior Analyst", "--contact", "Dr. Ngozi Okafor <ngozi@acme.example>", "--ended", ended)
	n.runs()
	n.draft(answers.given)
}

// whole holds that a set-up that was interrupted left nothing, or all of it.
func whole(t *testing.T, home string) (done bool) {
	t.Helper()
	dir := filepath.Join(home, ".config", "afterword")
	entries, _ := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	c, err := config.Load(filepath.Join(dir, "config.toml"), func(string) string { return home })
	if err == nil {
		if b, err := os.ReadFile(c.Accounts[0].IMAP.Password.File); err != nil || string(b) != servers.Password+"\n" {
			t.Errorf("there is a config, and no password: %q, %v", names, err)
		}
		if len(names) != 2 || dirExists(dir+".part") {
			t.Errorf("it left %q", names)
		}
		return true
	}
	if len(names) > 0 || dirExists(dir) {
		t.Errorf("it left %q: %v", names, err)
	}
	return false
}

func dirExists(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}
