package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync"

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
				for _, account := range c.Accounts {
					if err := named(account); err != nil {
						return err
					}
				}
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
				notices := newNotifier(c, withoutSecrets(a.environ(), c), log)
				defer notices.close()
				d := &daemon.Daemon{Config: c, Store: s, Texts: texts, Log: log, Now: a.now, Endpoint: a.endpoint,
					Notify: notices.tell(), Status: status, Rewrite: a.rewriter(c, log), Opinion: a.adviser(c, log), Progress: show}
				d.Started = func() {
					log.Info("afterword runs", "version", version, "accounts", len(c.Accounts), "store", s.Path())
					if _, err := systemd.SdNotify(false, systemd.SdNotifyReady); err != nil {
						log.Debug("the service manager does not listen", "error", err)
					}
				}
				if err := adopt(ctx, c, s, log); err != nil {
					return locked(err)
				}
				saving, stop := context.WithCancel(ctx)
				var group sync.WaitGroup
				group.Go(func() { a.saveMemory(saving) })
				err = d.Run(ctx)
				stop()
				group.Wait()
				_, _ = systemd.SdNotify(false, systemd.SdNotifyStopping)
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
// It is one line: the next would be a message of its own (sd_notify(3)).
func serviceStatus(line string) { _, _ = systemd.SdNotify(false, "STATUS="+harmless(onOneLine(line))) }
