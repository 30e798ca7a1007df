package main

import (
	"context"
	"fmt"
	"log/slog"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/secrets"
)

const (
	// notifyTimeout bounds a notification command: one that hangs is ended.
	notifyTimeout = 30 * time.Second
	// notifyQueue is how many notifications may wait for the one before them; what
	// comes then stands in the log alone.
	notifyQueue = 100
	// notifyEnd is how long the commands have when the daemon ends, which has two
	// seconds itself.
	notifyEnd = time.Second
	// notifySaid bounds what is kept of what a command says, in bytes.
	notifySaid = 300
	// notifyTitle and notifyText bound what it is told, in bytes.
	notifyTitle, notifyText = 200, 1000
)

// A notifier runs the user's notification command, one at a time and in order. The
// daemon never waits for it.
type notifier struct {
	argv    func(...string) []string
	environ []string
	limit   time.Duration // of one run
	log     *slog.Logger
	queue   chan daemon.Notification
	stop    context.CancelFunc
	done    chan struct{}
	once    sync.Once
}

// newNotifier returns a notifier for the configured command; nil where none is.
func newNotifier(c *config.Config, environ []string, log *slog.Logger) *notifier {
	if len(c.Daemon.Notify) == 0 {
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	n := &notifier{c.Daemon.Notify.Argv, environ, notifyTimeout, log, make(chan daemon.Notification, notifyQueue), stop, make(chan struct{}), sync.Once{}}
	go func() {
		defer close(n.done)
		for note := range n.queue {
			if ctx.Err() == nil {
				n.run(ctx, note)
			}
		}
	}()
	return n
}

// tell returns what queues a notification; nil where there is no command.
func (n *notifier) tell() func(context.Context, daemon.Notification) {
	if n == nil {
		return nil
	}
	return func(_ context.Context, note daemon.Notification) {
		select {
		case n.queue <- note:
		default:
			n.log.Warn("the notification command does not keep up; this stands in the log alone", "title", note.Title, "text", note.Text)
		}
	}
}

// run runs the command once, with a title and a text of one line each that hold
// nothing that would steer whatever shows them.
func (n *notifier) run(ctx context.Context, note daemon.Notification) {
	ctx, cancel := context.WithTimeoutCause(ctx, n.limit, fmt.Errorf("it has not ended within %v", n.limit))
	defer cancel()
	argv := n.argv(cut(harmless(onOneLine(note.Title)), notifyTitle), cut(harmless(onOneLine(note.Text)), notifyText))
	var said start
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Env, cmd.Stdout, cmd.Stderr = n.environ, &said, &said
	ownGroup(cmd)
	// Who left the group may hold the pipe open.
	cmd.WaitDelay = notifyEnd / 2
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		n.log.Warn("the notification command failed", "command", argv[0], "error", err, "said", string(said))
	}
}

// close gives the commands that run or wait a moment to end, then ends them.
func (n *notifier) close() {
	if n == nil {
		return
	}
	n.once.Do(func() { close(n.queue) })
	late := time.AfterFunc(notifyEnd, n.stop)
	<-n.done
	late.Stop()
	n.stop()
}

// start keeps the beginning of what a command says.
type start []byte

func (s *start) Write(p []byte) (int, error) {
	*s = append(*s, p[:min(len(p), notifySaid-len(*s))]...)
	return len(p), nil
}

// cut shortens a text to at most so many bytes.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most-len("…")], "") + "…"
}

// withoutSecrets leaves out of the environment what the notification command has no
// business with: the variables that hold secrets, and the daemon's own line to its
// service manager.
func withoutSecrets(environ []string, c *config.Config) []string {
	secret := []string{"NOTIFY_SOCKET", "CREDENTIALS_DIRECTORY", c.Rewrite.Key.Env}
	for _, account := range c.Accounts {
		for _, w := range []secrets.Where{account.IMAP.Password, account.IMAP.OAuth.ClientSecret, account.IMAP.OAuth.RefreshToken, account.IMAP.Token} {
			secret = append(secret, w.Env)
		}
	}
	return slices.DeleteFunc(slices.Clone(environ), func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		return slices.ContainsFunc(secret, func(s string) bool { return s != "" && strings.EqualFold(s, name) })
	})
}
