package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"

	systemd "github.com/coreos/go-systemd/v22/daemon"
	"github.com/spf13/cobra"
)

func (a *app) runCommand() *cobra.Command {
	var logFile string
	cmd := &cobra.Command{
		Use: "run", SuggestFor: []string{"start", "watch"}, Short: "the daemon, in the foreground, logging to standard error",
		Long: `Watches the mailboxes of all accounts and places drafts. It ends cleanly on
SIGTERM and SIGINT. Under systemd it says when it is ready and how the accounts
are (systemctl status). It exits 2 where the config or a text of yours is wrong:
to start it again does not mend that.

A config that is changed is taken up by itself within some seconds, or at once by
SIGHUP, which also reads your own texts anew. Accounts come, change and go so. One
with mistakes is refused, and the one before counts.`,
		Example: "  afterword run\n  afterword --config ~/afterword.toml run",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := a.path()
			if err != nil {
				return usage{err}
			}
			seen := lookAt(path) // before it is read: what is written after that is a change
			// What is wrong in the user's own files is told apart from what may pass,
			// for the service manager.
			holds, err := a.settings(path)
			if err != nil {
				return err
			}
			a.read = holds.Config
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				stderr := a.err
				if logFile != "" {
					f, err := openLog(logFile)
					if err != nil {
						return err
					}
					defer f.Close()
					stderr = f
				}
				var show func(account, mailbox string, done, total int) // the log says it otherwise
				if bar := terminal(stderr); bar != nil {
					stderr, show = bar, bar.show
				}
				level := new(slog.LevelVar)
				level.Set(levelOf(c.Daemon.LogLevel))
				log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: level}))
				notices := newNotifier(c, withoutSecrets(a.environ(), c), log)
				defer notices.close()
				ctx, end := context.WithCancel(ctx)
				defer end()
				hup, quiet := hangups()
				defer quiet()
				changed := &reload{app: a, path: path, seen: seen, holds: holds, changes: make(chan daemon.Settings), hup: hup, end: end, log: log, level: level, notices: notices}
				var status func(line string) // nobody asks for it
				if a.getenv("NOTIFY_SOCKET") != "" {
					status = func(line string) { tellManager(line + changed.line()) }
				}
				d := &daemon.Daemon{Config: c, Store: s, Texts: holds.Texts, Changes: changed.changes, Log: log, Now: a.now, Endpoint: a.endpoint, Diagnose: diagnose,
					Notify: notices.tell, Status: status, Rewrite: a.rewriter(c, log), Opinion: a.adviser(c, log), Progress: show}
				var group sync.WaitGroup
				d.Started = func() {
					log.Info("afterword runs", "version", version, "accounts", len(c.Accounts), "store", s.Path())
					if _, err := systemd.SdNotify(false, systemd.SdNotifyReady); err != nil {
						log.Debug("the service manager does not listen", "error", err)
					}
					group.Go(func() { changed.watch(ctx) })
				}
				group.Go(func() { a.saveMemory(ctx) })
				err := d.Run(ctx)
				end()
				group.Wait()
				_, _ = systemd.SdNotify(false, systemd.SdNotifyStopping)
				if err == nil {
					log.Info("afterword stops")
				}
				return locked(err)
			})
		},
	}
	cmd.Flags().StringVar(&logFile, "log-file", "", "a file that the log goes to, instead of standard error")
	return cmd
}

// locked says what can be done where another daemon is at work.
func locked(err error) error {
	if errors.Is(err, store.ErrLocked) {
		return hint(err, "afterword list   # shows what the other one knows")
	}
	return err
}

// levelOf is a level of the log by its name.
func levelOf(name string) (l slog.Level) {
	if l.UnmarshalText([]byte(name)) != nil {
		l = slog.LevelInfo
	}
	return l
}

// tellManager tells systemd how things are.
// It is one line: the next would be a message of its own (sd_notify(3)).
func tellManager(line string) { _, _ = systemd.SdNotify(false, "STATUS="+harmless(onOneLine(line))) }
