package main

import (
	"context"
	"fmt"
	"log/slog"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
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

// A notifier tells the user things in the ways that he has chosen, one at a time and in
// order. The daemon never waits for it.
type notifier struct {
	ways  atomic.Pointer[[]way]
	limit time.Duration // of one way, once
	log   *slog.Logger
	queue chan daemon.Notification
	stop  context.CancelFunc
	done  chan struct{}
	once  sync.Once
}

// A way tells a title and a text of one line each. said is what it had to say to that.
type way struct {
	name string
	tell func(ctx context.Context, title, text string) (said string, err error)
}

// newNotifier returns a notifier that tells in the ways of a config.
func newNotifier(c *config.Config, environ []string, log *slog.Logger) *notifier {
	ctx, stop := context.WithCancel(context.Background())
	n := &notifier{limit: notifyTimeout, log: log, queue: make(chan daemon.Notification, notifyQueue), stop: stop, done: make(chan struct{})}
	n.use(c, environ)
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

// use has it tell in the ways of a config from now on. environ is what a command gets.
func (n *notifier) use(c *config.Config, environ []string) {
	var ways []way
	if command := c.Daemon.Notify.Command(); len(command) > 0 {
		ways = append(ways, way{command[0], func(ctx context.Context, title, text string) (string, error) {
			// A line for PowerShell has no arguments, and the variables everywhere.
			return runCommand(ctx, command.Argv(title, text), append(slices.Clone(environ), "AFTERWORD_TITLE="+title, "AFTERWORD_TEXT="+text))
		}})
	}
	if c.Daemon.Notify.Desktop() {
		ways = append(ways, way{"desktop", func(ctx context.Context, title, text string) (string, error) {
			argv, more := onDesktop(runtime.GOOS, title, text)
			return runCommand(ctx, argv, append(slices.Clone(environ), more...))
		}})
	}
	for _, address := range c.Daemon.Notify.Ntfy() {
		ways = append(ways, way{"ntfy", func(ctx context.Context, title, text string) (string, error) {
			return "", publish(ctx, publisher, address, title, text)
		}})
	}
	n.ways.Store(&ways)
}

// tell queues a notification.
func (n *notifier) tell(_ context.Context, note daemon.Notification) {
	if len(*n.ways.Load()) == 0 {
		return
	}
	select {
	case n.queue <- note:
	default:
		n.log.Warn("notifications do not keep up; this stands in the log alone", "title", note.Title, "text", note.Text)
	}
}

// run tells one notification in every way, with a title and a text that hold nothing
// that would steer whatever shows them.
func (n *notifier) run(ctx context.Context, note daemon.Notification) {
	title, text := cut(harmless(onOneLine(note.Title)), notifyTitle), cut(harmless(onOneLine(note.Text)), notifyText)
	for _, w := range *n.ways.Load() {
		ctx, cancel := context.WithTimeoutCause(ctx, n.limit, fmt.Errorf("it has not ended within %v", n.limit))
		if said, err := w.tell(ctx, title, text); err != nil {
			n.log.Warn("a notification failed", "by", w.name, "error", err, "said", said)
		}
		cancel()
	}
}

// runCommand runs a command of the user's, or of his desktop, with a bound on all of it.
func runCommand(ctx context.Context, argv, environ []string) (string, error) {
	var said start
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Env, cmd.Stdout, cmd.Stderr = environ, &said, &said
	ownGroup(cmd)
	// Who left the group may hold the pipe open.
	cmd.WaitDelay = notifyEnd / 2
	err := cmd.Run()
	if err != nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return string(said), err
}

// close gives the commands that run or wait a moment to end, then ends them.
func (n *notifier) close() {
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
