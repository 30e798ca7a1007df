package main

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"reflect"
	"sync/atomic"
	"syscall"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/templates"
)

// configPoll is how often the config file is looked at. One that has changed is read
// when it looks the same twice: nobody is in the middle of writing it.
const configPoll = 2 * time.Second

// settings reads what the daemon works by: the config, which letters can be written by,
// and the user's own texts.
func (a *app) settings(path string) (daemon.Settings, error) {
	c, err := config.Load(path, a.getenv)
	if err != nil {
		return daemon.Settings{}, usage{err}
	}
	for _, account := range c.Accounts {
		if err := named(account); err != nil {
			return daemon.Settings{}, err
		}
	}
	texts, err := templates.Load(textsOf(c))
	if err != nil {
		return daemon.Settings{}, usage{err}
	}
	return daemon.Settings{Config: c, Texts: texts}, nil
}

// textsOf is the folder of the user's own texts.
func textsOf(c *config.Config) string {
	if c.Letters.Templates != "" {
		return c.Letters.Templates
	}
	return filepath.Join(filepath.Dir(c.Path()), "templates")
}

// A reload has the daemon take up a config that was changed while it runs.
type reload struct {
	*app
	path    string
	seen    look // what the settings that hold were read from
	holds   daemon.Settings
	changes chan daemon.Settings
	hup     <-chan os.Signal // asks for it; also where the terminal was closed
	end     func()           // ends the daemon
	log     *slog.Logger
	level   *slog.LevelVar
	notices *notifier
	refused atomic.Pointer[string] // why the file is not taken up; nil where it is
}

// watch looks at the file until ctx ends.
func (r *reload) watch(ctx context.Context) {
	attended := hasTerminal()
	poll := time.NewTicker(configPoll)
	defer poll.Stop()
	last := r.seen
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.hup:
			if attended && !hasTerminal() {
				r.end() // it was closed, and the daemon is not to stay behind
				return
			}
			last = lookAt(r.path)
			r.seen = last
			r.take(ctx)
		case <-poll.C:
			now := lookAt(r.path)
			if now.same(last) && !now.same(r.seen) {
				r.seen = now
				r.take(ctx)
			}
			last = now
		}
	}
}

// take reads the config and the texts, and has the daemon work by them. What is wrong is
// said once, and what held before holds on.
func (r *reload) take(ctx context.Context) {
	s, err := r.settings(r.path)
	if err == nil && s.Config.Store != r.holds.Config.Store {
		err = hint(fmt.Errorf("store is %q now: a store cannot be changed while the daemon runs", s.Config.Store), "stop `afterword run` and start it again")
	}
	if err != nil {
		why := oneLine(err)
		if before := r.refused.Swap(&why); before == nil || *before != why {
			r.log.Error("the changed config is refused; the one before counts", "error", why, "hint", onOneLine(hintOf(err)))
		}
		return
	}
	if r.refused.Swap(nil) != nil {
		r.log.Info("the config is well again")
	}
	if s.Texts.Same(r.holds.Texts) {
		s.Texts = r.holds.Texts
	}
	if s.Texts == r.holds.Texts && reflect.DeepEqual(s.Config, r.holds.Config) {
		r.log.Info("nothing in the config has changed")
		return
	}
	s.Rewrite, s.Opinion = r.rewriter(s.Config, r.log), r.adviser(s.Config, r.log)
	r.forgetTokens(s.Config)
	select {
	case <-ctx.Done():
		return
	case r.changes <- s:
	}
	r.level.Set(levelOf(s.Config.Daemon.LogLevel))
	r.notices.use(s.Config, withoutSecrets(r.environ(), s.Config))
	r.holds = s
}

// forgetTokens has the tokens of accounts fetched anew whose way to them has changed.
func (r *reload) forgetTokens(c *config.Config) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for name := range r.tokens {
		had, _ := r.holds.Config.Account(name)
		if now, ok := c.Account(name); !ok || !reflect.DeepEqual(now.IMAP.OAuth, had.IMAP.OAuth) {
			delete(r.tokens, name)
		}
	}
}

// line is what the service manager is told of the config beside the accounts.
func (r *reload) line() string {
	if why := r.refused.Load(); why != nil {
		return "; the changed config is refused: " + *why
	}
	return ""
}

// A look is what a file looks like from outside: whether it is another one, or was
// written to, shows. nil where there is none.
type look struct{ fs.FileInfo }

func lookAt(path string) look {
	info, err := os.Stat(path) // where a link leads
	if err != nil {
		return look{}
	}
	return look{info}
}

func (l look) same(other look) bool {
	if l.FileInfo == nil || other.FileInfo == nil {
		return l.FileInfo == nil && other.FileInfo == nil
	}
	return os.SameFile(l.FileInfo, other.FileInfo) && l.Size() == other.Size() && l.ModTime().Equal(other.ModTime())
}

// hangups returns what tells of SIGHUP, until quiet is called. Where the signal is
// ignored (nohup) it is not listened to: the program outlives its terminal.
func hangups() (hup <-chan os.Signal, quiet func()) {
	c := make(chan os.Signal, 1)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(c, syscall.SIGHUP)
	}
	return c, func() { signal.Stop(c) }
}
