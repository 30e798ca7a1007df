//go:build unix

package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/secrets"
)

func notifying(t *testing.T, line string, environ []string) (*notifier, *strings.Builder) {
	t.Helper()
	c := config.Default()
	c.Daemon.Notify = config.Notify{"/bin/sh", "-c", line}
	var log strings.Builder
	n := newNotifier(c, environ, slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(n.close)
	return n, &log
}

// What is told is text of one line, in order, one at a time.
func TestNotifyTellsInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "told")
	n, _ := notifying(t, `mkdir `+path+`.d && printf '%s|%s\n' "$1" "$2" >>`+path+` && rmdir `+path+`.d`, []string{"PATH=" + os.Getenv("PATH")})
	tell := n.tell
	want := ""
	for _, title := range []string{"-t", "a\x1b]52;c;eA==\ab", "c\nd", "e\u202ef"} {
		tell(t.Context(), daemon.Notification{Title: title, Text: title})
	}
	for _, shown := range []string{" -t", `a\u001b]52;c;eA==\u0007b`, "c d", `e\u202ef`} {
		want += shown + "|" + shown + "\n"
	}
	close(n.queue)
	n.once.Do(func() {})
	<-n.done
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}

// A command that hangs is ended with all that it has started.
func TestNotifyEndsWhatHangs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "child")
	n, _ := notifying(t, `sleep 600 & echo $! >`+path+`.new; mv `+path+`.new `+path+`; wait`, []string{"PATH=" + os.Getenv("PATH")})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		n.run(ctx, daemon.Notification{Title: "hangs"})
	}()
	text, err := os.ReadFile(path)
	for ; os.IsNotExist(err); text, err = os.ReadFile(path) {
		runtime.Gosched()
	}
	cancel()
	<-ended
	child, wrong := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || wrong != nil {
		t.Fatal(err, wrong)
	}
	for running(child) {
		runtime.Gosched() // the kernel takes it away in its own time
	}
}

func TestNotifyIsBounded(t *testing.T) {
	n, log := notifying(t, `exec sleep 600`, []string{"PATH=" + os.Getenv("PATH")})
	n.limit = time.Millisecond
	n.run(t.Context(), daemon.Notification{Title: "hangs"})
	if !strings.Contains(log.String(), "has not ended within 1ms") {
		t.Errorf("the log says %q", log.String())
	}
}

// running reports whether a process runs; one that waits to be reaped does not.
func running(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return !os.IsNotExist(err)
	}
	return !strings.Contains(string(stat), ") Z ")
}

// More than can wait is dropped, and nobody is held up.
func TestNotifyNeverBlocks(t *testing.T) {
	n, log := notifying(t, `exec sleep 600`, []string{"PATH=" + os.Getenv("PATH")})
	for range 3 * notifyQueue {
		n.tell(context.Background(), daemon.Notification{Title: "again"})
	}
	n.stop()
	n.close()
	if !strings.Contains(log.String(), "do not keep up") {
		t.Errorf("the log says %q", log.String())
	}
}

func TestNotifyKnowsNoSecret(t *testing.T) {
	c := config.Default()
	c.Rewrite.Key.Env = "MODEL_KEY"
	c.Accounts = []config.Account{{IMAP: config.IMAP{Password: secrets.Where{Env: "MAIL_PASSWORD"}}},
		{IMAP: config.IMAP{OAuth: secrets.OAuth{RefreshToken: secrets.Where{Env: "REFRESH"}, ClientSecret: secrets.Where{Env: "CLIENT"}}}}}
	given := []string{"HOME=/home/robin", "MAIL_PASSWORD=x", "REFRESH=x", "CLIENT=x", "MODEL_KEY=x", "NOTIFY_SOCKET=x", "MAIL_PASSWORD_HINT=y"}
	if got := withoutSecrets(given, c); !slices.Equal(got, []string{"HOME=/home/robin", "MAIL_PASSWORD_HINT=y"}) {
		t.Errorf("%q", got)
	}
}

func TestCut(t *testing.T) {
	for text, want := range map[string]string{"short": "short", "as long as": "as long as", "longer than": "longer …", "éééééé": "ééé…"} {
		if got := cut(text, 10); got != want {
			t.Errorf("%q is cut to %q, want %q", text, got, want)
		}
	}
}
