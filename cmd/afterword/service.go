package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/service"
	"afterword/internal/store"

	"github.com/spf13/cobra"
)

// serviceTime bounds what the system's own command takes: systemctl waits until the
// daemon is ready.
const serviceTime = 2 * time.Minute

func (a *app) serviceCommand() *cobra.Command {
	var linger bool
	cmd := &cobra.Command{
		Use: "service", SuggestFor: []string{"status", "install", "daemon"}, Short: "have it always running",
		Long: `Has ` + "`afterword run`" + ` always running: as a unit of systemd's user manager, an agent
of launchd, or a task that Windows begins at logon.`,
		Example:                    "  afterword service install\n  afterword service status",
		SuggestionsMinimumDistance: 1,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := noSuch(cmd, args); err != nil {
				return err
			}
			return hint(usagef("what is to be done?"), "afterword service install   # or: status, remove")
		},
	}
	install := &cobra.Command{
		Use: "install", Short: "install it and start it; done twice, it is done once",
		Example: "  afterword service install\n  afterword service install --linger", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.installService(cmd.Context(), linger) },
	}
	install.Flags().BoolVar(&linger, "linger", false, "with systemd: run while you are not logged in as well")
	cmd.AddCommand(install,
		&cobra.Command{
			Use: "status", Short: "show what the system says of it, and how each account is", Example: "  afterword service status", Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error { return a.serviceStatus(cmd.Context()) },
		},
		&cobra.Command{
			Use: "remove", Short: "end it and take it away; config and store stay", Example: "  afterword service remove", Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error { return a.removeService(cmd.Context()) },
		})
	return cmd
}

// byHand says how it always runs where no service manager is to be had.
func byHand() string {
	path, err := ownPath()
	if err != nil {
		path = "afterword"
	}
	return fmt.Sprintf("have it started with the computer: crontab -e, and there a line: @reboot %s run", path)
}

