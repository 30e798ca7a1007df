package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/templates"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "try everything that run will need, and say how to mend what is wrong", Example: "  afterword check",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.config()
			if err != nil {
				var problems config.Problems
				if errors.As(err, &problems) {
					fmt.Fprint(a.out, problems.Detail())
					a.note("a daemon that runs goes on with the config that it has")
					err = hint(errors.New(count(len(problems), "thing", "things")+" to mend in the config"), "%s", problems.Hint())
				}
				return err
			}
			r := &report{app: a}
			r.good("config", c.Path())
			r.checkTexts(a.templatesDir())
			r.checkStore(cmd.Context(), c)
			for _, account := range c.Accounts {
				r.checkAccount(cmd.Context(), account, c.Daemon.Poll.Duration())
			}
			if r.bad > 0 {
				return errors.New(count(r.bad, "thing", "things") + " to mend")
			}
			fmt.Fprintln(a.out, "all is well: `afterword run` has what it needs")
			return nil
		},
	}
}

// report prints what was tried.
type report struct {
	*app
	bad int
}

func (r *report) good(what, detail string) { r.row("ok", what, detail) }

// noted is what is not wrong, and worth to know.
func (r *report) noted(what, detail string) { r.row("note", what, detail) }

func (r *report) row(how, what, detail string) {
	fmt.Fprintf(r.out, "%-5s %-18s %s\n", how, onOneLine(what), onOneLine(detail))
}

func (r *report) wrong(what string, err error) { r.refused(what, err, hintOf(err)) }

// refused says what is wrong, and what mends it.
func (r *report) refused(what string, err error, h string) {
	r.bad++
	fmt.Fprintf(r.out, "WRONG %-18s %s\n", onOneLine(what), oneLine(err))
	if h != "" {
		fmt.Fprintf(r.out, "      %-18s %s\n", "to mend it:", onOneLine(h))
	}
}

func (r *report) checkTexts(dir string) {
	set, err := templates.Load(dir)
	if err != nil {
		r.wrong("templates", err)
		return
	}
	if problems := append(set.CheckOwn(), drafter.ProofreadTexts(set)...); len(problems) > 0 {
		for _, p := range problems {
			r.wrong("templates", fmt.Errorf("%s", p))
		}
		return
	}
	own := 0
	for _, info := range set.List() {
		if info.Own {
			own++
		}
	}
	r.good("templates", fmt.Sprintf("%d texts, %d of them yours", len(set.List()), own))
}

func (r *report) checkStore(ctx context.Context, c *config.Config) {
	path := c.Store
	if _, err := os.Stat(path); err != nil {
		if err := writable(filepath.Dir(path)); err != nil {
			r.wrong("store", fmt.Errorf("%q cannot be made: %w", path, err))
			return
		}
		r.good("store", path+" (will be made)")
		return
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		r.wrong("store", err)
		return
	}
	r.good("store", path)
	r.checkAccounts(ctx, c, s)
	if err := s.Close(); err != nil {
		r.wrong("store", err)
	}
}

// writable tries whether a folder, or the one in which it would be made, can be
// written to. It leaves nothing behind.
func writable(dir string) error {
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	f, err := os.CreateTemp(dir, ".afterword-")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func (r *report) checkAccount(ctx context.Context, account config.Account, poll time.Duration) {
	if err := named(account); err != nil {
		r.wrong(account.Name, err)
	}
	e, err := r.endpoint(account)
	if err != nil {
		r.refused(account.Name, err, mend(account, err))
		return
	}
	secret, err := e.Secret(ctx)
	if err != nil {
		err = fmt.Errorf("read the password or token: %w", err)
		r.refused(account.Name, err, mend(account, fmt.Errorf("%w: %w", mailwatch.ErrSecret, err)))
		return
	}
	if account.IMAP.OAuth.IsZero() && account.IMAP.Token.IsZero() {
		// A command may ask its user, and takes its time: once is enough.
		e.Secret = func(context.Context) (string, error) { return secret, nil }
	}
	e.DialTimeout, e.CommandTimeout = checkTime, checkTime
	if err := reach(ctx, e); err != nil {
		r.wrong(account.Name, err)
		return
	}
	conn, err := mailwatch.Dial(ctx, e, slog.New(slog.DiscardHandler))
	if err != nil {
		r.refused(account.Name, err, mend(account, err))
		return
	}
	defer conn.Close()
	r.good(account.Name, "logged in to "+e.Address+" as "+e.Username)
	for _, need := range []struct{ capability, without string }{
		{"IDLE", "the server does not push: it is asked every " + span(poll)},
		{"UIDPLUS", "drafts are found by their Message-ID after placing"},
		{"MOVE", "a withdrawn draft is copied to Trash and marked as deleted"},
	} {
		if !conn.Has(need.capability) {
			r.good("  without "+need.capability, need.without)
		}
	}
	boxes, err := conn.FindMailboxes(ctx, daemon.Names(account))
	if err != nil {
		r.refused(account.Name, err, mend(account, err))
		return
	}
	for _, box := range []struct{ role, name string }{{"inbox", boxes.Inbox}, {"drafts", boxes.Drafts}, {"sent", boxes.Sent}, {"trash", boxes.Trash}} {
		r.checkMailbox(ctx, account, conn, "  "+box.role, box.name, found(box.name, boxes.How[box.role]))
	}
	r.checkOthers(ctx, conn, account, boxes)
}

// checkOthers asks for all further mailboxes at once, and names what is not read.
func (r *report) checkOthers(ctx context.Context, conn *mailwatch.Conn, account config.Account, boxes mailwatch.Mailboxes) {
	var cursors []mailwatch.Cursor
	for _, box := range boxes.Others {
		cursors = append(cursors, mailwatch.Cursor{Mailbox: box})
	}
	_, unread, err := conn.Changed(ctx, cursors)
	if err != nil {
		r.wrong("  others", err)
		return
	}
	r.good("  others", count(len(boxes.Others)-len(unread), "more mailbox is read", "more mailboxes are read"))
	for _, u := range unread {
		r.noted("  not read", fmt.Sprintf("%q: %v", u.Mailbox, u.Why))
	}
	for _, box := range boxes.Skipped {
		r.noted("  not read", fmt.Sprintf("%q: you skip it", box))
	}
	if len(account.Mailboxes.Watch) > 0 {
		r.noted("  watch", daemon.WatchNote)
	}
}

// checkMailbox opens a mailbox as the daemon does, for reading only.
func (r *report) checkMailbox(ctx context.Context, account config.Account, conn *mailwatch.Conn, role, box, text string) {
	if box != "" {
		if _, err := conn.End(ctx, box); err != nil {
			r.refused(role, err, mend(account, err))
			return
		}
	}
	r.good(role, text)
}

// span writes a time without the zeros at its end: 1m, not 1m0s.
func span(d time.Duration) string {
	return strings.Replace(strings.Replace(d.String(), "m0s", "m", 1), "h0m", "h", 1)
}

// found says a mailbox and how it was found.
func found(name, how string) string {
	if how == "" {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, how)
}
