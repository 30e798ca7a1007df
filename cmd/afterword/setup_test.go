package main

import (
	"bytes"
	"context"
	"fmt"
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

// TestFirstDraft goes the way of a new user on a fresh machine: set up with a few
// answers out of a pipe, enter an interview, start the daemon, and the thank-you
// stands in Drafts.
func TestFirstDraft(t *testing.T) {
	home := t.TempDir()
	server, err := servers.Start(servers.Options{Dir: home})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	host, port, _ := net.SplitHostPort(server.Addr)
	getenv := variables(home, "LANG", "en_US.UTF-8", "TZ", "America/New_York")
	ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
	defer cancel()
	answers := &countedAnswers{lines: []string{"robin@home.example", servers.Password, "Robin Winter", "", "", "", "", "", "", ""}}
	call := func(in io.Reader, args ...string) string {
		t.Helper()
		var out bytes.Buffer
		if code := run(ctx, environment{in: in, out: &out, err: &out, getenv: getenv, environ: os.Environ, now: time.Now}, args); code != exitDone {
			t.Fatalf("%q: exit %d\n%s", args, code, out.String())
		}
		return out.String()
	}
	began := time.Now()
	said := call(answers, "init", "--host", host, "--port", port, "--ca-file", server.CAFile, "--keyring=false", "--service=false")
	if answers.given > mostAnswers {
		t.Errorf("%d answers:\n%s", answers.given, said)
	}
	ended := time.Now().Add(-10 * time.Minute).In(time.FixedZone("", -5*3600)).Format(time.RFC3339)
	call(strings.NewReader(""), "add", "--company", "Acme", "--role", "Senior Analyst", "--contact", "Dr. Ngozi Okafor <ngozi@acme.example>", "--ended", ended)
	running, stop := context.WithCancel(ctx)
	done := make(chan int, 1)
	go func() {
		done <- run(running, environment{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: getenv, environ: os.Environ, now: time.Now}, []string{"run"})
	}()
	var draft string
	for draft == "" && ctx.Err() == nil {
		placed, err := server.Messages("robin@home.example", "Drafts")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range placed {
			draft = string(m.Raw)
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Logf("the first draft stood there after %d answers and %v", answers.given, time.Since(began).Round(time.Millisecond))
	stop()
	if code := <-done; code != exitDone {
		t.Errorf("the daemon ends with %d", code)
	}
	for _, words := range []string{"Robin Winter", "<robin@home.example>", "<ngozi@acme.example>", "Dear Dr. Okafor", "Senior Analyst"} {
		if !strings.Contains(draft, words) {
			t.Errorf("the draft does not say %q:\n%s", words, draft)
		}
	}
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

// kills are the ways in which a set-up is interrupted, thirty in all: at each
// question, and at moments after the last answer.
type kill struct {
	question int           // at which it is interrupted, from 1
	after    time.Duration // the question, or the last answer
	how      os.Signal
}

func (k kill) String() string { return fmt.Sprintf("%v at %d after %v", k.how, k.question, k.after) }
