package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os/exec"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/templates"

	systemd "github.com/coreos/go-systemd/v22/daemon"
	"github.com/spf13/cobra"
)

func (a *app) runCommand() *cobra.Command {
	return &cobra.Command{
		Use: "run", Short: "the daemon, in the foreground, logging to standard error",
		Long: `Watches the mailboxes of all accounts and places drafts. It ends cleanly on
SIGTERM and SIGINT. Under systemd it says when it is ready and how the accounts
are (systemctl status). It exits 2 where the config or a text of yours is wrong:
to start it again does not mend that.`,
		Example: "  afterword run\n  afterword --config ~/afterword.toml run",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			// What is wrong in the user's own files is told apart from what may pass,
			// for the service manager.
			if _, err := a.config(); err != nil {
				return usage{err}
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				texts, err := templates.Load(a.templatesDir())
				if err != nil {
					return usage{err}
				}
				stderr := a.err
				var show func(account, mailbox string, done, total int) // the log says it otherwise
				if bar := terminal(a.err); bar != nil {
					stderr, show = bar, bar.show
				}
				log := newLog(stderr, c.Daemon.LogLevel)
				var status func(line string) // nobody asks for it
				if a.getenv("NOTIFY_SOCKET") != "" {
					status = serviceStatus
				}
				var notices notifier
				d := &daemon.Daemon{Config: c, Store: s, Texts: texts, Log: log, Now: a.now, Endpoint: a.endpoint,
					Notify: notices.command(c, log), Status: status, Rewrite: a.rewriter(c, log), Progress: show}
				if _, err := systemd.SdNotify(false, systemd.SdNotifyReady); err != nil {
					log.Debug("the service manager does not listen", "error", err)
				}
				if err := adopt(ctx, c, s, log); err != nil {
					return locked(err)
				}
				log.Info("afterword runs", "version", version, "accounts", len(c.Accounts), "store", s.Path())
				saving, stop := context.WithCancel(ctx)
				var group sync.WaitGroup
				group.Go(func() { a.saveMemory(saving) })
				err = d.Run(ctx)
				stop()
				group.Wait()
				_, _ = systemd.SdNotify(false, systemd.SdNotifyStopping)
				notices.wait()
				if err == nil {
					log.Info("afterword stops")
				}
				return locked(err)
			})
		},
	}
}

// locked says what can be done where another daemon is at work.
func locked(err error) error {
	if errors.Is(err, store.ErrLocked) {
		return hint(err, "afterword list   # shows what the other one knows")
	}
	return err
}

func newLog(w io.Writer, level string) *slog.Logger {
	var l slog.Level
	if l.UnmarshalText([]byte(level)) != nil {
		l = slog.LevelInfo
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: l}))
}

// serviceStatus tells systemd how things are.
func serviceStatus(line string) { _, _ = systemd.SdNotify(false, "STATUS="+line) }

// notifier runs the user's notification command.
type notifier struct{ running sync.WaitGroup }

// notifyTimeout bounds a notification command: one that hangs is ended.
const notifyTimeout = 30 * time.Second

// command returns what runs the configured command with a title and a text as
// its last arguments; nil where none is configured. It does not wait: the
// daemon must not stand still for a desktop that shows a message.
func (n *notifier) command(c *config.Config, log *slog.Logger) func(context.Context, daemon.Notification) {
	if len(c.Daemon.Notify) == 0 {
		return nil
	}
	return func(ctx context.Context, note daemon.Notification) {
		argv := c.Daemon.Notify.Argv(note.Title, note.Text)
		n.running.Go(func() {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), notifyTimeout)
			defer cancel()
			if out, err := exec.CommandContext(ctx, argv[0], argv[1:]...).CombinedOutput(); err != nil {
				log.Warn("the notification command failed", "command", argv[0], "error", err, "said", string(out[:min(len(out), 300)]))
			}
		})
	}
}

// wait gives the commands that run a moment to end: the daemon itself has to end
// within two seconds.
func (n *notifier) wait() {
	ended := make(chan struct{})
	go func() {
		n.running.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(time.Second):
	}
}
