package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/simulate"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// simulateFlags are the flags of `simulate`, as they were typed.
type simulateFlags struct {
	since, zone, name, answer string
	mbox, own                 []string
	letters, json             bool
}

func (a *app) simulateCommand() *cobra.Command {
	var f simulateFlags
	cmd := &cobra.Command{
		Use: "simulate", Short: "show what the program would have done with the mail that you have",
		Long: `Reads the mail of the past months and shows, application by application, what the
program would have done if it had run then: what it found and would have asked you,
each draft with its date, each withdrawal and each stop, and why. What you really
sent counts as it did. It is the real program, on a mail server and with a store
that exist in its memory alone: nothing is written anywhere, neither to your
mailbox nor to a disk. With --mbox it reads files instead, and needs no config.`,
		Example: "  afterword simulate --since 90d --letters\n  afterword simulate --mbox mail.mbox --own 'Sam Winter <sam@winter.example>' --zone Europe/Berlin",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.simulate(cmd.Context(), f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.since, "since", "", "how far back: 90d, 12w, or a date such as 2026-08-30 (default 90d; with --mbox all that is there)")
	flags.StringArrayVar(&f.mbox, "mbox", nil, "read a file in mbox form (RFC 4155) instead of the accounts (repeatable)")
	flags.StringArrayVar(&f.own, "own", nil, "with --mbox: who you are, an address or 'Name <address>' (repeatable; default: the accounts of the config)")
	flags.StringVar(&f.name, "name", "", "with --mbox: the name that letters are signed with (default: as you sign your mail)")
	flags.StringVar(&f.zone, "zone", "", "your time zone, such as Europe/Berlin (default: the account's, else the system's)")
	flags.StringVar(&f.answer, "answer", "yes", "what you would have answered to what it asks about interviews: yes, or none")
	flags.BoolVar(&f.letters, "letters", false, "show each letter as well")
	flags.BoolVar(&f.json, "json", false, "print one JSON object a line, one for each event")
	return cmd
}

func (a *app) simulate(ctx context.Context, f simulateFlags) error {
	past, c, zone, err := a.simulatedPast(ctx, f)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.out)
	p := pastPrinter{out: out, zone: zone, letters: f.letters, answer: f.answer}
	if f.json {
		err = p.lines(past)
	} else {
		p.text(past, c)
	}
	return errors.Join(err, out.Flush())
}

// simulatedPast is what the program would have done, with the config that it was
// reckoned by and the zone of the first account.
func (a *app) simulatedPast(ctx context.Context, f simulateFlags) (*simulate.Past, *config.Config, *time.Location, error) {
	now := a.now()
	if f.answer != "yes" && f.answer != "none" {
		return nil, nil, nil, hint(usagef("--answer %q is neither yes nor none", f.answer), "afterword simulate --answer none")
	}
	if len(f.mbox) == 0 && (len(f.own) > 0 || f.name != "") {
		return nil, nil, nil, hint(usagef("--own and --name go with --mbox"), "afterword simulate --help")
	}
	c, err := a.simulated(f)
	if err != nil {
		return nil, nil, nil, err
	}
	cal, err := c.Calendar(c.Accounts[0], "", "")
	if err != nil {
		return nil, nil, nil, err
	}
	o := simulate.Options{Config: c, Sources: map[string]simulate.Source{}, Now: now, Answer: f.answer == "yes"}
	if o.Since, err = sinceWhen(f.since, now, cal.Zone(), len(f.mbox) > 0); err != nil {
		return nil, nil, nil, err
	}
	var bar *progress
	if bar = terminal(a.err); bar != nil {
		o.Progress = func(done, total int) { bar.draw(done, total, "of the past") }
	}
	if len(f.mbox) > 0 {
		a.mboxes(f, c, &o, bar)
	} else if err := a.mailboxes(ctx, c, &o, bar); err != nil {
		return nil, nil, nil, err
	}
	past, err := simulate.Run(ctx, o)
	if bar != nil {
		bar.draw(0, 0, "")
	}
	var unread *simulate.Unread
	var nameless *simulate.Nameless
	switch {
	case ctx.Err() != nil:
		return nil, nil, nil, errors.New("it was interrupted; nothing was written anywhere")
	case errors.As(err, &unread) && len(f.mbox) == 0:
		account, _ := c.Account(unread.Account)
		return nil, nil, nil, hint(err, "%s", mend(account, err))
	case errors.As(err, &nameless) && len(f.mbox) > 0:
		return nil, nil, nil, hint(usage{err}, "afterword simulate --mbox %s --own 'Your Name <%s>'", f.mbox[0], nameless.Address)
	case errors.As(err, &nameless):
		account, _ := c.Account(nameless.Account)
		return nil, nil, nil, named(account)
	case err != nil:
		return nil, nil, nil, err
	}
	return past, c, cal.Zone(), nil
}