// manager returns the service manager of this system.
func (a *app) manager(linger bool) (service.Manager, error) {
	home := a.getenv("HOME")
	switch runtime.GOOS {
	case "windows":
		user := a.getenv("USERNAME")
		if domain := a.getenv("USERDOMAIN"); domain != "" {
			user = domain + `\` + user
		}
		return service.Logon{Dir: filepath.Dir(config.DefaultStore(a.getenv)), User: user, Run: a.runner}, nil
	case "darwin":
		return service.Launchd{Dir: filepath.Join(home, "Library", "LaunchAgents"), UID: os.Getuid(), Run: a.runner}, nil
	}
	if _, err := exec.LookPath("systemctl"); err != nil {
		return nil, hint(fmt.Errorf("%w: there is no systemd: %w", service.ErrNoManager, err), "%s", byHand())
	}
	dir := a.getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(home, ".config")
	}
	return service.Systemd{Dir: filepath.Join(dir, "systemd", "user"), Linger: linger, Run: a.runner}, nil
}

// runner runs a command of the system, bounded.
func (a *app) runner(ctx context.Context, argv ...string) (string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, serviceTime, fmt.Errorf("no answer within %v", serviceTime))
	defer cancel()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Env, cmd.WaitDelay = a.environ(), time.Second
	out, err := cmd.CombinedOutput()
	switch {
	case errors.Is(err, exec.ErrWaitDelay):
		err = nil // it is done; what it has started holds the pipe
	case err != nil && ctx.Err() != nil:
		err = context.Cause(ctx)
	}
	return string(out), err
}

// program is this one, as a service runs it.
func (a *app) program(c *config.Config) (p service.Program, err error) {
	if p.Path, err = ownPath(); err != nil {
		return p, err
	}
	path, err := filepath.Abs(c.Path())
	if err != nil {
		return p, fmt.Errorf("find the config: %w", err)
	}
	p.Args = []string{"run", "--config", path}
	p.Log = filepath.Join(filepath.Dir(c.Store), "afterword.log")
	if runtime.GOOS == "windows" {
		p.Args = append(p.Args, "--log-file", p.Log)
	}
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		if value := a.getenv(name); filepath.IsAbs(value) {
			p.Env = append(p.Env, name+"="+value)
		}
	}
	p.Writes = []string{filepath.Dir(c.Store)}
	for _, account := range c.Accounts {
		if file := account.IMAP.OAuth.RefreshToken.File; file != "" { // it is written anew
			p.Writes = append(p.Writes, filepath.Dir(file))
		}
	}
	usual := filepath.Join(a.getenv("HOME"), ".local", "state")
	p.Writes = slices.DeleteFunc(p.Writes, func(dir string) bool { return dir == usual || strings.HasPrefix(dir, usual+string(filepath.Separator)) })
	slices.Sort(p.Writes)
	p.Writes = slices.Compact(p.Writes)
	return p, nil
}

// ownPath is where this program is: by the name under which it is found, if it is (a
// link of a package manager stays when the file behind it is another one), else itself.
func ownPath() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find this program: %w", err)
	}
	if strings.Contains(path, string(filepath.Separator)+"go-build") {
		return "", hint(errors.New("this program was built to run once"), "go install ./cmd/afterword, and then: afterword service install")
	}
	found, err := exec.LookPath("afterword")
	if err != nil || !filepath.IsAbs(found) {
		return path, nil
	}
	one, err := os.Stat(path)
	other, wrong := os.Stat(found)
	if err == nil && wrong == nil && os.SameFile(one, other) {
		return found, nil
	}
	return path, nil
}

// An installed is a service that was installed and started.
type installed struct {
	program string
	files   []string
	logout  bool // it ends when the user logs out, and need not
}

// install has the daemon always running.
func (a *app) install(ctx context.Context, linger bool) (done installed, err error) {
	c, err := a.config()
	if err != nil {
		return done, err
	}
	m, err := a.manager(linger)
	if err != nil {
		return done, err
	}
	p, err := a.program(c)
	if err != nil {
		return done, err
	}
	if err := os.MkdirAll(filepath.Dir(c.Store), 0o700); err != nil {
		return done, fmt.Errorf("make the folder of the store: %w", err)
	}
	done.program = p.Path
	if done.files, err = m.Install(ctx, p); err != nil {
		_, systemd := m.(service.Systemd)
		switch {
		case errors.Is(err, service.ErrNoManager):
			return done, hint(err, "log in as yourself, not with su or sudo; or %s", byHand())
		case systemd:
			return done, hint(err, "afterword check   # then: journalctl --user -u afterword")
		}
		return done, hint(err, "afterword check   # the log is %s", p.Log)
	}
	if s, ok := m.(service.Systemd); ok {
		done.logout = !linger && !s.Lingers(ctx, a.getenv("USER"))
	}
	return done, nil
}

func (a *app) installService(ctx context.Context, linger bool) error {
	done, err := a.install(ctx, linger)
	for _, file := range done.files {
		fmt.Fprintf(a.out, "wrote %s\n", onOneLine(file))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s is always running from now on\n", onOneLine(done.program))
	if done.logout {
		fmt.Fprintln(a.out, "it runs while you are logged in; to have it run always: afterword service install --linger")
	}
	return nil
}

func (a *app) removeService(ctx context.Context) error {
	m, err := a.manager(false)
	if err != nil {
		return err
	}
	had, err := m.Remove(ctx)
	if err != nil {
		return err
	}
	if !had {
		fmt.Fprintln(a.out, "no service is installed")
		return nil
	}
	fmt.Fprintln(a.out, "the service is removed; config and store stay")
	return nil
}

// serviceStatus fails where the service does not run.
func (a *app) serviceStatus(ctx context.Context) error {
	m, err := a.manager(false)
	if err != nil {
		return err
	}
	state, err := m.Status(ctx)
	if err != nil {
		return err
	}
	if !state.Installed {
		return hint(errors.New("no service is installed"), "afterword service install")
	}
	for line := range strings.Lines(strings.TrimRight(state.Said, "\n")) {
		fmt.Fprintln(a.out, harmless(strings.TrimRight(line, "\r\n")))
	}
	fmt.Fprintln(a.out)
	if err := a.withStore(ctx, func(ctx context.Context, c *config.Config, s *store.Store) error {
		accounts, err := accountLines(ctx, c, s, a.now())
		for _, account := range accounts {
			fmt.Fprintln(a.out, account)
		}
		return err
	}); err != nil {
		return err
	}
	if !state.Runs {
		return hint(errors.New("the service does not run"), "afterword check, and then: afterword service install")
	}
	return nil
}
