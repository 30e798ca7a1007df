// Command afterword follows up after interviews: it watches a mailbox over IMAP
// and places drafts in it. It never sends. See the README.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"os/user"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // zones must be known on machines without a zone database

	"afterword/rules"

	"github.com/spf13/cobra"
)

// Exit codes, as documented in the man page.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	code := run(ctx, environment{os.Stdin, os.Stdout, os.Stderr, getenv, os.Environ, time.Now}, os.Args[1:])
	stop()
	os.Exit(code)
}

// getenv is os.Getenv, but knows the home folder also where nobody set HOME, as
// under some service managers.
func getenv(name string) string {
	value := os.Getenv(name)
	if name == "HOME" && value == "" {
		if u, err := user.Current(); err == nil {
			return u.HomeDir
		}
	}
	return value
}

// environment is what the process has from outside; nothing below this package
// reads it by itself.
type environment struct {
	in      io.Reader
	out     io.Writer
	err     io.Writer
	getenv  func(string) string
	environ func() []string // what programs that it starts are given
	now     func() time.Time
}

// run carries one command out and returns the exit code. Whatever it prints goes
// through a screen.
func run(ctx context.Context, env environment, args []string) int {
	out, complaint := &screen{w: env.out}, &screen{w: env.err}
	defer func() { _ = errors.Join(out.Close(), complaint.Close()) }()
	env.out, env.err = out, complaint
	if err := execute(ctx, newRoot(env), args); err != nil {
		fmt.Fprintf(env.err, "afterword: error: %s\n", oneLine(err))
		if h := hintOf(err); h != "" {
			fmt.Fprintf(env.err, "afterword: hint: %s\n", onOneLine(h))
		}
		var u usage
		if errors.As(err, &u) {
			return exitUsage
		}
		return exitFailed
	}
	return exitDone
}

// execute carries one command out.
func execute(ctx context.Context, root *cobra.Command, args []string) error {
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && isCobraUsage(err) {
		err = hint(usage{err}, "%s --help", cmd.CommandPath())
	}
	return err
}

// oneLine joins errors that were collected, for people.
func oneLine(err error) string { return strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", "; ") }

// usage is an error in how the command was called; of the daemon also one in the
// files that the user wrote for it.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

func usagef(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

// mistaken is usagef for what somebody may be told in another language.
func mistaken(form string, with ...any) error { return usage{rules.Mistaken(form, with...)} }

// flagged is an error in what was said with one flag.
type flagged struct {
	flag string // without dashes
	err  error
}

func (f flagged) Error() string { return "--" + f.flag + ": " + f.err.Error() }
func (f flagged) Unwrap() error { return f.err }

// hinted is an error with something to type next.
type hinted struct {
	error
	hint rules.Saying
}

func (h hinted) Unwrap() error { return h.error }
func (h hinted) Hint() string  { return h.hint.String() }

func hint(err error, form string, with ...any) error { return hinted{err, rules.Say(form, with...)} }

// hintOf returns what to type next; "" where nothing helps.
func hintOf(err error) string {
	var h interface{ Hint() string }
	if errors.As(err, &h) {
		return h.Hint()
	}
	return ""
}

// isCobraUsage recognises cobra's own complaints, which are about the call. Ours have a
// hint already.
func isCobraUsage(err error) bool {
	if hintOf(err) != "" {
		return false
	}
	for _, start := range []string{"unknown command", "unknown flag", "unknown shorthand", "invalid argument", "flag needs an argument",
		"required flag", "accepts ", "requires at least", "if any flags in the group", "at least one of the flags"} {
		if strings.HasPrefix(err.Error(), start) {
			return true
		}
	}
	return false
}

func newRoot(env environment) *cobra.Command { return (&app{environment: env}).root() }

// root makes all commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "afterword",
		Short: "follow up after interviews, from the mailbox you have",
		Long: `Afterword watches your mailbox over IMAP and places follow-up drafts in it after
interviews: thanks, questions about the decision, answers to offers and
rejections. It falls silent the moment somebody replies. It never sends: you
open the draft in your mail program, read it, and send it.`,
		Example:       "  afterword demo            # the whole story, with nothing set up\n  afterword init            # set up a mailbox\n  afterword check           # try what run will need\n  afterword run             # the daemon",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noSuch,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },

		SuggestionsMinimumDistance: 1,
	}
	root.PersistentFlags().StringVar(&a.configPath, "config", a.configPath, "config file (default: ~/.config/afterword/config.toml)")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return hint(usage{err}, "%s --help", cmd.CommandPath())
	})
	root.AddCommand(
		a.demoCommand(),
		a.simulateCommand(),
		a.initCommand(),
		a.loginCommand(),
		a.checkCommand(),
		a.runCommand(),
		a.serviceCommand(),
		a.addCommand(),
		a.listCommand(),
		a.calendarCommand(),
		a.showCommand(),
		a.answerCommand(), a.noteCommand(),
		a.editCommand(),
		a.stopCommand(),
		a.resumeCommand(),
		a.snoozeCommand(),
		a.markCommand(),
		a.findsCommand(),
		a.yesCommand(),
		a.noCommand(),
		a.sentCommand(),
		a.heardCommand(),
		a.removeCommand(),
		a.previewCommand(),
		a.planCommand(),
		a.explainCommand(),
		a.proofreadCommand(),
		a.templatesCommand(),
		a.logCommand(),
		a.openCommand(),
		a.versionCommand(),
	)
	completeRoot(root)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	return root
}
