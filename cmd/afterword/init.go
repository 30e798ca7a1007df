package main

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"afterword/internal/secrets"
	"afterword/internal/service"
	"afterword/internal/setup"

	"github.com/spf13/cobra"
)

// An outside is what `init` and `login` reach beyond this computer. The zero outside
// is the real one.
type outside struct {
	finder setup.Finder
	dial   func(ctx context.Context, network, address string) (net.Conn, error)
	roots  *x509.CertPool

	http    *http.Client // for logins at the provider
	browse  func(ctx context.Context, address string) error
	keyring secrets.Keyring
}

type initFlags struct {
	setup.Answers
	command, file string
	token, secret string
	keyring, yes  bool
	past          bool
	service       bool
}

func (a *app) initCommand() *cobra.Command {
	var f initFlags
	cmd := &cobra.Command{
		Use: "init", SuggestFor: []string{"setup", "set-up", "configure", "config", "account"}, Short: "set up a mailbox: asks a few questions and writes the config",
		Long: `Asks for the mail address and the rest, finds the server, says what the provider
wants, tries the login, finds the mailboxes and writes the config file, which only
you can read. A further account is added to a config that is there. Nothing is
written before the end. Every answer is also a flag; with --yes nothing is asked.`,
		Example: "  afterword init\n  afterword init --yes --address you@example.com --name 'Robin Winter' --password-command 'pass show mail'",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("keyring") {
				f.Keyring = &f.keyring
			}
			var always *bool
			if cmd.Flags().Changed("service") {
				always = &f.service
			}
			return a.initialize(cmd.Context(), f, always)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.Address, "address", "", "mail address")
	flags.StringVar(&f.Name, "name", "", "your name, as it stands below letters")
	flags.StringVar(&f.Host, "host", "", "IMAP server (default: it is found)")
	flags.IntVar(&f.Port, "port", 0, "its port (default: the usual one)")
	flags.StringVar(&f.TLS, "tls", "", "tls, starttls or none (default: what works; none on this computer only)")
	flags.StringVar(&f.CAFile, "ca-file", "", "file with the certificate that the server is known by (PEM)")
	flags.StringVar(&f.Username, "username", "", "name to log in with (default: the address, or what the provider wants)")
	flags.StringVar(&f.command, "password-command", "", "command that prints the password")
	flags.StringVar(&f.file, "password-file", "", "file that holds the password; - reads it from standard input")
	flags.BoolVar(&f.keyring, "keyring", false, "keep the password or token in the keyring of the desktop (default: where that works)")
	flags.BoolVar(&f.ByOAuth, "oauth", false, "log in at the provider in the browser, instead of a password")
	flags.BoolVar(&f.ByCode, "device", false, "with --oauth: by a code on another device")
	flags.StringVar(&f.OAuth.ClientID, "client-id", "", "with --oauth: the ID of your app registration")
	flags.StringVar(&f.secret, "client-secret-file", "", "with --oauth: file that holds its secret, if it has one")
	flags.StringVar(&f.OAuth.AuthorizeURL, "authorize-url", "", "with --oauth: where to log in (default: known of the provider)")
	flags.StringVar(&f.OAuth.DeviceURL, "device-url", "", "with --oauth: where codes come from")
	flags.StringVar(&f.OAuth.TokenURL, "token-url", "", "with --oauth: where tokens come from")
	flags.StringVar(&f.OAuth.Scope, "scope", "", "with --oauth: what is asked for")
	flags.StringVar(&f.token, "token-command", "", "command of another program that prints an access token")
	flags.StringVar(&f.Holidays, "holidays", "", "country whose public holidays count: US, DE-BY, none")
	flags.StringVar(&f.Language, "language", "", "language of letters, and of the questions: en, de, fr, es, nl")
	flags.StringVar(&f.Zone, "zone", "", "time zone, such as Europe/Berlin (- for that of this computer)")
	flags.StringVar(&f.Notes, "notes", "", "where you are asked about interviews that are found: inbox, drafts, off (default inbox)")
	flags.StringVar(&f.Drafts, "drafts", "", "mailbox for drafts (default: it is found)")
	flags.StringVar(&f.Sent, "sent", "", "mailbox with what was sent (default: it is found)")
	flags.StringVar(&f.Trash, "trash", "", "mailbox for what was thrown away (default: it is found)")
	flags.BoolVar(&f.service, "service", false, "have it always running from now on")
	flags.BoolVar(&f.past, "past", true, "show at the end what the last 90 days of the mailbox hold")
	flags.BoolVar(&f.yes, "yes", false, "ask nothing; where an answer is missing, fail")
	cmd.MarkFlagsMutuallyExclusive("password-command", "password-file", "oauth", "token-command")
	return cmd
}