// simulated is the config that is simulated: the user's; with --mbox one for the files,
// with what he has chosen if he has a config.
func (a *app) simulated(f simulateFlags) (*config.Config, error) {
	c, err := a.config()
	if len(f.mbox) == 0 {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, hint(err, "afterword simulate --mbox FILE --own ADDRESS   # needs no config")
		}
		if err != nil {
			return nil, err
		}
	} else if c, err = a.configOfFiles(c, err, f); err != nil {
		return nil, err
	}
	copied := *c
	copied.Accounts = slices.Clone(c.Accounts)
	for i := range copied.Accounts {
		if f.zone != "" {
			if _, err := config.Zone(f.zone); err != nil {
				return nil, usagef("--zone: %w", err)
			}
			copied.Accounts[i].Zone = f.zone
		}
	}
	return &copied, nil
}

// configOfFiles is the config for mail in files: one account, whose addresses are those
// that the user names, else all of his config's.
func (a *app) configOfFiles(c *config.Config, failed error, f simulateFlags) (*config.Config, error) {
	account := config.DefaultAccount()
	var given []config.Account
	switch {
	case failed == nil:
		given = c.Accounts
	case a.configPath == "" && (errors.Is(failed, fs.ErrNotExist) || a.getenv("HOME") == ""):
		c = config.Default()
		c.Letters.Templates = ""
	default:
		return nil, failed
	}
	if len(given) > 0 {
		account = given[0]
	}
	account.Name = "mbox"
	if len(f.own) > 0 {
		account.Address, account.Aliases, account.FromName = "", nil, ""
	}
	for _, one := range f.own {
		list := mail.ParseAddresses(one)
		if len(list) != 1 {
			return nil, usagef("--own %q is not one address: write it as 'Sam Winter <sam@winter.example>'", one)
		}
		if account.FromName = cmp.Or(account.FromName, list[0].Name); account.Address == "" {
			account.Address = list[0].Address
		} else {
			account.Aliases = append(account.Aliases, list[0].Address)
		}
	}
	for _, other := range given[min(1, len(given)):] {
		if len(f.own) == 0 {
			account.Aliases = append(append(account.Aliases, other.Address), other.Aliases...)
		}
	}
	account.FromName = cmp.Or(f.name, account.FromName)
	if account.Address == "" {
		return nil, hint(usagef("whose mail is it? name your address with --own"), "afterword simulate --mbox %s --own 'Sam Winter <sam@winter.example>'", f.mbox[0])
	}
	copied := *c
	copied.Accounts = []config.Account{account}
	return &copied, nil
}

// mboxes makes a source of files.
func (a *app) mboxes(f simulateFlags, c *config.Config, o *simulate.Options, bar *progress) {
	box := &simulate.Mbox{Account: c.Accounts[0].Name, Files: f.mbox, Own: simulate.Addresses(c.Accounts)}
	if bar != nil {
		box.Progress = func(_, mailbox string, done, total int) { bar.draw(done>>10, total>>10, "KB of "+onOneLine(mailbox)) }
	}
	o.Sources[box.Account], o.ToLast = box, true
}

// mailboxes makes sources of the accounts, and reads from the store, if there is one, what
// the user has entered.
func (a *app) mailboxes(ctx context.Context, c *config.Config, o *simulate.Options, bar *progress) error {
	own := simulate.Addresses(c.Accounts)
	for _, account := range c.Accounts {
		e, err := a.endpoint(account)
		if err != nil {
			return err
		}
		box := &simulate.Account{Config: account, Endpoint: e, Own: own, Log: slog.New(slog.DiscardHandler)}
		if bar != nil {
			box.Progress = bar.show
		}
		o.Sources[account.Name] = box
	}
	s, err := store.OpenToRead(ctx, c.Store)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	apps, err := openApplications(ctx, s)
	for _, app := range apps {
		if _, ok := c.Account(app.Account); ok {
			o.Known = append(o.Known, simulate.Known{Account: app.Account, Facts: app.Facts})
		}
	}
	return errors.Join(err, s.Close())
}

// sinceWhen reads how far back is meant: days, weeks, or a date. Where nothing is said
// it is 90 days, and of files all that they hold, the zero time.
func sinceWhen(s string, now time.Time, zone *time.Location, files bool) (time.Time, error) {
	if s == "" && files {
		return time.Time{}, nil
	}
	s = cmp.Or(s, "90d")
	wrong := hint(usagef("--since %q is neither days (90d), nor weeks (12w), nor a date (2026-08-30)", s), "afterword simulate --since 90d")
	today := rules.DateOf(now.In(zone))
	var n int
	var unit string
	if _, err := fmt.Sscanf(s, "%d%s", &n, &unit); err == nil && (unit == "d" || unit == "w") {
		if unit == "w" {
			n *= 7
		}
		if n < 1 || n > mostDays {
			return time.Time{}, wrong
		}
		return today.AddDays(-n).In(zone), nil
	}
	day, err := rules.ParseDate(strings.TrimSpace(s))
	if err != nil {
		return time.Time{}, wrong
	}
	since := day.In(zone)
	if !since.Before(now) || since.Before(now.AddDate(0, 0, -mostDays)) {
		return time.Time{}, hint(usagef("--since %s is not in the past ten years", s), "afterword simulate --since 90d")
	}
	return since, nil
}

// mostDays is how far back is looked at the most.
const mostDays = 3653