// initialize sets an account up.
func (a *app) initialize(ctx context.Context, f initFlags, always *bool) error {
	path, err := a.path()
	if err != nil {
		return err
	}
	if path, err = filepath.Abs(path); err != nil {
		return fmt.Errorf("find the config: %w", err)
	}
	answers, err := a.answers(f)
	if err != nil {
		return err
	}
	locale := a.locale()
	w := &setup.Wizard{
		Answers: answers, Words: setup.Speak(cmp.Or(answers.Language, locale)), Guesses: a.guesses(answers.Address, locale),
		Path: path, Getenv: a.getenv, Now: a.now(), Version: version,
		Finder: a.outside.finder, Dial: a.outside.dial, Roots: a.outside.roots,
		HTTP: a.outside.http, Browse: a.browser(), Keyring: a.outside.keyring,
		Show: func(text string) { fmt.Fprintln(a.out, text) },
	}
	if !f.yes {
		w.Talk = a.prompt()
		w.Talk.Say(w.Words.Say(setup.Welcome))
	}
	outcome, err := w.Run(ctx)
	switch {
	case ctx.Err() != nil:
		return errors.New(w.Words.Say(setup.Interrupted))
	case errors.As(err, new(setup.Missing)), errors.As(err, new(setup.Wrong)):
		return usage{err}
	case err != nil:
		return err
	}
	if f.past && outcome.Changed && !outcome.Known {
		a.lookBack(ctx, w.Words, outcome.Account)
	}
	if ctx.Err() != nil {
		return nil
	}
	runs, err := a.offerService(ctx, w, always)
	if err != nil {
		return err
	}
	next := setup.NextSteps
	if runs {
		next = setup.ServiceNext
	}
	fmt.Fprintln(a.out, w.Words.Say(next))
	return nil
}

// offerService has the daemon always running, if the user wants that, and reports
// whether it is; he is asked where he has not said it and can be. What fails that he did
// not ask for by a flag is told, and no more: the set-up is done.
func (a *app) offerService(ctx context.Context, w *setup.Wizard, wanted *bool) (runs bool, err error) {
	if wanted == nil && w.Talk == nil || wanted != nil && !*wanted {
		return false, nil
	}
	say := func(key setup.Key, pairs ...string) { fmt.Fprintln(a.out, onOneLine(w.Words.Say(key, pairs...))) }
	_, err = a.manager(false)
	if wanted == nil && err == nil {
		// Answers out of a pipe may have come to an end.
		if yes, err := w.Confirm(ctx, setup.AskService, true); !yes || err != nil {
			return false, nil
		}
	}
	var p installed
	if err == nil {
		p, err = a.install(ctx, false)
	}
	switch {
	case err != nil && wanted != nil:
		return false, err
	case errors.Is(err, service.ErrNoManager):
		say(setup.NoService)
		return false, nil
	case err != nil:
		say(setup.ServiceFails, "why", err.Error())
		return false, nil
	}
	for _, file := range p.files {
		say(setup.Written, "path", file)
	}
	say(setup.ServiceRuns)
	if p.logout {
		say(setup.ServiceLinger)
	}
	return true, nil
}

// answers are what the flags say.
func (a *app) answers(f initFlags) (setup.Answers, error) {
	answers := f.Answers
	switch answers.TLS {
	case "", "tls", "starttls", "none":
	default:
		return answers, hint(usagef("--tls: %q is none of tls, starttls and none", answers.TLS), "afterword init --tls tls")
	}
	if answers.Port < 0 || answers.Port > 65535 {
		return answers, hint(usagef("--port: %d is no port", answers.Port), "afterword init --port 993")
	}
	if f.token != "" {
		if err := answers.Token.Command.UnmarshalText([]byte(f.token)); err != nil {
			return answers, err
		}
	}
	if f.secret != "" {
		path, err := filepath.Abs(f.secret)
		if err != nil {
			return answers, err
		}
		answers.OAuth.ClientSecret.File = path
	}
	switch {
	case f.command != "":
		if err := answers.Password.Command.UnmarshalText([]byte(f.command)); err != nil {
			return answers, err
		}
	case f.file == "-":
		typed, err := io.ReadAll(io.LimitReader(a.in, lineBytes))
		if err != nil {
			return answers, fmt.Errorf("read the password from standard input: %w", err)
		}
		if answers.Typed = secrets.NewText(strings.TrimRight(string(typed), "\r\n")); answers.Typed.Reveal() == "" {
			return answers, hint(usagef("--password-file -: standard input is empty"), "afterword init --password-file FILE")
		}
	case f.file != "":
		path, err := filepath.Abs(f.file)
		if err != nil {
			return answers, err
		}
		answers.Password.File = path
	}
	return answers, nil
}

// locale is the user's, by the variables of POSIX in their order.
func (a *app) locale() string {
	return cmp.Or(a.getenv("LC_ALL"), a.getenv("LC_MESSAGES"), a.getenv("LANG"))
}

// guesses are what is likely of the user of this computer.
func (a *app) guesses(address, locale string) setup.Guesses {
	link, err := os.Readlink("/etc/localtime")
	if err != nil {
		link = "" // there is none on every system
	}
	zone := setup.ZoneOf(a.getenv("TZ"), link)
	g := setup.Guesses{Zone: zone, Country: setup.CountryOf(zone, locale, address), Language: setup.LanguageOf(locale), Name: setup.NameOf(address)}
	if u, err := user.Current(); err == nil && g.Name == "" && strings.Contains(u.Name, " ") {
		g.Name = u.Name
	}
	return g
}
